"""Posts on disk between the stages: distinct, merged, in an order that owes nothing to the input's."""

from __future__ import annotations

from cypher.vocabulary import Precision
from loader.model import DateValue, Extraction, Post
from loader.spool import Spool


def a_post(name: str, day: str | None = None) -> Post:
    date = DateValue(value=day, precision=Precision.DAY, basis="title") if day else None
    return Post(id=f"post:{name}", text=f"The text of {name}.", date=date)


def test_posts_come_back_by_date_and_id_whatever_the_order_they_went_in() -> None:
    posts = [a_post("c", "1987-12-08"), a_post("b", "1986-10-11"), a_post("a", "1987-12-08")]
    orders = []
    for order in (posts, posts[::-1]):
        with Spool() as spool:
            for post in order:
                spool.add(post)
            orders.append([post.id for post in spool.waiting()])
    assert orders == [["post:b", "post:a", "post:c"]] * 2


def test_the_same_post_twice_is_one_and_keeps_the_better_date() -> None:
    with Spool() as spool:
        assert spool.add(a_post("a"))
        assert not spool.add(a_post("a", "1987-12-08"))
        (post,) = spool.waiting()
    assert post.date is not None
    assert post.date.value == "1987-12-08"


def test_an_extraction_is_kept_until_its_post_changes() -> None:
    with Spool() as spool:
        spool.add(a_post("a"), extraction=Extraction(post=a_post("a")), given=False)
        spool.add(a_post("a"))
        assert spool.count(waiting=True) == 0
        spool.add(a_post("a", "1987-12-08"))
        assert spool.count(waiting=True) == 1


def test_posts_that_only_the_graph_has_are_not_among_those_given() -> None:
    with Spool() as spool:
        spool.add(a_post("old"), extraction=Extraction(post=a_post("old")), given=False)
        spool.add(a_post("new"))
        spool.keep("post:new", Extraction(post=a_post("new")).model_dump_json())
        assert [made.post.id for made in spool.extractions(given_only=True)] == ["post:new"]
        assert len(list(spool.extractions())) == 2
