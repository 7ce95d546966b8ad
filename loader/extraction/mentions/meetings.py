"""Named meetings: by the ordinal, the state or the body, and the head."""

from __future__ import annotations

from dataclasses import dataclass

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.described import find_described
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P
from loader.extraction.mentions.meeting_marks import add_meeting, named_id
from loader.extraction.mentions.meeting_spans import compound, left
from loader.extraction.mentions.meeting_tails import right
from loader.extraction.mentions.meeting_words import (
    BARE_HEADS,
    DEBATES,
    EVENT_HEADS,
    FOLLOWERS,
    NAMED_ONLY,
    PRESS,
    RARE,
    TAIL_HOLDERS,
    VAGUE,
)  # fmt: skip
from loader.extraction.mentions.series import find_forums, find_series, find_short
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

_HEADS = MEETING_HEADS | MEETING_SMALL | {"Council", "Mechanism"}


def find_meetings(draft: Draft) -> None:
    """Put named meetings, then described ones, on the board."""
    for number in draft.titled.of(_HEADS):
        _named(draft, number)
    find_forums(draft)
    find_series(draft)
    find_short(draft)
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
        id_ = named_id(draft, name, begin)
        draft.entities.setdefault(id_, Entity(id=id_, type=M, name=name, kind=phrase.head.casefold()))
        draft.nested.append(Hit(begin, finish, M, id_, Level.NAME, "named"))


def _unnamed(phrase: _Phrase) -> bool:
    """Tell whether a head is a press event or, without a number, an organ: "Conference of Heads of Government"."""
    if any(w in PRESS for w in phrase.before) or (phrase.before and set(phrase.before) <= VAGUE):
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
        and (head in EVENT_HEADS or head in BARE_HEADS)
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


__all__ = ["find_meetings"]
