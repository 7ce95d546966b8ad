"""The names found so far in a post, indexed by place so that every question costs its own length only."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field

from loader.extraction.frame import Frame
from loader.extraction.lexicon import Hit, Lexicon, lexicon
from loader.extraction.shapes import TOKEN, Shapes, shapes
from loader.model import DateValue, Entity, EntityType, Level, Mention, Post, UnknownPhrase
from loader.vocabulary import Vocabulary


@dataclass
class Found:
    """The mentions of a post with the entities that carry them."""

    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    dates: dict[str, DateValue] = field(default_factory=dict)
    unknown: list[UnknownPhrase] = field(default_factory=list)


def local(post: Post, kind: str, number: int) -> str:
    """Return an id that only this post uses."""
    return f"{kind}:{hashlib.sha256(post.id.encode()).hexdigest()[:8]}-{number}"


class Draft:
    """A post on the way to its mentions."""

    def __init__(self, post: Post, frame: Frame, vocabulary: Vocabulary) -> None:
        """Begin with the tokens of the text.

        Args:
            post: the post.
            frame: its frame.
            vocabulary: what is known.
        """
        self.post, self.frame, self.text = post, frame, frame.text
        self.lexicon: Lexicon = lexicon(vocabulary)
        self.shapes: Shapes = shapes(vocabulary)
        self.hits: list[Hit] = []
        self.starts: defaultdict[int, list[Hit]] = defaultdict(list)
        self.cover: dict[EntityType, bytearray] = {type_: bytearray(len(frame.text)) for type_ in EntityType}
        self.entities: dict[str, Entity] = {}
        self.dates: dict[str, DateValue] = {}
        self.tokens = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(self.text)]
        self.token_at = {start: number for number, (start, _, _) in enumerate(self.tokens)}

    def add(self, start: int, end: int, type_: EntityType, id_: str, level: Level, rule: str) -> None:
        """Add a name."""
        hit = Hit(start, end, type_, id_, level, rule)
        self.hits.append(hit)
        self.starts[start].append(hit)
        self.cover[type_][start:end] = b"\x01" * (end - start)

    def drop(self, hit: Hit) -> None:
        """Take a name back."""
        self.hits.remove(hit)
        self.starts[hit.start].remove(hit)
        self.cover[hit.type][hit.start : hit.end] = bytes(hit.end - hit.start)

    def covered(self, start: int, end: int, *types: EntityType) -> bool:
        """Tell whether a name of one of these types overlaps a span."""
        return any(1 in self.cover[type_][start:end] for type_ in types)

    def starting(self, start: int, *types: EntityType) -> Hit | None:
        """Return the longest name of these types that starts at a place."""
        return max(
            (h for h in self.starts.get(start, ()) if h.type in types), key=lambda h: h.end, default=None
        )

    def inside(self, start: int, end: int, *types: EntityType) -> list[Hit]:
        """Return the names of these types inside a span, by start."""
        return [
            hit
            for place in range(start, end)
            if place in self.starts
            for hit in self.starts[place]
            if hit.end <= end and hit.type in types
        ]

    def entity(self, id_: str) -> Entity | None:
        """Return what is known of an id."""
        return self.entities.get(id_) or self.lexicon.entities.get(id_)
