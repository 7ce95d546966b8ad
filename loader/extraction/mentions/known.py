"""Dates, known names, flags and hashtags; and when a capital stands for its state."""

from __future__ import annotations

import re

from loader.extraction.dates import find_dates
from loader.extraction.lexicon import FLAG, Hit, flag_code
from loader.extraction.mentions.hits import Draft
from loader.model import EntityType, Level

C, O, L, M, D, T = (
    EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE, EntityType.MEETING, EntityType.DOCUMENT, EntityType.DATE,
)  # fmt: skip
TAG = re.compile(r"#(\w+)")
PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+|[a-z]+")
ACTS = re.compile(
    r" (?:has|have|had|is|was|will|would|supports?|supported|believes?|considers?|hopes?|expects?|calls?|called|condemns?|"
    r"remains?|insists?|says?|said|proposed|proposes|welcomes?|welcomed|rejects?|rejected|agreed|stands|appreciates|seeks|"
    r"reaffirmed|and [A-Z]\w+ (?:have|agreed|will|are))\b|'s (?:position|policy|support|role|proposal|view|decision|efforts|commitment)"
)
AT = re.compile(
    r"\b(?:in|at|near|to|from|outside|visited|visiting|via|through|leaving|left|for|around)\s*(?:central |downtown )?$",
    re.I,
)
WITH = re.compile(
    r"(?:between|with|by|wish|representative of|grateful to|thank(?:ed|s)?|gratitude to|urged?|capitals of|relations? (?:of|with)|part of)\s*$"
    r"|between [A-Z]\w+ and $"
)
PLACE_AFTER = re.compile(r" hosted|, [A-Z]?\w+ \d|\)|, \d")
LANGUAGE = re.compile(r" (?:and \w+ )?languages?\b")


def add_dates(draft: Draft) -> None:
    """Add the dates of the text."""
    for one in find_dates(draft.text, draft.post.date):
        id_ = f"date:{one.value.value}"
        draft.dates[id_] = one.value
        draft.add(one.start, one.end, T, id_, one.level, "date")


def add_known(draft: Draft) -> None:
    """Add every name of the vocabularies that means it here."""
    text = draft.text
    hits = draft.lexicon.hits(text)
    longest: dict[EntityType, list[tuple[int, int]]] = {}
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        spans = longest.setdefault(hit.type, [])
        spans.append((hit.start, hit.end))
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.type.value, h.id)):
        before, after = text[max(0, hit.start - 5) : hit.start], text[hit.end : hit.end + 12]
        if before.endswith(("anti-", "Anti-", "pro-", "#")) or after.startswith("-speaking"):
            continue
        if (
            hit.type is L
            and (before.endswith("-") or after.startswith("-"))
            and " " not in text[hit.start : hit.end]
        ):
            continue
        if hit.level is Level.ADJECTIVE and LANGUAGE.match(after):
            continue
        state = draft.lexicon.capitals.get(hit.id) if hit.type is L else None
        if state and _acts(draft, hit):
            draft.add(hit.start, hit.end, C, state, Level.METONYM, "capital")
        else:
            draft.add(hit.start, hit.end, hit.type, hit.id, hit.level, hit.rule)


def _acts(draft: Draft, hit: Hit) -> bool:
    """Tell whether a capital stands for its state here (decision 3 of the annotation guideline)."""
    before, after = draft.text[max(0, hit.start - 24) : hit.start], draft.text[hit.end : hit.end + 30]
    if WITH.search(before):
        return True
    if AT.search(before) or PLACE_AFTER.match(after):
        return False
    return bool(ACTS.match(after))


def add_flags(draft: Draft) -> None:
    """Add flags, by their regional indicators."""
    for match in FLAG.finditer(draft.text):
        id_ = f"country:{flag_code(match.group())}"
        if id_ in draft.lexicon.entities:
            draft.add(match.start(), match.end(), C, id_, Level.FLAG, "flag")


def add_tags(draft: Draft) -> None:
    """Add hashtags: whole names, and the parts of compounds."""
    tags = draft.lexicon.tags
    for match in TAG.finditer(draft.text):
        tag, start = match[1][:80], match.start(1)
        whole = tags.get(tag.replace("_", "").casefold())
        if whole:
            _add_tag(draft, start, start + len(tag), whole, Level.NAME)
            continue
        pieces = [(m.start(), m.end()) for m in PIECE.finditer(tag)]
        first = 0
        while first < len(pieces):
            for last in range(len(pieces), first, -1):
                form = tags.get(tag[pieces[first][0] : pieces[last - 1][1]].casefold())
                if form and len(form) > 1:
                    _add_tag(draft, start + pieces[first][0], start + pieces[last - 1][1], form, Level.TAG)
                    first = last - 1
                    break
            first += 1


def _add_tag(draft: Draft, start: int, end: int, form: str, level: Level) -> None:
    for type_, id_, _ in draft.lexicon.by_form[form]:
        if type_ in (C, O, M):
            draft.add(start, end, type_, id_, level, "hashtag")
