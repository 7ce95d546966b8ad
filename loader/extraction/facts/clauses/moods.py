"""How the verb of a clause says what it says."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses.model import Clause
from loader.extraction.facts.cues import CLAIMED, spoken
from loader.extraction.facts.pieces import Piece, Short

_SUPPOSING = re.compile(
    r"(?:^| )(?:if|unless|whether|should|could|can|may|might|must|would have|calls? (?:for|on)|urged?|urges|asked|called on|encouraged?|opportunity|need|needs|"
    r"request\w*|order|possibility|possible|able|want\w*|like)(?: |$)"
)

_LEAVING = re.compile(
    r"(?:depart(?:s|ed|ing)?(?: for)?|leaves?(?: for)?|left for|travels?|visiting|travelling|traveling|heads?|goes|go|coming)$",
    re.I,
)
"""Journeys whose purpose is still to come."""
_GLAD = re.compile(r"(?:^| )(?:would like|wish|pleasure|honou?r|happy|glad|delighted|pleased|privilege)$")
"""What a speaker says who does it by saying so: "I would like to welcome"."""
_PURPOSES = re.compile(
    r"(?:^| )(?:(?:concur\w*|agree\w*|decid\w*|work\w* (?:on|towards?)|consider\w*|discuss\w*) (?:on|towards?)|plans?|intentions?|proposals?|initiatives?|offers?|readiness|preparations?|propos\w+|invitation|invit\w+|look\w* forward|forward)(?: |$)"
)


_BARE = frozenset(
    "hold meet attend take visit receive chair co-chair host travel pay deliver sign address participate speak join have adopt represent".split()
)
_HEADLINES = 3
"""Lines among which a post has its headlines."""


def _shares(pieces: list[Piece], left: int, verb: str, previous: Clause) -> bool:
    """Tell whether a verb shares the auxiliary of the one before: "will visit ⟨C⟩ and hold ⟨M⟩"."""
    if previous.status is Status.ASSERTED or verb.split(" ")[0].lower() not in _BARE:
        return False
    between = " ".join(piece.text for piece in pieces[max(0, left - 2) : left])
    return re.search(r"(?:^| )(?:and|,|as well as|then|also)$", between) is not None


def _led_by(short: Short, left: int, words: list[str], previous: Clause | None) -> tuple[bool, Status | None]:
    """Return whether what leads an infinitive or a gerund says how it is meant, and how."""
    pieces, infinitive = short.pieces, bool(words)
    led = " ".join(piece.text for piece in pieces[max(0, left - 4) : left])
    if words[:2] == ["to", "be"] and (previous is None or (left and pieces[left - 1].text in (",", "("))):
        # "⟨M⟩, to be chaired by ⟨A⟩"
        return True, Status.PLANNED
    if _PURPOSES.search(led):
        return True, Status.PLANNED
    if _GLAD.search(led):
        return True, Status.ASSERTED
    if _SUPPOSING.search(led):
        return True, None
    headline = (
        short.one.sentence.line < _HEADLINES
        and left > 0
        and pieces[left - 1].kind == "A"
        and (not short.one.sentence.line or left == 1)
    )
    if infinitive and previous is None and headline:
        # "⟨A⟩ to attend ⟨M⟩"
        return True, Status.PLANNED
    if infinitive and previous is not None:
        leaving = previous.sense == "travel" and _LEAVING.match(previous.verb)
        return True, Status.PLANNED if leaving and previous.status is Status.ASSERTED else previous.status
    denied = not infinitive and re.search(r"(?:without|not|deni\w+)$", led) is not None
    return denied, Status.DENIED


def find_status(
    short: Short, left: int, words: list[str], verb: str, previous: Clause | None
) -> Status | None:
    """Return how a verb says what it says: by its auxiliaries, by what it is an infinitive or a gerund of."""
    pieces = short.pieces
    if short.one.sentence.question:
        return Status.REPORTED
    own = " ".join([*words, verb])
    status = spoken(own)
    if status is not Status.ASSERTED:
        return status
    if not words and previous is not None and _shares(pieces, left, verb, previous):
        return previous.status
    infinitive = words[:1] == ["to"]
    if infinitive or (not words and verb.split(" ")[0].endswith("ing")):
        led, found = _led_by(short, left, words, previous)
        if led:
            return found
    start = max((n for n in range(left) if pieces[n].text in (";", ",", ".", "–", "—")), default=-1) + 1
    opening = " ".join(piece.text for piece in pieces[start:left])
    if re.match(r"(?:If|if|unless|Unless|whether)\b", opening):
        return None
    return Status.REPORTED if CLAIMED.search(" ".join(piece.text for piece in pieces[:left])) else status
