"""Opening the graph store: the Neo4j that the settings name, or the embedded one."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from pydantic import SecretStr

from cypher.embedded import client, server
from cypher.errors import GraphError, GraphUnavailable
from cypher.progress import Progress, silent
from cypher.settings import StoreSettings

if TYPE_CHECKING:
    from cypher.store import GraphStore

ANSWER_SECONDS = 60.0
"""How long a server that accepts connections may take to answer its first question."""
ATTEMPTS = 3


def open_store(settings: StoreSettings, progress: Progress | None = None) -> GraphStore:
    """Open the store that the settings name; without an address, fetch, start or join the embedded one.

    Args:
        settings: from StoreSettings.from_env.
        progress: told what takes long.

    Returns:
        The store; closing it lets go of the embedded server.

    Raises:
        GraphError: see the subclasses in cypher.errors.
    """
    if settings.uri:
        from cypher.store import GraphStore, Target

        return GraphStore.connect(
            Target(
                settings.uri,
                settings.username,
                settings.password,
                settings.database,
                query_timeout=settings.query_timeout,
            )
        )
    return _open_embedded(settings, progress or silent)


def _open_embedded(settings: StoreSettings, progress: Progress) -> GraphStore:
    # The driver takes a second to import (pandas comes with it, where it is installed): meanwhile Neo4j starts.
    threading.Thread(target=import_module, args=["cypher.store"], name="import-driver", daemon=True).start()
    for _attempt in range(ATTEMPTS):
        seat = client.join(settings, progress)
        try:
            return _answering(seat, settings, progress)
        except GraphUnavailable as error:
            # The server was killed between being found and being asked: join the next one.
            seat.leave()
            lost = error
        except BaseException:
            seat.leave()
            raise
    raise lost


def _answering(seat: client.Seat, settings: StoreSettings, progress: Progress) -> GraphStore:
    """Connect to the server of a seat as soon as it answers; closing the store leaves the seat."""
    from cypher.store import GraphStore, Target

    begun = time.monotonic()
    while True:
        try:
            client.first_password(seat.home, seat.state)
            target = Target(
                seat.state.address,
                "neo4j",
                SecretStr(seat.home.read_password()),
                kind="embedded",
                folder=str(seat.home.folder),
                query_timeout=settings.query_timeout,
            )
            return GraphStore.connect(target, on_close=seat.leave)
        except GraphUnavailable:
            if time.monotonic() - begun > ANSWER_SECONDS or not server.running(seat.state):
                raise
            progress(f"Starting Neo4j {settings.version}", int(time.monotonic() - begun), None)
            time.sleep(0.1)


Phase = Literal["fetching", "starting", "preparing", "ready", "failed"]


@dataclass(frozen=True)
class ConnectionState:
    """How far the opening of a store is."""

    phase: Phase
    message: str = ""
    """For people: what is going on, or why it failed and what to do."""
    done: int = 0
    total: int = 0
    """Of what `message` counts; 0 while nobody knows."""


class _ClosedMeanwhileError(Exception):
    """The store was closed while it was being opened."""


class BackgroundStore:
    """A store that opens in a thread, so that the page answers at once, and opens again when the server has gone."""

    def __init__(self, settings: StoreSettings) -> None:
        self.settings = settings
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._state = ConnectionState("starting", "Looking for Neo4j")
        self._store: GraphStore | None = None
        self._thread: threading.Thread | None = None
        self.open()

    def open(self) -> None:
        """Begin to open the store, unless it is open or being opened; also after it failed."""
        with self._lock:
            busy = self._thread is not None and self._thread.is_alive()
            if busy or self._store is not None or self._closing.is_set():
                return
            self._state = ConnectionState("starting", "Looking for Neo4j")
            self._thread = threading.Thread(target=self._open, name="open-store", daemon=True)
            self._thread.start()

    def state(self) -> ConnectionState:
        """Return how far the opening is."""
        return self._state

    def wait(self, timeout: float | None = None) -> ConnectionState:
        """Wait until the store is ready or has failed; return the state."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)
        return self._state

    def run(
        self, name: str, parameters: Mapping[str, object] | None = None, *, timeout: float | None = None
    ) -> list[dict[str, object]]:
        """Run a statement of the catalogue as GraphStore.run does.

        Raises:
            GraphUnavailable: the store is not open yet, has failed to open, or the server has gone; in the last case
                it is being opened again.
            GraphError: as GraphStore.run.
        """
        store, state = self._store, self._state
        if store is None:
            raise GraphUnavailable(
                state.message
                if state.phase == "failed"
                else f"{state.message or 'Neo4j'} - Neo4j is still starting."
            )
        try:
            return store.run(name, parameters, timeout=timeout)
        except GraphUnavailable:
            self._lost(store)
            raise

    def describe(self) -> dict[str, object]:
        """Describe the server as GraphStore.describe does.

        Raises:
            GraphUnavailable: the store is not open.
        """
        store = self._store
        if store is None:
            raise GraphUnavailable("Neo4j is still starting.")
        return store.describe()

    def close(self) -> None:
        """Close the store, or give up opening it."""
        self._closing.set()
        thread = self._thread
        if thread is not None:
            thread.join(30)
        with self._lock:
            store, self._store = self._store, None
        if store is not None:
            store.close()

    def _open(self) -> None:
        try:
            store = open_store(self.settings, self._tell)
            self._state = ConnectionState("preparing", "Neo4j answers")
            store.run("server/ping", timeout=10.0)
        except _ClosedMeanwhileError:
            return
        except GraphError as error:
            self._state = ConnectionState("failed", str(error))
            return
        except Exception as error:
            # A thread has nobody to raise to: the page shows it.
            self._state = ConnectionState(
                "failed", f"Neo4j could not be opened ({type(error).__name__}: {error})."
            )
            raise
        with self._lock:
            self._store = store
            self._state = ConnectionState("ready", f"Neo4j {store.version}")

    def _tell(self, stage: str, done: int, total: int | None, /) -> None:
        if self._closing.is_set():
            raise _ClosedMeanwhileError
        phase: Phase = "fetching" if stage.startswith("Fetching") else "starting"
        self._state = ConnectionState(phase, stage, done, total or 0)

    def _lost(self, store: GraphStore) -> None:
        with self._lock:
            if self._store is not store:
                return
            self._store = None
        store.close()
        self.open()
