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
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|until|till)\s+)"
_PATTERN = re.compile(
    rf"""(?<![\w.])(?:
    (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))
  | (?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?:{_TO}(?:(?P<m1b>{_MONTH})\s+)?(?P<d1b>{_DAY})(?!\d))?(?:,?\s+(?P<y1>{_YEAR}))?
  | (?P<d2>{_DAY})(?:{_TO}(?P<d2b>{_DAY}))?\s+(?:of\s+)?(?P<m2>{_MONTH})(?:{_TO}(?P<d2c>{_DAY})\s+(?P<m2b>{_MONTH}))?(?:,?\s+(?P<y2>{_YEAR}))?
  | (?P<m3>{_MONTH}),?\s+(?:of\s+)?(?P<y3>{_YEAR})
  | (?P<y4>{_YEAR})\s?[-–/]\s?(?P<y4b>{_YEAR})(?!\d)
  | (?<=in\s)(?P<m6>January|February|March|April|May|June|July|August|September|October|November|December)(?!\s+\d)
  | (?<=to\s)(?P<m7>January|February|March|April|June|July|August|September|October|November|December)(?!\s+\d)
  | (?P<y5>(?:19|20)\d\d)(?!\d|s\b|[.,]\d|\s?(?:million|billion|people|troops|students|%|km))
    )(?![\w])""",
    re.VERBOSE,
)
_ALONE = re.compile(
    r"(?:in|since|of|from|by|until|for|during|late|early|mid|year|\(|,|and|to|before|after|through|till)[\s-]*$",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(?:(?P<today>today|tonight|this (?:morning|afternoon|evening))|(?P<yesterday>yesterday)|(?P<tomorrow>tomorrow)"
    r"|(?P<thisyear>earlier this year|later this year|this year)|(?P<nextyear>next year)|(?P<lastyear>last year)"
    r"|(?P<nextmonth>next month)|(?P<lastmonth>last month)|(?P<thismonth>(?:earlier |later )?this month)"
    r"|(?:on |last |this |next |late on )(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"|(?P<thisweek>(?:earlier |later )?this week)|(?P<nextweek>next week)|(?P<lastweek>last week))\b",
    re.I,
)
_MAY = re.compile(r"\bMay$")


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
        taken = [(one.start, one.end) for one in found]
        for match in _RELATIVE.finditer(text):
            vague = posted.precision is not Precision.DAY and not (match.lastgroup or "").endswith("year")
            if not vague and not any(first < match.end() and match.start() < last for first, last in taken):
                value = _relative(match, anchor, text)
                if value:
                    start = match.start("weekday") if match["weekday"] else match.start()
                    found.append(Found(start, match.end(), value, Level.RELATIVE))
    return sorted(found, key=lambda one: one.start)


def _anchor(posted: DateValue | None) -> date | None:
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", posted.value) if posted else None
    if not match:
        return None
    return date(int(match[1]), int(match[2] or 7), int(match[3] or 1))


def _absolute(text: str, match: re.Match[str], anchor: date | None) -> Found | None:
    part = match.groupdict()
    if part["iso"]:
        return _made(match, part["iso"], Precision.DAY)
    if part["m1"] or part["m2"]:
        return _days(match, part, anchor)
    if part["m3"]:
        month = MONTHS[part["m3"].rstrip(".").casefold()]
        return _made(match, f"{part['y3']}-{month:02}", Precision.MONTH)
    if part["y4"]:
        if int(part["y4"]) >= int(part["y4b"]):
            return None
        return _made(match, f"{part['y4']}/{part['y4b']}", Precision.INTERVAL)
    if part["m6"] or part["m7"]:
        month = MONTHS[(part["m6"] or part["m7"] or "").casefold()]
        near = _nearest(month, 15, anchor)
        return _made(match, f"{near}-{month:02}", Precision.MONTH) if near else None
    if not _ALONE.search(text, max(0, match.start() - 12), match.start()) and match.start() > 0:
        return None
    return _made(match, part["y5"], Precision.YEAR)


