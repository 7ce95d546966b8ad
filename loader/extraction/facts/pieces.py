"""A masked sentence in short: titles folded into names, lists into one sign, places and days set aside.

"On ⟨T0⟩, Minister of Foreign Affairs of ⟨C1⟩ ⟨P2⟩ received in ⟨L3⟩ the ⟨C4⟩ envoys ⟨P5⟩ and ⟨P6⟩" becomes
"⟨A0⟩ received ⟨A1⟩" with the day and the place as adjuncts, so that a rule sees subject, verb and object side by
side however long the titles are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from loader.extraction.masks import Mask
from loader.extraction.mentions.words import COMMON, DOMAIN, HONORIFICS, TITLE_HEADS, TITLE_WORDS, VERBS
from loader.model import EntityType, Level, Mention

_TOKEN = re.compile(
    r"⟨[A-Z]\d+⟩|(?:[Tt]he )?(?:Most |Right |Rt\.? )?Hon(?:ou?rable|\.)(?! of)|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Lt|Amb|Sen|Rep|Gov)\.|'s\b|[^\W_]+(?:(?:[-./&]|'(?!s\b))[^\W_]+)*|[^\w\s]"
)
_CLOCK = re.compile(
    r"(?:,? \(?(?:from|at|until|to|till|between|commencing at|starting at|beginning at|around|about|approximately|and))? ?(?<![\d⟨])\d{1,2}[:.]\d\d(?: ?(?:[ap]\.m\.?|(?:am|pm|hours|hrs|GMT|UTC)\b))?"
    r"(?: \([^()⟨⟩]{0,20}(?:⟨C\d+⟩)?[^()⟨⟩]{0,24}[Tt]ime\))?|(?:from |at |to |until )?\b\d{1,2} (?:[ap]\.m\.?|(?:am|pm|o'clock|noon)\b)(?: \([^()]{0,40}[Tt]ime\))?"
    r"|\bfor (?:approximately |about |around |some |nearly |over |more than )?(?:\d{1,3}|an|one|two|three|half an)[ -](?:minutes?|hours?)(?: and (?:a half|\d{1,2} minutes))?"
)
"""Hours of the day, which say nothing that a rule needs."""
_SILENT = frozenset("#❓❗☝✅✈⚡\ufe0f")
_HEADS_SMALL = frozenset(
    "president minister secretary ambassador chairman chairperson spokesperson spokesman spokeswoman chancellor premier king queen emir "
    "director colleague colleagues counterpart counterparts prosecutor administrator negotiator secretary-general director-general commissioner "
    "governor speaker envoy representative coordinator mayor leader head chief host advisor adviser ministers presidents ambassadors "
    "foreign prime deputy defence defense vice new newly appointed outgoing incoming former acting special permanent".split()
)
_PLURAL_HEADS = frozenset(
    "leaders ministers representatives delegations presidents heads ambassadors members officials delegates envoys Leaders Ministers "
    "Representatives Delegations Presidents Heads Ambassadors delegation Delegation chiefs premiers Premiers states States governments "
    "Governments countries parliamentarians diplomats experts Members counterparts".split()
)
_GROUP_HEADS = frozenset(
    "ministers leaders sides presidents parties participants countries delegations governments interlocutors officials diplomats states "
    "premiers counterparts chiefs partners Ministers Leaders Sides Presidents Parties Participants Countries principals delegates".split()
)
_DETERMINERS = frozenset(
    "the a an this that these his her their its our my The A An This That His Her Their Its Our both Both".split()
)
_CONNECT = frozenset("of for the and & to in on , with".split())
_PLACE_PREPOSITIONS = frozenset("in at near inside outside In At Near here".split())
_TIME_PREPOSITIONS = frozenset(
    "on from in since during by until between for of to at On From In Since During By Until Between through late early".split()
)
_WALKED = frozenset(
    "held met took taken takes take takes met meet begin began begun place here back brought sat spoke spoken led won built set".split()
)
_NOT_VENUE = frozenset(
    "situation developments development conflict war peace security crisis stability settlement relations issues issue issues events process processes "
    "hostilities fighting violence operations operation presence influence interests tensions ceasefire democracy elections efforts reforms progress "
    "investment cooperation interest partners people citizens troops forces strikes attack attacks role changes".split()
)
_SIDES = frozenset("sides delegations teams negotiators militaries".split())
_PORTFOLIOS = frozenset(
    "foreign defence defense finance energy trade economy interior health culture prime".split()
)
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_PASSING = frozenset("visiting outgoing incoming newly-appointed newly-elected new former then".split())
"""What is said of persons in passing, before their titles."""
_ADVERBS = frozenset(
    "also then jointly together later earlier today again virtually officially personally separately recently".split()
)


_STYLE = re.compile(r"(?:[Tt]he )?(?:Most |Right |Rt\.? )?Hon(?:ou?rable|\.)$")
"""Styles of address, which are one word to the rules."""
_RANKS = frozenset(
    "Ambassador General Admiral Senator Professor Colonel Marshal Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. H.E. Prince Sheikh".split()
)
"""Titles that stand between an office and a name: "the Permanent Representative of ⟨C⟩, Ambassador ⟨P⟩"."""
_LETTERS = re.compile(
    r"(?:MP|MEP|MLA|KC|QC|SC|OBE|CBE|MBE|KBE|CMG|AM|AO|AC|PhD|Ph|MD|TD|JP|MHA|SCC|OM|ON|KCMG|GCMG|DBE|EGH|CBS|psc|ndc|ndu)$|(?:[A-Z]\.){2,}$"
)
"""Letters behind a name."""


@dataclass(slots=True)
class Piece:
    """A word, a sign of punctuation, or what a name or a list of names was folded to."""

    kind: str
    """A actors, M meetings, D documents, L place, T date, G an unnamed group, c adjective of a state, w word, p sign."""
    text: str
    start: int
    end: int
    """Where it stands in the mask."""
    mentions: list[Mention] = field(default_factory=list)
    people: bool = False
    """Whether the actors are persons; states and bodies otherwise."""
    unnamed: bool = False
    """Whether the actors are leaders or delegations that stand for these states, or an office without a name."""
    of: str = ""
    """What its members are ministers of, when a group says so: "finance" in "the finance ministers"."""
    count: int = 0
    """How many a group says it is: 3 in "the three ministers"."""
    titles: list[tuple[list[Piece], list[Piece]]] = field(default_factory=list)
    """For each person, the pieces of the titles before and after the name."""


@dataclass(frozen=True, slots=True)
class Adjunct:
    """A place or a day that a sentence gives beside its subject, verb and object."""

    start: int
    end: int
    mention: Mention
    before: int
    """Where the piece before it ends in the mask; -1 at the beginning."""
    within: Mention | None = None
    """The greater place that is named with it: the state of a city, the city of a venue."""
    bracket: bool = False


@dataclass(frozen=True, slots=True)
class Short:
    """A sentence in short."""

    one: Mask
    pieces: list[Piece]
    adjuncts: list[Adjunct]
    text: str
    """The pieces with single spaces: items as ⟨A3⟩ with the index of the piece."""
    offsets: list[int]
    """Where each piece begins in the text."""
    read: list[Any] = field(default_factory=list, compare=False)
    """The clauses, once somebody has asked for them."""

    def piece(self, place: int) -> int:
        """Return the index of the piece that covers a place of the text."""
        low, high = 0, len(self.offsets)
        while low < high:
            middle = (low + high) // 2
            if self.offsets[middle] <= place:
                low = middle + 1
            else:
                high = middle
        return low - 1

    def of(self, text: str | None) -> list[Piece]:
        """Return the items whose signs stand in a text."""
        return [self.pieces[int(number)] for number in re.findall(r"⟨[A-Zc](\d+)⟩", text or "")]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span in the mask of two places of the text."""
        return self.pieces[self.piece(first)].start, self.pieces[self.piece(max(first, last - 1))].end


