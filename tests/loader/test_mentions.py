"""What is named in a text, by the annotation guideline's spans and levels."""

from __future__ import annotations

import pytest

from loader.model import EntityType, Level
from tests.loader.reading import named, read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Foreign Minister Ilse Brandt spoke.", ["Ilse Brandt"]),
        ("Prime Minister of Malaysia Ahmad Rahman spoke.", ["Ahmad Rahman"]),
        ("Minister of Foreign Affairs and Trade of New Zealand Tom Hale spoke.", ["Tom Hale"]),
        (
            "Assistant Secretary of State for East Asian and Pacific Affairs Daniel J. Moore arrived.",
            ["Daniel J. Moore"],
        ),
        ("Kenji Mori, the Foreign Minister of Japan, agreed.", ["Kenji Mori"]),
        ("H.E. Mr. Nikos Petrou, President of Cyprus, agreed.", ["Nikos Petrou"]),
        ("Chancellor Otto von Arnim met nobody.", ["Otto von Arnim"]),
        ("Prime Minister Ana Souza's remarks were short. Souza then left.", ["Ana Souza", "Souza"]),
        ("💬 Marta Keller: We are pleased.", ["Marta Keller"]),
        (
            "Mr. SATO Hiroshi, Minister of Defense of Japan, arrived. Minister Sato left.",
            ["SATO Hiroshi", "Sato"],
        ),
    ],
)
def test_people_are_found_by_their_titles_without_them(text: str, people: list[str]) -> None:
    assert named(read(text), "Person") == people


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert named(read("Foreign Minister Ilse Brandt’s visit to France’s capital began."), "Person") == [
        "Ilse Brandt"
    ]
    assert named(read("Foreign Minister Ilse Brandt’s visit to France’s capital began."), "Country") == [
        "France"
    ]


def test_states_are_found_by_name_adjective_and_capital() -> None:
    made = read("The French delegation thanked Japan. Moscow has rejected this, as talks in Moscow showed.")
    levels = [
        (made.post.text[m.start : m.end], m.level) for m in made.mentions if m.type is EntityType.COUNTRY
    ]
    assert levels == [("French", Level.ADJECTIVE), ("Japan", Level.NAME), ("Moscow", Level.METONYM)]
    assert named(made, "Place") == ["Moscow"]


def test_languages_and_attitudes_are_no_states() -> None:
    assert named(read("The Russian language and anti-French slogans were heard."), "Country") == []


def test_flags_and_the_parts_of_hashtags_have_levels_of_their_own() -> None:
    made = read("🇫🇷🇯🇵 talks #FranceJapan #ASEAN")
    levels = [
        (made.post.text[m.start : m.end], m.level.value)
        for m in made.mentions
        if m.level.value in ("FLAG", "TAG", "NAM")
    ]
    assert levels == [("🇫🇷", "FLAG"), ("🇯🇵", "FLAG"), ("France", "TAG"), ("Japan", "TAG"), ("ASEAN", "NAM")]


def test_nothing_is_named_inside_an_organisation() -> None:
    made = read("The ASEAN Regional Forum and the University of Geneva replied.")
    assert named(made, "Organisation") == ["ASEAN Regional Forum", "University of Geneva"]
    assert named(made, "Place") == []


def test_an_acronym_in_brackets_means_the_organisation_before_it() -> None:
    made = read("The Institute of Polar Studies (IPS) met. The IPS agreed.")
    ids = {m.id for m in made.mentions if m.type is EntityType.ORGANISATION}
    assert ids == {"organisation:institute-of-polar-studies"}
    assert named(made, "Organisation") == ["Institute of Polar Studies", "IPS", "IPS"]


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("He attended the 12th East Asia Summit.", "12th East Asia Summit"),
        ("The France-ASEAN ministerial meeting began.", "France-ASEAN ministerial meeting"),
        ("The 31st session of the ASEAN Regional Forum ended.", "31st session of the ASEAN Regional Forum"),
        ("She opened the G20 Leaders’ Summit.", "G20 Leaders’ Summit"),
    ],
)
def test_named_meetings_keep_their_whole_names(text: str, meeting: str) -> None:
    assert named(read(text), "Meeting") == [meeting]


def test_a_forum_is_no_event_in_a_list_of_forums() -> None:
    made = read("We value ASEAN, the East Asia Summit and the ASEAN Regional Forum.")
    assert named(made, "Meeting") == []


def test_the_meeting_means_the_one_before() -> None:
    made = read("The 12th East Asia Summit opened in Hanoi. At the summit, France spoke.")
    assert len({m.id for m in made.mentions if m.type is EntityType.MEETING}) == 1


def test_documents_keep_their_whole_titles() -> None:
    made = read("They adopted a Joint Statement on Cooperation in the Arctic, which was long.")
    assert named(made, "Document") == ["Joint Statement on Cooperation in the Arctic"]
    assert named(read("Security Council resolution 242 (1967) stands."), "Document") == [
        "Security Council resolution 242 (1967)"
    ]


def test_every_mention_is_where_it_says() -> None:
    text = "🎙 Foreign Minister Ilse Brandt’s remarks at the France-ASEAN ministerial meeting (Hanoi, 3 May 1990) 🇫🇷"
    made = read(text)
    for mention in made.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
    assert named(made, "Date") == ["3 May 1990"]


def test_what_nothing_knows_is_listed() -> None:
    made = read("The talks with Zorblax Quindle went on.")
    assert [phrase.text for phrase in made.unknown] == ["Zorblax Quindle"]
