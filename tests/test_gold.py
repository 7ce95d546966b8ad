"""The hand-annotated sets are consistent in themselves: offsets, ids, evidence, nesting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).resolve().parent.parent / "benchmarks" / "gold"
SETS = {"dev2.jsonl": 24, "unseen.jsonl": 16}
TYPES = {"Person", "Country", "Organisation", "Meeting", "Document", "Place", "Date"}
LEVELS = {"NAM", "ADJ", "MET", "FLAG", "TAG", "NOM", "PRO", "REL"}
STATUSES = {"asserted", "planned", "denied", "reported"}


@pytest.fixture(scope="module", params=sorted(SETS))
def posts(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    lines = (GOLD / request.param).read_text("utf-8").splitlines()
    assert len(lines) == SETS[request.param]
    return [json.loads(line) for line in lines]


def test_every_post_is_told_once_and_is_dated(posts: list[dict[str, Any]]) -> None:
    assert len({post["text"] for post in posts}) == len(posts)
    for post in posts:
        assert len(post["text"].split()) >= 60
        assert post["date"]["precision"] == "day"
        assert post["date"]["value"][:4].isdigit()


def test_every_mention_quotes_its_post(posts: list[dict[str, Any]]) -> None:
    for post in posts:
        for mention in post["mentions"]:
            quoted = post["text"][mention["start"] : mention["end"]]
            assert quoted == mention["text"] == quoted.strip()
            assert mention["type"] in TYPES
            assert mention["level"] in LEVELS
            assert mention["id"].startswith(mention["type"].lower() + ":")


def test_mentions_nest_but_never_cross(posts: list[dict[str, Any]]) -> None:
    for post in posts:
        spans = [(m["start"], m["end"]) for m in post["mentions"]]
        assert len(spans) == len(set(spans))
        for start, end in spans:
            assert not any(start < other < end < last for other, last in spans)
        for mention in post["mentions"]:
            inside = any(
                start <= mention["start"] and mention["end"] <= end
                for start, end in spans
                if (start, end) != (mention["start"], mention["end"])
            )
            assert mention["nested"] == inside


def test_every_fact_joins_mentioned_things_and_quotes_its_post(
    posts: list[dict[str, Any]],
) -> None:
    for post in posts:
        mentioned = {mention["id"] for mention in post["mentions"]}
        assert post["facts"]
        for fact in post["facts"]:
            assert fact["subject"] in mentioned
            assert fact["object"] in mentioned or fact["object"].startswith("topic:")
            assert fact["status"] in STATUSES
            evidence = fact["evidence"]
            assert evidence["text"] == post["text"][evidence["start"] : evidence["end"]] != ""


def test_the_two_sets_share_no_post() -> None:
    texts = [
        {json.loads(line)["text"] for line in (GOLD / name).read_text("utf-8").splitlines()} for name in SETS
    ]
    assert texts[0].isdisjoint(texts[1])
