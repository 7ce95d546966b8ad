"""Whether the head of a body is a part of something else, or of a name that is on the board."""

from __future__ import annotations

from loader.extraction.mentions.body_tails import plenary, shared_state
from loader.extraction.mentions.draft import C, D, Draft, L, O, P
from loader.extraction.mentions.words import ROOMS, TITLE_HEADS, VENUE_KINDS
from loader.model import Level

_PACTS = frozenset("Agreement Agreements Treaty Accord Pact".split())
_AGREED = frozenset(
    "Association Union Forces Market Service Community Facility Network Company Partnership".split()
)
"""Heads of bodies that agreements are about."""


def is_part(draft: Draft, number: int, word: str) -> bool:
    """Tell whether the head of a body is a part of something else: of a treaty, a hall, a title."""
    tokens, board = draft.tokens, draft.board
    start, end = tokens.starts[number], tokens.ends[number]
    before, following = tokens.word(number - 1), tokens.word(number + 1)
    if board.first(start, end, P, C):
        return True
    if (
        word == "Alliance"
        and "-" in before
        and board.first(tokens.starts[number - 1], tokens.ends[number - 1], C)
    ):
        return True
    document = board.ending(end, D)
    if document and document.rule == "vocabulary" and document.level is Level.NAME:
        # A treaty may be called a union or an initiative.
        return True
    if word in ("Centre", "Center") and before in VENUE_KINDS:
        return True
    place = board.ending(end, L)
    if place and place.rule == "vocabulary" and place.start < start:
        # "the West Bank"
        return True
    if word == "Ministries" and _several(draft, number):
        # "the Ministries of Foreign Affairs of Peru and Chile"
        return True
    if word == "Office" and before == "Foreign" and following in ("Consultation", "Consultations"):
        return True
    if following in _PACTS and word in _AGREED and tokens.joined(number + 1):
        # "Association Agreement", "Status of Forces Agreement"
        return True
    joined = bool(following) and tokens.joined(number + 1)
    return joined and (following in ROOMS or (word == "Cabinet" and following in TITLE_HEADS))


def _several(draft: Draft, number: int) -> bool:
    """Tell whether the ministries of two states are meant."""
    tokens = draft.tokens
    hit = next(
        (
            hit
            for place in range(number + 1, min(number + 9, len(tokens.words)))
            if (hit := draft.board.at(tokens.starts[place], C))
        ),
        None,
    )
    return hit is not None and shared_state(draft, tokens.after(hit.end)) is not None


def covered(draft: Draft, number: int) -> bool:
    """Tell whether a body is on the board already and its name does not go on to either side."""
    tokens = draft.tokens
    start, end = tokens.starts[number], tokens.ends[number]
    covering = draft.board.first(start, end, O)
    if covering is None:
        return False
    if tokens.word(number + 1) == "of" and plenary(draft, number + 2):
        return False
    if covering.end != end:
        return True
    before = tokens.at.get(covering.start, 0) - 1
    if before >= 0 and tokens.joined(before + 1) and draft.board.ending(tokens.ends[before], O):
        # "OAS General Assembly"
        return False
    if tokens.word(tokens.at.get(covering.start, 0) - 1) in ("National", "Supreme", "Higher", "Collective"):
        return False
    if covering.rule != "vocabulary":
        return tokens.word(number + 1) not in ("of", "for", "on")
    owner = number + 2 + (tokens.word(number + 2) == "the")
    return not (
        draft.text.startswith("Office of the ", covering.start)
        and tokens.word(number + 1) == "of"
        and owner < len(tokens.words)
        and draft.board.at(tokens.starts[owner], O)
    )
