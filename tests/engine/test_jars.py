"""Jars are fetched once, checked every one, and every failure says what to do. Real jars, from a mirror on 127.0.0.1."""

from __future__ import annotations

import gc
import shutil
import stat
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cypher.embedded import jars
from cypher.embedded.jars import Jar
from cypher.errors import EngineError, JarsMissing
from cypher.settings import NEO4J_VERSION, StoreSettings

FEW = 4


@dataclass
class Mirror:
    """A Maven repository of a few real jars, which counts what is asked of it."""

    root: Path
    url: str = ""
    asked: list[str] = field(default_factory=list)

    def file(self, jar: Jar) -> Path:
        return self.root.joinpath(*jar.group.split("."), jar.artifact, jar.version, jar.filename)


@pytest.fixture(scope="module")
def fetched() -> Path:
    """The folder of real jars of the user's cache."""
    settings = StoreSettings()
    return jars.ensure(settings)[0].parent


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> tuple[Jar, ...]:
    """A frozen list cut down to its smallest jars."""
    listed = sorted(jars.frozen(NEO4J_VERSION), key=lambda jar: jar.size)[:FEW]
    monkeypatch.setattr(jars, "frozen", lambda _version: tuple(listed))
    return tuple(listed)


@pytest.fixture
def mirror(tmp_path: Path, few: tuple[Jar, ...], fetched: Path) -> Iterator[Mirror]:
    made = Mirror(tmp_path / "mirror")
    for jar in few:
        made.file(jar).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(fetched / jar.filename, made.file(jar))

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            if self.path.endswith(".jar"):
                made.asked.append(self.path.rsplit("/", 1)[1])

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(made.root)))
    made.url = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


def settings_of(tmp_path: Path, mirror: Mirror) -> StoreSettings:
    return StoreSettings(cache=tmp_path / "cache", maven_mirror=mirror.url)


def test_every_list_has_coordinates_sizes_and_hashes() -> None:
    for version in jars.versions():
        listed = jars.frozen(version)
        assert len(listed) > 200
        assert len({jar.filename for jar in listed}) == len(listed)
        assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in listed)
        assert any(jar.group == "org.neo4j.app" and jar.version == version for jar in listed)


def test_the_embedded_version_has_a_list() -> None:
    assert NEO4J_VERSION in jars.versions()


def test_a_version_without_a_list_is_refused_with_those_that_have_one() -> None:
    with pytest.raises(EngineError, match=rf"Neo4j 4\.4\.0; there is one for .*{NEO4J_VERSION}"):
        jars.frozen("4.4.0")


