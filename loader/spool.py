"""Posts and their extractions on disk between the stages, so that memory does not grow with the input."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from types import TracebackType

from loader.identity import merge_posts
from loader.model import Extraction, Post

_SCHEMA = """
CREATE TABLE post (
  id TEXT PRIMARY KEY, date TEXT NOT NULL, given INTEGER NOT NULL, post TEXT NOT NULL, extraction TEXT
) WITHOUT ROWID
"""


class Spool:
    """Distinct posts keyed by id, each with its extraction once that is made.

    A temporary SQLite file that is removed on close. Iteration is by date, then id: the order in which
    the files were given leaves no trace.
    """

    def __init__(self) -> None:
        # An empty name is a private file that SQLite removes on close.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute(_SCHEMA)
        self._db.execute("BEGIN")

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def add(self, post: Post, *, extraction: Extraction | None = None, given: bool = True) -> bool:
        """Add a post, merged with the one already there under its id.

        Args:
            post: the post.
            extraction: its extraction, when one that is still valid is at hand.
            given: False for a post that comes from the graph and not from the user's files.

        Returns:
            True when the id was not there yet.
        """
        row = self._db.execute("SELECT post, extraction, given FROM post WHERE id = ?", [post.id]).fetchone()
        made = None if extraction is None else extraction.model_dump_json(exclude_defaults=True)
        if row is None:
            self._put(post, made, given)
            return True
        old = Post.model_validate_json(row[0])
        merged = merge_posts(old, post)
        if merged != old:
            # What was extracted from the older version no longer holds for the merged one.
            self._put(merged, made if merged == post else None, bool(row[2]) or given)
        elif given and not row[2]:
            self._put(merged, row[1], True)
        return False

    def _put(self, post: Post, extraction: str | None, given: bool) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO post VALUES (?, ?, ?, ?, ?)",
            [
                post.id,
                post.date.value if post.date else "",
                given,
                post.model_dump_json(exclude_defaults=True),
                extraction,
            ],
        )

    def count(self, *, waiting: bool = False) -> int:
        """Return how many posts there are, or only those whose extraction is still to be made."""
        where = " WHERE extraction IS NULL" if waiting else ""
        return int(self._db.execute(f"SELECT count(*) FROM post{where}").fetchone()[0])  # noqa: S608 (a constant)

    def waiting(self) -> Iterator[Post]:
        """Yield the posts whose extraction is still to be made, by date and id."""
        for row in self._rows("extraction IS NULL", "post"):
            yield Post.model_validate_json(row)

    def keep(self, post: str, extraction: str) -> None:
        """Keep the extraction, as JSON, of the post in the spool that has this id."""
        self._db.execute("UPDATE post SET extraction = ? WHERE id = ?", [extraction, post])

    def extractions(self, *, given_only: bool = False) -> Iterator[Extraction]:
        """Yield every extraction by date and id; only those of the user's files when asked."""
        for row in self._rows("given = 1" if given_only else "extraction IS NOT NULL", "extraction"):
            yield Extraction.model_validate_json(row)

    def _rows(self, where: str, column: str) -> Iterator[str]:
        # The keys first, so that keep() may write while the caller walks on.
        keys = [key for (key,) in self._db.execute(f"SELECT id FROM post WHERE {where} ORDER BY date, id")]  # noqa: S608 (constants)
        for key in keys:
            (value,) = self._db.execute(f"SELECT {column} FROM post WHERE id = ?", [key]).fetchone()  # noqa: S608 (a constant)
            yield value
