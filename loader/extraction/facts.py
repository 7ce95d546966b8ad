"""Mentions → facts, by patterns over masked sentences; what no pattern is sure of is not said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from cypher.vocabulary import Status
from loader.extraction.mentions import Found, local
from loader.extraction.frame import Frame
from loader.extraction.lexicon import lexicon
from loader.extraction.masks import Mask, mask, several, sign
from loader.extraction.shapes import shapes
from loader.model import DateValue, Entity, EntityType, Fact, Level, Mention, Post, Span
from loader.resolution.names import slug
from loader.vocabulary import Vocabulary

DENIED = re.compile(
    r"\b(?:not|never|no longer|refused|declined|failed to|did not|was not|were not|has not|have not|cancelled|canceled|postponed|called off|rejected|without)\b"
)
PLANNED = re.compile(
    r"\b(?:will|shall|would|is to|are to|scheduled|planned|plans?|expected to|intends?|upcoming|forthcoming|agreed to|invited|invitation|looks? forward|is due|are due|set to|prepar\w+|proposed|next)\b"
)
HELD = r"(?:held|was held|were held|took place|were hosted|was hosted|convened|opened|concluded|met|gathered)"


@dataclass
class Facts:
    """Collects the facts of one post, each once, the surest first."""

    post: Post
    frame: Frame
    found: Found
    vocabulary: Vocabulary
    made: dict[tuple[str, str, str], Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = self.frame.text
        self.entities = self.found.entities
        self.words = shapes(self.vocabulary)
        self.lexicon = lexicon(self.vocabulary)

    def run(self) -> tuple[list[Fact], list[Entity]]:
        """Return the facts in the order of the post, and every entity with what the facts add to it."""
        masks = list(self._masks())
        for one in masks:
            for rule in RULES:
                rule(self, one)
        self._frame_line(masks)
        facts = sorted(self.made.values(), key=lambda f: (f.evidence.start, f.predicate, f.subject, f.object))
        return facts, self._completed(facts)

    def _masks(self) -> Iterator[Mask]:
        mentions = self.found.mentions
        place = 0
        for sentence in self.frame.sentences:
            order = []
            while place < len(mentions) and mentions[place].start < sentence.start:
                place += 1
            n = place
            while n < len(mentions) and mentions[n].start < sentence.end:
                if mentions[n].end <= sentence.end:
                    order.append(n)
                n += 1
            yield mask(self.text, sentence, mentions, order)

    def say(
        self, mask_: Mask, subject: str, predicate: str, object_: str, start: int, end: int, rule: str,
        *, qualifier: str = "", status: Status | None = None, clause: tuple[int, int] | None = None, date: DateValue | None = None,
    ) -> None:  # fmt: skip
        """Add a fact whose quote is a piece of a mask."""
        if subject == object_:
            return
        first, last = mask_.post(start), mask_.post(end)
        while first < last and self.text[first].isspace():
            first += 1
        while last > first and self.text[last - 1] in " ,;":
            last -= 1
        if first >= last:
            return
        key = (subject, predicate, object_)
        if key in self.made:
            return
        around = mask_.text[clause[0] : clause[1]] if clause else mask_.text[start:end]
        self.made[key] = Fact(
            subject=subject, predicate=predicate, object=object_, qualifier=qualifier, rule=rule, date=date,
            status=status or self.status(mask_, around), evidence=Span(start=first, end=last), speaker=self._speaker(mask_),
        )  # fmt: skip

    def status(self, mask_: Mask, clause: str) -> Status:
        """Return how a clause says what it says."""
        if mask_.sentence.question:
            return Status.REPORTED
        if DENIED.search(clause):
            return Status.DENIED
        if PLANNED.search(clause):
            return Status.PLANNED
        return Status.ASSERTED

    def _speaker(self, mask_: Mask) -> str | None:
        who = mask_.sentence.speaker
        if who is None or who[0] < 0:
            return None
        return next(
            (
                m.id
                for m in self.found.mentions
                if m.type is EntityType.PERSON and who[0] <= m.start and m.end <= who[1]
            ),
            None,
        )

    def _frame_line(self, masks: list[Mask]) -> None:
        """Take place and date of the post's main meeting from a line such as 📍 Place, Date."""
        meetings = [m for m in self.found.mentions if m.type is EntityType.MEETING]
        for one in masks:
            match = re.match(rf"\W*📍?\W*({sign('L')}), (?:{sign('L')}, )?({sign('T')})\W*$", one.text)
            if not match or not meetings:
                continue
            place, day = one.of(match[0])[0], one.of(match[0])[-1]
            later = [
                m
                for m in meetings
                if m.start > day.start and self.entities[m.id].kind in ("talks", "meeting")
            ]
            meeting = (later or meetings)[0]
            self.say(one, meeting.id, "held_in", place.id, match.start(1), match.end(2), "place-line")
            self.say(
                one,
                meeting.id,
                "held_on",
                day.id,
                match.start(1),
                match.end(2),
                "place-line",
                date=self.found.dates[day.id],
            )

    def _completed(self, facts: list[Fact]) -> list[Entity]:
        """Return the entities with dates, places, participants and statuses that the facts give."""
        changes: dict[str, dict[str, object]] = {}
        for fact in facts:
            if fact.predicate == "held_on" and fact.object in self.found.dates:
                changes.setdefault(fact.subject, {}).setdefault("date", self.found.dates[fact.object])
                changes[fact.subject].setdefault("status", _held(fact.status))
            elif fact.predicate == "held_in":
                changes.setdefault(fact.subject, {}).setdefault("place", fact.object)
            elif fact.predicate in ("participated_in", "chaired") and fact.object in self.entities:
                who = changes.setdefault(fact.object, {}).setdefault("participants", set())
                assert isinstance(who, set)  # noqa: S101 (made above)
                who.add(fact.subject)
                changes[fact.object].setdefault("status", _held(fact.status))
            elif fact.predicate in ("adopted", "signed", "issued"):
                name = fact.object
                done = {"adopted": "adopted", "signed": "signed", "issued": "adopted"}[fact.predicate]
                status = {Status.DENIED: f"not {done}", Status.PLANNED: "draft"}.get(fact.status, done)
                changes.setdefault(name, {}).setdefault("status", status)
        result = []
        for id_, entity in sorted(self.entities.items()):
            change = changes.get(id_, {})
            if isinstance(change.get("participants"), set):
                change["participants"] = tuple(sorted(change["participants"]))  # type: ignore[type-var]
            entity = entity.model_copy(update=change)  # noqa: PLW2901
            if entity.type is EntityType.MEETING:
                entity = entity.model_copy(update={"name": self._caption(entity)})  # noqa: PLW2901
            result.append(entity)
        return result

    def _caption(self, meeting: Entity) -> str:
        """Return the name of a meeting; an unnamed one is described by who took part."""
        named = any(m.id == meeting.id and m.level is Level.NAME for m in self.found.mentions)
        people = [self.entities[p].name for p in meeting.participants if p in self.entities]
        if named or not people:
            return meeting.name
        return f"{meeting.kind.capitalize()} of {_enumerated(people[:4])}"


