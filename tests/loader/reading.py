"""Short ways to read a text in tests."""

from __future__ import annotations

from cypher.vocabulary import Precision
from loader.extraction import extract
from loader.model import DateValue, Extraction, Level, Post
from loader.vocabulary import load_vocabulary


def read(text: str, day: str | None = "1990-06-15") -> Extraction:
    date = DateValue(value=day, precision=Precision.DAY, basis="test") if day else None
    return extract(Post(id="post:test", text=text, date=date), load_vocabulary())


def named(made: Extraction, kind: str) -> list[str]:
    """The names (not descriptions, flags or pronouns) of one type, as the text has them."""
    levels = {Level.NAME, Level.ADJECTIVE, Level.METONYM, Level.RELATIVE}
    return [
        made.post.text[m.start : m.end] for m in made.mentions if m.type.value == kind and m.level in levels
    ]


def said(made: Extraction, predicate: str) -> set[tuple[str, str, str]]:
    """Subject, object and status of the facts of one predicate; meetings by their names."""
    names = {
        entity.id: entity.name if entity.id.startswith("meeting:") else entity.id for entity in made.entities
    }
    return {
        (names.get(f.subject, f.subject), names.get(f.object, f.object), f.status.value)
        for f in made.facts
        if f.predicate == predicate
    }


def who(made: Extraction) -> set[str]:
    """Who takes part in anything that is asserted."""
    return {
        f.subject for f in made.facts if f.predicate == "participated_in" and f.status.value == "asserted"
    }
