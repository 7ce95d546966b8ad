"""Which persons are one: by their full name, or by a surname, a state and a title that leave no choice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from loader.resolution.names import person_tokens
from loader.resolution.pairs import Verdict
from loader.resolution.records import Record

Names = frozenset[tuple[str, ...]]
ALIKE = 90
"""Similarity of two spellings (rapidfuzz, 0 to 100) from which they are proposed, never joined."""


def spellings(record: Record) -> Names:
    """Return the full names of a person, evened out; aliases of one word are none."""
    return _spellings(record.name, record.aliases)


@lru_cache(maxsize=20_000)
def _spellings(own: str, aliases: tuple[str, ...]) -> Names:
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
    ours, theirs = _spellings(left.name, left.aliases), _spellings(right.name, right.aliases)
    other_state = left.country is not None and right.country is not None and left.country != right.country
    if ours.isdisjoint(theirs):
        return None if other_state else _named_differently(left, right, ours, theirs)
    if len(min(ours & theirs)) == 1:
        return None if other_state else _surname(left, right, "the same single name")
    if other_state:
        states = " and ".join(sorted(map(str, (left.country, right.country))))
        return Verdict(40, f"same full name, but of {states}", merge=False)
    return Verdict(90, "same full name")


def _named_differently(left: Record, right: Record, ours: Names, theirs: Names) -> Verdict | None:
    """Say whether two persons are one whose states are no contradiction and who have no name in common."""
    # Most pairs end here: what is made of the names is made once for each person and not for each pair.
    first, second = _longest(ours), _longest(theirs)
    if min(first, second) == 1:
        short, long = (ours, theirs) if first <= second else (theirs, ours)
        word = min(short)[0]
        if any(len(name) > 1 and word in (name[0], name[-1]) for name in long):
            return _surname(left, right, "surname of the full name")
        return None
    if not _turned(ours).isdisjoint(theirs):
        return _surname(left, right, "same names in another order")
    others = _written(theirs)
    for name in _written(ours):
        for other in others:
            if ratio(name, other, score_cutoff=ALIKE):
                return Verdict(30, "similar spelling of the full name", merge=False)
    return None


@lru_cache(maxsize=20_000)
def _longest(names: Names) -> int:
    """Return how many words the longest of some names has."""
    return max(map(len, names))


@lru_cache(maxsize=20_000)
def _turned(names: Names) -> Names:
    return frozenset(name[::-1] for name in names)


@lru_cache(maxsize=20_000)
def _written(names: Names) -> tuple[str, ...]:
    return tuple(" ".join(name) for name in names)


def _surname(left: Record, right: Record, reason: str) -> Verdict | None:
    """Say whether two persons are one whose states are no contradiction and who share what may be a surname."""
    if not (left.country and right.country):
        return Verdict(30, f"{reason}, state not told", merge=False)
    if titles := set(left.titles) & set(right.titles):
        return Verdict(60, f"{reason}, same state {left.country} and title “{min(titles)}”")
    return Verdict(35, f"{reason}, same state {left.country}, title not the same", merge=False)
