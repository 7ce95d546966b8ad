"""What extraction knows beforehand: the shipped files hold together, and a user's folder can widen them."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from loader.errors import LoaderError
from loader.extraction import extract
from loader.extraction.lexicon import lexicon
from loader.model import Post
from loader.vocabulary import Vocabulary, load_vocabulary
from tests.loader.reading import named, read

SHIPPED = load_vocabulary()
FILES = ("countries", "organisations", "places", "persons", "words")


def folder(path: Path, **contents: str) -> Path:
    """A user's folder with these files."""
    path.mkdir(exist_ok=True)
    for name, text in contents.items():
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def refused(path: Path, **contents: str) -> str:
    with pytest.raises(LoaderError) as error:
        load_vocabulary(folder(path, **contents))
    return str(error.value)


def shipped_line(name: str, id_: str) -> int:
    text = files("loader.vocabulary").joinpath("data", f"{name}.yaml").read_text("utf-8")
    return next(number for number, line in enumerate(text.split("\n"), 1) if f'{{id: "{id_}"' in line)


def test_every_kind_of_name_is_shipped_in_quantity() -> None:
    assert len(SHIPPED.countries) >= 195
    assert len(SHIPPED.organisations) >= 400
    assert len(SHIPPED.places) >= 450
    assert len(SHIPPED.persons) >= 300
    words = SHIPPED.words
    assert min(len(words.series), len(words.documents), len(words.topics)) >= 120
    assert len(words.titles) >= 120
    assert words.meeting_heads
    assert words.document_heads
    assert words.title_prefixes
    assert words.domains
    assert words.stop


@pytest.mark.parametrize("name", FILES)
def test_every_shipped_file_says_where_it_comes_from(name: str) -> None:
    text = files("loader.vocabulary").joinpath("data", f"{name}.yaml").read_text("utf-8")
    head = text.split("\n", 3)[:3]
    assert head[0].startswith("# ")
    assert any("Source:" in line or "Written by" in line for line in head)


@pytest.mark.parametrize("name", FILES)
def test_an_entry_takes_one_line(name: str) -> None:
    text = files("loader.vocabulary").joinpath("data", f"{name}.yaml").read_text("utf-8")
    for line in text.split("\n"):
        if line.startswith("  - {"):
            assert line.endswith("}")


def test_every_state_that_is_named_is_known() -> None:
    states = {country.id for country in SHIPPED.countries}
    for place in SHIPPED.places:
        assert not place.country or f"country:{place.country}" in states, place.id
    bodies = states | {organisation.id for organisation in SHIPPED.organisations}
    for person in SHIPPED.persons:
        for body in (person.state, *(of for _, of in person.positions)):
            assert body in bodies, person.id


def test_every_organisation_that_is_named_is_known() -> None:
    known = {organisation.id for organisation in SHIPPED.organisations}
    for organisation in SHIPPED.organisations:
        assert not organisation.part_of or organisation.part_of in known, organisation.id
        assert organisation.part_of != organisation.id
    for series in SHIPPED.words.series:
        assert not series.organisation or series.organisation in known, series.id


def test_ids_tell_what_they_are() -> None:
    groups = {
        "country": SHIPPED.countries,
        "organisation": SHIPPED.organisations,
        "place": SHIPPED.places,
        "person": SHIPPED.persons,
        "document": SHIPPED.words.documents,
    }
    for kind, entries in groups.items():
        for entry in entries:
            assert re.fullmatch(rf"{kind}:[A-Z]{{2}}|{kind}:[a-z0-9-]+", entry.id), entry.id
            assert all(form == form.strip() and form for form in entry.forms()), entry.id


def test_no_ordinary_word_is_a_known_name() -> None:
    known = {
        form
        for group in (SHIPPED.organisations, SHIPPED.places, SHIPPED.persons, SHIPPED.words.documents)
        for entry in group
        for form in entry.forms()
    }
    ordinary = (
        "We US It The May March Turkey Bank Government Council Union Peace Security Monday Minister".split()
    )
    assert not known & set(ordinary)
    small = {"euro area", "mujahideen", "teleSUR", "dpa", "taz", "eNCA", "oPt"}
    assert all(
        form in small or form[0].isupper() or form[0].isdigit() or " " in form or "-" in form
        for form in known
    )
    assert all(len(form) > 1 for form in known)


