"""Where the mentions of a post stand while they are being found: overlap is looked up in constant time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from loader.extraction.lexicon import Hit
from loader.model import EntityType

BEGINS, INSIDE = 1, 2


class Board:
    """The hits of one text; among hits of one type the longest wins and none overlap."""

    def __init__(self, length: int) -> None:
        """Make an empty board for a text of that many code points."""
        self._length = length
        self._marks: dict[EntityType, bytearray] = {}
        self._starts: defaultdict[EntityType, dict[int, Hit]] = defaultdict(dict)
        self._ends: defaultdict[EntityType, dict[int, Hit]] = defaultdict(dict)

    def add(self, hit: Hit, *, force: bool = False) -> bool:
        """Put a hit on the board unless one of its type that is as long stands in its way; tell whether it was put.

        With ``force`` every hit in its way is removed, however long.
        """
        if hit.start >= hit.end:
            return False
        others = list(self.over(hit.start, hit.end, hit.type))
        if not force and any(other.end - other.start >= hit.end - hit.start for other in others):
            return False
        for other in others:
            self.remove(other)
        marks = self._marks.get(hit.type)
        if marks is None:
            marks = self._marks[hit.type] = bytearray(self._length)
        marks[hit.start : hit.end] = bytes((BEGINS,)) + bytes((INSIDE,)) * (hit.end - hit.start - 1)
        self._starts[hit.type][hit.start] = hit
        self._ends[hit.type][hit.end] = hit
        return True

    def remove(self, hit: Hit) -> None:
        """Take a hit off the board."""
        if self._starts[hit.type].get(hit.start) != hit:
            return
        self._marks[hit.type][hit.start : hit.end] = bytes(hit.end - hit.start)
        del self._starts[hit.type][hit.start]
        del self._ends[hit.type][hit.end]

    def over(self, start: int, end: int, *types: EntityType) -> Iterator[Hit]:
        """Yield the hits of these types (of all when none is named) that share a character with a span."""
        for type_ in types or tuple(self._marks):
            marks = self._marks.get(type_)
            if marks is None or start >= self._length:
                continue
            place = start
            place = (
                marks.rfind(BEGINS, 0, start) if marks[start] == INSIDE else marks.find(BEGINS, start, end)
            )
            found = []
            while 0 <= place < end:
                found.append(self._starts[type_][place])
                place = marks.find(BEGINS, max(place + 1, start), end)
            yield from found

    def first(self, start: int, end: int, *types: EntityType) -> Hit | None:
        """Return one hit of these types over a span, or None."""
        if start >= self._length:
            return None
        for type_ in types or tuple(self._marks):
            marks = self._marks.get(type_)
            if marks is None:
                continue
            if marks[start] == INSIDE:
                return self._starts[type_][marks.rfind(BEGINS, 0, start)]
            place = marks.find(BEGINS, start, end)
            if place >= 0:
                return self._starts[type_][place]
        return None

    def at(self, start: int, *types: EntityType) -> Hit | None:
        """Return the longest hit of these types that begins at a place."""
        found = [self._starts[type_][start] for type_ in types if start in self._starts[type_]]
        return max(found, key=lambda hit: hit.end, default=None)

    def ending(self, end: int, *types: EntityType) -> Hit | None:
        """Return the longest hit of these types that ends at a place."""
        found = [self._ends[type_][end] for type_ in types if end in self._ends[type_]]
        return min(found, key=lambda hit: hit.start, default=None)

    def all(self, *types: EntityType) -> list[Hit]:
        """Return the hits of these types (of all when none is named) by start, longest first."""
        chosen = types or tuple(EntityType)
        found = [hit for type_ in chosen for hit in self._starts[type_].values()]
        return sorted(found, key=lambda hit: (hit.start, -hit.end, hit.type.value))
