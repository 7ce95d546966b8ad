"""What people type into the form of a query, or after --param, becomes the query's parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from cypher.catalogue import Parameter, Query
from cypher.errors import CatalogueError

TRUE, FALSE = {"true", "yes", "1", "on"}, {"false", "no", "0", "off"}


def parameters(query: Query, typed: Mapping[str, object]) -> dict[str, object]:
    """Return the parameters of a query from what was typed.

    Args:
        query: the query.
        typed: parameter name to text, or to a value that has its type already; empty text and None stand for
            the parameter's default.

    Raises:
        CatalogueError: a parameter is unknown or missing, or a text is not of its type; the message names the
            parameter and shows what it takes.
    """
    declared = {parameter.name: parameter for parameter in query.parameters}
    given = {
        name: _value(query, declared[name], value) if name in declared else value
        for name, value in typed.items()
        if value is not None and value != ""
    }
    return query.bind(given)


def _value(query: Query, parameter: Parameter, typed: object) -> object:
    if not isinstance(typed, str):
        return typed
    convert, example = _TYPES.get(parameter.type, (str, "text"))
    try:
        return convert(typed.strip())
    except ValueError:
        name = query.name.removeprefix("saved/")
        raise CatalogueError(f"{name} takes {example} for {parameter.name}, not {typed!r}.") from None


def _boolean(text: str) -> bool:
    if text.lower() in TRUE | FALSE:
        return text.lower() in TRUE
    raise ValueError(text)


def _date(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"\s*,\s*", text) if word]


_TYPES: dict[str, tuple[Callable[[str], object], str]] = {
    "integer": (int, "a whole number, such as 10,"),
    "number": (float, "a number, such as 2.5,"),
    "boolean": (_boolean, "true or false"),
    "date": (_date, "a day, such as 1987-12-08,"),
    "list[text]": (_words, "words with commas between them"),
    "list[entity]": (_words, "ids with commas between them"),
}
