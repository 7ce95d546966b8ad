"""Saved queries on the command line: listed, asked, and answered as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cypher.catalogue import Catalogue, Query
from cypher.errors import CatalogueError
from cypher.forms import parameters

FORMATS = ("table", "csv", "json")


class Graph(Protocol):
    """What a query needs of a graph store."""

    def run(self, name: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        """Run a statement of the catalogue."""


@dataclass(frozen=True)
class Asked:
    """A saved query with its parameters, ready to be run."""

    query: Query
    parameters: Mapping[str, object]
    form: str


def show_list(console: Console) -> None:
    """Print the saved queries with their parameters."""
    table = Table("name", "question", "parameters", box=None, pad_edge=False, header_style="bold")
    for query in Catalogue.load().saved:
        takes = ", ".join(p.name if p.required else f"[{p.name}]" for p in query.parameters)
        table.add_row(query.name.removeprefix("saved/"), Text(query.title), Text(takes))
    console.print(table)


def prepare(name: str, given: Sequence[str], form: str) -> Asked:
    """Check a question before anything is started for it.

    Args:
        name: name of a saved query.
        given: its parameters, each as ``name=value``.
        form: one of FORMATS.

    Raises:
        CatalogueError: the name, a parameter or the format is not known.
    """
    if form not in FORMATS:
        raise CatalogueError(f"--format {form} is not known: use {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.")
    catalogue = Catalogue.load()
    full = f"saved/{name.removeprefix('saved/')}"
    if full not in catalogue:
        names = ", ".join(sorted(query.name.removeprefix("saved/") for query in catalogue.saved))
        raise CatalogueError(f"There is no saved query {name}; there are {names}.")
    if loose := [pair for pair in given if "=" not in pair]:
        raise CatalogueError(f"--param {loose[0]} has no '=': write it as --param name=value.")
    typed = dict(pair.split("=", 1) for pair in given)
    query = catalogue[full]
    return Asked(query, parameters(query, typed), form)


def show(asked: Asked, graph: Graph, console: Console) -> None:
    """Run a question and print the answer.

    Raises:
        GraphError: the query is refused or takes too long.
    """
    rows = tabular(graph.run(asked.query.name, asked.parameters))
    if asked.form == "json":
        console.file.write(json.dumps(rows, ensure_ascii=False, indent=2, default=str) + "\n")
    elif asked.form == "csv":
        console.file.write(to_csv(rows))
    elif not rows:
        console.print("Nothing in the graph answers this.")
    else:
        table = Table(*rows[0], box=None, pad_edge=False, header_style="bold")
        for row in rows:
            table.add_row(*(Text(as_text(value)) for value in row.values()))
        console.print(table)


def tabular(rows: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """Return the rows without the columns that only the canvas needs (nodes and relationships)."""
    return [
        {name: value for name, value in row.items() if name not in {"nodes", "relationships"}} for row in rows
    ]


def to_csv(rows: Sequence[Mapping[str, object]]) -> str:
    """Return rows as CSV with a header line (RFC 4180); lists are joined by semicolons."""
    if not rows:
        return ""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerows({name: as_text(value) for name, value in row.items()} for row in rows)
    return file.getvalue()


def as_text(value: object) -> str:
    """Return a value of an answer as people read it."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return str(value.get("caption") or value.get("name") or value.get("id") or dict(value))
    if isinstance(value, list | tuple):
        return "; ".join(as_text(item) for item in value)
    return str(value)
