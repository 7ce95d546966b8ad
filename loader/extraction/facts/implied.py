"""Bare titles whose state or organisation the text itself leaves no doubt about; never the channel's own state."""

from __future__ import annotations

import re
from collections import defaultdict

from loader.extraction.facts.clauses import clauses
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.homes import bodies_named, homes
from loader.extraction.facts.journeys import SEATS, Journeys
from loader.extraction.facts.offices import of_body, of_state
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.facts.visits import states_meant
from loader.model import EntityType, Level, Mention

C, O, P, L = EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PERSON, EntityType.PLACE
_BY_STATE = re.compile(
    r"(⟨A\d+⟩)(?: ,)? (?:(?:was |were |is |will be )?represented )?by (?:its |their |the )?(⟨A\d+⟩)"
)
_DELEGATION = re.compile(
    r"(?:⟨[cA](?P<whose>\d+)⟩(?: 's)?|⟨A(?P<unit>\d+)⟩) (?:[\w-]+ ){0,2}?(?:delegation|side|team)?(?: ,)? ?(?:which )?(?:was |will be |is |were )?"
    r"(?:headed|led) by (?P<head>⟨A\d+⟩)"
)
_MEMBERS = re.compile(
    r"⟨[cA](?P<whose>\d+)⟩(?: 's)?(?: [\w-]+){0,2}? ?(?:delegation|side|team)?(?: ,[^.;]{0,60}? ,)? (?:also )?(?:included|includes|comprised|comprises|consisted of|consists of|is composed of) (?P<who>⟨A\d+⟩)"
)
_HEADING = re.compile(
    r"(?P<who>⟨A\d+⟩)(?: ,)? (?:who )?(?:will |is |was )?(?:led|leads|lead|headed|heads|head|heading|leading) (?:the |a )?⟨[cA](?P<whose>\d+)⟩(?: 's)?(?: [\w-]+){0,2}? ?(?:delegation|team)?"
)
_FOR = re.compile(
    r"(?:[Oo]n behalf of|[Ff]or|[Ff]rom|[Oo]n) (?:the )?⟨[cA](?P<whose>\d+)⟩(?: 's)? ?(?P<side>side)?(?: ,)? (?P<who>⟨A\d+⟩)"
)
_ACCOMPANIED = re.compile(
    r"(?P<head>⟨A\d+⟩)[^⟨⟩.;]{0,40}?(?:⟨M\d+⟩[^⟨⟩.;]{0,30}?)?(?:,| was| is| will be| were) accompanied by (?P<who>⟨A\d+⟩)"
)
_DATELINE = re.compile(r"^\W*(?P<in>⟨L\d+⟩)(?: ,)?(?: (?:⟨[LTA]\d+⟩|,|\d+))* [–—-] (?:The )?(?P<who>⟨A\d+⟩)")
_FOREIGN = re.compile(
    r"^(?:Minister (?:of|for) (?:Europe and )?Foreign Affairs|Foreign (?:Minister|Secretary)|External Affairs Minister|Minister of External Affairs|Federal Foreign Minister)\b"
)
_STAFF = re.compile(
    r"(?i)spokes|press secretary|national security advis|chief of staff|special envoy|special representative"
)
_AMERICAN = re.compile(
    r"^(?:(?:Acting |Principal |Senior )?(?:Deputy )?(?:Assistant|Under) Secretary(?: of State| of Defense| of the Treasury)?|Deputy Secretary(?: of (?:State|Defense))?|"
    r"Secretary(?: of (?:State|Defense|the Treasury|Commerce|Homeland Security|Energy|Agriculture))|(?:Homeland Security|Treasury|Commerce) Secretary)(?: (?:for|of) .*)?$"
)
"""Titles of the United States: theirs where the text names them."""


def implied(draft: FactDraft, shorts: list[Short]) -> None:
    """Give the holders of bare titles the state or organisation that the text leaves for them."""
    Implied(draft, shorts).say()


