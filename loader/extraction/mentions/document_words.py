"""Word classes of documents' titles."""

from __future__ import annotations

from loader.extraction.mentions.words import COMMON, DOCUMENT_HEADS, MONTHS_DAYS, VERBS


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADS = frozenset(DOCUMENT_HEADS)
STOP = (
    COMMON
    - _set("New Joint Global Leaders Ministers Western Southern Northern Eastern North South East West")
    | MONTHS_DAYS
    | VERBS - {"Action"}
)
"""Capitalised words that no title goes through."""
OPENERS = _set(
    "on of for establishing between concerning against relating regarding to in towards toward governing among with prohibiting amending by "
    "implementing banning creating granting"
)
"""Words after a head with which the rest of a title may begin."""
SAYINGS = _set("Statement Communiqué Communique Declaration Report Letter Note Initiative")
"""Heads after which "to", "in" and "with" leave the title."""
OWNERS = _set(
    "Leaders Ministers Partners Presidents Chairs Chair Chairman Chairperson Chairmen Speakers Sherpas"
)
BEFORE_AND = _set(
    "Partnership Trade Economic Political Stabilisation Stabilization Security Peace Friendship Defence Defense Cooperation Investment Amity "
    "Climate Energy Migration Nuclear Research Science Transport Growth Digital Economy Access Acquisition Association Friendship Good Health "
    "Visa Return Readmission Framework Belt Women Loss Arms Rights Scientific Cultural Development Customs Technology Innovation Culture"
)
"""Words that "and" joins inside a title: "Partnership and Cooperation Agreement"."""
TAIL_SMALL = _set(
    "of the on for in to with against between from through towards by establishing its their a into within under at"
)
"""Small words that a title may go through."""
VERBAL = _set(
    "which that was were is are has have had during at who will would adopted signed issued following after before as when while today between "
    "concluded reached said"
)
"""Words that end a title in small letters."""
GERUNDS = _set(
    "establishing prohibiting accession relations cooperation combating countering strengthening safety security amending implementing banning "
    "creating preventing protecting promoting advancing enhancing"
)
DATED = _set(
    "Masterplan Agenda Vision Strategy Plan Roadmap Declaration Framework Programme Program Blueprint Workplan Outlook Concept"
)
"""Heads that a year may follow: "Agenda 2063"."""
DATELESS = _set(
    "Statement Declaration Communiqué Communique Memorandum Protocol Agreement Treaty Accord Accords"
)
"""Heads that a date after "of" names alone: "Communiqué of 10 December"."""
INNER = _set("Treaty Agreement Convention Charter Protocol Declaration Statement Memorandum")
"""Heads of titles inside titles."""
SMALL_HEADS = _set(
    "treaty agreement agreements accord accords convention conventions protocol protocols declaration pact strategy initiative"
)
"""Small heads after a name of their own: "Falepili Union treaty"."""
