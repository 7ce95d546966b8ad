"""Saved queries, keys only, dark, accessibility, and the page while the graph starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from cypher.connect import ConnectionState
from tests.browser.conftest import NARROW, WIDE, Open, OpenGraph, SlowGraph, selected, served, settle, until


def test_a_saved_query_is_a_form_then_a_picture_and_a_table_to_take_away(
    browse: Open, tmp_path: Path
) -> None:
    page = browse()
    page.get_by_role("button", name="Queries", exact=True).click()
    page.get_by_role("button", name="Meetings that two have in common").click()
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_contain_text("needs a value for one, other")
    page.get_by_role("button", name="All queries").click()
    page.get_by_role("button", name="Who met whom").click()
    page.get_by_role("textbox", name="Actor").fill("Gorba")
    page.get_by_role("option", name="Mikhail Gorbachev").click()
    page.get_by_role("button", name="Run").click()
    until(page, "cablegraph.cy.nodes('[kind=\"Person\"]').length === 7")
    assert page.evaluate("cablegraph.cy.nodes('[kind=\"Meeting\"]').length") == 5
    settle(page)
    page.get_by_role("button", name="Queries", exact=True).click()
    expect(page.locator(".ag-center-cols-container .ag-row")).to_have_count(6)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    target = tmp_path / "rows.csv"
    download.value.save_as(target)
    text = target.read_text("utf-8-sig")
    assert text.splitlines()[0].startswith('"Left","Right","Meetings"')
    assert "Helmut Kohl" in text


def test_an_empty_answer_says_so(browse: Open) -> None:
    page = browse()
    page.get_by_role("button", name="Queries", exact=True).click()
    page.get_by_role("button", name="Who holds which position").click()
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing in the graph answers this")


def test_everything_can_be_done_with_the_keyboard(browse: Open) -> None:
    page = browse()
    page.evaluate("cablegraph.hideAll()")
    page.keyboard.press("Control+k")
    page.keyboard.type("helmut", delay=15)
    page.keyboard.press("Enter")
    until(page, "cablegraph.cy.$(':selected').length === 1 && document.activeElement.id === 'canvas-keys'")
    page.keyboard.press("Enter")
    until(page, "cablegraph.cy.getElementById('meeting:paris-1990').nonempty()")
    settle(page)
    for key in ("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"):
        if selected(page) == ["meeting:paris-1990"]:
            break
        page.keyboard.press(key)
    assert selected(page) == ["meeting:paris-1990"]
    page.get_by_role("radio", name="Table").focus()
    page.keyboard.press("Space")
    expect(page.locator("#twin")).to_be_visible()
    row = page.locator("#twin").get_by_role("button", name="participated in")
    row.focus()
    page.keyboard.press("Enter")
    expect(page.locator("aside blockquote mark")).to_contain_text("took part in the Paris summit")


def test_the_table_lists_what_the_canvas_shows(browse: Open) -> None:
    page = browse()
    page.get_by_text("Table", exact=True).click()
    rows = page.locator("#twin table").first.locator("tbody tr").count()
    assert rows == page.evaluate("cablegraph.cy.edges().length")


def test_dark_is_dark_and_the_switch_restyles_the_canvas(browse: Open) -> None:
    page = browse(dark=True)
    colour = "cablegraph.cy.nodes('[kind=\"Person\"]')[0].style('background-color')"
    dark = page.evaluate(colour)
    page.get_by_role("button", name="Light or dark").click()
    until(page, "document.documentElement.getAttribute('data-mantine-color-scheme') === 'light'")
    until(page, f"{colour} !== '{dark}'")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1440x900", "1024x768"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious(browse: Open, size: dict[str, int], dark: bool) -> None:
    page = browse(size=size, dark=dark)
    page.evaluate("void cablegraph.select('meeting:reykjavik-1986')")
    expect(page.locator("aside h2")).to_have_text("Reykjavik summit")
    page.wait_for_timeout(400)
    assert_accessible(page)
    page.evaluate("void cablegraph.select(cablegraph.cy.edges('[status=\"denied\"]')[0].id())")
    expect(page.locator("aside .sentence")).to_have_count(1)
    assert_accessible(page)


def assert_accessible(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    serious = [
        f"{one['id']}: {one['nodes'][0]['html'][:160]}"
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]
    assert not serious


def test_nothing_overflows_a_narrow_window(browse: Open) -> None:
    page = browse(size=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_label("People")).not_to_be_visible()
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_label("People")).to_be_visible()


def test_the_page_is_there_while_neo4j_starts_and_then_fills_itself(
    browse: Open, graph: OpenGraph, tmp_path: Path
) -> None:
    slow = SlowGraph(graph.store, [ConnectionState("fetching", "Fetching Neo4j: 12 of 93 jars", 12, 93)])
    with served(slow, tmp_path) as where:
        page = browse(where, ready=False)
        expect(page.get_by_text("Neo4j is starting…")).to_be_visible()
        expect(page.get_by_text("12 of 93 jars")).to_be_visible()
        slow.phases.append(ConnectionState("ready", "", 0, 0))
        until(page, "cablegraph.cy.nodes().length > 5")
        expect(page.get_by_text("Neo4j is starting…")).not_to_be_visible()
        page.close()


def test_a_start_that_failed_says_why(browse: Open, graph: OpenGraph, tmp_path: Path) -> None:
    failed = ConnectionState("failed", "The password is wrong; set NEO4J_PASSWORD.", 0, 0)
    with served(SlowGraph(graph.store, [failed]), tmp_path) as where:
        page = browse(where, ready=False)
        expect(page.get_by_role("alert")).to_contain_text("set NEO4J_PASSWORD")
        page.close()
