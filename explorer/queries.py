"""One function per explore/*.cypher: a question in the page's words, its answer as views."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from explorer.graph import Graph
from explorer.views import EdgeView, NodeView, Profile, Sentence, Subgraph, Suggestion, Tie

Row = Mapping[str, object]


def search(graph: Graph, text: str, limit: int = 12) -> list[Suggestion]:
    """Return entities by name, acronym or alias, best first; the words of a name may be unfinished."""
    if not (query := lucene(text)):
        return []
    rows = graph.run("explore/search", {"text": query, "limit": limit})
    return [Suggestion.model_validate({**row, "matched": _matched(row, text)}) for row in rows]


def lucene(text: str) -> str:
    """Return what was typed as a full-text query: every word must begin a word of one name."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text.replace("'", " ")))
    return " AND ".join(f"({word.casefold()}^2 OR {_folded(word)}*)" for word in words[:12])


def _matched(row: Row, text: str) -> str:
    """Return the alias that was meant, when the name does not show it."""
    words = [_folded(word) for word in re.findall(r"\w+", text)]
    others = [row.get("acronym"), *_list(row.get("aliases"))]
    for name in (row["name"], *others):
        if isinstance(name, str) and all(word in _folded(name) for word in words):
            return name
    return ""


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def overview(graph: Graph, limit: int) -> Subgraph:
    """Return a good first picture: the busiest entities, of which each is tied to another one in it."""
    found = with_ties(graph, _nodes(graph.run("explore/overview", {"limit": limit})))
    tied = {end for edge in found.edges for end in (edge.source, edge.target)}
    return Subgraph(nodes=tuple(node for node in found.nodes if node.id in tied), edges=found.edges)


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
    return [
        Tie.model_validate(row) for row in graph.run("explore/connections", {"id": entity, "limit": limit})
    ]


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
