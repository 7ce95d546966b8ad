"""Print how well annotated posts are read: python benchmarks/score.py [FILE …] [--errors] [--unseen]."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.scoring import Record, score  # noqa: E402
from benchmarks.scoring.errors import errors  # noqa: E402
from benchmarks.scoring.table import table  # noqa: E402
from loader.export import extract_to  # noqa: E402
from loader.settings import LoaderSettings  # noqa: E402

FILES = (HERE.parent.parent / "shared" / "gold" / "dev.jsonl", HERE / "gold" / "dev2.jsonl")
UNSEEN = HERE / "gold" / "unseen.jsonl"


def read(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    # Not splitlines(): a text may hold other line ends than a line feed.
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def extracted(gold: Sequence[Record]) -> list[dict[str, Any]]:
    """Return what ``cablegraph extract`` writes for annotated posts, resolution across them included.

    A post's date is given where it is a day, as a channel's export gives it.
    """
    with tempfile.TemporaryDirectory() as folder:
        posts, facts = Path(folder, "posts.jsonl"), Path(folder, "facts.jsonl")
        with posts.open("w", encoding="utf-8") as file:
            for number, record in enumerate(gold, 1):
                said = record.get("date") or {}
                given = {"date": said["value"]} if said.get("precision") == "day" else {}
                line = {"id": str(number), "text": record["text"], **given}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        extract_to([posts], facts, LoaderSettings())
        return read(facts)


def main() -> int:
    """Print a table for each file; with --errors also what was wrong or missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="annotated posts; else both development sets"
    )
    parser.add_argument(
        "--errors", action="store_true", help="list sentence, expected and got of every error"
    )
    parser.add_argument("--unseen", action="store_true", help="score the set that is kept for releases")
    arguments = parser.parse_args()
    files = arguments.files or ([] if arguments.unseen else [path for path in FILES if path.exists()])
    for path in [*files, *([UNSEEN] if arguments.unseen else [])]:
        if not path.is_file():
            parser.error(f"{path} is not there: give a file of annotated posts")
        gold = read(path)
        made = score(gold, extracted(gold))
        print(path.name)
        print("\n".join(f"  {line}" for line in table(made)))
        if arguments.errors:
            print("\n" + "\n".join(errors(made)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
