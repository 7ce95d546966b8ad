"""Extractions for people and other programs: as JSON lines, from files or from the graph."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from cypher.progress import Progress, silent
from loader.errors import LoaderError
from loader.model import Entity, EntityType, Extraction, Fact, Judgement, Mention
from loader.pipeline import Graph, extract_posts, resolve_posts, resolved
from loader.readers import ReadReport
from loader.resolution import Resolution
from loader.settings import LoaderSettings
from loader.spool import Spool
from loader.writer import stored_extractions

# All of a post at once: that costs a fraction of one by one.
_MENTIONS = TypeAdapter(tuple[Mention, ...])
_ENTITIES = TypeAdapter(tuple[Entity, ...])
_FACTS = TypeAdapter(tuple[Fact, ...])
_AS_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, check_circular=False).encode


@dataclass
class ExtractReport:
    """What one extraction read and wrote."""

    read: ReadReport
    posts: int = 0
    mentions: int = 0
    facts: int = 0
    proposed: int = 0
    """Mentions that only the statistical proposer found."""
    unused: tuple[Judgement, ...] = ()
    """Decisions that change nothing."""


def extract_to(
    paths: Sequence[Path], output: Path, settings: LoaderSettings, progress: Progress = silent
) -> ExtractReport:
    """Write one JSON object a post, ids resolved across posts, ordered by date and id.

    The file appears whole or not at all.

    Raises:
        LoaderError: an input cannot be read or the output cannot be written.
    """
    report = ExtractReport(ReadReport())
    if output.is_dir():
        raise LoaderError(f"{output} is a folder: give --output the name of a file, such as facts.jsonl.")
    try:
        handle, name = tempfile.mkstemp(prefix=output.name, dir=output.parent)
    except OSError as error:
        raise LoaderError(
            f"{output} cannot be written ({error.strerror}): choose another place for --output."
        ) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file, Spool() as spool:
            extract_posts(spool, paths, settings, report.read, progress)
            resolution = resolve_posts(spool, settings, progress)
            report.unused = resolution.unused
            for made in resolved(spool.extractions(given_only=True), resolution):
                file.write(_AS_JSON(record(made)) + "\n")
                report.posts += 1
                report.mentions += len(made.mentions)
                report.facts += len(made.facts)
                report.proposed += sum(mention.proposed for mention in made.mentions)
        Path(name).chmod(0o644)
        Path(name).replace(output)
    except OSError as error:
        raise LoaderError(
            f"{output} cannot be written ({error.strerror}): make room or choose another place."
        ) from None
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    return report


def record(made: Extraction) -> dict[str, object]:
    """Return an extraction as the plain object that the scorer of annotated posts reads.

    Offsets are code points into ``text``, half open; ``evidence.text`` is the quote between them. ``facts`` join
    what the text names or describes; the facts of meetings that only a verb tells of ("A met B"), for which the
    annotation guideline has no mention, stand under ``encounters`` in the same form. The graph gets both.
    """
    text = made.post.text
    mentioned = {mention.id for mention in made.mentions}
    encounters = {e.id for e in made.entities if e.type is EntityType.MEETING and e.id not in mentioned}
    post = made.post.model_dump(mode="json", exclude_none=True, exclude={"text", "source", "line", "date"})
    mentions = _MENTIONS.dump_python(made.mentions, mode="json")
    facts = _FACTS.dump_python(made.facts, mode="json", exclude_none=True)
    for quoted in (*mentions, *(fact["evidence"] for fact in facts)):
        quoted["text"] = text[quoted["start"] : quoted["end"]]
    return {
        **post,
        "text": text,
        "date": made.post.date.model_dump(mode="json") if made.post.date else None,
        "mentions": mentions,
        "entities": _ENTITIES.dump_python(made.entities, mode="json", exclude_defaults=True),
        "facts": [fact for fact in facts if not encounters & {fact["subject"], fact["object"]}],
        "encounters": [fact for fact in facts if encounters & {fact["subject"], fact["object"]}],
    }


def extractions(
    paths: Sequence[Path], settings: LoaderSettings, progress: Progress = silent
) -> Iterator[Extraction]:
    """Yield the extractions of files, before resolution.

    Raises:
        LoaderError: an input cannot be read.
    """
    with Spool() as spool:
        extract_posts(spool, paths, settings, ReadReport(), progress)
        yield from spool.extractions(given_only=True)


def resolution(paths: Sequence[Path], settings: LoaderSettings, progress: Progress = silent) -> Resolution:
    """Return what resolution decides about the entities of files.

    Raises:
        LoaderError: an input or the file of judgements cannot be read.
    """
    with Spool() as spool:
        extract_posts(spool, paths, settings, ReadReport(), progress)
        return resolve_posts(spool, settings, progress)


def stored_resolution(store: Graph, settings: LoaderSettings, progress: Progress = silent) -> Resolution:
    """Return what resolution decides about the entities of the graph's posts.

    Raises:
        LoaderError: the file of judgements cannot be read.
    """
    with Spool() as spool:
        for made in stored_extractions(store):
            spool.add(made.post, extraction=made, given=False)
        return resolve_posts(spool, settings, progress)


def stored(store: Graph, post: str) -> Extraction:
    """Return the extraction of the one loaded post whose id begins like this.

    Raises:
        LoaderError: no post, or more than one, has such an id.
    """
    wanted = post if post.startswith("post:") else f"post:{post}"
    found = [made for made in stored_extractions(store) if made.post.id.startswith(wanted)]
    if not found:
        raise LoaderError(f"No loaded post has an id that begins with {wanted!r}, and no file has that name.")
    if len(found) > 1:
        raise LoaderError(
            f"{len(found)} loaded posts have an id that begins with {wanted!r}: give more of it."
        )
    return found[0]
