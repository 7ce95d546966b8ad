"""One table: what each kind of entity and each status looks like, here and on the canvas."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.vocabulary import Label, Rel, Status


@dataclass(frozen=True)
class Kind:
    """How entities of one kind are drawn and called."""

    one: str
    plural: str
    icon: str
    """File stem in icons/."""
    shape: str
    """A node shape of cytoscape.js."""
    colour: tuple[str, str]
    """Fill on the light and on the dark canvas."""
    size: int
    """Diameter of an entity without relationships, model px."""
    font: int = 12


KINDS: dict[Label, Kind] = {
    Label.PERSON: Kind("Person", "People", "user", "ellipse", ("#4263eb", "#748ffc"), 27),
    Label.COUNTRY: Kind("Country", "Countries", "flag", "round-diamond", ("#2b8a3e", "#69db7c"), 32),
    Label.ORGANISATION: Kind(
        "Organisation", "Organisations", "building-bank", "round-rectangle", ("#0b7285", "#3bc9db"), 27
    ),
    Label.MEETING: Kind("Meeting", "Meetings", "calendar-event", "round-hexagon", ("#d9480f", "#ff922b"), 29),
    Label.DOCUMENT: Kind("Document", "Documents", "file-text", "round-tag", ("#5f3dc4", "#b197fc"), 25),
    Label.PLACE: Kind("Place", "Places", "map-pin", "round-pentagon", ("#c2255c", "#f783ac"), 25),
    Label.TOPIC: Kind("Topic", "Topics", "hash", "ellipse", ("#495057", "#adb5bd"), 21),
}

STATUSES: dict[Status, str] = {
    Status.ASSERTED: "Stated as done",
    Status.PLANNED: "Planned",
    Status.REPORTED: "Claimed by others",
    Status.DENIED: "Denied",
}

HIDDEN_TYPES = {Rel.MENTIONS, Rel.PUBLISHED_BY, Rel.FORWARDED_FROM, Rel.QUOTED_FROM}
"""Relationships of posts; the canvas draws those between entities."""

TYPES: tuple[Rel, ...] = tuple(rel for rel in Rel if rel not in HIDDEN_TYPES)


def caption(rel: str) -> str:
    """Return a relationship type as a verb phrase: PARTICIPATED_IN becomes ``participated in``."""
    return rel.replace("_", " ").lower()


def kind_of(kind: str) -> Kind:
    """Return how a kind is drawn; one that the table does not have is drawn as a topic."""
    return KINDS.get(Label(kind), KINDS[Label.TOPIC]) if kind in set(Label) else KINDS[Label.TOPIC]
