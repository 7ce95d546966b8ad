"""The jars of the embedded Neo4j: a frozen list a version, fetched once, every SHA-256 checked.

The lists (jars/VERSION.txt) are written by maintenance/freeze_jars.py. Jars go from Maven Central, or a mirror, to
the user's cache; a jar is put in its place only when it is whole, so that what was fetched stays.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from cypher.embedded.locks import exclusive
from cypher.errors import EngineError, JarsMissing
from cypher.progress import Progress, silent
from cypher.settings import StoreSettings

THREADS = 8
TIMEOUT_SECONDS = 30
WAYS_OUT = (
    "set NEO4J_URI to a Neo4j that runs somewhere, set CABLEGRAPH_MAVEN_MIRROR or CABLEGRAPH_JARS to a mirror or "
    "a folder that has the jars, or try again: what was fetched stays."
)


@dataclass(frozen=True)
class Jar:
    """One line of a frozen list: Maven coordinates, size in bytes and SHA-256."""

    sha256: str
    size: int
    group: str
    artifact: str
    version: str
    classifier: str = ""

    @property
    def filename(self) -> str:
        """Name of the file: unique inside a list."""
        return "-".join(part for part in (self.artifact, self.version, self.classifier) if part) + ".jar"


def versions() -> list[str]:
    """Return the versions of Neo4j that have a frozen list."""
    return sorted(
        file.name.removesuffix(".txt")
        for file in (files("cypher.embedded") / "jars").iterdir()
        if file.name.endswith(".txt")
    )


def frozen(version: str) -> tuple[Jar, ...]:
    """Return the frozen list of a version.

    Raises:
        EngineError: there is none for it.
    """
    if version not in versions():
        raise EngineError(
            f"There is no list of jars for Neo4j {version}; there is one for {', '.join(versions())}."
        )
    text = (files("cypher.embedded") / "jars" / f"{version}.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(Jar(sha256, int(size), *coordinate.split(":")) for sha256, size, coordinate in rows)


def ensure(settings: StoreSettings, progress: Progress = silent) -> list[Path]:
    """Return the jars of the settings' version, whole and checked; fetch those that are missing.

    Args:
        settings: version, cache folder, folder of jars, mirror.
        progress: told the megabytes fetched.

    Returns:
        One path a jar of the frozen list, in its order.

    Raises:
        JarsMissing: some cannot be had; the message says which and what to do.
        EngineError: the cache cannot be written.
    """
    wanted = frozen(settings.version)
    if settings.jars is not None:
        return _from_folder(wanted, settings.jars, settings)
    folder = settings.cache_folder / "lib"
    paths = [folder / jar.filename for jar in wanted]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if missing := _missing(wanted, paths, settings.cache_folder):
            with exclusive(
                settings.cache_folder / "fetch.lock", waiting=lambda: progress(_stage(settings), 0, None)
            ):
                # Another process may have fetched them while this one waited.
                missing = _missing(wanted, paths, settings.cache_folder)
                _fetch(missing, folder, settings, progress)
                _stamp(wanted, paths, settings.cache_folder)
    except OSError as error:
        raise EngineError(
            f"The jars of Neo4j cannot be kept in {settings.cache_folder} ({error.strerror or error}): make room or "
            "make the folder writable, or set XDG_CACHE_HOME to another one."
        ) from error
    return paths


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _from_folder(wanted: Sequence[Jar], folder: Path, settings: StoreSettings) -> list[Path]:
    if not folder.is_dir():
        raise JarsMissing(f"CABLEGRAPH_JARS names {folder}, which is no folder.")
    found = {path.name: path for path in sorted(folder.rglob("*.jar"))}
    lacking = [jar.filename for jar in wanted if jar.filename not in found]
    if lacking:
        raise JarsMissing(
            f"CABLEGRAPH_JARS names {folder}, which lacks {len(lacking)} of the {len(wanted)} jars of Neo4j "
            f"{settings.version}, the first being {lacking[0]}: copy the folder {Path(f'neo4j-{settings.version}')}"
            f"{os.sep}lib from the cache of a machine where 'cablegraph engine fetch' has run."
        )
    paths = [found[jar.filename] for jar in wanted]
    for jar, path in zip(wanted, paths, strict=True):
        if path.stat().st_size != jar.size or sha256(path) != jar.sha256:
            raise JarsMissing(
                f"The jar {path} is damaged (its SHA-256 is not the one of the list): copy it again, "
                "or unset CABLEGRAPH_JARS to fetch it."
            )
    return paths


def _missing(wanted: Sequence[Jar], paths: Sequence[Path], cache: Path) -> list[Jar]:
    """Return the jars that are not there or not whole; damaged ones are removed.

    Hashing 120 MB takes most of a second, so files that have the size and time of the last check are not read.
    """
    try:
        stamps = json.loads((cache / "checked.json").read_text("utf-8"))
    except (OSError, ValueError):
        stamps = {}
    missing = []
    for jar, path in zip(wanted, paths, strict=True):
        try:
            now = path.stat()
        except FileNotFoundError:
            missing.append(jar)
            continue
        if stamps.get(jar.filename) == [jar.sha256, now.st_size, now.st_mtime_ns]:
            continue
        if now.st_size != jar.size or sha256(path) != jar.sha256:
            path.unlink()
            missing.append(jar)
    if not missing and len(stamps) != len(wanted):
        _stamp(wanted, paths, cache)
    return missing


def _stamp(wanted: Sequence[Jar], paths: Sequence[Path], cache: Path) -> None:
    stamps = {}
    for jar, path in zip(wanted, paths, strict=True):
        now = path.stat()
        stamps[jar.filename] = [jar.sha256, now.st_size, now.st_mtime_ns]
    partial = cache / f"checked.{os.getpid()}.partial"
    partial.write_text(json.dumps(stamps), "utf-8")
    partial.replace(cache / "checked.json")


def _stage(settings: StoreSettings) -> str:
    return f"Fetching Neo4j {settings.version} (MB)"


def _fetch(missing: Sequence[Jar], folder: Path, settings: StoreSettings, progress: Progress) -> None:
    if not missing:
        return
    from jgo.maven import MavenContext
    from requests import RequestException

    staging = settings.cache_folder / "partial"
    shutil.rmtree(staging, ignore_errors=True)
    context = MavenContext(
        repo_cache=staging,
        local_repos=[],
        remote_repos={"mirror": settings.maven_mirror.rstrip("/")} if settings.maven_mirror else None,
        timeout=TIMEOUT_SECONDS,
    )

    def fetch(jar: Jar) -> Jar:
        component = context.project(jar.group, jar.artifact).at_version(jar.version)
        for _attempt in range(2):
            fetched: Path = component.artifact(classifier=jar.classifier).resolve()
            if sha256(fetched) == jar.sha256:
                fetched.replace(folder / jar.filename)
                return jar
            fetched.unlink()
        raise JarsMissing(
            f"The jar {jar.filename} came damaged from {settings.maven_mirror or 'Maven Central'} "
            f"(its SHA-256 is not the one of the list): {WAYS_OUT}"
        )

    done, total = 0, sum(jar.size for jar in missing)
    pool = ThreadPoolExecutor(THREADS, thread_name_prefix="fetch")
    try:
        waiting = [pool.submit(fetch, jar) for jar in missing]
        progress(_stage(settings), 0, total // 1_000_000)
        for future in as_completed(waiting):
            done += future.result().size
            progress(_stage(settings), done // 1_000_000, total // 1_000_000)
    except (RequestException, RuntimeError) as error:
        # jgo lets requests' errors through, and raises a bare RuntimeError for a jar that no repository has.
        raise _no_jars(settings, folder) from error
    finally:
        pool.shutdown(cancel_futures=True)
        shutil.rmtree(staging, ignore_errors=True)


def _no_jars(settings: StoreSettings, folder: Path) -> JarsMissing:
    wanted = frozen(settings.version)
    lacking = [jar for jar in wanted if not (folder / jar.filename).exists()]
    return JarsMissing(
        f"{len(lacking)} of the {len(wanted)} jars of Neo4j {settings.version} are missing "
        f"({sum(jar.size for jar in lacking) // 1_000_000} MB, the first being {lacking[0].filename}) and "
        f"{settings.maven_mirror or 'Maven Central'} cannot be reached or does not have them: {WAYS_OUT}"
    )
