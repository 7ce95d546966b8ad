"""Peak memory of the real command, `cablegraph extract`, on many streamed posts."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from benchmarks import texts

HERE = Path(__file__).resolve().parent
POSTS = 100_000
TARGET = 300
"""Megabytes of all processes together, at most."""
EVERY = 0.1
"""Seconds between two looks."""
MEGABYTE = 1 << 20


def measured(command: list[str], folder: Path) -> Iterator[tuple[str, float, list[int]]]:
    """Run a command and yield, again and again, its stage, the seconds since its start and each process's bytes.

    Memory is what is resident, so that a page that processes share counts for each of them. The stage is told
    from outside: workers that are busy extract, a file that grows is being written.

    Raises:
        RuntimeError: the command failed.
    """
    start = time.perf_counter()
    stage = "reading"
    with subprocess.Popen(
        command, cwd=HERE.parent, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as child:
        parent = psutil.Process(child.pid)
        while child.poll() is None:
            sizes, workers = [], 0
            with suppress(psutil.NoSuchProcess):
                sizes.append(parent.memory_info().rss)
                for process in parent.children(recursive=True):
                    with suppress(psutil.NoSuchProcess):
                        sizes.append(process.memory_info().rss)
                        # Python's own helper, which tracks what processes share, stays to the end.
                        workers += "spawn_main" in " ".join(process.cmdline())
            if workers:
                stage = "extracting"
            elif stage == "extracting":
                stage = "resolving"
            if stage == "resolving" and any(file.stat().st_size for file in folder.glob("facts.jsonl*")):
                stage = "writing"
            if sizes:
                yield stage, time.perf_counter() - start, sizes
            time.sleep(EVERY)
        error = child.stderr.read().decode() if child.stderr else ""
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)}: {error}")


def main() -> int:
    """Print the peak of each stage and of all; fail above the target."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--posts", type=int, default=POSTS)
    parser.add_argument(
        "--processes", type=int, default=0, help="processes that extract; 0: the command chooses"
    )
    arguments = parser.parse_args()
    together: dict[str, int] = defaultdict(int)
    largest: dict[str, int] = defaultdict(int)
    until: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts.write(folder / "posts.jsonl", arguments.posts)
        (folder / "out").mkdir()
        command = [
            *(sys.executable, "-m", "cablegraph", "extract", str(folder / "posts.jsonl")),
            *("--output", str(folder / "out" / "facts.jsonl")),
            *("--processes", str(arguments.processes)),
        ]
        for stage, seconds, sizes in measured(command, folder / "out"):
            together[stage] = max(together[stage], sum(sizes))
            largest[stage] = max(largest[stage], max(sizes))
            until[stage] = seconds
        written = sum(1 for _ in (folder / "out" / "facts.jsonl").open("rb"))
    begun = 0.0
    print(f"{written} posts, {os.cpu_count()} cores")
    for stage, seconds in until.items():
        print(
            f"  {stage:10} {seconds - begun:7.1f} s   peak {together[stage] / MEGABYTE:5.0f} MB together,"
            f" {largest[stage] / MEGABYTE:5.0f} MB the largest process"
        )
        begun = seconds
    peak = max(together.values()) / MEGABYTE
    print(
        f"memory: {peak:.0f} MB together, {max(largest.values()) / MEGABYTE:.0f} MB the largest process"
        f" (target: at most {TARGET} MB together); {written / begun:.0f} posts a second"
    )
    return 0 if written == arguments.posts and peak <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
