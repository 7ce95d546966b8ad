"""Brackets set aside, with the places and days in them."""

from __future__ import annotations

from loader.extraction.facts.pieces.model import Adjunct, Piece, is_a
from loader.model import EntityType


def without_brackets(pieces: list[Piece], adjuncts: list[Adjunct]) -> list[Piece]:
    """Drop short brackets; the places and days in them are adjuncts of what stands before."""
    kept: list[Piece] = []
    number = 0
    while number < len(pieces):
        if pieces[number].text == "(":
            close = next(
                (n for n in range(number + 1, min(number + 14, len(pieces))) if pieces[n].text == ")"), -1
            )
            if close > 0:
                inside = pieces[number + 1 : close]
                if kept and kept[-1].people and len(inside) == 1 and is_a(inside[0], EntityType.COUNTRY):
                    # "⟨P⟩ (⟨C⟩)" is "⟨P⟩ of ⟨C⟩"
                    kept += [Piece("w", "of", pieces[number].start, pieces[number].end), inside[0]]
                    number = close + 1
                    continue
                places = [p for p in inside if p.kind == "L"]
                state = next((p for p in inside if is_a(p, EntityType.COUNTRY)), None)
                before = kept[-1].end if kept else -1
                for piece in [*places[:1], *(p for p in inside if p.kind == "T")]:
                    within = state.mentions[0] if state and piece.kind == "L" else None
                    adjuncts.append(
                        Adjunct(piece.start, piece.end, piece.mentions[0], before, within, bracket=True)
                    )
                number = close + 1
                continue
        kept.append(pieces[number])
        number += 1
    return kept
