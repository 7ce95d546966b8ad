"""A post with every mention, rule and fact: why the graph says what it says."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from loader.model import EntityType, Extraction

COLOURS = {
    EntityType.PERSON: "blue", EntityType.COUNTRY: "green", EntityType.ORGANISATION: "cyan", EntityType.MEETING: "yellow",
    EntityType.DOCUMENT: "magenta", EntityType.PLACE: "red", EntityType.DATE: "bright_black",
}  # fmt: skip


def explain(made: Extraction) -> RenderableType:
    """Return the post with its mentions marked, then the mentions and the facts with the rules that found them."""
    post = made.post
    text = Text(post.text)
    for mention in made.mentions:
        text.stylize(f"bold {COLOURS.get(mention.type, 'white')}", mention.start, mention.end)
    dated = f"{post.date.value} ({post.date.basis})" if post.date else "undated"
    mentions = Table("mention", "type", "level", "id", "rule", box=None, header_style="bold", pad_edge=False)
    for mention in made.mentions:
        mentions.add_row(
            Text(post.text[mention.start : mention.end], style=COLOURS.get(mention.type, "white")),
            mention.type.value, mention.level.value, Text(mention.id), mention.rule + (" (proposed)" if mention.proposed else ""),
        )  # fmt: skip
    facts = Table(
        "subject",
        "predicate",
        "object",
        "status",
        "rule",
        "sentence",
        box=None,
        header_style="bold",
        pad_edge=False,
    )
    for fact in made.facts:
        facts.add_row(
            Text(fact.subject), fact.predicate + (f" ({fact.qualifier})" if fact.qualifier else ""), Text(fact.object),
            fact.status.value, fact.rule, Text(post.text[fact.evidence.start : fact.evidence.end]),
        )  # fmt: skip
    return Group(
        Panel(text, title=f"{post.id} · {dated}", title_align="left"), mentions, Text(), facts, Text()
    )
