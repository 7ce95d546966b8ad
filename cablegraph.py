"""The command line: the only module that joins the loader and the explorer."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

from cypher.commands import engine_app
from cypher.errors import GraphError
from cypher.settings import StoreSettings
from explorer.errors import ExplorerError
from loader.errors import LoaderError

if TYPE_CHECKING:
    from cypher.store import GraphStore
    from loader.background import LoadingStore
    from loader.settings import LoaderSettings

EXIT_FAILED = 1
SAMPLE = Path(__file__).with_name("sample")

out, err = Console(), Console(stderr=True)
app = typer.Typer(
    name="cablegraph",
    help="Who met whom, where and when, under which organisation, what was signed - and which sentence says so.",
    epilog="Start with [bold]cablegraph demo[/bold]; then [bold]cablegraph load[/bold] your own posts.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(engine_app, name="engine")

Paths = Annotated[list[Path], typer.Argument(help="Files or folders of posts.", show_default=False)]
VocabularyFolder = Annotated[
    Path | None,
    typer.Option("--vocabulary", help="Folder of YAML files that override the shipped vocabularies."),
]
JudgementFile = Annotated[
    Path | None, typer.Option("--judgements", help="File of your same_as and not_same decisions.")
]
Processes = Annotated[int | None, typer.Option(help="Processes that extract; 0 chooses.", min=0, max=64)]
Ner = Annotated[
    bool | None,
    typer.Option(
        "--ner/--no-ner",
        help="Let a statistical model propose more persons and places (pip install 'cablegraph\\[ner]').",
        show_default=False,
    ),
]
Host = Annotated[str | None, typer.Option(help="Address to serve on [127.0.0.1].", show_default=False)]
Port = Annotated[
    int | None, typer.Option(help="Port to serve on [8050].", min=1, max=65535, show_default=False)
]


@app.callback(invoke_without_command=True)
def start(
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Answer --version; the commands do the rest."""
    if show_version:
        out.print(f"cablegraph {version('cablegraph')}", highlight=False)
        raise typer.Exit


@app.command(epilog="Example: [bold]cablegraph load posts.txt result.json export/[/bold]")
def load(
    paths: Paths,
    vocabulary: VocabularyFolder = None,
    judgements: JudgementFile = None,
    processes: Processes = None,
    ner: Ner = None,
) -> None:
    """Load posts into the graph; loading the same files again changes nothing."""
    from loader import pipeline, report

    settings = loader_settings(vocabulary, judgements, processes, ner)
    pipeline.check(settings)
    with opened() as store, report.progress(err) as progress:
        done = pipeline.load(paths, store, settings, progress)
    report.show_load(done, out)


@app.command(epilog="Example: [bold]cablegraph extract posts.txt --output facts.jsonl[/bold]")
def extract(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="JSON lines to write: one post a line.")],
    vocabulary: VocabularyFolder = None,
    judgements: JudgementFile = None,
    processes: Processes = None,
    ner: Ner = None,
) -> None:
    """Extract mentions and facts into JSON lines; no Neo4j is needed."""
    from loader import export, report

    settings = loader_settings(vocabulary, judgements, processes, ner)
    with report.progress(err) as progress:
        done = export.extract_to(paths, output, settings, progress)
    report.show_extract(done, output, out)


@app.command(
    epilog="Example: [bold]cablegraph explain post:3f2a9c[/bold] or [bold]cablegraph explain posts.txt[/bold]"
)
def explain(
    post: Annotated[
        str, typer.Argument(help="Id of a loaded post (its beginning is enough), or a file of posts.")
    ],
    vocabulary: VocabularyFolder = None,
    ner: Ner = None,
) -> None:
    """Show a post with every mention, rule and fact: why the graph says what it says."""
    from loader import export
    from loader.explain import explain as shown

    settings = loader_settings(vocabulary, None, None, ner)
    if Path(post).is_file():
        for made in export.extractions([Path(post)], settings):
            out.print(shown(made))
        return
    with opened() as store:
        out.print(shown(export.stored(store, post)))


@app.command(
    epilog="Example: [bold]cablegraph review --output decisions.txt[/bold], decide in it, "
    "then [bold]cablegraph load --judgements decisions.txt …[/bold]"
)
def review(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files of posts; without, the loaded ones.")
    ] = None,
    vocabulary: VocabularyFolder = None,
    judgements: JudgementFile = None,
    log: Annotated[
        bool, typer.Option("--log", help="List the merges that were made, with their reasons.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="New file in which you decide by removing the # before a line."),
    ] = None,
    ner: Ner = None,
) -> None:
    """List what may be the same and is left to you, with the sentences of both sides."""
    from loader import export, report
    from loader.pipeline import check

    settings = loader_settings(vocabulary, judgements, None, ner)
    check(settings)
    if paths:
        found = export.resolution(paths, settings)
    else:
        with opened() as store:
            found = export.stored_resolution(store, settings)
    report.show_review(found, out, log=log)
    if output:
        report.write_review(found, output, out)


