"""The verbs that the rules look for, by the sense that they have in the genre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_CHAIR = r"chair(?:ed|s|ing)?|presid(?:ed|es|ing) over|presided|moderated|moderates"
VERBS = {
    "meet": r"called on(?= ⟨A\d+⟩(?! to ))|met|meets?|saw each other|sat down",
    "receive": r"received?|receives|receiving|welcomed?|welcomes|greeted|welcoming|host(?:ed|s|ing)?(?= ⟨A\d+⟩(?! 's))",
    "speak": r"spoke|speaks?|spoken|talked|conversed|conferred|phoned|telephoned",
    "hold": r"held|holds?|holding|had|have(?= (?:\w+ ){0,3}⟨M)|has(?= (?:\w+ ){0,3}⟨M)|conducted|conducts?|conducting|co-hosted",
    "attend": r"attend(?:ed|s|ing)?|took part in|takes? part in|taking part in|taken part in|participat(?:ed|es|e|ing) (?:\w+ )?in|address(?:ed|es|ing)|(?<=to )address|"
    r"spoke at|speaks? at|speaking at|addressing|delivered [^⟨⟩,;]{0,50}?(?:at|to)(?= (?:the )?⟨M)|represented [^;]{0,40}? at|intervened at|joined (?=⟨M)|joins? (?=⟨M)|joining (?=⟨M)",
    "delegate": r"head(?:ed|s|ing)?(?= ⟨A)|le(?:d|ads?|ading)(?= (?:a |an |the )?(?:\w+ ){0,3}⟨A)",
    "host": r"host(?:ed|s|ing)?|organi[sz](?:ed|es|ing)|convened|convenes?|convening|inaugurated|opened|opens|closed",
    "chair": rf"{_CHAIR}|co-(?:{_CHAIR})|jointly (?:{_CHAIR})|led (?=⟨M)|opened and chaired",
    "represent": r"represent(?:ed|s|ing)?",
    "accompany": r"accompanied|accompanies|accompanying",
    "gather": r"brought together|brings? together|bringing together|come together|comes together|came together|coming together|got together|get together|gathered|gathers?|gathering|assembled|assembles?",
    "present": r"deliver(?:ed|s|ing)? (?:the |an? |his |her )?(?:[\w-]+ ){0,3}?(?:remarks|address|statement|speech)(?! (?:on|at|to|in|during|issued))|made (?:the |an? |his |her )?(?:[\w-]+ ){0,2}?(?:remarks|statement|address|presentation)(?! (?:on|at|to|in|during))|took part|takes? part|taking part|participat(?:ed|es|e|ing)|took the floor|was present|were present|were in attendance|spoke at the event|joined by video(?: link)?|joined (?:online|remotely|virtually)",
    "join": r"joined|joins|joining|join",
    "travel": r"travel(?:s|led|ed|ling|ing)?|coming|comes|leaves? for|left for|leaving for|visit(?:s|ed|ing)?|arriv(?:es|ed|ing|e)|go(?:es)?|went|proceed(?:s|ed)?|flew|fly|depart(?:s|ed)?|come|came|headed|undertake|undertook|undertakes",
    "pay": r"paid|pays?|paying|made|makes?|making|began|begins|started|starts|concluded|concludes|completed|wrapped up|kicked off",
    "happen": r"took place|takes? place|taking place|taken place|convened|scheduled|planned|slated|opened|opens|began|begins|concluded|ended|ends|kicked off|postponed|deferred|rescheduled|moved",
    "adopt": r"adopt(?:ed|s|ing)?|approv(?:ed|es|ing|e)|endors(?:ed|es|ing|e)|agreed on|agreed upon",
    "sign": r"sign(?:ed|s|ing)?|initialled|concluded|inked|co-signed|exchanged",
    "issue": r"issu(?:ed|es|ing|e)|releas(?:ed|es|ing|e)|published|publishes|delivered",
    "review": r"reviewed|took note of|noted|takes? note of",
    "invite": r"invit(?:ed|es|ing|e)|extended an invitation to",
    "other": r"said|says|stated|states that|stressed|stresses|noted|notes that|underlined|underlines|underscored|underscores|emphasi[sz](?:ed|es)|highlighted|highlights|"
    r"thanked|thanks|expressed|expresses|conveyed|conveys|reaffirmed|reaffirms|reiterated|reiterates|affirmed|discussed|discusses|welcomed that|condemned|condemns|"
    r"congratulated|commended|praised|called (?:for|on|upon)|calls (?:for|on|upon)|urged|urges|announced|announces|declared|recalled|recalls|pointed out|explained|explains|"
    r"voiced|shared|agreed that|believes?|considers?|supports?|supported|pledged|encouraged|raised|informed|told|briefed|exchanged views|focused|focuses|covered|touched|"
    r"covers|includes?|included|remains?|remained|became|becomes?|provided|provides|confirmed|confirms|added|adds|recogni[sz]ed|acknowledged|appreciated|hailed|examined|"
    r"considered|looked|looks|sought|seeks|aims?|aimed|strengthened|continues|described|outlined|presented|explored|addressed issues|launched|created|"
    r"established|elected|appointed|denied|denies|rejected|asked|replied|answered|proposed to|offered|decided|decides|intends?|plans",
}
"""What is looked for, by the sense that it has in the genre; a form may have several, its objects decide."""
_PATTERNS = {name: re.compile(rf"\b(?:{forms})(?![\w-])", re.IGNORECASE) for name, forms in VERBS.items()}
_WORD = re.compile(r"\w+")


def _openings(forms: str) -> tuple[str, ...]:
    """Return the letters with which each of the alternatives of a pattern opens."""
    found, depth, begin = [], 0, 0
    for place, sign in enumerate(f"{forms}|"):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "|" and not depth:
            letters = re.match(r"(?:\(\?<=[^)]*\))?([a-z]+)(?![?*])|", forms[begin:place])
            found.append(letters[1] or "" if letters else "")
            begin = place + 1
    return tuple(found)


_OPENINGS = {name: _openings(forms) for name, forms in VERBS.items()}


@lru_cache(maxsize=8192)
def _senses(word: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the senses that a verb may have whose first word this is, with their patterns; mostly none."""
    word = word.lower()
    return tuple((name, _PATTERNS[name]) for name, letters in _OPENINGS.items() if word.startswith(letters))


