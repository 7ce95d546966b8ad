"""Titles as offices: what a title says of rank, field and state, so that two ways of naming one office can be compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, Draft, L, O, P
from loader.extraction.mentions.people import LOWER_HEADS
from loader.extraction.mentions.words import DOMAIN, HONORIFICS, POSTNOMINALS, TITLE_HEADS, TITLE_WORDS
from loader.model import Level

RANKS = frozenset("vice deputy prime crown assistant under former parliamentary ex acting".split())
"""Words that make another office of the one whose title they stand in."""
_IDLE = frozenset(
    "federal union new newly visiting current incumbent special permanent senior extraordinary plenipotentiary interim top the a an of for "
    "and to at in on affairs his her its our their excellency honourable honorable then republic matters issues in-charge principal outgoing "
    "incoming royal great global personal staff general executive first presidential".split()
) | {word.casefold() for word in HONORIFICS}  # fmt: skip
"""Words that tell no office from another."""
_SAME = {
    "chairman": "chair", "chairperson": "chair", "chairwoman": "chair", "spokesman": "spokesperson",
    "spokeswoman": "spokesperson", "adviser": "advisor", "emir": "amir", "defense": "defence", "external": "foreign",
    "counselor": "counsellor", "under-secretary": "undersecretary", "director-general": "director-general",
    "under-secretary-general": "undersecretary-general", "president-elect": "president", "labor": "labour",
    "chairperson-in-office": "chair", "chairman-in-office": "chair", "co-chairman": "co-chair", "charge": "chargé",
}  # fmt: skip
_SPLIT = {
    "premier": ("prime", "minister"), "vice-president": ("vice", "president"), "vice-premier": ("vice", "prime", "minister"),
    "vice-minister": ("vice", "minister"), "pm": ("prime", "minister"), "dpm": ("deputy", "prime", "minister"),
    "fm": ("foreign", "minister"), "eam": ("foreign", "minister"), "vice-chancellor": ("vice", "chancellor"),
    "state-secretary": ("state", "secretary"), "unsg": ("secretary-general",), "srsg": ("representative",), "vice-chair": ("vice", "chair"),
    "vice-chairman": ("vice", "chair"), "vice-chairperson": ("vice", "chair"), "vice-speaker": ("vice", "speaker"),
}  # fmt: skip
_GENERAL = frozenset(
    "Secretary Director Commissioner Governor Attorney Prosecutor Consul secretary director commissioner".split()
)
_NO_OFFICE = frozenset("Sir Lord Lady Dame Baroness Excellency Highness Majesty Deputy Chief General".split())
_JOINS = frozenset("of for and & the to at . 's in".split())
_STYLES = frozenset(
    "Ambassador Sheikh Sheikha Prince Princess General Professor Justice Senator Admiral".split()
)
"""Titles that stand between a comma and a name: "the Minister of Health, Professor NAME"."""
_LONGEST = 26


@dataclass(frozen=True, slots=True)
class Office:
    """One office: what its holder is called, with rank and fields."""

    head: str
    ranks: frozenset[str]
    fields: frozenset[str]

    def means(self, other: Office) -> bool:
        """Tell whether this way of naming an office can mean another one, which may be named more fully."""
        return self.head == other.head and self.ranks == other.ranks and self.fields <= other.fields


@dataclass(slots=True)
class Holder:
    """What a post says of a person's offices."""

    id: str
    starts: list[int] = field(default_factory=list)
    offices: set[Office] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    counterpart: bool = False
    """Whether the person is called somebody's counterpart, and holds whatever office that one holds."""


@lru_cache(maxsize=10_000)
def _kind(word: str) -> str:
    """Return what a word is in a title: a head, a word beside one, or nothing."""
    name = word if word in TITLE_WORDS or word in DOMAIN else word.title() if word.isupper() else word
    if name in TITLE_HEADS and name not in _NO_OFFICE:
        return "head"
    if name in LOWER_HEADS or name.endswith(("-elect", "-designate")):
        return "head"
    if name in TITLE_WORDS or name in DOMAIN or name in HONORIFICS or word in POSTNOMINALS:
        return "word"
    return "word" if word.islower() and word.capitalize() in TITLE_WORDS | DOMAIN else ""


def is_head(draft: Draft, number: int) -> bool:
    """Tell whether a word is what the holder of an office is called."""
    word = draft.tokens.word(number)
    if word in ("General", "general"):
        return draft.tokens.word(number - 1) in _GENERAL
    return _kind(word) == "head" and not (
        word in _GENERAL
        and draft.tokens.word(number + 1) in ("General", "general")
        and draft.tokens.joined(number + 1)
    )


def is_word(draft: Draft, number: int) -> bool:
    """Tell whether a word may stand in a title."""
    return bool(_kind(draft.tokens.word(number)))


