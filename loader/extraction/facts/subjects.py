"""Who does what a verb says: the item before it that is no object, no aside and in no clause of its own."""

from __future__ import annotations

from dataclasses import replace

from loader.extraction.facts.pieces import Piece

_ITEMS = "AGMLD"
_PREPOSITIONS = frozenset(
    "of with by between among at during in on to for from under within alongside against into following after before over "
    "about regarding including involving concerning despite without through via like as near towards toward concerning amid throughout since until".split()
)
_CLAUSE_OPENERS = frozenset(
    "that while when where as whereas because but if although though after before then or until unless whether so and".split()
)
_CONJUNCTIONS = frozenset("after before since until as".split())
"""Words that open a clause when its subject and verb follow at once."""
_OWN = frozenset("the a an this these those it its his her their our my all".split())
_ARTICLES = frozenset("the a an his her their its both".split())
_ENDS = frozenset(";:—–.?!")
_ASIDES = frozenset(
    "who which where accompanied led along together including representing speaking whose followed headed joined".split()
)
FARTHEST = 60
"""Pieces that are looked through to the left of a verb."""


def find_subject(
    pieces: list[Piece], left: int, earlier: Piece | None, *, gerund: bool = False
) -> Piece | None:
    """Return the subject of the verb group that begins at a piece.

    Args:
        pieces: the sentence in short.
        left: index of the first piece of the verb group.
        earlier: the subject of the clause before, for verbs that share it.
        gerund: whether the verb is a bare "-ing" form.
    """
    place = left - 1
    if place < 0:
        return _after_comma(pieces, left) if gerund else None
    word = pieces[place].text
    if word in ("and", "or") and earlier is not None:
        return earlier
    if word in ("which", "who", "that"):
        return _antecedent(pieces, place)
    if gerund and word.lower() in _PREPOSITIONS | {"while", "when", "upon", ","} and word != "for":
        return earlier or _main(pieces, left)
    if gerund and word == "'s" and place and pieces[place - 1].kind == "A":
        # "⟨C⟩'s hosting of ⟨M⟩"
        return pieces[place - 1]
    found = _nearest(pieces, place, left)
    return found or (None if _own_noun(pieces, place, left) else earlier)


def _own_noun(pieces: list[Piece], place: int, left: int) -> bool:
    """Tell whether a verb has a subject of its own that names nobody: "the Minister", "this decision"."""
    while place >= 0 and left - place < FARTHEST:
        word = pieces[place].text
        if word in _ENDS or word in _CLAUSE_OPENERS or word == ",":
            return False
        if word.lower() in _OWN and (place == 0 or pieces[place - 1].text.lower() not in _PREPOSITIONS):
            return True
        place -= 1
    return False


def _after_comma(pieces: list[Piece], left: int) -> Piece | None:
    """Return whose doing a sentence that opens with a gerund tells: "Addressing ⟨M⟩, ⟨A⟩ stressed"."""
    for place in range(left + 1, min(len(pieces) - 1, left + 20)):
        if pieces[place].text == "," and pieces[place + 1].kind in "AG":
            return pieces[place + 1]
    return None


def _antecedent(pieces: list[Piece], place: int) -> Piece | None:
    """Return what "which" or "who" stands for."""
    before = place - 1 - (place > 0 and pieces[place - 1].text == ",")
    return pieces[before] if before >= 0 and pieces[before].kind in _ITEMS else None


def _nearest(pieces: list[Piece], place: int, left: int) -> Piece | None:
    """Return the nearest item to the left that is not the object of a preposition."""
    passed: int | None = None
    while place >= 0 and left - place < FARTHEST:
        piece = pieces[place]
        if piece.text in ("–", "—"):
            # an aside between dashes
            opening = _opening_dash(pieces, place)
            if opening is None:
                break
            place = opening - 1
            continue
        if piece.text in _ENDS:
            break
        if piece.text == ",":
            opener = _aside(pieces, place)
            place = opener - 1 if opener is not None else place - 1
            continue
        if piece.text in ("who", "which", "whose"):
            # an aside that no comma closes: "X, who is visiting ⟨L⟩ held ..."
            place -= 1 + (place > 0 and pieces[place - 1].text == ",")
            continue
        if piece.kind in _ITEMS:
            led = _leading(pieces, place)
            if (
                led >= 0
                and place == left - 1
                and pieces[led].text.lower() in _CONJUNCTIONS
                and piece.kind in "AG"
            ):
                return piece
            if led >= 0 and pieces[led].text.lower() in _PREPOSITIONS:
                passed = place if passed is None else passed
                place = led - 1
                continue
            return piece
        if piece.kind == "w" and piece.text in _CLAUSE_OPENERS:
            break
        place -= 1
    if (
        passed is not None
        and left - passed <= 2
        and len(pieces[passed].mentions) > 1
        and _opens(pieces, passed)
    ):
        # "In the presence of ⟨A⟩, ⟨A⟩ and ⟨A⟩ signed": the list begins with the object of "of"
        whole = pieces[passed]
        return replace(whole, mentions=whole.mentions[1:], titles=whole.titles[1:])
    return None


def _opening_dash(pieces: list[Piece], place: int) -> int | None:
    """Return where the aside begins that a dash closes."""
    return next((n for n in range(place - 1, max(-1, place - 40), -1) if pieces[n].text in ("–", "—")), None)


def _leading(pieces: list[Piece], place: int) -> int:
    """Return the index of what stands before an item and its article; negative when nothing does."""
    return place - 1 - (place > 0 and pieces[place - 1].text.lower() in _ARTICLES)


def _aside(pieces: list[Piece], comma: int) -> int | None:
    """Return where the aside begins that a comma closes: the comma before "who is visiting ⟨L⟩,"."""
    for place in range(comma - 1, max(-1, comma - 26), -1):
        if pieces[place].text in _ENDS:
            return None
        if pieces[place].text in _ASIDES or (
            pieces[place].kind == "w"
            and pieces[place].text.endswith("ing")
            and place
            and pieces[place - 1].text == ","
        ):
            return place - 1 if place and pieces[place - 1].text == "," else place
        if pieces[place].text == ",":
            return None
    return None


def _opens(pieces: list[Piece], place: int) -> bool:
    """Tell whether a phrase with a preposition opens the sentence, up to a place."""
    return (
        pieces[0].kind == "w"
        and pieces[0].text[0].isupper()
        and pieces[0].text.lower() in _PREPOSITIONS
        and place < 9
    )


def _main(pieces: list[Piece], left: int) -> Piece | None:
    """Return the first item of the sentence that is not the object of a preposition."""
    for place in range(left):
        piece = pieces[place]
        if piece.kind in _ITEMS:
            led = place - 1 - (place > 0 and pieces[place - 1].text.lower() == "the")
            if led < 0 or pieces[led].text.lower() not in _PREPOSITIONS:
                return piece
    return None
