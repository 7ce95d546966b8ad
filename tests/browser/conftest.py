"""A real Chromium on the real page on a real Neo4j; a test fails on any console error or request off the server."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from cypher.connect import ConnectionState
from cypher.store import GraphStore
from explorer.app import create_app
from explorer.graph import Graph
from explorer.settings import ExplorerSettings
from loader.resolution import resolve
from loader.rows import to_rows
from loader.writer import prepare, store_posts, synchronise
from tests.browser.posts import POSTS
from tests.install_browser import found

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 1024, "height": 768}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class OpenGraph:
    """A store that is open, as the page sees it."""

    store: GraphStore

    def run(self, name: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        return self.store.run(name, parameters)

    def state(self) -> ConnectionState:
        return ConnectionState("ready", "", 0, 0)


@dataclass
class SlowGraph(OpenGraph):
    """A store that opens when the test says so."""

    phases: list[ConnectionState] = field(default_factory=list)

    def state(self) -> ConnectionState:
        return self.phases[-1]


@contextmanager
def served(graph: Graph, data: Path) -> Iterator[str]:
    """Serve the page on a free port in a thread; yield its address."""
    app = create_app(graph, ExplorerSettings(data=data))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join(10)
    server.server_close()


@pytest.fixture(scope="session")
def graph(neo4j_session: GraphStore) -> OpenGraph:
    """The run's Neo4j with the hand-made posts in it."""
    prepare(neo4j_session)
    neo4j_session.driver.execute_query("MATCH (n) DETACH DELETE n")
    store_posts(neo4j_session, POSTS)
    synchronise(neo4j_session, to_rows(POSTS, resolve(POSTS)))
    return OpenGraph(neo4j_session)


@pytest.fixture(scope="session")
def site(graph: OpenGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page."""
    with served(graph, tmp_path_factory.mktemp("page")) as where:
        yield where


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = found()
    if path is None:
        pytest.skip("no Chromium; python tests/install_browser.py finds or installs one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


Open = Callable[..., Page]


@pytest.fixture
def browse(chromium: Browser, site: str) -> Iterator[Open]:
    """Open an address (the page's own by default) in a fresh profile; complaints fail the test at its end."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(
        where: str = "", *, size: dict[str, int] = WIDE, dark: bool = False, ready: bool = True
    ) -> Page:
        context = chromium.new_context(
            viewport=size,
            color_scheme="dark" if dark else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        home = "/".join((where or site).split("/")[:3])
        page.on(
            "console",
            lambda m: complaints.append(f"{m.type}: {m.text}") if m.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda e: complaints.append(f"uncaught: {e}"))
        page.on(
            "request",
            lambda r: (
                complaints.append(f"off-site: {r.url}")
                if not r.url.startswith((home, "data:", "blob:"))
                else None
            ),
        )
        page.goto(where or site)
        if ready:
            until(page, "!!(window.cablegraph && cablegraph.cy && cablegraph.cy.nodes().length)")
            settle(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


def until(page: Page, condition: str, seconds: float = 20) -> None:
    """Wait until a JavaScript expression holds (wait_for_function would need eval, which the page's policy forbids)."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never: {condition}\n{page.inner_text('body')[:600]}"
        page.wait_for_timeout(40)


def settle(page: Page) -> None:
    """Wait until no node moves and nothing is asked."""
    until(
        page,
        "!document.body.classList.contains('busy') && !cablegraph.cy.animated() "
        "&& !cablegraph.cy.nodes().some(n => n.scratch('_to'))",
    )


def positions(page: Page) -> dict[str, list[float]]:
    """Return every node's place, rounded to a hundredth of a pixel."""
    return page.evaluate(
        "Object.fromEntries(cablegraph.cy.nodes().map(n => [n.id(), "
        "[Math.round(n.position('x') * 100) / 100, Math.round(n.position('y') * 100) / 100]]))"
    )


def selected(page: Page) -> list[str]:
    """Return the ids that are selected on the canvas."""
    return page.evaluate("cablegraph.cy.$(':selected').map(e => e.id())")


SPOT = """(s) => {
  const cy = cablegraph.cy, e = cy.$(s)[0], z = cy.zoom(), pan = cy.pan();
  const box = document.getElementById('canvas').getBoundingClientRect();
  const far = (p, a, b) => { const dx = b.x - a.x, dy = b.y - a.y;
    const t = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy); };
  let spot = e.isNode() ? e.position() : null, room = -1;
  if (!spot) for (let i = 20; i <= 80; i += 2) {
    const a = e.sourceEndpoint(), b = e.targetEndpoint(), t = i / 100;
    const p = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
    const others = cy.edges().not(e).map((o) => far(p, o.sourceEndpoint(), o.targetEndpoint()));
    const nodes = cy.nodes().map((n) => Math.hypot(p.x - n.position('x'), p.y - n.position('y')) - n.width() / 2);
    const least = Math.min(...others, ...nodes);
    if (least > room) { room = least; spot = p; }
  }
  return [box.left + spot.x * z + pan.x, box.top + spot.y * z + pan.y];
}"""


def click_element(page: Page, selector: str, clicks: int = 1) -> None:
    """Click a node, or an edge where it is farthest from everything else, with the mouse."""
    page.mouse.click(*page.evaluate(SPOT, selector), click_count=clicks, delay=20)
