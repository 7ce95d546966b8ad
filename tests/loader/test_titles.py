"""Names of meetings and titles of documents: how far they reach, and which meeting or document is meant again."""

from __future__ import annotations

import pytest

from loader.model import EntityType, Level
from tests.loader.reading import named, read


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        (
            "The Japan-Republic of Korea-U.S. Trilateral Ministerial Meeting was held.",
            ["Japan-Republic of Korea-U.S. Trilateral Ministerial Meeting"],
        ),
        (
            "They held the fifth Republic of Korea-Canada Strategic Dialogue.",
            ["fifth Republic of Korea-Canada Strategic Dialogue"],
        ),
        ("The Egypt-Jordan-Iraq tripartite summit opened.", ["Egypt-Jordan-Iraq tripartite summit"]),
        (
            "The second meeting of the Peru-U.S. Energy Dialogue opened.",
            ["second meeting of the Peru-U.S. Energy Dialogue"],
        ),
        ("The 12th Trilateral Summit was held.", ["12th Trilateral Summit"]),
        ("It is on the agenda of the 36th Session.", ["36th Session"]),
        ("The Forty-Second Regular Meeting was short.", ["Forty-Second Regular Meeting"]),
        ("The XIV BRICS Summit was virtual.", ["XIV BRICS Summit"]),
        ("They met before the 43rd and 44th ASEAN Summits.", ["43rd and 44th ASEAN Summits"]),
        ("He joined the G20 foreign ministers’ meeting.", ["G20 foreign ministers’ meeting"]),
        (
            "The extraordinary meeting of the OIC Executive Committee ended.",
            ["extraordinary meeting of the OIC Executive Committee"],
        ),
        (
            "The Sixth Meeting of the Foreign Ministers of Norway, Chile and Japan was held.",
            ["Sixth Meeting of the Foreign Ministers of Norway, Chile and Japan"],
        ),
        ("Norway and NATO Ministerial Roundtable: a statement", ["Norway and NATO Ministerial Roundtable"]),
        ("She spoke at COP17 in Durban.", ["COP17"]),
        (
            "The 8th Conference of the Parties to the Convention on Biological Diversity opened.",
            ["8th Conference of the Parties to the Convention on Biological Diversity"],
        ),
        ("TWELFTH MEETING OF THE COUNCIL OF FOREIGN MINISTERS", ["TWELFTH MEETING OF THE COUNCIL OF FOREIGN MINISTERS"]),
        ("The Trade and Investment Forum was opened in Oslo.", ["Trade and Investment Forum"]),
        ("The Conference of Heads of Government welcomed Haiti.", []),
        ("The 14th General Conference of UNESCO met.", ["14th General Conference of UNESCO"]),
        ("The General Conference of UNESCO decided.", []),
    ],
)  # fmt: skip
def test_a_meeting_has_its_whole_name(text: str, meetings: list[str]) -> None:
    assert named(read(text), "Meeting") == meetings


def test_a_forum_is_an_event_after_another_event() -> None:
    made = read("He will attend the G7 Summit and the East Asia Summit.")
    assert named(made, "Meeting") == ["G7 Summit", "East Asia Summit"]
    assert named(read("She left for Hanoi to travel on for the East Asia Summit."), "Meeting") == [
        "East Asia Summit"
    ]


def test_a_format_in_quotes_is_the_meeting_it_stands_beside() -> None:
    made = read(
        'The Japan-Kenya Foreign and Defense Ministerial Meeting ("2+2") opened. After the "2+2", they left.'
    )
    ids = {m.id for m in made.mentions if m.type is EntityType.MEETING}
    assert len(ids) == 1
    assert named(made, "Meeting")[1:] == ["2+2", "2+2"]


def test_the_letters_of_a_meeting_mean_it_again() -> None:
    made = read(
        "The 40th ASEAN Foreign Ministers’ Meeting (AMM) opened. The AMM agreed. The 41st AMM will follow."
    )
    assert named(made, "Meeting") == ["40th ASEAN Foreign Ministers’ Meeting", "AMM", "AMM", "41st AMM"]
    first, short, again, other = [m.id for m in made.mentions if m.type is EntityType.MEETING]
    assert first == short == again != other


