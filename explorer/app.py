"""The page: its layout, its panels, and nothing else; explorer/server.py serves it."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import Dash, html
from dash.development.base_component import Component

from cypher.catalogue import Catalogue
from explorer import ids
from explorer.graph import Graph
from explorer.icons import icon
from explorer.links import Links
from explorer.panels import canvas, details, filters, saved, search, share, starting, timebar
from explorer.panels.parts import tool
from explorer.settings import ExplorerSettings

THEME = {
    "primaryColor": "indigo",
    "fontFamily": '"Inter Variable", Inter, system-ui, sans-serif',
    "headings": {"fontFamily": '"Inter Variable", Inter, system-ui, sans-serif', "fontWeight": "650"},
    "primaryShade": {"light": 7, "dark": 8},
    "defaultRadius": "md",
    "colors": {
        "dark": [
            "#e3e6ea",
            "#b9c0cb",
            "#a3abb8",
            "#7d8694",
            "#3a404c",
            "#2f343e",
            "#262a33",
            "#1b1e24",
            "#15171c",
            "#101216",
        ],
    },
}
CSP = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def create_app(graph: Graph, settings: ExplorerSettings | None = None) -> Dash:
    """Return the page on a graph; nothing is asked of the graph before a browser comes.

    The Flask server is ``create_app(…).server``; ``/health`` answers OK.
    """
    settings = settings or ExplorerSettings()
    catalogue = Catalogue.load()
    links = Links(settings.data)
    app = Dash(
        __name__,
        title="Cablegraph",
        update_title=None,
        compress=True,
        assets_folder="assets",
        health_endpoint="health",
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    # Streamed files (the assets) would be left open by the compression; the large bundles are not streamed.
    app.server.config["COMPRESS_STREAMS"] = False
    favicon = f'<link rel="icon" type="image/svg+xml" href="{app.get_asset_url("favicon.svg")}">'
    page = app.index_string.replace("<html>", '<html lang="en">').replace("{%favicon%}", favicon)
    app.index_string = page
    app.layout = layout(catalogue)
    search.register(app, graph)
    canvas.register(app, graph, settings, links)
    details.register(app, graph)
    filters.register(app)
    timebar.register(app)
    starting.register(app, graph)
    share.register(app, links)
    saved.register(app, graph, catalogue)
    _secure(app)
    return app


def layout(catalogue: Catalogue) -> Component:
    """Return the whole page."""
    page = html.Div(
        [
            html.Header(_head(catalogue)),
            html.Nav(filters.layout(), **{"aria-label": "Filters and legend"}),
            html.Main([canvas.layout(), starting.layout()]),
            html.Aside(details.layout(), **{"aria-label": "Facts and sentences"}, tabIndex=0),
            html.Footer(timebar.layout(), **{"aria-label": "Time"}),
            dmc.NotificationContainer(id=ids.NOTICES, position="bottom-right"),
        ],
        id="page",
    )
    return dmc.MantineProvider(page, theme=THEME, defaultColorScheme="auto")


def _head(catalogue: Catalogue) -> list[Component]:
    scheme = dmc.ColorSchemeToggle(
        lightIcon=icon("sun"),
        darkIcon=icon("moon"),
        variant="subtle",
        color="gray",
        size="lg",
        **{"aria-label": "Light or dark"},
    )
    brand = html.Div(
        [
            html.Span(tool("menu-2", "Filters", "toggle-filters"), className="only-narrow"),
            icon("affiliate", 22),
            html.H1("Cablegraph"),
            html.Span("Diplomatic posts", className="where"),
        ],
        className="brand",
    )
    tools = html.Div(
        [
            canvas.mode(),
            tool("arrow-back-up", "Undo (Ctrl-Z)", "undo", id=ids.CANVAS_UNDO, disabled=True),
            html.Span(tool("photo", "Save as picture", "picture"), className="wide"),
            saved.layout(catalogue),
            share.layout(),
            scheme,
        ],
        className="tools",
    )
    return [brand, search.layout(), tools]


def _secure(app: Dash) -> None:
    """Send a content policy that allows only what this server serves; call it after all callbacks are registered."""
    policy = CSP.format(hashes=" ".join(app.csp_hashes()))

    @app.server.after_request
    def _headers(response):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - Flask's own types
        response.headers.setdefault("Content-Security-Policy", policy)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
