"""The bare titles of a post, and the states that its facts and names join."""

from __future__ import annotations

import re
from collections import defaultdict

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.offices import of_body
from loader.extraction.facts.pieces import Short
from loader.model import EntityType, Level

_RELATIONS = re.compile(
    r"between (?:the )?⟨C\d+⟩ and (?:the )?⟨C\d+⟩|⟨C\d+⟩[-–]⟨C\d+⟩ (?:relations|cooperation|ties|partnership|dialogue)|⟨C\d+⟩ and (?:the )?⟨C\d+⟩ (?:established|enjoy|share|have|maintain|agreed|signed)"
)


class Bare:
    """The titles of a post that name no state, and who holds office where, as far as is known."""

    def __init__(self, draft: FactDraft, shorts: list[Short]) -> None:
        """Look for the visits and the pairs of states of a post."""
        self.draft = draft
        self.shorts = shorts
        self.held: defaultdict[str, set[str]] = defaultdict(set)
        for fact in draft.made.values():
            if fact.predicate == "holds_position":
                self.held[fact.subject].add(fact.object)
        self.open = {
            who: entry for who, entry in draft.stateless.items()
            if who not in self.held
            or (of_body(entry[2]) and not any(of.startswith("organisation:") for of in self.held[who]))
        }  # fmt: skip
        self.clauses: list[tuple[Short, list[Clause]]] = []
        self.visitors: set[str] = set()
        self.hosts: set[str] = set()
        self.visited: set[str] = set()

    def _give(self, who: str, of: str | None) -> None:
        """Give an open title its state, where the title can be one of it."""
        if of is None or who not in self.open or not self.draft.know(of):
            return
        one, span, title = self.open[who]
        if of.startswith("country:") and of_body(title):
            return
        self.draft.hold(one, who, of, span, title)
        self.held[who].add(of)
        del self.open[who]

    def _people(self) -> dict[str, set[str]]:
        """Return the persons at each meeting."""
        return self._taking_part("person:", "participated_in", "chaired")

    def _parties(self) -> dict[str, set[str]]:
        """Return the states that take part in each meeting."""
        return self._taking_part("country:", "participated_in")

    def _taking_part(self, sort: str, *predicates: str) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for fact in self.draft.made.values():
            if (
                fact.predicate in predicates
                and fact.subject.startswith(sort)
                and fact.status is not Status.DENIED
            ):
                found[fact.object].add(fact.subject)
        return found

    def _pair(self) -> set[str]:
        """Return the two states that the names and facts of the post join; the empty set when they are not just two."""
        parties = self._parties()
        pairs = {frozenset(states) for states in parties.values() if len(states) > 1}
        flags = [
            m.id
            for m in self.draft.found.mentions
            if m.level is Level.FLAG and m.start < self.draft.frame.lines[0][1] + 200
        ]
        tags = defaultdict(set)
        for mention in self.draft.found.mentions:
            if mention.level is Level.TAG and mention.type is EntityType.COUNTRY:
                start = self.draft.text.rfind("#", 0, mention.start)
                tags[start].add(mention.id)
        pairs |= {frozenset(states) for states in tags.values() if len(states) == 2}
        if len(set(flags)) == 2:
            pairs.add(frozenset(flags))
        for short in self.shorts:
            for match in _RELATIONS.finditer(short.one.text):
                pairs.add(
                    frozenset(m.id for m in short.one.of(match.group()) if m.type is EntityType.COUNTRY)
                )
        return set(next(iter(pairs))) if len(pairs) == 1 and len(next(iter(pairs))) == 2 else set()
