"""A shared view: one text for one state, one slug for one text."""

from __future__ import annotations

import json
import sqlite3
import stat

import pytest
from pydantic import ValidationError

from explorer.errors import ExplorerError, LinkUnknown
from explorer.links import Links
from explorer.permalink import CanvasState, canonical


def state(**changes: object) -> CanvasState:
    nodes = [["person:ann", 10.5, -3], ["country:SU", 0, 4]]
    return CanvasState.model_validate({"nodes": nodes, "selected": "person:ann", **changes})


def test_the_order_of_the_entities_does_not_change_a_states_text():
    other = state(nodes=[["country:SU", 0, 4], ["person:ann", 10.5, -3]])
    assert canonical(state()) == canonical(other)


def test_a_link_reopens_exactly_what_was_saved(tmp_path):
    saved = state(time={"from": 5800.5, "to": 6000, "clock": "reported", "undated": False})
    reopened = Links(tmp_path).open(Links(tmp_path).save(saved))
    assert canonical(reopened) == canonical(saved)
    assert reopened.time.from_ == 5800.5


def test_the_same_view_gets_the_same_link_and_another_view_another(tmp_path):
    links = Links(tmp_path)
    assert links.save(state()) == links.save(state())
    assert links.save(state()) != links.save(state(selected=None))


def test_a_link_is_short_and_says_nothing_of_its_content(tmp_path):
    slug = Links(tmp_path).save(state())
    assert len(slug) < 20
    assert "ann" not in slug


def test_no_credential_and_no_element_id_is_kept(tmp_path):
    Links(tmp_path).save(state())
    with sqlite3.connect(tmp_path / "links.sqlite") as database:
        kept = json.loads(database.execute("SELECT state FROM link").fetchone()[0])
    database.close()
    assert set(kept) == {"v", "nodes", "filters", "time", "selected", "view"}
    with pytest.raises(ValidationError):
        state(password="secret")


@pytest.mark.parametrize("slug", ["", "nobody-made-it", "../../etc/passwd", "a' OR 1=1 --", "x" * 5000])
def test_an_unknown_link_gets_one_sentence(tmp_path, slug):
    Links(tmp_path).save(state())
    with pytest.raises(LinkUnknown, match="not known here"):
        Links(tmp_path).open(slug)


@pytest.mark.parametrize(
    "nodes", [[["a", 1]], [["a", 1e9, 0]], [["a" * 900, 0, 0]], [["a", float("nan"), 0]]]
)
def test_a_state_that_is_none_is_refused(nodes):
    with pytest.raises(ValidationError):
        CanvasState.model_validate({"nodes": nodes})


def test_a_folder_that_cannot_be_used_gets_one_sentence(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(ExplorerError, match="make it writable"):
        Links(tmp_path / "data").save(state())
    assert stat.S_ISREG((tmp_path / "data").stat().st_mode)
