"""Whether "and", a comma or a preposition goes on with the name of a body."""

from __future__ import annotations

from loader.extraction.mentions.draft import C, Draft, L, M, O, P, T
from loader.extraction.mentions.words import BODIES, DOMAIN, MONTHS_DAYS, NO_NAME_PART, QUALITIES, TITLE_HEADS

_MISSIONS = frozenset(
    "Partnership Transition Training Police Verification Advisory Observer Integrated Multidimensional Peace Support Capacity Military".split()
)
"""What missions of bodies in a state are called after."""
FIELDS = DOMAIN | QUALITIES
_LISTED = FIELDS | {"Foreign", "Science", "Regional", "Rural", "Digital"}
_PURPOSES = DOMAIN | frozenset(
    "Foreign Human Regional International Economic Strategic European Humanitarian Migration Science Nuclear Security Scientific Political Global "
    "Public Democratic Democracy External National Peace Defence African Asian Latin Reconstruction World Arms".split()
)
"""Words that the purpose of any body begins with."""
_FOR = frozenset(
    "Centre Center Institute Foundation Fund Academy Agency Association Alliance Coalition Committee Commission Council Network Bureau Board Organisation "
    "Organization Society Authority Observatory Directorate-General Directorate Partnership Platform Campaign".split()
)
"""Bodies whose purpose "for" names."""


def listing(draft: Draft, comma: int) -> bool:
    """Tell whether a comma goes on with a list of domains: "Industry, Trade and Tourism"."""
    tokens = draft.tokens
    if tokens.words[comma - 1] not in FIELDS or tokens.word(comma + 1) not in _LISTED:
        return False
    return any(tokens.word(comma + k) in ("and", "&") for k in range(2, 8))


def name_goes_on(draft: Draft, number: int, head: int) -> bool:
    """Tell whether a preposition inside a body's name goes on with the name."""
    tokens = draft.tokens
    word, head_word = tokens.words[number], tokens.words[head]
    following = number + 1 + (tokens.word(number + 1) == "the")
    if not tokens.capital(following):
        return False
    if word == "for":
        if head_word in ("Ministry", "Department", "Office", "Minister"):
            return True
        if head_word in _FOR and not draft.board.first(
            tokens.starts[following], tokens.ends[following], C, O, P, T, M
        ):
            return tokens.words[following] not in NO_NAME_PART
        return (
            head_word not in ("Group", "Party", "Forces", "Bank", "Parliament")
            and tokens.words[following] in _PURPOSES
        )
    if word == "to":
        if tokens.words[number - 1] == "Responsibility":
            return True
        return head_word in (
            "Coalition",
            "Alliance",
            "Mission",
            "Embassy",
            "Delegation",
            "Office",
            "Representation",
        ) or tokens.words[head - 1] in ("Permanent", "Mission")
    if word == "on":
        return (
            head_word
            in (
                "Committee",
                "Commission",
                "Council",
                "Group",
                "Conference",
                "Institute",
                "Board",
                "Office",
                "Centre",
                "Center",
                "Department",
                "Forum",
                "Court",
                "Panel",
                "Working",
                "Mechanism",
            )
            and tokens.words[following] not in MONTHS_DAYS
        )
    if word == "in":
        hit = draft.board.at(tokens.starts[following], C, L)
        if head_word == "Mission" and hit is not None and hit.type is C and tokens.capital(head - 1):
            # "SADC Mission in Mozambique"
            owner = draft.board.ending(tokens.ends[head - 1], O, C)
            if (owner and owner.type is O) or tokens.words[head - 1] in _MISSIONS:
                return True
        return (
            head_word in ("Embassy", "Mission", "Consulate", "Force", "Office", "Delegation")
            and hit is not None
            and hit.type is C
            and any(
                w in ("Peacekeeping", "Stabilization", "Assistance", "Interim", "Monitoring", "Support")
                for w in tokens.words[max(0, head - 4) : head]
            )
        )
    return False


def joins(draft: Draft, number: int, head: int) -> bool:
    """Tell whether "and" joins two parts of one name."""
    tokens = draft.tokens
    following = tokens.word(number + 1)
    if following in ("the",) or not tokens.capital(number + 1):
        return False
    if tokens.words[number - 1] in ("State", "Information") and following in ("Government", "Media"):
        return True
    if (following in BODIES and following not in DOMAIN) or _head_title(tokens.words, number + 1):
        return False
    if draft.board.at(tokens.starts[number + 1], C, O, P):
        return tokens.words[number - 1] in DOMAIN and following in DOMAIN
    return (
        following in DOMAIN
        or (tokens.words[number + 2 : number + 3] != [] and tokens.word(number + 2) in DOMAIN)
        or following[0].isupper()
    )


def _head_title(words: list[str], number: int) -> bool:
    """Tell whether a title stands at a place: "and Foreign Minister"."""
    return any(word in TITLE_HEADS for word in words[number : number + 3])
