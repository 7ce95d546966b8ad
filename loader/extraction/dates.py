"""Calendar dates in English texts, resolved against the date of the post only where the words allow it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from cypher.vocabulary import Precision
from loader.model import DateValue, Level

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {
    name: number
    for number, names in enumerate(
        ("", "jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec")
    )
    for name in names.split()
}
WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_FULL = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
)
_MONTH = rf"(?:(?:{_FULL})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[6-9]\d\d|20\d\d)(?!\d)"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|until|till|through|&)\s+)"
_ISO = rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_PATTERN = re.compile(
    rf"""(?<![\w.])(?:
    (?P<iso>{_ISO})(?:\s?[/–]\s?(?P<isob>{_ISO}))?
  | (?P<m1>{_MONTH})\s{{1,2}}(?P<d1>{_DAY})(?:{_TO}(?:(?P<m1b>{_MONTH})\s+)?(?P<d1b>{_DAY})(?![:%]))?(?:,?\s+(?P<y1>{_YEAR}))?
  | (?P<d2>{_DAY})(?:\s+(?P<m2a>{_MONTH})(?:,?\s+(?P<y2a>{_YEAR}))?)?{_TO}(?P<d2b>{_DAY})\s+(?:of\s+)?(?P<m2b>{_MONTH})(?:,?\s+(?P<y2b>{_YEAR}))?
  | (?P<d3>{_DAY})\s+(?:of\s+)?(?P<m3>{_MONTH})(?:,?\s+(?P<y3>{_YEAR}))?
  | (?P<m4>{_MONTH}){_TO}(?P<m4b>{_MONTH}),?\s+(?P<y4>{_YEAR})
  | (?P<m5>{_MONTH}),?\s+(?:of\s+)?(?P<y5>{_YEAR})
  | (?P<y6>{_YEAR})\s?[-–/]\s?(?P<y6b>{_YEAR}|\d\d(?![\d-]))
  | (?P<season>(?i:(?:early|mid|late)[ -])?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s+(?:of\s+)?(?P<y7>{_YEAR}))
  | (?P<dotted>(?P<d8>{_DAY})[./](?P<m8>0[1-9]|1[0-2])[./](?P<y8>{_YEAR}))
  | (?P<y9>{_YEAR})(?!s\b|[.,:/]\d|\s?(?:million|billion|people|troops|students|soldiers|tons|tonnes|%|km|MW|USD|dollars|euros))
  | (?P<m10>{_FULL})
    )(?!\w)""",
    re.VERBOSE,
)
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|from|by|until|for|during|late|early|mid|year|years|and|to|before|after|through|till|between|ending|"
    r"beyond|around|as|back|the|Agenda|Vision|Strategy|Masterplan|Programme|Plan|Declaration|Summit|Forum|the early|the late)"
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
_RELATIVE = re.compile(
    r"\b(?:(?P<today>today|tonight|this (?:morning|afternoon|evening))|(?P<yesterday>yesterday)|(?P<tomorrow>tomorrow)"
    r"|(?P<thisyear>(?:(?:earlier|later) )?this year)|(?P<nextyear>next year)|(?P<lastyear>last year)"
    r"|(?P<nextmonth>next month)|(?P<lastmonth>last month)|(?P<thismonth>(?:earlier |later )?this month)"
    r"|(?P<thisweek>(?:earlier |later )?this week)|(?P<nextweek>next week)|(?P<lastweek>last week)"
    r"|(?P<weekday>(?:(?P<which>next|last|this) )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text."""

    start: int
    end: int
    value: DateValue
    level: Level


