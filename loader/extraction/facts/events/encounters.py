"""Who met, received or spoke with whom."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.events.attendance import attend_all, gather
from loader.extraction.facts.events.meant import encounter
from loader.extraction.facts.events.telling import CALLS, Telling
from loader.extraction.facts.pieces import Piece, Short

_IN_REMARKS = re.compile(
    r"(?:In|During) (?:the |⟨A\d+⟩ )?(?:his |her |their )?(?:\w+ ){0,2}(?:remarks|statement|speech|address|intervention)\b"
)
_REACHED = re.compile(
    r"\b(?:reached|agreed|signed|adopted|achieved|made|taken|discussed|outcomes?|results?|decisions?)\b"
)
"""Words that say that what follows is where something else came about: "agreements reached at ⟨M⟩"."""
_OPENING = re.compile(r"(?:At|During|Addressing|Speaking at) (⟨M\d+⟩)(?: [a-z]+){0,6} ?, (⟨[AG]\d+⟩)")


def meet(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ met ⟨A⟩": both take part, in the meeting that a noun of the post names or in one of its own."""
    first = next((a for a in clause.arguments if a.piece.kind == "M"), None)
    for_ = [first.piece] if first is not None and first.preposition in ("for", "at", "in") else []
    others = clause.direct("A") or next(iter(clause.after("with", "to", "on", kind="A")), None)
    subject = clause.subject
    if subject is None or subject.kind not in "AG":
        return []
    who = telling.persons(subject)
    if not who and subject.unnamed and others is not None and others.unnamed and not others.people:
        # "the Foreign Ministers of ⟨O⟩ met with their counterparts from ⟨C⟩ and ⟨C⟩"
        aside = [id_ for piece in between_dashes(short, subject) for id_ in telling.anyone(piece)]
        return encounter(
            telling, short, clause, [*telling.anyone(subject), *aside, *telling.anyone(others)], "meeting"
        )
    if not who and for_ and subject.kind == "A":
        return attend_all(telling, short, clause, telling.anyone(subject), for_[0])
    if others is None or not (others.people or others.kind == "G"):
        if for_:
            return attend_all(telling, short, clause, telling.anyone(subject), for_[0])
        if others is None and subject.kind == "A" and not subject.people and clause.verb != "meet":
            return (
                gather(telling, short, clause)
                if telling.titled()
                else encounter(telling, short, clause, telling.anyone(subject), "meeting")
            )
        if len(who) < 2 or others is not None or (clause.verb == "meet" and subject.kind == "G"):
            return []
        return encounter(telling, short, clause, who, "meeting")
    with_ = telling.persons(others)
    if not who or not with_:
        return []
    return encounter(telling, short, clause, [*who, *with_], "meeting")


def between_dashes(short: Short, subject: Piece) -> list[Piece]:
    """Return the actors between dashes behind a subject: "the members – ⟨A⟩, ⟨A⟩ and ⟨A⟩ – met"."""
    place = next((n for n, piece in enumerate(short.pieces) if piece is subject), -1)
    if place < 0 or place + 2 >= len(short.pieces) or short.pieces[place + 1].text not in ("–", "—"):
        return []
    found: list[Piece] = []
    for piece in short.pieces[place + 2 : place + 40]:
        if piece.text in ("–", "—"):
            return found
        if piece.kind == "A":
            found.append(piece)
    return []


