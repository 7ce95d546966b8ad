"""The whole flow on one screen: the only module that knows the order of the stages.

files ─ readers ─> RawPost ─ dating ─> Post ─ spool ─ extraction ─> Extraction ─ namesakes ─ resolution
      ─> Resolution ─ rows ─> Rows ─ writer ─> the graph
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar

from cypher.progress import Progress, silent
from loader.dating import date_posts
from loader.extraction.parallel import extract_all, fingerprint
from loader.model import Entity, Extraction, Fact, Judgement, Mention
from loader.namesakes import tell_apart
from loader.readers import ReadReport, read_posts
from loader.resolution import Resolution, Resolver, judgements
from loader.rows import to_rows
from loader.settings import LoaderSettings
from loader.spool import Spool
from loader.vocabulary import load_vocabulary
from loader.writer import WriteReport, prepare, store_posts, stored_extractions, synchronise

Named = TypeVar("Named", Mention, Entity)

KEEP = 500
"""Extracted posts that are put into the graph at once, so that interrupted work goes on from there."""


class Graph(Protocol):
    """What the pipeline needs of a graph store."""

    def run(self, name: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        """Run a statement of the catalogue."""


@dataclass
class LoadReport:
    """What one load read and changed."""

    read: ReadReport
    new: int = 0
    unchanged: int = 0
    written: WriteReport | None = None
    resolution: Resolution | None = None
    unknown: Counter[str] = field(default_factory=Counter)


def check(settings: LoaderSettings) -> None:
    """Read what the settings name, so that a mistake in it is told before any work.

    Raises:
        LoaderError: the vocabularies or the judgements cannot be used, or the proposer is not installed.
    """
    fingerprint(load_vocabulary(settings.vocabulary), propose=settings.propose)
    _judged(settings)


def _judged(settings: LoaderSettings) -> list[Judgement]:
    return judgements.read(settings.judgements) if settings.judgements else []


def extract_posts(
    spool: Spool,
    paths: Sequence[Path],
    settings: LoaderSettings,
    report: ReadReport,
    progress: Progress = silent,
    *,
    stored: Iterable[Extraction] = (),
    keep: Callable[[Sequence[Extraction]], None] | None = None,
) -> int:
    """Read, date and extract into the spool.

    Args:
        spool: receives every distinct post with its extraction.
        paths: files and folders of the user.
        settings: vocabularies, processes.
        report: filled with what was read and what was skipped.
        progress: told how far each stage is.
        stored: extractions that the graph has already.
        keep: called with each finished batch of extractions.

    Returns:
        How many of the posts the graph did not have.

    Raises:
        LoaderError: an input cannot be used; nothing has been written by then.
    """
    check(settings)
    made_with = fingerprint(load_vocabulary(settings.vocabulary), propose=settings.propose)
    for extraction in stored:
        valid = extraction if extraction.vocabulary_hash == made_with else None
        spool.add(extraction.post, extraction=valid, given=False)
    new = 0
    for done, post in enumerate(date_posts(read_posts(paths, report)), 1):
        new += spool.add(post)
        progress("Reading posts", done, None)
    total = spool.count(waiting=True)
    made = extract_all(
        spool.waiting(), total, settings.vocabulary, settings.processes, propose=settings.propose
    )
    done = 0
    while batch := list(islice(made, KEEP if keep else 1)):
        for post_id, data in batch:
            spool.keep(post_id, data)
        if keep:
            keep([Extraction.model_validate_json(data) for _, data in batch])
        done += len(batch)
        progress("Extracting facts", done, total)
    return new


def resolve_posts(spool: Spool, settings: LoaderSettings, progress: Progress = silent) -> Resolution:
    """Decide which entities of all posts in the spool are the same.

    Raises:
        LoaderError: the file of judgements contradicts itself.
    """
    resolver = Resolver(_judged(settings))
    total = spool.count()
    for done, extraction in enumerate(spool.extractions(), 1):
        resolver.add(tell_apart(extraction))
        progress("Resolving names", done, total)
    return resolver.finish()


def resolved(extractions: Iterable[Extraction], resolution: Resolution) -> Iterator[Extraction]:
    """Yield the extractions with every id replaced by its canonical one."""
    canonical = resolution.canonical

    # Most ids are canonical already, and copying costs more than looking.
    def renamed(value: Named) -> Named:
        new = canonical(value.id)
        return value if new == value.id else value.model_copy(update={"id": new})

    def between(fact: Fact) -> Fact:
        subject, object_ = canonical(fact.subject), canonical(fact.object)
        speaker = fact.speaker and canonical(fact.speaker)
        if subject == fact.subject and object_ == fact.object and speaker == fact.speaker:
            return fact
        return fact.model_copy(update={"subject": subject, "object": object_, "speaker": speaker})

    for made in map(tell_apart, extractions):
        yield made.model_copy(
            update={
                "mentions": tuple(map(renamed, made.mentions)),
                "entities": tuple(map(renamed, made.entities)),
                "facts": tuple(map(between, made.facts)),
            }
        )


def load(
    paths: Sequence[Path], store: Graph, settings: LoaderSettings, progress: Progress = silent
) -> LoadReport:
    """Load files into the graph; loading the same ones again changes nothing.

    The graph is a function of the set of its posts: the posts given are joined with those it has, all are
    resolved together, and only the differences are written.

    Raises:
        LoaderError: an input cannot be used; nothing has been written by then.
        GraphError: the graph cannot be reached or refuses.
    """
    report = LoadReport(ReadReport())
    check(settings)
    prepare(store)
    with Spool() as spool:
        report.new = extract_posts(
            spool,
            paths,
            settings,
            report.read,
            progress,
            stored=stored_extractions(store),
            keep=lambda batch: store_posts(store, batch),
        )
        report.resolution = resolve_posts(spool, settings, progress)
        for made in spool.extractions(given_only=True):
            report.unknown.update(phrase.text for phrase in made.unknown)
        rows = to_rows(resolved(spool.extractions(), report.resolution), report.resolution)
        report.written = synchronise(store, rows, progress)
    report.unchanged = report.read.posts - report.new
    return report
