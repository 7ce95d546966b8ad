"""Which of several meetings a description fits: visits by where they go, talks by with whom they are held."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loader.extraction.mentions.draft import C, Draft, L
from loader.extraction.mentions.words import HONORIFICS, TITLE_WORDS

_GOAL = re.compile(r" (?:to|in) (?:the )?")
_WITH = re.compile(r"[^.,;:\n]{0,30}?\bwith (?:the )?(?P<who>[^.,;:\n(]{1,90})")
_END = re.compile(
    r" (?:on|in|at|to|and|during|for|as|where|who|which|will|was|is|has|had|about|by|yesterday|today)\b"
)
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
