"""The small process that owns the embedded server, and ends it with the last process that uses it.

It is detached from every terminal. Every user of the server holds a shared lock on users.lock, which the system
drops when the user dies, however it dies; once the supervisor can take that lock alone, nobody is left. While it
lives it holds engine.lock, so there is one supervisor a data folder; one that finds a server without a supervisor
adopts it.

Run as: python -c "from cypher.embedded.supervisor import main; main()", a Recipe as JSON on standard input.
It imports little, because the first thing a user waits for is this.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil

from cypher.embedded import server
from cypher.embedded.archive import ArchiveMaker
from cypher.embedded.home import Home, State
from cypher.embedded.locks import Lock
from cypher.embedded.server import Recipe

POLL_SECONDS = 0.25
START_SECONDS = 180.0
LOCK_SECONDS = 2.0
ATTEMPTS = 3
"""Starts, each on another port: between choosing a free port and using it, somebody may have taken it."""


@dataclass
class Supervisor:
    """Owns one server."""

    recipe: Recipe
    home: Home
    ended: bool = field(default=False)

    def work(self) -> None:
        """Start or adopt the server, wait until nobody uses it, stop it; do nothing if another supervisor is there."""
        lock, users = self.home.engine_lock(), self.home.users_lock()
        deadline = time.monotonic() + LOCK_SECONDS
        while not lock.acquire():
            if time.monotonic() > deadline:
                return
            time.sleep(POLL_SECONDS / 5)
        state = State("starting", self.recipe.version, supervisor=os.getpid())
        try:
            self._own(state, users)
        except OSError as error:
            with suppress(OSError):
                said = f"The embedded Neo4j cannot start in {self.home.folder}: {error.strerror or error}."
                self.home.write_state(replace(state, phase="failed", message=said))
        finally:
            # The engine lock goes first: whoever then gets the users' lock finds nothing half stopped.
            lock.release()
            users.release()

    def _own(self, state: State, users: Lock) -> None:
        self.home.stop.unlink(missing_ok=True)
        found = self.home.read_state()
        process = server.running(found)
        if process is not None and found is not None and found.port:
            state = replace(found, supervisor=os.getpid())
            self.home.write_state(state)
        else:
            self.home.keep.unlink(missing_ok=True)
            process, state = self._start(state, users)
            if process is None:
                return
        if state.phase != "running" and not self._await(process, state, users):
            return
        state = replace(state, phase="running")
        self.home.write_state(state)
        maker = ArchiveMaker(self.recipe, self.home)
        try:
            while (
                not self._is_over(users) and process.is_running() and process.status() != psutil.STATUS_ZOMBIE
            ):
                maker.go_on()
                time.sleep(POLL_SECONDS)
        finally:
            maker.give_up()
        if process.is_running():
            self.home.write_state(replace(state, phase="stopping"))
            server.stop(process)
        self.home.write_state(None)

    def _start(self, state: State, users: Lock) -> tuple[psutil.Process | None, State]:
        """Start the server and wait for its port; tell why, if that fails."""
        for attempt in range(ATTEMPTS):
            port = server.free_port()
            self.home.prepare(self.recipe.version, port=port)
            process = psutil.Process(server.start(self.recipe, self.home).pid)
            state = replace(state, server=process.pid, server_created=process.create_time(), port=port)
            self.home.write_state(state)
            if self._await(process, state, users, tell=attempt == ATTEMPTS - 1):
                return process, state
            if self.ended or process.is_running() or "already in use" not in server.reason(self.home):
                if not self.ended:
                    self.home.write_state(replace(state, phase="failed", message=server.reason(self.home)))
                return None, state
        return None, state

    def _await(self, process: psutil.Process, state: State, users: Lock, *, tell: bool = True) -> bool:
        """Return whether the server came to accept connections; without users it is stopped instead."""
        deadline = time.monotonic() + START_SECONDS
        while not server.listens(state.port):
            gone = not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
            if gone or time.monotonic() > deadline:
                with suppress(psutil.Error):
                    server.stop(process)
                if tell:
                    self.home.write_state(replace(state, phase="failed", message=server.reason(self.home)))
                return False
            if self._is_over(users):
                self.ended = True
                server.stop(process)
                self.home.write_state(None)
                return False
            time.sleep(POLL_SECONDS / 5)
        return True

    def _is_over(self, users: Lock) -> bool:
        """Return whether the server is to end; then the users' lock is held, so that nobody joins meanwhile."""
        if self.ended or self.home.stop.exists():
            return True
        return not self.home.keep.exists() and users.acquire()

    def end(self, *_: object) -> None:
        """Stop the server soon: the machine shuts down, or somebody asked."""
        self.ended = True


def spawn(recipe: Recipe) -> None:
    """Start a supervisor that outlives this process and its terminal; return at once.

    Raises:
        OSError: no process can be started.
    """
    root = str(Path(__file__).parent.parent.parent)
    code = f"import sys; sys.path.insert(0, {root!r}); from cypher.embedded.supervisor import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "cablegraph-engine", recipe.folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=recipe.folder,
        **server.detached(),
    )
    process.communicate(json.dumps(recipe.__dict__).encode())


def main() -> None:
    """Read a recipe from standard input, leave the parent, and supervise."""
    recipe = Recipe(**json.load(sys.stdin))
    if hasattr(os, "fork") and os.fork():
        # The parent ends: the supervisor is nobody's child, so nobody has to wait for it.
        os._exit(0)
    supervisor = Supervisor(recipe, Home(Path(recipe.folder)))
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN if name == "SIGHUP" else supervisor.end)
    supervisor.work()
