"""What the rules for persons share: heads of titles, and putting a person on the board."""

from __future__ import annotations

from functools import lru_cache

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P
from loader.extraction.mentions.tokens import Tokens
from loader.extraction.mentions.words import HONORIFICS, TITLE_HEADS
from loader.model import Entity, Level
from loader.resolution.names import slug

LOWER_HEADS = frozenset(
    "president minister secretary ambassador chairman chairperson spokesperson spokesman spokeswoman chancellor premier king queen emir "
    "director colleague counterpart princess prince general admiral colonel cosmonaut astronaut journalist correspondent scholar professor doctor activist writer poet composer historian analyst businessman businesswoman deputy senator congressman congresswoman lawmaker adviser advisor aide chief head co-chair chair moderator wife husband spouse son daughter brother sister presenter actor actress singer artist athlete champion laureate author director-elect filmmaker philosopher scientist physicist architect hostage soldier pilot captain academician expert veteran diplomat politician economist lawyer judge rapporteur president-elect colleague counterpart prosecutor administrator negotiator secretary-general director-general commissioner governor speaker envoy representative coordinator mayor leader".split()
)


PLURAL = {head + "s": head for head in TITLE_HEADS} | {
    "Secretaries": "Secretary",
    "Highnesses": "Highness",
    "Secretaries-General": "Secretary-General",
    "Messrs": "Mr",
    "Messrs.": "Mr",
}


@lru_cache(maxsize=10_000)
def head_of(word: str) -> str | None:
    """Return the head of a title that a word is, in the singular, or None: President-elect → President."""
    for form in (word, word.split("-")[0] if word.endswith(("-elect", "-designate")) else word):
        if form in TITLE_HEADS or form in HONORIFICS:
            return form
        if form in PLURAL:
            return PLURAL[form]
    return None


def add_person(
    draft: Draft, start: int, end: int, rule: str, title: str = "", origins: tuple[str, ...] = ()
) -> str | None:
    """Put a person on the board; return the id."""
    if draft.board.first(start, end, O, M, D):
        return None
    known = draft.board.at(start, P)
    if known and known.end == end:
        id_: str | None = known.id
    else:
        name = draft.text[start:end].replace("[", "").replace("]", "")
        id_ = _identity(draft, name)
        for other in list(draft.board.over(start, end, L, C)):
            if start < other.start or other.end < end:
                draft.board.remove(other)
        if not id_ or not draft.board.add(Hit(start, end, P, id_, Level.NAME, rule)):
            return None
        if id_ not in draft.lexicon.entities and id_ not in draft.entities:
            draft.entities[id_] = Entity(id=id_, type=P, name=name.title() if name.isupper() else name)
    if id_ and title and title not in HONORIFICS:
        draft.titles.setdefault(id_, set()).add(title)
    if id_:
        draft.origins.setdefault(id_, set()).update(one for one in origins if one)
    return id_


def _identity(draft: Draft, name: str) -> str | None:
    form = draft.lexicon.by_form.get(name) or (
        draft.lexicon.by_form.get(name.title()) if name.isupper() else None
    )
    for type_, id_, _ in form or ():
        if type_ is P:
            return id_
    return f"person:{slug(name)}" if slug(name) else None


def place_of(tokens: Tokens, start: int) -> int:
    """Return the number of the word that begins at a place, or of the next."""
    return tokens.at.get(start, tokens.after(start))
