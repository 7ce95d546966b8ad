"""Pieces of patterns over masked sentences (see loader/extraction/masks.py)."""

from __future__ import annotations

P, C, O, M, D, L, T = (rf"⟨{letter}\d+⟩" for letter in "PCOMDLT")
MX = rf"{M}(?: \(#?{O}\))?"
"""A meeting with the acronym of its forum."""
WORDS = r"(?:[\w.'&-]+ ){0,7}?"
"""A few plain words, as of a title."""
BODY = rf"(?:{C}|{O})(?: \(#?{O}\))?"
TITLED = rf"(?:the )?(?:(?:his|her|my|their|its) (?:\w+ )?(?:counterpart|colleague)s?,? )?(?:H\.E\. )?{WORDS}(?:{BODY}(?:'s|,)? {WORDS}){{0,3}}{P}(?:, [\w' ]{{3,60}}(?:{BODY}[\w' ]{{0,40}}){{1,2}}(?=,| and))?"
"""A person with the title before or after."""
SEPARATOR = r"(?:, and |, | and |, as well as | as well as |, along with | together with )"
PEOPLE = rf"{TITLED}(?:{SEPARATOR}{TITLED}){{0,7}}"
STATE = rf"(?:the )?(?:{C}|{O})(?: \(#?{O}\))?"
STATES = rf"{STATE}(?:{SEPARATOR}{STATE}){{0,40}}"
LEADERS = rf"(?:the )?(?:[\w'-]+ ){{0,4}}?(?:[Ll]eaders|[Mm]inisters|[Rr]epresentatives|[Dd]elegations|[Hh]eads of [Ss]tate|[Pp]residents) (?:of|from) {STATES}"
ACTORS = rf"(?:{PEOPLE}|{LEADERS}|{STATES})"
AUX = rf"(?:,? (?:will|also|has|have|had|is to|are to|today|then|jointly|yesterday|was|were|personally|separately|on {T}|{T}|in {L}|,)){{0,4}}"
MEETINGS = rf"(?:the |a |an )?(?:[\w-]+ ){{0,3}}?{MX}(?:(?:, and |, | and )(?:the )?{MX}){{0,5}}"
PAPERS = rf"(?:the |a |an )?(?:{BODY}'s )?(?:[\w-]+ ){{0,4}}?{D}(?:(?:, and |, | and )(?:the |a |an )?(?:[\w-]+ ){{0,3}}?{D}){{0,7}}"