def test_a_capital_means_its_own_state() -> None:
    capitals = lexicon(SHIPPED).capitals
    assert capitals["place:kingston"] == "country:JM"
    assert capitals["place:astana"] == "country:KZ"
    assert capitals["place:chisinau"] == "country:MD"
    assert "place:jerusalem" not in capitals


def test_topics_are_short_phrases_in_small_letters() -> None:
    topics = SHIPPED.words.topics
    assert len(set(topics)) == len(topics)
    assert all(topic == topic.casefold() and len(topic.split()) <= 6 for topic in topics)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The delegation visited the Eastern Mediterranean Gas Forum in Lugano.", "Organisation", "Eastern Mediterranean Gas Forum"),
        ("The delegation visited the Eastern Mediterranean Gas Forum in Lugano.", "Place", "Lugano"),
        ("United Nations Office on Drugs and Crime experts spoke.", "Organisation", "United Nations Office on Drugs and Crime"),
        ("The UNODC office opened.", "Organisation", "UNODC"),
        ("The states parties to the Chemical Weapons Convention met.", "Document", "Chemical Weapons Convention"),
        ("They reached Nusa Dua on Sunday.", "Place", "Nusa Dua"),
        ("Retno Marsudi and Penny Wong spoke.", "Person", "Penny Wong"),
    ],
)  # fmt: skip
def test_known_names_are_found(text: str, kind: str, name: str) -> None:
    assert name in named(read(text), kind)


def test_who_in_capitals_is_the_organisation_and_who_is_not() -> None:
    assert named(read("Those who met the WHO team left."), "Organisation") == ["WHO"]


def test_a_users_entry_with_a_shipped_id_wins_and_a_new_one_is_added(tmp_path: Path) -> None:
    mine = load_vocabulary(
        folder(
            tmp_path,
            organisations='organisations:\n  - {id: "organisation:nato", name: "The Alliance"}\n'
            '  - {id: "organisation:tea-club", name: "Tea Club"}\n',
        )
    )
    names = {one.id: one.name for one in mine.organisations}
    assert names["organisation:nato"] == "The Alliance"
    assert names["organisation:tea-club"] == "Tea Club"
    assert names["organisation:un"] == "United Nations"
    assert len(mine.organisations) == len(SHIPPED.organisations) + 1
    assert mine.places == SHIPPED.places


def test_a_users_words_are_added_to_the_shipped_ones(tmp_path: Path) -> None:
    words = (
        "topics: [tea trade, trade]\nstop: [Zounds]\ntitles:\n  - {title: Grand Vizier, kind: head of government}\n"
        "  - {title: Minister, kind: official}\nmeeting_heads: {feast: [banquet]}\n"
    )
    mine = load_vocabulary(folder(tmp_path, words=words)).words
    assert mine.topics == (*SHIPPED.words.topics, "tea trade")
    assert mine.stop[-1] == "Zounds"
    kinds = {title.title: title.kind for title in mine.titles}
    assert kinds["Grand Vizier"] == "head of government"
    assert kinds["Minister"] == "official"
    assert kinds["President"] == "head of state"
    assert mine.meeting_heads["feast"] == ("banquet",)
    assert mine.meeting_heads["summit"] == SHIPPED.words.meeting_heads["summit"]
    assert mine.documents == SHIPPED.words.documents


def test_what_a_user_adds_is_found_in_posts(tmp_path: Path) -> None:
    mine = load_vocabulary(
        folder(tmp_path, places='places:\n  - {id: "place:elm-green", name: "Elm Green"}\n')
    )
    made = extract(Post(id="post:1", text="Talks were held at Elm Green."), mine)
    assert "place:elm-green" in {mention.id for mention in made.mentions}


