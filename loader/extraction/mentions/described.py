"""Described meetings: "the talks", "a visit to X", "working lunch"; the one named before or one of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.described_sides import (
    fitting,
    known_as,
    of_others,
    same_visit,
    told_of,
    whose_of,
)
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, local
from loader.extraction.mentions.words import COMMON, VERBS, ordinal
from loader.model import Entity, Level

_CUE_VERB = re.compile(
    r"(?:\b(?:to|will|would|should|must|may|can|could|not|also|they|we|I|you|who|and|please) (?:also |then |soon |officially )?)$",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:next|upcoming|forthcoming|previous|last|first|second|third|fourth|fifth|sixth|future|separate)\b",
    re.I,
)
_TO_PLACE = re.compile(r" (?:to|in) (?:the )?")
_GERUND = re.compile(
    r" (?:the|a|an|his|her|their|its|our|these|those|all|both|such|any|every|needs|this|that) "
)
_GATHERED = re.compile(r"Meeting (?:in|at|on|for|under|today)\b[^.\n]{0,200}, (?:we|the|they|[A-Z])")
"""Leaders who meet, "Meeting in Rome, we …"."""
_VISITORS = re.compile(r"\b(?:who|ministers?|officials?|delegations?|citizens|leaders?|he|she) $", re.I)
_NO_TALKS = re.compile(
    r"\b(?:continue|continuing|continued|regular|maintain|maintaining|intensify|enhance|deepen|frequent|ongoing|through|launch|start|resume|begin|resumption of|peace|return to|further|future|new|accession|membership|trade|nuclear) $",
    re.I,
)
_CALL_FOR = re.compile(r" (?:for|on|upon|to|of|by)\b")
_NEEDS_THE = frozenset(
    "dialogue forum discussions negotiations session reception ceremony briefing sitting interview roundtable retreat gathering banquet "
    "luncheon lunch dinner conference plenary ministerial".split()
)
"""Heads that only describe an event with "the" or "this" before them."""
_UNTOLD = frozenset(
    "dialogue forum discussions negotiations event gathering conference plenary lunch dinner banquet luncheon".split()
)
"""Heads that mean an event only after one has been told of."""
_OPENER = re.compile(r"([A-Z][\w-]*) ")
_NUMBER = re.compile(r"(?<![\w-])([\w-]+) $")
_NOT_OPENING = VERBS | COMMON
_COUNTED = frozenset("session meeting summit conference plenary ministerial dialogue forum".split())
_PLURAL = frozenset("talks consultations negotiations discussions".split())
_LEAD = 700
"""Characters after the headline in which the text first tells of the headline's meeting."""
_LONGEST_HEADLINE = 250
_COMMITTEE = re.compile(r" (?:Committee|Council|Commission|Group|Conference|Statement|Declaration|Meeting)\b")
_ADJECTIVAL = re.compile(
    r" (?!in|on|of|at|to|and|was|is|will|between|with|for|held|hosted|which|that|has|had|took|takes|as|by|from)[a-z-]+"
)
_ORGAN = re.compile(r" of (?:the )?(?:Heads|Parties|States|Ministers|Presidents|Speakers)")
_OPEN = frozenset("call visit talks meeting briefing interview trip consultations".split())
"""Heads that may be written large in a headline."""


@dataclass
class _Told:
    """The meetings that a post has told of so far."""

    named: list[tuple[int, str]]
    """Where the named ones stand, in order."""
    recent: list[tuple[int, str]] = field(default_factory=list)
    """Where the described ones stand."""
    firsts: dict[str, int] = field(default_factory=dict)
    """Where each is told of first."""
    titles: dict[str, str] = field(default_factory=dict)
    """Sort → the meeting of this sort that the headline tells of."""
    sides: dict[str, frozenset[str]] = field(default_factory=dict)
    """Where visits go, and with whom meetings are held."""

    def before(self, start: int) -> list[tuple[int, str]]:
        """Return the last ones before a place, in order."""
        place = bisect_left(self.named, (start, ""))
        return sorted([*self.named[max(0, place - 12) : place], *self.recent[-12:]])


