"""The Share button: the view, as it is now, behind a short link."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update
from dash.development.base_component import Component
from pydantic import ValidationError

from explorer import ids
from explorer.errors import ExplorerError
from explorer.icons import icon
from explorer.links import Links
from explorer.permalink import CanvasState


def layout() -> Component:
    """Return the button, and the box with the link."""
    button = dmc.Button("Share", id=ids.SHARE, leftSection=icon("link", 16), size="xs", variant="default")
    field = dmc.TextInput(
        id=ids.SHARE_URL,
        label="Link to this view",
        description="Opens the same entities at the same places, with these filters and this period.",
        readOnly=True,
        value="",
        w=400,
    )
    copy = dmc.Button("Copy", size="xs", mt="sm", **{"data-do": "copy"})
    box = dmc.Modal(
        [field, copy], id=ids.SHARE_BOX, title="Share this view", centered=True, keepMounted=True, size="auto"
    )
    return html.Div([button, box, dcc.Store(id=ids.SHARE_STATE), dcc.Store(id=ids.SHARE_SLUG)])


def save(links: Links, state: object) -> tuple[str | None, list[dict[str, object]]]:
    """Return the slug of a state and, when it cannot be kept, what to tell."""
    try:
        return links.save(CanvasState.model_validate(state)), []
    except ValidationError:
        return None, _told(
            "This view cannot be shared: it holds more than 2,000 entities or something unknown."
        )
    except ExplorerError as error:
        return None, _told(str(error))


def register(app: Dash, links: Links) -> None:
    """Wire button → state (browser) → slug (server) → link (browser)."""
    app.clientside_callback(
        ClientsideFunction("cablegraph", "share"),
        Output(ids.SHARE_STATE, "data"),
        Input(ids.SHARE, "n_clicks"),
        prevent_initial_call=True,
    )

    def _save(state: object) -> tuple[object, object]:
        if not state:
            return no_update, no_update
        slug, told = save(links, state)
        return (slug or no_update), (told or no_update)

    app.callback(
        Output(ids.SHARE_SLUG, "data"),
        Output(ids.NOTICES, "sendNotifications"),
        Input(ids.SHARE_STATE, "data"),
        prevent_initial_call=True,
    )(_save)

    app.clientside_callback(
        ClientsideFunction("cablegraph", "shared"),
        Output(ids.SHARE_URL, "value"),
        Output(ids.SHARE_BOX, "opened"),
        Input(ids.SHARE_SLUG, "data"),
        prevent_initial_call=True,
    )


def _told(text: str) -> list[dict[str, object]]:
    return [{"action": "show", "message": text, "color": "red"}]
