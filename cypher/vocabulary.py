"""The words of the graph: every label and relationship type that a statement may use."""

from __future__ import annotations

from enum import StrEnum


class Label(StrEnum):
    """A node label."""

    ENTITY = "Entity"
    ACTOR = "Actor"
    PERSON = "Person"
    COUNTRY = "Country"
    ORGANISATION = "Organisation"
    MEETING = "Meeting"
    DOCUMENT = "Document"
    PLACE = "Place"
    TOPIC = "Topic"
    POST = "Post"
    CHANNEL = "Channel"
    EVIDENCE = "Evidence"


class Rel(StrEnum):
    """A relationship type; a verb phrase read from its first node to its second."""

    PARTICIPATED_IN = "PARTICIPATED_IN"
    CHAIRED = "CHAIRED"
    ORGANISED = "ORGANISED"
    INVITED_TO = "INVITED_TO"
    HELD_IN = "HELD_IN"
    PART_OF = "PART_OF"
    ADOPTED = "ADOPTED"
    REVIEWED = "REVIEWED"
    AGREED_TO_DRAFT = "AGREED_TO_DRAFT"
    DISCUSSED = "DISCUSSED"
    ISSUED = "ISSUED"
    SIGNED = "SIGNED"
    HAS_PARTY = "HAS_PARTY"
    ACCEDED_TO = "ACCEDED_TO"
    HOLDS_POSITION = "HOLDS_POSITION"
    REPRESENTS = "REPRESENTS"
    SUCCEEDED = "SUCCEEDED"
    MEMBER_OF = "MEMBER_OF"
    PARTNER_OF = "PARTNER_OF"
    FOUNDED = "FOUNDED"
    FOUNDED_IN = "FOUNDED_IN"
    LOCATED_IN = "LOCATED_IN"
    PROPOSED = "PROPOSED"
    INTERESTED_IN = "INTERESTED_IN"
    MENTIONS = "MENTIONS"
    PUBLISHED_BY = "PUBLISHED_BY"
    FORWARDED_FROM = "FORWARDED_FROM"
    QUOTED_FROM = "QUOTED_FROM"


class Status(StrEnum):
    """How a post says a fact: as done, as to come, as not so, or as somebody else's claim."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    REPORTED = "reported"
    DENIED = "denied"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    UNKNOWN = "unknown"
