"""Meetings: those with a proper name, and those that are described."""

from __future__ import annotations

import re

from loader.extraction.mentions.hits import Draft, local
from loader.extraction.mentions.phrases import first_ordinal, left, right
from loader.extraction.shapes import NAMED_HEADS, ordinal
from loader.model import Entity, EntityType, Level
from loader.resolution.names import slug

C, O, L, M, D, T, P = (
    EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE, EntityType.MEETING, EntityType.DOCUMENT, EntityType.DATE,
    EntityType.PERSON,
)  # fmt: skip
LOWER = frozenset(
    [
        "summit",
        "session",
        "meeting",
        "meetings",
        "talks",
        "dialogue",
        "ministerial",
        "consultations",
        "conference",
    ]
)
EVENT = re.compile(
    r"\b(?:at|during|following|attend\w*|hosted?|hosts|scheduled|after|before|of|to|part of|for|from|address\w*)\s+(?:the )?$"
)
ABSTRACT = re.compile(
    r"\b(?:of|our|constructive|political|open|continued|equitable|inter\w+|for|promote|through|launch|into|further) (?:an? |the )?(?:\w+ )?$",
    re.I,
)
SMALL_MODS = re.compile(r"(?<![\w'])(?:[a-z-]+ )+$")
AS_VERB = re.compile(r"\b(?:will|to|would|can|may|could|shall|should|not|and) $")


def add_named(draft: Draft) -> None:
    """Add proper names: "19th East Asia Summit", "G20 Leaders' Summit", "Russia-ASEAN ministerial meeting"."""
    for number, (_, end, word) in enumerate(draft.tokens):
        small = word in LOWER
        following = draft.tokens[number + 1][2] if number + 1 < len(draft.tokens) else ""
        if (not small and word not in NAMED_HEADS) or following in NAMED_HEADS or following in LOWER:
            continue
        first = left(draft, number, 12)
        if (
            small
            and number
            and draft.tokens[number - 1][2] in ("ministerial", "plenary", "special", "annual", "summit")
        ):
            before = left(draft, number - 1, 11)
            first = before if before < number - 1 else first
        first = _after_document(draft, first, number)
        words = [w for _, _, w in draft.tokens[first:number]]
        number_ = first_ordinal(words)
        compound = any(
            "-" in w and draft.covered(draft.tokens[first + k][0], draft.tokens[first + k][1], C, O)
            for k, w in enumerate(words)
        )
        last = number
        if following in ("of", "on", "for"):
            last = right(draft, number, 14)
        whole = last - number >= 3 and word[0].isupper() and draft.inside(end, draft.tokens[last][1], O)
        if small and number_ is None and not compound:
            continue
        if first == number and not whole:
            continue
        begin, finish = draft.tokens[first][0], draft.tokens[last][1]
        finish = _before_date(draft, end, finish)
        if draft.covered(begin, finish, M) or (
            number_ is None and not compound and _is_forum(draft, begin, finish)
        ):
            continue
        _add(draft, begin, finish, word)


def _before_date(draft: Draft, end: int, finish: int) -> int:
    for hit in draft.inside(end, finish, T):
        cut = re.search(r" (?:on|of|in|for|from)? ?$", draft.text[end : hit.start])
        return end + cut.start() if cut else finish
    return finish


def _is_forum(draft: Draft, start: int, finish: int) -> bool:
    """Tell whether a forum's own name fills the span and is no event here (decision 2 of the guideline)."""
    forum = next((h for h in draft.inside(start, finish, O) if h.end == finish), None)
    if forum is None or forum.rule == "body":
        return False
    return not EVENT.search(draft.text[max(0, forum.start - 20) : forum.start]) or forum.start != start


def _add(draft: Draft, start: int, end: int, head: str) -> None:
    name = draft.text[start:end]
    words = name.split()
    number = first_ordinal(words)
    bodies = sorted(draft.inside(start, end, O), key=lambda h: (h.start - h.end, h.start))
    body = bodies[0] if bodies else None
    sort = (
        "ministerial" if re.search(r"[Mm]inister", name) else draft.shapes.classes.get(head, head.casefold())
    )
    rest = slug(" ".join(word for word in words if ordinal(word) is None))
    series = slug(body.id.partition(":")[2]) if body and not re.search(r"\w-\w", words[0]) else rest
    known = next(
        (
            e
            for e in draft.entities.values()
            if e.type is M and (e.name == name or e.name.endswith(f" {name}"))
        ),
        None,
    )
    id_ = known.id if known else local(draft.post, "meeting", start)
    draft.add(start, end, M, id_, Level.NAME, "named-meeting")
    draft.entities.setdefault(
        id_, Entity(id=id_, type=M, name=name, kind=sort, series=series, ordinal=number)
    )


