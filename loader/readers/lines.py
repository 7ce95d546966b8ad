"""A text file as numbered lines, decoded strictly as UTF-8, streamed.

Lines end at LF, CR LF or CR only: a post may hold U+2028, U+0085 or a form feed inside a line.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from loader.errors import LoaderError

CHUNK = 1 << 18
_BOM = "\ufeff"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
_BREAK = re.compile("\r\n|\n|\r")


def fold(text: str) -> str:
    """Even out what copies of one text differ in: composition, white space, invisible characters."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers, from 1, without their ends.

    A byte-order mark is dropped, and so is a character that the end of the file cuts in two.

    Raises:
        LoaderError: the file cannot be read or is not UTF-8.
    """
    number = 1
    rest = ""
    for text in _decoded(path):
        lines = _BREAK.split(rest + text)
        rest = lines.pop()
        for line in lines:
            yield number, line
            number += 1
    if rest:
        yield number, rest


def _decoded(path: Path) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    line, first, held = 1, True, ""
    try:
        with path.open("rb") as file:
            while data := file.read(CHUNK):
                text = held + decoder.decode(data)
                # A CR at the end of a chunk may be half of a CR LF.
                held = "\r" if text.endswith("\r") else ""
                text = text.removesuffix(held) if held else text
                if first and text:
                    text, first = text.removeprefix(_BOM), False
                line += len(_BREAK.findall(text))
                yield text
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line += len(re.findall(rb"\r\n|\n|\r", before))
        raise LoaderError(
            f"{path}, line {line}: the text is not UTF-8 (byte 0x{error.object[error.start]:02X}); "
            "save the file with the encoding UTF-8 and try again."
        ) from None
    except OSError as error:
        raise unreadable(path, error) from None
    if held:
        yield held


def unreadable(path: Path, error: OSError) -> LoaderError:
    """Return the sentence for a file that the system does not hand out."""
    why = {
        2: "there is no such file or folder; check the path",
        13: "you may not read it; check its permissions",
    }
    reason = why.get(error.errno or 0, f"it cannot be read ({error.strerror})")
    return LoaderError(f"{path}: {reason}.")
