"""Predicates of facts and the relationship types that they become: the one table between the two."""

from __future__ import annotations

from cypher.vocabulary import Rel
from loader.model import EntityType

LABELS: dict[EntityType, tuple[str, ...]] = {
    EntityType.PERSON: ("Actor", "Person"),
    EntityType.COUNTRY: ("Actor", "Country"),
    EntityType.ORGANISATION: ("Organisation",),
    EntityType.MEETING: ("Meeting",),
    EntityType.DOCUMENT: ("Document",),
    EntityType.PLACE: ("Place",),
    EntityType.TOPIC: ("Topic",),
}
"""Labels of an entity's node besides Entity; dates are properties, no nodes."""

RELATIONSHIPS: dict[str, tuple[Rel, bool]] = {
    "participated_in": (Rel.PARTICIPATED_IN, False),
    "chaired": (Rel.CHAIRED, False),
    "organised": (Rel.ORGANISED, False),
    "invited_to": (Rel.INVITED_TO, False),
    "held_in": (Rel.HELD_IN, False),
    "part_of": (Rel.PART_OF, False),
    "adopted": (Rel.ADOPTED, False),
    "reviewed": (Rel.REVIEWED, False),
    "agreed_to_draft": (Rel.AGREED_TO_DRAFT, False),
    "discussed_topic": (Rel.DISCUSSED, False),
    "issued": (Rel.ISSUED, False),
    "signed": (Rel.SIGNED, False),
    "signed_by": (Rel.SIGNED, True),
    "has_party": (Rel.HAS_PARTY, False),
    "acceded_to": (Rel.ACCEDED_TO, False),
    "holds_position": (Rel.HOLDS_POSITION, False),
    "represents": (Rel.REPRESENTS, False),
    "succeeded": (Rel.SUCCEEDED, False),
    "member_of": (Rel.MEMBER_OF, False),
    "partner_of": (Rel.PARTNER_OF, False),
    "founded": (Rel.FOUNDED, False),
    "founded_in": (Rel.FOUNDED_IN, False),
    "located_in": (Rel.LOCATED_IN, False),
    "proposed": (Rel.PROPOSED, False),
    "interested_in": (Rel.INTERESTED_IN, False),
}
"""Predicate to relationship type; True where the relationship runs from object to subject."""

DATES = {"held_on": "held_on", "founded_on": "founded_on"}
"""Predicates whose object is a date: a property of the subject, with sentences of its own."""

TITLED = frozenset({Rel.HOLDS_POSITION})
"""Types of which one pair has several relationships, told apart by their qualifier."""
