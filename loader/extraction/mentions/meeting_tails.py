"""How far a meeting's name reaches to the right of its head."""

from __future__ import annotations

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, O, P, T
from loader.extraction.mentions.meeting_words import (
    LANDS,
    STOP,
    TAIL_HOLDERS,
)  # fmt: skip
from loader.extraction.mentions.words import MEETING_HEADS, TITLE_HEADS, ordinal
from loader.model import Level


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
    if ordinal(word) is not None and before == "the" and tokens.word(place + 1) in ("Year", "Anniversary"):
        # "Commemorative Summit for the 50th Year of …"
        return place + 2, place + 1
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
    begin = place + 1 + (tokens.word(place + 1) == "the")
    if ordinal(tokens.word(begin)) is not None and tokens.word(begin + 1) in ("Year", "Anniversary"):
        return False
    return word == "for" and not tokens.capital(begin)


__all__ = ["right"]
