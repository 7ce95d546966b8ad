"""The time bar: assets/timebar.js draws it from what is on the canvas; here are its frame and its two clocks."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from explorer import ids


def layout() -> Component:
    """Return the bar's head and the place that it is drawn in."""
    clock = dmc.SegmentedControl(
        id=ids.TIME_CLOCK,
        data=[{"value": "happened", "label": "Happened"}, {"value": "reported", "label": "Reported"}],
        value="happened",
        size="xs",
        **{"aria-label": "Clock of the time bar"},
    )
    undated = dmc.Checkbox(
        id=ids.TIME_UNDATED,
        checked=True,
        size="xs",
        label=html.Span(["Undated ", html.Span(id="time-undated-count", className="n")]),
    )
    left = [clock, html.Span("All time", id="time-label", role="status")]
    left.append(
        html.Button(
            "Clear",
            id="time-clear",
            className="plain",
            style={"visibility": "hidden"},
            **{"data-do": "time-clear"},
        )
    )
    key = [
        html.Span([html.I(className=f"g{number}"), text], className="key")
        for number, text in enumerate(("Meetings", "Documents", "Other"))
    ]
    return html.Div(
        [
            html.Div([html.Div(left), html.Div([*key, undated])], className="timehead"),
            html.Div(id="timebar"),
            dcc.Store(id=ids.TIME_RANGE),
            dcc.Store(id=ids.TIME_SINK),
            dcc.Store(id=ids.TIME_UNDATED_SINK),
        ]
    )


def register(app: Dash) -> None:
    """Wire the clock and the undated box to the script."""
    app.clientside_callback(
        ClientsideFunction("cablegraph", "clock"),
        Output(ids.TIME_SINK, "data"),
        Input(ids.TIME_CLOCK, "value"),
    )
    app.clientside_callback(
        ClientsideFunction("cablegraph", "undated"),
        Output(ids.TIME_UNDATED_SINK, "data"),
        Input(ids.TIME_UNDATED, "checked"),
    )
