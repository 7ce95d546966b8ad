"""How fetching and starting tell how far they are."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called from time to time; what it raises ends the work and reaches the caller."""

    def __call__(self, stage: str, done: int, total: int | None, /) -> None:
        """Tell how far a stage is, in words for people; total is None while nobody knows."""


def silent(stage: str, done: int, total: int | None, /) -> None:
    """Say nothing."""
