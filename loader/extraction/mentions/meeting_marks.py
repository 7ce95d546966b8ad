"""How a named meeting is put on the board: its id, its series, and the letters that stand for it."""

from __future__ import annotations

import re

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import ACRONYM, C, Draft, L, M, O, local
from loader.extraction.mentions.words import (
    BODIES,
    ordinal,
    roman,
)  # fmt: skip
from loader.model import Entity, Level
from loader.resolution.names import slug

_ON = re.compile(r" on (?:the )?")


def partner(draft: Draft, end: int) -> int:
    """Return where "with STATE" after a conference with partners ends."""
    match = re.compile(r" with (?:the )?").match(draft.text, end)
    party = draft.board.at(match.end(), C, O) if match else None
    return party.end if party else end


def _subject(draft: Draft, end: int) -> int:
    """Return where "on PLACE" after the letters of a meeting ends: "9th Consultation Mechanism (BCM) on the South China Sea"."""
    match = _ON.match(draft.text, end)
    place = draft.board.at(match.end(), L, C) if match else None
    return place.end if place else end


def add_meeting(draft: Draft, start: int, end: int, level: Level, rule: str, head: str = "") -> None:
    """Put a named meeting on the board; the same name or the same series and number is the same meeting."""
    name = draft.text[start:end]
    words = name.split()
    number = next((value for word in words if (value := ordinal(word)) is not None), roman(words[0]))
    inside = sorted(draft.board.over(start, end, O, C), key=lambda hit: (hit.start - hit.end, hit.start))
    body = next((hit for hit in inside if hit.type is O), None)
    last = next((w for w in reversed(words) if w.casefold().rstrip("s") in _CLASSED), words[-1])
    sort = (
        "ministerial"
        if re.search("minister", name, re.I)
        else draft.shapes.classes.get(last, last.casefold())
    )
    rest = " ".join(word for word in words if ordinal(word) is None)
    # "Russia-ASEAN ministerial meeting" is no meeting of ASEAN's own series.
    series = slug(body.id.partition(":")[2]) if body and not re.search(r"\w[-–]\w", words[0]) else slug(rest)
    short = ACRONYM.match(draft.text, end)
    if short and _of_body(draft, start, end, head):
        short = None
    finish = (partner if "Post" in name else _subject)(draft, short.end()) if short else end
    finish = finish if short and finish > short.end() else end
    if short and _is_body(draft, start, end, head):
        # the letters are the body's, which the post has learnt with its name
        short = None
    id_ = _id_of(draft, name, start, number, f"{series} {sort}", head)
    if not draft.board.add(Hit(start, finish, M, id_, level, rule)):
        return
    known_as = draft.board.first(short.start(1), short.end(1), O, C) if short else None
    if known_as is not None and known_as.type is O and finish > end:
        draft.board.remove(known_as)
        known_as = None
    if short and known_as is None:
        acronym = Hit(short.start(1), short.end(1), M, id_, Level.NAME, "acronym")
        draft.meeting_acronyms.setdefault(short[1], id_)
        if finish > end:
            draft.nested.append(acronym)
        else:
            draft.board.add(acronym)
    for place in range(1, min(len(words) - 1, 12)):
        draft.meeting_tails[" ".join(words[place:]).casefold()] = id_
    known = draft.entities.get(id_)
    if known is None or known.name in name:
        # "Russia-ASEAN ministerial" was found before its whole name, "Russia-ASEAN ministerial meeting".
        draft.entities[id_] = Entity(id=id_, type=M, name=name, kind=sort, series=series, ordinal=number)


def _of_body(draft: Draft, start: int, end: int, head: str) -> bool:
    """Tell whether a name ends with the body whose meeting it is, so that letters in brackets are the body's."""
    tail = draft.text.find(f"{head} of ", start, end) if head else -1
    return tail >= 0 and any(word in BODIES for word in draft.text[tail:end].split()[1:])


def _is_body(draft: Draft, start: int, end: int, head: str) -> bool:
    """Tell whether nothing but a number stands before the name of a body that meets: "9th Consultation Mechanism"."""
    body = draft.board.ending(end, O)
    return (
        body is not None
        and head in ("Mechanism", "Commission", "Committee", "Council")
        and body.start > start
        and ordinal(draft.text[start : body.start].strip()) is not None
    )


_CLASSED = frozenset(
    "summit session meeting dialogue forum conference talk consultation ministerial roundtable".split()
)


_ORDER = re.compile(r"\b(next|previous|forthcoming|upcoming|future) $")


def _ordered(draft: Draft, name: str, start: int) -> str:
    """Return a name with the word before it that tells it from others: "the next session of ⟨O⟩" is not the last one."""
    order = _ORDER.search(draft.text, max(0, start - 24), start)
    return f"{order[1]} {name}" if order else name


def named_id(draft: Draft, name: str, start: int) -> str:
    """Return the id of the meeting with a name, or a new one."""
    return draft.meeting_names.setdefault(
        _ordered(draft, name, start).casefold(), local(draft.post, "meeting", start)
    )


def _id_of(draft: Draft, name: str, start: int, number: int | None, series: str, head: str) -> str:
    """Return the id of a meeting: that of the same name, of a name that ends or begins so, or a new one."""
    if number is None:
        wanted = _ordered(draft, name, start).casefold()
        known = draft.meeting_names.get(wanted) or (
            draft.meeting_tails.get(wanted) if " " in wanted else None
        )
    else:
        wanted = f"{series} {number}"
        known = draft.meeting_names.get(wanted)
        if known is None and head:
            # "49th Session" is "49th Session of the Council"
            words = frozenset(name.casefold().split())
            same = draft.meeting_numbers.setdefault((number, head.casefold()), [])
            known = next((id_ for other, id_ in same if words <= other or other <= words), None)
    if known is None:
        known = local(draft.post, "meeting", start)
    if number is not None and head:
        draft.meeting_numbers.setdefault((number, head.casefold()), []).append(
            (frozenset(name.casefold().split()), known)
        )
    return draft.meeting_names.setdefault(wanted, known)


__all__ = ["add_meeting", "named_id", "partner"]
