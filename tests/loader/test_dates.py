"""Calendar dates in texts, and when a word such as "today" is one."""

from __future__ import annotations

import pytest

from cypher.vocabulary import Precision
from loader.extraction.dates import find_dates
from loader.model import DateValue
from tests.loader.reading import read

POSTED = DateValue(value="1990-06-15", precision=Precision.DAY, basis="test")


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("on July 26, 1990,", "July 26, 1990", "1990-07-26"),
        ("on 26 July 1990", "26 July 1990", "1990-07-26"),
        ("on the 3rd of May 1990", "3rd of May 1990", "1990-05-03"),
        ("on July 26", "July 26", "1990-07-26"),
        ("on December 30", "December 30", "1989-12-30"),
        ("it will be held on December 30", "December 30", "1990-12-30"),
        ("the forum was held in September", "September", "1989-09"),
        ("the forum is to be held in February", "February", "1991-02"),
        ("in October 1990", "October 1990", "1990-10"),
        ("in 1989", "1989", "1989"),
        ("for 1990-1995", "1990-1995", "1990/1995"),
        ("on July 26 and 27", "July 26 and 27", "1990-07-26/1990-07-27"),
        ("on 19-21 November 1985", "19-21 November 1985", "1985-11-19/1985-11-21"),
        ("from 30 May to 2 June 1990", "30 May to 2 June 1990", "1990-05-30/1990-06-02"),
        ("he met her today", "today", "1990-06-15"),
        ("it was held yesterday", "yesterday", "1990-06-14"),
        ("next year we will", "next year", "1991"),
        ("they spoke on Tuesday", "Tuesday", "1990-06-12"),
        ("they will meet on Tuesday", "Tuesday", "1990-06-19"),
        ("it will open next week", "next week", "1990-06-18/1990-06-24"),
        ("they met in April this year", "April this year", "1990-04"),
        ("they met in March of last year", "March of last year", "1989-03"),
        ("it was adopted last August", "last August", "1989-08"),
        ("it was adopted last April", "last April", "1990-04"),
        ("it opens next May", "next May", "1991-05"),
        ("it was agreed last autumn", "last autumn", "1989-09/1989-11"),
        ("it was agreed in the spring of this year", "spring of this year", "1990-03/1990-05"),
        ("they travel later this month", "later this month", "1990-06"),
        ("it will be ready early next year", "early next year", "1991"),
        ("she called last night", "last night", "1990-06-14"),
        ("she called yesterday evening", "yesterday evening", "1990-06-14"),
        ("she left two weeks ago", "two weeks ago", "1990-06-01"),
        ("they dined on Monday evening", "Monday evening", "1990-06-11"),
        ("they met on Monday and Tuesday", "Monday and Tuesday", "1990-06-11/1990-06-12"),
        ("it sat last weekend", "last weekend", "1990-06-09/1990-06-10"),
        ("he arrived on Tuesday 12 June", "Tuesday 12 June", "1990-06-12"),
        ("he arrived on Tuesday, June 12", "Tuesday, June 12", "1990-06-12"),
        ("from 1985 to 1989", "1985 to 1989", "1985/1989"),
        ("(1990/6/3)", "1990/6/3", "1990-06-03"),
        ("on 23/11/1989", "23/11/1989", "1989-11-23"),
        ("on 11/23/1989", "11/23/1989", "1989-11-23"),
        ("the session took place today", "today", "1990-06-15"),
        ("after today's meeting", "today", "1990-06-15"),
    ],
)
def test_a_date_has_its_span_and_its_value(text: str, span: str, value: str) -> None:
    (found,) = find_dates(text, POSTED)
    assert text[found.start : found.end] == span
    assert found.value.value == value


@pytest.mark.parametrize(
    "text",
    [
        "1,990 students",
        "2000 people",
        "the 1990s",
        "resolution 1990/12x",
        "we may agree",
        "Today, many believe so",
        "75 years",
        "the Good Friday truce",
        "in today's world",
    ],
)
def test_what_looks_like_a_date_and_is_none_is_left_alone(text: str) -> None:
    assert find_dates(text, POSTED) == []


def test_a_day_and_month_in_figures_need_their_weekday() -> None:
    text = "in Oslo, Tuesday (12/6); 3/4 of them agreed"
    found = [(text[one.start : one.end], one.value.value) for one in find_dates(text, POSTED)]
    assert found == [("Tuesday", "1990-06-12"), ("12/6", "1990-06-12")]


def test_a_weekday_beside_today_is_no_date_of_its_own() -> None:
    text = "It opened today, Friday, 15 June 1990."
    assert [text[one.start : one.end] for one in find_dates(text, POSTED)] == ["today", "15 June 1990"]


def test_without_a_date_of_the_post_nothing_is_guessed() -> None:
    (found,) = find_dates("on July 26", None)
    assert found.value.value == "XXXX-07-26"
    assert find_dates("they met today", None) == []


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert find_dates("on February 30, 1990", POSTED) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Issued on 07-08-2024.", ["2024-08-07"]),
        ("Lima, 3-4.06.2024", ["2024-06-03/2024-06-04"]),
        ("(Lima, 3. 6. 2025) They met.", ["2025-06-03"]),
        ("They met on 5/6 June 2024.", ["2024-06-05/2024-06-06"]),
        ("Done on the 5th day of June 2023.", ["2023-06-05"]),
        ("It will open in the second quarter.", ["1990-04/1990-06"]),
        ("He won the second quarter final.", []),
        ("They will meet by the end of the year.", ["1990"]),
    ],
)
def test_dates_in_figures_and_parts_of_the_year(text: str, values: list[str]) -> None:
    made = read(text)
    assert [m.id.removeprefix("date:") for m in made.mentions if m.type.value == "Date"] == values
