"""Which state chairs an organisation, and which coordinates it."""

from __future__ import annotations

import re
from bisect import bisect_left

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import C, M, O, T
from loader.extraction.masks import Mask
from loader.model import EntityType, Mention

_BODY = rf"(?:#?{O}(?: \(#?{O}\))?)"
_GENERIC = r"(?:group|bloc|grouping|organi[sz]ation|association|forum|alliance|union|council|committee|community|body|network|process|Group|Organi[sz]ation|Association|Forum|Alliance|Union|Council|Committee|Community)"
_ADJ = (
    r"(?:(?:current|rotating|incoming|outgoing|upcoming|forthcoming|successful|new|next|former|annual|year-long|one-year|pro tempore|Pro Tempore|able|first|second|third|fourth|fifth|present|this year's|last year's|joint|\d{4}|(?:the |this )?"
    + T
    + r"(?:'s)?)(?:,? ))*"
)
_SEAT = r"(?:[Pp]residency|[Cc]hair(?:person|man)?ship|PRESIDENCY|CHAIRMANSHIP)"
_CHAIR = rf"(?:{_SEAT}|[Cc]hair(?:person|man|country)?(?!\w)|[Pp]resident(?! ⟨P)(?!\w)|helm)"
_OF = rf"(?: of (?:the )?(?:(?P<{{0}}>{_BODY}|{M})|{_GENERIC}))"


def _of(name: str) -> str:
    return _OF.replace("{0}", name)


_FROM = rf"(?: from (?:the )?(?P<before>{C}))?"
_PATTERNS = (
    # "Russia's BRICS Chairmanship", "the Italian Presidency of the G7"
    re.compile(rf"(?P<who>{C})(?:'s)? {_ADJ}(?:(?P<what>{_BODY}) {_ADJ}{_SEAT}|{_SEAT}{_of('what2')})"),
    # "Canada holds the G7 presidency", "Brazil will assume the Chairmanship of the group", "takes over the chair from Tonga"
    re.compile(
        rf"(?P<who>{C})(?:,? (?:which|that|who|whose country|on|for))?(?: [a-z]+){{0,3}} (?P<verb>hold(?:s|ing)?|held|assum(?:es?|ed|ing)|t(?:ook|akes?|aking|aken) (?:over|on|up)|tak(?:e|es|ing)|took|inherit(?:s|ed)|exercis(?:es|ed|ing)|"
        rf"hand(?:s|ed|ing) over|pass(?:es|ed|ing)(?: on)?) (?:the |its )?{_ADJ}(?:(?P<what>{_BODY})(?:'s)? {_ADJ}{_CHAIR}|{_SEAT}{_of('what2')}?|[Cc]hair{_of('what3')}?)(?: to (?:the )?(?P<after>{C})|{_FROM})"
    ),
    # "As the Chair of ASEAN in 2023, Indonesia"
    re.compile(
        rf"(?:\bAs|\bas|capacity as) (?:the )?{_ADJ}(?:(?P<what>{_BODY})(?:'s)? {_ADJ}{_CHAIR}|{_CHAIR}{_of('what2')})(?:,? (?:in|for|of) {T})?, (?:the )?(?P<who>{C})"
    ),
    # "Germany is hosting as this year's G20 President", "Finland as 2025 Chair", "Indonesia, the Chair of ASEAN", "thank Laos for its year in the ASEAN chair"
    re.compile(
        rf"(?P<who>{C})(?: side)?(?:,? (?:who|which) (?:is|was)| is| was| will be|,)?(?: (?:is |was )?hosting| holding)?(?:,)? (?:(?:in its (?:capacity|role) )?as|serving as|(?=the |this |current |chair|Chair|⟨O))"
        rf" ?(?:the )?{_ADJ}(?:(?P<what>{_BODY})(?:'s)? {_ADJ}{_CHAIR}|{_CHAIR}{_of('what2')}|(?P<bare>{_CHAIR})(?![\w-]| ⟨P))"
    ),
    re.compile(
        rf"(?P<who>{C}) (?:for|on|in|at) (?:its|the) [^⟨⟩.;]{{0,40}}?(?:(?P<what>{_BODY}) {_ADJ}{_CHAIR}|{_SEAT}{_of('what2')})"
    ),
    # "the Group's co-chairs, ⟨C⟩ and ⟨C⟩"
    re.compile(
        rf"(?:(?P<what>{_BODY})|[Tt]he {_GENERIC})(?:'s?)? {_ADJ}[Cc]o-?[Cc]hairs?,? (?:the )?(?P<who>{C})(?:(?:,| and|, and) (?:the )?(?P<second>{C}))?"
    ),
    # "ASEAN Chair Malaysia", "the G20 presidency of Brazil"
    re.compile(
        rf"(?P<what>{_BODY}) {_ADJ}(?:[Cc]hair|[Pp]resident|{_SEAT} (?:of|held by|under)) (?:the )?(?P<who>{C})"
    ),
)
_CUES = re.compile(r"[Cc]hair|CHAIR|resident|PRESID|residency|helm|oordinat")
_NAMED = re.compile(rf"(?P<who>{C})(?:'s)? {_ADJ}(?P<what>{O})")
_OF_PERSON = re.compile(r"⟨P\d+⟩ of (?:the )?$")
"""Before the state of a person, who then is meant."""
_COORDINATES = re.compile(
    rf"(?P<who>{C}),? (?:(?:is|as|serving as|being) )?(?:the )?{_ADJ}(?:[Cc]ountry )?(?:(?P<what>{_BODY}) (?:[Cc]ountry )?[Cc]oordinator|[Cc]oordinator (?:of|for) (?:the )?(?P<of>#?[^,.; ]+(?: [A-Z][\w-]+)*))"
)
_COORDINATED = re.compile(
    rf"(?:cooperation|format|group|work|it|It) (?:is|was|will be|is being|has been) coordinated by (?:the )?(?P<who>{C})"
)


