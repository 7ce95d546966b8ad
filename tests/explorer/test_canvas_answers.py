"""A question of the canvas is answered with operations; nothing is asked of the graph but what it needs."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cypher.errors import GraphUnavailable
from explorer import elements
from explorer.links import Links
from explorer.panels.canvas import answer, table
from explorer.panels.search import options
from explorer.settings import ExplorerSettings
from explorer.stylesheet import KINDS, STATUSES, TYPES
from explorer.views import EdgeView, NodeView, Subgraph, Suggestion


class StartingGraph:
    """A graph that is not there yet."""

    def run(self, name: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        raise GraphUnavailable("Neo4j is still starting.")

    def state(self) -> object:
        raise NotImplementedError


@pytest.fixture
def asked(tmp_path):
    return lambda ask: answer(StartingGraph(), ExplorerSettings(data=tmp_path), Links(tmp_path), ask)


def test_a_graph_that_cannot_answer_becomes_a_notice(asked):
    assert asked({"do": "overview"}) == [
        {"op": "notice", "text": "Neo4j is still starting.", "tone": "error"}
    ]


def test_an_unknown_question_and_an_unknown_link_become_notices(asked):
    assert asked({"do": "drop everything"})[0]["tone"] == "error"
    assert "not known here" in str(asked({"do": "open", "slug": "../x"})[0]["text"])


def test_a_full_canvas_is_told_so_without_asking_the_graph(asked):
    shown = [f"person:{number}" for number in range(300)]
    (told,) = asked({"do": "expand", "id": "person:1", "shown": shown})
    assert told["text"] == "The canvas holds 300 entities at most; hide some first."


def test_an_edge_is_known_by_its_key_and_keeps_both_clocks():
    view = EdgeView(
        key="k1", source="a", target="b", type="HELD_IN", status="planned",
        valid_from="1990-05-01", valid_to="1990-06-01", precision="month", first_reported="1990-04-02T08:00:00Z",
    )  # fmt: skip
    drawn = elements.edge(view)
    assert (drawn["id"], drawn["caption"], drawn["status"], drawn["when"]) == (
        "k1",
        "held in",
        "planned",
        "May 1990",
    )
    assert (drawn["from"], drawn["to"], drawn["first"]) == ("1990-05-01", "1990-06-01", "1990-04-02")


def test_positions_are_sent_for_the_entities_that_are_still_there():
    found = Subgraph(nodes=(NodeView(id="a", kind="Person", name="A"),))
    operation = elements.add(found, positions={"a": (1, 2), "gone": (3, 4)})
    assert operation["positions"] == {"a": {"x": 1, "y": 2}}


def test_the_canvas_knows_a_shape_two_colours_and_an_icon_for_every_kind():
    drawn = table()
    assert set(drawn["kinds"]) == {label.value for label in KINDS}
    assert all(
        row["shape"] and len(row["colour"]) == 2 and row["icon"].startswith("<path")
        for row in drawn["kinds"].values()
    )
    assert len(drawn["types"]) == len(TYPES)
    assert len(drawn["statuses"]) == len(STATUSES)


def test_suggestions_of_one_name_are_told_apart():
    found = [
        Suggestion(id="place:moscow", kind="Place", name="Moscow", degree=3),
        Suggestion(id="meeting:moscow", kind="Meeting", name="Moscow", matched="Moscow summit", degree=2),
    ]
    first, second = options(found, "mosc")
    assert (first["label"], second["label"]) == ("Moscow", "Moscow (meeting)")
    assert second["also"] == "(Moscow summit)"
    assert first["entity"] == "place:moscow"
