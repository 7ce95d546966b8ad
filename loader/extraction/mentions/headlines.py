"""Headlines in capitals, written as in running text so that the shape rules can read them."""

from __future__ import annotations

import re

from loader.extraction.mentions.words import (
    BODIES,
    COMMON,
    DOCUMENT_GENERIC,
    DOCUMENT_HEADS,
    DOMAIN,
    MEETING_GENERIC,
    MEETING_HEADS,
    MONTHS_DAYS,
    SMALL,
    TITLE_WORDS,
    VERBS,
    ordinal,
)  # fmt: skip

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][^\W_]*|\d+(?:ST|ND|RD|TH)\b")
_SMALL = SMALL | {"at", "by", "from", "its", "into", "towards", "among", "under"}
_KNOWN = (
    BODIES | COMMON | DOCUMENT_GENERIC | frozenset(DOCUMENT_HEADS) | DOMAIN | MEETING_GENERIC | MEETING_HEADS | MONTHS_DAYS | TITLE_WORDS
    | VERBS
    | frozenset(
        "Parties Partners Session Summit Cooperation Partnership Understanding Intent Conduct Comprehensive Strategic Commemorative Consul "
        "Press Release Council Heads Governments Leaders Chairs Results Outcomes Occasion Anniversary Implementation Cooperative".split()
    )
)  # fmt: skip


def soften(text: str) -> str:
    """Return a text of the same length whose lines in capitals have the words of titles in their usual letters.

    Names and acronyms that no word list has stay as they are.
    """
    return _LINE.sub(lambda match: _line(match.group()), text) if text else text


def _line(line: str) -> str:
    if line.upper() != line or len(_WORD.findall(line)) < 2:
        return line
    return _WORD.sub(lambda match: _word(match.group()), line).replace("'S ", "'s ")


def _word(word: str) -> str:
    lower, capital = word.lower(), word.capitalize()
    if len(lower) != len(word) or len(capital) != len(word):
        return word
    if lower in _SMALL:
        return lower
    if word[0].isdigit():
        return lower
    return capital if capital in _KNOWN or ordinal(lower) is not None else word
