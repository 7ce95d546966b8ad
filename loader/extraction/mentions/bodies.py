"""Organisations by shape: a capitalised phrase around a word that names a body; and places by shape."""

from __future__ import annotations

import re

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.body_parts import covered, is_part
from loader.extraction.mentions.body_spans import after_ordinal, left, pair, stateless
from loader.extraction.mentions.body_tails import right
from loader.extraction.mentions.draft import C, Draft, L, O, P, T
from loader.extraction.mentions.words import (
    ABROAD,
    ABROAD_JOINS,
    BODIES,
    BODY_BARE,
    COMMON,
    NO_NAME_PART,
    TITLE_HEADS,
)
from loader.model import Entity, Level

_HEADS = BODIES | ABROAD | {"Ministries", "Institutes", "Conference"}
_EVENTS = frozenset(("Summit", "Meeting", "Session", "Dialogue"))
_KANTEI = "place:prime-minister-s-office"
_MINISTERIAL = frozenset("Ministry Department Office".split())
_AGENCY = re.compile(r"(?:[,(] ?|^)(?P<name>[A-Z]{2,6}|[A-Z][a-z]+)\)? ?(?:[—–]|--|-(?= ))")
_ACRONYM_ALONE = re.compile(
    r"[A-Z](?:(?<=[Tt]he .)[A-Z]{2,6}(?![\w.-]| [A-Z]{3})|(?<=[a-z,] .)[A-Z]{4,8}(?![\w.:-]| [A-Z]{3}))"
)
_ROMAN = re.compile(r"[IVXLC]+")
_NO_BODY = frozenset(
    "ATACMS HIMARS THAAD MANPADS ICBM ICBMS SLBM AWACS NASAMS GLONASS INTELSAT COVID VTC SACEUR SRSG HRVP EUSR CDS CJCS EAM ANZMIN AUSMIN AUKMIN UNGA COP CHOGM ICT GDP FTA MOU LNG HIV AIDS SME SMES SDG SDGS TV USD EUR AI IT NGO NGOS WMD WMDS UAV UAVS COVID GMT UTC EEZ FDI CEO DNA IDP IDPS "
    "LGBT MOUS IED IEDS PPE CBM CBMS ABM INF START NPT CTBT JCPOA UNCLOS CPTPP RCEP TPNW ATT CFE BWC CWC NDC NDCS PRESS TRANSCRIPT QUESTION ANSWER URGENT BREAKING READ MORE WATCH LIVE PHOTO VIDEO UPDATE FULL TEXT RELEASE MEDIA NOTE UNSCR TAC LOC LAC DMZ DPM DCM HOM NSA DSG PMO GOC".split()
)


def find_bodies(draft: Draft) -> None:
    """Put organisations that their head word or their acronym shows on the board."""
    tokens = draft.tokens
    _agency(draft)
    for number in tokens.of(_HEADS):
        word = tokens.words[number]
        if (
            word in BODIES
            or word in ("Ministries", "Institutes")
            or (
                word == "Conference"
                and (
                    tokens.words[number + 1 : number + 5] == ["of", "Heads", "of", "Government"]
                    or (tokens.word(number - 1) == "General" and tokens.word(number + 1) == "of")
                )
            )
        ):
            _body(draft, number, word)
        elif word != "Conference":
            _abroad(draft, number)


def find_acronyms(draft: Draft) -> None:
    """Put organisations that only their capitals show on the board: "the ACRONYM"."""
    for match in _ACRONYM_ALONE.finditer(draft.text):
        if (
            match.group() not in _NO_BODY
            and not _ROMAN.fullmatch(match.group())
            and not draft.board.first(match.start(), match.end())
            and match.group() not in draft.acronyms
            # "(PMC)" behind a meeting or a document says what it stands for: no body.
            and f"({match.group()})" not in draft.text
        ):
            draft.organisation(match.start(), match.end(), "acronym alone")


def _abroad(draft: Draft, number: int) -> None:
    """Put a body on the board whose name stands in another language: "Secretaría de Relaciones Exteriores"."""
    tokens = draft.tokens
    last, place = number, number + 1
    while place < min(number + 14, len(tokens.words)) and tokens.joined(place):
        word = tokens.words[place]
        if tokens.capital(place) and word not in NO_NAME_PART and word not in TITLE_HEADS:
            last = place
        elif word not in ABROAD_JOINS:
            break
        place += 1
    first = number
    if last == number or tokens.words[number + 1] not in ABROAD_JOINS:
        return
    if not draft.board.first(tokens.starts[first], tokens.ends[last], P):
        draft.organisation(tokens.starts[first], tokens.ends[last], "body abroad", "ministry")


def _agency(draft: Draft) -> None:
    """Put the agency that a dateline names on the board: "Riyadh, October 2, 2025, SPA —"."""
    for start, end in draft.frame.lines[:4]:
        stop = min(end, start + 80)
        match = _AGENCY.search(draft.text, start, stop)
        if (
            match
            and (draft.board.first(start, match.start(), T, L))
            and not draft.board.first(match.start("name"), match.end("name"))
        ) and match["name"].isupper():
            draft.organisation(match.start("name"), match.end("name"), "dateline", "media")


def _body(draft: Draft, number: int, word: str) -> None:
    tokens = draft.tokens
    start, end = tokens.starts[number], tokens.ends[number]
    if is_part(draft, number, word) or covered(draft, number):
        return
    first = left(draft, number)
    last = right(draft, number)
    if word == "Consulate" and last == number and tokens.word(number + 1) == "General":
        last += 1
    begin, finish = tokens.starts[first], tokens.ends[last]
    begin = pair(draft, begin) or stateless(draft, begin, number, word, tail=last > number)
    if begin >= start and finish <= end:
        return
    if covering := draft.board.first(start, end, O):
        # "Office of the Commission" known, "of the Party" behind it.
        begin = min(begin, covering.start)
    first = tokens.at[begin]
    own = tokens.words[first:number]
    if word in BODY_BARE and not _own_name(draft, first, number, tail=last > number):
        return
    if word == "Council" and not own and _only_state(draft, number, last):
        # "President of the Council of the Togolese Republic"
        return
    first = after_ordinal(draft, first, number)
    begin = tokens.starts[first]
    if first == number == last:
        return
    if last == number and not own and tokens.word(last + 1) in _EVENTS and tokens.joined(last + 1):
        return
    if all(w in TITLE_HEADS for w in own) and own and last == number and word not in _MINISTERIAL:
        return
    if draft.text[begin:finish] == "Prime Minister's Office" and draft.text.endswith("at the ", 0, begin):
        # Where callers are received.
        draft.entities.setdefault(_KANTEI, Entity(id=_KANTEI, type=L, name="Prime Minister's Office"))
        draft.board.add(Hit(begin, finish, L, _KANTEI, Level.NAME, "seat"))
        return
    draft.organisation(begin, finish, "body", word.casefold())


def _only_state(draft: Draft, number: int, last: int) -> bool:
    """Tell whether nothing but a state follows "of" behind a head."""
    tokens = draft.tokens
    place = number + 2 + (tokens.word(number + 2) == "the")
    hit = draft.board.at(tokens.starts[place], C) if place < len(tokens.words) else None
    return hit is not None and hit.end == tokens.ends[last]


def _own_name(draft: Draft, first: int, number: int, *, tail: bool) -> bool:
    """Tell whether a body whose head is a common word has a capitalised word of its own before it."""
    tokens = draft.tokens
    if tail:
        return first < number
    return not all(
        tokens.words[place] in COMMON or draft.board.first(tokens.starts[place], tokens.ends[place], C)
        for place in range(first, number)
    )
