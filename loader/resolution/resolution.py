"""The answer of resolution, on disk like the records it comes from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from loader.model import Entity, Judgement, Model
from loader.resolution.records import Record

T = TypeVar("T")


class Evidence(Model):
    """Where a post names an entity."""

    entity: str
    """The entity's id inside the post."""
    name: str
    post: str = ""
    start: int = 0
    end: int = 0
    """The mention, code points, half open."""
    quote: str = ""
    """The words around it."""


class Proposal(Model):
    """Two entities that may be the same: for an analyst to decide."""

    judgement: Judgement
    """The pair by canonical ids; verdict unsure; the reason says what speaks for and against it."""
    left: Evidence
    right: Evidence


class Rows(Generic[T]):
    """A sequence whose items are read from disk whenever it is walked."""

    def __init__(self, db: sqlite3.Connection, table: str, make: Callable[[bytes], T]) -> None:
        self._db, self._make = db, make
        self._all = f"SELECT data FROM {table} ORDER BY key"  # noqa: S608 (a constant of this package)
        self._count = f"SELECT count(*) FROM {table}"  # noqa: S608 (likewise)

    def __len__(self) -> int:
        return int(self._db.execute(self._count).fetchone()[0])

    def __iter__(self) -> Iterator[T]:
        for (data,) in self._db.execute(self._all):
            yield self._make(data)


class Resolution:
    """Which entities of all posts are one, why, and what is left to an analyst."""

    def __init__(self, db: sqlite3.Connection, unused: tuple[Judgement, ...] = ()) -> None:
        """Wrap the tables that the resolver filled."""
        self._db = db
        self.entities: Rows[Entity] = Rows(db, "resolved", lambda data: Record.load(data).entity())
        """Every entity once, merged, under its canonical id, by id."""
        self.log: Rows[Judgement] = Rows(db, "merge", Judgement.model_validate_json)
        """Every merge: left and right are the ids inside posts, or of the vocabularies."""
        self.proposals: Rows[Proposal] = Rows(db, "proposal", Proposal.model_validate_json)
        """Uncertain pairs with the evidence of both sides."""
        self.unused = unused
        """Judgements that change nothing: their ids name nothing here, or another one says the opposite."""
        self.canonical = lru_cache(maxsize=100_000)(self._canonical)
        """``canonical(local_id) -> str``: the id of the entity that an id of a post stands for."""

    def _canonical(self, local_id: str) -> str:
        row = self._db.execute("SELECT canonical FROM alias WHERE id = ?", [local_id]).fetchone()
        return local_id if row is None else str(row[0])

    def entity(self, canonical_id: str) -> Entity | None:
        """Return the merged entity of a canonical id; None for an id that no post gave an entity for."""
        row = self._db.execute("SELECT data FROM resolved WHERE key = ?", [canonical_id]).fetchone()
        return None if row is None else Record.load(row[0]).entity()
