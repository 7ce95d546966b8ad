"""The sample is in the two forms it says it is in, and tells what its README promises."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).resolve().parent.parent / "sample"
HEADER = "Forwarded from "
PLACEHOLDER = ["This media is not supported in your browser", "VIEW IN TELEGRAM"]


@pytest.fixture(scope="module")
def messages() -> list[dict[str, Any]]:
    export = json.loads((SAMPLE / "result.json").read_text("utf-8"))
    return [message for message in export["messages"] if message["type"] == "message"]


@pytest.fixture(scope="module")
def blocks() -> list[list[str]]:
    """The lines of each pasted post, without its header and placeholder."""
    found: list[list[str]] = []
    for line in (SAMPLE / "cold-war.txt").read_text("utf-8").split("\n"):
        if line.startswith(HEADER):
            found.append([])
        else:
            found[-1].append(line)
    return [block[2:] if block[:2] == PLACEHOLDER else block for block in found]


def plain(message: dict[str, Any]) -> str:
    return "".join(part if isinstance(part, str) else part["text"] for part in message["text"])


def test_the_sample_has_at_least_fifty_posts(messages: list[dict[str, Any]], blocks: list[list[str]]) -> None:
    assert len(messages) + len(blocks) >= 50


def test_every_unix_time_is_a_string_that_agrees_with_its_date(
    messages: list[dict[str, Any]],
) -> None:
    for message in messages:
        for field in ("date", "edited"):
            if field in message:
                said = datetime.fromisoformat(message[field]).replace(tzinfo=UTC)
                seconds = message[f"{field}_unixtime"]
                assert isinstance(seconds, str)
                assert int(seconds) == int(said.timestamp()) > 0
                assert 1985 <= said.year <= 1991


def test_messages_are_numbered_and_dated_in_order(messages: list[dict[str, Any]]) -> None:
    assert [m["id"] for m in messages] == sorted({m["id"] for m in messages})
    assert [m["date"] for m in messages] == sorted(m["date"] for m in messages)


def test_entities_spell_out_the_text(messages: list[dict[str, Any]]) -> None:
    for message in messages:
        assert "".join(entity["text"] for entity in message["text_entities"]) == plain(message)
        hashtags = [e["text"] for e in message["text_entities"] if e["type"] == "hashtag"]
        assert hashtags == re.findall(r"#\w+", plain(message))


def test_the_export_has_forwards_edits_and_hashtags(messages: list[dict[str, Any]]) -> None:
    assert any("forwarded_from" in message for message in messages)
    assert any("forwarded_from" not in message for message in messages)
    assert any("edited" in message for message in messages)
    assert any("#USUSSR" in plain(message) for message in messages)


def test_each_pasted_post_repeats_its_body_without_the_first_line(
    blocks: list[list[str]],
) -> None:
    for block in blocks:
        body, remainder = divmod(len(block) - 1, 2)
        assert remainder == 0, block[0]
        assert body >= 1, block[0]
        assert block[1 : 1 + body] == block[1 + body :], block[0]


def test_the_paste_has_the_variations_of_a_real_one() -> None:
    text = (SAMPLE / "cold-war.txt").read_text("utf-8")
    assert text.startswith(HEADER)
    assert not text.endswith("\n")
    for sign in (*PLACEHOLDER, "Read in full", "📍 ", "💬 ", "❓Question:", "<...>", "• "):
        assert sign in text


@pytest.mark.parametrize(
    "story", ["Reykjavík Summit", "Malta Summit", "INF Treaty", "Two Plus Four", "START Treaty"]
)
def test_both_files_tell_of_the_same_events(
    story: str, messages: list[dict[str, Any]], blocks: list[list[str]]
) -> None:
    assert sum(story in plain(message) for message in messages) >= 1
    assert sum(story in "\n".join(block) for block in blocks) >= 1