def test_an_unknown_key_is_refused_with_file_and_line(tmp_path: Path) -> None:
    message = refused(
        tmp_path,
        places='# mine\nplaces:\n  - {id: "place:a", name: "Aaa"}\n  - {id: "place:b", name: "Bbb", colour: "red"}\n',
    )
    assert message == (
        f"{tmp_path / 'places.yaml'}, line 4: the key 'colour' is unknown here; take it out or correct its name."
    )


def test_an_unknown_list_is_refused_with_file_and_line(tmp_path: Path) -> None:
    message = refused(tmp_path, places='places: []\n\ncities:\n  - {id: "place:a", name: "Aaa"}\n')
    assert re.search(r"places\.yaml, line [34]: the key 'cities' is unknown here", message)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('places:\n  - {id: "place:a", name: "Aaa"}\n  - {id: "place:b", name: [no, name]}\n', 3, "string"),
        ('places:\n  - {id: "place:a", name: "Aaa"}\n\n  - {id: "place:b"}\n', 4, "required"),
        ('places:\n  - {id: "place:a", name: "Aaa", ambiguous: perhaps}\n', 2, "boolean"),
        ("places: nowhere\n", 1, "tuple"),
    ],
)
def test_a_wrong_value_is_refused_with_file_and_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    message = refused(tmp_path, places=text)
    assert message.startswith(f"{tmp_path / 'places.yaml'}, line {line}: ")
    assert says in message


@pytest.mark.parametrize("text", ["", "# nothing but words\n", "just words\n"])
def test_a_file_without_lists_is_refused(tmp_path: Path, text: str) -> None:
    assert "places.yaml, line 1: " in refused(tmp_path, places=text)


def test_what_is_no_yaml_is_refused_with_file_and_line(tmp_path: Path) -> None:
    message = refused(tmp_path, places='places:\n  - {id: "place:a", name: "Aaa"}\n  - {id: "place:b\n')
    assert re.search(r"places\.yaml, line \d: this is no YAML", message)


def test_what_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_bytes("places:\n  - {id: 'place:m', name: 'Malmö'}\n".encode("latin-1"))
    with pytest.raises(LoaderError, match=r"places\.yaml: byte \d+ is no UTF-8"):
        load_vocabulary(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text("places:\n  - {id: 'place:m', name: 'Moominvalley'}\n", "utf-8-sig")
    assert load_vocabulary(tmp_path).places[-1].name == "Moominvalley"


def test_a_file_that_nothing_would_read_is_refused(tmp_path: Path) -> None:
    message = refused(tmp_path, organizations="organisations: []\n")
    assert "organizations.yaml: no vocabulary has this name; give it one of countries.yaml" in message


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoaderError, match="there is no such folder of vocabularies"):
        load_vocabulary(tmp_path / "nowhere")


def test_a_name_of_two_entries_is_refused_with_file_and_line_of_both(tmp_path: Path) -> None:
    message = refused(
        tmp_path,
        organisations="organisations:\n"
        '  - {id: "organisation:a", name: "Tea Club", acronym: "TCX"}\n'
        '  - {id: "organisation:b", name: "Toy Circle", aliases: ["TCX"]}\n',
    )
    own = tmp_path / "organisations.yaml"
    assert message == (
        f"{own}, line 3: the name 'TCX' of organisation:b is also that of organisation:a ({own}, line 2); "
        'take it from one of them, or write "ambiguous: true" into both.'
    )


def test_a_name_that_a_shipped_entry_has_is_refused_with_both_files(tmp_path: Path) -> None:
    message = refused(
        tmp_path,
        organisations='organisations:\n\n  - {id: "organisation:north", name: "North", acronym: "NATO"}\n',
    )
    assert message.startswith(f"{tmp_path / 'organisations.yaml'}, line 3: the name 'NATO'")
    assert f"(organisations.yaml, line {shipped_line('organisations', 'organisation:nato')})" in message


