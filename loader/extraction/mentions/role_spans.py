"""Ways of naming somebody by office: "the Polish foreign minister", "the Minister of External Affairs of India", "her Chinese counterpart"."""

from __future__ import annotations

from dataclasses import dataclass

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P
from loader.extraction.mentions.names import name_word
from loader.extraction.mentions.offices import Office, is_head, is_word, read_offices
from loader.extraction.mentions.words import HONORIFICS, TITLE_HEADS, VERBS
from loader.model import Level

_NO_ROLE = frozenset(
    "Sir Lord Lady Dame Baroness Excellency Highness Majesty Deputy Presidency Representatives Head Chief Leader Captain Major Judge "
    "Justice Professor Founder Moderator Laureate Sheikh Sheikha Lieutenant Colonel Brigadier Rabbi Sirdar Co-Chair Co-chair Sergeant "
    "Attorney Cosmonaut Astronaut Metropolitan Director Prince Princess Inspector Duke Duchess Marshal CEO Charge".split()
)
_SMALL = frozenset(
    "minister president secretary ambassador chancellor premier envoy chairperson chairman chairwoman spokesperson spokesman spokeswoman "
    "commissioner secretary-general director-general governor mayor speaker adviser advisor undersecretary king queen emir amir sultan "
    "general diplomat head chief leader counterpart colleague taoiseach".split()
)
HEADS = TITLE_HEADS - _NO_ROLE | _SMALL | {"Head", "Chief", "Leader", "Counterpart", "Colleague"}
_LETTERS = frozenset("EAM PM FM DPM UNSG".split())
"""Letters that stand for an office and need no article."""
_MODS = frozenset(
    "visiting new newly current incumbent top chief then senior special prime foreign vice deputy state".split()
)
_LINKS = frozenset(
    "be as is was are were become became becomes remain remains named appointed elected elect appoint nominated".split()
)
ALIKE = frozenset(["counterpart", "Counterpart", "colleague", "Colleague"])
"""Who is named by the office of another one."""
_TAIL_WORDS = frozenset("diplomacy state government foreign affairs delegation mission the and MFA".split())
_TO = frozenset("ambassador commissioner representative envoy coordinator".split())
_STYLE = frozenset(". the The Most Honourable Right His Her Excellency Highness Majesty Royal".split())


@dataclass(frozen=True, slots=True)
class Role:
    """A way of naming somebody by office."""

    start: int
    end: int
    head: str
    offices: tuple[Office, ...]
    states: frozenset[str]
    owner: str
    """His, her or my, when a counterpart is somebody's."""


def read_role(draft: Draft, number: int) -> Role | None:
    """Return the role whose head is a word, with its article, states and fields; None when a name follows."""
    tokens, board = draft.tokens, draft.board
    if board.first(tokens.starts[number], tokens.ends[number], P, O, M, D, L):
        return None
    head = tokens.words[number]
    if head in ("General", "general") and not is_head(draft, number):
        return None
    if (
        tokens.word(number + 1) in ("General", "general")
        and tokens.joined(number + 1)
        and is_head(draft, number + 1)
    ):
        return None
    if tokens.word(number + 1) == "-":
        return None
    left = _left(draft, number)
    if left is None:
        return None
    start, words, hits, owner = left
    right = _right(draft, number)
    if right is None:
        return None
    end, tail, behind = right
    if not _closed(draft, number, end):
        return None
    offices = _offices([*words, head, *tail], head, draft, behind)
    chief = head.casefold() in ("head", "chief")
    states = frozenset(one.id for one in [*hits, *behind] if one.type is C or not chief)
    return Role(start, end, head, offices, states, owner)


def _offices(words: list[str], head: str, draft: Draft, behind: list[Hit]) -> tuple[Office, ...]:
    """Return the offices that the words of a role name; none for a leader of a state."""
    if head in ("head", "Head", "chief", "Chief", "diplomat"):
        names = " ".join(draft.text[one.start : one.end] for one in behind)
        foreign = any(word in names for word in ("MFA", "Foreign", "External"))
        if head == "diplomat" or foreign or "diplomacy" in words or "MFA" in words:
            return (Office("minister", frozenset(), frozenset(["foreign"])),)
        if "policy" in words:
            return (Office("representative", frozenset(), frozenset(["high"])),)
        return ()
    return () if head in ("leader", "Leader") else tuple(read_offices(words))


