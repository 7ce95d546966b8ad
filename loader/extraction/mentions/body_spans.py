"""How far the name of a body reaches to the left of its head."""

from __future__ import annotations

import re

from loader.extraction.mentions.body_joins import FIELDS
from loader.extraction.mentions.draft import C, Draft, P, T
from loader.extraction.mentions.words import (
    ADJECTIVE_JOINS,
    BODIES,
    BODY_BARE,
    DOCUMENT_HEADS,
    DOMAIN,
    MEETING_HEADS,
    NO_NAME_PART,
    QUALITIES,
    TITLE_HEADS,
    ordinal,
)
from loader.model import Level

_STATE_ORGANS = frozenset(
    "Ministry Cabinet Office Delegation Presidency Forces Parliament Assembly Party Side Administration Government".split()
)
"""What keeps a state before it as a mention of its own."""
_BEFORE_AND = DOMAIN | BODIES - {"Ministry"}
_AFTER_AND = DOMAIN | {"Security", "Foreign", "Development"}
"""What "and" joins inside the name of a body: Trade and Development."""
_OFFICES = re.compile(
    r"(?:Prime Minister|President|Chancellor|Spokesperson|Secretary-General|Foreign Secretary|Cabinet)'s$"
)


def left(draft: Draft, number: int) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return the first word of the capitalised phrase before a head."""
    tokens, board = draft.tokens, draft.board
    first, place = number, number
    while place > 0 and number - place < 8 and tokens.joined(place):
        before = tokens.words[place - 1]
        if before == "]":
            opening = place - 2
            while opening > 0 and tokens.words[opening] != "[" and place - opening < 6:
                opening -= 1
            if tokens.words[opening] != "[" or not all(map(tokens.capital, range(opening + 1, place - 1))):
                break
            place = first = opening
            continue
        if before == "'s" or before == "'":
            owner = place - 2
            if owner >= 0 and _OFFICES.search(
                draft.text[max(0, tokens.starts[owner] - 14) : tokens.ends[place - 1]]
                if before == "'s"
                else ""
            ):
                phrase = _OFFICES.search(
                    draft.text[max(0, tokens.starts[owner] - 14) : tokens.ends[place - 1]]
                )
                assert phrase is not None  # noqa: S101 (matched above)
                begin = max(0, tokens.starts[owner] - 14) + phrase.start()
                return tokens.at.get(begin, first)
            if before == "'s" and tokens.word(owner) in ("Women", "People", "Children", "Men", "Veterans"):
                place -= 2
                first = place
                continue
            if before == "'" and owner >= 0 and tokens.capital(owner):
                place -= 2
                first = place
                continue
            break
        if (
            before in ("and", "&")
            and number - place >= 1
            and tokens.capital(place - 2)
            and tokens.joined(place - 1)
            and tokens.words[place - 2] in _BEFORE_AND
            and tokens.words[place] in _AFTER_AND
        ) or (
            before in ("and", "&")
            and tokens.word(place - 2) in QUALITIES
            and tokens.joined(place - 1)
            and tokens.words[place] in FIELDS
        ):
            place -= 2
            first = place
            continue
        if (
            (not before[0].isupper() and not before[0].isdigit())
            or (before in NO_NAME_PART and before != "Press")
            or before in ("and",)
        ):
            break
        if before[0].isdigit() and not ordinal(before):
            break
        if (before in TITLE_HEADS and before not in ("General", "Attorney", "Chief", "Head")) or board.first(
            tokens.starts[place - 1], tokens.ends[place - 1], T, P
        ):
            break
        sits = before == "Ministerial" and tokens.words[number] == "Committee"
        if (
            before in MEETING_HEADS
            and not sits
            and before not in BODIES
            and tokens.words[number] != "Mechanism"
        ):
            break
        place -= 1
        first = place
    return first


def pair(draft: Draft, begin: int) -> int:
    """Return where the first of two states begins that a spaced dash joins before a place: "Peru - Cuba Committee"; 0 for none."""
    if draft.text[max(0, begin - 3) : begin] not in (" - ", " – "):
        return 0
    second, first = draft.board.at(begin, C), draft.board.ending(begin - 3, C)
    both = first is not None and second is not None and {first.level, second.level} == {Level.NAME}
    return first.start if both and first is not None else 0


def stateless(draft: Draft, begin: int, number: int, word: str, *, tail: bool) -> int:
    """Return where a name begins behind the states before it: "Greek Cypriot Administration"."""
    for _ in range(1 + (word in BODY_BARE)):
        begin = _without_state(draft, begin, number, word, tail=tail)
    return begin


def _without_state(draft: Draft, begin: int, number: int, word: str, *, tail: bool) -> int:
    """Return where the name begins when the state before it is a mention of its own: "Indonesian Ministry"."""
    tokens = draft.tokens
    hit = draft.board.at(begin, C)
    if hit is None or (hit.end >= tokens.starts[number] and hit.end != tokens.starts[number]):
        return begin
    if "-" in draft.text[hit.end : hit.end + 1]:
        return begin
    after = tokens.at.get(hit.end + 1)
    if after is None or after > number:
        return begin
    if draft.text[hit.end : hit.end + 2] == "'s":
        return hit.end + 3
    bare = after == number
    if hit.level is Level.ADJECTIVE and word in ADJECTIVE_JOINS:
        return begin
    if hit.level is Level.NAME and not bare and word not in _STATE_ORGANS:
        # "Ghana Immigration Service", "Japan International Cooperation Agency"
        return begin
    if (
        bare
        and tail
        and hit.level is Level.NAME
        and word in ("Agency", "Department", "Commission", "Institute", "Mission", "Office")
    ):
        return begin
    if bare and word in ("Embassy", "Navy", "Army", "Congress", "Senate", "Treasury", "Mission", "Consulate"):
        return begin
    return hit.end + 1


def after_ordinal(draft: Draft, first: int, number: int) -> int:
    """Return the first word of a body's name behind an ordinal or the head of a document: "Statement of the …"."""
    words = draft.tokens.words
    own = words[first:number]
    if any(word in DOCUMENT_HEADS for word in own) or any(ordinal(word) for word in own[:1]):
        while first < number and (
            ordinal(words[first]) or words[first] in DOCUMENT_HEADS or words[first] in ("of", "the")
        ):
            first += 1
    return first
