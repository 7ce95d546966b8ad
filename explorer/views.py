"""What the page shows, as frozen values: answers of explore/*.cypher become these."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from cypher.vocabulary import Precision, Status


def _iso(value: object) -> object:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value


def _text(value: object) -> object:
    return "" if value is None else value


Iso = Annotated[str | None, BeforeValidator(_iso)]
"""A date or moment as ISO text; the store may give either."""
Text = Annotated[str, BeforeValidator(_text)]
"""Text that is empty where the graph has nothing."""


class View(BaseModel):
    """A frozen value; fields that the page does not know are left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class When(View):
    """Both clocks of something: when it happened (half open) and when it was said."""

    valid_from: Iso = None
    valid_to: Iso = None
    precision: Annotated[Precision | None, BeforeValidator(lambda value: value or None)] = None
    edtf: Text = ""
    first_reported: Iso = None
    last_reported: Iso = None


class NodeView(When):
    """An entity as the canvas draws it."""

    id: str
    kind: str
    name: str
    status: Text = ""
    degree: int = 0
    """Relationships that it has in the whole graph."""


class EdgeView(When):
    """A relationship as the canvas draws it."""

    key: str
    source: str
    target: str
    type: str
    status: Status = Status.ASSERTED
    qualifier: Text = ""
    evidence_count: int = 1
    source_count: int = 1


class Subgraph(View):
    """Entities and the relationships between them."""

    nodes: tuple[NodeView, ...] = ()
    edges: tuple[EdgeView, ...] = ()


class Suggestion(View):
    """One line under the search field."""

    id: str
    kind: str
    name: str
    matched: Text = ""
    degree: int = 0


class Profile(NodeView):
    """Everything the facts panel says about an entity."""

    aliases: tuple[str, ...] = ()
    properties: dict[str, object] = {}
    counts: tuple[tuple[str, int], ...] = ()
    """Relationships by type."""
    posts: int = 0
    """Posts that mention it."""


class Tie(View):
    """One relationship of an entity, seen from it."""

    edge: EdgeView
    other: NodeView
    outgoing: bool


class Sentence(View):
    """One piece of evidence: a quoted span of one post."""

    quote: str
    sentence: Text = ""
    start: int
    """Code points into ``text``, half open."""
    end: int
    text: str
    status: Status = Status.ASSERTED
    speaker: Text = ""
    rule: Text = ""
    post_id: str
    published_at: Iso = None
    post_date: Iso = None
    post_precision: Text = ""
    channel: Text = ""
    forwarded_from: Text = ""
    url: Text = ""


Phase = Literal["fetching", "starting", "preparing", "ready", "failed"]
