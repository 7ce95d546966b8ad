"""Where a visit goes, and which talks are part of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.model import EntityType, Fact, Level, Mention

_FAR = 80
"""Characters behind "visit" in which its goal may stand: "the visit of ⟨P⟩ to ⟨C⟩"."""
_TALKS = frozenset(["talks", "meeting", "dialogue", "ministerial", "courtesy call", "consultations"])


def goals(draft: FactDraft, visit: Mention) -> Iterator[str]:
    """Yield the states to which a visit goes, by the words in and behind its name."""
    for other in draft.inside(visit.start, visit.end + 2 * _FAR):
        if other.type not in (EntityType.COUNTRY, EntityType.PLACE):
            continue
        inside = visit.start < other.start and other.end <= visit.end
        if (inside and re.search(r"\bto (?:the )?$", draft.text[visit.start : other.start])) or (
            0 <= other.start - visit.end < _FAR
            and re.fullmatch(
                r"(?: (?:of|by) [^.;]{0,70}?)? to (?:the )?", draft.text[visit.end : other.start]
            )
        ):
            yield from states_meant(draft, other)


def states_meant(draft: FactDraft, mention: Mention) -> Iterator[str]:
    """Yield the state that a mention of a state or of its capital means."""
    if mention.type is EntityType.COUNTRY and mention.level is not Level.ADJECTIVE:
        yield mention.id
    elif mention.type is EntityType.PLACE and mention.id in draft.lexicon.capitals:
        yield draft.lexicon.capitals[mention.id]


def during_visits(draft: FactDraft) -> None:
    """Say that talks are part of the one visit of a participant that agrees with them in time, place and status."""
    if not draft.visits:
        return
    people: defaultdict[str, dict[str, Fact]] = defaultdict(dict)
    about: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in draft.made.values():
        if fact.predicate == "participated_in" and fact.status is not Status.DENIED:
            people[fact.object][fact.subject] = fact
        if fact.predicate in ("held_in", "held_on"):
            about[fact.subject].append(fact)
    where = {visit: _states_of(draft, about[visit]) for visit in draft.visits}
    for mention in draft.meetings:
        if mention.id in where:
            where[mention.id] |= set(goals(draft, mention))
    visits_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, visit in enumerate(draft.visits):
        for who in people[visit]:
            visits_of[who].append(number)
    parts = {
        subject for subject, predicate, whole in draft.made
        if predicate == "part_of" and whole in draft.entities and draft.entities[whole].type is EntityType.MEETING
    }  # fmt: skip
    for event, there in sorted(people.items()):
        kind = draft.entities[event].kind if event in draft.entities else ""
        if kind not in _TALKS or event in parts:
            continue
        near = sorted({number for who in there for number in visits_of[who]})
        fitting = [
            visit for visit in (draft.visits[number] for number in near)
            if _planned(there.values()) == _planned(people[visit].values())
            and _same_time(draft, about[event], about[visit])
            and not _elsewhere(_states_of(draft, about[event]), where[visit])
        ]  # fmt: skip
        if len(fitting) != 1:
            continue
        fact = there[min(there.keys() & people[fitting[0]].keys())]
        change = {
            "subject": event,
            "predicate": "part_of",
            "object": fitting[0],
            "rule": "during-visit",
            "qualifier": "",
        }
        draft.made.setdefault((event, "part_of", fitting[0]), fact.model_copy(update=change))


def _planned(facts: object) -> bool:
    assert hasattr(facts, "__iter__")  # noqa: S101 (made above)
    return all(fact.status is Status.PLANNED for fact in facts)


def _states_of(draft: FactDraft, facts: list[Fact]) -> set[str]:
    """Return the states in which the places of some facts lie."""
    found = set()
    for fact in facts:
        if fact.predicate == "held_in":
            place = draft.entities.get(fact.object)
            if fact.object.startswith("country:"):
                found.add(fact.object)
            elif place is not None and place.country:
                found.add(f"country:{place.country}")
    return found


def _elsewhere(here: set[str], goal: set[str]) -> bool:
    return bool(here and goal and not here & goal)


def _same_time(draft: FactDraft, event: list[Fact], visit: list[Fact]) -> bool:
    """Tell whether the days of two meetings can agree."""
    one, other = (
        {f.object.removeprefix("date:") for f in facts if f.predicate == "held_on"}
        for facts in (event, visit)
    )
    return not (one and other) or any(_overlap(a, b) for a in one for b in other)


def _overlap(one: str, other: str) -> bool:
    first, last = (one.split("/") * 2)[:2]
    begin, end = (other.split("/") * 2)[:2]
    size = min(len(first), len(begin))
    return first[:size] <= end[:size] and begin[:size] <= last[:size]
