"""Who holds which position: from the titles before and after a name."""

from __future__ import annotations

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.pieces import Piece, Short, head_word, title_word
from loader.model import EntityType, Level, Mention

C, O, P, L = EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PERSON, EntityType.PLACE
_ACCREDITED = frozenset("to for on in with at".split())
_NO_OFFICE = frozenset(
    "counterpart colleague counterparts colleagues host new former outgoing incoming".split()
)


def positions(draft: FactDraft, short: Short) -> None:
    """Say who holds a position, of whom; a bare title only counts for people whose office is known."""
    for piece in short.pieces:
        if piece.kind != "A" or not piece.people:
            continue
        for mention, (before, after) in zip(piece.mentions, piece.titles, strict=False):
            if mention.level is Level.PRONOUN:
                continue
            _say(draft, short, mention, before, after)


def _say(draft: FactDraft, short: Short, who: Mention, before: list[Piece], after: list[Piece]) -> None:
    offices = [*_offices(draft, short, before), *_offices(draft, short, after)]
    bodies = [body for _, body in offices if body]
    name = [p for p in (*before, *after) if p.mentions]
    span_of = [*before, *after]
    if not span_of:
        return
    at = short.one.text.find(f"⟨P{short.one.mentions.index(who)}⟩")
    span = min(at, span_of[0].start), max(short.one.text.find("⟩", at) + 1, span_of[-1].end)
    trailing = after[:2]
    if trailing and trailing[0].text == "of" and not bodies:
        bodies = [m.id for p in after for m in p.mentions if m.type in (C, O)][:1]
    if len(offices) > 4:
        return
    for title, body in offices:
        of = body or (bodies[0] if bodies else "")
        if not of:
            known = draft.lexicon.positions.get(who.id, ())
            of = known[0][1] if known else draft.shapes.title_states.get(title, "")
        if not of:
            draft.stateless.setdefault(who.id, (short.one, span, title))
        elif draft.know(of):
            draft.hold(short.one, who.id, of, span, title)
    if not offices and name and trailing and trailing[0].text == "of":
        return


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
            if head_word(p) and p.text not in _NO_OFFICE and p.text not in draft.shapes.honorifics
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
            found.append((title, body.id if body else ""))
    if len(found) > 1:
        counterpart = next((body for title, body in found if title == "counterpart" and body), "")
        others = [(title, body or counterpart) for title, body in found if title != "counterpart"]
        # "Prime Minister and Minister of Foreign Affairs of ⟨C⟩", "⟨C⟩'s Vice President and Defence Minister"
        last = next((body for _, body in reversed(others) if body), "")
        found = [(title, body or last) for title, body in others]
    return found


def _opens(rest: list[Piece]) -> bool:
    """Tell whether a new title begins: a head comes before any other name."""
    for piece in rest[:7]:
        if head_word(piece) and piece.text not in ("State",):
            return True
        if not (title_word(piece) or piece.mentions or piece.text in ("the", "'s", "a")):
            return False
    return False


def _body(part: list[Piece]) -> Mention | None:
    """Return the state or body of a title: what "of" introduces, else what stands before the title."""
    lead: Mention | None = None
    for number, piece in enumerate(part):
        mention = next((m for m in piece.mentions if m.type in (C, O)), None)
        if mention is None:
            continue
        before = part[number - 1].text if number else ""
        if before == "the" and number > 1:
            before = part[number - 2].text
        if before == "of":
            return mention
        if before in _ACCREDITED:
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
            if behind in ("of", "the") and words:
                break
            if words and behind in _ACCREDITED:
                break
            continue
        if piece.kind == "w" or (piece.text in (",", "&") and words):
            words.append(piece)
    while words and words[0].text.lower() in (
        "the",
        "a",
        "an",
        "'s",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "of",
        "and",
        ",",
        "counterpart",
        "colleague",
        "h.e.",
        "mr.",
        "ms.",
        "mr",
        "ms",
        "dr.",
        "mrs.",
    ):
        words.pop(0)
    while words and words[-1].text in (
        "of",
        "the",
        "and",
        ",",
        "for",
        "to",
        "H.E.",
        "Mr.",
        "Ms.",
        "Dr.",
        "'s",
        "on",
        "in",
        "with",
        "Mr",
        "Ms",
        "Mrs.",
        "Sir",
        "Dr",
    ):
        words.pop()
    if not words:
        return ""
    return short.one.text[words[0].start : words[-1].end]


def implied(draft: FactDraft) -> None:
    """Give the holders of bare titles the state that the text itself leaves for them.

    Of two states that meet, one is the other party's: then the second is theirs. A title is never given to the
    state of the channel.
    """
    parties: dict[str, set[str]] = {}
    people: dict[str, set[str]] = {}
    for fact in draft.made.values():
        if fact.predicate == "participated_in" and fact.status is not Status.DENIED:
            if fact.subject.startswith("country:"):
                parties.setdefault(fact.object, set()).add(fact.subject)
            elif fact.subject.startswith("person:"):
                people.setdefault(fact.object, set()).add(fact.subject)
    held = {f.subject: f.object for f in draft.made.values() if f.predicate == "holds_position"}
    for who, (one, span, title) in sorted(draft.stateless.items()):
        if who in held:
            continue
        found = set()
        for event, states in parties.items():
            if len(states) != 2 or who not in people.get(event, set()):
                continue
            others = {held[p] for p in people[event] if p in held and held[p] in states}
            if len(others) == 1:
                found |= states - others
        if len(found) == 1:
            draft.hold(one, who, next(iter(found)), span, title)
