"""Whom visitors meet in the state that they visit, and where they themselves are from."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.bare import Bare
from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.offices import of_state
from loader.extraction.facts.pieces import Short
from loader.extraction.facts.visits import goals, states_meant

_TO_PLACE = frozenset(["to", "in", "at"])
_MET = re.compile(
    r"(?:received by|meetings? with|audience with|talks with|meet(?:ing)? (?:with )?|met (?:with )?|calls? on|called on|hosted by|welcomed by|greeted by|conversation with) (?P<who>⟨A\d+⟩)"
)
_ON_VISIT = re.compile(
    r"(?P<who>⟨A\d+⟩)(?: ,)? (?:who )?(?:is|was|will be) (?:[a-z]+ ){0,3}?(?:on|for) (?P<visit>⟨M\d+⟩)"
)
SEATS = frozenset("New York|Geneva|Brussels|Vienna|Strasbourg|Luxembourg|The Hague".split("|"))
"""Cities where so many bodies meet that who is met or chairs there need not be the host."""


class Journeys(Bare):
    """The visits of a post: they leave no doubt about the titles of hosts and guests."""

    def _visit(self) -> None:
        """Find who visits which state, and who is met there."""
        for fact in self.draft.made.values():
            meeting = self.draft.entities.get(fact.object)
            visiting = fact.qualifier == "visitor" or fact.rule in ("own", "his")
            if (
                fact.predicate == "participated_in"
                and meeting is not None
                and meeting.kind == "visit"
                and visiting
            ):
                self.visitors.add(fact.subject)
        for mention in self.draft.meetings:
            if self.draft.entities[mention.id].kind == "visit":
                self.visited |= set(goals(self.draft, mention))
        for short, found in self.clauses:
            for clause in found:
                self._journey(short, clause)
            for match in _ON_VISIT.finditer(short.text):
                people, visit = short.of(match["who"])[0], short.of(match["visit"])[0].mentions[0]
                if people.people and self.draft.entities[visit.id].kind == "visit":
                    self.visitors |= {m.id for m in people.mentions}
                    for adjunct in short.adjuncts:
                        self.visited |= set(states_meant(self.draft, adjunct.mention))

    def _journey(self, short: Short, clause: Clause) -> None:
        """Take in a clause that tells of a journey or a reception."""
        subject = clause.subject
        if subject is None or subject.kind != "A" or not subject.people or clause.status is Status.DENIED:
            return
        who = {m.id for m in subject.mentions}
        if clause.sense == "travel":
            if clause.status is Status.PLANNED and re.search(
                r"\binvit(?:ed|es|e|ing)\b", short.one.text[max(0, clause.first - 40) : clause.last]
            ):
                return
            places = [
                a.piece
                for a in clause.arguments
                if a.piece.kind in "AL" and a.preposition in ("", *_TO_PLACE)
            ]
            goal = {
                state
                for piece in places
                if not piece.people
                for m in piece.mentions
                for state in states_meant(self.draft, m)
            }
            for adjunct in short.adjuncts:
                if clause.first <= adjunct.start <= clause.end:
                    goal |= set(states_meant(self.draft, adjunct.mention))
            if len(goal) == 1:
                self.visited |= goal
                self.visitors |= who
        elif clause.sense == "receive":
            others = (
                clause.after("by", kind="A") if clause.passive else [p for p in [clause.direct("A")] if p]
            )
            guests = {m.id for p in others if p.people for m in p.mentions}
            hosts, guests = (guests, who) if clause.passive else (who, guests)
            if guests:
                self.hosts |= hosts
                self.visitors |= guests - hosts

    def _visit_states(self) -> None:
        """Whom a visitor meets in the one visited state holds office there; the visitor does not."""
        if len(self.visited) != 1:
            return
        there = next(iter(self.visited))
        guests = {who for who in self.visitors if there not in self.held[who]} - self.hosts
        homes = {of for who in guests for of in self.held[who] if of.startswith("country:")}
        if not guests:
            return
        met = {who for event, people in self._people().items() for who in people if people & guests} - guests
        for who in sorted((self.hosts | met | self._inviters()) - self.visitors):
            title = self.open[who][2] if who in self.open else ""
            if of_state(title) and len(homes - {there}) <= 1:
                self._give(who, there)
        pair = self._pair()
        if there in pair and len(pair) == 2:
            for who in sorted(guests):
                if who in self.open and of_state(self.open[who][2]):
                    self._give(who, next(iter(pair - {there})))

    def _local(self, short: Short, clause: Clause) -> None:
        """Read "In ⟨capital⟩, ⟨P⟩ met ⟨P⟩": whom a traveller meets in a capital holds office there."""
        if (
            clause.sense not in ("receive", "meet", "hold", "pay")
            or clause.subject is None
            or not clause.subject.people
        ):
            return
        states = {state for adjunct in short.adjuncts for state in states_meant(self.draft, adjunct.mention)}
        if len(states) != 1:
            return
        there = next(iter(states))
        others = [a.piece for a in clause.arguments if a.piece.kind == "A" and a.piece.people]
        subject = {m.id for m in clause.subject.mentions}
        objects = {m.id for piece in others for m in piece.mentions}
        hosts, guests = (
            (subject, objects) if clause.sense == "receive" and not clause.passive else (objects, subject)
        )
        # the guest must be from elsewhere: by office, by being on a journey, or by a surname that the post knows from before
        if any(there in self.held[who] for who in guests) or not (
            guests and (guests & self.visitors or all(self.held[who] for who in guests))
        ):
            return
        for who in sorted(hosts):
            if who in self.open and of_state(self.open[who][2]):
                self._give(who, there)

    def _met_in_capital(self, short: Short) -> None:
        """Read "the visit to ⟨capital⟩ includes an audience with ⟨P⟩": who is met on a journey holds office there."""
        if not (self.visitors or self.visited):
            return
        there = {
            state
            for piece in short.pieces
            if piece.kind == "L"
            for state in states_meant(self.draft, piece.mentions[0])
        }
        there |= {state for adjunct in short.adjuncts for state in states_meant(self.draft, adjunct.mention)}
        there |= {
            state
            for piece in short.pieces
            if piece.kind == "M"
            for m in piece.mentions
            for state in goals(self.draft, m)
        }
        if not there and len(self.visited) == 1 and self.visitors:
            there = self.visited
        names = {
            self.draft.entities[a.mention.id].name
            for a in short.adjuncts
            if a.mention.id in self.draft.entities
        }
        if len(there) != 1 or names & SEATS:
            return
        for match in _MET.finditer(short.text):
            people = short.of(match["who"])[0]
            for mention in people.mentions if people.people else ():
                if (
                    mention.id in self.open
                    and mention.id not in self.visitors
                    and of_state(self.open[mention.id][2])
                ):
                    self._give(mention.id, next(iter(there)))

    def _inviters(self) -> set[str]:
        found: set[str] = set()
        for short in self.shorts:
            for match in re.finditer(r"invitation (?:of|from) (⟨A\d+⟩)", short.text):
                found |= {m.id for piece in short.of(match[1]) if piece.people for m in piece.mentions}
        return found