@app.command(epilog="Example: [bold]cablegraph unknown posts.txt[/bold]")
def unknown(
    paths: Paths,
    vocabulary: VocabularyFolder = None,
    most: Annotated[int, typer.Option(help="How many phrases.", min=1)] = 40,
    ner: Ner = None,
) -> None:
    """Rank the capitalised phrases that no vocabulary and no rule knows, with their contexts."""
    from loader import export
    from loader.unknown import show

    settings = loader_settings(vocabulary, None, None, ner)
    out.print(show(export.extractions(paths, settings), most))


@app.command(epilog="Example: [bold]cablegraph explore --port 8051[/bold]")
def explore(host: Host = None, port: Port = None) -> None:
    """Serve the page; it answers at once and fills itself when Neo4j is there."""
    serve(host, port)


@app.command(epilog="Example: [bold]cablegraph demo[/bold]")
def demo(host: Host = None, port: Port = None) -> None:
    """Load the sample - the diplomacy that ended the Cold War - and serve the page."""
    serve(host, port, sample=True)


@app.command(
    epilog="Example: [bold]cablegraph query who_met_whom --param limit=10 --format csv[/bold]; "
    "without a name the saved queries are listed."
)
def query(
    name: Annotated[str | None, typer.Argument(help="Name of a saved query.", show_default=False)] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="A parameter, as name=value.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
) -> None:
    """Run a saved query, read-only."""
    from cypher import answers

    if name is None:
        answers.show_list(out)
        return
    asked = answers.prepare(name, param or [], form)
    with opened() as store:
        answers.show(asked, store, out)


@app.command()
def status() -> None:
    """Tell which Neo4j is used, its version, address and store, and what the graph holds."""
    from cypher.commands import status as show

    show(StoreSettings.from_env(os.environ))


def loader_settings(
    vocabulary: Path | None = None,
    judgements: Path | None = None,
    processes: int | None = None,
    propose: bool | None = None,
) -> LoaderSettings:
    """Return the environment's settings, overridden by the options that were given."""
    from loader.settings import LoaderSettings

    given = {"vocabulary": vocabulary, "judgements": judgements, "processes": processes, "propose": propose}
    settings = LoaderSettings.from_env(os.environ)
    return settings.model_copy(update={name: value for name, value in given.items() if value is not None})


@contextmanager
def opened() -> Iterator[GraphStore]:
    """Open the graph store that the environment names, telling on stderr what takes long."""
    from cypher.connect import open_store
    from loader import report

    with report.progress(err) as progress:
        store = open_store(StoreSettings.from_env(os.environ), progress=progress)
    with store:
        yield store


def serve(host: str | None, port: int | None, *, sample: bool = False) -> None:
    """Serve the page until Ctrl-C, while Neo4j starts (and the sample loads) in the background."""
    from explorer import server

    chosen = server.settings(host, port)
    listening = server.bind(chosen)
    from cypher.connect import BackgroundStore

    opening = BackgroundStore(StoreSettings.from_env(os.environ))
    store: BackgroundStore | LoadingStore = opening
    if sample:
        from loader.background import LoadingStore

        store = LoadingStore(opening, [SAMPLE], loader_settings(), "the sample")

    def tell(address: str) -> None:
        out.print(f"Cablegraph: [bold]{address}[/bold]   (Ctrl-C ends it)", highlight=False, soft_wrap=True)

    # A closed terminal and a service manager end the page like Ctrl-C, so that Neo4j is let go of.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: sys.exit(0))
    try:
        server.serve(store, chosen, started=tell, listening=listening)
    except KeyboardInterrupt:
        out.print("Ended.")
    finally:
        store.close()


def main() -> None:
    """Run the command line; a user's mistake becomes one sentence and a non-zero exit code."""
    try:
        app()
    except (LoaderError, GraphError, ExplorerError) as error:
        err.print(f"[red]cablegraph:[/red] {escape(str(error))}", highlight=False, soft_wrap=True)
        sys.exit(EXIT_FAILED)


if __name__ == "__main__":
    main()
