"""Founding, membership, seat, partnership, and the organs of organisations."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import AUX, SEPARATOR, STATES, C, D, L, O, T
from loader.extraction.masks import Mask
from loader.model import DateValue, EntityType, Level

FOUNDED = re.compile(
    rf"(?P<what>{O}|[Tt]he (?:organi[sz]ation|forum|association|bloc|group|alliance|union))(?: \(#?{O}\))?[^⟨⟩.;]{{0,20}}? (?:was|were) (?:\w+ )?(?:founded|established|created|set up)(?: (?:in (?P<in>{L})|(?:on|in) (?P<on>{T}))){{0,2}}(?:,? by (?P<by>{STATES}))?"
)
SIGNED_TOO = re.compile(rf",? which signed (?:the )?(?:so-called )?(?P<paper>{D})")
YEARS = rf"(?:the )?{C}(?: \({T}\))?"
JOINED = re.compile(
    rf"(?P<who>{STATES}){AUX} (?:joined|joins|join|acceded to|became (?:a |the )?(?:[\w-]+ ){{0,2}}members? of|is a member of|are members of) (?:the )?(?P<what>{O})"
)
JOINED_BY = re.compile(
    rf"(?:(?P<what>{O})|organi[sz]ation|association|bloc|alliance|group)[^⟨⟩.;]{{0,16}} (?:was |were )?(?:later )?joined by (?P<who>{YEARS}(?:{SEPARATOR}{YEARS}){{0,30}})"
)
MEMBERS = re.compile(rf"(?P<what>{O}) (?:member states?|members?|member countries) (?P<who>{STATES})")
A_MEMBER = re.compile(
    rf"(?P<who>{C}),? (?:a |an |the )?(?:[\w-]+ ){{0,2}}member (?:state )?of (?:the )?(?P<what>{O})"
)
LEFT = re.compile(
    rf"(?P<who>{STATES}){AUX} (?:withdrew from|left|will leave|has left|announced its withdrawal from) (?:the )?(?P<what>{O})"
)
MEMBERSHIP = re.compile(
    rf"(?:accession|admission|membership) of (?P<who>{STATES}) (?:to|in|into|as [\w ,-]{{0,30}}member of) (?:the )?(?P<what>{O})|(?P<who2>{C})'s (?:membership (?:of|in)|accession to|admission to) (?:the )?(?P<what2>{O})"
)
OF_BODY = re.compile(rf"(?P<what>{O}) (?:country|member|member state) (?P<who>{C})")
CHAIR = re.compile(
    rf"(?P<who>{C})(?:, which)? (?:holds|assumes?|assumed|took over|will take over|takes over|hands over) (?:the )?(?P<role>(?:rotating |pro tempore )?(?:[Pp]residency|[Cc]hair\w*))(?: of (?:the )?(?P<what>{O}))?"
)
SEAT = re.compile(
    rf"(?P<what>{O})(?: \(#?{O}\))?,? (?:(?:has been|is|was|which is|are) )?(?:based|headquartered|located|operating|operates|seated)[^⟨⟩.;]{{0,16}} (?:in|at) (?:the )?(?P<in>{L})"
)
ORGAN = re.compile(rf"(?P<what>{O}) of (?:the )?(?P<whole>{O})")
PARTNER = re.compile(
    rf"(?P<who>{C})[^⟨⟩.;]{{0,30}} (?:a |the )?(?:strategic |dialogue |digital |full )*partner (?:status )?(?:of|to) (?:the )?(?P<what>{O})|(?P<who2>{C}) gaining (?:the )?(?P<what2>{O}) [\w ]{{0,20}}partner"
)
ACCESSION = re.compile(
    rf"(?P<who>{C})(?:'s)? (?:accession to|acceded to|ratified|joined) (?:the )?(?P<what>{D})"
)


def organisations(draft: FactDraft, one: Mask) -> None:
    """Say what a sentence tells of organisations."""
    if "⟨O" not in one.text and "⟨D" not in one.text and "joined by" not in one.text:
        return
    _founding(draft, one)
    _membership(draft, one)
    for match in SEAT.finditer(one.text):
        draft.say(
            one, one.of(match["what"])[0].id, "located_in", one.of(match["in"])[0].id, match.span(), "seat"
        )
    for match in ORGAN.finditer(one.text):
        organ, whole = one.of(match["what"])[0].id, one.of(match["whole"])[0].id
        draft.say(one, organ, "part_of", whole, match.span(), "organ", status=Status.ASSERTED)
    for match in PARTNER.finditer(one.text):
        who, what = match["who"] or match["who2"], match["what"] or match["what2"]
        draft.say(one, one.of(who)[0].id, "partner_of", one.of(what)[0].id, match.span(), "partner")
    for match in ACCESSION.finditer(one.text):
        draft.say(
            one,
            one.of(match["who"])[0].id,
            "acceded_to",
            one.of(match["what"])[0].id,
            match.span(),
            "accession",
        )


def _founding(draft: FactDraft, one: Mask) -> None:
    for match in FOUNDED.finditer(one.text):
        named = one.of(match["what"])
        what = named[0].id if named else _last_body(draft, one.sentence.start)
        if what is None:
            continue
        states = [m for m in one.of(match["by"] or "") if m.type is EntityType.COUNTRY]
        for place in one.of(match["in"] or ""):
            draft.say(one, what, "founded_in", place.id, match.span(), "founded")
        for day in one.of(match["on"] or ""):
            draft.say(
                one, what, "founded_on", day.id, match.span(), "founded", date=draft.found.dates.get(day.id)
            )
        signed = SIGNED_TOO.match(one.text, match.end())
        for state in states:
            draft.say(one, state.id, "founded", what, match.span(), "founded")
            draft.say(one, state.id, "member_of", what, match.span(), "founded")
            if signed:
                draft.say(
                    one,
                    state.id,
                    "signed",
                    one.of(signed["paper"])[0].id,
                    (match.start(), signed.end()),
                    "founded",
                )


def _membership(draft: FactDraft, one: Mask) -> None:
    for pattern, status in (
        (JOINED, None),
        (MEMBERS, Status.ASSERTED),
        (A_MEMBER, None),
        (LEFT, Status.DENIED),
        (OF_BODY, Status.ASSERTED),
    ):
        for match in pattern.finditer(one.text):
            what = one.of(match["what"])[0].id
            for who in one.of(match["who"]):
                if who.type is EntityType.COUNTRY and who.level is not Level.ADJECTIVE:
                    draft.say(one, who.id, "member_of", what, match.span(), "member", status=status)
    for match in MEMBERSHIP.finditer(one.text):
        whole = one.of(match["what"] or match["what2"])[0].id
        for who in one.of(match["who"] or match["who2"]):
            if who.type is EntityType.COUNTRY:
                draft.say(one, who.id, "member_of", whole, match.span(), "membership")
    for match in CHAIR.finditer(one.text):
        body = one.of(match["what"])[0].id if match["what"] else _last_body(draft, one.sentence.end)
        if body:
            draft.say(
                one,
                one.of(match["who"])[0].id,
                "holds_position",
                body,
                match.span(),
                "presidency",
                qualifier=match["role"],
            )
    _joined_by(draft, one)


def _joined_by(draft: FactDraft, one: Mask) -> None:
    for match in JOINED_BY.finditer(one.text):
        whole = one.of(match["what"])[0].id if match["what"] else _last_body(draft, one.sentence.start)
        mentions = one.of(match["who"])
        for number, who in enumerate(mentions):
            if whole and who.type is EntityType.COUNTRY:
                year = next((m for m in mentions[number + 1 :] if m.type is EntityType.DATE), None)
                date: DateValue | None = draft.found.dates.get(year.id) if year else None
                draft.say(one, who.id, "member_of", whole, match.span(), "joined-by", date=date)


def _last_body(draft: FactDraft, before: int) -> str | None:
    """Return the organisation that "this organisation" means: the last one named before the sentence."""
    bodies = [
        m
        for m in draft.found.mentions
        if m.type is EntityType.ORGANISATION and m.start < before and m.level is Level.NAME
    ]
    founded = [f.object for f in draft.made.values() if f.predicate == "founded"]
    return founded[0] if founded else bodies[-1].id if bodies else None
