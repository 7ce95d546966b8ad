"""Our scorer counts as the reference scorer does, and says of every error what was expected and what was got."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.score import extracted, read
from benchmarks.scoring import score
from benchmarks.scoring.errors import errors
from benchmarks.scoring.table import table

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
DEV, DEV2 = SHARED / "dev.jsonl", Path("benchmarks/gold/dev2.jsonl")

TEXT = "Ada Byron of France met Bob Crane in Oslo. She thanked Norway."
GOLD = {
    "text": TEXT,
    "date": {"value": "1990-06-15", "precision": "day", "basis": "title"},
    "mentions": [
        {"start": 0, "end": 9, "type": "Person", "id": "person:byron", "level": "NAM"},
        {"start": 13, "end": 19, "type": "Country", "id": "country:FR", "level": "NAM"},
        {"start": 24, "end": 33, "type": "Person", "id": "person:crane", "level": "NAM"},
        {"start": 37, "end": 41, "type": "Place", "id": "place:oslo", "level": "NAM"},
        {"start": 43, "end": 46, "type": "Person", "id": "person:byron", "level": "PRO"},
        {"start": 55, "end": 61, "type": "Country", "id": "country:NO", "level": "NAM"},
    ],
    "facts": [
        {
            "subject": "person:byron",
            "predicate": "holds_position",
            "object": "country:FR",
            "status": "asserted",
            "evidence": {"start": 0, "end": 42},
        },
        {
            "subject": "person:crane",
            "predicate": "holds_position",
            "object": "country:NO",
            "status": "asserted",
            "evidence": {"start": 0, "end": 42},
        },
    ],
}


def changed(**fields: Any) -> dict[str, Any]:
    """What a faultless system says, but for some fields."""
    return json.loads(json.dumps({**GOLD, **fields}))


def listed(system: dict[str, Any]) -> list[str]:
    return list(errors(score([GOLD], [system])))


@pytest.mark.parametrize("path", [DEV, DEV2], ids=["dev", "dev2"])
def test_the_table_equals_that_of_the_reference_scorer(path: Path, tmp_path: Path) -> None:
    if not (SHARED / "score.py").exists():
        pytest.skip(f"the reference scorer {SHARED / 'score.py'} is not there")
    gold = read(path)
    system = extracted(gold)
    written = tmp_path / "system.jsonl"
    written.write_text("\n".join(map(json.dumps, system)), "utf-8")
    printed = subprocess.run(
        [sys.executable, str(SHARED / "score.py"), str(path), str(written)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert list(table(score(gold, system))) == printed.splitlines()


def test_the_texts_that_were_annotated_are_the_ones_that_are_extracted() -> None:
    gold = read(DEV2)
    assert {post["text"] for post in extracted(gold)} == {post["text"] for post in gold}


def test_what_is_as_annotated_is_no_error() -> None:
    made = score([GOLD], [changed()])
    assert list(errors(made)) == []
    assert {tuple(row[1:]) for row in made.exact.values()} == {(0, 0)}


def test_a_post_that_was_not_extracted_is_missed_with_all_that_it_says() -> None:
    assert [one.split("\n")[0] for one in errors(score([GOLD], []))] == [
        "post 1, date",
        *["post 1, mention, missed"] * 5,
        *["post 1, fact, missed"] * 2,
    ]


def test_pronouns_are_neither_missed_nor_wrong() -> None:
    mentions = [mention for mention in GOLD["mentions"] if mention["level"] != "PRO"]
    assert listed(changed(mentions=mentions)) == []


def test_another_border_is_one_error() -> None:
    system = changed()
    system["mentions"][0]["end"] = 3
    assert listed(system) == [
        "post 1, mention, other border\n"
        "  sentence  Ada Byron of France met Bob Crane in Oslo.\n"
        "  expected  Person “Ada Byron” at 0\n"
        "  got       Person “Ada” at 0\n"
    ]


def test_another_type_is_one_error() -> None:
    system = changed()
    system["mentions"][5]["type"] = "Place"
    assert listed(system) == [
        "post 1, mention, other type\n"
        "  sentence  She thanked Norway.\n"
        "  expected  Country “Norway” at 55\n"
        "  got       Place “Norway” at 55\n"
    ]


def test_a_wrong_mention_and_a_wrong_date_are_told_with_their_sentence() -> None:
    system = changed(date=None)
    system["mentions"].append(
        {"start": 20, "end": 23, "type": "Meeting", "id": "meeting:met", "level": "NAM"}
    )
    date, mention = listed(system)
    assert date.endswith("  expected  1990-06-15\n  got       nothing\n")
    assert mention == (
        "post 1, mention, wrong\n"
        "  sentence  Ada Byron of France met Bob Crane in Oslo.\n"
        "  expected  nothing\n"
        "  got       Meeting “met” at 20\n"
    )


def test_another_status_and_another_object_say_what_was_expected() -> None:
    system = changed()
    system["facts"][0]["status"] = "planned"
    system["facts"][1]["object"] = "country:FR"
    found = {error.split("\n", 1)[0]: error.split("\n", 2)[2] for error in listed(system)}
    norway = "Bob Crane [person:crane] · holds_position · Norway [country:NO] (asserted)"
    france = "Bob Crane [person:crane] · holds_position · France [country:FR] (asserted)"
    byron = "Ada Byron [person:byron] · holds_position · France [country:FR]"
    assert found == {
        "post 1, fact, status": f"  expected  {byron} (asserted)\n  got       {byron} (planned)\n",
        "post 1, fact, missed": f"  expected  {norway}\n  got       nothing; but {france}\n",
        "post 1, fact, wrong": f"  expected  nothing; but {norway}\n  got       {france}\n",
    }


def test_the_systems_own_ids_stand_for_those_whose_mentions_they_share() -> None:
    system = changed()
    for mention in system["mentions"]:
        mention["id"] = mention["id"].replace("person:", "person:own-")
    for fact in system["facts"]:
        fact["subject"] = fact["subject"].replace("person:", "person:own-")
    assert listed(system) == []
