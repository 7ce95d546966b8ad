"""An answer as a table that can be sorted, filtered, and taken away as CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from explorer.icons import icon

GRID = "saved-grid"


def grid(rows: Sequence[Mapping[str, object]], name: str) -> Component:
    """Return rows as a table with a CSV button."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    table = dag.AgGrid(
        id=GRID,
        rowData=[dict(row) for row in rows],
        columnDefs=[
            {"field": column, "headerName": column.replace("_", " ").capitalize()} for column in columns
        ],
        defaultColDef={"sortable": True, "filter": True, "resizable": True, "minWidth": 110, "flex": 1},
        dashGridOptions={
            "enableCellTextSelection": True,
            "domLayout": "normal",
            "animateRows": False,
            "theme": "themeQuartz",
        },
        style={"height": min(520, 60 + 42 * len(rows))},
    )
    csv = dmc.Button(
        "Download CSV",
        leftSection=icon("download", 15),
        size="xs",
        variant="default",
        **{"data-do": "csv", "data-grid": GRID, "data-file": f"{name.rsplit('/', 1)[-1]}.csv"},
    )
    head = html.Div([html.H3(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}"), csv], className="head")
    return html.Div([head, table])
