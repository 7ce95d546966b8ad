"""How far a meeting's name reaches to the left of its head."""

from __future__ import annotations

import itertools

from loader.extraction.mentions.draft import C, D, Draft, L, O, P, T
from loader.extraction.mentions.meeting_words import (
    ADJECTIVES,
    AFTER_AND,
    BEFORE_AND,
    OWNERS,
    STOP,
)  # fmt: skip
from loader.extraction.mentions.words import MEETING_HEADS, TITLE_HEADS, ordinal

_REACH = 16
_NO_PART = STOP | TITLE_HEADS - {"General"}
_DASHES = ("-", "–", "—")


def compound(draft: Draft, begin: int, end: int) -> bool:
    """Tell whether two parties joined by a hyphen or dash stand before the head: Russia-ASEAN."""
    hits = sorted(draft.board.over(begin, end, C, O, L), key=lambda hit: hit.start)
    for left, right in itertools.pairwise(hits):
        if draft.text[left.end : right.start] in ("-", "–", " - ", " – ", "—", "/", "-the "):
            return True
    return any(
        (draft.text[hit.start - 1 : hit.start] in _DASHES and hit.start > begin)
        or draft.text[hit.end : hit.end + 1] in (*_DASHES, "+")
        for hit in hits
    )


def left(draft: Draft, number: int, *, small: bool) -> int:
    """Return the first word of the phrase before a head.

    Args:
        draft: the post so far.
        number: the head's number among the words.
        small: whether the head begins with a small letter.
    """
    tokens = draft.titled
    first = place = number
    while (
        place > 0 and number - place < _REACH and "\n" not in tokens.gap(place) and len(tokens.gap(place)) < 2
    ):
        step = _party(draft, place, small=small)
        if step is None:
            step = _joined(draft, place, number, small=small)
        if step is not None:
            place, first = step, step if step >= 0 else first
            continue
        before = tokens.words[place - 1]
        if before in _DASHES and _dash(draft, place):
            place -= 1
            continue
        if _stops(draft, place, small=small):
            break
        if ordinal(before) is not None:
            place = first = place - 1
            if tokens.word(place - 1) == "and" and ordinal(tokens.word(place - 2)) is not None:
                # "44th and 45th ASEAN Summits"
                place = first = place - 2
            if tokens.word(place - 1) in ("the", "The"):
                break
            continue
        if small and before in ADJECTIVES:
            place -= 1
            if (
                ordinal(tokens.word(place - 1)) is not None
                or (draft.board.ending(tokens.ends[place - 1], C, O) and tokens.joined(place))
                or (first == place + 1 and first != number)
            ):
                first = place
            continue
        if not _capitalised(draft, place, number):
            break
        place = first = place - 1
    return _trimmed(draft, first, number)


def _party(draft: Draft, place: int, *, small: bool) -> int | None:
    """Return the first word of the state, body or place that ends before a word."""
    tokens, board = draft.titled, draft.board
    hit = board.ending(tokens.ends[place - 1], C, O, L)
    if not hit or hit.level.value in ("FLAG", "TAG") or tokens.gap(place) not in (" ", "", "-"):
        return None
    covered = tokens.at.get(hit.start)
    if covered is None:
        # a part of one hyphenated word: take the whole word, "U.S.-Japan-Republic of Korea", and what ends in it
        whole = tokens.after(hit.start) - 1
        other = board.first(tokens.starts[whole], tokens.starts[whole] + 1, C, O, L)
        return tokens.after(other.start + 1) - 1 if other else whole
    if (
        hit.type is L
        and hit.rule == "vocabulary"
        and small
        and board.first(tokens.starts[place], tokens.ends[place], C) is None
    ):
        return None
    return covered


def _joined(draft: Draft, place: int, number: int, *, small: bool) -> int | None:
    """Return the first word of "Ministers'" or of "Trade and" before a word."""
    tokens = draft.titled
    before, earlier = tokens.words[place - 1], tokens.word(place - 2)
    if before == "'" and earlier in OWNERS:
        return place - 2
    if before not in ("and", "&", ",") or place < 2:
        return None
    following = tokens.words[place]
    if before == ",":
        # "Trade, Investment and Technology Forum"
        listed = (
            earlier in BEFORE_AND and following in BEFORE_AND and tokens.word(place + 1) in ("and", "&", ",")
        )
        return place - 2 if listed and not small else None
    if earlier in BEFORE_AND or (tokens.capital(place - 2) and not small and following in AFTER_AND):
        return None if draft.board.ending(tokens.ends[place - 2], P, O) else place - 2
    party = draft.board.ending(tokens.ends[place - 2], C, O)
    if party and draft.board.at(tokens.starts[place], C, O) and place < number:
        # a headline that begins with two parties: "UK and NB8 Ministerial Roundtable"
        opens = party.start == 0 or draft.text[party.start - 1] == "\n"
        return tokens.at.get(party.start) if opens else None
    return None


def _dash(draft: Draft, place: int) -> bool:
    tokens, board = draft.titled, draft.board
    return tokens.gap(place) == "" or bool(
        board.ending(tokens.ends[place - 2], C, O, L)
        and board.first(tokens.starts[place], tokens.ends[place], C, O, L)
    )


def _stops(draft: Draft, place: int, *, small: bool) -> bool:
    """Tell whether the phrase ends before a word: "Conference on X", "the first of the Summits"."""
    tokens = draft.titled
    before = tokens.words[place - 1]
    if (
        before == "on"
        and not small
        and tokens.capital(place - 2)
        and tokens.words[place - 2] in MEETING_HEADS
    ):
        return True
    return before == "of" and ordinal(tokens.word(place - 2)) is not None


def _capitalised(draft: Draft, place: int, number: int) -> bool:
    """Tell whether the word before a place is a capitalised word that a name may go through."""
    tokens = draft.titled
    before = tokens.words[place - 1]
    if before.startswith("2+2"):
        return True
    if before.isdigit() and len(before) < 3:
        # "TICAD 8 Ministerial Meeting"
        return (
            len(tokens.word(place - 2)) > 2 and tokens.word(place - 2).isupper() and tokens.joined(place - 1)
        )
    if before.isdigit() and len(before) == 4:
        return place == number or (tokens.word(place - 2) in ("the", "The") and tokens.capital(place))
    if not before[0].isupper() or before in _NO_PART:
        return False
    if draft.board.first(tokens.starts[place - 1], tokens.ends[place - 1], P, T):
        return False
    # a title that also holds the head: "Chair's Statement of the 20th Summit"
    title = draft.board.first(tokens.starts[place - 1], tokens.ends[place - 1], D)
    return title is None or title.end >= tokens.ends[number]


def _trimmed(draft: Draft, first: int, number: int) -> int:
    """Return the first word without articles and small words in front."""
    tokens = draft.titled
    while first < number and (
        tokens.words[first].casefold() in ("the", "a", "and", "-", "–", "—", "&", ",")
        or (
            tokens.words[first].islower()
            and ordinal(tokens.words[first]) is None
            and "-" not in tokens.words[first]
        )
    ):
        if draft.board.at(tokens.starts[first], C, O, L):
            break
        first += 1
    return first


__all__ = ["compound", "left"]
