"""How far a title reaches from its head to the name behind it."""

from __future__ import annotations

from loader.extraction.mentions.draft import C, Draft, O, P
from loader.extraction.mentions.people import head_of
from loader.extraction.mentions.title_phrases import PREPOSITIONS, skip_phrase
from loader.extraction.mentions.words import DOMAIN, HONORIFICS, TITLE_HEADS, TITLE_WORDS

_HONORIFICS_DOT = HONORIFICS | {"."}


def walk_title(draft: Draft, number: int) -> tuple[int, tuple[str, ...], bool] | None:  # noqa: C901 (one branch a kind of word)
    """Walk over a title from its head.

    Returns:
        Number of the word where the name may begin, ids of the states and bodies passed, and whether a comma was
        passed last; None when no name can follow.
    """
    tokens, board = draft.tokens, draft.board
    place, steps, passed = number + 1, 0, False
    bodies: list[str] = []
    if tokens.word(place) == "." and tokens.words[number] in HONORIFICS and tokens.gap(place) == "":
        place += 1
    while place < len(tokens.words) and steps < 14:
        steps += 1
        word, gap = tokens.words[place], tokens.gap(place)
        if "\n" in gap or len(gap) > 2:
            return None
        if word == "'s":
            return None
        if word in ("d'Affaires", "d'affaires", "a.i.", "h.c.", "mult", "ad", "interim"):
            place += 1
            continue
        if word in PREPOSITIONS or (word == "and" and head_of_phrase(draft, place + 1) is not None):
            if word == "and":
                place = head_of_phrase(draft, place + 1) or place
                place += 1
                continue
            place = skip_phrase(draft, place + 1, bodies)
            if place < 0:
                return None
            passed = True
            continue
        if word == ",":
            if tokens.word(place + 1) in PREPOSITIONS and tokens.capital(place + 2):
                place += 1
                continue
            if not bodies and not passed and not _definite(draft, number):
                return None
            skip = place + 1
            while tokens.word(skip) in HONORIFICS or tokens.word(skip) == ".":
                skip += 1
            if head_of(tokens.word(skip)) or head_of_phrase(draft, skip) is not None:
                return None
            return skip, tuple(bodies), True
        if gap not in (" ", "") or (gap == "" and tokens.words[place - 1] not in _HONORIFICS_DOT):
            return None
        if word in HONORIFICS or head_of(word):
            place += 1 + (tokens.word(place + 1) == "." and word in HONORIFICS)
            continue
        if word in TITLE_WORDS and (after := head_of_phrase(draft, place)) is not None:
            place = after + 1
            continue
        hit = board.at(tokens.starts[place], O, C)
        if hit and not board.at(tokens.starts[place], P):
            # "Foreign Minister Republic of Korea X" does not occur, "Ambassador, Sri Lanka" does not name.
            return None
        if (
            word[0].isupper()
            or word == "["
            or word.split("-")[0] in ("al", "el", "bin", "von", "van", "de", "da", "ul")
        ):
            return place, tuple(bodies), False
        return None
    return None


def _definite(draft: Draft, number: int) -> bool:
    """Tell whether a title means one holder: "the Prime Minister", "Peru's Foreign Minister", "his counterpart"."""
    words = draft.tokens.words
    return any(
        word in ("the", "The", "his", "her", "our", "its", "their", "'s", "'")
        for word in words[max(0, number - 4) : number]
    )


def head_of_phrase(draft: Draft, number: int, most: int = 7) -> int | None:
    """Return the number of the title head that a phrase leads to: "Deputy Prime Minister" → "Minister"."""
    tokens = draft.tokens
    if tokens.word(number) in ("the", "his", "her", "its", "a"):
        number += 1
    for place in range(number, min(number + most, len(tokens.words))):
        word = tokens.words[place]
        if place > number and tokens.gap(place) != " ":
            return None
        if head_of(word) and (word in TITLE_HEADS or word not in HONORIFICS):
            if word == "Deputy" and tokens.capital(place + 1):
                continue
            return place
        if (
            word not in TITLE_WORDS
            and word not in DOMAIN
            and not draft.board.first(tokens.starts[place], tokens.ends[place], C, O)
            and word not in ("and", "of", "former")
        ):
            return None
    return None
