"""Persons by whom they stand beside."""

from __future__ import annotations

import re

from loader.extraction.mentions.draft import Draft, P
from loader.extraction.mentions.names import name_before, name_from
from loader.extraction.mentions.people import add_person
from loader.extraction.mentions.words import DOMAIN, TITLE_WORDS

_BESIDE = re.compile(r"(?:,? and |, )(?=[A-ZÀ-ÞŁŚŠŽČ])")
_BEFORE = re.compile(r"(?:,? and |, )$")
_NOT_LISTED = frozenset("the The of in at to from near".split())
_AFTER_BESIDE = re.compile(
    r"(?:[.,;:)\n]|$|'s\b| [a-z]| (?:Hold|Meet|Sign|Discuss|Speak|Talk|Visit|Attend|Open|Agree|Launch|Chair)s?\b)"
)


def find_beside(draft: Draft) -> None:
    """Find the full names that "and" and commas put beside a person: "MINISTER NAME, NAME and NAME held talks"."""
    tokens = draft.tokens
    for hit in draft.board.all(P):
        if " " not in draft.text[hit.start : hit.end]:
            continue
        found: list[tuple[int, int]] = []
        end, closed = hit.end, False
        while not closed and len(found) < 12 and (match := _BESIDE.match(draft.text, end)):
            number = tokens.at.get(match.end())
            span = _beside(draft, number) if number is not None else None
            if span is None:
                break
            found.append(span)
            end, closed = span[1], "and" in match.group()
        if closed and _AFTER_BESIDE.match(draft.text, end):
            for span in found:
                add_person(draft, *span, "beside")
        _listed_before(draft, hit.start)


def _beside(draft: Draft, number: int) -> tuple[int, int] | None:
    """Return the span of a full name that nothing else claims, or None."""
    if draft.tokens.words[number] in TITLE_WORDS:
        return None
    span = name_from(draft, number)
    if span is None or any(other.type is not P for other in draft.board.over(*span)):
        return None
    words = draft.text[slice(*span)].split(" ")
    fits = 2 <= len(words) <= 4 and not any(word in TITLE_WORDS or word in DOMAIN for word in words)
    return span if fits else None


def _listed_before(draft: Draft, start: int) -> None:
    """Find the names that a list has before a person: "NAME, NAME and NAME met"."""
    tokens = draft.tokens
    opened = False
    while True:
        match = _BEFORE.search(draft.text, max(0, start - 6), start)
        last = tokens.after(match.start()) - 1 if match else -1
        if match is None or last < 1 or (match.group() == ", " and not opened):
            return
        span = name_before(draft, last)
        if span is None or draft.board.first(*span) or not tokens.capital(last):
            return
        words = draft.text[slice(*span)].split(" ")
        before = tokens.after(span[0]) - 1
        if (
            len(words) > 4
            or any(word in TITLE_WORDS or word in DOMAIN for word in words)
            or tokens.word(before) in _NOT_LISTED
        ):
            return
        add_person(draft, *span, "beside")
        start, opened = span[0], True
