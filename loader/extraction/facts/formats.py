"""The formats that a sentence lists after a colon: whose they are, and which states take part in them."""

from __future__ import annotations

import re

from loader.extraction.facts.chairs import main_body
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import C, O
from loader.extraction.masks import Mask
from loader.model import EntityType, Level

_KINDS = r"(?:associations|formats|mechanisms|bodies|organi[sz]ations|platforms|institutions|dialogues|groupings|frameworks|forums|fora|structures)"
_LISTED = re.compile(
    rf"{_KINDS}(?P<between>(?:[^:.;⟨⟩]|{C}){{0,160}}?)(?::|, (?:such as|including|namely)) (?P<list>(?:the |and |, |#|\(#?{O}\)|\s|{O}){{2,400}})"
)
_INVOLVING = re.compile(
    rf"(?:involving|with the participation of|bringing together|that include|open to) (?:the )?(?P<who>{C}(?:(?:, | and |, and )(?:the )?{C}){{0,12}})"
)
_OWNED = re.compile(
    rf"(?P<owner>{O}|\b[Ii]t|[Tt]he (?:organi[sz]ation|association|forum|union)) (?:has|runs|operates|maintains|created|established|developed|relies on)"
    r" (?:a |an |its )?(?:[\w-]+ ){0,3}(?:network|system|family|set|range|number|architecture) of (?:[\w-]+ ){0,3}$"
)


def formats(draft: FactDraft, one: Mask) -> None:
    """Say that listed formats are part of the body that has them, and that the states involved take part in them."""
    if "⟨O" not in one.text:
        return
    for match in _LISTED.finditer(one.text):
        listed = [
            m.id
            for m in one.of(match["list"])
            if m.type is EntityType.ORGANISATION and m.level is not Level.TAG
        ]
        listed = list(dict.fromkeys(listed))
        if len(listed) < 2:
            continue
        owned = _OWNED.search(one.text[: match.start()])
        if owned:
            named = one.of(owned["owner"])
            owner = named[0].id if named else main_body(draft, one.sentence.start)
            for body in listed:
                if owner and body != owner:
                    draft.say(one, body, "part_of", owner, (owned.start(), match.end()), "formats")
        for involved in _INVOLVING.finditer(match["between"]):
            for state in one.of(involved["who"]):
                for body in listed:
                    span = match.start("between") + involved.start(), match.end()
                    draft.say(one, state.id, "participated_in", body, span, "formats", qualifier="involved")
