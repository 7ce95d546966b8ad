"""Who is a member of what, becomes one, or leaves."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.chairs import main_body
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import AUX, SEPARATOR, C, L, O, T
from loader.extraction.masks import Mask
from loader.model import DateValue, EntityType, Level

_BODY = rf"(?:the )?(?P<what>#?{O})(?: \(#?{O}\))?"
_GENERIC = r"the (?:[Oo]rgani[sz]ation|[Gg]roup|[Bb]loc|[Aa]ssociation|[Aa]lliance|[Uu]nion|[Cc]ommunity|[Ff]orum|[Bb]lock)"
_STATE = rf"(?:the )?(?:{C}|{L})(?: \({T}\))?"
_SEP = r"(?:, and (?:also )?|, | and (?:also )?|, as well as | as well as |, along with |; )"
_STATES = rf"{_STATE}(?:{_SEP}{_STATE}){{0,40}}"
_SORT = r"(?:[\w-]+ ){0,3}?"
_MEMBER = rf"(?:{_SORT}[Mm]embers?(?: (?:states?|countr(?:y|ies)|economies|economy))?|Member States?)"
_WHOLE = r"(?! (?!in\b|on\b|as\b|at\b|and\b|with\b|for\b|this\b|last\b|by\b|after\b|since\b|during\b|to\b|but\b|when\b|while\b|before\b|from\b|which\b|together\b|alongside\b)[a-z])"
"""The organisation is not the beginning of a longer phrase: "joined the ⟨O⟩ statement"."""
_IN_BODY = r"(?:of|in)"
_PATTERNS: tuple[tuple[re.Pattern[str], Status | None], ...] = (
    # "⟨C⟩ joined ⟨O⟩", "⟨C⟩ and ⟨C⟩ became members of ⟨O⟩"
    (
        re.compile(
            rf"(?P<who>{_STATES}){AUX} (?:joined|joins|join|acceded to|accedes to|accede to|entered|(?:became|become|becomes|becoming|is|are|was|were|being) (?:a |an |the |one of the |among the )?{_MEMBER} {_IN_BODY}) (?:{_BODY}|(?P<generic>{_GENERIC})){_WHOLE}"
        ),
        None,
    ),
    # "the ⟨O⟩ member states – ⟨C⟩, ⟨C⟩ and ⟨C⟩", "⟨O⟩ members ⟨C⟩ and ⟨C⟩", "⟨O⟩ consists of ⟨C⟩, ⟨C⟩"
    (
        re.compile(
            rf"#?(?P<what>{O})(?: \(#?{O}\))?(?:'s)? {_MEMBER}(?:,? (?:namely|are|being|include|including|such as|like))?(?: ?[–—:(-]|,)? (?P<who>{_STATES})(?! (?:and|or) ⟨[PO])"
        ),
        Status.ASSERTED,
    ),
    (
        re.compile(
            rf"#?(?P<what>{O})(?: \(#?{O}\))?,? (?:which )?(?:now |today |currently )?(?:consists of|is made up of|comprises|comprising|brings together|bringing together|unites|uniting|is composed of|includes as members|groups) (?P<who>{_STATE}(?:{_SEP}{_STATE}){{1,40}})"
        ),
        None,
    ),
    (
        re.compile(
            rf"{_MEMBER} of {_BODY}(?:,? (?:namely|are|being|include|including|such as))?(?: ?[–—:(-]|,)? (?P<who>{_STATES})(?! (?:and|or) ⟨[PO])"
        ),
        Status.ASSERTED,
    ),
    # "⟨O⟩ is a regional format that brings together ⟨C⟩, ⟨C⟩ and ⟨C⟩"
    (
        re.compile(
            rf"#?(?P<what>{O})(?: \(#?{O}\))? is (?:a|an|the) (?:[\w-]+ ){{0,4}}(?:format|forum|group|grouping|organi[sz]ation|alliance|bloc|association|community|union|partnership|framework|body)(?: of [a-z ]{{0,30}})? "
            rf"(?:that|which)? ?(?:brings together|bringing together|unites|uniting|comprises|comprising|consisting of|made up of|composed of|includes) (?P<who>{_STATE}(?:{_SEP}{_STATE}){{1,40}})"
        ),
        None,
    ),
    # "⟨C⟩, ⟨C⟩ and ⟨C⟩ (the ⟨O⟩)"
    (re.compile(rf"(?P<who>{_STATE}(?:{_SEP}{_STATE}){{1,40}}) \((?:the )?(?P<what>{O})\)"), Status.ASSERTED),
    # "As members of ⟨O⟩ and ⟨O⟩, ⟨C⟩ and ⟨C⟩ agreed"
    (
        re.compile(
            rf"\b[Aa]s (?:fellow |founding |full |both )?[Mm]embers(?: states?)? of {_BODY}(?:,? and (?:the )?(?P<what2>{O}))?, (?P<who>{_STATES})"
        ),
        Status.ASSERTED,
    ),
    # "⟨C⟩, a member of ⟨O⟩", "⟨C⟩ as a full member of ⟨O⟩"
    (
        re.compile(
            rf"(?P<who>{_STATE})(?:,? (?:which is|who is|as|being))?,? (?:a |an |the |its )?{_MEMBER} {_IN_BODY} {_BODY}(?: (?:with|together with|along with|alongside) (?P<too>{_STATES}))?"
        ),
        None,
    ),
    (
        re.compile(
            rf"(?P<what>{O}) (?:country|member|member state|member country|ally|Ally) (?P<who>(?:{C}|{L}))(?!(?:'s)? [\w']+ ⟨P)"
        ),
        Status.ASSERTED,
    ),
    # "the accession of ⟨C⟩ to ⟨O⟩", "⟨C⟩'s membership of ⟨O⟩", "the admission of ⟨C⟩ as a member of ⟨O⟩"
    (
        re.compile(
            rf"(?:accession|admission|entry|membership|integration) of (?P<who>{_STATES}) (?:to|in|into|as [\w ,-]{{0,30}}member of) {_BODY}"
        ),
        None,
    ),
    (
        re.compile(
            rf"(?P<who>{_STATE})'s (?:full )?(?:membership (?:of|in)|accession to|admission (?:to|into)|entry into|joining(?: of)?|membership into) {_BODY}"
        ),
        None,
    ),
    # "admitted ⟨C⟩ to ⟨O⟩", "thanked ⟨C⟩ for joining ⟨O⟩", "⟨C⟩, admitted to ⟨O⟩ in ⟨T⟩"
    (
        re.compile(
            rf"(?:admit(?:ted|ting|s)?|welcom(?:ed|ing|es)|accept(?:ed|ing)) (?P<who>{_STATES})(?: as [\w ,-]{{0,30}}members?)? (?:to|into|in|of) (?:{_BODY}|(?P<generic>{_GENERIC}))(?! for)"
        ),
        None,
    ),
    (
        re.compile(
            rf"(?P<who>{_STATES}),? (?:for|on|by|upon|after|since|which was|was|were|who was) ?(?:being )?(?:joining|becoming (?:a |an |the )?{_MEMBER} of|admitted (?:as [\w -]{{0,30}} )?(?:to|into)|acceding to|its accession to|its membership (?:of|in)) (?:{_BODY}|(?P<generic>{_GENERIC}))"
        ),
        None,
    ),
    (
        re.compile(
            rf"(?P<who>{_STATE}), (?:admitted|accepted) (?:as [\w -]{{0,30}} )?(?:to|into) (?:{_BODY}|(?P<generic>{_GENERIC}))"
        ),
        None,
    ),
    # "⟨C⟩ withdrew from ⟨O⟩"
    (
        re.compile(
            rf"(?P<who>{_STATES}){AUX} (?:withdrew from|left|will leave|has left|have left|announced (?:its|their) withdrawal from) {_BODY}"
        ),
        Status.DENIED,
    ),
    (re.compile(rf"withdrawal of (?P<who>{_STATES}) from {_BODY}"), Status.DENIED),
)
_CUES = re.compile(
    r"[Mm]ember|join|acced|accede|entered|entry|accession|admi|integration|consists|made up|compris|together|unit|composed|groups|countr|ally|Ally|\(the ⟨O|\(⟨O|includ|"
    r"welcom|accept|withdr|left|leave"
)
"""What each of the patterns holds."""
_JOINED_BY = re.compile(
    rf"(?:#?(?P<what>{O})|organi[sz]ation|association|bloc|alliance|group)[^⟨⟩.;]{{0,16}} (?:was |were )?(?:later )?joined by (?P<who>(?:the )?{C}(?: \({T}\))?(?:{SEPARATOR}(?:the )?{C}(?: \({T}\))?){{0,30}})"
)
_WISHED = re.compile(
    r"\b(?:aspir\w+|path|bid|support(?:s|ed|ing)?|negotiat\w+|candidate|candidacy|wish\w*|process|application|appl(?:y|ied)|prospects?|towards?|on the way|ambition\w*|road|"
    r"intention|readiness|conditions? for|progress|seek\w*|want\w*|desire\w*|talks|hop(?:e|es|ed|ing)|future|eventual|review\w*|question|issue|possible|potential|request\w*|open(?:ing)?|observer|associate partner|consider\w*)\b"
)
_AIM = re.compile(
    r" (?:is|remains|as) (?:a |an |our |the |its |their )?(?:\w+ )?(?:goal|aim|ambition|aspiration|priority|objective|perspective|prospect)"
)
_PREPOSED = re.compile(r"\b(?:of|at|in|by|with|to|on|from) (?:the )?$")
_NOMINAL = re.compile(r"\b(?:accession|admission|entry)\b")
_DONE = re.compile(
    r"\b(?:follow\w*|after|since|welcom\w*|congratulat\w*|upon (?:its|the)|complet\w*|anniversar\w*|formal\w*|became|instrument|ratif\w*|historic|approv\w*)\b|⟨T\d+⟩\)?$"
)
_HOPED = re.compile(r"accession|admission|membership|entry|integration|joining")


def members(draft: FactDraft, one: Mask) -> None:
    """Say which states a sentence calls members of an organisation."""
    if ("⟨C" not in one.text and "⟨L" not in one.text) or not _CUES.search(one.text):
        return
    for pattern, status in _PATTERNS:
        for match in pattern.finditer(one.text):
            _say(draft, one, match, status)
    _joined_by(draft, one)


def _say(draft: FactDraft, one: Mask, match: re.Match[str], status: Status | None) -> None:
    found = match.groupdict()
    text = one.text[max(0, match.start() - 60) : match.end()]
    if (
        status is None
        and _HOPED.search(match.group())
        and (_WISHED.search(text) or _AIM.match(one.text, match.end()))
    ):
        # a wish for membership is none: "supports the accession of ⟨C⟩ to ⟨O⟩"
        return
    if (
        status is None
        and _NOMINAL.search(match.group())
        and not _DONE.search(f"{text} {one.text[match.end() : match.end() + 12]}")
    ):
        # neither is one that may be still to come: "discussed the accession of ⟨C⟩ to ⟨O⟩"
        return
    if found.get("what"):
        what: str | None = one.of(found["what"])[0].id
        if (
            match.group().startswith("⟨O")
            and _PREPOSED.search(one.text[: match.start()])
            and re.match(r"⟨O\d+⟩,? (?:is|comprises|consists|unites|groups|brings)", match.group())
        ):
            # "⟨O⟩, created at ⟨O⟩, is made up of ⟨C⟩ and ⟨C⟩"
            what = next(
                (m.id for m in one.of(one.text[: match.start()]) if m.type is EntityType.ORGANISATION), what
            )
    else:
        what = main_body(draft, one.post(match.start()))
    if what is None:
        return
    for who in [*one.of(found["who"]), *one.of(found.get("too") or "")]:
        if who.type not in (EntityType.COUNTRY, EntityType.PLACE) or who.level is Level.ADJECTIVE:
            continue
        if who.type is EntityType.PLACE and who.id in draft.lexicon.capitals:
            continue
        for body in [what, *(m.id for m in one.of(found.get("what2") or ""))]:
            draft.say(one, who.id, "member_of", body, match.span(), "member", status=status)


def _joined_by(draft: FactDraft, one: Mask) -> None:
    for match in _JOINED_BY.finditer(one.text):
        whole = one.of(match["what"])[0].id if match["what"] else main_body(draft, one.sentence.start)
        mentions = one.of(match["who"])
        for number, who in enumerate(mentions):
            if whole and who.type is EntityType.COUNTRY:
                year = next((m for m in mentions[number + 1 :] if m.type is EntityType.DATE), None)
                date: DateValue | None = draft.found.dates.get(year.id) if year else None
                draft.say(one, who.id, "member_of", whole, match.span(), "joined-by", date=date)
