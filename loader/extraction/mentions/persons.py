"""Persons by shape: titles and names in either order, speaker turns, names with a state, names again."""

from __future__ import annotations

import re

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T
from loader.extraction.mentions.names import PARTICLES, name_before, name_from, name_word
from loader.extraction.mentions.tokens import Tokens
from loader.extraction.mentions.words import (
    ABBREVIATED,
    BODIES,
    DOMAIN,
    HONORIFICS,
    PERSON_VERBS,
    POSTNOMINALS,
    REGION,
    TITLE_HEADS,
    TITLE_WORDS,
)
from loader.model import Entity, Level
from loader.resolution.names import slug

_PORTFOLIOS = frozenset("Minister Secretary State Commissioner Undersecretary Under-Secretary".split())
_PREPOSITIONS = frozenset("of for to at on in".split())
_VERB = re.compile(
    rf" (?:also |then |further |has |have |had |will |today |earlier |yesterday )*(?:{PERSON_VERBS})\b"
)
_LABEL = re.compile(r"(?m)^[ \t]*(?:[^\w\s\"'(#\[]+[ \t]*)?(?P<name>[^\W\d_][^:\n]{1,70}):(?=[ \t]|$)")
_NO_SPEAKER = re.compile(
    r"(?i)(?:(?:female|male|unidentified|senior) )?(?:question|journalist|reporter|moderator|speaker|official)s?(?: \d+)?$"
)
_LOWER_HEADS = frozenset(
    "president minister secretary ambassador chairman chairperson spokesperson spokesman spokeswoman chancellor premier king queen emir "
    "director colleague counterpart princess prince general admiral colonel cosmonaut astronaut journalist correspondent scholar professor doctor activist writer poet composer historian analyst businessman businesswoman deputy senator congressman congresswoman lawmaker adviser advisor aide chief head co-chair chair moderator wife husband spouse son daughter brother sister presenter actor actress singer artist athlete champion laureate author director-elect filmmaker philosopher scientist physicist architect hostage soldier pilot captain academician veteran diplomat politician economist lawyer judge rapporteur president-elect colleague counterpart prosecutor administrator negotiator secretary-general director-general commissioner governor speaker envoy representative coordinator mayor leader".split()
)
_PLURAL = {head + "s": head for head in TITLE_HEADS} | {
    "Secretaries": "Secretary",
    "Highnesses": "Highness",
    "Secretaries-General": "Secretary-General",
    "Messrs": "Mr",
    "Messrs.": "Mr",
}


def head_of(word: str) -> str | None:
    """Return the head of a title that a word is, in the singular, or None: President-elect → President."""
    for form in (word, word.split("-")[0] if word.endswith(("-elect", "-designate")) else word):
        if form in TITLE_HEADS or form in HONORIFICS:
            return form
        if form in _PLURAL:
            return _PLURAL[form]
    return None


def find_persons(draft: Draft) -> None:
    """Put the persons that titles, appositions and turns name on the board."""
    _speakers(draft)
    tokens = draft.tokens
    for number, word in enumerate(tokens.words):
        head = head_of(word)
        if head:
            if word not in ABBREVIATED or tokens.word(number + 1) == ".":
                _after_title(draft, number, head, plural=word in _PLURAL)
            if word in _PLURAL:
                _listed(draft, number, head)
        elif word in _LOWER_HEADS:
            _after_lower_title(draft, number)
        elif word.endswith("s") and word[:-1] in _LOWER_HEADS:
            _listed(draft, number, word[:-1].capitalize())
        elif word == ",":
            _apposition(draft, number)
        elif word == "of" and tokens.joined(number):
            _of_state(draft, number)
    _verbs(draft)
    _met(draft)
    _honoured(draft)


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


