"""Names made comparable; pure functions."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_JOINED = str.maketrans("", "", "'’ʼ`´.")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_TITLE_STOP = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "on",
        "for",
        "to",
        "in",
        "and",
        "its",
        "his",
        "her",
        "their",
        "between",
        "by",
        "with",
    )
)
_SPELLING = {
    "organization": "organisation",
    "organizations": "organisations",
    "defense": "defence",
    "center": "centre",
}
_TRANSLITERATION = (
    (re.compile(r"(?:iy|ij|yi|ii|yy|i|y|ey|ei|ej)$"), "y"),
    (re.compile(r"yu|iu|ju"), "yu"),
    (re.compile(r"ya|ia|ja"), "ya"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"zh"), "j"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(.)\1"), r"\1"),
)


def fold(text: str) -> str:
    """Return words in lower case without accents, apostrophes and full stops."""
    plain = text.translate(_JOINED).casefold()
    if plain.isascii():
        return " ".join(_WORD.findall(plain))
    plain = unicodedata.normalize("NFKD", plain)
    kept = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(_WORD.findall(kept))


def slug(text: str, longest: int = 60) -> str:
    """Return a text as part of an id: folded words joined by hyphens; a hash when nothing is left of it."""
    words = fold(text).replace(" ", "-")
    return words[:longest].strip("-") or digest(text)


def digest(text: str) -> str:
    """Return a short hash that tells two texts apart."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


@lru_cache(maxsize=50_000)
def person_tokens(name: str) -> tuple[str, ...]:
    """Return a person's names with their transliteration evened out, without initials where names remain.

    ``Sergei Lavrov`` and ``Sergey Lavrov`` give the same, so do ``Antony J. Blinken`` and ``Antony Blinken``.
    Suffixes stay: a son is not his father.
    """
    words = fold(name.replace("-", " ") if "Al-" in name or "al-" in name else name.replace("-", "")).split()
    full = [word for word in words if len(word) > 1]
    return tuple(
        word if word in _SUFFIXES else _transliterate(word) for word in (full if len(full) > 1 else words)
    )


def _transliterate(word: str) -> str:
    for pattern, to in _TRANSLITERATION:
        word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=50_000)
def title_key(name: str) -> str:
    """Return the words that matter of an organisation's name or a document's title."""
    words = [_SPELLING.get(word, word) for word in fold(name).split()]
    return " ".join(word for word in words if word not in _TITLE_STOP) or " ".join(words)


@lru_cache(maxsize=20_000)
def title_keys(name: str, aliases: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of all names of one thing."""
    return frozenset(title_key(text) for text in (name, *aliases))