def find_dates(text: str, posted: DateValue | None) -> list[Found]:
    """Return the dates of a text, in order.

    Args:
        text: the even text of a post.
        posted: the post's own date; a day or month without a year takes the year that is nearest to it.
    """
    anchor = _anchor(posted)
    found = [made for match in _PATTERN.finditer(text) if (made := _absolute(text, match, anchor))]
    if (
        anchor
        and posted
        and (posted.precision is Precision.DAY or posted.value[:4] == posted.value.rpartition("/")[2][:4])
    ):
        taken = bytearray(len(text))
        for one in found:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
        for match in _RELATIVE.finditer(text):
            if taken.find(1, match.start(), match.end()) < 0:
                value = _relative(text, match, anchor, posted.precision)
                if value:
                    found.append(Found(match.start(), match.end(), value, Level.RELATIVE))
    return sorted(found, key=lambda one: one.start)


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
    part = match.groupdict()
    if part["iso"]:
        value = f"{part['iso']}/{part['isob']}" if part["isob"] else part["iso"]
        return _made(match, value, Precision.INTERVAL if part["isob"] else Precision.DAY)
    if part["m1"] or part["d2"] or part["d3"]:
        return _days(text, match, part, anchor)
    if part["m4"]:
        return _made(
            match,
            f"{part['y4']}-{_month(part['m4']):02}/{part['y4']}-{_month(part['m4b'] or ''):02}",
            Precision.INTERVAL,
        )
    if part["m5"]:
        return _made(match, f"{part['y5']}-{_month(part['m5']):02}", Precision.MONTH)
    if part["y6"]:
        last = part["y6b"] or ""
        last = last if len(last) == 4 else part["y6"][:2] + last
        return _made(match, f"{part['y6']}/{last}", Precision.INTERVAL) if last > part["y6"] else None
    if part["season"]:
        return _made(match, part["y7"], Precision.YEAR)
    if part["dotted"]:
        day = _number(part["d8"])
        return _made(match, f"{part['y8']}-{part['m8']}-{day:02}", Precision.DAY)
    before = text[max(0, match.start() - 14) : match.start()]
    if part["y9"]:
        if not _YEAR_CUE.search(before) and not _YEAR_HEAD.match(text, match.end()):
            return None
        if re.search(r"(?:[Rr]esolutions?|No\.?|[Aa]rticle|[Pp]aragraph)\s*$", before):
            return None
        return _made(match, part["y9"], Precision.YEAR)
    if (
        part["m10"]
        and _MONTH_CUE.search(before)
        and anchor
        and not re.match(r" [A-Z]", text[match.end() : match.end() + 2])
    ):
        month = _month(part["m10"])
        year = _nearest(month, 15, anchor)
        return _made(match, f"{year}-{month:02}", Precision.MONTH)
    return None


def _days(text: str, match: re.Match[str], part: dict[str, str | None], anchor: date | None) -> Found | None:
    first = _number(part["d1"] or part["d2"] or part["d3"])
    last = _number(part["d1b"] or part["d2b"])
    last_month_name = part["m1b"] or part["m2b"]
    month_name = part["m1"] or part["m2a"] or part["m3"] or part["m2b"] or ""
    month = _month(month_name)
    last_month = _month(last_month_name) if last_month_name else month
    written = part["y1"] or part["y2a"] or part["y2b"] or part["y3"]
    last_year = part["y2b"] or written
    year = int(written) if written else _nearest(month, first, anchor)
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


def _nearest(month: int, day: int, anchor: date | None) -> int | None:
    """Return the year that brings the day nearest to the anchor."""
    if anchor is None:
        return None

    def distance(year: int) -> int:
        try:
            return abs((date(year, month, day) - anchor).days)
        except ValueError:
            return 10_000

    years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9999]
    return min(years, key=distance)


def _relative(text: str, match: re.Match[str], anchor: date, precision: Precision) -> DateValue | None:
    kind = next(name for name, value in match.groupdict().items() if value and name != "which")
    if kind.endswith("year"):
        return _value(str(anchor.year + _STEP[kind[:-4]]), Precision.YEAR)
    if precision is not Precision.DAY:
        return None
    try:
        return _near(text, match, anchor, kind)
    except OverflowError:
        return None


