"""What the YAML files may hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """One line of a file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Entry):
    """An entry with an id and names."""

    id: str
    ambiguous: bool = False
    """True when others have one of its names too: then that name alone says nothing, and nobody is known by it."""

    def forms(self) -> tuple[str, ...]:
        """Return every name, each once."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two entries of one file that cannot stand together."""

    field: str
    """The list that they stand in."""
    name: str
    """What both claim; empty when they have the same id."""
    first: str
    second: str
    """Their ids."""
    second_field: str


class DataFile(Entry):
    """A whole file."""

    def overridden(self, other: Self) -> Self:
        """Return this file with the entries of another: the same id wins, new ids and new words are added."""
        changes: dict[str, object] = {}
        for field in type(self).model_fields:
            if field in other.model_fields_set:
                changes[field] = _joined(getattr(self, field), getattr(other, field))
        return self.model_copy(update=changes)

    def named(self) -> Iterator[tuple[str, Named]]:
        """Yield every entry that has an id, with the list that it stands in."""
        for field in type(self).model_fields:
            value = getattr(self, field)
            for entry in value if isinstance(value, tuple) else ():
                if isinstance(entry, Named):
                    yield field, entry

    def twice(self) -> Contradiction | None:
        """Return the first id that two entries have."""
        seen: dict[str, str] = {}
        for field, entry in self.named():
            if entry.id in seen:
                return Contradiction(seen[entry.id], "", entry.id, entry.id, field)
            seen[entry.id] = field
        return None

    def contradiction(self) -> Contradiction | None:
        """Return the first name that two entries claim, unless both say that it is ambiguous."""
        owners: dict[str, tuple[str, Named]] = {}
        for field, entry in self.named():
            for form in entry.forms():
                first_field, first = owners.setdefault(form, (field, entry))
                if first.id != entry.id and not (first.ambiguous and entry.ambiguous):
                    return Contradiction(first_field, form, first.id, entry.id, field)
        return None


def _joined(ours: Any, theirs: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
    if isinstance(ours, dict):
        return {**ours, **theirs}
    by_key = {_key(entry): entry for entry in ours}
    return tuple({**by_key, **{_key(entry): entry for entry in theirs}}.values())


def _key(entry: object) -> object:
    return entry.id if isinstance(entry, Named) else entry.title if isinstance(entry, Title) else entry


class Country(Named):
    """A state or territory."""

    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""

    def forms(self) -> tuple[str, ...]:
        """Return every name."""
        return (self.name, *self.names)


class Organisation(Named):
    """An organisation, forum, court, bank, body or outlet."""

    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    part_of: str = ""

    def forms(self) -> tuple[str, ...]:
        """Return every name and the acronym, each once."""
        return tuple(dict.fromkeys(form for form in (self.name, self.acronym, *self.aliases) if form))


class Place(Named):
    """A city, venue, region or sea."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""

    def forms(self) -> tuple[str, ...]:
        """Return every name."""
        return (self.name, *self.aliases)


class Person(Named):
    """An office holder."""

    name: str
    aliases: tuple[str, ...] = ()
    state: str = ""
    """Id of the state or organisation that the person stands for."""
    positions: tuple[tuple[str, str], ...] = ()
    """Title and id of the state or organisation."""

    def forms(self) -> tuple[str, ...]:
        """Return every name."""
        return (self.name, *self.aliases)


class Title(Entry):
    """A title that stands before or after a name."""

    title: str
    kind: str
    state: str = ""
    """Id of the one state that has the office, where the title alone tells."""


class Series(Named):
    """A series of meetings."""

    names: tuple[str, ...]
    organisation: str = ""
    kind: str = ""

    def forms(self) -> tuple[str, ...]:
        """Return every name."""
        return self.names


class KnownDocument(Named):
    """A treaty, charter or other document that many posts cite."""

    title: str
    aliases: tuple[str, ...] = ()
    kind: str = ""

    def forms(self) -> tuple[str, ...]:
        """Return every title."""
        return (self.title, *self.aliases)


class Countries(DataFile):
    """countries.yaml."""

    countries: tuple[Country, ...]


class Organisations(DataFile):
    """organisations.yaml."""

    organisations: tuple[Organisation, ...]


class Places(DataFile):
    """places.yaml."""

    places: tuple[Place, ...]


class Persons(DataFile):
    """persons.yaml."""

    persons: tuple[Person, ...]


class Words(DataFile):
    """words.yaml."""

    titles: tuple[Title, ...] = ()
    title_prefixes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    meeting_heads: dict[str, tuple[str, ...]] = {}
    document_heads: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    documents: tuple[KnownDocument, ...] = ()
    topics: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    nationalities_not: tuple[str, ...] = ()
    tags_not: tuple[str, ...] = ()
    """Names that a word of a hashtag does not mean: #EcoTourism is not about the ECO."""
