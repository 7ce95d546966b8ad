"""Time against the length of one post: nothing that stands in a post may cost the square of its length."""

from __future__ import annotations

import argparse
import cProfile
import math
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.texts import LONG, long_text
from cypher.vocabulary import Precision
from loader.extraction import extract
from loader.model import DateValue, Post
from loader.vocabulary import load_vocabulary

LENGTHS = (10_000, 31_250, 62_500, 125_000, 250_000, 500_000, 1_000_000)
"""Characters; the growth counts from one to its double."""
TARGET = 1.3
"""Growth at the longest doubling: seconds ~ length ** growth."""
ENOUGH = 60.0
"""Seconds for one text after which longer ones of its shape are not tried."""
SHOWN = 12
"""Functions of a profile."""
DEEP = 6
"""Calls of libraries by libraries through which time is followed back to a function of ours."""
ROOT = Path(__file__).resolve().parent.parent

Function = tuple[str, int, str]
"""File, line and name, as the profiler gives them."""


def read(shape: str, length: int) -> float:
    """Return the seconds of the processor that one post of a shape takes."""
    post = Post(
        id="post:long",
        text=long_text(shape, length),
        date=DateValue(value="1990-06-15", precision=Precision.DAY, basis="posted"),
    )
    vocabulary = load_vocabulary()
    start = time.process_time()
    extract(post, vocabulary)
    return time.process_time() - start


def growth(seconds: Sequence[tuple[int, float]]) -> float:
    """Return the exponent of the growth between the last two lengths."""
    (short, before), (long, after) = seconds[-2:]
    return math.log(after / before) / math.log(long / short)


def profile(shape: str, short: int, long: int) -> None:
    """Print the functions of ours whose time, what they call of others included, grows most between two lengths."""
    own = []
    for length in (short, long):
        profiler = cProfile.Profile()
        profiler.enable()
        read(shape, length)
        profiler.disable()
        own.append(_own(pstats.Stats(profiler).stats))  # type: ignore[attr-defined]
    before, after = own
    for name in sorted(after, key=lambda one: after[one] - before[one], reverse=True)[:SHOWN]:
        file, line, function = name
        place = f"{Path(file).relative_to(ROOT)}:{line} {function}"
        print(f"      {before[name]:8.2f} s -> {after[name]:8.2f} s  {place}")


def _own(
    stats: Mapping[Function, tuple[int, int, float, float, Mapping[Function, Sequence[float]]]],
) -> dict[Function, float]:
    """Return the seconds of each function of ours; those of libraries and built-ins count for their callers."""
    seconds: dict[Function, float] = defaultdict(float)

    def count(function: Function, amount: float, depth: int = 0) -> None:
        callers = stats[function][4]
        whole = sum(row[3] for row in callers.values())
        if function[0].startswith(str(ROOT / "loader")) or not whole or depth > DEEP:
            seconds[function] += amount if function[0].startswith(str(ROOT)) else 0.0
            return
        for caller, row in callers.items():
            if caller != function:
                count(caller, amount * row[3] / whole, depth + 1)

    for function, row in stats.items():
        count(function, row[2])
    return seconds


def main() -> int:
    """Print seconds by length and the growth of each shape; fail where one grows too fast."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.length", description=__doc__)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"of {', '.join(LONG)}; else all")
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], help="characters")
    parser.add_argument("--profile", action="store_true", help="show which functions grow")
    arguments = parser.parse_args()
    if unknown := set(arguments.shapes) - set(LONG):
        parser.error(f"{min(unknown)} is none of {', '.join(LONG)}")
    read("prose", LENGTHS[0])  # Caches fill, patterns compile.
    failed = []
    for shape in arguments.shapes or LONG:
        seconds: list[tuple[int, float]] = []
        for length in (length for length in LENGTHS if length <= arguments.longest):
            seconds.append((length, read(shape, length)))
            print(f"  {shape:14} {length:9,} characters {seconds[-1][1]:8.3f} s", flush=True)
            if seconds[-1][1] > ENOUGH:
                break
        grown = growth(seconds)
        print(f"length: {shape}: growth {grown:.2f} (target: below {TARGET})", flush=True)
        if grown >= TARGET:
            failed.append(shape)
        if arguments.profile:
            profile(shape, seconds[-2][0], seconds[-1][0])
    if failed:
        print(f"length: grows too fast: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
