"""Papers that a meeting did not adopt."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.pieces import Short
from loader.model import Entity, EntityType
from loader.resolution.names import slug

_NOT_ADOPTED = re.compile(
    r"(?P<what>(?:declaration|statement|communiqu[ée]|document)s?|⟨D\d+⟩)[^.;⟨⟩]{0,60}?(?:has|have|was|were|could) not (?:been |be )?(?:adopted|approved|agreed|issued)"
    r"|(?:failed to|could not|did not) (?:adopt|agree on|approve|issue) (?:a |an |the )?(?:\w+ )??(?P<what2>(?:declaration|statement|communiqu[ée]|document)|⟨D\d+⟩)"
)


def not_adopted(draft: FactDraft, short: Short) -> None:
    """Say that a meeting did not adopt its declaration; an unnamed one is named after the meeting."""
    if "not " not in short.text and "failed to" not in short.text:
        return
    for match in _NOT_ADOPTED.finditer(short.text):
        named = draft.named or draft.meetings
        if not named:
            continue
        span = short.span(*match.span())
        here = short.one.post(span[1])
        first_line = draft.frame.lines[0][1]
        meeting = (
            named[0]
            if named[0].end <= first_line
            else next((m for m in reversed(named) if m.end <= here), named[0])
        )
        papers = [m for piece in short.of(match[0]) for m in piece.mentions if m.type is EntityType.DOCUMENT]
        if papers:
            object_ = papers[0].id
        else:
            word = (match["what"] or match["what2"]).rstrip("s")
            name = draft.entities[meeting.id].name
            object_ = f"document:{slug(name)}-{slug(word)}"
            draft.entities[object_] = Entity(
                id=object_, type=EntityType.DOCUMENT, name=f"{word.capitalize()} of the {name}", kind=word
            )
        draft.say(short.one, meeting.id, "adopted", object_, span, "not-adopted", status=Status.DENIED)
