"""Persons that stand in lists behind a title in the plural, and beside a title behind a comma."""

from __future__ import annotations

import re

from loader.extraction.mentions.draft import C, Draft, O
from loader.extraction.mentions.names import name_before, name_from
from loader.extraction.mentions.people import LOWER_HEADS, PLURAL, add_person, head_of
from loader.extraction.mentions.title_phrases import PREPOSITIONS, skip_phrase
from loader.extraction.mentions.title_walks import head_of_phrase
from loader.extraction.mentions.words import HONORIFICS

_APPOSITIVE = frozenset(
    "member founder co-founder executive officer fellow researcher editor editor-in-chief partner manager dean rector lecturer specialist organizer organiser "
    "candidate delegate widow coordinator professor scholar".split()
)
"""What else a person may be behind a comma."""
_WHERE = re.compile(r"\b(?:in|at|near|outside) $", re.I)


def find_listed(draft: Draft, number: int, head: str) -> None:
    """Find the names in the list after a title in the plural: "the ministers, NAME, NAME and NAME, met"."""
    tokens = draft.tokens
    place, steps = number + 1, 0
    while (
        place < len(tokens.words)
        and steps < 14
        and tokens.words[place] not in (":", ".", ";", "(")
        and "\n" not in tokens.gap(place)
    ):
        if (
            tokens.words[place] == ","
            and tokens.capital(place + 1)
            and not draft.board.first(tokens.starts[place + 1], tokens.ends[place + 1])
        ):
            break
        place += 1
        steps += 1
    if tokens.word(place) not in (":", ",", "("):
        return
    place += 1
    spans = []
    while place < len(tokens.words):
        while tokens.word(place) in HONORIFICS and tokens.capital(place + 1):
            place += 1 + (tokens.word(place + 1) == ".")
        span = name_from(draft, place)
        if span is None or " " not in draft.text[slice(*span)] or head_of(tokens.words[place]):
            break
        spans.append(span)
        place = tokens.after(span[1])
        if tokens.word(place) == "(":
            closing = next((n for n in range(place + 1, place + 6) if tokens.word(n) == ")"), None)
            place = closing + 1 if closing else place
        if tokens.word(place) not in (",", "and", "&", ";"):
            break
        place += 1 + (tokens.words[place] in (",", ";") and tokens.word(place + 1) == "and")
    if len(spans) > 1:
        for span in spans:
            add_person(draft, *span, "list", head)


def find_apposition(draft: Draft, comma: int) -> None:
    """Find "NAME, [the] TITLE" around a comma."""
    tokens = draft.tokens
    if comma < 1 or not tokens.capital(comma - 1) or tokens.gap(comma) != "":
        return
    head = head_of_phrase(draft, comma + 1)
    if head is None:
        place = comma + 1
        if tokens.word(place) in ("the", "a", "an", "who", "his", "her", "currently"):
            place += 1
        steps = 0
        while place < len(tokens.words) and steps < 6 and head is None:
            word = tokens.words[place]
            if word.lower() in LOWER_HEADS or head_of(word) or word.lower() in _APPOSITIVE:
                head = place
            elif not (
                word[0].isupper()
                or word
                in (
                    "former",
                    "foreign",
                    "prime",
                    "deputy",
                    "defence",
                    "defense",
                    "senior",
                    "then",
                    "new",
                    "vice",
                    "'s",
                    "general",
                    "executive",
                )
            ) or "\n" in tokens.gap(place):
                break
            place += 1
            steps += 1
    if head is None or (tokens.word(head) in HONORIFICS and tokens.word(head) != "Prince"):
        return
    span = name_before(draft, comma - 1)
    # "in Thimphu, Minister NAME": a place, and the title of somebody else
    if span is None or _WHERE.search(draft.text, max(0, span[0] - 9), span[0]):
        return
    bodies: list[str] = []
    if tokens.word(head + 1) in PREPOSITIONS:
        skip_phrase(draft, head + 2, bodies)
    before = draft.board.first(tokens.ends[comma], tokens.starts[head], C, O)
    if before:
        bodies.append(before.id)
    prefix = tokens.word(head - 1) if tokens.word(head - 1) in ("Vice", "Deputy", "Prime", "Crown") else ""
    singular = head_of(tokens.words[head]) or tokens.words[head].capitalize()
    if tokens.words[head] in PLURAL:
        return
    add_person(
        draft, *span, "apposition", f"{prefix} {singular}".strip(), tuple(body for body in bodies if body)
    )
