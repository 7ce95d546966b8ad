"""What kind of office a title is, and whom the vocabulary knows in it by surname alone."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from loader.vocabulary import Vocabulary

_OF_BODIES = re.compile(
    r"secretary[- ]general|chair(?:person|man|woman)[- ]in[- ]office|high representative|executive secretary|commissioner-general|"
    r"director[- ]general|managing director|executive director|european commissioner|eu commissioner|supreme allied commander",
    re.I,
)
_OF_STATES = re.compile(
    r"\b(?:ministers?|premier|chancellor|president|vice-president|president-elect|king|queen|emir|amir|sultan|prince|taoiseach|"
    r"foreign secretary|secretary|attorney general|ambassador|chargé|national security advis[eo]r|head of state|"
    r"vice-premier|state councill?or|state counsellor)\b",
    re.I,
)
_DEPUTY = re.compile(
    r"\b(?:deputy|vice|assistant|under|undersecretary|acting|former|state|parliamentary|permanent)\b|^vice-|^under-",
    re.I,
)
_CLASSES = (
    ("body", _OF_BODIES),
    ("foreign", re.compile(r"foreign|external affairs|secretary of state(?! for)", re.I)),
    ("defence", re.compile(r"defen[cs]e", re.I)),
    (
        "government",
        re.compile(
            r"prime minister|\bpremier\b|chancellor(?! of the exchequer)|taoiseach|chief adviser|\bPM\b", re.I
        ),
    ),
    (
        "state",
        re.compile(
            r"president|\bking\b|queen|\bemir\b|\bamir\b|sultan|\bpope\b|leader|general secretary|prince|supreme",
            re.I,
        ),
    ),
)
FAMILY_FIRST = frozenset(
    ["country:CN", "country:KR", "country:KP", "country:TW", "country:MY", "country:ID", "country:KH"]
)
"""States where "President ⟨first word of the name⟩" is usual."""


def of_body(title: str) -> bool:
    """Tell whether only organisations have such an office."""
    return bool(_OF_BODIES.search(title))


def of_state(title: str) -> bool:
    """Tell whether states have such an office, and organisations seldom."""
    return bool(_OF_STATES.search(title)) and not of_body(title)


def office_class(title: str) -> str:
    """Return the class by which titles are compared: "Secretary of State" and "Foreign Minister" are one."""
    if _DEPUTY.search(title.replace("Secretary of State", "")):
        return title.casefold()
    return next((name for name, pattern in _CLASSES if pattern.search(title)), title.casefold())


def fits(title: str, office: str) -> bool:
    """Tell whether a title of a text may be an office of the vocabulary: "Secretary" may be the Secretary of State's."""
    if office_class(title) == office_class(office):
        return True
    short, full = title.casefold(), office.casefold()
    return (
        short in ("minister", "secretary") and re.search(rf"(?<!prime )\b{short}\b", full) is not None
        and not _DEPUTY.search(office.replace("Secretary of State", "Secretary"))
    )  # fmt: skip


@lru_cache(maxsize=8)
def _surnames(vocabulary: Vocabulary) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return for each surname who has it: ids of persons with an office and its state or body."""
    found: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for person in vocabulary.persons:
        for form in person.forms():
            words = form.split(" ")
            short = {" ".join(words[number:]) for number in range(1, len(words))}
            if person.state in FAMILY_FIRST and len(words) > 1:
                short.add(words[0])
            for name in short:
                found[name.casefold()] |= {(person.id, title, of) for title, of in person.positions}
    return {name: tuple(sorted(people)) for name, people in found.items()}


def known_holder(vocabulary: Vocabulary, title: str, name: str) -> str:
    """Return the state or body of the known persons whom a title and a surname fit; nothing when they have several."""
    fitting = {of for _, office, of in _surnames(vocabulary).get(name.casefold(), ()) if fits(title, office)}
    return next(iter(fitting)) if len(fitting) == 1 else ""
