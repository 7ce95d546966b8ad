"""An analyst's way: review what is left, decide in a file, load with it, and take a decision back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, assert_one_sentence

POSTS = (
    "Foreign Minister of Malaysia Mohamad Rahmat met with Ambassador Anna Lind in Oslo on May 3, 2001.",
    "Foreign Minister of Malaysia Mohamed Rahmat met with Ambassador Petra Novak in Oslo on May 9, 2001.",
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "posts.jsonl"
    lines = [
        json.dumps({"id": str(n), "date": f"2001-05-1{n}", "text": text}) for n, text in enumerate(POSTS)
    ]
    file.write_text("\n".join(lines), "utf-8")
    return file


def ministers(cablegraph: Run, source: Path, *options: str | Path) -> set[str]:
    target = source.with_name("facts.jsonl")
    run = cablegraph("extract", source, "--output", target, *options)
    assert run.returncode == 0, run.stderr
    posts = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    return {m["id"] for post in posts for m in post["mentions"] if m["text"].endswith("Rahmat")}


def test_a_decision_is_made_in_the_file_that_review_writes_and_undone_by_removing_its_line(
    cablegraph: Run, source: Path
) -> None:
    decisions = source.with_name("decisions.txt")
    before = ministers(cablegraph, source)
    assert len(before) == 2

    run = cablegraph("review", source, "--output", decisions)
    assert run.returncode == 0, run.stderr
    for words in ("Mohamad Rahmat", "Mohamed Rahmat", "similar spelling", "1 left to you"):
        assert words in run.stdout
    assert ministers(cablegraph, source, "--judgements", decisions) == before

    text = decisions.read_text("utf-8")
    decisions.write_text(text.replace("# same_as", "same_as").replace("  why\n", "  one passport\n"), "utf-8")
    assert len(ministers(cablegraph, source, "--judgements", decisions)) == 1
    log = cablegraph("review", source, "--log", "--judgements", decisions).stdout
    assert "decided by an analyst" in log
    assert "one passport" in log
    assert "1 merges made, 0 left to you" in log

    decisions.write_text(text, "utf-8")
    assert ministers(cablegraph, source, "--judgements", decisions) == before


def test_decisions_are_never_overwritten(cablegraph: Run, source: Path) -> None:
    decisions = source.with_name("decisions.txt")
    decisions.write_text("same_as person:a person:b\n", "utf-8")
    run = cablegraph("review", source, "--output", decisions)
    assert run.returncode != 0
    assert "decisions.txt exists" in run.stderr
    assert decisions.read_text("utf-8") == "same_as person:a person:b\n"


@pytest.mark.parametrize("command", [("extract", "--output", "facts.jsonl"), ("load",), ("review",)])
def test_a_mistake_in_the_decisions_is_told_with_its_line_before_anything_is_read(
    cablegraph: Run, source: Path, command: tuple[str, ...]
) -> None:
    decisions = source.with_name("decisions.txt")
    decisions.write_text("same_as person:a person:b\nnot_same person:b person:a\n", "utf-8")
    run = cablegraph(
        command[0], source, *command[1:], "--judgements", decisions, env={"NEO4J_URI": "bolt://127.0.0.1:9"}
    )
    assert_one_sentence(run, "decisions.txt, line 2", "line 1")


def test_a_decision_about_nothing_is_told_by_every_command_that_uses_it(
    cablegraph: Run, source: Path
) -> None:
    decisions = source.with_name("decisions.txt")
    decisions.write_text("same_as person:nobody person:no-one\n", "utf-8")
    for command in (("extract", "--output", "facts.jsonl"), ("review",)):
        run = cablegraph(command[0], source, *command[1:], "--judgements", decisions)
        assert run.returncode == 0, run.stderr
        assert "same_as person:no-one person:nobody changes nothing" in run.stdout


def test_more_names_without_their_extra_are_refused_before_neo4j_is_asked_for(
    cablegraph: Run, source: Path
) -> None:
    # Python imports this module at its start; it hides one package of the extra.
    hidden = source.with_name("hidden")
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.metadata as m\n"
        "real = m.version\n"
        "def version(name):\n"
        "    if name == 'spacy':\n"
        "        raise m.PackageNotFoundError(name)\n"
        "    return real(name)\n"
        "m.version = version\n",
        "utf-8",
    )
    env = {"PYTHONPATH": str(hidden), "NEO4J_URI": "bolt://127.0.0.1:9", "NO_COLOR": "1"}
    for options in (("load", source, "--ner"), ("extract", source, "-o", "facts.jsonl", "--ner")):
        assert_one_sentence(cablegraph(*options, env=env), "pip install 'cablegraph[ner]'")
    run = cablegraph("extract", source, "-o", "facts.jsonl", env={**env, "CABLEGRAPH_NER": "1"})
    assert_one_sentence(run, "pip install 'cablegraph[ner]'")
    run = cablegraph("extract", source, "-o", "facts.jsonl", "--no-ner", env={**env, "CABLEGRAPH_NER": "1"})
    assert run.returncode == 0, run.stderr
