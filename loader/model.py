"""The values that pass between the loader's stages; all frozen, all serialisable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from cypher.vocabulary import Precision, Status


class Model(BaseModel):
    """A frozen value that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with other values of some fields, which are not checked."""
        if deep:
            return super().model_copy(update=update, deep=True)
        # A copy is made for most facts and mentions. The general way looks for extra and private fields, which no
        # model here has, and takes three times as long.
        new = update or {}
        made = self.__new__(type(self))
        object.__setattr__(made, "__dict__", {**self.__dict__, **new})
        object.__setattr__(made, "__pydantic_fields_set__", self.__pydantic_fields_set__.union(new))
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made


class RawPost(Model):
    """A post as a reader found it, before anything is known about its date."""

    source: str
    """The file it came from, for messages."""
    line: int
    """The line (text) or the item number (JSON) where it begins, from 1."""
    text: str
    """First line and body joined by line feeds, placeholders and second copies removed, otherwise verbatim."""
    channel: str | None = None
    """Name of the channel that published it, when the file says so."""
    message_id: str | None = None
    published_at: datetime | None = None
    """When it was posted, with its time zone, when the file says so."""
    edited_at: datetime | None = None
    forwarded_from: str | None = None
    """Name of the channel it was forwarded from, verbatim."""
    url: str | None = None
    external_id: str | None = None
    """The id that a JSON-lines input gave it."""


class DateValue(Model):
    """A calendar date with its precision.

    ``value`` is EDTF level 0/1: ``2024-07-26``, ``2024-10``, ``2024``, ``2021/2025``,
    ``2024-07-28/2024-08-08``, ``XXXX-08-08`` (recurring day).
    """

    value: str
    precision: Precision
    basis: str = ""
    """Why: title, place line, lead, posted, order of posts, neighbours …"""


class Post(Model):
    """A distinct post, identified and dated (the date stays None when nothing gives it)."""

    id: str
    """``post:…`` from channel and message id, or from the text's hash."""
    text: str
    date: DateValue | None = None
    channel: str | None = None
    message_id: str | None = None
    published_at: datetime | None = None
    edited_at: datetime | None = None
    forwarded_from: str | None = None
    url: str | None = None
    external_id: str | None = None
    source: str = ""
    line: int = 0


class EntityType(StrEnum):
    """What an entity is; the mention types of the annotation guideline, and topics."""

    PERSON = "Person"
    COUNTRY = "Country"
    ORGANISATION = "Organisation"
    MEETING = "Meeting"
    DOCUMENT = "Document"
    PLACE = "Place"
    DATE = "Date"
    TOPIC = "Topic"


class Level(StrEnum):
    """How a mention names its entity (annotation guideline)."""

    NAME = "NAM"
    ADJECTIVE = "ADJ"
    METONYM = "MET"
    FLAG = "FLAG"
    TAG = "TAG"
    NOMINAL = "NOM"
    PRONOUN = "PRO"
    RELATIVE = "REL"


class Mention(Model):
    """A span of a post that names an entity: ``post.text[start:end]``, code points, half open."""

    start: int
    end: int
    type: EntityType
    id: str
    """The entity's id inside this post; resolution maps it to the canonical one."""
    level: Level = Level.NAME
    nested: bool = False
    rule: str = ""
    """The vocabulary or shape rule that found it."""
    proposed: bool = False
    """True when only the optional statistical proposer found it."""


class Span(Model):
    """A continuous quote of a post, code points, half open."""

    start: int
    end: int


class Fact(Model):
    """``subject predicate object``, as one post says it, with the quote that says so."""

    subject: str
    predicate: str
    """A predicate of the annotation guideline, lower snake case (``participated_in``)."""
    object: str
    status: Status = Status.ASSERTED
    qualifier: str = ""
    """Role, title, topic detail; ``on_behalf_of`` and the like stay in the text."""
    evidence: Span
    speaker: str | None = None
    """Id of the person in whose speaker turn the quote stands."""
    rule: str = ""
    date: DateValue | None = None
    """When the fact held, when the sentence says so."""


class Entity(Model):
    """What one post says about one entity; resolution merges these across posts."""

    id: str
    type: EntityType
    name: str
    """Canonical or longest name; for an unnamed meeting a description made from the text."""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    """Class of a meeting (summit, ministerial, talks, visit, call …), kind of an organisation or document."""
    series: str = ""
    """Meeting series, e.g. ``east-asia-summit``."""
    ordinal: int | None = None
    status: str = ""
    """Meeting: held, planned, cancelled. Document: adopted, not adopted, draft, signed, in force."""
    date: DateValue | None = None
    place: str | None = None
    """Id of the place of a meeting."""
    participants: tuple[str, ...] = ()
    """Ids of a meeting's participants, for resolution."""
    country: str | None = None
    """ISO 3166 alpha-2 of a place, an office holder or a national organisation."""
    acronym: str = ""
    known: bool = False
    """True when the id comes from a vocabulary (and so needs no guess to be merged)."""


class UnknownPhrase(Model):
    """A capitalised phrase that nothing recognised: what analysts add to the vocabularies."""

    text: str
    start: int
    end: int


class Extraction(Model):
    """Everything that one post says."""

    post: Post
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    unknown: tuple[UnknownPhrase, ...] = ()
    vocabulary_hash: str = ""


class Judgement(Model):
    """A decision that two entities are or are not the same, with who or what decided it."""

    left: str
    right: str
    verdict: Literal["same_as", "not_same", "unsure"]
    reason: str
    source: Literal["rule", "analyst"] = "rule"
    note: str = ""
    decided_on: str = Field(default="", description="ISO date of an analyst's decision")
