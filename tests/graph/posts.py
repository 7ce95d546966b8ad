"""Extractions made by hand, so that graph tests do not depend on what the rules can read."""

from __future__ import annotations

import re

from cypher.vocabulary import Precision, Status
from loader.model import DateValue, Entity, EntityType, Extraction, Fact, Mention, Post, Span

NAMES = {
    "person:mikhail-gorbachev": "Mikhail Gorbachev",
    "person:ronald-reagan": "Ronald Reagan",
    "country:SU": "Soviet Union",
    "country:US": "United States",
    "place:reykjavik": "Reykjavik",
    "document:inf-treaty": "INF Treaty",
    "organisation:nato": "NATO",
    "topic:arms-control": "arms control",
    "meeting:reykjavik-1986": "Reykjavik summit",
}
TYPES = {
    "person": EntityType.PERSON, "country": EntityType.COUNTRY, "place": EntityType.PLACE, "topic": EntityType.TOPIC,
    "document": EntityType.DOCUMENT, "organisation": EntityType.ORGANISATION, "meeting": EntityType.MEETING,
}  # fmt: skip


def day(value: str) -> DateValue:
    return DateValue(value=value, precision=Precision.DAY, basis="title")


def entity(name: str) -> Entity:
    date = day("1986-10-11/1986-10-12") if name == "meeting:reykjavik-1986" else None
    status = "held" if date else ""
    return Entity(
        id=name, type=TYPES[name.partition(":")[0]], name=NAMES[name], known=True, date=date, status=status
    )


def post(
    name: str,
    text: str,
    *facts: tuple[str, str, str, Status, str],
    date: str = "1986-10-13",
    origin: str | None = None,
) -> Extraction:
    """Make an extraction; each fact is subject, predicate, object, status and its quote."""
    ids = [known for known, form in NAMES.items() if form in text]
    used = sorted({*ids, *(end for fact in facts for end in (fact[0], fact[2]) if end in NAMES)})
    mentions = tuple(
        Mention(start=m.start(), end=m.end(), type=TYPES[known.partition(":")[0]], id=known)
        for known in ids
        for m in re.finditer(re.escape(NAMES[known]), text)
    )
    made = tuple(
        Fact(
            subject=subject, predicate=predicate, object=object_, status=status, rule="by-hand",
            evidence=Span(start=text.index(quote), end=text.index(quote) + len(quote)),
            date=day(object_.removeprefix("date:")) if object_.startswith("date:") else None,
        )
        for subject, predicate, object_, status, quote in facts
    )  # fmt: skip
    return Extraction(
        post=Post(id=f"post:{name}", text=text, date=day(date), channel="Cold War Digest", forwarded_from=origin),
        mentions=mentions, entities=tuple(entity(name) for name in used), facts=made, vocabulary_hash="by-hand",
    )  # fmt: skip


SUMMIT = "meeting:reykjavik-1986"
A, P, D = Status.ASSERTED, Status.PLANNED, Status.DENIED
POSTS = (
    post(
        "1",
        "Ronald Reagan and Mikhail Gorbachev will meet at the Reykjavik summit.\nThe talks are about arms control.",
        (
            "person:ronald-reagan",
            "participated_in",
            SUMMIT,
            P,
            "Ronald Reagan and Mikhail Gorbachev will meet",
        ),
        (
            "person:mikhail-gorbachev",
            "participated_in",
            SUMMIT,
            P,
            "Ronald Reagan and Mikhail Gorbachev will meet",
        ),
        (SUMMIT, "discussed_topic", "topic:arms-control", P, "The talks are about arms control"),
        date="1986-10-01",
    ),
    post(
        "2",
        "Ronald Reagan met Mikhail Gorbachev at the Reykjavik summit 🇮🇸 on October 11. No INF Treaty was adopted.",
        (
            "person:ronald-reagan",
            "participated_in",
            SUMMIT,
            A,
            "Ronald Reagan met Mikhail Gorbachev at the Reykjavik summit",
        ),
        ("person:mikhail-gorbachev", "participated_in", SUMMIT, A, "Ronald Reagan met Mikhail Gorbachev"),
        (SUMMIT, "held_in", "place:reykjavik", A, "Reykjavik summit"),
        (SUMMIT, "held_on", "date:1986-10-11", A, "on October 11"),
        (SUMMIT, "adopted", "document:inf-treaty", D, "No INF Treaty was adopted"),
    ),
    post(
        "3",
        "The Soviet Union and the United States signed the INF Treaty on December 8. NATO welcomed it.",
        ("country:SU", "signed", "document:inf-treaty", A, "signed the INF Treaty"),
        ("country:US", "signed", "document:inf-treaty", A, "signed the INF Treaty"),
        date="1987-12-09",
        origin="Geneva Notes",
    ),
)
