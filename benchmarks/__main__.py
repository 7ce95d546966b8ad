"""Run every benchmark, or those named: python -m benchmarks [NAME …]."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_ONES = {"__init__", "__main__", "score", "texts"}


def main() -> int:
    """Run the benchmarks, each in a process of its own so that none heats another's caches."""
    names = sys.argv[1:] or sorted(file.stem for file in HERE.glob("*.py") if file.stem not in NOT_ONES)
    failed = [
        name
        for name in names
        if subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"], cwd=HERE.parent, check=False
        ).returncode
    ]
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
