"""What a load leaves in a real Neo4j: the four invariants of the graph."""

from __future__ import annotations

from collections.abc import Iterable

import neo4j
import pytest

from cypher.store import GraphStore
from loader.errors import LoaderError
from loader.model import Extraction, Span
from loader.resolution import resolve
from loader.rows import to_rows
from loader.writer import WriteReport, prepare, store_posts, stored_extractions, synchronise
from tests.graph.posts import POSTS, SUMMIT, A, post


def load(store: GraphStore, posts: Iterable[Extraction]) -> WriteReport:
    made = list(posts)
    prepare(store)
    store_posts(store, made)
    return synchronise(store, to_rows(made, resolve(made)))


def dump(store: GraphStore) -> tuple[list[object], list[object]]:
    """Everything in the graph, without the ids that Neo4j gives."""
    driver: neo4j.Driver = store.driver
    nodes = driver.execute_query("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties").records
    ties = driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties"
    ).records
    return (
        sorted((str(sorted(row["labels"])), str(sorted(row["properties"].items()))) for row in nodes),
        sorted(
            (row["source"], row["type"], row["target"], str(sorted(row["properties"].items())))
            for row in ties
        ),
    )


def ask(store: GraphStore, statement: str) -> list[dict[str, object]]:
    return [dict(row) for row in store.driver.execute_query(statement).records]


def test_every_relationship_between_entities_carries_its_summary(store: GraphStore) -> None:
    load(store, POSTS)
    rows = ask(store, "MATCH (:Entity)-[r]->(:Entity) RETURN properties(r) AS r")
    assert len(rows) == 7
    for row in rows:
        tie = row["r"]
        assert {
            "key",
            "status",
            "statuses",
            "first_reported",
            "last_reported",
            "evidence_count",
            "source_count",
        } <= set(tie)


def test_a_meeting_planned_in_one_post_and_held_in_another_is_one_with_both_sentences(
    store: GraphStore,
) -> None:
    load(store, POSTS)
    (tie,) = ask(
        store,
        "MATCH (:Person {id: 'person:ronald-reagan'})-[r:PARTICIPATED_IN]->(m:Meeting) RETURN properties(r) AS r, m.status AS s",
    )
    assert tie["s"] == "held"
    assert tie["r"]["statuses"] == ["asserted", "planned"]
    assert tie["r"]["evidence_count"] == 2
    assert (tie["r"]["first_reported"], tie["r"]["last_reported"]) == ("1986-10-01", "1986-10-13")
    assert (tie["r"]["valid_from"], tie["r"]["valid_to"]) == ("1986-10-11", "1986-10-13")
    said = store.run("explore/evidence", {"key": tie["r"]["key"]})
    assert [row["status"] for row in said] == ["planned", "asserted"]


def test_every_piece_of_evidence_is_in_its_post_at_its_offsets(store: GraphStore) -> None:
    load(store, POSTS)
    rows = ask(
        store,
        "MATCH (e:Evidence)-[:QUOTED_FROM]->(p:Post) RETURN e.start AS start, e.end AS end, e.quote AS quote, p.text AS text",
    )
    assert len(rows) == 10
    for row in rows:
        assert row["text"][row["start"] : row["end"]] == row["quote"]
    assert not ask(
        store,
        "MATCH (:Entity)-[r]->(:Entity) WHERE NOT EXISTS { (e:Evidence {key: r.key}) } RETURN r.key AS key",
    )


def test_a_quote_that_is_not_in_its_post_never_loads(store: GraphStore) -> None:
    fact = POSTS[1].facts[0].model_copy(update={"evidence": Span(start=90, end=900)})
    wrong = POSTS[1].model_copy(update={"facts": (fact,)})
    with pytest.raises(LoaderError, match="is not in the post"):
        to_rows([wrong], resolve([wrong]))


def test_loading_twice_changes_nothing(store: GraphStore) -> None:
    load(store, POSTS)
    first = dump(store)
    again = load(store, POSTS)
    assert dump(store) == first
    assert not again.written["entities"]
    assert not again.written["relationships"]


def test_the_order_of_posts_does_not_matter(store: GraphStore) -> None:
    load(store, POSTS)
    first = dump(store)
    store.driver.execute_query("MATCH (n) DETACH DELETE n")
    load(store, reversed(POSTS))
    assert dump(store) == first


def test_a_load_that_stopped_anywhere_is_completed_by_the_next(store: GraphStore) -> None:
    load(store, POSTS)
    whole = dump(store)

    class Killed(Exception):
        pass

    class Dying:
        def __init__(self, calls: int) -> None:
            self.left = calls

        def run(self, name: str, parameters: object = None) -> list[dict[str, object]]:
            if name.startswith("load/") and "stored" not in name:
                self.left -= 1
                if self.left < 0:
                    raise Killed
            return store.run(name, parameters)  # type: ignore[arg-type]

    for calls in range(4):
        store.driver.execute_query("MATCH (n) DETACH DELETE n")
        with pytest.raises(Killed):
            load(Dying(calls), POSTS)  # type: ignore[arg-type]
        load(store, POSTS)
        assert dump(store) == whole


def test_what_no_post_says_any_more_is_removed_with_its_sentences(store: GraphStore) -> None:
    load(store, POSTS)
    report = load(store, POSTS[:2])
    assert report.removed["relationships"] == 2
    assert {row["id"] for row in ask(store, "MATCH (c:Country) RETURN c.id AS id")} == set()
    load(store, POSTS)
    changed = post("2", POSTS[1].post.text, (SUMMIT, "held_in", "place:reykjavik", A, "Reykjavik summit"))
    load(store, [POSTS[0], changed, POSTS[2]])
    rows = ask(store, "MATCH (:Meeting)-[r:ADOPTED]->() RETURN r.key AS key")
    assert rows == []
    assert (
        ask(store, "MATCH (e:Evidence) WHERE NOT EXISTS { (e)-[:QUOTED_FROM]->() } RETURN e.id AS id") == []
    )


def test_copies_of_one_text_count_as_one_source(store: GraphStore) -> None:
    text = POSTS[1].post.text
    copy = post("2b", text, *[
        ("person:ronald-reagan", "participated_in", SUMMIT, A, "Ronald Reagan met Mikhail Gorbachev at the Reykjavik summit")
    ], origin="Another channel")  # fmt: skip
    load(store, [POSTS[1], copy])
    (row,) = ask(
        store,
        "MATCH (:Person {id: 'person:ronald-reagan'})-[r:PARTICIPATED_IN]->() RETURN r.evidence_count AS n, r.source_count AS s",
    )
    assert (row["n"], row["s"]) == (2, 1)


def test_the_graph_gives_back_the_extractions_it_was_made_of(store: GraphStore) -> None:
    load(store, POSTS)
    assert sorted(made.post.id for made in stored_extractions(store)) == ["post:1", "post:2", "post:3"]
    assert {made.post.id: made for made in stored_extractions(store)}["post:2"] == POSTS[1]
