"""Filters by kind, relationship type and status; they are the legend too. The counting is done in the browser."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from explorer import ids
from explorer.panels.parts import swatch
from explorer.stylesheet import KINDS, STATUSES, TYPES, caption


def layout() -> Component:
    """Return the three groups of check boxes."""
    reset = html.Button("Reset", className="plain", **{"data-do": "reset"})
    kinds = [_row(label.value, kind.plural, swatch(label.value)) for label, kind in KINDS.items()]
    types = [_row(rel.value, caption(rel.value), None, hidden=True) for rel in TYPES]
    statuses = [
        _row(status.value, text, html.Span(className=f"line {status.value}"))
        for status, text in STATUSES.items()
    ]
    return html.Div(
        [
            html.Div([html.H2("Show"), reset], className="head"),
            _group(ids.FILTERS_KINDS, "Kinds of entities", kinds, [label.value for label in KINDS]),
            html.Div(html.H2("Status"), className="head"),
            _group(
                ids.FILTERS_STATUSES,
                "Status of relationships",
                statuses,
                [status.value for status in STATUSES],
            ),
            html.Div(html.H2("Relationships"), className="head"),
            _group(ids.FILTERS_TYPES, "Types of relationships", types, [rel.value for rel in TYPES]),
            dcc.Store(id=ids.FILTERS_SINK),
        ]
    )


def register(app: Dash) -> None:
    """Wire the boxes to the canvas's script."""
    app.clientside_callback(
        ClientsideFunction("cablegraph", "filters"),
        Output(ids.FILTERS_SINK, "data"),
        Input(ids.FILTERS_KINDS, "value"),
        Input(ids.FILTERS_TYPES, "value"),
        Input(ids.FILTERS_STATUSES, "value"),
    )


def _group(id_: str, label: str, rows: list[Component], value: list[str]) -> Component:
    return dmc.CheckboxGroup(dmc.Stack(rows, gap=0), id=id_, value=value, **{"aria-label": label})


def _row(value: str, text: str, sign: Component | None, *, hidden: bool = False) -> Component:
    label = html.Span([*([sign] if sign else []), html.Span(text)], style={"display": "contents"})
    box = dmc.Checkbox(value=value, size="xs", label=label)
    count = html.Span(id=f"count-{value}", className="n")
    return html.Div([box, count], id=f"row-{value}", className="row", hidden=hidden)
