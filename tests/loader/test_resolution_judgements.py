"""The analyst's file of decisions: plain lines, refused with file and line when they cannot hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loader.errors import LoaderError
from loader.model import Judgement
from loader.resolution import Evidence, Proposal, judgements


def write(folder: Path, *lines: str) -> Path:
    file = folder / "judgements.txt"
    file.write_text("\n".join(lines), "utf-8")
    return file


def test_a_decision_has_two_ids_a_day_and_a_note(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "# who is who",
        "",
        "same_as  person:s-lavrov person:sergey-lavrov  2024-11-05  signature of the #letter",
        "not_same meeting:b meeting:a",
    )
    first, second = judgements.read(file)
    assert (first.left, first.right, first.verdict) == ("person:s-lavrov", "person:sergey-lavrov", "same_as")
    assert (first.decided_on, first.note, first.source) == (
        "2024-11-05",
        "signature of the #letter",
        "analyst",
    )
    assert (second.left, second.right, second.verdict) == ("meeting:a", "meeting:b", "not_same")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("same person:a person:b", "begin the line with same_as or not_same"),
        ("same_as person:a", "needs two ids"),
        ("same_as person:a person:a", "name two different ones"),
        ("same_as person:a meeting:a", "different types"),
        ("same_as Lavrov person:a", "“Lavrov” is no id"),
        ("same_as person:a person:b 2024-13-05 why", "“2024-13-05” is no day"),
        ("same_as person:a person:b 05.11.2024 why", "“05.11.2024” is no day"),
        ("same_as person:a person:b 2024/11/05", "write it as 2024-11-05"),
        ("same_as person:a person:b 5 November 2024", "or begin the note with a word"),
    ],
)
def test_a_line_that_is_not_understood_is_refused_with_its_number(
    tmp_path: Path, line: str, said: str
) -> None:
    file = write(tmp_path, "same_as person:x person:y", line)
    with pytest.raises(LoaderError) as refused:
        judgements.read(file)
    assert str(refused.value).startswith(f"{file}, line 2: ")
    assert said in str(refused.value)


def test_lines_that_contradict_each_other_are_refused_even_through_a_third(tmp_path: Path) -> None:
    lines = ("same_as person:a person:b", "not_same person:c person:a", "same_as person:b person:c")
    file = write(tmp_path, *lines, "same_as person:x person:y")
    with pytest.raises(LoaderError, match=r"line 2: .* line 1 and line 3 makes? them the same"):
        judgements.read(file)


def proposal(left: str, right: str) -> Proposal:
    return Proposal(
        judgement=Judgement(left=left, right=right, verdict="unsure", reason="similar spelling"),
        left=Evidence(entity=left, name="Mohamad Hasan", post="post:1", quote="Minister Mohamad Hasan spoke"),
        right=Evidence(entity=right, name="Mohamed Hasan", post="post:2", quote="met Mohamed Hasan"),
    )


def test_what_is_left_to_decide_is_written_as_a_file_that_decides_nothing_yet(tmp_path: Path) -> None:
    file = tmp_path / "decisions.txt"
    judgements.write_template(file, [proposal("person:a", "person:b")], date(2024, 11, 5))
    assert judgements.read(file) == []
    text = file.read_text("utf-8")
    assert "similar spelling" in text
    assert "Mohamad Hasan (post:1): Minister Mohamad Hasan spoke" in text
    assert "Mohamed Hasan (post:2): met Mohamed Hasan" in text


@pytest.mark.parametrize("verdict", ["same_as", "not_same"])
def test_a_decision_is_made_by_removing_the_sign_before_its_line(tmp_path: Path, verdict: str) -> None:
    file = tmp_path / "decisions.txt"
    judgements.write_template(file, [proposal("person:a", "person:b")], date(2024, 11, 5))
    file.write_text(file.read_text("utf-8").replace(f"# {verdict}", f" {verdict}"), "utf-8")
    (made,) = judgements.read(file)
    assert (made.verdict, made.left, made.right) == (verdict, "person:a", "person:b")
    assert (made.decided_on, made.note) == ("2024-11-05", "why")


def test_a_file_of_decisions_is_never_overwritten(tmp_path: Path) -> None:
    file = write(tmp_path, "same_as person:a person:b")
    with pytest.raises(LoaderError, match="exists: name a new file, so that no decision is lost"):
        judgements.write_template(file, [], date(2024, 11, 5))
    assert len(judgements.read(file)) == 1


def test_the_example_of_the_readme_is_such_a_file(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (example,) = [block for block in readme.split("```") if "same_as   person:" in block]
    made = judgements.read(write(tmp_path, example))
    assert [one.verdict for one in made] == ["same_as", "not_same"]
    assert all(one.decided_on and one.note for one in made)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(LoaderError, match="there is no such file of judgements; check the path"):
        judgements.read(tmp_path / "none.txt")


def test_a_file_in_another_encoding_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "judgements.txt"
    file.write_bytes("same_as person:é person:e".encode("latin-1"))
    with pytest.raises(LoaderError, match="is not UTF-8"):
        judgements.read(file)
