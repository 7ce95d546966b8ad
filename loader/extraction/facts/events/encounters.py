"""Who met, received or spoke with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.events.attendance import attend_all, gather
from loader.extraction.facts.events.telling import CALLS, LEAD, TALKS, Telling
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.frame import Sentence
from loader.model import Level, Mention

_WHERE = re.compile(r"(⟨M\d+⟩) (?:, )?where (?:⟨|[a-z]+ ⟨)")
_IN_A = re.compile(r"(?:In|During|At) (⟨M\d+⟩) ,")
_IN_REMARKS = re.compile(
    r"(?:In|During) (?:the |⟨A\d+⟩ )?(?:his |her |their )?(?:\w+ ){0,2}(?:remarks|statement|speech|address|intervention)\b"
)
_OPENING = re.compile(r"(?:At|During|Addressing|Speaking at) (⟨M\d+⟩)(?: [a-z]+){0,6} ?, (⟨[AG]\d+⟩)")
_ANOTHER = re.compile(
    r"(?:the |this |their |its )?(?:\w*\d|next |previous |last |second |third |separate |another |a |an |upcoming |future |regular |annual )",
    re.I,
)
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]heir|[Dd]uring) ")
_OF_ITS_OWN = re.compile(
    r" (?:held |that took place |which took place )?(?:in|at) (?:the )?[A-Z]| (?:between|with|among) "
)
_ALSO = re.compile(r"\b(?:also|separately|additionally|subsequently)\b")
_SUBORDINATE = re.compile(r"\b(?:when|where|after|since|that|while|as)\b[^⟨⟩]*$")
_JOINED = re.compile(r"\w[-–]\w| between | with ")
_CALLING = CALLS | {"talks", "meeting"}
_TITLE_AWAY = 400
"""Characters by which the noun of the title counts as away from every verb of the lead."""
FAR = 900
"""Characters within which a noun and a verb may tell of one meeting."""


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
    found = list(clause.after("at", "during", kind="M"))
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


def encounter(telling: Telling, short: Short, clause: Clause, who: list[str], kind: str) -> list[str]:
    """Let persons take part in the meeting that a verb means; return it."""
    meeting = next(
        (
            a.piece
            for a in [a for a in clause.arguments if a.piece.kind == "M"][:1]
            if a.piece.kind == "M"
            and a.preposition in ("for", "in", ",", "at")
            and any(telling.kind(e) in TALKS | CALLS for e in telling.ids(a.piece))
        ),
        None,
    )
    meeting = meeting or where(telling, short, clause) or opening(telling, short)
    event = telling.ids(meeting)[0] if meeting else noun_for(telling, short, clause, who, kind)
    telling.take_part(short, clause, who, [event])
    return [event]


def opening(telling: Telling, short: Short) -> Piece | None:
    """Return ⟨M⟩ in "In a separate meeting, ⟨A⟩ spoke with ⟨A⟩"."""
    match = _IN_A.match(short.text)
    if match is None:
        return None
    piece = short.of(match[1])[0]
    return (
        piece if re.match(r"an? |their |his |her ", short.one.text[piece.start : piece.start + 6]) else None
    )


def where(telling: Telling, short: Short, clause: Clause) -> Piece | None:
    """Return ⟨M⟩ in "⟨M⟩, where ⟨A⟩ met ⟨A⟩"."""
    for match in _WHERE.finditer(short.text):
        piece = short.of(match[1])[0]
        if piece.end <= clause.first <= short.span(match.end() - 1, match.end())[1] + 1:
            return piece
    return None


def noun_for(telling: Telling, short: Short, clause: Clause, who: list[str], kind: str) -> str:
    """Return the meeting that a verb such as "met" stands for: one that a noun of the post names, or a new one."""
    kinds = _CALLING if kind == "call" else TALKS
    here = short.one.sentence
    if _SUBORDINATE.search(short.one.text[: clause.first]):
        return telling.draft.new_meeting(short.one, clause.first, kind)
    people = set(who)
    titled = title_nouns(telling, kinds) if here.line <= LEAD + 1 else []
    elsewhere = (m for m in titled if not here.start <= m.start < here.end)
    best = next(((_TITLE_AWAY, m.id) for m in elsewhere if fits(telling, m, people)), None)
    another = _ALSO.search(short.one.text, clause.first, clause.last) is not None
    for mention in nouns_beside(telling, here, kinds):
        if another and mention.end <= here.end:
            # "He also met ⟨A⟩": not the meeting told of before
            continue
        away = far(telling, mention, here) if fits(telling, mention, people) else None
        if away is not None and (best is None or away < best[0]):
            best = (away, mention.id)
    return best[1] if best is not None else telling.draft.new_meeting(short.one, clause.first, kind)


def fits(telling: Telling, mention: Mention, who: set[str]) -> bool:
    """Tell whether nothing that is said of a meeting's people speaks against these persons meeting there."""
    known = telling.people.get(mention.id)
    if known and not (who.issuperset(known) or who.issubset(known)):
        return False
    claimed = telling.claimed.get(mention.id, ())
    return len(claimed) < 2 or who.issuperset(claimed)


def title_nouns(telling: Telling, kinds: frozenset[str]) -> list[Mention]:
    """Return the nouns of the title that a verb may mean, and names that join the parties: "the ⟨C⟩-⟨C⟩ talks"."""
    if kinds not in telling.title_nouns:
        telling.title_nouns[kinds] = [
            m
            for m in telling.draft.titles
            if telling.kind(m.id) in kinds
            and not _ANOTHER.match(telling.words(m))
            and (m.level is not Level.NAME or _JOINED.search(telling.words(m)))
        ]
    return telling.title_nouns[kinds]


def nouns_beside(telling: Telling, here: Sentence, kinds: frozenset[str]) -> Iterator[Mention]:
    """Yield the nouns behind the title, not too far from a sentence, that a verb in it may mean."""
    draft = telling.draft
    for mention in draft.meetings_between(here.start - 2 * FAR, here.end + FAR):
        if (
            mention.level is Level.NOMINAL
            and mention.end > draft.title_end
            and mention.id not in draft.named_ids
            and telling.kind(mention.id) in kinds
            and not _ANOTHER.match(telling.words(mention))
        ):
            yield mention


def far(telling: Telling, mention: Mention, here: Sentence) -> int | None:
    """Return how far a noun is from a verb that may mean the same meeting; None when it can't be the same.

    It can be "the meeting" of one of the next sentences when nothing before is called so, or a meeting just told of.
    """
    if here.start <= mention.start < here.end:
        return None
    if mention.start >= here.end:
        apart = telling.draft.text[here.end : mention.start]
        definite = _DEFINITE.match(telling.words(mention)) or _DEFINITE.search(apart[-8:])
        if _OF_ITS_OWN.match(telling.draft.text, mention.end):
            # "the meeting in London": told of by its place, not by this verb
            return None
        first = telling.draft.firsts[mention.id] is mention
        return mention.start - here.end if first and definite and len(apart) < FAR else None
    told = telling.people.get(mention.id) or telling.claimed.get(mention.id)
    return here.start - mention.end if told and here.start - mention.end < FAR else None
