"""Documents by shape: whole titles around a word such as Statement, Treaty or Plan; and their acronyms."""

from __future__ import annotations

import re

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.document_spans import left
from loader.extraction.mentions.document_tails import right
from loader.extraction.mentions.document_words import HEADS, INNER, SMALL_HEADS, STOP
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P
from loader.extraction.mentions.papers import add_document, find_described, find_quoted, find_small, nominal
from loader.extraction.mentions.words import (
    BODIES,
    DOCUMENT_GENERIC,
    DOCUMENT_NEEDS_TAIL,
    MEETING_HEADS,
    TITLE_HEADS,
    ordinal,
)  # fmt: skip
from loader.model import Level

_HEADS = HEADS | SMALL_HEADS | {"Call"}
_NUMBERED = re.compile(
    r"(?:(?:UN |U\.N\. |United Nations )?(?:Security Council|General Assembly|UNSC|UNGA|UNSCR|Human Rights Council|UN) )?(?:[Rr]esolutions?|Decision|Decree|Order|UNSCR)(?: No\.?)? ?"
    r"(?P<number>(?:ES-)?\d{1,4}(?:/\d{1,3}(?:/\d{1,3})?)?)(?: \((?:\d{4}|[IVX]+)\))?"
)
_NUMBERED_HEADS = re.compile(r"[RrDOU](?:esolution|ecision|ecree|rder|NSCR)")
_ACRONYM = re.compile(
    r",? \((?:hereinafter |hereafter |or |the |known as ){0,2}[\"“']?#?([A-Z][A-Za-z+-]{1,11})[\"”']?\)"
)
_NO_OWN = STOP | TITLE_HEADS | BODIES | MEETING_HEADS | HEADS | DOCUMENT_GENERIC
_OF = ("Understanding", "Intent", "Action", "Conduct", "Cooperation", "Association", "Understandings")


def find_documents(draft: Draft) -> None:
    """Put titles of documents, then descriptions of documents, on the board."""
    for match in _NUMBERED.finditer(draft.text) if _NUMBERED_HEADS.search(draft.text) else ():
        if match.start() in draft.tokens.at or draft.text[match.start() - 1 : match.start()] in " (":
            add_document(draft, match.start(), match.end(), "numbered", "resolution")
    _dated(draft)
    tokens = draft.titled
    following = 0
    for number in tokens.of(_HEADS):
        if number < following:
            continue
        word = tokens.words[number]
        if word in HEADS or (word == "Call" and tokens.words[number + 1 : number + 3] == ["to", "Action"]):
            over = draft.board.first(tokens.starts[number], tokens.ends[number], D)
            if over is None or (over.rule == "vocabulary" and over.end == tokens.ends[number]):
                following = max(number, _title(draft, number, over)) + 1
        elif word in SMALL_HEADS:
            _small_head(draft, number)
    find_small(draft)
    find_quoted(draft)
    _acronyms(draft)
    find_described(draft)


def _dated(draft: Draft) -> None:
    """Let the year before a known title belong to it: "the 1982 UNCLOS"."""
    tokens = draft.titled
    for hit in draft.board.all(D):
        number = tokens.at.get(hit.start)
        if not number or hit.rule != "vocabulary":
            continue
        if tokens.words[number] in HEADS:
            # "2002 ASEAN-China Declaration on the Conduct of …"
            first = left(draft, number)
            if first < number:
                draft.board.add(Hit(tokens.starts[first], hit.end, D, hit.id, hit.level, "vocabulary"))
            continue
        year = tokens.words[number - 1]
        if (
            len(year) == 4 and year.isdigit() and tokens.joined(number)
            and tokens.word(number - 2).casefold() in ("the", "and", "of", "under", ",")
        ):  # fmt: skip
            draft.board.add(Hit(tokens.starts[number - 1], hit.end, D, hit.id, hit.level, "vocabulary"))


def _title(draft: Draft, number: int, over: Hit | None, *, depth: int = 0) -> int:
    """Add the title around a head; return the number of its last word.

    Args:
        draft: the post so far.
        number: number of the head among the words.
        over: a known title that ends with the head, which may go on: "Paris Agreement on climate change".
        depth: how many titles enclose this one.
    """
    tokens = draft.titled
    head = number
    if tokens.words[number] == "Call" or (tokens.word(number + 1) == "of" and tokens.word(number + 2) in _OF):
        head = number + 2
    elif tokens.word(number + 1) in HEADS and tokens.joined(number + 1):
        return number
    if (
        tokens.words[number] == "Outcome"
        or draft.board.first(tokens.starts[number], tokens.ends[number], O)
        or _part(draft, head)
    ):
        return number
    first = left(draft, number)
    before = tokens.words[first:number]
    bare = all(w in DOCUMENT_GENERIC for w in before)
    last = right(draft, head, opens=first == 0 or "\n" in tokens.gap(first), bare=bare)
    if over is not None:
        longer = tokens.starts[first] <= over.start and tokens.ends[last] > over.end
        goes_on = tokens.word(head + 1) in ("on", "for") or (
            tokens.word(head + 1) == "of"
            and not draft.board.first(
                tokens.starts[min(head + 2, len(tokens.starts) - 1)], over.end + 5, C, O, L, P
            )
            and tokens.capital(head + 2)
        )
        if longer and goes_on:
            add_document(draft, tokens.starts[first], tokens.ends[last], "title", "", same=over.id)
        return last if longer else number
    kind = " ".join(tokens.words[number : head + 1]).casefold()
    if not _specific(draft, number, head, last, before):
        if before and tokens.words[number] in (
            "Statement",
            "Declaration",
            "Communiqué",
            "Communique",
            "Agreement",
        ):
            start = tokens.starts[first]
            id_ = nominal(draft, start, kind)
            draft.board.add(Hit(start, tokens.ends[number], D, id_, Level.NOMINAL, "document"))
        return number
    for inner in range(head + 2, last + 1 if depth < 3 else 0):
        # the last title inside: "… accession to the Treaty of …" names a document of its own
        if (
            tokens.words[inner] in INNER
            and inner < last
            and tokens.word(inner + 1) in ("of", "on", "between", "for")
        ):
            if not draft.board.first(tokens.starts[inner], tokens.ends[inner], D):
                _title(draft, inner, None, depth=depth + 1)
            break
    add_document(draft, tokens.starts[first], tokens.ends[last], "title", kind)
    return last


