"""Who took part in what, in which role, and whether it took place."""

from __future__ import annotations

import pytest

from tests.loader.reading import read, said, who

A, B, C = "person:ilse-brandt", "person:kenji-mori", "person:ana-duarte"


def roles(text: str) -> set[tuple[str, str, str]]:
    """Who takes part, as what, and how it is said."""
    return {
        (f.subject, f.qualifier, f.status.value) for f in read(text).facts if f.predicate == "participated_in"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ilse Brandt joined the working lunch hosted by Foreign Minister Kenji Mori.",
        "Foreign Minister Ilse Brandt and Foreign Minister Kenji Mori co-chaired the 12th East Asia Summit.",
        "Foreign Minister Ilse Brandt was received by Foreign Minister Kenji Mori in Geneva.",
        "Foreign Minister Ilse Brandt had a telephone call with Foreign Minister Kenji Mori.",
        "Foreign Minister Ilse Brandt called on Foreign Minister Kenji Mori in Geneva.",
        "Foreign Minister Kenji Mori welcomed Foreign Minister Ilse Brandt in Geneva.",
        "In Geneva, Foreign Minister Ilse Brandt, who was accompanied by two aides, met Foreign Minister Kenji Mori.",
        "A telephone conversation was held between Foreign Minister Ilse Brandt and Foreign Minister Kenji Mori.",
        "The 12th East Asia Summit was attended by Foreign Minister Ilse Brandt and Foreign Minister Kenji Mori.",
        "Foreign Minister Ilse Brandt sat down with her counterpart, Foreign Minister Kenji Mori, in Geneva.",
    ],
)
def test_many_verbs_bring_two_people_together(text: str) -> None:
    assert who(read(text)) >= {A, B}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Minister Ilse Brandt hosted the 12th East Asia Summit in Hanoi.",
            {(A, "host", "asserted")},
        ),
        (
            "Foreign Minister Ilse Brandt will chair the 12th East Asia Summit.",
            {(A, "chair", "planned")},
        ),
        (
            "The visit of Foreign Minister Ilse Brandt to Hanoi took place in May.",
            {(A, "visitor", "asserted")},
        ),
        (
            "Foreign Minister Ilse Brandt did not attend the 12th East Asia Summit.",
            {(A, "participant", "denied")},
        ),
        (
            "Foreign Minister Ilse Brandt will attend the 12th East Asia Summit in Hanoi.",
            {(A, "participant", "planned")},
        ),
    ],
)
def test_a_verb_tells_the_role_and_whether_it_happened(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ilse Brandt could attend the 12th East Asia Summit.",
        "If Foreign Minister Ilse Brandt attended the 12th East Asia Summit, much would change.",
        "Foreign Minister Ilse Brandt should have attended the 12th East Asia Summit.",
    ],
)
def test_nobody_takes_part_in_what_is_only_supposed(text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ilse Brandt has been invited to attend the 12th East Asia Summit.",
        "Foreign Minister Kenji Mori invited Foreign Minister Ilse Brandt to attend the 12th East Asia Summit.",
        "Foreign Minister Ilse Brandt was invited to the 12th East Asia Summit.",
    ],
)
def test_who_is_invited_does_not_yet_take_part(text: str) -> None:
    made = read(text)
    assert said(made, "invited_to") == {(A, "12th East Asia Summit", "planned")}
    assert who(made) == set()


def test_a_list_of_states_may_be_long_and_mixed_with_bodies() -> None:
    made = read(
        "Representatives of Brazil, Chad, the Republic of Korea, Viet Nam, Bosnia and Herzegovina and the "
        "European Union took part in the 12th East Asia Summit."
    )
    assert who(made) == {
        "country:BR", "country:TD", "country:KR", "country:VN", "country:BA", "organisation:european-union",
    }  # fmt: skip


