"""A sentence with its mentions replaced by typed signs, so that patterns read like grammar.

``⟨P3⟩`` stands for a person, C state, O organisation, M meeting, D document, L place, T date; the number is the
mention's index in the post. Only outermost mentions are replaced; flags are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from loader.extraction.frame import Sentence
from loader.model import EntityType, Level, Mention

SIGNS = {
    EntityType.PERSON: "P", EntityType.COUNTRY: "C", EntityType.ORGANISATION: "O", EntityType.MEETING: "M",
    EntityType.DOCUMENT: "D", EntityType.PLACE: "L", EntityType.DATE: "T",
}  # fmt: skip


_SIGN = re.compile(r"⟨[A-Z](\d+)⟩")
_in_mask = itemgetter(0)


def sign(types: str) -> str:
    """Return a pattern for one mention of any of these types."""
    return rf"⟨[{types}]\d+⟩"


def several(types: str) -> str:
    """Return a pattern for one or more mentions with commas and "and" between them."""
    one = rf"(?:the )?(?:{sign('C')}(?:'s)? )?{sign(types)}(?: \(#?{sign('OT')}\))?"
    return rf"{one}(?:(?:, and |, | and |, as well as | as well as ){one}){{0,40}}"


@dataclass(frozen=True)
class Mask:
    """A masked sentence."""

    text: str
    sentence: Sentence
    mentions: Sequence[Mention]
    places: Sequence[tuple[int, int]]
    """Pairs of a place in the mask and its place in the post, ascending."""

    def post(self, place: int) -> int:
        """Return the place in the post of a place in the mask."""
        mask, post = self.places[max(0, bisect_right(self.places, place, key=_in_mask) - 1)]
        return post + place - mask

    def of(self, text: str) -> list[Mention]:
        """Return the mentions that stand in a piece of the mask."""
        return [self.mentions[int(number)] for number in _SIGN.findall(text)]


def mask(text: str, sentence: Sentence, mentions: Sequence[Mention], order: Sequence[int]) -> Mask:
    """Return the mask of a sentence.

    Args:
        text: the even text of the post.
        sentence: the sentence.
        mentions: all mentions of the post.
        order: indexes of the mentions inside the sentence, by start, outermost first.
    """
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length, at = 0, sentence.start
    for index in order:
        one = mentions[index]
        if one.start < at or one.level is Level.FLAG or one.level is Level.TAG:
            continue
        parts.append(text[at : one.start])
        places.append((length, at))
        length += one.start - at
        piece = f"⟨{SIGNS[one.type]}{index}⟩"
        places.append((length, one.start))
        parts.append(piece)
        length += len(piece)
        at = one.end
    parts.append(text[at : sentence.end])
    places.append((length, at))
    return Mask("".join(parts), sentence, mentions, places)
