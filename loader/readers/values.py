"""Values of JSON inputs: dates and text, made safe."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def clean(text: str) -> str:
    """Return text without lone surrogates, which JSON may hold and UTF-8 may not; CR LF become LF."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def moment(text: str) -> datetime:
    """Return an ISO 8601 day or moment; midnight for a day, UTC where no zone is named.

    Raises:
        ValueError: it is neither.
    """
    text = text.strip()
    if len(text) <= 10:
        return datetime.combine(date.fromisoformat(text), time(), UTC)
    value = datetime.fromisoformat(text)
    return value if value.tzinfo else value.replace(tzinfo=UTC)
