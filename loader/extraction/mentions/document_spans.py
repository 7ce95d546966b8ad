"""How far a document's title reaches to the left of its head."""

from __future__ import annotations

import re

from loader.extraction.mentions.document_words import (
    BEFORE_AND,
    HEADS,
    OWNERS,
    STOP,
)  # fmt: skip
from loader.extraction.mentions.draft import C, Draft, L, O, P, T
from loader.extraction.mentions.words import BODIES, MEETING_HEADS, TITLE_HEADS, ordinal

YEARS = re.compile(r"(?:19|20)\d\d(?: ?[-–] ?(?:19|20)?\d\d)?$")

_NO_OWN = TITLE_HEADS | BODIES | MEETING_HEADS | HEADS | STOP


def left(draft: Draft, number: int) -> int:
    """Return the first word of the capitalised phrase before a head."""
    tokens = draft.titled
    first = place = number
    while place > 0 and number - place < 11 and tokens.joined(place):
        step = _party(draft, place)
        if step is None:
            step = _joined(draft, place, number)
        if step is not None:
            place = first = step
            continue
        if not _capitalised(draft, place, number):
            break
        place = first = place - 1
        if YEARS.match(tokens.words[place]):
            break
    return first


def _party(draft: Draft, place: int) -> int | None:
    """Return the first word of the state, body or place that ends before a word."""
    tokens, board = draft.titled, draft.board
    hit = board.ending(tokens.ends[place - 1], C, O, L)
    if not hit or hit.level.value == "FLAG" or tokens.words[place - 1] in TITLE_HEADS:
        return None
    covered = tokens.at.get(hit.start)
    if covered is not None:
        return covered
    # a part of one hyphenated word: take the whole word, "U.S.-Japan-Republic of Korea"
    whole = tokens.after(hit.start) - 1
    other = board.first(tokens.starts[whole], tokens.starts[whole] + 1, C, O, L)
    return tokens.after(other.start + 1) - 1 if other and tokens.words[whole][0].isupper() else None


def _joined(draft: Draft, place: int, number: int) -> int | None:
    """Return the first word of "Leaders'", "Partnership and", "Trade in" or "Code of" before a word."""
    tokens = draft.titled
    before, earlier = tokens.words[place - 1], tokens.word(place - 2)
    if before in ("'", "'s") and earlier in OWNERS and tokens.gap(place - 1) == "":
        return place - 2
    if (
        before in ("and", "&")
        and earlier in BEFORE_AND
        and tokens.capital(place)
        and tokens.joined(place - 1)
    ):
        return place - 2
    if before == "in" and earlier == "Trade" and tokens.words[place] in ("Goods", "Services"):
        return place - 2
    if (
        before == "of"
        and place == number - 1
        and tokens.capital(place - 2)
        and tokens.joined(place - 1)
        and earlier not in _NO_OWN
        and not draft.board.first(tokens.starts[place - 2], tokens.ends[place - 2], P, C, O, T)
    ):
        return place - 2
    return None


def _capitalised(draft: Draft, place: int, number: int) -> bool:
    """Tell whether the word before a place is one that a title may go through."""
    tokens, board = draft.titled, draft.board
    before = tokens.words[place - 1]
    if before[0].isdigit():
        return ordinal(before) is not None or bool(
            YEARS.match(before)
            and (place == number or len(before) > 4 or tokens.word(place - 2) in ("the", "The"))
        )
    return (
        before[0].isupper()
        and before not in STOP
        and (before not in TITLE_HEADS or before == "General")
        and board.first(tokens.starts[place - 1], tokens.ends[place - 1], P) is None
        and board.first(tokens.starts[place - 1], tokens.starts[place - 1] + 1, T) is None
    )


__all__ = ["YEARS", "left"]
