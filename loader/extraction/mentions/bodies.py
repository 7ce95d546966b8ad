"""Organisations by shape: a capitalised phrase around a word that names a body; and places by shape."""

from __future__ import annotations

import re

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T
from loader.extraction.mentions.words import (
    ABROAD,
    ABROAD_JOINS,
    ADJECTIVE_JOINS,
    BODIES,
    BODY_BARE,
    COMMON,
    DOCUMENT_HEADS,
    DOMAIN,
    MEETING_HEADS,
    MONTHS_DAYS,
    NO_NAME_PART,
    PLENARIES,
    QUALITIES,
    ROOMS,
    TITLE_HEADS,
    VENUE_KINDS,
    ordinal,
)  # fmt: skip
from loader.model import Entity, Level

_HEADS = BODIES | ABROAD | {"Ministries", "Institutes", "Conference"}
_EVENTS = frozenset(("Summit", "Meeting", "Session", "Dialogue"))
_STATE_ORGANS = frozenset(
    "Ministry Cabinet Office Delegation Presidency Forces Parliament Assembly Party Side Administration Government".split()
)
"""What keeps a state before it as a mention of its own."""
_MISSIONS = frozenset(
    "Partnership Transition Training Police Verification Advisory Observer Integrated Multidimensional Peace Support Capacity Military".split()
)
"""What missions of bodies in a state are called after."""
_PACTS = frozenset("Agreement Agreements Treaty Accord Pact".split())
_AGREED = frozenset(
    "Association Union Forces Market Service Community Facility Network Company Partnership".split()
)
"""Heads of bodies that agreements are about."""
_JOINT = frozenset(
    "Interstate Joint Intergovernmental Inter-Governmental Strategic Supreme High-Level Cooperation Coordination Bilateral Business".split()
)
"""Words of bodies that two states share."""
_KANTEI = "place:prime-minister-s-office"
_MINISTERIAL = frozenset("Ministry Department Office".split())
_BEFORE_AND = DOMAIN | BODIES - {"Ministry"}
_AFTER_AND = DOMAIN | {"Security", "Foreign", "Development"}
"""What "and" joins inside the name of a body: Trade and Development."""
_FIELDS = DOMAIN | QUALITIES
_LISTED = _FIELDS | {"Foreign", "Science", "Regional", "Rural", "Digital"}
_SITTING = TITLE_HEADS | {"Foreign", "Defence", "Defense", "Permanent"}
"""Words that those who sit in a body may be called by."""
_PURPOSES = DOMAIN | frozenset(
    "Foreign Human Regional International Economic Strategic European Humanitarian Migration Science Nuclear Security Scientific Political Global "
    "Public Democratic Democracy External National Peace Defence African Asian Latin Reconstruction World Arms".split()
)
"""Words that the purpose of any body begins with."""
_FOR = frozenset(
    "Centre Center Institute Foundation Fund Academy Agency Association Alliance Coalition Committee Commission Council Network Bureau Board Organisation "
    "Organization Society Authority Observatory Directorate-General Directorate Partnership Platform Campaign".split()
)
"""Bodies whose purpose "for" names."""
_OFFICES = re.compile(
    r"(?:Prime Minister|President|Chancellor|Spokesperson|Secretary-General|Foreign Secretary|Cabinet)'s$"
)
_AGENCY = re.compile(r"(?:[,(] ?|^)(?P<name>[A-Z]{2,6}|[A-Z][a-z]+)\)? ?(?:[—–]|--|-(?= ))")
_ACRONYM_ALONE = re.compile(
    r"[A-Z](?:(?<=[Tt]he .)[A-Z]{2,6}(?![\w.-]| [A-Z]{3})|(?<=[a-z,] .)[A-Z]{4,8}(?![\w.:-]| [A-Z]{3}))"
)
_NO_BODY = frozenset(
    "ATACMS HIMARS THAAD MANPADS ICBM ICBMS SLBM AWACS NASAMS GLONASS INTELSAT COVID VTC SACEUR SRSG HRVP EUSR CDS CJCS EAM ANZMIN AUSMIN AUKMIN UNGA COP CHOGM ICT GDP FTA MOU LNG HIV AIDS SME SMES SDG SDGS TV USD EUR AI IT NGO NGOS WMD WMDS UAV UAVS COVID GMT UTC EEZ FDI CEO DNA IDP IDPS "
    "LGBT MOUS IED IEDS PPE CBM CBMS ABM INF START NPT CTBT JCPOA UNCLOS CPTPP RCEP TPNW ATT CFE BWC CWC NDC NDCS PRESS TRANSCRIPT QUESTION ANSWER URGENT BREAKING READ MORE WATCH LIVE PHOTO VIDEO UPDATE FULL TEXT RELEASE MEDIA NOTE UNSCR TAC LOC LAC DMZ".split()
)


