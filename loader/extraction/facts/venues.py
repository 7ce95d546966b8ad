"""Where and when meetings are held, and of what greater event they are a part."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.meeting_patterns import (
    BRACKETS,
    COMMA_PLACE,
    DATELINE,
    HELD_IN,
    HELD_ON,
    HOSTS,
    IN_PLACE,
    MARGINS,
    NEXT_TO,
    PLACE_LINE,
    matches,
)
from loader.extraction.masks import Mask
from loader.model import EntityType, Mention

MEETING = EntityType.MEETING
NEAR = 60
"""Signs of a masked sentence between a meeting and a place that is still its own."""


def around(draft: FactDraft, one: Mask, meeting: str, span: tuple[int, int]) -> None:
    """Take the one place and the one day that a sentence gives to its meeting, and the greater event around it."""
    near = max(0, span[0] - NEAR), span[1] + NEAR
    places = list(IN_PLACE.finditer(one.text, *near)) if draft.entities[meeting].kind != "visit" else []
    if len({one.of(match["in"])[0].id for match in places}) == 1:
        match = places[0]
        draft.say(
            one, meeting, "held_in", one.of(match["in"])[0].id, joined(span, match.span()), "in-sentence"
        )
    days = [
        m
        for m in one.of(one.text)
        if m.type is EntityType.DATE and re.fullmatch(r"date:\d{4}-\d\d(?:-\d\d(?:/.+)?)?", m.id)
    ]
    if len({m.id for m in days}) == 1 and days[0].id in draft.found.dates:
        at = one.text.find(f"⟨T{one.mentions.index(days[0])}⟩")
        end = one.text.find("⟩", at) + 1
        draft.say(
            one,
            meeting,
            "held_on",
            days[0].id,
            joined(span, (at, end)),
            "in-sentence",
            date=draft.found.dates[days[0].id],
        )
    for match in MARGINS.finditer(one.text):
        whole = one.of(match["whole"] or match["whole2"])[0]
        if whole.id != meeting:
            draft.say(one, meeting, "part_of", whole.id, joined(span, match.span()), "margins")


def joined(left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
    """Return the span that holds both."""
    return min(left[0], right[0]), max(left[1], right[1])


def venues(draft: FactDraft, one: Mask) -> None:
    """Say where and when meetings are held."""
    if "⟨M" not in one.text:
        return
    for rule, pattern in (
        ("brackets", BRACKETS),
        ("held-in", HELD_IN),
        ("held-on", HELD_ON),
        ("comma-place", COMMA_PLACE),
        ("next-to", NEXT_TO),
    ):
        for match in matches(pattern, one.text):
            groups = match.groupdict()
            if groups.get("in") or groups.get("on"):
                _held(
                    draft,
                    one,
                    one.of(match["what"]),
                    groups.get("in") or "",
                    groups.get("on") or "",
                    match.span(),
                    rule,
                )
    for match in matches(HOSTS, one.text):
        _held(draft, one, one.of(match[0])[-1:], match["in"], match["on"] or "", match.span(), "hosts")


def _held(
    draft: FactDraft, one: Mask, what: list[Mention], where: str, when: str, span: tuple[int, int], rule: str
) -> None:
    for meeting in (m for m in what if m.type is MEETING):
        for place in (m for m in one.of(where) if m.type is EntityType.PLACE):
            draft.say(one, meeting.id, "held_in", place.id, span, rule)
        for day in one.of(when):
            if day.id in draft.found.dates and "XXXX" not in day.id:
                draft.say(one, meeting.id, "held_on", day.id, span, rule, date=draft.found.dates[day.id])


def lines(draft: FactDraft, one: Mask) -> None:
    """Take place and date of the main meeting from a line of its own, and from a dateline."""
    match = PLACE_LINE.match(one.text) or DATELINE.match(one.text)
    if not match or not draft.meetings:
        return
    here = one.sentence.start
    later = [
        m
        for m in draft.meetings
        if m.start >= here
        and draft.entities[m.id].kind in ("talks", "meeting", "ministerial", "summit", "session", "call")
    ]
    if not later or one.sentence.line > 2:
        return
    status = Status.ASSERTED
    for place in one.of(match["in"]):
        draft.say(one, later[0].id, "held_in", place.id, match.span(), "place-line", status=status)
    for day in one.of(match["on"] or ""):
        if day.id in draft.found.dates and match.re is PLACE_LINE:
            draft.say(
                one,
                later[0].id,
                "held_on",
                day.id,
                match.span(),
                "place-line",
                status=status,
                date=draft.found.dates[day.id],
            )
