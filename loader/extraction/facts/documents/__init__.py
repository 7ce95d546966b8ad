"""What was adopted, signed, issued, reviewed - or not - and by whom."""

from __future__ import annotations

import re

from loader.extraction.facts.clauses import Clause, clauses
from loader.extraction.facts.documents.makers import (
    makers_of,
    makers_of_group,
    makers_of_subject,
    parties_in_name,
    say_each,
)
from loader.extraction.facts.documents.titles import titles
from loader.extraction.facts.documents.undone import not_adopted
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.events import Events
from loader.extraction.facts.pieces import Short

PREDICATES = {"adopt": "adopted", "sign": "signed", "issue": "issued", "review": "reviewed"}
_ADOPTION = re.compile(
    r"\b(?P<noun>adoption|signing|signature|issuance) (?:by (?P<by>⟨A\d+⟩) )?of (?:[\w-]+ ){0,4}?(?P<what>⟨D\d+⟩)(?: (?:by|at|during) (?P<who>⟨[AM]\d+⟩)| between (?P<sides>⟨A\d+⟩))?"
)

_SIGNED_AT = re.compile(
    r"(?P<what>⟨D\d+⟩) (?:signed|adopted|issued) (?:by (?P<who>⟨[AM]\d+⟩)|(?:at|during) (?P<at>⟨M\d+⟩))"
)

_AT = re.compile(
    r"(?P<what>⟨D\d+⟩)(?: ,)? (?:which |that )?(?:the )?(?:(?:\w+ ){0,2}(?:leaders|ministers|heads of state|members|participants|states) )?"
    r"(?:adopted|endorsed|approved|agreed|launched|was adopted|was endorsed|was approved|was launched) (?:at|during|by) (?P<at>⟨M\d+⟩)"
)

_TITLES = 4
"""Lines at the beginning of a post among which its title stands."""
_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are)\b")


def documents(draft: FactDraft, events: Events, short: Short) -> None:
    """Say what a sentence tells of documents."""
    not_adopted(draft, short)
    if "⟨D" not in short.text:
        return
    for clause in clauses(short):
        sense = "adopt" if clause.verb.startswith("launch") and _launched(clause) else clause.sense
        if sense in PREDICATES and clause.status is not None:
            draft.mood = clause.status
            _read(draft, events, short, clause, PREDICATES[sense])
            draft.mood = None
    for match in _ADOPTION.finditer(short.text):
        predicate = {"adoption": "adopted", "issuance": "issued"}.get(match["noun"], "signed")
        who = match["who"] or match["by"] or (match["sides"] if predicate == "signed" else None)
        makers = [m for piece in short.of(who) for m in makers_of(piece, predicate)]
        if not makers and who is None and predicate == "adopted":
            makers = events.main_event()
        say_each(draft, short, makers, predicate, short.of(match["what"]), short.span(*match.span()))
    for match in _SIGNED_AT.finditer(short.text):
        predicate = {"adopted": "adopted", "issued": "issued"}.get(
            match.group().split("⟩ ")[1].split(" ")[0], "signed"
        )
        makers = [m for piece in short.of(match["who"] or match["at"]) for m in makers_of(piece, predicate)]
        say_each(draft, short, makers, predicate, short.of(match["what"]), short.span(*match.span()))
    for match in _AT.finditer(short.text):
        makers = [m.id for m in short.of(match["at"])[0].mentions]
        say_each(draft, short, makers, "adopted", short.of(match["what"]), short.span(*match.span()))
    if short.one.sentence.line < _TITLES:
        titles(draft, events, short)


def _launched(clause: Clause) -> bool:
    """Tell whether a meeting launches a paper."""
    subject = clause.subject
    return subject is not None and subject.kind in "MG" and not clause.passive


def _read(draft: FactDraft, events: Events, short: Short, clause: Clause, predicate: str) -> None:
    span = clause.first, clause.last
    if clause.passive:
        if clause.subject is None or clause.subject.kind != "D":
            return
        by = [*clause.after("by", kind="A"), *clause.after("between", kind="A")]
        makers = [m for piece in by for m in makers_of(piece, predicate)]
        groups = clause.after("by", kind="G") if predicate == "signed" else []
        makers += [m for group in groups for m in makers_of_group(events, group)]
        if predicate == "signed" and (
            behalf := [
                m.id for piece in clause.after("for", kind="A") if not piece.people for m in piece.mentions
            ]
        ):
            # "was signed for ⟨C⟩ by ⟨P⟩"
            makers = behalf
        elif not by and not groups and predicate == "signed":
            makers = [m for paper in clause.subject.mentions for m in parties_in_name(draft, paper)]
        if not makers and not by and predicate != "signed":
            at = clause.after("at", "during", "in", "by", kind="M")
            makers = [m.id for piece in at for m in piece.mentions]
            if (
                not makers
                and _PASSIVE.search(_words(short, clause))
                and (predicate == "adopted" or (predicate == "issued" and _meeting_beside(short)))
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
        makers = held if there else makers_of_subject(draft, events, clause, predicate)
        if predicate == "signed":
            makers += [m for piece in clause.after("with", kind="A") for m in makers_of(piece, predicate)]
    say_each(draft, short, makers, predicate, papers, span)


def _words(short: Short, clause: Clause) -> str:
    """Return the words of a clause up to a little behind its verb."""
    return short.one.text[clause.first : clause.last]


def _meeting_beside(short: Short) -> bool:
    """Tell whether a sentence names a meeting before its verb: "Following the talks, a statement was issued"."""
    return any(piece.kind == "M" for piece in short.pieces)
