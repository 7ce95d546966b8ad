"""Bare titles whose state or organisation the text itself leaves no doubt about; never the channel's own state."""

from __future__ import annotations

import re
from collections import defaultdict

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause, clauses
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.homes import bodies_named, homes
from loader.extraction.facts.offices import of_body, of_state
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.facts.visits import goals, states_meant
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
_RELATIONS = re.compile(
    r"between (?:the )?⟨C\d+⟩ and (?:the )?⟨C\d+⟩|⟨C\d+⟩[-–]⟨C\d+⟩ (?:relations|cooperation|ties|partnership|dialogue)|⟨C\d+⟩ and (?:the )?⟨C\d+⟩ (?:established|enjoy|share|have|maintain|agreed|signed)"
)
_DATELINE = re.compile(r"^\W*(?P<in>⟨L\d+⟩)(?: ,)?(?: (?:⟨[LTA]\d+⟩|,|\d+))* [–—-] (?:The )?(?P<who>⟨A\d+⟩)")
_MET = re.compile(
    r"(?:received by|meetings? with|audience with|talks with|meet(?:ing)? (?:with )?|met (?:with )?|calls? on|called on|hosted by|welcomed by|greeted by|conversation with) (?P<who>⟨A\d+⟩)"
)
_ON_VISIT = re.compile(
    r"(?P<who>⟨A\d+⟩)(?: ,)? (?:who )?(?:is|was|will be) (?:[a-z]+ ){0,3}?(?:on|for) (?P<visit>⟨M\d+⟩)"
)
_FOREIGN = re.compile(
    r"^(?:Minister (?:of|for) (?:Europe and )?Foreign Affairs|Foreign (?:Minister|Secretary)|External Affairs Minister|Minister of External Affairs|Federal Foreign Minister)\b"
)
_STAFF = re.compile(
    r"(?i)spokes|press secretary|national security advis|chief of staff|special envoy|special representative"
)
_TO_PLACE = frozenset(["to", "in", "at"])
_SEATS = frozenset("New York|Geneva|Brussels|Vienna|Strasbourg|Luxembourg|The Hague".split("|"))
"""Cities where so many bodies meet that a chair there need not be the host."""
_AMERICAN = re.compile(
    r"^(?:(?:Acting |Principal |Senior )?(?:Deputy )?(?:Assistant|Under) Secretary(?: of State| of Defense| of the Treasury)?|Deputy Secretary(?: of (?:State|Defense))?|"
    r"Secretary(?: of (?:State|Defense|the Treasury|Commerce|Homeland Security|Energy|Agriculture))|(?:Homeland Security|Treasury|Commerce) Secretary)(?: (?:for|of) .*)?$"
)
"""Titles of the United States: theirs where the text names them."""


def implied(draft: FactDraft, shorts: list[Short]) -> None:
    """Give the holders of bare titles the state or organisation that the text leaves for them."""
    Implied(draft, shorts).say()


class Implied:
    """The stateless titles of a post and what its sentences tell of them."""

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

    # ── visits ──────────────────────────────────────────────────────────────────────────────────────────────

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
        if len(there) != 1 or names & _SEATS:
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

    def _people(self) -> dict[str, set[str]]:
        people: defaultdict[str, set[str]] = defaultdict(set)
        for fact in self.draft.made.values():
            if (
                fact.predicate in ("participated_in", "chaired")
                and fact.status is not Status.DENIED
                and fact.subject.startswith("person:")
            ):
                people[fact.object].add(fact.subject)
        return people

    # ── the other party ─────────────────────────────────────────────────────────────────────────────────────

    def _pair(self) -> set[str]:
        """Return the two states that the names and facts of the post join; the empty set when they are not just two."""
        parties: defaultdict[str, set[str]] = defaultdict(set)
        for fact in self.draft.made.values():
            if (
                fact.predicate == "participated_in"
                and fact.subject.startswith("country:")
                and fact.status is not Status.DENIED
            ):
                parties[fact.object].add(fact.subject)
        pairs = {frozenset(states) for states in parties.values() if len(states) > 1}
        flags = [
            m.id
            for m in self.draft.found.mentions
            if m.level is Level.FLAG and m.start < self.draft.frame.lines[0][1] + 200
        ]
        tags = defaultdict(set)
        for mention in self.draft.found.mentions:
            if mention.level is Level.TAG and mention.type is C:
                start = self.draft.text.rfind("#", 0, mention.start)
                tags[start].add(mention.id)
        pairs |= {frozenset(states) for states in tags.values() if len(states) == 2}
        if len(set(flags)) == 2:
            pairs.add(frozenset(flags))
        for short in self.shorts:
            for match in _RELATIONS.finditer(short.one.text):
                pairs.add(frozenset(m.id for m in short.one.of(match.group()) if m.type is C))
        return set(next(iter(pairs))) if len(pairs) == 1 and len(next(iter(pairs))) == 2 else set()

    def _other_party(self) -> None:
        """Of two states that meet, one is the other party's: then the second is theirs."""
        parties: defaultdict[str, set[str]] = defaultdict(set)
        for fact in self.draft.made.values():
            if (
                fact.predicate == "participated_in"
                and fact.subject.startswith("country:")
                and fact.status is not Status.DENIED
            ):
                parties[fact.object].add(fact.subject)
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
        for fact in list(self.draft.made.values()):
            if (
                fact.predicate != "chaired"
                or fact.subject not in self.open
                or not of_state(self.open[fact.subject][2])
            ):
                continue
            places = {
                f.object
                for f in self.draft.made.values()
                if f.predicate == "held_in" and f.subject == fact.object
            }
            states = {
                f.object for f in self.draft.made.values()
                if f.predicate == "located_in" and f.subject in places and f.object.startswith("country:")
            } | {place for place in places if place.startswith("country:")}  # fmt: skip
            if not states:
                states = {
                    self.draft.lexicon.capitals[place]
                    for place in places
                    if place in self.draft.lexicon.capitals
                }
            names = {self.draft.entities[place].name for place in places if place in self.draft.entities}
            if len(states) == 1 and not names & _SEATS:
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
