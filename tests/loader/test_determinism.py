"""What is extracted depends on the posts alone: not on hash seeds, the order of files or the number of processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

from loader.export import extract_to
from loader.extraction import parallel
from loader.settings import LoaderSettings

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ("0", "1", "2", "77", "4096", "random")
SCRIPT = """
import sys
from pathlib import Path
from loader.export import extract_to
from loader.settings import LoaderSettings
*paths, output = map(Path, sys.argv[1:])
extract_to(paths, output, LoaderSettings(processes=1))
"""
SUMMITS = (
    ("1985-11-19", "Geneva", "Ronald Reagan", "Mikhail Gorbachev"),
    ("1986-10-11", "Reykjavík", "Ronald Reagan", "Mikhail Gorbachev"),
    ("1987-12-08", "Washington", "Ronald Reagan", "Mikhail S. Gorbachev"),
    ("1988-05-29", "Moscow", "Ronald Reagan", "Mikhail Gorbachov"),
    ("1989-12-02", "Valletta", "George Bush", "Mikhail Gorbachev"),
    ("1990-09-09", "Helsinki", "George Bush", "Mikhail Gorbachev"),
)
FORMS = (
    "🕊 The {city} Summit\nPresident {west} of the United States met with General Secretary {east} of the Soviet Union"
    " in {city} on {day}. Foreign Minister Eduard Shevardnadze took part in the {city} Summit.",
    "Summit in {city}\nOn {day}, President {west} hosted General Secretary {east} in {city}. They signed the {city}"
    " Declaration on Peace and Security.",
    "🇫🇮 {city} prepares\nThe {city} Summit will be held in {city} on {day}. {east} is expected to arrive a day earlier.",
    "Readout\nMinister Shevardnadze and Secretary of State James Baker held talks in {city} on {day}. No joint statement"
    " was adopted. Mr. Shevardnadze thanked Finland.",
    "The {city} Declaration on Peace and Security\nThe Declaration, signed by {west} and {east}, was issued in {city}."
    " {west} told the UN Security Council that the United States would ratify it next year.",
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Thirty posts in three files: some dated, some by their text alone, two told twice."""
    posts = []
    for date, city, west, east in SUMMITS:
        year, month, day = date.split("-")
        name = {"05": "May", "09": "September", "10": "October", "11": "November", "12": "December"}[month]
        for number, form in enumerate(FORMS):
            text = form.format(city=city, west=west, east=east, day=f"{name} {int(day)}, {year}")
            posts.append({"text": text} | ({"date": date} if number % 2 else {}))
    paths = []
    for number in range(3):
        paths.append(tmp_path / f"posts-{number}.jsonl")
        # The last post of a file is also the first of the next.
        part = posts[max(0, number * 10 - 1) : number * 10 + 10]
        paths[-1].write_text("".join(json.dumps(post) + "\n" for post in part), "utf-8")
    return paths


def extracted(paths: list[Path], output: Path, processes: int = 1) -> bytes:
    extract_to(paths, output, LoaderSettings(processes=processes))
    return output.read_bytes()


def test_the_posts_of_these_tests_say_something_of_every_sort(files: list[Path], tmp_path: Path) -> None:
    lines = [json.loads(line) for line in extracted(files, tmp_path / "out.jsonl").splitlines()]
    assert len(lines) == 30
    assert {fact["predicate"] for line in lines for fact in line["facts"]} >= {
        "participated_in",
        "held_in",
        "held_on",
        "holds_position",
        "signed",
    }
    assert {mention["type"] for line in lines for mention in line["mentions"]} >= {
        "Person",
        "Country",
        "Meeting",
        "Document",
        "Place",
        "Date",
    }


def test_no_hash_seed_changes_a_byte(files: list[Path], tmp_path: Path) -> None:
    running = {}
    for seed in SEEDS:
        arguments = [*map(str, files), str(tmp_path / f"{seed}.jsonl")]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        running[seed] = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, *arguments], cwd=ROOT, env=environment
        )
    assert [process.wait() for process in running.values()] == [0] * len(SEEDS)
    outputs = {seed: (tmp_path / f"{seed}.jsonl").read_bytes() for seed in SEEDS}
    assert [seed for seed in SEEDS if outputs[seed] != outputs["0"]] == []
    assert outputs["0"]


def test_no_order_of_the_files_changes_a_byte(files: list[Path], tmp_path: Path) -> None:
    outputs = {extracted(list(order), tmp_path / "out.jsonl") for order in permutations(files)}
    assert len(outputs) == 1


def test_two_processes_write_what_one_writes(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Small batches, so that both processes get some.
    monkeypatch.setattr(parallel, "BATCH", 4)
    alone = extracted(files, tmp_path / "one.jsonl")
    assert extracted(files, tmp_path / "two.jsonl", processes=2) == alone
