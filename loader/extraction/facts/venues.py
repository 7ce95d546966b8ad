"""What lines and names tell of meetings: their place lines, and the parties in their names."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import C, D, L, M, P, T
from loader.extraction.facts.pieces import Short
from loader.extraction.masks import Mask
from loader.model import EntityType, Level, Mention

PLACE_LINE = re.compile(rf"^\W*(?P<in>{L})(?:, (?:{L}|{C}))?, (?P<on>{T})\W*$")
TITLE_PLACE = re.compile(rf"(?:{M}|{D}),? (?:in )?(?P<in>{L})(?:, {C})?(?:,? \(?(?:on )?(?P<on>{T})\)?)?\W*$")
TITLE_OF_PERSON = re.compile(rf"{P},? \(?(?P<in>{L})(?:, {C})?,? (?P<on>{T})\)?\W*$")
TITLE_DAY = re.compile(
    rf"{M}[^⟨⟩]{{0,4}}(?:(?:of|by) [^⟨⟩]{{0,60}}⟨P\d+⟩ )?(?:(?:to|of) (?:the )?{C}[^⟨⟩]{{0,3}})?(?:–|-|,|\(|on|:) ?(?P<on>{T})\W*$"
)
_OF_SEVERAL = re.compile(
    r" (?:between|among) | of (?:the )?(?:[A-Z][\w/-]+ (?:of |and |the |for )*)*(?:Ministers|Leaders|Heads|Presidents|Representatives|Affairs|Government|Secretaries)"
    r"(?: of [A-Z]\w+(?: [A-Z]\w+)*)? of "
)
_SIDES_BEHIND = re.compile(r" ⟨[CO]\d+⟩(?:[-–—]⟨[CO]\d+⟩)+")
"""The parties of "the trilateral meeting ⟨C⟩-⟨C⟩-⟨C⟩"."""
_MEETING = re.compile(M)
_DASH = re.compile(r"[-–]$|^[-–]|^ – | – $")
MAIN = ("talks", "meeting", "ministerial", "summit", "session", "call", "visit")
COUNTRY, ORGANISATION = EntityType.COUNTRY, EntityType.ORGANISATION


def lines(draft: FactDraft, one: Mask) -> None:
    """Take place and date of the main meeting from a line of its own: the place of the first, the day of the visit's talks too."""
    if one.sentence.line > 2:
        return
    first, last = draft.frame.lines[one.sentence.line]
    match = PLACE_LINE.match(one.text)
    if (
        not match
        or draft.text[first : one.sentence.start].strip()
        or draft.text[one.sentence.end : last].strip()
    ):
        return
    later = [
        m.id for m in draft.meetings if m.start >= one.sentence.start and draft.entities[m.id].kind in MAIN
    ]
    later = list(dict.fromkeys(later))
    titled = list(dict.fromkeys(m.id for m in draft.titles if draft.entities[m.id].kind in MAIN))
    if "📍" not in draft.text[first:last] and len(titled) == 1:
        later = titled
    if later and draft.entities[later[0]].kind != "visit":
        later = later[:1]
    first_line = draft.title_end
    if "📍" not in draft.text[first:last] and not any(
        m.id in later[:1] and m.end <= first_line for m in draft.meetings
    ):
        # a dateline says where a post was written
        return
    say = draft.say if "📍" in draft.text[first:last] else draft.suppose
    for place in one.of(match["in"]):
        for meeting in later[:1]:
            say(one, meeting, "held_in", place.id, match.span(), "place-line", status=Status.ASSERTED)
    for day in one.of(match["on"] or ""):
        for meeting in later[:2]:
            if day.id in draft.found.dates:
                say(
                    one, meeting, "held_on", day.id, match.span(), "place-line",
                    status=Status.ASSERTED, date=draft.found.dates[day.id],
                )  # fmt: skip


_FOLLOWING = re.compile(r"\b(?:following|after|on the (?:results|outcomes?) of)\b[^.]*$")
"""Between a press conference and the talks of the same day that it follows."""


def title_places(draft: FactDraft, one: Mask) -> None:
    """Take place and date from the end of a title: "Communiqué of the 47th Summit, Kuala Lumpur, 26 October 2025"."""
    if one.sentence.line:
        return
    match = TITLE_PLACE.search(one.text) or TITLE_OF_PERSON.search(one.text) or TITLE_DAY.search(one.text)
    if not match:
        return
    here = list({m.id: m for m in draft.meetings_between(one.sentence.start, one.sentence.end)}.values())
    both = len(here) == 2 and _FOLLOWING.search(draft.text, here[0].end, here[1].start) is not None
    if len(here) != 1 and not both:
        return
    for meeting in here:
        for place in one.of(match["in"] or "" if "in" in match.re.groupindex else ""):
            draft.say(one, meeting.id, "held_in", place.id, (0, match.end()), "title-place")
        for day in one.of(match["on"] or ""):
            if day.id in draft.found.dates:
                draft.say(
                    one, meeting.id, "held_on", day.id, (0, match.end()), "title-place",
                    date=draft.found.dates[day.id],
                )  # fmt: skip


