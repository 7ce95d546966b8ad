"""Shapes of names: what a capitalised phrase around a telling word is, when no vocabulary lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loader.extraction.starts import Starts, first_words
from loader.vocabulary import Vocabulary

UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŲŸŹŻŽ"
CAP = rf"(?:[{UP}][\w'-]*\w)"
INITIAL = rf"(?:[{UP}]\.(?:-?[{UP}]\.)*)"
PARTICLE = r"(?:von der|van der|van den|van de|von|van|de la|de las|de los|del|della|de|da|di|dos|do|du|des|bin|bint|ibn|al|el|ter|ten|le|la|ben|y|zu)"
NAME = re.compile(
    rf"(?:{CAP}|{INITIAL})(?:[ ](?:{CAP}|{INITIAL}|{PARTICLE}(?=[ ]{CAP}))){{0,4}}(?:,? (?:Jr\.?|Sr\.?|III|II)(?!\w))?"
)
TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:-\w+)*|\w+(?:['.+&/-]\w+)*(?:(?<=s)'(?=\s))?|[^\w\s]")
BODIES = frozenset(
    "Ministry Department University Institute Council Committee Commission Agency Authority Bank Fund Court Tribunal Parliament "
    "Assembly Senate Federation Foundation Association Alliance League Organisation Organization Office Mission Embassy Consulate "
    "Delegation Centre Center Academy Chamber Bureau Directorate Secretariat Board Corporation Forces Army Navy Party Front "
    "Movement Service Cabinet Presidency Triangle Facility Mechanism".split()
)
NAMED_HEADS = frozenset(
    "Summit Conference Forum Dialogue Session Meeting Meetings Consultations Talks Ministerial Roundtable Symposium Congress "
    "Convention Plenary Round Debate".split()
)
CONNECTORS = frozenset("of the on and for in to & with between".split())
ORDINAL = re.compile(
    r"(?:(\d{1,3})(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$",
    re.I,
)
WORD_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}


def ordinal(word: str) -> int | None:
    """Return the number of an ordinal: 19th, Third."""
    match = ORDINAL.match(word)
    if not match:
        return None
    return int(match[1]) if match[1] else WORD_ORDINALS[word.casefold()]


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

    title: re.Pattern[str]
    domain: re.Pattern[str]
    described: re.Pattern[str]
    heads: re.Pattern[str]
    """Head of a described meeting."""
    heads_first: frozenset[str]
    """Words, in small letters, that such heads begin with."""
    documents: re.Pattern[str]
    documents_described: re.Pattern[str]
    classes: dict[str, str]
    stop: frozenset[str]
    honorifics: frozenset[str]
    series: re.Pattern[str]
    series_first: frozenset[str]
    """Words, in small letters, that the names of series begin with."""
    title_states: dict[str, str]
    """Title that only one state has → id of the state."""

    def descriptions(self, starts: Starts) -> Iterator[re.Match[str]]:
        """Yield what "described" finds in an even text: each head is sought first, then the words before it."""
        text, end = starts.text, 0
        for place in starts.of(self.heads_first):
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
        return (match.span() for match in starts.matches(self.series, self.series_first))


def alternatives(words: tuple[str, ...] | list[str]) -> str:
    """Return an alternation, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=8)
def shapes(vocabulary: Vocabulary) -> Shapes:
    """Return the patterns of a vocabulary; made once."""
    words = vocabulary.words
    prefixes = alternatives(words.title_prefixes)
    domains = alternatives(words.domains)
    title = (
        rf"(?:(?:{prefixes})[ -])*(?:(?:{alternatives([entry.title for entry in words.titles])})s?"
        rf"|(?:{domains}) (?:Minister|Secretary))"
    )
    classes = {form: kind for kind, forms in words.meeting_heads.items() for form in forms}
    small = [form for form in classes if form[0].islower()]
    capital = [" ".join(word[0].upper() + word[1:] for word in form.split(" ")) for form in small]
    classes |= {form: classes[old] for old, form in zip(small, capital, strict=True) if form not in classes}
    heads = alternatives(["event", *small, *capital])
    return Shapes(
        title=re.compile(rf"(?<![\w-]){title}(?![\w-])"),
        domain=re.compile(
            rf" (?:for|of|to|on) (?:the )?(?:{domains}|{CAP})(?:(?:, | and |, and | ){CAP}){{0,6}}"
        ),
        described=re.compile(
            rf"(?<![\w-])(?:(?P<det>(?i:the|a|an|this|that|his|her|their|our|its)) )?"
            rf"(?P<mods>(?:(?:{alternatives(list(MODIFIERS))}|[{UP}][\w'-]+) ){{0,3}}?)(?P<head>{heads})(?![\w-])"
        ),
        heads=re.compile(rf"(?<![\w-])(?:{heads})(?![\w-])"),
        heads_first=first_words(["event", *small, *capital]),
        documents=re.compile(rf"(?<![\w#-])(?:{alternatives(words.document_heads)})s?(?![\w-])"),
        documents_described=re.compile(
            r"(?<![\w-])(?:the|a|an|this) (?:(?:new|draft|joint|final|bilateral|outcome|political) ){0,2}"
            r"(?:document|declaration|agreement|treaty|statement|communiqu[ée]|memorandum|resolution|protocol)(?![\w-])",
            re.I,
        ),
        classes=classes,
        stop=frozenset(words.stop),
        series=re.compile(
            rf"(?<!\w)(?:{alternatives([name for one in words.series for name in one.names])})(?!\w)"
        ),
        series_first=first_words(name for one in words.series for name in one.names),
        title_states={entry.title: entry.state for entry in words.titles if entry.state},
        honorifics=frozenset(entry.title for entry in words.titles if entry.kind == "honorific"),
    )
