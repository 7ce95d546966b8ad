"""What lies in the data folder of the embedded Neo4j, and how it is configured."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from cypher.embedded.locks import Lock

Phase = Literal["starting", "running", "stopping", "failed"]

PROCEDURES = "db.*,dbms.components,tx.setMetaData"
"""Procedures that the embedded server has; none of them reaches out of the graph."""


@dataclass(frozen=True)
class State:
    """What the supervisor tells about the server, in engine.json."""

    phase: Phase
    version: str
    message: str = ""
    supervisor: int = 0
    server: int = 0
    server_created: float = 0.0
    port: int = 0

    @property
    def address(self) -> str:
        """Bolt address of the server."""
        return f"bolt://127.0.0.1:{self.port}"


@dataclass(frozen=True)
class Home:
    """The data folder: Neo4j's own home inside it, and the files by which processes share one server."""

    folder: Path

    @property
    def neo4j(self) -> Path:
        """Neo4j's home: store, logs and configuration."""
        return self.folder / "neo4j"

    @property
    def password_file(self) -> Path:
        """The generated password, readable by its owner alone."""
        return self.folder / "neo4j-password"

    @property
    def password_set(self) -> Path:
        """Exists once the store has taken the generated password."""
        return self.neo4j / "password-is-set"

    @property
    def keep(self) -> Path:
        """While it exists, the server runs on without users (engine start --detach)."""
        return self.folder / "engine.keep"

    @property
    def stop(self) -> Path:
        """Asks the supervisor to stop the server although it has users (engine stop)."""
        return self.folder / "engine.stop"

    @property
    def console(self) -> Path:
        """What the server's process prints."""
        return self.neo4j / "logs" / "console.log"

    def users_lock(self) -> Lock:
        """Return the lock that every process holds, shared, while it uses the server."""
        return Lock(self.folder / "users.lock")

    def engine_lock(self) -> Lock:
        """Return the lock that the supervisor holds while it lives."""
        return Lock(self.folder / "engine.lock")

    def read_state(self) -> State | None:
        """Return what the supervisor last told; None when there is none or it is unreadable."""
        try:
            return State(**json.loads((self.folder / "engine.json").read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write_state(self, state: State | None) -> None:
        """Tell the state to every process, in one step; None removes it."""
        place = self.folder / "engine.json"
        if state is None:
            place.unlink(missing_ok=True)
            return
        partial = place.with_suffix(".partial")
        partial.write_text(json.dumps(asdict(state)), "utf-8")
        partial.replace(place)

    def read_password(self) -> str:
        """Return the generated password; empty when there is none."""
        try:
            return self.password_file.read_text("utf-8").strip()
        except FileNotFoundError:
            return ""

    def last_version(self) -> str:
        """Return the version of Neo4j that last wrote the store; empty when there is none."""
        try:
            return (self.neo4j / "version").read_text("utf-8").strip()
        except FileNotFoundError:
            return ""

    def prepare(self, version: str, *, port: int) -> None:
        """Make the folders, the password (mode 0600) and neo4j.conf for a version of Neo4j.

        Raises:
            OSError: the folder cannot be written.
        """
        for name in ("data", "logs", "import", "plugins", "run", "licenses", "conf"):
            (self.neo4j / name).mkdir(parents=True, exist_ok=True)
        (self.neo4j / "version").write_text(version + "\n", "utf-8")
        if not self.read_password():
            partial = self.password_file.with_suffix(".partial")
            partial.unlink(missing_ok=True)
            with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(24) + "\n")
            partial.replace(self.password_file)
        lines = (f"{name}={value}" for name, value in configuration(self.neo4j, port).items())
        (self.neo4j / "conf" / "neo4j.conf").write_text("\n".join(lines) + "\n", "utf-8")


def configuration(home: Path, port: int) -> Mapping[str, str]:
    """Return the settings of the embedded server; every name is tested on each version.

    Args:
        home: Neo4j's home folder.
        port: Bolt port on 127.0.0.1.
    """
    folders = {
        f"server.directories.{name}": str(home / name)
        for name in ("data", "logs", "import", "plugins", "run", "licenses")
    }
    return folders | {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "256m",
        # Without it an empty store takes 515 MB of disk.
        "db.tx_log.preallocate": "false",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        # LOAD CSV reaches no network either.
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        "dbms.security.procedures.allowlist": PROCEDURES,
        "db.transaction.timeout": "10m",
        # Without them stopping takes 10 s longer, after the store has been closed.
        "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
        "internal.server.bolt.connection_shutdown_wait_time": "0s",
    }
