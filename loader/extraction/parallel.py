"""Extraction over one process or several: the same extractions in the same order, as JSON.

They are made to be put away; whoever only passes one on need not read it.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path

from loader.extraction import extract, proposer
from loader.model import Post
from loader.vocabulary import Vocabulary, load_vocabulary

BATCH = 100
"""Posts that travel to a worker at once."""
ALONE = 400
"""Up to so many posts a second process costs more than it saves: it must load the vocabularies first."""


def fingerprint(vocabulary: Vocabulary, *, propose: bool = False) -> str:
    """Return the hash of everything that an extraction depends on besides its post.

    Extractions that carry another fingerprint were made by other rules or vocabularies, or with or without
    the statistical proposer.

    Raises:
        LoaderError: the proposer is asked for and not installed.
    """
    model = f" {proposer.identity()}" if propose else ""
    return hashlib.sha256(f"{vocabulary.hash} {_rules()}{model}".encode()).hexdigest()[:16]


@cache
def _rules() -> str:
    """Return the hash of the source files of the rules."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def extract_all(
    posts: Iterable[Post], count: int, folder: Path | None, processes: int = 0, *, propose: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield the id and, as JSON, the extraction of every post, in order.

    Args:
        posts: the posts, streamed.
        count: how many there are, to choose the number of processes by.
        folder: the analyst's own vocabularies, if any.
        processes: how many processes; 0 chooses one for few posts, else one a core.
        propose: let the statistical proposer add names.

    Raises:
        LoaderError: the proposer is asked for and not installed.
    """
    workers = processes or (1 if count <= ALONE else os.cpu_count() or 1)
    if workers == 1:
        yield from _extract_batch(posts, folder, propose)
        return
    batches = _batches(posts)
    waiting: deque[Future[list[tuple[str, str]]]] = deque()
    # spawn: a forked child of a process with threads (the page, the driver) may hang.
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        for batch in islice(batches, 2 * workers):
            waiting.append(pool.submit(_work, batch, folder, propose))
        while waiting:
            yield from waiting.popleft().result()
            for batch in islice(batches, 1):
                waiting.append(pool.submit(_work, batch, folder, propose))


def _batches(posts: Iterable[Post]) -> Iterator[list[str]]:
    rest = iter(posts)
    while batch := [post.model_dump_json(exclude_defaults=True) for post in islice(rest, BATCH)]:
        yield batch


def _extract_batch(posts: Iterable[Post], folder: Path | None, propose: bool) -> Iterator[tuple[str, str]]:
    vocabulary = _vocabulary(folder)
    made_with = fingerprint(vocabulary, propose=propose)
    for post in posts:
        made = extract(post, vocabulary, propose=propose).model_copy(update={"vocabulary_hash": made_with})
        yield post.id, made.model_dump_json(exclude_defaults=True)


def _work(batch: list[str], folder: Path | None, propose: bool) -> list[tuple[str, str]]:
    return list(_extract_batch(map(Post.model_validate_json, batch), folder, propose))


@cache
def _vocabulary(folder: Path | None) -> Vocabulary:
    return load_vocabulary(folder)
