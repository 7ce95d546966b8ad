"""Dates as people read them, never more exact than they are known."""

from __future__ import annotations

from datetime import date, timedelta

from cypher.vocabulary import Precision
from explorer.views import When


def spoken(when: When) -> str:
    """Return when it happened: ``26 July 2024``, ``July 2024``, ``2024``, ``28 July – 8 August 2024``, ``undated``."""
    first, last = _day(when.valid_from), _day(when.valid_to)
    if first is None and last is None:
        return "undated"
    if first is None:
        return f"until {_long(last)}" if last else "undated"
    if when.precision == Precision.YEAR and (last is None or last.year - first.year <= 1):
        return str(first.year)
    if when.precision == Precision.MONTH:
        return f"{first:%B %Y}"
    if last is None and when.precision == Precision.DAY:
        return _long(first)
    if last is None:
        return f"since {first.year}" if (first.month, first.day) == (1, 1) else f"since {_long(first)}"
    end = last - timedelta(days=1)
    if end <= first:
        return _long(first)
    if (first.month, first.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{first.year}–{end.year}" if end.year > first.year else str(first.year)
    if first.year == end.year:
        start = f"{first.day}" if first.month == end.month else f"{first.day} {first:%B}"
        return f"{start}–{_long(end)}" if first.month == end.month else f"{start} – {_long(end)}"
    return f"{_long(first)} – {_long(end)}"


def reported(when: When) -> str:
    """Return when it was said: one day, or the first and the last."""
    first, last = _day(when.first_reported), _day(when.last_reported)
    if first is None:
        return "not dated"
    return _long(first) if last is None or last == first else f"{_long(first)} – {_long(last)}"


def day(value: str | None) -> str:
    """Return an ISO date or moment as ``26 July 2024``, or nothing."""
    found = _day(value)
    return _long(found) if found else ""


def _day(value: str | None) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat((value + "-01-01")[:10] if len(value) == 4 else (value + "-01")[:10])
    except ValueError:
        return None


def _long(value: date) -> str:
    return f"{value.day} {value:%B %Y}"
