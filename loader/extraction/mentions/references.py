"""Who is meant again: "the Minister", "my colleague", he and she, "the Association"."""

from __future__ import annotations

import re
from bisect import bisect_right

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P
from loader.extraction.mentions.roles import find_roles
from loader.model import Level

_PRONOUN = re.compile(
    r"(?<![\w'-])(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)(?![\w'-]| part,| (?:Royal |Imperial |Serene |Sultanic |Most )*"
    r"(?:Excellency|Highness|Majesty|Holiness|Eminence|Beatitude|Grace|Lordship|Honou?r)\b)"
)
_GENERAL = frozenset("group bloc organization format mechanism grouping institution".split())
"""What any body of states may be called."""
_OF_STATES = frozenset("intergovernmental forum alliance mechanism dialogue".split())
_NEAR = 400
_OPENING = re.compile(
    r"(?:Following|After|During|Before|Ahead|In|At|On|With|Together|Alongside|Accompanied|Joined|Meeting|Answering|Responding|Welcoming|"
    r"Addressing|Upon|Regarding|Concerning|Prior|Earlier|For)\b[^.,;\n]{0,160}, "
)
"""What stands before the subject of a sentence."""
_HE = re.compile(
    r"(?:\b(?:Mr|Sir|Lord|Shri|Dato|Datuk|Sheikh|King|Prince|Emir|Amir|Sultan|Pope|Cardinal|Archbishop|Patriarch|Metropolitan|Imam|Ayatollah|Chairman|Spokesman|"
    r"Congressman|Father|Brother)\.?|\b(?:His|his) (?:Royal |Imperial |Serene )?(?:Excellency|Highness|Majesty|Holiness|Eminence|Beatitude)\b[^.,;\n]{0,60}?) "
    r"(?:(?:Dr|Prof|Hon|Amb|Gen|Professor|Minister|President)\.? )*$"
)
_SHE = re.compile(
    r"(?:\b(?:Mrs|Ms|Miss|Madam|Madame|Mme|Dame|Lady|Smt|Queen|Princess|Sheikha|Baroness|Chairwoman|Spokeswoman|Congresswoman|Sister|Duchess|Empress)\.?|"
    r"\b(?:Her|her) (?:Royal |Imperial |Serene )?(?:Excellency|Highness|Majesty)\b[^.,;\n]{0,60}?) (?:(?:Dr|Prof|Hon|Amb|Gen|Professor|Minister|President)\.? )*$"
)
_STYLES = {"excellency", "highness", "majesty", "holiness", "eminence", "beatitude"}
_HE_WORDS = _STYLES | set(
    "mr sir lord shri dato datuk sheikh king prince emir amir sultan pope cardinal archbishop patriarch metropolitan imam ayatollah "
    "chairman spokesman congressman father brother".split()
)
_SHE_WORDS = _STYLES | set(
    "mrs ms miss madam madame mme dame lady smt queen princess sheikha baroness chairwoman spokeswoman congresswoman sister duchess "
    "empress".split()
)
"""Words, in small letters, without which a text tells of nobody that she is a woman."""
_COLLEAGUE = re.compile(
    r"(?<!\w)(?:[Mm]y|[Hh]is|[Hh]er) (?P<mods>(?:[A-Z][\w-]+ )?)(?P<head>colleague|counterpart)(?!\w)"
)
_BODY = re.compile(
    r"(?<!\w)(?:[Tt]he|[Tt]his) (?:regional |international |intergovernmental )?(?P<head>Association|association|Alliance|Organisation|Organization|organisation|organization|Union|Forum|Ministry|Commission|Council|Committee|Agency|Assembly|Community|Fund|Bank|group|bloc|League|Court|Authority|Secretariat|Department|Mission|mission|Parliament|parliament|Government|format|mechanism|grouping|institution|ministry|council|commission|forum|agency|bank|fund|court|assembly)(?='s\b|[^\w'-]|$)(?! (?:of|for|between|headed|led)\b| on (?:the )?[A-Z](?!\w+day)| [A-Z])"
)


