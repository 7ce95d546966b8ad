"""Which posts are one post, and what is known of it when several files tell of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import UTC, date, datetime

from cypher.vocabulary import Precision
from loader.model import DateValue, Post, RawPost

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
_BY_ID = re.compile(r"^https?://t\.me/c/(\d+)/(\d+)")
_NO_WORD = re.compile(r"[^\w]+")
_PRECISION = (Precision.DAY, Precision.INTERVAL, Precision.MONTH, Precision.YEAR, Precision.UNKNOWN)


def fold_text(text: str) -> str:
    """Return a text without what copies of it differ in: composition, white space, invisible characters."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def post_id(raw: RawPost) -> str:
    """Return ``post:<channel>-<message>`` where the file names both, else ``post:<hash of the folded text>``.

    The channel is its number where the address holds it, since names change. A copy of a text in another
    channel is a post of its own; the same text read from two scrapes is one.
    """
    if raw.url and (match := _BY_ID.match(raw.url)):
        return f"post:{match[1]}-{match[2]}"
    if raw.channel and raw.message_id:
        name = _NO_WORD.sub("-", fold_text(raw.channel).casefold()).strip("-")
        return f"post:{name or _digest(raw.channel)}-{raw.message_id}"
    return f"post:{_digest(fold_text(raw.text))}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def merge_posts(a: Post, b: Post) -> Post:
    """Return what two tellings of one post say together.

    The text of the latest edit wins, and the best date; every other value is the smallest that anybody gives,
    so that neither the order nor the grouping of merges matters.

    Raises:
        ValueError: they are not the same post.
    """
    if a.id != b.id:
        raise ValueError(f"{a.id} and {b.id} are different posts.")
    if a == b:
        return a
    _, _, text = max((_when(post.edited_at), _size(post.text), post.text) for post in (a, b))
    source, line = min((post.source, post.line) for post in (a, b))
    edits = [_when(post.edited_at) for post in (a, b) if post.edited_at]
    published = [_when(post.published_at) for post in (a, b) if post.published_at]
    return Post(
        id=a.id,
        text=text,
        date=min((post.date for post in (a, b) if post.date), key=_worth, default=None),
        channel=_first(a.channel, b.channel),
        message_id=_first(a.message_id, b.message_id),
        published_at=min(published, default=None),
        edited_at=max(edits, default=None),
        forwarded_from=_first(a.forwarded_from, b.forwarded_from),
        url=_first(a.url, b.url),
        external_id=_first(a.external_id, b.external_id),
        source=source,
        line=line,
    )


def _when(moment: datetime | None) -> datetime:
    if moment is None:
        return datetime.min.replace(tzinfo=UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _size(text: str) -> int:
    # Of copies that differ in white space alone the shorter one was trimmed.
    return -len(text)


def _first(*values: str | None) -> str | None:
    return min((value for value in values if value), default=None)


def _worth(value: DateValue) -> tuple[int, bool, int, str, str]:
    """Order dates from the best to the worst."""
    return (
        _PRECISION.index(value.precision),
        value.basis != "posted",
        _days(value.value),
        value.value,
        value.basis,
    )


def _days(value: str) -> int:
    """Return how many days an interval of whole days is long; 0 for anything else."""
    try:
        start, end = (date.fromisoformat(part) for part in value.split("/"))
    except ValueError:
        return 0
    return (end - start).days
