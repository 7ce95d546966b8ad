"""Where the words of a text begin: a slow pattern is tried only where one of its first words stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_RUN = re.compile(r"[^\W_]+")


class Starts:
    """The words of a text, in small letters, and where each of them begins."""

    def __init__(self, text: str) -> None:
        """Read a text once."""
        self.text = text
        self.places: dict[str, list[int]] = {}
        """Word → places where it begins, ascending; hyphens, apostrophes and underscores part words."""
        places = self.places
        for match in _RUN.finditer(_small(text)):
            word = match.group()
            if word in places:
                places[word].append(match.start())
            else:
                places[word] = [match.start()]

    def of(self, words: Iterable[str]) -> list[int]:
        """Return where any of these words begins, ascending."""
        known = self.places
        lists = [known[word] for word in known.keys() & words]
        if len(lists) == 1:
            return lists[0]
        return sorted([place for one in lists for place in one])

    def matches(self, pattern: re.Pattern[str], words: Iterable[str]) -> Iterator[re.Match[str]]:
        """Yield what ``finditer`` yields for a pattern that always begins with one of these words."""
        return matches(pattern, self.text, self.of(words))


def matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what ``finditer`` yields for a pattern that begins nowhere but at these ascending places."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            yield match
            end = match.end()


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words that phrases begin with, as "first_word" does."""
    return frozenset(map(first_word, phrases))


def first_word(phrase: str) -> str:
    """Return the word, in small letters, that a phrase begins with; nothing when it begins with a sign."""
    match = _RUN.match(_small(phrase))
    return match.group() if match else ""


def _small(text: str) -> str:
    """Return a text of the same length in small letters."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in text)
