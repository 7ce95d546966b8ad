"""What a post has told of its meetings so far, and whom its words mean."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.mentions.words import PLACE_HEADS
from loader.model import EntityType, Level, Mention

M, P, C, O, L = (
    EntityType.MEETING, EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE,
)  # fmt: skip
CALLS = frozenset(["call"])
PRESENCE = frozenset(["attend", "delegate", "chair", "travel", "present", "join", "represent"])
"""Senses of verbs that tell of somebody at a meeting."""
TALKS = frozenset(["meeting", "talks", "ministerial", "summit", "dialogue"])
_NOUN_NEXT = re.compile(
    r" (?!to|in|at|on|for|and|with|during|that|as|by|from|after|before|later|today)[A-Za-z]"
)
LEAD = 3
"""Lines of a post in which its lead may stand."""


class Telling:
    """What one post has told of its meetings so far, and whom its words mean."""

    def __init__(self, draft: FactDraft) -> None:
        """Begin with no meeting told of."""
        self.draft = draft
        self.titled_ids = {m.id for m in draft.titles if m.level is Level.NAME}
        """The meetings that the title names."""
        self.title_nouns: dict[frozenset[str], list[Mention]] = {}
        """Kinds of meetings → the nouns of the title that a verb may mean."""
        self.current: str | None = None
        """The meeting that the last sentences tell of."""
        self.listing: list[str] = []
        """The meetings whose participants the next lines list."""
        self.lead: str | None = None
        """The meeting that the first lines tell of."""
        self.people: dict[str, list[str]] = {}
        """Meeting → persons that take part, as said so far."""
        self.met: list[str] = []
        """The persons of the last encounter: whom "they" and "the ministers" mean."""
        self.before: list[str] = []
        """The same before this sentence: whom "their" means."""
        self.claimed: dict[str, set[str]] = {}
        """Meeting → persons whom its own words name: "talks between X and Y"."""
        self.weak: list[tuple[Short, str, Mention, tuple[int, int], Status | None]] = []
        """Places and days of journeys to meetings."""
        self.dry = False
        self.invited = False
        """Whether the clause that is being read tells to what somebody is invited, not what somebody does."""
        self.here = draft.masks[0] if draft.masks else None
        """The sentence that is being read."""
        self.nouns: list[tuple[int, list[str]]] = []
        """Where the phrases of this sentence end that tell of meetings by nouns, with the meetings."""

    def same(self, one: Piece | None, other: Piece | None) -> bool:
        """Tell whether two items mean the same."""
        return one is not None and other is not None and (one is other or self.ids(one) == self.ids(other))

    def told_here(self, short: Short) -> list[str]:
        """Return the meetings that this sentence names."""
        return [event for piece in short.pieces if piece.kind == "M" for event in self.ids(piece)][:1]

    def venue(self, place: Mention) -> bool:
        """Tell whether a place is a house or hall, so that the city named with it is where a meeting is held too."""
        return (
            bool(set(self.words(place).replace("'", " ").split()) & PLACE_HEADS)
            or not self.draft.entities[place.id].known
        )

    def held_in(self, short: Short, event: str, place: Mention, span: tuple[int, int], rule: str) -> None:
        """Say where a meeting is held."""
        self.draft.say(short.one, event, "held_in", place.id, span, rule)

    def held_on(self, short: Short, event: str, day: Mention, span: tuple[int, int], rule: str) -> None:
        """Say when a meeting is held; a day after the post's own is to come."""
        date = self.draft.found.dates[day.id]
        posted = self.draft.post.date
        status = None
        if (
            posted is not None
            and posted.value
            and date.value[:10] > posted.value[:10]
            and len(date.value) >= len(posted.value[:10])
        ):
            status = self.draft.status(short.one, span)
            status = status if status is Status.DENIED else Status.PLANNED
        self.draft.say(short.one, event, "held_on", day.id, span, rule, date=date, status=status)

    def main_event(self) -> list[str]:
        """Return the meeting that "the participants" are at."""
        main = self.main()
        told = self.draft.told.get(self.current or "", ())
        if self.current and main != [self.current] and Status.ASSERTED in told:
            return [self.current] if self.kind(self.current) not in CALLS | {"visit"} else []
        return main

    def two_states(self) -> list[str]:
        """Return the two states that "both sides" mean: those for which the people met stand, or that a meeting joins."""
        offices = self.draft.offices
        stands = {
            f.object for who in self.met for f in offices.get(who, ()) if f.object.startswith("country:")
        }
        if len(stands) != 2:
            stands = self.draft.served
        if len(stands) != 2:
            stands = self.draft.partaking
        return sorted(stands) if len(stands) == 2 else []

    def kind(self, event: str) -> str:
        """Return the class of a meeting, or nothing."""
        entity = self.draft.entities.get(event)
        return entity.kind if entity else ""

    def ids(self, piece: Piece | None) -> list[str]:
        """Return the ids of an item, each once."""
        return list(dict.fromkeys(m.id for m in piece.mentions)) if piece else []

    def persons(self, piece: Piece) -> list[str]:
        """Return the persons of an item; for "they" and "the ministers" those last met, for "we" the speaker."""
        if piece.kind == "G":
            if piece.text in ("we", "i"):
                speaker = self.draft.first_person(self.here) if self.here else None
                return [speaker] if speaker else []
            fit = (
                piece.people
                and piece.text != "you"
                and len(self.met) > 1
                and piece.count in (0, len(self.met))
                and self.are(piece.of)
            )
            return list(self.met) if fit else []
        return [m.id for m in piece.mentions if m.type is P and not self.owner(m)]

    def are(self, portfolio: str) -> bool:
        """Tell whether the people last met are ministers of that, as far as their titles say."""
        titles = [f.qualifier.lower() for who in self.met for f in self.draft.offices.get(who, ())]
        return not portfolio or not titles or any(portfolio[:6] in title for title in titles)

    def owner(self, mention: Mention) -> bool:
        """Tell whether a pronoun says whose something is: his, and her before a noun."""
        if mention.level is not Level.PRONOUN:
            return False
        word = self.words(mention).lower()
        return word == "his" or (word == "her" and _NOUN_NEXT.match(self.draft.text, mention.end) is not None)

    def anyone(self, piece: Piece) -> list[str]:
        """Return who acts: persons, or states and bodies where no person is named."""
        if piece.kind == "G":
            return self.persons(piece)
        return list(
            dict.fromkeys(
                m.id
                for m in piece.mentions
                if m.type in (P, C, O)
                and not self.owner(m)
                and (m.level is not Level.ADJECTIVE or piece.unnamed)
            )
        )

    def subject_meeting(self, clause: Clause) -> list[str]:
        """Return the meeting that a passive verb tells of: its subject, or the main one for "it"."""
        if clause.subject is not None and clause.subject.kind == "M":
            return self.ids(clause.subject)
        if clause.subject is None and re.search(
            r"\b(?:[Ii]t|event)(?: \w+){0,3}$", self.words_before(clause).rstrip()
        ):
            return self.main()
        return []

    def words_before(self, clause: Clause) -> str:
        """Return the words of the sentence that stand before a clause."""
        return self.here.text[: clause.first] if self.here else ""

    def named(self, event: str) -> bool:
        """Tell whether the post calls a meeting by a name."""
        return event in self.draft.named_ids

    def titled(self) -> bool:
        """Tell whether the title of the post names its meeting."""
        return any(m.level is Level.NAME for m in self.draft.titles)

    def main(self) -> list[str]:
        """Return the meeting that the post is about: the named one of its title, the one its lead tells of, the only named one."""
        draft = self.draft
        if len(self.titled_ids) == 1:
            return list(self.titled_ids)
        if self.lead and self.kind(self.lead) != "visit":
            return [self.lead]
        if len(draft.named_ids) == 1:
            return list(draft.named_ids)
        return [self.current] if self.current and self.kind(self.current) != "visit" else []

    def visits(self, who: list[str]) -> list[str]:
        """Return the one visit that these persons are on."""
        on = [v for v in self.draft.visits if not set(who).isdisjoint(self.people.get(v, ()))]
        return on if len(on) == 1 else []

    def words(self, mention: Mention) -> str:
        """Return the words of a mention."""
        return self.draft.text[mention.start : mention.end]

    def take_part(
        self, short: Short, clause: Clause, who: list[str], events: list[str], *, role: str = "participant"
    ) -> None:
        """Say that all take part in all the meetings, and remember the persons as those last met."""
        if (
            short.one.sentence.line == 0
            and clause.subject is not None
            and clause.subject.unnamed
            and self.draft.many
        ):
            # a headline's "foreign ministers" are persons whom the text names
            who = [id_ for id_ in who if not id_.startswith("country:")]
        for event in events:
            for id_ in who:
                self.one(short, id_, event, (clause.first, clause.last), clause.sense, role)
        people = [id_ for id_ in dict.fromkeys(who) if id_.startswith("person:")]
        if len(people) > 1 and clause.sense in ("meet", "receive", "speak", "hold", "chair", "pay", "other"):
            self.met = people

    def own_body(self, id_: str, event: str) -> bool:
        """Tell whether a meeting is named after a body: then the body's leaders meet, not the body with others."""
        body = self.draft.entities.get(id_)
        name = self.draft.entities[event].name if event in self.draft.entities else ""
        return (
            body is not None
            and not re.search(r"\w[-–]\w", name)
            and any(form in name for form in (body.name, body.acronym) if form)
        )

    def one(
        self, short: Short, id_: str, event: str, span: tuple[int, int], rule: str, role: str = "participant"
    ) -> None:
        """Say that one takes part in a meeting."""
        if id_.startswith("organisation:") and self.own_body(id_, event):
            return
        if self.invited and not self.dry:
            self.draft.say(short.one, id_, "invited_to", event, span, "invited", status=Status.PLANNED)
            return
        if self.dry or (
            self.draft.say(short.one, id_, "participated_in", event, span, rule, qualifier=role)
            and id_.startswith("person:")
        ):
            self.people.setdefault(event, []).append(id_)
