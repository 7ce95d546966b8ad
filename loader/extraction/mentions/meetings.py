"""Named meetings: by ordinal, series and head; forums where they are the event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.described import find_described
from loader.extraction.mentions.draft import ACRONYM, C, D, Draft, L, M, O, P, local
from loader.extraction.mentions.meeting_spans import compound, left, right
from loader.extraction.mentions.meeting_words import (
    BARE_HEADS,
    DEBATES,
    EVENT_HEADS,
    FOLLOWERS,
    NAMED_ONLY,
    PRESS,
    RARE,
    TAIL_HOLDERS,
)  # fmt: skip
from loader.extraction.mentions.words import (
    BODIES,
    DOCUMENT_HEADS,
    MEETING_GENERIC,
    MEETING_HEADS,
    MEETING_SMALL,
    ordinal,
    roman,
)  # fmt: skip
from loader.model import Entity, Level
from loader.resolution.names import slug

_FORUM = re.compile(r"(?:Summit|Forum|Dialogue|Conference|Assembly|Council|Meeting(?:-Plus)?)$")
_EVENT_BEFORE = re.compile(
    r"\b(?:at|during|following|attended|attend|attending|attends|after|before|ahead of|host|hosts|hosted|hosting|as part of|chaired|chair|addressed|"
    r"address|on the (?:sidelines|margins) of|sidelines of|margins of|participat\w+ in|part in|held|hold|convened?|outcomes? of|opening of|preparations? for|"
    r"results of|for|to) (?:the |this year's |an? )?$"
)
_EVENTS = ("Summit", "Dialogue", "Conference")
_TRAVEL = re.compile(
    r"\b(?:travel\w*|visit\w*|trips?|arriv\w+|depart\w*|gather\w*|met|meet|conven\w+|came|goes|going|in [A-Z]\w+)\b[^.\n]{0,70}\b(?:for|to) (?:the )?$"
)
_FORMAT = re.compile(
    r" (?:\(|and the |format|framework|mechanism|members?|states|countries|participants|process|platform)"
)
_ON = re.compile(r" on (?:the )?")
_AND = re.compile(r"(?:, and|,| and) the $")
_COP = re.compile(r"(?<![\w-])(?:(?:UNFCCC |UN |CBD |UNCCD )?COP[- ]?\d{1,2}|UNGA ?\d{2})(?![\w-])")
_TWO = re.compile(r"[\"“'](2\+2)[\"”']|\((2\+2)\)")


def find_meetings(draft: Draft) -> None:
    """Put named meetings, then described ones, on the board."""
    for number, word in enumerate(draft.titled.words):
        if word in MEETING_HEADS or word in MEETING_SMALL or word in ("Council", "Mechanism"):
            _named(draft, number)
    _forums(draft)
    _series(draft)
    _short(draft)
    find_described(draft)


@dataclass(frozen=True)
class _Phrase:
    """A head with the words around it that may be its name."""

    head: str
    number: int
    first: int
    last: int
    before: list[str]
    tail: list[str]
    own: list[str]
    """Capitalised words before the head that are neither generic nor a number."""
    numbered: bool
    entity: Hit | None
    tail_entity: bool
    compound: bool


def _phrase(draft: Draft, number: int, *, small: bool) -> _Phrase:
    tokens, board = draft.titled, draft.board
    start, end = tokens.starts[number], tokens.ends[number]
    first, last = left(draft, number, small=small), right(draft, number)
    begin, finish = tokens.starts[first], tokens.ends[last]
    before = tokens.words[first:number]
    return _Phrase(
        head=tokens.words[number],
        number=number,
        first=first,
        last=last,
        before=before,
        tail=tokens.words[number + 1 : last + 1],
        own=[w for w in before if w[0].isupper() and w not in MEETING_GENERIC and ordinal(w) is None and len(w) > 1],
        numbered=any(ordinal(w) is not None for w in before) or bool(before and roman(before[0])),
        entity=board.first(begin, start, C, O, L) if begin < start else None,
        tail_entity=last > number and board.first(end, finish, C, O, L, M, D) is not None,
        compound=begin < start and compound(draft, begin, start),
    )  # fmt: skip


def _named(draft: Draft, number: int) -> None:
    """Add the name around a head when it names one event or series."""
    tokens, board = draft.titled, draft.board
    word = tokens.words[number]
    title = board.first(tokens.starts[number], tokens.ends[number], D)
    outer = board.first(tokens.starts[number], tokens.ends[number], M)
    if outer is not None:
        _inner(draft, outer, number)
        return
    if board.first(tokens.starts[number], tokens.ends[number], P) or (
        title and not _titled(draft, title, number)
    ):
        return
    following = tokens.word(number + 1)
    if (
        word[0].isupper()
        and (following in MEETING_HEADS or following == "Council")
        and tokens.joined(number + 1)
    ):
        return
    small = not word[0].isupper()
    phrase = _phrase(draft, number, small=small)
    if _unnamed(phrase) or (following in FOLLOWERS and tokens.joined(number + 1) and not phrase.numbered):
        return
    if not (_small_name(draft, phrase) if small else _capital_name(draft, phrase)):
        return
    if any(w in DOCUMENT_HEADS for w in phrase.own) and not phrase.numbered and not phrase.compound:
        return
    first = phrase.first - (small and phrase.first == number and tokens.word(number - 1) in RARE)
    begin, finish = tokens.starts[first], tokens.ends[phrase.last]
    if title and not (title.start < begin and finish <= title.end and (phrase.numbered or phrase.compound)):
        return
    covering = board.first(begin, finish, O)
    if (
        covering
        and covering.start <= begin
        and finish <= covering.end
        and covering.rule != "body"
        and not phrase.numbered
    ):
        return
    add_meeting(draft, begin, finish, Level.NAME, "named", word)


def _inner(draft: Draft, outer: Hit, number: int) -> None:
    """Keep a numbered meeting inside the name of another: "Ministerial Meeting of the 12th Session of the Commission"."""
    tokens = draft.titled
    if not tokens.words[number][0].isupper() or outer.rule != "named" or tokens.ends[number] == outer.end:
        return
    phrase = _phrase(draft, number, small=False)
    begin, finish = tokens.starts[phrase.first], tokens.ends[phrase.last]
    if (
        phrase.numbered
        and outer.start < begin
        and finish <= outer.end
        and tokens.word(phrase.first - 2) == "of"
    ):
        name = draft.text[begin:finish]
        id_ = _named_id(draft, name, begin)
        draft.entities.setdefault(id_, Entity(id=id_, type=M, name=name, kind=phrase.head.casefold()))
        draft.nested.append(Hit(begin, finish, M, id_, Level.NAME, "named"))


def _unnamed(phrase: _Phrase) -> bool:
    """Tell whether a head is a press event or, without a number, an organ: "Conference of Heads of Government"."""
    if any(w in PRESS for w in phrase.before) or phrase.before == ["Related"]:
        return True
    if phrase.numbered:
        return False
    if phrase.head in NAMED_ONLY:
        return not (phrase.head in ("Debate", "Week") and DEBATES & set(phrase.before))
    return phrase.head == "Conference" and (
        phrase.before[-1:] == ["General"]
        or (phrase.tail[:1] == ["of"] and bool(TAIL_HOLDERS & set(phrase.tail)))
    )


def _titled(draft: Draft, title: Hit, number: int) -> bool:
    """Tell whether a head inside a document's title may be the meeting it came from: "Chair's Statement of the 20th Summit"."""
    head = draft.titled.words[number]
    return (
        title.level is Level.NAME
        and title.rule == "title"
        and head[0].isupper()
        and head in (EVENT_HEADS | BARE_HEADS)
    )


