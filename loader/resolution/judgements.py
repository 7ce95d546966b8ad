"""The analyst's file of decisions: one a line, which win over every rule until the line is removed.

::

    # same_as or not_same, two ids, the day of the decision, a note
    same_as   person:s-lavrov  person:sergey-lavrov      2024-11-05  signature of the letter
    not_same  meeting:1a2b3c4d-1  meeting:5e6f7a8b-2     2024-11-05  morning and afternoon session

Ids are those that the page shows, or those of the log of merges. Day and note may be left out. ``template`` writes
such a file of what is left to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from loader.errors import LoaderError
from loader.model import Judgement
from loader.resolution.resolution import Proposal

_NUMERIC = re.compile(r"\d[\d./-]*[.,;:]?$|\d{4}")
"""What stands where the day is expected and looks like one."""
VERDICTS = ("same_as", "not_same")


def read(path: Path) -> list[Judgement]:
    """Return the decisions of a file in its order.

    Raises:
        LoaderError: the file cannot be read, a line is not understood, or two lines contradict each other.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except FileNotFoundError:
        raise LoaderError(f"{path}: there is no such file of judgements; check the path.") from None
    except OSError as error:
        raise LoaderError(f"{path}: the file of judgements cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise LoaderError(
            f"{path}: the file of judgements is not UTF-8; save it with that encoding."
        ) from None
    found: dict[int, Judgement] = {}
    for number, line in enumerate(lines, 1):
        content = line.partition("#")[0] if line.lstrip().startswith("#") else line
        if content.strip():
            found[number] = _judgement(f"{path}, line {number}", content)
    _check(path, found)
    return list(found.values())


def template(proposals: Iterable[Proposal], day: date) -> Iterator[str]:
    """Yield the lines of a file in which an analyst decides by removing the sign before one line of each pair.

    Args:
        proposals: what is left to decide; ids are those inside posts, which more posts do not change.
        day: the day of the decisions.
    """
    yield '# Your decisions: remove the "#" before one line of a pair, write why, and give this file to --judgements.'
    yield "# A line that is removed again undoes its decision at the next load."
    for proposal in proposals:
        left, right = proposal.left, proposal.right
        yield ""
        yield f"# {proposal.judgement.reason}"
        for side in (left, right):
            yield f"#   {side.name} ({side.post}): {side.quote}"
        for verdict in VERDICTS:
            yield f"# {verdict:8}  {left.entity}  {right.entity}  {day.isoformat()}  why"


def write_template(path: Path, proposals: Iterable[Proposal], day: date) -> None:
    """Write the file of what is left to decide.

    Raises:
        LoaderError: the file exists or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in template(proposals, day))
    except FileExistsError:
        raise LoaderError(f"{path} exists: name a new file, so that no decision is lost.") from None
    except OSError as error:
        raise LoaderError(f"{path} cannot be written ({error.strerror}): choose another place.") from None


def _judgement(place: str, line: str) -> Judgement:
    words = line.split(maxsplit=3)
    if words[0] not in VERDICTS:
        raise LoaderError(f"{place}: “{words[0]}” is no verdict; begin the line with same_as or not_same.")
    if len(words) < 3:
        raise LoaderError(f"{place}: {words[0]} needs two ids, such as {words[0]} person:a person:b.")
    verdict, left, right, *rest = words
    for name in (left, right):
        if ":" not in name.strip(":"):
            raise LoaderError(f"{place}: “{name}” is no id; ids look like person:sergey-lavrov.")
    if left == right:
        raise LoaderError(f"{place}: both ids are {left}; name two different ones.")
    if left.partition(":")[0] != right.partition(":")[0]:
        raise LoaderError(
            f"{place}: {left} and {right} are of different types; only like things can be the same."
        )
    day, note = _day_and_note(place, rest[0] if rest else "")
    left, right = sorted((left, right))
    return Judgement(
        left=left,
        right=right,
        verdict="same_as" if verdict == "same_as" else "not_same",
        reason="decided by an analyst",
        source="analyst",
        note=note,
        decided_on=day,
    )


def _day_and_note(place: str, rest: str) -> tuple[str, str]:
    first, _, note = rest.partition(" ")
    if not _NUMERIC.match(first):
        return "", rest.strip()
    try:
        return date.fromisoformat(first).isoformat(), note.strip()
    except ValueError:
        raise LoaderError(
            f"{place}: “{first}” is no day; write it as 2024-11-05, or begin the note with a word."
        ) from None


def _check(path: Path, found: dict[int, Judgement]) -> None:
    """Refuse a pair that is told apart although the lines above or below make it the same."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while name in parent:
            name = parent[name]
        return name

    for judgement in found.values():
        if judgement.verdict == "same_as":
            a, b = sorted((root(judgement.left), root(judgement.right)))
            if a != b:
                parent[b] = a
    for number, judgement in found.items():
        group = root(judgement.left)
        if judgement.verdict == "not_same" and group == root(judgement.right):
            same = [
                at for at, other in found.items() if other.verdict == "same_as" and root(other.left) == group
            ]
            raise LoaderError(
                f"{path}, line {number}: {judgement.left} and {judgement.right} are told apart here, but "
                f"line {' and line '.join(map(str, same))} makes them the same; remove one of these lines."
            )