def verb_at(text: str, place: int, word: str) -> tuple[str, re.Match[str]] | None:
    """Return the sense and the match of the verb that begins at a place of a text with this word, or None."""
    for sense, pattern in _senses(word):
        if match := pattern.match(text, place):
            return sense, match
    return None


def verbs(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the verbs of a sentence in short in order, each with its sense; none within another."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() >= end and (found := verb_at(text, word.start(), word[0])):
            end = found[1].end()
            yield found


AUX = re.compile(
    r"(?:^| )(?:will|shall|would|can|could|may|might|must|should|also|has|have|had|is|are|was|were|be|been|being|to|not|then|jointly|today|again|further|"
    r"expected|due|set|scheduled|planning|planned|plans|intends|continue|officially|personally|separately|virtually|later|earlier|subsequently|recently|"
    r"did|does|do|both|all|each|never|already|just|now|accordingly|therefore|first|briefly|reportedly|successfully|formally|unanimously|and|"
    r"agreed|decided|going|about|ready|invited|there|yesterday|which|who|thereafter|here|slated|pledged|intend|intended|committed|prepared|hopes|hope|hoped|"
    r"wishes|proposed|proposes|offered|declined|refused|failed|unable|n't|only|even|once|plan|plans|\w+ly)$"
)
NOUNS_TOO = frozenset(
    "visit visits talks host hosts calls address addresses issue issues plans support supports aims review travels aim looks focus chair chairs moderates "
    "notes adds covers begins opens ends signs".split()
)
"""Forms that are nouns as often: verbs only right behind their subject or an auxiliary."""
BE = frozenset("is are was were be been being".split())
