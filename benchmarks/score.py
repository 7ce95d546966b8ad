"""Print how well facts are found in the annotated posts: python benchmarks/score.py [--errors]."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.scoring import CORE, measures, score_facts  # noqa: E402
from loader.extraction import extract  # noqa: E402
from loader.model import DateValue, Post  # noqa: E402
from loader.vocabulary import load_vocabulary  # noqa: E402

FILES = (HERE.parent.parent / "shared" / "gold" / "dev.jsonl", HERE / "gold" / "dev2.jsonl")


def extracted(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the extraction finds in the texts of annotated posts."""
    vocabulary = load_vocabulary()
    found = []
    for number, record in enumerate(gold, 1):
        said = record.get("date") or {}
        date = (
            DateValue(value=said["value"], precision=said["precision"], basis="gold")
            if said.get("value")
            else None
        )
        post = Post(id=f"post:{number}", text=record["text"], date=date)
        found.append(extract(post, vocabulary).model_dump(mode="json"))
    return found


def main() -> int:
    """Print a table for each file that is there; with --errors also what was wrong or missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list sentence, expected and got")
    arguments = parser.parse_args()
    for path in (path for path in FILES if path.exists()):
        gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        score = score_facts(gold, extracted(gold))
        print(f"{path.name}: {len(gold)} posts")
        rows = [(name, tuple(score.counts[name])) for name in CORE if name in score.counts]
        for name, row in [*rows, ("all core facts", score.total())]:
            right, wrong, missed = row
            precision, recall, mean = measures(right, wrong, missed)
            print(f"  {name:16} n {right + missed:4}  P {precision:.3f}  R {recall:.3f}  F {mean:.3f}")
        print(f"  status right {score.status[0]}/{score.status[1]}")
        if arguments.errors:
            print("\n".join(score.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