def find_described(draft: Draft) -> None:
    """Find "the meeting", "talks", "working visit to X": the meeting last told of its kind, or one of its own."""
    told = _Told(sorted((hit.start, hit.id) for hit in draft.board.all(M)))
    for start, id_ in reversed(told.named):
        told.firsts[id_] = start
    headline = _headline(draft)
    for match in draft.shapes.descriptions(draft.starts):
        if not draft.board.first(match.start("head"), match.end("head"), M, D, O):
            _described(draft, match, told, headline)


def _described(draft: Draft, match: re.Match[str], told: _Told, headline: int) -> None:
    """Add a description when it is one of an event."""
    head, det = match["head"].casefold(), (match["det"] or "").casefold()
    before = draft.text[max(0, match.start() - 20) : match.start()]
    definite = det in ("the", "this", "that")
    another = _ANOTHER.search(match["mods"]) is not None
    begin, end = _span(draft, match, definite=definite)
    sort = draft.shapes.classes.get(match["head"], draft.shapes.classes.get(head, "meeting"))
    earlier = told.before(match.start())
    whose = whose_of(draft, match)
    known = _meant(draft, match, told, earlier, sort) if definite and not another else None
    if not _an_event(draft, match, head, det, before) or (known is None and _large(draft, match, head)):
        return
    if known is None and head in _UNTOLD and not (earlier and head != "event"):
        return
    if draft.board.first(begin, end, D):
        return
    id_ = known
    near = 0 < match.start() - headline < _LEAD
    if id_ is None and near and not another and (det in ("a", "an") or head in _PLURAL):
        # the headline's "meeting with X" is the first meeting that the text tells of
        id_ = told.titles.pop(sort, None)
    if id_ is None and whose and head in ("visit", "trip") and not another:
        id_ = same_visit(draft, begin, [one for _, one in earlier], whose, told.sides, told.firsts)
    if id_ is None:
        id_ = local(draft.post, "meeting", match.start())
        draft.entities[id_] = Entity(id=id_, type=M, name=draft.text[begin:end], kind=sort)
        if match.start() < headline:
            told.titles[sort] = id_
    if draft.board.add(Hit(begin, end, M, id_, Level.NOMINAL, "described")):
        told.recent.append((begin, id_))
        told.firsts.setdefault(id_, begin)
        if whose:
            told.sides.setdefault(id_, whose)


def _meant(
    draft: Draft, match: re.Match[str], told: _Told, earlier: list[tuple[int, str]], sort: str
) -> str | None:
    """Return the meeting told of before that "the meeting" means, or None."""
    fit = fitting(told_of(draft, earlier, sort), whose_of(draft, match), told.sides)
    large = match["head"] in ("Forum", "Dialogue", "Conference")
    known = known_as(draft, fit, sort, match["head"], match["mods"], large=large)
    return None if known is not None and of_others(draft, match, known, told.firsts[known]) else known


def _headline(draft: Draft) -> int:
    """Return where the headline ends: a first line that is no sentence."""
    end = draft.frame.lines[0][1] if draft.frame.lines else 0
    return end if end < _LONGEST_HEADLINE and draft.text[end - 1 : end] not in (".", "!", "?", ":") else 0


def _span(draft: Draft, match: re.Match[str], *, definite: bool) -> tuple[int, int]:
    """Return where a description begins and ends: with its article when definite, without an owner."""
    mods = match["mods"]
    begin = match.start() if definite else match.start("mods") if mods.strip() else match.start("head")
    if definite and match["head"][0].isupper() and (mods.strip()[:1].isupper() or " " in match["head"]):
        begin = match.start("mods")
    owner = mods.rfind("'s ")
    if owner >= 0:
        begin = match.start("mods") + owner + 3
    for hit in draft.board.over(match.start("mods"), match.start("head"), P, O, L):
        if hit.type is P or hit.start < match.start("mods"):
            begin = max(begin, hit.end + 1)
    begin = min(begin, match.start("head"))
    while (
        begin >= match.start("mods")
        and (opener := _OPENER.match(draft.text, begin, match.start("head")))
        and opener[1] in _NOT_OPENING
    ):
        begin = opener.end()
    number = _NUMBER.search(draft.text, max(0, begin - 24), begin) if not definite else None
    if number and ordinal(number[1]) is not None:
        begin = number.start(1)
    return begin, _goal(draft, match.end()) if match["head"].casefold() in ("visit", "trip") else match.end()


