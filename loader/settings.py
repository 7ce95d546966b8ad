"""What the environment may say about loading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from loader.errors import LoaderError
from loader.model import Model

_SWITCH = {"1": True, "true": True, "yes": True, "on": True}
_SWITCH |= {"": False, "0": False, "false": False, "no": False, "off": False}


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
            LoaderError: a number is no number, or a switch is neither on nor off.
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
            propose=_switch("CABLEGRAPH_NER", env.get("CABLEGRAPH_NER", "")),
        )


def _switch(name: str, value: str) -> bool:
    if value.casefold() not in _SWITCH:
        raise LoaderError(f"{name} is {value!r}: give 1 for on, or 0 for off.")
    return _SWITCH[value.casefold()]


def _path(value: str | None) -> Path | None:
    return Path(value).expanduser() if value else None
