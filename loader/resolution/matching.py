"""Records → groups, names, log and proposals; reads and fills the tables of the resolver."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from loader.model import Judgement
from loader.resolution import documents, meetings, organisations, people
from loader.resolution.canonical import candidate, distinct
from loader.resolution.clusters import ANALYST, Clusters, Contradiction
from loader.resolution.pairs import Edge, Rule, Signature, Verdict, edges
from loader.resolution.records import Record, join
from loader.resolution.resolution import Evidence, Proposal

_Blocks = Callable[[Record], Iterator[str]]
_RULES: dict[str, tuple[_Blocks, Signature, Rule]] = {
    "Person": (people.blocks, people.signature, people.rule),
    "Organisation": (organisations.blocks, organisations.signature, organisations.rule),
    "Place": (organisations.blocks, organisations.signature, organisations.rule),
    "Topic": (organisations.blocks, organisations.signature, organisations.rule),
    "Document": (documents.blocks, documents.signature, documents.rule),
    "Meeting": (meetings.blocks, meetings.signature, meetings.rule),
}
STAGES = (("Person", "Organisation", "Place", "Topic", "Document", "Country"), ("Meeting",))
"""Meetings come last: they are compared by who takes part and where, under resolved names."""
_MADE = ("block", "edge", "alias", "settled", "resolved", "merge", "proposal")
REMEMBERED = 10_000
"""Ids whose canonical ones are kept in memory."""
TOGETHER = 500
"""Groups that are written at once."""

Pair = tuple[str, str]


def match(db: sqlite3.Connection, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Fill the tables of the answer.

    Args:
        db: holds the table of records.
        judgements: an analyst's decisions. Their ids are those of records, or canonical ones as the rules alone
            give them; so a decision means the same on every load.

    Returns:
        The judgements that change nothing: their ids name nothing, or one thing, or another one says the opposite.
    """
    same: dict[Pair, Judgement] = {}
    apart: set[Pair] = set()
    matching = _Matching(db, same, apart)
    matching.run()
    waiting = list(judgements)
    # A decision may name what the page shows after another decision: that name is there once the other one holds.
    while found := [(made, pair) for made in waiting if (pair := _pair(db, made))]:
        for made, pair in found:
            if made.verdict == "same_as":
                same[pair] = made
            elif made.verdict == "not_same":
                apart.add(pair)
            waiting.remove(made)
        for table in _MADE:
            db.execute(f"DELETE FROM {table}")  # noqa: S608 (constants)
        matching = _Matching(db, same, apart)
        matching.run()
    return tuple(
        sorted([*waiting, *matching.refused], key=lambda made: (made.left, made.right, made.verdict))
    )


def _pair(db: sqlite3.Connection, made: Judgement) -> Pair | None:
    """Return the two records that a judgement is about; None when its ids do not name two."""
    left, right = _records(db, made.left), _records(db, made.right)
    if left is None or right is None or left == right:
        return None
    return (left, right) if left < right else (right, left)


def _records(db: sqlite3.Connection, name: str) -> str | None:
    """Return the record that an id stands for: its own, or the smallest of a canonical id's group."""
    if db.execute("SELECT 1 FROM record WHERE id = ?", [name]).fetchone():
        return name
    row = db.execute("SELECT smallest FROM settled WHERE final = ?", [name]).fetchone()
    return None if row is None else str(row[0])


