"""How far a document's title reaches to the right of its head."""

from __future__ import annotations

import re

from loader.extraction.mentions.document_spans import YEARS
from loader.extraction.mentions.document_words import (
    DATED,
    DATELESS,
    GERUNDS,
    HEADS,
    OPENERS,
    SAYINGS,
    TAIL_SMALL,
    VERBAL,
)  # fmt: skip
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T
from loader.extraction.mentions.words import HONORIFICS, MEETING_HEADS, REGION, TITLE_HEADS, ordinal

_LEAVING = MEETING_HEADS | frozenset(
    "agreement declaration statement Partnership Facility Fund Mechanism Process".split()
)
_LONGEST = 30
_RANGE = re.compile(r",? \((?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d\)")


def right(draft: Draft, head: int, *, opens: bool, bare: bool) -> int:
    """Return the last word of the title that follows a head.

    Args:
        draft: the post so far.
        head: number of the head's last word.
        opens: whether the title begins a line, where "by" names the authors.
        bare: whether nothing of its own stands before the head, so that "of 10 December" belongs to it.
    """
    tokens = draft.titled
    word = tokens.word(head + 1)
    if word.isdigit() and len(word) == 4 and tokens.joined(head + 1) and tokens.words[head] in DATED:
        return head + 1
    if word == "until" and tokens.word(head + 2).isdigit():
        return head + 2
    head = _numbered(draft, head)
    if (
        bare
        and tokens.word(head + 1) == "of"
        and tokens.words[head] in DATELESS
        and head + 2 < len(tokens.words)
    ):
        date = draft.board.at(tokens.starts[head + 2], T)
        if date:
            return tokens.after(date.end) - 1
    last = _walk(draft, head) if _continues(draft, head, opens=opens) else head
    return _years(draft, last)


def _numbered(draft: Draft, head: int) -> int:
    """Return the last word of "Protocol No. 15"."""
    tokens = draft.titled
    if tokens.words[head] not in (
        "Protocol",
        "Protocols",
        "Convention",
        "Decree",
        "Law",
        "Decision",
        "Annex",
    ):
        return head
    if tokens.word(head + 1) in ("No", "Nos") and tokens.joined(head + 1):
        place = head + 2 + (tokens.word(head + 2) == ".")
        if tokens.word(place)[:1].isdigit():
            return place
    return head


def _years(draft: Draft, last: int) -> int:
    """Return the last word of "(2021-2025)" or "2021-2025" right after a title."""
    tokens = draft.titled
    match = _RANGE.match(draft.text, tokens.ends[last])
    if match:
        return tokens.after(match.end()) - 1
    following = tokens.word(last + 1)
    if len(following) > 4 and YEARS.match(following) and tokens.joined(last + 1):
        return last + 1
    return last


def _continues(draft: Draft, head: int, *, opens: bool) -> bool:
    """Tell whether the words after a head belong to its title."""
    tokens, board = draft.titled, draft.board
    word, name = tokens.word(head + 1), tokens.words[head]
    if word not in OPENERS or not tokens.joined(head + 1) or head + 2 >= len(tokens.words):
        return False
    following = head + 2 + (tokens.word(head + 2) == "the")
    if following >= len(tokens.words):
        return False
    if word == "by":
        return (
            opens
            and tokens.word(head - 1) == "Joint"
            and name in ("Statement", "Declaration", "Communiqué", "Communique")
            and not board.at(tokens.starts[following], P)
        )
    if word in ("to", "in", "with", "among") and name in SAYINGS:
        return False
    if word == "for" and board.first(tokens.starts[head + 2], tokens.ends[head + 2], T):
        return True
    if word == "of" and board.at(tokens.starts[following], M, P, T):
        return False
    small = tokens.words[head + 2].islower() and tokens.words[following][0].islower()
    if small and word in ("on", "against", "concerning", "regarding", "relating"):
        return True
    return (
        tokens.capital(following)
        or tokens.words[following][0].isdigit()
        or word in GERUNDS
        or (word == "of" and ordinal(tokens.words[following]) is not None)
    )


