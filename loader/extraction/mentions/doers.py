"""Persons by what they do, where they come from and whom they stand beside."""

from __future__ import annotations

import re
from itertools import pairwise

from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T
from loader.extraction.mentions.names import name_before, name_from
from loader.extraction.mentions.people import LOWER_HEADS, add_person, head_of
from loader.extraction.mentions.words import DOMAIN, PERSON_VERBS, POSTNOMINALS, TITLE_HEADS, TITLE_WORDS
from loader.extraction.starts import first_words, matches
from loader.model import Level

_VERB = re.compile(
    rf" (?:also |then |further |has |have |had |will |today |earlier |yesterday )*(?:{PERSON_VERBS})\b"
)


def find_of_state(draft: Draft, number: int) -> None:
    """Find "NAME of STATE"."""
    tokens = draft.tokens
    place = number + 1 + (tokens.word(number + 1) == "the")
    if place >= len(tokens.words) or not draft.board.at(tokens.starts[place], C):
        return
    span = name_before(draft, number - 1)
    if (
        span
        and not draft.board.first(*span, O, L, C, M, D)
        and len(draft.text[span[0] : span[1]].split()) <= 4
    ):
        before = tokens.after(span[0]) - 1
        if (
            before >= 0
            and tokens.joined(before + 1)
            and (
                tokens.words[before] in ("the", "The", "a", "this")
                or (tokens.capital(before) and not head_of(tokens.words[before]))
            )
        ):
            return
        hit = draft.board.at(tokens.starts[place], C)
        add_person(draft, *span, "name of state", "", (hit.id,) if hit else ())


_WHERE = frozenset("in at to from near of for the visit outside".split())


def find_before_state(draft: Draft, number: int) -> None:
    """Find "NAME (STATE)", as records of meetings list their speakers."""
    tokens, board = draft.tokens, draft.board
    hit = board.at(tokens.starts[number + 1], C) if number + 1 < len(tokens.words) else None
    if (
        hit is None
        or hit.level is not Level.NAME
        or draft.text[hit.end : hit.end + 1] != ")"
        or not tokens.capital(number - 1)
    ):
        return
    span = name_before(draft, number - 1)
    if span and len(draft.text[slice(*span)].split(" ")) <= 4 and not board.first(*span):
        before = tokens.word(tokens.after(span[0]) - 1)
        if before not in _WHERE and not before[:1].isupper():
            add_person(draft, *span, "name (state)", "", (hit.id,))


_FULL_NAME = re.compile(
    r"[A-ZÀ-ÞŁŚŠŽČ](?<![\w'-].)[\w'-]+(?: (?:(?:al|el|bin|von|van|de|da|del|der|la)[ -])*[A-ZÀ-ÞŁŚŠŽČ][\w'.-]*){1,3}(?= )"
)


def full_names(draft: Draft) -> list[re.Match[str]]:
    """Return what is written like a full name and has a word behind it."""
    return list(_FULL_NAME.finditer(draft.text))


def find_verbs(draft: Draft, names: list[re.Match[str]]) -> None:
    """Find "NAME said": full names that do what only persons do."""
    for match in names:
        if not _VERB.match(draft.text, match.end()) or match.start() not in draft.tokens.at:
            continue
        span = name_from(draft, draft.tokens.at[match.start()])
        if (
            span
            and span[1] == match.end()
            and not draft.board.first(*span, O, L, C, M, D, T, P)
            and not any(word in TITLE_WORDS or word in DOMAIN for word in match.group().split())
        ):
            before = draft.tokens.at[match.start()] - 1
            if draft.tokens.word(before) in ("the", "The", "of", "in", "on", "for") or (
                draft.tokens.capital(before) and draft.tokens.joined(before + 1)
            ):
                continue
            add_person(draft, *span, "verb")


_BEING = re.compile(
    rf" (?:is|was|became|remains|serves as|served as|has been|will be)(?: (?:appointed|elected|named|also|now|currently|not))?(?: as)?(?: (?:[a-z]+|[A-Z][\w.-]+(?:'s)?|'s)){{0,5}}? "
    rf"(?:{'|'.join(sorted(LOWER_HEADS | {head for head in TITLE_HEADS if head.isalpha()}))})(?![\w-])"
)


def find_being(draft: Draft, names: list[re.Match[str]]) -> None:
    """Find full names that "is" joins to a title: "NAME is Norway's first ambassador"."""
    for match in names:
        number = draft.tokens.at.get(match.start())
        if number is None or not _BEING.match(draft.text, match.end()):
            continue
        span = name_from(draft, number)
        words = match.group().split()
        if (
            span
            and span[1] == match.end()
            and not draft.board.first(*span)
            and not any(word in TITLE_WORDS or word in DOMAIN for word in words)
            and not (draft.tokens.capital(number - 1) and draft.tokens.joined(number))
            and draft.tokens.word(number - 1) not in ("the", "The", "of")
        ):
            add_person(draft, *span, "being")


