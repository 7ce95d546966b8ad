"""Names for what was resolved: the same ones whatever the order and number of the posts' files."""

from __future__ import annotations

from loader.resolution.meetings import meeting_class
from loader.resolution.names import digest, slug
from loader.resolution.records import Record

NAMED = 3
"""Participants that are part of an unnamed meeting's id."""


def candidate(record: Record, smallest: str) -> str:
    """Return the id that a resolved entity should have; others may want it too.

    Args:
        record: all that is said of it.
        smallest: the smallest of its ids inside posts.
    """
    match record.type:
        case "Meeting":
            return _meeting(record) or smallest
        case "Person" if not smallest.startswith("person:role:") and " " in record.name.strip():
            return f"person:{slug(record.name)}"
        case "Organisation":
            return _national(f"organisation:{slug(record.name)}", record)
        case "Document" if len(record.name.split()) > NAMED:
            return f"document:{slug(record.name)}"
        case _:
            return smallest


def _national(name: str, record: Record) -> str:
    state = f"-{record.country.lower()}" if record.country else ""
    return name if name.endswith(state) else name + state


def _meeting(record: Record) -> str:
    sort = meeting_class(record)
    value = record.date[0].replace("/", "-to-") if record.date else ""
    if record.series:
        series = slug(record.series)
        extra = f"-{slug(sort)}" if sort and slug(sort) not in series else ""
        if record.ordinal is not None:
            return f"meeting:{series}{extra}-{record.ordinal}"
        where = f"-{_last(record.place)}" if record.place else ""
        return f"meeting:{series}{extra}-{value}{where}" if value else ""
    if record.days is None or not record.participants:
        return ""
    where = f"-{_last(record.place)}" if record.place else ""
    # People before states: they tell meetings of one day apart.
    who = sorted(record.participants, key=lambda name: (not name.startswith("person:"), name))[:NAMED]
    return f"meeting:{slug(sort) if sort else 'meeting'}-{value}{where}-{'-'.join(map(_last, who))}"


def _last(name: str) -> str:
    return slug(name.partition(":")[2] or name, 30)


def distinct(name: str, smallest: str) -> str:
    """Return the id for one of several that want the same one: its own where that only tells the state besides."""
    if smallest.startswith(f"{name}-"):
        return smallest
    return f"{name}-{digest(smallest)[:6]}"
