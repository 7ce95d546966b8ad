"""Files that are loaded while the page is already served."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from cypher.connect import BackgroundStore, ConnectionState
from cypher.errors import GraphError
from loader.errors import LoaderError
from loader.settings import LoaderSettings


class LoadingStore:
    """A store that loads files as soon as it is open.

    A graph that has posts already is shown at once, and the load runs behind it; an empty one is shown when
    the load is done.
    """

    def __init__(
        self, store: BackgroundStore, paths: Sequence[Path], settings: LoaderSettings, what: str
    ) -> None:
        """Begin.

        Args:
            store: the store, opening.
            paths: files and folders to load.
            settings: as for any load.
            what: what is loaded, for people ("the sample").
        """
        self._store = store
        self._what = what
        self._state: ConnectionState | None = ConnectionState("preparing", f"Loading {what}")
        self._thread = threading.Thread(target=self._load, args=(paths, settings), name="load", daemon=True)
        self._thread.start()

    def state(self) -> ConnectionState:
        """Return how far opening and loading are."""
        state = self._store.state()
        return self._state if state.phase == "ready" and self._state is not None else state

    def run(
        self, name: str, parameters: Mapping[str, object] | None = None, *, timeout: float | None = None
    ) -> list[dict[str, object]]:
        """Run a statement as BackgroundStore.run does."""
        return self._store.run(name, parameters, timeout=timeout)

    def close(self) -> None:
        """Close the store; a load that is going on ends with it, and the next one completes it."""
        self._store.close()

    def _load(self, paths: Sequence[Path], settings: LoaderSettings) -> None:
        if self._store.wait().phase != "ready":
            self._state = None
            return
        try:
            if any(row["nodes"] for row in self._store.run("server/count")):
                self._state = None
            # Imported here: the page must not wait for the vocabularies.
            from loader.pipeline import load

            load(paths, self._store, settings, self._tell)
            self._state = None
        except (GraphError, LoaderError) as error:
            self._state = ConnectionState("failed", f"{self._what.capitalize()} could not be loaded: {error}")

    def _tell(self, stage: str, done: int, total: int | None, /) -> None:
        if self._state is not None:
            self._state = ConnectionState("preparing", f"Loading {self._what}: {stage}", done, total or 0)
