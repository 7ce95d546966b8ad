"""Places by shape: palaces, provinces and seas by their head word, cities by what stands around them."""

from __future__ import annotations

import re

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import ACRONYM, C, D, Draft, L, M, O, P
from loader.extraction.mentions.names import PARTICLES, name_word
from loader.extraction.mentions.words import (
    BODIES,
    COMMON,
    DOCUMENT_HEADS,
    DOMAIN,
    MEETING_HEADS,
    MONTHS_DAYS,
    NO_NAME_PART,
    PLACE_HEADS,
    PLACE_OPENERS,
    PLACE_PREFIXES,
    TITLE_HEADS,
    VENUE_KINDS,
)
from loader.extraction.starts import matches
from loader.model import Entity, Level
from loader.resolution.names import slug

_SIGNS = PLACE_HEADS | PLACE_PREFIXES | PLACE_OPENERS | {"Centre", "Center", "City", "CITY"}
"""Words that show a place."""
_IN = re.compile(
    r"(?<!\w)(?:in|at|near|to|from|visit to|arrived in|outside|(?:city|town|village|port|municipality|district|outskirts|suburbs?|commune|island|settlement) of) (?=[A-ZÀ-Þ])|(?<=📍 )(?=[A-ZÀ-Þ])|(?<=📍)(?=[A-ZÀ-Þ])|(?:^|\n)(?=[A-ZÀ-Þ][\w' -]{2,24},? (?:\(?\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2}, ))|\((?=[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?, (?:\d|[A-Z][a-z]+ \d))"
)
_IN_FIRST = frozenset(
    "in at near to from visit arrived outside city town village port municipality district outskirts suburb suburbs commune island "
    "settlement".split()
)
_DATELINE = re.compile(r"[(\n]")


def find_landmarks(draft: Draft) -> None:
    """Put palaces, provinces and seas, which their head word shows, on the board."""
    tokens = draft.tokens
    for number in tokens.of(_SIGNS):
        word = tokens.words[number]
        if word in ("City", "CITY"):
            _city(draft, number)
        elif word in ("Centre", "Center") and tokens.word(number - 1) in VENUE_KINDS:
            _venue(draft, number)
        elif word in PLACE_HEADS and tokens.joined(number) and tokens.capital(number - 1):
            _named_place(draft, number)
        elif word in PLACE_PREFIXES and tokens.joined(number + 1 if number + 1 < len(tokens.words) else 0):
            _prefixed(draft, number)
        elif word in PLACE_OPENERS and tokens.word(number + 1) == "of":
            following = number + 2 + (tokens.word(number + 2) == "the")
            if tokens.capital(following):
                last = following
                if (
                    tokens.capital(last + 1)
                    and tokens.joined(last + 1)
                    and tokens.words[last + 1] not in NO_NAME_PART
                ):
                    last += 1
                if not draft.board.first(tokens.starts[number], tokens.ends[last], O, P, D, M):
                    _add_place(draft, tokens.starts[number], tokens.ends[last], "place opener")


def _city(draft: Draft, number: int) -> None:
    """Put a city on the board that is called so after its state or its place: "Djibouti City", "PASAY CITY"."""
    tokens, board = draft.tokens, draft.board
    following = tokens.word(number + 1)
    if not tokens.joined(number) or (
        tokens.joined(number + 1) and following[:1].isupper() and number + 1 < len(tokens.words)
    ):
        return
    hit = board.ending(tokens.ends[number - 1], C, L)
    if hit is not None and hit.level is Level.NAME and not board.first(hit.start, hit.end, O, P, M, D):
        _add_place(draft, hit.start, tokens.ends[number], "city")


