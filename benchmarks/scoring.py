"""Precision, recall and status of the core facts of annotated posts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loader.model import EntityType

Record = Mapping[str, Any]
"""A post of a gold file or of an extraction: text, mentions and facts, as in benchmarks/gold/README.md."""
CORE = (
    "participated_in", "held_in", "held_on", "part_of", "holds_position", "member_of", "adopted",
    "issued", "signed", "chaired", "founded", "founded_in", "founded_on", "located_in",
)  # fmt: skip


@dataclass
class FactScore:
    """Counts by predicate (right, wrong, missed), statuses (right, all) and the errors as sentences."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    status: list[int] = field(default_factory=lambda: [0, 0])
    errors: list[str] = field(default_factory=list)

    def total(self) -> tuple[int, int, int]:
        """Return right, wrong and missed over all core predicates."""
        right, wrong, missed = (sum(row[i] for row in self.counts.values()) for i in range(3))
        return right, wrong, missed


def measures(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Return precision, recall and their harmonic mean; 0 where undefined."""
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def score_facts(gold: Sequence[Record], system: Sequence[Record]) -> FactScore:
    """Compare facts post by post; the two sequences hold the same posts in the same order.

    Ids of the system stand for the gold id whose mentions they overlap most often.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for want, got in zip(gold, system, strict=True):
        for kind in EntityType:
            for mine, theirs in _pairs(_spans(want, kind), _spans(got, kind)):
                votes[theirs][mine] += 1
    named = {theirs: counter.most_common(1)[0][0] for theirs, counter in votes.items()}
    score = FactScore()
    for number, (want, got) in enumerate(zip(gold, system, strict=True), 1):
        wanted = _facts(want, {})
        said = _facts(got, named)
        for key in sorted(wanted.keys() | said.keys()):
            place = 0 if key in wanted and key in said else 1 if key in said else 2
            score.counts[key[1]][place] += 1
            if place == 0:
                score.status[1] += 1
                score.status[0] += said[key]["status"] == wanted[key]["status"]
            if place or said[key]["status"] != wanted[key]["status"]:
                score.errors.append(_error(number, want, key, wanted, said))
    return score


def _spans(post: Record, kind: str) -> dict[tuple[int, int], str]:
    return {(m["start"], m["end"]): m["id"] for m in post["mentions"] if m["type"] == kind}


def _pairs(gold: dict[tuple[int, int], str], system: dict[tuple[int, int], str]) -> list[tuple[str, str]]:
    """Pair spans one to one: equal ones first, then by the longest overlap."""
    pairs = [(gold[s], system[s]) for s in gold if s in system]
    free = set(gold) - set(system)
    for first, last in sorted(set(system) - set(gold)):
        near = [g for g in free if g[0] < last and first < g[1]]
        if near:
            best = max(near, key=lambda g: (min(g[1], last) - max(g[0], first), -g[0]))
            free.discard(best)
            pairs.append((gold[best], system[first, last]))
    return pairs


def _facts(post: Record, named: Mapping[str, str]) -> dict[tuple[str, str, str], Record]:
    facts: dict[tuple[str, str, str], Record] = {}
    for fact in post["facts"]:
        if fact["predicate"] in CORE:
            subject, object_ = fact["subject"], fact["object"]
            facts.setdefault(
                (named.get(subject, subject), fact["predicate"], named.get(object_, object_)), fact
            )
    return facts


def _error(
    number: int, post: Record, key: tuple[str, str, str],
    wanted: Mapping[tuple[str, str, str], Record], said: Mapping[tuple[str, str, str], Record],
) -> str:  # fmt: skip
    quote = (wanted.get(key) or said[key])["evidence"]
    text = " ".join(post["text"][quote["start"] : quote["end"]].split())
    expected = wanted[key]["status"] if key in wanted else "nothing"
    got = said[key]["status"] if key in said else "nothing"
    return f"post {number}: “{text}”: {' '.join(key)}: expected {expected}, got {got}"
