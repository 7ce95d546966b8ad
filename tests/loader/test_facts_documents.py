"""Who adopts, signs and issues papers."""

from __future__ import annotations

import pytest

from tests.loader.reading import read, said


def makers(text: str, predicate: str) -> set[tuple[str, str]]:
    return {(who.split(":")[-1], how) for who, _, how in said(read(text), predicate)}


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        (
            "They recalled the Accra Declaration that Norway, Togo and Ghana signed in Accra last year.",
            "signed",
            {("NO", "asserted"), ("TG", "asserted"), ("GH", "asserted")},
        ),
        (
            "The Accra Agreement was signed between Norway and Ghana.",
            "signed",
            {("NO", "asserted"), ("GH", "asserted")},
        ),
        ("Ghana has not signed the Accra Agreement.", "signed", {("GH", "denied")}),
        ("Ghana will sign the Accra Agreement.", "signed", {("GH", "planned")}),
        (
            "They recalled the Accra Declaration, which leaders endorsed at the 12th ASEAN Summit.",
            "adopted",
            {("12th ASEAN Summit", "asserted")},
        ),
        (
            "The ministers agreed on the Accra Roadmap at the 12th ASEAN Summit.",
            "adopted",
            {("12th ASEAN Summit", "asserted")},
        ),
    ],
)
def test_papers_have_their_makers(text: str, predicate: str, expected: set[tuple[str, str]]) -> None:
    assert makers(text, predicate) == expected


def test_who_signs_for_a_state_makes_it_the_states() -> None:
    text = "The Accra Agreement was signed for Ghana by Minister Kofi Boateng."
    assert makers(text, "signed") == {("GH", "asserted")}
