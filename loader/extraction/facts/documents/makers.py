"""Who adopts, signs or issues what."""

from __future__ import annotations

import re

from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.events import Events
from loader.extraction.facts.pieces import Piece, Short
from loader.model import EntityType, Level, Mention

_STATES = frozenset(["sides", "countries", "parties", "states", "governments", "delegations"])
"""Words for the states that two leaders stand for."""


_LONGER = re.compile(r" [A-Z]")
"""Behind a state whose name only begins the name of an unknown body: "⟨C⟩ Academy of Sciences"."""


def makers_of_group(events: Events, group: Piece) -> list[str]:
    """Return who "signed by the two ministers" or "by both countries" means."""
    return events.two_states() if group.text in _STATES else events.persons(group)


def parties_in_name(draft: FactDraft, paper: Mention) -> list[str]:
    """Return the parties that the name of an agreement gives it: "Memorandum between ⟨O⟩ and ⟨O⟩"."""
    text = draft.text[paper.start : paper.end]
    at = text.find(" between ")
    if at < 0 and draft.text.startswith(" between ", paper.end):
        at = len(text)
        text += draft.text[paper.end : paper.end + 160].split(".")[0]
    inner = [
        m for m in draft.inside(paper.start + at, paper.start + len(text))
        if m.type in (EntityType.COUNTRY, EntityType.ORGANISATION) and m.level is Level.NAME
        and not (m.type is EntityType.COUNTRY and _LONGER.match(draft.text, m.end))
    ] if at >= 0 else []  # fmt: skip
    outer = [m for m in inner if not any(o is not m and o.start <= m.start and m.end <= o.end for o in inner)]
    return [m.id for m in outer] if len(outer) == 2 else []


def makers_of_subject(draft: FactDraft, events: Events, clause: Clause, predicate: str) -> list[str]:
    """Return who did it: "the ministers" adopt as their meeting, sign as themselves, "both sides" as their states."""
    subject = clause.subject
    assert subject is not None  # noqa: S101 (looked at by the caller)
    if subject.kind == "M":
        return (
            [] if predicate == "signed" and len(subject.mentions) != 1 else [m.id for m in subject.mentions]
        )
    if subject.kind != "G":
        return makers_of(subject, predicate)
    if predicate in ("adopted", "reviewed"):
        return events.main_event()
    if subject.text in _STATES or (subject.text == "they" and predicate == "issued"):
        return events.two_states()
    if predicate == "signed" and len(events.met) > 1:
        return list(events.met)
    if subject.text in ("participants", "leaders", "ministers", "we"):
        return events.main_event()
    return []


def makers_of(piece: Piece, predicate: str) -> list[str]:
    """Return who can do that: meetings and bodies adopt; people and states sign."""
    people = [m.id for m in piece.mentions if m.type is EntityType.PERSON]
    meetings = [m.id for m in piece.mentions if m.type is EntityType.MEETING]
    others = [
        m for m in piece.mentions
        if m.type in (EntityType.COUNTRY, EntityType.ORGANISATION) and m.level is not Level.ADJECTIVE
    ]  # fmt: skip
    if predicate in ("adopted", "reviewed"):
        return meetings or [m.id for m in others if m.type is EntityType.ORGANISATION]
    return people or [m.id for m in others] or meetings


def say_each(
    draft: FactDraft,
    short: Short,
    makers: list[str],
    predicate: str,
    papers: list[Piece],
    span: tuple[int, int],
) -> None:
    """Say that each maker did it with each paper."""
    for paper in (m for piece in papers for m in piece.mentions):
        for maker in makers:
            draft.say(short.one, maker, predicate, paper.id, span, "document")
