"""Slow patterns tried only where one of their first words stands find what they find everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loader.extraction.shapes import shapes
from loader.extraction.starts import Starts, first_word, first_words, matches
from loader.vocabulary import load_vocabulary

WORDS = st.lists(
    st.sampled_from(
        [
            "The", "the", "a", "high-level", "Joint", "meeting", "Meeting", "talks", "press conference", "O'Brien", "visit", "İzmir",
            "official", "round of talks", "summit-level", "Summit", "ministerial", "_", "'", "\n", ".", "first", "Rome's", "G20", "AUSMIN",
        ]
    ),
    max_size=14,
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Last week", "not last week", "(LAST WEEK)", "at-last week", "x_last week, last week"]
)
def test_a_pattern_finds_the_same_from_its_first_words(text: str) -> None:
    pattern = re.compile(r"(?<![\w-])last week", re.I)
    found = [match.span() for match in Starts(text).matches(pattern, ("last",))]
    assert found == [match.span() for match in pattern.finditer(text)]


def test_matches_do_not_overlap() -> None:
    pattern = re.compile(r"the (?:the )?meeting|meeting of the")
    text = "the the meeting of the meeting"
    found = [match.group() for match in matches(pattern, text, range(len(text)))]
    assert found == [match.group() for match in pattern.finditer(text)] == ["the the meeting", "the meeting"]


def test_places_count_in_the_text_even_where_small_letters_are_longer() -> None:
    text = "İİ Ankara, ANKARA"
    assert [text[place:] for place in Starts(text).of(("ankara",))] == ["Ankara, ANKARA", "ANKARA"]
    assert Starts("İzmir").of((first_word("İzmir Summit"),)) == [0]


def test_a_phrase_that_begins_with_a_sign_has_no_first_word() -> None:
    assert first_words(["G20 Summit", "«Forum»"]) == {"g20", ""}


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_descriptions_are_found_from_their_heads(words: list[str]) -> None:
    shape = shapes(load_vocabulary())
    text = " ".join(words)
    found = [(match.span(), match["head"]) for match in shape.descriptions(Starts(text))]
    assert found == [(match.span(), match["head"]) for match in shape.described.finditer(text)]