def shorten(one: Mask) -> Short:
    """Return a masked sentence in short."""
    text = _CLOCK.sub(lambda match: " " * len(match.group()), one.text)
    pieces = [
        _piece(one, match)
        for match in _TOKEN.finditer(text)
        if match.group() not in _SILENT and ord(match.group()[0]) < 0x27EA
    ]
    adjuncts: list[Adjunct] = []
    pieces = _without_brackets(pieces, adjuncts)
    pieces = _titles(pieces)
    pieces = _offices(pieces)
    pieces = [
        p
        for n, p in enumerate(pieces)
        if not (p.text in _PASSING and n + 1 < len(pieces) and pieces[n + 1].people)
    ]
    pieces = _without_adjuncts(pieces, adjuncts)
    pieces = _groups(pieces)
    pieces = _lists(pieces)
    pieces = _determined(pieces)
    pieces = _lists(pieces)
    return _made(one, pieces, adjuncts)


def _made(one: Mask, pieces: list[Piece], adjuncts: list[Adjunct]) -> Short:
    parts, offsets, length = [], [], 0
    for number, piece in enumerate(pieces):
        text = f"⟨{piece.kind}{number}⟩" if piece.kind in "AMDLTGc" else piece.text
        offsets.append(length)
        parts.append(text)
        length += len(text) + 1
    return Short(one, pieces, sorted(adjuncts, key=lambda a: a.start), " ".join(parts), offsets)


def _piece(one: Mask, match: re.Match[str]) -> Piece:
    text = match.group()
    if _STYLE.match(text):
        text = "Honourable"
    if text[0] != "⟨":
        kind = "w" if text[0].isalnum() or text == "'s" else "p"
        return Piece(kind, text, match.start(), match.end())
    mention = one.of(text)[0]
    kind = {
        EntityType.PERSON: "A", EntityType.COUNTRY: "A", EntityType.ORGANISATION: "A", EntityType.MEETING: "M",
        EntityType.DOCUMENT: "D", EntityType.PLACE: "L", EntityType.DATE: "T",
    }[mention.type]  # fmt: skip
    if mention.type is EntityType.COUNTRY and mention.level is Level.ADJECTIVE:
        kind = "c"
    return Piece(kind, text, match.start(), match.end(), [mention], people=mention.type is EntityType.PERSON)


