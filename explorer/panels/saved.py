"""The menu of saved queries: a form from the declared parameters, the answer on the canvas or as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import dash_mantine_components as dmc
from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from cypher.catalogue import Catalogue, Parameter, Query
from cypher.errors import CatalogueError, GraphError
from cypher.forms import parameters
from explorer import elements, ids, queries
from explorer.answers import entity_ids, flat
from explorer.graph import Graph
from explorer.icons import icon
from explorer.panels.parts import problem
from explorer.panels.search import suggest
from explorer.panels.tables import grid
from explorer.views import Subgraph

CHOICE = "saved-choice"
BACK = "saved-back"
MOST = 300
"""Most entities of an answer that are put on the canvas."""


def layout(catalogue: Catalogue) -> Component:
    """Return the button and the drawer with the menu, the form and the answer."""
    menu = [
        html.Button(
            [query.title, html.Small(query.description)],
            id={"type": CHOICE, "query": query.name},
            className="saved-item",
        )
        for query in catalogue.saved
    ]
    drawer = dmc.Drawer(
        html.Div(
            [html.Div(menu, id="saved-menu"), html.Div(id=ids.SAVED_FORM), html.Div(id=ids.SAVED_RESULT)],
        ),
        id=ids.SAVED,
        title="Saved queries",
        position="right",
        size="min(760px, 100vw)",
        keepMounted=True,
        overlayProps={"backgroundOpacity": 0.25},
        closeButtonProps={"aria-label": "Close saved queries"},
    )
    button = dmc.Button(
        "Queries", id=ids.SAVED_OPEN, leftSection=icon("list-search", 16), size="xs", variant="default"
    )
    return html.Div([button, drawer, dcc.Store(id=ids.SAVED_ANSWER), dcc.Store(id=ids.SAVED_SINK)])


def form(query: Query) -> Component:
    """Return the form of a saved query: one field for each declared parameter."""
    fields = [_field(query.name, parameter) for parameter in query.parameters]
    run = dmc.Button(
        "Run", id={"type": ids.RUN, "query": query.name}, leftSection=icon("player-play", 15), size="sm"
    )
    back = html.Button("← All queries", id={"type": BACK, "query": ""}, className="plain")
    parts = [
        back,
        html.P(query.description, className="note"),
        dmc.SimpleGrid(fields, cols=2),
        html.Div(run),
    ]
    return dmc.Stack(parts, gap="sm", align="stretch")


def run(
    graph: Graph, query: Query, given: Mapping[str, object]
) -> tuple[Component, dict[str, object] | None]:
    """Return what to show in the drawer, and the graph to put on the canvas when the query returns one."""
    try:
        rows = graph.run(query.name, parameters(query, entities(graph, query, given)))
    except GraphError as error:
        return problem(str(error).removeprefix("saved/"), "The query was not answered"), None
    if not rows:
        return dmc.Alert(
            "Nothing in the graph answers this.", title="Empty answer", color="gray", mt="sm"
        ), None
    found = queries.entities(graph, entity_ids(rows)[:MOST]) if query.view == "graph" else Subgraph()
    if found.nodes:
        said = f"{len(found.nodes)} entities and {len(found.edges)} relationships are on the canvas."
        shown = dmc.Alert(said, title="On the canvas", color="teal", mt="sm")
        answer: dict[str, object] = {"said": said, "ops": [{"op": "clear"}, elements.add(found)]}
        return html.Div([shown, grid(flat(rows), query.name)]), answer
    return grid(flat(rows), query.name), None


def entities(graph: Graph, query: Query, given: Mapping[str, object]) -> dict[str, object]:
    """Return the values with the names of entities replaced by their ids.

    Raises:
        CatalogueError: nothing in the graph is called that.
    """
    filled = dict(given)
    for parameter in query.parameters:
        text = str(filled.get(parameter.name) or "").strip()
        if parameter.type != "entity" or not text:
            continue
        found = suggest(graph, text)
        if not found:
            raise CatalogueError(f"Nothing in the graph is called {text}; choose one of the suggestions.")
        exact = [option for option in found if option["label"] == text]
        filled[parameter.name] = (exact or found)[0]["entity"]
    return filled


def register(app: Dash, graph: Graph, catalogue: Catalogue) -> None:
    """Wire menu → form → answer → canvas."""
    app.clientside_callback(
        ClientsideFunction("cablegraph", "openSaved"),
        Output(ids.SAVED, "opened"),
        Input(ids.SAVED_OPEN, "n_clicks"),
        Input(ids.SAVED_ANSWER, "data"),
        prevent_initial_call=True,
    )

    def _choose(*_: Sequence[int | None]) -> tuple[object, list[object]]:
        # A button that has just been put on the page triggers too, without a click.
        if not ctx.triggered or not ctx.triggered[0]["value"]:
            return no_update, [no_update] * len(ctx.outputs_list[1])
        name = ctx.triggered_id["query"]
        marks: list[object]
        marks = ["true" if item["id"]["query"] == name else "false" for item in ctx.outputs_list[1]]
        return (form(catalogue[name]) if name else None), marks

    app.callback(
        Output(ids.SAVED_FORM, "children"),
        Output({"type": CHOICE, "query": ALL}, "aria-current"),
        Input({"type": CHOICE, "query": ALL}, "n_clicks"),
        Input({"type": BACK, "query": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )(_choose)

    def _run(*_: object) -> tuple[object, object]:
        if not ctx.triggered or not ctx.triggered[0]["value"]:
            return no_update, no_update
        if ctx.triggered_id["type"] != ids.RUN:
            return None, no_update
        given: dict[str, object] = {}
        for states in ctx.states_list:
            for state in states:
                if state.get("value") is not None:
                    given[state["id"]["name"]] = state["value"]
        result, answer = run(graph, catalogue[ctx.triggered_id["query"]], given)
        return result, answer if answer else no_update

    app.callback(
        Output(ids.SAVED_RESULT, "children"),
        Output(ids.SAVED_ANSWER, "data"),
        Input({"type": ids.RUN, "query": ALL}, "n_clicks"),
        Input({"type": CHOICE, "query": ALL}, "n_clicks"),
        Input({"type": BACK, "query": ALL}, "n_clicks"),
        State({"type": ids.FIELD, "query": ALL, "name": ALL}, "value"),
        State({"type": ids.FIELD, "query": ALL, "name": ALL}, "checked"),
        State({"type": ids.ENTITY_FIELD, "query": ALL, "name": ALL}, "value"),
        prevent_initial_call=True,
    )(_run)

    def _suggest(text: str | None) -> object:
        return suggest(graph, text or "")

    app.callback(
        Output({"type": ids.ENTITY_FIELD, "query": MATCH, "name": MATCH}, "data"),
        Input({"type": ids.ENTITY_FIELD, "query": MATCH, "name": MATCH}, "value"),
        prevent_initial_call=True,
    )(_suggest)

    app.clientside_callback(
        ClientsideFunction("cablegraph", "answered"),
        Output(ids.SAVED_SINK, "data"),
        Input(ids.SAVED_ANSWER, "data"),
        prevent_initial_call=True,
    )


def _label(parameter: Parameter) -> str:
    return parameter.name.replace("_", " ").capitalize()


def _field(query: str, parameter: Parameter) -> Component:
    id_ = {"type": ids.FIELD, "query": query, "name": parameter.name}
    common = {"label": _label(parameter), "description": parameter.description, "size": "sm", "maw": 420}
    if parameter.type == "entity":
        return dmc.Autocomplete(
            id={**id_, "type": ids.ENTITY_FIELD},
            data=[],
            value="",
            placeholder="Type a name",
            renderOption={"function": "entityOption"},
            filter={"function": "asGiven"},
            withAsterisk=parameter.required,
            **common,
        )
    if parameter.type == "boolean":
        return dmc.Checkbox(
            id=id_, label=common["label"], description=parameter.description, checked=bool(parameter.default)
        )
    if parameter.type in {"integer", "number"}:
        return dmc.NumberInput(
            id=id_,
            value=parameter.default,
            allowDecimal=parameter.type == "number",
            withAsterisk=parameter.required,
            **common,
        )
    if parameter.type == "date":
        return dmc.DateInput(
            id=id_, value=parameter.default, valueFormat="YYYY-MM-DD", clearable=not parameter.required,
            placeholder="YYYY-MM-DD", withAsterisk=parameter.required, **common,
        )  # fmt: skip
    return dmc.TextInput(id=id_, value=parameter.default or "", withAsterisk=parameter.required, **common)
