"""JSON lines: one object a line, ``{"id": …, "date": "2024-07-26", "text": …}``; only ``text`` must be there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from loader.errors import LoaderError
from loader.model import RawPost
from loader.readers.lines import read_lines
from loader.readers.report import ReadReport
from loader.readers.values import clean, moment

OPTIONAL = ("channel", "message_id", "url", "forwarded_from")
"""Further fields that are kept when they are texts; all others are left aside."""


def read(path: Path, report: ReadReport) -> Iterator[RawPost]:
    """Yield one post a line.

    Raises:
        LoaderError: the file cannot be read, or a line is not such an object.
    """
    for number, line in read_lines(path):
        if not line.strip():
            continue
        try:
            post = _post(str(path), number, line)
        except ValueError as error:
            raise LoaderError(f"{path}, line {number}: {error}") from None
        if post.text.strip():
            yield post
        else:
            report.skip(str(path), f"line {number}", "no text")


def _post(source: str, number: int, line: str) -> RawPost:
    try:
        loaded = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        place = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ValueError(f"this is not valid JSON{place}; write one complete object on each line.") from None
    if not isinstance(loaded, dict):
        raise ValueError(
            'each line must be an object such as {"id": "1", "date": "2024-07-26", "text": "…"}.'
        )
    record = cast("dict[str, object]", loaded)
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError('the field "text" is missing or is no text; give the post\'s text there.')
    name = record.get("id")
    if name is not None and (isinstance(name, bool) or not isinstance(name, str | int)):
        raise ValueError('the field "id" is neither a text nor a whole number; correct it or leave it out.')
    published = record.get("date")
    try:
        when = None if published in (None, "") else moment(cast("str", published))
    except (ValueError, TypeError, AttributeError):
        raise ValueError(
            f'the field "date" is {json.dumps(published, ensure_ascii=False)[:60]}; '
            "give an ISO date such as 2024-07-26, or leave it out."
        ) from None
    others = {
        field: clean(str(record[field])) for field in OPTIONAL if isinstance(record.get(field), str | int)
    }
    return RawPost(
        source=source,
        line=number,
        text=clean(text).strip("\n"),
        published_at=when,
        external_id=None if name is None else clean(str(name)),
        **others,
    )
