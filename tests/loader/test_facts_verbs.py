"""The verbs of a sentence are found by the words that may open them; no form may be missed for that."""

from __future__ import annotations

import re

import pytest

from loader.extraction.facts.verbs import VERBS, verbs

EVERY = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{forms})(?![\w-]))" for name, forms in VERBS.items()), re.IGNORECASE
)
"""All forms at once, tried at every place."""


@pytest.mark.parametrize(
    "text",
    [
        "⟨A0⟩ met ⟨A1⟩ , who co-chaired and jointly presided over ⟨M4⟩ .",
        "CALLED ON ⟨A1⟩ to address ⟨M2⟩ ; re-signed ⟨D3⟩ , pre-meeting",
        "The ministers came together , had ⟨M3⟩ and took part in ⟨M4⟩ .",
        "⟨A0⟩ , hosted ⟨A1⟩ 's talks , opened and chaired ⟨M2⟩ , delivered a keynote speech at ⟨M5⟩",
        "organised organizing convened welcomed that agreed upon took note of visits Issue",
    ],
)
def test_the_verbs_of_a_sentence_are_those_that_a_search_at_every_place_finds(text: str) -> None:
    found = [(sense, match.span()) for sense, match in verbs(text)]
    assert found == [(match.lastgroup, match.span()) for match in EVERY.finditer(text)]
    assert found
