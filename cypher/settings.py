"""Which Neo4j to use, and where the embedded one lives: read once from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import BaseModel, ConfigDict, Field, SecretStr

from cypher.errors import SettingsError

NEO4J_VERSION = "5.26.30"
"""The version of the embedded Neo4j: the long-term support line; docker-compose.yml has the same."""


class StoreSettings(BaseModel):
    """Where the graph is: a Neo4j that somebody runs (uri) or the embedded one (no uri)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uri: str | None = None
    """Address of a Neo4j that somebody runs, e.g. neo4j+s://graph.example:7687 (NEO4J_URI)."""
    username: str = "neo4j"
    """User at that Neo4j (NEO4J_USERNAME)."""
    password: SecretStr = SecretStr("")
    """The user's password (NEO4J_PASSWORD)."""
    database: str = "neo4j"
    """Database to use (NEO4J_DATABASE)."""
    data: Path | None = None
    """Folder of the embedded store (CABLEGRAPH_DATA); None is the platform's folder for user data."""
    jars: Path | None = None
    """Folder that already has the jars of the embedded Neo4j (CABLEGRAPH_JARS); then no network is used."""
    maven_mirror: str | None = None
    """Address of a Maven repository to fetch from instead of Maven Central (CABLEGRAPH_MAVEN_MIRROR)."""
    query_timeout: float = Field(default=30.0, gt=0)
    """Seconds that a reading query may take (CABLEGRAPH_QUERY_TIMEOUT)."""
    version: str = NEO4J_VERSION
    """Version of the embedded Neo4j: one that has a frozen list of jars."""
    cache: Path | None = None
    """Folder of fetched jars; None is the platform's folder for caches."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> StoreSettings:
        """Read the settings from environment variables; empty ones count as unset.

        Raises:
            SettingsError: a value cannot be used.
        """
        names = {
            "uri": "NEO4J_URI",
            "username": "NEO4J_USERNAME",
            "password": "NEO4J_PASSWORD",
            "database": "NEO4J_DATABASE",
            "data": "CABLEGRAPH_DATA",
            "jars": "CABLEGRAPH_JARS",
            "maven_mirror": "CABLEGRAPH_MAVEN_MIRROR",
            "query_timeout": "CABLEGRAPH_QUERY_TIMEOUT",
        }
        given: dict[str, object] = {field: env[name] for field, name in names.items() if env.get(name)}
        for folder in ("data", "jars"):
            if folder in given:
                given[folder] = Path(str(given[folder])).expanduser().absolute()
        if "query_timeout" in given:
            given["query_timeout"] = _seconds(names["query_timeout"], str(given["query_timeout"]))
        return cls.model_validate(given)

    @property
    def data_folder(self) -> Path:
        """Folder of the embedded store and its credentials."""
        return self.data or user_data_path("cablegraph")

    @property
    def cache_folder(self) -> Path:
        """Folder of the fetched jars of this version."""
        return (self.cache or user_cache_path("cablegraph")) / f"neo4j-{self.version}"


def _seconds(name: str, text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise SettingsError(f"{name} is {text!r}: give a number of seconds greater than 0, for example 30.")
    return seconds