def _part(draft: Draft, head: int) -> bool:
    """Tell whether a head is a part of the name of a body or meeting: "Treaty Review Conference"."""
    tokens = draft.titled
    place = head + 1
    if tokens.word(place) == "and" and tokens.capital(place + 1):
        place += 1
    end = place
    while end < min(place + 4, len(tokens.words)) and tokens.capital(end) and tokens.joined(end):
        end += 1
    return end > place + (place > head + 1) and (
        tokens.words[end - 1] in MEETING_HEADS or tokens.words[end - 1] in BODIES
    )


def _specific(draft: Draft, number: int, head: int, last: int, before: list[str]) -> bool:
    """Tell whether the words around a head make it the title of one document."""
    word = draft.titled.words[number]
    if word == "Constitution" and not before and draft.titled.word(number - 1) in ("the", "The"):
        return True
    own = [w for w in before if w not in DOCUMENT_GENERIC and not ordinal(w)]
    if (
        word in DOCUMENT_NEEDS_TAIL
        and last == head == number
        and not any(not w[0].isdigit() or len(w) > 4 for w in own)
    ):
        return False
    return last > head or bool(own) or before[-1:] == ["Leaders"] or (len(before) > 1 and before[-1] == "'")


def _small_head(draft: Draft, number: int) -> None:
    """Add a name of its own with a small head: "Falepili Union treaty", "Minsk agreements"."""
    tokens, board = draft.titled, draft.board
    end = tokens.ends[number]
    if not tokens.joined(number) or board.first(tokens.starts[number], end, D):
        return
    title = board.ending(tokens.ends[number - 1], D)
    if title is not None:
        if tokens.words[number - 1] not in HEADS and tokens.words[number].rstrip("s") not in (
            "strategy",
            "initiative",
        ):
            board.add(Hit(title.start, end, D, title.id, title.level, "small head"))
        return
    first = number
    while first > 0 and number - first < 5 and tokens.joined(first) and _own(draft, first - 1):
        first -= 1
    if first == number:
        return
    start = tokens.starts[first]
    place = board.at(start, L)
    lone = number - first == 1
    if (
        board.first(start, end, C, O, P, M)
        or (lone and place is None)
        or tokens.words[first][0] == "I" == tokens.words[first]
    ):
        return
    if place is None and tokens.words[number].rstrip("s") in (
        "agreement",
        "declaration",
        "initiative",
        "strategy",
    ):
        return
    add_document(draft, start, end, "small head", tokens.words[number].rstrip("s"))


def _own(draft: Draft, number: int) -> bool:
    """Tell whether a word may belong to the name before a small head."""
    word = draft.titled.words[number]
    return len(word) > 1 and word[0].isupper() and not word.isupper() and word not in _NO_OWN


def _acronyms(draft: Draft) -> None:
    """Find the acronyms that the post gives documents, in brackets and wherever else they stand."""
    board = draft.board
    for hit in board.all(D):
        match = _ACRONYM.match(draft.text, hit.end) if hit.level is Level.NAME else None
        if match is None:
            continue
        title = draft.text[hit.start : hit.end]
        own = _initials(title, match[1])
        if title.rpartition(" ")[2] in MEETING_HEADS or board.ending(hit.end, O):
            # the letters are those of the meeting or body inside the title
            continue
        other = board.first(match.start(1), match.end(1), O, C, D)
        if other is not None and not (own and other.type is O):
            continue
        if other is not None:
            board.remove(other)
        board.add(Hit(match.start(1), match.end(1), D, hit.id, Level.NAME, "acronym"))
        draft.document_acronyms.setdefault(match[1], hit.id)
    if not draft.document_acronyms:
        return
    tokens = draft.titled
    for number in tokens.of(draft.document_acronyms.keys()):
        id_ = draft.document_acronyms[tokens.words[number]]
        start, end = tokens.starts[number], tokens.ends[number]
        other = board.first(start, end, O, C, D, P, L, M)
        if (
            other is not None
            and other.type is O
            and other.rule in ("vocabulary", "acronym alone")
            and (other.start, other.end) == (start, end)
        ):
            # the title that the post gives the letters wins over a body known by them
            board.remove(other)
            other = None
        if other is None:
            board.add(Hit(start, end, D, id_, Level.NAME, "acronym"))


def _initials(title: str, acronym: str) -> bool:
    """Tell whether an acronym is made of the first letters of a title, in order."""
    letters = iter(word[0].upper() for word in re.split(r"[ -]", title) if word)
    return all(any(sign == letter for letter in letters) for sign in acronym.upper() if sign.isalpha())


__all__ = ["find_documents"]
