"""Word classes of meetings' names."""

from __future__ import annotations

from loader.extraction.mentions.words import BODIES, COMMON, MONTHS_DAYS, VERBS


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP = (
    COMMON
    - _set(
        "Joint New Global North South East West Western Northern Eastern Southern Media Heads Head Leaders Ministers Member States Government "
        "Parties Discussions"
    )
    | MONTHS_DAYS
    | VERBS
)
"""Capitalised words that no name of a meeting goes through."""
ADJECTIVES = _set(
    "ministerial annual plenary special ministers leaders foreign strategic high-level trilateral bilateral joint intergovernmental "
    "ordinary extraordinary regular security economic political summit informal tripartite quadrilateral multilateral emergency inaugural "
    "formal virtual senior officials official interministerial inter-ministerial inter-sessional intersessional defence defense finance "
    "trade energy biennial preparatory technical consultative plenipotentiary commemorative high level ministerial-level resumed open "
    "public closed thematic general deputy vice consular parliamentary presidential ministry-level foreign-ministerial"
)
"""Small words that may stand between a name and a small head: "Egypt-Jordan-Iraq tripartite summit"."""
RARE = _set(
    "extraordinary emergency special annual informal high-level joint inaugural resumed ministerial plenary"
)
"""Small words that belong to the name of a body's meeting: "extraordinary meeting of the Executive Committee"."""
OWNERS = _set(
    "Ministers Leaders ministers leaders Parties Presidents Chiefs Speakers Partners Officials Advisers Advisors States Secretaries "
    "Directors Deputies Experts Representatives Spouses Directors-General Commanders Women Youth Sherpas Envoys"
)
"""Office holders whose meeting it is: "Foreign Ministers' Meeting"."""
BEFORE_AND = _set(
    "Foreign Economic Political Defence Defense Security Trade Diplomatic Energy Government State foreign Finance Peace Science Reform "
    "Technology Climate Investment Cooperation Partnership Health Digital Consular Justice Industrial Migration Development Innovation "
    "economic political defence defense security finance trade Transport Environment Agriculture Culture Tourism Business Military Summit Belt Strategy Deterrence"
)
AFTER_AND = _set(
    "Defence Defense Security Economic Technology Trade Cooperation Investment Innovation Development Strategic Industrial Space Climate "
    "Energy Migration Business Technological Technical Scientific Humanitarian Cyber Commercial Partnership Political Peace Environment "
    "Central Consular Home Reconstruction Recovery Resilience Prosperity Security Growth Mobility Digital Health Road Consultation Islamic"
)
"""Words that "and" joins inside a name: "Trade and Investment Forum"."""
EVENT_HEADS = _set("Summit Forum Dialogue Conference Ministerial Consultations Roundtable Summits Symposium")
"""Heads that make an event's name together with any state or body."""
NAMED_ONLY = _set(
    "Commission Committee Congress Assembly Convention Exchange Week Games Debate Round Council Negotiations Mechanism"
)
"""Heads that make an event's name only when it is numbered."""
VAGUE = _set("Related High Level Other Various")
"""Words that alone before a head name no one meeting: "Related Meetings"."""
LANDS = _set(
    "Gaza Darfur Jammu Kashmir Tigray Donbas Crimea Abkhazia Africa Europe Asia Eurasia Palestine Kosovo"
)
"""Places that a conference is about rather than in."""
FOLLOWERS = BODIES | _set(
    "Relations Relation Partners Partner Partnership Mechanism Process Coordinator Framework Chair Chairman Chairmanship Presidency Center "
    "Centre Room Hall Venue Track Series Format Hotel Palace House Participants Delegates Declaration Statement Communiqué Outcome"
)
"""Words after a head that make it a part of another name: "ASEAN-India Dialogue Relations"."""
DEBATES = _set("Open High-Level High-level General Thematic Ministerial Annual")
PRESS = _set("Press press Media media phone telephone Phone Telephone")
TAIL_HOLDERS = _set(
    "Ministers Heads Leaders States Parties Presidents Chiefs Secretaries Representatives Speakers Governors Directors"
)
"""Office holders after "of": "Meeting of the Foreign Ministers of …"."""
BARE_HEADS = _set("Summit Session Conference Meeting Plenary Assembly Congress Retreat Forum Round")
"""Heads that a number in figures names alone: "49th Session"."""
