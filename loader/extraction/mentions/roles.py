"""People meant again by their role or a pronoun: "the Minister", "she"; only where it can be nobody else."""

from __future__ import annotations

import re
from collections import defaultdict

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.hits import Draft
from loader.model import EntityType, Level

P, C, O, M, D = (
    EntityType.PERSON,
    EntityType.COUNTRY,
    EntityType.ORGANISATION,
    EntityType.MEETING,
    EntityType.DOCUMENT,
)
PRONOUN = re.compile(r"(?:He|She)(?= )")
BEFORE = re.compile(r"[^\n.;:]{0,120}$")
GROUPS = frozenset(["ministers", "leaders", "presidents"])


def add_roles(draft: Draft) -> None:
    """Add "the <title>" for the one person of the post who has that title, and pronouns that begin a sentence."""
    holders = _holders(draft)
    if not holders:
        return
    people = {id_ for ids in holders.values() for id_ in ids}
    for match in draft.shapes.title.finditer(draft.text):
        before = draft.text[max(0, match.start() - 4) : match.start()]
        if before not in ("the ", "The ") and not before.endswith(("the ", "The ")):
            continue
        start, end = match.start() - 4, match.end()
        if draft.covered(match.start(), end, P, O, M, D) or _goes_on(draft, end):
            continue
        ids = holders.get(_key(match.group()), set())
        earlier = {h.id for h in draft.hits if h.type is P and h.start < start}
        fits = ids & (earlier | people)
        if len(fits) == 1:
            draft.add(start, end, P, next(iter(fits)), Level.NOMINAL, "role")
    _pronouns(draft)


def _key(title: str) -> str:
    """Return the last word of a title: "Foreign Minister" and "Minister" may mean the same person."""
    return title.rstrip(".").split(" ")[-1].casefold()


def _holders(draft: Draft) -> dict[str, set[str]]:
    """Return the last word of each title in the post → the people who bear it."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    named = sorted((h for h in draft.hits if h.type is P), key=lambda h: h.start)
    for match in draft.shapes.title.finditer(draft.text):
        if match.group() in draft.shapes.honorifics:
            continue
        owner = _owner(draft, match, named)
        if owner:
            holders[_key(match.group())].add(owner)
    for hit in named:
        for title, _ in draft.lexicon.positions.get(hit.id, ()):
            holders[_key(title)].add(hit.id)
    return holders


def _owner(draft: Draft, title: re.Match[str], named: list[Hit]) -> str | None:
    after = next((h for h in named if title.end() <= h.start <= title.end() + 90), None)
    if after and not re.search(
        r"[.;:\n]|, (?!the |H\.E)| (?:met|and|with|said|will|was|held) ",
        draft.text[title.end() : after.start],
    ):
        return after.id
    before = next((h for h in reversed(named) if title.start() - 40 <= h.end <= title.start()), None)
    if before and re.fullmatch(r", (?:the )?(?:[\w.'-]+ ){0,4}", draft.text[before.end : title.start()]):
        return before.id
    return None


def _goes_on(draft: Draft, end: int) -> bool:
    """Tell whether a title is only the beginning of a longer phrase: "the President of Cyprus", "the Minister X"."""
    rest = draft.text[end : end + 12]
    if re.match(r" (?:of|for|to|and [A-Z]) ?|'s [A-Z]|-", rest):
        return re.match(r" (?:of|for|to) ", rest) is not None or rest.startswith("-")
    return bool(re.match(r" [A-Z]", rest))


def _pronouns(draft: Draft) -> None:
    """Add "He" and "She" at the beginning of a sentence, for the one who leads the sentence before."""
    people = sorted((h for h in draft.hits if h.type is P), key=lambda h: h.start)
    last = None
    for sentence in draft.frame.sentences:
        match = PRONOUN.match(draft.text, sentence.start)
        if match and last and sentence.speaker is None:
            draft.add(match.start(), match.end(), P, last, Level.PRONOUN, "pronoun")
        else:
            first = next((h for h in people if sentence.start <= h.start < sentence.end), None)
            if first is not None:
                last = first.id
