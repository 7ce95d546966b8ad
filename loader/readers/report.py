"""What reading found: how many posts, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

KEPT_PLACES = 20
"""Places that are remembered for each reason; the rest are only counted."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """One thing that was left out."""

    file: str
    place: str
    """``line 12``, ``message 45`` …; empty when it is the whole file."""
    reason: str

    def __str__(self) -> str:
        return f"{self.file}{f', {self.place}' if self.place else ''}: {self.reason}"


@dataclass
class ReadReport:
    """Counts of one reading, filled while the posts stream by."""

    files: int = 0
    """Files that were read."""
    posts: int = 0
    """Posts that were read, the same post in two files counted twice."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Why something was left out → how often."""
    places: list[Skipped] = field(default_factory=list)
    """The first few of each reason, with file and place."""
    warnings: list[str] = field(default_factory=list)
    """Sentences about what was read but looks odd, with file and place."""

    def skip(self, file: str, place: str, reason: str) -> None:
        """Count something that is left out."""
        self.skipped[reason] += 1
        if self.skipped[reason] <= KEPT_PLACES:
            self.places.append(Skipped(file, place, reason))

    def warn(self, sentence: str) -> None:
        """Keep a warning; after a few hundred only the first ones matter."""
        if len(self.warnings) < 10 * KEPT_PLACES:
            self.warnings.append(sentence)
