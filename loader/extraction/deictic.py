"""Dates that only the day of the post resolves: "today", "last June", "the end of this year", "Monday evening"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from cypher.vocabulary import Precision
from loader.extraction.starts import Starts
from loader.model import DateValue

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_COUNTS = {
    word: number for number, word in enumerate("a two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"one": 1, "an": 1}  # fmt: skip
_PART = (
    r"(?:(?:early|late|mid|earlier|later)[ -](?:in\ )?"
    r"|(?:(?:first|second|latter)\ half|(?:first|second|third|fourth|last)\ quarter)\ of\ )"
)
_HOURS = r"(?:morning|afternoon|evening|night)"
_RELATIVE = re.compile(
    rf"""(?<![\w-])(?:
    (?P<monthyear>(?:(?:early|mid|late)[ -])?(?P<my>(?-i:{_MONTHS}))(?:\ of)?,?\ (?P<myw>this|last|next)\ year)
  | (?P<month>(?P<mw>this|last|next)\ (?:past\ |coming\ )?(?P<mm>(?-i:{_MONTHS}))(?!\ \d))
  | (?P<season>(?P<sw>this|last|next)\ (?:past\ |coming\ )?(?P<sm>spring|summer|autumn|fall|winter)
      |(?P<sm2>spring|summer|autumn|winter)\ (?:of\ )?(?P<sw2>this|last|next)\ year)
  | (?P<today>(?:(?:earlier|later)\ )?today|tonight|(?:(?:earlier|later)\ )?this\ (?:morning|afternoon|evening))
  | (?P<yesterday>(?:(?:earlier|late)\ )?yesterday(?:\ {_HOURS})?|last\ night)
  | (?P<tomorrow>(?:later\ )?tomorrow(?:\ {_HOURS})?)
  | (?P<quarter>(?P<q>first|second|third|fourth|last)\ quarter(?!\ (?:of|century|final|past|to)\b))
  | (?P<ending>(?:end|close|beginning|start)\ of\ the\ (?:current\ )?year)
  | (?P<year>{_PART}?(?P<yw>this|last|next)\ year)
  | (?P<months>{_PART}?(?P<msw>this|last|next)\ month)
  | (?P<week>{_PART}?(?P<ww>this|last|next)\ week)
  | (?P<weekend>(?P<ew>this|last|next)\ (?:past\ |coming\ )?weekend)
  | (?P<ago>(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{{1,2}})\ (?P<unit>day|week|month|year)s?\ ago)
  | (?P<pair>(?P<pa>(?-i:{_DAYS}))(?:\ and\ |\ to\ |\ through\ |-|\ -\ )(?P<pb>(?-i:{_DAYS})))
  | (?P<weekday>(?:(?P<which>next|last|this)\ (?:past\ |coming\ )?)?(?P<dd>(?-i:{_DAYS}))(?:\ {_HOURS})?)
    )(?![\w-])""",
    re.I | re.VERBOSE,
)
_FIRST = (
    frozenset(
        (
            "early late mid earlier later first second latter third fourth last this next spring summer autumn winter "
            "today tonight yesterday tomorrow end close beginning start"
        ).split()
    )
    | MONTHS.keys()
    | WEEKDAYS.keys()
)
"""Words that a deictic date begins with."""
_FIRST_OF_COUNTS = _COUNTS.keys() | {f"{number:0{width}}" for width in (1, 2) for number in range(100)}
"""Words that "… days ago" begins with."""
_HOLIDAY = re.compile(r"\b(?:Good|Holy|Easter|Palm|Black|Bloody|Ash|Whit|Cyber|Giving|Shrove|Maundy)[ -]$")
_STEP = {"this": 0, "next": 1, "last": -1}


def find_deictic(starts: Starts, anchor: date, precision: Precision) -> Iterator[tuple[int, int, DateValue]]:
    """Yield start, end and value of the dates that deictic words name.

    Args:
        starts: the even text of a post, with where its words begin.
        anchor: the day of the post, or a day within its month or year.
        precision: how well that day is known; years alone are resolved when the day is not.
    """
    text = starts.text
    first = _FIRST | _FIRST_OF_COUNTS if "ago" in starts.places else _FIRST
    for match in starts.matches(_RELATIVE, first):
        kind = match.lastgroup or ""
        if kind not in _YEARLY and precision is not Precision.DAY:
            continue
        try:
            value = _resolve(text, match, anchor, kind)
        except OverflowError:
            continue
        if value:
            yield match.start(), match.end(), DateValue(value=value[0], precision=value[1], basis="text")


_YEARLY = {"monthyear", "season", "year", "quarter", "ending"}
_BEFORE_QUARTER = re.compile(r"\b(?:in|by|during|from|until|since|for) the $", re.I)
_BEFORE_END = re.compile(r"\b(?:by|before|until|at|towards?|near|from|since) the $", re.I)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def _resolve(text: str, match: re.Match[str], anchor: date, kind: str) -> tuple[str, Precision] | None:
    """Return the value of a deictic date, or None where the words are no date after all."""
    part = {name: (value or "").casefold() for name, value in match.groupdict().items()}
    if kind == "monthyear":
        return f"{anchor.year + _STEP[part['myw']]}-{MONTHS[part['my']]:02}", Precision.MONTH
    if kind == "month":
        return _named_month(MONTHS[part["mm"]], part["mw"], anchor), Precision.MONTH
    if kind == "season":
        return _season(part["sm"] or part["sm2"], part["sw"] or part["sw2"], anchor, bool(part["sm2"]))
    if kind in ("quarter", "ending"):
        return _part_of_year(text, match, anchor, part["q"])
    if kind in ("year", "months"):
        return _step(anchor, part["yw"], part["msw"])
    if kind == "today":
        # In running argument "today" means nowadays; an event word in the same clause dates it.
        return (
            (anchor.isoformat(), Precision.DAY)
            if part["today"] != "today" or _dated_today(text, match)
            else None
        )
    if kind in ("yesterday", "tomorrow"):
        return (anchor + timedelta(-1 if kind == "yesterday" else 1)).isoformat(), Precision.DAY
    if kind == "ago":
        return _ago(part["count"], part["unit"], anchor)
    if kind in ("week", "weekend"):
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * _STEP[part["ww"] or part["ew"]])
        first = monday if kind == "week" else monday + timedelta(5)
        return f"{first.isoformat()}/{(monday + timedelta(6)).isoformat()}", Precision.INTERVAL
    if _HOLIDAY.search(text, max(0, match.start() - 10), match.start()):
        return None
    if kind == "pair":
        first = _weekday(text, match, WEEKDAYS[part["pa"]], "", anchor)
        return (
            f"{first.isoformat()}/{(first + timedelta((WEEKDAYS[part['pb']] - first.weekday()) % 7)).isoformat()}",
            (Precision.INTERVAL),
        )
    return _weekday(text, match, WEEKDAYS[part["dd"]], part["which"], anchor).isoformat(), Precision.DAY


def _step(anchor: date, of_year: str, of_month: str) -> tuple[str, Precision]:
    """Return this, the last or the next year, or month."""
    if of_year:
        return str(anchor.year + _STEP[of_year]), Precision.YEAR
    return _month(anchor, _STEP[of_month]), Precision.MONTH


def _part_of_year(
    text: str, match: re.Match[str], anchor: date, quarter: str
) -> tuple[str, Precision] | None:
    """Return the quarter, or for "the end of the year" the year, where a preposition of time stands before."""
    cue = _BEFORE_QUARTER if quarter else _BEFORE_END
    if not cue.search(text, max(0, match.start() - 12), match.start()):
        return None
    if not quarter:
        return str(anchor.year), Precision.YEAR
    last = _QUARTERS[quarter] * 3
    return f"{anchor.year}-{last - 2:02}/{anchor.year}-{last:02}", Precision.INTERVAL


def _month(anchor: date, step: int) -> str:
    months = anchor.year * 12 + anchor.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"


def _named_month(month: int, which: str, anchor: date) -> str:
    """Return "last June": the June before the post; "next June": the one after it."""
    year = anchor.year
    if which == "last" and month >= anchor.month:
        year -= 1
    elif which == "next" and month <= anchor.month:
        year += 1
    return f"{year}-{month:02}"


def _season(name: str, which: str, anchor: date, of_year: bool) -> tuple[str, Precision]:
    first = _SEASONS[name]
    year = anchor.year
    if of_year:
        year += _STEP[which]
    elif which == "last" and first + 2 >= anchor.month:
        year -= 1
    elif which == "next" and first <= anchor.month:
        year += 1
    last = first + 2
    return f"{year}-{first:02}/{year + (last > 12)}-{(last - 1) % 12 + 1:02}", Precision.INTERVAL


def _ago(count: str, unit: str, anchor: date) -> tuple[str, Precision] | None:
    number = _COUNTS.get(count) or int(count)
    if unit == "year":
        return (str(anchor.year - number), Precision.YEAR) if anchor.year > number else None
    if unit == "month":
        return _month(anchor, -number), Precision.MONTH
    return (anchor - timedelta(number * (7 if unit == "week" else 1))).isoformat(), Precision.DAY


_FUTURE = re.compile(r"\b(?:will|shall|is to|are to|due|scheduled|planned|next|expected|plans?)\b")


def _weekday(text: str, match: re.Match[str], number: int, which: str, anchor: date) -> date:
    """Return the day nearest to the post that bears the name, looking ahead when the sentence does."""
    begin = max(
        text.rfind(".", max(0, match.start() - 200), match.start()),
        text.rfind("\n", max(0, match.start() - 200), match.start()),
    )
    ahead = bool(_FUTURE.search(text, max(begin, match.start() - 200, 0), match.start()))
    forward = (number - anchor.weekday()) % 7
    if which == "next" or (ahead and which != "last"):
        return anchor + timedelta(forward or (7 if which == "next" else 0))
    return anchor - timedelta((-forward) % 7 or (7 if which == "last" else 0))


_EVENT = re.compile(
    r"\b(?:met|holds?|held|host(?:s|ed)?|arriv(?:es?|ed|ing)|sign(?:s|ed)?|spoke|will (?:be|meet|visit|travel|hold|speak|chair|attend|host|open)|"
    r"visit(?:s|ed|ing)?|attend(?:s|ed|ing)?|receiv(?:es|ed)|talks|meetings?|discuss(?:es|ed)|relay|welcom(?:es|ed)|announc(?:es|ed|ing)|"
    r"open(?:s|ed)|issued|releas(?:es|ed)|called|conven(?:es|ed)|conclud(?:es|ed)|launch(?:es|ed|ing)|adopt(?:s|ed)|address(?:es|ed)|"
    r"chair(?:s|ed)|presented|participat(?:es|ed)|took (?:part|place|over|office)|takes? (?:part|place|over|office)|taking place|"
    r"depart(?:s|ed)|travel(?:s|l?ed|ling)|leaves|left|paid|pays|beg(?:ins?|an)|start(?:s|ed)|conversation|visit|summit|session|gather\w*|"
    r"gave|briefed|testified|delivered|summoned|handed|appointed|inaugurat(?:es|ed)|joined|stated|said|imposed|designat(?:es|ed|ing)|"
    r"condemn\w*|marks|celebrat\w+|commemorat\w+|voted|approved|agreed|confirmed|published|submitted|deposited|ratified|accredited|"
    r"returned|flew|landed|ended|kick(?:s|ed) off|came|entered into force|enters into force|unveil(?:s|ed)|reopen(?:s|ed)|elected|"
    r"expelled|ordered|killed|struck|attacked|fired|informed|passed away|died|released|nominated|endorsed|decided)\b"
)
_NOWADAYS = re.compile(
    r"\b(?:world|realities|challenges|situation|generation|than ever|more than|still|remains?|exists?|until|even|as of)\b"
)
_OF_EVENT = re.compile(
    r"'s (?:[a-z-]+ ){0,2}(?:meeting|talks|session|summit|event|visit|conference|dialogue|call|discussions?|consultations|briefing|ceremony|"
    r"announcement|statement|signing|vote|decision|debate|agreement|exchange|forum|attack|attacks|strike|gathering|roundtable|conversation)\b",
    re.I,
)
_DATE_FOLLOWS = re.compile(rf",? (?:{_DAYS}|\d|(?:{_MONTHS}) \d|\()")


def _dated_today(text: str, match: re.Match[str]) -> bool:
    """Tell whether "today" dates an event."""
    if text.startswith("'s", match.end()):
        return bool(_OF_EVENT.match(text, match.end()))
    if _DATE_FOLLOWS.match(text, match.end()):
        return True
    low, high = max(0, match.start() - 300), min(len(text), match.end() + 300)
    begin = max(text.rfind(". ", low, match.start()), text.rfind("\n", low, match.start()), low - 1) + 1
    ends = [place for sign in (". ", "\n") if (place := text.find(sign, match.end(), high)) >= 0]
    end = min(ends, default=high)
    near = text[max(begin, match.start() - 60) : min(end, match.end() + 40)]
    return bool(_EVENT.search(text, begin, end)) and not _NOWADAYS.search(near)
