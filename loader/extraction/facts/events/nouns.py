"""What nouns tell of meetings: "talks between X and Y", "X's visit", "the delegation headed by X"."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.events.adjuncts import place_or_day
from loader.extraction.facts.events.delegations import included
from loader.extraction.facts.events.telling import CALLS, TALKS, Telling
from loader.extraction.facts.pieces import Piece, Short

_BETWEEN = re.compile(
    r"(⟨M\d+⟩)(?: (?!to |and |met |meet|held |hold)[a-z-]+){0,2} (between|with|among|of|involving|by) (⟨A\d+⟩)(?: and with (⟨A\d+⟩))?"
)
_WISHED = re.compile(
    r"\b(?:readiness|willingness|desire|wish|hope|ready|willing|intention) to (?:\w+ ){1,2}⟨"
)
_OWN = re.compile(
    r"(⟨A\d+⟩) 's (?:[\w-]+ ){0,4}?(?:(?:remarks|statement|speech|address|answers?|participation|attendance|interview|comment|press|intervention)"
    r"(?: [a-z]+){0,5} (?:at|in|to|following|after|during|before|with) )?(⟨M\d+⟩)(?: with (⟨A\d+⟩))?"
)
_HIS = re.compile(r"(⟨A\d+⟩) (?:[\w-]+ ){0,3}(⟨M\d+⟩)(?: with (⟨A\d+⟩))?")
_AT = re.compile(r"^(?:\W|[A-Z]\w+ ){0,3}(⟨A\d+⟩) (?:at|during|attends) (⟨M\d+⟩)")
_AFTER_TALKS = re.compile(
    r"^\W*(?:Following|After|At|During|In|Concluding) (⟨M\d+⟩) with (⟨A\d+⟩)(?: [a-z]+){0,5}(?: ⟨M\d+⟩)? ?, (⟨A\d+⟩)(?! ')"
)
_BETWEEN_THEM = re.compile(r"(⟨M\d+⟩) between (⟨G\d+⟩)")
_DAY_BEFORE = re.compile(r"(⟨T\d+⟩) (?:'s )?(?:[a-z-]+ ){0,3}?(⟨M\d+⟩)")
_ORDER = re.compile(r"\b(?:previous|last|next|first|second|third|recent|earlier|\d+(?:st|nd|rd|th))\b")
_THEIR = re.compile(r"(?:^\W*Their|\b(?:[Dd]uring|[Aa]t|[Ff]ollowing|[Aa]fter) their) (?:⟨T\d+⟩ )?(⟨M\d+⟩)")
_ITS = re.compile(r"(⟨A\d+⟩)[^⟨⟩;]{0,40} (?:at|during|in|for) (⟨M\d+⟩)")
_BY = re.compile(r"^\W*(⟨M\d+⟩) by (⟨A\d+⟩)")
_PARTAKING = (
    re.compile(
        r"(?:participation|attendance|presence) (?:[a-z]+ ){0,3}(?:in|at) (⟨M\d+⟩)(?: , [^⟨⟩]{0,40} ,)? (?:of|by) (⟨A\d+⟩)"
    ),
    re.compile(r"(?:participation|attendance|presence) of (⟨A\d+⟩) (?:in|at) (⟨M\d+⟩)"),
    re.compile(r"^\W*(⟨A\d+⟩) (?:[–-] (⟨A\d+⟩) )?:[^⟨⟩]*(⟨M\d+⟩)"),
)
_BE_FOR = re.compile(
    r"(⟨A\d+⟩) (?:, who )?(?:will be|is|was|are|were|has been|have been|is currently|was currently) (?:(?:back |here )?in (?:the )?(⟨[AL]\d+⟩) )?(?:for|at|on|attending|taking part in) (⟨M\d+⟩)(?: with (⟨A\d+⟩))?"
)
_CHAIRMANSHIP = re.compile(r"(⟨[cA]\d+⟩)(?: - (⟨[cA]\d+⟩))? (?:co-)?chairmanship of (⟨M\d+⟩)")


def nouns(telling: Telling, short: Short) -> None:  # noqa: C901 (one loop a pattern)
    """Say what nouns tell: "talks between X and Y", "X's visit", "remarks at the meeting"."""
    text = short.text
    if "⟨M" not in text:
        included(telling, short)
        return
    for match in _BETWEEN.finditer(text):
        who = [id_ for piece in short.of(match[3]) + short.of(match[4]) for id_ in telling.anyone(piece)]
        people = [id_ for id_ in who if id_.startswith("person:")]
        unnamed = short.of(match[3])[0].unnamed
        sorts = {telling.kind(event) for piece in short.of(match[1]) for event in telling.ids(piece)}
        if match[2] == "of" and not people and not unnamed:
            continue
        if (match[2] == "by" and "visit" not in sorts) or _WISHED.search(
            text[max(0, match.start() - 40) : match.start() + 1]
        ):
            continue
        if (
            match[2] == "with"
            and not people
            and not unnamed
            and not sorts & (TALKS | CALLS | {"consultations"})
        ):
            continue
        if match[2] == "of" and unnamed and len(who) == 1 and who[0].startswith("organisation:"):
            # "a meeting of the ministers of ⟨O⟩" is the body's own
            for piece in short.of(match[1]):
                for event in telling.ids(piece):
                    if not telling.dry:
                        telling.draft.say(
                            short.one,
                            event,
                            "part_of",
                            who[0],
                            short.span(*match.span()),
                            "of-body",
                            status=Status.ASSERTED,
                        )
            continue
        telling.draft.mood = Status.DENIED if text[: match.start()].lower().endswith("no ") else None
        say(telling, short, match, who, short.of(match[1]), "with")
        telling.draft.mood = None
    for match in _OWN.finditer(text):
        who = [id_ for piece in short.of(match[1]) + short.of(match[3]) for id_ in telling.anyone(piece)]
        if (short.of(match[1])[0].people or match[3]) and not _WISHED.search(match[0]):
            say(telling, short, match, who, short.of(match[2]), "own")
    for match in _HIS.finditer(text):
        owner = short.of(match[1])[0]
        if len(owner.mentions) == 1 and telling.draft.text[
            owner.mentions[0].start : owner.mentions[0].end
        ].lower() in ("his", "her"):
            named = {m.id for p in short.pieces if p.people and p.end <= owner.start for m in p.mentions}
            if len(named) > 1:
                continue
            who = [
                *telling.ids(owner),
                *(id_ for piece in short.of(match[3]) for id_ in telling.anyone(piece)),
            ]
            say(telling, short, match, who, short.of(match[2]), "his")
    for match in _AT.finditer(text):
        if short.of(match[1])[0].people:
            say(telling, short, match, telling.persons(short.of(match[1])[0]), short.of(match[2]), "at")
    if telling.dry:
        return
    for match in (*_ITS.finditer(text), *_BY.finditer(text)):
        one, other = short.of(match[1])[0], short.of(match[2])[0]
        whose, told = (one, other) if match.re is _ITS else (other, one)
        its = short.one.text[told.start : told.start + 4] == "its "
        if match.re is _BY or (its and not whose.people):
            say(telling, short, match, telling.anyone(whose), [told], "its")
    if (after := _AFTER_TALKS.match(text)) and all(short.of(after[n])[0].people for n in (2, 3)):
        # "Following talks with ⟨A⟩, ⟨A⟩ said": who speaks had the talks
        who = [id_ for n in (2, 3) for id_ in telling.persons(short.of(after[n])[0])]
        telling.draft.mood = Status.ASSERTED
        say(telling, short, after, who, short.of(after[1]), "with")
        telling.draft.mood = None
    for match in _BETWEEN_THEM.finditer(text):
        who = telling.persons(short.of(match[2])[0])
        say(telling, short, match, who, short.of(match[1]), "with")
    for match in _DAY_BEFORE.finditer(text):
        for event in telling.ids(short.of(match[2])[0]):
            day = short.of(match[1])[0].mentions[0]
            if day.id in telling.draft.found.dates:
                telling.held_on(short, event, day, short.span(*match.span()), "day-before")
    for pattern in _PARTAKING:
        for match in pattern.finditer(text):
            pieces = [piece for group in match.groups() for piece in short.of(group)]
            sides = [piece for piece in pieces if piece.kind == "A"]
            if match.re is _PARTAKING[2] and (
                short.one.sentence.line or len(sides) < 2 or any(p.people for p in sides)
            ):
                continue
            who = [id_ for piece in sides for id_ in telling.anyone(piece)]
            say(telling, short, match, who, [piece for piece in pieces if piece.kind == "M"], "partaking")
    for match in _THEIR.finditer(short.one.text):
        # Determiners are no longer in the short text.
        here = list(
            dict.fromkeys(
                m.id for p in short.pieces if p.people and p.end <= match.start() for m in p.mentions
            )
        )
        who = here if len(here) == 2 else telling.before
        theirs = short.one.of(match[1])
        if _ORDER.search(telling.words(theirs[0])):
            # "their previous meeting": others may have met then
            continue
        for event in dict.fromkeys(m.id for m in theirs) if len(who) > 1 else ():
            for id_ in who:
                telling.one(short, id_, event, match.span(), "their")
    for match in _BE_FOR.finditer(text):
        who = [id_ for n in (1, 4) for piece in short.of(match[n]) for id_ in telling.anyone(piece)]
        visit = any(telling.kind(event) == "visit" for event in telling.ids(short.of(match[3])[0]))
        if visit != (" on ⟨" in match[0]):
            continue
        say(telling, short, match, who, short.of(match[3]), "be-for")
        first, last = short.span(*match.span())
        for adjunct in short.adjuncts:
            if (first <= adjunct.start and adjunct.end <= last) or adjunct.start < first == short.pieces[
                0
            ].start:
                for event in telling.ids(short.of(match[3])[0]):
                    place_or_day(
                        telling, short, event, adjunct, (min(first, adjunct.start), last), set(), set()
                    )
        for place in [p for p in short.of(match[2]) if not visit or p.kind == "L"]:
            for event in telling.ids(short.of(match[3])[0]):
                telling.held_in(short, event, place.mentions[0], short.span(*match.span()), "be-for")
    for match in _CHAIRMANSHIP.finditer(text):
        for piece in short.of(match[1]) + short.of(match[2]):
            for meeting in short.of(match[3]):
                telling.draft.say(
                    short.one, piece.mentions[0].id, "chaired", meeting.mentions[0].id, short.span(*match.span()),
                    "chairmanship", qualifier="co-chair" if match[2] else "chair",
                )  # fmt: skip
    included(telling, short)


def say(
    telling: Telling, short: Short, match: re.Match[str], who: list[str], pieces: list[Piece], rule: str
) -> None:
    """Let who a noun names take part in its meeting, and remember where the phrase ends."""
    telling.nouns.append(
        (short.span(*match.span())[1], [event for piece in pieces for event in telling.ids(piece)])
    )
    for piece in pieces:
        for event in telling.ids(piece):
            role = "visitor" if telling.kind(event) == "visit" else "participant"
            for id_ in who:
                telling.one(short, id_, event, short.span(*match.span()), rule, role)
            people = [id_ for id_ in who if id_.startswith("person:")]
            if len(people) > 1:
                telling.met = people
            telling.current = telling.current or event
