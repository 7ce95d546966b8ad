"""Files and folders of the user → raw posts; one module a format.

A new format is a module with ``read(path, report) -> Iterator[RawPost]`` and a line in ``sniff.reader_for``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from loader.errors import LoaderError
from loader.model import RawPost
from loader.readers.lines import unreadable
from loader.readers.report import ReadReport, Skipped
from loader.readers.sniff import Reader, reader_for

__all__ = ["ReadReport", "Skipped", "read_posts"]

SUFFIXES = frozenset({"", ".txt", ".text", ".json", ".jsonl", ".ndjson"})
"""What is read of a folder; any file may be given by its own name."""


def read_posts(paths: Sequence[Path], report: ReadReport) -> Iterator[RawPost]:
    """Yield the posts of files, and of folders: their own files by name, then the folders inside.

    Every file is looked at before the first post is yielded. A file that was given twice is read once. What a
    folder holds besides posts is left out and reported.

    Args:
        paths: files and folders.
        report: filled while posts are yielded.

    Raises:
        LoaderError: a file cannot be used; the sentence names it, the place and the remedy.
    """
    for path, read in _readers(paths, report):
        before = report.posts
        for post in read(path, report):
            report.posts += 1
            yield post
        if report.posts == before:
            raise LoaderError(f"{path}: there is no post in it; give a file with the texts of posts.")
        report.files += 1


def _readers(paths: Sequence[Path], report: ReadReport) -> list[tuple[Path, Reader]]:
    found: dict[Path, tuple[Path, Reader]] = {}
    for path in paths:
        if not path.is_dir():
            found.setdefault(path.resolve(), (path, reader_for(path)))
            continue
        before = len(found)
        for file in _files(path, report):
            try:
                found.setdefault(file.resolve(), (file, reader_for(file)))
            except LoaderError as error:
                report.skip(str(file), "", str(error).removeprefix(f"{file}: "))
        if len(found) == before and not any(_inside(path, file) for file in found):
            raise LoaderError(f"{path}: the folder holds no file of posts; give text files or JSON exports.")
    return list(found.values())


def _inside(folder: Path, file: Path) -> bool:
    return folder.resolve() in file.parents


def _files(folder: Path, report: ReadReport) -> Iterator[Path]:
    """Yield the files of a folder that may hold posts, hidden ones left out."""

    def refuse(error: OSError) -> None:
        raise unreadable(Path(error.filename), error)

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place) / name
            if name.startswith("."):
                continue
            if file.suffix.lower() in SUFFIXES:
                yield file
            else:
                report.skip(str(file), "", f"not a text or JSON file ({file.suffix})")