def find_references(draft: Draft) -> None:
    """Put pronouns and roles that have one plain antecedent on the board."""
    persons = [hit for hit in draft.board.all(P) if hit.level is Level.NAME]
    starts = [hit.start for hit in persons]
    for match in draft.starts.matches(_COLLEAGUE, ("my", "his", "her")):
        following = draft.tokens.after(match.end())
        apart = draft.text[match.end() : match.end() + 2]
        place = bisect_right(starts, match.end())
        near = persons[place] if place < len(persons) and persons[place].start - match.end() < 60 else None
        if near and (apart == ", " or near.start == match.end() + 1) and following:
            draft.board.add(Hit(match.start(), match.end(), P, near.id, Level.NOMINAL, "colleague"))
    find_roles(draft)
    _pronouns(draft)
    _bodies(draft)


def _pronouns(draft: Draft) -> None:
    """Give he and she to the person whom the same or the last sentences name, when only one can be meant."""
    persons = [hit for hit in draft.board.all(P) if hit.level in (Level.NAME, Level.NOMINAL)]
    starts = [hit.start for hit in persons]
    genders = _genders(draft, persons)
    sentences = draft.frame.sentences
    begins = [sentence.start for sentence in sentences]
    for match in draft.starts.matches(_PRONOUN, ("he", "she", "his", "her", "him")):
        number = bisect_right(begins, match.start()) - 1
        if number < 0 or draft.board.first(match.start(), match.end()):
            continue
        if sentences[number].speaker and match.group().lower() in ("his", "her", "him"):
            continue
        place = bisect_right(starts, match.start())
        other = "he" if match.group().lower() in ("she", "her") else "she"
        near = [hit for hit in persons[max(0, place - 30) : place] if genders.get(hit.id) != other]
        own = [hit for hit in near if hit.start >= sentences[number].start]
        earlier = [hit for hit in near if hit.start >= sentences[max(0, number - 3)].start]
        chosen = own[0] if own else None
        if chosen is None and earlier:
            # the subject of the nearest sentence that names somebody
            last = bisect_right(begins, earlier[-1].start) - 1
            begin = _main(draft, begins[last])
            those = [hit for hit in earlier if hit.start >= begins[last]]
            chosen = next((hit for hit in those if hit.start >= begin), those[0])
        if chosen:
            draft.board.add(Hit(match.start(), match.end(), P, chosen.id, Level.PRONOUN, "pronoun"))


def _main(draft: Draft, begin: int) -> int:
    """Return where the main clause of a sentence begins: behind the comma that closes "Following talks with NAME, …"."""
    opening = _OPENING.match(draft.text, begin)
    return opening.end() if opening else begin


def _genders(draft: Draft, persons: list[Hit]) -> dict[str, str]:
    """Return "he" or "she" by the id of every person whom an honorific of the post tells it of."""
    found: dict[str, str] = {}
    words = draft.starts.places.keys()
    women, men = bool(words & _SHE_WORDS), bool(words & _HE_WORDS)
    for hit in persons if women or men else ():
        before = draft.text[max(0, hit.start - 90) : hit.start]
        if women and _SHE.search(before):
            found.setdefault(hit.id, "she")
        elif men and _HE.search(before):
            found.setdefault(hit.id, "he")
    return found


def _bodies(draft: Draft) -> None:
    """Give "the Association" to the last organisation whose name has the word."""
    bodies = [hit for hit in draft.board.all(O) if hit.level in (Level.NAME, Level.TAG)]
    if not bodies:
        return
    starts = [hit.start for hit in bodies]
    for match in draft.starts.matches(_BODY, ("the", "this")):
        if draft.board.first(match.start("head"), match.end("head"), O, M, D, P, L, C):
            continue
        head = match["head"].casefold().replace("isation", "ization")
        small = match["head"][0].islower() and head not in ("association", "organization")
        place = bisect_right(starts, match.start())
        for hit in reversed(bodies[max(0, place - 30) : place]):
            entity = draft.entity(hit.id)
            names = f"{entity.name} {' '.join(entity.aliases)}".casefold().replace("isation", "ization")
            named = head in names.replace(",", " ").split()
            general = head in _GENERAL and entity.kind in _OF_STATES
            if small and not general:
                # written small, the word may mean any body of the kind: only one that the last lines name
                named = named and match.start() - hit.end < _NEAR
            if named or general or (head == "alliance" and hit.id == "organisation:nato"):
                draft.board.add(Hit(match.start(), match.end(), O, hit.id, Level.NOMINAL, "role"))
                break