def greater_places(draft: FactDraft, short: Short) -> None:
    """Say in which state or city a place lies, where both are named together: "Honiara, Solomon Islands"."""
    one = short.one
    for match in _PLACE_IN.finditer(one.text) if "⟨L" in one.text else ():
        place, greater = one.of(match["what"])[0], one.of(match["in"])[0]
        if greater.level is Level.ADJECTIVE or _LISTED.search(one.text, 0, match.start()):
            continue
        if _lies_in(draft, place, greater) and not _WATER.search(draft.text, place.start, place.end):
            draft.say(
                one, place.id, "located_in", greater.id, match.span(), "place-in", status=Status.ASSERTED
            )
    for adjunct in short.adjuncts:
        if (
            adjunct.within is not None
            and adjunct.mention.type is EntityType.PLACE
            and _lies_in(draft, adjunct.mention, adjunct.within)
        ):
            end = (
                one.text.find("⟩", one.text.find(f"{draft.numbers[id(adjunct.within)]}⟩", adjunct.start)) + 1
            )
            draft.say(
                one, adjunct.mention.id, "located_in", adjunct.within.id, (adjunct.start, max(adjunct.end, end)), "place-in",
                status=Status.ASSERTED,
            )  # fmt: skip


_PLACE_IN = re.compile(
    rf"(?P<what>{L})(?:, (?:the )?|,? (?:here )?in (?:the )?| \()(?P<in>{C}|{L})(?!'s|(?:, (?:the )?| and (?:the )?|,? (?:as well as|or) )(?:{C}|{L}|⟨O)|-| [A-Z])"
)
_WATER = re.compile(r"\b(?:Sea|Ocean|Strait|Gulf|River|Bay|Channel|Region|Peninsula)\b")
"""What is in no city."""
_LISTED = re.compile(rf"(?:{L}|{C})(?:,| and| or) $")
"""Before a place that is one of a list."""


def _lies_in(draft: FactDraft, place: Mention, greater: Mention) -> bool:
    """Tell whether nothing that is known of two places speaks against one being in the other."""
    inner, outer = draft.entities[place.id], draft.entities[greater.id]
    if greater.type is COUNTRY:
        return not inner.country or f"country:{inner.country}" == greater.id
    if greater.id in draft.lexicon.capitals and place.id in draft.lexicon.capitals:
        return False
    return not (inner.country and outer.country) or inner.country == outer.country


def parties_of(draft: FactDraft, meeting: Mention) -> list[Mention]:
    """Return the states and bodies that a compound name joins: "⟨C⟩-⟨O⟩ Summit", "talks of ⟨C⟩ and ⟨C⟩"."""
    inner = [m for m in draft.inside(meeting.start, meeting.end) if m.type in (COUNTRY, ORGANISATION)]
    joined = [
        m
        for m in inner
        if _DASH.search(draft.text[m.start - 3 : m.start]) or _DASH.match(draft.text[m.end : m.end + 3])
    ]
    several = _OF_SEVERAL.search(draft.text[meeting.start : meeting.end])
    if several:
        joined = [m for m in inner if m.level is not Level.ADJECTIVE]
        if several.group().strip() not in ("between", "among"):
            joined = [m for m in joined if m.type is COUNTRY]
            joined = joined if len(joined) > 1 else []
    return joined if len(inner) > 1 or any(m.type is ORGANISATION for m in joined) else []


def parties(draft: FactDraft, one: Mask) -> None:
    """Say that the states and bodies of a compound name take part."""
    for match in _MEETING.finditer(one.text):
        mention = one.of(match[0])[0]
        if draft.entities[mention.id].kind == "visit":
            for place in draft.inside(mention.start, mention.end):
                if place.type is EntityType.PLACE:
                    draft.say(one, mention.id, "held_in", place.id, match.span(), "visit-to")
        behind = _SIDES_BEHIND.match(one.text, match.end())
        sides = {m.id for m in one.of(behind.group())} if behind else set()
        for who in sorted(sides | {m.id for m in parties_of(draft, mention)}):
            draft.say(
                one,
                who,
                "participated_in",
                mention.id,
                match.span(),
                "party",
                qualifier="party",
                status=Status.ASSERTED,
            )
