"""How long work tells how far it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called from time to time while a stage works."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Tell how far a stage is.

        Args:
            stage: what is being done, in words for people ("Reading posts").
            done: how many are done.
            total: how many there are; None while nobody knows.
        """


def silent(stage: str, done: int, total: int | None) -> None:
    """Say nothing."""