def test_a_meeting_on_the_margins_is_not_the_summit_beside_it() -> None:
    made = read(
        "Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori in Hanoi on the margins "
        "of the 12th East Asia Summit."
    )
    summit = next(e.id for e in made.entities if e.name == "12th East Asia Summit")
    part = next(f for f in made.facts if f.predicate == "part_of" and f.object == summit)
    taken = {f.object for f in made.facts if f.predicate == "participated_in"}
    assert taken == {part.subject}
    assert summit not in taken
    assert {f.subject for f in made.facts if f.predicate == "held_in"} == {part.subject}


def test_a_purpose_is_planned_and_the_journey_is_not() -> None:
    made = read("Foreign Minister Ilse Brandt departed today for Hanoi to attend the 12th East Asia Summit.")
    assert {f.status.value for f in made.facts if f.predicate == "participated_in"} == {"planned"}


def test_what_somebody_else_claims_is_reported() -> None:
    made = read("According to media reports, the 12th East Asia Summit was held in Hanoi.")
    assert {fact[2] for fact in said(made, "held_in")} == {"reported"}


def test_a_chair_in_the_passive_and_in_a_nominal_phrase() -> None:
    for text in (
        "The 12th East Asia Summit was chaired by Foreign Minister Ilse Brandt.",
        "The 12th East Asia Summit was held in Hanoi under the chairmanship of Foreign Minister Ilse Brandt.",
        "The 12th East Asia Summit met in Hanoi, with Foreign Minister Ilse Brandt in the chair.",
    ):
        assert said(read(text), "chaired") == {(A, "12th East Asia Summit", "asserted")}, text


def test_those_listed_below_a_sentence_take_part() -> None:
    made = read(
        "The 12th East Asia Summit was held in Hanoi. The following ministers attended:\n"
        "- Ilse Brandt, Minister of Foreign Affairs of France\n"
        "- Kenji Mori, Minister of Foreign Affairs of Japan\n"
    )
    assert who(made) >= {A, B}


def test_a_verb_and_a_noun_tell_of_one_meeting() -> None:
    made = read(
        "Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori in Geneva.\n\n"
        "During the meeting, the ministers discussed fisheries. The talks took place on 3 May."
    )
    assert len({f.object for f in made.facts if f.predicate == "participated_in"}) == 1
    assert {f.object for f in made.facts if f.predicate == "held_on"} == {"date:1990-05-03"}


def test_their_meeting_is_of_the_two_just_named() -> None:
    made = read(
        "Foreign Minister Ilse Brandt and Foreign Minister Kenji Mori spoke to the press. "
        "Their meeting in Geneva lasted two hours."
    )
    assert who(made) == {A, B}


def test_a_third_person_of_another_sentence_stays_outside() -> None:
    made = read(
        "Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori. "
        "Portuguese Foreign Minister Ana Duarte opened an exhibition in Lisbon."
    )
    assert C not in who(made)


@pytest.mark.parametrize(
    "text",
    [
        "Following talks with Foreign Minister Kenji Mori, Foreign Minister Ilse Brandt told journalists that more was to be done.",
        "Foreign Minister Ilse Brandt discussed fisheries with Foreign Minister Kenji Mori in a telephone conversation on Friday.",
        "Foreign Minister Ilse Brandt paid a courtesy call on Foreign Minister Kenji Mori.",
        "Foreign Minister Ilse Brandt hosted Foreign Minister Kenji Mori in Geneva for an official visit.",
        "The 12th East Asia Summit met in Hanoi. In attendance were: Foreign Minister Ilse Brandt; and Foreign Minister Kenji Mori.",
        "Foreign Minister Ilse Brandt paid an official visit to Hanoi at the invitation of Foreign Minister Kenji Mori. "
        "A meeting between the two ministers was held in the afternoon.",
    ],
)
def test_nouns_and_verbs_together_tell_who_talked(text: str) -> None:
    assert who(read(text)) >= {A, B}


