"""People: after titles, before titles, as speakers; then wherever the same name or surname stands again."""

from __future__ import annotations

import re
from collections import defaultdict

from loader.extraction.mentions.hits import Draft
from loader.extraction.shapes import BODIES, NAME, NAMED_HEADS, UP
from loader.model import Entity, EntityType, Level
from loader.resolution.names import slug

P, C, O, L, T, M, D = (
    EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE, EntityType.DATE, EntityType.MEETING,
    EntityType.DOCUMENT,
)  # fmt: skip
DOMAIN = frozenset(
    """Foreign Affairs European External Relations International Cooperation Defence Defense National Finance Trade Economy Economic
    Energy Interior Home Justice Environment Climate Health Education Culture Agriculture Transport Tourism Security Policy Political
    State Development Industry Commerce Investment Technology Digital Regional Near East Eastern Asian Pacific African Western
    Hemisphere Human Rights Peace Operations Disarmament Migration Neighbourhood Enlargement Middle Process Sahel Arms Control
    Nonproliferation Non-Proliferation Science Innovation Labour Labor Integration Communications Management Africa Asia Europe
    Americas Caribbean Commonwealth Indo-Pacific South Central North Southeast Northeast General Public Diplomacy Religious Freedom
    Global Women Children Gender Counterterrorism Refugees Humanitarian Emergency Relief Coordinator Parliamentary Civil Protection
    Strategic Communication Consular Legal Verification Compliance Oceans Business Growth Knowledge Nuclear""".split()
)
NOT_NAMES = frozenset(
    """Headquarters Palace House Hall Summit Council Affairs Statement Treaty Declaration Ministerial Readout Remarks Government
    Spokesperson Press Conference Regular Joint Session Call Meeting Visit Talks Dialogue Forum Department Ministry Excellency
    President Minister Secretary Ambassador General Delegation Delegations Leaders Ministers Holds Hold Meets Meet Visits Hosts
    Receives Speaks Attends Signs Participates Welcomes""".split()
)
STEP = re.compile(r",? (?:of|for|to|at|and|on|in charge of|responsible for) (?:the )?|, (?:the )?| - ")
NEXT = re.compile(r"(?:, and |, | and )")
HONORIFIC = re.compile(
    r" (?:H\.E\. |His Excellency |Her Excellency |Mr\.? |Ms\.? |Mrs\.? |Dr\.? |Sir |Professor |General |Sheikh )+"
)
SPEAKER = re.compile(rf"(?:^|\n)[^\w\n]{{0,6}}({NAME.pattern}):\s")
WORD = re.compile(rf"[{UP}][\w'-]*\w")


def add_persons(draft: Draft) -> None:
    """Add everybody whom a title, an apposition or a colon names."""
    for match in draft.shapes.title.finditer(draft.text):
        for start, end in _after_title(draft, match.end(), plural=match.group().endswith("s")):
            _add(draft, start, end, "title")
        _before_title(draft, match.start())
    for match in SPEAKER.finditer(draft.text):
        _speaker(draft, match.start(1), match.end(1))


def _after_title(draft: Draft, place: int, *, plural: bool) -> list[tuple[int, int]]:
    """Return the names that follow a title, past its domain and the state or body it belongs to."""
    text, place = draft.text, _title_end(draft, place)
    honorific = HONORIFIC.match(text, place)
    if honorific:
        start = honorific.end()
    elif text.startswith(" ", place):
        start = place + 1
    elif text.startswith(", ", place) and draft.covered(place - 1, place, C, O):
        # "Minister of Defence of Finland, Name": the comma form is only taken after a state or body.
        start = place + 2
    else:
        return []
    found: list[tuple[int, int]] = []
    while (match := NAME.match(text, start)) and len(found) < (6 if plural else 1):
        end = _end(draft, start, match.end())
        if end is None:
            break
        found.append((start, end))
        step = NEXT.match(text, end)
        if not step:
            break
        start = step.end()
    return found


def _title_end(draft: Draft, place: int) -> int:
    """Return where a title ends with its domain, its state or body, and the titles joined to it."""
    text, limit = draft.text, place + 200
    while place < limit:
        step = STEP.match(text, place)
        at = step.end() if step else place + 1
        known = draft.starting(at, C, O) if step else None
        title = draft.shapes.title.match(text, at) if text[place : place + 1] in (" ", ",") else None
        domain = _domain(text, at) if step or text.startswith(" ", place) else None
        if known:
            place = known.end
        elif title and not HONORIFIC.match(text, place):
            place = title.end()
        elif domain:
            for hit in draft.inside(at, domain, L):
                draft.drop(hit)
            place = domain
        else:
            break
    return place


