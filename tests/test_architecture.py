"""The house keeps its shape: who may import whom, where Cypher lives, what the README promises."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("cypher", "loader", "explorer")


def python_files(*packages: str) -> list[Path]:
    return [file for package in packages for file in sorted((ROOT / package).rglob("*.py"))]


def test_imports_go_from_loader_and_explorer_to_cypher_only() -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


CLAUSE = re.compile(r"[\"'].*\b(MATCH \(|MERGE \(|UNWIND |DETACH DELETE|OPTIONAL MATCH|CREATE \(|RETURN )")


@pytest.mark.parametrize("file", python_files(*PACKAGES), ids=lambda file: str(file.relative_to(ROOT)))
def test_no_python_file_holds_cypher(file: Path) -> None:
    guilty = [line for line in file.read_text("utf-8").splitlines() if CLAUSE.search(line)]
    assert not guilty


def test_only_the_store_imports_the_driver() -> None:
    importers = {
        str(file.relative_to(ROOT))
        for file in python_files(*PACKAGES)
        if re.search(r"^\s*(import neo4j|from neo4j)\b", file.read_text("utf-8"), re.MULTILINE)
    }
    assert importers <= {"cypher/store.py"}


def test_importing_any_module_opens_nothing_and_reads_no_environment() -> None:
    modules = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for file in python_files(*PACKAGES)
        if file.name != "__main__.py"
    ]
    script = (
        "import importlib, os, socket, sys\n"
        "class Watched(dict): pass\n"
        f"names = {modules!r}\n"
        "def refuse(*a, **k): raise AssertionError('a socket was opened while importing')\n"
        "socket.socket.connect = refuse\n"
        "seen = []\n"
        "def audit(event, args):\n"
        "    if event in ('subprocess.Popen', 'socket.bind'): seen.append(event)\n"
        "sys.addaudithook(audit)\n"
        "for name in names: importlib.import_module(name)\n"
        "assert not seen, seen\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_the_readme_names_every_setting() -> None:
    code = "\n".join(file.read_text("utf-8") for file in [*python_files(*PACKAGES), ROOT / "cablegraph.py"])
    settings = set(re.findall(r"[\"']((?:NEO4J|CABLEGRAPH|EXPLORER)_[A-Z_]+)[\"']", code))
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {name for name in settings if name not in readme} == set()


def test_the_readme_names_every_saved_query() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    saved = {file.stem for file in (ROOT / "cypher" / "saved").glob("*.cypher")}
    assert {name for name in saved if f"`{name}`" not in readme} == set()


def test_the_readme_shows_the_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = set(re.findall(r"cablegraph ([a-z]+)", readme))
    run = subprocess.run(
        [Path(sys.executable).with_name("cablegraph"), "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    commands = set(re.findall(r"^\W*([a-z]+)\s", run.stdout, re.MULTILINE))
    assert {name for name in shown if name not in commands} == set()
