"""Who bears the same name in two posts is one only when the posts say enough, and every such merge is logged."""

from __future__ import annotations

import pytest

from loader.extraction import extract
from loader.model import Extraction, Judgement, Post
from loader.namesakes import tell_apart
from loader.resolution import Resolution, resolve
from loader.vocabulary import load_vocabulary


def read(*texts: str) -> list[Extraction]:
    vocabulary = load_vocabulary()
    posts = [Post(id=f"post:{number}", text=text) for number, text in enumerate(texts)]
    return [tell_apart(extract(post, vocabulary)) for post in posts]


def ids(made: list[Extraction], name: str, resolution: Resolution | None = None) -> list[str]:
    """The id that each post's mentions of a name have, resolved when asked."""
    found = [
        mention.id
        for one in made
        for mention in one.mentions
        if one.post.text[mention.start : mention.end] == name
    ]
    return [resolution.canonical(id_) for id_ in found] if resolution else found


AUSTRALIA = "Foreign Minister of Australia John Smith met with Ambassador Anna Lind in Canberra."
BRITAIN = "Defence Minister of the United Kingdom John Smith met with Ambassador Petra Novak in London."


def test_namesakes_of_two_states_are_two_people_and_left_to_the_analyst() -> None:
    made = read(AUSTRALIA, BRITAIN)
    resolution = resolve(made)
    assert ids(made, "John Smith", resolution) == ["person:john-smith-au", "person:john-smith-gb"]
    assert [proposal.judgement.reason for proposal in resolution.proposals] == [
        "same full name, but of AU and GB"
    ]


def test_one_full_name_of_one_state_is_one_person_under_its_plain_name() -> None:
    made = read(
        AUSTRALIA, "Prime Minister of Australia John Smith spoke.", "John Smith met with Anna Lind in Oslo."
    )
    resolution = resolve(made)
    assert set(ids(made, "John Smith", resolution)) == {"person:john-smith"}
    assert {merge.reason for merge in resolution.log if "smith" in merge.left} <= {"same full name"}


def test_a_full_name_without_a_state_is_not_given_to_one_of_two_namesakes() -> None:
    made = read(AUSTRALIA, BRITAIN, "John Smith met with Anna Lind in Oslo.")
    assert len(set(ids(made, "John Smith", resolve(made)))) == 3


def test_a_title_and_a_surname_of_another_post_mean_the_one_who_has_them() -> None:
    made = read(AUSTRALIA, BRITAIN, "Defence Minister Smith of the United Kingdom spoke in London.")
    resolution = resolve(made)
    assert ids(made, "Smith", resolution) == ["person:john-smith-gb"]
    (merge,) = resolution.log
    assert merge.reason == "surname of the full name, same state GB and title “defence minister”"


def test_a_surname_with_another_title_is_proposed() -> None:
    made = read(BRITAIN, "Minister Smith of the United Kingdom spoke in London.")
    resolution = resolve(made)
    assert ids(made, "Smith", resolution) != ids(made, "John Smith", resolution)
    assert len(resolution.proposals) == 1


def test_a_surname_alone_is_nobody_of_another_post() -> None:
    made = read("Minister Lee opened the forum.", "Ambassador Lee closed the exhibition.")
    first, second = ids(made, "Lee")
    assert first != second
    assert len(resolve(made).proposals) == 1


def test_people_whom_the_vocabularies_know_keep_their_ids() -> None:
    made = read(
        "President Xi Jinping of China met with Vladimir Putin. Xi thanked Putin.", "XI Jinping spoke."
    )
    assert set(ids(made, "Xi Jinping") + ids(made, "XI Jinping")) == {"person:xi-jinping"}


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (
            ["The Norwegian Foreign Ministry replied.", "The Foreign Ministry of Norway replied."],
            ["organisation:foreign-ministry-no"],
        ),
        (
            ["The Foreign Ministry of Kenya hosted talks in Nairobi. The Foreign Ministry thanked all."],
            ["organisation:foreign-ministry-of-kenya"],
        ),
    ],
    ids=["a demonym before it", "its whole name before"],
)
def test_a_ministry_is_that_of_the_state_that_the_post_names(texts: list[str], wanted: list[str]) -> None:
    assert ids(read(*texts), "Foreign Ministry") == wanted


def test_ministries_without_a_state_are_not_one() -> None:
    made = read(
        "The Foreign Ministry hosted a seminar in Lima.", "The Foreign Ministry hosted a seminar in Nairobi."
    )
    first, second = ids(made, "Foreign Ministry", resolve(made))
    assert first != second


def test_facts_and_participants_follow_their_people() -> None:
    (made,) = read(
        "On 3 May 2001, Foreign Minister Anna Lind of Sweden met with Foreign Minister Ono of Japan in Oslo."
    )
    known = {entity.id for entity in made.entities}
    (meeting,) = [entity for entity in made.entities if entity.participants]
    assert set(meeting.participants) <= known
    assert "person:anna-lind-se" in meeting.participants
    assert {fact.subject for fact in made.facts if fact.predicate == "participated_in"} <= known


def test_an_analyst_may_join_and_part_namesakes_by_the_ids_that_are_shown() -> None:
    made = read(AUSTRALIA, BRITAIN)
    shown = ids(made, "John Smith", resolve(made))
    same = Judgement(left=shown[0], right=shown[1], verdict="same_as", reason="r", source="analyst")
    assert len(set(ids(made, "John Smith", resolve(made, [same])))) == 1
    assert ids(made, "John Smith", resolve(made)) == shown
