"""What can go wrong between the program and its graph; each message is a sentence for the user."""

from __future__ import annotations


class GraphError(Exception):
    """The root: the graph cannot be used as asked."""


class GraphUnavailable(GraphError):
    """No Neo4j answers (yet, any more, or at all)."""


class WrongPassword(GraphError):
    """Neo4j refuses the user's name or password."""


class NeoTooOld(GraphError):
    """The server is older than the oldest that is supported."""


class QueryTimedOut(GraphError):
    """A query took longer than it was allowed to."""


class QueryRefused(GraphError):
    """Neo4j refuses a statement: it writes in a reading session, or it cannot be run as it stands."""


class CatalogueError(GraphError):
    """A .cypher file is not as the catalogue demands; the message names file and remedy."""


class SettingsError(GraphError):
    """A setting has a value that cannot be used; the message names the setting."""


class EngineError(GraphError):
    """The embedded Neo4j cannot be fetched, started or stopped."""


class JarsMissing(EngineError):
    """Jars of the embedded Neo4j are missing or damaged; the message says what to do."""
