"""Dates and names of the vocabularies; what the words around them make of them."""

from __future__ import annotations

import re

from loader.extraction.dates import find_dates
from loader.extraction.lexicon import Hit
from loader.extraction.mentions.capitals import CITY_STATES, capitals_together, is_city, means_state
from loader.extraction.mentions.draft import ACRONYM, C, D, Draft, L, O, P, T
from loader.extraction.mentions.tags import find_flags, find_tags
from loader.model import Entity, Level

_OFFICIAL = re.compile(
    r"(?<!\w)(?:(?:Islamic|Federal|Federative|Federated|Democratic|People's|Socialist|Arab|Bolivarian|Plurinational|Hashemite|Cooperative|"
    r"Co-operative|United|Independent|Grand|Oriental|Eastern|French|Argentine|Sovereign|Transitional) )*(?:Republic|Kingdom|State|States|Sultanate|"
    r"Principality|Commonwealth|Duchy|Union|Emirate) of (?:[Tt]he )?$"
)
_LANGUAGE = re.compile(
    r"(?:[, ]+(?:and |or )?[A-Z]\w+)*(?: and [A-Z]\w+)? languages?\b|-language\b|-speaking|-speakers?\b|phone\b"
)
_PORTFOLIO = re.compile(r" [Mm]inister(?:s|\b)(?! [Mm]eeting)")
_ATTITUDES = ("anti-", "Anti-", "pro-", "Pro-", "Trans-", "trans-", "non-", "Non-", "#", "@", "www.")
_IN_LANGUAGE = re.compile(r"\b(?:in|into|from|speak|speaks|speaking) $")
_ENDS = re.compile(r"[.,;:)\n]|$")
_ADDRESS = re.compile(r"(?:https?:/|www\.|\w\.[a-z]{2,4})/\S*$")
_SUFFIX = re.compile(r",? (?:Jr\.|Sr\.|Jr|Sr|III|II)(?!\w)")
_PATRONYMS = re.compile(
    r"(?: (?:bin|bint|ibn|ben|Bin|Bint|Ibn) (?:[Aa]l[ -])?[A-Z][\w-]+)+(?: Al[ -][A-Z][\w-]+)?|(?: [Aa]l[ -][A-Z][\w-]+)+"
)
_SEATS = frozenset({"organisation:quai-d-orsay"})
"""Bodies that are called after the house they sit in."""
_AT_SEAT = re.compile(r"\b(?:at|in|outside|inside|to) (?:the )?$")
_LONGER_NAME = re.compile(r", [A-Z][a-z]+,? (?:and|&) [A-Z]")
_CONTINENTS = (
    "Latin ",
    "North ",
    "South ",
    "Central ",
    "Inter-",
    "Pan-",
    "Ibero-",
    "African ",
    "African-",
    "Native ",
    "Meso-",
)
_REGIONAL = re.compile(
    r"(?:Caribbean|Mediterranean|Antarctic|Arctic|Eurasia) (?:countries|states|nations|partners|leaders|peoples?|economies|governments|neighbou?rs|members|counterparts)\b"
)


def find_known(draft: Draft) -> None:
    """Put dates, known names, flags and hashtags on the board."""
    for one in find_dates(draft.text, draft.post.date, draft.starts):
        id_ = f"date:{one.value.value}"
        draft.dates[id_] = one.value
        draft.board.add(Hit(one.start, one.end, T, id_, one.level, "date"))
    hits = draft.lexicon.hits(draft.text)
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start, h.type, h.id)):
        _known(draft, hit)
    _korea(draft)
    capitals_together(draft)
    _settle(draft)
    find_flags(draft)
    find_tags(draft)
    _acronyms(draft)


