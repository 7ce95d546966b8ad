"""Every .cypher file is as the catalogue demands; what is not is refused with file and remedy."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cypher.catalogue import Catalogue, Parameter, parse
from cypher.errors import CatalogueError

ROOT = Path(__file__).parent.parent

WHO_MET_WHOM = """// title: Who met whom
// description: Pairs reported at the same meeting
//   since a given day.
// access: read
// param since: date = null -- first day to look at
// param actor: entity -- whose meetings
// param kinds: list[text] = ["summit", "talks"] -- classes of meeting
// returns: graph

MATCH (left:Actor {id: $actor})-[:PARTICIPATED_IN|CHAIRED]->(meeting:Meeting&!Document)
WHERE ($since IS NULL OR meeting.valid_from >= $since) AND meeting.class IN $kinds // $comment :Comment
RETURN left {.id, caption: '$text :Text'} AS source, meeting.id AS target
ORDER BY target
LIMIT 10;
"""


def statement(text: str, *, front: str = "// title: T\n// access: read\n", name: str = "explore/t") -> None:
    parse(name, front + text)


def test_every_file_of_the_package_is_in_the_catalogue() -> None:
    names = {
        f"{file.parent.name}/{file.stem}"
        for file in (ROOT / "cypher").rglob("*.cypher")
        if "bench" not in file.parts
    }
    assert set(Catalogue.load()) == names
    assert "server/ping" in names


def test_front_matter_becomes_a_query() -> None:
    query = parse("saved/who_met_whom", WHO_MET_WHOM)
    assert query.title == "Who met whom"
    assert query.description == "Pairs reported at the same meeting since a given day."
    assert (query.access, query.view) == ("read", "graph")
    assert query.parameters == (
        Parameter("since", "date", "first day to look at", required=False),
        Parameter("actor", "entity", "whose meetings", required=True),
        Parameter("kinds", "list[text]", "classes of meeting", required=False, default=["summit", "talks"]),
    )
    assert query.statement.startswith("MATCH (left")
    assert query.statement.endswith("LIMIT 10")


def test_binding_fills_in_defaults() -> None:
    query = parse("saved/who_met_whom", WHO_MET_WHOM)
    day = datetime.date(1985, 11, 19)
    assert query.bind({"actor": "country:US", "since": day}) == {
        "since": day,
        "actor": "country:US",
        "kinds": ["summit", "talks"],
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [({}, "needs a value for actor"), ({"actor": "x", "nonsense": 1}, "has no parameter nonsense")],
)
def test_binding_refuses_what_does_not_fit(given: dict[str, object], said: str) -> None:
    with pytest.raises(CatalogueError, match=said):
        parse("saved/who_met_whom", WHO_MET_WHOM).bind(given)


@pytest.mark.parametrize(
    ("front", "text", "said"),
    [
        ("// access: read\n", "RETURN 1 AS n", "needs a line '// title"),
        ("// title: T\n", "RETURN 1 AS n", r"needs a line '// access: read\|write\|schema'"),
        ("// title: T\n// access: all\n", "RETURN 1 AS n", "needs a line '// access"),
        ("// title: T\n// access: read\n", "", "has no statement"),
        (
            "// title: T\n// access: read\n// colour: red\n",
            "RETURN 1 AS n",
            "does not understand the line 'colour: red'",
        ),
        ("// title: T\n// access: read\n// param n: colour\n", "RETURN $n AS n", "unknown type colour"),
        ("// title: T\n// access: read\n// param n: text = x\n", "RETURN $n AS n", "no JSON value: x"),
        (
            "// title: T\n// access: read\n// param n: text\n",
            "RETURN '$n' AS n",
            "declares n but does not use it",
        ),
        ("// title: T\n// access: read\n", "RETURN $n AS n", r"uses \$n without declaring it"),
        ("// title: T\n// access: read\n", "MATCH (a:Stranger) RETURN a.id AS id", "uses the word Stranger"),
        (
            "// title: T\n// access: read\n",
            "MATCH (a:Actor|Stranger) RETURN 1 AS n",
            "uses the word Stranger",
        ),
        ("// title: T\n// access: read\n", "MATCH ()-[:HATES]->() RETURN 1 AS n", "uses the word HATES"),
        (
            "// title: T\n// access: read\n",
            "MATCH ()-[r:CHAIRED|HATES]->() RETURN 1 AS n",
            "uses the word HATES",
        ),
        ("// title: T\n// access: read\n", "MATCH ()-[:Actor]->() RETURN 1 AS n", "uses the word Actor"),
        (
            "// title: T\n// access: read\n",
            "MATCH (n) WHERE n:CHAIRED RETURN 1 AS n",
            "uses the word CHAIRED",
        ),
        ("// title: T\n// access: write\n", "MATCH (n) SET n:Stranger", "uses the word Stranger"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_its_name(front: str, text: str, said: str) -> None:
    with pytest.raises(CatalogueError, match=said) as refused:
        statement(text, front=front)
    assert str(refused.value).startswith("cypher/explore/t.cypher ")


@pytest.mark.parametrize(
    "text",
    [
        "RETURN {name: 'x', other: 1} AS map",
        "MATCH (a:Actor:Person {id: 'a'})-[r:CHAIRED*1..2]->(:Meeting) RETURN a.id AS id",
        "MATCH (n) WHERE n:Actor AND COUNT { (n)-[:CHAIRED|ORGANISED]->(:Meeting) } > 1 RETURN n.id AS id",
        "MATCH (n:!Post&(Actor|Meeting)) RETURN n.id AS id",
        "RETURN 'a:Stranger' AS text, 1 AS `odd:Stranger`",
        "MATCH (n) WHERE n.id IS :: STRING RETURN n.id AS id",
    ],
)
def test_a_file_that_is_right_is_taken(text: str) -> None:
    statement(text)


def test_a_saved_query_must_read_and_say_what_it_returns() -> None:
    with pytest.raises(CatalogueError, match=r"returns: graph\|table"):
        statement("RETURN 1 AS n", name="saved/t")
    with pytest.raises(CatalogueError, match="access must be read"):
        statement("RETURN 1 AS n", front="// title: T\n// access: write\n// returns: table\n", name="saved/t")


def test_an_unknown_query_is_named() -> None:
    with pytest.raises(CatalogueError, match="There is no query saved/nothing"):
        Catalogue.load()["saved/nothing"]