def test_another_meeting_is_not_the_one_told_of_before() -> None:
    made = read(
        "Foreign Minister Ilse Brandt had a meeting with Foreign Minister Kenji Mori in Geneva. "
        "She also met with Foreign Minister Ana Duarte."
    )
    of = {
        f.object: {g.subject for g in made.facts if g.object == f.object}
        for f in made.facts
        if f.predicate == "participated_in"
    }
    assert sorted(map(sorted, of.values())) == [[C, A], [A, B]] or sorted(map(len, of.values())) == [2, 2]
    assert not any({B, C} <= people for people in of.values())


def test_the_meeting_is_not_the_one_on_whose_margins_it_was() -> None:
    made = read(
        "Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori on the sidelines of the "
        "12th East Asia Summit.\n\nDuring the meeting, the ministers discussed fisheries."
    )
    summit = next(e.id for e in made.entities if e.name == "12th East Asia Summit")
    assert summit not in {f.object for f in made.facts if f.predicate == "participated_in"}


def test_a_day_before_when_belongs_to_what_follows() -> None:
    made = read("Relations were raised in May, when President Ilse Brandt paid a visit to Lisbon.")
    assert {f.object for f in made.facts if f.predicate == "held_on"} == {"date:1990-05"}


def test_the_next_meeting_is_to_come() -> None:
    made = read("The ministers spoke of the next trilateral meeting France-Japan-Canada.")
    assert {(f.subject, f.status.value) for f in made.facts if f.predicate == "participated_in"} == {
        ("country:FR", "planned"),
        ("country:JP", "planned"),
        ("country:CA", "planned"),
    }


def test_who_wishes_to_talk_has_not_talked() -> None:
    made = read("The minister voiced Tokyo’s readiness to continue consultations with Canada.")
    assert who(made) == set()


def test_two_states_convene_and_take_part() -> None:
    made = read("France and Japan convened the 9th Fisheries Conference in Lisbon.")
    assert who(made) >= {"country:FR", "country:JP"}


def test_persons_found_an_organisation_for_their_states() -> None:
    made = read(
        "ASEAN was established in Bangkok by the foreign ministers of France and Japan: Ilse Brandt and Kenji Mori."
    )
    assert {fact[0] for fact in said(made, "founded")} == {A, B}


def test_a_seat_is_of_the_first_of_two_bodies() -> None:
    made = read("ASEAN, a partner of NATO, is based in Jakarta.")
    assert "organisation:nato" not in {fact[0] for fact in said(made, "located_in")}


def test_two_ministers_are_expected_to_sign() -> None:
    made = read(
        "Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori. "
        "The Treaty on Fisheries in the Pacific is expected to be signed by the two ministers."
    )
    assert {(fact[0], fact[2]) for fact in said(made, "signed")} == {(A, "planned"), (B, "planned")}


def test_talks_between_others_and_meetings_elsewhere_are_not_the_ones_told_of_before() -> None:
    made = read(
        "Foreign Minister Ilse Brandt held talks with Foreign Minister Kenji Mori in Geneva. They recalled the talks "
        "between President Ana Duarte and President Tom Hale in Lisbon. What came of the meeting in Hanoi was not discussed."
    )
    together = {f.object for f in made.facts if f.predicate == "participated_in" and f.subject in (A, B)}
    others = {f.object for f in made.facts if f.predicate == "participated_in" and f.subject == C}
    assert len(together) == len(others) == 1
    assert together != others
    assert {f.object for f in made.facts if f.predicate == "held_in" and f.subject in together} == {
        "place:geneva"
    }


