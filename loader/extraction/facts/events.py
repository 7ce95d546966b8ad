"""Who took part in which meeting, in what role, where and when: from the clauses of a sentence in short."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause, clauses
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.pieces import Adjunct, Piece, Short
from loader.extraction.frame import Sentence
from loader.extraction.mentions.words import PLACE_HEADS
from loader.model import EntityType, Level, Mention

M, P, C, O, L = (
    EntityType.MEETING, EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE,
)  # fmt: skip
CALLS = frozenset(["call"])
OCCURRENCES = frozenset(
    ["meet", "receive", "speak", "happen", "hold", "host", "pay", "attend", "delegate", "chair", "travel"]
)
"""Senses of verbs that say whether a meeting takes place."""
PRESENCE = frozenset(["attend", "delegate", "chair", "travel", "present", "join", "represent"])
"""Senses of verbs that tell of somebody at a meeting."""
TALKS = frozenset(["meeting", "talks", "ministerial", "summit", "dialogue"])
_BETWEEN = re.compile(
    r"(⟨M\d+⟩)(?: [a-z-]+){0,2} (between|with|among|of|involving) (⟨A\d+⟩)(?: and with (⟨A\d+⟩))?"
)
_OWN = re.compile(
    r"(⟨A\d+⟩) 's (?:[\w-]+ ){0,4}?(?:(?:remarks|statement|speech|address|answers?|participation|attendance|interview|comment|press|intervention)"
    r"(?: [a-z]+){0,5} (?:at|in|to|following|after|during|before|with) )?(⟨M\d+⟩)(?: with (⟨A\d+⟩))?"
)
_HIS = re.compile(r"(⟨A\d+⟩) (?:[\w-]+ ){0,3}(⟨M\d+⟩)(?: with (⟨A\d+⟩))?")
_AT = re.compile(r"^(?:\W|[A-Z]\w+ ){0,3}(⟨A\d+⟩) (?:at|during|attends) (⟨M\d+⟩)")
_MARGINS = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Ii]n) (?:the )?(?:margins?|sidelines?|fringes|framework|course|side|context) of (⟨M\d+⟩)|\b(?:[Aa]s part of|[Dd]uring|[Ww]ithin(?: the framework of)?) (⟨M\d+⟩)"
)
_SIDE = re.compile(r"\b[Oo]n (?:the|its) (?:margins|sidelines)(?! of)")
_INCLUDED = re.compile(
    r"\b(?:[Tt]aking part|[Pp]articipants|[Pp]resent|[Aa]ttendees) (?:were|included|was|are) (⟨A\d+⟩)"
)
_DAY_BEFORE = re.compile(r"(⟨T\d+⟩) (?:'s )?(?:[a-z-]+ ){0,3}?(⟨M\d+⟩)")
_THEIR = re.compile(r"\b[Tt]heir (?:⟨T\d+⟩ )?(?:[a-z-]+ ){0,3}(⟨M\d+⟩)")
_WHERE = re.compile(r"(⟨M\d+⟩) (?:, )?where (?:⟨|[a-z]+ ⟨)")
_OF_BODY = re.compile(r"(⟨M\d+⟩) of (⟨A\d+⟩)")
_ITS = re.compile(r"(⟨A\d+⟩)[^⟨⟩;]{0,40} (?:at|during|in|for) (⟨M\d+⟩)")
_BY = re.compile(r"^\W*(⟨M\d+⟩) by (⟨A\d+⟩)")
_DELEGATION = re.compile(
    r"(?:delegation|team)(?: [^⟨⟩;.]{0,60}| ⟨A\d+⟩)?,? (?:(?:also )?includ(?:ed|es|ing)|compris(?:ed|es|ing)|consisted of|composed of|headed by|led by) (⟨A\d+⟩)"
)
_TEAM = (
    re.compile(
        r"(⟨A\d+⟩) (?:headed|led|heads|leads) (?:the |a |its |their )?(?:[a-z]+ ){0,3}(?:delegation|team)\b"
    ),
    re.compile(
        r"(⟨A\d+⟩)(?: , | )(?:headed|led) by (⟨A\d+⟩)(?:(?: ,)? (?:also )?(?:included|comprised|consisted of) (⟨A\d+⟩))?"
    ),
    re.compile(r"(⟨A\d+⟩) (?:also )?(?:included|comprised|consisted of) (⟨A\d+⟩)"),
    re.compile(r"(?:⟨[AG]\d+⟩|[Dd]elegations?) (?:was|were) (?:headed|led) by (⟨A\d+⟩)(?:(?: ,)? and (⟨A\d+⟩) by (⟨A\d+⟩))?"),
)
_PARTAKING = (
    re.compile(r"(?:participation|attendance|presence) (?:[a-z]+ ){0,3}(?:in|at) (⟨M\d+⟩)(?: , [^⟨⟩]{0,40} ,)? (?:of|by) (⟨A\d+⟩)"),
    re.compile(r"(?:participation|attendance|presence) of (⟨A\d+⟩) (?:in|at) (⟨M\d+⟩)"),
    re.compile(r"^\W*(⟨A\d+⟩) (?:[–-] (⟨A\d+⟩) )?:[^⟨⟩]*(⟨M\d+⟩)"),
)
_IN_A = re.compile(r"(?:In|During|At) (⟨M\d+⟩) ,")
_OPENING = re.compile(r"(?:At|During|Addressing|Speaking at) (⟨M\d+⟩)(?: [a-z]+){0,6} ?, (⟨[AG]\d+⟩)")
_EACH_BY = re.compile(r"(?:[;,]|and|[;,] and) (⟨A\d+⟩) by (⟨A\d+⟩)")
_AS_DID = re.compile(
    r"(?:as did|[Aa]lso (?:present|attending|participating|taking part) (?:was|were)|[Aa]lso in attendance (?:was|were)) (⟨A\d+⟩)"
)
_BE_FOR = re.compile(
    r"(⟨A\d+⟩) (?:will be|is|was|are|were|has been|have been) (?:(?:back |here )?in (?:the )?(⟨[AL]\d+⟩) )?(?:for|at|attending|taking part in) (⟨M\d+⟩)(?: with (⟨A\d+⟩))?"
)
_LISTING = re.compile(
    r"(?:attend|present|participa|represent|took part|following (?:heads|leaders|ministers|dignitaries|representatives|delegates|personalities|persons))[^.]*:$",
    re.I,
)
_AS_HOST = re.compile(r"[Ww]ith (⟨A\d+⟩) as (?:the )?host")
_IN_CHAIR = re.compile(
    r"[Ww]ith (⟨A\d+⟩) (?:in|as|at) (?:the )?[Cc]hair|(⟨A\d+⟩) ,? ?(?:was|is|were) in the [Cc]hair"
)
_ANOTHER = re.compile(
    r"\w*\d|next |previous |last |second |third |separate |another |a |an |upcoming |future |regular |annual ",
    re.I,
)
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]heir|[Dd]uring) ")
LEAD = 3
"""Lines of a post in which its lead may stand."""
FAR = 900
"""Characters within which a noun and a verb may tell of one meeting."""
_INVITATION = re.compile(r"\b(?:[Aa]t|[Uu]pon|on) the (?:\w+ )?invitation of (⟨A\d+⟩)")
_CHAIRMANSHIP = re.compile(r"(⟨[cA]\d+⟩)(?: - (⟨[cA]\d+⟩))? (?:co-)?chairmanship of (⟨M\d+⟩)")
_UNDER = re.compile(
    r"[Uu]nder (?:the )?(?:joint |co-)?(?:chairmanship|chairpersonship|presidency|leadership) of (⟨A\d+⟩)|[Uu]nder (?:the )?(⟨[Ac]\d+⟩) (?:'s )?(?:chairmanship|chairpersonship)(?! of)"
)


class Events:
    """The meetings of a post while its sentences are read in order."""

    def __init__(self, draft: FactDraft) -> None:
        """Begin with no meeting told of."""
        self.draft = draft
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
        self.here = draft.masks[0] if draft.masks else None
        """The sentence that is being read."""
        self.nouns: list[tuple[int, list[str]]] = []
        """Where the phrases of this sentence end that tell of meetings by nouns, with the meetings."""

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
            self._nouns(short)
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
                and self._same(clause.subject, told[-1][0].subject)
            ):
                self._there(short, told[-1][0], clause, events)
            told.append((clause, events))
        self._nouns(short)
        self._chairs(short, [event for _, events in told for event in events][:1] or self._told_here(short))
        self._adjuncts(short, told)
        self._parts(short, [event for _, events in told for event in events])
        if _LISTING.search(short.text):
            self.listing = [event for _, events in told for event in events][:1] or self._main()
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
            for id_ in self._persons(piece):
                for event in self.listing:
                    self._one(short, id_, event, (piece.start, piece.end), "listed")
        return True

    def _same(self, one: Piece | None, other: Piece | None) -> bool:
        return one is not None and other is not None and (one is other or self._ids(one) == self._ids(other))

    def _there(self, short: Short, journey: Clause, clause: Clause, events: list[str]) -> None:
        """Give a meeting the place to which its participants travel, and the journey's days."""
        span = journey.first, clause.last
        for event in events:
            goals = journey.after("to", "", "for", kind="L") or [
                piece for piece in journey.after("to", "", "for", kind="A") if [m.type for m in piece.mentions] == [C]
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
                self._held_in(short, event, mention, span, "travel")
            elif mention.type not in (L, C) and (event, "held_on") not in told and len(mention.id) < 25:
                self.held_on(short, event, mention, span, "travel")
        self.draft.mood = None

    # ── clauses ─────────────────────────────────────────────────────────────────────────────────────────────

    def _clause(self, short: Short, clause: Clause) -> list[str]:
        """Say what a clause tells; return its meetings."""
        rule = getattr(self, f"_{clause.sense}", None)
        if rule is None or clause.status is None:
            return []
        self.draft.mood = clause.status
        events: list[str] = rule(short, clause)
        self.draft.mood = None
        away = clause.sense in PRESENCE and clause.status is Status.DENIED
        if clause.sense in OCCURRENCES and not self.dry and not away:
            for event in events:
                self.draft.told.setdefault(event, set()).add(clause.status)
        return events

    def _meet(self, short: Short, clause: Clause) -> list[str]:
        for_ = list(clause.after("for", "at", "in", kind="M"))
        others = clause.direct("A") or next(iter(clause.after("with", "to", "on", kind="A")), None)
        subject = clause.subject
        if subject is None or subject.kind not in "AG":
            return []
        who = self._persons(subject)
        if not who and for_ and subject.kind == "A":
            return self._attend_all(short, clause, self._anyone(subject), for_[0])
        if others is None or not (others.people or others.kind == "G"):
            if for_:
                return self._attend_all(short, clause, self._anyone(subject), for_[0])
            if others is None and subject.kind == "A" and not subject.people and clause.verb != "meet":
                return self._gather(short, clause) if self._titled() else self._encounter(short, clause, self._anyone(subject), "meeting")
            if len(who) < 2 or others is not None or (clause.verb == "meet" and subject.kind == "G"):
                return []
            return self._encounter(short, clause, who, "meeting")
        with_ = self._persons(others)
        if not who or not with_:
            return []
        return self._encounter(short, clause, [*who, *with_], "meeting")

    def _other(self, short: Short, clause: Clause) -> list[str]:
        """Read "at ⟨M⟩, ⟨A⟩ stressed": who speaks at a meeting takes part."""
        if (
            clause.subject is None
            or not clause.subject.people
            or clause.passive
            or clause.status is not Status.ASSERTED
        ):
            return []
        if len(self._persons(clause.subject)) > 1 and clause.subject.kind == "A":
            self.met = self._persons(clause.subject)
        found = list(clause.after("at", "during", kind="M"))
        opening = _OPENING.match(short.text)
        if opening and clause.subject in short.of(opening[2]):
            found += short.of(opening[1])
        for piece in found[:1]:
            sorts = {self._kind(event) for event in self._ids(piece)}
            if not sorts & {"visit", "call"}:
                self._take_part(short, clause, self._persons(clause.subject), self._ids(piece))
        return []

    def _receive(self, short: Short, clause: Clause) -> list[str]:
        others = next(iter(clause.doers()), None) if clause.passive else clause.direct("A")
        if clause.subject is not None and clause.subject.text in ("i", "we") and others is not None:
            # "I would like to welcome ⟨A⟩": said at the meeting
            self._take_part(short, clause, self._persons(others), self._main())
            return []
        told = clause.direct("M")
        if told is not None and clause.subject is not None and not clause.passive:
            # "received a call from ⟨A⟩"
            callers = [id_ for piece in clause.after("from", "by", kind="A") for id_ in self._persons(piece)]
            if callers:
                self._take_part(short, clause, [*self._persons(clause.subject), *callers], self._ids(told))
            return self._ids(told) if callers else []
        if clause.subject is None and others is not None and (for_ := clause.after("for", kind="M")):
            self._take_part(short, clause, self._persons(others), self._ids(for_[0]))
            return self._ids(for_[0])
        if clause.subject is None or others is None or clause.subject.kind != "A":
            return []
        who, with_ = self._persons(clause.subject), self._persons(others)
        guests = who if clause.passive else with_
        if any(a.piece.kind == "M" for a in clause.arguments) or clause.status is not Status.ASSERTED:
            guests = []
        visits = [v for v in dict.fromkeys(m.id for m in self.draft.meetings) if self._kind(v) == "visit"]
        if guests and len(visits) == 1 and not self.people.get(visits[0]) and not self.claimed.get(visits[0]):
            self._take_part(short, clause, guests, visits, role="visitor")
        if not who or not with_:
            return []
        events = self._encounter(short, clause, [*who, *with_], "meeting")
        for place in clause.after("to", "at", "in", kind="L")[:1]:
            self._held_in(
                short,
                events[0],
                place.mentions[0],
                (clause.first, max(clause.last, place.end)),
                "received-at",
            )
        return events

    def _speak(self, short: Short, clause: Clause) -> list[str]:
        others = next(iter(clause.after("with", "to", kind="A")), None) or (
            clause.direct("A") if "phone" in clause.verb else None
        )
        if clause.subject is None or others is None:
            return []
        who, with_ = self._persons(clause.subject), self._persons(others)
        if not who or not with_:
            return []
        return self._encounter(short, clause, [*who, *with_], "call")

    def _hold(self, short: Short, clause: Clause) -> list[str]:
        between = list(clause.after("between", "with", "among", kind="A"))
        if clause.passive or (clause.subject is not None and clause.subject.kind == "M"):
            if clause.subject is None or clause.subject.kind != "M":
                return []
            events = self._ids(clause.subject)
            for piece in clause.doers():
                if len(piece.mentions) == 1 and piece.mentions[0].type is O:
                    self._hosted(short, clause, piece, events)
                else:
                    between.append(piece)
            for piece in between:
                self._take_part(short, clause, self._anyone(piece), events)
            return events
        meeting = clause.direct("M")
        if meeting is None or clause.subject is None:
            return []
        events = self._ids(meeting)
        who = self._anyone(clause.subject) if clause.subject.kind in "AG" else []
        others = [id_ for piece in between for id_ in self._anyone(piece)]
        place = next(n for n, piece in enumerate(short.pieces) if piece is meeting)
        with_whom = [piece.text for piece in short.pieces[place + 1 : place + 2]] == ["with"]
        if clause.verb.startswith(("had", "have", "has")) and not others and len(who) < 2 and not with_whom:
            return []
        if self._own_leaders(short, clause, events):
            who = []
        if who or others:
            self._take_part(short, clause, [*who, *others], events)
        return events

    def _own_leaders(self, short: Short, clause: Clause, events: list[str]) -> bool:
        """Say that a meeting that the ministers of one body hold is the body's own; tell whether it is so."""
        who = self._anyone(clause.subject) if clause.subject is not None and clause.subject.unnamed else []
        if len(who) != 1 or not who[0].startswith("organisation:"):
            return False
        for event in events:
            if not self.dry:
                self.draft.say(short.one, event, "part_of", who[0], (clause.first, clause.last), "of-body")
        return True

    def _attend(self, short: Short, clause: Clause) -> list[str]:
        if clause.passive:
            events = self._subject_meeting(clause)
            for piece in clause.doers():
                self._take_part(short, clause, self._anyone(piece), events)
            return events
        if clause.subject is None or clause.subject.kind not in "AG":
            return []
        meeting = clause.direct("M") or next(iter(clause.after("of", "in", "at", "to", ",", kind="M")), None)
        if meeting is None:
            return self._present(short, clause) if not clause.arguments else []
        return self._attend_all(short, clause, self._anyone(clause.subject), meeting)

    def _delegate(self, short: Short, clause: Clause) -> list[str]:
        """Read "headed the ⟨C⟩ delegation at ⟨M⟩": the person takes part, and the state whose delegation it is."""
        body = clause.direct("A")
        if (
            clause.subject is None
            or clause.subject.kind != "A"
            or body is None
            or body.people
            or not body.unnamed
        ):
            return []
        events = [e for a in clause.arguments if a.piece.kind == "M" for e in self._ids(a.piece)]
        who = [*self._persons(clause.subject), *self._anyone(body)]
        self._take_part(short, clause, who, events, role="head of delegation")
        return events

    def _attend_all(self, short: Short, clause: Clause, who: list[str], meeting: Piece) -> list[str]:
        events = self._ids(meeting)
        self._take_part(short, clause, who, events)
        return events

    def _present(self, short: Short, clause: Clause) -> list[str]:
        meeting = next((a.piece for a in clause.arguments if a.piece.kind == "M"), None)
        events = self._ids(meeting) if meeting else self._main()
        if clause.subject is not None and clause.subject.kind == "A" and not clause.passive:
            self._take_part(short, clause, self._anyone(clause.subject), events)
        return events if meeting else []

    def _join(self, short: Short, clause: Clause) -> list[str]:
        if clause.passive:
            events = [self.current] if self.current else self._main()
            meeting = next(iter(clause.after("for", "at", "in", kind="M")), None)
            events = self._ids(meeting) if meeting else events
            for piece in clause.doers():
                self._take_part(short, clause, self._persons(piece), events)
            return []
        if clause.subject is None or clause.subject.kind != "A" or not clause.subject.people:
            return []
        meeting = clause.direct("M") or next(iter(clause.after("in", "for", "at", kind="M")), None)
        if meeting is not None:
            return self._attend_all(short, clause, self._persons(clause.subject), meeting)
        return []

    def _accompany(self, short: Short, clause: Clause) -> list[str]:
        who = self._persons(clause.subject) if clause.subject and clause.subject.kind == "A" else []
        by = clause.doers() if clause.passive else ([clause.direct("A")] if clause.direct("A") else [])
        others = [id_ for piece in by if piece for id_ in self._persons(piece)]
        events = (
            self._visits(who)
            or self._visits(others)
            or [e for e, people in self.people.items() if set(who) & set(people)][-1:]
        )
        self._take_part(short, clause, [*who, *others] if events else [], events)
        return []

    def _host(self, short: Short, clause: Clause) -> list[str]:
        if clause.passive:
            events = self._subject_meeting(clause)
            for piece in clause.doers():
                self._hosted(short, clause, piece, events)
            return events
        meeting = clause.direct("M") or next(iter(clause.after("of", kind="M")), None)
        if meeting is None and clause.subject is not None and clause.subject.kind == "M":
            return self._happen(short, clause)
        if meeting is None or clause.subject is None:
            return []
        events = self._ids(meeting)
        span = clause.first, clause.last
        if clause.subject.kind == "L" and clause.verb.endswith("ing"):
            return []
        if clause.subject.kind == "L":
            for event in events:
                self._held_in(short, event, clause.subject.mentions[0], span, "hosts")
        else:
            self._hosted(short, clause, clause.subject, events)
        return events

    def _hosted(self, short: Short, clause: Clause, host: Piece, events: list[str]) -> None:
        """Say that a person takes part as the host; that a state or body organises."""
        if host.people or host.kind == "G":
            self._take_part(short, clause, self._persons(host), events, role="host")
        elif host.kind == "A":
            for actor in host.mentions:
                for event in events:
                    self.draft.say(
                        short.one, actor.id, "organised", event, (clause.first, clause.last), "hosts"
                    )

    def _chair(self, short: Short, clause: Clause) -> list[str]:
        co = "co-" in clause.verb or "jointly" in clause.verb
        role = "co-chair" if co else "chair"
        if clause.passive:
            who = [id_ for piece in clause.doers() for id_ in self._anyone(piece)]
            events = self._subject_meeting(clause)
        else:
            if clause.subject is None or clause.subject.kind not in "AG":
                return []
            who = self._anyone(clause.subject)
            meeting = clause.direct("M") or next(iter(clause.after("over", kind="M")), None)
            body = clause.direct("A")
            if (
                meeting is None
                and body is not None
                and not body.people
                and body.mentions
                and not clause.verb.startswith("led")
            ):
                for id_ in who:
                    self.draft.say(
                        short.one,
                        id_,
                        "chaired",
                        body.mentions[0].id,
                        (clause.first, clause.last),
                        "chaired",
                        qualifier=role,
                    )
                return []
            events = self._ids(meeting) if meeting else []
            who += [id_ for piece in clause.after("with", kind="A") for id_ in self._persons(piece)]
        for event in events:
            for id_ in who:
                self.draft.say(
                    short.one, id_, "chaired", event, (clause.first, clause.last), "chaired", qualifier=role
                )
        self._take_part(short, clause, [id_ for id_ in who if id_.startswith("person:")], events, role=role)
        return events

    def _represent(self, short: Short, clause: Clause) -> list[str]:
        meeting = next((a.piece for a in clause.arguments if a.piece.kind == "M"), None) or next(
            (piece for piece in short.pieces if piece.kind == "M" and piece.end <= clause.first), None
        )
        events = self._ids(meeting) if meeting else self._main()
        if clause.subject is None:
            return []
        if clause.passive:
            others = [id_ for piece in clause.doers() for id_ in self._anyone(piece)]
            for match in _EACH_BY.finditer(short.text):
                others += [id_ for n in (1, 2) for piece in short.of(match[n]) for id_ in self._anyone(piece)]
            if others:
                self._take_part(short, clause, [*self._anyone(clause.subject), *others], events)
            elif self.draft.status(short.one, (clause.first, clause.last)) is Status.DENIED:
                self._take_part(short, clause, self._anyone(clause.subject), events)
        elif clause.subject.kind == "A" and clause.subject.people:
            body = clause.direct("A")
            who = self._persons(clause.subject)
            if body is not None:
                self._take_part(short, clause, [*who, *([] if body.people else self._anyone(body))], events)
            if body is not None and not body.people and len(body.mentions) == 1:
                for id_ in who:
                    if id_ in self.draft.stateless:
                        one, span, title = self.draft.stateless[id_]
                        self.draft.hold(one, id_, body.mentions[0].id, span, title)
        return []

    def _travel(self, short: Short, clause: Clause) -> list[str]:
        subject = clause.subject
        if subject is None or subject.kind != "A" or not subject.people:
            return []
        who = self._persons(subject)
        together = [id_ for piece in clause.after("with", "alongside", kind="A") for id_ in self._persons(piece)]
        if together:
            self.met = [*who, *together]
        meeting = next((a.piece for a in clause.arguments if a.piece.kind == "M"), None)
        events = [e for e in self._ids(meeting) if self._kind(e) == "visit"] if meeting else []
        if meeting is None and clause.verb.lower().startswith("visit"):
            return self._on_visit(short, clause, who)
        if meeting and not events and meeting is next(iter(clause.after("for", kind="M")), None):
            return self._attend_all(short, clause, who, meeting)
        if events:
            self._take_part(short, clause, who, events, role="visitor")
            return events
        return []

    def _on_visit(self, short: Short, clause: Clause, who: list[str]) -> list[str]:
        """Give "⟨A⟩ visited ⟨L⟩" the one visit that the post calls so, when nobody is known to be on it."""
        visits = list(dict.fromkeys(m.id for m in self.draft.meetings if self._kind(m.id) == "visit"))
        if (
            len(visits) != 1
            or not set(self.people.get(visits[0], who)) <= set(who)
            or self.claimed.get(visits[0])
        ):
            return []
        self._take_part(short, clause, who, visits, role="visitor")
        for place in clause.after("", kind="L")[:1]:
            self._held_in(short, visits[0], place.mentions[0], (clause.first, clause.last), "visit-to")
        return visits

    def _pay(self, short: Short, clause: Clause) -> list[str]:
        meeting = clause.direct("M") or next(iter(clause.after("of", kind="M")), None)
        if meeting is None or clause.subject is None or clause.subject.kind != "A":
            return []
        events = self._ids(meeting)
        role = "visitor" if any(self._kind(e) == "visit" for e in events) else "participant"
        if not clause.passive:
            self._take_part(short, clause, self._persons(clause.subject), events, role=role)
        if any(self._kind(e) in CALLS | {"courtesy call"} for e in events):
            for piece in clause.after("on", "to", kind="A"):
                self._take_part(short, clause, self._persons(piece), events)
        return events

    def _gather(self, short: Short, clause: Clause) -> list[str]:
        """Read "⟨A⟩ came together for ⟨M⟩": who gathers takes part; without a meeting of its own, in the post's one."""
        if clause.subject is None or clause.subject.kind != "A":
            return (
                self._ids(clause.subject) if clause.subject is not None and clause.subject.kind == "M" else []
            )
        found = clause.after("for", "at", "in", "on", kind="M")
        events = self._ids(found[0]) if found else self._main()
        if not self._own_leaders(short, clause, events):
            self._take_part(short, clause, self._anyone(clause.subject), events)
        return events

    def _happen(self, short: Short, clause: Clause) -> list[str]:
        if clause.subject is not None and clause.subject.kind == "M":
            events = self._ids(clause.subject)
            for piece in clause.after("between", "with", "among", kind="A"):
                self._take_part(short, clause, self._anyone(piece), events)
            return events
        meeting = clause.direct("M")
        if (
            clause.subject is not None
            and clause.subject.kind == "A"
            and clause.subject.people
            and meeting is not None
        ):
            return self._attend_all(short, clause, self._persons(clause.subject), meeting)
        return (
            self._ids(meeting)
            if meeting is not None and clause.verb in ("opened", "concluded", "began")
            else []
        )

    def _invite(self, short: Short, clause: Clause) -> list[str]:
        guests = clause.subject if clause.passive else clause.direct("A")
        meeting = next(iter(clause.after("to", "for", kind="M")), None)
        if guests is None or meeting is None or guests.kind != "A":
            return []
        for id_ in self._anyone(guests):
            for event in self._ids(meeting):
                self.draft.say(
                    short.one,
                    id_,
                    "invited_to",
                    event,
                    (clause.first, clause.last),
                    "invited",
                    status=Status.PLANNED,
                )
        return []

    # ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────

    def _nouns(self, short: Short) -> None:  # noqa: C901 (one loop a pattern)
        """Say what nouns tell: "talks between X and Y", "X's visit", "remarks at the meeting"."""
        text = short.text
        if "⟨M" not in text:
            self._included(short)
            return
        for match in _BETWEEN.finditer(text):
            who = [id_ for piece in short.of(match[3]) + short.of(match[4]) for id_ in self._anyone(piece)]
            people = [id_ for id_ in who if id_.startswith("person:")]
            unnamed = short.of(match[3])[0].unnamed
            sorts = {self._kind(event) for piece in short.of(match[1]) for event in self._ids(piece)}
            if match[2] == "of" and not people and not unnamed:
                continue
            if (
                match[2] == "with"
                and not people
                and not unnamed
                and not sorts & (TALKS | CALLS | {"consultations"})
            ):
                continue
            if match[2] == "of" and unnamed and len(who) == 1 and who[0].startswith("organisation:"):
                # "a meeting of the ministers of ⟨O⟩" is the body's own
                for piece in short.of(match[1]):
                    for event in self._ids(piece):
                        if not self.dry:
                            self.draft.say(
                                short.one,
                                event,
                                "part_of",
                                who[0],
                                short.span(*match.span()),
                                "of-body",
                                status=Status.ASSERTED,
                            )
                continue
            self.draft.mood = Status.DENIED if text[: match.start()].lower().endswith("no ") else None
            self._say(short, match, who, short.of(match[1]), "with")
            self.draft.mood = None
        for match in _OWN.finditer(text):
            who = [id_ for piece in short.of(match[1]) + short.of(match[3]) for id_ in self._anyone(piece)]
            if short.of(match[1])[0].people or match[3]:
                self._say(short, match, who, short.of(match[2]), "own")
        for match in _HIS.finditer(text):
            owner = short.of(match[1])[0]
            if len(owner.mentions) == 1 and self.draft.text[
                owner.mentions[0].start : owner.mentions[0].end
            ].lower() in ("his", "her"):
                named = {m.id for p in short.pieces if p.people and p.end <= owner.start for m in p.mentions}
                if len(named) > 1:
                    continue
                who = [
                    *self._ids(owner),
                    *(id_ for piece in short.of(match[3]) for id_ in self._anyone(piece)),
                ]
                self._say(short, match, who, short.of(match[2]), "his")
        for match in _AT.finditer(text):
            if short.of(match[1])[0].people:
                self._say(short, match, self._persons(short.of(match[1])[0]), short.of(match[2]), "at")
        if self.dry:
            return
        for match in (*_ITS.finditer(text), *_BY.finditer(text)):
            one, other = short.of(match[1])[0], short.of(match[2])[0]
            whose, told = (one, other) if match.re is _ITS else (other, one)
            its = short.one.text[told.start : told.start + 4] == "its "
            if match.re is _BY or (its and not whose.people):
                self._say(short, match, self._anyone(whose), [told], "its")
        for match in _DAY_BEFORE.finditer(text):
            for event in self._ids(short.of(match[2])[0]):
                day = short.of(match[1])[0].mentions[0]
                if day.id in self.draft.found.dates:
                    self.held_on(short, event, day, short.span(*match.span()), "day-before")
        for pattern in _PARTAKING:
            for match in pattern.finditer(text):
                pieces = [piece for group in match.groups() for piece in short.of(group)]
                sides = [piece for piece in pieces if piece.kind == "A"]
                if match.re is _PARTAKING[2] and (short.one.sentence.line or len(sides) < 2 or any(p.people for p in sides)):
                    continue
                who = [id_ for piece in sides for id_ in self._anyone(piece)]
                self._say(short, match, who, [piece for piece in pieces if piece.kind == "M"], "partaking")
        for match in _THEIR.finditer(text):
            if len(self.before) > 1:
                self._say(short, match, list(self.before), short.of(match[1]), "their")
        for match in _BE_FOR.finditer(text):
            who = [id_ for n in (1, 4) for piece in short.of(match[n]) for id_ in self._anyone(piece)]
            self._say(short, match, who, short.of(match[3]), "be-for")
            first, last = short.span(*match.span())
            for adjunct in short.adjuncts:
                if (first <= adjunct.start and adjunct.end <= last) or adjunct.start < first == short.pieces[
                    0
                ].start:
                    for event in self._ids(short.of(match[3])[0]):
                        self._adjunct(short, event, adjunct, (min(first, adjunct.start), last), set(), set())
            for place in short.of(match[2]):
                for event in self._ids(short.of(match[3])[0]):
                    self._held_in(short, event, place.mentions[0], short.span(*match.span()), "be-for")
        for match in _CHAIRMANSHIP.finditer(text):
            for piece in short.of(match[1]) + short.of(match[2]):
                for meeting in short.of(match[3]):
                    self.draft.say(
                        short.one, piece.mentions[0].id, "chaired", meeting.mentions[0].id, short.span(*match.span()),
                        "chairmanship", qualifier="co-chair" if match[2] else "chair",
                    )  # fmt: skip
        self._included(short)

    def _included(self, short: Short) -> None:
        """Read "participants included ⟨A⟩", and "as did ⟨A⟩" of whoever did what the clause before says."""
        for match in _INCLUDED.finditer(short.text):
            self._join_in(short, match, self._main())
        for match in _AS_HOST.finditer(short.text):
            self._join_in(short, match, self._told_here(short) or self._main())
        for match in _DELEGATION.finditer(short.text):
            self._join_in(short, match, self._main())
        for pattern in _TEAM:
            for match in pattern.finditer(short.text):
                found = [piece for group in match.groups() for piece in short.of(group)]
                named = [piece for piece in found if piece.people]
                who = named if len(named) == len(found) == 1 or any(p.unnamed and not p.people for p in found) else []
                for piece in who:
                    self._join_in(short, match, self._main(), piece)
        for match in _AS_DID.finditer(short.text):
            self._join_in(short, match, self._told_here(short) or self._main())

    def _join_in(
        self, short: Short, match: re.Match[str], events: list[str], who: Piece | None = None
    ) -> None:
        """Let one item take part, and those that a list with semicolons goes on with."""
        pieces = [who or short.of(match[1])[0]]
        if who is None and ";" in short.text[match.end() :]:
            pieces += [
                p for p in short.pieces[short.piece(match.end() - 1) + 1 :] if p.people and p.kind == "A"
            ]
        span = short.span(*match.span())
        for piece in pieces:
            for id_ in self._anyone(piece):
                for event in events:
                    self._one(short, id_, event, (span[0], max(span[1], piece.end)), "included")

    def _chairs(self, short: Short, told: list[str]) -> None:
        """Read "with ⟨A⟩ in the chair" and "under the chairmanship of ⟨A⟩" of the meeting that the sentence tells of."""
        events = told or self._main()
        for match in (*_IN_CHAIR.finditer(short.text), *_UNDER.finditer(short.text)):
            for piece in short.of(match[1] or match[2]):
                for id_ in self._anyone(piece):
                    for event in events:
                        span = short.span(*match.span())
                        self.draft.say(
                            short.one, id_, "chaired", event, span, "chairmanship", qualifier="chair"
                        )
                        if id_.startswith("person:"):
                            self._one(short, id_, event, span, "chairmanship", "chair")

    def _told_here(self, short: Short) -> list[str]:
        """Return the meetings that this sentence names."""
        return [event for piece in short.pieces if piece.kind == "M" for event in self._ids(piece)][:1]

    def _say(
        self, short: Short, match: re.Match[str], who: list[str], pieces: list[Piece], rule: str
    ) -> None:
        self.nouns.append(
            (short.span(*match.span())[1], [event for piece in pieces for event in self._ids(piece)])
        )
        for piece in pieces:
            for event in self._ids(piece):
                role = "visitor" if self._kind(event) == "visit" else "participant"
                for id_ in who:
                    self._one(short, id_, event, short.span(*match.span()), rule, role)
                people = [id_ for id_ in who if id_.startswith("person:")]
                if len(people) > 1:
                    self.met = people
                self.current = self.current or event

    # ── where, when, part of what ───────────────────────────────────────────────────────────────────────────

    def _adjuncts(self, short: Short, told: list[tuple[Clause, list[str]]]) -> None:
        """Give places and days to the meeting beside which they stand, else to that of their clause."""
        meetings = [piece for piece in short.pieces if piece.kind == "M"]
        placed: set[str] = set()
        dated: set[str] = set()
        clauses_ = [c for c, _ in told]
        for adjunct in short.adjuncts:
            beside = next((p for p in meetings if p.end == adjunct.before), None)
            span = adjunct.start, adjunct.end
            if beside is not None:
                events = self._ids(beside)
                span = min(span[0], beside.start), max(span[1], beside.end)
                clause = next((c for c, e in told if set(e) & set(events)), None)
            elif noun := next((events for end, events in self.nouns if end == adjunct.before), None):
                clause, events = None, noun
            else:
                clause, events = next(
                    (
                        (c, e)
                        for c, e in told
                        if e and c.begin <= adjunct.start <= c.end and self._near(short, c, adjunct, clauses_)
                    ),
                    (None, []),
                )
            if not events:
                events = self._only(told, adjunct)
                clause = next((c for c, e in told if e == events), None) if events else clause
            if (
                not events
                and len({m.id for p in meetings for m in p.mentions}) == 1
                and (adjunct.bracket or short.one.sentence.line == 0)
                and (adjunct.before == short.pieces[-1].end)
            ):
                events = self._ids(meetings[0])
                span = min(span[0], meetings[0].start), max(span[1], meetings[0].end)
            if clause is not None:
                span = min(span[0], clause.first), max(span[1], clause.last)
            self.draft.mood = clause.status if clause is not None else None
            if clause is not None and clause.sense in PRESENCE and clause.status is Status.DENIED:
                # who stayed away does not make the meeting itself unheld
                self.draft.mood = Status.ASSERTED
            for event in events:
                self._adjunct(short, event, adjunct, span, placed, dated)
            self.draft.mood = None

    def _only(self, told: list[tuple[Clause, list[str]]], adjunct: Adjunct) -> list[str]:
        """Return the one meeting that a sentence tells of, for an adjunct of a verb that tells of none."""
        events = [e for _, found in told for e in found]
        here = next((c for c, e in told if not e and c.begin <= adjunct.start <= c.end), None)
        if (
            len(set(events)) != 1
            or here is None
            or here.aside
            or here.sense not in ("happen", "hold", "host", "gather", "pay", "meet", "receive")
        ):
            return []
        return events[:1]

    def _near(self, short: Short, clause: Clause, adjunct: Adjunct, before: list[Clause]) -> bool:
        """Tell whether an adjunct before a clause's subject is the clause's own, and not of a verb before it."""
        if adjunct.start >= clause.first:
            return True
        items = (p for p in short.pieces if p.mentions and p.end <= adjunct.start)
        return next(items, None) is None and not any(
            c is not clause and not c.aside and c.first < clause.first for c in before
        )

    def _adjunct(
        self,
        short: Short,
        event: str,
        adjunct: Adjunct,
        span: tuple[int, int],
        placed: set[str],
        dated: set[str],
    ) -> None:
        mention = adjunct.mention
        if mention.type in (L, C):
            if event not in placed and self._kind(event) != "call":
                placed.add(event)
                self._held_in(short, event, mention, span, "place")
                if adjunct.within is not None and adjunct.within.type is L and self._venue(mention):
                    self._held_in(short, event, adjunct.within, span, "place")
        elif event not in dated and "XXXX" not in mention.id and mention.id in self.draft.found.dates:
            dated.add(event)
            self.held_on(short, event, mention, span, "day")

    def _venue(self, place: Mention) -> bool:
        """Tell whether a place is a house or hall, so that the city named with it is where a meeting is held too."""
        return (
            bool(set(self._words(place).replace("'", " ").split()) & PLACE_HEADS)
            or not self.draft.entities[place.id].known
        )

    def _held_in(self, short: Short, event: str, place: Mention, span: tuple[int, int], rule: str) -> None:
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

    def _parts(self, short: Short, events: list[str]) -> None:
        """Say of what greater event a meeting is a part: on the margins of a summit, during a visit."""
        whole: list[str] = []
        span = (0, 0)
        for match in _MARGINS.finditer(short.text):
            piece = short.of(match[1] or match[2])[0]
            during = match[2] is not None
            found = self._ids(piece)
            if (
                during
                and not re.search(r"[Ww]ithin|part", match.group())
                and not any(self._kind(e) in ("visit", "summit", "session", "conference") for e in found)
            ):
                continue
            whole, span = found, short.span(*match.span())
        if not whole and (match_ := _SIDE.search(short.text)):
            whole, span = [e for e in self._main() if e not in events], short.span(*match_.span())
        ends = [p for p in short.pieces if p.kind == "M"]
        for event in dict.fromkeys(events):
            for greater in whole:
                if event != greater and self._kind(event) != "visit":
                    last = max([span[1], *(p.end for p in ends if event in self._ids(p))])
                    self.draft.say(short.one, event, "part_of", greater, (span[0], last), "margins")

    def main_event(self) -> list[str]:
        """Return the meeting that "the participants" are at."""
        return self._main() or ([self.current] if self.current else [])

    def two_states(self) -> list[str]:
        """Return the two states that "both sides" mean: those for which the people met stand, or that a meeting joins."""
        stands = {
            f.object for f in self.draft.made.values()
            if f.predicate == "holds_position" and f.object.startswith("country:") and (not self.met or f.subject in self.met)
        }  # fmt: skip
        if len(stands) != 2:
            stands = {
                f.object for f in self.draft.made.values()
                if f.predicate == "holds_position" and f.object.startswith("country:")
            }  # fmt: skip
        if len(stands) != 2:
            stands = {
                f.subject for f in self.draft.made.values()
                if f.predicate == "participated_in" and f.subject.startswith("country:")
            }  # fmt: skip
        return sorted(stands) if len(stands) == 2 else []

    # ── helpers ─────────────────────────────────────────────────────────────────────────────────────────────

    def _kind(self, event: str) -> str:
        entity = self.draft.entities.get(event)
        return entity.kind if entity else ""

    def _ids(self, piece: Piece | None) -> list[str]:
        return list(dict.fromkeys(m.id for m in piece.mentions)) if piece else []

    def _persons(self, piece: Piece) -> list[str]:
        if piece.kind == "G":
            if piece.text in ("we", "i"):
                speaker = self.draft.first_person(self.here) if self.here else None
                return [speaker] if speaker else []
            fit = piece.people and len(self.met) > 1 and piece.count in (0, len(self.met)) and self._are(piece.of)
            return list(self.met) if fit else []
        return [m.id for m in piece.mentions if m.type is P and not self._owner(m)]

    def _are(self, portfolio: str) -> bool:
        """Tell whether the people last met are ministers of that, as far as their titles say."""
        titles = [f.qualifier.lower() for f in self.draft.made.values() if f.predicate == "holds_position" and f.subject in self.met]
        return not portfolio or not titles or any(portfolio[:6] in title for title in titles)

    def _owner(self, mention: Mention) -> bool:
        """Tell whether a pronoun says whose something is: his, and her before a noun."""
        if mention.level is not Level.PRONOUN:
            return False
        word = self._words(mention).lower()
        return word == "his" or (word == "her" and _NOUN_NEXT.match(self.draft.text, mention.end) is not None)

    def _anyone(self, piece: Piece) -> list[str]:
        """Return who acts: persons, or states and bodies where no person is named."""
        if piece.kind == "G":
            return self._persons(piece)
        return list(
            dict.fromkeys(
                m.id for m in piece.mentions if m.type in (P, C, O) and not self._owner(m) and (m.level is not Level.ADJECTIVE or piece.unnamed)
            )
        )

    def _subject_meeting(self, clause: Clause) -> list[str]:
        if clause.subject is not None and clause.subject.kind == "M":
            return self._ids(clause.subject)
        if clause.subject is None and re.search(
            r"\b(?:[Ii]t|event)(?: \w+){0,3}$", self.words_before(clause).rstrip()
        ):
            return self._main()
        return []

    def words_before(self, clause: Clause) -> str:
        """Return the words of the sentence that stand before a clause."""
        return self.here.text[: clause.first] if self.here else ""

    def _titled(self) -> bool:
        """Tell whether the title of the post names its meeting."""
        return any(m.level is Level.NAME and m.end <= self.draft.title_end for m in self.draft.meetings)

    def _main(self) -> list[str]:
        """Return the meeting that the post is about: the named one of its title, the one its lead tells of, the only named one."""
        draft = self.draft
        title = draft.title_end
        named = [m.id for m in draft.meetings if m.level is Level.NAME and m.end <= title]
        if len(set(named)) == 1:
            return named[:1]
        if self.lead and self._kind(self.lead) != "visit":
            return [self.lead]
        named = [m.id for m in draft.meetings if m.level is Level.NAME]
        if len(set(named)) == 1:
            return named[:1]
        return [self.current] if self.current and self._kind(self.current) != "visit" else []

    def _visits(self, who: list[str]) -> list[str]:
        """Return the one visit that these persons are on."""
        visits = {m.id for m in self.draft.meetings if self._kind(m.id) == "visit"}
        on = [v for v in sorted(visits) if set(self.people.get(v, ())) & set(who)]
        return on if len(on) == 1 else []

    def _encounter(self, short: Short, clause: Clause, who: list[str], kind: str) -> list[str]:
        meeting = next(
            (
                a.piece
                for a in clause.arguments
                if a.piece.kind == "M"
                and a.preposition in ("for", "in", ",", "at")
                and any(self._kind(e) in TALKS | CALLS for e in self._ids(a.piece))
            ),
            None,
        )
        meeting = meeting or self._where(short, clause) or self._opening(short)
        event = self._ids(meeting)[0] if meeting else self._noun_for(short, clause, who, kind)
        self._take_part(short, clause, who, [event])
        return [event]

    def _opening(self, short: Short) -> Piece | None:
        """Return ⟨M⟩ in "In a separate meeting, ⟨A⟩ spoke with ⟨A⟩"."""
        match = _IN_A.match(short.text)
        if match is None:
            return None
        piece = short.of(match[1])[0]
        return (
            piece
            if re.match(r"an? |their |his |her ", short.one.text[piece.start : piece.start + 6])
            else None
        )

    def _where(self, short: Short, clause: Clause) -> Piece | None:
        """Return ⟨M⟩ in "⟨M⟩, where ⟨A⟩ met ⟨A⟩"."""
        for match in _WHERE.finditer(short.text):
            piece = short.of(match[1])[0]
            if piece.end <= clause.first <= short.span(match.end() - 1, match.end())[1] + 1:
                return piece
        return None

    def _noun_for(self, short: Short, clause: Clause, who: list[str], kind: str) -> str:
        """Return the meeting that a verb such as "met" stands for: one that a noun of the post names, or a new one."""
        kinds = (CALLS | {"talks", "meeting"}) if kind == "call" else TALKS
        here = short.one.sentence
        subordinate = re.search(
            r"\b(?:when|where|after|since|that|while|as)\b[^⟨⟩]*$", short.one.text[: clause.first]
        )
        best: tuple[int, str] | None = None
        seen: set[str] = set()
        for mention in self.draft.meetings if not subordinate else ():
            first = mention.id not in seen
            seen.add(mention.id)
            if self.draft.entities[mention.id].kind not in kinds or _ANOTHER.match(self._words(mention)):
                continue
            known = self.people.get(mention.id, [])
            claimed = self.claimed.get(mention.id, set())
            if known and not (set(known) <= set(who) or set(who) <= set(known)):
                continue
            if len(claimed) > 1 and not set(who) >= claimed:
                continue
            far = self._far(mention, here, first=first, told=bool(known or claimed))
            if far is not None and (best is None or far < best[0]):
                best = (far, mention.id)
        return best[1] if best is not None else self.draft.new_meeting(short.one, clause.first, kind)

    def _words(self, mention: Mention) -> str:
        return self.draft.text[mention.start : mention.end]

    def _far(self, mention: Mention, here: Sentence, *, first: bool, told: bool) -> int | None:
        """Return how far a noun is from a verb that may mean the same meeting; None when it can't be the same.

        It can be the noun of the title, "the meeting" of one of the next sentences when nothing before is called
        so, or a meeting just told of.
        """
        title = self.draft.title_end
        if mention.end <= title:
            if self.here is not None and self.here.sentence.line > LEAD + 1:
                return None
            named = mention.level is Level.NAME and not re.search(
                r"\w[-–]\w| between | with ", self._words(mention)
            )
            return 400 if not named else None
        if mention.level is not Level.NOMINAL:
            return None
        if here.start <= mention.start < here.end:
            return None
        if mention.start >= here.end:
            apart = self.draft.text[here.end : mention.start]
            definite = _DEFINITE.match(self._words(mention)) or _DEFINITE.search(apart[-8:])
            return mention.start - here.end if first and definite and len(apart) < FAR else None
        return here.start - mention.end if told and here.start - mention.end < FAR else None

    def _take_part(
        self, short: Short, clause: Clause, who: list[str], events: list[str], *, role: str = "participant"
    ) -> None:
        for event in events:
            for id_ in who:
                self._one(short, id_, event, (clause.first, clause.last), clause.sense, role)
        people = [id_ for id_ in dict.fromkeys(who) if id_.startswith("person:")]
        if len(people) > 1 and clause.sense in ("meet", "receive", "speak", "hold", "chair", "pay", "other"):
            self.met = people

    def _own_body(self, id_: str, event: str) -> bool:
        """Tell whether a meeting is named after a body: then the body's leaders meet, not the body with others."""
        body = self.draft.entities.get(id_)
        name = self.draft.entities[event].name if event in self.draft.entities else ""
        return (
            body is not None
            and not re.search(r"\w[-–]\w", name)
            and any(form in name for form in (body.name, body.acronym) if form)
        )

    def _one(
        self, short: Short, id_: str, event: str, span: tuple[int, int], rule: str, role: str = "participant"
    ) -> None:
        if id_.startswith("organisation:") and self._own_body(id_, event):
            return
        if self.dry or (
            self.draft.say(short.one, id_, "participated_in", event, span, rule, qualifier=role)
            and id_.startswith("person:")
        ):
            self.people.setdefault(event, []).append(id_)
