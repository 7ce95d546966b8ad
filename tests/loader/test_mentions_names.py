"""Persons, bodies, states and places by the constructions of many ministries."""

from __future__ import annotations

import pytest

from loader.model import EntityType, Level
from tests.loader.reading import named, read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Commissioner [Ilse] Brandt spoke.", ["[Ilse] Brandt"]),
        ("The office of Tom Hale MP replied.", ["Tom Hale"]),
        ("ANA SOUZA, TRADE MINISTER: We agree.\nJOURNALIST: Do you?", ["ANA SOUZA"]),
        (
            "The Minister for Europe, North America and Overseas Territories, Tom Hale, was in the chair.",
            ["Tom Hale"],
        ),
        ("H.E. Amb. Kofi Mensah BOATENG, Ambassador of Ghana, came.", ["Kofi Mensah BOATENG"]),
        ("Commissioner-General Brandt met Chargé d'Affaires Tom Hale.", ["Brandt", "Tom Hale"]),
        ("The three energy ministers, Ana Souza, Tom Hale and Kenji Mori, met.", ["Ana Souza", "Tom Hale", "Kenji Mori"]),
        ("The ministers of Japan and Brazil: Kenji Mori and Ana Souza.", ["Kenji Mori", "Ana Souza"]),
        ("The head of Polish diplomacy, Adam Wolski, took part.", ["Adam Wolski"]),
        ("He thanked his Kenyan counterpart, Amina Wekesa Otieno.", ["Amina Wekesa Otieno"]),
        ("The head of the mission, Ilse Brandt, and Peru’s Minister of Foreign Affairs, Óscar Ruiz, spoke.", ["Ilse Brandt", "Óscar Ruiz"]),
        ("We regret the arrest of Idris Kaya on Monday.", ["Idris Kaya"]),
        ("Amina Otieno is Kenya’s first resident ambassador to Peru.", ["Amina Otieno"]),
        ("Chen Wei (China) and Ilse Brandt (Germany) took the floor.", ["Chen Wei", "Ilse Brandt"]),
        ("President Dr. Eric Thabo Salamanca Vidal and Ambassador Florence Okoye met.", ["Eric Thabo Salamanca Vidal", "Florence Okoye"]),
        ("Minister Ana Souza and Tom Hale hold talks.", ["Ana Souza", "Tom Hale"]),
        ("The leadership of the Custodian of the Two Holy Mosques was praised.", []),
    ],
)  # fmt: skip
def test_people_are_found_in_many_constructions(text: str, people: list[str]) -> None:
    assert named(read(text), "Person") == people


def test_speakers_call_each_other_by_their_given_names() -> None:
    made = read(
        "ANA SOUZA, TRADE MINISTER: Kenji and I are glad.\nKENJI MORI, FOREIGN MINISTER: Thanks, Ana.\nQUESTION: Thank you, Matt."
    )
    assert named(made, "Person") == ["ANA SOUZA", "Kenji", "KENJI MORI", "Ana", "Matt"]
    ids = [mention.id for mention in made.mentions if mention.type is EntityType.PERSON]
    assert ids[0] == ids[3]
    assert ids[1] == ids[2]


def test_he_and_she_go_to_whom_an_honorific_fits() -> None:
    made = read("Ms. Ana Souza met Mr. Kenji Mori in Lima. She thanked Peru. He agreed.")
    pronouns = [mention.id for mention in made.mentions if mention.level is Level.PRONOUN]
    assert pronouns == ["person:ana-souza", "person:kenji-mori"]