def _prefixed(draft: Draft, number: int) -> None:
    """Put a mountain or a house that its first word shows on the board: Mount Kenya, Palácio da Alvorada."""
    tokens = draft.tokens
    if tokens.capital(number - 1) and tokens.joined(number):
        return
    place = last = number + 1
    while place < min(number + 6, len(tokens.words)) and tokens.joined(place):
        word = tokens.words[place]
        if tokens.capital(place) and name_word(word) and word not in NO_NAME_PART:
            last = place + 1
        elif word not in PARTICLES and word not in ("dei", "delle", "degli", "dell", "d"):
            break
        place += 1
    if last > number + 1 and not draft.board.first(
        tokens.starts[number], tokens.ends[last - 1], C, O, P, D, M
    ):
        _add_place(draft, tokens.starts[number], tokens.ends[last - 1], "place prefix")


def _venue(draft: Draft, number: int) -> None:
    """Put a hall for meetings on the board: "International Convention Centre"."""
    tokens = draft.tokens
    first = number - 1
    while (
        first > 0
        and tokens.joined(first)
        and tokens.capital(first - 1)
        and tokens.words[first - 1] not in NO_NAME_PART
        and number - first < 7
    ):
        first -= 1
    if not draft.board.first(tokens.starts[number], tokens.ends[number]):
        _add_place(draft, tokens.starts[first], tokens.ends[number], "venue")


def find_cities(draft: Draft) -> None:
    """Put cities that only their context shows on the board."""
    for match in matches(_IN, draft.text, _openings(draft)):
        _after_in(draft, match.end(), match.group())
        hit = draft.board.at(match.end(), L)
        if hit:
            _second(draft, hit.end)


def _openings(draft: Draft) -> list[int]:
    """Return where a city may follow: at a preposition, a bracket, the begin of a line, behind a pin."""
    text = draft.text
    places = [0, *(match.start() for match in _DATELINE.finditer(text)), *draft.starts.of(_IN_FIRST)]
    pin = text.find("📍")
    while pin >= 0:
        places += (pin + 1, pin + 2)
        pin = text.find("📍", pin + 1)
    return sorted(places)


def _second(draft: Draft, end: int) -> None:
    """Find the province or state after a city: "in Annapolis, Maryland"."""
    tokens = draft.tokens
    number = tokens.at.get(end + 2) if draft.text.startswith(", ", end) else None
    if number is None or draft.board.first(end + 2, tokens.ends[number]):
        return
    last = number + (
        tokens.words[number] in ("New", "North", "South", "West", "British", "Lower", "Upper", "Rhode")
        and tokens.capital(number + 1)
    )
    if tokens.words[last] in _NO_PLACE or not name_word(tokens.words[last]) or tokens.words[last].isupper():
        return
    if re.match(
        r"(?:[.,;)\n]|$| (?:on|in|at|from|for|to|this|today|and)\b)",
        draft.text[tokens.ends[last] : tokens.ends[last] + 8],
    ):
        _add_place(draft, end + 2, tokens.ends[last], "province")


def _named_place(draft: Draft, number: int) -> None:
    tokens, board = draft.tokens, draft.board
    word = tokens.words[number]
    if board.first(tokens.starts[number], tokens.ends[number], L, O, P, C, D, M) and not board.ending(
        tokens.ends[number], L
    ):
        return
    first = number
    while first > 0 and tokens.joined(first) and number - first < 4:
        before = tokens.words[first - 1]
        if (
            not (before[0].isupper() or (before in PARTICLES and tokens.capital(first - 2)))
            or before in NO_NAME_PART
            or before in TITLE_HEADS
        ):
            break
        first -= 1
    if first == number or tokens.words[first] in DOCUMENT_HEADS:
        return
    hit = board.at(tokens.starts[first], C, O)
    if hit and word not in (
        "Sea",
        "Strait",
        "Gulf",
        "Region",
        "Island",
        "Islands",
        "Peninsula",
        "Embassy",
        "Canal",
        "Bay",
        "Channel",
        "Corridor",
        "Basin",
        "House",
        "Headquarters",
    ):
        first = tokens.after(hit.end)
    if hit and hit.type is O and word in ("Monument", "Square", "Street", "Avenue"):
        # "Liberation Monument" has nothing to do with the newspaper
        hit = None
    if hit and hit.type is O and word != "Headquarters":
        return
    if hit and hit.type is O and hit.id != "organisation:un":
        return
    if first >= number or (
        word in ("Building", "Gate", "Port", "Base", "Fort", "Camp", "Reef") and first == number
    ):
        return
    _add_place(draft, tokens.starts[first], tokens.ends[number], "place head")