def read_offices(words: list[str]) -> set[Office]:
    """Return the offices that the words of a title name."""
    found: list[tuple[str, set[str], set[str]]] = []
    pending: list[str] = []
    plain: list[str] = []
    served = False
    for word in words:
        small = word.casefold()
        if (
            small == "general"
            and plain
            and plain[-1]
            in ("secretary", "director", "commissioner", "governor", "attorney", "prosecutor", "consul")
        ):
            plain[-1] += "-general"
            continue
        plain.extend(
            _SPLIT.get(small, (_SAME.get(small.removesuffix("-elect"), small.removesuffix("-elect")),))
        )
    for number, word in enumerate(plain):
        head = word.endswith("-general") or word in _HEADS
        if head and not (word == "state" or (word == "chief" and number + 1 < len(plain))):
            ranks = {one for one in pending if one in RANKS}
            if served:
                # "Spokesman for the Secretary-General": whom the holder serves
                pending = []
                continue
            found.append((word, ranks, {one for one in pending if one not in RANKS}))
            pending = []
        elif word == "and" and any(one in _HEADS for one in plain[number + 1 : number + 5]):
            pending = []
            served = False
        elif word in ("of", "for", "to") and found:
            served = True
        elif word in RANKS or (word not in _IDLE and word.isalpha()):
            ahead = next(
                (one for one in plain[number + 1 : number + 5] if one in _HEADS or one in _BREAKS), ""
            )
            if not found or (ahead in _HEADS and not served):
                pending.append(word)
            else:
                found[-1][2].add(word)
    return {Office(head, frozenset(ranks), frozenset(fields)) for head, ranks, fields in found}


_BREAKS = frozenset(["of", "for", "and", "to", "at"])
_HEADS = frozenset(
    _SAME.get(word.casefold(), word.casefold()) for word in (TITLE_HEADS - _NO_OFFICE - {"Presidency", "Representatives"}) | LOWER_HEADS - {"deputy", "chief"}
) - _SPLIT.keys() | {"diplomat"}  # fmt: skip


def title_before(draft: Draft, start: int) -> tuple[list[str], list[Hit]]:
    """Return the words of the title before a place, and the states and bodies in it."""
    tokens, board = draft.tokens, draft.board
    number = tokens.after(start) - 1
    words: list[str] = []
    hits: list[Hit] = []
    first = True
    for _ in range(_LONGEST):
        if number < 0 or "\n" in tokens.gap(number + 1):
            break
        word = tokens.words[number]
        hit = board.first(tokens.starts[number], tokens.ends[number], C, O, L)
        person = board.first(tokens.starts[number], tokens.ends[number], P)
        if person is not None and person.level is Level.NAME:
            break
        if hit is not None and not is_head(draft, number):
            if hit.level in (Level.FLAG, Level.TAG):
                break
            if hit.type is not L:
                hits.append(hit)
            number = min(tokens.after(hit.start), number) - 1
            first = False
            continue
        if word == "," and first:
            number -= 1
            first = False
            continue
        if word in ("and", "&") and (
            board.first(tokens.starts[number - 1], tokens.ends[number - 1], C, O, P) if number else True
        ):
            break
        if not _kind(word) and word not in _JOINS:
            break
        words.append(word)
        first = first and (word in _STYLES or word in HONORIFICS or word == ".")
        number -= 1
    return words[::-1], hits


def title_behind(draft: Draft, end: int, *, before: bool) -> tuple[list[str], list[Hit]]:
    """Return the words of the title in apposition behind a place, and the states and bodies in it.

    With a title before the name as well, one that another name follows is the other one's.
    """
    tokens, board = draft.tokens, draft.board
    number = tokens.after(end)
    while tokens.word(number) in POSTNOMINALS or (
        tokens.word(number) == "," and tokens.word(number + 1) in POSTNOMINALS
    ):
        number += 1
    if tokens.word(number) not in (",", "("):
        return [], []
    number += 1
    words: list[str] = []
    hits: list[Hit] = []
    for _ in range(_LONGEST):
        if number >= len(tokens.words) or "\n" in tokens.gap(number):
            break
        word = tokens.words[number]
        hit = board.at(tokens.starts[number], P, C, O, L)
        if hit is not None and not is_head(draft, number):
            if hit.type is P or hit.level in (Level.FLAG, Level.TAG):
                # the title of the next one
                return ([], []) if hit.type is P else (words, hits)
            if hit.type is not L:
                hits.append(hit)
            number = tokens.after(hit.end)
            continue
        if not _kind(word) and word not in _JOINS:
            break
        words.append(word)
        number += 1
    ahead = number + 1
    while tokens.word(number) == "," and (
        tokens.word(ahead) in HONORIFICS or tokens.word(ahead) in _STYLES or tokens.word(ahead) == "."
    ):
        ahead += 1
    titled = (
        tokens.word(number) == ","
        and ahead < len(tokens.words)
        and board.at(tokens.starts[ahead], P) is not None
    )
    return ([], []) if titled and before else (words, hits)


def holders(draft: Draft) -> dict[str, Holder]:
    """Return what the post says of the offices of every person that it names."""
    found: dict[str, Holder] = {}
    for hit in draft.board.all(P):
        if hit.level is not Level.NAME:
            continue
        holder = found.get(hit.id)
        if holder is None:
            holder = found[hit.id] = Holder(hit.id)
            holder.states |= {one for one in draft.origins.get(hit.id, ()) if one}
        holder.starts.append(hit.start)
        front = title_before(draft, hit.start)
        for words, hits in (front, title_behind(draft, hit.end, before=bool(front[0]))):
            offices = read_offices(words) if words else set()
            if any(office.head in ("counterpart", "colleague") for office in offices):
                holder.counterpart = True
            if offices:
                holder.offices |= offices
                holder.states |= {one.id for one in hits}
    for holder in found.values():
        if not holder.offices:
            for title in draft.titles.get(holder.id, ()):
                holder.offices |= read_offices(title.split(" "))
    return found