def _is(piece: Piece, *types: EntityType) -> bool:
    return bool(piece.mentions) and piece.mentions[0].type in types


_BODY = (EntityType.COUNTRY, EntityType.ORGANISATION)


def _without_brackets(pieces: list[Piece], adjuncts: list[Adjunct]) -> list[Piece]:
    """Drop short brackets; the places and days in them are adjuncts of what stands before."""
    kept: list[Piece] = []
    number = 0
    while number < len(pieces):
        if pieces[number].text == "(":
            close = next(
                (n for n in range(number + 1, min(number + 14, len(pieces))) if pieces[n].text == ")"), -1
            )
            if close > 0:
                inside = pieces[number + 1 : close]
                if kept and kept[-1].people and len(inside) == 1 and _is(inside[0], EntityType.COUNTRY):
                    # "⟨P⟩ (⟨C⟩)" is "⟨P⟩ of ⟨C⟩"
                    kept += [Piece("w", "of", pieces[number].start, pieces[number].end), inside[0]]
                    number = close + 1
                    continue
                places = [p for p in inside if p.kind == "L"]
                state = next((p for p in inside if _is(p, EntityType.COUNTRY)), None)
                before = kept[-1].end if kept else -1
                for piece in [*places[:1], *(p for p in inside if p.kind == "T")]:
                    within = state.mentions[0] if state and piece.kind == "L" else None
                    adjuncts.append(
                        Adjunct(piece.start, piece.end, piece.mentions[0], before, within, bracket=True)
                    )
                number = close + 1
                continue
        kept.append(pieces[number])
        number += 1
    return kept


def title_word(piece: Piece) -> bool:
    """Tell whether a piece is a word of titles."""
    if piece.kind != "w":
        return False
    text = _plain(piece.text)
    return (
        text in TITLE_WORDS or text in DOMAIN or text in HONORIFICS or text in _HEADS_SMALL or _is_head(text)
    )


def _plain(text: str) -> str:
    """Return a word of a heading in capitals as it is written elsewhere: MINISTER → Minister."""
    return text.title() if text.isupper() and len(text) > 3 else text


def _is_head(text: str) -> bool:
    return text.rstrip("s") in TITLE_HEADS or any(
        part in TITLE_HEADS for part in re.split(r"[-/]", text)[:1] + text.split("/")
    )


def head_word(piece: Piece) -> bool:
    """Tell whether a piece is a word that makes a title: Minister, but not Foreign."""
    if piece.kind != "w":
        return False
    text = _plain(piece.text)
    return text in TITLE_HEADS or text in _HEADS_SMALL or text in HONORIFICS or _is_head(text)


