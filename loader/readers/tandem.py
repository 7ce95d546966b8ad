"""Recognise the second copies in a scrape of a preview page.

The page nests the text of albums and of posts with media, so that a scrape holds ``first line, body, body``.
Nothing says where a post ends but that repeat. The parse goes from left to right over the lines that are not
blank, compared after folding; its time is linear in their number but for a small constant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SHORTEST = 25
"""Characters that a repeat must have; two ``<...>`` lines in a row are none."""
CANDIDATES = 32
"""Repeats of a line that are tried as the start of the second copy."""


@dataclass(frozen=True, slots=True)
class Block:
    """A post: the lines ``start`` to ``end`` (half open); what follows up to ``next`` is its second copy."""

    start: int
    end: int
    next: int
    complete: bool
    """True when the whole second copy is there."""

    @property
    def repeated(self) -> bool:
        """Tell whether any of a second copy is there."""
        return self.next > self.end


class Tandems:
    """The repeats in a sequence of folded lines."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Index the lines.

        Args:
            keys: folded lines, none of them blank.
        """
        numbers: dict[str, int] = {}
        self._keys = keys
        self._ids = [numbers.setdefault(key, len(numbers)) for key in keys]
        self._places: dict[int, list[int]] = defaultdict(list)
        self._length = [0]
        for place, number in enumerate(self._ids):
            self._places[number].append(place)
            self._length.append(self._length[-1] + len(keys[place]))

    def blocks(self, *, end_is_cut: bool = False, known_to_repeat: bool = False) -> Iterator[Block]:
        """Yield the posts in order.

        Args:
            end_is_cut: the input ends here, so that the last second copy may be cut anywhere.
            known_to_repeat: repeats were seen before, so that even one character of a cut copy counts.
        """
        n = len(self._ids)
        start = 0
        for block in self._tandems(0, n):
            if block.start > start:
                yield Block(start, block.start, block.start, complete=False)
            yield block
            start = block.next
            known_to_repeat = True
        if start < n:
            yield self._last(start, n, shortest=1 if end_is_cut and known_to_repeat else SHORTEST)

    def _tandems(self, start: int, stop: int) -> Iterator[Block]:
        """Yield the posts that have a whole second copy between two places."""
        place = start
        while place < stop:
            # The first line of a post is not in its second copy; lines before it belong to another post.
            length = self._longest(place, stop)
            if not length:
                place += 1
                continue
            head = max(start, place - 1)
            # A whole file pasted twice is a repeat too, of posts that repeat themselves.
            inner = [] if length < 2 else list(self._whole(head, place + length))
            if inner:
                yield from inner
                start = place = place + length
            else:
                start = place + 2 * length
                yield Block(head, place + length, start, complete=True)
                place = start

    def _whole(self, start: int, stop: int) -> Iterator[Block]:
        """Yield the posts between two places when second copies account for every line, else nothing."""
        if not any(self._longest(place, stop) for place in range(start, min(start + 2, stop))):
            return
        found = list(self._tandems(start, stop))
        ends = [start, *(block.next for block in found)]
        if ends[-1] == stop and all(block.start == end for block, end in zip(found, ends, strict=False)):
            yield from found

    def _longest(self, place: int, stop: int) -> int:
        """Return how many lines from a place on come twice in a row, at most; 0 when none do."""
        ids = self._ids
        again = self._places[ids[place]]
        first = bisect_right(again, place)
        best = 0
        for other in again[first : first + CANDIDATES]:
            length = other - place
            if other + length > stop:
                break
            if ids[other - 1] == ids[other + length - 1] and ids[place:other] == ids[other : other + length]:
                best = length
        return best if best and self._weight(place, place + best) >= SHORTEST else 0

    def _weight(self, start: int, end: int) -> int:
        if not any(character.isalnum() for key in self._keys[start:end] for character in key):
            return 0
        return self._length[end] - self._length[start]

    def _last(self, start: int, n: int, shortest: int) -> Block:
        """Return the post at the end, whose second copy may be cut anywhere, even inside a line."""
        keys, ids = self._keys, self._ids
        for head in (start, start + 1):
            if head >= n - 1:
                break
            again = self._places[ids[head]]
            whole = again[bisect_right(again, head) :][:CANDIDATES]
            for copy in [*whole, n - 1]:
                length = n - copy
                if copy <= head or length > copy - head or self._length[n] - self._length[copy] < shortest:
                    continue
                same = ids[copy : n - 1] == ids[head : head + length - 1]
                if same and keys[head + length - 1].startswith(keys[n - 1]):
                    return Block(start, copy, n, complete=False)
        return Block(start, n, n, complete=False)
