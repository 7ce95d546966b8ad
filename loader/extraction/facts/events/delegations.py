"""Who was there without a verb of their own: participants in lists, delegations, chairs."""

from __future__ import annotations

import re

from loader.extraction.facts.events.telling import Telling
from loader.extraction.facts.pieces import Piece, Short

_INCLUDING = re.compile(
    r"(?:[Tt]aking part|[Pp]articipa|[Pp]resent|[Aa]ttend|in attendance|as did|[Ww]ith ⟨|[Dd]elegation|team|headed|heads|led|leads|included|"
    r"comprised|consisted)"
)
"""What one of the patterns of inclusion begins with or holds."""
_CHAIR = re.compile(r"[Cc]hair|presidency")
_INCLUDED = re.compile(
    r"\b(?:[Tt]aking part|[Pp]articipants|[Pp]resent|[Aa]ttendees|[Aa]ttending|[Ii]n attendance)(?: (?:at|in) ⟨M\d+⟩)? (?:were|included|was|are) (?:: )?(⟨A\d+⟩)"
)
_DELEGATION = re.compile(
    r"(?:delegation|team)(?: [^⟨⟩;.]{0,60}| ⟨A\d+⟩)?,? (?:(?:also )?includ(?:ed|es|ing)|compris(?:ed|es|ing)|consisted of|composed of|headed by|led by) (⟨A\d+⟩)"
)
_TEAM = (
    re.compile(
        r"(⟨A\d+⟩) (?:headed|led|heads|leads) (?:the |a |its |their )?(?:[a-z]+ ){0,3}(?:delegation|team)\b"
    ),
    re.compile(
        r"(⟨A\d+⟩)(?: , | )(?:headed|led) by (⟨A\d+⟩)(?:(?: ,)? (?:also )?(?:included|comprised|consisted of) (⟨A\d+⟩))?"
    ),
    re.compile(r"(⟨A\d+⟩) (?:also )?(?:included|comprised|consisted of) (⟨A\d+⟩)"),
    re.compile(
        r"(?:⟨[AG]\d+⟩|[Dd]elegations?) (?:was|were) (?:headed|led) by (⟨A\d+⟩)(?:(?: ,)? and (⟨A\d+⟩) by (⟨A\d+⟩))?"
    ),
)
_AS_DID = re.compile(
    r"(?:as did|[Aa]lso (?:present|attending|participating|taking part) (?:was|were)|[Aa]lso in attendance (?:was|were)) (⟨A\d+⟩)"
)
_AS_HOST = re.compile(r"[Ww]ith (⟨A\d+⟩) as (?:the )?host")
_IN_CHAIR = re.compile(
    r"[Ww]ith (⟨A\d+⟩) (?:in|as|at) (?:the )?[Cc]hair|(⟨A\d+⟩) ,? ?(?:was|is|were) in the [Cc]hair"
)
_UNDER = re.compile(
    r"[Uu]nder (?:the )?(?:joint |co-)?(?:chairmanship|chairpersonship|presidency) of (⟨A\d+⟩)|[Uu]nder (?:the )?(⟨[Ac]\d+⟩) (?:'s )?(?:chairmanship|chairpersonship)(?! of)"
)


def included(telling: Telling, short: Short) -> None:
    """Read "participants included ⟨A⟩", and "as did ⟨A⟩" of whoever did what the clause before says."""
    if "⟨A" not in short.text or not _INCLUDING.search(short.text):
        return
    for match in _INCLUDED.finditer(short.text):
        join_in(telling, short, match, told_in(telling, short, match) or telling.main())
    for match in _AS_HOST.finditer(short.text):
        join_in(telling, short, match, telling.told_here(short) or telling.main())
    for match in _DELEGATION.finditer(short.text):
        join_in(telling, short, match, telling.main())
    for pattern in _TEAM:
        for match in pattern.finditer(short.text):
            found = [piece for group in match.groups() for piece in short.of(group)]
            named = [piece for piece in found if piece.people]
            who = (
                named
                if len(named) == len(found) == 1 or any(p.unnamed and not p.people for p in found)
                else []
            )
            for piece in who:
                join_in(telling, short, match, telling.main(), piece)
    for match in _AS_DID.finditer(short.text):
        join_in(telling, short, match, telling.told_here(short) or telling.main())


def told_in(telling: Telling, short: Short, match: re.Match[str]) -> list[str]:
    """Return the meeting that stands within a match."""
    return [event for piece in short.of(match[0]) if piece.kind == "M" for event in telling.ids(piece)][:1]


def join_in(
    telling: Telling, short: Short, match: re.Match[str], events: list[str], who: Piece | None = None
) -> None:
    """Let one item take part, and those that a list with semicolons goes on with."""
    pieces = [who or short.of(match[1])[0]]
    if who is None and ";" in short.text[match.end() :]:
        pieces += [p for p in short.pieces[short.piece(match.end() - 1) + 1 :] if p.people and p.kind == "A"]
    span = short.span(*match.span())
    for piece in pieces:
        for id_ in telling.anyone(piece):
            for event in events:
                telling.one(short, id_, event, (span[0], max(span[1], piece.end)), "included")


def chairs(telling: Telling, short: Short, told: list[str]) -> None:
    """Read "with ⟨A⟩ in the chair" and "under the chairmanship of ⟨A⟩" of the meeting that the sentence tells of."""
    if not _CHAIR.search(short.text):
        return
    events = told or telling.main()
    for match in (*_IN_CHAIR.finditer(short.text), *_UNDER.finditer(short.text)):
        for piece in short.of(match[1] or match[2]):
            for id_ in telling.anyone(piece):
                for event in events:
                    span = short.span(*match.span())
                    telling.draft.say(
                        short.one, id_, "chaired", event, span, "chairmanship", qualifier="chair"
                    )
                    if id_.startswith("person:"):
                        telling.one(short, id_, event, span, "chairmanship", "chair")
