"""A masked sentence → its words, signs of punctuation and mentions, without what no rule needs."""

from __future__ import annotations

import re

from loader.extraction.facts.pieces.model import Piece
from loader.extraction.masks import Mask
from loader.model import EntityType, Level

_TOKEN = re.compile(
    r"⟨[A-Z]\d+⟩|(?:[Tt]he )?(?:Most |Right |Rt\.? )?Hon(?:ou?rable|\.)(?! of)|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Lt|Amb|Sen|Rep|Gov)\.|'s\b|[^\W_]+(?:(?:[-./&]|'(?!s\b))[^\W_]+)*|[^\w\s]"
)

_CLOCK = re.compile(
    r"(?:,? \(?(?:from|at|until|to|till|between|commencing at|starting at|beginning at|around|about|approximately|and))? ?(?<![\d⟨])\d{1,2}[:.]\d\d(?: ?(?:[ap]\.m\.?|(?:am|pm|hours|hrs|GMT|UTC)\b))?"
    r"(?: \([^()⟨⟩]{0,20}(?:⟨C\d+⟩)?[^()⟨⟩]{0,24}[Tt]ime\))?|(?:from |at |to |until )?\b\d{1,2} (?:[ap]\.m\.?|(?:am|pm|o'clock|noon)\b)(?: \([^()]{0,40}[Tt]ime\))?"
    r"|\bfor (?:approximately |about |around |some |nearly |over |more than )?(?:\d{1,3}|an|one|two|three|half an)[ -](?:minutes?|hours?)(?: and (?:a half|\d{1,2} minutes))?"
)
"""Hours of the day, which say nothing that a rule needs."""
_SILENT = frozenset("#❓❗☝✅✈⚡\ufe0f")
_STYLE = re.compile(r"(?:[Tt]he )?(?:Most |Right |Rt\.? )?Hon(?:ou?rable|\.)$")
"""Styles of address, which are one word to the rules."""


def tokens(one: Mask) -> list[Piece]:
    """Return the words, signs and mentions of a masked sentence; hours of the day are left out."""
    text = _CLOCK.sub(lambda match: " " * len(match.group()), one.text)
    return [
        _piece(one, match)
        for match in _TOKEN.finditer(text)
        if match.group() not in _SILENT and ord(match.group()[0]) < 0x27EA
    ]


def _piece(one: Mask, match: re.Match[str]) -> Piece:
    text = match.group()
    if "Hon" in text and _STYLE.match(text):
        text = "Honourable"
    if text[0] != "⟨":
        kind = "w" if text[0].isalnum() or text == "'s" else "p"
        return Piece(kind, text, match.start(), match.end())
    mention = one.of(text)[0]
    kind = {
        EntityType.PERSON: "A", EntityType.COUNTRY: "A", EntityType.ORGANISATION: "A", EntityType.MEETING: "M",
        EntityType.DOCUMENT: "D", EntityType.PLACE: "L", EntityType.DATE: "T",
    }[mention.type]  # fmt: skip
    if mention.type is EntityType.COUNTRY and mention.level is Level.ADJECTIVE:
        kind = "c"
    return Piece(kind, text, match.start(), match.end(), [mention], people=mention.type is EntityType.PERSON)
