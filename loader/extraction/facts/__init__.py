"""Mentions → facts, by patterns over masked sentences; what no pattern is sure of is not said."""

from __future__ import annotations

import re
from collections import defaultdict

from cypher.vocabulary import Status
from loader.extraction.facts.appointments import appointments, dealt_in_text
from loader.extraction.facts.bodies import organisations
from loader.extraction.facts.chairs import chairs
from loader.extraction.facts.documents import documents
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.events import Events
from loader.extraction.facts.formats import formats
from loader.extraction.facts.implied import implied
from loader.extraction.facts.parts import again, parts
from loader.extraction.facts.pieces import shorten
from loader.extraction.facts.positions import positions
from loader.extraction.facts.topics import topics
from loader.extraction.facts.venues import greater_places, lines, parties, title_places
from loader.extraction.facts.visits import during_visits
from loader.extraction.frame import Frame
from loader.extraction.mentions import Found
from loader.model import Entity, EntityType, Fact, Post
from loader.vocabulary import Vocabulary

NOUNS = frozenset(
    [
        "own",
        "his",
        "with",
        "party",
        "place",
        "day",
        "place-line",
        "title-place",
        "visit-to",
        "named-after",
        "of-body",
        "again",
    ]
)
"""Rules whose words name a meeting without a verb of their own."""
DONE = {"adopted": "adopted", "signed": "signed", "issued": "adopted"}


def find_facts(
    post: Post, frame: Frame, found: Found, vocabulary: Vocabulary
) -> tuple[list[Fact], list[Entity]]:
    """Return the facts of a post in its order, and its entities with what the facts add to them."""
    draft = FactDraft(post, frame, found, vocabulary)
    shorts = [shorten(one) for one in draft.masks]
    for short in shorts:
        positions(draft, short)
        dealt_in_text(draft, short.one)
        appointments(draft, short.one)
    implied(draft, shorts)
    events = Events(draft)
    events.foresee(shorts)
    for one, short in zip(draft.masks, shorts, strict=True):
        lines(draft, one)
        title_places(draft, one)
        greater_places(draft, short)
        events.read(short)
        parties(draft, one)
        documents(draft, events, short)
        organisations(draft, one)
        chairs(draft, one)
        parts(draft, one)
        formats(draft, one)
        topics(draft, one)
    events.settle()
    draft.settle()
    implied(draft, shorts)
    again(draft)
    during_visits(draft)
    _to_come(draft)
    facts = sorted(draft.made.values(), key=lambda f: (f.evidence.start, f.predicate, f.subject, f.object))
    return facts, _completed(draft, facts)


_NEXT = re.compile(r"(?:the |a |its |their )?(?:next|upcoming|forthcoming)\b", re.I)


def _to_come(draft: FactDraft) -> None:
    """Let what is said of a meeting's people and place be planned when its day is after the post's, or its own verbs say so."""
    posted = draft.post.date
    later: set[str] = set()
    fates: defaultdict[str, set[Status]] = defaultdict(set)
    for fact in draft.made.values():
        if (about := _event_of(fact)) is not None and fact.predicate != "part_of":
            fates[about].add(fact.status)
    later |= {event for event, said in fates.items() if said == {Status.PLANNED}}
    for fact in draft.made.values():
        event = _event_of(fact)
        if event is None:
            continue
        if fact.predicate == "held_on" and fact.date is not None and posted is not None and posted.value:
            begin = fact.date.value.split("/")[0]
            held = Status.ASSERTED in draft.told.get(event, ())
            later |= (
                {event} if not held and begin[: len(posted.value)] > posted.value[: len(begin)] else set()
            )
    later |= {
        m.id
        for m in draft.meetings
        if _NEXT.match(draft.text, m.start) and Status.ASSERTED not in draft.told.get(m.id, ())
    }
    for key, fact in list(draft.made.items()):
        event = _event_of(fact)
        if event is None or fact.status not in (Status.ASSERTED, Status.PLANNED):
            continue
        told = draft.told.get(event, set())
        if told == {Status.DENIED}:
            draft.made[key] = fact.model_copy(update={"status": Status.DENIED})
        elif event in later or (told == {Status.PLANNED} and fact.rule in NOUNS):
            draft.made[key] = fact.model_copy(update={"status": Status.PLANNED})


def _event_of(fact: Fact) -> str | None:
    """Return the meeting whose people, place or day a fact tells."""
    if fact.predicate in ("held_in", "held_on", "part_of"):
        return fact.subject if fact.subject.startswith("meeting:") else None
    return fact.object if fact.predicate in ("participated_in", "chaired", "organised") else None


def _completed(draft: FactDraft, facts: list[Fact]) -> list[Entity]:
    """Give meetings their dates, places, participants and statuses, and documents theirs."""
    changes: defaultdict[str, dict[str, object]] = defaultdict(dict)
    people: defaultdict[str, set[str]] = defaultdict(set)
    statuses: defaultdict[str, set[Status]] = defaultdict(set)
    for fact in facts:
        if (
            fact.predicate == "held_on"
            and fact.object in draft.found.dates
            and fact.status is not Status.DENIED
        ):
            changes[fact.subject].setdefault("date", draft.found.dates[fact.object])
        if fact.predicate == "held_in" and fact.status is not Status.DENIED:
            changes[fact.subject].setdefault("place", fact.object)
        if fact.predicate in ("held_on", "held_in"):
            statuses[fact.subject].add(fact.status)
        if fact.predicate in ("participated_in", "chaired"):
            people[fact.object].add(fact.subject)
            statuses[fact.object].add(fact.status)
        if fact.predicate in DONE:
            done = DONE[fact.predicate]
            changes[fact.object]["status"] = {Status.DENIED: f"not {done}", Status.PLANNED: "draft"}.get(
                fact.status, done
            )
    result = []
    for id_, entity in sorted(draft.entities.items()):
        change = changes[id_]
        if entity.type is EntityType.MEETING:
            change["participants"] = tuple(sorted(people[id_]))
            if statuses[id_]:
                change["status"] = _held(statuses[id_])
            change["name"] = _caption(draft, entity, change["participants"])
        result.append(entity.model_copy(update=change))
    return result


def _held(said: set[Status]) -> str:
    if Status.ASSERTED in said or Status.REPORTED in said:
        return "held"
    return "cancelled" if Status.DENIED in said else "planned"


def _caption(draft: FactDraft, meeting: Entity, participants: object) -> str:
    """Return the name of a meeting; an unnamed one is described by who took part."""
    if meeting.id in draft.named_ids:
        return meeting.name
    assert isinstance(participants, tuple)  # noqa: S101 (made above)
    ids = [p for p in participants if p.startswith("person:")] or list(participants)
    names = [draft.entities[p].name for p in ids if p in draft.entities][:3]
    if not names:
        return meeting.name
    if all(p.startswith("person:") for p in ids):
        names = [name.split(" ")[-1] for name in names]
    return f"{'–'.join(names)} {meeting.kind or 'meeting'}"
