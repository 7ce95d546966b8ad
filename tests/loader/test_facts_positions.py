"""Of which state or organisation a title is an office, where it stands bare too."""

from __future__ import annotations

import pytest

from tests.loader.reading import read, said


def offices(text: str) -> set[tuple[str, str]]:
    return {
        (who.removeprefix("person:"), of.split(":")[1]) for who, of, _ in said(read(text), "holds_position")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ambassador of Japan, Kenji Mori, and the Norwegian Minister of Trade Ola Berg spoke.",
            {("kenji-mori", "JP"), ("ola-berg", "NO")},
        ),
        ("Ambassador of Japan to Kenya Kenji Mori spoke.", {("kenji-mori", "JP")}),
        (
            "Permanent Representative of Ghana to the United Nations Kofi Boateng spoke.",
            {("kofi-boateng", "GH")},
        ),
        ("The Honourable Grace Dole, S.C., Prime Minister of Barbados, spoke.", {("grace-dole", "BB")}),
        ("KOFI BOATENG, GHANA FOREIGN MINISTER: Thank you.", {("kofi-boateng", "GH")}),
        ("Governor of Primorsky Territory Azad Rashid spoke.", {("azad-rashid", "primorye-territory")}),
        (
            "Norwegian Foreign Minister Ola Berg and his Japanese counterpart Kenji Mori spoke.",
            {("ola-berg", "NO"), ("kenji-mori", "JP")},
        ),
        (
            "She was joined by her counterparts Jean Petit of France, Eva Brandt of Germany and Kenji Mori of Japan.",
            {("jean-petit", "FR"), ("eva-brandt", "DE"), ("kenji-mori", "JP")},
        ),
        (
            "She spoke with the Foreign Ministers of Norway and Ghana, Ola Berg and Kofi Boateng.",
            {("ola-berg", "NO"), ("kofi-boateng", "GH")},
        ),
        (
            "OSCE Chairperson-in-Office Sanna Laine, Minister for Foreign Affairs of Finland, spoke.",
            {("sanna-laine", "FI"), ("sanna-laine", "organization-for-security-and-co-operation-in-europe")},
        ),
        ("Brazilian General Luis Campos spoke.", set()),
    ],
)
def test_a_title_names_its_state_in_many_shapes(text: str, expected: set[tuple[str, str]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary Rubio met Prime Minister Netanyahu.", {"US", "IL"}),
        ("Prime Minister Smith spoke.", set()),
    ],
)
def test_a_surname_is_enough_for_a_known_holder_of_the_office(text: str, expected: set[str]) -> None:
    assert {of for _, of in offices(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway was represented by its Minister of Trade, Ms Kari Lund, and Iceland by Ambassador Jon Dal.",
            {("kari-lund", "NO"), ("jon-dal", "IS")},
        ),
        (
            "The Peruvian delegation included Trade Minister Ana Vela and Defence Minister Juan Pardo.",
            {("ana-vela", "PE"), ("juan-pardo", "PE")},
        ),
        ("Foreign Minister Luis Soto led the Peruvian delegation.", {("luis-soto", "PE")}),
        ("For Canada, Minister Ana Brown signed the agreement.", {("ana-brown", "CA")}),
        (
            "Foreign Minister of Norway Ola Berg, accompanied by Ambassador Kari Lund, visited Accra.",
            {("ola-berg", "NO"), ("kari-lund", "NO")},
        ),
        (
            "Foreign Minister Ola Berg of Norway visited Ghana. He was received by President Kofi Boateng.",
            {("ola-berg", "NO"), ("kofi-boateng", "GH")},
        ),
        (
            "In Accra, Norwegian Foreign Minister Ola Berg met with Prime Minister Kofi Boateng.",
            {("ola-berg", "NO"), ("kofi-boateng", "GH")},
        ),
        (
            "The 5th summit was held in Accra, Ghana, and was chaired by President Kofi Boateng.",
            {("kofi-boateng", "GH")},
        ),
    ],
)
def test_the_text_may_leave_no_doubt_about_a_bare_title(text: str, expected: set[tuple[str, str]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Foreign Minister Ola Berg met with Prime Minister Kofi Boateng in New York.",
            {("ola-berg", "NO")},
        ),
        ("The session in New York was chaired by Foreign Minister Kofi Boateng.", set()),
        ("Secretary-General Ola Berg met envoys of the EU and NATO.", set()),
        ("Assistant Secretary Ola Berg spoke in the Philippines.", set()),
    ],
)
def test_where_there_is_doubt_a_bare_title_has_no_state(text: str, expected: set[tuple[str, str]]) -> None:
    assert offices(text) == expected


def test_who_is_elected_holds_the_office_as_did_whom_he_succeeds() -> None:
    text = "The Assembly elected Moussa Diarra of Mali as Chairperson of the African Union Commission; he succeeds Fatou Sall."
    assert offices(text) == {
        ("moussa-diarra", "african-union-commission"),
        ("fatou-sall", "african-union-commission"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was signed by the foreign ministers of Norway and Ghana: Ola Berg and Kofi Boateng.",
            {("ola-berg", "NO"), ("kofi-boateng", "GH")},
        ),
        (
            "The Co-Chairs of NATO (Ola Berg of Norway and Kofi Boateng of Ghana) spoke.",
            {("ola-berg", "nato"), ("kofi-boateng", "nato")},
        ),
        ("The Permanent Representative of Ghana, Ambassador Kofi Boateng, spoke.", {("kofi-boateng", "GH")}),
        (
            "The Norwegian Ministry of Foreign Affairs announced a visit of Foreign Minister Ola Berg to Ghana.",
            {("ola-berg", "NO")},
        ),
        (
            "Accra – Minister of Trade Kofi Boateng spoke on Monday. Ghana exports cocoa.",
            {("kofi-boateng", "GH")},
        ),
        ("Accra – Minister of Trade Kofi Boateng spoke on Monday.", set()),
        (
            "Norwegian Minister Ola Berg is on a tour of Africa. The visit to Accra includes an audience with "
            "President Kofi Boateng.",
            {("ola-berg", "NO"), ("kofi-boateng", "GH")},
        ),
    ],
)
def test_titles_may_be_dealt_out_or_told_by_whose_release_it_is(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert offices(text) == expected


def test_a_counterpart_may_stand_behind_the_name() -> None:
    text = "Foreign Minister of Norway Ola Berg held a meeting with Kofi Boateng, his Ghanaian counterpart."
    assert offices(text) == {("ola-berg", "NO"), ("kofi-boateng", "GH")}


def test_who_speaks_for_a_ministry_holds_a_position_of_its_state() -> None:
    made = read("Spokesperson of the Ministry of Foreign Affairs of Norway Kari Lund answered a question.")
    assert {(f.subject, f.object) for f in made.facts if f.predicate == "holds_position"} == {
        ("person:kari-lund", "country:NO")
    }


def test_a_title_between_two_names_belongs_to_the_one_without_another() -> None:
    text = "At the invitation of Prime Minister of Norway, H.E. Ms Kari Lund, Prime Minister of Peru, H.E. Mr Luis Soto, arrived."
    assert offices(text) == {("kari-lund", "NO"), ("luis-soto", "PE")}
