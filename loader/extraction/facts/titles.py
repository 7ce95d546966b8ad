"""The offices that the words of a title name, each with its state or body."""

from __future__ import annotations

import re

from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.homes import state_of_ministry
from loader.extraction.facts.pieces import Piece, Short, head_word, title_word
from loader.extraction.mentions.words import COMMON, HONORIFICS
from loader.model import EntityType, Mention

C, O, L = EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE
_LEADING = frozenset(
    "the a an 's his her their its our my of and , that this whose as counterpart colleague counterparts colleagues h.e. mr. ms. mr ms dr dr. mrs.".split()
)
_TRAILING = frozenset(
    "of the and , for to H.E. Mr. Ms. Dr. 's on in with Mr Ms Mrs. Sir Dr Hon Hon. Honourable Honorable Excellency His Her Most Right Rt".split()
)
_REGIONAL = frozenset("President Governor Mayor Premier Head Administrator Vice-President Chief".split())
_MINISTRY = re.compile(r"\b(?:Ministry|Foreign Office)\b")
_ACCREDITED = frozenset("to for on in with at".split())
_NO_OFFICE = (
    frozenset(
        "counterpart colleague counterparts colleagues host new former outgoing incoming leader leaders Excellency Highness Majesty Right Most".split()
    )
    | HONORIFICS
)


def offices_of(draft: FactDraft, short: Short, zone: list[Piece]) -> list[tuple[str, str]]:
    """Return the titles of a zone, each with the id of its state or body or nothing."""
    parts: list[list[Piece]] = [[]]
    for number, piece in enumerate(zone):
        rest = zone[number + 1 :]
        if (
            piece.text in ("and", "&", ",")
            and parts[-1]
            and _opens(rest)
            and any(head_word(p) for p in parts[-1])
        ):
            parts.append([])
            continue
        parts[-1].append(piece)
    found: list[tuple[str, str]] = []
    for part in parts:
        heads = [
            n
            for n, p in enumerate(part)
            if head_word(p)
            and p.text not in _NO_OFFICE
            and (p.text not in draft.shapes.honorifics or (n and part[n - 1].text == "Crown"))
        ]
        if not heads:
            if any(p.mentions for p in part) and found and not found[-1][1]:
                body = _body(part)
                found[-1] = (found[-1][0], body.id if body else "")
            elif (
                not heads
                and any(p.text in ("counterpart", "colleague") for p in part)
                and (body := _body(part))
            ):
                found.append(("counterpart", body.id))
            continue
        body = _body(part)
        title = title_of(short, part)
        if title:
            found.append((title, _of(draft, body)))
    if len(found) > 1:
        counterpart = next((body for title, body in found if title == "counterpart" and body), "")
        others = [(title, body or counterpart) for title, body in found if title != "counterpart"]
        # "Prime Minister and Minister of Foreign Affairs of ⟨C⟩", "⟨C⟩'s Vice President and Defence Minister"
        last = next((body for _, body in reversed(others) if body), "")
        found = [(title, body or last) for title, body in others]
    return found


def title_of(short: Short, part: list[Piece]) -> str:
    """Return the words of a title without its state and without what stands around it."""
    words: list[Piece] = []
    for number, piece in enumerate(part):
        if piece.mentions:
            behind = part[number - 1].text if number else ""
            if behind in ("of", "the") and any(head_word(p) for p in words):
                break
            if words and behind in _ACCREDITED:
                break
            continue
        if piece.kind == "w" or (piece.text in (",", "&") and words):
            words.append(piece)
    while words and (words[0].text.lower() in _LEADING or words[0].text in COMMON):
        words.pop(0)
    while words and words[-1].text in _TRAILING:
        words.pop()
    if not words:
        return ""
    return short.one.text[words[0].start : words[-1].end]


def _body(part: list[Piece]) -> Mention | None:
    """Return the state, body or region of a title: what "of" introduces, else what stands before the title."""
    lead: Mention | None = None
    for number, piece in enumerate(part):
        mention = next((m for m in piece.mentions if m.type in (C, O, L)), None)
        if mention is None:
            continue
        if mention.type is L and not _REGIONAL.intersection(p.text for p in part):
            continue
        before = part[number - 1].text if number else ""
        if before == "the" and number > 1:
            before = part[number - 2].text
        if before == "of":
            return mention
        if before in _ACCREDITED and not (before == "for" and mention.type is O and lead is None):
            continue
        if lead is None:
            lead = mention
    return lead


def _of(draft: FactDraft, body: Mention | None) -> str:
    """Return the id of the state or body of an office; who speaks for a ministry speaks for its state."""
    if body is None:
        return ""
    if body.type is O and _MINISTRY.search(draft.text, body.start, body.end):
        return next(state_of_ministry(draft, body), "")
    return body.id


def _opens(rest: list[Piece]) -> bool:
    """Tell whether a new title begins: a head comes before any other name."""
    for piece in rest[:7]:
        if head_word(piece) and piece.text not in ("State",):
            return True
        if not (title_word(piece) or piece.mentions or piece.text in ("the", "'s", "a")):
            return False
    return False
