"""Extractions made by hand for the browser: what the page must show does not depend on what the rules can read."""

from __future__ import annotations

from cypher.vocabulary import Precision, Status
from loader.model import DateValue, Entity, EntityType, Extraction, Fact, Post, Span

KINDS = {kind.value.lower(): kind for kind in EntityType}
ENTITIES = {
    "person:gorbachev": "Mikhail Gorbachev",
    "person:reagan": "Ronald Reagan",
    "person:bush": "George Bush",
    "person:shevardnadze": "Eduard Shevardnadze",
    "person:shultz": "George Shultz",
    "person:baker": "James Baker",
    "person:kohl": "Helmut Kohl",
    "country:SU": "Soviet Union",
    "country:US": "United States",
    "country:IS": "Iceland",
    "organisation:csce": "Conference on Security and Co-operation in Europe",
    "place:geneva": "Geneva",
    "place:reykjavik": "Reykjavik",
    "place:washington": "Washington",
    "place:paris": "Paris",
    "document:inf": "Treaty on the Elimination of Intermediate-Range and Shorter-Range Missiles",
    "document:paris-charter": "Charter of Paris for a New Europe",
    "meeting:geneva-1985": "Geneva summit",
    "meeting:reykjavik-1986": "Reykjavik summit",
    "meeting:washington-1987": "Washington summit",
    "meeting:malta-1989": "Malta summit",
    "meeting:paris-1990": "Paris summit",
    "topic:arms-control": "arms control",
}
DATES = {
    "meeting:geneva-1985": "1985-11-19/1985-11-21",
    "meeting:reykjavik-1986": "1986-10-11/1986-10-12",
    "meeting:washington-1987": "1987-12-08/1987-12-10",
    "meeting:malta-1989": "1989-12-02/1989-12-03",
    "meeting:paris-1990": "1990-11-19/1990-11-21",
}
DENIAL = "No treaty was adopted at the Reykjavik summit"
A, P, D = Status.ASSERTED, Status.PLANNED, Status.DENIED


def _entity(id_: str) -> Entity:
    date = DATES.get(id_)
    value = DateValue(value=date, precision=Precision.INTERVAL, basis="title") if date else None
    status = "held" if date else ""
    kind = KINDS[id_.partition(":")[0]]
    return Entity(id=id_, type=kind, name=ENTITIES[id_], known=True, date=value, status=status)


def _post(number: int, date: str, text: str, *facts: tuple[str, str, str, Status, str]) -> Extraction:
    made = tuple(
        Fact(
            subject=subject, predicate=predicate, object=target, status=status, rule="by-hand",
            evidence=Span(start=text.index(quote), end=text.index(quote) + len(quote)),
        )
        for subject, predicate, target, status, quote in facts
    )  # fmt: skip
    used = sorted({end for fact in facts for end in (fact[0], fact[2])})
    said = DateValue(value=date, precision=Precision.DAY, basis="title")
    post = Post(
        id=f"post:{number}",
        text=text,
        date=said,
        channel="Cold War Digest",
        url=f"https://t.me/digest/{number}",
    )
    return Extraction(
        post=post, entities=tuple(_entity(id_) for id_ in used), facts=made, vocabulary_hash="by-hand"
    )


def _meeting(
    number: int, date: str, meeting: str, who: tuple[str, ...], place: str | None = None
) -> Extraction:
    names = ", ".join(ENTITIES[one] for one in who)
    took_part = f"{names} took part in the {ENTITIES[meeting]}"
    text = f"🕊 Digest 🇨🇭\n{took_part}. They discussed arms control."
    facts = [(one, "participated_in", meeting, A, took_part) for one in who]
    facts.append((meeting, "discussed_topic", "topic:arms-control", A, "They discussed arms control"))
    if place:
        text += f" It was held in {ENTITIES[place]}."
        facts.append((meeting, "held_in", place, A, f"It was held in {ENTITIES[place]}"))
    return _post(number, date, text, *facts)


G, R, B = "person:gorbachev", "person:reagan", "person:bush"
POSTS = (
    _meeting(1, "1985-11-21", "meeting:geneva-1985", (G, R, "person:shultz"), "place:geneva"),
    _meeting(2, "1986-10-13", "meeting:reykjavik-1986", (G, R, "country:IS"), "place:reykjavik"),
    _meeting(3, "1987-12-10", "meeting:washington-1987", (G, R, "country:SU", "country:US"), "place:washington"),
    _meeting(4, "1989-12-03", "meeting:malta-1989", (G, B, "person:baker", "person:shevardnadze")),
    _meeting(5, "1990-11-21", "meeting:paris-1990", (G, B, "person:kohl"), "place:paris"),
    _post(
        6,
        "1986-10-14",
        f"👩🏽‍🚀 {DENIAL}, whatever the wires said. Talks go on.",
        ("meeting:reykjavik-1986", "adopted", "document:inf", D, DENIAL),
    ),
    _post(
        7,
        "1987-12-09",
        "Mikhail Gorbachev and Ronald Reagan signed the treaty on intermediate-range missiles.",
        (G, "signed", "document:inf", A, "Mikhail Gorbachev and Ronald Reagan signed the treaty"),
        (R, "signed", "document:inf", A, "Mikhail Gorbachev and Ronald Reagan signed the treaty"),
    ),
    _post(
        8,
        "1990-10-01",
        "The Conference on Security and Co-operation in Europe will meet in Paris and adopt a Charter of Paris.",
        ("meeting:paris-1990", "part_of", "organisation:csce", P, "Conference on Security and Co-operation in Europe will meet"),
        ("meeting:paris-1990", "adopted", "document:paris-charter", P, "adopt a Charter of Paris"),
    ),
)  # fmt: skip
