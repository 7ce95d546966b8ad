"""What the environment may say about loading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from loader.errors import LoaderError
from loader.model import Model


class LoaderSettings(Model):
    """Where an analyst's own vocabularies and judgements are, and how much of the machine to use."""

    vocabulary: Path | None = None
    """Folder of YAML files that override the shipped vocabularies (CABLEGRAPH_VOCABULARY)."""
    judgements: Path | None = None
    """File of same_as and not_same decisions (CABLEGRAPH_JUDGEMENTS)."""
    processes: int = 0
    """Processes that extract; 0 means one for few posts, else one a core (CABLEGRAPH_PROCESSES)."""
    propose: bool = False
    """Let the statistical proposer of cablegraph[ner] add names (CABLEGRAPH_NER=1)."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> LoaderSettings:
        """Read the settings from environment variables.

        Raises:
            LoaderError: a number is no number.
        """
        try:
            processes = int(env.get("CABLEGRAPH_PROCESSES") or 0)
        except ValueError:
            raise LoaderError(
                f"CABLEGRAPH_PROCESSES is {env['CABLEGRAPH_PROCESSES']!r}: give a whole number, 0 for automatic."
            ) from None
        return cls(
            vocabulary=_path(env.get("CABLEGRAPH_VOCABULARY")),
            judgements=_path(env.get("CABLEGRAPH_JUDGEMENTS")),
            processes=processes,
            propose=env.get("CABLEGRAPH_NER", "") in {"1", "true", "yes"},
        )


def _path(value: str | None) -> Path | None:
    return Path(value).expanduser() if value else None
