"""How a clause says what it says: as done, as to come, as not so, or as somebody's claim."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.masks import Mask

DENIED = re.compile(
    r"\b(?:not|never|no longer|refus(?:ed|es) to|declined|declines|failed to|unable to|cancel\w*|(?:postpon\w*|deferred)(?! (?:to|until|till)\b)|"
    r"called off|fell through|denied|denies|deny|withdrew|withdrawn|without \w+ing)\b|n't\b",
    re.I,
)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|least)\b", re.I)
_PURPOSED = (
    r"(?:agreed|decided|pledged|intend(?:s|ed)?|undertook|committed|ready|prepared|hopes?|hoped|wish(?:es|ed)?|propose[sd]?|due|set|offered|"
    r"plan(?:s|ned)?|planning|expected|scheduled|slated|going|invited|is|are|was|were) to"
)
PLANNED = re.compile(
    rf"\b(?:will|shall|scheduled|slated|plan(?:s|ned)? for|planned|upcoming|forthcoming|{_PURPOSED}|"
    r"propos(?:ed|es|ing) (?:to hold|holding|hosting|convening)|invit\w+|look(?:s|ed|ing)? forward to|to be (?:held|signed|adopted|convened)|"
    r"(?:postponed|deferred|rescheduled|moved) (?:to|until|till|for)|ready for signing|on the way to|would (?:visit|meet|host|attend|be held)|"
    r"preparations? (?:for|of)|proposal to|plans? to|intention (?:to|of)|initiative to)\b",
    re.I,
)
_INVITED = re.compile(
    r"\b(?:at|upon|on|following|accept\w*) (?:the |an |his |her |their )?(?:\w+ )?invitation\b", re.I
)
CONDITION = re.compile(r"\b(?:if|unless|could|should|might|may|would have|were to)\b", re.I)
CLAIMED = re.compile(
    r"\b(?:according to|alleged\w*|claim\w*|accus\w+|reportedly|rumou?rs?|speculation)\b", re.I
)
_BREAKS = ("; ", ", but ", ", while ", ", although ", ". ")
_PAST_BREAK = re.compile(r"; |, (?:but|while|although|and|who|which|where) |\. | and ")
WINDOW = 40
"""Characters before a quote in which a word may still say how it is meant."""


def status_of(one: Mask, span: tuple[int, int]) -> Status | None:
    """Return the status of what a span of a sentence says; None when it is only supposed."""
    text = one.text
    begin = max(
        (at + len(sign) for sign in _BREAKS if (at := text.rfind(sign, 0, span[0])) >= 0),
        default=max(0, span[0] - WINDOW),
    )
    stop = _PAST_BREAK.search(text, span[1])
    after = re.match(r"[^⟨⟩,;.]{0,40}", text[span[1] : stop.start() if stop else len(text)])
    clause = text[max(begin, span[0] - WINDOW) : span[1]] + (after.group() if after else "")
    return spoken(clause, text[max(begin, span[0] - WINDOW) : span[1]], question=one.sentence.question)


def spoken(clause: str, before: str = "", *, question: bool = False) -> Status | None:
    """Return how a piece of a sentence is meant; None when it is only supposed.

    Args:
        clause: the words that may say so.
        before: the words among which a condition may stand.
        question: whether somebody asks it.
    """
    if question:
        return Status.REPORTED
    lower = clause.lower()
    if "not " in lower:
        clause = _NOT_ONLY.sub("", clause)
    if "invitation" in lower:
        clause = _INVITED.sub("", clause)
    if DENIED.search(clause):
        return Status.DENIED
    if PLANNED.search(clause):
        return Status.PLANNED
    if CONDITION.search(before or clause):
        return None
    return Status.REPORTED if CLAIMED.search(clause) else Status.ASSERTED