def find_bodies(draft: Draft) -> None:
    """Put organisations that their head word or their acronym shows on the board."""
    tokens = draft.tokens
    _agency(draft)
    for number in tokens.of(_HEADS):
        word = tokens.words[number]
        if (
            word in BODIES
            or word in ("Ministries", "Institutes")
            or (
                word == "Conference"
                and (
                    tokens.words[number + 1 : number + 5] == ["of", "Heads", "of", "Government"]
                    or (tokens.word(number - 1) == "General" and tokens.word(number + 1) == "of")
                )
            )
        ):
            _body(draft, number, word)
        elif word != "Conference":
            _abroad(draft, number)


def find_acronyms(draft: Draft) -> None:
    """Put organisations that only their capitals show on the board: "the ACRONYM"."""
    for match in _ACRONYM_ALONE.finditer(draft.text):
        if (
            match.group() not in _NO_BODY
            and not draft.board.first(match.start(), match.end())
            and match.group() not in draft.acronyms
            # "(PMC)" behind a meeting or a document says what it stands for: no body.
            and f"({match.group()})" not in draft.text
        ):
            draft.organisation(match.start(), match.end(), "acronym alone")


def _abroad(draft: Draft, number: int) -> None:
    """Put a body on the board whose name stands in another language: "Secretaría de Relaciones Exteriores"."""
    tokens = draft.tokens
    last, place = number, number + 1
    while place < min(number + 14, len(tokens.words)) and tokens.joined(place):
        word = tokens.words[place]
        if tokens.capital(place) and word not in NO_NAME_PART and word not in TITLE_HEADS:
            last = place
        elif word not in ABROAD_JOINS:
            break
        place += 1
    first = number
    if last == number or tokens.words[number + 1] not in ABROAD_JOINS:
        return
    if not draft.board.first(tokens.starts[first], tokens.ends[last], P):
        draft.organisation(tokens.starts[first], tokens.ends[last], "body abroad", "ministry")


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
    tokens = draft.tokens
    start, end = tokens.starts[number], tokens.ends[number]
    if _is_part(draft, number, word) or _covered(draft, number):
        return
    first = _left(draft, number)
    last = _right(draft, number)
    if word == "Consulate" and last == number and tokens.word(number + 1) == "General":
        last += 1
    begin, finish = tokens.starts[first], tokens.ends[last]
    begin = _pair(draft, begin) or _stateless(draft, begin, number, word, tail=last > number)
    if begin >= start and finish <= end:
        return
    if covering := draft.board.first(start, end, O):
        # "Office of the Commission" known, "of the Party" behind it.
        begin = min(begin, covering.start)
    first = tokens.at[begin]
    own = tokens.words[first:number]
    if word in BODY_BARE and not _own_name(draft, first, number, tail=last > number):
        return
    if word == "Council" and not own and _only_state(draft, number, last):
        # "President of the Council of the Togolese Republic"
        return
    first = _after_ordinal(draft, first, number)
    begin = tokens.starts[first]
    if first == number == last:
        return
    if last == number and not own and tokens.word(last + 1) in _EVENTS and tokens.joined(last + 1):
        return
    if all(w in TITLE_HEADS for w in own) and own and last == number and word not in _MINISTERIAL:
        return
    if draft.text[begin:finish] == "Prime Minister's Office" and draft.text.endswith("at the ", 0, begin):
        # Where callers are received.
        draft.entities.setdefault(_KANTEI, Entity(id=_KANTEI, type=L, name="Prime Minister's Office"))
        draft.board.add(Hit(begin, finish, L, _KANTEI, Level.NAME, "seat"))
        return
    draft.organisation(begin, finish, "body", word.casefold())


