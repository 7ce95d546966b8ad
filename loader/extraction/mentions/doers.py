"""Persons by what they do, what they are, and what is done to or with them."""

from __future__ import annotations

import re

from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T
from loader.extraction.mentions.names import name_from
from loader.extraction.mentions.people import LOWER_HEADS, add_person
from loader.extraction.mentions.words import DOMAIN, PERSON_VERBS, TITLE_HEADS, TITLE_WORDS
from loader.extraction.starts import first_words

_VERB = re.compile(
    rf" (?:also |then |further |has |have |had |will |today |earlier |yesterday )*(?:{PERSON_VERBS})\b"
)
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
