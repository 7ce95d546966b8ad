"""Organisations by shape: a capitalised phrase around a word that names a body; and places by shape."""

from __future__ import annotations

import re

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import ACRONYM, C, D, Draft, L, M, O, P, T
from loader.extraction.mentions.names import PARTICLES, name_word
from loader.extraction.mentions.words import (
    ADJECTIVE_JOINS,
    BODIES,
    BODY_BARE,
    COMMON,
    DOCUMENT_HEADS,
    DOMAIN,
    MEETING_HEADS,
    MONTHS_DAYS,
    PLACE_HEADS,
    PLACE_OPENERS,
    SMALL,
    TITLE_HEADS,
    VERBS,
    ordinal,
)  # fmt: skip
from loader.model import Entity, Level
from loader.resolution.names import slug

_STOP = (
    COMMON
    - {
        "New",
        "Joint",
        "Global",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "North",
        "South",
        "East",
        "West",
    }
    | MONTHS_DAYS
    | VERBS
)
_MINISTERIAL = frozenset("Ministry Department Office".split())
_OFFICES = re.compile(
    r"(?:Prime Minister|President|Chancellor|Spokesperson|Secretary-General|Foreign Secretary|Cabinet)'s$"
)
_IN = re.compile(
    r"(?<!\w)(?:in|at|near|to|from|visit to|arrived in|outside) (?=[A-ZÀ-Þ])|(?<=📍 )(?=[A-ZÀ-Þ])|(?<=📍)(?=[A-ZÀ-Þ])|(?:^|\n)(?=[A-ZÀ-Þ][\w' -]{2,24},? (?:\(?\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2}, ))|\((?=[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?, (?:\d|[A-Z][a-z]+ \d))"
)


_AGENCY = re.compile(r"(?:[,(] ?|^)(?P<name>[A-Z]{2,6}|[A-Z][a-z]+)\)? ?(?:[—–]|--|-(?= ))")
_ACRONYM_ALONE = re.compile(
    r"(?<=[Tt]he )[A-Z]{3,7}(?![\w.-]| [A-Z]{3})|(?<=[a-z,] )[A-Z]{5,9}(?![\w.:-]| [A-Z]{3})"
)
_NO_BODY = frozenset(
    "ICT GDP FTA MOU LNG HIV AIDS SME SMES SDG SDGS TV USD EUR AI IT NGO NGOS WMD WMDS UAV UAVS COVID GMT UTC EEZ FDI CEO DNA IDP IDPS "
    "LGBT MOUS IED IEDS PPE CBM CBMS ABM INF START NPT CTBT JCPOA UNCLOS CPTPP RCEP TPNW ATT CFE BWC CWC NDC NDCS PRESS TRANSCRIPT QUESTION ANSWER URGENT BREAKING READ MORE WATCH LIVE PHOTO VIDEO UPDATE FULL TEXT RELEASE MEDIA NOTE UNSCR TAC LOC LAC DMZ".split()
)


def find_bodies(draft: Draft) -> None:
    """Put organisations that their head word or their acronym shows on the board."""
    tokens = draft.tokens
    _agency(draft)
    for number, word in enumerate(tokens.words):
        if word in BODIES or (word.endswith("s") and word in ("Ministries", "Institutes")):
            _body(draft, number, word)
    for match in _ACRONYM_ALONE.finditer(draft.text):
        if (
            match.group() not in _NO_BODY
            and not draft.board.first(match.start(), match.end())
            and match.group() not in draft.acronyms
        ):
            draft.organisation(match.start(), match.end(), "acronym alone")


def _agency(draft: Draft) -> None:
    """Put the agency that a dateline names on the board: "Riyadh, October 2, 2025, SPA —"."""
    for start, end in draft.frame.lines[:4]:
        stop = min(end, start + 80)
        match = _AGENCY.search(draft.text, start, stop)
        if (
            match
            and (draft.board.first(start, match.start(), T, L))
            and not draft.board.first(match.start("name"), match.end("name"))
        ) and match["name"].isupper():
            draft.organisation(match.start("name"), match.end("name"), "dateline", "media")