def _pair(draft: Draft, begin: int) -> int:
    """Return where the first of two states begins that a spaced dash joins before a place: "Peru - Cuba Committee"; 0 for none."""
    if draft.text[max(0, begin - 3) : begin] not in (" - ", " – "):
        return 0
    second, first = draft.board.at(begin, C), draft.board.ending(begin - 3, C)
    both = first is not None and second is not None and {first.level, second.level} == {Level.NAME}
    return first.start if both and first is not None else 0


def _stateless(draft: Draft, begin: int, number: int, word: str, *, tail: bool) -> int:
    """Return where a name begins behind the states before it: "Greek Cypriot Administration"."""
    for _ in range(1 + (word in BODY_BARE)):
        begin = _without_state(draft, begin, number, word, tail=tail)
    return begin


def _only_state(draft: Draft, number: int, last: int) -> bool:
    """Tell whether nothing but a state follows "of" behind a head."""
    tokens = draft.tokens
    place = number + 2 + (tokens.word(number + 2) == "the")
    hit = draft.board.at(tokens.starts[place], C) if place < len(tokens.words) else None
    return hit is not None and hit.end == tokens.ends[last]


def _after_ordinal(draft: Draft, first: int, number: int) -> int:
    """Return the first word of a body's name behind an ordinal or the head of a document: "Statement of the …"."""
    words = draft.tokens.words
    own = words[first:number]
    if any(word in DOCUMENT_HEADS for word in own) or any(ordinal(word) for word in own[:1]):
        while first < number and (
            ordinal(words[first]) or words[first] in DOCUMENT_HEADS or words[first] in ("of", "the")
        ):
            first += 1
    return first


def _is_part(draft: Draft, number: int, word: str) -> bool:
    """Tell whether the head of a body is a part of something else: of a treaty, a hall, a title."""
    tokens, board = draft.tokens, draft.board
    start, end = tokens.starts[number], tokens.ends[number]
    before, following = tokens.word(number - 1), tokens.word(number + 1)
    if board.first(start, end, P, C):
        return True
    if (
        word == "Alliance"
        and "-" in before
        and board.first(tokens.starts[number - 1], tokens.ends[number - 1], C)
    ):
        return True
    document = board.ending(end, D)
    if document and document.rule == "vocabulary" and document.level is Level.NAME:
        # A treaty may be called a union or an initiative.
        return True
    if word in ("Centre", "Center") and before in VENUE_KINDS:
        return True
    place = board.ending(end, L)
    if place and place.rule == "vocabulary" and place.start < start:
        # "the West Bank"
        return True
    if word == "Ministries" and _several(draft, number):
        # "the Ministries of Foreign Affairs of Peru and Chile"
        return True
    if word == "Office" and before == "Foreign" and following in ("Consultation", "Consultations"):
        return True
    if following in _PACTS and word in _AGREED and tokens.joined(number + 1):
        # "Association Agreement", "Status of Forces Agreement"
        return True
    joined = bool(following) and tokens.joined(number + 1)
    return joined and (following in ROOMS or (word == "Cabinet" and following in TITLE_HEADS))


def _several(draft: Draft, number: int) -> bool:
    """Tell whether the ministries of two states are meant."""
    tokens = draft.tokens
    hit = next(
        (
            hit
            for place in range(number + 1, min(number + 9, len(tokens.words)))
            if (hit := draft.board.at(tokens.starts[place], C))
        ),
        None,
    )
    return hit is not None and _shared_state(draft, tokens.after(hit.end)) is not None


def _shared_state(draft: Draft, number: int) -> Hit | None:
    """Return the state behind "and" or "and the"."""
    tokens = draft.tokens
    other = number + 1 + (tokens.word(number + 1) == "the")
    if tokens.word(number) != "and" or other >= len(tokens.words):
        return None
    return draft.board.at(tokens.starts[other], C)


