"""Every statement of the program: a .cypher file with front matter becomes a Query.

Front matter is the `//` comments above the statement; a comment that starts with two spaces or more continues
the one before it:

    // title: Who met whom
    // description: Pairs of actors reported at the same meeting since a given day.
    // access: read
    // param since: date = null -- first day to look at
    // param limit: integer = 100 -- most pairs to return
    // returns: table
    MATCH …
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, cast, get_args

from cypher.errors import CatalogueError
from cypher.vocabulary import Label, Rel

Access = Literal["read", "write", "schema"]
View = Literal["graph", "table"]

FOLDERS = ("schema", "load", "explore", "saved", "server")
"""Folders of the package that hold statements; saved/ is the menu."""

TYPE = re.compile(
    r"(text|integer|number|boolean|date|entity|rows|map)|list\[(text|integer|number|date|entity)\]"
)
PARAM = re.compile(
    r"(?P<name>[a-z_][a-z0-9_]*)(?:\s*:\s*(?P<type>[a-z\[\]]+))?(?:\s*=\s*(?P<default>.*?))?"
    r"(?:\s+--\s*(?P<description>.*))?"
)
USED = re.compile(r"\$([A-Za-z_]\w*)")
NOT_CODE = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
WORDS = re.compile(
    r"(?<!:):(?!:)\s*((?:[!(%]\s*)*[A-Za-z_]\w*(?:\s*\)*\s*[|&:]\s*(?:[!(]\s*)*[A-Za-z_]\w*)*)"
)
MAP_KEY = re.compile(r"[{,]\s*[A-Za-z_]\w*\s*$")
IN_RELATIONSHIP = re.compile(r"\[\s*\w*\s*$")


@dataclass(frozen=True)
class Parameter:
    """One declared parameter of a statement; forms are generated from it."""

    name: str
    type: str
    description: str
    required: bool
    default: object = None


@dataclass(frozen=True)
class Query:
    """One statement with its front matter."""

    name: str
    title: str
    description: str
    access: Access
    parameters: tuple[Parameter, ...]
    statement: str
    view: View | None

    def bind(self, given: Mapping[str, object]) -> dict[str, object]:
        """Return the parameters to send: those given, and the defaults of the rest.

        Raises:
            CatalogueError: one is not declared, or a required one is missing.
        """
        declared = {parameter.name for parameter in self.parameters}
        if unknown := sorted(set(given) - declared):
            raise CatalogueError(
                f"{self.name} has no parameter {', '.join(unknown)}; it takes {', '.join(sorted(declared)) or 'none'}."
            )
        missing = [p.name for p in self.parameters if p.required and p.name not in given]
        if missing:
            raise CatalogueError(f"{self.name} needs a value for {', '.join(missing)}.")
        return {p.name: given.get(p.name, p.default) for p in self.parameters}


class Catalogue(Mapping[str, Query]):
    """All queries by name; a name is folder/stem, for example saved/who_met_whom."""

    def __init__(self, queries: Mapping[str, Query]) -> None:
        self._queries = dict(queries)

    @classmethod
    def load(cls, root: Traversable | None = None) -> Catalogue:
        """Read every .cypher file of the package (or of another root with the same folders).

        Raises:
            CatalogueError: a file is not as this module demands.
        """
        root = root or files("cypher")
        found = sorted(_cypher_files(root), key=lambda pair: pair[0])
        return cls({name: parse(name, file.read_text("utf-8")) for name, file in found})

    @property
    def saved(self) -> tuple[Query, ...]:
        """The menu: every query of saved/, by title."""
        return tuple(sorted((q for n, q in self.items() if n.startswith("saved/")), key=lambda q: q.title))

    def __getitem__(self, name: str) -> Query:
        try:
            return self._queries[name]
        except KeyError:
            raise CatalogueError(f"There is no query {name}.") from None

    def __contains__(self, name: object) -> bool:
        return name in self._queries

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)


def parse(name: str, text: str) -> Query:
    """Turn the text of a .cypher file into a Query.

    Raises:
        CatalogueError: the front matter is incomplete, a parameter is undeclared or unused, or a label or
            relationship type is not in cypher/vocabulary.py.
    """
    entries, statement = _split(text)
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    for entry in entries:
        key, colon, value = entry.partition(":")
        if key.startswith("param "):
            parameters.append(_parameter(name, entry.removeprefix("param ").strip()))
        elif colon and key in {"title", "description", "access", "returns"} and key not in fields:
            fields[key] = value.strip()
        else:
            raise _fault(name, f"does not understand the line {entry!r}; known are title, description, "
                               "access, returns (each once) and param")  # fmt: skip
    for field, allowed in (("title", ()), ("access", get_args(Access))):
        if not fields.get(field) or (allowed and fields[field] not in allowed):
            raise _fault(name, f"needs a line '// {field}: {'|'.join(allowed) or '…'}'")
    view = fields.get("returns")
    if view not in (None, *get_args(View)) or (name.startswith("saved/") and view is None):
        raise _fault(name, "needs a line '// returns: graph|table'")
    if name.startswith("saved/") and fields["access"] != "read":
        raise _fault(name, "is a saved query, so its access must be read")
    if not statement:
        raise _fault(name, "has no statement")
    _check_parameters(name, parameters, statement)
    _check_words(name, statement)
    return Query(
        name=name,
        title=fields["title"],
        description=fields.get("description", ""),
        access=cast("Access", fields["access"]),
        parameters=tuple(parameters),
        statement=statement,
        view=cast("View | None", view),
    )


def _cypher_files(root: Traversable) -> Iterator[tuple[str, Traversable]]:
    for folder in FOLDERS:
        if (place := root / folder).is_dir():
            for file in place.iterdir():
                if file.name.endswith(".cypher"):
                    yield f"{folder}/{file.name.removesuffix('.cypher')}", file


def _split(text: str) -> tuple[list[str], str]:
    entries: list[str] = []
    lines = text.splitlines()
    while lines and (lines[0].startswith("//") or not lines[0].strip()):
        comment = lines.pop(0).removeprefix("//")
        if comment.startswith("  ") and entries:
            entries[-1] += " " + comment.strip()
        elif comment.strip():
            entries.append(comment.strip())
    return entries, "\n".join(lines).strip().removesuffix(";")


def _parameter(name: str, declaration: str) -> Parameter:
    match = PARAM.fullmatch(declaration)
    if match is None:
        raise _fault(
            name, f"does not understand 'param {declaration}'; write 'param NAME: TYPE = DEFAULT -- text'"
        )
    kind = match["type"] or "text"
    if not TYPE.fullmatch(kind):
        raise _fault(name, f"gives {match['name']} the unknown type {kind}")
    default: object = None
    if match["default"] is not None:
        try:
            default = json.loads(match["default"])
        except json.JSONDecodeError:
            raise _fault(
                name, f"gives {match['name']} a default that is no JSON value: {match['default']}"
            ) from None
    return Parameter(match["name"], kind, match["description"] or "", match["default"] is None, default)


def _check_parameters(name: str, parameters: list[Parameter], statement: str) -> None:
    declared = [parameter.name for parameter in parameters]
    used = set(USED.findall(NOT_CODE.sub("''", statement)))
    if len(declared) != len(set(declared)):
        raise _fault(name, "declares a parameter twice")
    if undeclared := sorted(used - set(declared)):
        raise _fault(
            name, f"uses ${', $'.join(undeclared)} without declaring it: add '// param {undeclared[0]}: …'"
        )
    if unused := sorted(set(declared) - used):
        raise _fault(name, f"declares {', '.join(unused)} but does not use it")


def _check_words(name: str, statement: str) -> None:
    code = NOT_CODE.sub("''", statement)
    for match in WORDS.finditer(code):
        before = code[: match.start()]
        if MAP_KEY.search(before):
            continue
        known = set(Rel) if IN_RELATIONSHIP.search(before) else set(Label)
        for word in re.findall(r"\w+", match[1]):
            if word not in known:
                raise _fault(name, f"uses the word {word}, which cypher/vocabulary.py does not have")


def _fault(name: str, what: str) -> CatalogueError:
    return CatalogueError(f"cypher/{name}.cypher {what}.")