def _small_name(draft: Draft, phrase: _Phrase) -> bool:
    """Tell whether a phrase with a small head names an event: "Russia-ASEAN ministerial meeting"."""
    tail = phrase.tail
    body = any(
        w in BODIES or w in ("Summit", "Forum", "Dialogue", "States", "Meeting", "Session") for w in tail
    )
    of_body = (
        bool(tail)
        and phrase.tail_entity
        and tail[0] == "of"
        and (body or phrase.head in ("session", "summit"))
    )
    entity = phrase.entity
    keep = (
        phrase.compound
        or any(w.startswith("2+2") for w in phrase.before)
        or (phrase.numbered and (entity is not None or (bool(tail) and (body or phrase.tail_entity))))
        or (phrase.head == "summit" and entity is not None and entity.type is O)
        or (phrase.numbered and bool(tail) and tail[-1] in MEETING_HEADS)
    )
    if keep and draft.titled.word(phrase.first).islower() and not phrase.numbered and not phrase.compound:
        keep = entity is not None
    if keep:
        return True
    ministers = any(
        w in ("ministers", "leaders", "ministerial", "Ministers", "Leaders") for w in phrase.before
    )
    if ministers and entity is not None and entity.type is O:
        return True
    return (
        of_body
        and phrase.head in ("meeting", "session", "summit", "conference")
        and not TAIL_HOLDERS & set(tail[:3])
    )