def _covered(draft: Draft, number: int) -> bool:
    """Tell whether a body is on the board already and its name does not go on to either side."""
    tokens = draft.tokens
    start, end = tokens.starts[number], tokens.ends[number]
    covering = draft.board.first(start, end, O)
    if covering is None:
        return False
    if tokens.word(number + 1) == "of" and _plenary(draft, number + 2):
        return False
    if covering.end != end:
        return True
    before = tokens.at.get(covering.start, 0) - 1
    if before >= 0 and tokens.joined(before + 1) and draft.board.ending(tokens.ends[before], O):
        # "OAS General Assembly"
        return False
    if tokens.word(tokens.at.get(covering.start, 0) - 1) in ("National", "Supreme", "Higher", "Collective"):
        return False
    if covering.rule != "vocabulary":
        return tokens.word(number + 1) not in ("of", "for", "on")
    owner = number + 2 + (tokens.word(number + 2) == "the")
    return not (
        draft.text.startswith("Office of the ", covering.start)
        and tokens.word(number + 1) == "of"
        and owner < len(tokens.words)
        and draft.board.at(tokens.starts[owner], O)
    )


def _own_name(draft: Draft, first: int, number: int, *, tail: bool) -> bool:
    """Tell whether a body whose head is a common word has a capitalised word of its own before it."""
    tokens = draft.tokens
    if tail:
        return first < number
    return not all(
        tokens.words[place] in COMMON or draft.board.first(tokens.starts[place], tokens.ends[place], C)
        for place in range(first, number)
    )


def _plenary(draft: Draft, number: int) -> bool:
    """Tell whether those who sit in a body follow: Heads of State, Foreign Ministers, Permanent Representatives."""
    tokens = draft.tokens
    steps = 0
    while tokens.capital(number) and steps < 3:
        if tokens.words[number] in PLENARIES:
            return True
        number += 1
        steps += 1
    return False


