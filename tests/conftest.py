"""One real Neo4j a test run and version: the embedded one, or the one that NEO4J_TEST_URI names.

CABLEGRAPH_TEST_NEO4J lists the versions of the embedded one, separated by commas.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from cypher.connect import open_store
from cypher.embedded import jars
from cypher.errors import JarsMissing
from cypher.settings import NEO4J_VERSION, StoreSettings
from cypher.store import GraphStore


def neo4j_versions() -> list[str]:
    if os.environ.get("NEO4J_TEST_URI"):
        return ["NEO4J_TEST_URI"]
    return [
        part.strip()
        for part in os.environ.get("CABLEGRAPH_TEST_NEO4J", NEO4J_VERSION).split(",")
        if part.strip()
    ]


NEEDS_NEO4J = {"store", "store_settings", "store_env", "neo4j_settings", "neo4j_session", "neo4j_version"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if NEEDS_NEO4J & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.neo4j)


@pytest.fixture(scope="session", params=neo4j_versions())
def neo4j_version(request: pytest.FixtureRequest) -> str:
    """A version of Neo4j that the graph tests run on."""
    return str(request.param)


@pytest.fixture(scope="session")
def neo4j_settings(neo4j_version: str, tmp_path_factory: pytest.TempPathFactory) -> StoreSettings:
    """Settings of the test run's Neo4j; its jars are there."""
    if uri := os.environ.get("NEO4J_TEST_URI"):
        return StoreSettings(
            uri=uri,
            username=os.environ.get("NEO4J_TEST_USERNAME", "neo4j"),
            password=SecretStr(os.environ.get("NEO4J_TEST_PASSWORD", "")),
            database=os.environ.get("NEO4J_TEST_DATABASE", "neo4j"),
        )
    given = StoreSettings.from_env(os.environ)
    settings = StoreSettings(
        data=tmp_path_factory.mktemp(f"neo4j-{neo4j_version}"),
        version=neo4j_version,
        maven_mirror=given.maven_mirror,
        jars=given.jars if neo4j_version == NEO4J_VERSION else None,
    )
    try:
        jars.ensure(settings)
    except JarsMissing as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))
    return settings


@pytest.fixture(scope="session")
def neo4j_session(neo4j_settings: StoreSettings) -> Iterator[GraphStore]:
    """A store that is open for the whole run."""
    with open_store(neo4j_settings) as store:
        yield store


@pytest.fixture
def store(neo4j_session: GraphStore) -> GraphStore:
    """The open store, with an empty graph (constraints and indexes stay)."""
    neo4j_session.driver.execute_query("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n")
    while neo4j_session.run("server/count")[0]["nodes"]:
        neo4j_session.driver.execute_query("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n")
    return neo4j_session


@pytest.fixture
def store_settings(store: GraphStore, neo4j_settings: StoreSettings) -> StoreSettings:
    """Settings that open the same, empty, store again."""
    return neo4j_settings


@pytest.fixture
def store_env(store_settings: StoreSettings) -> dict[str, str]:
    """Environment by which another process uses the same, empty, store (the embedded one is joined)."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    if store_settings.uri is None:
        return environment | {"CABLEGRAPH_DATA": str(store_settings.data)}
    return environment | {
        "NEO4J_URI": store_settings.uri,
        "NEO4J_USERNAME": store_settings.username,
        "NEO4J_PASSWORD": store_settings.password.get_secret_value(),
        "NEO4J_DATABASE": store_settings.database,
    }
