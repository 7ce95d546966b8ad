"""Which meetings are one: by series and ordinal, series and date, or day, place and participants; never by name.

"18th" and "19th East Asia Summit" are as alike as two names can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loader.resolution.intervals import nested
from loader.resolution.pairs import Verdict
from loader.resolution.records import Record

GENERAL = frozenset({"", "meeting", "session", "event", "conference", "forum", "annual meeting"})
"""Classes that say nothing against another class."""
_CLASSES = {
    "ministerial meeting": "ministerial",
    "negotiations": "talks",
    "conversation": "talks",
    "consultations": "talks",
    "bilateral": "talks",
    "bilateral meeting": "talks",
    "bilateral talks": "talks",
    "telephone conversation": "call",
    "phone call": "call",
    "telephone call": "call",
    "working visit": "visit",
    "official visit": "visit",
    "state visit": "visit",
}
LONGEST = 10
"""Years of an interval in which a meeting is looked for."""
LARGE = frozenset({"summit", "ministerial", "session", "conference", "forum"})
"""Classes at which many take part, so that more participants on one side are no contradiction."""


def meeting_class(record: Record) -> str:
    """Return the class of a meeting in the words of this module; empty when it says nothing."""
    kind = record.kind.casefold().strip()
    return "" if kind in GENERAL else _CLASSES.get(kind, kind)


def blocks(record: Record) -> Iterator[str]:
    """Yield where a meeting may meet the same one: at its ordinal or in its year of a series, on its day."""
    if record.series and record.ordinal is not None:
        yield f"meeting series {record.series} {record.ordinal}"
    if record.series and (days := record.days):
        years = range(date.fromordinal(days[0]).year, date.fromordinal(days[1]).year + 1)
        yield from (f"meeting series {record.series} in {year}" for year in years[:LONGEST])
    if _day(record):
        yield f"meeting day {record.days}"


def signature(record: Record, block: str) -> tuple[object, ...]:
    """Return all that the rules look at in a block; inside a series that is not who takes part."""
    who = () if block.startswith("meeting series ") else record.participants
    told = record.series, record.ordinal, record.date and record.date[0], record.kind, record.place
    return *told, who, record.known and record.id


def rule(left: Record, right: Record) -> Verdict | None:
    """Say whether two meetings are one."""
    if left.known and right.known:
        return None
    classes = {meeting_class(left), meeting_class(right)} - {""}
    if len(classes) == 2:
        # A meeting with somebody is talks when it is not said to be more.
        return None
    if left.series and right.series:
        return _in_series(left, right) if left.series == right.series else None
    return _unnamed(left, right)


def _in_series(left: Record, right: Record) -> Verdict | None:
    ours, theirs = left.days, right.days
    if ours and theirs and not nested(ours, theirs):
        return None
    if left.ordinal is not None and right.ordinal is not None:
        if left.ordinal != right.ordinal:
            return None
        return Verdict(95, f"same series and ordinal: {left.series} {left.ordinal}")
    if not (ours and theirs):
        return None
    if left.place and right.place and left.place != right.place and ours != theirs:
        return None
    if ours == theirs and ours[0] == ours[1]:
        return Verdict(85, f"same series and day: {left.series}, {_value(left)}")
    return Verdict(75, f"same series, dates agree: {left.series}, {min(_value(left), _value(right))}")


def _unnamed(left: Record, right: Record) -> Verdict | None:
    if not (_day(left) and left.days == right.days):
        return None
    ours, theirs = set(left.participants), set(right.participants)
    shared = ours & theirs
    if not shared or (left.place and right.place and left.place != right.place):
        return None
    enough = 1 if left.place and right.place and min(len(ours), len(theirs)) == 1 else 2
    if len(shared) < enough:
        return None
    reason = f"same day {_value(left)}{', same place' if left.place and left.place == right.place else ''}, both with "
    reason += " and ".join(sorted(shared)[:3])
    if len(_persons(shared)) < 2 and _persons(ours - shared) and _persons(theirs - shared):
        return None
    if _on_the_margins(left, right) or _on_the_margins(right, left):
        return Verdict(30, f"{reason}, but one may be held on the margins of the other", merge=False)
    if _contradict(left, right, ours - shared, theirs - shared, shared):
        return Verdict(30, f"{reason}, but with others besides", merge=False)
    return Verdict(65, reason)


def _contradict(left: Record, right: Record, ours: set[str], theirs: set[str], shared: set[str]) -> bool:
    """Tell whether the participants that only one side names make two meetings likely."""
    if not (ours and theirs) or len(_persons(shared)) >= 2:
        return False
    return not ({meeting_class(left), left.kind, meeting_class(right), right.kind} & LARGE)


def _on_the_margins(small: Record, large: Record) -> bool:
    """Tell whether two sides of a large meeting may have met on its margins: named as no more, and without the others."""
    if small.series or meeting_class(small) or not (large.series or meeting_class(large) in LARGE):
        return False
    others = set(large.participants) - set(small.participants)
    return all(who.startswith(("person:", "country:")) for who in small.participants) and any(
        who.startswith(("person:", "organisation:")) for who in others
    )


def _persons(ids: set[str]) -> set[str]:
    return {who for who in ids if who.startswith("person:") and not who.startswith("person:role:")}


def _day(record: Record) -> bool:
    days = record.days
    return days is not None and days[0] == days[1]


def _value(record: Record) -> str:
    return record.date[0] if record.date else ""
