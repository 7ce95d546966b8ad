"""What a sentence in short is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from loader.extraction.masks import Mask
from loader.model import EntityType, Mention


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


BODY = (EntityType.COUNTRY, EntityType.ORGANISATION)


def is_a(piece: Piece, *types: EntityType) -> bool:
    """Tell whether a piece is a mention of one of these types, or a list that begins with one."""
    return bool(piece.mentions) and piece.mentions[0].type in types
