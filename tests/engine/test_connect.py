"""What a Neo4j that somebody runs may do wrong, and what a user reads then."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cypher.connect import BackgroundStore, open_store
from cypher.embedded.client import check_folder, check_version
from cypher.embedded.home import Home
from cypher.errors import (
    CatalogueError,
    EngineError,
    GraphError,
    GraphUnavailable,
    NeoTooOld,
    QueryRefused,
    SettingsError,
)
from cypher.settings import NEO4J_VERSION, StoreSettings
from cypher.store import GraphStore
from cypher.store import check_version as check_server_version


def test_settings_come_from_the_environment_and_empty_ones_are_unset(tmp_path: Path) -> None:
    env = {
        "NEO4J_URI": "",
        "NEO4J_PASSWORD": "secret",
        "CABLEGRAPH_DATA": str(tmp_path),
        "CABLEGRAPH_QUERY_TIMEOUT": "5",
    }
    settings = StoreSettings.from_env(env)
    assert (settings.uri, settings.data_folder, settings.query_timeout) == (None, tmp_path, 5.0)
    assert "secret" not in repr(settings)


@pytest.mark.parametrize("value", ["soon", "0", "-1", "inf", "nan"])
def test_a_timeout_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match="CABLEGRAPH_QUERY_TIMEOUT is"):
        StoreSettings.from_env({"CABLEGRAPH_QUERY_TIMEOUT": value})


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7474", "127.0.0.1:7687", "neo4j"])
def test_an_address_that_is_none_is_refused_with_an_example(uri: str) -> None:
    with pytest.raises(SettingsError, match=r"NEO4J_URI is .* write for example bolt://127\.0\.0\.1:7687"):
        open_store(StoreSettings(uri=uri))


@contextmanager
def answering(words: bytes) -> Iterator[str]:
    """A server that answers every connection with the same words and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(1024)
                    connection.sendall(words)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)


@pytest.mark.parametrize("words", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\0\0\0\x03", b""])
def test_something_else_at_the_address_is_told_in_one_sentence(words: bytes) -> None:
    with answering(words) as uri, pytest.raises((GraphUnavailable, NeoTooOld), match=uri) as refused:
        open_store(StoreSettings(uri=uri))
    assert "NEO4J_URI" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_nobody_at_the_address_is_told_with_both_remedies() -> None:
    with pytest.raises(GraphUnavailable, match=r"No Neo4j answers at bolt://127.0.0.1:1: .* unset NEO4J_URI"):
        open_store(StoreSettings(uri="bolt://127.0.0.1:1"))


def test_a_database_that_is_not_there_is_told(store: GraphStore) -> None:
    wrong = StoreSettings(
        uri=store.target.uri,
        username=store.target.username,
        password=store.target.password,
        database="nowhere",
    )
    with pytest.raises(SettingsError, match="has no database 'nowhere': set NEO4J_DATABASE"):
        open_store(wrong)


@pytest.mark.parametrize("version", ["4.4.40", "5.25.1", "3.5.0"])
def test_old_versions_are_refused(version: str) -> None:
    with pytest.raises(
        NeoTooOld, match=rf"Neo4j {version}, which is too old: Cablegraph needs 5\.26 or newer"
    ):
        check_server_version(version)


@pytest.mark.parametrize("version", ["5.26.0", "5.26.30", "2026.08.1", "dev"])
def test_new_versions_are_taken(version: str) -> None:
    check_server_version(version)


def test_a_store_is_not_opened_by_an_older_neo4j_than_wrote_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    check_version(home, NEO4J_VERSION)
    home.prepare("2026.08.1", port=1)
    check_version(home, "2026.08.1")
    with pytest.raises(
        EngineError, match=rf"written by Neo4j 2026\.08\.1, and {NEO4J_VERSION} cannot read it"
    ):
        check_version(home, NEO4J_VERSION)


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cypher.embedded.client.LEAST_FREE", 1 << 62)
    with pytest.raises(EngineError, match=r"is full .* make room, or set CABLEGRAPH_DATA"):
        check_folder(Home(tmp_path))


@contextmanager
def silent_server() -> Iterator[tuple[int, list[int]]]:
    """A server that hangs up on everybody: its port, and one entry a caller."""
    callers: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            while True:
                try:
                    caller, (_, port) = server.accept()
                except OSError:
                    return
                callers.append(port)
                caller.close()

        threading.Thread(target=hang_up, daemon=True).start()
        yield server.getsockname()[1], callers


def test_a_page_whose_store_cannot_be_opened_says_why_and_may_try_again() -> None:
    with silent_server() as (port, callers):
        page = BackgroundStore(StoreSettings(uri=f"bolt://127.0.0.1:{port}"))
        try:
            assert page.wait(60).phase == "failed"
            with pytest.raises(GraphUnavailable, match="No Neo4j answers"):
                page.run("server/ping")
            before = len(callers)
            assert before
            page.open()
            assert page.wait(60).phase == "failed"
            assert len(callers) > before
        finally:
            page.close()


def test_statements_run_together_or_not_at_all(store: GraphStore) -> None:
    with pytest.raises(QueryRefused, match="changes the schema"):
        store.run_many([("server/ping", None), ("server/set_password", {"new": "x"})])
    with pytest.raises(CatalogueError):
        store.run_many([("server/ping", {"nonsense": 1})])
    assert store.run_many([("server/ping", None), ("server/count", None)]) == [
        [{"ok": True}],
        [{"nodes": 0, "relationships": 0}],
    ]


def test_a_closed_store_says_so(store_settings: StoreSettings) -> None:
    opened = open_store(store_settings)
    opened.close()
    opened.close()
    with pytest.raises(GraphError):
        opened.run("server/ping")