def _titles(pieces: list[Piece]) -> list[Piece]:
    """Fold the titles before and after a person into the person."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        if not (piece.kind == "A" and piece.people):
            out.append(piece)
            number += 1
            continue
        start = piece.start
        keep = _before(out)
        before = out[keep:]
        if before:
            start = before[0].start
            del out[keep:]
        last = _after(pieces, number)
        titles = [(before, [p for p in pieces[number + 1 : last + 1] if not _LETTERS.match(p.text)])]
        out.append(
            Piece("A", piece.text, start, pieces[last].end, piece.mentions, people=True, titles=titles)
        )
        number = last + 1
    return out


def _before(out: list[Piece]) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return from where on the pieces before a person are the person's titles."""
    place, first, heads, honours = len(out), len(out), 0, False
    while place > 0 and len(out) - place < 26:
        piece = out[place - 1]
        after = out[place] if place < len(out) else None
        if title_word(piece):
            place -= 1
            first, heads = place, heads + (head_word(piece) and piece.text not in HONORIFICS)
            honours = honours or piece.text in HONORIFICS
            continue
        if (
            piece.kind == "w"
            and piece.text[0].isupper()
            and after is not None
            and heads
            and title_word(after)
        ):
            # "Science and Technology Minister": words of a portfolio
            if piece.text in COMMON or piece.text in VERBS:
                if piece.text in _DETERMINERS:
                    first = place - 1
                break
            place -= 1
            first = place
            continue
        if piece.kind == "c" or (_is(piece, *_BODY) and piece.kind in "Ac") or piece.kind == "L":
            # a state or body belongs to the title when a title word stands beside it, or "of" before it
            before = out[place - 2] if place > 1 else None
            near = after is not None and (
                title_word(after) or after.text in ("'s", ",", "and", "to") or after.kind == "c"
                or (after.kind == "w" and after.text[0].isupper() and place < first + 3)
            )  # fmt: skip
            led = before is not None and (
                before.text in ("of", "for", "to", "from")
                or (before.text == "the" and place > 2 and out[place - 3].text in ("of", "for", "to", "from"))
            )
            if led or (near and heads and piece.kind != "L"):
                place -= 1
                first = place if not led else first
                if led:
                    # only when a title comes before "of"
                    back = _past_state(out, place - 1 - (out[place - 1].text == "the"))
                    if back > 0 and (title_word(out[back - 1]) or out[back - 1].text in ("'s",)):
                        place = back
                        first = place
                        continue
                    if back > 0 and out[back - 1].kind == "w" and out[back - 1].text[0].isupper():
                        place = back
                        first = place
                        continue
                    if not (near and heads):
                        break
                continue
            break
        if piece.text in ("of", "for", "and", "&", "'s", "to", ",", "the", "with", "on", "in") and place > 1:
            before = out[place - 2]
            if piece.text in (",", "to", "with", "on", "in") and not (heads or piece.text == ","):
                break
            if piece.text == "'s" and heads and before.mentions:
                place -= 1
                continue
            if (
                piece.text == ","
                and heads
                and all(p.text in _RANKS for p in out[place:])
                and (office := _office_before(out, place - 1))
            ):
                # "the Permanent Representative of ⟨C⟩, Ambassador ⟨P⟩"
                first = office - 1
                break
            if piece.text == "," and not heads:
                # "the Minister of Foreign Affairs of ⟨C⟩, ⟨P⟩"
                led = (
                    before.kind == "w"
                    and before.text[0].isupper()
                    and before.text not in COMMON
                    and not title_word(before)
                )
                if ((before.kind in "cAL" and not before.people) or led) and _office_before(out, place - 1):
                    first = _office_before(out, place - 1) - 1
                    heads += 1
                    break
                if title_word(before):
                    place -= 1
                    continue
                break
            if title_word(before) and piece.text != "the" and (piece.text not in (",",) or heads):
                if (
                    piece.text == "and"
                    and not heads
                    and not (before.text in DOMAIN or before.text in TITLE_WORDS)
                ):
                    break
                place -= 1
                continue
            if piece.text == "the" and (
                before.text in ("of", "for", "to")
                and place > 2
                and (title_word(out[place - 3]) or out[place - 3].text[0].isupper())
            ):
                place -= 1
                continue
            if (
                piece.text in ("and", "&")
                and heads
                and before.kind == "w"
                and before.text[0].isupper()
                and after is not None
                and after.text in DOMAIN
            ):
                place -= 1
                continue
            if (
                piece.text in ("and",)
                and heads
                and before.kind in "cA"
                and not before.people
                and _plural_title(out, place)
            ):
                place -= 1
                continue
        if piece.text in _DETERMINERS and (heads or first < len(out)):
            first = place - 1
        break
    while first < len(out) and out[first].text in (
        "and",
        ",",
        "of",
        "for",
        "&",
        "to",
        "'s",
        "with",
        "in",
        "on",
    ):
        first += 1
    return first if heads or honours else len(out)


def _past_state(out: list[Piece], place: int) -> int:
    """Return where "of ⟨C⟩" begins before the "to" of "Ambassador of ⟨C⟩ to ⟨C⟩", after whose "of" a title stands."""
    if (
        out[place].text not in ("to", "for")
        or place < 2
        or not _is(out[place - 1], *_BODY)
        or out[place - 1].people
    ):
        return place
    of = place - 2 - (out[place - 2].text == "the")
    return of if of > 0 and out[of].text == "of" else place


def _office_before(out: list[Piece], stop: int) -> int:
    """Return one more than where "the Minister of X of ⟨C⟩ to ⟨C⟩" begins that ends here; 0 when there is none."""
    place, head = stop, 0
    while place > 0 and stop - place < 22:
        piece = out[place - 1]
        if piece.people or not (
            piece.mentions or title_word(piece) or piece.text in ("of", "for", "the", "and", "&", "'s", "to", ",")
            or (piece.kind == "w" and piece.text[0].isupper())
        ):  # fmt: skip
            break
        place -= 1
        if head_word(piece) or (head and title_word(piece)):
            head = place + 1
    if head and head > 1 and out[head - 2].text in _DETERMINERS:
        head -= 1
    return head


def _plural_title(out: list[Piece], place: int) -> bool:
    return any(p.kind == "w" and p.text.endswith("s") and title_word(p) for p in out[place:])