def _left(draft: Draft, number: int) -> tuple[int, list[str], list[Hit], str] | None:  # noqa: C901 (a walk with one step a kind of word)
    """Return where a role begins, the words before its head, its states and whose counterpart it is."""
    tokens, board = draft.tokens, draft.board
    words: list[str] = []
    hits: list[Hit] = []
    place, first = number, tokens.starts[number]
    while place > 0 and number - place < 8 and "\n" not in tokens.gap(place):
        before = tokens.words[place - 1]
        if before in ("the", "The", "this", "This"):
            earlier = tokens.word(place - 2)
            if earlier.casefold() in _LINKS and tokens.word(number + 1) != "'s":
                return None
            if earlier in ("of", "to", "for") and is_head(draft, place - 3):
                # "Envoy of the Minister": somebody else's title
                return None
            return tokens.starts[place - 1], words[::-1], hits, ""
        if before in ("his", "her", "His", "Her", "my", "My", "their"):
            own = tokens.words[number] in ALIKE
            return (tokens.starts[place - 1], words[::-1], hits, before) if own else None
        hit = board.first(tokens.starts[place - 1], tokens.ends[place - 1], C, O, P, M, D)
        if hit is not None and hit.type in (C, O) and (tokens.joined(place) or before == "'s"):
            if hit.level in (Level.FLAG, Level.TAG) or hits:
                break
            hits.append(hit)
            place = tokens.at.get(hit.start, tokens.after(hit.start) - 1)
            first = hit.start
            continue
        if hit is not None or not (tokens.joined(place) or before == "'s" or tokens.words[place] == "'s"):
            break
        if before == "'s":
            owner = board.ending(tokens.ends[place - 2], C, O) if place > 1 else None
            if owner is None:
                return None
            hits.append(owner)
            start = owner.start
            article = tokens.after(start) - 1
            if tokens.word(article) in ("the", "The") and tokens.joined(article + 1):
                start = tokens.starts[article]
            return start, words[::-1], hits, ""
        if before in _MODS or is_word(draft, place - 1):
            words.append(before)
            place -= 1
            first = tokens.starts[place]
            continue
        if before == "and" and words and is_word(draft, place - 2):
            words.append(before)
            place -= 1
            continue
        break
    head = tokens.words[number]
    if head in _LETTERS and not words and not hits:
        return first, [], [], ""
    opens = place == 0 or "\n" in tokens.gap(place)
    if opens and head[0].isupper() and tokens.word(number + 1) == ":":
        return first, words[::-1], hits, ""
    if head == "Counterpart" and hits and _in_title(draft, first):
        return first, words[::-1], hits, ""
    return None


def _in_title(draft: Draft, place: int) -> bool:
    """Tell whether a place is in the first line, and that line no sentence."""
    end = draft.frame.lines[0][1] if draft.frame.lines else 0
    return place < end < 200 and draft.text[end - 1] not in ".!?"


def _right(draft: Draft, number: int) -> tuple[int, list[str], list[Hit]] | None:
    """Return where a role ends, the words behind its head and the states and bodies among them."""
    tokens, board = draft.tokens, draft.board
    end = tokens.ends[number]
    words: list[str] = []
    hits: list[Hit] = []
    place = number + 1
    link = tokens.word(place)
    if not tokens.joined(place) if place < len(tokens.words) else True:
        return end, words, hits
    small = tokens.words[number].casefold()
    if link not in ("of", "for") and not (link == "to" and small in _TO):
        return end, words, hits
    while (
        place < len(tokens.words)
        and place - number < 16
        and (tokens.joined(place) or tokens.words[place] == ",")
    ):
        word = tokens.words[place]
        hit = board.at(tokens.starts[place], C, O, L)
        if hit is not None:
            if hit.type is not L and tokens.words[place - 1] != "to" and "to" not in words:
                hits.append(hit)
            words.append("x")
            place = tokens.after(hit.end)
            end = hit.end
            continue
        if word in ("of", "for", "the", "to") or (word == "and" and is_word(draft, place + 1)):
            if word == "to" and small not in _TO:
                break
            words.append(word)
            place += 1
            continue
        if not (is_word(draft, place) or word in _TAIL_WORDS) or is_head(draft, place) or word in HONORIFICS:
            break
        words.append(word)
        end = tokens.ends[place]
        place += 1
    owner = tokens.word(tokens.after(end)) == "'s"
    if link == "for" and (owner or end == tokens.ends[number]):
        # "thanked the Minister for the welcome": no part of the title
        return tokens.ends[number], [], []
    return (end, [word for word in words if word != "x"], hits) if end > tokens.ends[number] else None


def _closed(draft: Draft, number: int, end: int) -> bool:
    """Tell whether no name, and no other office of the same holder, follows a role."""
    tokens, board = draft.tokens, draft.board
    following = tokens.after(end)
    word = tokens.word(following)
    if not word or "\n" in tokens.gap(following):
        return True
    if word == "'s" or word == "'":
        return True
    if tokens.joined(following):
        if board.at(tokens.starts[following], P):
            return False
        if word[0].isupper():
            if word in HONORIFICS or not _in_title(draft, end):
                return False
            return word in VERBS
        if word in ("and", "&"):
            place = following + 1
            while is_word(draft, place) and not is_head(draft, place) and place - following < 5:
                place += 1
            return not (is_head(draft, place) and tokens.capital(place))
        return word != "of"
    if word == ",":
        return not _named_behind(draft, following)
    return tokens.starts[following] > end or word in (",", ".", ";", ":", "!", "?", ")", '"', "-", "–", "—")


def _named_behind(draft: Draft, comma: int) -> bool:
    """Tell whether a comma brings the name of the holder: "the Prime Minister of Peru, Dr the Honourable NAME"."""
    tokens, board = draft.tokens, draft.board
    place = comma + 1
    while place - comma < 8 and (
        tokens.word(place) in HONORIFICS or tokens.word(place) in _STYLE or is_head(draft, place)
    ):
        place += 1
    if place >= len(tokens.words):
        return False
    return board.at(tokens.starts[place], P) is not None or (
        tokens.capital(place)
        and tokens.capital(place + 1)
        and tokens.joined(place + 1)
        and name_word(tokens.words[place])
        and not board.at(tokens.starts[place])
    )
