"""Search with suggestions; choosing one puts it on the canvas."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from cypher.errors import GraphError
from explorer import ids, queries
from explorer.graph import Graph
from explorer.icons import icon
from explorer.stylesheet import kind_of
from explorer.views import Suggestion

Option = dict[str, object]


def layout() -> Component:
    """Return the search field."""
    field = dmc.Autocomplete(
        id=ids.SEARCH,
        data=[],
        value="",
        placeholder="Find a person, country, organisation, meeting or document",
        leftSection=icon("search", 16),
        rightSection=html.Kbd("/"),
        rightSectionPointerEvents="none",
        selectFirstOptionOnChange=True,
        maxDropdownHeight=380,
        renderOption={"function": "entityOption"},
        filter={"function": "asGiven"},
        size="sm",
        **{"aria-label": "Search the graph"},
    )
    return html.Div(field, className="searching", role="search")


def suggest(graph: Graph, text: str) -> list[Option]:
    """Return the options for what was typed, each with its kind; nothing while the graph cannot answer."""
    if not text.strip():
        return []
    try:
        return options(queries.search(graph, text.strip()), text.strip())
    except GraphError:
        return []


def options(found: list[Suggestion], text: str) -> list[Option]:
    """Return suggestions as options: what was typed for them, the id, the alias that matched.

    Options are told apart by what they show, so entities of one name get their kind or id beside it.
    """
    made: dict[str, Option] = {}
    for one in found:
        label = one.name
        for more in (f"{one.name} ({kind_of(one.kind).one.lower()})", f"{one.name} ({one.id})"):
            label = more if label in made else label
        also = one.matched if one.matched.casefold() not in one.name.casefold() else ""
        made[label] = {
            "value": label,
            "label": label,
            "entity": one.id,
            "kind": one.kind,
            "degree": one.degree,
            "also": f"({also})" if also else "",
            "typed": text,
        }
    return list(made.values())


def register(app: Dash, graph: Graph) -> None:
    """Wire the field to the graph."""

    def _suggest(text: str | None) -> object:
        return suggest(graph, text or "")

    app.callback(Output(ids.SEARCH, "data"), Input(ids.SEARCH, "value"), prevent_initial_call=True)(_suggest)
