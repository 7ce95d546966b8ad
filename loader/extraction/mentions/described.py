"""Described meetings: "the talks", "a visit to X", "working lunch"; the one named before or one of its own."""

from __future__ import annotations

import re
from bisect import bisect_left

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, local
from loader.model import Entity, Level

_CUE_VERB = re.compile(
    r"(?:\b(?:to|will|would|should|must|may|can|could|not|also|they|we|I|you|who|and|please) (?:also |then |soon |officially )?)$",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:next|upcoming|forthcoming|previous|last|second|third|fourth|future)\b", re.I)
_TO_PLACE = re.compile(r" (?:to|in) (?:the )?")
_GENERIC_HEADS = frozenset(
    "discussions negotiations dialogue forum call talks consultations meetings visits summits sessions".split()
)


def find_described(draft: Draft) -> None:
    """Find "the meeting", "talks", "working visit to X": the meeting last told of its kind, or one of its own."""
    told: list[tuple[int, str]] = sorted((hit.start, hit.id) for hit in draft.board.all(M))
    starts = [start for start, _ in told]
    recent: list[tuple[int, str]] = []
    for match in draft.shapes.described.finditer(draft.text):
        if draft.board.first(match.start("head"), match.end("head"), M, D, O):
            continue
        head, det = match["head"].casefold(), (match["det"] or "").casefold()
        before = draft.text[max(0, match.start() - 20) : match.start()]
        if not _an_event(draft, match, head, det, before):
            continue
        definite = det in ("the", "this", "that")
        another = _ANOTHER.search(match["mods"])
        owner = match["mods"].rfind("'s ")
        begin = (
            match.start()
            if definite
            else (match.start("mods") if match["mods"].strip() else match.start("head"))
        )
        if owner >= 0:
            begin = match.start("mods") + owner + 3
        end = match.end()
        if head == "visit":
            end = _goal(draft, end)
        sort = draft.shapes.classes.get(match["head"], draft.shapes.classes.get(head, "meeting"))
        place = bisect_left(starts, match.start())
        earlier = sorted([*told[max(0, place - 12) : place], *recent[-12:]])
        fits = [id_ for _, id_ in earlier if _fits(draft.entity(id_), sort)]
        same = [id_ for id_ in fits if draft.entity(id_).kind == sort]
        if definite and fits and not another:
            id_ = (same or fits)[-1]
        else:
            id_ = local(draft.post, "meeting", match.start())
            draft.entities[id_] = Entity(id=id_, type=M, name=draft.text[begin:end], kind=sort)
        if draft.board.add(Hit(begin, end, M, id_, Level.NOMINAL, "described")):
            recent.append((begin, id_))


def _fits(meeting: Entity, sort: str) -> bool:
    if sort == "meeting":
        return meeting.kind not in ("visit", "call", "forum")
    return (
        meeting.kind == sort
        or sort in meeting.name.casefold()
        or (sort == "talks" and meeting.kind == "meeting")
    )


def _an_event(draft: Draft, match: re.Match[str], head: str, det: str, before: str) -> bool:
    """Tell whether a head describes an event here, and not an activity or a verb."""
    if (
        head in ("visit", "meet", "call", "talks")
        and not det
        and _CUE_VERB.search(before)
        and head != "talks"
    ):
        return False
    after = draft.text[match.end() : match.end() + 24]
    if head in ("call", "calls") and (
        (not det and not before.endswith("'s ") and "'s " not in match["mods"])
        or re.match(r" (?:for|on|upon)\b", after)
    ):
        return False
    if (
        head
        in (
            "dialogue",
            "forum",
            "discussions",
            "negotiations",
            "session",
            "reception",
            "ceremony",
            "briefing",
            "sitting",
        )
        and det not in ("the", "this")
        and not (head == "session" and re.match(r" of the [A-Z]", after))
    ):
        return False
    if head in ("dialogue", "forum", "discussions", "negotiations") and not draft.board.first(
        0, match.start(), M
    ):
        return False
    if det in ("our", "its", "their") and head in ("dialogue", "discussions", "negotiations", "forum"):
        return False
    if det == "our" and head not in ("meeting", "talks", "summit", "visit"):
        return False
    if head == "talks" and re.search(
        r"\b(?:launch|start|resume|begin|resumption of|peace|return to|further|future|new) $", before
    ):
        return False
    if (
        head in ("visit", "visits")
        and not det
        and not match["mods"].strip()
        and re.search(r"(?:[A-Za-z]|, )$", before.strip()[-1:] or "")
        and re.search(
            r"\b(?:" + "who|ministers?|officials?|delegations?|citizens|leaders?|he|she" + r") $",
            before,
            re.I,
        )
    ):
        return False
    return not (head == "meetings" and not det and not match["mods"].strip())


def _goal(draft: Draft, end: int) -> int:
    """Return where "to STATE" after a visit ends."""
    match = _TO_PLACE.match(draft.text, end)
    if not match or " in " in match.group():
        return end
    hit = draft.board.at(match.end(), C, L)
    return hit.end if hit else end
