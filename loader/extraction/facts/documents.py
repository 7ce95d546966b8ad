"""What was adopted, signed, issued, reviewed - or not - and by whom."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause, clauses
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.events import Events
from loader.extraction.facts.pieces import Piece, Short
from loader.model import Entity, EntityType, Level
from loader.resolution.names import slug

PREDICATES = {"adopt": "adopted", "sign": "signed", "issue": "issued", "review": "reviewed"}
_ADOPTION = re.compile(
    r"\b(?P<noun>adoption|signing|signature|issuance) (?:by (?P<by>⟨A\d+⟩) )?of (?:[\w-]+ ){0,4}?(?P<what>⟨D\d+⟩)(?: by (?P<who>⟨[AM]\d+⟩))?"
)
_TITLE = re.compile(r"^\W*(?P<what>⟨D\d+⟩) (?:by|of|from|between) (?P<who>⟨[AM]\d+⟩)")
_SIGNED_AT = re.compile(
    r"(?P<what>⟨D\d+⟩) (?:signed|adopted|issued) (?:by (?P<who>⟨[AM]\d+⟩)|(?:at|during) (?P<at>⟨M\d+⟩))"
)
_NOT_ADOPTED = re.compile(
    r"(?P<what>(?:declaration|statement|communiqu[ée]|document)s?|⟨D\d+⟩)[^.;⟨⟩]{0,60}?(?:has|have|was|were|could) not (?:been |be )?(?:adopted|approved|agreed|issued)"
    r"|(?:failed to|could not|did not) (?:adopt|agree on|approve|issue) (?:a |an |the )?(?:\w+ )??(?P<what2>(?:declaration|statement|communiqu[ée]|document)|⟨D\d+⟩)"
)


def documents(draft: FactDraft, events: Events, short: Short) -> None:
    """Say what a sentence tells of documents."""
    _not_adopted(draft, short)
    if "⟨D" not in short.text:
        return
    for clause in clauses(short):
        if clause.sense in PREDICATES and clause.status is not None:
            draft.mood = clause.status
            _clause(draft, events, short, clause)
            draft.mood = None
    for match in _ADOPTION.finditer(short.text):
        predicate = {"adoption": "adopted", "issuance": "issued"}.get(match["noun"], "signed")
        makers = [m for piece in short.of(match["who"] or match["by"]) for m in _makers(piece, predicate)]
        if not makers and predicate == "adopted":
            makers = events.main_event()
        _each(draft, short, makers, predicate, short.of(match["what"]), short.span(*match.span()))
    for match in _SIGNED_AT.finditer(short.text):
        predicate = {"adopted": "adopted", "issued": "issued"}.get(
            match.group().split("⟩ ")[1].split(" ")[0], "signed"
        )
        makers = [m for piece in short.of(match["who"] or match["at"]) for m in _makers(piece, predicate)]
        _each(draft, short, makers, predicate, short.of(match["what"]), short.span(*match.span()))
    if not short.one.sentence.line and (title := _TITLE.match(short.text)):
        makers = _makers(short.of(title["who"])[0], "issued")
        _each(draft, short, makers, "issued", short.of(title["what"]), short.span(*title.span()))


def _clause(draft: FactDraft, events: Events, short: Short, clause: Clause) -> None:
    predicate = PREDICATES[clause.sense]
    span = clause.first, clause.last
    if clause.passive:
        if clause.subject is None or clause.subject.kind != "D":
            return
        by = clause.after("by", kind="A")
        makers = [m for piece in by for m in _makers(piece, predicate)]
        if not makers and predicate != "signed":
            at = clause.after("at", "during", "in", "by", kind="M")
            makers = [m.id for piece in at for m in piece.mentions]
            if not makers and predicate == "adopted":
                makers = events.main_event()
        papers = [clause.subject]
    else:
        papers = [a.piece for a in clause.arguments if a.piece.kind == "D" and a.preposition in ("", ",")]
        papers = papers[: 1 + sum(1 for a in clause.arguments if a.preposition == ",")]
        if clause.arguments and clause.arguments[0].preposition and clause.arguments[0].preposition != ",":
            papers = [
                a.piece
                for a in clause.arguments[:1]
                if a.preposition == "of" and a.piece.kind == "D" and clause.sense == "adopt"
            ]
        if not papers or clause.subject is None:
            return
        makers = _subjects(draft, events, clause, predicate)
        if predicate == "signed":
            makers += [m for piece in clause.after("with", kind="A") for m in _makers(piece, predicate)]
    _each(draft, short, makers, predicate, papers, span)


def _subjects(draft: FactDraft, events: Events, clause: Clause, predicate: str) -> list[str]:
    """Return who did it: "the ministers" adopt as their meeting, sign as themselves, "both sides" as their states."""
    subject = clause.subject
    assert subject is not None  # noqa: S101 (looked at by the caller)
    if subject.kind == "M":
        return (
            [] if predicate == "signed" and len(subject.mentions) != 1 else [m.id for m in subject.mentions]
        )
    if subject.kind != "G":
        return _makers(subject, predicate)
    if predicate in ("adopted", "reviewed"):
        return events.main_event()
    if subject.text in ("sides", "countries", "parties", "states", "governments") or (
        subject.text == "they" and predicate == "issued"
    ):
        return events.two_states()
    if predicate == "signed" and len(events.met) > 1:
        return list(events.met)
    if subject.text in ("participants", "leaders", "ministers", "we"):
        return events.main_event()
    return []


def _makers(piece: Piece, predicate: str) -> list[str]:
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


def _each(
    draft: FactDraft,
    short: Short,
    makers: list[str],
    predicate: str,
    papers: list[Piece],
    span: tuple[int, int],
) -> None:
    for paper in (m for piece in papers for m in piece.mentions):
        for maker in makers:
            draft.say(short.one, maker, predicate, paper.id, span, "document")


def _not_adopted(draft: FactDraft, short: Short) -> None:
    """Say that a meeting did not adopt its declaration; an unnamed one is named after the meeting."""
    for match in _NOT_ADOPTED.finditer(short.text):
        named = [m for m in draft.meetings if m.level is Level.NAME] or draft.meetings
        if not named:
            continue
        span = short.span(*match.span())
        here = short.one.post(span[1])
        first_line = draft.frame.lines[0][1]
        meeting = (
            named[0]
            if named[0].end <= first_line
            else next((m for m in reversed(named) if m.end <= here), named[0])
        )
        papers = [m for piece in short.of(match[0]) for m in piece.mentions if m.type is EntityType.DOCUMENT]
        if papers:
            object_ = papers[0].id
        else:
            word = (match["what"] or match["what2"]).rstrip("s")
            name = draft.entities[meeting.id].name
            object_ = f"document:{slug(name)}-{slug(word)}"
            draft.entities[object_] = Entity(
                id=object_, type=EntityType.DOCUMENT, name=f"{word.capitalize()} of the {name}", kind=word
            )
        draft.say(short.one, meeting.id, "adopted", object_, span, "not-adopted", status=Status.DENIED)
