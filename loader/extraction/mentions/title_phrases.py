"""What a title says behind a preposition: of which state, of which body, with which portfolio."""

from __future__ import annotations

from loader.extraction.mentions.draft import C, Draft, L, O
from loader.extraction.mentions.people import head_of
from loader.extraction.mentions.words import BODIES, DOMAIN, REGION
from loader.model import Level

_PORTFOLIOS = frozenset("Minister Secretary State Commissioner Undersecretary Under-Secretary".split())
_REALMS = frozenset(
    "Republic State Federation Union Nation Government Kingdom Senate House Assembly Parliament".split()
)
PREPOSITIONS = frozenset("of for to at on in".split())


def skip_phrase(draft: Draft, place: int, bodies: list[str]) -> int:  # noqa: C901 (a walk with one step a kind of word)
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
    if tokens.words[place] in _REALMS and tokens.word(place + 1) == ",":
        # "the Vice President of the Republic, NAME"
        return place + 1
    begin, last, domain = place, place, -1
    while last < min(place + 16, len(tokens.words)):
        word = tokens.words[last]
        if "\n" in tokens.gap(last):
            break
        if word == "," and domain == last - 1 and not _goes_on(draft, last):
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


def _goes_on(draft: Draft, comma: int) -> bool:
    """Tell whether a comma goes on with the list of a portfolio: "of Foreign Affairs, International Trade and Worship"."""
    tokens = draft.tokens
    for place in range(comma + 1, min(comma + 4, len(tokens.words))):
        if tokens.words[place] in DOMAIN or tokens.words[place] in BODIES:
            return True
        if not tokens.capital(place) and tokens.words[place] not in ("and", "&", "the"):
            return False
    return False
