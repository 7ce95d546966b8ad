"""Dates, names of the vocabularies, flags and hashtags; what the words around them make of them."""

from __future__ import annotations

import re
from itertools import pairwise

from loader.extraction.dates import find_dates
from loader.extraction.lexicon import FLAG, Hit, flag_code, plain
from loader.extraction.mentions.draft import ACRONYM, C, D, Draft, L, M, O, P, T
from loader.model import Entity, Level

_OFFICIAL = re.compile(
    r"(?<!\w)(?:(?:Islamic|Federal|Federative|Federated|Democratic|People's|Socialist|Arab|Bolivarian|Plurinational|Hashemite|Cooperative|"
    r"Co-operative|United|Independent|Grand|Oriental|Eastern|French|Argentine|Sovereign|Transitional) )*(?:Republic|Kingdom|State|States|Sultanate|"
    r"Principality|Commonwealth|Duchy|Union|Emirate) of (?:[Tt]he )?$"
)
_LANGUAGE = re.compile(
    r"(?:[, ]+(?:and |or )?[A-Z]\w+)*(?: and [A-Z]\w+)? languages?\b|-language\b|-speaking|-speakers?\b|phone\b"
)
_PORTFOLIO = re.compile(r" [Mm]inister(?:s|\b)(?! [Mm]eeting)")
_ATTITUDES = ("anti-", "Anti-", "pro-", "Pro-", "Trans-", "trans-", "non-", "Non-", "#", "@", "www.")
_IN_LANGUAGE = re.compile(r"\b(?:in|into|from|speak|speaks|speaking) $")
_ENDS = re.compile(r"[.,;:)\n]|$")
_CITY_DATE = re.compile(
    r", \d{1,2} [A-Z]|, (?:January|February|March|April|May|June|July|August|September|October|November|December) \d"
)
_ADDRESS = re.compile(r"(?:https?:/|www\.|\w\.[a-z]{2,4})/\S*$")
_SUFFIX = re.compile(r",? (?:Jr\.|Sr\.|Jr|Sr|III|II)(?!\w)")
_PATRONYMS = re.compile(
    r"(?: (?:bin|bint|ibn|ben|Bin|Bint|Ibn) (?:[Aa]l[ -])?[A-Z][\w-]+)+(?: Al[ -][A-Z][\w-]+)?|(?: [Aa]l[ -][A-Z][\w-]+)+"
)
_SEATS = frozenset({"organisation:quai-d-orsay"})
"""Bodies that are called after the house they sit in."""
_AT_SEAT = re.compile(r"\b(?:at|in|outside|inside|to) (?:the )?$")
_LONGER_NAME = re.compile(r", [A-Z][a-z]+,? (?:and|&) [A-Z]")
_CONTINENTS = (
    "Latin ",
    "North ",
    "South ",
    "Central ",
    "Inter-",
    "Pan-",
    "Ibero-",
    "African ",
    "African-",
    "Native ",
    "Meso-",
)
_REGIONAL = re.compile(
    r"(?:Caribbean|Mediterranean|Antarctic|Arctic|Eurasia) (?:countries|states|nations|partners|leaders|peoples?|economies|governments|neighbou?rs|members|counterparts)\b"
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
    r"grateful to|appeal to|appeals to|message to|reminded|asked|told|invite[sd]?|assure[sd]?|inform(?:s|ed)?|warn(?:s|ed)?|persuade[sd]?|encourage[sd]?|support(?:s|ed|ing)?|help(?:s|ed|ing)?|arm(?:s|ed|ing)?|back(?:s|ed|ing)?|assist(?:s|ed|ing)?|criticis\w+|blam\w+|condemn\w*|sanction(?:s|ed|ing)?|provok\w+|forc(?:es?|ed|ing)|allow(?:s|ed|ing)?|compel\w*|accused?|pressure on|pressed|dialogue with|contacts? with|ties with|relations with|that) $|(?:between|with|both) (?:both )?[A-Z]\w+(?:, [A-Z]\w+)* and $|\b(?:assistance|aid|weapons|arms|deliveries|supplies|loans?|concessions|commitment|guarantees|talk|speak|talking|speaking|appeal|message|signal|turn|signals) to $"
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
_TAG = re.compile(r"#(\w+)")
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+|[^\W\d_A-Z]+")
_NOT_AFTER = re.compile(r"(?:-(?:based|led|made|type|style|centric|era|backed|born))?")


def find_known(draft: Draft) -> None:
    """Put dates, known names, flags and hashtags on the board."""
    for one in find_dates(draft.text, draft.post.date, draft.starts):
        id_ = f"date:{one.value.value}"
        draft.dates[id_] = one.value
        draft.board.add(Hit(one.start, one.end, T, id_, one.level, "date"))
    hits = draft.lexicon.hits(draft.text)
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start, h.type, h.id)):
        _known(draft, hit)
    _korea(draft)
    _capitals_together(draft)
    _settle(draft)
    _flags(draft)
    _tags(draft)
    _acronyms(draft)


