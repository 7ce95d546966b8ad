"""Flags and hashtags of known names."""

from __future__ import annotations

import re

from loader.extraction.lexicon import FLAG, Hit, flag_code, plain
from loader.extraction.mentions.draft import C, Draft, L, M, O, P
from loader.model import Level

_TAG = re.compile(r"#(\w+)")
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+|[^\W\d_A-Z]+")


def find_flags(draft: Draft) -> None:
    """Put flags on the board as mentions of their states."""
    for match in FLAG.finditer(draft.text):
        id_ = f"country:{flag_code(match.group())}"
        if id_ in draft.lexicon.entities:
            draft.board.add(Hit(match.start(), match.end(), C, id_, Level.FLAG, "flag"))


def find_tags(draft: Draft) -> None:
    """Put the known names in hashtags on the board: a tag as a whole, else its pieces."""
    for match in _TAG.finditer(draft.text):
        tag, start = match[1], match.start(1)
        whole = draft.lexicon.tags.get(plain(tag.replace("_", "")).casefold())
        if whole:
            _tag(draft, start, match.end(1), whole, Level.NAME)
            continue
        pieces = [(m.start(), m.end()) for m in _PIECE.finditer(tag)][:20]
        place = 0
        while place < len(pieces):
            for last in range(len(pieces), place, -1):
                form = draft.lexicon.tags.get(plain(tag[pieces[place][0] : pieces[last - 1][1]]).casefold())
                if form and len(form) > 1:
                    _tag(draft, start + pieces[place][0], start + pieces[last - 1][1], form, Level.TAG)
                    place = last - 1
                    break
            place += 1


def _tag(draft: Draft, start: int, end: int, form: str, level: Level) -> None:
    for type_, id_, _ in draft.lexicon.by_form[form]:
        if type_ in (C, O, M, P) or (type_ is L and level is Level.NAME):
            draft.board.add(Hit(start, end, type_, id_, level, "hashtag"))
            return
