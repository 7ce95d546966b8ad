"""What the loader tells people: progress while it works, and a report at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table
from rich.text import Text

from cypher.progress import Progress
from loader.export import ExtractReport
from loader.model import Judgement
from loader.pipeline import LoadReport
from loader.readers import ReadReport
from loader.resolution import Resolution, judgements
from loader.writer import WriteReport

UNKNOWN_SHOWN = 15
REFRESH_SECONDS = 0.1


@contextmanager
def progress(console: Console) -> Iterator[Progress]:
    """Give a progress function that draws one bar a stage; silent where nobody watches."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Bars(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}
        told: dict[str, float] = {}

        def tell(stage: str, done: int, total: int | None) -> None:
            now = monotonic()
            if done != total and now - told.get(stage, 0.0) < REFRESH_SECONDS:
                return
            told[stage] = now
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell


def show_load(done: LoadReport, console: Console) -> None:
    """Print what a load read, wrote and did not know."""
    _show_read(done.read, console)
    console.print(f"In the graph: {done.new} new, {done.unchanged} unchanged.", highlight=False)
    if done.written:
        console.print(_counts(done.written))
    if done.resolution:
        merges, open_ = len(done.resolution.log), len(done.resolution.proposals)
        console.print(
            f"Resolution: {merges} merges, {open_} left to you (cablegraph review).", highlight=False
        )
        _show_unused(done.resolution.unused, console)
    if done.unknown:
        console.print("Names that no vocabulary knows, by frequency:", highlight=False)
        for phrase, count in sorted(done.unknown.items(), key=lambda item: (-item[1], item[0]))[
            :UNKNOWN_SHOWN
        ]:
            console.print(Text(f"  {count:5}  {phrase}"))


def _counts(written: WriteReport) -> Table:
    """Return what the graph holds by kind, with what this load wrote and removed."""
    table = Table("in the graph", "all", "written", "removed", box=None, pad_edge=False, header_style="bold")
    for kind in sorted(set(written.total) | set(written.written) | set(written.removed)):
        figures = (written.total[kind], written.written[kind], written.removed[kind])
        table.add_row(kind, *(f"{figure:,}" for figure in figures))
    return table


def show_review(found: Resolution, console: Console, *, log: bool) -> None:
    """Print the uncertain pairs with the sentences of both sides, and the merges when asked."""
    for proposal in found.proposals:
        made, left, right = proposal.judgement, proposal.left, proposal.right
        console.print(Text(f"{made.left}  ?  {made.right}", style="bold"), soft_wrap=True)
        console.print(Text(f"  {made.reason}"), soft_wrap=True)
        for side in (left, right):
            console.print(Text(f"  {side.name} ({side.post}): … {side.quote} …", style="dim"), soft_wrap=True)
        for verdict in judgements.VERDICTS:
            console.print(Text(f"  {verdict:8}  {left.entity}  {right.entity}"), soft_wrap=True)
    if log:
        for made in found.log:
            name = found.canonical(made.left)
            entity = found.entity(name)
            why = ", ".join(filter(None, (made.reason, made.decided_on, made.note)))
            console.print(
                Text(f"{entity.name if entity else name} ({name}): {made.left} = {made.right}: {why}"),
                soft_wrap=True,
            )
    _show_unused(found.unused, console)
    console.print(f"{len(found.log)} merges made, {len(found.proposals)} left to you.", highlight=False)


def write_review(found: Resolution, output: Path, console: Console) -> None:
    """Write the uncertain pairs as a file to decide in, and tell where it is.

    Raises:
        LoaderError: the file exists or cannot be written.
    """
    judgements.write_template(output, found.proposals, date.today())
    console.print(
        f"{output}: remove the # before one line of a pair, then give the file to --judgements.",
        highlight=False, markup=False, soft_wrap=True,
    )  # fmt: skip


def _show_unused(unused: Sequence[Judgement], console: Console) -> None:
    """Print the decisions that change nothing."""
    for made in unused:
        console.print(
            Text(
                f"note: {made.verdict} {made.left} {made.right} changes nothing: these ids name nothing in the posts, "
                "or only one thing, or another decision says the opposite."
            ),
            soft_wrap=True,
        )


def show_extract(done: ExtractReport, output: Path, console: Console) -> None:
    """Print what an extraction read and wrote."""
    _show_read(done.read, console)
    _show_unused(done.unused, console)
    proposed = f" ({done.proposed} proposed by the statistical model)" if done.proposed else ""
    console.print(
        f"{output}: {done.posts} posts, {done.mentions} mentions{proposed}, {done.facts} facts.",
        highlight=False,
        soft_wrap=True,
    )


def _show_read(read: ReadReport, console: Console) -> None:
    console.print(f"Read: {read.posts} posts from {read.files} files.", highlight=False)
    for reason, count in sorted(read.skipped.items()):
        console.print(f"  skipped {count}: {reason}", highlight=False, markup=False, soft_wrap=True)
    for warning in read.warnings[:UNKNOWN_SHOWN]:
        console.print(f"  note: {warning}", highlight=False, markup=False, soft_wrap=True)
