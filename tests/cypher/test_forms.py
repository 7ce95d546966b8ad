"""What people type becomes typed parameters, or one sentence."""

from __future__ import annotations

import pytest

from cypher.catalogue import Query, parse
from cypher.errors import CatalogueError
from cypher.forms import parameters

TEXT = """// title: Meetings
// access: read
// returns: table
// param actor: entity -- who
// param since: date = null -- first day
// param limit: integer = 10 -- most rows
// param held: boolean = true -- only held ones
MATCH (m:Meeting)<-[:PARTICIPATED_IN]-(a:Actor {id: $actor})
WHERE ($since IS NULL OR m.valid_from >= $since) AND $held
RETURN m.name AS meeting
LIMIT $limit
"""


@pytest.fixture
def query() -> Query:
    return parse("saved/meetings", TEXT)


def test_texts_become_values_of_their_types(query: Query) -> None:
    typed = {"actor": "person:x", "since": "1987-12-08", "limit": "5", "held": "no"}
    assert parameters(query, typed) == {"actor": "person:x", "since": "1987-12-08", "limit": 5, "held": False}


def test_what_is_left_empty_takes_its_default(query: Query) -> None:
    typed = {"actor": "person:x", "since": "", "limit": None}
    assert parameters(query, typed) == {"actor": "person:x", "since": None, "limit": 10, "held": True}


@pytest.mark.parametrize(
    ("name", "text"),
    [("limit", "many"), ("since", "8.12.1987"), ("since", "1987-02-30"), ("held", "perhaps")],
)
def test_a_text_of_the_wrong_type_is_refused_by_name(query: Query, name: str, text: str) -> None:
    with pytest.raises(CatalogueError, match=name):
        parameters(query, {"actor": "person:x", name: text})


def test_a_missing_and_an_unknown_parameter_are_refused(query: Query) -> None:
    with pytest.raises(CatalogueError, match="actor"):
        parameters(query, {})
    with pytest.raises(CatalogueError, match="colour"):
        parameters(query, {"actor": "person:x", "colour": "red"})
