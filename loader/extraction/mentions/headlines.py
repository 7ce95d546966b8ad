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


_ACRONYMS = frozenset(
    "UN EU US UK USA UAE NATO ASEAN OSCE OECD OIC GCC AU ECOWAS SADC CARICOM BRICS SCO CIS CSTO EAEU G7 G20 WTO WHO IAEA IMF UNESCO UNICEF UNHCR UNRWA ICJ ICC "
    "UNGA UNSC APEC ARF EAS ADMM OAS CELAC MERCOSUR SAARC BIMSTEC IORA PIF NAM OPEC COP SDG SDGS AI ICT MFA MOFA DPRK ROK PRC DRC USSR NPT JCPOA LAO PDR II III IV VI VII "
    "VIII IX XI XII UNIDO UNDP UNEP FAO ILO ICRC OPCW IGAD EAC AUKUS QUAD TICAD FOCAC CPTPP RCEP FTA MOU UNOWAS ECCAS ECOSOC CICA OTS D8 IBSA CPLP OIF UNCTAD "
    "INTERPOL WFP IOM IPU LAS AL PM FM HE MP".split()
)
"""Acronyms that headlines in capitals keep."""
_JOINS = frozenset(
    "a an and as at between by for from in into of on or the to with de del des du da do dos la le y et e al el bin ibn von van der den vs".split()
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*")


def lowered(text: str) -> str:
    """Return a text of the same length whose headlines in capitals are written like titles: "OFFICE OF …" → "Office of …".

    Words that are acronyms elsewhere in the text, or have dots, keep their capitals.
    """
    if not any(line.isupper() for line in text.split("\n")):
        return text
    small = {word for line in text.split("\n") if not line.isupper() for word in _LETTERS.findall(line)}
    lines = []
    for line in text.split("\n"):
        words = _LETTERS.findall(line)
        if line.isupper() and len(words) > 2 and len(line) == len(line.lower()):
            line = _LETTERS.sub(lambda match: _titled(match, small), line)
        lines.append(line)
    return "\n".join(lines)


def _titled(match: re.Match[str], kept: set[str]) -> str:
    word = match.group()
    if word in kept or "." in word or len(word) == 1 or word in _ACRONYMS:
        return word
    if match.start() and word.lower() in _JOINS:
        return word.lower()
    return "'".join(
        [
            part.capitalize() if number == 0 or len(part) > 2 else part.lower()
            for number, part in enumerate(word.split("'"))
        ]
    )
