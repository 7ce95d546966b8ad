"""The command line as a user runs it: a process of its own, judged by what it prints and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("cablegraph")
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def cablegraph(tmp_path: Path) -> Run:
    """Give a function that runs the command with a data folder of its own and no Neo4j named."""

    def run(
        *arguments: str | Path, env: Mapping[str, str] | None = None, seconds: float = 120
    ) -> subprocess.CompletedProcess[str]:
        clean = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("NEO4J_", "CABLEGRAPH_", "EXPLORER_"))
        }
        return subprocess.run(
            [COMMAND, *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
            cwd=tmp_path,
            env={**clean, "CABLEGRAPH_DATA": str(tmp_path / "data"), "COLUMNS": "200", **(env or {})},
        )

    return run


def assert_one_sentence(run: subprocess.CompletedProcess[str], *words: str) -> None:
    """Check that a command failed with one sentence that names these words, and without a traceback."""
    said = run.stderr.strip()
    assert run.returncode != 0, run.stdout
    assert "Traceback" not in said + run.stdout
    assert said.startswith("cablegraph: "), said
    assert len(said.splitlines()) == 1, said
    assert said.endswith((".", "!")), said
    for word in words:
        assert word in said, said