class _Matching:
    """One run of the rules."""

    def __init__(self, db: sqlite3.Connection, same: dict[Pair, Judgement], apart: set[Pair]) -> None:
        self._db = db
        self._same = same
        self._apart = apart
        self.refused: list[Judgement] = []
        """Decisions that two are the same although others tell their groups apart."""
        self._clusters = Clusters(self._compared, apart)
        self._canonical = lru_cache(maxsize=REMEMBERED)(self._looked_up)

    def run(self) -> None:
        for types in STAGES:
            for kind in types:
                if kind in _RULES:
                    self._compare(kind)
            self._decide(types)
            self._merge(types)
            self._name(types)
        self._propose()

    def _record(self, name: str) -> Record:
        return Record.load(self._db.execute("SELECT data FROM record WHERE id = ?", [name]).fetchone()[0])

    def _looked_up(self, name: str) -> str:
        row = self._db.execute("SELECT canonical FROM alias WHERE id = ?", [name]).fetchone()
        return name if row is None else str(row[0])

    def _compared(self, name: str) -> Record:
        """Return a record with its references under the names that are settled by now."""
        return self._settled(self._record(name))

    def _settled(self, record: Record) -> Record:
        if not (record.place or record.participants):
            return record
        who = tuple(sorted({self._canonical(name) for name in record.participants}))
        return record._replace(place=record.place and self._canonical(record.place), participants=who)

    def _compare(self, kind: str) -> None:
        """Put the records of a type into blocks and keep what the rule says of their pairs."""
        blocks, signature, rule = _RULES[kind]
        records = self._db.cursor().execute("SELECT id, data FROM record WHERE type = ?", [kind])
        self._db.executemany(
            "INSERT OR IGNORE INTO block VALUES (?, ?)",
            ((block, name) for name, data in records for block in blocks(Record.load(data))),
        )
        several = self._db.cursor().execute(
            "SELECT b.name, r.data FROM block b CROSS JOIN record r ON r.id = b.id"
            " WHERE b.name IN (SELECT name FROM block GROUP BY name HAVING count(*) > 1) ORDER BY b.name, b.id"
        )
        self._keep(
            edge
            for block, group in groupby(several, key=itemgetter(0))
            for edge in edges([self._settled(Record.load(data)) for _, data in group], block, signature, rule)
        )
        self._db.execute("DELETE FROM block")

    def _keep(self, found: Iterable[Edge]) -> None:
        """Keep the strongest verdict on each pair; several blocks may hold it."""
        self._db.executemany(
            "INSERT INTO edge VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " strength = excluded.strength, reason = excluded.reason, sure = excluded.sure"
            " WHERE (excluded.sure, excluded.strength, excluded.reason) > (sure, strength, reason)",
            (
                (
                    *sorted((edge.left, edge.right)),
                    edge.verdict.strength,
                    edge.verdict.reason,
                    edge.verdict.merge,
                )
                for edge in found
            ),
        )

    def _decide(self, types: Sequence[str]) -> None:
        self._keep(
            Edge(left, right, Verdict(ANALYST, made.note or made.reason))
            for (left, right), made in self._same.items()
            if self._record(left).type in types
        )

    def _merge(self, types: Sequence[str]) -> None:
        """Join the pairs that are sure, the strongest first; what contradicts a group is proposed instead."""
        marks = ", ".join("?" * len(types))
        found = self._db.cursor().execute(
            "SELECT e.left, e.right, e.strength, e.reason FROM edge e JOIN record r ON r.id = e.left"  # noqa: S608
            f" WHERE e.sure AND r.type IN ({marks}) ORDER BY e.strength DESC, e.left, e.right",
            list(types),
        )
        doubts = []
        for left, right, strength, reason in found:
            try:
                if self._clusters.union(left, right, strength):
                    self._log(left, right, reason)
            except Contradiction as why:
                if made := self._same.get((left, right)):
                    self.refused.append(made)
                elif str(why):
                    doubts.append((f"{reason}, but {why}", left, right))
        self._db.executemany("UPDATE edge SET sure = 0, reason = ? WHERE left = ? AND right = ?", doubts)

    def _log(self, left: str, right: str, reason: str) -> None:
        made = self._same.get((left, right)) or Judgement(
            left=left, right=right, verdict="same_as", reason=reason
        )
        made = made.model_copy(update={"left": left, "right": right})
        self._db.execute(
            "INSERT OR REPLACE INTO merge VALUES (?, ?)", [f"{left} {right}", made.model_dump_json()]
        )

    def _name(self, types: Sequence[str]) -> None:
        """Give every group of some types its canonical id, and write what its records say together."""
        marks = ", ".join("?" * len(types))
        roots = self._db.cursor().execute(
            f"SELECT id, data FROM record WHERE type IN ({marks}) ORDER BY id",  # noqa: S608 (marks only)
            list(types),
        )
        self._db.executemany(
            "INSERT INTO wanted VALUES (?, ?, ?, ?)",
            (self._wanted(name, data) for name, data in roots if self._clusters.root(name) == name),
        )
        self._settle()

    def _wanted(self, name: str, data: bytes) -> tuple[str, str, bytes, bool]:
        """Return the id that a group should have, its smallest id, what its records say, and whether the id is known."""
        members = self._clusters.members(name)
        first = Record.load(data)
        group = [first, *(self._record(other) for other in members if other != name)]
        known = min((record.id for record in group if record.known), default=None)
        joined = self._settled(join(group, name))
        return (
            known or candidate(joined, name),
            name,
            data if joined is first else joined.dump(),
            known is not None,
        )

    def _settle(self) -> None:
        """Tell apart the groups that want one id, or an id that another group's record has."""
        found = self._db.cursor().execute(
            "SELECT w.canonical, w.smallest, w.data, w.known, count(*) OVER (PARTITION BY w.canonical),"
            " EXISTS (SELECT 1 FROM record r WHERE r.id = w.canonical)"
            " FROM wanted w ORDER BY w.canonical, w.smallest"
        )
        while some := found.fetchmany(TOGETHER):
            settled, resolved, alias = [], [], []
            for wanted, smallest, data, known, rivals, exists in some:
                taken = exists and wanted != smallest and self._clusters.root(wanted) != smallest
                final = distinct(wanted, smallest) if (rivals > 1 or taken) and not known else wanted
                settled.append((final, smallest))
                resolved.append(
                    (final, data if final == smallest else Record.load(data)._replace(id=final).dump())
                )
                alias += [(name, final) for name in self._clusters.members(smallest) if name != final]
            self._db.executemany("INSERT OR REPLACE INTO settled VALUES (?, ?)", settled)
            self._db.executemany("INSERT OR REPLACE INTO resolved VALUES (?, ?)", resolved)
            self._db.executemany("INSERT OR REPLACE INTO alias VALUES (?, ?)", alias)
        self._db.execute("DELETE FROM wanted")
        self._canonical.cache_clear()

    def _propose(self) -> None:
        """Write the pairs that nothing settled, each pair of groups once, by the strongest reason."""
        found = self._db.cursor().execute(
            "SELECT left, right, reason FROM edge WHERE NOT sure ORDER BY strength DESC, left, right"
        )
        for left, right, reason in found:
            if self._clusters.root(left) == self._clusters.root(right) or self._clusters.told_apart(
                left, right
            ):
                continue
            sides = sorted((self._canonical(name), name) for name in (left, right))
            made = Judgement(left=sides[0][0], right=sides[1][0], verdict="unsure", reason=reason)
            proposal = Proposal(
                judgement=made, left=self._evidence(sides[0][1]), right=self._evidence(sides[1][1])
            )
            row = [f"{made.left} {made.right}", proposal.model_dump_json()]
            self._db.execute("INSERT OR IGNORE INTO proposal VALUES (?, ?)", row)

    def _evidence(self, name: str) -> Evidence:
        record = self._record(name)
        if record.quote is None:
            return Evidence(entity=name, name=record.name, post=record.posts[0] if record.posts else "")
        post, start, end, quote = record.quote
        return Evidence(entity=name, name=record.name, post=post, start=start, end=end, quote=quote)
