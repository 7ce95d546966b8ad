"""Who holds which position: "Prime Minister of Malaysia X", "Indian Foreign Minister X", "X, President of Y"."""

from __future__ import annotations

import re
from functools import lru_cache

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import BODY, P
from loader.extraction.masks import Mask


@lru_cache(maxsize=8)
def _patterns(title: str) -> tuple[re.Pattern[str], ...]:
    domain = r"(?: (?:for|of) (?:the )?[A-Z][\w'-]+(?:(?:, and|,| and| of| &)? [A-Z][\w'-]+){0,7})?"
    one = rf"(?:[\w-]+ )??{title}{domain}"
    honour = r"(?:H\.E\. |Mr\.? |Ms\.? |Mrs\.? |Dr\.? |Sir |General )*"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?P<of>{BODY})(?:'s)? (?P<first>{one})(?: and (?P<second>{one}))? {honour}(?P<who>{P})",
            rf"(?P<first>{title}{domain})(?: and (?P<second>{title}{domain}))? (?:of|to|for) (?:the )?(?P<of>{BODY})(?: to (?:the )?{BODY})?,? {honour}(?P<who>{P})",
            rf"(?P<first>{title}{domain}) {honour}(?P<who>{P}) of (?:the )?(?P<of>{BODY})",
            rf"(?P<who>{P}),? (?:the |who is )?(?P<of>{BODY})(?:'s)? (?P<first>{title}{domain})(?: and (?P<second>{title}{domain}))?",
            rf"(?P<who>{P}),? (?:the )?(?P<first>{title}{domain})(?: and (?P<second>{title}{domain}))? (?:of|to) (?:the )?(?P<of>{BODY})",
            rf"(?P<of>{BODY}) (?P<first>counterpart),? {honour}(?P<who>{P})",
            rf"(?P<first>{title}{domain})(?: and (?P<second>{title}{domain}))? {honour}(?P<who>{P})",
        )
    )


def positions(draft: FactDraft, one: Mask) -> None:
    """Say who holds a position, of whom; a bare title only counts for people whose office is known."""
    if "⟨P" not in one.text:
        return
    title = draft.shapes.title.pattern
    for pattern in _patterns(title):
        for match in pattern.finditer(one.text):
            _say(draft, one, match)


def _say(draft: FactDraft, one: Mask, match: re.Match[str]) -> None:
    who = one.of(match["who"])[0]
    groups = match.groupdict()
    bodies = one.of(groups.get("of") or "")
    if bodies:
        of = bodies[0].id
    else:
        known = draft.lexicon.positions.get(who.id, ())
        of = known[0][1] if known else ""
    if not of or not draft.know(of):
        return
    for name in ("first", "second"):
        words = groups.get(name)
        if words and words not in draft.shapes.honorifics:
            key = (who.id, "holds_position", of)
            if key in draft.made and draft.made[key].qualifier != words:
                continue
            draft.say(
                one,
                who.id,
                "holds_position",
                of,
                match.span(),
                "title",
                qualifier=words,
                status=Status.ASSERTED,
            )
