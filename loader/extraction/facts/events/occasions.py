"""Who held, hosted or chaired what, who travelled, and what took place."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.events.attendance import attend_all, own_leaders
from loader.extraction.facts.events.telling import CALLS, O, Telling
from loader.extraction.facts.pieces import Piece, Short

_PROCEEDINGS = re.compile(r" (?:the |today's )?(?:proceedings|deliberations|sitting|debates?)\b")
"""What somebody chairs who chairs the meeting that the text is about."""


_NEXT = re.compile(r"(?:the |their |its )?next ")


def hold(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ held ⟨M⟩ with ⟨A⟩" and "⟨M⟩ was held between ⟨A⟩"."""
    between = clause.beside("between", "with", "among")
    if clause.passive or (clause.subject is not None and clause.subject.kind == "M"):
        return _was_held(telling, short, clause, between)
    meeting = clause.direct("M")
    if meeting is None or clause.subject is None:
        return []
    events = telling.ids(meeting)
    who = telling.anyone(clause.subject) if clause.subject.kind in "AG" else []
    others = [id_ for piece in between for id_ in telling.anyone(piece)]
    if clause.status is Status.PLANNED and (
        clause.verb == "holding"
        or _NEXT.match(telling.words(meeting.mentions[0]))
        or short.one.text[: short.one.text.find("⟨M", meeting.start)].endswith("next ")
    ):
        # who decides to hold the next one need not be who meets then
        who = [id_ for id_ in who if not id_.startswith("person:")] if not others else who
    place = next(n for n, piece in enumerate(short.pieces) if piece is meeting)
    with_whom = [piece.text for piece in short.pieces[place + 1 : place + 2]] == ["with"]
    if clause.verb.startswith(("had", "have", "has")) and not others and len(who) < 2 and not with_whom:
        return []
    if own_leaders(telling, short, clause, events):
        who = []
    if who or others:
        telling.take_part(short, clause, [*who, *others], events)
    for argument in clause.arguments:
        if argument.piece.kind == "M" and argument.piece is not meeting and argument.preposition == ",":
            # "had a meeting with ⟨A⟩ and a working lunch with ⟨A⟩"
            telling.take_part(short, clause, who, telling.ids(argument.piece))
    return events


def _was_held(telling: Telling, short: Short, clause: Clause, between: list[Piece]) -> list[str]:
    """Read "⟨M⟩ was held between ⟨A⟩ and ⟨A⟩" and "⟨M⟩ was held by ⟨O⟩"."""
    if clause.subject is None or clause.subject.kind != "M":
        return []
    events = telling.ids(clause.subject)
    for piece in clause.doers():
        if len(piece.mentions) == 1 and piece.mentions[0].type is O:
            hosted(telling, short, clause, piece, events)
        else:
            between.append(piece)
    for piece in between:
        telling.take_part(short, clause, telling.anyone(piece), events)
    return events