def test_an_excellency_is_no_pronoun() -> None:
    made = read("Prime Minister Ana Souza came. His Excellency Kenji Mori left.")
    assert all(mention.level is not Level.PRONOUN for mention in made.mentions)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The Council of Heads of State of the Shanghai Cooperation Organisation met.",
            ["Council of Heads of State of the Shanghai Cooperation Organisation"],
        ),
        ("The OIC Council of Foreign Ministers met.", ["OIC Council of Foreign Ministers"]),
        ("The Directorate of Information and Media replied.", ["Directorate of Information and Media"]),
        ("The Instituto de Estudios Peruanos replied.", ["Instituto de Estudios Peruanos"]),
        ("OFFICE OF THE SPOKESPERSON\nWe agree.", ["OFFICE OF THE SPOKESPERSON"]),
        ("The Economic and Financial Crimes Commission replied.", ["Economic and Financial Crimes Commission"]),
        ("The Ghana Immigration Service replied.", ["Ghana Immigration Service"]),
        ("The Centre for the Responsibility to Protect replied.", ["Centre for the Responsibility to Protect"]),
        ("The Secretariat of the ASEAN Regional Forum Ana Souza met.", ["Secretariat of the ASEAN Regional Forum"]),
        ("The Standing Legal Talks (SLT) met, and the SLT agreed.", []),
    ],
)  # fmt: skip
def test_bodies_keep_their_whole_names(text: str, bodies: list[str]) -> None:
    assert named(read(text), "Organisation") == bodies


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Antiguan, Slovenian, Ecuadorian and Mexican fishers met Kiwis and Poles.",
         ["Antiguan", "Slovenian", "Ecuadorian", "Mexican", "Kiwis", "Poles"]),
        ("St Vincent and the Grenadines thanked PNG and the Republic of The Gambia.",
         ["St Vincent and the Grenadines", "PNG", "Republic of The Gambia"]),
        ("Latin American and Caribbean leaders came.", []),
        ("It costs US$ 5.", []),
        ("Tokyo, Seoul and Canberra agreed to meet.", ["Tokyo", "Seoul", "Canberra"]),
        ("Korean firms won.", ["Korean"]),
    ],
)  # fmt: skip
def test_states_of_the_whole_world_are_known(text: str, states: list[str]) -> None:
    assert named(read(text), "Country") == states


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bermuda and Curaçao were represented.", ["Bermuda", "Curaçao"]),
        ("They met in the Amber Room and at the Lomé International Conference Centre.",
         ["Amber Room", "Lomé International Conference Centre"]),
        ("The summit at Palácio da Boa Vista and on Mount Elgon ended.", ["Palácio da Boa Vista", "Mount Elgon"]),
        ("BAKU/YEREVAN, 17 October 2019 – They met.", ["BAKU", "YEREVAN"]),
        ("They met at the Quai d’Orsay.", ["Quai d’Orsay"]),
    ],
)  # fmt: skip
def test_places_are_found_by_name_and_by_kind(text: str, places: list[str]) -> None:
    assert named(read(text), "Place") == places


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Senator Tom Hale, John Reeve and Ana Souza met.", ["Tom Hale", "John Reeve", "Ana Souza"]),
        ("Kenji Mori, Ana Souza and Minister Tom Hale met.", ["Tom Hale"]),
        ("Kenji Mori and Tom Hale said so; SRSG Okoye agreed.", ["Kenji Mori", "Tom Hale", "Okoye"]),
        ("Minister of State Sultan bin Saad Al Hajri came.", ["Sultan bin Saad Al Hajri"]),
        ("Secretary Ma. Teresa Cruz spoke.", ["Ma. Teresa Cruz"]),
        ("HRH Prince Omar bin Khalid came.", ["Omar bin Khalid"]),
        ("Director General Ana Souza came. Souza Reviews Progress", ["Ana Souza", "Souza"]),
        ("Minister Ana Souza came. (A. Souza agreed.)", ["Ana Souza", "A. Souza"]),
        ("It was led by Tom Hale, Member of the European Commission.", ["Tom Hale"]),
    ],
)  # fmt: skip
def test_people_are_found_beside_others_and_with_more_kinds_of_titles(text: str, people: list[str]) -> None:
    assert named(read(text), "Person") == people


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("The OAS General Assembly met.", "Organisation", ["OAS General Assembly"]),
        ("The Community Court of Justice ruled.", "Organisation", ["Community Court of Justice"]),
        ("The Lao Women’s Union replied.", "Organisation", ["Lao Women’s Union"]),
        ("The Prime Minister received them at the Prime Minister’s Office.", "Organisation", []),
        ("The Prime Minister received them at the Prime Minister’s Office.", "Place", ["Prime Minister’s Office"]),
        ("Europe Minister Tom Hale came.", "Place", []),
        ("The city of Narabe agreed.", "Place", ["Narabe"]),
        ("They praised the role of Cairo in mediation.", "Country", ["Cairo"]),
        ("The meeting was hosted by Baku.", "Place", ["Baku"]),
    ],
)  # fmt: skip
def test_bodies_and_places_are_told_apart_by_what_stands_around_them(
    text: str, type_: str, names: list[str]
) -> None:
    assert named(read(text), type_) == names


