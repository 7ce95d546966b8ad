"""The server's process: its command line, its start, whether it answers, its end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from cypher.embedded.home import Home, State

STOP_SECONDS = 20.0
MEGABYTE = 1 << 20

OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


@dataclass(frozen=True)
class Recipe:
    """What a client gives the supervisor: how to start a server. It holds no secret."""

    folder: str
    version: str
    java: str
    jars: Sequence[str]
    archive: str
    """File of the archived classes of this Java with these jars; made when it is not there."""


def entry_point(version: str) -> str:
    """Return the class that starts a version of Neo4j Community."""
    calendar = int(version.split(".")[0]) >= 2025
    return f"org.neo4j.server.{'Neo4jCommunity' if calendar else 'CommunityEntryPoint'}"


def heap_megabytes() -> int:
    """Return the largest heap: a quarter of the machine's memory, between 512 MB and 2 GB."""
    return max(512, min(2048, int(psutil.virtual_memory().total) // 4 // MEGABYTE))


def java_options(recipe: Recipe) -> list[str]:
    """Return the options of Java, without the class path."""
    options = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENS]
    return [
        *options,
        f"-Xmx{heap_megabytes()}m",
        # The quick compiler alone: starts seconds earlier, and small graphs do not need the slow one.
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
    ]


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(recipe: Recipe, home: Home) -> subprocess.Popen[bytes]:
    """Start the server's process on the configuration that lies in its home.

    Raises:
        OSError: the process cannot be started, or its files cannot be written.
    """
    archive = Path(recipe.archive)
    if archive.exists():
        classes = [
            f"-XX:SharedArchiveFile={archive}",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
        ]
    else:
        classes = [f"-XX:DumpLoadedClassList={class_list(home)}"]
    arguments = home.neo4j / "run" / "java.arguments"
    write_arguments(arguments, [*java_options(recipe), *classes, "-cp", os.pathsep.join(recipe.jars)])
    command = [
        recipe.java,
        f"@{arguments}",
        entry_point(recipe.version),
        f"--home-dir={home.neo4j}",
        f"--config-dir={home.neo4j / 'conf'}",
    ]
    for log in (home.console, home.neo4j / "logs" / "neo4j.log"):
        log.unlink(missing_ok=True)
    with home.console.open("wb") as console:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=console, stderr=console, cwd=home.neo4j, **detached()
        )


def class_list(home: Home) -> Path:
    """Return where a start without an archive lists the classes that it loads."""
    return home.neo4j / "run" / "classes.list"


def write_arguments(file: Path, arguments: Sequence[str]) -> None:
    """Write a file of Java arguments, quoted: a class path is too long for some systems' command lines."""
    quoted = ('"' + argument.replace("\\", "\\\\").replace('"', '\\"') + '"' for argument in arguments)
    file.write_text("\n".join(quoted) + "\n", "utf-8")


def detached() -> dict[str, Any]:
    """Return what makes a process independent of the terminal and its signals."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def running(state: State | None) -> psutil.Process | None:
    """Return the server's process if the state names one that lives; a number used again is recognised."""
    if state is None or not state.server:
        return None
    try:
        process = psutil.Process(state.server)
        same = (
            abs(process.create_time() - state.server_created) < 1 and process.status() != psutil.STATUS_ZOMBIE
        )
    except psutil.Error:
        return None
    return process if same else None


def listens(port: int) -> bool:
    """Return whether something accepts connections on a port of 127.0.0.1."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


def stop(process: psutil.Process) -> None:
    """End the server cleanly; if it does not end in time, kill it (its store recovers at the next start)."""
    try:
        process.terminate()
        process.wait(STOP_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(STOP_SECONDS)
    except psutil.NoSuchProcess:
        return


def reason(home: Home) -> str:
    """Return, as one sentence, why a server ended while it started, from what it wrote."""
    text = ""
    for log in (home.neo4j / "logs" / "neo4j.log", home.console):
        try:
            text += log.read_text("utf-8", "replace")
        except OSError:
            continue
    known = {
        "No space left on device": f"the disk of {home.folder} is full; make room, or set CABLEGRAPH_DATA to another "
        "folder",
        "Read-only file system": f"{home.folder} is read-only; set CABLEGRAPH_DATA to a folder that can be written",
        "Permission denied": f"something in {home.folder} cannot be written; correct its permissions, or set "
        "CABLEGRAPH_DATA to another folder",
        "obtain lock on": f"another Neo4j has the store in {home.folder} open; stop that one first",
        "Cannot allocate memory": "the machine has too little free memory; close something",
    }
    for sign, sentence in known.items():
        if sign in text:
            return f"The embedded Neo4j cannot start: {sentence}."
    lines = [
        line.strip()
        for line in text.splitlines()
        if "ERROR" in line or "Caused by" in line or "Error" in line
    ]
    said = (lines or text.strip().splitlines() or ["it said nothing"])[-1][:300]
    return f"The embedded Neo4j cannot start ({said}); {home.neo4j / 'logs'} says more."