def _held(status: Status) -> str:
    return {Status.PLANNED: "planned", Status.DENIED: "cancelled"}.get(status, "held")


def _enumerated(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


# ── rules ───────────────────────────────────────────────────────────────────────────────────────────────────


def positions(facts: Facts, one: Mask) -> None:
    """Title and name: "Prime Minister of Malaysia Anwar Ibrahim", "Indian Foreign Minister X", "X, President of Y"."""
    title = facts.words.title.pattern
    body = rf"(?:the )?{sign('CO')}"
    more = rf"(?: (?:for|of) (?:the )?[A-Z][\w'-]+(?:(?:,| and|, and| of)? [A-Z][\w'-]+){{0,6}})?"
    for pattern in (
        rf"(?P<of>{sign('CO')})(?:'s)? (?P<title>{title}{more})(?P<second> and {title}{more})? (?P<who>{sign('P')})",
        rf"(?P<title>{title}{more})(?P<second> and {title}{more})? (?:of|to|for) (?P<of>{body}),? (?P<who>{sign('P')})",
        rf"(?P<title>{title}{more}) (?P<who>{sign('P')}) of (?P<of>{body})",
        rf"(?P<who>{sign('P')}), (?:the )?(?P<of>{sign('CO')})(?:'s)? (?P<title>{title}{more})",
        rf"(?P<who>{sign('P')}), (?:the )?(?P<title>{title}{more})(?P<second>) (?:of|to) (?P<of>{body})",
        rf"(?P<title>{title}{more}) (?P<who>{sign('P')})",
    ):
        for match in re.finditer(pattern, one.text):
            (who,) = one.of(match["who"])
            bodies = one.of(match["of"]) if "of" in match.groupdict() else []
            words = match["title"]
            if words in facts.words.honorifics:
                continue
            ids = [bodies[-1].id] if bodies else [of for _, of in facts.lexicon.positions.get(who.id, ())][:1]
            for of in ids:
                facts.say(
                    one,
                    who.id,
                    "holds_position",
                    of,
                    match.start(),
                    match.end(),
                    "title",
                    qualifier=words,
                    status=Status.ASSERTED,
                )
                if of not in facts.entities and of in facts.lexicon.entities:
                    facts.entities[of] = facts.lexicon.entities[of]


ATTENDED = r"(?:attend\w*|took part in|take part in|takes? part in|participat\w+ in|joined|join|addressed|address|spoke at|speak at|hosted|host|opened|visited)"
WHO = several("PCO")


def attendance(facts: Facts, one: Mask) -> None:
    """X attended, hosted, chaired the meeting; X held talks with Y; X's visit."""
    text = one.text
    people = sign("P")
    for match in re.finditer(
        rf"(?P<who>{several('PCO')})(?: and \w+ \w+)?,? (?:(?:will|also|has|have|had|is to|are to|today|jointly) ){{0,3}}{ATTENDED} (?P<what>.{{0,40}}?{several('M')})",
        text,
    ):
        for who in one.of(match["who"]):
            for what in one.of(match["what"]):
                if what.type is EntityType.MEETING and who.type is not EntityType.DATE:
                    facts.say(
                        one,
                        who.id,
                        "participated_in",
                        what.id,
                        match.start(),
                        match.end(),
                        "attended",
                        qualifier="participant",
                    )
    for match in re.finditer(
        rf"(?P<who>{several('PCO')}),? (?:(?:will|also|has|have|had|jointly|today) ){{0,3}}(?P<co>co-)?(?:chair\w*|presid\w+ over) (?:the )?(?P<what>{sign('MO')})",
        text,
    ):
        for who in one.of(match["who"]):
            for what in one.of(match["what"]):
                facts.say(
                    one,
                    who.id,
                    "chaired",
                    what.id,
                    match.start(),
                    match.end(),
                    "chaired",
                    qualifier="co-chair" if match["co"] else "chair",
                )
                if what.type is EntityType.MEETING:
                    facts.say(
                        one,
                        who.id,
                        "participated_in",
                        what.id,
                        match.start(),
                        match.end(),
                        "chaired",
                        qualifier="chair",
                    )
    titled = rf"(?:(?:[^⟨⟩.;,]|{sign('CO')}){{0,80}}?)"
    for match in re.finditer(
        rf"(?P<who>{people})(?:[^⟨⟩.;]{{0,30}}?) (?P<held>held|will hold|hold|had|has held|have held|conducted)(?: \w+){{0,4}} (?P<what>{sign('M')})(?P<rest>.*?) (?:with|between) (?P<others>{titled}{people}(?:(?:, and|,| and) {titled}{people}){{0,8}})",
        text,
    ):
        for what in one.of(match["what"]):
            for who in [
                *one.of(match["who"]),
                *(m for m in one.of(match["others"]) if m.type is EntityType.PERSON),
            ]:
                facts.say(
                    one,
                    who.id,
                    "participated_in",
                    what.id,
                    match.start(),
                    match.end(),
                    "held-with",
                    qualifier="participant",
                )
    for match in re.finditer(
        rf"\b[Ww]e (?:have )?(?:held|had)(?: \w+){{0,5}} (?P<what>{sign('M')}) with (?P<others>{titled}{people}(?:(?:, and|,| and) {titled}{people}){{0,8}})",
        text,
    ):
        for what in one.of(match["what"]):
            for who in (m for m in one.of(match["others"]) if m.type is EntityType.PERSON):
                facts.say(
                    one,
                    who.id,
                    "participated_in",
                    what.id,
                    match.start(),
                    match.end(),
                    "we-held",
                    qualifier="participant",
                )
            speaker = facts._speaker(one) or _title_speaker(facts)
            if speaker:
                facts.say(
                    one,
                    speaker,
                    "participated_in",
                    what.id,
                    match.start(),
                    match.end(),
                    "we-held",
                    qualifier="participant",
                )
    for match in re.finditer(
        rf"(?P<who>{people})'s (?:[\w-]+ ){{0,3}}?(?:at|in|to|following|after|during) (?P<what>(?:the |his |her )?{sign('M')})|(?P<who2>{people})'s (?:[a-z-]+ ){{0,2}}(?P<what2>{sign('M')})",
        text,
    ):
        what = one.of(match["what"] or match["what2"])[0]
        who = one.of(match["who"] or match["who2"])[0]
        facts.say(
            one,
            who.id,
            "participated_in",
            what.id,
            match.start(),
            match.end(),
            "possessive",
            qualifier="participant",
        )
    for match in re.finditer(rf"(?P<who>{people}) at (?:the )?(?P<what>{sign('M')})", text):
        who, what = one.of(match[0])
        facts.say(
            one, who.id, "participated_in", what.id, match.start(), match.end(), "at", qualifier="participant"
        )
    for match in re.finditer(
        rf"(?P<what>{sign('M')}) (?:between|of|with) (?P<who>(?:the )?{titled}{sign('PC')}(?: and (?:the )?{titled}{sign('PC')})?)",
        text,
    ):
        what = one.of(match["what"])[0]
        for who in one.of(match["who"]):
            if (
                who.type in (EntityType.PERSON, EntityType.COUNTRY)
                and who.level is not Level.ADJECTIVE
                and ("between" in match[0] or who.type is EntityType.PERSON)
            ):
                facts.say(
                    one,
                    who.id,
                    "participated_in",
                    what.id,
                    match.start(),
                    match.end(),
                    "between",
                    qualifier="participant",
                )


def _title_speaker(facts: Facts) -> str | None:
    """Return the person whose remarks the post's first lines announce."""
    for mention in facts.found.mentions:
        if mention.type is EntityType.PERSON:
            after = facts.text[mention.end : mention.end + 60]
            return (
                mention.id
                if re.match(
                    r"'s (?:[\w-]+ ){0,3}(?:remarks|statement|speech|interview|answers|address)", after
                )
                else None
            )
    return None


def encounters(facts: Facts, one: Mask) -> None:
    """X met with Y; X received Y; X spoke with Y: a meeting that no noun names."""
    titled = rf"(?:(?:[^⟨⟩.;]|{sign('CO')}(?:'s)?){{0,90}}?)"
    people = sign("P")
    for match in re.finditer(
        rf"(?P<who>{people}(?:,? and {titled}{people})?)(?:,[^⟨⟩]{{0,40}},)? (?P<aux>(?:(?:will|also|has|have|had|is to|today|then|yesterday|⟨T\d+⟩) ){{0,3}})"
        rf"(?P<verb>met|meet|meets|received|receive|hosted|spoke|speak|talked|welcomed|held a (?:phone|telephone) (?:call|conversation))"
        rf"(?: by phone| by telephone| on the phone)?(?: with)? (?P<others>{titled}{people}(?:(?:, and|,| and) {titled}{people}){{0,8}})", one.text,
    ):  # fmt: skip
        who = [m for m in one.of(match["who"]) if m.type is EntityType.PERSON]
        others = [m for m in one.of(match["others"]) if m.type is EntityType.PERSON]
        kind = "call" if match["verb"].startswith(("spoke", "speak", "talked", "held a")) else "meeting"
        later = [
            m for m in facts.found.mentions
            if m.type is EntityType.MEETING and m.start > one.sentence.start and facts.entities[m.id].kind == kind
        ]  # fmt: skip
        meeting = (
            later[0].id
            if later and later[0].start < one.sentence.end + 400
            else local(facts.post, "meeting", one.post(match.start("verb")))
        )
        facts.entities.setdefault(meeting, Entity(id=meeting, type=EntityType.MEETING, name=kind, kind=kind))
        for person in (*who, *others):
            facts.say(
                one,
                person.id,
                "participated_in",
                meeting,
                match.start(),
                match.end(),
                "met",
                qualifier="participant",
            )
        _where_and_when(facts, one, meeting, match.start(), match.end())


def _where_and_when(facts: Facts, one: Mask, meeting: str, start: int, end: int) -> None:
    """Take the place and the date that the sentence gives to its one meeting."""
    place = re.search(rf" (?:in|at) (?:the )?({sign('L')})", one.text[end:]) or re.search(
        rf"\b[Ii]n ({sign('L')})", one.text[:start]
    )
    if place:
        base = end if place.string is not one.text[:start] and place.re.pattern.startswith(" ") else 0
        facts.say(
            one,
            meeting,
            "held_in",
            one.of(place[0])[0].id,
            min(start, base + place.start()),
            max(end, base + place.end()),
            "met-in",
        )
    days = [
        m
        for m in one.of(one.text)
        if m.type is EntityType.DATE and "XXXX" not in m.id and len(m.id) > len("date:2024-1")
    ]
    if len(days) == 1:
        at = one.text.index(f"⟨T{one.mentions.index(days[0])}⟩")
        sign_end = one.text.index("⟩", at) + 1
        facts.say(
            one,
            meeting,
            "held_on",
            days[0].id,
            min(start, at),
            max(end, sign_end),
            "met-on",
            date=facts.found.dates[days[0].id],
        )


def venues(facts: Facts, one: Mask) -> None:
    """Meetings with place and date: "(Vientiane, July 26, 2024)", "held in X on D", "X hosted the meeting"."""
    text = one.text
    meeting = rf"(?P<what>{several('M')})"
    for match in re.finditer(
        rf"{meeting}(?: \(#?{sign('O')}\))? \((?P<in>(?:{sign('LC')}, )*)(?P<on>{sign('T')})\)", text
    ):
        _held_at(facts, one, match, "brackets")
    for match in re.finditer(
        rf"{meeting}[^.;⟨⟩]{{0,60}}?(?:scheduled to be |to be |will be |was |were |is )?(?:held|hosted|took place|takes place|will take place|convened|scheduled)[^.;⟨⟩]{{0,20}}? (?:in|at) (?:the )?(?P<in>{sign('L')})(?P<on>[^.;⟨⟩]{{0,12}}{sign('T')})?",
        text,
    ):
        _held_at(facts, one, match, "held-in")
    for match in re.finditer(
        rf"{meeting}[^.;⟨⟩]{{0,60}}?(?:held|took place|will take place|convened|scheduled) (?:on|from|for|in) (?P<on>{sign('T')})(?: (?:in|at) (?P<in>{sign('L')}))?",
        text,
    ):
        _held_at(facts, one, match, "held-on")
    for match in re.finditer(
        rf"(?:[Oo]n (?P<on>{sign('T')}), )?(?P<in>{sign('L')}) hosted (?:[^.;]{{0,60}}?){meeting}", text
    ):
        _held_at(facts, one, match, "hosted")
    for match in re.finditer(
        rf"{meeting}(?: \(#?{sign('O')}\))? (?:in|at) (?:the )?(?P<in>{sign('L')})(?: (?:on|in) (?P<on>{sign('T')}))?",
        text,
    ):
        _held_at(facts, one, match, "in")
    for match in re.finditer(rf"{meeting} (?:on|in) (?P<on>{sign('T')})", text):
        _held_at(facts, one, match, "on")


def _held_at(facts: Facts, one: Mask, match: re.Match[str], rule: str) -> None:
    groups = match.groupdict()
    for what in one.of(match["what"]):
        if what.type is not EntityType.MEETING:
            continue
        for place in one.of(groups.get("in") or ""):
            if place.type is EntityType.PLACE:
                facts.say(
                    one,
                    what.id,
                    "held_in",
                    place.id,
                    match.start(),
                    match.end(),
                    rule,
                    clause=(match.start(), match.end()),
                )
        for day in one.of(groups.get("on") or ""):
            if "XXXX" not in day.id:
                facts.say(
                    one,
                    what.id,
                    "held_on",
                    day.id,
                    match.start(),
                    match.end(),
                    rule,
                    date=facts.found.dates[day.id],
                )


def parties(facts: Facts, one: Mask) -> None:
    """The states and bodies in a meeting's name take part: "Russia-ASEAN summit"; its forum holds it."""
    for mention in one.of(one.text):
        if mention.type is not EntityType.MEETING or mention.level is not Level.NAME:
            continue
        name = facts.text[mention.start : mention.end]
        inner = [
            m for m in facts.found.mentions
            if mention.start <= m.start and m.end <= mention.end and m.type in (EntityType.COUNTRY, EntityType.ORGANISATION)
        ]  # fmt: skip
        index = one.mentions.index(mention)
        at = one.text.find(f"⟨M{index}⟩")
        end = one.text.find("⟩", at) + 1
        for pair in zip(inner, inner[1:], strict=False):
            if facts.text[pair[0].end : pair[1].start] == "-":
                for who in pair:
                    facts.say(
                        one,
                        who.id,
                        "participated_in",
                        mention.id,
                        at,
                        end,
                        "party",
                        qualifier="party",
                        status=Status.ASSERTED,
                    )
        if (
            len(inner) == 1
            and inner[0].type is EntityType.ORGANISATION
            and not re.search(r"\w-\w", name.split(" ")[0])
        ):
            facts.say(one, mention.id, "part_of", inner[0].id, at, end, "named-after", status=Status.ASSERTED)


def documents(facts: Facts, one: Mask) -> None:
    """Adopted, signed, issued - or not; by whom."""
    text = one.text
    meeting, paper = sign("M"), sign("D")
    for match in re.finditer(
        rf"(?P<who>{several('MPCO')})[^.;⟨⟩]{{0,30}}? (?P<verb>adopted|approved|endorsed|signed|issued|released|concluded|initialled|will sign|to sign|will adopt)[^.;⟨⟩]{{0,40}}? (?P<what>{several('D')})",
        text,
    ):
        predicate = (
            "signed"
            if "sign" in match["verb"] or match["verb"] in ("concluded", "initialled")
            else "issued"
            if match["verb"] in ("issued", "released")
            else "adopted"
        )
        for who in one.of(match["who"]):
            for what in one.of(match["what"]):
                if (
                    what.type is EntityType.DOCUMENT
                    and (predicate != "adopted" or who.type in (EntityType.MEETING, EntityType.ORGANISATION))
                    and not (predicate == "signed" and who.type is EntityType.MEETING)
                ):
                    facts.say(one, who.id, predicate, what.id, match.start(), match.end(), "document")
    for match in re.finditer(
        rf"(?P<what>{paper})[^.;⟨⟩]{{0,40}}? (?:was|were|is|has been|have been|has not been|was not|were not|could not be) (?:\w+ ){{0,2}}?(?P<verb>signed|adopted|approved|issued|endorsed) (?:[^.;⟨⟩]{{0,20}})?(?:by|at|in|during) (?:the )?(?P<who>{several('PCOM')})",
        text,
    ):
        predicate = {"signed": "signed", "issued": "issued"}.get(match["verb"], "adopted")
        for who in one.of(match["who"]):
            for what in one.of(match["what"]):
                facts.say(one, who.id, predicate, what.id, match.start(), match.end(), "document-passive")
    for match in re.finditer(
        rf"(?:declaration|statement|document|{paper})[^.;]{{0,60}}?(?:has|have|was|were) not (?:been )?(?:adopted|approved|agreed)",
        text,
    ):
        meetings = [m for m in facts.found.mentions if m.type is EntityType.MEETING and m.level is Level.NAME]
        papers = [m for m in one.of(match[0]) if m.type is EntityType.DOCUMENT]
        if not meetings:
            continue
        subject = next((m for m in reversed(meetings) if m.end <= one.post(match.end())), meetings[0])
        if papers:
            object_ = papers[0].id
        else:
            word = match[0].split(" ")[0]
            object_ = f"document:{slug(facts.entities[subject.id].name)}-{word}"
            facts.entities[object_] = Entity(
                id=object_,
                type=EntityType.DOCUMENT,
                name=f"{word.capitalize()} of the {facts.entities[subject.id].name}",
                kind=word,
                status="not adopted",
            )
        facts.say(
            one,
            subject.id,
            "adopted",
            object_,
            match.start(),
            match.end(),
            "not-adopted",
            status=Status.DENIED,
        )
    for match in re.finditer(rf"adoption of (?:a |the )?(?P<what>{paper})", text):
        earlier = [
            m
            for m in facts.found.mentions
            if m.type is EntityType.MEETING and m.start < one.post(match.start())
        ]
        if earlier:
            facts.say(
                one,
                earlier[-1].id,
                "adopted",
                one.of(match["what"])[0].id,
                match.start(),
                match.end(),
                "adoption",
            )


def organisations(facts: Facts, one: Mask) -> None:
    """Founding, membership, seat."""
    text = one.text
    body, states = sign("O"), several("C")
    for match in re.finditer(
        rf"(?P<what>{body}) was (?:founded|established|created)(?: in (?P<in>{sign('L')}))?(?: on (?P<on>{sign('T')})| in (?P<on2>{sign('T')}))?(?:,? by (?P<by>{states}))?",
        text,
    ):
        what = one.of(match["what"])[0].id
        for place in one.of(match["in"] or ""):
            facts.say(one, what, "founded_in", place.id, match.start(), match.end(), "founded")
        for day in one.of(match["on"] or match["on2"] or ""):
            facts.say(
                one,
                what,
                "founded_on",
                day.id,
                match.start(),
                match.end(),
                "founded",
                date=facts.found.dates[day.id],
            )
        for state in one.of(match["by"] or ""):
            facts.say(one, state.id, "founded", what, match.start(), match.end(), "founded")
            facts.say(one, state.id, "member_of", what, match.start(), match.end(), "founded")
        signed = re.match(rf",? which signed (?:the )?(?:so-called )?(?P<d>{sign('D')})", text[match.end() :])
        if signed:
            for state in one.of(match["by"] or ""):
                facts.say(
                    one,
                    state.id,
                    "signed",
                    one.of(signed["d"])[0].id,
                    match.start(),
                    match.end() + signed.end(),
                    "which-signed",
                )
    for match in re.finditer(
        rf"(?P<who>{states}) (?:joined|acceded to|became (?:a )?members? of) (?:the )?(?P<what>{body})", text
    ):
        for who in one.of(match["who"]):
            facts.say(
                one, who.id, "member_of", one.of(match["what"])[0].id, match.start(), match.end(), "joined"
            )
    for match in re.finditer(
        rf"(?P<what>{body}) (?:has been |is |are )?(?:based|headquartered|located|operating) in (?:the )?(?P<in>{sign('L')})",
        text,
    ):
        facts.say(
            one,
            one.of(match["what"])[0].id,
            "located_in",
            one.of(match["in"])[0].id,
            match.start(),
            match.end(),
            "seat",
        )


def topics(facts: Facts, one: Mask) -> None:
    """What was discussed, by the vocabulary of topics."""
    if not re.search(
        r"\b(?:discuss\w*|exchanged views|focused on|reviewed|talks on|touched upon|addressed)\b", one.text
    ):
        return
    earlier = [m for m in facts.found.mentions if m.type is EntityType.MEETING and m.start < one.sentence.end]
    if not earlier:
        return
    for topic in facts.vocabulary.words.topics:
        at = one.text.casefold().find(topic)
        if at >= 0:
            id_ = f"topic:{slug(topic)}"
            facts.entities.setdefault(id_, Entity(id=id_, type=EntityType.TOPIC, name=topic, known=True))
            facts.say(
                one,
                earlier[-1].id,
                "discussed_topic",
                id_,
                at,
                at + len(topic),
                "discussed",
                clause=(0, len(one.text)),
            )


RULES: tuple[Callable[[Facts, Mask], None], ...] = (
    positions, attendance, encounters, venues, parties, documents, organisations, topics,
)  # fmt: skip


def find_facts(
    post: Post, frame: Frame, found: Found, vocabulary: Vocabulary
) -> tuple[list[Fact], list[Entity]]:
    """Return the facts of a post and its entities, completed by them."""
    return Facts(post, frame, found, vocabulary).run()


def mentioned(mentions: list[Mention], id_: str) -> list[Mention]:
    """Return the mentions of an entity."""
    return [m for m in mentions if m.id == id_]
