"""A post → its mentions and entities: vocabularies first, then shapes, then who is meant again."""

from __future__ import annotations

from dataclasses import dataclass, field

from loader.extraction.frame import Frame
from loader.extraction.lexicon import Hit
from loader.extraction.mentions.again import find_again
from loader.extraction.mentions.board import by_place
from loader.extraction.mentions.bodies import find_acronyms, find_bodies
from loader.extraction.mentions.documents import find_documents
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T, local
from loader.extraction.mentions.known import find_known
from loader.extraction.mentions.meetings import find_meetings
from loader.extraction.mentions.people import head_of
from loader.extraction.mentions.persons import find_persons
from loader.extraction.mentions.places import find_cities, find_landmarks
from loader.extraction.mentions.references import find_references
from loader.extraction.mentions.words import COMMON, DOMAIN, NOT_NAME, TITLE_WORDS
from loader.extraction.shapes import NAME
from loader.model import DateValue, Entity, Level, Mention, Post, UnknownPhrase
from loader.vocabulary import Vocabulary

__all__ = ["Found", "find_mentions", "local"]


@dataclass
class Found:
    """The mentions of a post with the entities that carry them."""

    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    dates: dict[str, DateValue] = field(default_factory=dict)
    unknown: list[UnknownPhrase] = field(default_factory=list)


def find_mentions(post: Post, frame: Frame, vocabulary: Vocabulary) -> Found:
    """Return the mentions of a post, in order, with their entities.

    Args:
        post: the post.
        frame: its frame.
        vocabulary: the known names and words.
    """
    draft = Draft.of(post, frame, vocabulary)
    find_known(draft)
    find_bodies(draft)
    find_landmarks(draft)
    find_persons(draft)
    find_acronyms(draft)
    find_documents(draft)
    find_meetings(draft)
    find_cities(draft)
    find_again(draft)
    find_references(draft)
    hits = _settled(draft)
    found = Found(dates=draft.dates)
    ends: list[int] = []
    for hit in hits:
        # Hits come by start, longest first: whatever titles are still open enclose this one.
        while ends and ends[-1] <= hit.start:
            ends.pop()
        nested = bool(ends) and hit.end <= ends[0]
        found.mentions.append(
            Mention(
                start=hit.start,
                end=hit.end,
                type=hit.type,
                id=hit.id,
                level=hit.level,
                nested=nested,
                rule=hit.rule,
            )
        )
        if hit.type in (M, D):
            ends.append(hit.end)
            ends.sort(reverse=True)
        if hit.type is not T:
            found.entities.setdefault(hit.id, draft.entity(hit.id))
    found.unknown = _unknown(draft)
    return found


def _settled(draft: Draft) -> list[Hit]:
    """Return the hits that stand: nothing inside names of organisations, persons and places."""
    board = draft.board
    kept = []
    for hit in sorted([*board.all(), *draft.nested], key=by_place):
        if board.alone(hit):
            kept.append(hit)
            continue
        size = hit.end - hit.start
        others = board.over(hit.start, hit.end)
        inside = [
            other for other in others
            if other.type is not hit.type and other.start <= hit.start and hit.end <= other.end
        ]  # fmt: skip
        if any(
            other.type in (O, P, L) and other.end - other.start > size and other.level is Level.NAME
            for other in inside
        ):
            continue
        if hit.type is O and any(other.type is C and other.end - other.start > size for other in inside):
            continue
        if hit.type in (L, P) and any(
            other.type in (C, O) and other.end - other.start == size for other in inside
        ):
            continue
        if (
            hit.type is O
            and any(other.type is M and other.end - other.start == size for other in inside)
            and hit.rule == "body"
        ):
            continue
        if (
            hit.type in (P, M)
            and hit.level is Level.NAME
            and any(
                other.type in (O, D)
                and not (other.start <= hit.start and hit.end <= other.end)
                and not (hit.start <= other.start and other.end <= hit.end)
                for other in others
            )
        ):
            continue
        kept.append(hit)
    return kept


def _unknown(draft: Draft) -> list[UnknownPhrase]:
    """Return the capitalised phrases that nothing recognised."""
    found = []
    text = draft.text
    for match in NAME.finditer(text):
        start, end = match.span()
        if not draft.board.free(start, end):
            continue
        name = match.group()
        first, space, _ = name.partition(" ")
        if not space and (
            first in NOT_NAME
            or start == 0
            or text[start - 1] == "\n"
            or text[start - 2 : start] in (". ", "? ", "! ")
        ):
            continue
        if all(word in TITLE_WORDS or word in DOMAIN for word in name.split(" ")):
            # "Foreign Minister" of somebody is a title, not a name.
            continue
        if first not in COMMON and not head_of(name) and first not in draft.shapes.stop:
            found.append(UnknownPhrase(text=name, start=start, end=end))
    return found