def _after(pieces: list[Piece], number: int) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return the last piece of what follows a person as a title: ", Minister of X of ⟨C⟩,", "of ⟨C⟩"."""
    last = number
    if (
        last + 2 < len(pieces) and pieces[last + 1].text == "of"
        and (_is(pieces[last + 2 + (pieces[last + 2].text == "the" and last + 3 < len(pieces))], *_BODY))
    ):  # fmt: skip
        last += 2 + (pieces[last + 2].text == "the")
    place = last + 1
    while place < len(pieces) and _LETTERS.match(pieces[place].text):
        place += 1
    if place >= len(pieces) or pieces[place].text != ",":
        return last
    place += 1
    if place + 1 < len(pieces) and _LETTERS.match(pieces[place].text) and pieces[place + 1].text == ",":
        place += 2
    if place < len(pieces) and pieces[place].text in ("and", "&"):
        return last
    opened = place
    heads, end = 0, -1
    while place < len(pieces) and place - last < 34:
        piece = pieces[place]
        if title_word(piece):
            heads += head_word(piece)
            end = place
        elif _pronoun(piece):
            pass
        elif (piece.kind in "cAL" and not piece.people) or (piece.kind == "w" and piece.text[0].isupper()):
            end = place
        elif piece.text in (
            "of",
            "for",
            "the",
            "and",
            "&",
            "to",
            "'s",
            "in",
            "on",
            "his",
            "her",
            "a",
            "an",
            "as",
            "current",
            "then",
            "present",
            "now",
        ):
            pass
        elif piece.text == "," and end == place - 1 and place + 1 < len(pieces) and heads:
            following = pieces[place + 1]
            if not (title_word(following) or (following.kind == "w" and following.text[0].isupper())):
                break
            if following.kind == "w" and _reaches_person(pieces, place + 1):
                break
        else:
            break
        place += 1
    if not heads or end < 0:
        return last
    if _reaches_person(pieces, opened):
        return last
    # the comma that closes the apposition
    if end + 1 < len(pieces) and pieces[end + 1].text == ",":
        return end + 1 if not (end + 2 < len(pieces) and pieces[end + 2].people) else end
    return end


def _pronoun(piece: Piece) -> bool:
    """Tell whether a piece is "his" or "her", which a title may have: "⟨P⟩, his ⟨c⟩ counterpart"."""
    return piece.people and len(piece.mentions) == 1 and piece.mentions[0].level is Level.PRONOUN


def _reaches_person(pieces: list[Piece], place: int) -> bool:
    """Tell whether the title that begins here belongs to a person who follows it."""
    led = place < len(pieces) and pieces[place].text in ("the", "The")
    place += place < len(pieces) and pieces[place].text in ("his", "her", "their", "its", "a", "an")
    for number, piece in enumerate(pieces[place : place + 20], place):
        if piece.people and not _pronoun(piece):
            return True
        if (
            piece.text == ","
            and number + 1 < len(pieces)
            and led
            and (pieces[number + 1].people or pieces[number + 1].text in HONORIFICS)
        ):
            continue
        if not (
            piece.mentions or title_word(piece) or piece.text in ("of", "for", "the", "and", "&", "'s", "to")
            or (piece.kind == "w" and piece.text[0].isupper())
        ):  # fmt: skip
            return False
    return False


def _offices(pieces: list[Piece]) -> list[Piece]:
    """Fold an office without a name ("the Foreign Minister of ⟨C⟩"), and leaders who stand for their states."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        if piece.kind == "w" and piece.text in _PLURAL_HEADS:
            states = _states_after(pieces, number + 1)
            if states:
                first = _office_start(out)
                start = out[first].start if first < len(out) else piece.start
                del out[first:]
                mentions = [
                    m
                    for p in pieces[number + 1 : states]
                    for m in p.mentions
                    if _is(p, *_BODY) and p.kind == "A"
                ]
                out.append(Piece("A", piece.text, start, pieces[states - 1].end, mentions, unnamed=True))
                number = states
                continue
        if (
            piece.kind == "w"
            and piece.text in TITLE_HEADS
            and number + 2 < len(pieces)
            and pieces[number + 1].text in ("of", "for", "to")
        ):
            stop = _office_end(pieces, number)
            if stop:
                first = _office_start(out)
                start = out[first].start if first < len(out) else piece.start
                del out[first:]
                out.append(Piece("A", piece.text, start, pieces[stop - 1].end, [], people=True, unnamed=True))
                number = stop
                continue
        if piece.kind in "cA" and not piece.people and number + 1 < len(pieces):
            stop = _several_sides(pieces, number)
            if stop:
                first = _office_start(out)
                start = out[first].start if first < len(out) else piece.start
                del out[first:]
                mentions = [m for p in pieces[number:stop] for m in p.mentions]
                out.append(Piece("A", piece.text, start, pieces[stop - 1].end, mentions, unnamed=True))
                number = stop
                continue
            place = number + 1 + (pieces[number + 1].text == "'s")
            begin = place
            while place < len(pieces) and title_word(pieces[place]) and pieces[place].text not in ("State",):
                place += 1
            if (
                place > begin
                and pieces[place - 1].text in _PLURAL_HEADS
                and piece.kind == "A"
                and not (
                    place < len(pieces)
                    and (
                        pieces[place].people
                        or pieces[place].text in ("'s", "'", "of")
                        or pieces[place].kind == "M"
                    )
                )
            ):
                out.append(
                    Piece("A", piece.text, piece.start, pieces[place - 1].end, piece.mentions, unnamed=True)
                )
                number = place
                continue
            if (
                place > begin
                and pieces[place - 1].text in TITLE_HEADS
                and not (place < len(pieces) and pieces[place].people)
            ):
                out.append(
                    Piece("A", piece.text, piece.start, pieces[place - 1].end, [], people=True, unnamed=True)
                )
                number = place
                continue
            if (
                place < len(pieces)
                and place == begin
                and pieces[place].text
                in ("side", "delegation", "team", "government", "leadership", "Government")
            ):
                out.append(
                    Piece("A", piece.text, piece.start, pieces[place].end, piece.mentions, unnamed=True)
                )
                number = place + 1
                continue
        out.append(piece)
        number += 1
    return out


