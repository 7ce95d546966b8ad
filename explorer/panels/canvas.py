"""The canvas: dash-cytoscape mounts it, assets/canvas.js owns it, the server answers its questions with operations."""

from __future__ import annotations

import json
from collections.abc import Mapping

import dash_cytoscape as cyto
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update
from dash.development.base_component import Component

from cypher.errors import GraphError
from explorer import elements, ids, queries
from explorer.errors import ExplorerError
from explorer.graph import Graph
from explorer.icons import icon, paths
from explorer.links import Links
from explorer.panels.parts import tool
from explorer.settings import ExplorerSettings
from explorer.stylesheet import KINDS, STATUSES, TYPES

Ask = Mapping[str, object]
Operations = list[elements.Element]


def table() -> dict[str, object]:
    """Return what the canvas's script knows about kinds, relationship types and statuses."""
    kinds = {
        label.value: {
            "one": kind.one,
            "plural": kind.plural,
            "icon": paths(kind.icon),
            "shape": kind.shape,
            "colour": kind.colour,
            "size": kind.size,
            "font": kind.font,
        }
        for label, kind in KINDS.items()
    }
    return {
        "kinds": kinds,
        "types": [rel.value for rel in TYPES],
        "statuses": [status.value for status in STATUSES],
    }


def layout() -> Component:
    """Return the stage: canvas, its buttons, its table twin and its invitation while it is empty."""
    canvas = cyto.Cytoscape(
        id=ids.CANVAS,
        elements=[],
        layout={"name": "preset", "fit": False},
        stylesheet=[],
        autoRefreshLayout=False,
        boxSelectionEnabled=False,
        responsive=False,
        style={"position": "absolute", "inset": 0, "width": "100%", "height": "100%"},
    )
    keys = html.Div(
        canvas,
        id=ids.CANVAS_KEYS,
        tabIndex=0,
        role="application",
        **{
            "aria-label": "Knowledge graph. Arrow keys go from entity to entity, Enter expands, Delete hides, F fits; "
            "the Table view lists the same."
        },
    )
    buttons = html.Div(
        [
            tool("zoom-in", "Zoom in", "zoom-in"),
            tool("zoom-out", "Zoom out", "zoom-out"),
            tool("maximize", "Fit to screen (F)", "fit"),
            tool("sparkles", "Tidy the picture", "tidy"),
        ],
        className="float buttons",
    )
    return html.Div(
        [
            keys,
            html.Div(html.Span(id="canvas-count"), className="float pill", role="status"),
            buttons,
            _welcome(),
            html.Div(id="twin", hidden=True, role="region", **{"aria-label": "The canvas as tables"}),
            html.Div(id="said", className="sr", role="status", **{"aria-live": "polite"}),
            dcc.Store(id=ids.CANVAS_ASK),
            dcc.Store(id=ids.CANVAS_COMMAND),
            dcc.Store(id=ids.CANVAS_SINK),
            dcc.Store(id=ids.SELECTION),
            dcc.Store(id=ids.MODE_SINK),
        ],
        id="stage",
        **{"data-kinds": json.dumps(table())},
    )


def mode() -> Component:
    """Return the switch between the picture and its table twin."""
    return dmc.SegmentedControl(
        id=ids.CANVAS_MODE,
        data=[{"value": "graph", "label": "Graph"}, {"value": "table", "label": "Table"}],
        value="graph",
        size="xs",
        **{"aria-label": "Show as"},
    )


def answer(graph: Graph, settings: ExplorerSettings, links: Links, ask: Ask) -> Operations:
    """Return the operations that answer a question of the canvas; an error becomes a notice."""
    try:
        return _ANSWERS[str(ask.get("do"))](graph, settings, links, ask)
    except KeyError:
        return [elements.notice("The page asked for something that this server does not know.", "error")]
    except (GraphError, ExplorerError) as error:
        return [elements.notice(str(error), "error")]


