"""How far a meeting's name reaches to the left and to the right of its head."""

from __future__ import annotations

import itertools

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, O, P, T
from loader.extraction.mentions.meeting_words import (
    ADJECTIVES,
    AFTER_AND,
    BEFORE_AND,
    LANDS,
    OWNERS,
    STOP,
    TAIL_HOLDERS,
)  # fmt: skip
from loader.extraction.mentions.words import MEETING_HEADS, TITLE_HEADS, ordinal
from loader.model import Level

_REACH = 16
_DASHES = ("-", "–", "—")


def compound(draft: Draft, begin: int, end: int) -> bool:
    """Tell whether two parties joined by a hyphen or dash stand before the head: Russia-ASEAN."""
    hits = sorted(draft.board.over(begin, end, C, O, L), key=lambda hit: hit.start)
    for left, right in itertools.pairwise(hits):
        if draft.text[left.end : right.start] in ("-", "–", " - ", " – ", "—", "/", "-the "):
            return True
    return any(
        (draft.text[hit.start - 1 : hit.start] in _DASHES and hit.start > begin)
        or draft.text[hit.end : hit.end + 1] in (*_DASHES, "+")
        for hit in hits
    )


def left(draft: Draft, number: int, *, small: bool) -> int:
    """Return the first word of the phrase before a head.

    Args:
        draft: the post so far.
        number: the head's number among the words.
        small: whether the head begins with a small letter.
    """
    tokens = draft.titled
    first = place = number
    while (
        place > 0 and number - place < _REACH and "\n" not in tokens.gap(place) and len(tokens.gap(place)) < 2
    ):
        step = _party(draft, place, small=small)
        if step is None:
            step = _joined(draft, place, number, small=small)
        if step is not None:
            place, first = step, step if step >= 0 else first
            continue
        before = tokens.words[place - 1]
        if before in _DASHES and _dash(draft, place):
            place -= 1
            continue
        if _stops(draft, place, small=small):
            break
        if ordinal(before) is not None:
            place = first = place - 1
            if tokens.word(place - 1) == "and" and ordinal(tokens.word(place - 2)) is not None:
                # "44th and 45th ASEAN Summits"
                place = first = place - 2
            if tokens.word(place - 1) in ("the", "The"):
                break
            continue
        if small and before in ADJECTIVES:
            place -= 1
            if (
                ordinal(tokens.word(place - 1)) is not None
                or (draft.board.ending(tokens.ends[place - 1], C, O) and tokens.joined(place))
                or (first == place + 1 and first != number)
            ):
                first = place
            continue
        if not _capitalised(draft, place, number):
            break
        place = first = place - 1
    return _trimmed(draft, first, number)


def _party(draft: Draft, place: int, *, small: bool) -> int | None:
    """Return the first word of the state, body or place that ends before a word."""
    tokens, board = draft.titled, draft.board
    hit = board.ending(tokens.ends[place - 1], C, O, L)
    if not hit or hit.level.value in ("FLAG", "TAG") or tokens.gap(place) not in (" ", "", "-"):
        return None
    covered = tokens.at.get(hit.start)
    if covered is None:
        # a part of one hyphenated word: take the whole word, "U.S.-Japan-Republic of Korea", and what ends in it
        whole = tokens.after(hit.start) - 1
        other = board.first(tokens.starts[whole], tokens.starts[whole] + 1, C, O, L)
        return tokens.after(other.start + 1) - 1 if other else whole
    if (
        hit.type is L
        and hit.rule == "vocabulary"
        and small
        and board.first(tokens.starts[place], tokens.ends[place], C) is None
    ):
        return None
    return covered


def _joined(draft: Draft, place: int, number: int, *, small: bool) -> int | None:
    """Return the first word of "Ministers'" or of "Trade and" before a word."""
    tokens = draft.titled
    before, earlier = tokens.words[place - 1], tokens.word(place - 2)
    if before == "'" and earlier in OWNERS:
        return place - 2
    if before not in ("and", "&", ",") or place < 2:
        return None
    following = tokens.words[place]
    if before == ",":
        # "Trade, Investment and Technology Forum"
        listed = (
            earlier in BEFORE_AND and following in BEFORE_AND and tokens.word(place + 1) in ("and", "&", ",")
        )
        return place - 2 if listed and not small else None
    if earlier in BEFORE_AND or (tokens.capital(place - 2) and not small and following in AFTER_AND):
        return None if draft.board.ending(tokens.ends[place - 2], P, O) else place - 2
    party = draft.board.ending(tokens.ends[place - 2], C, O)
    if party and draft.board.at(tokens.starts[place], C, O) and place < number:
        # a headline that begins with two parties: "UK and NB8 Ministerial Roundtable"
        opens = party.start == 0 or draft.text[party.start - 1] == "\n"
        return tokens.at.get(party.start) if opens else None
    return None


