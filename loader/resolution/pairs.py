"""Pairs of a block: which are one thing, which may be; the same answer whatever their order.

Two records are joined only when nothing else competes: all that a record fits must fit one another. Where they do
not, all become proposals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from loader.resolution.records import Record

LARGEST = 400
"""Different signatures of a block that are compared with one another; beyond, only equal ones are joined."""
DOUBTS = 3
"""Proposals that one record may bring about in a block."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of two records."""

    strength: int
    """From 1; rules of a larger one go first."""
    reason: str
    merge: bool = True
    """False when it is only proposed."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A verdict on two records, by their ids."""

    left: str
    right: str
    verdict: Verdict


Rule = Callable[[Record, Record], Verdict | None]
Signature = Callable[[Record, str], Hashable]


def edges(block: Sequence[Record], name: str, signature: Signature, rule: Rule) -> Iterator[Edge]:
    """Yield what a rule says of the pairs of a block.

    Args:
        block: records that may be the same.
        name: the block's name.
        signature: all that the rule looks at in a block; records of equal signature are compared once.
        rule: what it says of two records, whichever comes first; None when they differ.
    """
    groups: dict[Hashable, list[Record]] = defaultdict(list)
    for record in sorted(block, key=lambda record: record.id):
        groups[signature(record, name)].append(record)
    firsts = sorted((group[0] for group in groups.values()), key=lambda record: record.id)
    for group in groups.values():
        if len(group) > 1 and (verdict := rule(group[0], group[1])):
            for other in group[1:]:
                yield Edge(group[0].id, other.id, verdict)
    if len(firsts) <= LARGEST:
        yield from _between(firsts, rule)


def _between(firsts: Sequence[Record], rule: Rule) -> Iterator[Edge]:
    fits: dict[str, dict[str, Verdict]] = defaultdict(dict)
    for at, left in enumerate(firsts):
        for right in firsts[at + 1 :]:
            if verdict := rule(left, right):
                fits[left.id][right.id] = fits[right.id][left.id] = verdict
    doubts: dict[str, int] = defaultdict(int)
    for left in firsts:
        for other, verdict in sorted(fits[left.id].items(), key=lambda fit: fit[0]):
            if left.id > other:
                continue
            if verdict.merge and not _competes(fits, left.id, other, verdict.strength):
                yield Edge(left.id, other, verdict)
            elif max(doubts[left.id], doubts[other]) < DOUBTS:
                doubts[left.id] += 1
                doubts[other] += 1
                reason = f"{verdict.reason}, but others fit as well" if verdict.merge else verdict.reason
                yield Edge(left.id, other, Verdict(verdict.strength, reason, merge=False))


def _competes(fits: dict[str, dict[str, Verdict]], left: str, right: str, strength: int) -> bool:
    """Tell whether one of two records fits a third as strongly that the other does not fit."""

    def sure(who: str) -> set[str]:
        return {
            other for other, verdict in fits[who].items() if verdict.merge and verdict.strength >= strength
        }

    return (sure(left) - {right}) != (sure(right) - {left})
