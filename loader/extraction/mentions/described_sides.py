"""Which of several meetings a description fits: visits by where they go, talks by with whom they are held."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, Draft, L, O, P
from loader.extraction.mentions.words import HONORIFICS, TITLE_WORDS
from loader.model import Entity

_GOAL = re.compile(r" (?:to|in) (?:the )?")
_WITH = re.compile(r"[^.,;:\n]{0,30}?\bwith (?:the )?(?P<who>[^.,;:\n(]{1,90})")
_END = re.compile(
    r" (?:on|in|at|to|and|during|for|as|where|who|which|will|was|is|has|had|about|by|yesterday|today)\b"
)
_ASIDE = re.compile(
    r"\b(?:margins?|sidelines?|fringes|occasion|preparations?|run-up|ahead|advance|host(?:ing)?|(?:assigned|mandated|tasked|entrusted|adopted|agreed|taken) (?:by|at)|emanating from|decisions?)(?: (?:of|for|to))?(?: the| a| its)?(?: upcoming| forthcoming| next| recent)? $"
)
"""Before a meeting that a text only names beside the one it tells of."""
_TELLING = frozenset(
    "bilateral trilateral quadrilateral multilateral ministerial virtual informal special preparatory plenary".split()
)
"""Words that tell sorts of meetings apart."""
_BETWEEN = re.compile(r" (?:between|of|with) (?:the )?[A-Z]")
_OF_BODY = re.compile(r" of (?:the )?")
_IN_PLACE = re.compile(r" (?:held |that was held |which took place )?in ")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w'-]+")


def goal_of(draft: Draft, end: int) -> frozenset[str]:
    """Return the state, or the place, that a visit whose words end here goes to; nothing when it is not told."""
    match = _GOAL.match(draft.text, end)
    hit = draft.board.at(match.end(), C, L) if match else None
    return frozenset([draft.lexicon.capitals.get(hit.id, hit.id)]) if hit else frozenset()


def partner_of(draft: Draft, end: int) -> frozenset[str]:
    """Return the names, or else the titles, of those with whom a meeting whose words end here is held."""
    match = _WITH.match(draft.text, end)
    if match is None:
        return frozenset()
    who = match["who"]
    stop = _END.search(who)
    words = _CAPITAL.findall(who[: stop.start()] if stop else who)
    names = [word.removesuffix("'s") for word in words if word not in TITLE_WORDS and word not in HONORIFICS]
    return frozenset(names or words)


def fitting(earlier: list[str], whose: frozenset[str], sides: Mapping[str, frozenset[str]]) -> list[str]:
    """Return the meetings that a description may mean: those of the same side when there are any, else those of no told side.

    Args:
        earlier: ids of the meetings told of before, in their order.
        whose: the goal or the partner that the description tells, if it tells any.
        sides: what earlier descriptions told of them.
    """
    if not whose:
        return earlier
    same = [id_ for id_ in earlier if sides.get(id_, frozenset()) & whose]
    return same or [id_ for id_ in earlier if id_ not in sides]


def whose_of(draft: Draft, match: re.Match[str]) -> frozenset[str]:
    """Return where a visit goes, or with whom a meeting is held, as far as the words behind it tell."""
    return (
        goal_of(draft, match.end())
        if match["head"].casefold() in ("visit", "trip")
        else partner_of(draft, match.end())
    )


def of_others(draft: Draft, match: re.Match[str], known: str, first: int) -> bool:
    """Tell whether what follows a description names people or a place of which the post has not told before.

    "The talks between ⟨P⟩ and ⟨P⟩", "the meeting in ⟨L⟩" are then not the talks and the meeting told of so far.

    Args:
        draft: what is found so far.
        match: the description.
        known: the meeting that it would mean.
        first: where the post tells of that first.
    """
    end = match.end()
    if _BETWEEN.match(draft.text, end):
        people = draft.board.over(end, end + 100, P)[:2]
        if (
            not people
            and len(draft.board.over(end, end + 60, C)) > 1
            and draft.text.startswith(" between", end)
        ):
            # "the talks between ⟨C⟩ and ⟨C⟩": those of a meeting that is told of with its people are called otherwise
            return (
                not draft.board.over(match.start() - 1, match.start(), C)
                and draft.entity(known).name[:1].islower()
            )
        return bool(people) and not any(
            hit.id == one.id or _surname(draft, one) in draft.text[hit.start : hit.end].split(" ")
            for one in people
            for hit in draft.board.over(max(0, match.start() - 1200), match.start(), P)
        )
    body = _OF_BODY.match(draft.text, end)
    if body and (organ := draft.board.at(body.end(), O)) is not None:
        # "the session of ⟨O⟩" is not the meeting of another body
        bodies = {hit.id for hit in draft.board.over(first, first + 90, O)}
        return bool(bodies) and organ.id not in bodies
    place = _IN_PLACE.match(draft.text, end)
    if not place or draft.entity(known).name[:1].isupper():
        return False
    where = draft.board.at(place.end(), L)
    return where is not None and all(
        hit.id != where.id for hit in draft.board.over(max(0, match.start() - 1200), match.start(), L)
    )


def same_visit(
    draft: Draft,
    begin: int,
    earlier: list[str],
    whose: frozenset[str],
    sides: Mapping[str, frozenset[str]],
    firsts: Mapping[str, int],
) -> str | None:
    """Return the visit told of before that goes where this one goes, unless somebody else is on it."""
    for id_ in reversed(earlier):
        if sides.get(id_) == whose and draft.entity(id_).kind == "visit":
            owners = {_owner(draft, start) for start in (begin, firsts[id_])} - {None}
            return id_ if len(owners) < 2 else None
    return None


def _owner(draft: Draft, begin: int) -> str | None:
    """Return whose meeting words tell that begin here: "⟨P⟩'s visit"."""
    hit = draft.board.ending(begin - len("'s "), P) if draft.text.startswith("'s ", begin - 3) else None
    return hit.id if hit else None


def _surname(draft: Draft, person: Hit) -> str:
    return draft.text[person.start : person.end].rpartition(" ")[2]


def told_of(draft: Draft, earlier: list[tuple[int, str]], sort: str) -> list[str]:
    """Return the meetings before a place that "the meeting" may mean: none only named beside another one."""
    if sort not in ("meeting", "talks"):
        return [id_ for _, id_ in earlier]
    aside = {
        id_ for start, id_ in earlier if _ASIDE.search(draft.text, max(0, start - 48), start)
    }  # fmt: skip
    return [id_ for _, id_ in earlier if id_ not in aside]


def known_as(draft: Draft, earlier: list[str], sort: str, word: str, mods: str, *, large: bool) -> str | None:
    """Return the meeting that "the meeting" means: the last one with this very word, of this kind, or that fits.

    Words that tell one sort of meeting from another ("the bilateral meeting", "the G20 meeting") lead to one named so.
    A head written large that also ends names of organs ("the Forum") needs a meeting of its kind.
    """
    head = word.casefold()
    if head == "event":
        return next(
            (id_ for id_ in reversed(earlier) if draft.entity(id_).kind not in ("call", "visit")), None
        )
    fits = [id_ for id_ in earlier if _fits(draft.entity(id_), sort, head)]
    telling = [one for one in mods.split() if one in _TELLING or one[:1].isupper()]
    told = [id_ for id_ in fits if all(one in draft.entity(id_).name for one in telling)] if telling else []
    if told:
        return told[-1]
    same = [id_ for id_ in fits if draft.entity(id_).kind == sort]
    named = [id_ for id_ in fits if word[0].isupper() and word in draft.entity(id_).name] or [
        id_ for id_ in same if " " in head and head in draft.entity(id_).name.casefold()
    ]
    if large and not same:
        return None
    found = named or same or fits
    return found[-1] if found else None


def _fits(meeting: Entity, sort: str, head: str) -> bool:
    if sort == "meeting":
        return meeting.kind not in ("visit", "call", "forum", "briefing", "ceremony", "interview")
    return (
        meeting.kind == sort
        or sort in meeting.name.casefold()
        or head in meeting.name.casefold()
        or (sort == "talks" and meeting.kind == "meeting")
        or (head in ("conversation", "discussions", "exchange") and meeting.kind in ("call", "meeting"))
    )
