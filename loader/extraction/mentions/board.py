"""Where the mentions of a post stand while they are being found: overlap is looked up in constant time."""

from __future__ import annotations

from operator import attrgetter

from loader.extraction.lexicon import Hit
from loader.model import EntityType

BEGINS, INSIDE = 1, 2
_MORE = bytes((number + 1) % 256 for number in range(256))
_FEWER = bytes((number - 1) % 256 for number in range(256))
_BY_START = attrgetter("start")


class Board:
    """The hits of one text; among hits of one type the longest wins and none overlap."""

    def __init__(self, length: int) -> None:
        """Make an empty board for a text of that many code points."""
        self._length = length
        self._marks: dict[EntityType, bytearray] = {}
        self._layers = bytearray(length)
        """How many hits stand over each character: most questions are about places where none does."""
        self._starts: dict[EntityType, dict[int, Hit]] = {type_: {} for type_ in EntityType}
        self._ends: dict[EntityType, dict[int, Hit]] = {type_: {} for type_ in EntityType}

    def add(self, hit: Hit, *, force: bool = False) -> bool:
        """Put a hit on the board unless one of its type that is as long stands in its way; tell whether it was put.

        With ``force`` every hit in its way is removed, however long.
        """
        if hit.start >= hit.end:
            return False
        size = hit.end - hit.start
        marks = self._marks.get(hit.type)
        if marks is None:
            marks = self._marks[hit.type] = bytearray(self._length)
        elif others := self.over(hit.start, hit.end, hit.type):
            if not force and any(other.end - other.start >= size for other in others):
                return False
            for other in others:
                self.remove(other)
        marks[hit.start : hit.end] = b"\1" + b"\2" * (size - 1)
        self._layers[hit.start : hit.end] = self._layers[hit.start : hit.end].translate(_MORE)
        self._starts[hit.type][hit.start] = hit
        self._ends[hit.type][hit.end] = hit
        return True

    def remove(self, hit: Hit) -> None:
        """Take a hit off the board."""
        if self._starts[hit.type].get(hit.start) != hit:
            return
        self._marks[hit.type][hit.start : hit.end] = bytes(hit.end - hit.start)
        self._layers[hit.start : hit.end] = self._layers[hit.start : hit.end].translate(_FEWER)
        del self._starts[hit.type][hit.start]
        del self._ends[hit.type][hit.end]

    def alone(self, hit: Hit) -> bool:
        """Tell whether a hit is on the board and shares no character with another one."""
        return (
            self._layers.count(1, hit.start, hit.end) == hit.end - hit.start
            and self._starts[hit.type].get(hit.start) is hit
        )

    def free(self, start: int, end: int) -> bool:
        """Tell whether no hit shares a character with a span."""
        return self._layers.count(0, start, end) == end - start

    def over(self, start: int, end: int, *types: EntityType) -> list[Hit]:
        """Return the hits of these types (of all when none is named) that share a character with a span."""
        found: list[Hit] = []
        if start >= self._length or (0 <= start < end and self._layers.count(0, start, end) == end - start):
            return found
        for type_ in types or self._marks:
            marks = self._marks.get(type_)
            if marks is None:
                continue
            place = (
                marks.rfind(BEGINS, 0, start) if marks[start] == INSIDE else marks.find(BEGINS, start, end)
            )
            while 0 <= place < end:
                found.append(self._starts[type_][place])
                place = marks.find(BEGINS, max(place + 1, start), end)
        return found

    def first(self, start: int, end: int, *types: EntityType) -> Hit | None:
        """Return one hit of these types over a span, or None."""
        if start >= self._length or (0 <= start < end and self._layers.count(0, start, end) == end - start):
            return None
        for type_ in types or self._marks:
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
        longest = None
        for type_ in types:
            hit = self._starts[type_].get(start)
            if hit is not None and (longest is None or hit.end > longest.end):
                longest = hit
        return longest

    def ending(self, end: int, *types: EntityType) -> Hit | None:
        """Return the longest hit of these types that ends at a place."""
        longest = None
        for type_ in types:
            hit = self._ends[type_].get(end)
            if hit is not None and (longest is None or hit.start < longest.start):
                longest = hit
        return longest

    def all(self, *types: EntityType) -> list[Hit]:
        """Return the hits of these types (of all when none is named) by start, longest first."""
        if len(types) == 1:
            return sorted(self._starts[types[0]].values(), key=_BY_START)
        found = [hit for type_ in types or EntityType for hit in self._starts[type_].values()]
        return sorted(found, key=by_place)


def by_place(hit: Hit) -> tuple[int, int, EntityType]:
    """Return what orders hits by start, longest first."""
    return hit.start, -hit.end, hit.type