def _known(draft: Draft, hit: Hit) -> None:
    text, board = draft.text, draft.board
    before, after = text[max(0, hit.start - 90) : hit.start], text[hit.end : hit.end + 50]
    if _means_nothing(text, hit, before, after) or (hit.type is C and _no_state(draft, hit, before, after)):
        return
    if hit.type is P and (more := _SUFFIX.match(text, hit.end) or _PATRONYMS.match(text, hit.end)):
        hit = Hit(hit.start, more.end(), P, hit.id, hit.level, hit.rule)
    if hit.type is O and hit.id in _SEATS and _AT_SEAT.search(before):
        place = f"place:{hit.id.partition(':')[2]}"
        draft.entities.setdefault(place, Entity(id=place, type=L, name=text[hit.start : hit.end]))
        hit = Hit(hit.start, hit.end, L, place, Level.NAME, "seat")
    if hit.type is C and hit.level is Level.NAME:
        official = (
            _OFFICIAL.search(before)
            if before.endswith((" of ", " of the ", " of The ")) and not text[hit.start : hit.end].isupper()
            else None
        )
        if official:
            hit = Hit(hit.start - len(official.group()), hit.end, C, hit.id, hit.level, "official name")
        place = CITY_STATES.get(hit.id, "")
        if place in draft.lexicon.entities and _is_city(before, after):
            hit = Hit(hit.start, hit.end, L, place, Level.NAME, "city-state")
    if hit.type is L and hit.id in draft.lexicon.capitals and _acts(hit, before, after):
        hit = Hit(hit.start, hit.end, C, draft.lexicon.capitals[hit.id], Level.METONYM, "capital")
    board.add(hit)


def _means_nothing(text: str, hit: Hit, before: str, after: str) -> bool:
    """Tell whether a known name is a part of something else here: of an attitude, an address, a price, a longer name."""
    if before.endswith(_ATTITUDES) or (before.endswith("/") and _ADDRESS.search(before)):
        return True
    if after.startswith(("-speaking", "ophobi", "@", ".com", ".org", "$")):
        return True
    if hit.type is O:
        if after.startswith(" Consultation") and text.endswith("Foreign Office", hit.start, hit.end):
            return True
        return text[hit.start : hit.end].endswith("Peace") and _LONGER_NAME.match(after) is not None
    return hit.type is L and (
        (_PORTFOLIO.match(after) is not None and not before.endswith(("In ", "in ")))
        or _REGIONAL.match(text, hit.start) is not None
    )


def _no_state(draft: Draft, hit: Hit, before: str, after: str) -> bool:
    """Tell whether the name or the adjective of a state means none here: a continent, a language, "us" in capitals."""
    name = draft.text[hit.start : hit.end]
    if name in ("American", "Americans") and before.endswith(_CONTINENTS):
        return True
    if hit.level is Level.ADJECTIVE and (
        _LANGUAGE.match(after) or (_IN_LANGUAGE.search(before) and _ENDS.match(after))
    ):
        return True
    return name == "US" and before.endswith((" about ", " among ", " FOR ")) and draft.text[:400].isupper()


