"""What sentences about meetings look like, over masked sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loader.extraction.facts.grammar import ACTORS, AUX, MEETINGS, MX, PEOPLE, STATES, C, L, M, O, P, T

ATTENDED = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?P<verb>attend\w*|took part in|take part in|tak(?:es|ing) part in|participat\w+ in|join(?:ed|s)?|address(?:ed|es)?|"
    rf"spoke at|speak at|hosted|host|opened|open|represented [^⟨⟩]{{0,30}}at) (?P<what>{MEETINGS})"
)
CHAIRED = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?P<co>co-)?(?:chair(?:ed|s)?|presid(?:ed|es) over) (?P<what>(?:the )?(?:[\w-]+ ){{0,3}}?(?:{M}|{O}))"
)
CHAIRED_BY = re.compile(
    rf"(?P<what>{MX})[^⟨⟩.;]{{0,40}}? (?P<co>co-)?(?:chaired|presided over|led) by (?P<who>{ACTORS})"
)
ATTENDED_BY = re.compile(
    rf"(?P<what>{MX})[^⟨⟩.;]{{0,40}}? (?:attended by|with the participation of|brought together|gathered|was joined by) (?P<who>{ACTORS})"
)
HELD_WITH = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?:held|hold|had|have|conducted|conduct|holds) (?P<what>(?:[\w-]+ ){{0,4}}?{M})"
    rf"(?P<gap>[^⟨⟩.;]{{0,30}}?(?:(?:in|at|on) (?:the )?(?:{L}|{T})[^⟨⟩.;]{{0,10}}?){{0,2}}) ?(?:with|between) (?P<others>{ACTORS})"
)
HELD = re.compile(rf"(?P<who>{PEOPLE}){AUX} (?:held|hold|holds) (?P<what>(?:[\w-]+ ){{0,4}}?{M})")
WE_HELD = re.compile(
    rf"\b[Ww]e (?:have )?(?:held|had)(?: [\w-]+){{0,5}}? (?P<what>{M}) with (?P<others>{ACTORS})"
)
BETWEEN = re.compile(
    rf"(?P<what>{M})(?P<gap>(?: (?:in|at|on) (?:the )?(?:{L}|{T})){{0,2}}) (?P<how>between|with|of|among) (?P<who>{ACTORS})"
)
OWN = re.compile(
    rf"(?P<who>{PEOPLE})'s (?:[\w-]+ ){{0,4}}?(?:(?:remarks|statement|speech|address|answers [^⟨⟩]{{0,30}}|participation|attendance|interview|press[^⟨⟩]{{0,20}}) "
    rf"(?:at|in|to|following|after|during|before) )?(?P<what>(?:the |his |her |a )?(?:[\w-]+ ){{0,2}}?{M})"
)
AT = re.compile(rf"(?P<who>{P}) (?:at|during) (?:the )?(?P<what>{M})")
MET = re.compile(
    rf"(?P<who>{PEOPLE}){AUX} (?P<verb>met|meet|meets|sat down|spoke|speak|speaks|talked|received|receive|receives|hosted|welcomed|welcomes|"
    rf"held a (?:phone|telephone|video) (?:call|conversation))(?: by (?:tele)?phone| on the phone| again| today| earlier)?(?:,? (?:on {T}|in {L}|at (?:the )?{L}|{T}|here),?){{0,3}}(?: with)? (?P<others>{PEOPLE})"
)
RECEIVED_BY = re.compile(
    rf"(?P<who>{PEOPLE}){AUX} (?P<verb>received|hosted|welcomed) (?:[^⟨⟩.;]{{0,20}} )?by (?P<others>{PEOPLE})"
)
VISITED = re.compile(
    rf"(?P<who>{PEOPLE}){AUX}[^⟨⟩.;]{{0,40}}? (?:on|for|paid|pay|paying|made|make|making|began|begin|started|concluded|arrived[^⟨⟩]{{0,20}}(?:{L}|{C}) (?:on|for)) (?P<what>(?:[\w-]+ ){{0,4}}?{M})"
)
WHO_VISITS = re.compile(
    rf"(?P<who>{P}), who [^⟨⟩.;]{{0,40}}(?:{C}|{L})? ?(?:on|for|paying) (?:[\w-]+ ){{0,4}}?(?P<what>{M})"
)
BRACKETS = re.compile(
    rf"(?P<what>{MEETINGS})(?P<more>[^⟨⟩]{{0,20}}(?:{P}|{O}|{C})?[^⟨⟩]{{0,10}}) ?\((?:#?{O}\) \()?(?P<in>(?:(?:{L}|{C}), )*)(?P<on>{T})\)"
)
HELD_IN = re.compile(
    rf"(?P<what>{MEETINGS})(?: \(#?{O}\))?[^⟨⟩.;]{{0,60}}?(?:held|hosted|took place|takes? place|convened|scheduled|begin|opened|opens)[^⟨⟩.;]{{0,24}}? (?:in|at) (?:the )?(?P<in>{L})"
    rf"(?:,? (?:[^⟨⟩.;]{{0,12}}?)(?P<on>{T}))?"
)
HELD_ON = re.compile(
    rf"(?P<what>{MEETINGS})(?: \(#?{O}\))?[^⟨⟩.;]{{0,60}}?(?:held|took place|takes? place|convened|scheduled|begin|opened)[^⟨⟩.;]{{0,16}}? (?:on|from|for|in) (?P<on>{T})(?:,? (?:in|at) (?:the )?(?P<in>{L}))?"
)
HOSTS = re.compile(
    rf"(?:[Oo]n (?P<on>{T}),? )?(?P<in>{L}) (?:hosted|hosts|will host) (?P<rest>[^.;]{{0,80}}?){M}"
)
COMMA_PLACE = re.compile(rf"(?P<what>{M}), (?P<in>{L})(?:, {C})?(?:, | \(|,? on )(?P<on>{T})")
NEXT_TO = re.compile(
    rf"(?P<what>{M})(?: \(#?{O}\))?(?:,? (?:in|at) (?:the )?(?P<in>{L}))?(?:,? (?:on|of|in) (?P<on>{T}))?"
)
PLACE_LINE = re.compile(rf"^\W*(?P<in>{L})(?:, (?:{L}|{C}))?, (?P<on>{T})\W*$")
DATELINE = re.compile(rf"^\W*(?P<in>{L})(?:, (?:{L}|{C}))?(?:, (?P<on>{T}))? ?[-–—:] ")
IN_PLACE = re.compile(rf"\b(?:[Ii]n|[Aa]t) (?:the )?(?P<in>{L})")
GROUP_OF = re.compile(
    rf"(?P<what>{M}) (?:with|of) (?:the )?(?:[\w'-]+ ){{0,4}}?(?:[Ll]eaders|[Mm]inisters|[Rr]epresentatives|[Mm]embers|[Hh]eads|[Dd]elegations|[Pp]residents|[Aa]mbassadors)(?: [\w'-]+){{0,6}}? (?:of|from|representing)(?: [\w'-]+){{0,5}}? (?:the )?(?P<who>{STATES})"
)
MARGINS = re.compile(
    rf"(?:on|at|in) the (?:margins|sidelines|framework|course) of (?:the )?(?P<whole>{M})|(?:as part of|during|within) (?:the |his |her )?(?P<whole2>{M})"
)
INVITED = re.compile(
    rf"(?P<by>{P})?[^⟨⟩.;]{{0,30}}\binvited (?P<who>{PEOPLE}) (?:to|for) (?:[\w-]+ ){{0,4}}?(?P<what>{M})"
)
TRAVEL = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?:travel\w*|go|fly|visit\w*|proceed|depart\w*|arrived?) (?:(?:to|in|for) )?(?:{L}|{C})[^;]{{0,60}}? (?:to|where \w+ will|and) "
    rf"(?:attend|take part in|participate in|chair|co-chair|host|address) (?P<what>{MEETINGS})"
)
RECEIVED_AT = re.compile(rf" (?:to|at|in) (?:the )?(?P<in>{L})")
MAIN = re.compile(
    rf"(?P<who>{ACTORS}){AUX} (?:(?:are |is )?(?:expected|due|scheduled) to )?(?P<verb>attend(?:ed)?|took part|take part|participated?|took the floor|"
    rf"joined by video(?: link)?|joined (?:online|remotely)|delivered|were present|was present|represented (?:{C}|{O}|his country|her country))(?![^⟨⟩.;]{{0,30}}{M})"
)
TAKING_PART = re.compile(
    rf"[Tt]aking part were (?P<who>{ACTORS})|[Pp]articipants (?:included|were) (?P<who2>{ACTORS})"
)
REPRESENTED = re.compile(rf"(?P<body>{STATES}) (?:was|were) represented by (?P<who>{ACTORS})")
CHAIRMANSHIP = re.compile(rf"(?P<who>{C}(?:-{C})?) (?P<co>co-)?chairmanship of (?:the )?(?P<what>{M})")

HINTS = {
    ATTENDED: re.compile(r"attend|part in|participat|join|address|sp[eo][ak]|host|open|represent"),
    TRAVEL: re.compile(r"travel|go|fly|visit|proceed|depart|arriv"),
    ATTENDED_BY: re.compile(r" by |participation|brought|gathered"),
    CHAIRED: re.compile(r"chair|presid"),
    CHAIRED_BY: re.compile(r" by "),
    HELD_WITH: re.compile(r"\b(?:held|hold|had|have|conduct)"),
    HELD: re.compile(r"\b(?:held|hold)"),
    OWN: re.compile(r"⟩'s "),
    VISITED: re.compile(r"\b(?:on|for|paid|pay|made|mak|beg[ai]n|start|conclud|arriv)"),
    MET: re.compile(r"\b(?:met|meet|sat|sp[eo][ak]|talk|receiv|host|welcom|held a)"),
    RECEIVED_BY: re.compile(r"(?:received|hosted|welcomed) [^⟨⟩]{0,20}by "),
    MAIN: re.compile(r"attend|part|floor|joined|delivered|present|represent"),
    REPRESENTED: re.compile(r"represented by"),
    INVITED: re.compile(r"invited"),
}
"""A word without which a pattern cannot match: looked for first, since that costs next to nothing."""


def matches(pattern: re.Pattern[str], text: str) -> Iterable[re.Match[str]]:
    """Return the matches of a pattern, after a look for the word that it needs."""
    hint = HINTS.get(pattern)
    return pattern.finditer(text) if hint is None or hint.search(text) else ()


NAMES = {
    value: name.lower().replace("_", "-")
    for name, value in list(globals().items())
    if isinstance(value, re.Pattern)
}
"""The rule that a fact of each pattern names."""
