"""Where a person's name begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache

from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T
from loader.extraction.mentions.words import COMMON, HONORIFICS, NOT_NAME, POSTNOMINALS, TITLE_HEADS

PARTICLES = frozenset(
    "von van der den de la las los del della da di dos do du des bin bint ibn ben binti al el ter ten le y zu e und af av ould abu o".split()
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}$")
_ARTICLED = re.compile(r"(?:al|el|as|ash|at|ad|an|ar|az|d|bin|ould)[-'][A-ZÀ-Þ]")
_SHORTENED = frozenset("Ma. Md. Mohd. Muh. Moh. Mhd. Sk. Kh. Mst. Hj. Hjh. Abd. Wm.".split())
"""Given names and honours that are written short inside names: Md. for Mohammad."""
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|III|II|IV)(?!\w)")
LONGEST = 7
_SHOUTED = TITLE_HEADS | COMMON - {"May", "Will", "Good", "Young", "West", "North", "East"}
GIVEN_PLACES = frozenset(
    "Florence Jordan Israel Chad Georgia Virginia Victoria Austin Dallas Carolina Paris Sydney Sofia Adelaide Alexandria Brooklyn Charlotte Charleston "
    "Chelsea Houston Jackson Lincoln Madison Milan Orlando Phoenix Regina Savannah Siena Vienna Santiago Francisco Diego Kerala Asia America India China "
    "Washington Carlisle Denver Devon Kent Lourdes Mercedes Nevada Montana Raleigh Trenton Troy Tyrone Xavier Jamaica Kenya Ireland London Preston Clifton Cairo".split()
)
"""Places and states that are also given names."""


@lru_cache(maxsize=10_000)
def name_word(word: str) -> bool:
    """Tell whether a word can be a part of a name."""
    if (_INITIAL.match(word) and word[0].isupper()) or word in _SHORTENED:
        return True
    if _ARTICLED.match(word):
        return word not in ("d'Affaires",)
    if not word[0].isupper() or word in NOT_NAME or any(sign in word for sign in "./+&"):
        return False
    if word.isupper() and len(word) > 3 and word.title() in _SHOUTED:
        return False
    parts = word.split("-")
    return not any(char.isdigit() for char in word) and not any(part in TITLE_HEADS for part in parts)


def name_from(draft: Draft, first: int) -> tuple[int, int] | None:  # noqa: C901 (a walk with one step a kind of word)
    """Return the span of the name that begins with a word, or None.

    Args:
        draft: the post.
        first: number of the word.
    """
    tokens, board = draft.tokens, draft.board
    if first >= len(tokens.words):
        return None
    known = board.at(tokens.starts[first], P)
    if known:
        return known.start, known.end
    number, last, count = first, -1, 0
    if tokens.words[first] == "[":
        # "[Neven] Mimica": what an editor added stands in brackets.
        closing = next((place for place in range(first + 2, first + 5) if tokens.word(place) == "]"), -1)
        if closing < 0 or not all(name_word(word) for word in tokens.words[first + 1 : closing]):
            return None
        number = closing + 1
        if not tokens.capital(number) or not tokens.joined(number):
            return None
    while number < len(tokens.words) and count < LONGEST:
        word = tokens.words[number]
        if number > first and not (
            tokens.joined(number) or (tokens.gap(number) == "" and tokens.words[number - 1].endswith("."))
        ):
            break
        if word in PARTICLES and number + 1 < len(tokens.words):
            follows = number + 1
            while follows < len(tokens.words) and tokens.words[follows] in PARTICLES and follows - number < 3:
                follows += 1
            if (
                tokens.joined(follows)
                and tokens.capital(follows)
                and name_word(tokens.words[follows])
                and (number > first or word not in ("e", "y", "o", "le", "do"))
            ):
                number = follows
                continue
            break
        if not name_word(word) or (number == first and word in HONORIFICS):
            break
        if number > first and word in POSTNOMINALS:
            break
        if _other(draft, number, first):
            break
        last = number
        count += 1
        number += 1
    if last < 0 or (_INITIAL.match(tokens.words[last]) and last == first and len(tokens.words[last]) < 4):
        return None
    start, end = tokens.starts[first], tokens.ends[last]
    suffix = _SUFFIX.match(draft.text, end)
    if suffix:
        end = suffix.end()
        if draft.text[end - 1] == "." and (end == len(draft.text) or draft.text[end] == "\n"):
            end -= 1
    if len(draft.text[start:end]) < 2:
        return None
    return start, end


def _other(draft: Draft, number: int, first: int) -> bool:
    """Tell whether a word begins something known that is no part of a name."""
    tokens, board = draft.tokens, draft.board
    start, end = tokens.starts[number], tokens.ends[number]
    hit = board.first(start, end, C, O, T, M, D) or board.first(start, end, L)
    if hit is None:
        return False
    if hit.type is T:
        return True
    # "Michael Jordan", "Paris Hilton": a one-word place between name words can be a name.
    alone = hit.start == start and hit.end == end and hit.type in (L, C) and hit.level.value != "ADJ"
    follows = tokens.capital(number + 1) and tokens.joined(number + 1) and name_word(tokens.words[number + 1])
    single = alone and hit.type is L and not follows_hit(draft, number)
    if number > first and single and not draft.board.first(tokens.starts[first], tokens.ends[number - 1]):
        # "Ana Maria Salamanca Vidal", "Keabetswe Masisi": a surname that is also a place.
        return False
    if number == first:
        # "Florence Parly", "Jordan Sims": a place or a state that is also a given name.
        return not (
            alone
            and follows
            and (
                tokens.words[number] in GIVEN_PLACES
                or (hit.type is L and hit.id not in draft.lexicon.capitals)
            )
            and not draft.board.first(tokens.starts[number + 1], tokens.ends[number + 1], C, O, L, T, M, D)
        )
    return not (alone and not follows and _given(draft, first, number))


def follows_hit(draft: Draft, number: int) -> bool:
    """Tell whether the word after a word is known already."""
    tokens = draft.tokens
    if number + 1 >= len(tokens.words) or not tokens.joined(number + 1):
        return False
    return draft.board.first(tokens.starts[number + 1], tokens.ends[number + 1]) is not None


def _given(draft: Draft, first: int, number: int) -> bool:
    """Tell whether nothing but plain name words stands before a place name that may be a surname."""
    return number - first == 1 and not draft.board.first(
        draft.tokens.starts[first], draft.tokens.ends[first], C, O, L
    )


def name_before(draft: Draft, last: int) -> tuple[int, int] | None:
    """Return the span of the name of two words or more that ends with a word, or None."""
    tokens, board = draft.tokens, draft.board
    known = board.ending(tokens.ends[last], P)
    if known:
        return known.start, known.end
    while last > 0 and tokens.words[last] in POSTNOMINALS and tokens.joined(last):
        last -= 1
    number, first, words = last, -1, 0
    while number >= 0 and words < LONGEST:
        word = tokens.words[number]
        if word in PARTICLES and words:
            if not tokens.capital(number - 1) and tokens.word(number - 1) not in PARTICLES:
                break
        elif (
            name_word(word)
            and not board.first(tokens.starts[number], tokens.ends[number], C, O, T, L, M, D)
            and word not in HONORIFICS
        ):
            first = number
            words += 1
        else:
            break
        if not tokens.joined(number):
            break
        number -= 1
    if first < 0 or words < 2:
        return None
    return tokens.starts[first], tokens.ends[last]
