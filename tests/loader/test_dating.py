"""When a post was published: what it says itself, and what its neighbours leave room for."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from loader.date_cues import find_cue
from loader.dating import date_posts
from loader.model import Post, RawPost
from loader.readers import ReadReport, read_posts

REAL = Path(__file__).parents[3] / "shared" / "input" / "channel_scrape.txt"
GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev.jsonl"


def raw(text: str, line: int = 1, **fields: object) -> RawPost:
    return RawPost(source="posts.txt", line=line, text=text, **fields)


def dated(*texts: str) -> list[str | None]:
    posts = date_posts(raw(text, line) for line, text in enumerate(texts, 1))
    return [post.date and post.date.value for post in posts]


def title(day: str) -> str:
    return f"Remarks at a press conference (Geneva, {day})\nThe talks went well."


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("🎙 Opening remarks (Vientiane, July 26, 2024)\nBody", "2024-07-26", "title"),
        ("Remarks at MGIMO (Moscow, 2 September 2024)", "2024-09-02", "title"),
        ("Interview to a magazine (7 October, 2024)", "2024-10-07", "title"),
        ("Joint Statement of the Leaders, 12 December 1987\nWe met.", "1987-12-12", "title"),
        ("Talks (Geneva, November 19-21, 1985)", "1985-11-21", "title"),
        ("Remarks\n📍 Kuala Lumpur, July 28, 2024\nBody", "2024-07-28", "place line"),
        (
            "Readout of a call\nWashington, D.C.\nMarch 3, 2022\nThe Secretary spoke.",
            "2022-03-03",
            "date line",
        ),
        ("Press release\n27.07.2024 15:32\nThe ministers met.", "2024-07-27", "date line"),
        ("Press release\nThe ministers met.\n27 July 2024", "2024-07-27", "date line"),
        ("BRUSSELS, 4 March 2022 – The ministers met.", "2022-03-04", "date line"),
        ("🇬🇧 London, July 17, 1991: the treaty is ready", "1991-07-17", "date line"),
        ("On Monday, 9 December 1991, the leaders met.", "1991-12-09", "lead"),
        ("On the 3rd of May 1988 the leaders met.", "1988-05-03", "lead"),
    ],
)
def test_a_post_that_tells_its_day_has_it(text: str, value: str, basis: str) -> None:
    (post,) = date_posts([raw(text)])
    assert post.date is not None
    assert (post.date.value, post.date.precision, post.date.basis) == (value, "day", basis)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met.\nThe treaty was signed on December 8, 1987.",
        "The ministers will meet on 5 September 1988.",
        "We remember Yalta (1945).",
        "May I thank you for 75 years of friendship.",
        "On July 26, the ministers met.",
        "On February 31, 1988, nothing happened.",
        "",
        "🇨🇭🇨🇭",
    ],
)
def test_a_post_that_does_not_tell_its_day_alone_has_none(text: str) -> None:
    assert dated(text) == [None]


def test_a_title_that_tells_only_the_month_gives_the_month() -> None:
    (post,) = date_posts([raw("Remarks (Moscow, September 2024)")])
    assert post.date is not None
    assert (post.date.value, post.date.precision) == ("2024-09", "month")


NEIGHBOURS = [
    title("December 28, 1987"),
    "On December 30, the delegations met.\nThe treaty of 1972 is in force.",
    "The ministers spoke by telephone.",
    "🗓 They met again at the talks which were held in Geneva on 4 January.",
    title("10 January 1988"),
]
RIGHT = ["1987-12-28", "1987-12-30", "1987-12-30/1988-01-04", "1988-01-04", "1988-01-10"]


def test_neighbours_give_the_year_and_bound_a_post_without_date() -> None:
    assert dated(*NEIGHBOURS) == RIGHT


def test_a_file_that_runs_backwards_gives_the_same_dates() -> None:
    assert dated(*NEIGHBOURS[::-1]) == RIGHT[::-1]


def test_in_a_shuffled_file_years_stay_right_and_nothing_is_bounded() -> None:
    texts = [title(f"March {day}, 1988") for day in (20, 3, 28, 11, 7, 15)]
    texts[3:3] = ["The ministers spoke.", "On March 9, the delegations met."]
    found = dated(*texts)
    assert found[3] is None
    assert found[4] == "1988-03-09"


def test_a_recurring_day_is_used_only_where_the_order_leaves_room() -> None:
    yearly = "Every year on August 8, the members mark their day."
    before, after = title("July 28, 2024"), title("September 2, 2024")
    assert dated(before, yearly, after) == ["2024-07-28", "2024-08-08", "2024-09-02"]
    assert dated(before, yearly, title("August 1, 2024"))[1] == "2024-07-28/2024-08-01"
    assert dated(before, yearly) == ["2024-07-28", None]
    assert dated(yearly) == [None]


def test_an_anniversary_in_the_lead_is_not_the_day_of_the_post() -> None:
    memory = "On October 24, 1945, the Charter entered into force."
    assert dated(title("July 1, 1988"), memory, title("July 9, 1988"))[1] == "1988-07-01/1988-07-09"


def test_an_old_title_among_new_ones_does_not_mislead_its_neighbours() -> None:
    texts = [title(f"May {day}, 1988") for day in (1, 2, 3, 4)]
    texts += [title("June 3, 1961"), "The ministers spoke.", "On May 7, they met."]
    texts += [title(f"May {day}, 1988") for day in (9, 10, 11, 12)]
    found = dated(*texts)
    assert found[4:7] == ["1961-06-03", "1988-05-04/1988-05-07", "1988-05-07"]


def test_a_day_whose_year_the_neighbours_leave_open_is_an_interval() -> None:
    found = dated(title("January 1, 1986"), "On July 5, they met.", title("December 1, 1989"))
    assert found[1] == "1986-07-05/1989-07-05"


def test_a_posting_date_wins_over_the_title_and_counts_in_universal_time() -> None:
    moment = datetime(2024, 7, 28, 1, 30, tzinfo=timezone(timedelta(hours=3)))
    (post,) = date_posts([raw(title("July 26, 2024"), published_at=moment)])
    assert post.date is not None
    assert (post.date.value, post.date.basis) == ("2024-07-27", "posted")
    assert post.published_at == moment
    assert post.published_at.tzinfo is UTC


def test_posts_of_one_file_do_not_date_those_of_another() -> None:
    first = raw(title("July 26, 2024"))
    second = RawPost(source="other.txt", line=1, text="On July 27, they met.")
    assert [post.date and post.date.value for post in date_posts([first, second])] == ["2024-07-26", None]


def test_a_long_file_is_dated_as_it_streams() -> None:
    start = date(1985, 1, 1)
    chance = random.Random(5)
    pulled = 0

    def posts() -> Iterable[RawPost]:
        nonlocal pulled
        for number in range(3000):
            day = start + timedelta(number // 2)
            words = f"{day:%B} {day.day}"
            pulled += 1
            yield raw(
                title(f"{words}, {day.year}") if chance.random() < 0.3 else f"On {words}, they met.",
                line=number,
            )

    found: list[Post] = []
    for post in date_posts(posts()):
        found.append(post)
        assert pulled - len(found) <= 512
    assert [post.date and post.date.value for post in found] == [
        (start + timedelta(number // 2)).isoformat() for number in range(3000)
    ]


def test_a_long_file_without_any_date_waits_for_a_bounded_number_of_posts() -> None:
    pulled = 0

    def posts() -> Iterable[RawPost]:
        nonlocal pulled
        for number in range(6000):
            pulled += 1
            yield raw(f"Post {number}", line=number)

    for done, post in enumerate(date_posts(posts()), 1):
        assert post.date is None
        assert pulled - done <= 2048


def test_a_very_long_line_costs_no_time() -> None:
    assert find_cue("May 5 and " * 100_000) is None


def test_the_real_posts_have_the_right_dates_in_either_direction() -> None:
    if not REAL.exists():
        pytest.skip("the real input is not beside the repository")
    raws = list(read_posts([REAL], ReadReport()))
    gold = {
        record["text"]: (record["date"]["value"], record["date"]["precision"])
        for record in map(json.loads, GOLD.read_text("utf-8").splitlines())
    }
    for order in (raws, raws[::-1]):
        found = {
            post.text: post.date and (post.date.value, post.date.precision) for post in date_posts(order)
        }
        assert {text: found[text] for text in gold} == gold
        bases = sorted(post.date.basis.split(";")[0] for post in date_posts(order) if post.date)
        assert bases == sorted(
            ["title"] * 3 + ["place line"] * 2 + ["lead"] * 3 + ["lead, recurring"] + ["neighbours"]
        )
