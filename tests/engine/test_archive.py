"""The archive of classes: made in the background of the first start, used by the next, given up when in the way."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import psutil
import pytest

from cypher.connect import open_store
from cypher.embedded import jars
from cypher.embedded.home import Home
from cypher.embedded.locks import is_free
from cypher.settings import StoreSettings

MADE_SECONDS = 150.0


@pytest.fixture
def settings(neo4j_settings: StoreSettings, tmp_path: Path) -> StoreSettings:
    """The real jars, with a cache and a data folder that are new."""
    if neo4j_settings.uri:
        pytest.skip("NEO4J_TEST_URI is not the embedded Neo4j")
    folder = jars.ensure(neo4j_settings)[0].parent
    return neo4j_settings.model_copy(
        update={"jars": folder, "cache": tmp_path / "cache", "data": tmp_path / "data"}
    )


def ended(settings: StoreSettings) -> bool:
    """Whether the server ended soon; who opens the store again at once joins the one that still runs."""
    lock = Home(settings.data_folder).folder / "engine.lock"
    deadline = time.monotonic() + 30
    while not is_free(lock) and time.monotonic() < deadline:
        time.sleep(0.1)
    return is_free(lock)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_first_start_makes_an_archive_that_the_next_one_uses(settings: StoreSettings) -> None:
    with open_store(settings):
        pass
    assert ended(settings)
    assert list(settings.cache_folder.iterdir()) == []
    with open_store(settings):
        deadline = time.monotonic() + MADE_SECONDS
        while not (made := list(settings.cache_folder.glob("*.jsa"))):
            assert time.monotonic() < deadline, "no archive was made"
            time.sleep(0.2)
    assert ended(settings)
    with open_store(settings):
        state = Home(settings.data_folder).read_state()
        assert state is not None
        mapped = [part.path for part in psutil.Process(state.server).memory_maps()]
        assert str(made[0]) in mapped
    assert ended(settings)
    assert [path for path in settings.cache_folder.iterdir() if path != made[0]] == []