def _is_city(before: str, after: str) -> bool:
    """Tell whether a state that is a city is meant as the city: "held in Singapore", "Singapore, 3 June"."""
    return bool((_CITY_STATE.search(before) and not after.startswith(", ")) or _CITY_DATE.match(after))


_ASKING = tuple(
    f"{word} "
    for word in "Is Are Will Does Has Did Can Would Do Was whether if why how does will has did would is".split()
)
_ASKED = re.compile(rf"(?:^|[\W])(?:{'|'.join(word.strip() for word in _ASKING)}) $")


def _acts(hit: Hit, before: str, after: str) -> bool:
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


_LINK = re.compile(r"(?:, and|,| and|, as well as| or) $|-$")


def _capitals_together(draft: Draft) -> None:
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


_KOREA = re.compile(
    r"(?<![\w-])Korea(?![\w])(?! Strait)|(?<![\w-])Koreans?(?![\w-])(?! (?:[Pp]eninsula|War|Strait|language|Armistice|Demilit))"
)


def _korea(draft: Draft) -> None:
    """Take "Korea" alone for the Republic of Korea, which calls itself so."""
    for match in draft.starts.matches(_KOREA, ("korea", "korean", "koreans")):
        if not draft.board.first(match.start(), match.end()) and not draft.text.endswith(
            ("North ", "Sea of "), max(0, match.start() - 7), match.start()
        ):
            draft.board.add(
                Hit(
                    match.start(),
                    match.end(),
                    C,
                    "country:KR",
                    Level.ADJECTIVE if "n" in match.group() else Level.NAME,
                    "short name",
                )
            )


def _settle(draft: Draft) -> None:
    """Remove what other types of known names swallow."""
    board = draft.board
    for hit in board.all(C, L, P, D):
        if board.alone(hit):
            continue
        for other in list(board.over(hit.start, hit.end)):
            if other.type is hit.type or other.type is T:
                continue
            longer = other.end - other.start > hit.end - hit.start
            inside = other.start <= hit.start and hit.end <= other.end
            if inside and longer and (other.type in (O, L, C, P) and not (hit.type is D and other.type is L)):
                board.remove(hit)
                break
            if inside and not longer and hit.type is L and other.type in (C, O):
                board.remove(hit)
                break


def _flags(draft: Draft) -> None:
    for match in FLAG.finditer(draft.text):
        id_ = f"country:{flag_code(match.group())}"
        if id_ in draft.lexicon.entities:
            draft.board.add(Hit(match.start(), match.end(), C, id_, Level.FLAG, "flag"))


def _tags(draft: Draft) -> None:
    for match in _TAG.finditer(draft.text):
        tag, start = match[1], match.start(1)
        whole = draft.lexicon.tags.get(plain(tag.replace("_", "")).casefold())
        if whole:
            _tag(draft, start, match.end(1), whole, Level.NAME)
            continue
        pieces = [(m.start(), m.end()) for m in _PIECE.finditer(tag)][:20]
        place = 0
        while place < len(pieces):
            for last in range(len(pieces), place, -1):
                form = draft.lexicon.tags.get(plain(tag[pieces[place][0] : pieces[last - 1][1]]).casefold())
                if form and len(form) > 1:
                    _tag(draft, start + pieces[place][0], start + pieces[last - 1][1], form, Level.TAG)
                    place = last - 1
                    break
            place += 1


def _tag(draft: Draft, start: int, end: int, form: str, level: Level) -> None:
    for type_, id_, _ in draft.lexicon.by_form[form]:
        if type_ in (C, O, M, P) or (type_ is L and level is Level.NAME):
            draft.board.add(Hit(start, end, type_, id_, level, "hashtag"))
            return


def _acronyms(draft: Draft) -> None:
    """Learn the acronyms that stand in brackets after known organisations."""
    for hit in draft.board.all(O):
        match = ACRONYM.match(draft.text, hit.end)
        if match and not draft.board.first(match.start(1), match.end(1), O, C):
            draft.acronyms.setdefault(match[1], hit.id)


__all__ = ["D", "find_known"]
