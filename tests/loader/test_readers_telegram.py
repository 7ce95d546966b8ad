"""Telegram Desktop's result.json, with the quirks that its writer has."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loader.errors import LoaderError
from loader.model import RawPost
from loader.readers import ReadReport, read_posts
from loader.readers.telegram_repair import RepairedFile


def message(number: int, text: object = "A text.", **fields: object) -> dict[str, object]:
    made = {
        "id": number,
        "type": "message",
        "date": "1988-05-03T16:00:00",
        "date_unixtime": "578671200",
        "from": "Example Mission",
        "from_id": "channel77",
        "text": text,
    }
    return {key: value for key, value in {**made, **fields}.items() if value != "absent"}


def chat(*messages: dict[str, object], **fields: object) -> dict[str, object]:
    return {
        "name": "Example Mission",
        "type": "public_channel",
        "id": 77,
        **fields,
        "messages": list(messages),
    }


def read(folder: Path, export: object, report: ReadReport | None = None) -> list[RawPost]:
    file = folder / "result.json"
    data = export if isinstance(export, bytes) else json.dumps(export, indent=1, ensure_ascii=False).encode()
    file.write_bytes(data)
    return list(read_posts([file], report or ReadReport()))


def test_a_message_becomes_a_post_with_its_channel_moment_and_address(tmp_path: Path) -> None:
    (post,) = read(tmp_path, chat(message(12, edited_unixtime="578674800", forwarded_from="Ministry 🇨🇭")))
    assert (post.channel, post.message_id, post.line) == ("Example Mission", "12", 1)
    assert post.url == "https://t.me/c/77/12"
    assert post.published_at == datetime(1988, 5, 3, 14, 0, tzinfo=UTC)
    assert post.edited_at == datetime(1988, 5, 3, 15, 0, tzinfo=UTC)
    assert post.forwarded_from == "Ministry 🇨🇭"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"text": "Plain."}, "Plain."),
        ({"text": ["Talks in ", {"type": "bold", "text": "Geneva"}, "."]}, "Talks in Geneva."),
        (
            {
                "text": "old",
                "text_entities": [{"type": "plain", "text": "From "}, {"type": "hashtag", "text": "#UN"}],
            },
            "From #UN",
        ),
        ({"text": "Kept.", "text_entities": []}, "Kept."),
        ({"text": "Two\r\nlines"}, "Two\nlines"),
    ],
)
def test_the_text_is_a_string_or_a_list_of_parts(
    tmp_path: Path, fields: dict[str, object], text: str
) -> None:
    assert [post.text for post in read(tmp_path, chat(message(1, **fields)))] == [text]


def test_an_old_export_without_unix_time_gives_its_local_time(tmp_path: Path) -> None:
    (post,) = read(tmp_path, chat(message(1, date_unixtime="absent", from_id=77)))
    assert post.published_at == datetime(1988, 5, 3, 16, 0, tzinfo=UTC)


def test_what_is_no_post_is_skipped_with_its_reason(tmp_path: Path) -> None:
    report = ReadReport()
    posts = read(
        tmp_path,
        chat(
            {"id": 1, "type": "service", "action": "create_channel", "text": ""},
            {"id": 2, "type": "unsupported"},
            message(3, "", photo="photos/1.jpg"),
            message(4),
        ),
        report,
    )
    assert [post.message_id for post in posts] == ["4"]
    assert report.skipped == {
        "service message": 1,
        "message of a kind that the export does not support": 1,
        "no text, only media": 1,
    }
    assert str(report.places[1]).endswith(
        "result.json, message 2: message of a kind that the export does not support"
    )


def test_an_album_is_one_post(tmp_path: Path) -> None:
    album = [
        message(1, "", photo="(File not included.)"),
        message(2, "The handshake.", photo="b"),
        message(3, "", photo="c"),
    ]
    other = message(4, "Later.", photo="d", date_unixtime="578671300")
    posts = read(tmp_path, chat(*album, other))
    assert [(post.message_id, post.text) for post in posts] == [("1", "The handshake."), ("4", "Later.")]


def test_two_texts_of_one_second_are_two_posts(tmp_path: Path) -> None:
    assert len(read(tmp_path, chat(message(1, "One."), message(2, "Two.")))) == 2


def test_a_whole_account_gives_its_channels_and_leaves_private_chats_out(tmp_path: Path) -> None:
    report = ReadReport()
    account = {
        "about": "Here is the data you requested.",
        "chats": {
            "about": "…",
            "list": [
                chat(message(1, "Secret."), type="personal_chat", name="A friend", id=5),
                chat(message(1, "Public."), id=6),
            ],
        },
        "left_chats": {"list": [chat(message(9, "Left."), name="Old channel", id=7)]},
    }
    posts = read(tmp_path, account, report)
    assert [(post.channel, post.text, post.url) for post in posts] == [
        ("Example Mission", "Public.", "https://t.me/c/6/1"),
        ("Old channel", "Left.", "https://t.me/c/7/9"),
    ]
    assert report.skipped == {"private chat in an account's export": 1}


def quirky() -> bytes:
    whole = json.dumps(chat(message(1, "bell@ back\\x07slash line@@ end")), indent=1).encode()
    return whole.replace(b"line@@", b"line\\u2028\x80\xa8").replace(b"bell@", b"bell\\x07")


def test_control_bytes_and_line_separators_are_read_although_they_are_no_valid_json(tmp_path: Path) -> None:
    (post,) = read(tmp_path, quirky())
    assert post.text == "bell\x07 back\\x07slash line\u2028 end"


@pytest.mark.parametrize("size", range(1, 40))
def test_the_repair_does_not_depend_on_where_the_reads_end(tmp_path: Path, size: int) -> None:
    file = tmp_path / "result.json"
    file.write_bytes(quirky() + b"\\" * 31)
    whole = b""
    with RepairedFile(file) as repaired:
        while data := repaired.read(size):
            whole += data
    assert json.loads(whole.removesuffix(b"\\" * 31))["messages"][0]["text"].startswith("bell\x07 back\\x07")


def test_lone_surrogates_do_no_harm(tmp_path: Path) -> None:
    (post,) = read(tmp_path, json.dumps(chat(message(1, "cut \ud83c flag")), indent=1).encode())
    assert post.text.encode("utf-8")


def test_a_damaged_export_names_the_file_the_place_and_the_remedy(tmp_path: Path) -> None:
    whole = json.dumps(chat(message(1), message(2), message(3)), indent=1).encode()
    with pytest.raises(
        LoaderError, match=r"result\.json, after message 2: this is not valid JSON .*export the chat"
    ):
        read(tmp_path, whole[: whole.index(b'"id": 3') + 20])


def test_a_minified_export_is_recognised(tmp_path: Path) -> None:
    assert len(read(tmp_path, json.dumps(chat(message(1))).encode())) == 1
