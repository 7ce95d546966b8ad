"""Calendar dates in English texts, resolved against the date of the post only where the words allow it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from cypher.vocabulary import Precision
from loader.extraction.deictic import MONTHS as _NAMES
from loader.extraction.deictic import WEEKDAYS, find_deictic
from loader.extraction.starts import Starts, matches
from loader.model import DateValue, Level

MONTHS = _NAMES | {
    name: number
    for number, names in enumerate(
        ("", "jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec")
    )
    for name in names.split()
}
_FULL = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
)
_MONTH = rf"(?:(?:{_FULL})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[6-9]\d\d|20\d\d)(?!\d)"
_PART = r"(?:(?:first|second|latter)\s(?:half|part)|(?:first|second|third|fourth|last)\s(?:quarter|trimester|decade))\sof\s(?:the\syear\s)?"
_TO = r"(?:\s?[-–—/]\s?|\s+(?:to|and|until|till|through|&)\s+)"
_ISO = rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_PATTERN = re.compile(
    rf"""(?<![\w.])(?:
    (?P<iso>{_ISO})(?:\s?[/–]\s?(?P<isob>{_ISO}))?
  | (?:(?<!today,[^\S\n])(?<!last[^\S\n]){_WEEKDAY},?[^\S\n])?(?P<m1>{_MONTH})[^\S\n]{{1,2}}(?P<d1>{_DAY})(?:{_TO}(?:(?P<m1b>{_MONTH})[^\S\n]+)?(?P<d1b>{_DAY})(?![:%]))?(?:,?[^\S\n]+(?P<y1>{_YEAR}))?
  | (?P<d2>{_DAY})(?:[^\S\n]+(?P<m2a>{_MONTH})(?:,?[^\S\n]+(?P<y2a>{_YEAR}))?)?{_TO}(?P<d2b>{_DAY})[^\S\n]+(?:of[^\S\n]+)?(?P<m2b>{_MONTH})(?:,?[^\S\n]+(?P<y2b>{_YEAR}))?
  | (?:(?<!today,[^\S\n])(?<!last[^\S\n]){_WEEKDAY},?[^\S\n](?:the[^\S\n])?)?(?P<d3>{_DAY})[^\S\n]+(?:day[^\S\n]+)?(?:of[^\S\n]+)?(?P<m3>{_MONTH})(?:\.?,?[^\S\n]+(?P<y3>{_YEAR}))?
  | (?P<m4>{_MONTH}){_TO}(?P<m4b>{_MONTH}),?[^\S\n]+(?P<y4>{_YEAR})
  | (?P<m5>{_MONTH}),?[^\S\n]+(?:of[^\S\n]+)?(?P<y5>{_YEAR})
  | (?P<y6>{_YEAR})(?:\s?[-–/]\s?(?P<y6b>{_YEAR}|\d\d(?![\d-]))|\s(?:to|through)\s(?P<y6c>{_YEAR})|(?<=between\s\d\d\d\d)\sand\s(?P<y6d>{_YEAR}))
  | (?P<part>{_PART}(?:(?P<m13>{_MONTH}),?\s)?(?P<y13>{_YEAR}))
  | (?P<season>(?i:(?:early|mid|late)[ -])?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?(?P<y7>{_YEAR}))
  | (?P<dotted>(?:(?P<d8a>{_DAY})\.?\s?[-–]\s?)?(?P<d8>{_DAY})(?P<sign>[./-])(?:(?<=\.)\s)?(?P<m8>{_DAY})(?P=sign)(?:(?<=\.)\s)?(?P<y8>{_YEAR}))
  | (?P<slashed>(?P<y11>{_YEAR})(?P<sign2>[./])(?P<m11>{_DAY})(?P=sign2)(?P<d11>{_DAY}))
  | (?P<weekday>(?:{_WEEKDAY},?\s)?\((?P<short>(?P<d12>{_DAY})/(?P<m12>{_DAY}))(?=\)))
  | (?P<y9>{_YEAR})(?!s\b|[.,:/]\d|\s?(?:million|billion|people|troops|students|soldiers|tons|tonnes|%|km|MW|USD|dollars|euros))
  | (?P<m10>{_FULL})
    )(?!\w)""",
    re.VERBOSE,
)
_FIRST = MONTHS.keys() | WEEKDAYS.keys() | frozenset(
    "first second latter third fourth last early mid late spring summer autumn fall winter".split()
)  # fmt: skip
"""Words that a date without a figure in front begins with."""
_BESIDE = 15
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|from|by|until|for|during|late|early|mid|year|years|and|to|before|after|through|till|between|ending|"
    r"beyond|around|as|back|the|designate|designated|declare|declared|proclaim|proclaimed|mark|marked|marks|throughout|than|Agenda|Vision|Strategy|Masterplan|Programme|Plan|Declaration|Summit|Forum|the early|the late)"
    r"|[(,–—/-]|^|\n)[\s-]*$",
    re.I,
)
_YEAR_HEAD = re.compile(
    r"\s(?:[A-Z]\w+|financial|fiscal|budget|presidential|parliamentary|general|elections?|summit|session|edition|meeting|agreement)"
)
_MONTH_CUE = re.compile(
    r"\b(?:in|since|of|until|by|from|to|next|last|this|early|late|mid|for|between|and|during|through|before|after)[\s-]*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text."""

    start: int
    end: int
    value: DateValue
    level: Level


