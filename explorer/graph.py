"""What the page needs of a graph: statements by name, and how far its start has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class State(Protocol):
    """How far the graph's start has come."""

    @property
    def phase(self) -> str:
        """fetching, starting, preparing, ready or failed."""

    @property
    def message(self) -> str:
        """A sentence for people."""

    @property
    def done(self) -> int:
        """Steps done of ``total``."""

    @property
    def total(self) -> int:
        """All steps of this phase; 0 when not known."""


class Graph(Protocol):
    """Anything that runs statements of the catalogue by name, read-only."""

    def run(self, name: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        """Return the rows of an answer.

        Raises:
            cypher.errors.GraphError: the graph cannot be asked, or refuses.
        """

    def state(self) -> State:
        """Return how far the start has come."""
