"""Who took part in which meeting, where and when it was held, and of what it is a part."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import ACTORS, AUX, MEETINGS, MX, PEOPLE, STATES, C, L, M, O, P, T
from loader.extraction.masks import Mask
from loader.model import EntityType, Level, Mention

MEETING, PERSON, COUNTRY, ORGANISATION = (
    EntityType.MEETING,
    EntityType.PERSON,
    EntityType.COUNTRY,
    EntityType.ORGANISATION,
)
NEAR = 60
"""Signs of a masked sentence between a meeting and a place that is still its own."""
CALLS = frozenset(["call"])
TALKS = frozenset(["meeting", "talks", "ministerial", "summit"])

ATTENDED = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?P<verb>attend\w*|took part in|take part in|tak(?:es|ing) part in|participat\w+ in|join(?:ed|s)?|address(?:ed|es)?|"
    rf"spoke at|speak at|hosted|host|opened|open|represented [^⟨⟩]{{0,30}}at) (?P<what>{MEETINGS})"
)
CHAIRED = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?P<co>co-)?(?:chair(?:ed|s)?|presid(?:ed|es) over) (?P<what>(?:the )?(?:[\w-]+ ){{0,3}}?(?:{M}|{O}))"
)
CHAIRED_BY = re.compile(
    rf"(?P<what>{MX})[^⟨⟩.;]{{0,40}}? (?P<co>co-)?(?:chaired|presided over|led) by (?P<who>{ACTORS})"
)
ATTENDED_BY = re.compile(
    rf"(?P<what>{MX})[^⟨⟩.;]{{0,40}}? (?:attended by|with the participation of|brought together|gathered|was joined by) (?P<who>{ACTORS})"
)
HELD_WITH = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?:held|hold|had|have|conducted|conduct|holds) (?P<what>(?:[\w-]+ ){{0,4}}?{M})"
    rf"(?P<gap>[^⟨⟩.;]{{0,30}}?(?:(?:in|at|on) (?:the )?(?:{L}|{T})[^⟨⟩.;]{{0,10}}?){{0,2}}) ?(?:with|between) (?P<others>{ACTORS})"
)
HELD = re.compile(rf"(?P<who>{PEOPLE}){AUX} (?:held|hold|holds) (?P<what>(?:[\w-]+ ){{0,4}}?{M})")
WE_HELD = re.compile(
    rf"\b[Ww]e (?:have )?(?:held|had)(?: [\w-]+){{0,5}}? (?P<what>{M}) with (?P<others>{ACTORS})"
)
BETWEEN = re.compile(
    rf"(?P<what>{M})(?P<gap>(?: (?:in|at|on) (?:the )?(?:{L}|{T})){{0,2}}) (?P<how>between|with|of|among) (?P<who>{ACTORS})"
)
OWN = re.compile(
    rf"(?P<who>{PEOPLE})'s (?:[\w-]+ ){{0,4}}?(?:(?:remarks|statement|speech|address|answers [^⟨⟩]{{0,30}}|participation|attendance|interview|press[^⟨⟩]{{0,20}}) "
    rf"(?:at|in|to|following|after|during|before) )?(?P<what>(?:the |his |her |a )?(?:[\w-]+ ){{0,2}}?{M})"
)
AT = re.compile(rf"(?P<who>{P}) (?:at|during) (?:the )?(?P<what>{M})")
MET = re.compile(
    rf"(?P<who>{PEOPLE}){AUX} (?P<verb>met|meet|meets|sat down|spoke|speak|speaks|talked|received|receive|receives|hosted|welcomed|welcomes|"
    rf"held a (?:phone|telephone|video) (?:call|conversation))(?: by (?:tele)?phone| on the phone| again| today| earlier)?(?:,? (?:on {T}|in {L}|at (?:the )?{L}|{T}|here),?){{0,3}}(?: with)? (?P<others>{PEOPLE})"
)
RECEIVED_BY = re.compile(
    rf"(?P<who>{PEOPLE}){AUX} (?P<verb>received|hosted|welcomed) (?:[^⟨⟩.;]{{0,20}} )?by (?P<others>{PEOPLE})"
)
VISITED = re.compile(
    rf"(?P<who>{PEOPLE}){AUX}[^⟨⟩.;]{{0,40}}? (?:on|for|paid|pay|paying|made|make|making|began|begin|started|concluded|arrived[^⟨⟩]{{0,20}}(?:{L}|{C}) (?:on|for)) (?P<what>(?:[\w-]+ ){{0,4}}?{M})"
)
WHO_VISITS = re.compile(
    rf"(?P<who>{P}), who [^⟨⟩.;]{{0,40}}(?:{C}|{L})? ?(?:on|for|paying) (?:[\w-]+ ){{0,4}}?(?P<what>{M})"
)

BRACKETS = re.compile(
    rf"(?P<what>{MEETINGS})(?P<more>[^⟨⟩]{{0,20}}(?:{P}|{O}|{C})?[^⟨⟩]{{0,10}}) ?\((?:#?{O}\) \()?(?P<in>(?:(?:{L}|{C}), )*)(?P<on>{T})\)"
)
HELD_IN = re.compile(
    rf"(?P<what>{MEETINGS})(?: \(#?{O}\))?[^⟨⟩.;]{{0,60}}?(?:held|hosted|took place|takes? place|convened|scheduled|begin|opened|opens)[^⟨⟩.;]{{0,24}}? (?:in|at) (?:the )?(?P<in>{L})"
    rf"(?:,? (?:[^⟨⟩.;]{{0,12}}?)(?P<on>{T}))?"
)
HELD_ON = re.compile(
    rf"(?P<what>{MEETINGS})(?: \(#?{O}\))?[^⟨⟩.;]{{0,60}}?(?:held|took place|takes? place|convened|scheduled|begin|opened)[^⟨⟩.;]{{0,16}}? (?:on|from|for|in) (?P<on>{T})(?:,? (?:in|at) (?:the )?(?P<in>{L}))?"
)
HOSTS = re.compile(
    rf"(?:[Oo]n (?P<on>{T}),? )?(?P<in>{L}) (?:hosted|hosts|will host) (?P<rest>[^.;]{{0,80}}?){M}"
)
COMMA_PLACE = re.compile(rf"(?P<what>{M}), (?P<in>{L})(?:, {C})?(?:, | \(|,? on )(?P<on>{T})")
NEXT_TO = re.compile(
    rf"(?P<what>{M})(?: \(#?{O}\))?(?:,? (?:in|at) (?:the )?(?P<in>{L}))?(?:,? (?:on|of|in) (?P<on>{T}))?"
)
PLACE_LINE = re.compile(rf"^\W*(?P<in>{L})(?:, (?:{L}|{C}))?, (?P<on>{T})\W*$")
DATELINE = re.compile(rf"^\W*(?P<in>{L})(?:, (?:{L}|{C}))?(?:, (?P<on>{T}))? ?[-–—:] ")
IN_PLACE = re.compile(rf"\b(?:[Ii]n|[Aa]t) (?:the )?(?P<in>{L})")
GROUP_OF = re.compile(
    rf"(?P<what>{M}) (?:with|of) (?:the )?(?:[\w'-]+ ){{0,4}}?(?:[Ll]eaders|[Mm]inisters|[Rr]epresentatives|[Mm]embers|[Hh]eads|[Dd]elegations|[Pp]residents|[Aa]mbassadors)(?: [\w'-]+){{0,6}}? (?:of|from|representing)(?: [\w'-]+){{0,5}}? (?:the )?(?P<who>{STATES})"
)
MARGINS = re.compile(
    rf"(?:on|at|in) the (?:margins|sidelines|framework|course) of (?:the )?(?P<whole>{M})|(?:as part of|during|within) (?:the |his |her )?(?P<whole2>{M})"
)
LED = re.compile(rf"delegation[^⟨⟩.;]{{0,40}}(?:led|headed) by (?P<who>{PEOPLE})")
INVITED = re.compile(
    rf"(?P<by>{P})?[^⟨⟩.;]{{0,30}}\binvited (?P<who>{PEOPLE}) (?:to|for) (?:[\w-]+ ){{0,4}}?(?P<what>{M})"
)


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
            for match in pattern.finditer(one.text):
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
    rule = next(
        (name.lower().replace("_", "-") for name, value in globals().items() if value is pattern), "meeting"
    )
    met = [m for m in what if m.type is MEETING]
    for meeting in met:
        for actor in who:
            draft.say(one, actor.id, "participated_in", meeting.id, span, rule, qualifier=role)
    if len({m.id for m in met}) == 1:
        _around(draft, one, met[0].id, span)
    if pattern is WHO_VISITS:
        for talks in one.of(one.text[: span[0]]):
            if talks.type is MEETING and draft.entities[talks.id].kind in TALKS and met:
                draft.say(one, talks.id, "part_of", met[0].id, span, rule)


TRAVEL = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?:travel\w*|go|fly|visit\w*|proceed|depart\w*|arrived?) (?:(?:to|in|for) )?(?:{L}|{C})[^;]{{0,60}}? (?:to|where \w+ will|and) "
    rf"(?:attend|take part in|participate in|chair|co-chair|host|address) (?P<what>{MEETINGS})"
)
RECEIVED_AT = re.compile(rf" (?:to|at|in) (?:the )?(?P<in>{L})")
MAIN = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?:(?:are |is )?(?:expected|due|scheduled) to )?(?P<verb>attend(?:ed)?|took part|take part|participated?|took the floor|"
    rf"joined by video(?: link)?|joined (?:online|remotely)|delivered|were present|was present|represented (?:{C}|{O}|his country|her country))(?![^⟨⟩.;]{{0,30}}{M})"
)
TAKING_PART = re.compile(
    rf"[Tt]aking part were (?P<who>{ACTORS})|[Pp]articipants (?:included|were) (?P<who2>{ACTORS})"
)
REPRESENTED = re.compile(rf"(?P<body>{STATES}) (?:was|were) represented by (?P<who>{ACTORS})")


def main(draft: FactDraft, one: Mask) -> None:
    """Say who took part where the sentence leaves out in what: the meeting that the post is about."""
    named = [m for m in draft.meetings if m.level is Level.NAME and m.end <= draft.frame.lines[0][1]]
    named = named or [m for m in draft.meetings if m.level is Level.NAME]
    if len({m.id for m in named}) != 1:
        return
    for pattern in (MAIN, TAKING_PART):
        for match in pattern.finditer(one.text):
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
    for match in REPRESENTED.finditer(one.text):
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


CHAIRMANSHIP = re.compile(rf"(?P<who>{C}(?:-{C})?) (?P<co>co-)?chairmanship of (?:the )?(?P<what>{M})")


def _chairs(draft: FactDraft, one: Mask) -> None:
    for match in CHAIRMANSHIP.finditer(one.text):
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
        for match in pattern.finditer(one.text):
            role = "co-chair" if match["co"] else "chair"
            for what in one.of(match["what"]):
                for who in _actors(one, match["who"]):
                    if what.type in (MEETING, ORGANISATION):
                        draft.say(one, who.id, "chaired", what.id, match.span(), "chaired", qualifier=role)
                    if what.type is MEETING:
                        _around(draft, one, what.id, match.span())
                    if what.type is MEETING and who.type is PERSON:
                        draft.say(
                            one, who.id, "participated_in", what.id, match.span(), "chaired", qualifier=role
                        )


def _with(draft: FactDraft, one: Mask) -> None:
    text = one.text
    for match in HELD_WITH.finditer(text):
        _join(
            draft,
            one,
            match.span(),
            [*_actors(one, match["who"]), *_actors(one, match["others"])],
            one.of(match["what"]),
            "participant",
            HELD_WITH,
        )
    for match in WE_HELD.finditer(text):
        what = one.of(match["what"])
        _join(draft, one, match.span(), _actors(one, match["others"]), what, "participant", WE_HELD)
        speaker = draft.first_person(one)
        if speaker:
            draft.say(
                one, speaker, "participated_in", what[0].id, match.span(), "we-held", qualifier="participant"
            )
    for match in OWN.finditer(text):
        _join(draft, one, match.span(), _actors(one, match["who"]), one.of(match["what"]), "participant", OWN)
    for match in BETWEEN.finditer(text):
        who = _actors(one, match["who"])
        if match["how"] == "of" and any(m.type is not PERSON for m in who):
            continue
        if match["how"] == "with" and any(m.type is not PERSON for m in who):
            who = [m for m in who if m.type is PERSON]
        _join(draft, one, match.span(), who, one.of(match["what"]), "participant", BETWEEN)
    for match in GROUP_OF.finditer(text):
        _join(draft, one, match.span(), _actors(one, match["who"]), one.of(match["what"]), "party", GROUP_OF)
    for match in HELD.finditer(text):
        _join(
            draft, one, match.span(), _actors(one, match["who"]), one.of(match["what"]), "participant", HELD
        )


def _encounters(draft: FactDraft, one: Mask) -> None:
    """Say that people met where only a verb says so."""
    for pattern in (MET, RECEIVED_BY):
        for match in pattern.finditer(one.text):
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
            _around(draft, one, meeting, match.span())


def _around(draft: FactDraft, one: Mask, meeting: str, span: tuple[int, int]) -> None:
    """Take the one place and the one day that a sentence gives to its meeting, and the greater event around it."""
    near = max(0, span[0] - NEAR), span[1] + NEAR
    places = list(IN_PLACE.finditer(one.text, *near)) if draft.entities[meeting].kind != "visit" else []
    if len({one.of(match["in"])[0].id for match in places}) == 1:
        match = places[0]
        draft.say(
            one, meeting, "held_in", one.of(match["in"])[0].id, _joined(span, match.span()), "in-sentence"
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
            _joined(span, (at, end)),
            "in-sentence",
            date=draft.found.dates[days[0].id],
        )
    for match in MARGINS.finditer(one.text):
        whole = one.of(match["whole"] or match["whole2"])[0]
        if whole.id != meeting:
            draft.say(one, meeting, "part_of", whole.id, _joined(span, match.span()), "margins")


def _joined(left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
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
        for match in pattern.finditer(one.text):
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
    for match in HOSTS.finditer(one.text):
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
    for match in INVITED.finditer(one.text):
        for who in _actors(one, match["who"]):
            for what in one.of(match["what"]):
                draft.say(one, who.id, "invited_to", what.id, match.span(), "invited", status=Status.PLANNED)


__all__ = ["attendance", "invitations", "lines", "parties", "venues"]
