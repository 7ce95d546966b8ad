"""The sentences of a post with their mentions masked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loader.extraction.frame import Frame
from loader.extraction.masks import Mask, mask
from loader.model import EntityType, Level, Mention

_STYLE = re.compile(
    r" (?:Excellency|Highness|Majesty|Royal Highness|Imperial|Holiness|Eminence|Grace|Serene|Beatitude)\b"
)
"""What follows "His" in a style of address, where the pronoun is nobody's."""


def masked(frame: Frame, mentions: list[Mention]) -> Iterator[Mask]:
    """Yield the sentences of a post with the mentions masked that stand for somebody or something of their own."""
    place = 0
    for sentence in frame.sentences:
        while place < len(mentions) and mentions[place].start < sentence.start:
            place += 1
        order = []
        number = place
        while number < len(mentions) and mentions[number].start < sentence.end:
            if mentions[number].end <= sentence.end and not (
                _told_again(mentions, number)
                or _headed(frame.text, mentions[number])
                or _STYLE.match(frame.text, mentions[number].end)
            ):
                order.append(number)
            number += 1
        yield mask(frame.text, sentence, mentions, order)


def _told_again(mentions: list[Mention], number: int) -> bool:
    """Tell whether a description stands beside the name of the same person: "his Turkish counterpart ⟨P⟩"."""
    one = mentions[number]
    if one.type is not EntityType.PERSON or one.level is not Level.NOMINAL:
        return False
    following = next((m for m in mentions[number + 1 : number + 4] if m.type is EntityType.PERSON), None)
    return following is not None and following.id == one.id and 0 <= following.start - one.end <= 2


def _headed(text: str, one: Mention) -> bool:
    """Tell whether a description is a title in a heading of capitals: "NAME, FOREIGN MINISTER:"."""
    return (
        one.type is EntityType.PERSON and one.level is Level.NOMINAL and text[one.start : one.end].isupper()
    )
