"""Persons by title: titles and names in either order, appositions and lists."""

from __future__ import annotations

import re

from loader.extraction.mentions.doers import (
    find_before_state,
    find_being,
    find_honoured,
    find_met,
    find_of_state,
    find_reporters,
    find_signed,
    find_verbs,
    full_names,
)
from loader.extraction.mentions.draft import C, Draft, L, O, P
from loader.extraction.mentions.names import name_before, name_from
from loader.extraction.mentions.people import LOWER_HEADS, PLURAL, add_person, head_of
from loader.extraction.mentions.speakers import find_speakers
from loader.extraction.mentions.words import (
    ABBREVIATED,
    BODIES,
    DOMAIN,
    HONORIFICS,
    REGION,
    TITLE_HEADS,
    TITLE_WORDS,
)
from loader.model import Level

_PORTFOLIOS = frozenset("Minister Secretary State Commissioner Undersecretary Under-Secretary".split())


_HONORIFICS_DOT = HONORIFICS | {"."}
_SIGNS = (
    TITLE_HEADS | HONORIFICS | PLURAL.keys() | LOWER_HEADS | {f"{head}s" for head in LOWER_HEADS} | {",", "of", "("}
)  # fmt: skip
"""Words and signs beside which a person may stand."""
_APPOSITIVE = frozenset(
    "member founder co-founder executive officer fellow researcher editor editor-in-chief partner manager dean rector lecturer specialist organizer organiser "
    "candidate delegate widow coordinator professor scholar".split()
)
"""What else a person may be behind a comma."""
_WHERE = re.compile(r"\b(?:in|at|near|outside) $", re.I)
_PREPOSITIONS = frozenset("of for to at on in".split())


def find_persons(draft: Draft) -> None:
    """Put the persons that titles, appositions and turns name on the board."""
    find_speakers(draft)
    tokens = draft.tokens
    signs = _SIGNS | {word for word in tokens.numbers if word.endswith(("-elect", "-designate"))}
    for number in tokens.of(signs):
        word = tokens.words[number]
        head = head_of(word)
        if head:
            if word not in ABBREVIATED or tokens.word(number + 1) == ".":
                _after_title(draft, number, head, plural=word in PLURAL)
            if word in PLURAL:
                _listed(draft, number, head)
        elif word in LOWER_HEADS:
            _after_lower_title(draft, number)
        elif word.endswith("s") and word[:-1] in LOWER_HEADS:
            _listed(draft, number, word[:-1].capitalize())
        elif word == ",":
            _apposition(draft, number)
        elif word == "of" and tokens.joined(number):
            find_of_state(draft, number)
        elif word == "(" and tokens.joined(number):
            find_before_state(draft, number)
    names = full_names(draft)
    find_verbs(draft, names)
    find_met(draft)
    find_being(draft, names)
    find_honoured(draft)
    find_signed(draft)
    find_reporters(draft)


def _after_title(draft: Draft, number: int, head: str, *, plural: bool) -> None:
    """Find the names that follow a title."""
    if draft.tokens.word(number + 1) in ("bin", "bint", "ibn") and draft.tokens.words[number] == "Sultan":
        # A given name here: "Sultan bin Saad Al Muraikhi".
        rest = name_from(draft, number + 2)
        if rest:
            add_person(draft, draft.tokens.starts[number], rest[1], "title")
        return
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
        if word in ("d'Affaires", "d'affaires", "a.i.", "h.c.", "mult"):
            place += 1
            continue
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
        if gap not in (" ", "") or (gap == "" and tokens.words[place - 1] not in _HONORIFICS_DOT):
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
        if head_of(word) and (word in TITLE_HEADS or word not in HONORIFICS):
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
        if tokens.word(last) == ",":
            # "the head of the mission, NAME,"
            return last
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
            if word.lower() in LOWER_HEADS or head_of(word) or word.lower() in _APPOSITIVE:
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
    if head is None or (tokens.word(head) in HONORIFICS and tokens.word(head) != "Prince"):
        return
    span = name_before(draft, comma - 1)
    # "in Thimphu, Minister NAME": a place, and the title of somebody else
    if span is None or _WHERE.search(draft.text, max(0, span[0] - 9), span[0]):
        return
    bodies: list[str] = []
    if tokens.word(head + 1) in _PREPOSITIONS:
        _skip_phrase(draft, head + 2, bodies)
    before = draft.board.first(tokens.ends[comma], tokens.starts[head], C, O)
    if before:
        bodies.append(before.id)
    prefix = tokens.word(head - 1) if tokens.word(head - 1) in ("Vice", "Deputy", "Prime", "Crown") else ""
    singular = head_of(tokens.words[head]) or tokens.words[head].capitalize()
    if tokens.words[head] in PLURAL:
        return
    add_person(
        draft, *span, "apposition", f"{prefix} {singular}".strip(), tuple(body for body in bodies if body)
    )
