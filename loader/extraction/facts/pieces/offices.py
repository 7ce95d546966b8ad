"""Offices without a name, and leaders and delegations who stand for their states."""

from __future__ import annotations

from loader.extraction.facts.pieces.model import BODY, Piece, is_a
from loader.extraction.facts.pieces.words import CONNECT, DETERMINERS, PLURAL_HEADS, title_word
from loader.extraction.mentions.words import TITLE_HEADS

_SIDES = frozenset("sides delegations teams negotiators militaries".split())


def fold_offices(pieces: list[Piece]) -> list[Piece]:
    """Fold an office without a name ("the Foreign Minister of ⟨C⟩"), and leaders who stand for their states."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        if piece.kind == "w" and piece.text in PLURAL_HEADS:
            states = _states_after(pieces, number + 1)
            if states:
                first = _office_start(out)
                start = out[first].start if first < len(out) else piece.start
                del out[first:]
                mentions = [
                    m
                    for p in pieces[number + 1 : states]
                    for m in p.mentions
                    if is_a(p, *BODY) and p.kind == "A"
                ]
                out.append(Piece("A", piece.text, start, pieces[states - 1].end, mentions, unnamed=True))
                number = states
                continue
        if (
            piece.kind == "w"
            and piece.text in TITLE_HEADS
            and number + 2 < len(pieces)
            and pieces[number + 1].text in ("of", "for", "to")
        ):
            stop = _office_end(pieces, number)
            if stop:
                first = _office_start(out)
                start = out[first].start if first < len(out) else piece.start
                del out[first:]
                out.append(Piece("A", piece.text, start, pieces[stop - 1].end, [], people=True, unnamed=True))
                number = stop
                continue
        if piece.kind in "cA" and not piece.people and number + 1 < len(pieces):
            stop = _several_sides(pieces, number)
            if stop:
                first = _office_start(out)
                start = out[first].start if first < len(out) else piece.start
                del out[first:]
                mentions = [m for p in pieces[number:stop] for m in p.mentions]
                out.append(Piece("A", piece.text, start, pieces[stop - 1].end, mentions, unnamed=True))
                number = stop
                continue
            place = number + 1 + (pieces[number + 1].text == "'s")
            begin = place
            while place < len(pieces) and title_word(pieces[place]) and pieces[place].text not in ("State",):
                place += 1
            if (
                place > begin
                and pieces[place - 1].text in PLURAL_HEADS
                and piece.kind == "A"
                and not (
                    place < len(pieces)
                    and (
                        pieces[place].people
                        or pieces[place].text in ("'s", "'", "of")
                        or pieces[place].kind == "M"
                    )
                )
            ):
                out.append(
                    Piece("A", piece.text, piece.start, pieces[place - 1].end, piece.mentions, unnamed=True)
                )
                number = place
                continue
            if (
                place > begin
                and pieces[place - 1].text in TITLE_HEADS
                and not (place < len(pieces) and pieces[place].people)
            ):
                out.append(
                    Piece("A", piece.text, piece.start, pieces[place - 1].end, [], people=True, unnamed=True)
                )
                number = place
                continue
            if (
                place < len(pieces)
                and place == begin
                and pieces[place].text
                in ("side", "delegation", "team", "government", "leadership", "Government")
            ):
                out.append(
                    Piece("A", piece.text, piece.start, pieces[place].end, piece.mentions, unnamed=True)
                )
                number = place + 1
                continue
        out.append(piece)
        number += 1
    return out


def _several_sides(pieces: list[Piece], number: int) -> int:
    """Return where "⟨C⟩ and ⟨C⟩ delegations" ends; 0 when it is no such phrase."""
    place, states = number, 0
    while place < len(pieces) and place - number < 24:
        piece = pieces[place]
        if piece.kind in "cA" and not piece.people and is_a(piece, *BODY):
            states += 1
        elif piece.text not in (",", "and", "the"):
            break
        place += 1
    if states < 2 or place >= len(pieces) or pieces[place - 1].text in (",", "and", "the"):
        return 0
    while (
        place < len(pieces) and title_word(pieces[place]) and pieces[place].text not in PLURAL_HEADS | _SIDES
    ):
        place += 1
    heads = place < len(pieces) and pieces[place].text in PLURAL_HEADS | _SIDES
    followed = place + 1 < len(pieces) and (
        pieces[place + 1].people or pieces[place + 1].kind == "M" or pieces[place + 1].text in ("'", "'s")
    )
    return place + 1 if heads and not followed else 0


def _office_start(out: list[Piece]) -> int:
    first = len(out)
    while first > 0 and (
        title_word(out[first - 1]) or out[first - 1].text in DETERMINERS or out[first - 1].text in ("of", "and", "State", "two", "three", "participating", "senior", "high-level")
        or (out[first - 1].kind == "w" and out[first - 1].text in PLURAL_HEADS)
    ) and len(out) - first < 10:  # fmt: skip
        first -= 1
    while first < len(out) and out[first].text in ("of", "and", "with"):
        first += 1
    return first


def _office_end(pieces: list[Piece], number: int) -> int:
    """Return where "Minister of X of ⟨C⟩" ends, when no person follows; 0 when it is no such phrase."""
    place, end = number + 1, 0
    while place < len(pieces) and place - number < 16:
        piece = pieces[place]
        if piece.people:
            return 0
        if is_a(piece, *BODY) and piece.kind == "A":
            end = place + 1
            break
        if (
            not (
                piece.text in CONNECT or title_word(piece) or (piece.kind == "w" and piece.text[0].isupper())
            )
            or piece.text == ","
        ):
            break
        place += 1
    if (
        end
        and end < len(pieces)
        and (
            pieces[end].people
            or (pieces[end].text == "," and end + 1 < len(pieces) and pieces[end + 1].people)
        )
    ):
        return 0
    return end


def _states_after(pieces: list[Piece], place: int) -> int:
    """Return where the list of states that follows "leaders of" ends; 0 when none follows."""
    limit = min(place + 10, len(pieces))
    while place < limit and not (is_a(pieces[place], *BODY) and pieces[place].kind == "A"):
        piece = pieces[place]
        if piece.text not in (
            "of",
            "from",
            "representing",
            "the",
            "and",
            "all",
            "Foreign",
            "Affairs",
            "Defence",
            "State",
            "Government",
            "Member",
            "States",
            "member",
            "states",
            "foreign",
            "government",
        ):
            return 0
        place += 1
    if place >= limit or pieces[place - 1].text not in ("of", "from", "representing", "the"):
        return 0
    end = place + 1
    while end + 1 < len(pieces):
        step = end
        while step < len(pieces) and pieces[step].text in (",", "and", "the", "as", "well"):
            step += 1
        if step == end or step >= len(pieces) or not (is_a(pieces[step], *BODY) and pieces[step].kind == "A"):
            break
        if step + 1 < len(pieces) and (pieces[step + 1].text in ("'s",) or title_word(pieces[step + 1])):
            break
        end = step + 1
    return end
