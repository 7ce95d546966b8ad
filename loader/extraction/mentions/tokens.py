"""A text as words with places: what the shape rules walk over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

_WORD = re.compile(
    # The first alternative says nothing that the later ones do not say: most words have no sign behind them.
    r"[a-zA-Z]{2,}+(?=[ ,\n])|H\.E\.|(?:Ma|Md|Mohd|Muh|Moh|Mhd|Sk|Kh|Mst|Hj|Hjh|Abd|Wm)\.(?= [A-Z])|(?:a\.i|h\.c)\.|(?:[^\W\d_]\.){2,}(?:[-–][^\W_][\w-]*)?|[A-ZÀ-Þ]\.(?=[ -]?[^\W\d_])|'s\b|"
    r"[^\W_]+(?:(?:[-–&+/.]|'(?!s\b))[^\W_]+)*|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and signs of a text."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    at: dict[int, int]
    """Place where a word begins → its number."""
    numbers: dict[str, list[int]]
    """Word → its numbers, ascending."""

    def of(self, words: AbstractSet[str]) -> list[int]:
        """Return the numbers of all words that are among some, ascending."""
        return sorted([number for word in self.numbers.keys() & words for number in self.numbers[word]])

    def gap(self, number: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.ends[number - 1] : self.starts[number]] if number else "\n"

    def joined(self, number: int) -> bool:
        """Tell whether a word follows the one before it after plain spaces on the same line."""
        return (
            number > 0
            and self.starts[number] - self.ends[number - 1] == 1
            and self.text[self.ends[number - 1]] == " "
        )

    def capital(self, number: int) -> bool:
        """Tell whether a word exists and begins with a capital letter."""
        return 0 <= number < len(self.words) and self.words[number][0].isupper()

    def word(self, number: int) -> str:
        """Return a word, or nothing past either end."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def after(self, place: int) -> int:
        """Return the number of the first word that begins at or after a place of the text."""
        return bisect_left(self.starts, place)


def tokenise(text: str) -> Tokens:
    """Return the words of an even text."""
    matches = list(_WORD.finditer(text))
    words = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    numbers: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        if word in numbers:
            numbers[word].append(number)
        else:
            numbers[word] = [number]
    return Tokens(text, words, starts, ends, dict(zip(starts, range(len(starts)), strict=True)), numbers)