def _domain(text: str, place: int) -> int | None:
    """Return the end of words such as "Foreign Affairs and Trade" that begin at a place."""
    end = None
    while match := WORD.match(text, place):
        if match.group() not in DOMAIN:
            break
        end = match.end()
        joint = re.compile(r", and |, | and | of | & | for | ").match(text, end)
        if not joint:
            break
        place = joint.end()
    return end


def _before_title(draft: Draft, title: int) -> None:
    """Add the name before ", the Foreign Minister", also with a state or body between."""
    before = draft.text[max(0, title - 90) : title]
    match = re.search(
        rf"({NAME.pattern})(?: \([^()]{{1,20}}\))?, (?:the |an? |who is )?(?:[{UP}][\w.'-]* ){{0,3}}$", before
    )
    if not match or " " not in match[1]:
        return
    start = max(0, title - 90) + match.start(1)
    end = _end(draft, start, start + len(match[1]))
    if end is not None and " " in draft.text[start:end] and not draft.covered(start, end, C, O, L, T, M, D):
        _add(draft, start, end, "apposition")


def _speaker(draft: Draft, start: int, end: int) -> None:
    last = None
    for match in draft.shapes.title.finditer(draft.text, start, end):
        last = match
    if last and last.end() < end:
        start = last.end() + 1
    end_ = _end(draft, start, end)
    if end_ is not None and " " in draft.text[start:end_] and not draft.covered(start, end_, C, O, L):
        _add(draft, start, end_, "speaker")


def _end(draft: Draft, start: int, end: int) -> int | None:
    """Cut a name before what is something else; None when nothing is left."""
    text = draft.text
    if "'s" in text[start:end]:
        end = start + text[start:end].index("'s")
    for hit in draft.inside(start, end, C, O, L, T, D):
        if hit.start == start:
            person = draft.starting(start, P)
            return person.end if person else None
        if hit.rule != "capital":
            end = min(end, hit.start - 1)
    words = text[start:end].split(" ")
    for number, word in enumerate(words):
        if word in NOT_NAMES or word in draft.shapes.stop or word in BODIES:
            words = words[:number]
            break
    while words and words[-1].islower():
        words.pop()
    name = " ".join(words).rstrip(",")
    if len(name) < 2 or not name[0].isupper() or draft.shapes.title.fullmatch(name):
        return None
    return start + len(name)


def _add(draft: Draft, start: int, end: int, rule: str) -> None:
    name = draft.text[start:end]
    if draft.covered(start, end, P) or name in BODIES | NAMED_HEADS:
        return
    id_ = f"person:{slug(name)}"
    if " " not in name:
        full = next((e for e in _people(draft) if e.name.split(" ")[-1].casefold() == name.casefold()), None)
        full = full or next((e for e in _people(draft) if e.name.split(" ")[0] == name.upper()), None)
        id_ = full.id if full else id_
    draft.add(start, end, P, id_, Level.NAME, rule)
    if id_ not in draft.lexicon.entities:
        draft.entities.setdefault(id_, Entity(id=id_, type=P, name=_plain(name)))


def _plain(name: str) -> str:
    """Return a name with a family name in capitals in the usual form."""
    words = name.split(" ")
    if len(words) > 1 and any(word.isupper() and len(word) > 2 for word in words) and not name.isupper():
        return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in words)
    return name


def _people(draft: Draft) -> list[Entity]:
    return [
        entity for h in draft.hits if h.type is P and (entity := draft.entity(h.id)) and " " in entity.name
    ]


def add_again(draft: Draft) -> None:
    """Add the other places where a full name stands, and the surnames alone of those who are named in full."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    full: dict[str, str] = {}
    for hit in [h for h in draft.hits if h.type is P]:
        name = draft.text[hit.start : hit.end]
        if " " in name:
            full[name] = hit.id
            words = [
                word
                for word in name.replace(",", "").split(" ")
                if word not in ("Jr.", "Jr", "III", "II", "Sr.")
            ]
            capitals = [word for word in words if word.isupper() and len(word) > 2]
            for word in {words[-1], *capitals}:
                owners[word].add(hit.id)
                if word.isupper() and len(word) > 2:
                    owners[word.capitalize()].add(hit.id)
    single = {
        word: next(iter(ids))
        for word, ids in owners.items()
        if len(ids) == 1 and len(word) > 2 and word not in full
    }
    names = {**single, **full}
    if not names:
        return
    pattern = re.compile(
        r"(?<![\w#-])(?:"
        + "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
        + r")(?![\w-])"
    )
    for match in pattern.finditer(draft.text):
        if not draft.covered(match.start(), match.end(), P, C, O, L, M, D):
            draft.add(match.start(), match.end(), P, names[match.group()], Level.NAME, "again")
