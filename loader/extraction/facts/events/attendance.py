"""Who attended, joined, represented or gathered."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.events.telling import Telling
from loader.extraction.facts.pieces import Piece, Short

_EACH_BY = re.compile(r"(?:[;,]|and|[;,] and) (⟨A\d+⟩) by (⟨A\d+⟩)")


def own_leaders(telling: Telling, short: Short, clause: Clause, events: list[str]) -> bool:
    """Say that a meeting that the ministers of one body hold is the body's own; tell whether it is so."""
    who = telling.anyone(clause.subject) if clause.subject is not None and clause.subject.unnamed else []
    if len(who) != 1 or not who[0].startswith("organisation:"):
        return False
    for event in events:
        if not telling.dry:
            telling.draft.say(short.one, event, "part_of", who[0], (clause.first, clause.last), "of-body")
    return True


def attend(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ attended ⟨M⟩" and "⟨M⟩ was attended by ⟨A⟩"."""
    if clause.passive:
        events = telling.subject_meeting(clause)
        for piece in clause.doers():
            telling.take_part(short, clause, telling.anyone(piece), events)
        return events
    if clause.subject is None or clause.subject.kind not in "AG":
        at = clause.direct("M")
        return telling.ids(at) if at is not None and clause.subject is None else []
    meeting = clause.direct("M") or next(iter(clause.after("of", "in", "at", "to", ",", kind="M")), None)
    if clause.verb.startswith("address") and re.search(
        r"\b(?:forthcoming|upcoming|preparations|next)\b", short.one.text[clause.first : clause.last]
    ):
        # they spoke about it
        return []
    if meeting is None:
        return present(telling, short, clause) if not clause.arguments else []
    return attend_all(telling, short, clause, telling.anyone(clause.subject), meeting)


def delegate(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "headed the ⟨C⟩ delegation at ⟨M⟩": the person takes part, and the state whose delegation it is."""
    body = clause.direct("A")
    if (
        clause.subject is None
        or clause.subject.kind != "A"
        or body is None
        or body.people
        or not body.unnamed
    ):
        return []
    events = [
        e for a in clause.arguments if a.piece.kind == "M" for e in telling.ids(a.piece)
    ] or telling.main()
    who = [*telling.persons(clause.subject), *telling.anyone(body)]
    telling.take_part(short, clause, who, events, role="head of delegation")
    return events


def attend_all(telling: Telling, short: Short, clause: Clause, who: list[str], meeting: Piece) -> list[str]:
    """Let all take part in a meeting; return it."""
    events = telling.ids(meeting)
    telling.take_part(short, clause, who, events)
    return events


def present(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ took part" without a meeting: in the one that the post is about."""
    meeting = next((a.piece for a in clause.arguments if a.piece.kind == "M"), None)
    events = telling.ids(meeting) if meeting else telling.main() if telling.titled() else []
    if clause.subject is not None and clause.subject.kind == "A" and not clause.passive:
        telling.take_part(short, clause, telling.anyone(clause.subject), events)
    return events if meeting else []


def join(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ joined ⟨M⟩" and "were joined by ⟨A⟩"."""
    if clause.passive:
        events = [telling.current] if telling.current else telling.main()
        meeting = next(iter(clause.after("for", "at", "in", kind="M")), None)
        events = telling.ids(meeting) if meeting else events
        for piece in clause.doers():
            telling.take_part(
                short, clause, telling.anyone(piece) if piece.people or piece.unnamed else [], events
            )
        return []
    if clause.subject is None or clause.subject.kind != "A" or not clause.subject.people:
        return []
    meeting = clause.direct("M") or next(iter(clause.after("in", "for", "at", kind="M")), None)
    if meeting is not None:
        return attend_all(telling, short, clause, telling.persons(clause.subject), meeting)
    return []


def accompany(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "accompanied by ⟨A⟩": on the visit or at the meeting of those accompanied."""
    who = telling.persons(clause.subject) if clause.subject and clause.subject.kind == "A" else []
    by = clause.doers() if clause.passive else ([clause.direct("A")] if clause.direct("A") else [])
    others = [id_ for piece in by if piece for id_ in telling.persons(piece)]
    events = (
        [e for piece in clause.after("at", "in", "during", "to", kind="M") for e in telling.ids(piece)]
        or telling.visits(who)
        or telling.visits(others)
        or [e for e, people in telling.people.items() if set(who) & set(people)][-1:]
    )
    telling.take_part(short, clause, [*who, *others] if events else [], events)
    return []


def represent(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨C⟩ was represented by ⟨A⟩" and "⟨A⟩ represented ⟨C⟩"."""
    meeting = next((a.piece for a in clause.arguments if a.piece.kind == "M"), None) or next(
        (piece for piece in short.pieces if piece.kind == "M" and piece.end <= clause.first), None
    )
    events = telling.ids(meeting) if meeting else telling.main()
    if clause.subject is None:
        return []
    if clause.passive:
        others = [id_ for piece in clause.doers() for id_ in telling.anyone(piece)]
        for match in _EACH_BY.finditer(short.text):
            others += [id_ for n in (1, 2) for piece in short.of(match[n]) for id_ in telling.anyone(piece)]
        if others:
            telling.take_part(short, clause, [*telling.anyone(clause.subject), *others], events)
        elif telling.draft.status(short.one, (clause.first, clause.last)) is Status.DENIED:
            telling.take_part(short, clause, telling.anyone(clause.subject), events)
    elif clause.subject.kind == "A" and clause.subject.people:
        body = clause.direct("A")
        who = telling.persons(clause.subject)
        if body is not None:
            telling.take_part(short, clause, [*who, *([] if body.people else telling.anyone(body))], events)
        if body is not None and not body.people and len(body.mentions) == 1:
            for id_ in who:
                if id_ in telling.draft.stateless:
                    one, span, title = telling.draft.stateless[id_]
                    telling.draft.hold(one, id_, body.mentions[0].id, span, title)
    return []


def gather(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ came together for ⟨M⟩": who gathers takes part; without a meeting of its own, in the post's one."""
    together = clause.direct("A")
    if (
        clause.subject is not None
        and clause.subject.kind == "M"
        and clause.verb.endswith("together")
        and together is not None
    ):
        # "⟨M⟩ brought together representatives of ⟨C⟩ and ⟨C⟩"
        telling.take_part(short, clause, telling.anyone(together), telling.ids(clause.subject))
        return telling.ids(clause.subject)
    if clause.verb.startswith("br") or clause.subject is None or clause.subject.kind != "A":
        return (
            telling.ids(clause.subject) if clause.subject is not None and clause.subject.kind == "M" else []
        )
    found = clause.after("for", "at", "in", "on", kind="M")
    events = telling.ids(found[0]) if found else telling.main()
    if not own_leaders(telling, short, clause, events):
        telling.take_part(short, clause, telling.anyone(clause.subject), events)
    return events


def invite(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "invited ⟨A⟩ to ⟨M⟩"."""
    guests = clause.subject if clause.passive else clause.direct("A")
    meeting = next(iter(clause.after("to", "for", kind="M")), None)
    if guests is None or meeting is None or guests.kind != "A":
        return []
    for id_ in telling.anyone(guests):
        for event in telling.ids(meeting):
            telling.draft.say(
                short.one,
                id_,
                "invited_to",
                event,
                (clause.first, clause.last),
                "invited",
                status=Status.PLANNED,
            )
    return []
