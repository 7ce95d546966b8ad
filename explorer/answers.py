"""The rows of a saved query, as the canvas and as a table take them; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

Row = Mapping[str, object]

CANVAS_COLUMN = "nodes"
"""The column of a saved query that lists the ids to draw."""
ENTITY = re.compile(r"(person|country|organisation|meeting|document|place|topic):\S+")


def entity_ids(rows: Sequence[Row]) -> list[str]:
    """Return the ids of the entities that rows hold, in order: maps with an id, and ids standing by themselves."""
    return list(dict.fromkeys(id_ for row in rows for id_ in _ids(row)))


def flat(rows: Sequence[Row]) -> list[dict[str, object]]:
    """Return rows whose values are text, numbers and booleans only: an entity becomes its name, a list its parts.

    The column ``nodes`` is for the canvas and left out.
    """
    return [{name: _cell(value) for name, value in row.items() if name != CANVAS_COLUMN} for row in rows]


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if ENTITY.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _ids(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _ids(part)


def _cell(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return str(
            value.get("name") or value.get("title") or value.get("id") or ", ".join(map(str, value.values()))
        )
    if isinstance(value, list | tuple):
        return ", ".join(str(_cell(part)) for part in value)
    return str(value)
