"""A post → its mentions and entities: vocabularies first, then shapes, then who is meant again."""

from __future__ import annotations

from collections import defaultdict

from loader.extraction.frame import Frame
from loader.extraction.lexicon import Hit
from loader.extraction.mentions import known, meetings, persons, phrases, roles
from loader.extraction.mentions.hits import Draft, Found, local
from loader.extraction.shapes import NAME
from loader.model import EntityType, Level, Mention, Post, UnknownPhrase
from loader.vocabulary import Vocabulary

__all__ = ["Found", "find_mentions", "local"]

ORDER = (
    known.add_dates, known.add_known, known.add_flags, known.add_tags, phrases.add_acronyms, persons.add_persons,
    phrases.add_bodies, phrases.add_acronyms, phrases.add_documents, meetings.add_named, persons.add_again, roles.add_roles, meetings.add_described,
)  # fmt: skip
"""The rules in their order; each sees what the ones before it found."""


def find_mentions(post: Post, frame: Frame, vocabulary: Vocabulary) -> Found:
    """Return the mentions of a post, in order, with their entities."""
    draft = Draft(post, frame, vocabulary)
    for rule in ORDER:
        rule(draft)
    hits = sorted(_settled(draft), key=lambda one: (one.start, -one.end, one.type.value))
    found = Found(dates=draft.dates)
    outer = bytearray(len(frame.text))
    for hit in hits:
        found.mentions.append(
            Mention(
                start=hit.start, end=hit.end, type=hit.type, id=hit.id, level=hit.level, nested=bool(outer[hit.start]), rule=hit.rule
            )
        )  # fmt: skip
        if hit.type in (EntityType.MEETING, EntityType.DOCUMENT):
            outer[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
        if hit.type is not EntityType.DATE:
            entity = draft.entity(hit.id)
            if entity is not None:
                found.entities.setdefault(hit.id, entity)
    found.unknown = _unknown(draft, hits)
    return found


def _settled(draft: Draft) -> list[Hit]:
    """Keep the longest of overlapping mentions of one type, and none inside an organisation's name."""
    by_type: defaultdict[EntityType, list[Hit]] = defaultdict(list)
    titles = bytearray(len(draft.text))
    taken = {type_: bytearray(len(draft.text)) for type_ in EntityType}
    for hit in sorted(set(draft.hits), key=lambda h: (h.start - h.end, h.start, h.id, h.level.value)):
        if 1 not in taken[hit.type][hit.start : hit.end]:
            taken[hit.type][hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
            by_type[hit.type].append(hit)
        elif (
            hit.type is EntityType.DOCUMENT
            and hit.id in draft.lexicon.entities
            and 1 not in titles[hit.start : hit.end]
        ):
            # A nested title is a mention of its own.
            by_type[hit.type].append(hit)
            titles[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    spans: dict[EntityType, dict[int, tuple[int, int]]] = {
        type_: {place: (h.start, h.end) for h in hits for place in range(h.start, h.end)}
        for type_, hits in by_type.items()
    }

    def within(hit: Hit, type_: EntityType) -> bool:
        span = spans.get(type_, {}).get(hit.start)
        return span is not None and span[1] >= hit.end and (span[1] - span[0]) > (hit.end - hit.start)

    result: list[Hit] = []
    for type_, hits in sorted(by_type.items()):
        for hit in hits:
            if (
                type_ is not EntityType.ORGANISATION
                and hit.level is not Level.TAG
                and within(hit, EntityType.ORGANISATION)
            ):
                continue
            if type_ is not EntityType.PLACE and within(hit, EntityType.PLACE):
                continue
            if type_ is EntityType.PLACE and (
                within(hit, EntityType.COUNTRY) or spans.get(EntityType.COUNTRY, {}).get(hit.start)
            ):
                continue
            if type_ is EntityType.PERSON and any(
                place in spans.get(other, {})
                for other in (EntityType.ORGANISATION, EntityType.MEETING)
                for place in (hit.start, hit.end - 1)
            ):
                continue
            result.append(hit)
    return result


def _unknown(draft: Draft, hits: list[Hit]) -> list[UnknownPhrase]:
    """Return capitalised phrases that nothing covers and that do not just begin a sentence."""
    text, stop = draft.text, draft.shapes.stop
    covered = bytearray(len(text))
    for hit in hits:
        covered[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    begins = {sentence.start for sentence in draft.frame.sentences}
    found = []
    for match in NAME.finditer(text):
        phrase = match.group()
        if (
            1 in covered[match.start() : match.end()]
            or phrase.split(" ")[0] in stop
            or draft.shapes.title.fullmatch(phrase)
        ):
            continue
        if " " in phrase or not any(
            place in begins for place in range(max(0, match.start() - 3), match.start() + 1)
        ):
            found.append(UnknownPhrase(text=phrase, start=match.start(), end=match.end()))
    return found
