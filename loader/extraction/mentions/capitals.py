"""Capitals that stand for their states, and states that are cities."""

from __future__ import annotations

import re
from itertools import pairwise

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, Draft, L
from loader.model import Level

_CITY_DATE = re.compile(
    r", \d{1,2} [A-Z]|, (?:January|February|March|April|May|June|July|August|September|October|November|December) \d"
)
_CAPITAL_AT = re.compile(
    r"(?:\b(?:in|at|near|to|from|outside|visit|visited|visits|visiting|via|through|leaving|for|around|reached|into|leave|left|central|downtown|"
    r"arrived|city of|capital|capital,|based|[A-Z][a-z]+,|toward|towards|hosted by the city of|of) |[📍(]\s*)$"
)
_CAPITAL_OF = re.compile(
    r"\b(?:position|policy|policies|view|views|stance|behalf|support|part|role|efforts|proposals?|decisions?|intentions?|readiness|ambitions|interests|plans|strategy|claims|aggression|refusal|mediation|demands?|position|consent|approval|initiative|request|actions|government|relations|side|representative|authorities) of $"
)
_CAPITAL_WITH = re.compile(
    r"\b(?:between|with|by|wish|grateful to|representatives? of|relations? of|capitals of|against|thank|thanked|urge[ds]?|urging|call on|calls on|called on|"
    r"grateful to|appeal to|appeals to|message to|reminded|asked|told|invite[sd]?|assure[sd]?|inform(?:s|ed)?|warn(?:s|ed)?|persuade[sd]?|encourage[sd]?|support(?:s|ed|ing)?|help(?:s|ed|ing)?|arm(?:s|ed|ing)?|back(?:s|ed|ing)?|assist(?:s|ed|ing)?|criticis\w+|blam\w+|condemn\w*|sanction(?:s|ed|ing)?|provok\w+|forc(?:es?|ed|ing)|allow(?:s|ed|ing)?|compel\w*|accused?|pressure on|pressed|dialogue with|contacts? with|ties with|relations with|that) $|(?:between|with|both) (?:both )?[A-Z]\w+(?:, [A-Z]\w+)* and $|\b(?:assistance|weapons|arms|loans?|concessions|commitment|guarantees|talk|speak|talking|speaking|appeal|message|signal|turn|signals) to $"
)
_CAPITAL_ACTS = re.compile(
    r"(?:, for its part,)? (?:also |now |again |still |firmly |strongly |consistently |already |has |have )?(?:has|have|had|is|was|will|would|supports?|supported|believes?|believed|considers?|considered|hopes?|expects?|expected|calls?|called|"
    r"condemns?|condemned|remains?|insists?|insisted|says?|said|proposed|proposes|welcomes?|welcomed|rejects?|rejected|agreed|agrees|stands|wants?|"
    r"seeks?|sought|continues?|accused|accuses|denied|denies|warned|warns|demands?|demanded|views?|sees|intends|plans|needs|does|did|should|must|can|cannot|"
    r"could|undertook|took|takes|gave|gives|made|makes|sent|sends|kept|keeps|sought|became|began|chose|withdrew|broke|drew|blamed|blames|fears|joins|joined|knows|lacks|tries|pursues|pursued|prepares|regards|maintains|maintained|monitors|hails|hailed|signed|signs|strives|threatens|threatened|expresses|expressed|confirms|confirmed|denounces|denounced|promises|promised|reiterates|reiterated|reaffirms|reaffirmed|recalls|recalled|rejects|stresses|decided|decides|launched|imposed|lifted|accepted|accepts|adopted|approved|requested|responded|reported|provided|provides|helped|helps|attacked|invaded|occupied|won't|can't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|wouldn't|may|might|shares?|shared|knows?|understands?|announced|stressed|urged|urges|refused|refuses|recogni[sz]ed|appreciates?|values|attaches|advocates|opposes|opposed|favou?rs|"
    r"and its [A-Z]?\w+ (?:[a-z]+ )?(?:are|have|will|continue|must)|responded|reacted|suggested|offered|offers|backs|backed|thanks|thanked|pledged|summoned|expelled|and [A-Z][\w-]+ (?:have|agreed|will|are|had|were|share|must|should|remain|signed))\b"
)
_PASSIVE = re.compile(
    r" (?:has|have|had|was|is|will) (?:\w+ )?(?:hosted|host|hosts|been the venue|been hosting|located|situated|the venue)\b| hosted| hosts| will host| welcomed? the delegat|, [A-Z0-9]|\)| \(|: "
)
_CITY_STATE = re.compile(
    r"\b(?:held|held talks|met|meeting|meet|hosted|conference|summit|conferences|session|dialogue|opened|place|gathered|talks|forum|signed|convened|arrived|begin|began|begins|concluded)\b[^.\n]{0,80}\b[Ii]n $"
)
CITY_STATES = {"country:SG": "place:singapore", "country:LU": "place:luxembourg-city", "country:MC": "place:monaco", "country:DJ": "place:djibouti",
               "country:HK": "place:hong-kong", "country:MO": "place:macao", "country:VA": "place:vatican"}  # fmt: skip
