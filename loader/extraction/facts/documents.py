"""What was adopted, signed, issued, reviewed - or not."""

from __future__ import annotations

import re

from cypher.vocabulary import Status
from loader.extraction.facts.draft import FactDraft
from loader.extraction.facts.grammar import ACTORS, AUX, PAPERS, D, M
from loader.extraction.masks import Mask
from loader.model import Entity, EntityType, Level, Mention
from loader.resolution.names import slug

ADOPT = {"adopted", "adopt", "adopts", "approved", "approve", "endorsed", "endorse"}
SIGN = {"signed", "sign", "signs", "initialled", "concluded"}
REVIEW = {"reviewed", "noted", "took note of"}
VERB = r"(?P<verb>adopted|adopts|adopt|approved|approve|endorsed|endorse|signed|signs|sign|initialled|concluded|issued|issue|released|reviewed|took note of)"
ACTIVE = re.compile(rf"(?P<who>(?:(?:the )?{M}|{ACTORS})){AUX}[^⟨⟩.;,]{{0,20}}? {VERB} (?P<what>{PAPERS})")
GROUP = re.compile(
    rf"\b(?P<who>[Tt]he (?:two |participating |foreign |defence )*(?:leaders|ministers|sides|participants|parties|presidents|heads of state|delegations|countries|states|governments)|[Bb]oth (?:sides|countries|parties)|[Tt]hey|[Ww]e)"
    rf"{AUX} (?:also )?{VERB} (?P<what>{PAPERS})"
)
PASSIVE = re.compile(
    rf"(?P<what>{PAPERS})[^⟨⟩.;]{{0,30}}? (?:was|were|is|has been|have been|has not been|was not|were not|will be|to be) (?:\w+ ){{0,2}}?"
    rf"(?P<verb>signed|adopted|approved|issued|endorsed|released)(?:[^⟨⟩.;]{{0,20}}? (?:by|at|in|during) (?P<who>(?:the )?{M}|{ACTORS}))?"
)
ADOPTION = re.compile(
    rf"(?P<noun>adoption|signing|signature) (?:by (?P<by>{ACTORS}) )?of (?P<what>{PAPERS})(?: by (?P<who>{ACTORS}))?"
)
AFTER = re.compile(rf"(?:signed|adopted) (?:by (?P<who>{ACTORS}) )?(?:at|during) (?:the )?(?P<at>{M})")
NOT_ADOPTED = re.compile(
    rf"(?P<what>(?:declaration|statement|communiqu[ée]|document)s?|{D})[^.;⟨⟩]{{0,60}}?(?:has|have|was|were|could) not (?:been |be )?(?:adopted|approved|agreed)"
    rf"|(?:failed to|could not|did not) (?:adopt|agree on|approve) (?:a |an |the )?(?:\w+ )??(?P<what2>(?:declaration|statement|communiqu[ée]|document)|{D})"
)


def documents(draft: FactDraft, one: Mask) -> None:
    """Say what became of documents, and by whom."""
    _not_adopted(draft, one)
    if "⟨D" not in one.text:
        return
    for match in ACTIVE.finditer(one.text):
        _act(draft, one, match, _makers(one, match["who"], _predicate(match["verb"])))
    for match in GROUP.finditer(one.text):
        _act(draft, one, match, _group(draft, one, match))
    for match in PASSIVE.finditer(one.text):
        who = _makers(one, match["who"] or "", _predicate(match["verb"]))
        if (
            not who
            and _predicate(match["verb"]) == "adopted"
            and (meeting := draft.main_meeting(one.post(match.start())))
        ):
            who = [meeting]
        _act(draft, one, match, who)
    for match in ADOPTION.finditer(one.text):
        who = _makers(one, match["who"] or match["by"] or "", "adopted")
        meeting = draft.main_meeting(one.post(match.start()))
        if match["noun"] == "adoption":
            _each(draft, one, match.span(), who or ([meeting] if meeting else []), "adopted", match["what"])
        elif who:
            _each(draft, one, match.span(), who, "signed", match["what"])


