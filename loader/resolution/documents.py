"""Which documents are one: by kind, title and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from loader.resolution.intervals import Interval, interval, nested
from loader.resolution.names import fold, title_key, title_keys
from loader.resolution.pairs import Verdict
from loader.resolution.records import Record

ALIKE = 90
GENERIC = 2
"""Words that matter up to which a title says no more than a kind: "Joint Statement"."""
SPEAKING = 4
"""Words that matter from which a title names one document; shorter ones ("Joint Statement") need a date."""
_MONTHS = "January February March April May June July August September October November December".split()
_NAMED = f"(?P<month>{'|'.join(_MONTHS)})"
_DAY = r"(?P<day>\d{1,2})"
_DATED = tuple(
    re.compile(rf",? (?:(?:of|dated|from|signed on|adopted on) |\(){form},? (?P<year>\d{{4}})\)?$")
    for form in (rf"{_NAMED} {_DAY}", rf"{_DAY} {_NAMED}", rf"{_NAMED}(?P<day>)")
)


@lru_cache(maxsize=20_000)
def undated(title: str) -> tuple[str, str]:
    """Return a title without the date at its end, and that date (2024-05-03, 2024-05), empty when it has none."""
    for pattern in _DATED:
        if match := pattern.search(title):
            day = f"-{int(match['day']):02}" if match["day"] else ""
            month = _MONTHS.index(match["month"]) + 1
            return title[: match.start()], f"{match['year']}-{month:02}{day}"
    return title, ""


def days(record: Record) -> Interval | None:
    """Return the days of a document: those that its title names, else its own."""
    named = sorted(date for name in (record.name, *record.aliases) if (date := undated(name)[1]))
    return interval(named[-1]) if named else record.days


def blocks(record: Record) -> Iterator[str]:
    """Yield where a document may meet the same one: at each title, and at the beginning of its own."""
    yield from sorted(f"document {key}" for key in _titles(record))
    words = title_key(undated(record.name)[0]).split()
    if len(words) >= SPEAKING:
        yield f"document begins {' '.join(words[:2])}"


def signature(record: Record, block: str) -> tuple[object, ...]:
    """Return all that the rule looks at."""
    return _titles(record), _kind(record), days(record), record.known and record.id


def rule(left: Record, right: Record) -> Verdict | None:
    """Say whether two documents are one."""
    if (left.known and right.known) or (_kind(left) and _kind(right) and _kind(left) != _kind(right)):
        return None
    ours, theirs = days(left), days(right)
    if ours and theirs and not nested(ours, theirs):
        return None
    same = _titles(left) & _titles(right)
    if any(len(title.split()) >= SPEAKING for title in same) or (same and (left.known or right.known)):
        return Verdict(90, "same kind and title")
    if same:
        if ours and theirs and ours == theirs and ours[0] == ours[1]:
            return Verdict(70, "same title and day")
        if (ours is None) != (theirs is None) and max(len(title.split()) for title in same) > GENERIC:
            return Verdict(30, "same title, one with a date and one without", merge=False)
        return None
    a, b = title_key(undated(left.name)[0]), title_key(undated(right.name)[0])
    numbers = [[word for word in title.split() if any(c.isdigit() for c in word)] for title in (a, b)]
    if (
        min(len(a.split()), len(b.split())) >= SPEAKING
        and numbers[0] == numbers[1]
        and fuzz.ratio(a, b) >= ALIKE
    ):
        return Verdict(30, "similar title", merge=False)
    return None


def _titles(record: Record) -> frozenset[str]:
    return title_keys(undated(record.name)[0], tuple(undated(name)[0] for name in record.aliases))


def _kind(record: Record) -> str:
    return "" if record.kind in ("", "document") else fold(record.kind)
