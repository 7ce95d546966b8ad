"""JSON lines, plain texts, folders, and everything that cannot be read."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loader.errors import LoaderError
from loader.readers import ReadReport, read_posts

RELEASE = """PRESS RELEASE

The ministers met in Geneva on Tuesday.

They agreed on the text of the final document, which will be signed in Vienna.
It is the first of its kind.

The next round begins in June."""


def put(folder: Path, name: str, data: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def refusal(*paths: Path) -> str:
    with pytest.raises(LoaderError) as refused:
        list(read_posts(paths, ReadReport()))
    return str(refused.value)


def test_a_press_release_is_one_post(tmp_path: Path) -> None:
    (post,) = read_posts([put(tmp_path, "release.txt", f"\n\n{RELEASE}\n\n")], ReadReport())
    assert (post.text, post.line) == (RELEASE, 3)


def test_a_sentence_said_twice_does_not_cut_a_press_release(tmp_path: Path) -> None:
    text = (
        RELEASE + "\nWe thank our hosts for everything.\nWe thank our hosts for everything.\n" + RELEASE[::-1]
    )
    (post,) = read_posts([put(tmp_path, "release.txt", text)], ReadReport())
    assert post.text == text


def test_json_lines_give_texts_with_their_days(tmp_path: Path) -> None:
    records: list[dict[str, object]] = [
        {"id": "a", "date": "1988-05-03", "text": "One."},
        {"id": 2, "text": "Two."},
        {"id": "c", "date": "1988-05-03T10:00:00+02:00", "text": "Three."},
        {"text": "Four.", "date": None, "extra": [1]},
    ]
    lines = "\n".join(json.dumps(record) for record in records)
    posts = list(read_posts([put(tmp_path, "in.jsonl", lines + "\n\n")], ReadReport()))
    assert [(post.external_id, post.text, post.line) for post in posts] == [
        ("a", "One.", 1),
        ("2", "Two.", 2),
        ("c", "Three.", 3),
        (None, "Four.", 4),
    ]
    midnight, eight = datetime(1988, 5, 3, tzinfo=UTC), datetime(1988, 5, 3, 8, tzinfo=UTC)
    assert [post.published_at for post in posts] == [midnight, None, eight, None]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "b", "text": "cut', "not valid JSON"),
        ("[1]", "each line must be an object"),
        ('{"id": "b"}', 'the field "text" is missing'),
        ('{"id": "b", "text": 5}', 'the field "text" is missing or is no text'),
        ('{"id": "b", "text": "x", "date": "May 1988"}', 'the field "date" is "May 1988"; give an ISO date'),
        ('{"id": "b", "text": "x", "date": 3}', 'the field "date" is 3'),
        ('{"id": {}, "text": "x"}', 'the field "id"'),
    ],
)
def test_a_bad_json_line_is_refused_with_its_number(tmp_path: Path, line: str, said: str) -> None:
    file = put(tmp_path, "in.jsonl", '{"id": "a", "text": "x"}\n' + line)
    assert refusal(file).startswith(f"{file}, line 2: ")
    assert said in refusal(file)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF; copy its text"),
        (b"PK\x03\x04abc", "an archive or an office document"),
        (bytes(range(256)) * 8, "a binary file"),
        ("Ein Text".encode("utf-16"), "UTF-16; save it with the encoding UTF-8"),
        ("Zwei\nMünchen".encode("latin-1"), "line 2: the text is not UTF-8 (byte 0xFC)"),
        (b"<!DOCTYPE html><html></html>", "a web page"),
        (b'[{"text": "x"}]', "one JSON list"),
        (b" \n\n\t\n", "there is no post in it"),
        (b"This media is not supported in your browser\nVIEW IN TELEGRAM\n", "there is no post in it"),
        (b"Forwarded from Example Mission\n", "there is no post in it"),
        (b'{"name": "x", "type": "public_channel", "id": 1, "messages": []}', "there is no post in it"),
    ],
)
def test_a_file_that_holds_no_posts_is_one_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    file = put(tmp_path, "input.txt", data)
    assert refusal(file).startswith(str(file))
    assert said in refusal(file)
    assert "\n" not in refusal(file)


def test_a_json_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    assert "line 1: this is not valid JSON" in refusal(put(tmp_path, "result.json", "hello"))


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    assert (
        refusal(tmp_path / "none.txt")
        == f"{tmp_path / 'none.txt'}: there is no such file or folder; check the path."
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_one_sentence(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt", "x")
    file.chmod(0)
    assert "check its permissions" in refusal(file)


def test_nothing_is_yielded_when_any_of_the_files_is_bad(tmp_path: Path) -> None:
    posts = read_posts([put(tmp_path, "a.txt", RELEASE), tmp_path / "none.txt"], ReadReport())
    with pytest.raises(LoaderError):
        next(posts)


def test_a_folder_is_walked_by_name_before_its_folders_and_other_files_are_reported(tmp_path: Path) -> None:
    put(tmp_path, "b/two.txt", "Two.")
    put(tmp_path, "a.txt", "One.")
    put(tmp_path, "photos/1.jpg", b"\xff\xd8\xff")
    put(tmp_path, "c/empty.txt", b"")
    put(tmp_path, ".hidden/x.txt", "No.")
    put(tmp_path, "z.jsonl", '{"id": 3, "text": "Three."}')
    report = ReadReport()
    assert [post.text for post in read_posts([tmp_path], report)] == ["One.", "Three.", "Two."]
    assert (report.files, report.posts) == (3, 3)
    assert report.skipped == {
        "not a text or JSON file (.jpg)": 1,
        "the file is empty; give a file with posts.": 1,
    }


def test_a_folder_without_posts_is_one_sentence(tmp_path: Path) -> None:
    put(tmp_path, "photo.jpg", b"\xff\xd8\xff")
    assert "the folder holds no file of posts" in refusal(tmp_path)


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt", RELEASE)
    assert len(list(read_posts([file, tmp_path, file], ReadReport()))) == 1