def test_jars_are_fetched_once_from_the_mirror(tmp_path: Path, mirror: Mirror, few: tuple[Jar, ...]) -> None:
    settings = settings_of(tmp_path, mirror)
    told: list[tuple[str, int, int | None]] = []
    paths = jars.ensure(settings, lambda *what: told.append(what))
    assert [jars.sha256(path) for path in paths] == [jar.sha256 for jar in few]
    assert sorted(mirror.asked) == sorted(jar.filename for jar in few)
    assert told[0] == (f"Fetching Neo4j {NEO4J_VERSION} (MB)", 0, sum(jar.size for jar in few) // 1_000_000)
    assert told[-1][1] == told[-1][2]
    mirror.asked.clear()
    assert jars.ensure(settings) == paths
    assert mirror.asked == []


def test_only_what_is_missing_is_fetched(tmp_path: Path, mirror: Mirror, few: tuple[Jar, ...]) -> None:
    paths = jars.ensure(settings_of(tmp_path, mirror))
    paths[1].unlink()
    mirror.asked.clear()
    jars.ensure(settings_of(tmp_path, mirror))
    assert mirror.asked == [few[1].filename]


def test_a_jar_damaged_in_the_cache_is_fetched_again(
    tmp_path: Path, mirror: Mirror, few: tuple[Jar, ...]
) -> None:
    damaged = jars.ensure(settings_of(tmp_path, mirror))[2]
    damaged.write_bytes(b"x" * damaged.stat().st_size)
    mirror.asked.clear()
    jars.ensure(settings_of(tmp_path, mirror))
    assert mirror.asked == [few[2].filename]
    assert jars.sha256(damaged) == few[2].sha256


def test_a_jar_that_comes_damaged_is_named_and_not_kept(
    tmp_path: Path, mirror: Mirror, few: tuple[Jar, ...]
) -> None:
    mirror.file(few[3]).write_bytes(b"not this jar")
    with pytest.raises(JarsMissing, match=rf"{few[3].filename} came damaged .* SHA-256 .* try again"):
        jars.ensure(settings_of(tmp_path, mirror))
    assert not (tmp_path / "cache" / f"neo4j-{NEO4J_VERSION}" / "lib" / few[3].filename).exists()


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # jgo leaves the answer "404" open
def test_what_was_fetched_before_a_failure_stays(
    tmp_path: Path, mirror: Mirror, few: tuple[Jar, ...]
) -> None:
    lost = mirror.file(few[0])
    kept = lost.read_bytes()
    lost.unlink()
    with pytest.raises(JarsMissing, match=f"missing .*{few[0].filename}"):
        jars.ensure(settings_of(tmp_path, mirror))
    gc.collect()
    lost.write_bytes(kept)
    there = [path.name for path in (tmp_path / "cache" / f"neo4j-{NEO4J_VERSION}" / "lib").iterdir()]
    mirror.asked.clear()
    jars.ensure(settings_of(tmp_path, mirror))
    assert sorted(mirror.asked) == sorted({jar.filename for jar in few} - set(there))
    assert not (tmp_path / "cache" / f"neo4j-{NEO4J_VERSION}" / "partial").exists()


def test_without_a_network_one_sentence_says_what_is_missing_and_the_three_ways_out(tmp_path: Path) -> None:
    settings = StoreSettings(cache=tmp_path / "cache", maven_mirror="http://127.0.0.1:9")
    with pytest.raises(JarsMissing) as refused:
        jars.ensure(settings)
    said = str(refused.value)
    assert "213 of the 213 jars of Neo4j" in said
    for way in (
        "NEO4J_URI",
        "CABLEGRAPH_MAVEN_MIRROR",
        "CABLEGRAPH_JARS",
        "try again: what was fetched stays",
    ):
        assert way in said
    assert "\n" not in said


def test_a_folder_of_jars_is_used_without_a_network(
    tmp_path: Path, few: tuple[Jar, ...], fetched: Path
) -> None:
    folder = tmp_path / "stick" / "deep"
    folder.mkdir(parents=True)
    for jar in few:
        shutil.copy(fetched / jar.filename, folder)
    settings = StoreSettings(
        jars=tmp_path / "stick", cache=tmp_path / "cache", maven_mirror="http://127.0.0.1:9"
    )
    assert [path.parent for path in jars.ensure(settings)] == [folder] * FEW


def test_a_folder_that_lacks_a_jar_says_which(tmp_path: Path, few: tuple[Jar, ...], fetched: Path) -> None:
    for jar in few[1:]:
        shutil.copy(fetched / jar.filename, tmp_path)
    with pytest.raises(JarsMissing, match=f"lacks 1 of the {FEW} jars .*{few[0].filename}"):
        jars.ensure(StoreSettings(jars=tmp_path))


def test_a_damaged_jar_in_a_folder_is_named(tmp_path: Path, few: tuple[Jar, ...], fetched: Path) -> None:
    for jar in few:
        shutil.copy(fetched / jar.filename, tmp_path)
    (tmp_path / few[0].filename).chmod(stat.S_IRUSR | stat.S_IWUSR)
    (tmp_path / few[0].filename).write_bytes(b"x" * few[0].size)
    with pytest.raises(JarsMissing, match=f"{few[0].filename} is damaged"):
        jars.ensure(StoreSettings(jars=tmp_path))


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match=r"cannot be kept in .*file"):
        jars.ensure(StoreSettings(cache=tmp_path / "file"))
