"""Groups that the rest of the post must name: "the two leaders", "both sides", they and we."""

from __future__ import annotations

from loader.extraction.facts.pieces.model import Piece

_GROUP_HEADS = frozenset(
    "ministers leaders sides presidents parties participants countries delegations governments interlocutors officials diplomats states "
    "premiers counterparts chiefs partners Ministers Leaders Sides Presidents Parties Participants Countries principals delegates".split()
)

_PORTFOLIOS = frozenset(
    "foreign defence defense finance energy trade economy interior health culture prime".split()
)

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


_PEOPLE = frozenset(
    "ministers leaders presidents interlocutors officials diplomats premiers counterparts chiefs principals delegates".split()
)
_OPENING = frozenset(["the", "both", "two", "these", "participating"])
_BETWEEN = frozenset(
    "two three four five the participating foreign defence defense prime of state government and finance member heads visiting energy trade "
    "economy interior health culture".split()
)
"""Words between "the" and "ministers"."""


def fold_groups(pieces: list[Piece]) -> list[Piece]:
    """Fold "the two leaders", "both sides", they and we into a group that the rest of the post must name."""
    out: list[Piece] = []
    stop = 0
    for number, piece in enumerate(pieces):
        if number < stop:
            continue
        low = piece.text.lower() if piece.kind == "w" else ""
        if low in _OPENING and (found := _group(pieces, number)) is not None:
            stop = found[1]
            out.append(found[0])
        elif not out and (end := _heads_of(pieces, number)):
            stop = end
            out.append(Piece("G", "leaders", piece.start, pieces[end - 1].end, people=True))
        elif low in ("they", "we", "you") or piece.text == "I" or (not out and _opens_alone(pieces, number)):
            out.append(Piece("G", low, piece.start, piece.end, people=True))
        else:
            out.append(piece)
    return out


def _opens_alone(pieces: list[Piece], number: int) -> bool:
    """Tell whether "Leaders" or "Ministers" opens a sentence as its subject: "Leaders welcomed"."""
    following = pieces[number + 1] if number + 1 < len(pieces) else None
    return (
        pieces[number].kind == "w"
        and pieces[number].text in ("Leaders", "Ministers", "Participants", "Delegates")
        and following is not None
        and following.kind == "w"
        and following.text.islower()
        and following.text not in ("of", "from", "in", "and", "at")
    )


def _heads_of(pieces: list[Piece], number: int) -> int:
    """Return where "Heads of State and Government" ends that opens a sentence as its subject; 0 when none does."""
    if pieces[number].text != "Heads":
        return 0
    end = number + 1
    while end < len(pieces) and pieces[end].text in ("of", "State", "Government", "Delegation", "and"):
        end += 1
    follows = end < len(pieces) and pieces[end].kind == "w" and pieces[end].text.islower()
    return end if end > number + 2 and follows and pieces[end].text not in ("from", "in", "at") else 0


def _group(pieces: list[Piece], number: int) -> tuple[Piece, int] | None:
    """Return the group that begins with "the", "both" or "two" at a piece, and where it ends; None when none does."""
    start, place = pieces[number].start, number + 1
    while (
        place < len(pieces)
        and pieces[place].kind == "w"
        and place - number < 6
        and pieces[place].text.lower() in _BETWEEN
    ):
        place += 1
    if place >= len(pieces):
        return None
    words = [piece.text.lower() for piece in pieces[number:place]]
    if (
        pieces[place - 1].text in ("state", "government", "delegation", "State", "Government")
        and "heads" in words
    ):
        return Piece("G", "leaders", start, pieces[place - 1].end, people=True), place
    led = place + 1 < len(pieces) and pieces[place + 1].text in ("of", "from", "'s", "representing")
    if pieces[place].text not in _GROUP_HEADS or led:
        return None
    head = pieces[place].text.lower()
    count = max(_COUNTS.get(word, 0) for word in words)
    of = next((word for word in words if word in _PORTFOLIOS), "")
    group = Piece("G", head, start, pieces[place].end, people=head in _PEOPLE, count=count, of=of)
    return group, place + 1