def other(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "at ⟨M⟩, ⟨A⟩ stressed": who speaks at a meeting takes part."""
    if (
        clause.subject is None
        or not clause.subject.people
        or clause.passive
        or clause.status is not Status.ASSERTED
    ):
        return []
    if len(telling.persons(clause.subject)) > 1 and clause.subject.kind == "A":
        telling.met = telling.persons(clause.subject)
    found = [
        piece
        for piece in clause.after("at", "during", kind="M")
        if not _REACHED.search(short.one.text, clause.first, piece.start)
    ]
    told = clause.direct("M")
    if told is not None and clause.verb == "told":
        # "⟨A⟩ told a press conference"
        telling.take_part(short, clause, telling.persons(clause.subject), telling.ids(told))
        return telling.ids(told)
    if events := _talked(telling, short, clause):
        return events
    if _IN_REMARKS.match(short.text) and not found:
        telling.take_part(short, clause, telling.persons(clause.subject), telling.main())
    opening = _OPENING.match(short.text)
    if opening and clause.subject in short.of(opening[2]):
        found += short.of(opening[1])
    for piece in found[:1]:
        sorts = {telling.kind(event) for event in telling.ids(piece)}
        if not sorts & {"visit", "call"}:
            telling.take_part(short, clause, telling.persons(clause.subject), telling.ids(piece))
    return []


def _talked(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ discussed matters with ⟨A⟩ in a telephone conversation"; return the conversation."""
    with_ = [id_ for piece in clause.after("with", "to", kind="A") for id_ in telling.persons(piece)]
    if not with_ or clause.subject is None:
        return []
    for piece in clause.after("in", "during", "by", "over", "at", kind="M"):
        if any(telling.kind(event) in CALLS | {"talks", "meeting"} for event in telling.ids(piece)):
            events = telling.ids(piece)
            telling.take_part(short, clause, [*telling.persons(clause.subject), *with_], events)
            return events
    return []


def receive(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ received ⟨A⟩", "⟨A⟩ received a call from ⟨A⟩" and "I would like to welcome ⟨A⟩"."""
    others = next(iter(clause.doers()), None) if clause.passive else clause.direct("A")
    if clause.subject is not None and clause.subject.text in ("i", "we") and others is not None:
        # "I would like to welcome ⟨A⟩": said at the meeting
        telling.take_part(short, clause, telling.persons(others), telling.main())
        return []
    told = clause.direct("M")
    if told is not None and clause.subject is not None and not clause.passive:
        # "received a call from ⟨A⟩"
        callers = [id_ for piece in clause.after("from", "by", kind="A") for id_ in telling.persons(piece)]
        if callers:
            telling.take_part(short, clause, [*telling.persons(clause.subject), *callers], telling.ids(told))
        return telling.ids(told) if callers else []
    if clause.subject is None and others is not None and (for_ := clause.after("for", kind="M")):
        telling.take_part(short, clause, telling.persons(others), telling.ids(for_[0]))
        return telling.ids(for_[0])
    if clause.subject is None or others is None or clause.subject.kind != "A":
        return []
    who, with_ = telling.persons(clause.subject), telling.persons(others)
    if for_ := [p for p in clause.after("for", kind="M") if telling.kind(p.mentions[0].id) == "visit"]:
        # "⟨A⟩ hosted ⟨A⟩ at ⟨L⟩ for ⟨M⟩"
        hosts, visitors = (with_, who) if clause.passive else (who, with_)
        telling.take_part(short, clause, hosts, telling.ids(for_[0]), role="host")
        telling.take_part(short, clause, visitors, telling.ids(for_[0]), role="visitor")
        return telling.ids(for_[0])
    guests = who if clause.passive else with_
    if any(a.piece.kind == "M" for a in clause.arguments) or clause.status is not Status.ASSERTED:
        guests = []
    visits = telling.draft.visits
    if (
        guests
        and len(visits) == 1
        and not telling.people.get(visits[0])
        and not telling.claimed.get(visits[0])
    ):
        telling.take_part(short, clause, guests, visits, role="visitor")
    if not who or not with_:
        return []
    events = encounter(telling, short, clause, [*who, *with_], "meeting")
    for place in clause.after("to", "at", "in", kind="L")[:1]:
        telling.held_in(
            short,
            events[0],
            place.mentions[0],
            (clause.first, max(clause.last, place.end)),
            "received-at",
        )
    return events


def speak(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ spoke with ⟨A⟩"."""
    others = next(iter(clause.after("with", "to", kind="A")), None) or (
        clause.direct("A") if "phone" in clause.verb else None
    )
    if clause.subject is None or others is None:
        return other(telling, short, clause)
    who, with_ = telling.persons(clause.subject), telling.persons(others)
    if not who or not with_:
        return other(telling, short, clause)
    return encounter(telling, short, clause, [*who, *with_], "call")
