"""Which meeting a verb such as "met" or "spoke" means: one that the post names, or one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loader.extraction.facts.clauses import Clause
from loader.extraction.facts.events.telling import CALLS, LEAD, TALKS, Telling
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.frame import Sentence
from loader.model import Level, Mention

_WHERE = re.compile(r"(⟨M\d+⟩) (?:, )?where (?:⟨|[a-z]+ ⟨)")
_IN_A = re.compile(r"(?:In|During|At) (⟨M\d+⟩) ,")
_ANOTHER = re.compile(
    r"(?:the |this |their |its )?(?:\w*\d|next |previous |last |second |third |separate |another |a |an |upcoming |future |regular |annual )",
    re.I,
)
_DEFINITE = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]heir|[Dd]uring) ")
_OF_ITS_OWN = re.compile(
    r" (?:held |that took place |which took place )?(?:in|at) (?:the )?[A-Z]| (?:between|with|among) "
)
_PLAIN = re.compile(
    r"(?:(?:the|this|that|their|a|an) )?(?:(?:bilateral|phone|telephone|telephonic|video|conference|working|official|friendly) )*\w+(?: call)?$",
    re.I,
)
"""A noun that may take up again what a verb told before: "the bilateral talks", but not "the ⟨C⟩ talks"."""
_ALSO = re.compile(r"\b(?:also|separately|additionally|subsequently)\b")
_SUBORDINATE = re.compile(r"\b(?:when|where|after|since|that|while|as)\b[^⟨⟩]*$")
_JOINED = re.compile(r"\w[-–]\w| between | with ")
_CALLING = CALLS | {"talks", "meeting"}
_TITLE_AWAY = 400
"""Characters by which the noun of the title counts as away from every verb of the lead."""
FAR = 900
"""Characters within which a noun and a verb may tell of one meeting."""


def encounter(telling: Telling, short: Short, clause: Clause, who: list[str], kind: str) -> list[str]:
    """Let persons take part in the meeting that a verb means; return it."""
    meeting = next(
        (
            a.piece
            for a in [a for a in clause.arguments if a.piece.kind == "M"][:1]
            if a.piece.kind == "M"
            and a.preposition in ("for", "in", ",", "at")
            and any(telling.kind(e) in TALKS | CALLS for e in telling.ids(a.piece))
        ),
        None,
    )
    meeting = meeting or where(telling, short, clause) or opening(telling, short)
    event = telling.ids(meeting)[0] if meeting else noun_for(telling, short, clause, who, kind)
    telling.take_part(short, clause, who, [event])
    return [event]


def opening(telling: Telling, short: Short) -> Piece | None:
    """Return ⟨M⟩ in "In a separate meeting, ⟨A⟩ spoke with ⟨A⟩"."""
    match = _IN_A.match(short.text)
    if match is None:
        return None
    piece = short.of(match[1])[0]
    return (
        piece if re.match(r"an? |their |his |her ", short.one.text[piece.start : piece.start + 6]) else None
    )


def where(telling: Telling, short: Short, clause: Clause) -> Piece | None:
    """Return ⟨M⟩ in "⟨M⟩, where ⟨A⟩ met ⟨A⟩"."""
    for match in _WHERE.finditer(short.text):
        piece = short.of(match[1])[0]
        if piece.end <= clause.first <= short.span(match.end() - 1, match.end())[1] + 1:
            return piece
    return None


def noun_for(telling: Telling, short: Short, clause: Clause, who: list[str], kind: str) -> str:
    """Return the meeting that a verb such as "met" stands for: one that a noun of the post names, or a new one."""
    kinds = _CALLING if kind == "call" else TALKS
    here = short.one.sentence
    if _SUBORDINATE.search(short.one.text[: clause.first]):
        return telling.draft.new_meeting(short.one, clause.first, kind)
    people = set(who)
    titled = title_nouns(telling, kinds) if here.line <= LEAD + 1 else []
    elsewhere = (m for m in titled if not here.start <= m.start < here.end)
    best = next(((_TITLE_AWAY, m.id) for m in elsewhere if fits(telling, m, people)), None)
    another = _ALSO.search(short.one.text, clause.first, clause.last) is not None
    for mention in nouns_beside(telling, here, kinds):
        if another and mention.end <= here.end:
            # "He also met ⟨A⟩": not the meeting told of before
            continue
        away = far(telling, mention, here) if fits(telling, mention, people) else None
        if away is not None and (best is None or away < best[0]):
            best = (away, mention.id)
    return best[1] if best is not None else telling.draft.new_meeting(short.one, clause.first, kind)


def fits(telling: Telling, mention: Mention, who: set[str]) -> bool:
    """Tell whether nothing that is said of a meeting's people speaks against these persons meeting there."""
    known = telling.people.get(mention.id)
    if known and not (who.issuperset(known) or who.issubset(known)):
        return False
    claimed = telling.claimed.get(mention.id, ())
    return len(claimed) < 2 or who.issuperset(claimed)


def title_nouns(telling: Telling, kinds: frozenset[str]) -> list[Mention]:
    """Return the nouns of the title that a verb may mean, and names that join the parties: "the ⟨C⟩-⟨C⟩ talks"."""
    if kinds not in telling.title_nouns:
        telling.title_nouns[kinds] = [
            m
            for m in telling.draft.titles
            if telling.kind(m.id) in kinds
            and not _ANOTHER.match(telling.words(m))
            and (m.level is not Level.NAME or _JOINED.search(telling.words(m)))
        ]
    return telling.title_nouns[kinds]


def nouns_beside(telling: Telling, here: Sentence, kinds: frozenset[str]) -> Iterator[Mention]:
    """Yield the nouns behind the title, not too far from a sentence, that a verb in it may mean."""
    draft = telling.draft
    for mention in draft.meetings_between(here.start - 2 * FAR, here.end + FAR):
        if (
            mention.level is Level.NOMINAL
            and mention.end > draft.title_end
            and mention.id not in draft.named_ids
            and telling.kind(mention.id) in kinds
            and not _ANOTHER.match(telling.words(mention))
        ):
            yield mention


def far(telling: Telling, mention: Mention, here: Sentence) -> int | None:
    """Return how far a noun is from a verb that may mean the same meeting; None when it can't be the same.

    It can be "the meeting" of one of the next sentences when nothing before is called so, or a meeting just told of.
    """
    if here.start <= mention.start < here.end:
        return None
    if mention.start >= here.end:
        if not _PLAIN.match(telling.words(mention)):
            return None
        apart = telling.draft.text[here.end : mention.start]
        definite = _DEFINITE.match(telling.words(mention)) or _DEFINITE.search(apart[-8:])
        if _OF_ITS_OWN.match(telling.draft.text, mention.end):
            # "the meeting in London": told of by its place, not by this verb
            return None
        first = telling.draft.firsts[mention.id] is mention
        return mention.start - here.end if first and definite and len(apart) < FAR else None
    told = telling.people.get(mention.id) or telling.claimed.get(mention.id)
    return here.start - mention.end if told and here.start - mention.end < FAR else None