def _predicate(verb: str) -> str:
    if verb in ADOPT:
        return "adopted"
    if verb in SIGN:
        return "signed"
    return "reviewed" if verb in REVIEW else "issued"


def _makers(one: Mask, text: str, predicate: str) -> list[Mention]:
    """Return who can do that: meetings and bodies adopt, people and states sign."""
    mentions = one.of(text)
    people = [m for m in mentions if m.type is EntityType.PERSON]
    meetings = [m for m in mentions if m.type is EntityType.MEETING]
    others = [
        m
        for m in mentions
        if m.type in (EntityType.COUNTRY, EntityType.ORGANISATION) and m.level is not Level.ADJECTIVE
    ]
    if predicate in ("adopted", "reviewed"):
        return meetings or [m for m in others if m.type is EntityType.ORGANISATION]
    if predicate == "signed":
        return people or others
    return people or others or meetings


def _group(draft: FactDraft, one: Mask, match: re.Match[str]) -> list[Mention]:
    """Return whom "the ministers", "the sides" mean: for adopting the meeting, for signing those who take part."""
    meeting = draft.main_meeting(one.post(match.start()))
    if meeting is None:
        return []
    if _predicate(match["verb"]) != "signed":
        return [meeting]
    if re.search(r"ministers|leaders|presidents|[Tt]hey", match["who"]):
        said = [f for f in draft.made.values() if f.predicate == "participated_in"]
        ids = {f.subject for f in said if f.subject.startswith("person:")}
    else:
        ids = {
            f.object
            for f in draft.made.values()
            if f.predicate == "holds_position" and f.object.startswith("country:")
        }
    found = {m.id: m for m in draft.found.mentions if m.id in ids}
    return list(found.values()) if len(found) == 2 else []


def _act(draft: FactDraft, one: Mask, match: re.Match[str], who: list[Mention]) -> None:
    _each(draft, one, match.span(), who, _predicate(match["verb"]), match["what"])


def _each(
    draft: FactDraft, one: Mask, span: tuple[int, int], who: list[Mention], predicate: str, what: str
) -> None:
    for paper in (m for m in one.of(what) if m.type is EntityType.DOCUMENT):
        for maker in who:
            draft.say(one, maker.id, predicate, paper.id, span, "document")


def _not_adopted(draft: FactDraft, one: Mask) -> None:
    """Say that a meeting did not adopt its declaration; an unnamed one is named after the meeting."""
    for match in NOT_ADOPTED.finditer(one.text):
        named = [m for m in draft.meetings if m.level is Level.NAME] or draft.meetings
        if not named:
            continue
        here = one.post(match.end())
        first_line = draft.frame.lines[0][1]
        meeting = (
            named[0]
            if named[0].end <= first_line
            else next((m for m in reversed(named) if m.end <= here), named[0])
        )
        papers = [m for m in one.of(match[0]) if m.type is EntityType.DOCUMENT]
        if papers:
            object_ = papers[0].id
        else:
            word = (match["what"] or match["what2"]).rstrip("s")
            name = draft.entities[meeting.id].name
            object_ = f"document:{slug(name)}-{slug(word)}"
            draft.entities[object_] = Entity(
                id=object_, type=EntityType.DOCUMENT, name=f"{word.capitalize()} of the {name}", kind=word
            )
        draft.say(one, meeting.id, "adopted", object_, match.span(), "not-adopted", status=Status.DENIED)


TITLE = re.compile(rf"^\W*(?P<what>{D})(?: (?:by|of|from) (?P<who>{ACTORS}))?")


def titles(draft: FactDraft, one: Mask) -> None:
    """Say who issued the document that the post itself is: "Joint Statement by the Foreign Ministers of …"."""
    if one.sentence.line:
        return
    match = TITLE.match(one.text)
    if match and match["who"]:
        for who in _makers(one, match["who"], "issued"):
            draft.say(one, who.id, "issued", one.of(match["what"])[0].id, match.span(), "title")
