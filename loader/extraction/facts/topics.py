"""What was discussed, by the vocabulary of topics."""

from __future__ import annotations

import re

from loader.extraction.facts.draft import FactDraft
from loader.extraction.masks import Mask
from loader.model import Entity, EntityType
from loader.resolution.names import slug

DISCUSSED = re.compile(
    r"\b(?:discuss\w*|exchanged views|focused on|talks on|touched (?:up)?on|addressed|talked about|review(?:ed)? the)\b"
)


def topics(draft: FactDraft, one: Mask) -> None:
    """Say which known topics a meeting discussed."""
    match = DISCUSSED.search(one.text)
    meeting = draft.main_meeting(one.sentence.end) if match else None
    if match is None or meeting is None:
        return
    lower = one.text.casefold()
    for topic in draft.vocabulary.words.topics:
        at = lower.find(topic, match.start())
        if at >= 0:
            id_ = f"topic:{slug(topic)}"
            draft.entities.setdefault(id_, Entity(id=id_, type=EntityType.TOPIC, name=topic, known=True))
            draft.say(one, meeting.id, "discussed_topic", id_, (match.start(), at + len(topic)), "discussed")
