"""Founding, seat and partners of organisations."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.chairs import main_body
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import SEPARATOR, STATES, C, D, L, O, P, T
from loader.extraction.facts.members import members
from loader.extraction.masks import Mask
from loader.model import EntityType

_GENERIC = r"[Tt]he (?:[Oo]rgani[sz]ation|[Ff]orum|[Aa]ssociation|[Bb]loc|[Gg]roup|[Aa]lliance|[Uu]nion|[Cc]ommunity|[Cc]oalition|[Ff]ormat)"
_WHAT = rf"(?:#?(?P<what>{O})(?: \(#?{O}\))?|{_GENERIC})"
_NAMELESS = re.compile(_GENERIC)
_MADE = r"(?:founded|established|created|set up|launched|formed|inaugurated|born|came into being)"
_WHERE = rf"(?:,? (?:in|at) (?P<in>{L})(?:, (?:{C}|{L}))?|,? (?:on|in|back in|since) (?P<on>{T}))"
_WHERE2 = _WHERE.replace("<in>", "<in2>").replace("<on>", "<on2>")
_BY = rf"(?:,? by (?:the )?(?:[\w-]+ ){{0,3}}?(?:of )?(?P<by>{STATES}))"
_FOUNDED = (
    # "⟨O⟩ was founded in ⟨L⟩ on ⟨T⟩ by ⟨C⟩ and ⟨C⟩", "⟨O⟩, created in ⟨L⟩ on ⟨T⟩"
    re.compile(
        rf"{_WHAT}[^⟨⟩.;]{{0,20}}?(?: (?:was|were|has been|had been)(?: \w+)?|,? (?:which|that) was|,) {_MADE}{_BY.replace('by>', 'by2>')}?{_WHERE}?{_WHERE2}?{_BY}?"
    ),
    # "Founded in ⟨T⟩, the Forum", "Established on ⟨T⟩ in ⟨L⟩, ⟨O⟩"
    re.compile(
        rf"(?:^|\W)(?:Founded|Established|Created|Launched|Formed|Set up){_BY.replace('by>', 'by2>')}?{_WHERE}(?:[^⟨⟩.;,]{{0,30}}(?:{D})?[^⟨⟩.;,]{{0,12}})?{_WHERE2}?{_BY}?, (?:the )?{_WHAT.replace('[Tt]he ', '')}"
    ),
    # "⟨C⟩ and ⟨C⟩ founded ⟨O⟩ in ⟨T⟩", "the Treaty of X created ⟨O⟩ in ⟨T⟩"
    re.compile(
        rf"(?P<by>{STATES}|{D})(?: (?:jointly|also|has|have|had))* (?:founded|established|created|set up|launched|formed) (?:the |a |an )?(?P<what>{O}){_WHERE}?{_WHERE2}?"
    ),
    # "⟨O⟩, which ⟨C⟩ launched in ⟨T⟩"
    re.compile(
        rf"(?P<what>{O})(?: \(#?{O}\))?, (?:which|that) (?P<by>{STATES})(?: \w+)? (?:founded|established|created|set up|launched|formed)(?: (?=⟨T)(?P<bare>{T}))?{_WHERE}?{_WHERE2}?"
    ),
)
_BY_PEOPLE = re.compile(rf":? (?P<who>{P}(?:{SEPARATOR}{P}){{0,20}})")
"""The persons who founded a body for the states before them: "by the ministers of ⟨C⟩ and ⟨C⟩: ⟨P⟩ and ⟨P⟩"."""
_WHEN = re.compile(rf",? when (?P<by>{STATES}) signed (?:the )?(?P<paper>{D})")
_SIGNED_TOO = re.compile(rf",? which signed (?:the )?(?:so-called )?(?P<paper>{D})")
_BASED = r"(?:based|headquartered|located|seated|situated|housed|operating)"
_HOUSES = r"(?:[Ss]ecretariat|[Hh]eadquarters|[Ss]eat|HQ)"
_SEATS = (
    re.compile(
        rf"(?P<what>{O})(?: \(#?{O}\))?(?:'s {_HOUSES})?,? (?:(?:which )?(?:has been|have been|is|was|are|were) )?(?:permanently |currently )?(?:{_BASED}|operates)[^⟨⟩.;]{{0,16}}? (?:in|at) (?:the )?(?P<in>{L})"
    ),
    # "⟨O⟩ headquarters in ⟨L⟩", "⟨O⟩ at its headquarters in ⟨L⟩", "the seat of ⟨O⟩ in ⟨L⟩"
    re.compile(rf"(?P<what>{O})(?: \(#?{O}\))?(?:'s)? {_HOUSES} (?:in|at) (?:the )?(?P<in>{L})"),
    re.compile(
        rf"(?P<what>{O})(?: \(#?{O}\))?[^⟨⟩.;]{{0,60}}(?:⟨T\d+⟩[^⟨⟩.;]{{0,10}}(?:⟨T\d+⟩, )?)?(?:at|in|from) (?:its|their) (?:headquarters|seat) in (?P<in>{L})"
    ),
    re.compile(
        rf"(?:[Ss]eat|[Hh]eadquarters|HQ) of (?:the )?(?P<what>{O})(?: \(#?{O}\))?,? (?:is |are )?in (?P<in>{L})"
    ),
    # "the ⟨L⟩-based ⟨O⟩"
    re.compile(rf"(?P<in>{L})-(?:based|headquartered) (?P<what>{O})"),
)
_APPOSED = re.compile(r", an? [^⟨⟩,;]{0,40} (?:of|by) (?:the )?$")
_HOUSE = re.compile(rf"(?P<what>{O}) (?:in|at) (?P<in>{L})")
"""An embassy, a ministry or a delegation in a city."""
_RESIDENT = re.compile(
    r"\b(?:Embassy|embassy|Consulate|consulate|Secretariat|Ministry|Mission|Delegation to|Delegation of|Foreign Office|Cultural Cent(?:re|er)|Centre|Center|Institute|Office|Headquarters|University|College|School|Academy|Museum|Fund|Hospital|Consulate General)\b"
)
_PARTNER = re.compile(
    rf"(?P<who>{C})[^⟨⟩.;]{{0,30}} (?:a |the )?(?:strategic |dialogue |digital |full )*partner (?:status )?(?:of|to) (?:the )?(?P<what>{O})|(?P<who2>{C}) gaining (?:the )?(?P<what2>{O}) [\w ]{{0,20}}partner"
)
_ACCESSION = re.compile(
    rf"(?P<who>{C}(?:{SEPARATOR}{C}){{0,20}})(?:'s)?(?: has| have)? (?:accession to|acceded to|ratified|joined|accedes to|acceding to) (?:the )?(?P<what>{D})"
)


def organisations(draft: FactDraft, one: Mask) -> None:
    """Say what a sentence tells of organisations."""
    if (
        "⟨O" not in one.text
        and "⟨D" not in one.text
        and not _NAMELESS.search(one.text)
        and "joined by" not in one.text
    ):
        return
    _founding(draft, one)
    members(draft, one)
    placed = "⟨L" in one.text and "⟨O" in one.text
    for pattern in _SEATS if placed else ():
        for match in pattern.finditer(one.text):
            if _APPOSED.search(one.text, 0, match.start()) and match.group().count(","):
                # "⟨O⟩, an initiative of ⟨O⟩, is based in ⟨L⟩": the first one is
                continue
            draft.say(
                one,
                one.of(match["what"])[0].id,
                "located_in",
                one.of(match["in"])[0].id,
                match.span(),
                "seat",
            )
    for match in _HOUSE.finditer(one.text) if placed else ():
        what = one.of(match["what"])[0]
        if _RESIDENT.search(draft.text[what.start : what.end]):
            draft.say(
                one,
                what.id,
                "located_in",
                one.of(match["in"])[0].id,
                match.span(),
                "house",
                status=Status.ASSERTED,
            )
    for match in _PARTNER.finditer(one.text) if "partner" in one.text else ():
        who, body = match["who"] or match["who2"], match["what"] or match["what2"]
        draft.say(one, one.of(who)[0].id, "partner_of", one.of(body)[0].id, match.span(), "partner")
    for match in _ACCESSION.finditer(one.text) if "⟨D" in one.text else ():
        for state in one.of(match["who"]):
            draft.say(one, state.id, "acceded_to", one.of(match["what"])[0].id, match.span(), "accession")


def _founding(draft: FactDraft, one: Mask) -> None:
    if not re.search(
        r"[Ff]ounded|[Ee]stablished|[Cc]reated|[Ss]et up|[Ll]aunched|[Ff]ormed|inaugurated|born|came into being",
        one.text,
    ):
        return
    for pattern in _FOUNDED:
        for match in pattern.finditer(one.text):
            _founded(draft, one, match)


def _founded(draft: FactDraft, one: Mask, match: re.Match[str]) -> None:
    found = match.groupdict()
    named = one.of(found["what"] or "")
    what = named[0].id if named else main_body(draft, one.post(match.start()), one.post(match.end()))
    if what is None:
        return
    status = (
        Status.ASSERTED
        if match.group().lstrip()[:1].isupper() and not found["by"] and not match.group().startswith("The")
        else None
    )
    said = [m for name in ("by", "by2") for m in one.of(found.get(name) or "")]
    when = _WHEN.match(one.text, match.end())
    if when and not said:
        said = one.of(when["by"])
    people = _BY_PEOPLE.match(one.text, match.end()) if said else None
    for person in one.of(people["who"]) if people else ():
        draft.say(one, person.id, "founded", what, (match.start(), people.end() if people else 0), "founded")
    states = [m for m in said if m.type is EntityType.COUNTRY] if not people else []
    for place in [*one.of(found.get("in") or ""), *one.of(found.get("in2") or "")][:1]:
        draft.say(one, what, "founded_in", place.id, match.span(), "founded", status=status)
    for day in [
        *one.of(found.get("on") or ""),
        *one.of(found.get("on2") or ""),
        *one.of(found.get("bare") or ""),
    ][:1]:
        draft.say(
            one,
            what,
            "founded_on",
            day.id,
            match.span(),
            "founded",
            status=status,
            date=draft.found.dates.get(day.id),
        )
    signed = _SIGNED_TOO.match(one.text, match.end())
    for state in states:
        span = match.start(), when.end() if when else match.end()
        draft.say(one, state.id, "founded", what, span, "founded")
        if len(states) > 1:
            draft.say(one, state.id, "member_of", what, span, "founded")
        if signed:
            draft.say(
                one,
                state.id,
                "signed",
                one.of(signed["paper"])[0].id,
                (match.start(), signed.end()),
                "founded",
            )
