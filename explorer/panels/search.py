"""Search with suggestions; choosing one puts it on the canvas."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update
from dash.development.base_component import Component

from cypher.errors import GraphError
from explorer import ids, queries
from explorer.graph import Graph
from explorer.icons import icon
from explorer.views import Suggestion

Option = dict[str, object]


def layout() -> Component:
    """Return the search field."""
    field = dmc.Select(
        id=ids.SEARCH,
        data=[],
        searchable=True,
        clearable=False,
        placeholder="Find a person, country, organisation, meeting or document",
        nothingFoundMessage="Type a name, or part of one",
        leftSection=icon("search", 16),
        rightSection=html.Kbd("/"),
        rightSectionPointerEvents="none",
        selectFirstOptionOnChange=True,
        maxDropdownHeight=380,
        renderOption={"function": "entityOption"},
        filter={"function": "asGiven"},
        withCheckIcon=False,
        size="sm",
        **{"aria-label": "Search the graph"},
    )
    return html.Div([field, dcc.Store(id=ids.SEARCH_SINK)], className="searching", role="search")


def suggest(graph: Graph, text: str) -> list[Option]:
    """Return the options for what was typed, each with its kind; nothing while the graph cannot answer."""
    if not text.strip():
        return []
    try:
        return options(queries.search(graph, text.strip()))
    except GraphError:
        return []


def options(found: list[Suggestion]) -> list[Option]:
    """Return suggestions as options of a Select: the id as value, the alias that matched beside the name."""
    return [
        {
            "value": one.id,
            "label": one.name,
            "kind": one.kind,
            "degree": one.degree,
            "also": f"({one.matched})" if one.matched and one.matched.casefold() != one.name.casefold() else "",
        }
        for one in {one.id: one for one in found}.values()
    ]


def register(app: Dash, graph: Graph) -> None:
    """Wire the field to the graph."""

    @app.callback(Output(ids.SEARCH, "data"), Input(ids.SEARCH, "searchValue"), prevent_initial_call=True)
    def _suggest(text: str | None) -> object:
        return suggest(graph, text) if text else no_update

    app.clientside_callback(
        ClientsideFunction("cablegraph", "chosen"),
        Output(ids.SEARCH, "value"),
        Input(ids.SEARCH, "value"),
        prevent_initial_call=True,
    )
