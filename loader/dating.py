"""Raw posts → dated posts: the day on which each was published, or what bounds it.

A posting date wins. Else the text's own place for a date is read: the end of the title, a line with place and
date, or the lead. A lead mostly names no year: the dated neighbours in the same file settle it, never a date
inside the body. A post without any date gets the interval between its dated neighbours where their order allows
it. Files may run forwards or backwards; in a shuffled one neighbours bound nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from itertools import groupby

from cypher.vocabulary import Precision
from loader.date_cues import Cue, find_cue
from loader.identity import post_id
from loader.model import DateValue, Post, RawPost

WINDOW = 8
"""Dated neighbours on each side that are looked at."""
BATCH, LONGEST = 256, 2048
"""Posts that wait for dated neighbours: usually, and at most."""
IN_ORDER = 0.8
"""Share of the neighbours that must run in one direction before their order proves anything."""
FAR = 180
"""Days from its neighbours at which a date with a year in the lead is an anniversary, not the post's own."""


@dataclass(slots=True)
class _Item:
    raw: RawPost
    cue: Cue | None
    day: date | None = None
    basis: str = ""
    found: DateValue | None = None


def date_posts(raw: Iterable[RawPost]) -> Iterator[Post]:
    """Yield each post with its id and date, in order; the posts of a file wait for a few hundred others at most."""
    for _, posts in groupby(raw, key=lambda post: post.source):
        yield from _date_file(posts)


def _date_file(posts: Iterable[RawPost]) -> Iterator[Post]:
    waiting: list[_Item] = []
    before: deque[_Item] = deque(maxlen=2 * WINDOW)
    for raw in posts:
        if raw.published_at is not None and not waiting:
            item = _item(raw)
            before.append(item)
            yield _post(item)
            continue
        waiting.append(_item(raw))
        if len(waiting) >= BATCH and len(waiting) % BATCH == 0:
            ready = _ready(waiting)
            if ready:
                _settle(before, waiting)
                yield from map(_post, waiting[:ready])
                before.extend(item for item in waiting[:ready] if item.day)
                # The rest is settled again when more of its neighbours are known.
                waiting = [_item(item.raw) for item in waiting[ready:]]
    _settle(before, waiting)
    yield from map(_post, waiting)


def _ready(waiting: Sequence[_Item]) -> int:
    """Return how many of the waiting posts have dated neighbours enough behind them."""
    anchors = [place for place, item in enumerate(waiting) if item.day]
    if len(anchors) > WINDOW:
        return anchors[-WINDOW]
    return len(waiting) // 2 if len(waiting) >= LONGEST else 0


def _item(raw: RawPost) -> _Item:
    if raw.published_at is not None:
        return _Item(raw, None, raw.published_at.astimezone(UTC).date(), "posted")
    cue = find_cue(raw.text)
    if cue is not None and cue.year is not None and cue.day and not cue.weak:
        return _Item(raw, cue, date(cue.year, cue.month, cue.day), cue.basis)
    return _Item(raw, cue)


def _settle(before: Iterable[_Item], waiting: Sequence[_Item]) -> None:
    """Give every waiting post its date, from the surest to what only neighbours tell."""
    sequence = [*before, *waiting]
    steps = (_year_of_lead, _recurring, _between)
    for step in steps:
        around = _Neighbours(sequence)
        for place, item in enumerate(sequence):
            if item.day is None and item.found is None:
                step(item, around, place)


def _year_of_lead(item: _Item, around: _Neighbours, place: int) -> None:
    """Settle a day that stands in the lead, with or without its year."""
    cue = item.cue
    if cue is None or cue.recurring or not cue.day:
        return
    near = around.near(place)
    if cue.year is not None:
        day = date(cue.year, cue.month, cue.day)
        if not near or min(abs(day - other) for other in near) <= timedelta(FAR):
            item.day, item.basis = day, cue.basis
        return
    days = _between_years(cue, around.bounds(place)) or _nearest_years(cue, near)
    if len(days) == 1:
        item.day, item.basis = days[0], f"{cue.basis}; year from the order of posts"
    elif days:
        item.found = DateValue(
            value=f"{days[0]}/{days[-1]}",
            precision=Precision.INTERVAL,
            basis=f"{cue.basis}; year not certain",
        )


def _between_years(cue: Cue, bounds: tuple[date, date] | None) -> list[date]:
    """Return the days that fit between the neighbours before and after, one for each year."""
    if bounds is None:
        return []
    days = (cue.in_year(year) for year in range(bounds[0].year, bounds[1].year + 1))
    return [day for day in days if day and bounds[0] <= day <= bounds[1]]


