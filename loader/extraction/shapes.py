"""Shapes of names: what a capitalised phrase around a telling word is, when no vocabulary lists it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loader.extraction.starts import Starts, first_word, first_words
from loader.vocabulary import Vocabulary

UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŲŸŹŻŽ"
CAP = rf"(?:[{UP}][\w'-]*\w)"
INITIAL = rf"(?:[{UP}]\.(?:-?[{UP}]\.)*)"
PARTICLE = r"(?:von der|van der|van den|van de|von|van|de la|de las|de los|del|della|de|da|di|dos|do|du|des|bin|bint|ibn|al|el|ter|ten|le|la|ben|y|zu)"
NAME = re.compile(
    rf"(?:{CAP}|{INITIAL})(?:[ ](?:{CAP}|{INITIAL}|{PARTICLE}(?=[ ]{CAP}))){{0,4}}(?:,? (?:Jr\.?|Sr\.?|III|II)(?!\w))?"
)
MODIFIERS = frozenset(
    "annual bilateral trilateral quadrilateral multilateral official working state first second third fourth fifth sixth next previous "
    "reply return joint formal informal separate high-level top-level plenary closing opening virtual online hybrid in-person face-to-face "
    "one-on-one ministerial inaugural upcoming forthcoming one-day two-day three-day four-day five-day delegation-level ministerial-level "
    "expert-level working-level expanded extended restricted extended-format narrow-format political consular interministerial emergency "
    "extraordinary special regular preparatory introductory pull-aside tête-à-tête daily weekly resumed maiden historic three-way "
    "tripartite".split()
)
"""Small words that tell the kind of a described meeting."""
_BEFORE_HEAD = 4
"""Words of a description before its head."""
_LONGEST = 100
"""Characters of the longest such word."""


@dataclass(frozen=True)
class Shapes:
    """Compiled patterns of one vocabulary."""

    described: re.Pattern[str]
    heads: re.Pattern[str]
    """Head of a described meeting."""
    heads_first: frozenset[str]
    """Words, in small letters, that such heads begin with."""
    classes: dict[str, str]
    stop: frozenset[str]
    honorifics: frozenset[str]
    series: dict[str, re.Pattern[str]]
    """First word of names of series, in small letters, or nothing for a sign → these names."""
    title_states: dict[str, str]
    """Title that only one state has → id of the state."""

    def descriptions(self, starts: Starts) -> Iterator[re.Match[str]]:
        """Yield what "described" finds in an even text: each head is sought first, then the words before it."""
        text, end = starts.text, 0
        places = starts.of(self.heads_first)
        if "" in self.heads_first:
            # A user's head that begins with a sign may stand anywhere.
            places = [head.start() for head in self.heads.finditer(text)]
        for place in places:
            if place < end or not (head := self.heads.match(text, place)):
                continue
            begin = place
            for _ in range(_BEFORE_HEAD):
                # An article and three modifiers at most, each with a space behind it.
                if begin <= end or text[begin - 1] != " ":
                    break
                begin = max(text.rfind(" ", max(end, begin - _LONGEST), begin - 1) + 1, begin - _LONGEST, end)
            if match := self.described.search(text, begin, head.end()):
                yield match
                end = match.end()

    def series_spans(self, starts: Starts) -> Iterator[tuple[int, int]]:
        """Yield where known series of meetings stand in an even text."""
        spans = [
            match.span()
            for word in starts.places.keys() & self.series.keys()
            for place in starts.places[word]
            if (match := self.series[word].match(starts.text, place))
        ]
        if "" in self.series:
            spans += (match.span() for match in self.series[""].finditer(starts.text))
        end = 0
        for span in sorted(spans):
            if span[0] >= end:
                yield span
                end = span[1]


def alternatives(words: tuple[str, ...] | list[str]) -> str:
    """Return an alternation, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=8)
def shapes(vocabulary: Vocabulary) -> Shapes:
    """Return the patterns of a vocabulary; made once."""
    words = vocabulary.words
    classes = {form: kind for kind, forms in words.meeting_heads.items() for form in forms}
    small = [form for form in classes if form[0].islower()]
    capital = [" ".join(word[0].upper() + word[1:] for word in form.split(" ")) for form in small]
    classes |= {form: classes[old] for old, form in zip(small, capital, strict=True) if form not in classes}
    heads = alternatives(["event", *small, *capital])
    series: defaultdict[str, list[str]] = defaultdict(list)
    for one in words.series:
        for name in one.names:
            series[first_word(name)].append(name)
    return Shapes(
        described=re.compile(
            rf"(?<![\w-])(?:(?P<det>(?i:the|a|an|this|that|his|her|their|our|its)) )?"
            rf"(?P<mods>(?:(?:{alternatives(list(MODIFIERS))}|[{UP}][\w'-]+) ){{0,3}}?)(?P<head>{heads})(?![\w-])"
        ),
        heads=re.compile(rf"(?<![\w-])(?:{heads})(?![\w-])"),
        heads_first=first_words(["event", *small, *capital]),
        classes=classes,
        stop=frozenset(words.stop),
        series={
            first: re.compile(rf"(?<!\w)(?:{alternatives(group)})(?!\w)") for first, group in series.items()
        },
        title_states={entry.title: entry.state for entry in words.titles if entry.state},
        honorifics=frozenset(entry.title for entry in words.titles if entry.kind == "honorific"),
    )
