r"""Telegram Desktop's export as valid JSON: its writer escapes two things wrongly.

Source: ``Telegram/SourceFiles/export/output/export_output_json.cpp`` of telegramdesktop/tdesktop. Control bytes
are written as ``\xNN``; of U+2028 and U+2029 the first byte becomes an escape and the other two are still copied.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

_ESCAPE = re.compile(rb"\\(?:x([0-9A-Fa-f]{2})|(u202[89])(?:\x80[\xa8\xa9])?|.)", re.DOTALL)
_LONGEST = 8
"""Bytes of the longest escape: ``\\u2028`` and two stray ones."""
_BOM = b"\xef\xbb\xbf"


def _repair(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return b"\\u00" + match[1]
    return b"\\" + match[2] if match[2] else match[0]


class RepairedFile:
    """A binary file whose bytes are repaired while they are read."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("rb")
        self._held = b""
        self._first = True

    def __enter__(self) -> RepairedFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, size: int = -1) -> bytes:
        """Return about so many bytes, never an incomplete escape; nothing at the end of the file."""
        if size == 0:
            return b""
        while True:
            data = self._file.read(size)
            if self._first:
                data, self._first = data.removeprefix(_BOM), False
            whole = self._held + data
            if not data:
                self._held = b""
                return _ESCAPE.sub(_repair, whole)
            cut = _safe_cut(whole)
            self._held = whole[cut:]
            if cut:
                return _ESCAPE.sub(_repair, whole[:cut])


def _safe_cut(data: bytes) -> int:
    """Return where data can be cut without splitting an escape: before the run of backslashes near its end."""
    start = data.find(b"\\", max(0, len(data) - _LONGEST))
    if start < 0:
        return len(data)
    while start and data[start - 1] == 0x5C:
        start -= 1
    return start
