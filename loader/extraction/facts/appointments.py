"""Who holds which position: from lists of holders, and from verbs of appointing and succeeding."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import C as GC
from loader.extraction.facts.grammar import O as GO
from loader.extraction.facts.grammar import P as GP
from loader.extraction.masks import Mask
from loader.extraction.mentions.words import TITLE_HEADS
from loader.model import EntityType, Level

C, O, P = EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PERSON
_TITLE = r"(?P<title>(?:[A-Z][\w'-]+|of|for|and|State|the) ?(?:(?:[A-Z][\w'-]+|of|for|and|in|Affairs|minister|president) ){0,8}?)"
_ELECTED = re.compile(
    rf"(?:elected|re-elected|appointed|named|nominated|confirmed|designated|installed) (?P<who>{GP})(?: of (?:the )?{GC})?,? (?:as |to be |to the (?:post|office|position) of )?(?:the |its |their )?(?:new |next |first )?{_TITLE}(?:of|for) (?:the )?(?P<body>{GC}|{GO})"
    rf"|(?P<who2>{GP})(?: of (?:the )?{GC})?,? (?:was|has been|had been|is|became|who is|who was) (?:(?:re-)?elected|appointed|named|designated|sworn in|inaugurated|confirmed)?(?: as| to be| to the (?:post|office|position) of)? ?(?:the |its |their |a )?(?:new |next |first |current |then )?{_TITLE.replace('title', 'title2')}(?:of|for) (?:the )?(?P<body2>{GC}|{GO})"
    rf"|(?P<who3>{GP})(?: of (?:the )?{GC})?,? (?:who )?(?:assumed|took|has assumed|will assume|took up|takes|assumes|holds|held) (?:office as|over as|the (?:post|office|position|role) of|up duties as) (?:the )?(?:new )?{_TITLE.replace('title', 'title3')}(?:of|for) (?:the )?(?P<body3>{GC}|{GO})"
)
_SUCCEEDS = re.compile(
    rf"(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|took over from|taking over from|takes over from|in place of|successor to) (?P<who>{GP})"
)
_DEALT = re.compile(
    rf"(?P<title>(?:[Ff]oreign |[Dd]efen[cs]e |[Pp]rime |[Ff]inance |[Cc]o-|[Vv]ice-)?(?:[Mm]inisters|[Pp]residents|[Cc]o-[Cc]hairs|[Cc]hairs|[Cc]hairmen|[Cc]hancellors|[Ss]ecretaries|[Aa]mbassadors)(?: of Foreign Affairs| of Defen[cs]e)?)"
    rf" of (?P<of>(?:the )?(?:{GC}|{GO})(?:(?:, and |, | and )(?:the )?(?:{GC}|{GO}))*),?(?::| \(| –| —|,)? ?(?P<who>{GP}(?: of (?:the )?{GC})?(?:(?:, and |, | and ){GP}(?: of (?:the )?{GC})?)+)"
)
_SINGULAR = re.compile(r"s(?=$| of)")
_TITLE_HEAD = re.compile(rf"(?:{'|'.join(sorted(TITLE_HEADS, key=len, reverse=True))})$")


def appointments(draft: FactDraft, one: Mask) -> None:
    """Say what office somebody is elected or appointed to, and that whom he succeeds had it."""
    if "⟨P" not in one.text or ("⟨C" not in one.text and "⟨O" not in one.text):
        return
    for match in _ELECTED.finditer(one.text):
        found = {name.rstrip("23"): value for name, value in match.groupdict().items() if value}
        title = found["title"].strip()
        if not any(_TITLE_HEAD.match(word) for word in title.split(" ")):
            continue
        body = one.of(found["body"])[0]
        who = one.of(found["who"])[0]
        if who.level is Level.NAME:
            draft.say(one, who.id, "holds_position", body.id, match.span(), "appointed", qualifier=title)
        after = _SUCCEEDS.search(one.text, match.end())
        if after and one.of(after["who"])[0].level is Level.NAME:
            draft.say(
                one, one.of(after["who"])[0].id, "holds_position", body.id, (match.start(), after.end()), "succeeded",
                qualifier=title, status=Status.ASSERTED,
            )  # fmt: skip


def dealt_in_text(draft: FactDraft, one: Mask) -> None:
    """Read "the foreign ministers of ⟨C⟩ and ⟨C⟩: ⟨P⟩ and ⟨P⟩" and "the Co-Chairs of ⟨O⟩ (⟨P⟩ of ⟨C⟩ and ⟨P⟩ of ⟨C⟩)"."""
    if one.text.count("⟨P") < 2 or " of " not in one.text:
        return
    for match in _DEALT.finditer(one.text):
        bodies = [m for m in one.of(match["of"]) if m.type in (C, O)]
        people = [m for m in one.of(match["who"]) if m.type is P]
        title = _SINGULAR.sub("", match["title"])
        if len(bodies) == 1 and bodies[0].type is O:
            bodies = bodies * len(people)
        if len(bodies) == len(people) and len(people) > 1:
            for person, body in zip(people, bodies, strict=True):
                draft.hold(one, person.id, body.id, match.span(), title)
