"""A text file without header, placeholder or second copy: one post, such as a press release."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loader.model import RawPost
from loader.readers.lines import fold, read_lines
from loader.readers.report import ReadReport


def read(path: Path, report: ReadReport) -> Iterator[RawPost]:
    """Yield the file's text as one post, without the blank lines around it.

    Raises:
        LoaderError: the file cannot be read or is not UTF-8.
    """
    lines = list(read_lines(path))
    filled = [place for place, (_, line) in enumerate(lines) if fold(line)]
    if filled:
        kept = lines[filled[0] : filled[-1] + 1]
        yield RawPost(source=str(path), line=kept[0][0], text="\n".join(line for _, line in kept))