def _add_place(draft: Draft, start: int, end: int, rule: str) -> None:
    id_ = f"place:{slug(draft.text[start:end])}"
    board = draft.board
    if not slug(draft.text[start:end]) or not board.add(Hit(start, end, L, id_, Level.NAME, rule)):
        return
    for other in list(board.over(start, end, C, O, P)):
        if start <= other.start and other.end <= end:
            board.remove(other)
    if id_ not in draft.lexicon.entities:
        draft.entities.setdefault(id_, Entity(id=id_, type=L, name=draft.text[start:end]))


_NO_PLACE = (
    COMMON
    | MONTHS_DAYS
    | TITLE_HEADS
    | BODIES
    | MEETING_HEADS
    | frozenset(DOCUMENT_HEADS)
    | DOMAIN
    | frozenset(
        "English French Arabic Russian Chinese Spanish German Article Chapter Annex Paragraph Section Phase Parliament Congress Government "
        "Christ God COVID-19 Orbit Space Internet Twitter Telegram Facebook AI ICT Washington-based Stage Round Response Support Honour Honor Memory Favour Favor Line Light View Order Person Public Private Particular Detail Brief Preparation Celebration Commemoration Recognition Attendance Conclusion Addition Advance Charge Collaboration Conjunction Conversation Coordination Partnership Solidarity Tribute Parallel Session Focus Context Published Updated Posted Released Dated Created Modified Adopted Done Signed Held Agreed Concluded Delivered Given Made Approved Endorsed Launched Written Prepared Met Announced Presented Opened Closed Last Issued Edited Uploaded Islam Nazism Ukraine-related Drafted Received Recorded Filmed Taken".split()
    )
)
_PLACE_AFTER = re.compile(
    r"(?:[.;:)\n]|$|, (?:on|where|which|as|and|with|from|the|to|at|for|[A-Z\d])| (?:on|from|for|to|by|and|as|with|where|this|next|today|yesterday|last|between|following|during|in|after|within|under|ahead|later|at|until)\b)"
)


def _after_in(draft: Draft, place: int, cue: str) -> None:
    """Find a city after "in": one or two unknown capitalised words, with what follows a place."""
    tokens, board = draft.tokens, draft.board
    number = tokens.at.get(place)
    if number is None or board.first(place, tokens.ends[number]):
        return
    last = number
    while (
        tokens.capital(last + 1)
        and tokens.joined(last + 1)
        and last - number < 2
        and not board.first(tokens.starts[last + 1], tokens.ends[last + 1])
    ):
        last += 1
    words = tokens.words[number : last + 1]
    if any(
        word in _NO_PLACE
        or (not name_word(word) and word not in ("St.", "City", "New", "Port", "San"))
        or (word.isupper() and len(word) < 7)
        for word in words
    ):
        return
    end = tokens.ends[last]
    after = draft.text[end : end + 12]
    state = re.match(r", (?:the )?", after)
    known = board.at(end + len(state.group()), C, L) if state else None
    if cue.startswith(("to", "from")) and not known:
        return
    if cue.startswith("at") and not known:
        return
    if not (known or cue.endswith(" of ") or _PLACE_AFTER.match(after)):
        return
    if len(words) > 2 and not known:
        return
    if ACRONYM.match(draft.text, end):
        return
    _add_place(draft, place, end, "in place")
