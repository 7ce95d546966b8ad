"""Small pieces that several panels show."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from explorer.icons import icon
from explorer.stylesheet import kind_of


def swatch(kind: str, size: int = 22) -> html.Span:
    """Return the sign of a kind: its shape, colour and icon (size in px)."""
    row = kind_of(kind)
    style = {"--kind": f"light-dark({row.colour[0]}, {row.colour[1]})", "width": size, "height": size}
    return html.Span(icon(row.icon, round(size * 0.58)), className=f"swatch {kind}", style=style)


def tool(name: str, label: str, do: str, **more: object) -> Component:
    """Return a button with an icon and a tooltip that asks the page's script to do something."""
    button = dmc.ActionIcon(
        icon(name), variant="subtle", color="gray", size="lg", **{"aria-label": label, "data-do": do}, **more
    )
    return dmc.Tooltip(button, label=label, openDelay=350, position="left" if do in _CANVAS else "bottom")


def problem(text: str, title: str = "That did not work") -> Component:
    """Return an error sentence, nicely."""
    return dmc.Alert(text, title=title, color="red", variant="light", icon=icon("alert-triangle"), mt="sm")


_CANVAS = {"zoom-in", "zoom-out", "fit", "tidy"}
