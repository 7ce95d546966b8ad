"""Facts that rest on proposed names, added to those that rest on rules alone.

The patterns read the post twice, without and with the proposed names. What the first reading says stays, so that a
wrong proposal costs no right fact. Of the second one only facts that need a proposed name are added - a person who met
somebody, a place of a meeting - and their rule ends with ``+ner``, so that they can be told, counted and left out.
The entities of the first reading stay as well, so that resolution compares the rules' meetings by what rules found.
"""

from __future__ import annotations

from collections.abc import Sequence

from loader.extraction.mentions import Found
from loader.model import Entity, Fact

MARK = "+ner"
"""End of the rule of a fact that needs a proposed name."""


def add_facts(
    facts: Sequence[Fact],
    entities: Sequence[Entity],
    found: Found,
    more: Sequence[Fact],
    wider: Sequence[Entity],
) -> tuple[list[Fact], list[Entity]]:
    """Return the facts and entities of both readings of a post, in the order of each alone.

    Args:
        facts: what the rules alone say.
        entities: their entities, by id.
        found: the mentions with the proposed ones.
        more: what the patterns say with the proposed names.
        wider: the entities of that reading, by id.
    """
    proposed = {mention.id for mention in found.mentions if mention.proposed}
    base = {entity.id for entity in entities}
    said = {(fact.subject, fact.predicate, fact.object) for fact in facts}
    fresh = [fact for fact in more if (fact.subject, fact.predicate, fact.object) not in said]
    # A meeting that only the verb beside a proposed name tells of is new as well, and so are its day and place.
    needed = proposed | {
        end for fact in fresh for end in (fact.subject, fact.object)
        if end.startswith("meeting:") and end not in base and {fact.subject, fact.object} & proposed
    }  # fmt: skip
    added = [
        fact.model_copy(update={"rule": fact.rule + MARK})
        for fact in fresh
        if {fact.subject, fact.object} & needed
    ]
    known = {entity.id: entity for entity in wider}
    used = proposed | {end for fact in added for end in (fact.subject, fact.object)}
    whole = {name: known[name] for name in sorted(used) if name in known}
    whole |= {entity.id: entity for entity in entities}
    order = sorted([*facts, *added], key=lambda f: (f.evidence.start, f.predicate, f.subject, f.object))
    return order, [whole[name] for name in sorted(whole)]