def find_dates(text: str, posted: DateValue | None, starts: Starts | None = None) -> list[Found]:
    """Return the dates of a text, in order.

    Args:
        text: the even text of a post.
        posted: the post's own date; a day or month without a year takes the year that is nearest to it.
        starts: where the words of the text begin, when that is known already.
    """
    starts = starts or Starts(text)
    anchor = _anchor(posted)
    found = [
        made for match in matches(_PATTERN, text, _places(starts)) if (made := _absolute(text, match, anchor))
    ]
    if not (
        anchor
        and posted
        and (posted.precision is Precision.DAY or posted.value[:4] == posted.value.rpartition("/")[2][:4])
    ):
        return found
    begins = [one.start for one in found]
    for start, end, value in find_deictic(starts, anchor, posted.precision):
        low = bisect_left(begins, start)
        if low and found[low - 1].end > start:
            continue
        over = found[low : bisect_left(begins, end, low)]
        if any(one.end > end for one in over):
            continue
        follows = bisect_left(begins, end)
        if (
            follows < len(found)
            and text[end : found[follows].start] == ", "
            and text[start:end].casefold() in WEEKDAYS
        ):
            # "today, Sunday, 4 August": the date says it all
            continue
        # "April this year" is more than "April"
        found[low : low + len(over)] = [Found(start, end, value, Level.RELATIVE)]
        begins[low : low + len(over)] = [start]
    return found


def _places(starts: Starts) -> list[int]:
    """Return where a date may begin: at a figure, the bracket before one, or a word of dates."""
    figures = starts.of([word for word in starts.places if word[0].isdecimal()])
    brackets = [place - 1 for place in figures if place and starts.text[place - 1] == "("]
    return sorted([*figures, *brackets, *starts.of(_FIRST)])


def _anchor(posted: DateValue | None) -> date | None:
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", posted.value) if posted else None
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2] or 7), int(match[3] or 1))
    except ValueError:
        return None


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").casefold()]


def _absolute(text: str, match: re.Match[str], anchor: date | None) -> Found | None:
    if match["iso"]:
        value = f"{match['iso']}/{match['isob']}" if match["isob"] else match["iso"]
        return _made(match, value, Precision.INTERVAL if match["isob"] else Precision.DAY)
    if match["m1"] or match["d2"] or match["d3"]:
        return _days(text, match, anchor)
    if match["m4"]:
        return _made(
            match,
            f"{match['y4']}-{_month(match['m4']):02}/{match['y4']}-{_month(match['m4b'] or ''):02}",
            Precision.INTERVAL,
        )
    if match["m5"]:
        return _made(match, f"{match['y5']}-{_month(match['m5']):02}", Precision.MONTH)
    if match["y6"]:
        last = match["y6b"] or match["y6c"] or match["y6d"] or ""
        last = last if len(last) == 4 else match["y6"][:2] + last
        return _made(match, f"{match['y6']}/{last}", Precision.INTERVAL) if last > match["y6"] else None
    if match["part"]:
        value = f"{match['y13']}-{_month(match['m13']):02}" if match["m13"] else match["y13"] or ""
        return _made(match, value, Precision.MONTH if match["m13"] else Precision.YEAR)
    if match["season"]:
        return _made(match, match["y7"], Precision.YEAR)
    if match["dotted"] or match["slashed"] or match["weekday"]:
        return _figures(match, anchor)
    return _lone(text, match, anchor)


def _lone(text: str, match: re.Match[str], anchor: date | None) -> Found | None:
    """Return a year or a month alone where the words around it tell that it is one."""
    before = text[max(0, match.start() - 14) : match.start()]
    if match["y9"]:
        if not _YEAR_CUE.search(before) and not _YEAR_HEAD.match(text, match.end()):
            return None
        if re.search(r"(?:[Rr]esolutions?|No\.?|[Aa]rticle|[Pp]aragraph)\s*$", before):
            return None
        return _made(match, match["y9"], Precision.YEAR)
    if (
        match["m10"]
        and _MONTH_CUE.search(before)
        and anchor
        and not re.match(r" [A-Z]", text[match.end() : match.end() + 2])
    ):
        month = _month(match["m10"])
        year = _nearest(month, 15, anchor, _tense(text, match.start()))
        return _made(match, f"{year}-{month:02}", Precision.MONTH)
    return None


