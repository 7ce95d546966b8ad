"""What is part of what: organs of organisations, meetings of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cypher.vocabulary import Status
from loader.extraction.facts.draft import COLLECTIVE, FactDraft
from loader.extraction.facts.grammar import C, M, O
from loader.extraction.facts.venues import parties_of
from loader.extraction.masks import Mask
from loader.extraction.mentions.words import ORDINAL
from loader.model import EntityType, Level, Mention

_ORGAN = re.compile(
    r"\b(?:Council|Committee|Commission|Secretariat|Assembly|Authority|Board|Group|Conference|Parliament|Court|Bureau|Troika|Presidium|COUNCIL|COMMITTEE|COMMISSION|SECRETARIAT|ASSEMBLY|AUTHORITY|Tribunal|Structure)\b"
)
_MEETING = re.compile(M)
_NAMES = re.compile(rf"{O}|{M}")
_GREAT = frozenset(["organisation:un", "organisation:european-union"])
"""Organisations whose organs everybody knows; a text that names them does not say of what they are part."""
_WHOLE = re.compile(
    rf"(?P<whole>{O}),? (?:including|and|through|notably|in particular|especially) its (?P<organ>{O})"
)
_OF = re.compile(rf"(?P<organ>{O})(?: \(#?{O}\))? of (?:the )?(?P<whole>{O})")
_KIND = r"(?:[Ff]oreign|[Dd]efen[cs]e|[Mm]inisters'?|[Mm]inisterial|[Ll]eaders'?|[Ss]enior|[Oo]fficials'?|annual|informal|next|special|regular|high-level|inaugural|extraordinary|emergency|joint|[Ff]inance|economic|working|first|second|third|plenary|summit|level)"
_BEFORE = re.compile(rf"(?P<whole>#?{O})(?:'s?)? (?:{_KIND} ){{0,5}}(?P<what>{M})")
_BEHIND = re.compile(
    rf"(?P<what>{M})(?: \(#?{O}\))? of (?:the )?(?P<whole>{O})(?!'s| (?:of|[a-z-]*ministers?|leaders|foreign|member|Foreign|Heads|Ministers|Leaders|and)\b)"
)
_HELD = re.compile(
    rf"(?P<whole>{O})(?: \(#?{O}\))? (?:(?:will|also|has|have|is to|to) )*(?:hold|held|holds|convene|convened|convenes|opened|concluded|begin|began) (?:its |a |an |the )?(?:[\w-]+ ){{0,3}}(?P<what>{M})"
)
_LED = re.compile(
    r"(?:Council|Committee|Conference|Authority|Assembly|Board|Commission|State|Government|Ministers|Affairs) of (?:the )?$"
)
"""Before an organisation whose organ is meant."""
_MEETINGS = frozenset(
    [
        "meeting",
        "session",
        "summit",
        "ministerial",
        "conference",
        "talks",
        "dialogue",
        "consultations",
        "forum",
    ]
)
_AGAIN = re.compile(
    r"(?:the |a |The |our |its )?(?:next|previous|following|(?:[\w-]+ )?(?:\d{1,3}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[A-Z][a-z]+(?:ieth|-[A-Z][a-z]+th|th)))\b",
    re.I,
)


def parts(draft: FactDraft, one: Mask) -> None:
    """Say of which organisation the bodies and meetings of a sentence are part."""
    meetings, bodies = "⟨M" in one.text, "⟨O" in one.text
    if not meetings and not bodies:
        return
    for match in _NAMES.finditer(one.text):
        outer = one.of(match.group())[0]
        for organ in draft.inside(outer.start, outer.end):
            if organ.type is EntityType.ORGANISATION and (whole := _contained(draft, organ)):
                draft.say(one, organ.id, "part_of", whole, match.span(), "organ", status=Status.ASSERTED)
    for pattern in (_OF, _WHOLE) if bodies else ():
        for match in pattern.finditer(one.text):
            organ, great = one.of(match["organ"])[0], one.of(match["whole"])[0]
            if _ORGAN.search(_text(draft, organ)) and draft.kind(great.id) in COLLECTIVE:
                draft.say(one, organ.id, "part_of", great.id, match.span(), "organ", status=Status.ASSERTED)
    for match in _MEETING.finditer(one.text):
        _named(draft, one, match)
    for pattern in (_BEFORE, _BEHIND, _HELD) if meetings and bodies else ():
        for match in pattern.finditer(one.text):
            _described(draft, one, match, held=pattern is _HELD)


def _text(draft: FactDraft, mention: Mention) -> str:
    return draft.text[mention.start : mention.end]


def _contained(draft: FactDraft, organ: Mention) -> str:
    """Return the organisation in an organ's own name: ⟨O⟩ in "⟨O⟩ Executive Committee", "Committee of Ministers of the ⟨O⟩"."""
    text = _text(draft, organ)
    if organ.level is not Level.NAME or not _ORGAN.search(text) or len(text.split(" ")) < 2:
        return ""
    # the head stands before "of" or last; the whole stands last or first
    inner = [
        hit for hit in draft.lexicon.hits(text)
        if hit.type is EntityType.ORGANISATION and hit.id != organ.id and hit.end - hit.start < len(text)
        and (hit.start == 0 or re.search(r" (?:of|to) (?:the )?$", text[: hit.start])) and (hit.start == 0 or hit.end == len(text))
    ]  # fmt: skip
    if not inner:
        return ""
    hit = max(inner, key=lambda h: h.end - h.start)
    rest = (text[: hit.start] + text[hit.end :]).strip()
    if draft.kind(hit.id) not in COLLECTIVE:
        return ""
    if (
        hit.id in _GREAT
        or not _ORGAN.search(rest)
        or re.match(r"[-–]|'s ", text[hit.end :] or " ")
        or re.search(r" to (?:the )?$", text[: hit.start])
    ):
        return ""
    return hit.id if draft.know(hit.id) else ""