def _several_sides(pieces: list[Piece], number: int) -> int:
    """Return where "⟨C⟩ and ⟨C⟩ delegations" ends; 0 when it is no such phrase."""
    place, states = number, 0
    while place < len(pieces) and place - number < 24:
        piece = pieces[place]
        if piece.kind in "cA" and not piece.people and _is(piece, *_BODY):
            states += 1
        elif piece.text not in (",", "and", "the"):
            break
        place += 1
    if states < 2 or place >= len(pieces) or pieces[place - 1].text in (",", "and", "the"):
        return 0
    while (
        place < len(pieces) and title_word(pieces[place]) and pieces[place].text not in _PLURAL_HEADS | _SIDES
    ):
        place += 1
    heads = place < len(pieces) and pieces[place].text in _PLURAL_HEADS | _SIDES
    followed = place + 1 < len(pieces) and (
        pieces[place + 1].people or pieces[place + 1].kind == "M" or pieces[place + 1].text in ("'", "'s")
    )
    return place + 1 if heads and not followed else 0


def _office_start(out: list[Piece]) -> int:
    first = len(out)
    while first > 0 and (
        title_word(out[first - 1]) or out[first - 1].text in _DETERMINERS or out[first - 1].text in ("of", "and", "State", "two", "three", "participating", "senior", "high-level")
        or (out[first - 1].kind == "w" and out[first - 1].text in _PLURAL_HEADS)
    ) and len(out) - first < 10:  # fmt: skip
        first -= 1
    while first < len(out) and out[first].text in ("of", "and", "with"):
        first += 1
    return first


def _office_end(pieces: list[Piece], number: int) -> int:
    """Return where "Minister of X of ⟨C⟩" ends, when no person follows; 0 when it is no such phrase."""
    place, end = number + 1, 0
    while place < len(pieces) and place - number < 16:
        piece = pieces[place]
        if piece.people:
            return 0
        if _is(piece, *_BODY) and piece.kind == "A":
            end = place + 1
            break
        if (
            not (
                piece.text in _CONNECT or title_word(piece) or (piece.kind == "w" and piece.text[0].isupper())
            )
            or piece.text == ","
        ):
            break
        place += 1
    if (
        end
        and end < len(pieces)
        and (
            pieces[end].people
            or (pieces[end].text == "," and end + 1 < len(pieces) and pieces[end + 1].people)
        )
    ):
        return 0
    return end


def _states_after(pieces: list[Piece], place: int) -> int:
    """Return where the list of states that follows "leaders of" ends; 0 when none follows."""
    limit = min(place + 10, len(pieces))
    while place < limit and not (_is(pieces[place], *_BODY) and pieces[place].kind == "A"):
        piece = pieces[place]
        if piece.text not in (
            "of",
            "from",
            "representing",
            "the",
            "and",
            "all",
            "Foreign",
            "Affairs",
            "Defence",
            "State",
            "Government",
            "Member",
            "States",
            "member",
            "states",
            "foreign",
            "government",
        ):
            return 0
        place += 1
    if place >= limit or pieces[place - 1].text not in ("of", "from", "representing", "the"):
        return 0
    end = place + 1
    while end + 1 < len(pieces):
        step = end
        while step < len(pieces) and pieces[step].text in (",", "and", "the", "as", "well"):
            step += 1
        if step == end or step >= len(pieces) or not (_is(pieces[step], *_BODY) and pieces[step].kind == "A"):
            break
        if step + 1 < len(pieces) and (pieces[step + 1].text in ("'s",) or title_word(pieces[step + 1])):
            break
        end = step + 1
    return end


