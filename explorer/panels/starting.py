"""What the page shows while Neo4j starts: how far it is, and what to do when it fails."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update
from dash.development.base_component import Component

from explorer import ids
from explorer.graph import Graph, State
from explorer.icons import icon

TICK = 500
"""Milliseconds between two looks at the graph's start."""


def layout() -> Component:
    """Return the place of the card, the clock that asks, and where the answer goes."""
    return html.Div(
        [
            html.Div(id=ids.STARTING),
            dcc.Interval(id=ids.STARTING_TICK, interval=TICK),
            dcc.Store(id=ids.STARTING_READY),
            dcc.Store(id=ids.STARTING_SINK),
        ]
    )


def card(state: State) -> Component:
    """Return what to show: nothing once it is ready."""
    if state.phase == "ready":
        return html.Div()
    if state.phase == "failed":
        inside: list[Component] = [
            dmc.Group(
                [
                    html.Span(icon("alert-triangle", 24), style={"color": "#c92a2a"}),
                    html.H2("Neo4j did not start"),
                ]
            ),
            html.P(state.message),
            html.P(
                "Put that right and start cablegraph again; your data is untouched.",
                style={"color": "var(--dim)"},
            ),
        ]
        return html.Div(html.Div(inside, className="card", role="alert"), className="starting")
    known = state.total > 0
    done = round(100 * state.done / state.total) if known else 100
    inside = [
        dmc.Group([dmc.Loader(size="sm", type="oval"), html.H2("Neo4j is starting…")]),
        html.P(state.message, style={"color": "var(--dim)"}),
        dmc.Progress(
            value=done, animated=not known, striped=not known, size="sm", **{"aria-label": "Progress"}
        ),
    ]
    return html.Div(html.Div(inside, className="card", role="status"), className="starting")


def register(app: Dash, graph: Graph) -> None:
    """Ask until the graph is ready or has failed, then stop asking."""

    def _look(_: int | None) -> tuple[object, bool, object]:
        state = graph.state()
        return card(state), state.phase in {"ready", "failed"}, True if state.phase == "ready" else no_update

    app.callback(
        Output(ids.STARTING, "children"),
        Output(ids.STARTING_TICK, "disabled"),
        Output(ids.STARTING_READY, "data"),
        Input(ids.STARTING_TICK, "n_intervals"),
    )(_look)

    app.clientside_callback(
        ClientsideFunction("cablegraph", "ready"),
        Output(ids.STARTING_SINK, "data"),
        Input(ids.STARTING_READY, "data"),
    )