class Implied(Journeys):
    """The stateless titles of a post and what its sentences tell of them."""

    def say(self) -> None:
        """Say what is implied, the surest first."""
        if not self.open:
            return
        self.clauses = [(short, list(clauses(short))) for short in self.shorts]
        self._of_bodies()
        self._american()
        for short in self.shorts:
            self._beside(short)
        self._visit()
        for short, found in self.clauses:
            for clause in found:
                self._local(short, clause)
            self._met_in_capital(short)
        self._ministry()
        self._dateline()
        for _ in range(2):
            for short in self.shorts:
                self._accompanied(short)
            self._visit_states()
            self._other_party()
        self._chairs()

    # ── organisations ───────────────────────────────────────────────────────────────────────────────────────

    def _of_bodies(self) -> None:
        """A bare "Secretary-General" is that of the one organisation that the post is about."""
        bare = [who for who, (_, _, title) in self.open.items() if of_body(title)]
        if not bare:
            return
        count, headed = bodies_named(self.draft)
        for who in bare:
            title = self.open[who][2]
            unique = _UNIQUE.get(title.casefold(), "")
            if unique and (unique in count or unique in self.draft.entities):
                self._give(who, unique)
            elif not unique and len(count) == 1:
                self._give(who, next(iter(count)))
            elif not unique and len(headed) == 1:
                self._give(who, next(iter(headed)))

    def _american(self) -> None:
        named = any(
            m.id in ("country:US", "organisation:state-department") for m in self.draft.found.mentions
        )
        for who, (_, _, title) in list(self.open.items()):
            if named and _AMERICAN.match(title):
                self._give(who, "country:US")

    # ── what stands beside a title ──────────────────────────────────────────────────────────────────────────

    def _beside(self, short: Short) -> None:
        """Read "⟨C⟩ was represented by its ⟨P⟩", "the ⟨c⟩ delegation included ⟨P⟩", "for ⟨C⟩, ⟨P⟩"."""
        text = short.text
        if "⟨A" not in text:
            return
        if "represented" in text:
            for match in _BY_STATE.finditer(text):
                states, people = short.of(match[1])[0], short.of(match[2])[0]
                if not states.people and people.people and len(states.mentions) == 1:
                    self._all(people, states.mentions[0])
        for pattern in (_DELEGATION, _MEMBERS, _HEADING, _FOR):
            for match in pattern.finditer(text):
                found = match.groupdict()
                whose = short.pieces[int(found.get("whose") or found.get("unit") or 0)]
                people = short.of(found.get("who") or found.get("head"))[0]
                if whose.people or not people.people or len(whose.mentions) != 1:
                    continue
                if pattern is _FOR and not found["side"] and not _comma(match.group()):
                    continue
                self._all(people, whose.mentions[0])

    def _all(self, people: Piece, of: Mention) -> None:
        if of.type in (C, O):
            for mention in people.mentions:
                self._give(mention.id, of.id)

    def _accompanied(self, short: Short) -> None:
        """Those who accompany somebody are of the same state."""
        for match in _ACCOMPANIED.finditer(short.text):
            heads, others = short.of(match["head"])[0], short.of(match["who"])[0]
            if not (heads.people and others.people and len(heads.mentions) == 1):
                continue
            whose = {heads.mentions[0].id}
            if heads.mentions[0].level is Level.PRONOUN:
                # "He was accompanied by": a visitor, whoever a pronoun is taken for
                whose = self.visitors - self.hosts
            states = {of for who in whose for of in self.held[who] if of.startswith("country:")}
            if len(states) == 1:
                for mention in others.mentions:
                    self._give(mention.id, next(iter(states)))

    def _ministry(self) -> None:
        """What a release leaves bare of its own ministry's people - the minister, the spokesperson, advisers - is its own state's."""
        found = homes(self.draft, self.shorts, self.held)
        if len(found) != 1:
            return
        for wanted in (_FOREIGN, _STAFF):
            ours = [
                w for w, (_, _, title) in self.open.items() if wanted.search(title) and w not in self.hosts
            ]
            if len(ours) == 1:
                self._give(ours[0], next(iter(found)))

    def _dateline(self) -> None:
        """Read "⟨capital⟩ – Minister ⟨P⟩": who opens a release in a capital is of its state, when the text names that."""
        named = {m.id for m in self.draft.found.mentions if m.type is C}
        for short in self.shorts[:4]:
            match = _DATELINE.match(short.text)
            if match is None:
                continue
            place, people = short.of(match["in"])[0].mentions[0], short.of(match["who"])[0]
            states = set(states_meant(self.draft, place)) & named
            if people.people and states and place.type is L:
                for mention in people.mentions:
                    if (
                        mention.id not in self.visitors
                        and mention.id in self.open
                        and of_state(self.open[mention.id][2])
                    ):
                        self._give(mention.id, next(iter(states)))

    # ── the other party ─────────────────────────────────────────────────────────────────────────────────────

    def _other_party(self) -> None:
        """Of two states that meet, one is the other party's: then the second is theirs."""
        parties = self._parties()
        pair = self._pair()
        for event, people in sorted(self._people().items()):
            states = parties.get(event) or pair
            if len(states) != 2:
                continue
            left = [who for who in sorted(people) if who in self.open and of_state(self.open[who][2])]
            others = {of for who in people for of in self.held[who] if of in states}
            if len(others) == 1 and len(left) == 1:
                self._give(left[0], next(iter(states - others)))

    def _chairs(self) -> None:
        """Who chairs a summit or a ministerial is mostly the host's: when the place is in a state that the text names."""
        held: defaultdict[str, set[str]] = defaultdict(set)
        inside: defaultdict[str, set[str]] = defaultdict(set)
        for fact in self.draft.made.values():
            if fact.predicate == "held_in":
                held[fact.subject].add(fact.object)
            elif fact.predicate == "located_in" and fact.object.startswith("country:"):
                inside[fact.subject].add(fact.object)
        for fact in list(self.draft.made.values()):
            if (
                fact.predicate != "chaired"
                or fact.subject not in self.open
                or not of_state(self.open[fact.subject][2])
            ):
                continue
            places = held[fact.object]
            states = {state for place in places for state in inside[place]}
            states |= {place for place in places if place.startswith("country:")}
            if not states:
                states = {
                    self.draft.lexicon.capitals[place]
                    for place in places
                    if place in self.draft.lexicon.capitals
                }
            names = {self.draft.entities[place].name for place in places if place in self.draft.entities}
            if len(states) == 1 and not names & SEATS:
                self._give(fact.subject, next(iter(states)))


_UNIQUE = {
    "chairperson-in-office": "organisation:organization-for-security-and-co-operation-in-europe",
    "osce chairperson-in-office": "organisation:organization-for-security-and-co-operation-in-europe",
    "chairman-in-office": "organisation:organization-for-security-and-co-operation-in-europe",
    "commissioner-general": "organisation:unrwa",
    "high representative": "organisation:european-union",
    "high representative/vice-president": "organisation:european-union",
    "european commissioner": "organisation:european-union",
    "eu commissioner": "organisation:european-union",
}
"""Offices that one organisation alone has, where the text names it."""


def _comma(text: str) -> bool:
    return bool(re.match(r"(?:[Oo]n behalf of|[Ff]or|[Ff]rom|On) [^,]*,", text))
