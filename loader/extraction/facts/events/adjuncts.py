"""Where and when a meeting is, and of what greater one it is a part."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.events.telling import PRESENCE, C, L, Telling
from loader.extraction.facts.pieces import Adjunct, Short

_MARGINS = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Ii]n) (?:the )?(?:margins?|sidelines?|fringes|framework|course|side|context|occasion) of (?:⟨A\d+⟩ 's (?:[a-z]+ ){0,2})?(⟨M\d+⟩)|\b(?:[Aa]s part of|[Dd]uring|[Ww]ithin(?: the framework of)?) (?:⟨A\d+⟩ 's (?:[a-z]+ ){0,2})?(⟨M\d+⟩)"
)
_FOR = re.compile(r"for ⟨T")
_SET = re.compile(r"\b(?:scheduled|set|planned|slated|postponed|due|invited|invitation|⟨M\d+⟩)(?: \w+)? $")
"""Before "for ⟨T⟩" where that is the day of a meeting."""
_OTHER = re.compile(
    r"\b(?:appointed|elected|born|sworn in|signed|adopted|dated|founded|established|created|released|published|named|reached|issued|approved|"
    r"ratified|imposed|inaugurated|based|headquartered|accredited|stationed|residing)(?: (?:here|there|as \w+))? $"
)
"""Before a place or a day of something else than a meeting."""
_DIRECTLY = re.compile(r",? (?:the |former |then |also )*(?:[A-Z][\w.-]+ )*")
_SAID_THAT = re.compile(r"\bthat (?:in |on |during |since )?(?:the )?$")
_WHEN = re.compile(r",? when\b")
_RELATIVE = re.compile(r"\b(?:where|which|who|whom|whose)\b")


def adjuncts(telling: Telling, short: Short, told: list[tuple[Clause, list[str]]]) -> None:
    """Give places and days to the meeting beside which they stand, else to that of their clause."""
    placed: set[str] = set()
    dated: set[str] = set()
    exact = any(
        len(a.mention.id) > len("date:2024") for a in short.adjuncts if a.mention.id.startswith("date:")
    )
    for adjunct in short.adjuncts:
        if exact and adjunct.mention.id.startswith("date:") and len(adjunct.mention.id) == len("date:2024"):
            # "the first ⟨M⟩ of 2024, held on February 21"
            continue
        text = short.one.text
        if _FOR.match(text, adjunct.start) and not _SET.search(text, 0, adjunct.start):
            # "the Chair of ⟨O⟩ for 2026"
            continue
        if _OTHER.search(text, 0, adjunct.start):
            # "⟨A⟩, appointed on ⟨T⟩, met"; "the ⟨D⟩ signed in ⟨L⟩"
            continue
        clause, events, span = _of_what(telling, short, told, adjunct)
        ended = clause is not None and clause.verb.lower().startswith(("conclud", "ended", "ends", "wrapp"))
        if ended and adjunct.mention.id.startswith("date:"):
            continue
        telling.draft.mood = clause.status if clause is not None else None
        if clause is not None and clause.sense in PRESENCE and clause.status is Status.DENIED:
            # who stayed away does not make the meeting itself unheld
            telling.draft.mood = Status.ASSERTED
        for event in events:
            place_or_day(telling, short, event, adjunct, span, placed, dated)
        if clause is not None and adjunct.start < clause.first and adjunct.mention.type is L:
            for other, found in _shared(telling, told, clause):
                telling.draft.mood = other.status
                for event in found:
                    both = span[0], max(span[1], other.last)
                    place_or_day(telling, short, event, adjunct, both, placed, dated)
        telling.draft.mood = None


def _of_what(
    telling: Telling, short: Short, told: list[tuple[Clause, list[str]]], adjunct: Adjunct
) -> tuple[Clause | None, list[str], tuple[int, int]]:
    """Return the clause and the meetings that an adjunct belongs to, and the span that says so."""
    meetings = [piece for piece in short.pieces if piece.kind == "M"]
    beside = next((p for p in meetings if p.end == adjunct.before), None)
    when = _WHEN.match(short.one.text, adjunct.end)
    clause: Clause | None
    span = adjunct.start, adjunct.end
    if beside is not None:
        events = telling.ids(beside)
        span = min(span[0], beside.start), max(span[1], beside.end)
        clause = next((c for c, e in told if set(e) & set(events)), None)
    elif when is not None:
        clause, events = next(((c, e) for c, e in told if c.first >= adjunct.end), (None, []))
    elif noun := next((events for end, events in telling.nouns if end == adjunct.before), None):
        clause, events = None, noun
    else:
        clause, events = _of_clause(telling, short, told, adjunct)
    if not events:
        events = only(telling, told, adjunct)
        clause = next((c for c, e in told if e == events), None) if events else clause
    if (
        not events
        and len({m.id for p in meetings for m in p.mentions}) == 1
        and (adjunct.bracket or short.one.sentence.line == 0)
        and (adjunct.before == short.pieces[-1].end)
    ):
        events = telling.ids(meetings[0])
        span = min(span[0], meetings[0].start), max(span[1], meetings[0].end)
    if clause is not None:
        span = min(span[0], clause.first), max(span[1], clause.last)
    return clause, events, span


def _of_clause(
    telling: Telling, short: Short, told: list[tuple[Clause, list[str]]], adjunct: Adjunct
) -> tuple[Clause | None, list[str]]:
    """Return the clause in which an adjunct stands with its meetings, when it may be theirs."""
    if adjunct.bracket and short.one.sentence.line:
        return None, []
    clauses_ = [c for c, _ in told]
    for clause, events in told:
        if (
            events
            and clause.begin <= adjunct.start <= clause.end
            and near(telling, short, clause, adjunct, clauses_)
            and not _apart(short, clause, adjunct)
        ):
            return clause, events
    return None, []


def _shared(
    telling: Telling, told: list[tuple[Clause, list[str]]], clause: Clause
) -> list[tuple[Clause, list[str]]]:
    """Return the clauses that go on with the subject of the one that opens a sentence, with their meetings.

    "In ⟨L⟩, ⟨A⟩ met ⟨A⟩ and held ⟨M⟩": both there.
    """
    return [
        (other, found)
        for other, found in told
        if other.first > clause.first and not other.aside and telling.same(other.subject, clause.subject)
    ]


def _apart(short: Short, clause: Clause, adjunct: Adjunct) -> bool:
    """Tell whether an adjunct stands in a relative clause behind a clause: "visited ⟨L⟩, where he saw ... in ⟨L⟩"."""
    return (
        adjunct.start > clause.last
        and _RELATIVE.search(short.one.text, clause.last, adjunct.start) is not None
    )


def only(telling: Telling, told: list[tuple[Clause, list[str]]], adjunct: Adjunct) -> list[str]:
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


def near(telling: Telling, short: Short, clause: Clause, adjunct: Adjunct, before: list[Clause]) -> bool:
    """Tell whether an adjunct before a clause's subject is the clause's own, and not of a verb before it."""
    if adjunct.start >= clause.first:
        return True
    text = short.one.text
    if _DIRECTLY.fullmatch(text, adjunct.end, clause.first) and _SAID_THAT.search(text, 0, adjunct.start):
        # "said that last November, ⟨A⟩ paid"
        return True
    items = (p for p in short.pieces if p.mentions and p.end <= adjunct.start)
    return next(items, None) is None and not any(
        c is not clause and not c.aside and c.first < clause.first for c in before
    )


def place_or_day(
    telling: Telling,
    short: Short,
    event: str,
    adjunct: Adjunct,
    span: tuple[int, int],
    placed: set[str],
    dated: set[str],
) -> None:
    """Give one place or day to a meeting that has none of this sentence yet."""
    mention = adjunct.mention
    if mention.type in (L, C):
        if event not in placed and telling.kind(event) != "call":
            placed.add(event)
            telling.held_in(short, event, mention, span, "place")
            if adjunct.within is not None and adjunct.within.type is L and telling.venue(mention):
                telling.held_in(short, event, adjunct.within, span, "place")
    elif event not in dated and "XXXX" not in mention.id and mention.id in telling.draft.found.dates:
        dated.add(event)
        telling.held_on(short, event, mention, span, "day")


def parts(telling: Telling, short: Short, events: list[str]) -> None:
    """Say of what greater event a meeting is a part: on the margins of a summit, during a visit."""
    whole: list[str] = []
    told: list[str] = []
    span = (0, 0)
    for match in _MARGINS.finditer(short.text):
        piece = short.of(match[1] or match[2])[0]
        during = match[2] is not None
        found = telling.ids(piece)
        if (
            during
            and not re.search(r"[Ww]ithin|part", match.group())
            and not any(telling.kind(e) in ("visit", "summit", "session", "conference") for e in found)
        ):
            continue
        whole, span = found, short.span(*match.span())
        told += [
            e for end, nouns in telling.nouns if 0 <= span[0] - end < 3 for e in nouns
        ]  # "talks with ⟨A⟩ on the margins of"
    sure = {telling.lead, *telling.main()}
    whole = [e for e in whole if telling.named(e) or telling.kind(e) == "visit" or e in sure]
    ends = [p for p in short.pieces if p.kind == "M"]
    # what is on the margins of ⟨M⟩ in ⟨L⟩ is in ⟨L⟩ too, unless the post says elsewhere
    beside = {p.end for p in ends if set(telling.ids(p)) & set(whole)}
    there = [a for a in short.adjuncts if a.before in beside and a.mention.type in (C, L)]
    for event in dict.fromkeys([*events, *told]):
        for greater in whole:
            if event != greater and telling.kind(event) != "visit":
                last = max([span[1], *(p.end for p in ends if event in telling.ids(p))])
                telling.draft.say(short.one, event, "part_of", greater, (span[0], last), "margins")
                for place in there:
                    telling.weak.append((short, event, place.mention, (span[0], max(last, place.end)), None))
