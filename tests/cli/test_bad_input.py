"""A user's mistake gives one clear sentence, a non-zero exit, and nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, assert_one_sentence

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"


@pytest.mark.parametrize("command", [("extract", "--output", "facts.jsonl"), ("load",)])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("paper.pdf", PDF),
        ("paper.txt", PDF),
        ("picture.bin", bytes(range(256)) * 8),
        ("blank.txt", b"\n  \n\t\n"),
        ("placeholder.txt", b"This media is not supported in your browser\nVIEW IN TELEGRAM\n"),
        ("broken.json", b'{"name": "x", "messages": [{"id": 1, '),
        ("posts.jsonl", b'{"id": "1", "text": "A meeting."}\n{"id": 2\n'),
        ("latin1.txt", "Le ministre a reçu l'ambassadeur à Genève".encode("latin-1")),
    ],
)
def test_an_unusable_file_is_named_with_its_remedy(
    cablegraph: Run, tmp_path: Path, command: tuple[str, ...], name: str, content: bytes | None
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    run = cablegraph(command[0], file, *command[1:], env={"NEO4J_URI": "bolt://127.0.0.1:9"})
    assert_one_sentence(run, name if command[0] == "extract" else "")
    assert not (tmp_path / "facts.jsonl").exists()


def test_a_good_file_beside_a_bad_one_leaves_no_output(cablegraph: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text(
        "Foreign Minister Anna Lind met with Ambassador John Smith in Stockholm on 3 May 2001.", "utf-8"
    )
    bad.write_bytes(PDF)
    assert_one_sentence(cablegraph("extract", good, bad, "--output", "facts.jsonl"), "bad.pdf")
    assert not list(tmp_path.glob("facts*"))


def test_an_output_that_cannot_be_written_is_said(cablegraph: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Foreign Minister Anna Lind met with Ambassador John Smith in Stockholm.", "utf-8")
    assert_one_sentence(
        cablegraph("extract", good, "--output", tmp_path / "none" / "facts.jsonl"), "facts.jsonl"
    )
    assert_one_sentence(cablegraph("extract", good, "--output", tmp_path), "folder")


def test_an_address_where_nobody_listens_is_said(cablegraph: Run) -> None:
    assert_one_sentence(
        cablegraph("status", env={"NEO4J_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "x"}), "127.0.0.1:9"
    )


def test_an_address_that_is_none_is_said(cablegraph: Run) -> None:
    assert_one_sentence(cablegraph("status", env={"NEO4J_URI": "http://127.0.0.1:7474"}), "NEO4J_URI")


def test_an_unknown_saved_query_and_a_wrong_parameter_are_said(cablegraph: Run) -> None:
    assert_one_sentence(cablegraph("query", "no_such_query"), "no_such_query")
    assert_one_sentence(cablegraph("query", "who_met_whom", "--param", "nonsense=1"), "nonsense")
    assert_one_sentence(cablegraph("query", "who_met_whom", "--param", "limit=many"), "limit")


def test_a_number_that_is_none_is_said(cablegraph: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Foreign Minister Anna Lind met with Ambassador John Smith.", "utf-8")
    run = cablegraph("extract", good, "-o", "facts.jsonl", env={"CABLEGRAPH_PROCESSES": "many"})
    assert_one_sentence(run, "CABLEGRAPH_PROCESSES")