def test_a_number_alone_means_the_meeting_of_that_number() -> None:
    made = read(
        "The 30th Session of the Polar Council opened in Oslo. The 30th Session closed. The 31st Session follows."
    )
    first, again, other = [m.id for m in made.mentions if m.type is EntityType.MEETING]
    assert first == again != other


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("She paid a courtesy call on King Olaf Berg.", ["courtesy call"]),
        ("She hosted a working lunch for him.", ["working lunch"]),
        ("They held expanded talks and a working dinner.", ["expanded talks", "working dinner"]),
        ("He attended the signing ceremony.", ["the signing ceremony"]),
        ("Mr. Berg’s Regular Press Conference on 3 May 1990", ["Regular Press Conference"]),
        ("Daily Press Briefing – May 3, 1990", ["Daily Press Briefing"]),
        ("Mr. Berg Holds Phone Call with Mr. Dahl", ["Phone Call"]),
        ("The council held its 44th session.", ["44th session"]),
        ("We look forward to meeting again.", []),
        ("They responded to the call of the people.", []),
        ("He attended ministerial events.", ["ministerial events"]),
    ],
)
def test_meetings_are_described_by_their_kind(text: str, described: list[str]) -> None:
    made = read(text)
    assert [
        made.post.text[m.start : m.end]
        for m in made.mentions
        if m.type is EntityType.MEETING and m.level is Level.NOMINAL
    ] == described


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Lopes paid a courtesy call on President Carl Berg. After the courtesy call, she left.",
        "Minister Ana Lopes gave a working lunch. After the lunch, she left.",
        "Minister Ana Lopes had a phone call with Mr. Ole Dahl. After the conversation, she left.",
        "Minister Ana Lopes’s meeting with Mr. Ole Dahl\nMinister Ana Lopes held a meeting with Mr. Ole Dahl today.",
        "The 12th East Asia Summit opened in Hanoi. A session of the Parliament was near. The Summit ended.",
    ],
)
def test_the_meeting_told_of_is_meant_again(text: str) -> None:
    made = read(text)
    ids = [m.id for m in made.mentions if m.type is EntityType.MEETING]
    assert ids[0] == ids[-1]
    assert len(ids) > 1


def test_the_next_meeting_is_another_one() -> None:
    made = read("The meeting took place in Oslo. The next meeting will be in Rome.")
    assert len({m.id for m in made.mentions if m.type is EntityType.MEETING}) == 2


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The Kenya-Japan Trade in Goods Agreement was signed.", ["Kenya-Japan Trade in Goods Agreement"]),
        (
            "They signed the Partnership and Cooperation Agreement.",
            ["Partnership and Cooperation Agreement"],
        ),
        (
            "They signed the Framework for Security, Public Health, and Safe Communities.",
            ["Framework for Security, Public Health, and Safe Communities"],
        ),
        ("It is in the 1982 UNCLOS.", ["1982 UNCLOS"]),
        ("They recalled the Communiqué of 10 December 1989.", ["Communiqué of 10 December 1989"]),
        ("They recalled the Bergen Declaration of 10 December 1989.", ["Bergen Declaration"]),
        (
            "The Plan of Action to Implement the Polar Partnership (1991-1995) was noted.",
            ["Plan of Action to Implement the Polar Partnership (1991-1995)"],
        ),
        ("They adopted the 1991-1995 Action Plan.", ["1991-1995 Action Plan"]),
        (
            "They adopted Protocol No. 9 to the Convention on Cybercrime.",
            ["Protocol No. 9 to the Convention on Cybercrime", "Convention on Cybercrime"],
        ),
        ("The Bergen Understanding was launched.", ["Bergen Understanding"]),
        ("They signed the Falepili Union treaty.", ["Falepili Union treaty"]),
        (
            "The leaders issued a statement, the “Spirit of Bergen,” and left. The “Spirit of Bergen” lives.",
            ["Spirit of Bergen", "Spirit of Bergen"],
        ),
        ("The Polar Treaty Review Conference met.", []),
        ("They recalled the Charter of the United Nations (UN).", ["Charter of the United Nations"]),
    ],
)
def test_a_document_has_its_whole_title(text: str, titles: list[str]) -> None:
    assert named(read(text), "Document") == titles


def test_a_headline_in_capitals_is_read_like_any_other() -> None:
    made = read("CHAIRMAN’S STATEMENT OF THE 11TH ASEAN-INDIA SUMMIT\nBali, 3 May 1990")
    assert named(made, "Document") == ["CHAIRMAN’S STATEMENT OF THE 11TH ASEAN-INDIA SUMMIT"]
    assert named(made, "Meeting") == ["11TH ASEAN-INDIA SUMMIT"]


def test_the_letters_of_a_document_mean_it_again() -> None:
    made = read("They signed the Comprehensive Economic Polar Agreement (CEPA). CEPA is long.")
    assert named(made, "Document") == ["Comprehensive Economic Polar Agreement", "CEPA", "CEPA"]
    assert len({m.id for m in made.mentions if m.type is EntityType.DOCUMENT}) == 1


def test_leaders_who_meet_are_no_meeting() -> None:
    made = read("Remarks in Oslo\nMeeting in Bergen, we, the ministers, agreed.")
    assert [m for m in made.mentions if m.type is EntityType.MEETING] == []


def test_a_numbered_meeting_inside_the_name_of_another_is_kept() -> None:
    made = read(
        "They opened the Ministerial Meeting of the 12th Session of the Kenya-Chile Bi-National Commission."
    )
    assert named(made, "Meeting") == [
        "Ministerial Meeting of the 12th Session of the Kenya-Chile Bi-National Commission",
        "12th Session of the Kenya-Chile Bi-National Commission",
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("He welcomed the Call to Action on Polar Reform.", ["Call to Action on Polar Reform"]),
        ("The Constitution forbids it.", ["Constitution"]),
        ("They hope to reach an agreement on the Kenyan debt.", []),
        (
            "They signed an agreement on the Kenya-Chile trade zone.",
            ["agreement on the Kenya-Chile trade zone"],
        ),
    ],
)
def test_documents_that_are_sought_have_no_title(text: str, titles: list[str]) -> None:
    assert named(read(text), "Document") == titles