def _without_adjuncts(pieces: list[Piece], adjuncts: list[Adjunct]) -> list[Piece]:
    """Set aside the places and days that prepositions introduce."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        stop = _place_end(pieces, number, out) or _time_end(pieces, number, out)
        if not stop:
            out.append(pieces[number])
            number += 1
            continue
        inside = pieces[number:stop]
        before = out[-1].end if out else -1
        if out and out[-1].text == "," and len(out) > 1:
            before = out[-2].end
        places = [p for p in inside if p.kind == "L"]
        states = [p for p in inside if _is(p, EntityType.COUNTRY)]
        if not places and states and inside[0].text in _PLACE_PREPOSITIONS:
            adjuncts.append(Adjunct(inside[0].start, states[0].end, states[0].mentions[0], before))
        both = any(p.text == "and" for p in inside)
        for place in places if both else places[:1]:
            greater = None if both else next((p for p in [*places[1:], *states]), None)
            adjuncts.append(
                Adjunct(
                    inside[0].start,
                    place.end,
                    place.mentions[0],
                    before,
                    greater.mentions[0] if greater else None,
                )
            )
        adjuncts.extend(
            Adjunct(inside[0].start, day.end, day.mentions[0], before) for day in inside if day.kind == "T"
        )
        number = stop
        # "received, on ⟨T⟩, at ⟨L⟩, the ..." leaves no commas behind
        if out and out[-1].text == "," and number < len(pieces) and pieces[number].text == ",":
            out.pop()
            number += 1
        elif not out and number < len(pieces) and pieces[number].text == ",":
            number += 1
    return out


def _place_end(pieces: list[Piece], number: int, out: list[Piece]) -> int:
    piece = pieces[number]
    if piece.text not in _PLACE_PREPOSITIONS:
        return 0
    if out and out[-1].kind == "w" and out[-1].text in _NOT_VENUE:
        return 0
    place = number + 1
    while place < len(pieces) and place - number < 8 and (
        pieces[place].text in ("the", "capital", "city", "of", "headquarters", "premises", "town", "resort", "historic", ",", "its", "building", "Headquarters", "residence")
        or (_is(pieces[place], EntityType.ORGANISATION) and pieces[place].kind == "A" and place + 1 < len(pieces) and pieces[place + 1].text in ("headquarters", "Headquarters", "in", "premises"))
        or (pieces[place].kind == "c" and place + 1 < len(pieces) and pieces[place + 1].text in ("capital", "city"))
    ):  # fmt: skip
        place += 1
        if (
            place < len(pieces)
            and pieces[place].text in ("in", "In")
            and pieces[place - 1].text in ("headquarters", "Headquarters", "premises")
        ):
            place += 1
    if (
        place < len(pieces)
        and _is(pieces[place], EntityType.COUNTRY)
        and pieces[place].kind == "A"
        and out
        and (out[-1].kind == "M" or out[-1].text in ("held", "place"))
    ):
        joined = place + 1 < len(pieces) and pieces[place + 1].text in ("-", "–")
        return place + 1 if not joined and not _acts(pieces, place + 1) else 0
    if place >= len(pieces) or pieces[place].kind != "L":
        return 0
    if place + 1 < len(pieces) and pieces[place + 1].text in ("'s", "-"):
        return 0
    end = place + 1
    while end + 1 < len(pieces) and pieces[end].text in (",", "in") and (
        pieces[end + 1].kind == "L" or (_is(pieces[end + 1], EntityType.COUNTRY) and pieces[end + 1].kind == "A" and not _acts(pieces, end + 2))
    ):  # fmt: skip
        end += 2
    if end == place + 1:
        while (
            end + 1 < len(pieces)
            and pieces[end].text == "and"
            and pieces[end + 1].kind == "L"
            and not _acts(pieces, end + 2)
        ):
            end += 2
    return end


def _acts(pieces: list[Piece], place: int) -> bool:
    """Tell whether the piece before this place is the subject of what follows, or the first of a list."""
    if place >= len(pieces):
        return False
    piece = pieces[place]
    if piece.text == ",":
        return (
            place + 1 < len(pieces)
            and bool(pieces[place + 1].mentions)
            and pieces[place + 1].kind == "A"
            and not pieces[place + 1].people
        )
    return (
        piece.text == "and"
        or piece.text == "'s"
        or (
            piece.kind == "w"
            and piece.text[0].islower()
            and piece.text
            not in _CONNECT
            | _PLACE_PREPOSITIONS
            | {
                "from",
                "where",
                "which",
                "during",
                "between",
                "ahead",
                "after",
                "as",
                "later",
                "next",
                "early",
                "last",
                "this",
                "by",
                "until",
                "today",
            }
            and not piece.text.endswith("ing")
        )
        or title_word(piece)
    )


def _time_end(pieces: list[Piece], number: int, out: list[Piece]) -> int:
    place = number
    while place < len(pieces) and place - number < 5 and (
        pieces[place].text in _TIME_PREPOSITIONS or (pieces[place].text in ("the", "both", "and") and place > number)
        or pieces[place].text in ("morning", "evening", "afternoon", "autumn", "spring", "end", "beginning", "margins")
    ):  # fmt: skip
        place += 1
    if place >= len(pieces) or pieces[place].kind != "T":
        return 0
    if (
        place + 1 < len(pieces)
        and pieces[place + 1].kind in "MD"
        and place == number
        and pieces[place].mentions[0].level is not Level.RELATIVE
    ):
        return 0
    end = place + 1
    while (
        end + 1 < len(pieces)
        and pieces[end].text in ("and", "to", "-", "until", "through")
        and pieces[end + 1].kind == "T"
    ):
        end += 2
    return end


def _groups(pieces: list[Piece]) -> list[Piece]:
    """Fold "the two leaders", "both sides", they and we into a group that the rest of the post must name."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        low = piece.text.lower()
        if (
            not out
            and piece.kind == "w"
            and piece.text in ("Leaders", "Ministers", "Participants", "Delegates")
            and number + 1 < len(pieces)
            and pieces[number + 1].kind == "w"
            and pieces[number + 1].text.islower()
            and pieces[number + 1].text not in ("of", "from", "in", "and", "at")
        ):
            out.append(Piece("G", low, piece.start, piece.end, people=True))
            number += 1
            continue
        if piece.kind == "w" and (low in ("they", "we") or piece.text == "I"):
            out.append(Piece("G", low, piece.start, piece.end, people=True))
            number += 1
            continue
        if piece.kind == "w" and low in ("the", "both", "two", "these", "participating"):
            place = number + 1
            while place < len(pieces) and pieces[place].kind == "w" and place - number < 6 and pieces[place].text.lower() in (
                "two", "three", "four", "five", "the", "participating", "foreign", "defence", "defense", "prime", "of", "state", "government", "and", "finance", "member", "heads", "visiting", "energy", "trade", "economy", "interior", "health", "culture",
            ):  # fmt: skip
                place += 1
            if place < len(pieces) and pieces[place - 1].text in ("state", "government", "delegation", "State", "Government") and any(
                p.text.lower() == "heads" for p in pieces[number:place]
            ):  # fmt: skip
                out.append(Piece("G", "leaders", piece.start, pieces[place - 1].end, people=True))
                number = place
                continue
            if place < len(pieces) and pieces[place].text in _GROUP_HEADS and not (
                place + 1 < len(pieces) and pieces[place + 1].text in ("of", "from", "'s", "representing")
            ):  # fmt: skip
                word = pieces[place].text.lower()
                people = word in (
                    "ministers",
                    "leaders",
                    "presidents",
                    "interlocutors",
                    "officials",
                    "diplomats",
                    "premiers",
                    "counterparts",
                    "chiefs",
                    "principals",
                    "delegates",
                )
                count = max(_COUNTS.get(p.text.lower(), 0) for p in pieces[number:place])
                of = next((p.text.lower() for p in pieces[number:place] if p.text.lower() in _PORTFOLIOS), "")
                out.append(
                    Piece("G", word, piece.start, pieces[place].end, people=people, count=count, of=of)
                )
                number = place + 1
                continue
        out.append(piece)
        number += 1
    return out