@pytest.mark.parametrize(
    "text",
    [
        "⟨P3⟩ Minister Ana Souza ⟨ met ⟩ Tom Hale.",
        "Minister Ana Souza met ⟨P999⟩ Tom Hale in ⟨C0⟩.",
        "Minister Ana Souza ⟨M⟩ ⟨ ⟩ ⟨D1 ⟩ Tom Hale",
    ],
)
def test_the_brackets_that_masks_are_written_with_may_stand_in_a_text(text: str) -> None:
    made = read(text)
    assert "Ana Souza" in named(made, "Person")
    assert all(0 <= f.evidence.start < f.evidence.end <= len(text) for f in made.facts)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The Trade Adviser Sk. Rahim Uddin met Undersecretary Ma. Luisa P. Santos.", ["Sk. Rahim Uddin", "Ma. Luisa P. Santos"]),
        ("Foreign Minister Dato' Seri Utama Haji Osman bin Haji Yusof spoke.", ["Haji Osman bin Haji Yusof"]),
        ("Minister Smt. Leela Rao and Thiru S. Raman met.", ["Leela Rao", "S. Raman"]),
        ("Chargé d'Affaires a.i. Piet Novak and Dr. h.c. mult. Eva Brandt came.", ["Piet Novak", "Eva Brandt"]),
        ("The Rt Hon. Tom Hale MP, Foreign Secretary, met Dame Ana Souza GNZM.", ["Tom Hale", "Ana Souza"]),
        ("The Voivode Jan Wolski and Landeshauptmann Max Huber spoke.", ["Jan Wolski", "Max Huber"]),
        ("On Monday, in Lo Mantang, Minister Tom Hale opened a school.", ["Tom Hale"]),
        ("Foreign Minister Souza Confers with Peru", ["Souza"]),
        ("The session ended.\n\nTom Hale\nSpokesperson of the Ministry", ["Tom Hale"]),
        ("A Memorandum on Health in Rural Areas is expected to be signed.", []),
        ("Thank you, Minister Tom Hale. Welcome, dear Tom, to Lima.", ["Tom Hale", "Tom"]),
    ],
)  # fmt: skip
def test_short_names_and_honours_belong_to_no_name(text: str, people: list[str]) -> None:
    assert named(read(text), "Person") == people


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The Sixth Round of Foreign Office Consultations was held.", "Organisation", []),
        ("They signed the EU-Peru Association Agreement.", "Organisation", ["EU"]),
        ("The SADC Mission in Mozambique was extended.", "Organisation", ["SADC Mission in Mozambique"]),
        ("The Supreme Interstate Council of Peru and Chile met.", "Organisation", ["Supreme Interstate Council of Peru and Chile"]),
        ("They spoke of the West Bank.", "Place", ["West Bank"]),
        ("The talks take place in Djibouti City later.", "Place", ["Djibouti City"]),
        ("It rained.\nPublished on 3 May 2024", "Place", []),
        ("The 8th Boundary Consultation Mechanism on the Sulu Sea (BCM) met. The 9th BCM follows.", "Organisation",
         ["Boundary Consultation Mechanism on the Sulu Sea", "BCM", "BCM"]),
        ("The 8th Boundary Consultation Mechanism on the Sulu Sea (BCM) met. The 9th BCM follows.", "Meeting",
         ["8th Boundary Consultation Mechanism on the Sulu Sea", "9th BCM"]),
        ("They prepare the Commemorative Summit for the 30th Year of Peru-Chile Friendship.", "Meeting",
         ["Commemorative Summit for the 30th Year of Peru-Chile Friendship"]),
    ],
)  # fmt: skip
def test_bodies_and_cities_end_where_their_names_end(text: str, kind: str, names: list[str]) -> None:
    assert named(read(text), kind) == names


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Question: Ana Brandt, Reuters. Is it so?\nAnswer: Tom Hale of CNN knows.", "Person", ["Ana Brandt", "Tom Hale"]),
        ("The Prime Minister read Reuters.", "Person", []),
        ("The 3rd Session of the Viet Nam - Peru Intergovernmental Committee was held.", "Organisation",
         ["Viet Nam - Peru Intergovernmental Committee"]),
        ("The Ministries of Foreign Affairs of Peru and Chile signed a plan.", "Country", ["Peru", "Chile"]),
        ("The Ministries of Foreign Affairs of Peru and Chile signed a plan.", "Organisation", []),
        ("They took part in the meeting of the Ministerial Committee on Gaza.", "Organisation", ["Ministerial Committee on Gaza"]),
        ("The OSCE Ministerial Council met.", "Organisation", ["OSCE"]),
        ("They laid flowers at the Victory Monument in Lima.", "Place", ["Victory Monument", "Lima"]),
        ("It ended.\nAdopted in Lima on 3 May 2024", "Place", ["Lima"]),
        ("They spoke of military assistance to Kyiv.", "Country", ["Kyiv"]),
        ("The Minister of Construction Tran Van Minh spoke.", "Person", ["Tran Van Minh"]),
    ],
)  # fmt: skip
def test_reporters_pairs_of_states_and_monuments(text: str, kind: str, names: list[str]) -> None:
    assert named(read(text), kind) == names
