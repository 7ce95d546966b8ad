"""The items to the right of a verb, with their prepositions."""

from __future__ import annotations

from loader.extraction.facts.clauses.model import Argument
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.facts.verbs import verb_at

PREPOSITIONS = frozenset(
    "with between by at during of to for in on alongside from among against into following after before over under about regarding within as".split()
)

_BREAKS = frozenset(
    "; which who while but where whose whom when whereas although : — – that if because".split()
)

_ENDS = frozenset("about regarding concerning over on under".split())


def find_arguments(short: Short, begin: int, led: str = "") -> tuple[list[Argument], int]:  # noqa: C901 (one branch a kind of piece)
    """Return the items after a verb with their prepositions, and where they end."""
    pieces = short.pieces
    found: list[Argument] = []
    preposition, noun, gap, place = led, "", 0, begin
    final = max(0, begin - 1)
    while place < len(pieces):
        piece = pieces[place]
        if piece.text in _BREAKS:
            break
        if piece.kind == "w":
            if place > begin and verb_at(short.text, short.offsets[place], piece.text):
                break
            if piece.text in PREPOSITIONS:
                if (
                    piece.text in _ENDS
                    and found
                    and not (
                        place + 1 < len(pieces)
                        and pieces[place + 1].text in ("the",)
                        and _margins(pieces, place + 1)
                    )
                    and not (place + 1 < len(pieces) and pieces[place + 1].kind == "M")
                    and not _call_on(pieces, place)
                ):
                    break
                preposition = piece.text
                noun = pieces[place - 1].text if place > begin and pieces[place - 1].kind == "w" else ""
                gap = 0
            else:
                gap += 1
                if gap > 7:
                    break
        elif piece.kind == "p":
            if piece.text == ",":
                gap += 1
            elif piece.text in ".?!":
                break
        elif piece.kind in "AMDLG":
            if place + 1 < len(pieces) and pieces[place + 1].text == "'s":
                # a possessor, not an argument: "Brazil's proposal"; but the object behind it counts
                place += 2
                continue
            found.append(Argument(preposition, piece, noun))
            preposition, noun, gap = (preposition if preposition else ","), "", 0
        final = place
        place += 1
    return found, final


def _call_on(pieces: list[Piece], place: int) -> bool:
    """Tell whether "on" introduces on whom somebody calls: "paid ⟨M⟩ on ⟨A⟩"."""
    return pieces[place - 1].kind == "M" and place + 1 < len(pieces) and pieces[place + 1].people


def _margins(pieces: list[Piece], place: int) -> bool:
    return place + 1 < len(pieces) and pieces[place + 1].text in (
        "margins",
        "sidelines",
        "occasion",
        "side",
        "fringes",
        "eve",
    )