def _lists(pieces: list[Piece]) -> list[Piece]:
    """Fold lists of actors, of meetings and of documents into one item each."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        if piece.kind not in "AMDG" or (piece.kind == "A" and piece.unnamed and piece.people):
            out.append(piece)
            number += 1
            continue
        members, end = [piece], number + 1
        closed = False
        while end < len(pieces):
            step = end
            joins = ""
            while step < len(pieces) and step - end < 6 and pieces[step].text in (
                ",", "and", "the", "as", "well", "along", "together", "with", "&", "both", "also", "a", "an", "including",
            ):  # fmt: skip
                joins += f" {pieces[step].text}"
                step += 1
            if (
                step >= len(pieces)
                or not joins
                or joins in (" the", " with", " a", " an", " as", " with the", " also")
            ):
                break
            other = pieces[step]
            if joins.startswith(" , and") and (
                _mixed(piece, other) or closed or (len(members) == 1 and piece.kind == "M")
            ):
                break
            if not _alike(piece, other) or (
                "with" in joins and not re.search(r"along with|together with|and with", joins)
            ):
                break
            if step + 1 < len(pieces) and pieces[step + 1].text == "'s" and not other.people:
                break
            if piece.kind == "M" and joins.strip() == ",":
                pass
            members.append(other)
            closed = (
                closed
                or "and" in joins
                or "well" in joins
                or "along" in joins
                or "together" in joins
                or "&" in joins
            )
            end = step + 1
        if len(members) > 1 and closed:
            out.append(
                Piece(
                    piece.kind, piece.text, piece.start, members[-1].end, [m for p in members for m in p.mentions],
                    people=piece.people, unnamed=piece.unnamed, titles=[t for p in members for t in p.titles],
                )
            )  # fmt: skip
            number = end
        else:
            # no later beginning closes the list either
            out.extend(pieces[number : max(end, number + 1)])
            number = max(end, number + 1)
    return out


def _mixed(one: Piece, other: Piece) -> bool:
    """Tell whether a body stands before a state: ", and ⟨C⟩" then begins a clause of its own."""
    return _is(one, EntityType.ORGANISATION) and _is(other, EntityType.COUNTRY)


def _alike(one: Piece, other: Piece) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind == "A":
        return one.people == other.people and not (other.people and other.unnamed)
    return one.kind in "MD"


_LEFT = re.compile(r"[a-z][\w-]*$|[A-Z][\w-]*$")
_STOPS = frozenset("of for to in on at with by from and or between during that which who held hold".split())


def _determined(pieces: list[Piece]) -> list[Piece]:
    """Fold the determiner and adjectives before meetings, documents and actors into them."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.kind in "MD":
            first = len(out)
            while first > 0 and len(out) - first < 6 and (
                (out[first - 1].kind == "w" and _LEFT.match(out[first - 1].text) and out[first - 1].text not in _STOPS and not out[first - 1].text.endswith(("ed", "ing")))
                or out[first - 1].kind == "c"
            ):  # fmt: skip
                first -= 1
                if out[first].text in _DETERMINERS:
                    break
            if first < len(out) and out[first].text in _DETERMINERS:
                piece = Piece(piece.kind, piece.text, out[first].start, piece.end, piece.mentions)
                del out[first:]
        elif piece.kind == "A" and out and out[-1].text in ("the", "The") and not piece.people:
            piece = Piece("A", piece.text, out[-1].start, piece.end, piece.mentions, unnamed=piece.unnamed)
            out.pop()
        out.append(piece)
    return out
