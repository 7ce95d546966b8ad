"""Whose release a post is, by its own words: the ministry, the owner of the title, the organisation it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.pieces import Short
from loader.model import EntityType, Mention
from loader.vocabulary import Vocabulary

_HEAD = 400
"""Characters at the beginning of a post in which its publisher is named."""
_MINISTRIES = {
    "organisation:foreign-commonwealth-and-development-office": "country:GB",
    "organisation:federal-foreign-office": "country:DE",
    "organisation:quai-d-orsay": "country:FR",
    "organisation:gaimusho": "country:JP",
    "organisation:global-affairs-canada": "country:CA",
    "organisation:state-department": "country:US",
    "organisation:pentagon": "country:US",
    "organisation:ministry-of-external-affairs-of-india": "country:IN",
    "organisation:itamaraty": "country:BR",
}
"""Ministries that one state alone has."""
_MINISTRY = re.compile(r"\b(?:Ministry|Department|Foreign Office)\b")
_OWNER = re.compile(r"^(?:[A-Z]\w+ (?:of|on|by) )?(?:the )?(?P<who>⟨A\d+⟩) 's (?:[\w-]+ ){0,4}?⟨M\d+⟩")
_WITH_MEMBERS = frozenset(["intergovernmental", "forum", "alliance", "organ", "agency"])


@lru_cache(maxsize=8)
def _wholes(vocabulary: Vocabulary) -> dict[str, str]:
    """Return for each organisation of a vocabulary its whole, when it is an organ; else itself."""
    return {
        o.id: o.part_of if o.part_of and o.kind in ("organ", "agency") else o.id
        for o in vocabulary.organisations
    }


def bodies_named(draft: FactDraft) -> tuple[Counter[str], set[str]]:
    """Return the organisations that a post names, organs as their wholes, with counts; and those of its beginning."""
    wholes = _wholes(draft.vocabulary)
    count: Counter[str] = Counter()
    headed: set[str] = set()
    organs = {
        key[0]: key[2] for key in draft.made if key[1] == "part_of" and key[2].startswith("organisation:")
    }
    for mention in draft.found.mentions:
        if mention.type is not EntityType.ORGANISATION or draft.kind(mention.id) not in _WITH_MEMBERS:
            continue
        whole = organs.get(mention.id) or wholes.get(mention.id, mention.id)
        count[whole] += 1
        if mention.start < _HEAD:
            headed.add(whole)
    return count, headed


def homes(draft: FactDraft, shorts: list[Short], held: Mapping[str, set[str]]) -> set[str]:
    """Return the states whose ministry publishes a post: as named at its beginning, else whose minister its title is about."""
    found: set[str] = set()
    for mention in draft.found.mentions:
        if mention.type is EntityType.ORGANISATION and mention.start < _HEAD:
            found |= set(state_of_ministry(draft, mention))
    if found:
        return found
    match = _OWNER.match(shorts[0].text) if shorts else None
    if match is None or not (people := shorts[0].of(match["who"])[0]).people:
        return set()
    return {of for m in people.mentions for of in held.get(m.id, ()) if of.startswith("country:")}


def state_of_ministry(draft: FactDraft, mention: Mention) -> Iterator[str]:
    """Yield the state of a ministry: by the vocabulary's own, by the state in its name or beside it."""
    name = draft.text[mention.start : mention.end]
    if mention.id in _MINISTRIES:
        yield _MINISTRIES[mention.id]
    elif _MINISTRY.search(name):
        beside = [
            m for m in draft.inside(max(0, mention.start - 40), mention.end + 60)
            if m.type is EntityType.COUNTRY
            and (draft.text[mention.end : m.start] in (" of ", " of the ") or 0 <= mention.start - m.end <= len("'s "))
        ]  # fmt: skip
        if beside:
            yield beside[0].id
        else:
            form = name.rpartition(" of ")[2].removeprefix("the ")
            yield from {
                id_ for type_, id_, _ in draft.lexicon.by_form.get(form, ()) if type_ is EntityType.COUNTRY
            }
