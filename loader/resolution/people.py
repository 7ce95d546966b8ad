"""Which persons are one: by their full name, or by a surname, a state and a title that leave no choice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from loader.resolution.names import person_tokens
from loader.resolution.pairs import Verdict
from loader.resolution.records import Record

ALIKE = 90
"""Similarity of two spellings (rapidfuzz, 0 to 100) from which they are proposed, never joined."""


def spellings(record: Record) -> frozenset[tuple[str, ...]]:
    """Return the full names of a person, evened out; aliases of one word are none."""
    return _spellings(record.name, record.aliases)


@lru_cache(maxsize=20_000)
def _spellings(own: str, aliases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    names = {person_tokens(name) for name in (own, *aliases)}
    return frozenset(name for name in names if len(name) > 1) or frozenset({person_tokens(own)})


def blocks(record: Record) -> Iterator[str]:
    """Yield where a person may meet the same one: at each end of the name, since some states put the surname first."""
    if record.id.startswith("person:role:"):
        return
    yield from sorted(
        {f"person {word}" for name in spellings(record) if name for word in (name[0], name[-1])}
    )


def signature(record: Record, block: str) -> tuple[object, ...]:
    """Return all that the rule looks at."""
    return spellings(record), record.country, record.titles, record.known and record.id


def rule(left: Record, right: Record) -> Verdict | None:
    """Say whether two persons are one."""
    if left.known and right.known:
        return None
    ours, theirs = spellings(left), spellings(right)
    states = {left.country, right.country} - {None}
    if same := ours & theirs:
        if len(min(same)) == 1:
            return _surname(states, left, right, "the same single name")
        if len(states) == 2:
            return Verdict(
                40, f"same full name, but of {' and '.join(sorted(map(str, states)))}", merge=False
            )
        return Verdict(90, "same full name")
    short, long = sorted((ours, theirs), key=_longest)
    if _longest(short) == 1:
        word = min(short)[0]
        if any(len(name) > 1 and word in (name[0], name[-1]) for name in long):
            return _surname(states, left, right, "surname of the full name")
        return None
    if len(states) < 2 and any(name[::-1] in theirs for name in ours):
        return _surname(states, left, right, "same names in another order")
    if len(states) < 2 and any(
        fuzz.ratio(a, b, score_cutoff=ALIKE) for a in _written(ours) for b in _written(theirs)
    ):
        return Verdict(30, "similar spelling of the full name", merge=False)
    return None


@lru_cache(maxsize=20_000)
def _longest(names: frozenset[tuple[str, ...]]) -> int:
    """Return how many words the longest of some names has."""
    return max(map(len, names))


@lru_cache(maxsize=20_000)
def _written(names: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(" ".join(name) for name in names)


def _surname(states: set[str | None], left: Record, right: Record, reason: str) -> Verdict | None:
    if len(states) == 2:
        return None
    if not (left.country and right.country):
        return Verdict(30, f"{reason}, state not told", merge=False)
    if titles := set(left.titles) & set(right.titles):
        return Verdict(60, f"{reason}, same state {left.country} and title “{min(titles)}”")
    return Verdict(35, f"{reason}, same state {left.country}, title not the same", merge=False)
