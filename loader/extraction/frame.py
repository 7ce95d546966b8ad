"""The frame of a post: lines, sentences, speaker turns, and the line that gives place and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loader.model import Post

LONGEST = 2_400
"""Characters of the longest sentence; the preambles of communiqués reach 1,500, longer ones are no prose."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Rev|Maj|Brig|Capt|Adm|Gen|Col|Lt|Sen|Rep|Gov|Amb|St|Jr|Sr|No|Nos|vs|etc|Art|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|e\.g|i\.e|p\.m|a\.m|approx)|\b(?:[A-Z]\.)*[A-Z])$"
)
_DOTTED = re.compile(r"(?:[A-Z]\.[A-Z]|[ap]\.m)$")
_OPENS = re.compile(
    r"\s+(?:The|This|These|That|They|He|She|It|We|In|On|At|As|For|Both|During|Following|After)\b"
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)")
_TURN = re.compile(
    r"^\s*(?:💬|🎙)?\s*(?P<name>(?:[A-ZÀ-Ý][\w.’'-]+ ){0,6}[A-ZÀ-Ý][\w.’'-]+)(?:, [A-Z][^:\n]{2,80})?\s*:\s",
)
_QUESTION = re.compile(
    r"^\s*(?:❓|⁉️)?\s*(?:QUESTION|Question|Q|MODERATOR|Moderator|JOURNALIST|Journalist|REPORTER|Reporter|HOST|Host|PRESENTER|Presenter|INTERVIEWER|Interviewer)\b[^:]{0,60}:"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, code points into the post, half open."""

    start: int
    end: int
    line: int
    """Number of its line in the post, from 0."""
    speaker: tuple[int, int] | None = None
    """Span of the name of who speaks, when the sentence stands in a speaker's turn."""
    question: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What the form of a post says before any word is understood."""

    text: str
    """The post's text with typographic apostrophes, hyphens and spaces evened out; same offsets."""
    sentences: tuple[Sentence, ...]
    lines: tuple[tuple[int, int], ...]


_EVEN = {
    "’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "‐": "-", "\u2009": " ",
    # masks of sentences write mentions between these
    "⟨": "<", "⟩": ">",
}  # fmt: skip


def even(text: str) -> str:
    """Return a text of the same length with apostrophes, hyphens, spaces and pointed brackets in their plain forms."""
    if text.isascii():
        return text
    # A search for each of a few characters is faster than one look at every character of the text.
    for sign, plain in _EVEN.items():
        text = text.replace(sign, plain)
    return text


def frame(post: Post) -> Frame:
    """Return the frame of a post."""
    text = even(post.text)
    sentences: list[Sentence] = []
    lines: list[tuple[int, int]] = []
    start, speaker = 0, None
    for number, line in enumerate(text.split("\n")):
        end = start + len(line)
        lines.append((start, end))
        question = bool(_QUESTION.match(line)) or line.lstrip().startswith("❓")
        turn = None if question else _TURN.match(line)
        begin = start
        if question:
            speaker = None
        elif turn:
            speaker = (start + turn.start("name"), start + turn.end("name"))
            begin = start + turn.end()
        elif line.lstrip().startswith("💬"):
            speaker = (-1, -1)
        for first, last in split(text, begin, end):
            sentences.append(Sentence(first, last, number, speaker, question))
        if turn:
            sentences.append(Sentence(start, begin, number, None, False))
        start = end + 1
    sentences.sort(key=lambda one: one.start)
    return Frame(text, tuple(sentences), tuple(lines))


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of one line; abbreviations and initials do not end one."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if match.group().startswith(".") and _ABBREVIATION.search(
            text, max(begin, match.start() - 12), match.start()
        ):
            # "in the U.S. The talks": an acronym with dots may end a sentence, an initial or "Mr." never does.
            dotted = _DOTTED.search(text, max(begin, match.start() - 4), match.start())
            if not (dotted and _OPENS.match(text, stop)):
                continue
        rest = text[stop : stop + 3].lstrip()
        if rest and rest[0].islower():
            continue
        found.append((begin, stop))
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end and text[begin:end].strip():
        found.append((begin, end))
    return [part for first, last in found for part in _cut(text, first, last)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence in parts of at most LONGEST characters; the rules for one sentence may then take their time."""
    while end - start > LONGEST:
        stop = max(
            text.rfind(sign, start + LONGEST // 2, start + LONGEST) + len(sign) for sign in ("; ", ", ", " ")
        )
        stop = stop if stop > start + LONGEST // 2 else start + LONGEST
        yield start, stop
        start = stop
    yield start, end