def host(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ hosted ⟨M⟩" and "⟨M⟩ was hosted by ⟨A⟩"."""
    if clause.passive:
        events = telling.subject_meeting(clause)
        for piece in clause.doers():
            hosted(telling, short, clause, piece, events)
        return events
    meeting = clause.direct("M") or next(iter(clause.after("of", kind="M")), None)
    if meeting is None and clause.subject is not None and clause.subject.kind == "M":
        return happen(telling, short, clause)
    if meeting is None or clause.subject is None:
        return []
    events = telling.ids(meeting)
    span = clause.first, clause.last
    if clause.subject.kind == "L" and clause.verb.endswith("ing"):
        return []
    if clause.subject.kind == "L":
        for event in events:
            telling.held_in(short, event, clause.subject.mentions[0], span, "hosts")
    else:
        hosted(telling, short, clause, clause.subject, events)
    return events


def hosted(telling: Telling, short: Short, clause: Clause, host: Piece, events: list[str]) -> None:
    """Say that a person takes part as the host; that a state or body organises."""
    if host.people or host.kind == "G":
        telling.take_part(short, clause, telling.persons(host), events, role="host")
    elif host.kind == "A" and len(host.mentions) > 1 and clause.verb.startswith("conven"):
        # "⟨C⟩ and ⟨C⟩ convened ⟨M⟩": both meet
        telling.take_part(short, clause, telling.anyone(host), events)
    elif host.kind == "A":
        for actor in host.mentions:
            for event in events:
                telling.draft.say(
                    short.one, actor.id, "organised", event, (clause.first, clause.last), "hosts"
                )


def chair(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ chaired ⟨M⟩" and "⟨M⟩ was chaired by ⟨A⟩"."""
    co = "co-" in clause.verb or "jointly" in clause.verb
    role = "co-chair" if co else "chair"
    if clause.passive:
        with_ = clause.after("with", kind="A") if co else []
        who = [id_ for piece in [*clause.doers(), *with_] for id_ in telling.anyone(piece)]
        events = telling.subject_meeting(clause)
    else:
        if clause.subject is None or clause.subject.kind not in "AG":
            return []
        who = telling.anyone(clause.subject)
        meeting = clause.direct("M") or next(iter(clause.after("over", kind="M")), None)
        body = clause.direct("A")
        if (
            meeting is None
            and body is not None
            and not body.people
            and body.mentions
            and not clause.verb.startswith("led")
        ):
            for id_ in who:
                telling.draft.say(
                    short.one,
                    id_,
                    "chaired",
                    body.mentions[0].id,
                    (clause.first, clause.last),
                    "chaired",
                    qualifier=role,
                )
            return []
        events = telling.ids(meeting) if meeting else []
        if meeting is None and _PROCEEDINGS.match(short.one.text, clause.last):
            events = telling.main_event()
        who += [id_ for piece in clause.after("with", kind="A") for id_ in telling.persons(piece)]
    for event in events:
        for id_ in who:
            telling.draft.say(
                short.one, id_, "chaired", event, (clause.first, clause.last), "chaired", qualifier=role
            )
    named = [event for event in events if telling.named(event)]
    telling.take_part(short, clause, [id_ for id_ in who if id_.startswith("person:")], named, role=role)
    return events


def travel(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ travelled to ⟨L⟩ on ⟨M⟩": a visitor."""
    subject = clause.subject
    if subject is None or subject.kind != "A" or not subject.people:
        return []
    who = telling.persons(subject)
    together = [
        id_ for piece in clause.after("with", "alongside", kind="A") for id_ in telling.persons(piece)
    ]
    if together:
        telling.met = [*who, *together]
    meeting = next((a.piece for a in clause.arguments if a.piece.kind == "M"), None)
    events = [e for e in telling.ids(meeting) if telling.kind(e) == "visit"] if meeting else []
    if meeting is None and clause.verb.lower().startswith("visit"):
        return on_visit(telling, short, clause, who)
    if meeting and not events and meeting is next(iter(clause.after("for", kind="M")), None):
        attended = attend_all(telling, short, clause, who, meeting)
        # a conference need not begin on the day on which somebody leaves for it
        return [event for event in attended if not telling.named(event)]
    if events:
        telling.take_part(short, clause, who, events, role="visitor")
        return events
    return []


def on_visit(telling: Telling, short: Short, clause: Clause, who: list[str]) -> list[str]:
    """Give "⟨A⟩ visited ⟨L⟩" the one visit that the post calls so, when nobody is known to be on it."""
    visits = telling.draft.visits
    if (
        len(visits) != 1
        or not set(telling.people.get(visits[0], who)) <= set(who)
        or telling.claimed.get(visits[0])
    ):
        return []
    if telling.invited or "invit" in short.one.text[clause.first : clause.last]:
        return []
    telling.take_part(short, clause, who, visits, role="visitor")
    for place in clause.after("", kind="L")[:1]:
        telling.held_in(short, visits[0], place.mentions[0], (clause.first, clause.last), "visit-to")
    return visits


def pay(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨A⟩ paid ⟨M⟩", "concluded ⟨M⟩"."""
    meeting = clause.direct("M") or next(iter(clause.after("of", kind="M")), None)
    if meeting is None or clause.subject is None or clause.subject.kind != "A":
        return []
    events = telling.ids(meeting)
    role = "visitor" if any(telling.kind(e) == "visit" for e in events) else "participant"
    if not clause.passive:
        telling.take_part(short, clause, telling.persons(clause.subject), events, role=role)
    hosts = [
        id_
        for a in clause.arguments
        if a.noun == "invitation" and a.piece.kind == "A"
        for id_ in telling.persons(a.piece)
    ]
    if hosts and not clause.passive:
        # "paid ⟨M⟩ at the invitation of ⟨A⟩": the two leaders from here on
        telling.met = [*telling.persons(clause.subject), *hosts]
    if any(telling.kind(e) in CALLS | {"courtesy call"} for e in events):
        for piece in clause.after("on", "to", kind="A"):
            telling.take_part(short, clause, telling.persons(piece), events)
    return events


def happen(telling: Telling, short: Short, clause: Clause) -> list[str]:
    """Read "⟨M⟩ took place"."""
    if clause.subject is not None and clause.subject.kind == "M":
        events = telling.ids(clause.subject)
        for piece in clause.after("between", "with", "among", kind="A"):
            telling.take_part(short, clause, telling.anyone(piece), events)
        return events
    meeting = clause.direct("M")
    if (
        clause.subject is not None
        and clause.subject.kind == "A"
        and clause.subject.people
        and meeting is not None
    ):
        return attend_all(telling, short, clause, telling.persons(clause.subject), meeting)
    return (
        telling.ids(meeting)
        if meeting is not None and clause.verb in ("opened", "concluded", "began")
        else []
    )
