"""Persons with their titles folded into them."""

from __future__ import annotations

from loader.extraction.facts.pieces.before import titles_before
from loader.extraction.facts.pieces.model import BODY, Piece, is_a
from loader.extraction.facts.pieces.words import LETTERS, head_word, title_word
from loader.extraction.mentions.words import HONORIFICS
from loader.model import Level

_ADDRESSES = frozenset("H.E. HE Mr Mr. Ms Ms. Mrs Dr Dr. His Her".split())
"""Styles that open the name of another person."""


def fold_titles(pieces: list[Piece]) -> list[Piece]:
    """Fold the titles before and after a person into the person."""
    out: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        if not (piece.kind == "A" and piece.people):
            out.append(piece)
            number += 1
            continue
        start = piece.start
        keep = titles_before(out)
        before = out[keep:]
        if before:
            start = before[0].start
            del out[keep:]
        last = titles_after(pieces, number, titled=bool(before))
        titles = [(before, [p for p in pieces[number + 1 : last + 1] if not LETTERS.match(p.text)])]
        out.append(
            Piece("A", piece.text, start, pieces[last].end, piece.mentions, people=True, titles=titles)
        )
        number = last + 1
    return out


def titles_after(pieces: list[Piece], number: int, *, titled: bool = False) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return the last piece of what follows a person as a title: ", Minister of X of ⟨C⟩,", "of ⟨C⟩".

    Args:
        pieces: the sentence.
        number: index of the person.
        titled: whether a title stands before the person already.
    """
    last = number
    if (
        last + 2 < len(pieces) and pieces[last + 1].text == "of"
        and (is_a(pieces[last + 2 + (pieces[last + 2].text == "the" and last + 3 < len(pieces))], *BODY))
    ):  # fmt: skip
        last += 2 + (pieces[last + 2].text == "the")
    place = last + 1
    while place < len(pieces) and LETTERS.match(pieces[place].text):
        place += 1
    if place >= len(pieces) or pieces[place].text != ",":
        return last
    place += 1
    if place + 1 < len(pieces) and LETTERS.match(pieces[place].text) and pieces[place + 1].text == ",":
        place += 2
    if place < len(pieces) and pieces[place].text in ("and", "&"):
        return last
    opened = place
    heads, end = 0, -1
    while place < len(pieces) and place - last < 34:
        piece = pieces[place]
        if title_word(piece):
            heads += head_word(piece)
            end = place
        elif _pronoun(piece):
            pass
        elif (piece.kind in "cAL" and not piece.people) or (piece.kind == "w" and piece.text[0].isupper()):
            end = place
        elif piece.text in (
            "of",
            "for",
            "the",
            "and",
            "&",
            "to",
            "'s",
            "in",
            "on",
            "his",
            "her",
            "a",
            "an",
            "as",
            "current",
            "then",
            "present",
            "now",
        ):
            pass
        elif piece.text == "," and end == place - 1 and place + 1 < len(pieces) and heads:
            following = pieces[place + 1]
            if not (title_word(following) or (following.kind == "w" and following.text[0].isupper())):
                break
            if following.kind == "w" and _reaches_person(pieces, place + 1):
                break
        else:
            break
        place += 1
    if not heads or end < 0:
        return last
    if _reaches_person(pieces, opened, titled=titled):
        return last
    # the comma that closes the apposition
    if end + 1 < len(pieces) and pieces[end + 1].text == ",":
        return end + 1 if not (end + 2 < len(pieces) and pieces[end + 2].people) else end
    return end


def _pronoun(piece: Piece) -> bool:
    """Tell whether a piece is "his" or "her", which a title may have: "⟨P⟩, his ⟨c⟩ counterpart"."""
    return piece.people and len(piece.mentions) == 1 and piece.mentions[0].level is Level.PRONOUN


def _reaches_person(pieces: list[Piece], place: int, *, titled: bool = False) -> bool:
    """Tell whether the title that begins here belongs to a person who follows it.

    "⟨P⟩, President of ⟨C⟩, H.E. ⟨P⟩" is undecided: the title is the second's when the first has one before.
    """
    led = place < len(pieces) and pieces[place].text in ("the", "The")
    place += place < len(pieces) and pieces[place].text in ("his", "her", "their", "its", "a", "an")
    for number, piece in enumerate(pieces[place : place + 20], place):
        if piece.people and not _pronoun(piece):
            return True
        if (
            piece.text == ","
            and number + 1 < len(pieces)
            and (led or (titled and pieces[number + 1].text in _ADDRESSES))
            and (pieces[number + 1].people or pieces[number + 1].text in HONORIFICS)
        ):
            continue
        if not (
            piece.mentions or title_word(piece) or piece.text in ("of", "for", "the", "and", "&", "'s", "to")
            or (piece.kind == "w" and piece.text[0].isupper())
        ):  # fmt: skip
            return False
    return False
