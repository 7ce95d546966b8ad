"""Settings of the page, read once from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from explorer.errors import ExplorerError


class ExplorerSettings(BaseModel):
    """Where the page is served and where it keeps its own records (shared links)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = "127.0.0.1"
    """Address to serve on (EXPLORER_HOST)."""
    port: int = Field(default=8050, ge=1, le=65535)
    """Port to serve on (EXPLORER_PORT)."""
    threads: int = Field(default=8, ge=1, le=64)
    """Threads that answer requests (EXPLORER_THREADS)."""
    most_elements: int = Field(default=300, ge=10, le=1000)
    """Most entities that one answer puts on the canvas (EXPLORER_MOST_ELEMENTS)."""
    expand_by: int = Field(default=40, ge=5, le=300)
    """Most neighbours that one expansion adds, strongest first (EXPLORER_EXPAND_BY)."""
    data: Path = Field(default_factory=lambda: user_data_path("cablegraph"))
    """Folder for the page's own records (CABLEGRAPH_DATA)."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> ExplorerSettings:
        """Return the settings that the environment names, defaults for the rest.

        Raises:
            ExplorerError: a value is no number or out of its bounds.
        """
        names = {f"EXPLORER_{field.upper()}": field for field in cls.model_fields if field != "data"}
        names["CABLEGRAPH_DATA"] = "data"
        given = {field: env[name] for name, field in names.items() if env.get(name)}
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            first = error.errors()[0]
            field = str(first["loc"][0])
            name = next(name for name, value in names.items() if value == field)
            raise ExplorerError(f"{name}={given.get(field)} is not valid: {first['msg']}.") from error
