"""Places and days set aside that prepositions introduce."""

from __future__ import annotations

from loader.extraction.facts.pieces.model import Adjunct, Piece, is_a
from loader.extraction.facts.pieces.words import CONNECT, PLACE_PREPOSITIONS, title_word
from loader.model import EntityType, Level

_TIME_PREPOSITIONS = frozenset(
    "on from in since during by until between for of to at On From In Since During By Until Between through late early".split()
)

_NOT_VENUE = frozenset(
    "situation developments development conflict war peace security crisis stability settlement relations issues issue issues events process processes "
    "hostilities fighting violence operations operation presence influence interests tensions ceasefire democracy elections efforts reforms progress "
    "investment cooperation interest partners people citizens troops forces strikes attack attacks role changes".split()
)


def without_adjuncts(pieces: list[Piece], adjuncts: list[Adjunct]) -> list[Piece]:
    """Set aside the places and days that prepositions introduce."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        stop = _place_end(pieces, number, out) or _time_end(pieces, number, out)
        if not stop:
            out.append(pieces[number])
            number += 1
            continue
        inside = pieces[number:stop]
        before = out[-1].end if out else -1
        if out and out[-1].text == "," and len(out) > 1:
            before = out[-2].end
        places = [p for p in inside if p.kind == "L"]
        states = [p for p in inside if is_a(p, EntityType.COUNTRY)]
        if not places and states and inside[0].text in PLACE_PREPOSITIONS:
            adjuncts.append(Adjunct(inside[0].start, states[0].end, states[0].mentions[0], before))
        both = any(p.text == "and" for p in inside)
        for place in places if both else places[:1]:
            greater = None if both else next((p for p in [*places[1:], *states]), None)
            adjuncts.append(
                Adjunct(
                    inside[0].start,
                    place.end,
                    place.mentions[0],
                    before,
                    greater.mentions[0] if greater else None,
                )
            )
        adjuncts.extend(
            Adjunct(inside[0].start, day.end, day.mentions[0], before) for day in inside if day.kind == "T"
        )
        number = stop
        # "received, on ⟨T⟩, at ⟨L⟩, the ..." leaves no commas behind
        if out and out[-1].text == "," and number < len(pieces) and pieces[number].text == ",":
            out.pop()
            number += 1
        elif not out and number < len(pieces) and pieces[number].text == ",":
            number += 1
    return out


def _place_end(pieces: list[Piece], number: int, out: list[Piece]) -> int:
    piece = pieces[number]
    if piece.text not in PLACE_PREPOSITIONS:
        return 0
    if out and out[-1].kind == "w" and out[-1].text in _NOT_VENUE:
        return 0
    place = number + 1
    while place < len(pieces) and place - number < 8 and (
        pieces[place].text in ("the", "capital", "city", "of", "headquarters", "premises", "town", "resort", "historic", ",", "its", "building", "Headquarters", "residence")
        or (is_a(pieces[place], EntityType.ORGANISATION) and pieces[place].kind == "A" and place + 1 < len(pieces) and pieces[place + 1].text in ("headquarters", "Headquarters", "in", "premises"))
        or (pieces[place].kind == "c" and place + 1 < len(pieces) and pieces[place + 1].text in ("capital", "city"))
    ):  # fmt: skip
        place += 1
        if (
            place < len(pieces)
            and pieces[place].text in ("in", "In")
            and pieces[place - 1].text in ("headquarters", "Headquarters", "premises")
        ):
            place += 1
    if (
        place < len(pieces)
        and is_a(pieces[place], EntityType.COUNTRY)
        and pieces[place].kind == "A"
        and out
        and (out[-1].kind == "M" or out[-1].text in ("held", "place"))
    ):
        joined = place + 1 < len(pieces) and pieces[place + 1].text in ("-", "–")
        return place + 1 if not joined and not _acts(pieces, place + 1) else 0
    if place >= len(pieces) or pieces[place].kind != "L":
        return 0
    if place + 1 < len(pieces) and pieces[place + 1].text in ("'s", "-"):
        return 0
    end = place + 1
    while end + 1 < len(pieces) and pieces[end].text in (",", "in") and (
        pieces[end + 1].kind == "L" or (is_a(pieces[end + 1], EntityType.COUNTRY) and pieces[end + 1].kind == "A" and not _acts(pieces, end + 2))
    ):  # fmt: skip
        end += 2
    if end == place + 1:
        while (
            end + 1 < len(pieces)
            and pieces[end].text == "and"
            and pieces[end + 1].kind == "L"
            and not _acts(pieces, end + 2)
        ):
            end += 2
    return end


def _acts(pieces: list[Piece], place: int) -> bool:
    """Tell whether the piece before this place is the subject of what follows, or the first of a list."""
    if place >= len(pieces):
        return False
    piece = pieces[place]
    if piece.text == ",":
        return (
            place + 1 < len(pieces)
            and bool(pieces[place + 1].mentions)
            and pieces[place + 1].kind == "A"
            and not pieces[place + 1].people
        )
    return (
        piece.text == "and"
        or piece.text == "'s"
        or (
            piece.kind == "w"
            and piece.text[0].islower()
            and piece.text
            not in CONNECT
            | PLACE_PREPOSITIONS
            | {
                "from",
                "where",
                "which",
                "during",
                "between",
                "ahead",
                "after",
                "as",
                "later",
                "next",
                "early",
                "last",
                "this",
                "by",
                "until",
                "today",
            }
            and not piece.text.endswith("ing")
        )
        or title_word(piece)
    )


def _time_end(pieces: list[Piece], number: int, out: list[Piece]) -> int:
    place = number
    while place < len(pieces) and place - number < 5 and (
        pieces[place].text in _TIME_PREPOSITIONS or (pieces[place].text in ("the", "both", "and") and place > number)
        or pieces[place].text in ("morning", "evening", "afternoon", "autumn", "spring", "end", "beginning", "margins")
    ):  # fmt: skip
        place += 1
    if place >= len(pieces) or pieces[place].kind != "T":
        return 0
    if (
        place + 1 < len(pieces)
        and pieces[place + 1].kind in "MD"
        and place == number
        and pieces[place].mentions[0].level is not Level.RELATIVE
    ):
        return 0
    end = place + 1
    while (
        end + 1 < len(pieces)
        and pieces[end].text in ("and", "to", "-", "until", "through")
        and pieces[end + 1].kind == "T"
    ):
        end += 2
    return end
