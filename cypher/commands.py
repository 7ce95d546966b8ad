"""`cablegraph engine …` for people who want the embedded Neo4j by hand, and `cablegraph status`."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from cypher.progress import Progress as Told
from cypher.settings import NEO4J_VERSION, StoreSettings

engine_app = typer.Typer(
    help="The embedded Neo4j: fetch it, keep it running, stop it. The other commands do this by themselves.",
    no_args_is_help=True,
)

Version = Annotated[str, typer.Option("--version", help="Version that has a list of jars.")]


@engine_app.command(
    epilog="Example: [bold]cablegraph engine fetch[/bold], before going where there is no network"
)
def fetch(version: Version = NEO4J_VERSION) -> None:
    """Fetch the jars of the embedded Neo4j, if they are not there, and check every SHA-256."""
    from cypher.embedded import jars

    settings = StoreSettings.from_env(os.environ).model_copy(update={"version": version})
    with _bar() as progress:
        paths = jars.ensure(settings, progress)
    out = Console(highlight=False, soft_wrap=True)
    out.print(f"Neo4j {version}: {len(paths)} jars in {paths[0].parent}, all checked.")


@engine_app.command(
    epilog="Example: [bold]cablegraph engine start --detach[/bold]; later: cablegraph engine stop"
)
def start(
    detach: Annotated[
        bool, typer.Option("--detach", help="Return, and let it run until engine stop.")
    ] = False,
) -> None:
    """Keep the embedded Neo4j running until Ctrl-C, so that every other command starts at once."""
    from cypher.embedded import server
    from cypher.embedded.home import Home

    settings = _embedded_settings()
    with _bar() as progress, _opened(settings, progress) as address:
        out = Console(highlight=False, soft_wrap=True)
        if detach:
            Home(settings.data_folder).keep.touch()
            out.print(f"Neo4j runs at {address} until 'cablegraph engine stop'.")
            return
        out.print(f"Neo4j runs at {address}; Ctrl-C stops it, unless another command still uses it.")
        home = Home(settings.data_folder)
        try:
            while server.running(home.read_state()):
                time.sleep(0.5)
        except KeyboardInterrupt:
            return
        out.print("Neo4j has stopped.")


@engine_app.command(epilog="Example: [bold]cablegraph engine stop[/bold]")
def stop() -> None:
    """Stop the embedded Neo4j now, also if another command uses it."""
    from cypher.embedded import client

    stopped = client.stop(_embedded_settings())
    Console().print("Neo4j has stopped." if stopped else "No embedded Neo4j was running.")


def status(settings: StoreSettings) -> None:
    """Print which Neo4j is used, its version, address and store folder, and what the graph holds.

    Raises:
        GraphError: it cannot be opened.
    """
    from cypher.connect import open_store

    with _bar() as progress:
        store = open_store(settings, progress)
    with store:
        told, counts = store.describe(), store.run("server/count")[0]
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    embedded = told["kind"] == "embedded"
    rows = {
        "Neo4j": "embedded" if embedded else "the one that NEO4J_URI names",
        "Version": f"{told['version']} {told['edition']}",
        "Address": told["address"],
        "Database": told["database"],
        "Store": told["store"] or "at the server",
        "Nodes": f"{counts['nodes']:,}",
        "Relationships": f"{counts['relationships']:,}",
    }
    for name, value in rows.items():
        table.add_row(name, str(value))
    Console(highlight=False, soft_wrap=True).print(table)


def _embedded_settings() -> StoreSettings:
    """Return the settings of the embedded Neo4j, also when NEO4J_URI names another one."""
    return StoreSettings.from_env(os.environ).model_copy(update={"uri": None})


@contextmanager
def _opened(settings: StoreSettings, progress: Told) -> Iterator[str]:
    from cypher.connect import open_store

    with open_store(settings, progress) as store:
        yield store.target.uri


@contextmanager
def _bar() -> Iterator[Told]:
    """Show progress on stderr while the block runs; nothing when it is no terminal."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def progress(stage: str, done: int, total: int | None, /) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total, told="")
            bar.update(tasks[stage], completed=done, total=total, told=f"{done}/{total}" if total else "")

        yield progress
