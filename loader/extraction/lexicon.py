"""One pass over a text for every known name: an Aho-Corasick automaton with word borders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from loader.collecting import uncollected
from loader.extraction.frame import even
from loader.model import Entity, EntityType, Level
from loader.vocabulary import Vocabulary
from loader.vocabulary.schema import Country, KnownDocument, Organisation, Person, Place


class Hit(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    type: EntityType
    id: str
    level: Level
    rule: str = "vocabulary"


_PLAIN = {
    code: base[0]
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (base := unicodedata.normalize("NFD", chr(code)))[0].isascii() and len(base) > 1
} | {ord("ł"): "l", ord("Ł"): "L", ord("ø"): "o", ord("Ø"): "O", ord("đ"): "d", ord("Đ"): "D", ord("ı"): "i"}

_ACCENTED = re.compile(f"[{''.join(map(chr, _PLAIN))}]")


def plain(text: str) -> str:
    """Return a text of the same length without accents: Kraków and Krakow are one name."""
    return text if text.isascii() else _ACCENTED.sub(lambda match: _PLAIN[ord(match.group())], text)


KnownEntry = Country | Place | Organisation | Person | KnownDocument


class KnownEntities(Mapping[str, Entity]):
    """The entities of a vocabulary by their ids, each made when it is asked for: most never are."""

    def __init__(self) -> None:
        """Begin with none."""
        self._entries: dict[str, tuple[EntityType, KnownEntry]] = {}
        self._made = lru_cache(maxsize=4096)(self._make)

    def add(self, type_: EntityType, entry: KnownEntry) -> None:
        """Add an entry of a vocabulary."""
        self._entries[entry.id] = type_, entry

    def __getitem__(self, id_: str) -> Entity:
        """Return the entity with an id.

        Raises:
            KeyError: the vocabularies have none.
        """
        if id_ not in self._entries:
            raise KeyError(id_)
        return self._made(id_)

    def __contains__(self, id_: object) -> bool:
        """Tell whether the vocabularies have an entity."""
        return id_ in self._entries

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._entries)

    def _make(self, id_: str) -> Entity:
        type_, entry = self._entries[id_]
        name = entry.title if isinstance(entry, KnownDocument) else entry.name
        country = None
        if isinstance(entry, Place):
            country = entry.country or None
        elif isinstance(entry, Person) and entry.state.startswith("country:"):
            country = entry.state.removeprefix("country:")
        return Entity(
            id=id_, type=type_, name=name, aliases=tuple(form for form in entry.forms() if form != name),
            kind=entry.kind if isinstance(entry, Organisation | KnownDocument) else "",
            country=country, acronym=entry.acronym if isinstance(entry, Organisation) else "", known=True,
        )  # fmt: skip


class Lexicon:
    """The names of a vocabulary, ready to be found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Build the automaton."""
        self._automaton = ahocorasick.Automaton()
        self.entities = KnownEntities()
        self.positions: dict[str, tuple[tuple[str, str], ...]] = {}
        self.capitals: dict[str, str] = {}
        """Place id of a capital → id of its state."""
        self.by_form: dict[str, tuple[tuple[EntityType, str, Level], ...]] = {}
        with uncollected():
            self._fill(vocabulary)
            self._leave_out(vocabulary)
        for form, entries in self.by_form.items():
            self._automaton.add_word(form, (form, entries))
        self._automaton.make_automaton()
        words = set(vocabulary.words.tags_not)
        self.tags = {
            form.replace(" ", "").replace("-", "").casefold(): form
            for form in self.by_form
            if form not in words
        }

    def _fill(self, vocabulary: Vocabulary) -> None:
        for country in vocabulary.countries:
            self._add(EntityType.COUNTRY, country)
        for country in vocabulary.countries:
            for demonym in country.demonyms:
                self._form(demonym, EntityType.COUNTRY, country.id, Level.ADJECTIVE)
        place_of = {(form, place.country): place.id for place in vocabulary.places for form in place.forms()}
        for place in vocabulary.places:
            self._add(EntityType.PLACE, place)
        for country in vocabulary.countries:
            capital = place_of.get((country.capital, country.id.removeprefix("country:")))
            if capital:
                self.capitals[capital] = country.id
        for organisation in vocabulary.organisations:
            self._add(EntityType.ORGANISATION, organisation)
        for person in vocabulary.persons:
            self._add(EntityType.PERSON, person)
            self.positions[person.id] = person.positions
        for document in vocabulary.words.documents:
            self._add(EntityType.DOCUMENT, document)

    def _add(self, type_: EntityType, entry: KnownEntry) -> None:
        self.entities.add(type_, entry)
        for form in entry.forms():
            self._form(form.removeprefix("the "), type_, entry.id, Level.NAME)
            if type_ in (EntityType.COUNTRY, EntityType.PLACE) and len(form) > 3:
                # datelines: "ABU DHABI, 20 May"
                self._form(form.upper(), type_, entry.id, Level.NAME)

    def _form(self, form: str, type_: EntityType, id_: str, level: Level) -> None:
        form = plain(even(form))
        entries = self.by_form.get(form, ())
        if all(entry[:2] != (type_, id_) for entry in entries):
            self.by_form[form] = (*entries, (type_, id_, level))

    def _leave_out(self, vocabulary: Vocabulary) -> None:
        """Forget every name that two ambiguous entries share: alone it does not say who is meant."""
        groups = (
            vocabulary.countries, vocabulary.places, vocabulary.organisations, vocabulary.persons, vocabulary.words.documents,
        )  # fmt: skip
        ambiguous = {entry.id for group in groups for entry in group if entry.ambiguous}
        for form, entries in list(self.by_form.items()):
            if len(ambiguous & {id_ for _, id_, _ in entries}) > 1:
                left = tuple(entry for entry in entries if entry[1] not in ambiguous)
                if left:
                    self.by_form[form] = left
                else:
                    del self.by_form[form]

    def hits(self, text: str) -> list[Hit]:
        """Return the known names of an even text that stand between word borders, in the order of their ends."""
        found: list[Hit] = []
        text = plain(text)
        for last, (form, entries) in self._automaton.iter(text):
            end = last + 1
            start = end - len(form)
            if _word(text[start - 1 : start]) and _word(text[start]):
                continue
            if _word(text[end : end + 1]) and _word(text[last]):
                continue
            for type_, id_, level in entries:
                found.append(Hit(start, end, type_, id_, level))
        return found


def _word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=8)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary; made once."""
    return Lexicon(vocabulary)


FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


def flag_code(flag: str) -> str:
    """Return the ISO 3166 alpha-2 code of two regional indicators."""
    return "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in flag)