def _nearest_years(cue: Cue, near: Sequence[date]) -> list[date]:
    """Return the days of a year that lie nearest to the neighbours; several when nothing decides."""
    years = sorted({day.year + step for day in near for step in (-1, 0, 1)})
    days = [day for year in years if (day := cue.in_year(year))]
    if not days:
        return []
    far = {day: sum(min(abs((day - other).days), 2 * FAR) for other in near) for day in days}
    least = min(far.values())
    return [day for day in days if far[day] == least]


def _recurring(item: _Item, around: _Neighbours, place: int) -> None:
    """Settle a day that comes every year only where the order of posts leaves room for it."""
    cue = item.cue
    bounds = around.bounds(place)
    if cue is None or not cue.recurring or bounds is None or bounds[1] - bounds[0] > timedelta(2 * FAR):
        return
    days = [day for year in {bounds[0].year, bounds[1].year} if (day := cue.in_year(year))]
    fitting = [day for day in days if bounds[0] <= day <= bounds[1]]
    if len(fitting) == 1:
        item.day, item.basis = fitting[0], f"{cue.basis}, recurring; fits the order of posts"


def _between(item: _Item, around: _Neighbours, place: int) -> None:
    """Bound a post without a date by its neighbours."""
    cue = item.cue
    if cue is not None and cue.year is not None and not cue.day and not cue.weak:
        value = f"{cue.year:04}-{cue.month:02}"
        item.found = DateValue(value=value, precision=Precision.MONTH, basis=cue.basis)
        return
    bounds = around.bounds(place)
    if bounds is None:
        return
    first, last = bounds
    if first == last:
        item.found = DateValue(
            value=first.isoformat(), precision=Precision.DAY, basis="neighbours of the same day"
        )
    else:
        item.found = DateValue(value=f"{first}/{last}", precision=Precision.INTERVAL, basis="neighbours")


class _Neighbours:
    """The dated posts of a sequence, as seen from one place of it."""

    def __init__(self, sequence: Sequence[_Item]) -> None:
        self._dated = [(place, item.day) for place, item in enumerate(sequence) if item.day]
        self._places = [place for place, _ in self._dated]

    def near(self, place: int, count: int = 3) -> list[date]:
        """Return the nearest dated days, so many on either side."""
        left, right = bisect_left(self._places, place), bisect_right(self._places, place)
        return [
            day for _, day in self._dated[max(0, left - count) : left] + self._dated[right : right + count]
        ]

    def bounds(self, place: int) -> tuple[date, date] | None:
        """Return the days before and after, the earlier first; None where the order proves nothing."""
        left, right = bisect_left(self._places, place), bisect_right(self._places, place)
        earlier = [day for _, day in self._dated[max(0, left - WINDOW) : left]]
        later = [day for _, day in self._dated[right : right + WINDOW]]
        if not earlier or not later:
            return None
        days = earlier + later
        kept = max((_in_order(days), _in_order(days, backwards=True)), key=len)
        if len(kept) < IN_ORDER * len(days):
            return None
        last = [days[at] for at in kept if at < len(earlier)][-1:]
        first = [days[at] for at in kept if at >= len(earlier)][:1]
        return (min(last + first), max(last + first)) if last and first else None


def _in_order(days: Sequence[date], *, backwards: bool = False) -> list[int]:
    """Return the places of a longest run of days that never goes back (or, backwards, never forth)."""
    sign = -1 if backwards else 1
    best: list[tuple[int, int]] = []
    for at, day in enumerate(days):
        fits = [(best[i][0], i) for i in range(at) if sign * (day - days[i]).days >= 0]
        length, previous = max(fits, default=(0, -1))
        best.append((length + 1, previous))
    at = max(range(len(best)), key=lambda place: (best[place][0], place), default=-1)
    kept = []
    while at >= 0:
        kept.append(at)
        at = best[at][1]
    return kept[::-1]


def _post(item: _Item) -> Post:
    raw = item.raw
    found = item.found
    if item.day is not None:
        found = DateValue(value=item.day.isoformat(), precision=Precision.DAY, basis=item.basis)
    return Post(
        id=post_id(raw),
        text=raw.text,
        date=found,
        channel=raw.channel,
        message_id=raw.message_id,
        published_at=raw.published_at and raw.published_at.astimezone(UTC),
        edited_at=raw.edited_at and raw.edited_at.astimezone(UTC),
        forwarded_from=raw.forwarded_from,
        url=raw.url,
        external_id=raw.external_id,
        source=raw.source,
        line=raw.line,
    )
