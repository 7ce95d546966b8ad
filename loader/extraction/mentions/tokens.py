"""A text as words with places: what the shape rules walk over."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"H\.E\.|(?:Ma|Md|Mohd|Muh)\.(?= [A-Z])|(?:[^\W\d_]\.){2,}(?:[-–][^\W_][\w-]*)?|[A-ZÀ-Þ]\.(?=[ -]?[^\W\d_])|'s\b|"
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

    def gap(self, number: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.ends[number - 1] : self.starts[number]] if number else "\n"

    def joined(self, number: int) -> bool:
        """Tell whether a word follows the one before it after plain spaces on the same line."""
        return number > 0 and self.gap(number) == " "

    def capital(self, number: int) -> bool:
        """Tell whether a word exists and begins with a capital letter."""
        return 0 <= number < len(self.words) and self.words[number][0].isupper()

    def word(self, number: int) -> str:
        """Return a word, or nothing past either end."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def after(self, place: int) -> int:
        """Return the number of the first word that begins at or after a place of the text."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < place:
                low = middle + 1
            else:
                high = middle
        return low


def tokenise(text: str) -> Tokens:
    """Return the words of an even text."""
    words, starts, ends = [], [], []
    for match in _WORD.finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, words, starts, ends, {start: number for number, start in enumerate(starts)})