def overview(graph: Graph, settings: ExplorerSettings, links: Links, ask: Ask) -> Operations:
    """Return the first picture."""
    found = queries.overview(graph, min(42, settings.most_elements))
    return [elements.add(found)] if found.nodes else []


def add(graph: Graph, settings: ExplorerSettings, links: Links, ask: Ask) -> Operations:
    """Put chosen entities beside what is shown, and select one."""
    wanted, shown = _texts(ask, "ids"), _texts(ask, "shown")
    found = queries.entities(graph, wanted[: settings.most_elements], shown)
    if not found.nodes:
        return [elements.notice("The graph does not have that entity any more.", "error")]
    operations = [elements.add(found)]
    if isinstance(chosen := ask.get("select"), str):
        operations.append({"op": "select", "id": chosen, "centre": True})
    return operations


def expand(graph: Graph, settings: ExplorerSettings, links: Links, ask: Ask) -> Operations:
    """Add the strongest hidden neighbours of an entity, as many as there is room for."""
    entity, shown = str(ask.get("id")), _texts(ask, "shown")
    room = min(settings.expand_by, settings.most_elements - len(shown))
    if room < 1:
        return [
            elements.notice(f"The canvas holds {settings.most_elements} entities at most; hide some first.")
        ]
    found = queries.neighbours(graph, entity, shown, room)
    if not found.nodes:
        return [elements.notice("Everything that it is tied to is on the canvas already.")]
    operations = [elements.add(found, around=entity)]
    if len(found.nodes) == room:
        operations.append(elements.notice(f"The {room} strongest were added; expand again for more."))
    return operations


def reopen(graph: Graph, settings: ExplorerSettings, links: Links, ask: Ask) -> Operations:
    """Return a shared view: the same entities at the same places, then filters, time and viewport."""
    state = links.open(str(ask.get("slug")))
    found = queries.entities(graph, [id_ for id_, _, _ in state.nodes])
    places = {id_: (x, y) for id_, x, y in state.nodes}
    operations: Operations = [{"op": "clear"}, elements.add(found, positions=places)]
    operations.append({"op": "state", "state": state.model_dump(mode="json", by_alias=True)})
    if lost := len(places) - len(found.nodes):
        operations.append(
            elements.notice(f"{lost} entities of this view are not in the graph any more.", "error")
        )
    return operations


_ANSWERS = {"overview": overview, "add": add, "expand": expand, "open": reopen}


def register(app: Dash, graph: Graph, settings: ExplorerSettings, links: Links) -> None:
    """Wire questions to answers, and answers to the script."""

    def _answer(ask: Ask | None) -> object:
        if not ask:
            return no_update
        return {"rev": ask.get("rev"), "at": ask.get("at"), "ops": answer(graph, settings, links, ask)}

    app.callback(
        Output(ids.CANVAS_COMMAND, "data"), Input(ids.CANVAS_ASK, "data"), prevent_initial_call=True
    )(_answer)

    app.clientside_callback(
        ClientsideFunction("cablegraph", "command"),
        Output(ids.CANVAS_SINK, "data"),
        Input(ids.CANVAS_COMMAND, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("cablegraph", "mode"),
        Output(ids.MODE_SINK, "data"),
        Input(ids.CANVAS_MODE, "value"),
        prevent_initial_call=True,
    )


def _welcome() -> Component:
    return html.Div(
        html.Div(
            [
                icon("affiliate", 44),
                html.H2("Who met whom, where and when"),
                html.P(
                    "Search for a person, a country, an organisation, a meeting or a document. "
                    "Every line of the picture opens the sentences that say it."
                ),
                html.Div(
                    html.Button("Show a first picture", className="chip", **{"data-do": "overview"}),
                    className="chips",
                ),
            ]
        ),
        className="welcome",
    )


def _texts(ask: Ask, name: str) -> list[str]:
    value = ask.get(name)
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
