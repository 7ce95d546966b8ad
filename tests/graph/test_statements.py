"""Every statement of the catalogue, on a real Neo4j."""

from __future__ import annotations

import gc
import warnings

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from cypher.catalogue import Catalogue, Query
from cypher.store import GraphStore
from loader.writer import prepare
from tests.graph.posts import POSTS
from tests.graph.test_load import ask, load

CATALOGUE = Catalogue.load()
# SHOW and CALL dbms.* are commands of the server: Neo4j gives them no kind of their own.
READING = [q for q in CATALOGUE.values() if q.access == "read" and not q.name.startswith("server/")]
PLANNED = [
    query
    for query in CATALOGUE.values()
    if query.access != "schema" and "server/set_password" not in query.name
]


@pytest.mark.parametrize("query", PLANNED, ids=lambda query: query.name)
def test_every_statement_can_be_planned(store: GraphStore, query: Query) -> None:
    prepare(store)
    given = {parameter.name: parameter.default for parameter in query.parameters}
    with store.driver.session(database="neo4j") as session:
        session.run(f"EXPLAIN {query.statement}", given).consume()  # type: ignore[arg-type]


@pytest.mark.parametrize("query", READING, ids=lambda query: query.name)
def test_what_is_declared_as_reading_reads(store: GraphStore, query: Query) -> None:
    given = {parameter.name: parameter.default for parameter in query.parameters}
    with store.driver.session(database="neo4j") as session:
        summary = session.run(f"EXPLAIN {query.statement}", given).consume()  # type: ignore[arg-type]
    assert summary.query_type == "r"


@pytest.mark.parametrize("query", READING, ids=lambda query: query.name)
def test_every_answer_is_limited_ordered_and_free_of_the_server_s_ids(query: Query) -> None:
    if query.name.startswith(("explore/", "saved/", "load/")):
        assert "ORDER BY" in query.statement
        assert "LIMIT" in query.statement
    assert "elementId" not in query.statement
    assert " id(" not in query.statement


@pytest.mark.parametrize("query", CATALOGUE.saved, ids=lambda query: query.name)
def test_every_saved_query_answers_on_the_posts(store: GraphStore, query: Query) -> None:
    load(store, POSTS)
    some = {"entity": "person:ronald-reagan"}
    given = {p.name: some.get(p.type, p.default) if p.required else p.default for p in query.parameters}
    rows = store.run(query.name, given)
    assert isinstance(rows, list)
    if query.view == "graph":
        assert all(row["nodes"] for row in rows)


def test_who_met_whom_finds_the_summit(store: GraphStore) -> None:
    load(store, POSTS)
    (row,) = store.run("saved/who_met_whom")
    assert {row["left"], row["right"]} == {"Mikhail Gorbachev", "Ronald Reagan"}
    assert row["meetings"] == 1


def test_search_folds_accents_and_takes_unfinished_words(store: GraphStore) -> None:
    from explorer import queries

    class Graph:
        def run(self, name: str, parameters: object = None) -> list[dict[str, object]]:
            return store.run(name, parameters)  # type: ignore[arg-type]

    load(store, POSTS)
    for text in ("Gorbachev", "gorb", "Mikhaíl", "reagan ronald"):
        found = queries.search(Graph(), text)  # type: ignore[arg-type]
        assert found, text
    for text in ("", "  ", "AND", "a+b && (c", '"', "*", "~^:\\/"):
        queries.search(Graph(), text)  # type: ignore[arg-type]


def test_a_write_in_a_reading_session_is_refused(store: GraphStore) -> None:
    with store.driver.session(default_access_mode=neo4j.READ_ACCESS) as session, pytest.raises(Neo4jError):
        session.run("MERGE (n:Entity {id: 'person:nobody'})").consume()
    assert ask(store, "MATCH (n:Entity {id: 'person:nobody'}) RETURN n.id AS id") == []


def test_an_independent_client_reads_the_same_graph(store: GraphStore) -> None:
    """py2neo, which shares no code with the driver, counts and follows what the loader wrote."""
    load(store, POSTS)
    target = store.target
    with warnings.catch_warnings():
        # Its last release is of 2021: it uses what Python and its own dependencies have deprecated since.
        warnings.simplefilter("ignore")
        from py2neo import Graph

        graph = Graph(target.uri, auth=(target.username, target.password.get_secret_value()), name="neo4j")
        nodes = graph.run("MATCH (n:Entity) RETURN count(n)").evaluate()
        rows = graph.run(
            "MATCH (a:Entity)-[r:SIGNED]->(d:Document) "
            "MATCH (e:Evidence {key: r.key})-[:QUOTED_FROM]->(p:Post) "
            "RETURN a.id AS who, substring(p.text, e.start, e.end - e.start) AS quote ORDER BY who"
        ).data()
        graph.service.connector.close()
        del graph
        gc.collect()
    assert nodes == ask(store, "MATCH (n:Entity) RETURN count(n) AS n")[0]["n"]
    assert rows == [
        {"who": "country:SU", "quote": "signed the INF Treaty"},
        {"who": "country:US", "quote": "signed the INF Treaty"},
    ]