def _large(draft: Draft, match: re.Match[str], head: str) -> bool:
    """Tell whether a head written large is no description of an event told of before, and no headline's."""
    if not match["head"][0].isupper():
        return False
    if head in _OPEN or (" " in head and not head.startswith("round ")):
        return False
    return not (match["mods"].strip() and head in ("ceremony", "reception", "summit"))


def _an_event(draft: Draft, match: re.Match[str], head: str, det: str, before: str) -> bool:
    """Tell whether a head describes an event here, and not an activity or a verb."""
    mods = match["mods"].strip()
    if head in _COUNTED and not mods and _numbered(draft, match.start("head")):
        return True
    if head == "trip" and not draft.text.startswith(" to ", match.end()) and det not in ("the", "this"):
        return False
    if head == "event" and (det not in ("the", "this") or mods):
        return False
    if head in ("visit", "call") and not det and _CUE_VERB.search(before):
        return False
    if head in ("call", "calls") and (
        (not det and not before.endswith("'s ") and "'s " not in match["mods"])
        or _CALL_FOR.match(draft.text, match.end())
    ):
        return False
    if head == "meeting" and not det and not mods and before.endswith((" to ", " by ")):
        return False
    if (
        head == "meeting"
        and not det
        and not mods
        and match.start() > _headline(draft)
        and _GATHERED.match(draft.text, match.start())
    ):
        return False
    if (
        head == "meeting"
        and not det
        and not mods
        and match["head"][0].islower()
        and _GERUND.match(draft.text, match.end())
    ):
        return False
    return (
        not _generic(draft, match, head, det)
        and not (head in _PLURAL and _NO_TALKS.search(before))
        and not (head in ("visit", "visits") and not det and not mods and _VISITORS.search(before))
    )


def _numbered(draft: Draft, start: int) -> bool:
    """Tell whether an ordinal stands before a place: "its 44th session"."""
    number = _NUMBER.search(draft.text, max(0, start - 24), start)
    return bool(number and ordinal(number[1]) is not None and number[1][0].isdigit())


def _generic(draft: Draft, match: re.Match[str], head: str, det: str) -> bool:
    """Tell whether a head without a telling article or word means no one event."""
    mods = match["mods"].strip()
    if head == "ministerial" and (
        _ADJECTIVAL.match(draft.text, match.end()) or _COMMITTEE.match(draft.text, match.end())
    ):
        return True
    if head == "conference" and _ORGAN.match(draft.text, match.end()):
        return True
    if (
        head in _NEEDS_THE
        and det not in ("the", "this")
        and not (head == "session" and re.compile(r" of the [A-Z]").match(draft.text, match.end()))
        and not (
            mods
            and head in ("reception", "ceremony", "briefing", "interview", "ministerial", "conference")
            and det in ("a", "an")
        )
        and not (
            head in ("reception", "roundtable", "interview", "ceremony", "conference", "briefing")
            and det in ("a", "an")
        )
    ):
        return True
    if head in ("dialogue", "forum", "discussions", "negotiations") and not draft.board.first(
        0, match.start(), M
    ):
        return True
    if det in ("our", "its", "their") and head in ("dialogue", "discussions", "negotiations", "forum"):
        return True
    if det == "our" and head not in ("meeting", "talks", "summit", "visit"):
        return True
    return head == "meetings" and not det and not mods


def _goal(draft: Draft, end: int) -> int:
    """Return where "to STATE" after a visit ends."""
    match = _TO_PLACE.match(draft.text, end)
    if not match or " in " in match.group():
        return end
    hit = draft.board.at(match.end(), C, L)
    return hit.end if hit else end