def _body(draft: Draft, number: int, word: str) -> None:
    tokens, board = draft.tokens, draft.board
    start, end = tokens.starts[number], tokens.ends[number]
    if (
        word == "Alliance"
        and number
        and "-" in tokens.words[number - 1]
        and board.first(tokens.starts[number - 1], tokens.ends[number - 1], C)
    ):
        return
    covering = board.first(start, end, O)
    national = (
        covering is not None
        and covering.end == end
        and tokens.word(tokens.at.get(covering.start, 0) - 1) in ("National", "Supreme", "Higher")
    )
    if (
        covering
        and not national
        and not (
            covering.end == end
            and tokens.word(number + 1) in ("of", "for", "on")
            and covering.rule != "vocabulary"
        )
    ):
        return
    if board.first(start, end, P, C):
        return
    first = _left(draft, number)
    last = _right(draft, number)
    begin, finish = tokens.starts[first], tokens.ends[last]
    begin = _without_state(draft, begin, number, word, tail=last > number)
    if begin >= start and finish <= end:
        return
    first = tokens.at[begin]
    own = tokens.words[first:number]
    if (
        word in BODY_BARE
        and (
            not own
            or all(
                w in COMMON or board.first(tokens.starts[first + k], tokens.ends[first + k], C)
                for k, w in enumerate(own)
            )
        )
        and last == number
    ):
        return
    if word in BODY_BARE and last > number and not own:
        return
    if any(w in DOCUMENT_HEADS for w in own) or any(ordinal(w) for w in own[:1]):
        while first < number and (
            ordinal(tokens.words[first])
            or tokens.words[first] in DOCUMENT_HEADS
            or tokens.words[first] in ("of", "the")
        ):
            first += 1
        begin = tokens.starts[first]
        if first == number and last == number:
            return
    if (
        tokens.word(last + 1) in ("Summit", "Meeting", "Session", "Dialogue")
        and tokens.joined(last + 1)
        and not own
        and last == number
    ):
        return
    if all(w in TITLE_HEADS for w in own) and own and last == number and word not in _MINISTERIAL:
        return
    draft.organisation(begin, finish, "body", word.casefold())


def _left(draft: Draft, number: int) -> int:
    """Return the first word of the capitalised phrase before a head."""
    tokens, board = draft.tokens, draft.board
    first, place = number, number
    while place > 0 and number - place < 8 and tokens.joined(place):
        before = tokens.words[place - 1]
        if before == "'s" or before == "'":
            owner = place - 2
            if owner >= 0 and _OFFICES.search(
                draft.text[max(0, tokens.starts[owner] - 14) : tokens.ends[place - 1]]
                if before == "'s"
                else ""
            ):
                phrase = _OFFICES.search(
                    draft.text[max(0, tokens.starts[owner] - 14) : tokens.ends[place - 1]]
                )
                assert phrase is not None  # noqa: S101 (matched above)
                begin = max(0, tokens.starts[owner] - 14) + phrase.start()
                return tokens.at.get(begin, first)
            if before == "'" and owner >= 0 and tokens.capital(owner):
                place -= 2
                first = place
                continue
            break
        if (
            before in ("and", "&")
            and number - place >= 1
            and tokens.capital(place - 2)
            and tokens.joined(place - 1)
            and tokens.words[place - 2] in DOMAIN | BODIES - {"Ministry"}
            and tokens.words[place] in DOMAIN | {"Security", "Foreign", "Development"}
        ):
            place -= 2
            first = place
            continue
        if (not before[0].isupper() and not before[0].isdigit()) or before in _STOP or before in ("and",):
            break
        if before[0].isdigit() and not ordinal(before):
            break
        if (before in TITLE_HEADS and before not in ("General", "Attorney", "Chief", "Head")) or board.first(
            tokens.starts[place - 1], tokens.ends[place - 1], T, P
        ):
            break
        if before in MEETING_HEADS and before not in BODIES:
            break
        place -= 1
        first = place
    return first


