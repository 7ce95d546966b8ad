"""Persons by title: titles and names in either order."""

from __future__ import annotations

import re

from loader.extraction.mentions.doers import find_being, find_met, find_verbs, full_names
from loader.extraction.mentions.draft import Draft
from loader.extraction.mentions.names import name_from
from loader.extraction.mentions.people import LOWER_HEADS, PLURAL, add_person, head_of
from loader.extraction.mentions.person_lists import find_apposition, find_listed
from loader.extraction.mentions.person_marks import find_honoured, find_shouted, find_signed
from loader.extraction.mentions.person_origins import find_before_state, find_of_state, find_reporters
from loader.extraction.mentions.speakers import find_speakers
from loader.extraction.mentions.title_phrases import PREPOSITIONS
from loader.extraction.mentions.title_walks import walk_title
from loader.extraction.mentions.words import ABBREVIATED, HONORIFICS, TITLE_HEADS

_SIGNS = (
    TITLE_HEADS | HONORIFICS | PLURAL.keys() | LOWER_HEADS | {f"{head}s" for head in LOWER_HEADS} | {",", "of", "("}
)  # fmt: skip
"""Words and signs beside which a person may stand."""


def find_persons(draft: Draft) -> None:
    """Put the persons that titles, appositions and turns name on the board."""
    find_speakers(draft)
    tokens = draft.tokens
    signs = _SIGNS | {word for word in tokens.numbers if word.endswith(("-elect", "-designate"))}
    for number in tokens.of(signs):
        word = tokens.words[number]
        head = head_of(word)
        if head:
            if word not in ABBREVIATED or tokens.word(number + 1) == ".":
                _after_title(draft, number, head, plural=word in PLURAL)
            if word in PLURAL:
                find_listed(draft, number, head)
        elif word in LOWER_HEADS:
            _after_lower_title(draft, number)
        elif word.endswith("s") and word[:-1] in LOWER_HEADS:
            find_listed(draft, number, word[:-1].capitalize())
        elif word == ",":
            find_apposition(draft, number)
        elif word == "of" and tokens.joined(number):
            find_of_state(draft, number)
        elif word == "(" and tokens.joined(number):
            find_before_state(draft, number)
    names = full_names(draft)
    find_verbs(draft, names)
    find_met(draft)
    find_being(draft, names)
    find_honoured(draft)
    find_signed(draft)
    find_reporters(draft)
    find_shouted(draft)


def _after_title(draft: Draft, number: int, head: str, *, plural: bool) -> None:
    """Find the names that follow a title."""
    if draft.tokens.word(number + 1) in ("bin", "bint", "ibn") and draft.tokens.words[number] == "Sultan":
        # A given name here: "Sultan bin Saad Al Muraikhi".
        rest = name_from(draft, number + 2)
        if rest:
            add_person(draft, draft.tokens.starts[number], rest[1], "title")
        return
    found = walk_title(draft, number)
    if found is None:
        return
    place, bodies, comma = found
    tokens = draft.tokens
    first = True
    before = tokens.word(number - 1) if tokens.joined(number) else ""
    if before in ("Vice", "Deputy", "Prime", "Crown"):
        # "the Minister" is not the Prime Minister, "the President" not the Vice President.
        head = f"{before} {head}"
    while place < len(tokens.words):
        while tokens.word(place) in HONORIFICS and tokens.capital(place + 1):
            place += 1 + (tokens.word(place + 1) == ".")
        span = name_from(draft, place)
        if span is None:
            return
        single = " " not in draft.text[span[0] : span[1]]
        if comma and single and not _between_commas(draft, span):
            return
        if comma and not _apposition_ends(draft, span[1]):
            return
        add_person(draft, *span, "title", head, bodies)
        place = tokens.after(span[1])
        follows = tokens.word(place)
        if not (plural or (first and follows == "and" and single)) or follows not in (",", "and"):
            return
        if not plural:
            return
        place += 1 + (follows == "," and tokens.word(place + 1) == "and")
        first = comma = False


def _between_commas(draft: Draft, span: tuple[int, int]) -> bool:
    """Tell whether a name of one word stands between commas and the sentence goes on: "the Minister of X of Y, NAME, met"."""
    name = draft.text[slice(*span)]
    return len(name) > 3 and not name.isupper() and _GOES_ON.match(draft.text, span[1]) is not None


_GOES_ON = re.compile(r", (?:and (?:the|his|her) |who |will |(?:[a-z-]+ed|met|held|spoke|paid|led)\b)")


def _apposition_ends(draft: Draft, end: int) -> bool:
    """Tell whether a name after a comma closes its apposition: "the Minister of X of Y, NAME, …"."""
    return bool(
        re.match(
            r"[,.;:)\n]|$| and | in | on | at | to | for | with | who | will | [a-z]+(?:ed|s)\b| met\b| held\b| paid\b| took\b|'s\b| - | – ",
            draft.text[end : end + 24],
        )
    )


def _after_lower_title(draft: Draft, number: int) -> None:
    """Find a full name after a title in small letters."""
    tokens = draft.tokens
    if tokens.word(number + 1) in PREPOSITIONS and tokens.joined(number + 1):
        _after_title(draft, number, tokens.words[number].capitalize(), plural=False)
        return
    if tokens.word(number + 1) == "," and tokens.words[number] in (
        "counterpart",
        "colleague",
        "wife",
        "husband",
        "spouse",
        "successor",
        "predecessor",
    ):
        span = name_from(draft, number + 2 + (tokens.word(number + 2) in HONORIFICS))
        if span and " " in draft.text[slice(*span)] and _apposition_ends(draft, span[1]):
            add_person(draft, *span, "apposition")
        return
    if not tokens.joined(number + 1) if number + 1 < len(tokens.words) else True:
        return
    span = name_from(draft, number + 1) if tokens.capital(number + 1) else None
    if span and " " in draft.text[span[0] : span[1]]:
        add_person(draft, *span, "title", tokens.words[number].capitalize())