def _days(match: re.Match[str], part: dict[str, str | None], anchor: date | None) -> Found | None:
    month_name = part["m1"] or part["m2"]
    assert month_name is not None  # noqa: S101 (the pattern has it)
    month = MONTHS[month_name.rstrip(".").casefold()]
    first = _number(part["d1"] or part["d2"])
    last = _number(part["d1b"] or part["d2b"] or part["d2c"])
    last_name = part["m1b"] or part["m2b"]
    last_month = MONTHS[last_name.rstrip(".").casefold()] if last_name else month
    year_text = part["y1"] or part["y2"]
    year = int(year_text) if year_text else _nearest(month, first or 1, anchor)
    if year is None:
        value = f"XXXX-{month:02}-{first:02}"
        return _made(match, value, Precision.DAY)
    try:
        begin = date(year, month, first or 1)
        end = date(year, last_month, last) if last else None
    except ValueError:
        return None
    if end and end > begin:
        return _made(match, f"{begin.isoformat()}/{end.isoformat()}", Precision.INTERVAL)
    return _made(match, begin.isoformat(), Precision.DAY)


def _number(text: str | None) -> int | None:
    digits = re.match(r"\d+", text) if text else None
    return int(digits[0]) if digits else None


def _nearest(month: int, day: int, anchor: date | None) -> int | None:
    """Return the year that brings the day nearest to the anchor."""
    if anchor is None:
        return None

    def distance(year: int) -> int:
        try:
            return abs((date(year, month, day) - anchor).days)
        except ValueError:
            return 10_000

    return min((anchor.year - 1, anchor.year, anchor.year + 1), key=distance)


def _relative(match: re.Match[str], anchor: date, text: str) -> DateValue | None:
    kind = match.lastgroup or ""
    if kind == "today":
        # In running argument "today" means nowadays; an event word in the same clause dates it.
        if match.group().casefold() == "today" and not _dated_today(text, match):
            return None
        return _value(anchor.isoformat(), Precision.DAY)
    if kind == "weekday":
        return _value(_weekday(text, match, anchor).isoformat(), Precision.DAY)
    if kind in {"yesterday", "tomorrow"}:
        return _value((anchor + timedelta(-1 if kind == "yesterday" else 1)).isoformat(), Precision.DAY)
    if kind.endswith("year"):
        return _value(str(anchor.year + {"this": 0, "next": 1, "last": -1}[kind[:-4]]), Precision.YEAR)
    if kind.endswith("month"):
        months = anchor.year * 12 + anchor.month - 1 + {"this": 0, "next": 1, "last": -1}[kind[:-5]]
        return _value(f"{months // 12}-{months % 12 + 1:02}", Precision.MONTH)
    monday = (
        anchor - timedelta(anchor.weekday()) + timedelta(7 * {"this": 0, "next": 1, "last": -1}[kind[:-4]])
    )
    return _value(f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}", Precision.INTERVAL)


_DAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_AHEAD = re.compile(r"\b(?:will|next|upcoming|scheduled|due|planned|to be)\b")


def _weekday(text: str, match: re.Match[str], anchor: date) -> date:
    """Return the day that a weekday means: the last such day, or the next one where the clause looks ahead."""
    begin = max(text.rfind(".", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    ahead = _AHEAD.search(text, begin, match.end())
    distance = (_DAYS[match["weekday"].casefold()] - anchor.weekday()) % 7
    return anchor + timedelta(distance or 7) if ahead else anchor - timedelta((-distance) % 7)


_EVENT = re.compile(
    r"\b(?:met|held|hosted|arrived|signed|spoke|will be|visited|attended|received|talks|meeting|discussed|relay|welcomed|announced|opened)\b"
)


def _dated_today(text: str, match: re.Match[str]) -> bool:
    begin = max(text.rfind(".", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    end = min(
        place
        for place in (text.find(".", match.end()), text.find("\n", match.end()), len(text))
        if place >= 0
    )
    return bool(_EVENT.search(text, begin, end))


def _value(value: str, precision: Precision) -> DateValue:
    return DateValue(value=value, precision=precision, basis="text")


def _made(match: re.Match[str], value: str, precision: Precision) -> Found:
    return Found(match.start(), match.end(), _value(value, precision), Level.NAME)