def _capital_name(draft: Draft, phrase: _Phrase) -> bool:
    """Tell whether a phrase with a capitalised head names an event."""
    tokens = draft.titled
    head, before, tail, entity = phrase.head, phrase.before, phrase.tail, phrase.entity
    capital_tail = bool(tail) and tokens.capital(phrase.last)
    modifiers = [w for w in before if (w[0].isupper() and ordinal(w) is None) or w.startswith("2+2")]
    if phrase.compound or phrase.own or any(w.startswith("2+2") for w in before):
        return True
    if phrase.numbered and (
        entity is not None
        or phrase.tail_entity
        or capital_tail
        or bool(modifiers)
        or (head in BARE_HEADS and before[-1][0].isdigit())
    ):
        return True
    if entity is not None and (
        head in EVENT_HEADS
        or any(w in ("Ministerial", "Leaders", "Ministers", "Strategic", "Foreign") for w in before)
    ):
        return True
    if before[-2:-1] in (["Leaders"], ["Ministers"]) or before[-1:] in (["Leaders"], ["Ministers"]):
        return True
    if (
        head in ("Summit", "Conference", "Forum", "Roundtable", "Congress")
        and tail[:1] in (["on"], ["for"])
        and capital_tail
        and tokens.capital(phrase.number + 2 + (tokens.word(phrase.number + 2) == "the"))
    ):
        return True
    return phrase.tail_entity and head not in ("Talks", "Visit") and _big_tail(phrase)


def _big_tail(phrase: _Phrase) -> bool:
    """Tell whether "Meeting of X" goes on with a body or with capitalised office holders."""
    return phrase.tail[0] in ("of", "between") and any(w in BODIES or w in TAIL_HOLDERS for w in phrase.tail)


def _forums(draft: Draft) -> None:
    """Make meetings of forums' names where they are the event (guideline, decision 2)."""
    tokens = draft.titled
    for hit in draft.board.all(O):
        name = draft.text[hit.start : hit.end]
        if (
            not _FORUM.search(name)
            or hit.level is not Level.NAME
            or draft.board.first(hit.start, hit.end, M, D)
            or not hit.rule.startswith(("vocabulary", "acronym"))
        ):
            continue
        number = tokens.at.get(hit.start)
        if number is None:
            continue
        if ordinal(tokens.word(number - 1)) is not None and tokens.joined(number) and name.endswith(_EVENTS):
            add_meeting(draft, tokens.starts[number - 1], hit.end, Level.NAME, "forum")
        elif _FORMAT.match(draft.text, hit.end):
            continue
        elif _enumerated(draft, hit.start) or (name.endswith(_EVENTS) and _is_event(draft, hit.start)):
            add_meeting(draft, hit.start, hit.end, Level.NAME, "forum")


