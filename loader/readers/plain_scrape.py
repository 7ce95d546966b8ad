"""A scrape of a channel's preview page as plain text: headers, placeholders and second copies.

Each post is ``Forwarded from …``, perhaps a placeholder for its media, a first line, its body, and the body once
more. Headers and second copies may be missing. Where both are missing for two posts in a row nothing tells them
apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from loader.model import RawPost
from loader.readers.lines import fold, read_lines
from loader.readers.report import ReadReport
from loader.readers.tandem import Block, Tandems

HEADER = re.compile(r"^Forwarded from (?P<origin>\S.{0,198})$")
PLACEHOLDERS = frozenset(
    {
        "this media is not supported in your browser",
        "view in telegram",
        "please open telegram to view this post",
        "media is too big",
        "open in telegram",
    }
)
LONGEST_PLACEHOLDER = 80
WINDOW = 20_000
"""Lines without any header that are parsed at once; posts have at most a few dozen."""
COVERED = 0.5
"""Share of a text without header and placeholder that second copies must account for to make it a scrape."""


@dataclass
class _Chunk:
    """The lines between two headers."""

    origin: str | None = None
    lines: list[tuple[int, str]] = field(default_factory=list)
    media: bool = False


def is_header(line: str) -> bool:
    """Tell whether a line names the channel that a post was forwarded from."""
    # Most lines are neither: folding each of them would be most of the work.
    return "Forwarded" in line and HEADER.match(fold(line)) is not None


def is_placeholder(line: str) -> bool:
    """Tell whether a line stands for media that the page did not show."""
    return len(line) < LONGEST_PLACEHOLDER and fold(line).casefold() in PLACEHOLDERS


def is_scrape(lines: Iterable[str]) -> bool:
    """Tell whether lines look like a scrape: a header, a placeholder, or second copies for most of them."""
    keys = []
    for line in lines:
        if is_header(line) or is_placeholder(line):
            return True
        if key := fold(line):
            keys.append(key)
    repeated = sum(
        block.next - block.start for block in Tandems(keys).blocks(end_is_cut=True) if block.repeated
    )
    return repeated > COVERED * len(keys)


def read(path: Path, report: ReadReport) -> Iterator[RawPost]:
    """Yield the posts of a scrape in the file's order; a post that comes again word for word is left out.

    Raises:
        LoaderError: the file cannot be read or is not UTF-8.
    """
    seen: set[bytes] = set()
    repeats = False
    for chunk, last in _with_last(_chunks(read_lines(path))):
        if not any(line.strip() and fold(line) for _, line in chunk.lines):
            if chunk.origin or chunk.media:
                place = f"line {chunk.lines[0][0]}" if chunk.lines else ""
                report.skip(str(path), place, "no text, only media")
            continue
        for block, lines in _blocks(chunk, last=last, repeats=repeats):
            repeats = repeats or block.complete
            post = _post(path, chunk, lines)
            digest = blake2b(fold(post.text).encode("utf-8", "replace"), digest_size=8).digest()
            if digest in seen:
                report.skip(str(path), f"line {post.line}", "the same post once more")
                continue
            seen.add(digest)
            if block.start and not block.repeated:
                report.warn(f"{path}, line {post.line}: text after a second copy; read as a post of its own.")
            yield post


def _chunks(lines: Iterable[tuple[int, str]]) -> Iterator[_Chunk]:
    """Cut lines before each header, and before each placeholder that no header announces."""
    chunk = _Chunk()
    headers: set[str] = set()
    full = 2 * WINDOW
    for number, whole in lines:
        for line in _unglued(whole, headers):
            if is_header(line):
                headers.add(line.strip())
                yield chunk
                chunk = _Chunk(origin=_origin(line))
            elif is_placeholder(line):
                if any(text.strip() for _, text in chunk.lines):
                    yield chunk
                    chunk = _Chunk()
                chunk.media = True
            else:
                chunk.lines.append((number, line))
                if len(chunk.lines) == full:
                    cut = _cut(chunk.lines[:WINDOW])
                    full = len(chunk.lines) - cut + WINDOW if cut else 2 * full
                    if cut:
                        yield _Chunk(chunk.origin, chunk.lines[:cut])
                        chunk = _Chunk(lines=chunk.lines[cut:])
    yield chunk


def _cut(lines: list[tuple[int, str]]) -> int:
    """Return the place behind the last whole second copy, where very long chunks are cut; 0 without any."""
    places = [place for place, (_, line) in enumerate(lines) if fold(line)]
    found = [
        block.next
        for block in Tandems([fold(lines[place][1]) for place in places]).blocks()
        if block.complete
    ]
    return places[found[-1] - 1] + 1 if found else 0


def _origin(line: str) -> str:
    return re.split(r"Forwarded\s+from\s+", line.strip(), maxsplit=1)[-1].strip()


def _unglued(line: str, headers: set[str]) -> Iterator[str]:
    """Yield a line in two when a known header is glued to its end: a file without a final newline, pasted twice."""
    at = line.find("Forwarded from ", 1)
    if at > 0 and line[at:].strip() in headers:
        yield line[:at]
        line = line[at:]
    yield line


def _with_last(chunks: Iterator[_Chunk]) -> Iterator[tuple[_Chunk, bool]]:
    previous = None
    for chunk in chunks:
        if previous is not None:
            yield previous, False
        previous = chunk
    if previous is not None:
        yield previous, True


def _blocks(chunk: _Chunk, *, last: bool, repeats: bool) -> Iterator[tuple[Block, list[tuple[int, str]]]]:
    """Yield the posts of a chunk with their lines, blank ones inside included."""
    lines = chunk.lines
    folded = [(place, key) for place, (_, line) in enumerate(lines) if (key := fold(line))]
    tandems = Tandems([key for _, key in folded])
    for block in tandems.blocks(end_is_cut=last, known_to_repeat=repeats):
        yield block, lines[folded[block.start][0] : folded[block.end - 1][0] + 1]


def _post(path: Path, chunk: _Chunk, lines: list[tuple[int, str]]) -> RawPost:
    return RawPost(
        source=str(path),
        line=lines[0][0],
        text="\n".join(line for _, line in lines),
        forwarded_from=chunk.origin,
    )
