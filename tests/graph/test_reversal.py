"""A decision of an analyst joins two nodes; without its line the next load has both again, as if never joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.store import GraphStore
from loader import pipeline
from loader.errors import LoaderError
from loader.settings import LoaderSettings
from tests.graph.test_load import ask, dump

TEXTS = (
    "Foreign Minister of Malaysia Mohamad Rahmat met with Ambassador Anna Lind in Oslo on May 3, 2001.",
    "Foreign Minister of Malaysia Mohamed Rahmat met with Ambassador Petra Novak in Oslo on May 9, 2001.",
)


@pytest.fixture
def posts(tmp_path: Path) -> list[Path]:
    files = [tmp_path / f"{number}.txt" for number in range(len(TEXTS))]
    for file, text in zip(files, TEXTS, strict=True):
        file.write_text(text, "utf-8")
    return files


def people(store: GraphStore) -> set[object]:
    rows = ask(store, "MATCH (p:Person) WHERE p.name ENDS WITH 'Rahmat' RETURN p.id AS id")
    return {row["id"] for row in rows}


def test_a_merge_is_undone_by_loading_without_its_line(
    store: GraphStore, posts: list[Path], tmp_path: Path
) -> None:
    decisions = tmp_path / "decisions.txt"
    decisions.write_text("# nothing yet\n", "utf-8")
    settings = LoaderSettings(judgements=decisions)
    pipeline.load(posts, store, settings)
    before = dump(store)
    left, right = sorted(map(str, people(store)))

    decisions.write_text(f"same_as {left} {right} 2001-06-01 one passport\n", "utf-8")
    report = pipeline.load(posts[:1], store, settings)
    assert len(people(store)) == 1
    assert report.resolution is not None
    assert [(made.source, made.note) for made in report.resolution.log] == [("analyst", "one passport")]
    (row,) = ask(
        store, "MATCH (p:Person)-[:PARTICIPATED_IN]->(m) WHERE p.name ENDS WITH 'Rahmat' RETURN count(m) AS n"
    )
    assert row["n"] == 2

    decisions.write_text("# taken back\n", "utf-8")
    pipeline.load(posts[:1], store, settings)
    assert dump(store) == before


def test_decisions_that_cannot_hold_are_refused_before_anything_is_written(
    store: GraphStore, posts: list[Path], tmp_path: Path
) -> None:
    decisions = tmp_path / "decisions.txt"
    decisions.write_text("same_as person:a person:b\nnot_same person:a person:b\n", "utf-8")
    with pytest.raises(LoaderError, match="line 2"):
        pipeline.load(posts, store, LoaderSettings(judgements=decisions))
    assert ask(store, "MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_load_with_proposals_and_one_without_end_as_if_there_had_been_no_other(
    store: GraphStore, tmp_path: Path
) -> None:
    file = tmp_path / "post.txt"
    file.write_text(
        "On May 5, 1990, Markus Meckel, James Baker, Eduard Shevardnadze, Douglas Hurd and Roland Dumas met in Bonn. "
        "Russia, Ukraine and Belarus signed the Belovezha Accords at Viskuli on December 8, 1991.",
        "utf-8",
    )
    plain, wider = LoaderSettings(), LoaderSettings(propose=True)
    pipeline.load([file], store, plain)
    before = dump(store)
    pipeline.load([file], store, wider)
    assert ask(store, "MATCH (p:Place {id: 'place:viskuli'}) RETURN p.name AS name") == [{"name": "Viskuli"}]
    pipeline.load([file], store, plain)
    assert dump(store) == before
