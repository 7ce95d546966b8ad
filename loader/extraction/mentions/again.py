"""Names that return: full names, surnames, acronyms and given names of what the post has named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import ahocorasick

from loader.extraction.lexicon import Hit, plain
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T
from loader.extraction.mentions.names import PARTICLES, name_word
from loader.extraction.mentions.people import add_person
from loader.extraction.mentions.person_sides import find_beside
from loader.extraction.mentions.words import COMMON, GIVEN_WORDS, NOT_NAME
from loader.model import Level
from loader.resolution.names import slug

_WORDS = re.compile(r"[^\W\d_](?:[\w-]|'(?!s\b))*")
_BEGIN = re.compile(r"[^\W_]+")
_JOINED = 100
"""Characters before an apostrophe that may belong to the word behind it."""
_INITIALS = re.compile(r"(?<![\w.])(?:[A-ZÀ-Þ]\. ?){1,2}$")
_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|III|II|IV)$")


def find_again(draft: Draft) -> None:
    """Put the later mentions on the board, and give surnames alone to the person who bears them."""
    _full_names(draft)
    find_beside(draft)
    _full_names(draft)
    _merge_short(draft)
    _surnames(draft)
    _given_names(draft)
    _acronyms(draft)


def surname(name: str) -> str:
    """Return the last word of a name without a suffix, or the family name that stands first in capitals."""
    words = _bare(name).split(" ")
    if len(words) > 1 and words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper():
        return words[0]
    return words[-1]


def _bare(name: str) -> str:
    """Return a name without "Jr." or "III" behind it."""
    return _SUFFIX.sub("", name) if name.endswith((".", "r", "I", "V")) else name


def _full_names(draft: Draft) -> None:
    """Find full names that a title or an apposition taught, wherever else they stand."""
    names: dict[str, str] = {}
    for hit in draft.board.all(P):
        name = draft.text[hit.start : hit.end]
        if " " in name and hit.level is Level.NAME:
            names.setdefault(name, hit.id)
            words = name.split(" ")
            for count in range(2, len(words)):
                # "Abdullah bin Zayed" for "Abdullah bin Zayed Al Nahyan"
                if words[count - 1].lower() not in PARTICLES and words[count - 1][-1] != ".":
                    names.setdefault(" ".join(words[:count]), hit.id)
    if not names:
        return
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    places = [(last + 1 - len(name), last + 1, name) for last, name in automaton.iter(draft.text)]
    for start, end, name in sorted(places, key=lambda place: (place[0] - place[1], place[0])):
        if not draft.board.first(start, end, P, O, M, D) and not _inside_word(draft.text, start, end):
            draft.board.add(Hit(start, end, P, names[name], Level.NAME, "again"))


def _inside_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and (text[start - 1].isalnum() or text[start - 1] == "-")) or (
        end < len(text) and text[end].isalnum()
    )


def _merge_short(draft: Draft) -> None:
    """Give surnames found after a title ("Secretary Hale") the id of the full name."""
    _same_spelling(draft)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for hit in draft.board.all(P):
        name = _full(draft, hit)
        if " " in name:
            words = _bare(name).split(" ")
            for word in {surname(name), words[0], words[-1], " ".join(words[1:])} | (
                {" ".join(words[-2:])} if len(words) > 2 else set()
            ):
                owners[plain(word).casefold()].add(hit.id)
    for hit in draft.board.all(P):
        own = draft.text[hit.start : hit.end]
        entity = draft.entities.get(hit.id)
        found = owners.get(plain(own).casefold(), set()) - {hit.id}
        if entity is None or len(found) == 0 or (" " in own and len(own.split()) > 2):
            continue
        best = _by_title(draft, hit.id, found)
        if best:
            draft.board.add(Hit(hit.start, hit.end, P, best, hit.level, hit.rule), force=True)
            draft.titles.setdefault(best, set()).update(draft.titles.get(hit.id, set()))
            draft.origins.setdefault(best, set()).update(draft.origins.get(hit.id, set()))
    _same_spelling(draft)


def _same_spelling(draft: Draft) -> None:
    """Give "Antony J. Blinken" and "Antony Blinken" one id."""
    first: dict[tuple[str, str], str] = {}
    for hit in draft.board.all(P):
        words = [w for w in plain(_bare(_full(draft, hit))).casefold().split(" ") if len(w.rstrip(".")) > 1]
        if len(words) < 2:
            continue
        key = (words[0], words[-1])
        id_ = first.setdefault(key, hit.id)
        if id_ != hit.id and hit.id not in draft.lexicon.entities:
            draft.board.add(Hit(hit.start, hit.end, P, id_, hit.level, hit.rule), force=True)


def _full(draft: Draft, hit: Hit) -> str:
    own = draft.text[hit.start : hit.end]
    return own if " " in own else draft.entity(hit.id).name


def _by_title(draft: Draft, id_: str, found: set[str]) -> str | None:
    if len(found) == 1:
        return next(iter(found))
    titles = draft.titles.get(id_, set())
    fitting = sorted(one for one in found if draft.titles.get(one, set()) & titles)
    return fitting[0] if len(fitting) == 1 else None


def _words(draft: Draft, wanted: AbstractSet[str]) -> Iterator[re.Match[str]]:
    """Yield the words of the text that are among the wanted ones and parts of no longer word."""
    text = draft.text
    begins = [match.group().lower() for word in wanted if (match := _BEGIN.match(word))]
    for place in draft.starts.of(begins):
        match = _WORDS.match(text, place)
        if match is None or match.group() not in wanted or _inside_word(text, place, match.end()):
            continue
        before = place
        while before > max(0, place - _JOINED) and (text[before - 1].isalnum() or text[before - 1] in "_-'"):
            before -= 1
        # "O'Connor" is one word; a quote before a word is no part of it.
        if before == place or any(one.start() == place for one in _WORDS.finditer(text, before, match.end())):
            yield match


def _surnames(draft: Draft) -> None:
    """Find surnames alone."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    alone = {draft.text[hit.start : hit.end] for hit in draft.board.all(P)}
    for hit in draft.board.all(P):
        name = _full(draft, hit)
        words = _bare(name).split(" ")
        if len(words) == 1:
            owners[words[0]].add(hit.id)
            continue
        last = surname(name)
        owners[last].add(hit.id)
        if name.split(" ")[-1].isupper() or last.isupper():
            owners[last.title()].add(hit.id)
        if len(words) > 2 and words[-2].lower() in PARTICLES:
            owners[" ".join(words[-2:])].add(hit.id)
        # Chinese, Korean and Vietnamese family names stand first.
        if len(words) == 2 and len(words[0]) <= 5 and words[0] in alone:
            owners[words[0]].add(hit.id)
    alone_known = {
        word: next(iter(ids))
        for word, ids in owners.items()
        if len(ids) == 1
        and len(word) > 1
        and word[0].isupper()
        and word not in COMMON
        and word not in NOT_NAME
    }
    for match in _words(draft, alone_known.keys()):
        word = match.group()
        if draft.board.first(match.start(), match.end()):
            continue
        before = draft.text[max(0, match.start() - 2) : match.start()]
        if before.endswith("#") or (
            re.match(r" [A-Z]", draft.text[match.end() : match.end() + 2])
            and match.end() + 1 in draft.tokens.at
            and len(word) < 4
        ):
            continue
        id_ = alone_known[word]
        initials = _INITIALS.search(draft.text, max(0, match.start() - 6), match.start())
        fits = initials and initials.group()[0] == draft.entity(id_).name[0]
        start = initials.start() if initials and fits else match.start()
        draft.board.add(Hit(start, match.end(), P, id_, Level.NAME, "surname"))


