"""Makes the README's picture from a running demo.

Start ``cablegraph demo``, then: ``python maintenance/screenshots.py http://127.0.0.1:8050/ docs/``
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.install_browser import found

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]
CHOICE = """() => {
  const people = cablegraph.cy.nodes('[kind="Person"]');
  const best = (people.nonempty() ? people : cablegraph.cy.nodes()).max((n) => n.degree()).ele;
  cablegraph.select(best.id());
}"""


def wait(page: Page, condition: str, seconds: float = 120) -> None:
    """Poll an expression; the page's policy forbids the eval of wait_for_function."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        if time.monotonic() > end:
            raise SystemExit(f"The page never came to: {condition}")
        page.wait_for_timeout(100)


def picture(page: Page, address: str, target: Path) -> None:
    """Open the first picture with its busiest person chosen, and save it."""
    page.goto(address)
    wait(page, "!!(window.cablegraph && cablegraph.cy && cablegraph.cy.nodes().length)")
    page.wait_for_timeout(600)
    page.evaluate(CHOICE)
    page.wait_for_timeout(1200)
    page.screenshot(path=target)
    print(target)


def main() -> None:
    """Write screenshot.png (light) and screenshot-dark.png (dark)."""
    address, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=FLAGS)
        for scheme, name in (("light", "screenshot.png"), ("dark", "screenshot-dark.png")):
            context = browser.new_context(
                viewport={"width": 1440, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                device_scale_factor=1.5,
            )
            picture(context.new_page(), address, folder / name)
        browser.close()


if __name__ == "__main__":
    main()