_ASKING = tuple(
    f"{word} "
    for word in "Is Are Will Does Has Did Can Would Do Was whether if why how does will has did would is".split()
)
_ASKED = re.compile(rf"(?:^|[\W])(?:{'|'.join(word.strip() for word in _ASKING)}) $")
_LINK = re.compile(r"(?:, and|,| and|, as well as| or) $|-$")


def means_state(hit: Hit, before: str, after: str) -> bool:
    """Tell whether a capital stands for its state here."""
    if (
        before.endswith(_ASKING)
        and _ASKED.search(before)
        and re.match(r" (?:now |also |still )?[a-z]+(?:ing|e|t|d|n|l|w|r|k|y)?\b", after)
        and not re.match(r" (?:in|on|at|for|from|by|the|a)\b", after)
    ):
        return True
    if after.startswith((" regime", " authorities", " leadership", " junta")):
        return True
    if before.endswith("hosted by ") or re.match(r"(?:, D\.?C\.?|-\d| (?:city|airport|time)\b)", after):
        return False
    if before.endswith(" of ") and _CAPITAL_OF.search(before):
        return True
    if _CAPITAL_WITH.search(before) and not re.match(r",? (?:on|in) \d", after):
        return not _PASSIVE.match(after) or after.startswith(":")
    if _CAPITAL_AT.search(before) and not (
        _CAPITAL_ACTS.match(after) and not re.search(r"\b(?:in|at|near|from|to|outside) $", before)
    ):
        return False
    if after.startswith("'s ") and not re.match(
        r"'s (?:airport|streets?|centre|center|historic|old|suburbs?|mayor)", after
    ):
        return True
    if _PASSIVE.match(after):
        return False
    return bool(_CAPITAL_ACTS.match(after))


def is_city(before: str, after: str) -> bool:
    """Tell whether a state that is a city is meant as the city: "held in Singapore", "Singapore, 3 June"."""
    return bool((_CITY_STATE.search(before) and not after.startswith(", ")) or _CITY_DATE.match(after))


def capitals_together(draft: Draft) -> None:
    """Make states of the capitals that stand in one list with a capital that acts: "Tokyo, Seoul and Washington agree"."""
    capitals = draft.lexicon.capitals
    hits = [
        hit
        for hit in draft.board.all(L, C)
        if (hit.type is L and hit.id in capitals) or hit.level is Level.METONYM
    ]
    for pairs, behind in ((list(pairwise(hits))[::-1], True), (list(pairwise(hits)), False)):
        made: set[int] = set()
        for first, second in pairs:
            one, other = (second, first) if behind else (first, second)
            acts = one.level is Level.METONYM or one.start in made
            linked = _LINK.fullmatch(
                draft.text[first.end : second.start] + ("" if draft.text[second.start - 1] == " " else " ")
            )
            if acts and linked and other.type is L and draft.board.at(other.start, L) == other:
                draft.board.remove(other)
                draft.board.add(Hit(other.start, other.end, C, capitals[other.id], Level.METONYM, "capital"))
                made.add(other.start)