_TURNS = re.compile(
    r"(?m)^(?:QUESTION|JOURNALIST|REPORTER|MODERATOR|Question|Journalist|Q|Q\.|[A-Z][A-Z .'-]{3,60})(?: \d+)?[:.]\s"
)
_CALLED = re.compile(
    r"\b(?:[Tt]hanks(?: very much| so much| again)?|[Tt]hank you(?: very much| so much| again)?|With that|[Gg]o ahead|[Gg]ood (?:morning|afternoon|evening)|Hi|Hello|Okay|"
    r"OK|Yes|Yeah|Sure|All right|Alright|Sorry|Well|Welcome|Over to you|Right|Great|Please|No|Now|So|Right here), (?P<name>[A-ZÀ-Þ][\w'-]+)(?=[.,?!—–-])(?!, (?:[A-Z]|and|but|I))"
)


_NO_GIVEN = GIVEN_WORDS | COMMON


def _given_names(draft: Draft) -> None:
    """Find the given names that speakers call each other by: "Thanks, NAME.", "NAME and I are delighted"."""
    turns = _TURNS.search(draft.text) is not None
    if not turns and "dear" not in draft.starts.places:
        return
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for hit in draft.board.all(P):
        words = _full(draft, hit).split(" ")
        if len(words) > 1 and hit.level is Level.NAME:
            given = words[0].title() if words[0].isupper() else words[0]
            owners[given].add(hit.id)
    for match in _WORDS.finditer(draft.text):
        ids = owners.get(match.group())
        if not ids or len(ids) != 1 or len(match.group()) < 3 or match.group() in _NO_GIVEN:
            continue
        after = draft.text[match.end() : match.end() + 2]
        before = draft.text[max(0, match.start() - 2) : match.start()]
        if (
            re.match(r" [A-ZÀ-Þ]|-", after)
            or draft.board.first(match.start(), match.end())
            or before.endswith(("-", "#"))
            or not (turns or draft.text.endswith(("dear ", "Dear "), 0, match.start()))
        ):
            continue
        draft.board.add(Hit(match.start(), match.end(), P, next(iter(ids)), Level.NAME, "given name"))
    for match in _CALLED.finditer(draft.text) if turns else ():
        word = match["name"]
        if (
            name_word(word)
            and not draft.board.first(*match.span("name"))
            and len(word) > 2
            and not word.isupper()
        ):
            add_person(draft, *match.span("name"), "called")


_ACRONYM = re.compile(r"[A-Z](?<![\w-].)[A-Za-z0-9+&-]{1,14}(?!\w)")


def _acronyms(draft: Draft) -> None:
    """Find the acronyms that the post introduces in brackets."""
    if not draft.acronyms:
        return
    for match in _ACRONYM.finditer(draft.text):
        id_ = draft.acronyms.get(match.group())
        if id_ and not draft.board.first(match.start(), match.end(), O, C, P, D, L, T):
            meeting = draft.board.first(match.start(), match.end(), M)
            if meeting is None or (meeting.start < match.start() or match.end() < meeting.end):
                draft.board.add(Hit(match.start(), match.end(), O, id_, Level.NAME, "acronym"))


__all__ = ["find_again", "slug", "surname"]