def _after_title(draft: Draft, number: int, head: str, *, plural: bool) -> None:
    """Find the names that follow a title."""
    found = walk_title(draft, number)
    if found is None:
        return
    place, bodies, comma = found
    tokens = draft.tokens
    first = True
    before = tokens.word(number - 1) if tokens.joined(number) else ""
    if before in ("Vice", "Deputy", "Prime", "Crown"):
        # "the Minister" is not the Prime Minister, "the President" not the Vice President.
        head = f"{before} {head}"
    while place < len(tokens.words):
        while tokens.word(place) in HONORIFICS and tokens.capital(place + 1):
            place += 1 + (tokens.word(place + 1) == ".")
        span = name_from(draft, place)
        if span is None:
            return
        single = " " not in draft.text[span[0] : span[1]]
        if comma and (single or not _apposition_ends(draft, span[1])):
            return
        add_person(draft, *span, "title", head, bodies)
        place = tokens.after(span[1])
        follows = tokens.word(place)
        if not (plural or (first and follows == "and" and single)) or follows not in (",", "and"):
            return
        if not plural:
            return
        place += 1 + (follows == "," and tokens.word(place + 1) == "and")
        first = comma = False


def _apposition_ends(draft: Draft, end: int) -> bool:
    """Tell whether a name after a comma closes its apposition: "the Minister of X of Y, NAME, …"."""
    return bool(
        re.match(
            r"[,.;:)\n]|$| and | in | on | at | to | for | with | who | will | [a-z]+(?:ed|s)\b| met\b| held\b| paid\b| took\b|'s\b| - | – ",
            draft.text[end : end + 24],
        )
    )


def walk_title(draft: Draft, number: int) -> tuple[int, tuple[str, ...], bool] | None:  # noqa: C901 (one branch a kind of word)
    """Walk over a title from its head.

    Returns:
        Number of the word where the name may begin, ids of the states and bodies passed, and whether a comma was
        passed last; None when no name can follow.
    """
    tokens, board = draft.tokens, draft.board
    place, steps, passed = number + 1, 0, False
    bodies: list[str] = []
    if tokens.word(place) == "." and tokens.words[number] in HONORIFICS and tokens.gap(place) == "":
        place += 1
    while place < len(tokens.words) and steps < 14:
        steps += 1
        word, gap = tokens.words[place], tokens.gap(place)
        if "\n" in gap or len(gap) > 2:
            return None
        if word == "'s":
            return None
        if word in _PREPOSITIONS or (word == "and" and head_of_phrase(draft, place + 1) is not None):
            if word == "and":
                place = head_of_phrase(draft, place + 1) or place
                place += 1
                continue
            place = _skip_phrase(draft, place + 1, bodies)
            if place < 0:
                return None
            passed = True
            continue
        if word == ",":
            if tokens.word(place + 1) in _PREPOSITIONS and tokens.capital(place + 2):
                place += 1
                continue
            if not bodies and not passed and not _definite(draft, number):
                return None
            skip = place + 1
            while tokens.word(skip) in HONORIFICS or tokens.word(skip) == ".":
                skip += 1
            if head_of(tokens.word(skip)) or head_of_phrase(draft, skip) is not None:
                return None
            return skip, tuple(bodies), True
        if gap not in (" ", "") or (gap == "" and tokens.words[place - 1] not in HONORIFICS | {"."}):
            return None
        if word in HONORIFICS or head_of(word):
            place += 1 + (tokens.word(place + 1) == "." and word in HONORIFICS)
            continue
        if word in TITLE_WORDS and (after := head_of_phrase(draft, place)) is not None:
            place = after + 1
            continue
        hit = board.at(tokens.starts[place], O, C)
        if hit and not board.at(tokens.starts[place], P):
            # "Foreign Minister Republic of Korea X" does not occur, "Ambassador, Sri Lanka" does not name.
            return None
        if (
            word[0].isupper()
            or word == "["
            or word.split("-")[0] in ("al", "el", "bin", "von", "van", "de", "da", "ul")
        ):
            return place, tuple(bodies), False
        return None
    return None


