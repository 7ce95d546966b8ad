"""Which organisations, places and topics are one: by exact name or acronym."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from loader.resolution.names import fold, title_key, title_keys
from loader.resolution.pairs import Verdict
from loader.resolution.records import Record

ALIKE = 90
NATIONAL = frozenset(
    {
        "ministry",
        "department",
        "parliament",
        "government",
        "agency",
        "court",
        "embassy",
        "mission",
        "diplomatic mission",
    }
)
"""Kinds of which every state has one: without its state a name says nothing."""
_NATIONAL_WORDS = frozenset(
    {
        "ministry",
        "parliament",
        "government",
        "embassy",
        "senate",
        "cabinet",
        "administration",
        "department",
        "presidency",
    }
)


def names(record: Record) -> frozenset[str]:
    """Return the names of an organisation, evened out."""
    return title_keys(record.name, record.aliases)


def acronyms(record: Record) -> frozenset[str]:
    """Return its acronym, and its name where that is an acronym."""
    own = {record.acronym, record.name if record.name.isupper() and " " not in record.name else ""}
    return frozenset(fold(name) for name in own if name)


def blocks(record: Record) -> Iterator[str]:
    """Yield where an organisation may meet the same one: at each name, each acronym, each beginning."""
    kind = record.type
    yield from sorted(f"{kind} {name}" for name in names(record))
    if kind == "Organisation":
        yield from sorted(f"{kind} acronym {acronym}" for acronym in acronyms(record))
        if " " in (key := title_key(record.name)):
            yield f"{kind} begins {key.split()[0]}"


def signature(record: Record, block: str) -> tuple[object, ...]:
    """Return all that the rule looks at."""
    return names(record), acronyms(record), record.country, national(record), record.known and record.id


def rule(left: Record, right: Record) -> Verdict | None:
    """Say whether two organisations (places, topics) are one."""
    states = {left.country, right.country} - {None}
    if (left.known and right.known) or len(states) == 2:
        return None
    if (national(left) or national(right)) and (left.country is None or right.country is None):
        return None
    if same := names(left) & names(right):
        return Verdict(90, f"same name “{min(same)}”")
    ours, theirs = acronyms(left), acronyms(right)
    if ours & theirs and (names(left) <= ours or names(right) <= theirs):
        return Verdict(80, f"same acronym {min(ours & theirs).upper()}")
    if left.type != "Organisation" or min(len(left.name), len(right.name)) < 8:
        return None
    a, b = title_key(left.name), title_key(right.name)
    if _numbers(a) == _numbers(b) and fuzz.ratio(a, b) >= ALIKE:
        return Verdict(30, "similar spelling of the name", merge=False)
    return None


def _numbers(text: str) -> list[str]:
    return [word for word in text.split() if any(character.isdigit() for character in word)]


def national(record: Record) -> bool:
    """Tell whether every state has a body of this kind."""
    return record.type == "Organisation" and (
        record.kind in NATIONAL or bool(_NATIONAL_WORDS & set(fold(record.name).split()))
    )
