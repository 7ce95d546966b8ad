"""What resolution keeps of an entity: no texts but one short quote; on disk, not in memory."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from typing import NamedTuple

from cypher.vocabulary import Precision
from loader.model import DateValue, Entity, EntityType
from loader.resolution.intervals import Interval, interval

POSTS = 40
"""Posts of one entity that are kept to tell whether two entities stand in one post."""
ALIASES = 40
_STATUS = (
    "held", "in force", "signed", "adopted", "approved", "cancelled", "postponed", "not adopted", "ready for signing",
    "planned", "invited", "to be drafted", "draft", "",
)  # fmt: skip
_PRECISION = (Precision.DAY, Precision.INTERVAL, Precision.MONTH, Precision.YEAR, Precision.UNKNOWN)


class Record(NamedTuple):
    """An entity as its posts tell of it; every field may be compared, none depends on the order of posts."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    series: str = ""
    ordinal: int | None = None
    status: str = ""
    date: tuple[str, str, str] | None = None
    """Value, precision, basis."""
    place: str | None = None
    participants: tuple[str, ...] = ()
    country: str | None = None
    acronym: str = ""
    known: bool = False
    posts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """Titles that posts give a person, in small letters."""
    quote: tuple[str, int, int, str] | None = None
    """Post, start and end of a mention in it (code points), and the words around it."""

    @property
    def days(self) -> Interval | None:
        """The days of its date, when it has one that names its year."""
        return interval(self.date[0]) if self.date else None

    @classmethod
    def of(cls, entity: Entity, post: str, quote: tuple[str, int, int, str] | None) -> Record:
        """Return the record of what one post says."""
        date = entity.date
        return cls(
            id=entity.id,
            type=entity.type.value,
            name=entity.name,
            aliases=tuple(sorted(set(entity.aliases))[:ALIASES]),
            kind=entity.kind,
            series=entity.series,
            ordinal=entity.ordinal,
            status=entity.status,
            date=(date.value, date.precision.value, date.basis) if date else None,
            place=entity.place,
            participants=tuple(sorted(set(entity.participants))),
            country=entity.country,
            acronym=entity.acronym,
            known=entity.known,
            posts=(post,),
            quote=quote,
        )

    def dump(self) -> bytes:
        """Return the record as bytes for a file that only this process reads."""
        return marshal.dumps(tuple(self))

    @classmethod
    def load(cls, data: bytes) -> Record:
        """Return the record of what dump made."""
        return cls._make(marshal.loads(data))  # noqa: S302 (made by this process)

    def entity(self) -> Entity:
        """Return the record as an entity."""
        date = self.date and DateValue(
            value=self.date[0], precision=Precision(self.date[1]), basis=self.date[2]
        )
        return Entity(
            id=self.id,
            type=EntityType(self.type),
            name=self.name,
            aliases=self.aliases,
            kind=self.kind,
            series=self.series,
            ordinal=self.ordinal,
            status=self.status,
            date=date or None,
            place=self.place,
            participants=self.participants,
            country=self.country,
            acronym=self.acronym,
            known=self.known,
        )


def join(records: Iterable[Record], name: str) -> Record:
    """Return what several records say together, under a new id; their order does not matter."""
    group = list(records)
    if len(group) == 1:
        return group[0] if group[0].id == name else group[0]._replace(id=name)
    # A vocabulary knows the name; among posts the longest one says most.
    # A meeting of a series has a name of its own; the others are only described.
    names = (
        [record.name for record in group if record.known]
        or [record.name for record in group if record.series]
        or [record.name for record in group]
    )
    caption = min(names, key=lambda text: (-len(text), text))
    others = {text for record in group for text in (record.name, *record.aliases)} - {caption}
    dates = [record.date for record in group if record.date]
    return Record(
        id=name,
        type=group[0].type,
        name=caption,
        aliases=tuple(sorted(others)[:ALIASES]),
        kind=_most([record.kind for record in group]),
        series=_most([record.series for record in group]),
        ordinal=min((record.ordinal for record in group if record.ordinal is not None), default=None),
        status=min((record.status for record in group), key=_rank),
        date=min(dates, key=_precision, default=None),
        place=min((record.place for record in group if record.place), default=None),
        participants=tuple(sorted({who for record in group for who in record.participants})),
        country=min((record.country for record in group if record.country), default=None),
        acronym=_most([record.acronym for record in group]),
        known=any(record.known for record in group),
        posts=tuple(sorted({post for record in group for post in record.posts})[:POSTS]),
        titles=tuple(sorted({title for record in group for title in record.titles})[:ALIASES]),
        quote=min((record.quote for record in group if record.quote), default=None),
    )


def _most(values: list[str]) -> str:
    """Return the value that says most: the longest, then the first in the alphabet."""
    return min(values, key=lambda value: (-len(value), value))


def _rank(status: str) -> tuple[int, str]:
    return (_STATUS.index(status) if status in _STATUS else len(_STATUS) - 2, status)


def _precision(date: tuple[str, str, str]) -> tuple[int, int, str, str]:
    days = interval(date[0])
    return _PRECISION.index(Precision(date[1])), (days[1] - days[0] if days else 0), date[0], date[2]