_STEP = {"this": 0, "next": 1, "last": -1}


def _near(text: str, match: re.Match[str], anchor: date, kind: str) -> DateValue | None:
    """Return the day, week or month that a deictic word names."""
    if kind == "today":
        # In running argument "today" means nowadays; an event word in the same clause dates it.
        if match.group().casefold() == "today" and not _dated_today(text, match):
            return None
        return _value(anchor.isoformat(), Precision.DAY)
    if kind in {"yesterday", "tomorrow"}:
        return _value((anchor + timedelta(-1 if kind == "yesterday" else 1)).isoformat(), Precision.DAY)
    if kind == "weekday":
        return _value(_weekday(text, match, anchor).isoformat(), Precision.DAY)
    if kind.endswith("month"):
        months = anchor.year * 12 + anchor.month - 1 + _STEP[kind[:-5]]
        return _value(f"{months // 12}-{months % 12 + 1:02}", Precision.MONTH)
    monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * _STEP[kind[:-4]])
    return _value(f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}", Precision.INTERVAL)


_FUTURE = re.compile(r"\b(?:will|shall|is to|are to|due|scheduled|planned|next|expected|plans?)\b")


def _weekday(text: str, match: re.Match[str], anchor: date) -> date:
    """Return the day nearest to the post that bears the name, looking ahead when the sentence does."""
    number = WEEKDAYS[match.group().split()[-1].casefold()]
    begin = max(
        text.rfind(".", max(0, match.start() - 200), match.start()),
        text.rfind("\n", max(0, match.start() - 200), match.start()),
    )
    ahead = bool(_FUTURE.search(text, max(begin, match.start() - 200, 0), match.start()))
    which = (match["which"] or "").casefold()
    forward = (number - anchor.weekday()) % 7
    if which == "next" or (ahead and which != "last"):
        return anchor + timedelta(forward or (7 if which == "next" else 0))
    return anchor - timedelta((-forward) % 7 or (7 if which == "last" else 0))


_EVENT = re.compile(
    r"\b(?:met|held|hold|hosted|arrived|signed|spoke|will (?:be|meet|visit|travel|hold)|visited|attended|received|talks|meeting|meetings|"
    r"discussed|relay|welcomed|announced|opened|issued|released|called|convened|concluded|launched|adopted|addressed|chaired|"
    r"presented|participated|took part|departed|travels|travelled|traveled|paid|begins?|conversation|visit|summit|session|gather\w*|"
    r"gave|briefed|testified|delivered|summoned|handed|appointed|inaugurated|joined|stated|said|imposed|designated|condemn\w*)\b"
)
_NOWADAYS = re.compile(
    r"\b(?:world|realities|challenges|situation|generation|than ever|more than|still|remains?|exists?)\b"
)


def _dated_today(text: str, match: re.Match[str]) -> bool:
    """Tell whether "today" dates an event."""
    low, high = max(0, match.start() - 300), min(len(text), match.end() + 300)
    begin = max(text.rfind(". ", low, match.start()), text.rfind("\n", low, match.start()), low - 1) + 1
    ends = [place for sign in (". ", "\n") if (place := text.find(sign, match.end(), high)) >= 0]
    end = min(ends, default=high)
    if text[match.end() : match.end() + 2] == "'s" and not re.match(
        r"'s (?:meeting|talks|session|summit|event|visit)", text[match.end() : match.end() + 14]
    ):
        return False
    near = text[max(begin, match.start() - 60) : min(end, match.end() + 40)]
    return bool(_EVENT.search(text, begin, end)) and not _NOWADAYS.search(near)


def _value(value: str, precision: Precision) -> DateValue:
    return DateValue(value=value, precision=precision, basis="text")


def _made(match: re.Match[str], value: str, precision: Precision) -> Found:
    return Found(match.start(), match.end(), _value(value, precision), Level.NAME)
