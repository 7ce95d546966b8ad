"""Which phrases analysts are asked to look at."""

from __future__ import annotations

from loader.unknown import rank
from tests.loader.reading import read

TEXTS = (
    "The delegation praised the Zorbic Verdance in Geneva.",
    "Later the Zorbic Verdance was named again.",
    "Nobody had read the Zorbic Verdance before Foreign Minister Kari Lund of Norway arrived.",
    "There was talk of Quillon Verity as well.",
    "Many mentioned the Zorbic Verdance.",
)


def test_unknown_phrases_are_ranked_by_how_often_they_occur_with_their_contexts() -> None:
    made = [read(text) for text in TEXTS]
    (first, times, contexts), *rest = rank(made, 10)
    assert (first, times) == ("Zorbic Verdance", 4)
    assert len(contexts) == 3
    assert all("Zorbic Verdance" in context for context in contexts)
    assert all(count < 4 for _, count, _ in rest)


def test_the_order_of_posts_does_not_change_the_ranking() -> None:
    made = [read(text) for text in TEXTS]
    assert rank(made, 10) == rank(made[::-1], 10)


def test_known_names_and_titles_are_not_unknown() -> None:
    phrases = {phrase for phrase, _, _ in rank([read(text) for text in TEXTS], 100)}
    assert not phrases & {"Geneva", "Norway", "Foreign Minister", "Kari Lund"}