def chairs(draft: FactDraft, one: Mask) -> None:
    """Say which states chair organisations (or meetings), and which coordinate them."""
    if "⟨C" not in one.text or not _CUES.search(one.text):
        return
    for number, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(one.text):
            if not _OF_PERSON.search(one.text, 0, match.start()):
                _say(draft, one, match, told=number == 1)
    for match in _NAMED.finditer(one.text):
        if whole := _inner(draft, one.of(match["what"])[0]):
            draft.say(
                one,
                one.of(match["who"])[0].id,
                "chaired",
                whole,
                match.span(),
                "presidency",
                qualifier="chair",
            )
    for match in _COORDINATED.finditer(one.text):
        if body := main_body(draft, one.post(match.start())):
            draft.say(
                one,
                one.of(match["who"])[0].id,
                "holds_position",
                body,
                match.span(),
                "coordinator",
                qualifier="coordinator",
            )
    for match in _COORDINATES.finditer(one.text):
        what = [m for m in one.of(match["what"] or "") if m.type is EntityType.ORGANISATION]
        if match["of"]:
            begin, end = one.post(match.start("of")), one.post(match.end("of"))
            what = [m for m in draft.inside(begin, end) if m.type is EntityType.ORGANISATION]
        if what:
            draft.say(
                one, one.of(match["who"])[0].id, "holds_position", what[0].id, match.span(), "coordinator",
                qualifier="coordinator",
            )  # fmt: skip


def _say(draft: FactDraft, one: Mask, match: re.Match[str], *, told: bool) -> None:
    found = match.groupdict()
    named = next((found[name] for name in ("what", "what2", "what3") if found.get(name)), "")
    what = one.of(named)[0].id if named else main_body(draft, one.post(match.start()), one.post(match.end()))
    if not what:
        return
    status = Status.ASSERTED if found.get("before") or not told else None
    now = re.match(
        r"[Aa]s (?:the )?(?:current |rotating |present )*[Cc]hair|[Aa]s (?:the )?(?:current|rotating|present)",
        match.group(),
    )
    who = one.of(found["who"])[0]
    leaving = bool(re.match(r"hand|pass", found.get("verb") or ""))
    draft.say(
        one,
        who.id,
        "chaired",
        what,
        match.span(),
        "presidency",
        qualifier="chair",
        status=Status.ASSERTED if leaving or now else None,
    )
    for mention in one.of(found.get("second") or ""):
        draft.say(one, mention.id, "chaired", what, match.span(), "presidency", qualifier="co-chair")
    for other, said in ((found.get("before"), status), (found.get("after"), None)):
        for mention in one.of(other or ""):
            draft.say(
                one, mention.id, "chaired", what, match.span(), "presidency", qualifier="chair", status=said
            )


def _inner(draft: FactDraft, mention: Mention) -> str:
    """Return the organisation in the name of its own chair: the G7 in "G7 Presidency"."""
    name = re.sub(
        r"^(?:Presidency|Chairmanship) of (?:the )?| (?:Presidency|Chairmanship)$",
        "",
        text := draft.text[mention.start : mention.end],
    )
    if name == text:
        return ""
    ids = [id_ for type_, id_, _ in draft.lexicon.by_form.get(name, ()) if type_ is EntityType.ORGANISATION]
    return ids[0] if ids and ids[0] in draft.entities else ""


_BESIDE = 80
"""Characters before "the group" in which the organisation that it means may be named, before that of the title is."""


def main_body(draft: FactDraft, before: int, end: int | None = None) -> str | None:
    """Return the organisation that "the group" or "the Chairmanship" means.

    One named right before; else the one of the title; else the one that the post names most, or named last before.
    """
    fit, starts = draft.bodies, draft.body_starts
    number = bisect_left(starts, before)
    if number and before - starts[number - 1] < _BESIDE:
        return fit[number - 1].id
    if draft.titled:
        return draft.titled
    if number:
        first, last = draft.body_most, fit[number - 1].id
        return first if first and starts[0] < before else last
    return fit[0].id if fit and end is not None and len({m.id for m in fit[:9]}) == 1 else None
