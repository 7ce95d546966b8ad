"""How a clause says what it says: as done, as to come, as not so, or as somebody's claim."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.masks import Mask

DENIED = re.compile(
    r"\b(?:not|never|no longer|refused to|declined|failed to|cancel\w*|postpon\w*|called off|fell through|denied|withdrew|withdrawn|without \w+ing)\b",
    re.I,
)
PLANNED = re.compile(
    r"\b(?:will|shall|is to|are to|was to|scheduled|plan(?:s|ned)? (?:to|for)|planning to|expected to|intends? to|upcoming|forthcoming|"
    r"agreed to (?:hold|meet|draft|convene|sign|establish|visit)|invit\w+|look(?:s|ed|ing)? forward to|(?:is|are) due to|set to|to be (?:held|signed|adopted)|"
    r"ready for signing|on the way to|would (?:visit|meet|host|attend|be held))\b",
    re.I,
)
CONDITION = re.compile(r"\b(?:if|unless|could|should|might|may|would have|were to)\b", re.I)
CLAIMED = re.compile(r"\b(?:according to|alleged\w*|claim\w*|accus\w+|reportedly)\b", re.I)
BREAK = re.compile(r"; |, but |, while |, although |\. ")


def status_of(one: Mask, span: tuple[int, int]) -> Status | None:
    """Return the status of what a span of a sentence says; None when it is only supposed."""
    text = one.text
    begin = max((m.end() for m in BREAK.finditer(text, 0, span[0])), default=max(0, span[0] - 40))
    stop = BREAK.search(text, span[1])
    after = re.match(r"[^⟨⟩,;.]{0,40}", text[span[1] : stop.start() if stop else len(text)])
    clause = text[max(begin, span[0] - 40) : span[1]] + (after.group() if after else "")
    if one.sentence.question:
        return Status.REPORTED
    if DENIED.search(clause):
        return Status.DENIED
    if PLANNED.search(clause):
        return Status.PLANNED
    if CONDITION.search(text[max(begin, span[0] - 40) : span[1]]):
        return None
    return Status.REPORTED if CLAIMED.search(clause) else Status.ASSERTED
