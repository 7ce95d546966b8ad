"""The names and words that extraction knows: YAML files, schema-checked, overridable by a user's folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from loader.collecting import uncollected
from loader.errors import LoaderError
from loader.vocabulary.schema import (
    Contradiction,
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
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader written in C where PyYAML has it; ten times as fast."""


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
        """SHA-256 of what all files say, whatever the order of their entries."""


def load_vocabulary(user_folder: Path | None = None) -> Vocabulary:
    """Return the shipped vocabularies, overridden by those of a folder: the same id wins, new ids are added.

    Raises:
        LoaderError: a file has an unknown key, a wrong value, or an alias that another entry has; the message
            names file and line.
    """
    return _load(user_folder)


MODELS: dict[str, type[DataFile]] = {
    "countries": Countries,
    "organisations": Organisations,
    "places": Places,
    "persons": Persons,
    "words": Words,
}
"""Name of a file → what it holds."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A file as it was read."""

    place: str
    text: str


@cache
def _load(user_folder: Path | None) -> Vocabulary:
    if user_folder is not None:
        _check_folder(user_folder)
    with uncollected():
        parts = {name: _read(name, model, user_folder) for name, model in MODELS.items()}
    countries, organisations, places, persons, words = parts.values()
    assert isinstance(countries, Countries) and isinstance(organisations, Organisations)  # noqa: S101, PT018
    assert isinstance(places, Places) and isinstance(persons, Persons) and isinstance(words, Words)  # noqa: S101, PT018
    return Vocabulary(countries, organisations, places, persons, words, _hash(parts))


def _check_folder(folder: Path) -> None:
    """Refuse a folder that is not there, and a file in it that would never be read."""
    if not folder.is_dir():
        raise LoaderError(f"{folder}: there is no such folder of vocabularies.")
    for file in sorted(folder.iterdir()):
        if file.suffix in (".yaml", ".yml") and file.name not in {f"{name}.yaml" for name in MODELS}:
            raise LoaderError(
                f"{file}: no vocabulary has this name; give it one of "
                f"{', '.join(f'{name}.yaml' for name in MODELS)}."
            )


def _hash(parts: dict[str, DataFile]) -> str:
    """Return the SHA-256 of what the files say; comments and the order of entries do not count."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        data = parts[name].model_dump(mode="json")
        for field in sorted(data):
            value = data[field]
            lines = value.items() if isinstance(value, dict) else value
            digest.update(f"{name} {field}\n".encode())
            for line in sorted(json.dumps(line, ensure_ascii=False, sort_keys=True) for line in lines):
                digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def _read(name: str, model: type[T], user_folder: Path | None) -> T:
    shipped = files("loader.vocabulary").joinpath("data", f"{name}.yaml")
    sources = [_Source(f"{name}.yaml", shipped.read_text("utf-8"))]
    own = user_folder / f"{name}.yaml" if user_folder else None
    if own and own.is_file():
        try:
            sources.append(_Source(str(own), own.read_text("utf-8-sig")))
        except UnicodeDecodeError as error:
            raise LoaderError(f"{own}: byte {error.start + 1} is no UTF-8; save the file as UTF-8.") from None
    merged: T | None = None
    for source in sources:
        part = _parse(source, model)
        twice = part.twice()
        if twice:
            raise LoaderError(_twice(twice, source))
        merged = part if merged is None else merged.overridden(part)
    assert merged is not None  # noqa: S101 (the shipped one is there)
    found = merged.contradiction()
    if found:
        raise LoaderError(
            f"{_where(found.second_field, found.second, sources)}: the name {found.name!r} of {found.second} is also that of "
            f"{found.first} ({_where(found.field, found.first, sources)}); take it from one of them, or write "
            f'"ambiguous: true" into both.'
        )
    return merged


def _parse(source: _Source, model: type[T]) -> T:
    try:
        data = yaml.load(source.text, Loader=LOADER)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", error)
        raise LoaderError(f"{source.place}{line}: this is no YAML ({problem}).") from None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        at = f"{source.place}, line {_line(source.text, first['loc'])}"
        *path, key = [str(part) for part in first["loc"]] or [""]
        if first["type"] == "extra_forbidden":
            raise LoaderError(
                f"{at}: the key {key!r} is unknown here; take it out or correct its name."
            ) from None
        where = ".".join([*path, key])
        raise LoaderError(f"{at}: {where + ': ' if where else ''}{first['msg']}.") from None


def _line(text: str, path: tuple[int | str, ...]) -> int:
    """Return the line of the node that a path of keys leads to, or of the last node on the way that is there."""
    node = yaml.compose(text, Loader=LOADER)
    number = node.start_mark.line + 1 if node else 1
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
    return int(number)


def _lines(text: str, field: str, id_: str) -> list[int]:
    """Return the lines of the entries of a list that have an id."""
    root = yaml.compose(text, Loader=LOADER)
    assert isinstance(root, yaml.MappingNode)  # noqa: S101 (the file has been read)
    lists = [value for key, value in root.value if key.value == field]
    return [
        int(entry.start_mark.line) + 1
        for one in lists
        for entry in one.value
        if any(key.value == "id" and value.value == id_ for key, value in entry.value)
    ]


def _where(field: str, id_: str, sources: list[_Source]) -> str:
    """Return file and line of an entry: the user's when it overrides the shipped one."""
    for source in reversed(sources):
        lines = _lines(source.text, field, id_)
        if lines:
            return f"{source.place}, line {lines[0]}"
    return sources[-1].place


def _twice(found: Contradiction, source: _Source) -> str:
    first, second = (
        _lines(source.text, found.field, found.first),
        _lines(source.text, found.second_field, found.second),
    )
    return (
        f"{source.place}, line {second[-1]}: the id {found.second} stands in line {first[0]} too; "
        "make one entry of the two, or give one another id."
    )


def names(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield every id that the vocabularies have."""
    for group in (vocabulary.countries, vocabulary.organisations, vocabulary.places, vocabulary.persons):
        for entry in group:
            yield entry.id
