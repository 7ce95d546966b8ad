"""A post → everything it says: mentions, entities, facts."""

from __future__ import annotations

from loader.extraction.facts import find_facts
from loader.extraction.frame import frame
from loader.extraction.mentions import find_mentions
from loader.extraction.proposed_facts import add_facts
from loader.extraction.proposer import propose as propose_names
from loader.model import Extraction, Post
from loader.vocabulary import Vocabulary


def extract(post: Post, vocabulary: Vocabulary, *, propose: bool = False) -> Extraction:
    """Return what a post says; the same for the same post and vocabulary, whatever came before.

    Args:
        post: the post.
        vocabulary: the known names and words.
        propose: let a statistical model add names, and the facts that rest on them.

    Raises:
        LoaderError: the model is asked for and not installed.
    """
    framed = frame(post)
    found = find_mentions(post, framed, vocabulary)
    more = propose_names(framed, found, vocabulary) if propose else None
    facts, entities = find_facts(post, framed, found, vocabulary)
    if more:
        facts, entities = add_facts(facts, entities, more, *find_facts(post, framed, more, vocabulary))
    return Extraction(
        post=post,
        mentions=tuple(more.mentions if more else found.mentions),
        entities=tuple(entities),
        facts=tuple(facts),
        unknown=tuple(found.unknown),
        vocabulary_hash=vocabulary.hash,
    )
