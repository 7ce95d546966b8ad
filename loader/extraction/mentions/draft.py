"""What the rules of one post share while they look for its mentions."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from loader.extraction.frame import Frame
from loader.extraction.lexicon import Hit, Lexicon, lexicon
from loader.extraction.mentions.board import Board
from loader.extraction.mentions.headlines import lowered, soften
from loader.extraction.mentions.tokens import Tokens, tokenise
from loader.extraction.shapes import Shapes, shapes
from loader.extraction.starts import Starts
from loader.model import DateValue, Entity, EntityType, Level, Post
from loader.resolution.names import slug
from loader.vocabulary import Vocabulary

P, C, O, M, D, L, T = (
    EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.MEETING, EntityType.DOCUMENT,
    EntityType.PLACE, EntityType.DATE,
)  # fmt: skip
ACRONYM = re.compile(r" \(#?([A-Z][A-Za-z0-9+&-]{1,14})\)")


def local(post: Post, kind: str, number: int) -> str:
    """Return an id that only this post uses."""
    return f"{kind}:{hashlib.sha256(post.id.encode()).hexdigest()[:8]}-{number}"


@dataclass
class Draft:
    """A post with everything found in it so far."""

    post: Post
    text: str
    frame: Frame
    starts: Starts
    """The text with where its words begin."""
    tokens: Tokens
    lexicon: Lexicon
    shapes: Shapes
    board: Board
    titled: Tokens
    """The same words, those of headlines in capitals written as in running text."""
    entities: dict[str, Entity] = field(default_factory=dict)
    """Entities that no vocabulary has."""
    dates: dict[str, DateValue] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=dict)
    """Person id → heads of the titles that the post gives the person."""
    origins: dict[str, set[str]] = field(default_factory=dict)
    """Person id → states and bodies that the titles name."""
    meeting_names: dict[str, str] = field(default_factory=dict)
    """Name of a meeting in small letters → its id."""
    meeting_tails: dict[str, str] = field(default_factory=dict)
    """End of the name of a meeting in small letters → id of the last one so named."""
    meeting_numbers: dict[tuple[int, str], list[tuple[frozenset[str], str]]] = field(default_factory=dict)
    """Number and head of a meeting → words of each name with its id."""
    meeting_acronyms: dict[str, str] = field(default_factory=dict)
    """Acronym that the post gives a meeting → its id."""
    document_acronyms: dict[str, str] = field(default_factory=dict)
    """Acronym that the post gives a document → its id."""
    nested: list[Hit] = field(default_factory=list)
    """Documents whose titles stand inside longer titles."""
    acronyms: dict[str, str] = field(default_factory=dict)
    """Acronym that the post introduces → id of the organisation."""

    @classmethod
    def of(cls, post: Post, frame: Frame, vocabulary: Vocabulary) -> Draft:
        """Return the empty draft of a post."""
        text = lowered(frame.text)
        tokens, soft = tokenise(text), soften(text)
        return cls(
            post, text, frame, Starts(text), tokens, lexicon(vocabulary), shapes(vocabulary), Board(len(text)),
            tokens if soft == text else tokenise(soft),
        )  # fmt: skip

    def entity(self, id_: str) -> Entity:
        """Return an entity of the vocabulary or of this post."""
        return self.entities.get(id_) or self.lexicon.entities[id_]

    def organisation(self, start: int, end: int, rule: str, kind: str = "") -> str | None:
        """Put an organisation on the board, with the acronym in brackets behind it; return its id."""
        name = self.text[start:end]
        id_ = f"organisation:{slug(name)}"
        if not slug(name) or not self.board.add(Hit(start, end, O, id_, Level.NAME, rule)):
            return None
        if id_ not in self.entities and id_ not in self.lexicon.entities:
            self.entities[id_] = Entity(id=id_, type=O, name=name, kind=kind)
        match = ACRONYM.match(self.text, end)
        if match and not self.board.first(match.start(1), match.end(1), O, C):
            self.acronyms.setdefault(match[1], id_)
            if id_ in self.entities and not self.entities[id_].acronym:
                self.entities[id_] = self.entities[id_].model_copy(update={"acronym": match[1]})
        return id_