def _is_event(draft: Draft, start: int) -> bool:
    before = draft.text[max(0, start - 90) : start]
    if before.endswith(("for the ", "to the ", "for ", "to ")):
        return bool(_TRAVEL.search(before))
    return bool(_EVENT_BEFORE.search(before[-48:]))


def _enumerated(draft: Draft, start: int) -> bool:
    """Tell whether a forum stands after another event: "the G7 Summit and the East Asia Summit"."""
    joint = _AND.search(draft.text, max(0, start - 10), start)
    return bool(joint and draft.board.ending(joint.start(), M))


def _series(draft: Draft) -> None:
    """Add the known series of meetings that nothing has covered, with their numbers: "first AUSMIN", "COP29"."""
    tokens = draft.titled
    spans = [*draft.shapes.series_spans(draft.text), *(match.span() for match in _COP.finditer(draft.text))]
    for start, end in spans:
        number = tokens.at.get(start)
        if number is not None and ordinal(tokens.word(number - 1)) is not None and tokens.joined(number):
            start = tokens.starts[number - 1]
        if not draft.board.first(start, end, M, O, D):
            add_meeting(draft, start, end, Level.NAME, "series")
    for match in _TWO.finditer(draft.text):
        group = next(number for number in (1, 2) if match[number])
        if not draft.board.first(match.start(), match.end(), M, D):
            _two(draft, *match.span(group))


def _two(draft: Draft, start: int, end: int) -> None:
    """Add "2+2" in quotes or brackets: another name of the meeting before it, or of the last one so named."""
    before = draft.text[max(0, start - 24) : start]
    named = draft.board.ending(start - len(before) + len(before.rstrip(" (\"“'‘")), M)
    id_ = named.id if named else draft.meeting_tails.get("2+2")
    if id_ is None or re.search(r"\b(?:next|previous|last|first|second|third|another)\W+$", before):
        add_meeting(draft, start, end, Level.NAME, "format")
        id_ = draft.meeting_names.get("2+2")
    elif draft.board.add(Hit(start, end, M, id_, Level.NAME, "format")):
        draft.meeting_tails["2+2"] = id_


def _short(draft: Draft) -> None:
    """Find the acronyms that the post gives meetings wherever else they stand: "the 57th AMM", "PMC with China"."""
    if not draft.meeting_acronyms:
        return
    tokens = draft.titled
    for number, word in enumerate(tokens.words):
        id_ = draft.meeting_acronyms.get(word)
        start, end = tokens.starts[number], tokens.ends[number]
        if id_ is None or draft.board.first(start, end, C, M, D, P, L):
            continue
        other = draft.board.first(start, end, O)
        if other is not None:
            if (other.start, other.end) != (start, end) or other.rule not in ("vocabulary", "acronym alone"):
                continue
            # the meeting that the post gives the letters wins over a body known by them
            draft.board.remove(other)
        partner = _partner(draft, end) if word.startswith("PMC") else end
        if ordinal(tokens.word(number - 1)) is not None and tokens.joined(number):
            add_meeting(draft, tokens.starts[number - 1], partner, Level.NAME, "acronym")
        elif partner > end:
            add_meeting(draft, start, partner, Level.NAME, "acronym")
        else:
            draft.board.add(Hit(start, end, M, id_, Level.NAME, "acronym"))


def _partner(draft: Draft, end: int) -> int:
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
    finish = (_partner if "Post" in name else _subject)(draft, short.end()) if short else end
    finish = finish if short and finish > short.end() else end
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


_CLASSED = frozenset(
    "summit session meeting dialogue forum conference talk consultation ministerial roundtable".split()
)


def _named_id(draft: Draft, name: str, start: int) -> str:
    return draft.meeting_names.setdefault(name.casefold(), local(draft.post, "meeting", start))


def _id_of(draft: Draft, name: str, start: int, number: int | None, series: str, head: str) -> str:
    """Return the id of a meeting: that of the same name, of a name that ends or begins so, or a new one."""
    if number is None:
        wanted = name.casefold()
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


__all__ = ["add_meeting", "find_meetings"]