def _definite(draft: Draft, number: int) -> bool:
    """Tell whether a title means one holder: "the Prime Minister", "Peru's Foreign Minister", "his counterpart"."""
    words = draft.tokens.words
    return any(
        word in ("the", "The", "his", "her", "our", "its", "their", "'s", "'")
        for word in words[max(0, number - 4) : number]
    )


def head_of_phrase(draft: Draft, number: int, most: int = 7) -> int | None:
    """Return the number of the title head that a phrase leads to: "Deputy Prime Minister" → "Minister"."""
    tokens = draft.tokens
    if tokens.word(number) in ("the", "his", "her", "its", "a"):
        number += 1
    for place in range(number, min(number + most, len(tokens.words))):
        word = tokens.words[place]
        if place > number and tokens.gap(place) != " ":
            return None
        if head_of(word) and word not in HONORIFICS - TITLE_HEADS:
            if word == "Deputy" and tokens.capital(place + 1):
                continue
            return place
        if (
            word not in TITLE_WORDS
            and word not in DOMAIN
            and not draft.board.first(tokens.starts[place], tokens.ends[place], C, O)
            and word not in ("and", "of", "former")
        ):
            return None
    return None


def _skip_phrase(draft: Draft, place: int, bodies: list[str]) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return the number of the word after the phrase that follows a preposition in a title; -1 when it cannot be told."""
    tokens, board = draft.tokens, draft.board
    start = place
    if tokens.word(place) in ("the", "its", "his"):
        place += 1
    if place >= len(tokens.words):
        return -1
    hit = board.at(tokens.starts[place], O, C, L)
    if hit and hit.type is L and hit.rule == "vocabulary" and REGION.search(draft.text[hit.start : hit.end]):
        after = tokens.after(hit.end)
        other = after + 1 + (tokens.word(after + 1) == "the")
        if tokens.word(after) in ("and", "&") and not (
            other < len(tokens.words) and board.at(tokens.starts[other], L, C)
        ):
            hit = None
    if hit:
        portfolio = []
        while hit:
            bodies.append(hit.id if hit.type in (C, O) else "")
            portfolio.append(hit)
            place = tokens.after(hit.end)
            follow = place + 1 if tokens.word(place) in ("and", "&", ",") else -1
            if tokens.word(follow) == "and":
                follow += 1
            if tokens.word(follow) == "the":
                follow += 1
            hit = board.at(tokens.starts[follow], O, C, L) if 0 < follow < len(tokens.words) else None
        if len(portfolio) > 1 and not any(
            tokens.word(tokens.after(one.start) - 1) in ("and", "&", "the") for one in portfolio[1:]
        ):
            # "the President of France, Brussels, …": no list.
            place = tokens.after(portfolio[0].end)
        if tokens.words[start - 1] == "for" and tokens.words[start - 2] in _PORTFOLIOS:
            # A minister's portfolio ("for Europe") names no place.
            for one in portfolio:
                if one.type is L:
                    board.remove(one)
        if tokens.word(place) == "'s":
            return -1
        # "of the EU Delegation to X": more of the body's name follows.
        ahead = place
        while (
            tokens.capital(ahead)
            and tokens.joined(ahead)
            and (tokens.words[ahead] in BODIES or tokens.words[ahead] in DOMAIN)
        ):
            ahead += 1
        if portfolio[-1].level is Level.ADJECTIVE:
            # "the head of Polish diplomacy, NAME"
            behind = ahead
            while tokens.word(behind).islower() and tokens.joined(behind) and behind - ahead < 3:
                behind += 1
            if tokens.word(behind) == ",":
                ahead = behind
        return ahead
    if not tokens.capital(place):
        last = place
        while (
            last < min(place + 7, len(tokens.words))
            and tokens.words[last].islower()
            and tokens.joined(last)
            and tokens.words[last] != "the"
        ):
            last += 1
        return (
            last
            if tokens.capital(last)
            and tokens.joined(last)
            and tokens.words[last - 1] not in ("with", "that", "by")
            else -1
        )
    begin, last, domain = place, place, -1
    while last < min(place + 16, len(tokens.words)):
        word = tokens.words[last]
        if "\n" in tokens.gap(last):
            break
        if word in (",", "and", "&", "of", "the", "for", "in", "with"):
            last += 1
            continue
        if not word[0].isupper() or (head_of(word) and word not in DOMAIN):
            break
        if word in DOMAIN or word in BODIES:
            domain = last
            following = tokens.word(last + 1)
            if (
                tokens.capital(last + 1)
                and tokens.joined(last + 1)
                and following not in DOMAIN
                and following not in BODIES
                and not board.at(tokens.starts[last + 1], C)
            ):
                break
        elif board.at(tokens.starts[last], C, O):
            hit = board.at(tokens.starts[last], C, O)
            assert hit is not None  # noqa: S101 (looked up above)
            if domain >= 0 and tokens.word(last - 1) in ("of", "the", "to", "in"):
                bodies.append(hit.id)
                domain = tokens.after(hit.end) - 1
            last = tokens.after(hit.end)
            continue
        last += 1
    if domain >= 0:
        for region in list(board.over(tokens.starts[begin], tokens.ends[domain], L)):
            if region.rule == "vocabulary":
                board.remove(region)
        return domain + 1
    while last > place and not tokens.capital(last - 1):
        last -= 1
    bodies.append("")
    return last if tokens.word(last) == "," else -1


def _after_lower_title(draft: Draft, number: int) -> None:
    """Find a full name after a title in small letters."""
    tokens = draft.tokens
    if tokens.word(number + 1) in _PREPOSITIONS and tokens.joined(number + 1):
        _after_title(draft, number, tokens.words[number].capitalize(), plural=False)
        return
    if tokens.word(number + 1) == "," and tokens.words[number] in (
        "counterpart",
        "colleague",
        "wife",
        "husband",
        "spouse",
        "successor",
        "predecessor",
    ):
        span = name_from(draft, number + 2 + (tokens.word(number + 2) in HONORIFICS))
        if span and " " in draft.text[slice(*span)] and _apposition_ends(draft, span[1]):
            add_person(draft, *span, "apposition")
        return
    if not tokens.joined(number + 1) if number + 1 < len(tokens.words) else True:
        return
    span = name_from(draft, number + 1) if tokens.capital(number + 1) else None
    if span and " " in draft.text[span[0] : span[1]]:
        add_person(draft, *span, "title", tokens.words[number].capitalize())


def _listed(draft: Draft, number: int, head: str) -> None:
    """Find the names in the list after a title in the plural: "the ministers, NAME, NAME and NAME, met"."""
    tokens = draft.tokens
    place, steps = number + 1, 0
    while (
        place < len(tokens.words)
        and steps < 14
        and tokens.words[place] not in (":", ".", ";", "(")
        and "\n" not in tokens.gap(place)
    ):
        if (
            tokens.words[place] == ","
            and tokens.capital(place + 1)
            and not draft.board.first(tokens.starts[place + 1], tokens.ends[place + 1])
        ):
            break
        place += 1
        steps += 1
    if tokens.word(place) not in (":", ",", "("):
        return
    place += 1
    spans = []
    while place < len(tokens.words):
        while tokens.word(place) in HONORIFICS and tokens.capital(place + 1):
            place += 1 + (tokens.word(place + 1) == ".")
        span = name_from(draft, place)
        if span is None or " " not in draft.text[slice(*span)] or head_of(tokens.words[place]):
            break
        spans.append(span)
        place = tokens.after(span[1])
        if tokens.word(place) == "(":
            closing = next((n for n in range(place + 1, place + 6) if tokens.word(n) == ")"), None)
            place = closing + 1 if closing else place
        if tokens.word(place) not in (",", "and", "&", ";"):
            break
        place += 1 + (tokens.words[place] in (",", ";") and tokens.word(place + 1) == "and")
    if len(spans) > 1:
        for span in spans:
            add_person(draft, *span, "list", head)


def _apposition(draft: Draft, comma: int) -> None:
    """Find "NAME, [the] TITLE" around a comma."""
    tokens = draft.tokens
    if comma < 1 or not tokens.capital(comma - 1) or tokens.gap(comma) != "":
        return
    head = head_of_phrase(draft, comma + 1)
    if head is None:
        place = comma + 1
        if tokens.word(place) in ("the", "a", "an", "who", "his", "her", "currently"):
            place += 1
        steps = 0
        while place < len(tokens.words) and steps < 6 and head is None:
            word = tokens.words[place]
            if word.lower() in _LOWER_HEADS or head_of(word):
                head = place
            elif not (
                word[0].isupper()
                or word
                in (
                    "former",
                    "foreign",
                    "prime",
                    "deputy",
                    "defence",
                    "defense",
                    "senior",
                    "then",
                    "new",
                    "vice",
                    "'s",
                    "general",
                    "executive",
                )
            ) or "\n" in tokens.gap(place):
                break
            place += 1
            steps += 1
    if head is None or tokens.word(head) in HONORIFICS - {"Prince"}:
        return
    span = name_before(draft, comma - 1)
    if span is None:
        return
    bodies: list[str] = []
    if tokens.word(head + 1) in _PREPOSITIONS:
        _skip_phrase(draft, head + 2, bodies)
    before = draft.board.first(tokens.ends[comma], tokens.starts[head], C, O)
    if before:
        bodies.append(before.id)
    prefix = tokens.word(head - 1) if tokens.word(head - 1) in ("Vice", "Deputy", "Prime", "Crown") else ""
    singular = head_of(tokens.words[head]) or tokens.words[head].capitalize()
    if tokens.words[head] in _PLURAL:
        return
    add_person(
        draft, *span, "apposition", f"{prefix} {singular}".strip(), tuple(body for body in bodies if body)
    )


def _of_state(draft: Draft, number: int) -> None:
    """Find "NAME of STATE"."""
    tokens = draft.tokens
    place = number + 1 + (tokens.word(number + 1) == "the")
    if place >= len(tokens.words) or not draft.board.at(tokens.starts[place], C):
        return
    span = name_before(draft, number - 1)
    if (
        span
        and not draft.board.first(*span, O, L, C, M, D)
        and len(draft.text[span[0] : span[1]].split()) <= 4
    ):
        before = tokens.after(span[0]) - 1
        if (
            before >= 0
            and tokens.joined(before + 1)
            and (
                tokens.words[before] in ("the", "The", "a", "this")
                or (tokens.capital(before) and not head_of(tokens.words[before]))
            )
        ):
            return
        hit = draft.board.at(tokens.starts[place], C)
        add_person(draft, *span, "name of state", "", (hit.id,) if hit else ())


_FULL_NAME = re.compile(
    r"(?<![\w'-])[A-ZÀ-ÞŁŚŠŽČ][\w'-]+(?: (?:(?:al|el|bin|von|van|de|da|del|der|la)[ -])*[A-ZÀ-ÞŁŚŠŽČ][\w'.-]*){1,3}(?= )"
)


def _verbs(draft: Draft) -> None:
    """Find "NAME said": full names that do what only persons do."""
    for match in _FULL_NAME.finditer(draft.text):
        if not _VERB.match(draft.text, match.end()) or match.start() not in draft.tokens.at:
            continue
        span = name_from(draft, draft.tokens.at[match.start()])
        if (
            span
            and span[1] == match.end()
            and not draft.board.first(*span, O, L, C, M, D, T, P)
            and not any(word in TITLE_WORDS or word in DOMAIN for word in match.group().split())
        ):
            before = draft.tokens.at[match.start()] - 1
            if draft.tokens.word(before) in ("the", "The", "of") or (
                draft.tokens.capital(before) and draft.tokens.joined(before + 1)
            ):
                continue
            add_person(draft, *span, "verb")


_MET = re.compile(
    r"\b(?:received|hosted|met|met with|meets|meets with|meet with|welcomed|welcomes|congratulated|thanked|phoned|telephoned|spoke with|spoke to|speaks with|"
    r"meeting with|talks with|call with|conversation with|call from|call to|elected|appointed|succeeds|succeeded|replaces|accompanied by|joined by|received by|"
    r"arrest of|release of|death of|murder of|appointment of|election of|re-election of|reelection of|passing of|visit of|detention of|imprisonment of|sentencing of|killing of|trial of|memory of|leadership of|presidency of|family of|nomination of|inauguration of|chairmanship of|assassination of|arrival of|case of|killed|arrested|murdered|detained|awarded|named|chaired by|led by|headed by|signed by|hosted by|represented by|delivered by|remarks by|statement by|interview with|wife|husband|successor|predecessor) (?=[A-ZÀ-ÞŁŚŠŽČ])"
)
_AFTER_MET = re.compile(
    r"(?:[.,;:)\n]|$|'s\b| (?:in|at|on|and|to|for|today|yesterday|who|by|during|as|this|with|over)\b)"
)


def _met(draft: Draft) -> None:
    """Find full names after what is only done to or with persons: "hosted NAME"."""
    tokens = draft.tokens
    for match in _MET.finditer(draft.text):
        number = tokens.at.get(match.end())
        span = name_from(draft, number) if number is not None else None
        if (
            span is None
            or not _AFTER_MET.match(draft.text, span[1])
            or draft.board.first(*span, P, O, L, C, M, D, T)
        ):
            continue
        words = draft.text[span[0] : span[1]].split(" ")
        if 2 <= len(words) <= 5 and not any(word in TITLE_WORDS or word in DOMAIN for word in words):
            add_person(draft, *span, "met")


_HONOURED = re.compile(rf" (?:{'|'.join(sorted(POSTNOMINALS))})(?![\w-])")


def _honoured(draft: Draft) -> None:
    """Find names before the letters of an honour or an office: "NAME MP"."""
    tokens = draft.tokens
    for match in _HONOURED.finditer(draft.text):
        number = tokens.at.get(match.start() + 1)
        if number is None or not tokens.capital(number - 1):
            continue
        span = name_before(draft, number - 1)
        if span and 2 <= len(draft.text[slice(*span)].split(" ")) <= 4 and not draft.board.first(*span):
            add_person(draft, *span, "honour")


_BESIDE = re.compile(r" and (?=[A-ZÀ-ÞŁŚŠŽČ])")
_AFTER_BESIDE = re.compile(
    r"(?:[.,;:)\n]|$|'s\b| [a-z]| (?:Hold|Meet|Sign|Discuss|Speak|Talk|Visit|Attend|Open|Agree|Launch|Chair)s?\b)"
)


def find_beside(draft: Draft) -> None:
    """Find the full name that "and" puts beside a person: "MINISTER NAME and NAME held talks"."""
    tokens = draft.tokens
    for hit in draft.board.all(P):
        match = _BESIDE.match(draft.text, hit.end)
        number = tokens.at.get(match.end()) if match else None
        if (
            number is None
            or " " not in draft.text[hit.start : hit.end]
            or tokens.words[number] in TITLE_WORDS
        ):
            continue
        span = name_from(draft, number)
        if span is None or not _AFTER_BESIDE.match(draft.text, span[1]) or draft.board.first(*span):
            continue
        words = draft.text[slice(*span)].split(" ")
        if 2 <= len(words) <= 4 and not any(word in TITLE_WORDS or word in DOMAIN for word in words):
            add_person(draft, *span, "beside")


def _speakers(draft: Draft) -> None:
    """Find who speaks: "💬 NAME:", "SECRETARY BLINKEN:", "❓ Reuters:"."""
    tokens = draft.tokens
    for match in _LABEL.finditer(draft.text):
        start, end = match.span("name")
        label = match["name"]
        if start not in tokens.at or len(label.split()) > 9:
            continue
        question = "❓" in draft.text[match.start() : start] or draft.text[
            match.end() : match.end() + 600
        ].split("\n")[0].rstrip().endswith("?")
        words = label.split()
        if _NO_SPEAKER.match(label):
            continue
        before, comma, after = label.replace(" (", ", ").rstrip(")").partition(", ")
        if (
            comma
            and len(before.split()) > 1
            and any(head_of(word.strip(".,").title()) for word in after.split())
        ):
            # "PENNY WONG, FOREIGN MINISTER:"
            last = draft.tokens.after(start + len(before)) - 1
            if all(
                name_word(word) or word.lower() in PARTICLES
                for word in tokens.words[place_of(tokens, start) : last + 1]
            ):
                heads = [one for word in after.split() if (one := head_of(word.strip(".,").title()))]
                add_person(draft, start, start + len(before), "speaker", heads[-1])
            continue
        if any(
            word.casefold()
            in (
                "question",
                "answer",
                "q",
                "a",
                "moderator",
                "operator",
                "read",
                "photo",
                "source",
                "update",
                "note",
                "journalist",
                "reporter",
                "presenter",
                "host",
                "interviewer",
                "interviewee",
                "speaker",
                "compere",
                "correspondent",
                "translator",
                "interpreter",
                "voice",
                "participant",
                "audience",
                "subject",
                "date",
                "time",
                "venue",
                "from",
                "to",
                "re",
                "ref",
                "contact",
                "tags",
                "topics",
                "location",
                "press",
                "media",
                "staff",
                "unidentified",
                "unknown",
                "male",
                "female",
            )
            for word in words[:1]
        ):
            continue
        place = tokens.at[start]
        if (
            label.isupper()
            and len(words) >= 2
            and any(head_of(word.strip(".,").title()) for word in words[:-1])
        ):
            last = max(n for n, word in enumerate(words[:-1]) if head_of(word.strip(".,").title()))
            begin = start + len(label) - len(" ".join(words[last + 1 :]))
            # all capitals: "FOREIGN MINISTER WONG"
            add_person(draft, begin, end, "speaker", words[last].strip(".").title())
            continue
        if draft.board.first(start, end, O, C, L, T):
            continue
        if any(head_of(word.rstrip(".")) or word in HONORIFICS for word in words[:-1]):
            continue
        span = name_from(draft, place)
        full = (
            span is not None
            and span[1] == end
            and " " in label
            and not any(
                word.casefold()
                in (
                    "news",
                    "daily",
                    "times",
                    "tv",
                    "agency",
                    "post",
                    "radio",
                    "press",
                    "service",
                    "broadcasting",
                    "journal",
                    "telegraph",
                )
                for word in words
            )
        )
        bullet = draft.text[match.start() : start].strip()
        if full and span and (bullet or _often(draft, label)) and not question:
            add_person(draft, *span, "speaker")
        elif (
            question
            and all(word[0].isupper() or word in ("of", "the", "and") for word in words)
            and len(words) <= 5
            and ("❓" in bullet or label.isupper() or not full)
        ):
            draft.organisation(start, end, "questioner", "media")


def place_of(tokens: Tokens, start: int) -> int:
    """Return the number of the word that begins at a place, or of the next."""
    return tokens.at.get(start, tokens.after(start))


def _often(draft: Draft, label: str) -> bool:
    return draft.text.count(f"\n{label}:") >= 1 and all(name_word(word) for word in label.split())