def _walk(draft: Draft, head: int) -> int:  # noqa: C901 (one branch a kind of word)
    """Return the last word of the title, one word after the other from a head."""
    tokens, board = draft.titled, draft.board
    opener = tokens.words[head + 1]
    following = head + 2 + (tokens.word(head + 2) == "the")
    lower = (
        opener in ("on", "against", "concerning", "regarding", "relating")
        and tokens.words[head + 2].islower()
        and tokens.words[following][0].islower()
    )
    last, place, listing = head, head + 1, False
    while place < len(tokens.words) and place <= head + _LONGEST:
        word, gap = tokens.words[place], tokens.gap(place)
        if "\n" in gap or (gap not in (" ", "", "-") and place > head):
            break
        if board.at(tokens.starts[place], C, O, L, D):
            after = _named(draft, head, place)
            if after is None:
                break
            place, last = after, after - 1
            continue
        date = board.at(tokens.starts[place], T)
        if date:
            before = tokens.words[place - 1]
            if not (
                before in ("for", "until", "by", "of", "(")
                or (before == "in" and "-" in draft.text[date.start : date.end])
            ):
                break
            place = tokens.after(date.end)
            last = place - 1
            continue
        if word in HONORIFICS:
            break
        if word in ("'s", "'"):
            place += 1
            continue
        if word == ",":
            # "Security, Public Health, and Safe Communities"
            closes = listing and tokens.word(place + 1) in ("and", "&") and tokens.capital(place + 2)
            if lower or not (closes or (tokens.capital(place + 1) and _list_follows(draft, place))):
                break
            listing = True
            place += 1
            continue
        if word == "and":
            if _ends_at_and(draft, place, lower=lower):
                break
            place += 1
            continue
        if word in TAIL_SMALL:
            if _leaves(draft, head, place, lower=lower):
                break
            place += 1
            continue
        if word[0].isupper() or word[0].isdigit():
            if (
                word in TITLE_HEADS and tokens.words[place - 1] not in ("the", "of", "and", "by")
            ) or board.at(tokens.starts[place], P):
                break
            last = place
            place += 1
            continue
        if word in GERUNDS and not lower and (place == head + 1 or word == "accession"):
            last = place if word == "accession" else last
            place += 1
            continue
        if not (lower and word.isalpha() and word not in VERBAL):
            break
        last = place
        place += 1
    return last


def _named(draft: Draft, head: int, place: int) -> int | None:
    """Return the word after a name inside a title, or None where the name is no part of it."""
    tokens, board = draft.titled, draft.board
    hit = board.at(tokens.starts[place], C, O, L, D)
    if hit is None or hit.level.value in ("FLAG", "TAG"):
        return None
    before = tokens.words[place - 1] if tokens.words[place - 1] != "the" else tokens.words[place - 2]
    if before in ("in", "at") and hit.type is L and not REGION.search(draft.text[hit.start : hit.end]):
        return None
    if before in ("with", "by") and place - head > 3:
        return None
    if (
        before == "to"
        and hit.type in (C, L)
        and place > head + 2
        and not any(w in ("accession", "Accession") for w in tokens.words[max(head, place - 4) : place])
    ):
        return None
    return tokens.after(hit.end)


def _leaves(draft: Draft, head: int, place: int, *, lower: bool) -> bool:
    """Tell whether a small word leads out of a title."""
    tokens = draft.titled
    word = tokens.words[place]
    if word in ("at", "by", "from", "under", "within") and not tokens.capital(place + 1) and place > head + 1:
        return True
    return (
        word in ("with", "by", "from", "under")
        and not lower
        and place - head > 2
        and draft.board.at(tokens.starts[min(place + 1, len(tokens.words) - 1)], P, O, C) is not None
    )


def _list_follows(draft: Draft, comma: int) -> bool:
    """Tell whether "and X" closes a list that a comma inside a title opens."""
    tokens = draft.titled
    for place in range(comma + 1, min(comma + 12, len(tokens.words))):
        word = tokens.words[place]
        if word in ("and", "&"):
            return (
                tokens.capital(place + 1)
                and tokens.words[place + 1] not in HEADS
                and not draft.board.at(tokens.starts[place + 1], C, P)
            )
        if not (word[0].isupper() or word in (",", "of")):
            return False
        if word in TITLE_HEADS or draft.board.at(tokens.starts[place], C, T, P):
            return False
    return False


def _ends_at_and(draft: Draft, place: int, *, lower: bool) -> bool:
    """Tell whether "and" leaves the title."""
    tokens = draft.titled
    following = place + 1
    word = tokens.word(following)
    if word in ("the", "a", "an", "its", "their"):
        ahead = tokens.words[following + 1 : following + 5]
        if following + 1 < len(tokens.words) and draft.board.at(tokens.starts[following + 1], C, O):
            # "between the Secretariat and the International Committee"
            return any(w in HEADS for w in ahead)
        return bool(any(w in HEADS or w in _LEAVING for w in ahead) or not tokens.capital(following + 1))
    if not lower and any(w in HEADS for w in tokens.words[following : following + 3]):
        return True
    if tokens.capital(following):
        return False
    if not lower:
        return True
    return word.endswith(("ed", "held")) or word in (
        "agreed", "will", "are", "is", "was", "other", "also", "decided", "a",
    )  # fmt: skip


__all__ = ["right"]
