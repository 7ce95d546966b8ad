"""Lists of actors, of meetings and of documents folded into one item, with what determines them."""

from __future__ import annotations

import re

from loader.extraction.facts.pieces.model import Piece, is_a
from loader.extraction.facts.pieces.words import DETERMINERS
from loader.model import EntityType


def fold_lists(pieces: list[Piece]) -> list[Piece]:
    """Fold lists of actors, of meetings and of documents into one item each."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        if piece.kind not in "AMDG" or (piece.kind == "A" and piece.unnamed and piece.people):
            out.append(piece)
            number += 1
            continue
        members, end = [piece], number + 1
        closed = False
        while end < len(pieces):
            step = end
            joins = ""
            while step < len(pieces) and step - end < 6 and pieces[step].text in (
                ",", "and", "the", "as", "well", "along", "together", "with", "&", "both", "also", "a", "an", "including",
            ):  # fmt: skip
                joins += f" {pieces[step].text}"
                step += 1
            if (
                step >= len(pieces)
                or not joins
                or joins in (" the", " with", " a", " an", " as", " with the", " also")
            ):
                break
            other = pieces[step]
            if joins.startswith(" , and") and (
                _mixed(piece, other) or closed or (len(members) == 1 and piece.kind == "M")
            ):
                break
            if not _alike(piece, other) or (
                "with" in joins and not re.search(r"along with|together with|and with", joins)
            ):
                break
            if step + 1 < len(pieces) and pieces[step + 1].text == "'s" and not other.people:
                break
            if piece.kind == "M" and joins.strip() == ",":
                pass
            members.append(other)
            closed = (
                closed
                or "and" in joins
                or "well" in joins
                or "along" in joins
                or "together" in joins
                or "&" in joins
            )
            end = step + 1
        if len(members) > 1 and closed:
            out.append(
                Piece(
                    piece.kind, piece.text, piece.start, members[-1].end, [m for p in members for m in p.mentions],
                    people=piece.people, unnamed=piece.unnamed, titles=[t for p in members for t in p.titles],
                )
            )  # fmt: skip
            number = end
        else:
            # no later beginning closes the list either
            out.extend(pieces[number : max(end, number + 1)])
            number = max(end, number + 1)
    return out


def _mixed(one: Piece, other: Piece) -> bool:
    """Tell whether a body stands before a state: ", and ⟨C⟩" then begins a clause of its own."""
    return is_a(one, EntityType.ORGANISATION) and is_a(other, EntityType.COUNTRY)


def _alike(one: Piece, other: Piece) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind == "A":
        return one.people == other.people and not (other.people and other.unnamed)
    return one.kind in "MD"


_LEFT = re.compile(r"[a-z][\w-]*$|[A-Z][\w-]*$")
_STOPS = frozenset("of for to in on at with by from and or between during that which who held hold".split())


def fold_determiners(pieces: list[Piece]) -> list[Piece]:
    """Fold the determiner and adjectives before meetings, documents and actors into them."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.kind in "MD":
            first = len(out)
            while first > 0 and len(out) - first < 6 and (
                (out[first - 1].kind == "w" and _LEFT.match(out[first - 1].text) and out[first - 1].text not in _STOPS and not out[first - 1].text.endswith(("ed", "ing")))
                or out[first - 1].kind == "c"
            ):  # fmt: skip
                first -= 1
                if out[first].text in DETERMINERS:
                    break
            if first < len(out) and out[first].text in DETERMINERS:
                piece = Piece(piece.kind, piece.text, out[first].start, piece.end, piece.mentions)
                del out[first:]
        elif piece.kind == "A" and out and out[-1].text in ("the", "The") and not piece.people:
            piece = Piece("A", piece.text, out[-1].start, piece.end, piece.mentions, unnamed=piece.unnamed)
            out.pop()
        out.append(piece)
    return out
