"""How well annotated posts are read: dates, mentions, co-reference, core facts and their statuses.

The measures are those of the annotation guideline's reference scorer, to the last tie: exact and overlapping spans
paired one to one, B-cubed over the mentions that both sides found, facts under the gold ids that the system's ids
are named by most often.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
"""A post of a gold file or of an extraction: text, date, mentions and facts, as in benchmarks/gold/README.md."""
Span = tuple[int, int]
Key = tuple[str, str, str]
"""A fact: subject, predicate, object."""
TYPES = ("Person", "Country", "Organisation", "Meeting", "Document", "Place", "Date")
NAMED = frozenset({"NAM", "ADJ", "MET", "REL"})
"""Levels that count; pronouns, descriptions, flags and parts of hashtags are neither right nor wrong."""
CORE = (
    "participated_in", "held_in", "held_on", "part_of", "holds_position", "member_of", "adopted",
    "issued", "signed", "chaired", "founded", "founded_in", "founded_on", "located_in",
)  # fmt: skip
Counts = dict[str, list[int]]
"""Right, wrong and missed by type or predicate."""


@dataclass
class Reading:
    """One post: what was expected, what was got, and which of it belongs together."""

    number: int
    gold: Record
    system: Record
    pairs: list[tuple[str, Span, Span]] = field(default_factory=list)
    """Type, span of the gold, span of the system."""
    missed: list[tuple[str, Span]] = field(default_factory=list)
    wrong: list[tuple[str, Span]] = field(default_factory=list)
    wanted: dict[Key, Record] = field(default_factory=dict)
    said: dict[Key, Record] = field(default_factory=dict)
    """The system's core facts under gold ids."""

    @property
    def dated(self) -> bool:
        """Whether the post's date is right."""
        return bool((self.system.get("date") or {}).get("value") == self.gold["date"]["value"])


@dataclass
class Score:
    """Counts over all posts, and the posts they come from."""

    readings: list[Reading] = field(default_factory=list)
    exact: Counts = field(default_factory=lambda: {name: [0, 0, 0] for name in TYPES})
    overlap: Counts = field(default_factory=lambda: {name: [0, 0, 0] for name in TYPES})
    aligned: list[tuple[str, str]] = field(default_factory=list)
    """Gold id and system id of every mention that both found."""
    facts: Counts = field(default_factory=lambda: {name: [0, 0, 0] for name in CORE})
    status: list[int] = field(default_factory=lambda: [0, 0])
    """Facts found whose status is right, and all found."""


def score(gold: Sequence[Record], system: Sequence[Record]) -> Score:
    """Compare an extraction with annotated posts; posts are paired by their texts, whatever the order."""
    by_text = {_fold(post["text"]): post for post in system}
    made = Score()
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for number, want in enumerate(gold, 1):
        got = by_text.get(_fold(want["text"])) or {"text": want["text"], "mentions": [], "facts": []}
        reading = Reading(number, want, got)
        made.readings.append(reading)
        for kind in TYPES:
            _mentions(made, reading, kind, votes)
    named = {theirs: counter.most_common(1)[0][0] for theirs, counter in votes.items()}
    for reading in made.readings:
        _facts(made, reading, named)
    return made


def measures(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Return precision, recall and their harmonic mean; 0 where undefined."""
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def total(counts: Counts) -> tuple[int, int, int]:
    """Return right, wrong and missed over all types or predicates."""
    right, wrong, missed = (sum(row[i] for row in counts.values()) for i in range(3))
    return right, wrong, missed


def b_cubed(aligned: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F over pairs of gold id and system id; 0 for none."""
    if not aligned:
        return 0.0, 0.0, 0.0
    both = Counter(aligned)
    gold, system = Counter(mine for mine, _ in aligned), Counter(theirs for _, theirs in aligned)
    precision = sum(n * n / system[theirs] for (_, theirs), n in both.items()) / len(aligned)
    recall = sum(n * n / gold[mine] for (mine, _), n in both.items()) / len(aligned)
    return precision, recall, 2 * precision * recall / (precision + recall)


def overlaps(a: Span, b: Span) -> bool:
    """Tell whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\ufe0f", "").replace("\u200b", "")
    return " ".join(text.split())


def _spans(post: Record, kind: str) -> dict[Span, Record]:
    return {(m["start"], m["end"]): m for m in post["mentions"] if m["type"] == kind}


def _pairs(gold: Mapping[Span, Record], system: Mapping[Span, Record]) -> list[tuple[Span, Span]]:
    """Pair spans one to one: equal ones first, then by the longest overlap."""
    pairs = [(span, span) for span in gold if span in system]
    free = set(gold) - {mine for mine, _ in pairs}
    for span in sorted(set(system) - {theirs for _, theirs in pairs}):
        near = [other for other in free if overlaps(other, span)]
        if near:
            best = max(near, key=lambda one: (min(one[1], span[1]) - max(one[0], span[0]), -one[0]))
            free.discard(best)
            pairs.append((best, span))
    return pairs


def _mentions(made: Score, reading: Reading, kind: str, votes: dict[str, Counter[str]]) -> None:
    every, got = _spans(reading.gold, kind), _spans(reading.system, kind)
    named = {span: mention for span, mention in every.items() if mention["level"] in NAMED}
    ignored = [span for span in every if span not in named]
    found = {
        span: mention
        for span, mention in got.items()
        if span in named or not any(overlaps(span, other) for other in ignored)
    }
    pairs = _pairs(named, found)
    hits = sum(mine == theirs for mine, theirs in pairs)
    for table, right in ((made.exact, hits), (made.overlap, len(pairs))):
        for place, count in enumerate((right, len(found) - right, len(named) - right)):
            table[kind][place] += count
    made.aligned += [(named[mine]["id"], found[theirs]["id"]) for mine, theirs in pairs]
    # Who is meant is also told by pronouns and descriptions.
    for mine, theirs in _pairs(every, got):
        votes[got[theirs]["id"]][every[mine]["id"]] += 1
    reading.pairs += [(kind, mine, theirs) for mine, theirs in pairs]
    reading.missed += [(kind, span) for span in sorted(set(named) - {mine for mine, _ in pairs})]
    reading.wrong += [(kind, span) for span in sorted(set(found) - {theirs for _, theirs in pairs})]


def _facts(made: Score, reading: Reading, named: Mapping[str, str]) -> None:
    reading.wanted = {
        (fact["subject"], fact["predicate"], fact["object"]): fact
        for fact in reading.gold["facts"]
        if fact["predicate"] in CORE
    }
    for fact in reading.system["facts"]:
        if fact["predicate"] in CORE:
            subject, object_ = (named.get(fact[side], fact[side]) for side in ("subject", "object"))
            reading.said.setdefault((subject, fact["predicate"], object_), fact)
    for key in reading.wanted.keys() | reading.said.keys():
        place = 2 if key not in reading.said else 0 if key in reading.wanted else 1
        made.facts[key[1]][place] += 1
        if place == 0:
            made.status[1] += 1
            made.status[0] += reading.said[key]["status"] == reading.wanted[key]["status"]
