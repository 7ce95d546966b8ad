"""The place where a post's own date stands in its text: title, place line, date line, dateline or lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}

_MONTH = (
    r"(?P<month{0}>" + "|".join([*MONTHS, *(f"{name}\\." for name in sorted(_SHORT)), *sorted(_SHORT)]) + r")"
)
_DAY = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:])"
_TO = r"(?:\s*(?:-|–|—|and|to|&)\s*"
_DATE = re.compile(
    r"(?<![\w/.])(?:"
    # July 26, 2024; July 26 and 27
    + _MONTH.format(1) + r"\s+" + _DAY.format(1) + _TO + _DAY.format(2) + r")?"
    + r"(?:,?\s+(?P<year1>(?:19|20)\d\d))?"
    # 26 July 2024; 26 and 27 July; 26th of July
    + r"|" + _DAY.format(3) + _TO + _DAY.format(4) + r")?\s+(?:of\s+)?" + _MONTH.format(2)
    + r"(?:,?\s+(?P<year2>(?:19|20)\d\d))?"
    # July 2024
    + r"|" + _MONTH.format(3) + r",?\s+(?P<year3>(?:19|20)\d\d)"
    # 2024-07-26; 26.07.2024
    + r"|(?P<year4>(?:19|20)\d\d)-(?P<number1>[01]\d)-(?P<day5>[0-3]\d)"
    + r"|(?P<day6>[0-3]?\d)\.(?P<number2>[01]?\d)\.(?P<year5>(?:19|20)\d\d)"
    + r")(?!\w)",
    re.IGNORECASE,
)  # fmt: skip

LINES = 6
"""Lines at the beginning among which a line with place and date is looked for."""
LEAD = 500
"""Characters of the first line that are read as the lead."""
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{4,120})[)\]]")
_ON = re.compile(
    r"\b(?:on|dated)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?$", re.I
)
_FROM = re.compile(r"\b(?:from|between|on)\s+$", re.I)
_EVERY = re.compile(r"\b(?:every|each)\s+year\b|\bannually\b|\byearly\b", re.I)
_FUTURE = re.compile(
    r"\bwill\b|\bscheduled\b|\bupcoming\b|\bforthcoming\b|\bis to\b|\bare to\b|\bplan(?:s|ned)? to\b|\bto be held\b"
    r"|\bdue to (?:be|take|meet|begin)\b|\bexpected\b", re.I
)  # fmt: skip
_ALONE = re.compile(
    r"^\W*(?:[^\W\d][\w.’'() -]{0,40}\s*[,|–—-]\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$",
    re.I,
)
_AFTER_ALONE = re.compile(
    r"^[\s,|–—-]*(?:(?:at\s+)?\d\d?[:.]\d\d(?:\s*(?:am|pm|GMT|UTC|CET|MSK))?)?\W*$", re.I
)
_PLACE = re.compile(r"^[\W_]*(?:[A-Z][\w.’' /-]*,\s*){1,3}$")
_DASH = re.compile(r"^\)?\s*(?:[-–—:]|/[A-Z]+/)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A date that a text gives for itself; ``year`` and ``day`` may be missing (None, 0)."""

    year: int | None
    month: int
    day: int
    basis: str
    recurring: bool = False
    weak: bool = False
    """True for a lead, which may speak of another day than the post's own."""

    def in_year(self, year: int) -> date | None:
        """Return the day in a year; None when that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def find_cue(text: str) -> Cue | None:
    """Return the post's own date as the text gives it, the surest first; None when it gives none."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    if not lines:
        return None
    return _title(lines[0]) or _line(lines) or _lead(lines)


def _title(first: str) -> Cue | None:
    """Read the date in the brackets that end a title, or the date with its year that ends it."""
    for bracket in reversed(list(_BRACKETS.finditer(first[-400:]))):
        found = [cue for match in _DATE.finditer(bracket[1]) if (cue := _cue(match, "title"))]
        dated = [cue for cue in found if cue.year]
        if dated:
            return dated[-1]
    tail = first[-60:].rstrip(" .\u200b")
    for match in _DATE.finditer(tail):
        cue = _cue(match, "title")
        if (
            cue
            and cue.year
            and cue.day
            and match.end() == len(tail)
            and re.search(r"[,|–—-]\s*$", tail[: match.start()])
        ):
            return cue
    return None


def _line(lines: list[str]) -> Cue | None:
    """Read a line of place and date (📍), a line that is only a date, or a dateline (``BRUSSELS, 4 March 2022 –``)."""
    for line in lines[:LINES]:
        short = line[:200]
        marked = short.lstrip().startswith("📍")
        for match in _DATE.finditer(short):
            cue = _cue(match, "place line" if marked else "date line")
            if cue is None or (marked and len(line) > 150):
                continue
            before, after = short[: match.start()], short[match.end() :]
            alone = _ALONE.match(before) and _AFTER_ALONE.match(after) and len(line) < 120
            if marked or (cue.year and cue.day and alone):
                return cue
            if cue.year and cue.day and _PLACE.match(before) and _DASH.match(after):
                return cue
    last = lines[-1] if len(lines) > 1 and len(lines[-1]) < 80 else ""
    for match in _DATE.finditer(last):
        cue = _cue(match, "date line")
        if not (cue and cue.year and cue.day):
            continue
        if _ALONE.match(last[: match.start()]) and _AFTER_ALONE.match(last[match.end() :]):
            return cue
    return None


def _lead(lines: list[str]) -> Cue | None:
    """Read the day that the first line tells of, or that begins one of the next two."""
    for place, line in enumerate(lines[:3]):
        lead = line[:LEAD]
        if _FUTURE.search(lead):
            continue
        found = []
        for match in _DATE.finditer(lead):
            before = lead[: match.start()]
            cue = _cue(match, "lead", recurring=_EVERY.search(before[-60:]) is not None, weak=True)
            if cue is None or not cue.day or not (_ON.search(before) or _FROM.search(before)):
                continue
            if place == 0 or not re.search(r"\w\W+\w+\W*$", before):
                found.append(cue)
        if found:
            # Of several days in a lead the post was written after the last.
            return max(found, key=lambda cue: (cue.year or 0, cue.month, cue.day))
    return None


def _cue(match: re.Match[str], basis: str, *, recurring: bool = False, weak: bool = False) -> Cue | None:
    """Return the cue of a match; of a range its last day; None when there is no such day."""
    groups = {name: value for name, value in match.groupdict().items() if value}

    def last(name: str) -> str:
        return next((groups[key] for key in sorted(groups, reverse=True) if key.startswith(name)), "")

    name, number = last("month").rstrip(".").lower(), last("number")
    month = next((at for at, full in enumerate(MONTHS, 1) if name and full.startswith(name[:3])), 0)
    month = month or int(number or 0)
    year, day = int(last("year") or 0) or None, int(last("day") or 0)
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return None
    if not day and not last("year"):
        return None
    return Cue(year, month, day, basis, recurring, weak)
