"""Words of titles, and the small words between them."""

from __future__ import annotations

import re

from loader.extraction.facts.pieces.model import Piece
from loader.extraction.mentions.words import DOMAIN, HONORIFICS, TITLE_HEADS, TITLE_WORDS

_HEADS_SMALL = frozenset(
    "president minister secretary ambassador chairman chairperson spokesperson spokesman spokeswoman chancellor premier king queen emir "
    "director colleague colleagues counterpart counterparts prosecutor administrator negotiator secretary-general director-general commissioner "
    "governor speaker envoy representative coordinator mayor leader head chief host advisor adviser ministers presidents ambassadors "
    "foreign prime deputy defence defense vice new newly appointed outgoing incoming former acting special permanent".split()
)

PLURAL_HEADS = frozenset(
    "leaders ministers representatives delegations presidents heads ambassadors members officials delegates envoys Leaders Ministers "
    "Representatives Delegations Presidents Heads Ambassadors delegation Delegation chiefs premiers Premiers states States governments "
    "Governments countries parliamentarians diplomats experts Members counterparts".split()
)

DETERMINERS = frozenset(
    "the a an this that these his her their its our my The A An This That His Her Their Its Our both Both".split()
)

CONNECT = frozenset("of for the and & to in on , with".split())
PLACE_PREPOSITIONS = frozenset("in at near inside outside In At Near here".split())
RANKS = frozenset(
    "Ambassador General Admiral Senator Professor Colonel Marshal Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. H.E. Prince Sheikh".split()
)
"""Titles that stand between an office and a name: "the Permanent Representative of ⟨C⟩, Ambassador ⟨P⟩"."""
LETTERS = re.compile(
    r"(?:MP|MEP|MLA|KC|QC|SC|OBE|CBE|MBE|KBE|CMG|AM|AO|AC|PhD|Ph|MD|TD|JP|MHA|SCC|OM|ON|KCMG|GCMG|DBE|EGH|CBS|psc|ndc|ndu)$|(?:[A-Z]\.){2,}$"
)
"""Letters behind a name."""


def title_word(piece: Piece) -> bool:
    """Tell whether a piece is a word of titles."""
    if piece.kind != "w":
        return False
    text = _plain(piece.text)
    return (
        text in TITLE_WORDS or text in DOMAIN or text in HONORIFICS or text in _HEADS_SMALL or _is_head(text)
    )


def _plain(text: str) -> str:
    """Return a word of a heading in capitals as it is written elsewhere: MINISTER → Minister."""
    return text.title() if text.isupper() and len(text) > 3 else text


def _is_head(text: str) -> bool:
    return text.rstrip("s") in TITLE_HEADS or any(
        part in TITLE_HEADS for part in re.split(r"[-/]", text)[:1] + text.split("/")
    )


def head_word(piece: Piece) -> bool:
    """Tell whether a piece is a word that makes a title: Minister, but not Foreign."""
    if piece.kind != "w":
        return False
    text = _plain(piece.text)
    return text in TITLE_HEADS or text in _HEADS_SMALL or text in HONORIFICS or _is_head(text)
