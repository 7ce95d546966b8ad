"""Who holds which position: from the titles before and after a name."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import C as GC
from loader.extraction.facts.grammar import O as GO
from loader.extraction.facts.grammar import P as GP
from loader.extraction.facts.homes import state_of_ministry
from loader.extraction.facts.offices import fits, known_holder, of_body, of_state
from loader.extraction.facts.pieces import Piece, Short, head_word, title_word
from loader.extraction.masks import Mask
from loader.extraction.mentions.words import COMMON, HONORIFICS, TITLE_HEADS
from loader.model import EntityType, Level, Mention

C, O, P, L = EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PERSON, EntityType.PLACE
_LEADING = frozenset(
    "the a an 's his her their its our my of and , that this whose as counterpart colleague counterparts colleagues h.e. mr. ms. mr ms dr dr. mrs.".split()
)
_TRAILING = frozenset(
    "of the and , for to H.E. Mr. Ms. Dr. 's on in with Mr Ms Mrs. Sir Dr Hon Hon. Honourable Honorable Excellency His Her Most Right Rt".split()
)
_TITLE = r"(?P<title>(?:[A-Z][\w'-]+|of|for|and|State|the) ?(?:(?:[A-Z][\w'-]+|of|for|and|in|Affairs|minister|president) ){0,8}?)"
_ELECTED = re.compile(
    rf"(?:elected|re-elected|appointed|named|nominated|confirmed|designated|installed) (?P<who>{GP})(?: of (?:the )?{GC})?,? (?:as |to be |to the (?:post|office|position) of )?(?:the |its |their )?(?:new |next |first )?{_TITLE}(?:of|for) (?:the )?(?P<body>{GC}|{GO})"
    rf"|(?P<who2>{GP})(?: of (?:the )?{GC})?,? (?:was|has been|had been|is|became|who is|who was) (?:(?:re-)?elected|appointed|named|designated|sworn in|inaugurated|confirmed)?(?: as| to be| to the (?:post|office|position) of)? ?(?:the |its |their |a )?(?:new |next |first |current |then )?{_TITLE.replace('title', 'title2')}(?:of|for) (?:the )?(?P<body2>{GC}|{GO})"
    rf"|(?P<who3>{GP})(?: of (?:the )?{GC})?,? (?:who )?(?:assumed|took|has assumed|will assume|took up|takes|assumes|holds|held) (?:office as|over as|the (?:post|office|position|role) of|up duties as) (?:the )?(?:new )?{_TITLE.replace('title', 'title3')}(?:of|for) (?:the )?(?P<body3>{GC}|{GO})"
)
_SUCCEEDS = re.compile(
    rf"(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|took over from|taking over from|takes over from|in place of|successor to) (?P<who>{GP})"
)
_DEALT = re.compile(
    rf"(?P<title>(?:[Ff]oreign |[Dd]efen[cs]e |[Pp]rime |[Ff]inance |[Cc]o-|[Vv]ice-)?(?:[Mm]inisters|[Pp]residents|[Cc]o-[Cc]hairs|[Cc]hairs|[Cc]hairmen|[Cc]hancellors|[Ss]ecretaries|[Aa]mbassadors)(?: of Foreign Affairs| of Defen[cs]e)?)"
    rf" of (?P<of>(?:the )?(?:{GC}|{GO})(?:(?:, and |, | and )(?:the )?(?:{GC}|{GO}))*),?(?::| \(| –| —|,)? ?(?P<who>{GP}(?: of (?:the )?{GC})?(?:(?:, and |, | and ){GP}(?: of (?:the )?{GC})?)+)"
)
_SINGULAR = re.compile(r"s(?=$| of)")
_REGIONAL = frozenset("President Governor Mayor Premier Head Administrator Vice-President Chief".split())
_MINISTRY = re.compile(r"\b(?:Ministry|Foreign Office)\b")
_RANK = re.compile(
    r"(?:(?:Lieutenant|Major|Brigadier|Rear|Vice|Colonel|Senior|Field|Air Chief|Air|Wing) )*(?:General|Admiral|Colonel|Marshal|Captain|Commander|Commodore|Major|Ambassador)$"
)
"""Titles that go with a person whatever the office."""
_ACCREDITED = frozenset("to for on in with at".split())
_NO_OFFICE = (
    frozenset(
        "counterpart colleague counterparts colleagues host new former outgoing incoming leader leaders Excellency Highness Majesty Right Most".split()
    )
    | HONORIFICS
)
_TITLE_HEAD = re.compile(rf"(?:{'|'.join(sorted(TITLE_HEADS, key=len, reverse=True))})$")
_PLURALS = frozenset(
    "counterparts colleagues ministers presidents secretaries premiers chancellors ambassadors".split()
)


def positions(draft: FactDraft, short: Short) -> None:
    """Say who holds a position, of whom; a bare title only counts for people whose office is known."""
    for piece in short.pieces:
        if piece.kind != "A" or not piece.people:
            continue
        shared, states = "", _dealt(draft, short, piece)
        for mention, (before, after) in zip(piece.mentions, piece.titles, strict=False):
            if mention.level is not Level.NAME:
                continue
            if states:
                _say(draft, short, mention, *states[mention.id])
                continue
            shared = _shared(draft, short, before) or shared
            _say(draft, short, mention, before, after, shared)


def dealt_in_text(draft: FactDraft, one: Mask) -> None:
    """Read "the foreign ministers of ⟨C⟩ and ⟨C⟩: ⟨P⟩ and ⟨P⟩" and "the Co-Chairs of ⟨O⟩ (⟨P⟩ of ⟨C⟩ and ⟨P⟩ of ⟨C⟩)"."""
    if one.text.count("⟨P") < 2 or " of " not in one.text:
        return
    for match in _DEALT.finditer(one.text):
        bodies = [m for m in one.of(match["of"]) if m.type in (C, O)]
        people = [m for m in one.of(match["who"]) if m.type is P]
        title = _SINGULAR.sub("", match["title"])
        if len(bodies) == 1 and bodies[0].type is O:
            bodies = bodies * len(people)
        if len(bodies) == len(people) and len(people) > 1:
            for person, body in zip(people, bodies, strict=True):
                draft.hold(one, person.id, body.id, match.span(), title)


def appointments(draft: FactDraft, one: Mask) -> None:
    """Say what office somebody is elected or appointed to, and that whom he succeeds had it."""
    if "⟨P" not in one.text or ("⟨C" not in one.text and "⟨O" not in one.text):
        return
    for match in _ELECTED.finditer(one.text):
        found = {name.rstrip("23"): value for name, value in match.groupdict().items() if value}
        title = found["title"].strip()
        if not any(_TITLE_HEAD.match(word) for word in title.split(" ")):
            continue
        body = one.of(found["body"])[0]
        who = one.of(found["who"])[0]
        if who.level is Level.NAME:
            draft.say(one, who.id, "holds_position", body.id, match.span(), "appointed", qualifier=title)
        after = _SUCCEEDS.search(one.text, match.end())
        if after and one.of(after["who"])[0].level is Level.NAME:
            draft.say(
                one, one.of(after["who"])[0].id, "holds_position", body.id, (match.start(), after.end()), "succeeded",
                qualifier=title, status=Status.ASSERTED,
            )  # fmt: skip


def _shared(draft: FactDraft, short: Short, before: list[Piece]) -> str:
    """Return the title that the whole list has which it opens: "her counterparts", "Foreign Ministers"."""
    heads = [p.text for p in before if p.kind == "w" and p.text.casefold() in _PLURALS]
    if not heads or any(p.mentions and _is_body(p) for p in before):
        return ""
    if heads[-1].casefold() in ("counterparts", "colleagues"):
        return "counterpart"
    return (
        _title(short, before)
        .removesuffix("s")
        .replace("Ministers", "Minister")
        .replace("Secretaries", "Secretary")
    )


def _dealt(draft: FactDraft, short: Short, piece: Piece) -> dict[str, tuple[list[Piece], list[Piece], str]]:
    """Return titles as "the Foreign Ministers of ⟨C⟩ and ⟨C⟩, ⟨P⟩ and ⟨P⟩" deals them out: to each person a state."""
    if len(piece.titles) < 2 or any(before or after for before, after in piece.titles[1:]):
        return {}
    before = piece.titles[0][0]
    first = next((n for n, p in enumerate(before) if p.kind == "w" and p.text.casefold() in _PLURALS), None)
    states = [p for p in before if _is_body(p)]
    if (
        first is None
        or len(states) != len(piece.mentions)
        or not all(before.index(p) > first for p in states)
    ):
        return {}
    words = before[: before.index(states[0])]
    return {who.id: ([*words, state], [], "") for who, state in zip(piece.mentions, states, strict=True)}


def _is_body(piece: Piece) -> bool:
    return any(m.type in (C, O) for m in piece.mentions)


def _say(
    draft: FactDraft, short: Short, who: Mention, before: list[Piece], after: list[Piece], shared: str
) -> None:
    offices = [*_offices(draft, short, before), *_offices(draft, short, after)]
    span_of = [*before, *after]
    if not span_of or len(offices) > 4:
        return
    at = short.one.text.find(f"⟨P{draft.numbers[id(who)]}⟩")
    span = min(at, span_of[0].start), max(short.one.text.find("⟩", at) + 1, span_of[-1].end)
    behind = _of_behind(after)
    if not offices and shared and behind:
        offices = [(shared, behind)]
    bodies = [body for _, body in offices if body] or ([behind] if behind else [])
    offices.sort(key=lambda office: not office[1])
    for title, body in offices:
        if _RANK.match(title) and ((len(offices) > 1 and not body) or title != "Ambassador"):
            continue
        of = body or next((b for b in bodies if _may_have(b, title)), "")
        of = of or _known(draft, who, title)
        if not of:
            earlier = draft.stateless.get(who.id)
            if earlier is None or (earlier[2] in title and len(title) > len(earlier[2])):
                draft.stateless[who.id] = (short.one, span, title)
        elif draft.know(of):
            draft.hold(short.one, who.id, of, span, title)


def _may_have(body: str, title: str) -> bool:
    """Tell whether a title without a state may be an office of the state or body of another title."""
    return not of_body(title) if body.startswith("country:") else not of_state(title)


def _known(draft: FactDraft, who: Mention, title: str) -> str:
    """Return the state or body of which a person is known to hold an office, or that alone has such an office."""
    known = draft.lexicon.positions.get(who.id, ())
    if known:
        return next(
            (of for office, of in known if fits(title, office)),
            # Of another office only the state is taken over: who was a minister may hold another ministry.
            next((of for _, of in known if of_state(title) and of.startswith("country:")), "")
            if of_state(title)
            else known[0][1],
        )
    if of := draft.shapes.title_states.get(title, ""):
        return of
    return known_holder(draft.vocabulary, title, draft.entities[who.id].name)


def _of_behind(after: list[Piece]) -> str:
    """Return the state right behind a name: "⟨P⟩ of ⟨C⟩"."""
    if not after or after[0].text != "of":
        return ""
    return next((m.id for p in after[1:3] for m in p.mentions if m.type in (C, O)), "")


def _offices(draft: FactDraft, short: Short, zone: list[Piece]) -> list[tuple[str, str]]:
    """Return the titles of a zone, each with the id of its state or body or nothing."""
    parts: list[list[Piece]] = [[]]
    for number, piece in enumerate(zone):
        rest = zone[number + 1 :]
        if (
            piece.text in ("and", "&", ",")
            and parts[-1]
            and _opens(rest)
            and any(head_word(p) for p in parts[-1])
        ):
            parts.append([])
            continue
        parts[-1].append(piece)
    found: list[tuple[str, str]] = []
    for part in parts:
        heads = [
            n
            for n, p in enumerate(part)
            if head_word(p)
            and p.text not in _NO_OFFICE
            and (p.text not in draft.shapes.honorifics or (n and part[n - 1].text == "Crown"))
        ]
        if not heads:
            if any(p.mentions for p in part) and found and not found[-1][1]:
                body = _body(part)
                found[-1] = (found[-1][0], body.id if body else "")
            elif (
                not heads
                and any(p.text in ("counterpart", "colleague") for p in part)
                and (body := _body(part))
            ):
                found.append(("counterpart", body.id))
            continue
        body = _body(part)
        title = _title(short, part)
        if title:
            found.append((title, _of(draft, body)))
    if len(found) > 1:
        counterpart = next((body for title, body in found if title == "counterpart" and body), "")
        others = [(title, body or counterpart) for title, body in found if title != "counterpart"]
        # "Prime Minister and Minister of Foreign Affairs of ⟨C⟩", "⟨C⟩'s Vice President and Defence Minister"
        last = next((body for _, body in reversed(others) if body), "")
        found = [(title, body or last) for title, body in others]
    return found


def _of(draft: FactDraft, body: Mention | None) -> str:
    """Return the id of the state or body of an office; who speaks for a ministry speaks for its state."""
    if body is None:
        return ""
    if body.type is O and _MINISTRY.search(draft.text, body.start, body.end):
        return next(state_of_ministry(draft, body), "")
    return body.id


def _opens(rest: list[Piece]) -> bool:
    """Tell whether a new title begins: a head comes before any other name."""
    for piece in rest[:7]:
        if head_word(piece) and piece.text not in ("State",):
            return True
        if not (title_word(piece) or piece.mentions or piece.text in ("the", "'s", "a")):
            return False
    return False


def _body(part: list[Piece]) -> Mention | None:
    """Return the state, body or region of a title: what "of" introduces, else what stands before the title."""
    lead: Mention | None = None
    for number, piece in enumerate(part):
        mention = next((m for m in piece.mentions if m.type in (C, O, L)), None)
        if mention is None:
            continue
        if mention.type is L and not _REGIONAL.intersection(p.text for p in part):
            continue
        before = part[number - 1].text if number else ""
        if before == "the" and number > 1:
            before = part[number - 2].text
        if before == "of":
            return mention
        if before in _ACCREDITED and not (before == "for" and mention.type is O and lead is None):
            continue
        if lead is None:
            lead = mention
    return lead


def _title(short: Short, part: list[Piece]) -> str:
    """Return the words of a title without its state and without what stands around it."""
    words: list[Piece] = []
    for number, piece in enumerate(part):
        if piece.mentions:
            behind = part[number - 1].text if number else ""
            if behind in ("of", "the") and any(head_word(p) for p in words):
                break
            if words and behind in _ACCREDITED:
                break
            continue
        if piece.kind == "w" or (piece.text in (",", "&") and words):
            words.append(piece)
    while words and (words[0].text.lower() in _LEADING or words[0].text in COMMON):
        words.pop(0)
    while words and words[-1].text in _TRAILING:
        words.pop()
    if not words:
        return ""
    return short.one.text[words[0].start : words[-1].end]
