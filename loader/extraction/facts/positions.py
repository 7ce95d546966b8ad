"""Who holds which position: from the titles before and after a name."""

from __future__ import annotations

import re

from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.offices import fits, known_holder, of_body, of_state
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.facts.titles import offices_of, title_of
from loader.model import EntityType, Level, Mention

C, O = EntityType.COUNTRY, EntityType.ORGANISATION
_RANK = re.compile(
    r"(?:(?:Lieutenant|Major|Brigadier|Rear|Vice|Colonel|Senior|Field|Air Chief|Air|Wing) )*(?:General|Admiral|Colonel|Marshal|Captain|Commander|Commodore|Major|Ambassador)$"
)
"""Titles that go with a person whatever the office."""
_PLURALS = frozenset(
    "counterparts colleagues ministers presidents secretaries premiers chancellors ambassadors".split()
)


def positions(draft: FactDraft, short: Short) -> None:
    """Say who holds a position, of whom; a bare title only counts for people whose office is known."""
    for piece in short.pieces:
        if piece.kind != "A" or not piece.people:
            continue
        shared, states = "", _dealt(draft, short, piece)
        for mention, (before, after) in zip(piece.mentions, piece.titles, strict=False):
            if mention.level is not Level.NAME:
                continue
            if states:
                _say(draft, short, mention, *states[mention.id])
                continue
            shared = _shared(draft, short, before) or shared
            _say(draft, short, mention, before, after, shared)


def _shared(draft: FactDraft, short: Short, before: list[Piece]) -> str:
    """Return the title that the whole list has which it opens: "her counterparts", "Foreign Ministers"."""
    heads = [p.text for p in before if p.kind == "w" and p.text.casefold() in _PLURALS]
    if not heads or any(p.mentions and _is_body(p) for p in before):
        return ""
    if heads[-1].casefold() in ("counterparts", "colleagues"):
        return "counterpart"
    return (
        title_of(short, before)
        .removesuffix("s")
        .replace("Ministers", "Minister")
        .replace("Secretaries", "Secretary")
    )


def _dealt(draft: FactDraft, short: Short, piece: Piece) -> dict[str, tuple[list[Piece], list[Piece], str]]:
    """Return titles as "the Foreign Ministers of ⟨C⟩ and ⟨C⟩, ⟨P⟩ and ⟨P⟩" deals them out: to each person a state."""
    if len(piece.titles) < 2 or any(before or after for before, after in piece.titles[1:]):
        return {}
    before = piece.titles[0][0]
    first = next((n for n, p in enumerate(before) if p.kind == "w" and p.text.casefold() in _PLURALS), None)
    states = [p for p in before if _is_body(p)]
    if (
        first is None
        or len(states) != len(piece.mentions)
        or not all(before.index(p) > first for p in states)
    ):
        return {}
    words = before[: before.index(states[0])]
    return {who.id: ([*words, state], [], "") for who, state in zip(piece.mentions, states, strict=True)}


def _is_body(piece: Piece) -> bool:
    return any(m.type in (C, O) for m in piece.mentions)


def _say(
    draft: FactDraft, short: Short, who: Mention, before: list[Piece], after: list[Piece], shared: str
) -> None:
    offices = [*offices_of(draft, short, before), *offices_of(draft, short, after)]
    span_of = [*before, *after]
    if not span_of or len(offices) > 4:
        return
    at = short.one.text.find(f"⟨P{draft.numbers[id(who)]}⟩")
    span = min(at, span_of[0].start), max(short.one.text.find("⟩", at) + 1, span_of[-1].end)
    behind = _of_behind(after)
    if not offices and shared and behind:
        offices = [(shared, behind)]
    bodies = [body for _, body in offices if body] or ([behind] if behind else [])
    offices.sort(key=lambda office: not office[1])
    for title, body in offices:
        if _RANK.match(title) and ((len(offices) > 1 and not body) or title != "Ambassador"):
            continue
        of = body or next((b for b in bodies if _may_have(b, title)), "")
        of = of or _known(draft, who, title)
        if not of:
            earlier = draft.stateless.get(who.id)
            if earlier is None or (earlier[2] in title and len(title) > len(earlier[2])):
                draft.stateless[who.id] = (short.one, span, title)
        elif draft.know(of):
            draft.hold(short.one, who.id, of, span, title)


def _may_have(body: str, title: str) -> bool:
    """Tell whether a title without a state may be an office of the state or body of another title."""
    return not of_body(title) if body.startswith("country:") else not of_state(title)


def _known(draft: FactDraft, who: Mention, title: str) -> str:
    """Return the state or body of which a person is known to hold an office, or that alone has such an office."""
    known = draft.lexicon.positions.get(who.id, ())
    if known:
        return next(
            (of for office, of in known if fits(title, office)),
            # Of another office only the state is taken over: who was a minister may hold another ministry.
            next((of for _, of in known if of_state(title) and of.startswith("country:")), "")
            if of_state(title)
            else known[0][1],
        )
    if of := draft.shapes.title_states.get(title, ""):
        return of
    return known_holder(draft.vocabulary, title, draft.entities[who.id].name)


def _of_behind(after: list[Piece]) -> str:
    """Return the state right behind a name: "⟨P⟩ of ⟨C⟩"."""
    if not after or after[0].text != "of":
        return ""
    return next((m.id for p in after[1:3] for m in p.mentions if m.type in (C, O)), "")
