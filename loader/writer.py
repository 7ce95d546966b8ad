"""Rows → the graph: only the differences are written, and what nothing says any more is removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from cypher.progress import Progress, silent
from loader.identity import fold_text
from loader.model import Extraction
from loader.resolution.intervals import interval
from loader.resolution.names import slug
from loader.rows import Rows, clock, grouped

SCHEMA = (
    "entity_id", "post_id", "channel_id", "evidence_id", "evidence_key", "entity_names", "meeting_date",
    "document_status", "await_indexes",
)  # fmt: skip
PAGE = 1000
BATCH = 1000


class Graph(Protocol):
    """What the writer needs of a graph store."""

    def run(self, name: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        """Run a statement of the catalogue."""


@dataclass
class WriteReport:
    """What one load wrote and removed, by kind."""

    written: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    """What the graph holds now."""


def prepare(store: Graph) -> None:
    """Make the constraints and indexes, if they are not there; wait until they work."""
    for name in SCHEMA:
        store.run(f"schema/{name}")


def stored_extractions(store: Graph) -> Iterator[Extraction]:
    """Yield the extractions that the graph's posts carry, by id."""
    after = ""
    while page := store.run("load/stored_posts", {"after": after, "limit": PAGE}):
        for row in page:
            if row["extraction"]:
                yield Extraction.model_validate_json(str(row["extraction"]))
        after = str(page[-1]["id"])


def store_posts(store: Graph, extractions: Iterable[Extraction]) -> None:
    """Write posts with what was extracted from them, so that interrupted work goes on from there."""
    store.run("load/upsert_posts", {"rows": [_post(made) for made in extractions]})


def _post(made: Extraction) -> dict[str, object]:
    post = made.post
    when = interval(post.date.value) if post.date else None
    return {
        "id": post.id,
        "channel": _channel(post.channel),
        "origin": _channel(post.forwarded_from),
        "properties": {
            "text": post.text,
            "published_at": post.published_at.isoformat() if post.published_at else None,
            "edited_at": post.edited_at.isoformat() if post.edited_at else None,
            "url": post.url,
            **(clock(post.date.value) if post.date and when else {}),
            "date_basis": post.date.basis if post.date else None,
            "extraction": made.model_dump_json(exclude_defaults=True),
        },
    }


def _channel(name: str | None) -> dict[str, str] | None:
    return {"id": f"channel:{slug(name) or fold_text(name)}", "name": name} if name else None


def synchronise(store: Graph, rows: Rows, progress: Progress = silent) -> WriteReport:
    """Make the graph hold exactly these rows.

    Each batch is one transaction, and a relationship comes with its sentences; interrupted anywhere, the next
    call completes the work.

    Raises:
        GraphError: the graph refuses or has gone; what was written stays, and loading again completes it.
    """
    report = WriteReport()
    entities, ties = _stored(store)
    _upsert(store, "load/upsert_entities", rows.entities(), entities, "id", "entities", report, progress)
    _upsert(store, "load/link_entities", rows.relationships(), ties, "key", "relationships", report, progress)
    posts = _stored_posts(store)
    _upsert(store, "load/link_mentions", rows.posts(), posts, "id", "posts", report, progress)
    # What is left over in the maps is what no row has.
    stale: list[dict[str, object]] = [
        {"key": key, "source": ends[1], "target": ends[2]} for key, ends in sorted(ties.items())
    ]
    for batch in grouped(stale, BATCH):
        store.run("load/delete_relationships", {"rows": batch})
        report.removed["relationships"] += len(batch)
    gone: list[dict[str, object]] = [
        {"id": name, "keys": [f"{name}|held_on", f"{name}|founded_on"]} for name in sorted(entities)
    ]
    for batch in grouped(gone, BATCH):
        store.run("load/delete_entities", {"rows": batch})
        report.removed["entities"] += len(batch)
    return report


def _upsert(
    store: Graph,
    statement: str,
    rows: Iterable[dict[str, object]],
    stored: dict[str, tuple[str, ...]],
    key: str,
    what: str,
    report: WriteReport,
    progress: Progress,
) -> None:
    """Write the rows whose digest is not the stored one; take every row's key out of the map."""

    def changed() -> Iterator[dict[str, object]]:
        for row in rows:
            report.total[what] += 1
            if stored.pop(str(row[key]), ("",))[0] != row["digest"]:
                yield row

    for batch in grouped(changed(), BATCH):
        store.run(statement, {"rows": batch})
        report.written[what] += len(batch)
        progress(f"Writing {what}", report.total[what], None)


def _stored(store: Graph) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    entities: dict[str, tuple[str, ...]] = {}
    ties: dict[str, tuple[str, ...]] = {}
    after = ""
    while page := store.run("load/stored_entities", {"after": after, "limit": PAGE}):
        for row in page:
            entities[str(row["id"])] = (str(row["digest"]),)
            leaving = row["relationships"]
            assert isinstance(leaving, Sequence)  # noqa: S101 (what the statement returns)
            for key, target, digest in leaving:
                ties[key] = (str(digest), str(row["id"]), target)
        after = str(page[-1]["id"])
    return entities, ties


def _stored_posts(store: Graph) -> dict[str, tuple[str, ...]]:
    posts: dict[str, tuple[str, ...]] = {}
    after = ""
    while page := store.run("load/stored_digests", {"after": after}):
        posts.update({str(row["id"]): (str(row["digest"]),) for row in page})
        after = str(page[-1]["id"])
    return posts
