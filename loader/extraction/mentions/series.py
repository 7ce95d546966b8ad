"""Named meetings without a head of their own: forums where they are the event, known series, "2+2", and letters."""

from __future__ import annotations

import re

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P
from loader.extraction.mentions.meeting_marks import add_meeting, partner
from loader.extraction.mentions.words import ordinal
from loader.model import Level

_FORUM = re.compile(r"(?:Summit|Forum|Dialogue|Conference|Assembly|Council|Meeting(?:-Plus)?)$")

_EVENT_BEFORE = re.compile(
    r"\b(?:at|during|following|attended|attend|attending|attends|after|before|ahead of|host|hosts|hosted|hosting|as part of|chaired|chair|addressed|"
    r"address|on the (?:sidelines|margins) of|sidelines of|margins of|participat\w+ in|part in|held|hold|convened?|outcomes? of|opening of|preparations? for|"
    r"results of|for|to) (?:the |this year's |an? )?$"
)
_EVENTS = ("Summit", "Dialogue", "Conference")
_TRAVEL = re.compile(
    r"\b(?:travel\w*|visit\w*|trips?|arriv\w+|depart\w*|gather\w*|met|meet|conven\w+|came|goes|going|in [A-Z]\w+)\b[^.\n]{0,70}\b(?:for|to) (?:the )?$"
)
_FORMAT = re.compile(
    r" (?:\(|and the |format|framework|mechanism|members?|states|countries|participants|process|platform)"
)
_AND = re.compile(r"(?:, and|,| and) the $")
_COP = re.compile(
    r"(?<![\w-])(?:(?:UNFCCC |UN |CBD |UNCCD )?COP[- ]?\d{1,2}|UNGA ?\d{2}|(?:PALM|TICAD)[- ]?\d{1,2}|MC1\d)(?![\w-])"
)
_COPS = ("COP", "UNGA", "PALM", "TICAD", "MC1")
"""Letters that a numbered conference is known by."""
_TWO = re.compile(r"[\"“'](2\+2)[\"”']|\((2\+2)\)")


def find_forums(draft: Draft) -> None:
    """Make meetings of forums' names where they are the event (guideline, decision 2)."""
    tokens = draft.titled
    for hit in draft.board.all(O):
        name = draft.text[hit.start : hit.end]
        if (
            not _FORUM.search(name)
            or hit.level is not Level.NAME
            or draft.board.first(hit.start, hit.end, M, D)
            or not hit.rule.startswith(("vocabulary", "acronym"))
        ):
            continue
        number = tokens.at.get(hit.start)
        if number is None:
            continue
        if ordinal(tokens.word(number - 1)) is not None and tokens.joined(number) and name.endswith(_EVENTS):
            add_meeting(draft, tokens.starts[number - 1], hit.end, Level.NAME, "forum")
        elif _FORMAT.match(draft.text, hit.end):
            continue
        elif _enumerated(draft, hit.start) or (name.endswith(_EVENTS) and _is_event(draft, hit.start)):
            add_meeting(draft, hit.start, hit.end, Level.NAME, "forum")


def _is_event(draft: Draft, start: int) -> bool:
    before = draft.text[max(0, start - 90) : start]
    if before.endswith(("for the ", "to the ", "for ", "to ")):
        return bool(_TRAVEL.search(before))
    return bool(_EVENT_BEFORE.search(before[-48:]))


def _enumerated(draft: Draft, start: int) -> bool:
    """Tell whether a forum stands after another event: "the G7 Summit and the East Asia Summit"."""
    joint = _AND.search(draft.text, max(0, start - 10), start)
    return bool(joint and draft.board.ending(joint.start(), M))


def find_series(draft: Draft) -> None:
    """Add the known series of meetings that nothing has covered, with their numbers: "first AUSMIN", "COP29"."""
    tokens = draft.titled
    text = draft.text
    spans = list(draft.shapes.series_spans(draft.starts))
    if any(letters in text for letters in _COPS):
        spans += (match.span() for match in _COP.finditer(text))
    for start, end in spans:
        number = tokens.at.get(start)
        if number is not None and ordinal(tokens.word(number - 1)) is not None and tokens.joined(number):
            start = tokens.starts[number - 1]
        if draft.text[start:end] in draft.meeting_acronyms:
            continue
        if not draft.board.first(start, end, M, O, D):
            add_meeting(draft, start, end, Level.NAME, "series")
    for match in _TWO.finditer(text) if "2+2" in text else ():
        group = next(number for number in (1, 2) if match[number])
        if not draft.board.first(match.start(), match.end(), M, D):
            _two(draft, *match.span(group))


def _two(draft: Draft, start: int, end: int) -> None:
    """Add "2+2" in quotes or brackets: another name of the meeting before it, or of the last one so named."""
    before = draft.text[max(0, start - 24) : start]
    named = draft.board.ending(start - len(before) + len(before.rstrip(" (\"“'‘")), M)
    id_ = named.id if named else draft.meeting_tails.get("2+2")
    if id_ is None or re.search(r"\b(?:next|previous|last|first|second|third|another)\W+$", before):
        add_meeting(draft, start, end, Level.NAME, "format")
        id_ = draft.meeting_names.get("2+2")
    elif draft.board.add(Hit(start, end, M, id_, Level.NAME, "format")):
        draft.meeting_tails["2+2"] = id_


def find_short(draft: Draft) -> None:
    """Find the acronyms that the post gives meetings wherever else they stand: "the 57th AMM", "PMC with China"."""
    tokens = draft.titled
    _numbered_bodies(draft)
    if not draft.meeting_acronyms:
        return
    for number, word in enumerate(tokens.words):
        id_ = draft.meeting_acronyms.get(word)
        start, end = tokens.starts[number], tokens.ends[number]
        if id_ is None or draft.board.first(start, end, C, M, D, P, L):
            continue
        other = draft.board.first(start, end, O)
        if other is not None:
            if (other.start, other.end) != (start, end) or other.rule not in ("vocabulary", "acronym alone"):
                continue
            # the meeting that the post gives the letters wins over a body known by them
            draft.board.remove(other)
        finish = partner(draft, end) if word.startswith("PMC") else end
        if ordinal(tokens.word(number - 1)) is not None and tokens.joined(number):
            add_meeting(draft, tokens.starts[number - 1], finish, Level.NAME, "acronym")
        elif finish > end:
            add_meeting(draft, start, finish, Level.NAME, "acronym")
        else:
            draft.board.add(Hit(start, end, M, id_, Level.NAME, "acronym"))


def _numbered_bodies(draft: Draft) -> None:
    """Find the meetings of a mechanism that are called by its letters: "the 8th BCM"."""
    tokens = draft.titled
    for letters, id_ in draft.acronyms.items():
        known = draft.entities.get(id_)
        if known is None or known.kind not in ("mechanism", "commission", "committee"):
            continue
        for number in tokens.numbers.get(letters, ()):
            if ordinal(tokens.word(number - 1)) is not None and tokens.joined(number):
                start, end = tokens.starts[number - 1], tokens.ends[number]
                if not draft.board.first(start, end, M, D, P, L):
                    add_meeting(draft, start, end, Level.NAME, "acronym")


__all__ = ["find_forums", "find_series", "find_short"]
