"""How far the name of a body reaches to the right of its head."""

from __future__ import annotations

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.body_joins import joins, listing, name_goes_on
from loader.extraction.mentions.draft import C, Draft, L, O, P, T
from loader.extraction.mentions.words import (
    BODIES,
    DOMAIN,
    MEETING_HEADS,
    NO_NAME_PART,
    PLENARIES,
    TITLE_HEADS,
)
from loader.model import Level

_JOINT = frozenset(
    "Interstate Joint Intergovernmental Inter-Governmental Strategic Supreme High-Level Cooperation Coordination Bilateral Business".split()
)
"""Words of bodies that two states share."""
_SITTING = TITLE_HEADS | {"Foreign", "Defence", "Defense", "Permanent"}
"""Words that those who sit in a body may be called by."""


def right(draft: Draft, number: int) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return the last word of "of X and Y" after a head."""
    tokens, board = draft.tokens, draft.board
    last = place = number
    opened = False
    while place + 1 < len(tokens.words) and place - number < 18:
        word = tokens.words[place + 1]
        gap = tokens.gap(place + 1)
        if "\n" in gap or len(gap) > 1:
            break
        if not opened and word not in ("of", "for", "on", "to", "in", "against"):
            break
        if word in ("of", "for", "on", "to", "in", "against", "the", "and", "&", "between") or (
            word == "," and opened and listing(draft, place + 1)
        ):
            if word in ("to", "on", "in", "for") and not name_goes_on(draft, place + 1, number):
                break
            if word == "and" and not joins(draft, place + 1, number):
                break
            place += 1
            opened = True
            continue
        if word in PLENARIES or (word in _SITTING and plenary(draft, place + 1)):
            place += 1
            last = place
            continue
        hit = board.at(tokens.starts[place + 1], C, O, L)
        if hit and hit.end <= tokens.ends[place]:
            hit = None
        if hit:
            if hit.level.value == "ADJ" and tokens.word(tokens.after(hit.end)).islower():
                break
            place = tokens.after(hit.end) - 1
            last = place
            if (
                tokens.capital(place + 1)
                and tokens.joined(place + 1)
                and tokens.words[place + 1] not in BODIES
                and tokens.words[place + 1] not in DOMAIN
            ):
                # "of the SCO Secretariat NAME": who follows is no part of it.
                break
            if hit.type is C and tokens.word(place + 1) in ("of", "for", "on", "to", "in"):
                break
            if (
                hit.type is L
                and tokens.word(place + 1) == "and"
                and board.at(
                    tokens.starts[min(place + 2 + (tokens.word(place + 2) == "the"), len(tokens.words) - 1)],
                    L,
                )
            ):
                # "for West Africa and the Sahel"
                place += 1 + (tokens.word(place + 2) == "the")
                opened = True
                continue
            if hit.type is C and (end := _shared(draft, place + 1, number)):
                return end
            if (
                tokens.word(place + 1) in ("and",)
                and hit.type is C
                and tokens.words[number] not in ("Federation", "Council", "Association")
            ):
                break
            continue
        if (
            word[0].isupper()
            and (
                word not in NO_NAME_PART
                or (
                    word in ("Government", "Media")
                    and (tokens.words[place] == "and" or tokens.words[place - 1] == "Heads")
                )
            )
            and not (
                word in TITLE_HEADS
                and tokens.words[number] != "Office"
                and word
                not in (
                    "Ministers",
                    "Heads",
                    "Representatives",
                    "General",
                    "Judges",
                    "Ambassadors",
                    "Justice",
                )
            )
            and (word not in MEETING_HEADS or word in BODIES)
        ):
            if board.first(tokens.starts[place + 1], tokens.ends[place + 1], P, T):
                break
            place += 1
            last = place
            continue
        break
    return last


def _shared(draft: Draft, number: int, head: int) -> int:
    """Return the last word of "and STATE" behind a first state whose joint body it is; 0 when it is none."""
    words = draft.tokens.words
    if words[head] not in ("Council", "Commission", "Committee") or not _JOINT & set(
        words[max(0, head - 5) : head]
    ):
        return 0
    hit = shared_state(draft, number)
    return draft.tokens.after(hit.end) - 1 if hit and hit.level is Level.NAME else 0


def plenary(draft: Draft, number: int) -> bool:
    """Tell whether those who sit in a body follow: Heads of State, Foreign Ministers, Permanent Representatives."""
    tokens = draft.tokens
    steps = 0
    while tokens.capital(number) and steps < 3:
        if tokens.words[number] in PLENARIES:
            return True
        number += 1
        steps += 1
    return False


def shared_state(draft: Draft, number: int) -> Hit | None:
    """Return the state behind "and" or "and the"."""
    tokens = draft.tokens
    other = number + 1 + (tokens.word(number + 1) == "the")
    if tokens.word(number) != "and" or other >= len(tokens.words):
        return None
    return draft.board.at(tokens.starts[other], C)
