"""A reading session cannot write, and ends in time."""

from __future__ import annotations

import pytest

from cypher.catalogue import Catalogue, parse
from cypher.errors import QueryRefused, QueryTimedOut
from cypher.store import GraphStore, Target

WRITES = {
    "create": "CREATE (n:Entity {id: 'x'}) RETURN n.id AS id",
    "merge": "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id",
    "set": "MATCH (n) SET n.name = 'x'",
    "set label": "MATCH (n) SET n:Actor",
    "remove": "MATCH (n) REMOVE n.id",
    "delete": "MATCH (n) DETACH DELETE n",
    "foreach": "MATCH (n) FOREACH (i IN [1] | SET n.name = 'x')",
    "subquery": "MATCH (n) CALL (n) { SET n.name = 'x' }",
    "in transactions": "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "index": "CREATE INDEX written FOR (n:Entity) ON (n.name)",
    "constraint": "CREATE CONSTRAINT written FOR (n:Entity) REQUIRE n.name IS UNIQUE",
    "full-text index": "CREATE FULLTEXT INDEX written FOR (n:Entity) ON EACH [n.name]",
    "procedure": "CALL db.createLabel('Actor')",
    "user": "CREATE USER somebody SET PASSWORD 'long enough 1'",
}


def reading(store: GraphStore, statement: str) -> GraphStore:
    """The same store with one more, reading, statement, called explore/asked."""
    asked = parse("explore/asked", f"// title: Asked\n// access: read\n{statement}")
    return GraphStore(
        store.target, store.driver, store.version, Catalogue({**store.catalogue, asked.name: asked})
    )


@pytest.mark.parametrize("statement", WRITES.values(), ids=WRITES.keys())
def test_a_reading_session_refuses_to_write(store: GraphStore, statement: str) -> None:
    store.driver.execute_query("CREATE (:Entity {id: 'here'})")
    with pytest.raises(QueryRefused):
        reading(store, statement).run("explore/asked")
    found = store.driver.execute_query(
        "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
    ).records
    assert [record.data() for record in found] == [{"labels": ["Entity"], "properties": {"id": "here"}}]


def test_a_refused_write_says_what_it_is(store: GraphStore) -> None:
    with pytest.raises(QueryRefused, match="explore/asked would change the graph, and Neo4j refuses"):
        reading(store, WRITES["create"]).run("explore/asked")


def test_a_query_that_takes_too_long_is_stopped(store: GraphStore) -> None:
    bomb = "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b RETURN sum(a * b % 7) AS n"
    with pytest.raises(QueryTimedOut, match="CABLEGRAPH_QUERY_TIMEOUT"):
        reading(store, bomb).run("explore/asked", timeout=1.0)
    assert store.run("server/ping") == [{"ok": True}]


def test_the_embedded_server_reads_no_file_and_no_network(store: GraphStore) -> None:
    if store.target.kind != "embedded":
        pytest.skip("NEO4J_TEST_URI has its own configuration")
    for address in ("file:///etc/hostname", "http://127.0.0.1:1/x.csv"):
        with pytest.raises(QueryRefused):
            reading(store, f"LOAD CSV FROM '{address}' AS row RETURN row").run("explore/asked")


def test_a_statement_that_is_no_cypher_is_named_with_the_servers_words(store: GraphStore) -> None:
    with pytest.raises(QueryRefused, match="explore/asked"):
        reading(store, "RETURN (").run("explore/asked")


def test_values_come_back_plain(store: GraphStore) -> None:
    values = reading(
        store,
        "RETURN date('1985-11-19') AS day, datetime('1985-11-19T10:00:00Z') AS moment, duration('P3D') AS long, "
        "localtime('10:00') AS clock, point({x: 1, y: 2}) AS point, [date('1986-10-11')] AS list, {a: [1.5]} AS map",
    ).run("explore/asked")[0]
    assert str(values["day"]) == "1985-11-19"
    assert type(values["day"]).__module__ == "datetime"
    assert values["moment"] == "1985-11-19T10:00:00.000000000+00:00"
    assert values["long"] == "P3D"
    assert values["clock"] == "10:00:00.000000000"
    assert values["point"] == [1.0, 2.0]
    assert str(values["list"]) == "[datetime.date(1986, 10, 11)]"
    assert values["map"] == {"a": [1.5]}


def test_nodes_come_back_as_their_properties_without_handles(store: GraphStore) -> None:
    found = reading(store, "MATCH (n) RETURN n").run
    store.driver.execute_query("CREATE (:Entity {id: 'geneva', when: date('1985-11-19')})")
    assert str(found("explore/asked")) == "[{'n': {'id': 'geneva', 'when': datetime.date(1985, 11, 19)}}]"


def test_describing_names_version_edition_and_kind(store: GraphStore) -> None:
    told = store.describe()
    assert told["address"] == store.target.uri
    assert told["edition"] in {"community", "enterprise"}
    assert str(told["version"]).startswith(store.version[:4])


def test_a_target_never_shows_its_password(store: GraphStore) -> None:
    assert isinstance(store.target, Target)
    secret = store.target.password.get_secret_value()
    assert secret not in repr(store.target)
    assert secret not in repr(store)