def _right(draft: Draft, number: int) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return the last word of "of X and Y" after a head."""
    tokens, board = draft.tokens, draft.board
    last = place = number
    opened = False
    while place + 1 < len(tokens.words) and place - number < 18:
        word = tokens.words[place + 1]
        gap = tokens.gap(place + 1)
        if "\n" in gap or len(gap) > 1:
            break
        if not opened and word not in ("of", "for", "on", "to", "in", "against"):
            break
        if word in ("of", "for", "on", "to", "in", "against", "the", "and", "&", "between") or (
            word == "," and opened and _listing(draft, place + 1)
        ):
            if word in ("to", "on", "in", "for") and not _name_goes_on(draft, place + 1, number):
                break
            if word == "and" and not _joins(draft, place + 1, number):
                break
            place += 1
            opened = True
            continue
        hit = board.at(tokens.starts[place + 1], C, O, L)
        if hit:
            if hit.level.value == "ADJ" and tokens.word(tokens.after(hit.end)).islower():
                break
            place = tokens.after(hit.end) - 1
            last = place
            if hit.type is C and tokens.word(place + 1) in ("of", "for", "on", "to", "in"):
                break
            if (
                tokens.word(place + 1) in ("and",)
                and hit.type is C
                and tokens.words[number] not in ("Federation", "Council", "Association")
            ):
                break
            continue
        if (
            word[0].isupper()
            and word not in _STOP
            and not (
                word in TITLE_HEADS
                and word not in ("Ministers", "Heads", "Representatives", "General", "Judges", "Ambassadors")
            )
            and word not in MEETING_HEADS - BODIES
        ):
            if board.first(tokens.starts[place + 1], tokens.ends[place + 1], P, T):
                break
            place += 1
            last = place
            continue
        break
    return last


def _listing(draft: Draft, comma: int) -> bool:
    """Tell whether a comma goes on with a list of domains: "Industry, Trade and Tourism"."""
    tokens = draft.tokens
    if tokens.words[comma - 1] not in DOMAIN or tokens.word(comma + 1) not in DOMAIN | {
        "Foreign",
        "Science",
        "Regional",
        "Rural",
        "Digital",
    }:
        return False
    return any(tokens.word(comma + k) in ("and", "&") for k in range(2, 8))


def _name_goes_on(draft: Draft, number: int, head: int) -> bool:
    """Tell whether a preposition inside a body's name goes on with the name."""
    tokens = draft.tokens
    word, head_word = tokens.words[number], tokens.words[head]
    following = number + 1 + (tokens.word(number + 1) == "the")
    if not tokens.capital(following):
        return False
    if word == "for":
        if head_word in ("Ministry", "Department", "Office", "Minister"):
            return True
        return head_word not in ("Group", "Party", "Forces", "Bank", "Parliament") and tokens.words[
            following
        ] in DOMAIN | {
            "Foreign",
            "Human",
            "Regional",
            "International",
            "Economic",
            "Strategic",
            "European",
            "Humanitarian",
            "Migration",
            "Science",
            "Nuclear",
            "Security",
            "Scientific",
            "Political",
            "Global",
            "Public",
            "Democratic",
            "Democracy",
            "External",
            "National",
            "Peace",
            "Defence",
            "African",
            "Asian",
            "Latin",
            "Reconstruction",
            "World",
            "Arms",
        }
    if word == "to":
        return head_word in ("Mission", "Embassy", "Delegation", "Office", "Representation") or tokens.words[
            head - 1
        ] in ("Permanent", "Mission")
    if word == "on":
        return (
            head_word
            in (
                "Committee",
                "Commission",
                "Council",
                "Group",
                "Conference",
                "Institute",
                "Board",
                "Office",
                "Centre",
                "Center",
                "Department",
                "Forum",
                "Court",
                "Panel",
                "Working",
            )
            and tokens.words[following] not in MONTHS_DAYS
        )
    if word == "in":
        hit = draft.board.at(tokens.starts[following], C, L)
        return (
            head_word in ("Embassy", "Mission", "Consulate", "Force", "Office", "Delegation")
            and hit is not None
            and hit.type is C
            and any(
                w in ("Peacekeeping", "Stabilization", "Assistance", "Interim", "Monitoring", "Support")
                for w in tokens.words[max(0, head - 4) : head]
            )
        )
    return False