def _named(draft: FactDraft, one: Mask, match: re.Match[str]) -> None:
    """Say of which body a named meeting is part: the greatest name within its name, unless that is all of it."""
    mention = one.of(match.group())[0]
    if parties_of(draft, mention):
        return
    bodies = [m for m in draft.inside(mention.start, mention.end) if m.type is EntityType.ORGANISATION]
    if not bodies:
        return
    body = max(bodies, key=lambda m: m.end - m.start)
    if mention.level is not Level.NAME and (
        mention.level is not Level.NOMINAL
        or draft.kind(body.id) not in COLLECTIVE
        or draft.entities[mention.id].kind not in _MEETINGS
        or mention.id in draft.named_ids
    ):
        return
    left, right = draft.text[mention.start : body.start], draft.text[body.end : mention.end]
    if not _more(left) and not _more(right):
        # "the 19th East Asia Summit" is the forum itself
        return
    if re.search(rf"{C} and (?:the )?$", one.text[: match.start()]) or re.match(
        rf" with (?:the )?{C}", one.text[match.end() :]
    ):
        return
    if _organ_of(left) or re.search(r"\bwith\b", right):
        return
    if re.search(r"\band (?:the )?$", left) and any(
        m.type is EntityType.COUNTRY for m in draft.inside(mention.start, body.start)
    ):
        # "⟨C⟩ and ⟨O⟩ Roundtable" is not the body's own
        return
    if _text(draft, body).count("-") and any(m.type is EntityType.COUNTRY for m in _within(draft, body)):
        return
    draft.say(one, mention.id, "part_of", body.id, match.span(), "named-after", status=Status.ASSERTED)
    draft.parts.add(mention.id)


def _within(draft: FactDraft, body: Mention) -> Iterator[Mention]:
    """Yield states in the name of a body: "Brazil-Chile Bilateral Commission" is theirs, and not much of a body."""
    for hit in draft.lexicon.hits(_text(draft, body)):
        yield Mention(start=hit.start, end=hit.end, type=hit.type, id=hit.id, level=hit.level, rule=hit.rule)


def _organ_of(left: str) -> bool:
    """Tell whether an organ without a mention of its own stands between meeting and body: "Meeting of the Council of Heads of State of the ⟨O⟩"."""
    return bool(
        re.search(
            r"\bof (?:the )?(?:[\w-]+ ){0,3}?(?:Council|Committee|Conference|Authority|Assembly|Board|Commission)\b.* of (?:the )?$",
            left,
        )
    )


def _more(text: str) -> bool:
    """Tell whether more than an ordinal, a year, an article or a bracket is left of a name."""
    words = [word for word in re.split(r"[\s()/#]+", text) if word]
    return any(
        not (
            ORDINAL.match(word)
            or word.isdigit()
            or word.lower() in ("the", "annual", "regular")
            or re.fullmatch(r"[IVXL]+|[A-Z]{2,}", word)
        )
        for word in words
    )


def _described(draft: FactDraft, one: Mask, match: re.Match[str], *, held: bool) -> None:
    whole, what = one.of(match["whole"])[0], one.of(match["what"])[0]
    kind = draft.entities[what.id].kind
    if _LED.search(one.text, 0, match.start("whole")):
        return
    if what.id in draft.parts:
        return
    if kind not in _MEETINGS or whole.level is Level.ADJECTIVE or not _collective(draft, whole, held=held):
        return
    if re.match(rf" (?:with|between) (?:the )?(?:{C}|{O}|⟨P)", one.text[match.end() :]) or re.match(
        r"-|/", one.text[match.end("whole") :]
    ):
        return
    draft.say(
        one, what.id, "part_of", whole.id, match.span(), "of-body", status=None if held else Status.ASSERTED
    )
    draft.parts.add(what.id)


def _collective(draft: FactDraft, body: Mention, *, held: bool) -> bool:
    """Tell whether a body is one that meets: a forum, an organ, an alliance - no ministry, company or paper."""
    if _ORGAN.search(_text(draft, body)):
        return True
    return draft.kind(body.id) in COLLECTIVE and not held


def again(draft: FactDraft) -> None:
    """Say that "the next meeting" and "the 49th Session" are of the same body as the main meeting of their kind."""
    bodies = {
        f.subject: f.object
        for f in draft.made.values()
        if f.predicate == "part_of" and f.object.startswith("organisation:")
    }
    main = next((m for m in draft.meetings if m.id in bodies), None)
    if main is None:
        return
    kind = draft.entities[main.id].kind
    for one in draft.masks:
        for match in _MEETING.finditer(one.text):
            mention = one.of(match.group())[0]
            if (
                mention.id in bodies
                or draft.entities[mention.id].kind != kind
                or (mention.level is Level.NAME and _inner(draft, mention))
            ):
                continue
            if not _AGAIN.match(_text(draft, mention)) or re.match(
                r" (?:with|between|of (?:the )?(?!⟨T))", one.text[match.end() :]
            ):
                continue
            draft.say(
                one, mention.id, "part_of", bodies[main.id], match.span(), "again", status=Status.ASSERTED
            )


def _inner(draft: FactDraft, mention: Mention) -> bool:
    return any(
        m.type in (EntityType.COUNTRY, EntityType.ORGANISATION)
        for m in draft.inside(mention.start, mention.end)
    )
