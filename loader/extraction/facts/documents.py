"""What was adopted, signed, issued, reviewed - or not - and by whom."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause, clauses
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.events import Events
from loader.extraction.facts.pieces import Piece, Short
from loader.model import Entity, EntityType, Level, Mention
from loader.resolution.names import slug

PREDICATES = {"adopt": "adopted", "sign": "signed", "issue": "issued", "review": "reviewed"}
_ADOPTION = re.compile(
    r"\b(?P<noun>adoption|signing|signature|issuance) (?:by (?P<by>⟨A\d+⟩) )?of (?:[\w-]+ ){0,4}?(?P<what>⟨D\d+⟩)(?: (?:by|at|during) (?P<who>⟨[AM]\d+⟩)| between (?P<sides>⟨A\d+⟩))?"
)
_TITLE = re.compile(r"^\W*(?P<what>⟨D\d+⟩) (?i:by|of|from|between)(?i: the)? (?P<who>⟨[AM]\d+⟩)")
_SIGNED_AT = re.compile(
    r"(?P<what>⟨D\d+⟩) (?:signed|adopted|issued) (?:by (?P<who>⟨[AM]\d+⟩)|(?:at|during) (?P<at>⟨M\d+⟩))"
)
_TITLES = 4
"""Lines at the beginning of a post among which its title stands."""
_STATEMENT = re.compile(r"(?i)statement|declaration|communiqu|conclusions|summary|press release")
_OF_MINISTERS = re.compile(r"(?i)\b(?:of|by) the .*\b(?:ministers|leaders|heads of)\b")
_STATEMENT_BY = re.compile(
    r"^\W*(?:⟨C\d+⟩: )?(?P<what>(?:[\w' -]{0,40}[Ss]tatement|⟨D\d+⟩)) (?:by|of) (?:the )?[^⟨⟩.]{0,40}? (?:of|on behalf of) (?:the )?(?P<who>⟨O\d+⟩)\W*(?:⟨|$)"
)
_AT = re.compile(
    r"(?P<what>⟨D\d+⟩)(?: ,)? (?:which |that )?(?:the )?(?:(?:\w+ ){0,2}(?:leaders|ministers|heads of state|members|participants|states) )?"
    r"(?:adopted|endorsed|approved|agreed|launched|was adopted|was endorsed|was approved|was launched) (?:at|during|by) (?P<at>⟨M\d+⟩)"
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
        sense = "adopt" if clause.verb.startswith("launch") and _launched(clause) else clause.sense
        if sense in PREDICATES and clause.status is not None:
            draft.mood = clause.status
            _clause(draft, events, short, clause, PREDICATES[sense])
            draft.mood = None
    for match in _ADOPTION.finditer(short.text):
        predicate = {"adoption": "adopted", "issuance": "issued"}.get(match["noun"], "signed")
        who = match["who"] or match["by"] or (match["sides"] if predicate == "signed" else None)
        makers = [m for piece in short.of(who) for m in _makers(piece, predicate)]
        if not makers and predicate == "adopted":
            makers = events.main_event()
        _each(draft, short, makers, predicate, short.of(match["what"]), short.span(*match.span()))
    for match in _SIGNED_AT.finditer(short.text):
        predicate = {"adopted": "adopted", "issued": "issued"}.get(
            match.group().split("⟩ ")[1].split(" ")[0], "signed"
        )
        makers = [m for piece in short.of(match["who"] or match["at"]) for m in _makers(piece, predicate)]
        _each(draft, short, makers, predicate, short.of(match["what"]), short.span(*match.span()))
    for match in _AT.finditer(short.text):
        makers = [m.id for m in short.of(match["at"])[0].mentions]
        _each(draft, short, makers, "adopted", short.of(match["what"]), short.span(*match.span()))
    if short.one.sentence.line < _TITLES:
        _title(draft, events, short)


def _title(draft: FactDraft, events: Events, short: Short) -> None:
    """Say who issued the paper that a title names: whom "by" or "of" introduces, or the meeting in its own name."""
    if title := _TITLE.match(short.text):
        makers = _makers(short.of(title["who"])[0], "issued")
        _each(draft, short, makers, "issued", short.of(title["what"]), short.span(*title.span()))
        return
    named = re.match(r"^\W*(?P<what>⟨D\d+⟩)(?: ,|$)", short.text)
    for paper in short.of(named["what"])[0].mentions if named else ():
        if not _STATEMENT.search(draft.text[paper.start : paper.end]):
            continue
        inner = draft.inside(paper.start + 1, paper.end)
        led = [
            m for m in inner
            if m.type in (EntityType.MEETING, EntityType.ORGANISATION) and m.level is Level.NAME
            and re.search(r"(?i)\b(?:of|by) (?:the )?$", draft.text[paper.start : m.start])
        ]  # fmt: skip
        meeting = next((m for m in led if m.type is EntityType.MEETING), None)
        makers = [meeting.id] if meeting else []
        if (
            not makers
            and not any(m.type is EntityType.COUNTRY for m in inner)
            and _OF_MINISTERS.search(draft.text[paper.start : paper.end])
        ):
            makers = [
                m
                for m in events.main_event()
                if draft.entities[m].kind in ("summit", "meeting", "ministerial", "session")
            ]
        for maker in makers:
            draft.say(
                short.one,
                maker,
                "issued",
                paper.id,
                short.span(*named.span()) if named else (0, 1),
                "title",
                status=Status.ASSERTED,
            )
    by = _STATEMENT_BY.match(short.one.text)
    if by and (found := short.one.of(by["who"])):
        at = short.one.post(by.start("what"))
        papers = [m for m in draft.inside(at, at + 200) if m.type is EntityType.DOCUMENT and m.start == at]
        for paper in papers[:1]:
            draft.say(short.one, found[0].id, "issued", paper.id, by.span(), "title", status=Status.ASSERTED)


def _launched(clause: Clause) -> bool:
    """Tell whether a meeting launches a paper."""
    subject = clause.subject
    return subject is not None and subject.kind in "MG" and not clause.passive


def _clause(draft: FactDraft, events: Events, short: Short, clause: Clause, predicate: str) -> None:
    span = clause.first, clause.last
    if clause.passive:
        if clause.subject is None or clause.subject.kind != "D":
            return
        by = [*clause.after("by", kind="A"), *clause.after("between", kind="A")]
        makers = [m for piece in by for m in _makers(piece, predicate)]
        if predicate == "signed" and (
            behalf := [
                m.id for piece in clause.after("for", kind="A") if not piece.people for m in piece.mentions
            ]
        ):
            # "was signed for ⟨C⟩ by ⟨P⟩"
            makers = behalf
        elif not by and predicate == "signed":
            makers = [m for paper in clause.subject.mentions for m in _between(draft, paper)]
        if not makers and not by and predicate != "signed":
            at = clause.after("at", "during", "in", "by", kind="M")
            makers = [m.id for piece in at for m in piece.mentions]
            if not makers and (
                predicate == "adopted"
                or (
                    predicate == "issued"
                    and _meeting_beside(short)
                    and _PASSIVE.search(_words(short, clause))
                )
            ):
                makers = events.main_event()
        papers = [clause.subject]
    else:
        span = (
            min(span[0], *(a.piece.start for a in clause.arguments), span[1]),
            max(span[1], clause.subject.end if clause.subject else 0),
        )
        led = ("on", "upon", "") if clause.verb.endswith((" on", " upon")) else ("",)
        papers = [a.piece for a in clause.arguments if a.piece.kind == "D" and a.preposition in (*led, ",")]
        papers = papers[: 1 + sum(1 for a in clause.arguments if a.preposition == ",")]
        if clause.arguments and clause.arguments[0].preposition not in (*led, ","):
            papers = [
                a.piece
                for a in clause.arguments[:1]
                if a.preposition == "of" and a.piece.kind == "D" and clause.sense == "adopt"
            ]
        if not papers or clause.subject is None:
            return
        held = [m.id for piece in clause.after("at", "during", kind="M") for m in piece.mentions]
        leaders = clause.subject.kind == "G" or (clause.subject.unnamed and not clause.subject.people)
        # "which leaders endorsed at ⟨M⟩"
        there = bool(held) and predicate == "adopted" and (leaders or clause.subject in papers)
        makers = held if there else _subjects(draft, events, clause, predicate)
        if predicate == "signed":
            makers += [m for piece in clause.after("with", kind="A") for m in _makers(piece, predicate)]
    _each(draft, short, makers, predicate, papers, span)


def _words(short: Short, clause: Clause) -> str:
    """Return the words of a clause up to a little behind its verb."""
    return short.one.text[clause.first : clause.last]


def _meeting_beside(short: Short) -> bool:
    """Tell whether a sentence names a meeting before its verb: "Following the talks, a statement was issued"."""
    return any(piece.kind == "M" for piece in short.pieces)


_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are)\b")


def _between(draft: FactDraft, paper: Mention) -> list[str]:
    """Return the parties that the name of an agreement gives it: "Memorandum between ⟨O⟩ and ⟨O⟩"."""
    text = draft.text[paper.start : paper.end]
    at = text.find(" between ")
    if at < 0 and draft.text.startswith(" between ", paper.end):
        at = len(text)
        text += draft.text[paper.end : paper.end + 160].split(".")[0]
    inner = [
        m for m in draft.inside(paper.start + at, paper.start + len(text))
        if m.type in (EntityType.COUNTRY, EntityType.ORGANISATION) and m.level is Level.NAME
    ] if at >= 0 else []  # fmt: skip
    outer = [m for m in inner if not any(o is not m and o.start <= m.start and m.end <= o.end for o in inner)]
    return [m.id for m in outer] if len(outer) == 2 else []


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
