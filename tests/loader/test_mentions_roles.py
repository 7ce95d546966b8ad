"""Whom an office means: roles that return after the post has named their holders."""

from __future__ import annotations

import pytest

from loader.model import Level
from tests.loader.reading import read

_TWO = "Foreign Minister Ana Souza of Brazil received Kenyan Foreign Minister Amina Otieno in Lima. "


def meant(text: str) -> list[tuple[str, str]]:
    """The roles of a text with the persons they mean."""
    made = read(text)
    return [
        (text[m.start : m.end], m.id.removeprefix("person:"))
        for m in made.mentions
        if m.type.value == "Person" and m.level is Level.NOMINAL
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (_TWO + "The Kenyan minister left.", [("The Kenyan minister", "amina-otieno")]),
        (_TWO + "The Brazilian foreign minister smiled.", [("The Brazilian foreign minister", "ana-souza")]),
        (_TWO + "Later, Kenya’s foreign minister spoke.", [("Kenya’s foreign minister", "amina-otieno")]),
        (_TWO + "The Minister of Foreign Affairs of Kenya left.", [("The Minister of Foreign Affairs of Kenya", "amina-otieno")]),
        (_TWO + "The head of Kenyan diplomacy left.", [("The head of Kenyan diplomacy", "amina-otieno")]),
        (_TWO + "The Minister thanked her hosts.", [("The Minister", "ana-souza")]),
        (_TWO + "The President was absent.", []),
        (_TWO + "The Norwegian minister sent a letter.", []),
        ("Tánaiste Nuala Brandt left. The Tánaiste will return.", [("The Tánaiste", "nuala-brandt")]),
        ("Deputy Prime Minister and Minister of Health Tom Hale spoke. The visiting Deputy Prime Minister’s stay was short.",
         [("The visiting Deputy Prime Minister", "tom-hale")]),
        ("Deputy Prime Minister Tom Hale spoke. The Prime Minister did not.", []),
        ("Vice Minister Tom Hale spoke. The minister did not.", []),
        ("Former President Tom Hale spoke. The President did not.", []),
        ("Trade Adviser Tom Hale and Chief Adviser Ana Souza came. The Chief Adviser spoke.", [("The Chief Adviser", "ana-souza")]),
        ("Spokesman for the Secretary-General Tom Hale spoke. The Secretary-General did not.", []),
        ("Minister Ana Souza met Turkish Minister Emre Kaya. She thanked her Turkish counterpart.", [("her Turkish counterpart", "emre-kaya")]),
        ("Foreign Minister of Peru Ana Souza came. Foreign Minister of Peru noted that it rained.", [("Foreign Minister of Peru", "ana-souza")]),
        ("Tom Hale, MP, Minister of Health, met Chen Wei, Ambassador of China to Peru. The Minister thanked the Chinese Ambassador for the gift.",
         [("The Minister", "tom-hale"), ("the Chinese Ambassador", "chen-wei")]),
        ("Prime Minister Tom Hale received Prime Minister Ana Souza. The visiting Prime Minister left.",
         [("The visiting Prime Minister", "ana-souza")]),
        ("Special Envoy Tom Hale arrived. The Special Envoy spoke.", [("The Special Envoy", "tom-hale")]),
        ("Tom Hale, the Special Envoy of Peru, arrived.", []),
        ("Tom Hale was elected. Ana Souza is the minister.", []),
        ("The Secretary-General spoke at the United Nations to Minister Tom Hale.", [("The Secretary-General", "role:secretary-general-un")]),
    ],
)  # fmt: skip
def test_a_role_means_the_holder_whom_the_post_has_named(text: str, roles: list[tuple[str, str]]) -> None:
    assert meant(text.replace("’", "'")) == [(name.replace("’", "'"), id_) for name, id_ in roles]


def test_he_is_the_subject_and_not_the_one_in_the_opening_phrase() -> None:
    text = (
        "Following talks with Minister Emre Kaya, Minister Tom Hale told the press that it rained. He left."
    )
    made = read(text)
    assert [m.id for m in made.mentions if m.level is Level.PRONOUN] == ["person:tom-hale"]


def _visits(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.id) for m in read(text).mentions if m.type.value == "Meeting"]


def test_visits_to_two_states_are_two_visits() -> None:
    text = "Minister Tom Hale is on a visit to Chile. They prepare the visit to Peru by President Ana Souza. The visit to Chile ends."
    (_, first), (_, other), (_, again) = _visits(text)
    assert first != other
    assert first == again


def test_the_talks_with_one_are_not_the_talks_with_another() -> None:
    text = "He held talks with Minister Tom Hale. He held talks with Minister Ana Souza. The talks with Minister Hale were short."
    (_, first), (_, other), (_, again) = _visits(text)
    assert first != other
    assert first == again


def test_readiness_to_continue_consultations_is_no_meeting() -> None:
    assert _visits("Minister Tom Hale voiced his readiness to continue consultations with Peru.") == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The NB8 met in Oslo. This year the format is chaired by Sweden.", ["the format"]),
        ("The IAEA reported. We thank the Agency’s experts.".replace("’", "'"), ["the Agency"]),
        ("The African Union Mission in Somalia ended. Units left the Mission.", ["the Mission"]),
        ("The Peru Cocoa Fund grew. After a year, the fund of another state failed.", []),
        ("The Peru Cocoa Foundation grew. It is fundamental to the fund.", []),
    ],
)
def test_common_words_for_bodies_mean_the_last_of_the_kind(text: str, bodies: list[str]) -> None:
    made = read(text)
    assert bodies == [
        text[m.start : m.end]
        for m in made.mentions
        if m.type.value == "Organisation" and m.level is Level.NOMINAL
    ]


def test_the_bilateral_meeting_is_the_one_called_so_before() -> None:
    text = "They held a bilateral meeting. Minister Tom Hale had a separate meeting with Ana Souza. Chen Wei joined the bilateral meeting."
    (_, first), (_, other), (_, again) = _visits(text)
    assert first == again != other
