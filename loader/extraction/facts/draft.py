"""The facts of one post while they are collected: each once, with its quote, status and speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from cypher.vocabulary import Status
from loader.extraction.facts.cues import status_of
from loader.extraction.facts.heading import title_end, titled_by
from loader.extraction.facts.sentences import masked
from loader.extraction.facts.speakers import Speakers
from loader.extraction.frame import Frame
from loader.extraction.lexicon import lexicon
from loader.extraction.masks import Mask
from loader.extraction.mentions import Found, local
from loader.extraction.shapes import shapes
from loader.model import DateValue, Entity, EntityType, Fact, Level, Mention, Post, Span
from loader.vocabulary import Vocabulary

_ENCOUNTERS = frozenset(["meeting", "talks", "call", "ministerial", "summit", "session", "dialogue", "visit"])
COLLECTIVE = frozenset(["intergovernmental", "forum", "alliance", "organ"])
"""Kinds of organisations that have members and meet."""


def _most(ids: list[str]) -> str:
    """Return the id that stands more often than every other; nothing when two stand as often."""
    most = Counter(ids).most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else ""


class FactDraft:
    """Collects the facts of one post; the first rule that says a fact wins."""

    def __init__(self, post: Post, frame: Frame, found: Found, vocabulary: Vocabulary) -> None:
        """Mask the sentences of the post."""
        self.post, self.frame, self.text, self.found, self.vocabulary = (
            post,
            frame,
            frame.text,
            found,
            vocabulary,
        )
        self.entities = found.entities
        self.shapes = shapes(vocabulary)
        self.lexicon = lexicon(vocabulary)
        self.made: dict[tuple[str, str, str], Fact] = {}
        self.offices: dict[str, list[Fact]] = {}
        """Person → the offices that the person is said to hold."""
        self.served: set[str] = set()
        """The states in which somebody is said to hold an office."""
        self.partaking: set[str] = set()
        """The states that are said to take part in a meeting."""
        self.meetings = [m for m in found.mentions if m.type is EntityType.MEETING]
        self.firsts = {m.id: m for m in reversed(self.meetings)}
        """Meeting → its first mention."""
        self.named = [m for m in self.meetings if m.level is Level.NAME]
        """The mentions of meetings by their names."""
        self.named_ids = {m.id for m in self.named}
        self.many = (
            len({m.id for m in found.mentions if m.type is EntityType.PERSON and m.level is Level.NAME}) > 1
        )
        """Whether the post names several persons."""
        self.title_end = title_end(frame)
        """Where the title ends."""
        self.titles = [m for m in self.meetings if m.end <= self.title_end]
        """The mentions of meetings in the title."""
        self.visits = list(dict.fromkeys(m.id for m in self.meetings if self.entities[m.id].kind == "visit"))
        """The visits that the post names, in its order."""
        self._meeting_starts = [m.start for m in self.meetings]
        self._encounters = [m for m in self.meetings if self.entities[m.id].kind in _ENCOUNTERS]
        self._encounter_starts = [m.start for m in self._encounters]
        self.numbers = {id(mention): number for number, mention in enumerate(found.mentions)}
        """Place of a mention, by its identity, among the post's."""
        self.masks = list(masked(frame, found.mentions))
        self.bodies = [
            m for m in found.mentions
            if m.type is EntityType.ORGANISATION and m.level is not Level.ADJECTIVE and self.kind(m.id) in COLLECTIVE
        ]  # fmt: skip
        """The mentions of organisations that have members."""
        self.body_starts = [m.start for m in self.bodies]
        self.body_most = _most([m.id for m in self.bodies])
        self.titled = titled_by(frame, self.bodies, self.kind)
        self._starts = [m.start for m in found.mentions]
        self._speakers = Speakers(frame, found.mentions)
        self.stateless: dict[str, tuple[Mask, tuple[int, int], str]] = {}
        """Person → sentence, span and words of a title that names no state."""
        self.parts: set[str] = set()
        """Meetings of which it is said of what organisation they are part."""
        self.told: dict[str, set[Status]] = {}
        """Meeting → how the verbs of which it is the subject or object say that it takes place."""
        self._supposed: list[
            tuple[Mask, str, str, str, tuple[int, int], str, Status | None, DateValue | None]
        ] = []
        """Facts for want of better ones: what a dateline says of the meeting in the title."""
        self.mood: Status | None = None
        """How the clause that is being read says what it says; None outside of clauses."""

    def say(
        self, one: Mask, subject: str, predicate: str, object_: str, span: tuple[int, int], rule: str,
        *, qualifier: str = "", status: Status | None = None, date: DateValue | None = None,
    ) -> bool:  # fmt: skip
        """Add a fact whose quote is a span of a masked sentence; tell whether it stands now."""
        key = (subject, predicate, object_)
        first, last = one.post(span[0]), one.post(span[1])
        while first < last and self.text[first].isspace():
            first += 1
        while last > first and self.text[last - 1] in " ,;":
            last -= 1
        if subject == object_ or first >= last or (predicate == "chaired" and object_.startswith("country:")):
            return False
        if key in self.made:
            return True
        said = status or self.mood or status_of(one, span)
        if said is None:
            return False
        self.made[key] = fact = Fact(
            subject=subject, predicate=predicate, object=object_, qualifier=qualifier, rule=rule, date=date,
            status=said, evidence=Span(start=first, end=last), speaker=self._speakers.of(one),
        )  # fmt: skip
        if predicate == "holds_position":
            self.offices.setdefault(subject, []).append(fact)
            if object_.startswith("country:"):
                self.served.add(object_)
        elif predicate == "participated_in" and subject.startswith("country:"):
            self.partaking.add(subject)
        return True

    def inside(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that lie within a span of the post."""
        found = self.found.mentions
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in found[first:last] if m.end <= end]

    def meetings_between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions of meetings that begin within a span of the post."""
        starts = self._meeting_starts
        return self.meetings[bisect_left(starts, start) : bisect_left(starts, end)]

    def kind(self, id_: str) -> str:
        """Return the kind of an entity, as the vocabularies or else the post gives it."""
        entity = self.lexicon.entities.get(id_) or self.entities.get(id_)
        return entity.kind if entity is not None else ""

    def suppose(
        self, one: Mask, subject: str, predicate: str, object_: str, span: tuple[int, int], rule: str,
        *, status: Status | None = None, date: DateValue | None = None,
    ) -> None:  # fmt: skip
        """Keep a fact that counts only when the post says nothing else of the subject with this predicate."""
        self._supposed.append((one, subject, predicate, object_, span, rule, status, date))

    def settle(self) -> None:
        """Add the supposed facts of subjects of which nothing else was said, unless they are still to come."""
        told = {(fact.subject, fact.predicate) for fact in self.made.values()}
        for one, subject, predicate, object_, span, rule, status, date in self._supposed:
            if (subject, predicate) not in told and Status.PLANNED not in self.told.get(subject, set()):
                self.say(one, subject, predicate, object_, span, rule, status=status, date=date)

    def status(self, one: Mask, span: tuple[int, int]) -> Status | None:
        """Return how a span of a sentence says what it says."""
        return status_of(one, span)

    def new_meeting(self, one: Mask, at: int, kind: str) -> str:
        """Return a meeting that only a verb tells of."""
        id_ = local(self.post, "meeting", one.post(at))
        self.entities.setdefault(id_, Entity(id=id_, type=EntityType.MEETING, name=kind, kind=kind))
        return id_

    def hold(self, one: Mask, who: str, of: str, span: tuple[int, int], title: str) -> None:
        """Add a position; the first title that a post gives a person is the one that counts."""
        key = (who, "holds_position", of)
        if key not in self.made or self.made[key].qualifier == title:
            self.say(one, who, "holds_position", of, span, "title", qualifier=title, status=Status.ASSERTED)

    def first_person(self, one: Mask) -> str | None:
        """Return whom "we" and "I" include."""
        return self._speakers.of(one) or self._speakers.announced

    def main_meeting(self, before: int) -> Mention | None:
        """Return the meeting that the post is about at a place: the last one of a proper kind before it, else the first."""
        fit = self._encounters
        earlier = bisect_right(self._encounter_starts, before)
        return fit[max(0, earlier - 1)] if fit else None

    def know(self, id_: str) -> bool:
        """Make sure that an entity of the vocabularies is among the post's; False when nobody knows it."""
        if id_ not in self.entities and id_ in self.lexicon.entities:
            self.entities[id_] = self.lexicon.entities[id_]
        return id_ in self.entities
