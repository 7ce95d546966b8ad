"""Persons by what marks a name: letters behind it, honours in capitals before it, a title in the line below."""

from __future__ import annotations

import re
from itertools import pairwise

from loader.extraction.mentions.draft import C, D, Draft, M, O, P
from loader.extraction.mentions.names import name_before, name_from
from loader.extraction.mentions.people import add_person, head_of
from loader.extraction.mentions.words import DOMAIN, POSTNOMINALS, TITLE_HEADS, TITLE_WORDS
from loader.extraction.starts import matches

_HONOURED = re.compile(rf",? (?P<letters>{'|'.join(sorted(POSTNOMINALS))})(?![\w-])")
_HONOURS = frozenset(letters.lower() for letters in POSTNOMINALS)
_SHOUTED = frozenset("MR MRS MS MISS MME MADAM DR HON PROF AMB HONOURABLE HONORABLE EXCELLENCY".split())
_LINK_WORDS = frozenset("AND AT OF FOR THE ON IN TO WITH BY AS".split())
_LINE = re.compile(r"(?m)^[A-ZÀ-ÞŁŚŠŽČ][\w'.-]+(?: [A-ZÀ-ÞŁŚŠŽČ][\w'.-]*){1,3}$")
_LONGEST_NAME, _LONGEST_TITLE = 50, 120


def find_honoured(draft: Draft) -> None:
    """Find names before the letters of an honour or an office: "NAME MP"."""
    tokens = draft.tokens
    spaces = [
        place - 2 if draft.text[place - 2] == "," else place - 1
        for place in draft.starts.of(_HONOURS)
        if place > 1
    ]
    for match in matches(_HONOURED, draft.text, spaces):
        number = tokens.at.get(match.start("letters"), 0) - 1 - match.group().startswith(",")
        if number < 0 or not tokens.capital(number):
            continue
        span = name_before(draft, number)
        if span and 2 <= len(draft.text[slice(*span)].split(" ")) <= 4 and not draft.board.first(*span):
            add_person(draft, *span, "honour")


def find_shouted(draft: Draft) -> None:
    """Find the names that headings in capitals have behind an honour: "STATEMENT BY H.E. MR. NAME, MINISTER OF …"."""
    tokens = draft.tokens
    for number in tokens.of(_SHOUTED):
        first = last = number + 1 + (tokens.word(number + 1) == ".")
        while tokens.word(first) in _SHOUTED:
            first = last = first + 1 + (tokens.word(first + 1) == ".")
        while (
            tokens.word(last).isupper()
            and len(tokens.word(last)) > 1
            and last - first < 5
            and (last == first or tokens.joined(last))
        ):
            if tokens.word(last).title() in TITLE_WORDS | DOMAIN or tokens.word(last) in _LINK_WORDS:
                break
            last += 1
        if 2 <= last - first <= 4 and not draft.board.first(
            tokens.starts[first], tokens.ends[last - 1], P, O, C, M, D
        ):
            add_person(draft, tokens.starts[first], tokens.ends[last - 1], "shouted")


def find_signed(draft: Draft) -> None:
    """Find the names that stand alone in a line above a title: the signature "NAME", "Spokesperson"."""
    tokens, lines = draft.tokens, draft.frame.lines
    for (start, end), (below, stop) in pairwise(lines):
        if end - start > _LONGEST_NAME or start == 0 or not _LINE.match(draft.text, start, end):
            continue
        number, first = tokens.at.get(start), tokens.at.get(below)
        if (
            number is None
            or first is None
            or stop - below > _LONGEST_TITLE
            or draft.text[stop - 1 : stop] in ".!?"
        ):
            continue
        span = name_from(draft, number)
        titled = any(head_of(word) for word in tokens.words[first : first + 3] if word in TITLE_HEADS)
        if (
            titled
            and span
            and span[1] == end
            and " " in draft.text[start:end]
            and not draft.board.first(start, end)
        ):
            words = draft.text[start:end].split(" ")
            if not any(word in TITLE_WORDS or word in DOMAIN for word in words):
                add_person(draft, start, end, "signature")