def _dash(draft: Draft, place: int) -> bool:
    tokens, board = draft.titled, draft.board
    return tokens.gap(place) == "" or bool(
        board.ending(tokens.ends[place - 2], C, O, L)
        and board.first(tokens.starts[place], tokens.ends[place], C, O, L)
    )


def _stops(draft: Draft, place: int, *, small: bool) -> bool:
    """Tell whether the phrase ends before a word: "Conference on X", "the first of the Summits"."""
    tokens = draft.titled
    before = tokens.words[place - 1]
    if (
        before == "on"
        and not small
        and tokens.capital(place - 2)
        and tokens.words[place - 2] in MEETING_HEADS
    ):
        return True
    return before == "of" and ordinal(tokens.word(place - 2)) is not None


def _capitalised(draft: Draft, place: int, number: int) -> bool:
    """Tell whether the word before a place is a capitalised word that a name may go through."""
    tokens = draft.titled
    before = tokens.words[place - 1]
    if before.startswith("2+2"):
        return True
    if before.isdigit() and len(before) < 3:
        # "TICAD 8 Ministerial Meeting"
        return (
            len(tokens.word(place - 2)) > 2 and tokens.word(place - 2).isupper() and tokens.joined(place - 1)
        )
    if before.isdigit() and len(before) == 4:
        return place == number or (tokens.word(place - 2) in ("the", "The") and tokens.capital(place))
    if not before[0].isupper() or before in STOP or before in TITLE_HEADS - {"General"}:
        return False
    if draft.board.first(tokens.starts[place - 1], tokens.ends[place - 1], P, T):
        return False
    # a title that also holds the head: "Chair's Statement of the 20th Summit"
    title = draft.board.first(tokens.starts[place - 1], tokens.ends[place - 1], D)
    return title is None or title.end >= tokens.ends[number]


def _trimmed(draft: Draft, first: int, number: int) -> int:
    """Return the first word without articles and small words in front."""
    tokens = draft.titled
    while first < number and (
        tokens.words[first].casefold() in ("the", "a", "and", "-", "–", "—", "&", ",")
        or (
            tokens.words[first].islower()
            and ordinal(tokens.words[first]) is None
            and "-" not in tokens.words[first]
        )
    ):
        if draft.board.at(tokens.starts[first], C, O, L):
            break
        first += 1
    return first


def right(draft: Draft, number: int) -> int:
    """Return the last word of "of the X of Y", "between X and Y", "on Z" after a head."""
    tokens, board = draft.titled, draft.board
    word = tokens.word(number + 1)
    if (
        word.isdigit()
        and len(word) == 4
        and tokens.joined(number + 1)
        and tokens.words[number] in ("Summit", "Forum", "Conference", "Dialogue", "Expo", "Congress")
    ):
        return number + 1
    verb = word == "to" and tokens.capital(number + 2) and not board.at(tokens.starts[number + 2], C, O, L, P)
    if not (verb or word in ("of", "on", "between", "for")) or not tokens.joined(number + 1):
        return number
    following = number + 2 + (tokens.word(number + 2) == "the")
    if following >= len(tokens.words):
        return number
    if word == "between":
        return _between(draft, number, following)
    if board.at(tokens.starts[following], P, T):
        return number
    last, place = number, number + 1
    while place < len(tokens.words) and place <= number + 24:
        if "\n" in tokens.gap(place) or len(tokens.gap(place)) > 1:
            break
        step = _tail(draft, number, place, last)
        if step is None:
            break
        place, last = step
    return last - 1 if tokens.words[last] == "'" else last


def _between(draft: Draft, number: int, following: int) -> int:
    """Return the last word of "between X and Y" when both are states or bodies."""
    tokens, board = draft.titled, draft.board
    hit = board.at(tokens.starts[following], C, O)
    if not hit or hit.level is Level.ADJECTIVE:
        return number
    place = tokens.after(hit.end)
    second = place + 1 + (tokens.word(place + 1) == "the")
    if tokens.word(place) != "and" or second >= len(tokens.words):
        return number
    other = board.at(tokens.starts[second], C, O)
    return tokens.after(other.end) - 1 if other and other.level is not Level.ADJECTIVE else number


