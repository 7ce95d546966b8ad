"""Extractions of all posts → which of their entities are one; memory does not grow with the number of posts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from loader.model import Entity, EntityType, Extraction, Judgement, Level
from loader.resolution.matching import match
from loader.resolution.records import Record, join
from loader.resolution.resolution import Resolution

AROUND = 80
"""Characters of the same line on either side of a mention that its evidence shows."""
CACHE = 32_000
"""KiB of the tables that stay in memory: ids come in no order, and a small cache would read most pages again."""

_SCHEMA = """
CREATE TABLE said (id TEXT, post TEXT, type TEXT, data BLOB, PRIMARY KEY (id, post)) WITHOUT ROWID;
CREATE TABLE title (id TEXT, title TEXT, PRIMARY KEY (id, title)) WITHOUT ROWID;
CREATE TABLE record (id TEXT PRIMARY KEY, type TEXT, data BLOB) WITHOUT ROWID;
CREATE TABLE block (name TEXT, id TEXT, PRIMARY KEY (name, id)) WITHOUT ROWID;
CREATE TABLE edge (left TEXT, right TEXT, strength INTEGER, reason TEXT, sure INTEGER,
  PRIMARY KEY (left, right)) WITHOUT ROWID;
CREATE TABLE alias (id TEXT PRIMARY KEY, canonical TEXT) WITHOUT ROWID;
CREATE TABLE wanted (canonical TEXT, smallest TEXT, data BLOB, known INTEGER,
  PRIMARY KEY (canonical, smallest)) WITHOUT ROWID;
CREATE TABLE settled (final TEXT PRIMARY KEY, smallest TEXT) WITHOUT ROWID;
CREATE TABLE resolved (key TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
CREATE TABLE merge (key TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;
CREATE TABLE proposal (key TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;
"""


def resolve(extractions: Iterable[Extraction], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Decide which entities of all posts are the same; neither order nor repetition of posts matters.

    Args:
        extractions: one of each post.
        judgements: an analyst's decisions, which win.
    """
    resolver = Resolver(judgements)
    for extraction in extractions:
        resolver.add(extraction)
    return resolver.finish()


class Resolver:
    """Takes extractions one by one, keeps what is needed of their entities on disk, and resolves all together."""

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        """Begin with no posts.

        Args:
            judgements: an analyst's decisions, which win over every rule.
        """
        self._judgements = sorted(judgements, key=lambda made: (made.left, made.right, made.verdict))
        self._known: dict[str, Record] = {}
        self._seen: dict[str, Entity] = {}
        # An empty name is a private file that SQLite removes on close.
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute(f"PRAGMA cache_size = -{CACHE}")
        self._db.executescript(_SCHEMA)
        self._db.execute("BEGIN")

    def add(self, extraction: Extraction) -> None:
        """Add what one post says."""
        post = extraction.post
        titles = {
            (fact.subject, fact.qualifier.casefold())
            for fact in extraction.facts
            if fact.predicate == "holds_position" and fact.qualifier
        }
        if titles:
            self._db.executemany("INSERT OR IGNORE INTO title VALUES (?, ?)", titles)
        new = [entity for entity in extraction.entities if not self._familiar(entity, post.id)]
        if not new:
            return
        wanted = {entity.id for entity in new}
        quotes: dict[str, tuple[bool, int, int]] = {}
        for mention in extraction.mentions:
            if mention.id in wanted:
                place = (mention.level is not Level.NAME, mention.start, mention.end)
                quotes[mention.id] = min(place, quotes.get(mention.id, place))
        rows = []
        for entity in new:
            quote = None
            if entity.id in quotes:
                _, start, end = quotes[entity.id]
                quote = (post.id, start, end, _around(post.text, start, end))
            record = Record.of(entity, post.id, quote)
            if entity.known:
                older = self._known.get(entity.id)
                parts = [record] if older is None else [older, record]
                self._known[entity.id] = join(parts, entity.id)
                self._seen.setdefault(entity.id, entity)
            else:
                rows.append((entity.id, post.id, record.type, record.dump()))
        self._db.executemany("INSERT OR REPLACE INTO said VALUES (?, ?, ?, ?)", rows)

    def _familiar(self, entity: Entity, post: str) -> bool:
        """Tell whether a post adds nothing to what a vocabulary's entity is known to be."""
        if entity.type is EntityType.DATE:
            return True
        if not entity.known:
            return False
        older = self._known.get(entity.id)
        # The evidence is the smallest post's, so that the order of posts leaves no trace.
        return older is not None and post >= older.posts[0] and self._seen.get(entity.id) == entity

    def finish(self) -> Resolution:
        """Resolve all that was added; the resolver cannot be used afterwards."""
        self._gather()
        unused = match(self._db, self._judgements)
        return Resolution(self._db, unused)

    def _gather(self) -> None:
        """Join what the posts say under one id."""
        known = [(record.id, record.type, record.dump()) for record in self._known.values()]
        self._db.executemany("INSERT OR REPLACE INTO said VALUES (?, '', ?, ?)", known)
        self._db.executemany("INSERT INTO record VALUES (?, ?, ?)", self._joined())
        self._db.execute("DELETE FROM said")
        self._db.execute("DELETE FROM title")
        self._known.clear()
        self._seen.clear()

    def _joined(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield the id, the type and the record of each thing, with the titles that posts give it."""
        rows = self._db.cursor().execute(
            "SELECT id, type, data, EXISTS (SELECT 1 FROM title t WHERE t.id = s.id) FROM said s ORDER BY id, post"
        )
        for name, group in groupby(rows, key=itemgetter(0)):
            (_, kind, data, titled), *more = group
            if more or titled:
                record = join([Record.load(said) for said in (data, *(row[2] for row in more))], name)
                told = self._db.execute("SELECT title FROM title WHERE id = ? ORDER BY title", [name])
                data = record._replace(titles=tuple(title for (title,) in told)).dump()
            yield name, kind, data


def _around(text: str, start: int, end: int) -> str:
    """Return a mention with the words around it, inside its line."""
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    stop = text.find("\n", end)
    last = min(len(text) if stop < 0 else stop, end + AROUND)
    return text[first:last].strip()
