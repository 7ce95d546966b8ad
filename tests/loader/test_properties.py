"""Any text is read without a crash, in time that grows with its length, the same in every process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.loader.reading import read

ROOT = Path(__file__).parent.parent.parent
WORDS = st.sampled_from(
    "Foreign Minister President of the France Japan ASEAN summit talks met with signed Treaty on and , . ( ) 3 May 1990 💬 🇫🇷 "
    "Ilse Brandt Kenji Mori’s Joint Statement #FranceJapan 12th East Asia Summit in Geneva will not be held ⟨P1⟩ ⟨ ⟩".split()
)


def check(text: str) -> None:
    made = read(text)
    for mention in made.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
    for fact in made.facts:
        assert 0 <= fact.evidence.start < fact.evidence.end <= len(text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_arbitrary_unicode_is_read(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60))
def test_any_order_of_the_genre_s_words_is_read(words: list[str]) -> None:
    check(" ".join(words))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "🎉" * 500,
        "🇫🇷" * 200,
        "مباحثات بين وزيري خارجية فرنسا واليابان " * 40,
        "Встреча министров " * 60,
        "会谈" * 400,
        "#" * 300,
    ],
)
def test_texts_without_english_are_read(text: str) -> None:
    check(text)


LONG = {
    "one word": "a" * 300_000,
    "one name": "Brandt " * 40_000,
    "titles": "Foreign Minister " * 15_000,
    "commas": "France, Japan, " * 18_000,
    "brackets": "(" * 300_000,
    "connectors": "of the " * 40_000,
    "summits": "Summit of the " * 20_000,
    "sentences": "Foreign Minister Ilse Brandt met with Japanese Foreign Minister Kenji Mori in Geneva. "
    * 3_500,
}


@pytest.mark.parametrize("name", LONG)
def test_a_very_long_post_is_read(name: str) -> None:
    check(LONG[name])


def test_the_hash_seed_of_the_process_leaves_no_trace() -> None:
    script = (
        "from tests.loader.reading import read\n"
        "text = 'Foreign Minister Ilse Brandt and Foreign Minister Kenji Mori of Japan attended the France-ASEAN summit in Hanoi '\n"
        "text += 'on May 3, 1990. The leaders of Canada, France and Japan signed the Hanoi Declaration. #FranceJapan 🇫🇷'\n"
        "print(read(text).model_dump_json())\n"
    )
    seen = set()
    for seed in ("0", "1", "2", "3", "42", "999"):
        run = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        seen.add(json.dumps(json.loads(run.stdout), sort_keys=False))
    assert len(seen) == 1