_MEETING = (
    "received", "hosted", "met", "met with", "meets", "meets with", "meet with", "welcomed", "welcomes",
    "congratulated", "thanked", "phoned", "telephoned", "spoke with", "spoke to", "speaks with", "meeting with",
    "talks with", "call with", "conversation with", "call from", "call to", "elected", "appointed", "succeeds",
    "succeeded", "replaces", "accompanied by", "joined by", "received by", "arrest of", "release of", "death of",
    "murder of", "appointment of", "election of", "re-election of", "reelection of", "passing of", "visit of",
    "detention of", "imprisonment of", "sentencing of", "killing of", "trial of", "memory of", "leadership of",
    "presidency of", "family of", "nomination of", "inauguration of", "chairmanship of", "assassination of",
    "arrival of", "case of", "killed", "arrested", "murdered", "detained", "awarded", "named", "chaired by",
    "led by", "headed by", "signed by", "hosted by", "represented by", "delivered by", "remarks by", "statement by",
    "interview with", "wife", "husband", "successor", "predecessor",
)  # fmt: skip
"""What is only done to or with persons."""
_MET = re.compile(rf"\b(?:{'|'.join(_MEETING)}) (?=[A-ZÀ-ÞŁŚŠŽČ])")
_MET_FIRST = first_words(_MEETING)


_AFTER_MET = re.compile(
    r"(?:[.,;:)\n]|$|'s\b| (?:in|at|on|and|to|for|today|yesterday|who|by|during|as|this|with|over)\b)"
)


def find_met(draft: Draft) -> None:
    """Find full names after what is only done to or with persons: "hosted NAME"."""
    tokens = draft.tokens
    for match in draft.starts.matches(_MET, _MET_FIRST):
        number = tokens.at.get(match.end())
        span = name_from(draft, number) if number is not None else None
        if (
            span is None
            or not _AFTER_MET.match(draft.text, span[1])
            or draft.board.first(*span, P, O, L, C, M, D, T)
        ):
            continue
        words = draft.text[span[0] : span[1]].split(" ")
        if 2 <= len(words) <= 5 and not any(word in TITLE_WORDS or word in DOMAIN for word in words):
            add_person(draft, *span, "met")


_HONOURED = re.compile(rf" (?:{'|'.join(sorted(POSTNOMINALS))})(?![\w-])")
_HONOURS = frozenset(letters.lower() for letters in POSTNOMINALS)


def find_honoured(draft: Draft) -> None:
    """Find names before the letters of an honour or an office: "NAME MP"."""
    tokens = draft.tokens
    spaces = [place - 1 for place in draft.starts.of(_HONOURS) if place]
    for match in matches(_HONOURED, draft.text, spaces):
        number = tokens.at.get(match.start() + 1)
        if number is None or not tokens.capital(number - 1):
            continue
        span = name_before(draft, number - 1)
        if span and 2 <= len(draft.text[slice(*span)].split(" ")) <= 4 and not draft.board.first(*span):
            add_person(draft, *span, "honour")


_FROM = (", ", " of ", " from ", " with ", " (", " - ")


def find_reporters(draft: Draft) -> None:
    """Find the names before the media that somebody works for: "NAME, Reuters", "NAME of CNN"."""
    tokens, board = draft.tokens, draft.board
    for hit in board.all(O):
        if draft.entity(hit.id).kind != "media":
            continue
        sign = next((one for one in _FROM if draft.text.endswith(one, 0, hit.start)), "")
        number = tokens.after(hit.start - len(sign)) - 1
        if (
            not sign
            or number < 1
            or tokens.ends[number] != hit.start - len(sign)
            or not tokens.capital(number)
        ):
            continue
        span = name_before(draft, number)
        words = draft.text[slice(*span)].split(" ") if span else []
        if (
            span
            and 2 <= len(words) <= 4
            and not board.first(*span)
            and not any(w in TITLE_WORDS or w in DOMAIN for w in words)
        ):
            before = tokens.word(tokens.after(span[0]) - 1)
            if (
                before not in _WHERE
                and before not in ("the", "The")
                and not (before[:1].isupper() and draft.text[span[0] - 1] == " ")
            ):
                add_person(draft, *span, "reporter")


_LINE = re.compile(r"(?m)^[A-ZÀ-ÞŁŚŠŽČ][\w'.-]+(?: [A-ZÀ-ÞŁŚŠŽČ][\w'.-]*){1,3}$")


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


_LONGEST_NAME, _LONGEST_TITLE = 50, 120
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