def _figures(match: re.Match[str], anchor: date | None) -> Found | None:
    """Return a date written in figures; the day stands before the month unless only the other order is possible."""
    day, month = (
        _number(match["d8"] or match["d11"] or match["d12"]),
        _number(match["m8"] or match["m11"] or match["m12"]),
    )
    if month > 12 >= day:
        day, month = month, day
    written = match["y8"] or match["y11"]
    year = int(written) if written else _nearest(month, day, anchor)
    try:
        value = date(year or 0, month, day).isoformat()
    except ValueError:
        return None
    alone = match["weekday"] and match["weekday"].startswith("(")
    if alone and (anchor is None or abs((date.fromisoformat(value) - anchor).days) > _BESIDE):
        # "in Vientiane (26/7)": only beside the day of the post, else it may be any fraction
        return None
    if match["d8a"] and value[8:] > f"{_number(match['d8a']):02}":
        # "3-4.06.2024"
        value = f"{value[:8]}{_number(match['d8a']):02}/{value}"
        return Found(*match.span(), _value(value, Precision.INTERVAL), Level.NAME)
    start, end = match.span("short") if match["weekday"] else match.span()
    return Found(start, end, _value(value, Precision.DAY), Level.NAME)


def _days(text: str, match: re.Match[str], anchor: date | None) -> Found | None:
    first = _number(match["d1"] or match["d2"] or match["d3"])
    last = _number(match["d1b"] or match["d2b"])
    last_month_name = match["m1b"] or match["m2b"]
    month_name = match["m1"] or match["m2a"] or match["m3"] or match["m2b"] or ""
    month = _month(month_name)
    last_month = _month(last_month_name) if last_month_name else month
    written = match["y1"] or match["y2a"] or match["y2b"] or match["y3"]
    last_year = match["y2b"] or written
    year = int(written) if written else _nearest(month, first, anchor, _tense(text, match.start()))
    if not written and re.search(
        r"\b(?:every|each) (?:year )?(?:on )?$", text[max(0, match.start() - 16) : match.start()], re.I
    ):
        year = None
    if year is None:
        return _made(match, f"XXXX-{month:02}-{first:02}", Precision.DAY) if 1 <= first <= 31 else None
    try:
        begin = date(year, month, first)
        end = date(int(last_year) if last_year else year, last_month, last) if last else None
    except ValueError:
        return None
    if end and end > begin:
        return _made(match, f"{begin.isoformat()}/{end.isoformat()}", Precision.INTERVAL)
    return _made(match, begin.isoformat(), Precision.DAY)


def _number(text: str | None) -> int:
    digits = re.match(r"\d+", text) if text else None
    return int(digits[0]) if digits else 0


_BEFORE = 110
"""Characters before a date in which the verb that it belongs to is looked for."""
_SLACK = 40
"""Days by which a date may be on the other side of the post than its verb says."""
_VERBS = re.compile(
    r"\b(?:(?P<future>(?:will|shall)(?: (?:also|then|again|be|have|jointly))* \w+|to be \w+|to take place|scheduled|slated|forthcoming|upcoming|plans to|due to|looks? forward|expected)|"
    r"was|were|took place|held|met|visited|had been|signed|adopted|since|paid|attended|hosted)\b"
)


def _tense(text: str, start: int) -> int:
    """Return 1 where the verbs before a date tell of what is to come, -1 of what was, 0 where they do not say."""
    before = text[max(0, start - _BEFORE) : start]
    before = before[max(before.rfind(". "), before.rfind("\n"), before.rfind("; ")) + 1 :]
    verbs = list(_VERBS.finditer(before))
    return 0 if not verbs else 1 if verbs[-1]["future"] else -1


def _nearest(month: int, day: int, anchor: date | None, tense: int = 0) -> int | None:
    """Return the year that brings the day nearest to the anchor, on the side of it that the verbs tell."""
    if anchor is None:
        return None

    def distance(year: int) -> int:
        try:
            return abs((date(year, month, day) - anchor).days)
        except ValueError:
            return 10_000

    years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9999]
    fitting = [
        year
        for year in years
        if not tense
        or tense * ((year - anchor.year) * 366 + (month - anchor.month) * 30.5 + day - anchor.day) > -_SLACK
    ]
    return min(fitting or years, key=distance)


def _value(value: str, precision: Precision) -> DateValue:
    return DateValue(value=value, precision=precision, basis="text")


def _made(match: re.Match[str], value: str, precision: Precision) -> Found:
    return Found(match.start(), match.end(), _value(value, precision), Level.NAME)
