"""An extraction → the same with ids that tell namesakes apart, so that resolution decides who is one and logs it.

Inside a post an id made of a name is enough. Across posts it would join without a reason, and for good, whoever bears
the name: two John Smiths of two states, every "Minister Lee", every "Foreign Ministry".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from loader.model import Entity, EntityType, Extraction, Fact
from loader.resolution.names import digest, title_key
from loader.resolution.organisations import national
from loader.resolution.records import Record

_TELLS_STATE = frozenset({"holds_position", "represents"})
_BEFORE = frozenset({" ", "'s ", "’s "})
_AFTER = frozenset({" of ", " of the "})
_GENERIC = frozenset(
    "ministry department government parliament senate cabinet administration presidency embassy agency foreign external "
    "internal interior home national federal state affairs defence defense security trade finance economy economic "
    "development justice health education culture energy agriculture labour labor environment transport industry "
    "commerce cooperation tourism war upper lower house".split()
)
"""Words of bodies that every state has: a name of nothing else does not say whose body it is."""


def tell_apart(made: Extraction) -> Extraction:
    """Return an extraction whose unknown persons and national bodies have ids that another's namesake has not.

    A full name carries its bearer's state, when the post tells one; a surname alone and a body without a state
    carry the post.
    """
    changed: dict[str, Entity] = {}
    states = _states(made)
    for entity in made.entities:
        if entity.known or entity.id.startswith("person:role:"):
            continue
        if entity.type is EntityType.PERSON:
            changed[entity.id] = _person(entity, states.get(entity.id), made)
        elif entity.type is EntityType.ORGANISATION and _bare(entity):
            changed[entity.id] = _body(entity, made)
    changed = {name: entity for name, entity in changed.items() if entity.id != name}
    return _renamed(made, changed) if changed else made


def _states(made: Extraction) -> dict[str, str]:
    """Return the state of each person of whom the post tells exactly one."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for fact in made.facts:
        if fact.predicate in _TELLS_STATE and fact.object.startswith("country:"):
            told[fact.subject].add(fact.object.removeprefix("country:"))
    return {who: min(states) for who, states in told.items() if len(states) == 1}


def _person(entity: Entity, state: str | None, made: Extraction) -> Entity:
    state = entity.country or state
    if " " not in entity.name.strip():
        return entity.model_copy(update={"id": f"{entity.id}-{digest(made.post.id)}", "country": state})
    return (
        entity.model_copy(update={"id": f"{entity.id}-{state.lower()}", "country": state})
        if state
        else entity
    )


def _bare(entity: Entity) -> bool:
    return national(Record.of(entity, "", None)) and set(title_key(entity.name).split()) <= _GENERIC


def _body(entity: Entity, made: Extraction) -> Entity:
    state = entity.country or _beside(entity, made)
    if state:
        return entity.model_copy(update={"id": f"{entity.id}-{state.lower()}", "country": state})
    words = f" {title_key(entity.name)} "
    whole = [
        other for other in made.entities
        if other.type is EntityType.ORGANISATION and other.id != entity.id and words in f" {title_key(other.name)} "
    ]  # fmt: skip
    if len(whole) == 1:
        # "The Foreign Ministry of Kenya …. The Foreign Ministry …": the post says whose it is.
        return whole[0]
    return entity.model_copy(update={"id": f"{entity.id}-{digest(made.post.id)}"})


def _beside(entity: Entity, made: Extraction) -> str | None:
    """Return the one state that stands beside a body: "Norwegian Foreign Ministry", "Parliament of Norway"."""
    text = made.post.text
    countries = [mention for mention in made.mentions if mention.type is EntityType.COUNTRY]
    starts = {mention.start: mention.id for mention in countries}
    ends = {mention.end: mention.id for mention in countries}
    found = set()
    for mention in made.mentions:
        if mention.id == entity.id:
            found |= {
                ends.get(mention.start - len(gap)) for gap in _BEFORE if text[: mention.start].endswith(gap)
            }
            found |= {
                starts.get(mention.end + len(gap)) for gap in _AFTER if text.startswith(gap, mention.end)
            }
    states = sorted(name.removeprefix("country:") for name in found if name)
    return states[0] if len(states) == 1 else None


def _renamed(made: Extraction, changed: dict[str, Entity]) -> Extraction:
    def new(name: str) -> str:
        return changed[name].id if name in changed else name

    # A body that is another one of the post gives way to it; everything else comes once under its new id.
    entities = {one.id: one for entity in made.entities for one in [changed.get(entity.id, entity)]}
    for name, entity in entities.items():
        if entity.participants:
            who = tuple(sorted(set(map(new, entity.participants))))
            entities[name] = entity.model_copy(update={"participants": who})
    return made.model_copy(
        update={
            "mentions": tuple(
                m.model_copy(update={"id": new(m.id)}) if m.id in changed else m for m in made.mentions
            ),
            "entities": tuple(entities[name] for name in sorted(entities)),
            "facts": tuple(_unique(_fact(fact, changed) for fact in made.facts)),
        }
    )


def _fact(fact: Fact, changed: dict[str, Entity]) -> Fact:
    if fact.subject not in changed and fact.object not in changed and fact.speaker not in changed:
        return fact
    ends = {"subject": fact.subject, "object": fact.object, "speaker": fact.speaker}
    return fact.model_copy(
        update={field: changed[name].id for field, name in ends.items() if name in changed}
    )


def _unique(facts: Iterable[Fact]) -> Iterable[Fact]:
    seen = set()
    for fact in facts:
        key = (fact.subject, fact.predicate, fact.object, fact.evidence.start, fact.evidence.end)
        if fact.subject != fact.object and key not in seen:
            seen.add(key)
            yield fact
