"""A masked sentence in short: titles folded into names, lists into one sign, places and days set aside.

"On ⟨T0⟩, Minister of Foreign Affairs of ⟨C1⟩ ⟨P2⟩ received in ⟨L3⟩ the ⟨C4⟩ envoys ⟨P5⟩ and ⟨P6⟩" becomes
"⟨A0⟩ received ⟨A1⟩" with the day and the place as adjuncts, so that a rule sees subject, verb and object side by
side however long the titles are.
"""

from __future__ import annotations

from loader.extraction.facts.pieces.adjuncts import without_adjuncts
from loader.extraction.facts.pieces.brackets import without_brackets
from loader.extraction.facts.pieces.groups import fold_groups
from loader.extraction.facts.pieces.lists import fold_determiners, fold_lists
from loader.extraction.facts.pieces.model import Adjunct, Piece, Short
from loader.extraction.facts.pieces.offices import fold_offices
from loader.extraction.facts.pieces.titles import fold_titles
from loader.extraction.facts.pieces.tokens import tokens
from loader.extraction.facts.pieces.words import head_word, title_word
from loader.extraction.masks import Mask

__all__ = ["Adjunct", "Piece", "Short", "head_word", "shorten", "title_word"]

_PASSING = frozenset("visiting outgoing incoming newly-appointed newly-elected new former then".split())
"""What is said of persons in passing, before their titles."""


def shorten(one: Mask) -> Short:
    """Return a masked sentence in short."""
    adjuncts: list[Adjunct] = []
    pieces = without_brackets(tokens(one), adjuncts)
    pieces = fold_titles(pieces)
    pieces = fold_offices(pieces)
    pieces = [
        p
        for n, p in enumerate(pieces)
        if not (p.text in _PASSING and n + 1 < len(pieces) and pieces[n + 1].people)
    ]
    pieces = without_adjuncts(pieces, adjuncts)
    pieces = fold_groups(pieces)
    pieces = fold_lists(pieces)
    pieces = fold_determiners(pieces)
    pieces = fold_lists(pieces)
    return _made(one, pieces, adjuncts)


def _made(one: Mask, pieces: list[Piece], adjuncts: list[Adjunct]) -> Short:
    parts, offsets, length = [], [], 0
    for number, piece in enumerate(pieces):
        text = f"⟨{piece.kind}{number}⟩" if piece.kind in "AMDLTGc" else piece.text
        offsets.append(length)
        parts.append(text)
        length += len(text) + 1
    return Short(one, pieces, sorted(adjuncts, key=lambda a: a.start), " ".join(parts), offsets)
