"""What stands at the head of a post: its title, and the one organisation that its first lines name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loader.extraction.frame import Frame
from loader.model import Mention

_TITLE = 24
"""Characters that a title has at least; shorter first lines are dates and labels."""
_LONGEST_TITLE = 300
"""Characters of the longest line that may be a title as a whole."""
_HEADING = 320
"""Characters in which the first lines are a title at most."""


def title_end(frame: Frame) -> int:
    """Return where the title ends: the first line that is more than a date or a label; of a paragraph, its first sentence."""
    first = next((line for line in frame.lines[:3] if line[1] - line[0] >= _TITLE), frame.lines[0])
    if first[1] - first[0] <= _LONGEST_TITLE:
        return first[1]
    return next((s.end for s in frame.sentences if s.end > first[0]), first[1])


def titled_by(frame: Frame, bodies: Sequence[Mention], kind: Callable[[str], str]) -> str:
    """Return the one organisation, and no organ, that the first lines name; nothing when they name several."""
    lines = frame.lines
    stop = lines[min(2, len(lines) - 1)][1]
    stop = stop if stop < _HEADING else lines[0][1]
    named = {m.id for m in bodies if m.start < stop}
    named = {id_ for id_ in named if kind(id_) != "organ"} or named
    return next(iter(named)) if len(named) == 1 else ""
