"""Our scorer counts as the definitions of the reference scorer say."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.score import extracted
from benchmarks.scoring import measures, score_facts

REFERENCE = Path("../shared/gold/score.py")
GOLD = Path("benchmarks/gold/dev2.jsonl")


def test_our_figures_equal_those_of_the_reference_scorer(tmp_path: Path) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference scorer ../shared/gold/score.py is not there")
    gold = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines() if line.strip()]
    system = [{**found, "text": post["text"]} for found, post in zip(extracted(gold), gold, strict=True)]
    path = tmp_path / "system.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in system), "utf-8")
    printed = subprocess.run(
        [sys.executable, str(REFERENCE), str(GOLD), str(path)], capture_output=True, text=True, check=True
    ).stdout
    score = score_facts(gold, system)
    figures = re.search(r"facts core +micro P (\S+) R (\S+) F (\S+) +status right (\d+)/(\d+)", printed)
    assert figures is not None
    assert list(figures.groups()) == [
        *(f"{value:.3f}" for value in measures(*score.total())),
        *map(str, score.status),
    ]
