"""Icons of the page: Tabler's SVG files inlined, so that nothing is fetched from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from dash import html


@cache
def paths(name: str) -> str:
    """Return the drawn elements of icons/NAME.svg, without its frame."""
    text = (files("explorer") / "icons" / f"{name}.svg").read_text("utf-8")
    inner = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", text, flags=re.DOTALL)
    return " ".join(inner.replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', "").split())


def icon(name: str, size: int = 18) -> html.Span:
    """Return an icon that takes the colour of the text around it (size in px)."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#000" '
        f'stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{paths(name)}</svg>'
    )
    style = {"--i": f'url("data:image/svg+xml;utf8,{quote(svg)}")', "fontSize": size}
    return html.Span(className="ico", style=style, **{"aria-hidden": "true"})
