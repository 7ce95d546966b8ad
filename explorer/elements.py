"""Views become what the canvas's script understands; pure."""

from __future__ import annotations

from cypher.vocabulary import Label
from explorer.dates import spoken
from explorer.stylesheet import KINDS, caption
from explorer.views import EdgeView, NodeView, Subgraph

Element = dict[str, object]


def node(view: NodeView) -> Element:
    """Return a node's data: ISO dates half open, both clocks, its degree in the whole graph."""
    return {
        "id": view.id,
        "kind": view.kind if view.kind in {label.value for label in KINDS} else Label.TOPIC.value,
        "name": view.name,
        "status": view.status,
        "degree": view.degree,
        **_clocks(view),
    }


def edge(view: EdgeView) -> Element:
    """Return an edge's data; its id is the relationship's key."""
    return {
        "id": view.key,
        "source": view.source,
        "target": view.target,
        "type": view.type,
        "caption": caption(view.type),
        "status": view.status.value,
        "evidence": view.evidence_count,
        "when": spoken(view),
        **_clocks(view),
    }


def add(
    found: Subgraph, around: str | None = None, positions: dict[str, tuple[float, float]] | None = None
) -> Element:
    """Return the operation that puts a picture on the canvas; what is there already stays as it is."""
    ids = {view.id for view in found.nodes}
    operation: Element = {"op": "add", "nodes": [node(view) for view in found.nodes], "around": around}
    operation["edges"] = [edge(view) for view in found.edges]
    if positions is not None:
        operation["positions"] = {id_: {"x": x, "y": y} for id_, (x, y) in positions.items() if id_ in ids}
    return operation


def notice(text: str, tone: str = "info") -> Element:
    """Return the operation that tells the reader something (tone: info or error)."""
    return {"op": "notice", "text": text, "tone": tone}


def _clocks(view: NodeView | EdgeView) -> Element:
    return {
        "from": view.valid_from,
        "to": view.valid_to,
        "precision": view.precision.value if view.precision else "unknown",
        "first": (view.first_reported or "")[:10] or None,
        "last": (view.last_reported or "")[:10] or None,
    }