def test_one_ambiguous_entry_of_two_is_not_enough(tmp_path: Path) -> None:
    message = refused(
        tmp_path,
        places='places:\n  - {id: "place:a", name: "Elm Green", ambiguous: true}\n  - {id: "place:b", name: "Elm Green"}\n',
    )
    assert "'Elm Green'" in message


def test_an_id_twice_in_a_file_is_refused_with_both_lines(tmp_path: Path) -> None:
    message = refused(
        tmp_path, places='places:\n  - {id: "place:a", name: "Aaa"}\n  - {id: "place:a", name: "Bbb"}\n'
    )
    assert message.startswith(
        f"{tmp_path / 'places.yaml'}, line 3: the id place:a stands in line 2 too; make one entry"
    )


def ambiguous(path: Path) -> Vocabulary:
    return load_vocabulary(
        folder(
            path,
            organisations="organisations:\n"
            '  - {id: "organisation:a", name: "Tea Club", acronym: "TCX", ambiguous: true}\n'
            '  - {id: "organisation:b", name: "Toy Circle", acronym: "TCX", ambiguous: true}\n',
        )
    )


def test_ambiguous_entries_may_share_a_name_that_then_says_nothing(tmp_path: Path) -> None:
    mine = ambiguous(tmp_path)
    assert "TCX" not in lexicon(mine).by_form
    made = extract(Post(id="post:1", text="The TCX met the Toy Circle."), mine)
    found = {mention.id for mention in made.mentions}
    assert "organisation:b" in found
    assert "organisation:a" not in found


def test_an_ambiguous_name_that_a_post_explains_is_understood(tmp_path: Path) -> None:
    made = extract(
        Post(id="post:1", text="The Toy Circle (TCX) met. Later the TCX left."), ambiguous(tmp_path)
    )
    assert {m.id for m in made.mentions if made.post.text[m.start : m.end] == "TCX"} <= {"organisation:b"}


def test_the_hash_changes_with_the_content_only(tmp_path: Path) -> None:
    first = '  - {id: "place:a", name: "Aaa"}\n'
    second = '  - {id: "place:b", name: "Bbb"}\n'
    one = load_vocabulary(folder(tmp_path / "one", places=f"places:\n{first}{second}"))
    turned = load_vocabulary(folder(tmp_path / "turned", places=f"# mine\nplaces:\n{second}{first}"))
    fewer = load_vocabulary(folder(tmp_path / "fewer", places=f"places:\n{first}"))
    empty = load_vocabulary(folder(tmp_path / "empty"))
    assert one.hash == turned.hash
    assert empty.hash == SHIPPED.hash
    assert len({one.hash, fewer.hash, empty.hash}) == 3


def test_the_hash_does_not_depend_on_what_was_loaded_before(tmp_path: Path) -> None:
    mine = folder(tmp_path, places='places:\n  - {id: "place:a", name: "Aaa"}\n')
    program = (
        "import sys; from pathlib import Path; from loader.vocabulary import load_vocabulary as load\n"
        "for argument in sys.argv[1:]: load(Path(argument) if argument else None)\n"
        "print(load().hash, load(Path(sys.argv[1] or sys.argv[2])).hash)"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program, *order], capture_output=True, text=True, check=True
        ).stdout
        for order in (("", str(mine)), (str(mine), ""))
    }
    assert len(made) == 1
    assert made.pop().split()[0] == SHIPPED.hash


def test_long_names_stand_before_their_parts() -> None:
    made = read("The UN Security Council and the Nordic Council of Ministers met.")
    assert named(made, "Organisation") == ["UN Security Council", "Nordic Council of Ministers"]
    spans = sorted((m.start, m.end) for m in made.mentions if m.type.value == "Organisation")
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_an_ordinary_word_of_a_hashtag_is_no_organisation() -> None:
    made = read("#EcoTourism #KeepPace #NATO")
    assert {m.id for m in made.mentions if m.type.value == "Organisation"} == {"organisation:nato"}
    assert "organisation:economic-cooperation-organization" in {m.id for m in read("The ECO met.").mentions}
