"""Which documents are one: by kind, title and date."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from loader.resolution.intervals import nested
from loader.resolution.names import fold, title_key, title_keys
from loader.resolution.pairs import Verdict
from loader.resolution.records import Record

ALIKE = 90
SPEAKING = 4
"""Words that matter from which a title names one document; shorter ones ("Joint Statement") need a date."""


def blocks(record: Record) -> Iterator[str]:
    """Yield where a document may meet the same one: at each title, and at the beginning of its own."""
    keys = {title_key(name) for name in (record.name, *record.aliases)}
    yield from sorted(f"document {key}" for key in keys)
    words = title_key(record.name).split()
    if len(words) >= SPEAKING:
        yield f"document begins {' '.join(words[:2])}"


def signature(record: Record, block: str) -> tuple[object, ...]:
    """Return all that the rule looks at."""
    return _titles(record), _kind(record), record.date and record.date[0], record.known and record.id


def rule(left: Record, right: Record) -> Verdict | None:
    """Say whether two documents are one."""
    if (left.known and right.known) or (_kind(left) and _kind(right) and _kind(left) != _kind(right)):
        return None
    ours, theirs = left.days, right.days
    if ours and theirs and not nested(ours, theirs):
        return None
    same = _titles(left) & _titles(right)
    if any(len(title.split()) >= SPEAKING for title in same) or (same and (left.known or right.known)):
        return Verdict(90, "same kind and title")
    if same:
        if ours and theirs and ours == theirs and ours[0] == ours[1]:
            return Verdict(70, "same title and day")
        return None
    a, b = title_key(left.name), title_key(right.name)
    numbers = [[word for word in title.split() if any(c.isdigit() for c in word)] for title in (a, b)]
    if (
        min(len(a.split()), len(b.split())) >= SPEAKING
        and numbers[0] == numbers[1]
        and fuzz.ratio(a, b) >= ALIKE
    ):
        return Verdict(30, "similar title", merge=False)
    return None


def _titles(record: Record) -> frozenset[str]:
    return title_keys(record.name, record.aliases)


def _kind(record: Record) -> str:
    return "" if record.kind in ("", "document") else fold(record.kind)
