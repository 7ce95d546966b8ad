"""One function per explore/*.cypher: a question in the page's words, its answer as views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explorer.graph import Graph
from explorer.views import EdgeView, NodeView, Profile, Sentence, Subgraph, Suggestion, Tie

Row = Mapping[str, object]


def search(graph: Graph, text: str, limit: int = 12) -> list[Suggestion]:
    """Return entities by name or alias, best first."""
    return [Suggestion.model_validate(row) for row in graph.run("explore/search", {"text": text, "limit": limit})]


def overview(graph: Graph, limit: int) -> Subgraph:
    """Return a good first picture: the busiest meetings and documents with who took part."""
    return with_ties(graph, _nodes(graph.run("explore/overview", {"limit": limit})))


def entities(graph: Graph, ids: Sequence[str], shown: Sequence[str] = ()) -> Subgraph:
    """Return the named entities, with the relationships among them and to those shown."""
    return with_ties(graph, _nodes(graph.run("explore/entities", {"ids": list(ids)})), shown)


def neighbours(graph: Graph, entity: str, shown: Sequence[str], limit: int) -> Subgraph:
    """Return the strongest neighbours of an entity that are not shown yet, with all their relationships to the rest."""
    rows = graph.run("explore/neighbours", {"id": entity, "shown": list(shown), "limit": limit})
    return with_ties(graph, _nodes(rows), shown)


def with_ties(graph: Graph, nodes: Sequence[NodeView], shown: Sequence[str] = ()) -> Subgraph:
    """Return entities with every relationship among them and to the entities already shown."""
    if not nodes:
        return Subgraph()
    ids = [node.id for node in nodes]
    rows = graph.run("explore/ties", {"ids": ids, "shown": [*ids, *shown]})
    return Subgraph(nodes=tuple(nodes), edges=_edges(rows))


def profile(graph: Graph, entity: str) -> Profile | None:
    """Return the facts of an entity, or None when the graph does not have it."""
    rows = graph.run("explore/entity", {"id": entity})
    return Profile.model_validate(rows[0]) if rows else None


def ties(graph: Graph, entity: str, limit: int = 200) -> list[Tie]:
    """Return an entity's relationships with their other ends, dated ones first in time."""
    return [Tie.model_validate(row) for row in graph.run("explore/connections", {"id": entity, "limit": limit})]


def relationship(graph: Graph, key: str) -> tuple[EdgeView, NodeView, NodeView] | None:
    """Return a relationship with its two ends, or None when the graph does not have it."""
    rows = graph.run("explore/relationship", {"key": key})
    if not rows:
        return None
    row = rows[0]
    return (
        EdgeView.model_validate(row["edge"]),
        NodeView.model_validate(row["source"]),
        NodeView.model_validate(row["target"]),
    )


def evidence(graph: Graph, key: str) -> list[Sentence]:
    """Return the sentences behind one relationship, oldest post first."""
    return [Sentence.model_validate(row) for row in graph.run("explore/evidence", {"key": key})]


def _nodes(rows: Sequence[Row]) -> list[NodeView]:
    return [NodeView.model_validate(row) for row in rows]


def _edges(rows: Sequence[Row]) -> tuple[EdgeView, ...]:
    return tuple(EdgeView.model_validate(row) for row in rows)
