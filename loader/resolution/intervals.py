"""Dates with their precision as intervals of days."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

Interval = tuple[int, int]
"""First and last day, as ordinals."""

_PART = re.compile(r"^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


@lru_cache(maxsize=50_000)
def interval(value: str) -> Interval | None:
    """Return the days that an EDTF value covers; None when it names no year or no day that exists."""
    parts = [_covered(part) for part in value.split("/")]
    first, last = parts[0], parts[-1]
    if first is None or last is None or len(parts) > 2 or last[1] < first[0]:
        return None
    return first[0], last[1]


def _covered(value: str) -> Interval | None:
    match = _PART.match(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def nested(left: Interval, right: Interval) -> bool:
    """Tell whether one interval lies inside the other."""
    return (left[0] <= right[0] and right[1] <= left[1]) or (right[0] <= left[0] and left[1] <= right[1])


def meet(left: Interval | None, right: Interval | None) -> Interval | None:
    """Return the days of both; where one is unknown, the other.

    Raises:
        ValueError: they have no day in common.
    """
    if left is None or right is None:
        return left or right
    both = max(left[0], right[0]), min(left[1], right[1])
    if both[0] > both[1]:
        raise ValueError("the dates have no day in common")
    return both
