"""Persons by the state they come from and the medium they work for."""

from __future__ import annotations

from loader.extraction.mentions.draft import C, D, Draft, L, M, O
from loader.extraction.mentions.names import name_before
from loader.extraction.mentions.people import add_person, head_of
from loader.extraction.mentions.words import DOMAIN, TITLE_WORDS
from loader.model import Level

_WHERE = frozenset("in at to from near of for the visit outside".split())
_FROM = (", ", " of ", " from ", " with ", " (", " - ")


def find_of_state(draft: Draft, number: int) -> None:
    """Find "NAME of STATE"."""
    tokens = draft.tokens
    place = number + 1 + (tokens.word(number + 1) == "the")
    if place >= len(tokens.words) or not draft.board.at(tokens.starts[place], C):
        return
    span = name_before(draft, number - 1)
    if (
        span
        and not draft.board.first(*span, O, L, C, M, D)
        and len(draft.text[span[0] : span[1]].split()) <= 4
    ):
        before = tokens.after(span[0]) - 1
        if (
            before >= 0
            and tokens.joined(before + 1)
            and (
                tokens.words[before] in ("the", "The", "a", "this")
                or (tokens.capital(before) and not head_of(tokens.words[before]))
            )
        ):
            return
        hit = draft.board.at(tokens.starts[place], C)
        add_person(draft, *span, "name of state", "", (hit.id,) if hit else ())


def find_before_state(draft: Draft, number: int) -> None:
    """Find "NAME (STATE)", as records of meetings list their speakers."""
    tokens, board = draft.tokens, draft.board
    hit = board.at(tokens.starts[number + 1], C) if number + 1 < len(tokens.words) else None
    if (
        hit is None
        or hit.level is not Level.NAME
        or draft.text[hit.end : hit.end + 1] != ")"
        or not tokens.capital(number - 1)
    ):
        return
    span = name_before(draft, number - 1)
    if span and len(draft.text[slice(*span)].split(" ")) <= 4 and not board.first(*span):
        before = tokens.word(tokens.after(span[0]) - 1)
        if before not in _WHERE and not before[:1].isupper():
            add_person(draft, *span, "name (state)", "", (hit.id,))


def find_reporters(draft: Draft) -> None:
    """Find the names before the media that somebody works for: "NAME, Reuters", "NAME of CNN"."""
    tokens, board = draft.tokens, draft.board
    for hit in board.all(O):
        if draft.entity(hit.id).kind != "media":
            continue
        sign = next((one for one in _FROM if draft.text.endswith(one, 0, hit.start)), "")
        number = tokens.after(hit.start - len(sign)) - 1
        if (
            not sign
            or number < 1
            or tokens.ends[number] != hit.start - len(sign)
            or not tokens.capital(number)
        ):
            continue
        span = name_before(draft, number)
        words = draft.text[slice(*span)].split(" ") if span else []
        if (
            span
            and 2 <= len(words) <= 4
            and not board.first(*span)
            and not any(w in TITLE_WORDS or w in DOMAIN for w in words)
        ):
            before = tokens.word(tokens.after(span[0]) - 1)
            if (
                before not in _WHERE
                and before not in ("the", "The")
                and not (before[:1].isupper() and draft.text[span[0] - 1] == " ")
            ):
                add_person(draft, *span, "reporter")