def _known(draft: Draft, hit: Hit) -> None:
    text, board = draft.text, draft.board
    before, after = text[max(0, hit.start - 90) : hit.start], text[hit.end : hit.end + 50]
    if _means_nothing(text, hit, before, after) or (hit.type is C and _no_state(draft, hit, before, after)):
        return
    if hit.type is P and (more := _SUFFIX.match(text, hit.end) or _PATRONYMS.match(text, hit.end)):
        hit = Hit(hit.start, more.end(), P, hit.id, hit.level, hit.rule)
    if hit.type is O and hit.id in _SEATS and _AT_SEAT.search(before):
        place = f"place:{hit.id.partition(':')[2]}"
        draft.entities.setdefault(place, Entity(id=place, type=L, name=text[hit.start : hit.end]))
        hit = Hit(hit.start, hit.end, L, place, Level.NAME, "seat")
    if hit.type is C and hit.level is Level.NAME:
        official = (
            _OFFICIAL.search(before)
            if before.endswith((" of ", " of the ", " of The ")) and not text[hit.start : hit.end].isupper()
            else None
        )
        if official:
            hit = Hit(hit.start - len(official.group()), hit.end, C, hit.id, hit.level, "official name")
        place = CITY_STATES.get(hit.id, "")
        if place in draft.lexicon.entities and is_city(before, after):
            hit = Hit(hit.start, hit.end, L, place, Level.NAME, "city-state")
    if hit.type is L and hit.id in draft.lexicon.capitals and means_state(hit, before, after):
        hit = Hit(hit.start, hit.end, C, draft.lexicon.capitals[hit.id], Level.METONYM, "capital")
    board.add(hit)


def _means_nothing(text: str, hit: Hit, before: str, after: str) -> bool:
    """Tell whether a known name is a part of something else here: of an attitude, an address, a price, a longer name."""
    if before.endswith(_ATTITUDES) or (before.endswith("/") and _ADDRESS.search(before)):
        return True
    if after.startswith(("-speaking", "ophobi", "@", ".com", ".org", "$")):
        return True
    if hit.type is O:
        if before.endswith("Foreign, ") and after.startswith(" and Development"):
            return True
        if after.startswith(" Consultation") and text.endswith("Foreign Office", hit.start, hit.end):
            return True
        return text[hit.start : hit.end].endswith("Peace") and _LONGER_NAME.match(after) is not None
    return hit.type is L and (
        (_PORTFOLIO.match(after) is not None and not before.endswith(("In ", "in ")))
        or _REGIONAL.match(text, hit.start) is not None
    )


def _no_state(draft: Draft, hit: Hit, before: str, after: str) -> bool:
    """Tell whether the name or the adjective of a state means none here: a continent, a language, "us" in capitals."""
    name = draft.text[hit.start : hit.end]
    if name in ("American", "Americans") and before.endswith(_CONTINENTS):
        return True
    if hit.level is Level.ADJECTIVE and (
        _LANGUAGE.match(after) or (_IN_LANGUAGE.search(before) and _ENDS.match(after))
    ):
        return True
    return name == "US" and before.endswith((" about ", " among ", " FOR ")) and draft.text[:400].isupper()


_KOREA = re.compile(
    r"(?<![\w-])Korea(?![\w])(?! Strait)|(?<![\w-])Koreans?(?![\w-])(?! (?:[Pp]eninsula|War|Strait|language|Armistice|Demilit))"
)


def _korea(draft: Draft) -> None:
    """Take "Korea" alone for the Republic of Korea, which calls itself so."""
    for match in draft.starts.matches(_KOREA, ("korea", "korean", "koreans")):
        if not draft.board.first(match.start(), match.end()) and not draft.text.endswith(
            ("North ", "Sea of "), max(0, match.start() - 7), match.start()
        ):
            draft.board.add(
                Hit(
                    match.start(),
                    match.end(),
                    C,
                    "country:KR",
                    Level.ADJECTIVE if "n" in match.group() else Level.NAME,
                    "short name",
                )
            )


def _settle(draft: Draft) -> None:
    """Remove what other types of known names swallow."""
    board = draft.board
    for hit in board.all(C, L, P, D):
        if board.alone(hit):
            continue
        for other in list(board.over(hit.start, hit.end)):
            if other.type is hit.type or other.type is T:
                continue
            longer = other.end - other.start > hit.end - hit.start
            inside = other.start <= hit.start and hit.end <= other.end
            if inside and longer and (other.type in (O, L, C, P) and not (hit.type is D and other.type is L)):
                board.remove(hit)
                break
            if inside and not longer and hit.type is L and other.type in (C, O):
                board.remove(hit)
                break


def _acronyms(draft: Draft) -> None:
    """Learn the acronyms that stand in brackets after known organisations."""
    for hit in draft.board.all(O):
        match = ACRONYM.match(draft.text, hit.end)
        if match and not draft.board.first(match.start(1), match.end(1), O, C):
            draft.acronyms.setdefault(match[1], hit.id)
