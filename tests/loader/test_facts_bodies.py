"""Organisations: who chairs, joins and founds them, where they sit, and what is part of them."""

from __future__ import annotations

import pytest

from tests.loader.reading import read, said


def short(text: str, predicate: str) -> set[tuple[str, str, str]]:
    return {(who.split(":")[-1], what.split(":")[-1], how) for who, what, how in said(read(text), predicate)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They praised Ghana’s BRICS Chairmanship.", {("GH", "brics", "asserted")}),
        ("Ghana holds the G7 presidency.", {("GH", "g7", "asserted")}),
        ("As the Chair of ASEAN in 1989, Ghana hosted the talks.", {("GH", "asean", "asserted")}),
        ("They thanked Ghana for its year in the ASEAN chair.", {("GH", "asean", "asserted")}),
        ("BRICS met. Ghana will assume the Chairmanship of the group.", {("GH", "brics", "planned")}),
        (
            "Ghana took over the chairmanship of the G7 from Norway.",
            {("GH", "g7", "asserted"), ("NO", "g7", "asserted")},
        ),
        (
            "Norway handed over the G7 presidency to Ghana.",
            {("GH", "g7", "asserted"), ("NO", "g7", "asserted")},
        ),
        ("Ghana did not hold the G7 presidency.", {("GH", "g7", "denied")}),
        ("ASEAN welcomed the President of Ghana.", set()),
        ("The G7 elected Kofi Boateng of Ghana as Chair of the G7.", set()),
    ],
)
def test_a_state_chairs_an_organisation(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert short(text, "chaired") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana and Togo joined NATO in 1963.", {("GH", "nato", "asserted"), ("TG", "nato", "asserted")}),
        ("NATO consists of Ghana, Togo and Benin.", {(c, "nato", "asserted") for c in ("GH", "TG", "BJ")}),
        (
            "The NATO member states – Ghana and Togo – met.",
            {("GH", "nato", "asserted"), ("TG", "nato", "asserted")},
        ),
        (
            "Ghana, founding member of NATO with Togo and Benin, spoke.",
            {(c, "nato", "asserted") for c in ("GH", "TG", "BJ")},
        ),
        ("They admitted Ghana to NATO as a full member.", {("GH", "nato", "asserted")}),
        ("He thanked Ghana for joining NATO.", {("GH", "nato", "asserted")}),
        ("Ghana will become a member of NATO.", {("GH", "nato", "planned")}),
        ("Ghana is not a member of NATO.", {("GH", "nato", "denied")}),
        ("Ghana left NATO.", {("GH", "nato", "denied")}),
        ("He supports the accession of Ghana to NATO.", set()),
        ("Ghana joined the NATO statement.", set()),
    ],
)
def test_a_state_is_a_member_and_a_wish_is_none(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert short(text, "member_of") == expected


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("NATO, created in Accra on 17 July 1946, met.", "founded_in", {("nato", "accra", "asserted")}),
        ("Founded in 1946, NATO has many members.", "founded_on", {("nato", "1946", "asserted")}),
        (
            "Norway and Ghana founded NATO in 1946.",
            "founded",
            {("NO", "nato", "asserted"), ("GH", "nato", "asserted")},
        ),
        ("They met at the NATO headquarters in Accra.", "located_in", {("nato", "accra", "asserted")}),
        ("The Accra-based NATO replied.", "located_in", {("nato", "accra", "asserted")}),
        ("He spoke in Montego Bay, Jamaica, on Friday.", "located_in", {("montego-bay", "JM", "asserted")}),
        ("He visited Paris, Germany and Spain.", "located_in", set()),
        ("He visited Paris, Berlin and Rome.", "located_in", set()),
        (
            "The NATO Executive Committee replied.",
            "part_of",
            {("nato-executive-committee", "nato", "asserted")},
        ),
    ],
)
def test_founding_seat_and_organs(text: str, predicate: str, expected: set[tuple[str, str, str]]) -> None:
    assert short(text, predicate) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 12th ASEAN Summit was held in Accra.", {"asean"}),
        ("He attended the ASEAN foreign ministers’ meeting in Accra.", {"asean"}),
        ("The 12th East Asia Summit was held in Accra.", set()),
        ("The ASEAN-Ghana Summit was held in Accra.", set()),
    ],
)
def test_a_meeting_is_part_of_its_body_unless_it_has_all_its_name(text: str, expected: set[str]) -> None:
    assert {what for _, what, _ in short(text, "part_of")} == expected


def test_the_next_meeting_is_of_the_same_body() -> None:
    text = "The 12th ASEAN Summit was held in Accra. The next summit will be held in Oslo."
    assert {(what, how) for _, what, how in short(text, "part_of")} == {
        ("asean", "asserted"),
        ("asean", "planned"),
    }


def test_talks_are_part_of_the_visit_of_which_the_states_agree() -> None:
    text = (
        "In May, Foreign Minister of Norway Ola Berg paid a visit to Kenya. In June, Foreign Minister of Norway Ola Berg "
        "will pay a visit to Ghana. Ola Berg will hold talks with Foreign Minister of Ghana Kofi Boateng."
    )
    parts = [f for f in read(text).facts if f.predicate == "part_of"]
    assert all(f.status.value == "planned" for f in parts)


def test_who_signs_the_charter_on_the_day_of_birth_founds_the_organisation() -> None:
    text = "NATO was born in Accra on 8 December 1945, when Togo, Benin and Ghana signed the Accra Charter."
    made = {(c, "nato", "asserted") for c in ("TG", "BJ", "GH")}
    assert short(text, "founded") == short(text, "member_of") == made


def test_no_sea_lies_in_a_city() -> None:
    assert short("They discussed the South China Sea in Manila.", "located_in") == set()
