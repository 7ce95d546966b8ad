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


_KINDS = {
    EntityType.PERSON: "A", EntityType.COUNTRY: "A", EntityType.ORGANISATION: "A", EntityType.MEETING: "M",
    EntityType.DOCUMENT: "D", EntityType.PLACE: "L", EntityType.DATE: "T",
}  # fmt: skip
_HOUR = re.compile(r"\d(?:[:.]\d\d| (?:[ap]|o'|noon))")
_LAST = chr(0x27E9)
"""The greatest first sign of a token; what comes behind it are emojis."""


def tokens(one: Mask) -> list[Piece]:
    """Return the words, signs and mentions of a masked sentence; hours of the day are left out."""
    text = one.text
    if "minute" in text or "hour" in text or _HOUR.search(text):
        text = _CLOCK.sub(lambda match: " " * len(match.group()), text)
    pieces = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        first = word[0]
        if first == "⟨":
            pieces.append(_item(one, match))
        elif first > _LAST or word in _SILENT:
            continue
        else:
            kind = "w" if first.isalnum() or word == "'s" else "p"
            if "Hon" in word and _STYLE.match(word):
                word = "Honourable"
            pieces.append(Piece(kind, word, *match.span()))
    return pieces


def _item(one: Mask, match: re.Match[str]) -> Piece:
    mention = one.of(match[0])[0]
    kind = _KINDS[mention.type]
    if mention.type is EntityType.COUNTRY and mention.level is Level.ADJECTIVE:
        kind = "c"
    return Piece(
        kind, match[0], match.start(), match.end(), [mention], people=mention.type is EntityType.PERSON
    )