def _tail(draft: Draft, number: int, place: int, last: int) -> tuple[int, int] | None:  # noqa: C901 (one branch a kind of word)
    """Return where the walk along a tail goes on and the last word of the name so far; None where it ends."""
    tokens, board = draft.titled, draft.board
    word, before = tokens.words[place], tokens.words[place - 1]
    hit = board.at(tokens.starts[place], C, O)
    region = board.at(tokens.starts[place], L)
    chosen: Hit | None = hit or region
    if chosen is not None:
        if chosen.level.value in ("FLAG", "TAG") or (
            region and not hit and before in ("in", "at") and word not in LANDS
        ):
            return None
        if hit and before in ("to", "with"):
            return None
        after = _past(draft, chosen)
        return after + (tokens.word(after) == "'s"), after - 1
    if board.at(tokens.starts[place], T, P):
        return None
    title = board.at(tokens.starts[place], D)
    if title:
        # "Conference of the Parties to the Convention on …"
        after = tokens.after(title.end)
        return (after, after - 1) if "Parties" in tokens.words[max(number, place - 3) : place] else None
    if word == "'":
        return place + 1, place
    if word == "to" and before == "Parties":
        return place + 1 + (tokens.word(place + 1) == "the"), last
    if word == "," or word == "and":
        if _listed(draft, number, place):
            return place + 1 + (tokens.word(place + 1) in ("and", "the")), last
        if word == ",":
            return None
    if (
        word == "in"
        and tokens.words[number] in ("Summit", "Conference")
        and tokens.words[number + 1] in ("on", "to")
        and place + 1 < len(tokens.words)
        and (board.at(tokens.starts[place + 1], C) or tokens.words[place + 1] in LANDS)
    ):
        return place + 1, last
    if word.startswith("2+2"):
        return place + 1, last
    if (
        ordinal(word) is not None
        and before == "the"
        and place == number + 3
        and tokens.word(place + 1) in MEETING_HEADS
    ):
        # "Ministerial Meeting of the 12th Session of the Commission"
        return place + 1, last
    if word == "responsible" and tokens.word(place + 1) == "for":
        return place + 1, last
    if word == "to" and place == number + 1:
        return place + 1, last
    if word in ("of", "the", "and", "on", "for", "&"):
        return None if _ends(draft, number, place, last) else (place + 1, last)
    if (
        word[0].isupper()
        and (word not in STOP or word in ("Heads", "Leaders", "Ministers"))
        and not (
            word in TITLE_HEADS
            and word not in ("Ministers", "Representatives")
            and not _general(draft, place)
        )
    ):
        return place + 1, place
    return None


def _general(draft: Draft, place: int) -> bool:
    """Tell whether "General" belongs to an organ: "General Conference"."""
    tokens = draft.titled
    return tokens.words[place] == "General" and tokens.word(place + 1) in (
        "Conference",
        "Assembly",
        "Council",
        "Committee",
        "Debate",
    )


def _past(draft: Draft, hit: Hit) -> int:
    """Return the first word after a name and after the names joined to it: "Mexico-U.S."."""
    tokens = draft.titled
    after = tokens.after(hit.end)
    while after < len(tokens.words):
        other = draft.board.first(tokens.starts[after], tokens.starts[after] + 1, C, O, L)
        if other is None or other.start >= tokens.starts[after]:
            break
        after = tokens.after(other.end)
    return after


def _listed(draft: Draft, number: int, place: int) -> bool:
    """Tell whether a comma or "and" goes on with a list of states or bodies: "Foreign Ministers of A, B and C"."""
    tokens, board = draft.titled, draft.board
    if not board.ending(tokens.ends[place - 1], C, O) or not any(
        word in TAIL_HOLDERS for word in tokens.words[number + 1 : place]
    ):
        return False
    following = place + 1
    following += tokens.word(following) == "and"
    following += tokens.word(following) == "the"
    if following >= len(tokens.words):
        return False
    party = board.at(tokens.starts[following], C, O)
    if party is None or party.level is Level.ADJECTIVE:
        return False
    if tokens.words[place] == "and":
        return True
    # a comma goes on only when "and" closes the list
    after = tokens.after(party.end)
    return tokens.words[place + 1] == "and" or any(
        word == "and" for word in tokens.words[after : min(after + 24, len(tokens.words))]
    )


def _ends(draft: Draft, number: int, place: int, last: int) -> bool:
    """Tell whether a small word leaves the name."""
    tokens, board = draft.titled, draft.board
    word, following = tokens.words[place], min(place + 1, len(tokens.words) - 1)
    if word == "on":
        capital = tokens.capital(place + 1) and not board.at(tokens.starts[following], T)
        return (tokens.words[number].islower() and last > number) or not (capital or place == number + 1)
    if word == "and":
        return tokens.word(place + 1) != "Government" and (
            tokens.word(place + 1) == "the"
            or not tokens.capital(place + 1)
            or ordinal(tokens.word(place + 1)) is not None
            or tokens.word(place + 1) in TITLE_HEADS
            or any(w in MEETING_HEADS for w in tokens.words[place + 1 : place + 4])
        )
    return word == "for" and not tokens.capital(place + 1 + (tokens.word(place + 1) == "the"))


__all__ = ["compound", "left", "right"]
