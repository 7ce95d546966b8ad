"""Who took part in which meeting, and in what role."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import M
from loader.extraction.facts.meeting_patterns import (
    AT,
    ATTENDED,
    ATTENDED_BY,
    BETWEEN,
    CHAIRED,
    CHAIRED_BY,
    CHAIRMANSHIP,
    GROUP_OF,
    HELD,
    HELD_WITH,
    INVITED,
    MAIN,
    MET,
    NAMES,
    OWN,
    RECEIVED_BY,
    REPRESENTED,
    TAKING_PART,
    TRAVEL,
    VISITED,
    WE_HELD,
    WHO_VISITS,
    matches,
)
from loader.extraction.facts.venues import around
from loader.extraction.masks import Mask
from loader.model import EntityType, Level, Mention

MEETING, PERSON, COUNTRY, ORGANISATION = (
    EntityType.MEETING,
    EntityType.PERSON,
    EntityType.COUNTRY,
    EntityType.ORGANISATION,
)
CALLS = frozenset(["call"])
TALKS = frozenset(["meeting", "talks", "ministerial", "summit"])


def attendance(draft: FactDraft, one: Mask) -> None:
    """Say who took part, from verbs and nouns."""
    if "⟨M" in one.text:
        for pattern, role in (
            (ATTENDED, "participant"),
            (TRAVEL, "participant"),
            (ATTENDED_BY, "participant"),
            (VISITED, "visitor"),
            (WHO_VISITS, "visitor"),
            (AT, "participant"),
        ):
            for match in matches(pattern, one.text):
                _join(
                    draft, one, match.span(), _actors(one, match["who"]), one.of(match["what"]), role, pattern
                )
        _chairs(draft, one)
        _with(draft, one)
    _encounters(draft, one)
    main(draft, one)


def _actors(one: Mask, text: str) -> list[Mention]:
    """Return who acts in a phrase: its persons, or, when it names none, its states and bodies."""
    mentions = one.of(text)
    people = [m for m in mentions if m.type is PERSON]
    return people or [
        m for m in mentions if m.type in (COUNTRY, ORGANISATION) and m.level is not Level.ADJECTIVE
    ]


def _join(
    draft: FactDraft, one: Mask, span: tuple[int, int], who: list[Mention], what: list[Mention], role: str, pattern: re.Pattern[str]
) -> None:  # fmt: skip
    rule = NAMES[pattern]
    met = [m for m in what if m.type is MEETING]
    for meeting in met:
        for actor in who:
            draft.say(one, actor.id, "participated_in", meeting.id, span, rule, qualifier=role)
    if len({m.id for m in met}) == 1:
        around(draft, one, met[0].id, span)
    if pattern is WHO_VISITS:
        for talks in one.of(one.text[: span[0]]):
            if talks.type is MEETING and draft.entities[talks.id].kind in TALKS and met:
                draft.say(one, talks.id, "part_of", met[0].id, span, rule)


def main(draft: FactDraft, one: Mask) -> None:
    """Say who took part where the sentence leaves out in what: the meeting that the post is about."""
    named = [m for m in draft.meetings if m.level is Level.NAME and m.end <= draft.frame.lines[0][1]]
    named = named or [m for m in draft.meetings if m.level is Level.NAME]
    if len({m.id for m in named}) != 1:
        return
    for pattern in (MAIN, TAKING_PART):
        for match in matches(pattern, one.text):
            groups = match.groupdict()
            for who in _actors(one, groups.get("who") or groups.get("who2") or ""):
                draft.say(
                    one,
                    who.id,
                    "participated_in",
                    named[0].id,
                    match.span(),
                    "main-meeting",
                    qualifier="participant",
                )
    for match in matches(REPRESENTED, one.text):
        for who in (*_actors(one, match["who"]), *one.of(match["body"])):
            draft.say(
                one,
                who.id,
                "participated_in",
                named[0].id,
                match.span(),
                "represented",
                qualifier="participant",
            )


def _chairs(draft: FactDraft, one: Mask) -> None:
    for match in matches(CHAIRMANSHIP, one.text):
        for who in one.of(match["who"]):
            draft.say(
                one,
                who.id,
                "chaired",
                one.of(match["what"])[0].id,
                match.span(),
                "chairmanship",
                qualifier="chair",
            )
    for pattern in (CHAIRED, CHAIRED_BY):
        for match in matches(pattern, one.text):
            role = "co-chair" if match["co"] else "chair"
            for what in one.of(match["what"]):
                for who in _actors(one, match["who"]):
                    if what.type in (MEETING, ORGANISATION):
                        draft.say(one, who.id, "chaired", what.id, match.span(), "chaired", qualifier=role)
                    if what.type is MEETING:
                        around(draft, one, what.id, match.span())
                    if what.type is MEETING and who.type is PERSON:
                        draft.say(
                            one, who.id, "participated_in", what.id, match.span(), "chaired", qualifier=role
                        )


def _with(draft: FactDraft, one: Mask) -> None:
    text = one.text
    for match in matches(HELD_WITH, text):
        _join(
            draft,
            one,
            match.span(),
            [*_actors(one, match["who"]), *_actors(one, match["others"])],
            one.of(match["what"]),
            "participant",
            HELD_WITH,
        )
    for match in matches(WE_HELD, text):
        what = one.of(match["what"])
        _join(draft, one, match.span(), _actors(one, match["others"]), what, "participant", WE_HELD)
        speaker = draft.first_person(one)
        if speaker:
            draft.say(
                one, speaker, "participated_in", what[0].id, match.span(), "we-held", qualifier="participant"
            )
    for match in matches(OWN, text):
        _join(draft, one, match.span(), _actors(one, match["who"]), one.of(match["what"]), "participant", OWN)
    for match in matches(BETWEEN, text):
        who = _actors(one, match["who"])
        if match["how"] == "of" and any(m.type is not PERSON for m in who):
            continue
        if match["how"] == "with" and any(m.type is not PERSON for m in who):
            who = [m for m in who if m.type is PERSON]
        _join(draft, one, match.span(), who, one.of(match["what"]), "participant", BETWEEN)
    for match in matches(GROUP_OF, text):
        _join(draft, one, match.span(), _actors(one, match["who"]), one.of(match["what"]), "party", GROUP_OF)
    for match in matches(HELD, text):
        _join(
            draft, one, match.span(), _actors(one, match["who"]), one.of(match["what"]), "participant", HELD
        )


def _encounters(draft: FactDraft, one: Mask) -> None:
    """Say that people met where only a verb says so."""
    for pattern in (MET, RECEIVED_BY):
        for match in matches(pattern, one.text):
            who = [m for m in one.of(match["who"]) if m.type is PERSON]
            others = [m for m in one.of(match["others"]) if m.type is PERSON]
            if not who or not others:
                continue
            call = match["verb"].startswith(("spoke", "speak", "talked", "held a"))
            meeting = draft.encounter(
                one, match.start("verb"), CALLS | TALKS if call else TALKS, "call" if call else "meeting"
            )
            for person in (*who, *others):
                draft.say(
                    one, person.id, "participated_in", meeting, match.span(), "met", qualifier="participant"
                )
            around(draft, one, meeting, match.span())


def parties(draft: FactDraft, one: Mask) -> None:
    """Say that the states and bodies of a compound name take part, and of which body a named meeting is a part."""
    for match in re.finditer(M, one.text):
        mention = one.of(match[0])[0]
        inner = [
            m for m in draft.found.mentions
            if mention.start <= m.start and m.end <= mention.end and m.type in (COUNTRY, ORGANISATION)
        ]  # fmt: skip
        joined = [
            m for m in inner if "-" in (draft.text[m.start - 1 : m.start], draft.text[m.end : m.end + 1])
        ]
        compound = joined if len(inner) > 1 or any(m.type is ORGANISATION for m in joined) else []
        for who in sorted({m.id for m in compound}):
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
        if compound or mention.level is not Level.NAME:
            continue
        bodies = [m for m in inner if m.type is ORGANISATION]
        if bodies:
            draft.say(
                one,
                mention.id,
                "part_of",
                max(bodies, key=lambda m: m.end - m.start).id,
                match.span(),
                "named-after",
                status=Status.ASSERTED,
            )


def invitations(draft: FactDraft, one: Mask) -> None:
    """Say who is invited to what."""
    for match in matches(INVITED, one.text):
        for who in _actors(one, match["who"]):
            for what in one.of(match["what"]):
                draft.say(one, who.id, "invited_to", what.id, match.span(), "invited", status=Status.PLANNED)
