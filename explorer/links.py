"""The short links of this installation: one SQLite file in the data folder, apart from the graph."""

from __future__ import annotations

import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pydantic import ValidationError

from explorer.errors import ExplorerError, LinkUnknown
from explorer.permalink import CanvasState, canonical, fingerprint

SLUG = re.compile(r"[A-Za-z0-9_-]{8,32}")
TABLE = (
    "CREATE TABLE IF NOT EXISTS link (slug TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, state TEXT NOT NULL, "
    "made_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)"
)


class Links:
    """Saves canvas states under unguessable slugs; the same state always has the same slug."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "links.sqlite"

    def save(self, state: CanvasState) -> str:
        """Return the slug of a state.

        Raises:
            ExplorerError: the data folder cannot be written.
        """
        text = canonical(state)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._open() as database, database:
                database.execute(TABLE)
                database.execute(
                    "INSERT INTO link (slug, sha256, state) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
                    (secrets.token_urlsafe(9), fingerprint(text), text),
                )
                found = database.execute(
                    "SELECT slug FROM link WHERE sha256 = ?", (fingerprint(text),)
                ).fetchone()
        except (OSError, sqlite3.Error) as error:
            raise ExplorerError(
                f"The link could not be kept in {self._file}: {error}; make it writable."
            ) from error
        return str(found[0])

    def open(self, slug: str) -> CanvasState:
        """Return the state behind a slug.

        Raises:
            LinkUnknown: nobody made that link here.
        """
        unknown = LinkUnknown(
            "This link is not known here; it was made by another installation, or is incomplete."
        )
        if not SLUG.fullmatch(slug) or not self._file.exists():
            raise unknown
        try:
            with self._open() as database:
                found = database.execute("SELECT state FROM link WHERE slug = ?", (slug,)).fetchone()
        except sqlite3.Error as error:
            raise ExplorerError(f"The links in {self._file} cannot be read: {error}.") from error
        if found is None:
            raise unknown
        try:
            return CanvasState.model_validate_json(found[0])
        except ValidationError as error:
            raise LinkUnknown(
                "The view behind this link was saved by another version and cannot be read."
            ) from error

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file, timeout=5)) as database:
            yield database
