"""Capitalised phrases that nothing recognised, ranked: the list that analysts grow the vocabularies from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from loader.model import Extraction

AROUND = 40
"""Characters of context on either side."""
CONTEXTS = 3
"""Contexts shown of one phrase."""


def rank(extractions: Iterable[Extraction], most: int) -> list[tuple[str, int, list[str]]]:
    """Return phrase, count and up to three different contexts of the most frequent unknown phrases.

    The contexts are the first ones in the order of their letters, so that the order of posts changes nothing.
    """
    counts: Counter[str] = Counter()
    contexts: dict[str, list[str]] = {}
    for made in extractions:
        text = made.post.text
        for phrase in made.unknown:
            counts[phrase.text] += 1
            around = " ".join(text[max(0, phrase.start - AROUND) : phrase.end + AROUND].split())
            contexts[phrase.text] = sorted({around, *contexts.get(phrase.text, ())})[:CONTEXTS]
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return [(phrase, count, contexts[phrase]) for phrase, count in ranked]


def show(extractions: Iterable[Extraction], most: int) -> RenderableType:
    """Return the ranking as a table; with a column for what a statistical model, when one was asked, takes them for."""
    guesses: dict[str, str] = {}
    ranked = rank(_noting(extractions, guesses), most)
    table = Table("times", "phrase", "contexts", box=None, header_style="bold", pad_edge=False)
    if guesses:
        table.add_column("proposed as")
    for phrase, count, contexts in ranked:
        table.add_row(
            str(count),
            Text(phrase),
            Text("\n".join(f"… {context} …" for context in contexts), style="dim"),
            *[guesses.get(phrase, "")] * bool(guesses),
        )
    return table


def _noting(extractions: Iterable[Extraction], guesses: dict[str, str]) -> Iterator[Extraction]:
    """Yield the extractions, and note what their proposed names are taken for."""
    for made in extractions:
        for mention in made.mentions:
            if mention.proposed:
                guesses.setdefault(made.post.text[mention.start : mention.end], mention.type.value)
        yield made
