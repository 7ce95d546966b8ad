"""A post → everything it says: mentions, entities, facts."""

from __future__ import annotations

from loader.extraction.facts import find_facts
from loader.extraction.frame import frame
from loader.extraction.mentions import find_mentions
from loader.model import Extraction, Post
from loader.vocabulary import Vocabulary


def extract(post: Post, vocabulary: Vocabulary) -> Extraction:
    """Return what a post says; the same for the same post and vocabulary, whatever came before."""
    framed = frame(post)
    found = find_mentions(post, framed, vocabulary)
    facts, entities = find_facts(post, framed, found, vocabulary)
    return Extraction(
        post=post,
        mentions=tuple(found.mentions),
        entities=tuple(entities),
        facts=tuple(facts),
        unknown=tuple(found.unknown),
        vocabulary_hash=vocabulary.hash,
    )
