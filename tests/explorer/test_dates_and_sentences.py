"""Dates are never said more exactly than they are known; quotes are marked where they stand."""

from __future__ import annotations

import pytest
from dash import html

from explorer.dates import reported, spoken
from explorer.panels.sentences import around, highlighted, sentence
from explorer.views import Sentence, When


@pytest.mark.parametrize(
    ("first", "end", "precision", "text"),
    [
        ("1987-12-08", "1987-12-09", "day", "8 December 1987"),
        ("1987-12-08", None, "day", "8 December 1987"),
        ("1985-11-19", "1985-11-22", "interval", "19–21 November 1985"),
        ("2024-07-28", "2024-08-09", "interval", "28 July – 8 August 2024"),
        ("1990-11-01", "1990-12-01", "month", "November 1990"),
        ("1990-01-01", "1991-01-01", "year", "1990"),
        ("2021-01-01", "2026-01-01", "interval", "2021–2025"),
        ("1989-12-30", "1990-01-03", "interval", "30 December 1989 – 2 January 1990"),
        ("1985-01-01", None, "interval", "since 1985"),
        (None, None, "unknown", "undated"),
        (None, None, None, "undated"),
    ],
)
def test_when_it_happened_is_said_with_its_precision(first, end, precision, text):
    assert spoken(When(valid_from=first, valid_to=end, precision=precision)) == text


def test_when_it_was_said_is_one_day_or_the_first_and_the_last():
    assert (
        reported(When(first_reported="1987-12-08", last_reported="1987-12-08T10:00:00+00:00"))
        == "8 December 1987"
    )
    assert (
        reported(When(first_reported="1987-12-08", last_reported="1988-01-02"))
        == "8 December 1987 – 2 January 1988"
    )
    assert reported(When()) == "not dated"


def test_a_quote_after_emoji_and_combining_letters_is_marked_exactly():
    text = "🇺🇳👩🏽‍🚀 é: They met in Malta."
    start = text.index("They")
    before, mark, after = highlighted(text, start, start + len("They met"))
    assert before == "🇺🇳👩🏽‍🚀 é: "
    assert isinstance(mark, html.Mark)
    assert mark.children == "They met"
    assert after == " in Malta."


def test_the_sentence_around_a_quote_is_the_one_at_its_offsets():
    text = "They met. Nobody knew. They met. All knew."
    start = text.rindex("met")
    one = Sentence(quote="met", sentence="They met.", start=start, end=start + 3, text=text, post_id="post:1")
    assert around(one) == ("They met.", 5, 8)


def test_a_sentence_that_does_not_hold_its_quote_falls_back_to_the_quote():
    one = Sentence(quote="met", sentence="Another one.", start=5, end=8, text="They met.", post_id="post:1")
    assert around(one) == ("met", 0, 3)


def test_only_web_addresses_become_links():
    def addresses(url: str) -> list[str]:
        one = Sentence(quote="met", start=5, end=8, text="They met.", post_id="post:1", url=url)
        return [part.href for part in sentence(one)._traverse() if isinstance(part, html.A)]

    assert addresses("https://t.me/mission/1") == ["https://t.me/mission/1"]
    assert addresses("javascript:alert(1)") == []
