"""What a text says of whom, and how it says it."""

from __future__ import annotations

import pytest

from tests.loader.reading import read, said, who

A, B = "person:ilse-brandt", "person:kenji-mori"


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("French Foreign Minister Ilse Brandt arrived.", (A, "country:FR", "asserted")),
        ("Foreign Minister of France Ilse Brandt arrived.", (A, "country:FR", "asserted")),
        ("Prime Minister Ilse Brandt of France arrived.", (A, "country:FR", "asserted")),
        ("Ilse Brandt, Minister of Foreign Affairs of France, arrived.", (A, "country:FR", "asserted")),
        ("France's Foreign Minister Ilse Brandt arrived.", (A, "country:FR", "asserted")),
        ("NATO Secretary General Ilse Brandt arrived.", (A, "organisation:nato", "asserted")),
    ],
)
def test_a_position_belongs_to_the_state_or_body_that_the_text_gives_it(
    text: str, position: tuple[str, str, str]
) -> None:
    assert said(read(text), "holds_position") == {position}


def test_a_bare_title_of_somebody_unknown_has_no_state() -> None:
    assert said(read("Foreign Minister Ilse Brandt spoke in Japan."), "holds_position") == set()


def test_two_titles_are_two_positions() -> None:
    made = read("Vice President and Defence Minister of the Republic of Indonesia Ilse Brandt arrived.")
    assert {f.qualifier for f in made.facts if f.predicate == "holds_position"} == {
        "Vice President",
        "Defence Minister",
    } or len(said(made, "holds_position")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori in Geneva.",
        "Foreign Minister Ilse Brandt held talks with Foreign Minister of Japan Kenji Mori in Geneva.",
        "Foreign Minister Ilse Brandt spoke by phone with Japanese Foreign Minister Kenji Mori.",
        "Foreign Minister Ilse Brandt received Japanese Foreign Minister Kenji Mori.",
        "Talks between Foreign Minister Ilse Brandt and Foreign Minister Kenji Mori took place in Geneva.",
        "Foreign Minister Ilse Brandt’s meeting with Foreign Minister Kenji Mori took place in Geneva.",
        "Foreign Minister Ilse Brandt and Foreign Minister Kenji Mori attended the 12th East Asia Summit.",
    ],
)
def test_those_who_meet_take_part_in_one_meeting(text: str) -> None:
    made = read(text)
    assert who(made) >= {A, B}
    assert len({f.object for f in made.facts if f.predicate == "participated_in"}) == 1


def test_leaders_of_a_list_of_states_stand_for_their_states() -> None:
    made = read("The leaders of Canada, France and Japan attended the 12th East Asia Summit.")
    assert who(made) == {"country:CA", "country:FR", "country:JP"}


def test_a_meeting_has_the_place_and_date_that_its_sentence_gives() -> None:
    made = read(
        "Foreign Minister Ilse Brandt’s remarks at the France-ASEAN ministerial meeting (Hanoi, May 3, 1990)"
    )
    meeting = "France-ASEAN ministerial meeting"
    assert said(made, "held_in") == {(meeting, "place:hanoi", "asserted")}
    assert said(made, "held_on") == {(meeting, "date:1990-05-03", "asserted")}
    assert said(made, "participated_in") >= {
        ("country:FR", meeting, "asserted"),
        ("organisation:asean", meeting, "asserted"),
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The 12th East Asia Summit was held in Hanoi.", "asserted"),
        ("The 12th East Asia Summit will be held in Hanoi.", "planned"),
        ("The 12th East Asia Summit is scheduled to be held in Hanoi.", "planned"),
        ("The 12th East Asia Summit was not held in Hanoi.", "denied"),
        ("❓ Question: Was the 12th East Asia Summit held in Hanoi?", "reported"),
    ],
)
def test_the_clause_tells_the_status(text: str, status: str) -> None:
    assert {fact[2] for fact in said(read(text), "held_in")} == {status}


def test_what_is_only_supposed_is_not_said() -> None:
    assert (
        said(
            read("If the 12th East Asia Summit were to be held in Hanoi, we could attend."), "participated_in"
        )
        == set()
    )


def test_documents_are_signed_adopted_and_not_adopted() -> None:
    made = read("France and Japan signed the Treaty on Fisheries in the Pacific.")
    assert {fact[0] for fact in said(made, "signed")} == {"country:FR", "country:JP"}
    made = read("The 12th East Asia Summit adopted the Hanoi Declaration.")
    assert said(made, "adopted") == {("12th East Asia Summit", "document:hanoi-declaration", "asserted")}
    made = read("We have come from the 12th East Asia Summit. Its final declaration has not been adopted.")
    ((subject, document, status),) = said(made, "adopted")
    assert (subject, status) == ("12th East Asia Summit", "denied")
    assert next(e.status for e in made.entities if e.id == document) == "not adopted"


def test_members_join_in_their_years() -> None:
    made = read(
        "ASEAN was founded in Bangkok on August 8, 1967. The organisation was joined by Brunei (1984) and Vietnam (1995)."
    )
    assert said(made, "member_of") == {
        ("country:BN", "organisation:asean", "asserted"),
        ("country:VN", "organisation:asean", "asserted"),
    }
    assert said(made, "founded_in") == {("organisation:asean", "place:bangkok", "asserted")}
    years = {f.subject: f.date.value for f in made.facts if f.predicate == "member_of" and f.date}
    assert years == {"country:BN": "1984", "country:VN": "1995"}


def test_she_and_the_minister_are_the_one_who_was_named() -> None:
    made = read(
        "Foreign Minister Ilse Brandt arrived in Geneva. She met with Japanese Foreign Minister Kenji Mori."
    )
    assert who(made) == {A, B}


def test_every_quote_is_in_its_post() -> None:
    text = "🎙 Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori in Geneva on May 3, 1990. 🇫🇷"
    made = read(text)
    assert made.facts
    for fact in made.facts:
        assert text[fact.evidence.start : fact.evidence.end].strip()
