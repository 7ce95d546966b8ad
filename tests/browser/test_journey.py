"""Search → expand → relationship → sentence → time → share → the same view in another profile."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, click_element, positions, selected, settle, until
from tests.browser.posts import DENIAL, POSTS


def search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text, delay=15)
    page.keyboard.press("Enter")


def start_with(page: Page, text: str, id_: str) -> None:
    """Begin with one entity, found by search."""
    page.evaluate("cablegraph.hideAll()")
    search(page, text)
    until(page, f"cablegraph.cy.getElementById('{id_}').selected()")
    settle(page)


def test_from_a_name_to_the_sentence_and_on_to_another_profile(browse: Open) -> None:
    page = browse()
    assert page.evaluate("cablegraph.skipped.length") == 3

    start_with(page, "reyk summ", "meeting:reykjavik-1986")
    expect(page.locator("aside h2")).to_have_text("Reykjavik summit")
    before = positions(page)
    click_element(page, "#meeting\\:reykjavik-1986", clicks=2)
    until(page, "cablegraph.cy.getElementById('person:gorbachev').nonempty()")
    settle(page)
    after = positions(page)
    assert {id_: after[id_] for id_ in before} == before, "expanding moved a node that was there"

    denied = "edge[status='denied']"
    until(page, f'cablegraph.cy.$("{denied}").length === 1')
    click_element(page, denied)
    mark = page.locator("aside blockquote mark")
    expect(mark).to_have_text(DENIAL)
    expect(page.locator("aside .sentence .badge")).to_have_text("Denied")
    page.get_by_role("button", name="Show the whole post").click()
    expect(page.locator("aside .whole mark")).to_have_text(DENIAL)
    expect(page.locator("aside .whole")).to_have_text(POSTS[5].post.text)

    places = positions(page)
    handle = page.get_by_role("slider", name="Start of period")
    box = handle.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 900, box["y"] + 20, steps=12)
    page.mouse.up()
    until(page, "cablegraph.time.from !== null")
    assert page.evaluate("cablegraph.cy.elements('.ghost').length") > 0
    assert positions(page) == places, "the time bar moved a node"

    page.get_by_label("Topics").uncheck()
    until(page, "cablegraph.cy.getElementById('topic:arms-control').hasClass('off')")
    page.get_by_role("button", name="Share").click()
    until(page, "document.getElementById('share-url').value.includes('?v=')")
    link = page.locator("#share-url").input_value()
    assert len(link) < 200
    until(page, "document.querySelector('.mantine-Notification-root') !== null")
    assert page.evaluate("navigator.clipboard.readText()") == link

    state = "JSON.stringify({...cablegraph.state(), nodes: cablegraph.state().nodes.sort()})"
    other = browse(link)
    until(other, "cablegraph.restored === true")
    assert positions(other) == {id_: [round(x, 1), round(y, 1)] for id_, (x, y) in places.items()}
    assert other.evaluate(state) == page.evaluate(state)
    expect(other.get_by_label("Topics")).not_to_be_checked()
    assert selected(other) == selected(page)


def test_the_time_bar_is_driven_by_keys_and_reset_by_a_double_click(browse: Open) -> None:
    page = browse()
    places = positions(page)
    handle = page.get_by_role("slider", name="End of period")
    handle.focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
    first = handle.get_attribute("aria-valuetext")
    assert page.evaluate("cablegraph.time.to !== null && cablegraph.cy.edges('.ghost').length > 0")
    page.keyboard.press("ArrowLeft")
    assert handle.get_attribute("aria-valuetext") != first
    page.locator("#timebar").dblclick(position={"x": 200, "y": 30})
    until(page, "cablegraph.time.from === null && cablegraph.cy.elements('.ghost').length === 0")
    assert positions(page) == places


def test_the_second_clock_is_when_it_was_said(browse: Open) -> None:
    page = browse()
    happened = page.locator("#time-label").inner_text()
    page.get_by_text("Reported", exact=True).first.click()
    until(page, "cablegraph.time.clock === 'reported'")
    assert page.locator("#time-label").inner_text() != happened


def test_filters_hide_kinds_types_and_statuses_and_reset_shows_them_again(browse: Open) -> None:
    page = browse()
    everything = page.evaluate("cablegraph.cy.elements().length")
    page.get_by_label("People").uncheck()
    until(page, "cablegraph.cy.nodes('[kind=\"Person\"]').every(n => n.hasClass('off'))")
    page.get_by_label("participated in").uncheck()
    page.get_by_label("Planned").uncheck()
    until(
        page,
        "cablegraph.cy.edges('[status=\"planned\"], [type=\"PARTICIPATED_IN\"]').every(e => e.hasClass('off'))",
    )
    page.get_by_role("button", name="Reset").click()
    until(page, "cablegraph.cy.elements('.off').length === 0")
    assert page.evaluate("cablegraph.cy.elements().length") == everything


def test_a_date_in_the_timeline_opens_its_sentence(browse: Open) -> None:
    page = browse()
    start_with(page, "malta", "meeting:malta-1989")
    page.get_by_role("tab", name="Timeline").click()
    page.locator(".moments button.date").first.click()
    expect(page.locator("aside blockquote mark").first).to_contain_text("Malta summit")


def test_undo_brings_back_what_was_on_the_canvas(browse: Open) -> None:
    page = browse()
    start_with(page, "kohl", "person:kohl")
    before = positions(page)
    page.get_by_role("button", name="Expand").first.click()
    until(page, "cablegraph.cy.nodes().length > 1")
    settle(page)
    page.locator("#canvas-undo").click()
    until(page, "cablegraph.cy.nodes().length === 1")
    assert positions(page) == before


def test_a_link_that_nobody_made_says_so_and_leaves_an_inviting_page(browse: Open, site: str) -> None:
    page = browse(f"{site}?v=nobodymadethis", ready=False)
    expect(page.locator(".mantine-Notification-root")).to_contain_text("not known here")
    expect(page.get_by_role("button", name="Show a first picture")).to_be_visible()
