"""Who speaks: the names before the turns of interviews and briefings."""

from __future__ import annotations

import re

from loader.extraction.mentions.draft import C, Draft, L, O, T
from loader.extraction.mentions.names import PARTICLES, name_from, name_word
from loader.extraction.mentions.people import add_person, head_of, place_of
from loader.extraction.mentions.words import HONORIFICS

_LABEL = re.compile(r"(?m)^[ \t]*(?:[^\w\s\"'(#\[]+[ \t]*)?(?P<name>[^\W\d_][^:\n]{1,70}):(?=[ \t]|$)")


_NO_NAMES = frozenset(
    "question answer q a moderator operator read photo source update note journalist reporter presenter host interviewer interviewee speaker compere "
    "correspondent translator interpreter voice participant audience subject date time venue from to re ref contact tags topics location press media "
    "staff unidentified unknown male female".split()
)
"""Labels before a colon that begin no name."""
_OUTLETS = frozenset(
    "news daily times tv agency post radio press service broadcasting journal telegraph".split()
)
_NO_SPEAKER = re.compile(
    r"(?i)(?:(?:female|male|unidentified|senior) )?(?:question|journalist|reporter|moderator|speaker|official)s?(?: \d+)?$"
)


def find_speakers(draft: Draft) -> None:
    """Find who speaks: "💬 NAME:", "SECRETARY BLINKEN:", "❓ Reuters:"."""
    tokens = draft.tokens
    for match in _LABEL.finditer(draft.text):
        start, end = match.span("name")
        label = match["name"]
        if start not in tokens.at or len(label.split()) > 9:
            continue
        question = "❓" in draft.text[match.start() : start] or draft.text[
            match.end() : match.end() + 600
        ].split("\n")[0].rstrip().endswith("?")
        words = label.split()
        if _NO_SPEAKER.match(label):
            continue
        if _titled(draft, start, label) or words[0].casefold() in _NO_NAMES:
            continue
        place = tokens.at[start]
        if (
            label.isupper()
            and len(words) >= 2
            and any(head_of(word.strip(".,").title()) for word in words[:-1])
        ):
            last = max(n for n, word in enumerate(words[:-1]) if head_of(word.strip(".,").title()))
            begin = start + len(label) - len(" ".join(words[last + 1 :]))
            # all capitals: "FOREIGN MINISTER WONG"
            add_person(draft, begin, end, "speaker", words[last].strip(".").title())
            continue
        if draft.board.first(start, end, O, C, L, T):
            continue
        if any(head_of(word.rstrip(".")) or word in HONORIFICS for word in words[:-1]):
            continue
        span = name_from(draft, place)
        full = (
            span is not None
            and span[1] == end
            and " " in label
            and not any(word.casefold() in _OUTLETS for word in words)
        )
        bullet = draft.text[match.start() : start].strip()
        if full and span and (bullet or _often(draft, label)) and not question:
            add_person(draft, *span, "speaker")
        elif (
            question
            and all(word[0].isupper() or word in ("of", "the", "and") for word in words)
            and len(words) <= 5
            and ("❓" in bullet or label.isupper() or not full)
        ):
            draft.organisation(start, end, "questioner", "media")


def _titled(draft: Draft, start: int, label: str) -> bool:
    """Put the speaker of "PENNY WONG, FOREIGN MINISTER:" on the board; tell whether the label is of that kind."""
    tokens = draft.tokens
    before, comma, after = label.replace(" (", ", ").rstrip(")").partition(", ")
    heads = [head for word in after.split() if (head := head_of(word.strip(".,").title()))]
    if not comma or len(before.split()) < 2 or not heads:
        return False
    first, last = place_of(tokens, start), tokens.after(start + len(before)) - 1
    while first < last and tokens.words[first] in HONORIFICS | {"."}:
        first += 1
    if all(name_word(word) or word.lower() in PARTICLES for word in tokens.words[first : last + 1]):
        add_person(draft, tokens.starts[first], tokens.ends[last], "speaker", heads[-1])
    return True


def _often(draft: Draft, label: str) -> bool:
    return draft.text.count(f"\n{label}:") >= 1 and all(name_word(word) for word in label.split())