def _left(draft: Draft, number: int) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return the first word of the capitalised phrase before a head."""
    tokens, board = draft.tokens, draft.board
    first, place = number, number
    while place > 0 and number - place < 8 and tokens.joined(place):
        before = tokens.words[place - 1]
        if before == "]":
            opening = place - 2
            while opening > 0 and tokens.words[opening] != "[" and place - opening < 6:
                opening -= 1
            if tokens.words[opening] != "[" or not all(map(tokens.capital, range(opening + 1, place - 1))):
                break
            place = first = opening
            continue
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
            if before == "'s" and tokens.word(owner) in ("Women", "People", "Children", "Men", "Veterans"):
                place -= 2
                first = place
                continue
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
            and tokens.words[place - 2] in _BEFORE_AND
            and tokens.words[place] in _AFTER_AND
        ) or (
            before in ("and", "&")
            and tokens.word(place - 2) in QUALITIES
            and tokens.joined(place - 1)
            and tokens.words[place] in _FIELDS
        ):
            place -= 2
            first = place
            continue
        if (
            (not before[0].isupper() and not before[0].isdigit())
            or (before in NO_NAME_PART and before != "Press")
            or before in ("and",)
        ):
            break
        if before[0].isdigit() and not ordinal(before):
            break
        if (before in TITLE_HEADS and before not in ("General", "Attorney", "Chief", "Head")) or board.first(
            tokens.starts[place - 1], tokens.ends[place - 1], T, P
        ):
            break
        sits = before == "Ministerial" and tokens.words[number] == "Committee"
        if (
            before in MEETING_HEADS
            and not sits
            and before not in BODIES
            and tokens.words[number] != "Mechanism"
        ):
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
        if word in PLENARIES or (word in _SITTING and _plenary(draft, place + 1)):
            place += 1
            last = place
            continue
        hit = board.at(tokens.starts[place + 1], C, O, L)
        if hit and hit.end <= tokens.ends[place]:
            hit = None
        if hit:
            if hit.level.value == "ADJ" and tokens.word(tokens.after(hit.end)).islower():
                break
            place = tokens.after(hit.end) - 1
            last = place
            if (
                tokens.capital(place + 1)
                and tokens.joined(place + 1)
                and tokens.words[place + 1] not in BODIES
                and tokens.words[place + 1] not in DOMAIN
            ):
                # "of the SCO Secretariat NAME": who follows is no part of it.
                break
            if hit.type is C and tokens.word(place + 1) in ("of", "for", "on", "to", "in"):
                break
            if (
                hit.type is L
                and tokens.word(place + 1) == "and"
                and board.at(
                    tokens.starts[min(place + 2 + (tokens.word(place + 2) == "the"), len(tokens.words) - 1)],
                    L,
                )
            ):
                # "for West Africa and the Sahel"
                place += 1 + (tokens.word(place + 2) == "the")
                opened = True
                continue
            if hit.type is C and (end := _shared(draft, place + 1, number)):
                return end
            if (
                tokens.word(place + 1) in ("and",)
                and hit.type is C
                and tokens.words[number] not in ("Federation", "Council", "Association")
            ):
                break
            continue
        if (
            word[0].isupper()
            and (
                word not in NO_NAME_PART
                or (
                    word in ("Government", "Media")
                    and (tokens.words[place] == "and" or tokens.words[place - 1] == "Heads")
                )
            )
            and not (
                word in TITLE_HEADS
                and tokens.words[number] != "Office"
                and word
                not in (
                    "Ministers",
                    "Heads",
                    "Representatives",
                    "General",
                    "Judges",
                    "Ambassadors",
                    "Justice",
                )
            )
            and (word not in MEETING_HEADS or word in BODIES)
        ):
            if board.first(tokens.starts[place + 1], tokens.ends[place + 1], P, T):
                break
            place += 1
            last = place
            continue
        break
    return last


def _shared(draft: Draft, number: int, head: int) -> int:
    """Return the last word of "and STATE" behind a first state whose joint body it is; 0 when it is none."""
    words = draft.tokens.words
    if words[head] not in ("Council", "Commission", "Committee") or not _JOINT & set(
        words[max(0, head - 5) : head]
    ):
        return 0
    hit = _shared_state(draft, number)
    return draft.tokens.after(hit.end) - 1 if hit and hit.level is Level.NAME else 0


def _listing(draft: Draft, comma: int) -> bool:
    """Tell whether a comma goes on with a list of domains: "Industry, Trade and Tourism"."""
    tokens = draft.tokens
    if tokens.words[comma - 1] not in _FIELDS or tokens.word(comma + 1) not in _LISTED:
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
        if head_word in _FOR and not draft.board.first(
            tokens.starts[following], tokens.ends[following], C, O, P, T, M
        ):
            return tokens.words[following] not in NO_NAME_PART
        return (
            head_word not in ("Group", "Party", "Forces", "Bank", "Parliament")
            and tokens.words[following] in _PURPOSES
        )
    if word == "to":
        if tokens.words[number - 1] == "Responsibility":
            return True
        return head_word in (
            "Coalition",
            "Alliance",
            "Mission",
            "Embassy",
            "Delegation",
            "Office",
            "Representation",
        ) or tokens.words[head - 1] in ("Permanent", "Mission")
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
                "Mechanism",
            )
            and tokens.words[following] not in MONTHS_DAYS
        )
    if word == "in":
        hit = draft.board.at(tokens.starts[following], C, L)
        if head_word == "Mission" and hit is not None and hit.type is C and tokens.capital(head - 1):
            # "SADC Mission in Mozambique"
            owner = draft.board.ending(tokens.ends[head - 1], O, C)
            if (owner and owner.type is O) or tokens.words[head - 1] in _MISSIONS:
                return True
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
    if tokens.words[number - 1] in ("State", "Information") and following in ("Government", "Media"):
        return True
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
    if hit.level is Level.NAME and not bare and word not in _STATE_ORGANS:
        # "Ghana Immigration Service", "Japan International Cooperation Agency"
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


__all__ = ["find_acronyms", "find_bodies"]
