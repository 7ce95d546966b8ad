"""The names and words that extraction knows: YAML files, schema-checked, overridable by a user's folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from loader.errors import LoaderError
from loader.vocabulary.schema import (
    Countries,
    Country,
    DataFile,
    KnownDocument,
    Organisation,
    Organisations,
    Person,
    Persons,
    Place,
    Places,
    Series,
    Title,
    Words,
)

__all__ = [
    "Country", "KnownDocument", "Organisation", "Person", "Place", "Series", "Title", "Vocabulary", "load_vocabulary",
]  # fmt: skip

T = TypeVar("T", bound=DataFile)


class Vocabulary:
    """Everything that is known before the first post is read."""

    def __init__(
        self,
        countries: Countries,
        organisations: Organisations,
        places: Places,
        persons: Persons,
        words: Words,
        hash_: str,
    ) -> None:
        """Take the checked files."""
        self.countries = countries.countries
        self.organisations = organisations.organisations
        self.places = places.places
        self.persons = persons.persons
        self.words = words
        self.hash = hash_
        """SHA-256 of the content of all files."""


def load_vocabulary(user_folder: Path | None = None) -> Vocabulary:
    """Return the shipped vocabularies, overridden by those of a folder: the same id wins, new ids are added.

    Raises:
        LoaderError: a file has an unknown key, a wrong value, or an alias that another entry has; the message
            names file and line.
    """
    return _load(user_folder)


@cache
def _load(user_folder: Path | None) -> Vocabulary:
    digest = hashlib.sha256()
    countries = _read("countries", Countries, user_folder, digest)
    organisations = _read("organisations", Organisations, user_folder, digest)
    places = _read("places", Places, user_folder, digest)
    persons = _read("persons", Persons, user_folder, digest)
    words = _read("words", Words, user_folder, digest)
    return Vocabulary(countries, organisations, places, persons, words, digest.hexdigest())


def _read(name: str, model: type[T], user_folder: Path | None, digest: hashlib._Hash) -> T:
    shipped = files("loader.vocabulary").joinpath("data", f"{name}.yaml")
    sources: list[tuple[str, str]] = [(f"{name}.yaml", shipped.read_text("utf-8"))]
    if user_folder is not None:
        if not user_folder.is_dir():
            raise LoaderError(f"{user_folder}: there is no such folder of vocabularies.")
        own = user_folder / f"{name}.yaml"
        if own.is_file():
            sources.append((str(own), own.read_text("utf-8")))
    merged: T | None = None
    for place, text in sources:
        digest.update(text.encode())
        part = _parse(place, text, model)
        merged = part if merged is None else merged.overridden(part)
    assert merged is not None  # noqa: S101 (the shipped one is there)
    merged.check(sources[-1][0])
    return merged


def _parse(place: str, text: str, model: type[T]) -> T:
    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise LoaderError(f"{place}{line}: this is no YAML ({getattr(error, 'problem', error)}).") from None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        number = _line(text, first["loc"])
        where = ".".join(str(part) for part in first["loc"])
        raise LoaderError(f"{place}, line {number}: {where}: {first['msg']}.") from None


def _line(text: str, path: tuple[int | str, ...]) -> int:
    """Return the line of the node that a path of keys leads to."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    number = 1
    for part in path:
        found = None
        if isinstance(node, yaml.MappingNode):
            found = next((value for key, value in node.value if key.value == str(part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = node.value[part]
        if found is None:
            break
        node = found
        number = int(node.start_mark.line) + 1
    return number


def names(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield every id that the vocabularies have."""
    for group in (vocabulary.countries, vocabulary.organisations, vocabulary.places, vocabulary.persons):
        for entry in group:
            yield entry.id
