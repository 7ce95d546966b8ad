"""Who issued the papers that titles and names tell of."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.documents.makers import makers_of, say_each
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.events import Events
from loader.extraction.facts.pieces import Short
from loader.model import EntityType, Level

_TITLE = re.compile(r"^\W*(?P<what>⟨D\d+⟩) (?i:by|of|from|between)(?i: the)? (?P<who>⟨[AM]\d+⟩)")
_STATEMENT = re.compile(r"(?i)statement|declaration|communiqu|conclusions|summary|press release")
_OF_MINISTERS = re.compile(r"(?i)\b(?:of|by) the .*\b(?:ministers|leaders|heads of)\b")
_STATEMENT_BY = re.compile(
    r"^\W*(?:⟨C\d+⟩: )?(?P<what>(?:[\w' -]{0,40}[Ss]tatement|⟨D\d+⟩)) (?:by|of) (?:the )?[^⟨⟩.]{0,40}? (?:of|on behalf of) (?:the )?(?P<who>⟨O\d+⟩)\W*(?:⟨|$)"
)


def titles(draft: FactDraft, events: Events, short: Short) -> None:
    """Say who issued the paper that a title names: whom "by" or "of" introduces, or the meeting in its own name."""
    if title := _TITLE.match(short.text):
        makers = makers_of(short.of(title["who"])[0], "issued")
        say_each(draft, short, makers, "issued", short.of(title["what"]), short.span(*title.span()))
        return
    named = re.match(r"^\W*(?P<what>⟨D\d+⟩)(?: ,|$)", short.text)
    for paper in short.of(named["what"])[0].mentions if named else ():
        if not _STATEMENT.search(draft.text[paper.start : paper.end]):
            continue
        inner = draft.inside(paper.start + 1, paper.end)
        led = [
            m for m in inner
            if m.type in (EntityType.MEETING, EntityType.ORGANISATION) and m.level is Level.NAME
            and re.search(r"(?i)\b(?:of|by) (?:the )?$", draft.text[paper.start : m.start])
        ]  # fmt: skip
        meeting = next((m for m in led if m.type is EntityType.MEETING), None)
        makers = []
        if (
            meeting is None
            and not any(m.type is EntityType.COUNTRY for m in inner)
            and _OF_MINISTERS.search(draft.text[paper.start : paper.end])
        ):
            makers = [
                m
                for m in events.main_event()
                if draft.entities[m].kind in ("summit", "meeting", "ministerial", "session")
            ]
        for maker in makers:
            draft.say(
                short.one,
                maker,
                "issued",
                paper.id,
                short.span(*named.span()) if named else (0, 1),
                "title",
                status=Status.ASSERTED,
            )
    by = _STATEMENT_BY.match(short.one.text)
    if by and (found := short.one.of(by["who"])):
        at = short.one.post(by.start("what"))
        papers = [m for m in draft.inside(at, at + 200) if m.type is EntityType.DOCUMENT and m.start == at]
        for paper in papers[:1]:
            draft.say(short.one, found[0].id, "issued", paper.id, by.span(), "title", status=Status.ASSERTED)
