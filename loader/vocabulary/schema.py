"""What the YAML files may hold."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict

from loader.errors import LoaderError


class Entry(BaseModel):
    """One line of a file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DataFile(Entry):
    """A whole file."""

    def overridden(self, other: Self) -> Self:
        """Return this file with the entries of another: the same id wins, others are added."""
        changes: dict[str, object] = {}
        for field in type(self).model_fields:
            if field not in other.model_fields_set:
                continue
            ours, theirs = getattr(self, field), getattr(other, field)
            if isinstance(ours, tuple) and ours and hasattr(ours[0], "id"):
                by_id = {entry.id: entry for entry in (*ours, *theirs)}
                changes[field] = tuple(by_id.values())
            else:
                changes[field] = theirs
        return self.model_copy(update=changes)

    def check(self, place: str) -> None:
        """Refuse a name that two entries claim.

        Raises:
            LoaderError: naming the file and both ids.
        """
        owners: dict[str, str] = {}
        for field in type(self).model_fields:
            value = getattr(self, field)
            for entry in value if isinstance(value, tuple) else ():
                for form in entry.forms() if hasattr(entry, "forms") else ():
                    other = owners.setdefault(form, entry.id)
                    if other != entry.id:
                        raise LoaderError(
                            f"{place}: the name {form!r} belongs to both {other} and {entry.id}; take it from one of them."
                        )


class Country(Entry):
    """A state or territory."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""

    def forms(self) -> tuple[str, ...]:
        """Return every name."""
        return (self.name, *self.names)


class Organisation(Entry):
    """An organisation, forum, court, bank, body or outlet."""

    id: str
    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    part_of: str = ""

    def forms(self) -> tuple[str, ...]:
        """Return every name and the acronym, each once."""
        return tuple(dict.fromkeys(form for form in (self.name, self.acronym, *self.aliases) if form))


class Place(Entry):
    """A city, venue, region or sea."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""

    def forms(self) -> tuple[str, ...]:
        """Return every name."""
        return (self.name, *self.aliases)


class Person(Entry):
    """An office holder."""

    id: str
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


class Series(Entry):
    """A series of meetings."""

    id: str
    names: tuple[str, ...]
    organisation: str = ""
    kind: str = ""


class KnownDocument(Entry):
    """A treaty, charter or other document that many posts cite."""

    id: str
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

    titles: tuple[Title, ...]
    title_prefixes: tuple[str, ...]
    domains: tuple[str, ...]
    meeting_heads: dict[str, tuple[str, ...]]
    document_heads: tuple[str, ...]
    series: tuple[Series, ...]
    documents: tuple[KnownDocument, ...]
    topics: tuple[str, ...]
    stop: tuple[str, ...]
    nationalities_not: tuple[str, ...] = ()
