"""Items that a passive, an infinitive or a relative clause takes from what stands before it."""

from __future__ import annotations

from loader.extraction.facts.clauses.model import Clause
from loader.extraction.facts.pieces import Piece

UNNAMED = frozenset(
    "counterpart counterparts colleague colleagues minister ministers leaders partners sides delegation".split()
)
"""Words for people whom no name says, before an infinitive that tells what they shall do."""
_WILLS = frozenset("intention readiness plan plans proposal decision offer willingness desire wish".split())


def whose(pieces: list[Piece], left: int) -> Piece | None:
    """Return whose intention an infinitive tells: "⟨C⟩'s readiness to host"."""
    if left > 2 and pieces[left - 2].text == "'s" and pieces[left - 1].text in _WILLS:
        return pieces[left - 3]
    if (
        left > 2
        and pieces[left - 1].kind == "A"
        and any(p.text.lower().startswith("invit") for p in pieces[max(0, left - 6) : left - 1])
    ):
        # "the invitation to ⟨A⟩ to attend"
        return pieces[left - 1]
    return None


def held_thing(pieces: list[Piece], left: int) -> Piece | None:
    """Return ⟨M⟩ in "⟨M⟩ on Cyprus held in Geneva", "⟨M⟩ of ⟨A⟩, chaired by"."""
    for piece in reversed(pieces[max(0, left - 7) : left]):
        if piece.kind == "M":
            return piece
        if piece.text not in (",", "on", "of", "for", "the", "with", "between", "and") and piece.kind not in "AcL" and not (
            piece.kind == "w" and piece.text[0].isupper()
        ):  # fmt: skip
            return None
    return None


def object_follows(pieces: list[Piece], place: int) -> bool:
    """Tell whether a verb has an object right behind it, so that what stands before it is its subject."""
    while (
        place < len(pieces)
        and pieces[place].kind == "w"
        and pieces[place].text in ("a", "an", "the", "its", "their", "two")
    ):
        place += 1
    return place < len(pieces) and pieces[place].kind in "AMDc"


def relative_object(pieces: list[Piece], subject: Piece, left: int) -> Piece | None:
    """Return what a relative clause is said of: ⟨D⟩ in "the ⟨D⟩, which ⟨A⟩ adopted"."""
    place = next((n for n in range(left - 1, 0, -1) if pieces[n] is subject), 0)
    place -= 1 + (place > 0 and pieces[place - 1].text.lower() == "the")
    if place < 1 or pieces[place].text not in ("that", "which"):
        return None
    place -= 1 + (pieces[place - 1].text == ",")
    return pieces[place] if place >= 0 and pieces[place].kind in "DMA" and not pieces[place].people else None


def in_aside(pieces: list[Piece], left: int, previous: Clause | None) -> bool:
    """Tell whether a verb stands in a clause that "who", "which" or "where" opens."""
    for piece in reversed(pieces[max(0, left - 8) : left]):
        if piece.text in ("who", "which", "where", "whose"):
            return True
        if piece.text in (";", ".", ":") or (previous is not None and piece.start < previous.last):
            return False
    return False
