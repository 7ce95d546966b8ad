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


def fold_groups(pieces: list[Piece]) -> list[Piece]:
    """Fold "the two leaders", "both sides", they and we into a group that the rest of the post must name."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        low = piece.text.lower()
        if (
            not out
            and piece.kind == "w"
            and piece.text in ("Leaders", "Ministers", "Participants", "Delegates")
            and number + 1 < len(pieces)
            and pieces[number + 1].kind == "w"
            and pieces[number + 1].text.islower()
            and pieces[number + 1].text not in ("of", "from", "in", "and", "at")
        ):
            out.append(Piece("G", low, piece.start, piece.end, people=True))
            number += 1
            continue
        if piece.kind == "w" and (low in ("they", "we") or piece.text == "I"):
            out.append(Piece("G", low, piece.start, piece.end, people=True))
            number += 1
            continue
        if piece.kind == "w" and low in ("the", "both", "two", "these", "participating"):
            place = number + 1
            while place < len(pieces) and pieces[place].kind == "w" and place - number < 6 and pieces[place].text.lower() in (
                "two", "three", "four", "five", "the", "participating", "foreign", "defence", "defense", "prime", "of", "state", "government", "and", "finance", "member", "heads", "visiting", "energy", "trade", "economy", "interior", "health", "culture",
            ):  # fmt: skip
                place += 1
            if place < len(pieces) and pieces[place - 1].text in ("state", "government", "delegation", "State", "Government") and any(
                p.text.lower() == "heads" for p in pieces[number:place]
            ):  # fmt: skip
                out.append(Piece("G", "leaders", piece.start, pieces[place - 1].end, people=True))
                number = place
                continue
            if place < len(pieces) and pieces[place].text in _GROUP_HEADS and not (
                place + 1 < len(pieces) and pieces[place + 1].text in ("of", "from", "'s", "representing")
            ):  # fmt: skip
                word = pieces[place].text.lower()
                people = word in (
                    "ministers",
                    "leaders",
                    "presidents",
                    "interlocutors",
                    "officials",
                    "diplomats",
                    "premiers",
                    "counterparts",
                    "chiefs",
                    "principals",
                    "delegates",
                )
                count = max(_COUNTS.get(p.text.lower(), 0) for p in pieces[number:place])
                of = next((p.text.lower() for p in pieces[number:place] if p.text.lower() in _PORTFOLIOS), "")
                out.append(
                    Piece("G", word, piece.start, pieces[place].end, people=people, count=count, of=of)
                )
                number = place + 1
                continue
        out.append(piece)
        number += 1
    return out
