"""One pass over a text for every known name: an Aho-Corasick automaton with word borders."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from loader.collecting import uncollected
from loader.extraction.frame import even
from loader.model import Entity, EntityType, Level
from loader.vocabulary import Vocabulary


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


class Lexicon:
    """The names of a vocabulary, ready to be found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Build the automaton."""
        self._automaton = ahocorasick.Automaton()
        self.entities: dict[str, Entity] = {}
        self.positions: dict[str, tuple[tuple[str, str], ...]] = {}
        self.capitals: dict[str, str] = {}
        """Place id of a capital → id of its state."""
        self.by_form: dict[str, list[tuple[EntityType, str, Level]]] = {}
        with uncollected():
            self._fill(vocabulary)
            self._leave_out(vocabulary)
        for form, entries in self.by_form.items():
            self._automaton.add_word(form, (form, tuple(entries)))
        self._automaton.make_automaton()
        words = set(vocabulary.words.tags_not)
        self.tags = {
            form.replace(" ", "").replace("-", "").casefold(): form
            for form in self.by_form
            if form not in words
        }

    def _fill(self, vocabulary: Vocabulary) -> None:
        for country in vocabulary.countries:
            self._add(country.id, EntityType.COUNTRY, country.name, country.forms())
        for country in vocabulary.countries:
            for demonym in country.demonyms:
                self._form(demonym, EntityType.COUNTRY, country.id, Level.ADJECTIVE)
        place_of = {(form, place.country): place.id for place in vocabulary.places for form in place.forms()}
        for place in vocabulary.places:
            self._add(place.id, EntityType.PLACE, place.name, place.forms(), country=place.country or None)
        for country in vocabulary.countries:
            capital = place_of.get((country.capital, country.id.removeprefix("country:")))
            if capital:
                self.capitals[capital] = country.id
        for organisation in vocabulary.organisations:
            self._add(
                organisation.id, EntityType.ORGANISATION, organisation.name, organisation.forms(),
                kind=organisation.kind, acronym=organisation.acronym,
            )  # fmt: skip
        for person in vocabulary.persons:
            state = person.state.removeprefix("country:") if person.state.startswith("country:") else None
            self._add(person.id, EntityType.PERSON, person.name, person.forms(), country=state)
            self.positions[person.id] = person.positions
        for document in vocabulary.words.documents:
            self._add(document.id, EntityType.DOCUMENT, document.title, document.forms(), kind=document.kind)

    def _add(
        self, id_: str, type_: EntityType, name: str, forms: tuple[str, ...],
        *, country: str | None = None, kind: str = "", acronym: str = "",
    ) -> None:  # fmt: skip
        self.entities[id_] = Entity(
            id=id_, type=type_, name=name, aliases=tuple(form for form in forms if form != name),
            kind=kind, country=country, acronym=acronym, known=True,
        )  # fmt: skip
        for form in forms:
            self._form(form.removeprefix("the "), type_, id_, Level.NAME)
            if type_ in (EntityType.COUNTRY, EntityType.PLACE) and len(form) > 3:
                # datelines: "ABU DHABI, 20 May"
                self._form(form.upper(), type_, id_, Level.NAME)

    def _form(self, form: str, type_: EntityType, id_: str, level: Level) -> None:
        entries = self.by_form.setdefault(plain(even(form)), [])
        if all(entry[:2] != (type_, id_) for entry in entries):
            entries.append((type_, id_, level))

    def _leave_out(self, vocabulary: Vocabulary) -> None:
        """Forget every name that two ambiguous entries share: alone it does not say who is meant."""
        groups = (
            vocabulary.countries, vocabulary.places, vocabulary.organisations, vocabulary.persons, vocabulary.words.documents,
        )  # fmt: skip
        ambiguous = {entry.id for group in groups for entry in group if entry.ambiguous}
        for form, entries in list(self.by_form.items()):
            if len(ambiguous & {id_ for _, id_, _ in entries}) > 1:
                left = [entry for entry in entries if entry[1] not in ambiguous]
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
