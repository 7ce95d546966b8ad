"""Who took part in which meeting, in what role, where and when: from the clauses of a sentence in short."""

from __future__ import annotations

import re
from collections.abc import Callable

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause, clauses
from loader.extraction.facts.events.adjuncts import adjuncts, parts
from loader.extraction.facts.events.attendance import (
    accompany,
    attend,
    delegate,
    gather,
    invite,
    join,
    present,
    represent,
)
from loader.extraction.facts.events.delegations import chairs
from loader.extraction.facts.events.encounters import meet, other, receive, speak
from loader.extraction.facts.events.nouns import nouns
from loader.extraction.facts.events.occasions import chair, happen, hold, host, pay, travel
from loader.extraction.facts.events.telling import LEAD, PRESENCE, C, L, Telling
from loader.extraction.facts.pieces import Short

OCCURRENCES = frozenset(
    ["meet", "receive", "speak", "happen", "hold", "host", "pay", "attend", "delegate", "chair", "travel"]
)
"""Senses of verbs that say whether a meeting takes place."""
_LISTING = re.compile(
    r"(?:attend|present|participa|represent|took part|following (?:heads|leaders|ministers|dignitaries|representatives|delegates|personalities|persons))[^.]*:$",
    re.I,
)

_INVITED = re.compile(r"\binvit(?:ed|es|ing|ation)(?: ⟨A\d+⟩| of ⟨A\d+⟩)? to (?:again |jointly )?(\w+)")
"""The infinitive that says to what somebody is invited."""

RULES: dict[str, Callable[[Telling, Short, Clause], list[str]]] = {
    "meet": meet, "other": other, "receive": receive, "speak": speak, "hold": hold, "host": host, "chair": chair,
    "travel": travel, "pay": pay, "happen": happen, "attend": attend, "delegate": delegate, "present": present,
    "join": join, "accompany": accompany, "represent": represent, "gather": gather, "invite": invite,
}  # fmt: skip
"""What reads the clauses of each sense; it returns the meetings that they tell of."""


class Events(Telling):
    """The meetings of a post while its sentences are read in order."""

    def foresee(self, shorts: list[Short]) -> None:
        """Look through a post for whom its nouns name, before verbs are given to nouns."""
        self.dry = True
        for short in shorts:
            if "⟨M" not in short.text:
                continue
            self.here = short.one
            for clause in clauses(short):
                if clause.sense in ("hold", "pay"):
                    self._clause(short, clause)
            nouns(self, short)
        self.claimed = {event: set(people) for event, people in self.people.items()}
        self.dry, self.people, self.met, self.current = False, {}, [], None

    def read(self, short: Short) -> None:
        """Say what a sentence tells of meetings."""
        if not short.pieces:
            return
        self.here = short.one
        self.before = list(self.met)
        told: list[tuple[Clause, list[str]]] = []
        self.nouns = []
        if self._listed(short):
            return
        for clause in clauses(short):
            events = self._clause(short, clause)
            if (
                told
                and told[-1][0].sense == "travel"
                and (
                    clause.sense in ("attend", "chair", "host", "delegate")
                    or (told[-1][0].aside and clause.sense == "hold")
                )
                and self.same(clause.subject, told[-1][0].subject)
            ):
                self._there(short, told[-1][0], clause, events)
            told.append((clause, events))
        nouns(self, short)
        chairs(self, short, [event for _, events in told for event in events][:1] or self.told_here(short))
        adjuncts(self, short, told)
        parts(self, short, [event for _, events in told for event in events])
        if ":" in short.text and _LISTING.search(short.text):
            self.listing = [event for _, events in told for event in events][:1] or self.main()
        for clause, events in told:
            for event in events:
                self.current = event
                if not self.lead and short.one.sentence.line <= LEAD and clause.status is Status.ASSERTED:
                    self.lead = event

    def _listed(self, short: Short) -> bool:
        """Read a line of a list of those present; tell whether the sentence is one."""
        if not self.listing:
            return False
        people = [piece for piece in short.pieces if piece.kind == "A" and piece.people]
        if not people or any(clause.sense not in ("represent", "chair") for clause in clauses(short)):
            self.listing = []
            return False
        for piece in people:
            for id_ in self.persons(piece):
                for event in self.listing:
                    self.one(short, id_, event, (piece.start, piece.end), "listed")
        return True

    def _there(self, short: Short, journey: Clause, clause: Clause, events: list[str]) -> None:
        """Give a meeting the place to which its participants travel, and the journey's days."""
        span = journey.first, clause.last
        for event in events:
            goals = journey.after("to", "", "for", kind="L") or [
                piece
                for piece in journey.after("to", "", "for", kind="A")
                if [m.type for m in piece.mentions] == [C]
            ]
            for place in goals[:1]:
                self.weak.append((short, event, place.mentions[0], span, clause.status))
            for adjunct in short.adjuncts:
                if (
                    journey.first <= adjunct.start <= clause.first
                    and adjunct.mention.id in self.draft.found.dates
                    and not journey.verb.lower().startswith(("leav", "left", "depart"))
                ):
                    self.weak.append((short, event, adjunct.mention, span, clause.status))

    def settle(self) -> None:
        """Give the places and days of journeys to the meetings for which the post says none of their own."""
        told = {(f.subject, f.predicate) for f in self.draft.made.values()}
        for short, event, mention, span, status in self.weak:
            self.draft.mood = status
            if mention.type in (L, C) and (event, "held_in") not in told:
                self.held_in(short, event, mention, span, "travel")
            elif mention.type not in (L, C) and (event, "held_on") not in told and len(mention.id) < 25:
                self.held_on(short, event, mention, span, "travel")
        self.draft.mood = None

    def _clause(self, short: Short, clause: Clause) -> list[str]:
        """Say what a clause tells; return its meetings."""
        rule = RULES.get(clause.sense)
        if rule is None or clause.status is None:
            return []
        self.draft.mood = clause.status
        self.invited = any(match[1] == clause.verb for match in _INVITED.finditer(short.text))
        events = rule(self, short, clause)
        self.draft.mood = None
        self.invited = False
        away = clause.sense in PRESENCE and clause.status is Status.DENIED
        if clause.sense in OCCURRENCES and not self.dry and not away:
            for event in events:
                self.draft.told.setdefault(event, set()).add(clause.status)
        return events