def add_described(draft: Draft) -> None:
    """Add descriptions: "talks", "the meeting", "his visit to Malaysia"; a definite one means an earlier meeting."""
    for match in draft.shapes.described.finditer(draft.text):
        head = match["head"].casefold()
        start, end = match.start(), match.end()
        if not match["det"]:
            start = match.start("head") if not match["mods"].strip() else match.start("mods")
        if draft.covered(match.start("head"), end, M, D, O):
            continue
        if match["mods"] and (
            "'s " in match["mods"] or draft.covered(match.start("mods"), match.end("mods"), P)
        ):
            tail = SMALL_MODS.search(match["mods"])
            start = match.start("mods") + tail.start() if tail else match.start("head")
        elif match["mods"] and match["mods"].split(" ")[0] in draft.shapes.stop:
            start = match.start("head")
        if start and draft.text[start - 1] == "#":
            continue
        plain = not match["det"] and not match["mods"].strip()
        if plain and AS_VERB.search(draft.text[max(0, start - 8) : start]):
            continue
        if plain and head not in ("talks", "visit", "negotiations", "consultations"):
            continue
        if head in (
            "dialogue",
            "discussions",
            "conversation",
            "negotiations",
            "consultations",
            "visit",
        ) and ABSTRACT.search(draft.text[max(0, start - 40) : start]):
            continue
        sort = draft.shapes.classes.get(match["head"], draft.shapes.classes.get(head, "meeting"))
        if sort == "visit":
            to = re.compile(r" to (?:the )?").match(draft.text, end)
            goal = draft.starting(to.end(), C, L) if to else None
            end = goal.end if goal else end
        id_ = _meant(draft, match, sort, start)
        if id_ is None:
            id_ = local(draft.post, "meeting", match.start())
            draft.entities[id_] = Entity(id=id_, type=M, name=draft.text[start:end], kind=sort)
        draft.add(start, end, M, id_, Level.NOMINAL, "described-meeting")


def _meant(draft: Draft, match: re.Match[str], sort: str, start: int) -> str | None:
    """Return the earlier meeting that "the meeting", "the EAS meeting", "this event" means.

    An indefinite one is the meeting that the first line announces, when it is the first to be described.
    """
    earlier = sorted((h for h in draft.hits if h.type is M and h.start < start), key=lambda h: h.start)
    fits = [h for h in earlier if _alike(draft.entities[h.id], sort)]
    if (match["det"] or "").casefold() not in ("the", "this"):
        first_line = draft.frame.lines[0][1]
        announced = {h.id for h in fits if h.end <= first_line}
        described = [h for h in earlier if h.start > first_line]
        return next(iter(announced)) if len(announced) == 1 and not described and start > first_line else None
    bodies = {h.id for h in draft.inside(match.start("mods"), match.end("mods"), O, C)}
    if bodies:
        fits = [h for h in earlier if bodies & {one.id for one in draft.inside(h.start, h.end, O, C)}]
    named = [h for h in fits if h.level is Level.NAME or draft.entities[h.id].kind == sort]
    return (named or fits)[-1].id if fits else None


def _alike(entity: Entity, sort: str) -> bool:
    if entity.kind == sort or sort in entity.name.casefold():
        return True
    loose = {"meeting", "talks", "ministerial", "summit", "session", "conference"}
    return sort == "meeting" and entity.kind in loose


def _after_document(draft: Draft, first: int, head: int) -> int:
    """Leave the document's name before a meeting's: "Joint Communiqué of the 47th ASEAN Summit"."""
    for number in range(first, head):
        if draft.shapes.documents.fullmatch(draft.tokens[number][2]):
            first = number + 1
            while first < head and draft.tokens[first][2] in ("of", "the", "on", "at", "and"):
                first += 1
    return first
