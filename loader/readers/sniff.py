"""Tell a file's format by its content; the name only helps to word the message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from loader.errors import LoaderError
from loader.model import RawPost
from loader.readers import json_lines, plain_scrape, plain_text, telegram_json
from loader.readers.lines import fold, read_lines, unreadable
from loader.readers.report import ReadReport

Reader = Callable[[Path, ReadReport], Iterator[RawPost]]
"""What each format's module offers as ``read``: posts in the file's order, skipped ones told to the report."""

HEAD = 1 << 16
SAMPLE = 2 * plain_scrape.WINDOW
"""Lines by which a text is judged to be a scrape."""

_KINDS = (
    (b"%PDF", "a PDF; copy its text into a text file"),
    (b"PK\x03\x04", "an archive or an office document; unpack it or save it as plain text"),
    (b"\x1f\x8b", "a compressed file; unpack it"),
    (b"\xff\xfe", "a text in UTF-16; save it with the encoding UTF-8"),
    (b"\xfe\xff", "a text in UTF-16; save it with the encoding UTF-8"),
    (b"{\\rtf", "a rich-text document; save it as plain text"),
)
_HTML = re.compile(rb"^\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_JSON = re.compile(rb'^\s*(?:\{\s*["}]|\[\s*[\[{\]])')
_EXPORT = re.compile(rb'"(?:messages|chats|left_chats)"\s*:\s*[\[{]')
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def reader_for(path: Path) -> Reader:
    """Return the reader of a file.

    Raises:
        LoaderError: the file is missing, empty, unreadable, or of a format that holds no posts.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise unreadable(path, error) from None
    if not head:
        raise LoaderError(f"{path}: the file is empty; give a file with posts.")
    for magic, what in _KINDS:
        if head.startswith(magic):
            raise LoaderError(f"{path}: this is {what}.")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if len(_CONTROL.findall(head)) > len(head) / 1000:
        raise LoaderError(f"{path}: this is a binary file, not a text; give a text file or a JSON export.")
    if _HTML.match(head):
        raise LoaderError(
            f"{path}: this is a web page; export the channel as JSON, or copy its text into a file."
        )
    if _JSON.match(head):
        return _json_reader(path, head)
    if path.suffix.lower() in (".json", ".jsonl", ".ndjson"):
        raise LoaderError(
            f"{path}, line 1: this is not valid JSON; each JSON line begins with an opening brace."
        )
    return _text_reader(path)


def _json_reader(path: Path, head: bytes) -> Reader:
    if head.lstrip().startswith(b"["):
        raise LoaderError(
            f'{path}: this is one JSON list; write one object {{"id", "date", "text"}} on each line.'
        )
    first = head.lstrip().split(b"\n", 1)[0].strip()
    # An export is written over many lines; squeezed into one it still names its messages before any text.
    export = _EXPORT.search(head)
    text = re.search(rb'"text"\s*:', head)
    if export and not (text and text.start() < export.start()) and first[-1:] != b"}":
        return telegram_json.read
    if export and text is None:
        return telegram_json.read
    if export and text and export.start() < text.start():
        return telegram_json.read
    return json_lines.read


def _text_reader(path: Path) -> Reader:
    sample = [line for _, line in islice(read_lines(path), SAMPLE)]
    if (
        not any(fold(line) and not plain_scrape.is_placeholder(line) for line in sample)
        and len(sample) < SAMPLE
    ):
        raise LoaderError(f"{path}: there is no post in it, only blank lines or placeholders for media.")
    return plain_scrape.read if plain_scrape.is_scrape(sample) else plain_text.read
