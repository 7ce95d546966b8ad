"""Capitalised phrases around a telling word: organisations, documents, named meetings."""

from __future__ import annotations

import re

from loader.extraction.mentions.hits import Draft
from loader.extraction.shapes import BODIES, CONNECTORS, ordinal
from loader.model import Entity, EntityType, Level
from loader.resolution.names import slug

C, O, L, M, D, T, P = (
    EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE, EntityType.MEETING, EntityType.DOCUMENT, EntityType.DATE,
    EntityType.PERSON,
)  # fmt: skip
ACRONYM = re.compile(r" \(#?(?:the )?[\"“]?([A-Z][A-Za-z+&-]{1,11})[\"”]?\)")
RESOLUTION = re.compile(
    r"(?<!\w)(?:(?:UN |U\.N\. |United Nations )?(?:Security Council |General Assembly |UNSC |UNGA )?[Rr]esolutions? \d+(?:/\d+)?(?: \(\d{4}\))?"
    r"|UNSCR \d+)"
)
STATE_BODY = re.compile(
    r"(?<![\w-])(?:Foreign|Defence|Defense|Interior|Finance|Trade|Economy|Energy|Justice|Health|Education) (?:Ministry|Office)(?![\w-])"
)
LOWER_TITLE = re.compile(
    r"(?<![\w-])(?:draft agreement|working plans?|action plan|joint statement|memorandum of understanding) on (?:the )?"
)


LEFT_CONNECTORS = CONNECTORS - {"and", "with", "between", "in", "to"}
FOLLOWED = {"Mission": ("to", "of"), "Embassy": ("in", "of", "to"), "Delegation": ("to", "of")}
NATIONAL = frozenset(
    [
        "Ministry",
        "Department",
        "Parliament",
        "Army",
        "Navy",
        "Forces",
        "Senate",
        "Congress",
        "Cabinet",
        "Delegation",
    ]
)
"""Bodies of which every state has one: its adjective before them is a mention of its own."""


def left(draft: Draft, index: int, most: int) -> int:
    """Return the first token of the capitalised phrase that ends with a token."""
    first = place = index
    while place > 0 and index - place < most:
        start, end, word = draft.tokens[place - 1]
        gap = draft.text[end : draft.tokens[place][0]]
        if gap != " ":
            break
        if word[0].isupper() or word[0].isdigit():
            if draft.covered(start, end, P):
                break
            if word in draft.shapes.stop or draft.shapes.title.fullmatch(word):
                break
            place -= 1
            first = place
        elif word in LEFT_CONNECTORS and start:
            place -= 1
        else:
            break
    return first


def right(draft: Draft, index: int, most: int, *, lower: bool = False) -> int:
    """Return the last token of the phrase "of the X and Y" that follows a token."""
    last = place = index
    while place + 1 < len(draft.tokens) and place - index < most:
        start, _, word = draft.tokens[place + 1]
        if "\n" in draft.text[draft.tokens[place][1] : start]:
            break
        small = word[0].islower()
        if word in CONNECTORS:
            place += 1
        elif word[0].isupper() or word[0].isdigit():
            if draft.covered(start, start + 1, P) or (
                draft.covered(start, start + 1, T) and draft.tokens[place][2] == "on"
            ):
                break
            place += 1
            last = place
        elif lower and small and word.isalpha() and word not in VERBS:
            place += 1
            last = place
        else:
            break
    return last


VERBS = frozenset(
    """which that who was were is are has have had will would a an as at by from during after before signed adopted approved issued
    when where while but or than it they we he she this these those also including such""".split()
)


def add_bodies(draft: Draft) -> None:
    """Add ministries, agencies, universities, councils and the like, with the acronyms they introduce."""
    for match in STATE_BODY.finditer(draft.text):
        named = draft.shapes.title.match(draft.text, match.end() + 1)
        if not named and not draft.covered(match.start(), match.end(), O):
            _new(draft, match.start(), match.end(), O, "organisation", "ministry")
    for number, (start, end, word) in enumerate(draft.tokens):
        if word not in BODIES or draft.covered(start, end, O, D, C):
            continue
        first = number
        while first > 0 and number - first < 6:
            _, e, w = draft.tokens[first - 1]
            if draft.text[e : draft.tokens[first][0]] != " " or not w[0].isupper() or w in draft.shapes.stop:
                break
            if draft.shapes.title.fullmatch(w) or draft.covered(e - 1, e, P):
                break
            first -= 1
        last = number
        if draft.tokens[number + 1 : number + 2] and draft.tokens[number + 1][2] in FOLLOWED.get(
            word, ("of", "for", "on")
        ):
            last = right(draft, number, 9)
        begin, finish = _without_states(draft, draft.tokens[first][0], start, end, draft.tokens[last][1])
        if (begin == start and finish == end) or draft.shapes.title.match(draft.text, finish + 1):
            continue
        _new(draft, begin, finish, O, "organisation", "body")