def _joins(draft: Draft, number: int, head: int) -> bool:
    """Tell whether "and" joins two parts of one name."""
    tokens = draft.tokens
    following = tokens.word(number + 1)
    if following in ("the",) or not tokens.capital(number + 1):
        return False
    if (following in BODIES and following not in DOMAIN) or head_title(tokens.words, number + 1):
        return False
    if draft.board.at(tokens.starts[number + 1], C, O, P):
        return tokens.words[number - 1] in DOMAIN and following in DOMAIN
    return (
        following in DOMAIN
        or (tokens.words[number + 2 : number + 3] != [] and tokens.word(number + 2) in DOMAIN)
        or following[0].isupper()
    )


def head_title(words: list[str], number: int) -> bool:
    """Tell whether a title stands at a place: "and Foreign Minister"."""
    return any(word in TITLE_HEADS for word in words[number : number + 3])


def _without_state(draft: Draft, begin: int, number: int, word: str, *, tail: bool) -> int:
    """Return where the name begins when the state before it is a mention of its own: "Indonesian Ministry"."""
    tokens = draft.tokens
    hit = draft.board.at(begin, C)
    if hit is None or (hit.end >= tokens.starts[number] and hit.end != tokens.starts[number]):
        return begin
    if "-" in draft.text[hit.end : hit.end + 1]:
        return begin
    after = tokens.at.get(hit.end + 1)
    if after is None or after > number:
        return begin
    if draft.text[hit.end : hit.end + 2] == "'s":
        return hit.end + 3
    bare = after == number
    if hit.level is Level.ADJECTIVE and word in ADJECTIVE_JOINS:
        return begin
    if (
        hit.level is Level.NAME
        and word
        in (
            "Embassy",
            "Mission",
            "Navy",
            "Army",
            "Department",
            "Agency",
            "Congress",
            "Senate",
            "Treasury",
            "Commission",
            "Forces",
            "Council",
            "Institute",
        )
        and not bare
    ):
        return begin
    if (
        bare
        and tail
        and hit.level is Level.NAME
        and word in ("Agency", "Department", "Commission", "Institute", "Mission", "Office")
    ):
        return begin
    if bare and word in ("Embassy", "Navy", "Army", "Congress", "Senate", "Treasury", "Mission", "Consulate"):
        return begin
    return hit.end + 1


# ── places ──────────────────────────────────────────────────────────────────────────────────────────────────


def find_landmarks(draft: Draft) -> None:
    """Put palaces, provinces and seas, which their head word shows, on the board."""
    tokens = draft.tokens
    for number, word in enumerate(tokens.words):
        if word in PLACE_HEADS and tokens.joined(number) and tokens.capital(number - 1):
            _named_place(draft, number)
        elif word in PLACE_OPENERS and tokens.word(number + 1) == "of":
            following = number + 2 + (tokens.word(number + 2) == "the")
            if tokens.capital(following):
                last = following
                if (
                    tokens.capital(last + 1)
                    and tokens.joined(last + 1)
                    and tokens.words[last + 1] not in _STOP
                ):
                    last += 1
                if not draft.board.first(tokens.starts[number], tokens.ends[last], O, P, D, M):
                    _add_place(draft, tokens.starts[number], tokens.ends[last], "place opener")


def find_cities(draft: Draft) -> None:
    """Put cities that only their context shows on the board."""
    for match in _IN.finditer(draft.text):
        _after_in(draft, match.end(), match.group())
        hit = draft.board.at(match.end(), L)
        if hit:
            _second(draft, hit.end)


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
            or before in _STOP
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
        "Christ God COVID-19 Orbit Space Internet Twitter Telegram Facebook AI ICT Washington-based Stage Round Islam Nazism Ukraine-related".split()
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
    if not (known or _PLACE_AFTER.match(after)):
        return
    if len(words) > 2 and not known:
        return
    if ACRONYM.match(draft.text, end):
        return
    _add_place(draft, place, end, "in place")


__all__ = ["SMALL", "find_bodies", "find_cities", "find_landmarks"]
