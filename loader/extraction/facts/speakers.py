"""Who says what a post says: the speakers of its turns, and the person whose remarks it announces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from loader.extraction.frame import Frame
from loader.extraction.masks import Mask
from loader.extraction.mentions.people import head_of
from loader.model import EntityType, Mention

_ANNOUNCED = re.compile(
    r"'s (?:[\w-]+ ){0,3}(?:remarks|statement|speech|interview|answers|address|opening|press)"
)
_ANNOUNCED_BY = re.compile(
    r"(?:[Rr]emarks|[Ss]tatement|[Ss]peech|[Ii]nterview|[Aa]nswers|[Aa]ddress|[Bb]riefing|[Cc]omments|[Dd]oorstep|[Ii]ntervention|[Kk]eynote|[Tt]ranscript)"
    r"(?: [a-z]+){0,4} (?:by|of|with) [^.\n]{0,70}$"
)
_AT_PRESS = re.compile(
    r" at the (?:joint |weekly |press )*(?:press conference|briefing|media availability|stakeout|doorstep)"
)


class Speakers:
    """The speakers of one post."""

    def __init__(self, frame: Frame, mentions: Iterable[Mention]) -> None:
        """Keep the post's frame and the persons that it mentions, in their order."""
        self._frame, self._text = frame, frame.text
        self._people = [m for m in mentions if m.type is EntityType.PERSON]
        self._starts = [m.start for m in self._people]

    def of(self, one: Mask) -> str | None:
        """Return who says a sentence, when it stands in a turn that names its speaker."""
        who = one.sentence.speaker
        if who is None or who[0] < 0:
            return None
        found = self._person(*who)
        if found is None and head_of(self._text[who[0] : who[1]].split(" ")[-1]):
            # "Foreign Minister:" in a transcript: whoever was introduced with a name before
            start, name = self._introduced
            found = name if 0 <= start < who[0] else None
        return found

    def _person(self, start: int, end: int) -> str | None:
        """Return the first person within a span of the post."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return next((m.id for m in self._people[first:last] if m.end <= end), None)

    @cached_property
    def _introduced(self) -> tuple[int, str]:
        """Return where the first turn that names its speaker begins, and the speaker; -1 when there is none."""
        for span in dict.fromkeys(s.speaker for s in self._frame.sentences):
            if span and span[0] >= 0 and (found := self._person(*span)):
                return span[0], found
        return -1, ""

    @cached_property
    def announced(self) -> str | None:
        """Return the person whose remarks the first lines of the post announce."""
        if not self._people:
            return None
        first = self._people[0]
        says = (
            _ANNOUNCED.match(self._text, first.end)
            or _ANNOUNCED_BY.search(self._text[max(0, first.start - 90) : first.start])
            or _AT_PRESS.match(self._text, first.end)
        )
        return first.id if says else None