def _without_states(draft: Draft, begin: int, start: int, end: int, finish: int) -> tuple[int, int]:
    """Leave a state at either end to itself: "Indonesian Ministry", "Ministry of Defence of Japan"."""
    for hit in draft.inside(begin, finish, C):
        national = draft.text[start:end] in NATIONAL and hit.level is Level.ADJECTIVE
        if hit.start == begin and hit.end < start and draft.text[hit.end] == " " and national:
            begin = hit.end + 1
        if hit.start > end and hit.end == finish:
            cut = re.search(r" (?:of|for) (?:the )?$", draft.text[end : hit.start])
            finish = end + cut.start() if cut else finish
    return begin, finish


def _new(
    draft: Draft, start: int, end: int, type_: EntityType, prefix: str, rule: str, kind: str = ""
) -> str:
    name = draft.text[start:end]
    id_ = f"{prefix}:{slug(name)}"
    draft.add(start, end, type_, id_, Level.NAME, rule)
    if id_ not in draft.lexicon.entities:
        draft.entities.setdefault(id_, Entity(id=id_, type=type_, name=name, kind=kind))
    return id_


def add_acronyms(draft: Draft) -> None:
    """Add the acronyms that stand in brackets after an organisation's name, wherever they stand."""
    for hit in [h for h in draft.hits if h.type is O]:
        match = ACRONYM.match(draft.text, hit.end)
        if not match or draft.covered(match.start(1), match.end(1), O, T):
            continue
        letters = re.sub(r"[^A-Z]", "", match[1])
        initials = "".join(word[0] for word in re.findall(r"[A-Z]\w+", draft.text[hit.start : hit.end]))
        if len(letters) < 2 or letters[0] != initials[:1]:
            continue
        for again in re.finditer(rf"(?<!\w){re.escape(match[1])}(?!\w)", draft.text):
            if not draft.covered(again.start(), again.end(), O):
                draft.add(again.start(), again.end(), O, hit.id, Level.NAME, "acronym")


def add_documents(draft: Draft) -> None:
    """Add whole titles: "Joint Statement on …", "Security Council resolution 242", "draft agreement on …"."""
    for match in RESOLUTION.finditer(draft.text):
        _new(draft, match.start(), match.end(), D, "document", "resolution", "resolution")
    for match in draft.shapes.documents.finditer(draft.text):
        number = draft.token_at.get(match.start())
        if (
            number is None
            or draft.covered(match.start(), match.end(), D)
            or draft.covered(match.start(), match.end(), O)
        ):
            continue
        tail = number
        while draft.tokens[tail][1] < match.end():
            tail += 1
        first = left(draft, number, 6)
        last = tail
        following = draft.tokens[tail + 1][2] if tail + 1 < len(draft.tokens) else ""
        if following in ("on", "of", "for", "between", "to", "in", "concerning", "regarding", "establishing"):
            last = right(
                draft, tail, 22, lower=following in ("on", "concerning", "regarding", "establishing")
            )
        start, end = draft.tokens[first][0], draft.tokens[last][1]
        dated = next(
            (
                h
                for h in draft.inside(match.end(), end, T)
                if h.end == end and draft.text[h.start - 4 : h.start] in (" on ", " in ")
            ),
            None,
        )
        if dated:
            end = dated.start - 4 if draft.text[dated.start - 4] == " " else end
        if first == number and end <= draft.tokens[tail][1]:
            continue
        _new(draft, start, end, D, "document", "document", match.group().split()[-1].casefold())
    for match in LOWER_TITLE.finditer(draft.text):
        number = next(
            (draft.token_at[k] for k in range(match.start(), match.end()) if k in draft.token_at), None
        )
        if number is None or draft.covered(match.start(), match.end(), D):
            continue
        last = right(draft, number, 16, lower=True)
        end = draft.tokens[last][1]
        if end > match.end():
            _new(
                draft, match.start(), end, D, "document", "described-document", match.group().split(" on ")[0]
            )


def first_ordinal(words: list[str]) -> int | None:
    """Return the number of the first ordinal among words."""
    return next((value for word in words if (value := ordinal(word)) is not None), None)