@pytest.mark.parametrize(
    "text",
    [
        "France, Canada and Japan (the OECD) agreed.",
        "The OECD is an economic forum that brings together Canada, France and Japan.",
        "As members of the OECD and NATO, France, Canada and Japan agreed.",
    ],
)
def test_lists_of_states_are_members(text: str) -> None:
    assert {fact[0] for fact in said(read(text), "member_of") if fact[1] == "organisation:oecd"} == {
        "country:FR", "country:CA", "country:JP",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Foreign Minister Ilse Brandt will visit Hanoi and attend the 12th East Asia Summit.", "planned"),
        ("Foreign Minister Ilse Brandt to attend the 12th East Asia Summit", "planned"),
        (
            "A meeting of the ministers, to be chaired by Foreign Minister Ilse Brandt, was announced.",
            "planned",
        ),
        ("Foreign Minister Ilse Brandt visited Hanoi and attended the 12th East Asia Summit.", "asserted"),
    ],
)
def test_a_verb_may_share_the_auxiliary_of_another(text: str, status: str) -> None:
    made = read(text)
    assert {f.status.value for f in made.facts if f.predicate in ("participated_in", "chaired")} == {status}


def test_a_meeting_brings_together_those_who_take_part() -> None:
    made = read(
        "The meeting held in Lisbon on 3 May brought together representatives of France, Japan and Canada."
    )
    assert who(made) == {"country:FR", "country:JP", "country:CA"}


def test_the_margins_of_a_summit_are_where_the_summit_is() -> None:
    made = read(
        "Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori on the sidelines of the "
        "12th East Asia Summit in Hanoi."
    )
    (meeting,) = {f.object for f in made.facts if f.predicate == "participated_in"}
    assert "place:hanoi" in {
        f.object for f in made.facts if f.predicate == "held_in" and f.subject == meeting
    }


def test_the_place_that_opens_a_sentence_is_where_all_of_it_happened() -> None:
    made = read(
        "In Hanoi, Foreign Minister Ilse Brandt met with Foreign Minister Kenji Mori and held talks with "
        "Foreign Minister Ana Duarte."
    )
    assert len({f.subject for f in made.facts if f.predicate == "held_in"}) == 2


def test_two_visits_to_one_state_by_one_guest_are_one() -> None:
    made = read(
        "Foreign Minister Ilse Brandt’s visit to Japan\n\n"
        "On June 20, Foreign Minister Ilse Brandt will pay a visit to Japan. She will speak to students."
    )
    visits = {f.object for f in made.facts if f.predicate == "participated_in"}
    assert len(visits) == 1
    assert {f.status.value for f in made.facts if f.object in visits} == {"planned"}


def test_the_next_session_is_not_the_last_one() -> None:
    made = read(
        "The session of the North Atlantic Council was held in Lisbon in May. "
        "The next session of the North Atlantic Council will be held in Madrid in October."
    )
    places = {f.subject: (f.object, f.status.value) for f in made.facts if f.predicate == "held_in"}
    assert sorted(places.values()) == [("place:lisbon", "asserted"), ("place:madrid", "planned")]


def test_what_was_reached_at_a_summit_does_not_put_those_there_who_speak_of_it() -> None:
    made = read(
        "Foreign Minister Ilse Brandt stressed the importance of the agreements reached during the "
        "12th East Asia Summit."
    )
    assert who(made) == set()


def test_a_title_gives_place_and_day_to_a_press_conference_and_the_talks_before_it() -> None:
    made = read(
        "Foreign Minister Ilse Brandt’s statement at a joint news conference following talks with Foreign Minister "
        "of Japan Kenji Mori, Lisbon, May 3, 1990\n\nLadies and gentlemen,"
    )
    assert (
        len({f.subject for f in made.facts if f.predicate == "held_in" and f.object == "place:lisbon"}) == 2
    )
    assert (
        len({f.subject for f in made.facts if f.predicate == "held_on" and f.object == "date:1990-05-03"})
        == 2
    )


def test_a_day_of_something_else_is_not_the_meeting_s() -> None:
    made = read(
        "Foreign Minister Ilse Brandt, appointed on May 2, 1990, met with Foreign Minister Kenji Mori."
    )
    assert said(made, "held_on") == set()


def test_cities_of_a_list_do_not_lie_in_each_other() -> None:
    made = read("Foreign Minister Ilse Brandt spoke in Geneva, Reykjavík, Lisbon and Hanoi.")
    assert said(made, "located_in") == set()
