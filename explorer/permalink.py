"""What is on the canvas as one small value: canonical JSON and its fingerprint; pure."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Coordinate = Annotated[float, Field(ge=-1e6, le=1e6, allow_inf_nan=False)]
Day = Annotated[float, Field(ge=-1e7, le=1e7, allow_inf_nan=False)]
Key = Annotated[str, Field(max_length=400)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Filters(_Part):
    """What the filters leave out (null: nothing)."""

    kinds: Annotated[list[Key], Field(max_length=50)] | None = None
    types: Annotated[list[Key], Field(max_length=100)] | None = None
    statuses: Annotated[list[Key], Field(max_length=20)] | None = None


class Time(_Part):
    """The range of the time bar, in days since 1970, and its clock."""

    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    clock: Literal["happened", "reported"] = "happened"
    undated: bool = True


class Viewport(_Part):
    """Zoom, and the model point in the middle of the canvas."""

    zoom: Annotated[float, Field(gt=0, le=20)] = 1
    x: Coordinate = 0
    y: Coordinate = 0


class CanvasState(_Part):
    """Everything that a link reopens: entities with their places, filters, time, selection, viewport."""

    v: Literal[1] = 1
    nodes: Annotated[list[tuple[Key, Coordinate, Coordinate]], Field(max_length=2000)]
    filters: Filters = Filters()
    time: Time = Time()
    selected: Key | None = None
    view: Viewport = Viewport()


def canonical(state: CanvasState) -> str:
    """Return the one JSON text of a state: nodes by id, keys sorted, no spaces."""
    value = state.model_dump(mode="json", by_alias=True)
    value["nodes"] = sorted(value["nodes"])
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
