"""One post is one node, whoever copied it and however often it was edited."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.vocabulary import Precision
from loader.identity import merge_posts, post_id
from loader.model import DateValue, Post, RawPost


def raw(text: str = "Talks in Geneva", **fields: object) -> RawPost:
    return RawPost(source="a.txt", line=1, text=text, **fields)


def test_the_same_text_in_two_files_is_the_same_post() -> None:
    left = RawPost(source="a.txt", line=1, text="❗️ Talks in Geneva\nThey met.")
    right = RawPost(source="b.txt", line=9, text="❗ Talks  in Geneva \nThey\u00a0met.")
    assert post_id(left) == post_id(right)
    assert post_id(raw("Talks in Vienna")) != post_id(raw())


def test_an_edited_message_stays_the_same_post() -> None:
    where = {"channel": "Example Mission", "message_id": "12", "url": "https://t.me/c/77/12"}
    assert post_id(raw("before", **where)) == post_id(raw("after", **where)) == "post:77-12"
    renamed = {**where, "channel": "Another name"}
    assert post_id(raw(**renamed)) == "post:77-12"


def test_without_an_address_the_channels_name_stands_for_it() -> None:
    assert post_id(raw(channel="Example Mission 🇨🇭", message_id="12")) == "post:example-mission-12"
    assert post_id(raw(channel="🇨🇭", message_id="12")) != post_id(raw(channel="🇫🇷", message_id="12"))


def test_the_latest_edit_and_the_best_date_win() -> None:
    day = DateValue(value="1988-05-03", precision=Precision.DAY, basis="title")
    month = DateValue(value="1988-05", precision=Precision.MONTH, basis="title")
    noon = datetime(1988, 5, 3, 12, tzinfo=UTC)
    old = Post(id="post:1", text="before", date=day)
    new = Post(id="post:1", text="after", date=month, edited_at=noon)
    merged = merge_posts(old, new)
    assert (merged.text, merged.date, merged.edited_at) == ("after", day, noon)


def test_the_narrower_interval_wins() -> None:
    wide = DateValue(value="1988-05-01/1988-05-30", precision=Precision.INTERVAL, basis="neighbours")
    narrow = DateValue(value="1988-05-03/1988-05-09", precision=Precision.INTERVAL, basis="neighbours")
    left, right = (Post(id="post:1", text="x", date=date) for date in (wide, narrow))
    assert merge_posts(left, right).date == narrow


def test_different_posts_are_not_merged() -> None:
    with pytest.raises(ValueError, match="different posts"):
        merge_posts(Post(id="post:1", text="x"), Post(id="post:2", text="x"))


MOMENTS = st.one_of(
    st.none(),
    st.builds(
        lambda hour, shift: datetime(1988, 5, 3, hour, tzinfo=timezone(timedelta(hours=shift))),
        st.integers(0, 3),
        st.integers(-2, 2),
    ),
)
DATES = st.one_of(
    st.none(),
    st.builds(
        lambda value, basis: DateValue(value=value[0], precision=value[1], basis=basis),
        st.sampled_from(
            [
                ("1988-05-03", Precision.DAY),
                ("1988-05-04", Precision.DAY),
                ("1988-05", Precision.MONTH),
                ("1988-05-01/1988-05-04", Precision.INTERVAL),
                ("1988-05-02/1988-05-05", Precision.INTERVAL),
            ]
        ),
        st.sampled_from(["posted", "title", "neighbours"]),
    ),
)
NAMES = st.sampled_from([None, "a", "b"])
POSTS = st.builds(
    Post,
    id=st.just("post:1"),
    text=st.sampled_from(["one", "two", "three"]),
    date=DATES,
    channel=NAMES,
    message_id=NAMES,
    published_at=MOMENTS,
    edited_at=MOMENTS,
    forwarded_from=NAMES,
    url=NAMES,
    external_id=NAMES,
    source=st.sampled_from(["x", "y"]),
    line=st.integers(1, 3),
)


@given(POSTS, POSTS, POSTS)
def test_neither_order_nor_grouping_of_merges_matters(a: Post, b: Post, c: Post) -> None:
    assert merge_posts(a, b) == merge_posts(b, a)
    assert merge_posts(merge_posts(a, b), c) == merge_posts(a, merge_posts(b, c))
    assert merge_posts(a, a) == a
    assert merge_posts(merge_posts(a, b), a) == merge_posts(a, b)
