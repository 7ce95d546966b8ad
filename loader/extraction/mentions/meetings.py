"""Meetings: named ones by ordinal, series and head; described ones ("the talks", "a visit to X")."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import ACRONYM, C, D, Draft, L, M, O, P, T, local
from loader.extraction.mentions.words import (
    BODIES,
    COMMON,
    DOCUMENT_HEADS,
    MEETING_GENERIC,
    MEETING_HEADS,
    MEETING_SMALL,
    MONTHS_DAYS,
    TITLE_HEADS,
    VERBS,
    ordinal,
)  # fmt: skip
from loader.model import Entity, Level
from loader.resolution.names import slug

_STOP = (
    COMMON
    - {
        "Joint",
        "New",
        "Global",
        "North",
        "South",
        "East",
        "West",
        "Western",
        "Northern",
        "Eastern",
        "Southern",
        "Media",
        "Heads",
        "Head",
        "Leaders",
        "Ministers",
        "Member",
        "States",
        "Government",
        "Parties",
    }
    | MONTHS_DAYS
    | VERBS
)
_FORUM = re.compile(r"(?:Summit|Forum|Dialogue|Conference|Assembly|Council|Meeting(?:-Plus)?)$")
_EVENT_BEFORE = re.compile(
    r"\b(?:at|during|following|attended|attend|attending|attends|after|before|ahead of|host|hosts|hosted|hosting|as part of|chaired|chair|addressed|"
    r"address|on the (?:sidelines|margins) of|sidelines of|margins of|participat\w+ in|part in|held|hold|convened?|outcomes? of|opening of|preparations? for|"
    r"results of|for|to) (?:the |this year's |an? )?$"
)
_EVENT_AFTER = re.compile(
    r" (?:was|were|will be|is|are) (?:held|hosted|convened|scheduled|to be held)| (?:took|takes|will take) place| (?:in|on) (?:[A-Z][a-z]+ (?:on|in|\d)|\d)| scheduled| concluded| held in"
)
_NAMED_ONLY = frozenset(
    "Commission Committee Congress Assembly Convention Exchange Week Games Debate Round Council Negotiations".split()
)
HEAD_SPECIAL = re.compile(r"2\+2")


def find_meetings(draft: Draft) -> None:
    """Put named meetings, then described ones, on the board."""
    tokens = draft.tokens
    for number, word in enumerate(tokens.words):
        if word in MEETING_HEADS or (word in MEETING_SMALL):
            _named(draft, number)
    _forums(draft)
    _series(draft)
    _described(draft)


def _named(draft: Draft, number: int) -> None:
    """Add the name around a head when it names one event or series."""
    tokens, board = draft.tokens, draft.board
    word = tokens.words[number]
    start, end = tokens.starts[number], tokens.ends[number]
    if board.first(start, end, M, D, P):
        return
    if tokens.word(number + 1) in MEETING_HEADS and tokens.joined(number + 1) and word[0].isupper():
        return
    small = not word[0].isupper()
    first = _left(draft, number, small=small)
    last = _right(draft, number)
    before = tokens.words[first:number]
    begin, finish = tokens.starts[first], tokens.ends[last]
    numbered = any(ordinal(w) is not None for w in before)
    entity = board.first(begin, start, C, O, L) if begin < start else None
    compound = entity is not None and _compound(draft, begin, start)
    tail = last > number
    tail_entity = tail and board.first(end, finish, C, O, L, M) is not None
    own = [
        w for w in before if w[0].isupper() and w not in MEETING_GENERIC and ordinal(w) is None and len(w) > 1
    ]
    if word in _NAMED_ONLY and not numbered and word not in ("Negotiations",):
        return
    if small:
        body = bool(
            tail
            and any(
                w in BODIES or w in ("Summit", "Forum", "Dialogue", "States", "Meeting", "Session")
                for w in tokens.words[number + 1 : last + 1]
            )
        )
        keep = (
            compound
            or (numbered and (entity is not None or (tail and (body or tail_entity))))
            or (word == "summit" and entity is not None and entity.type is O)
        )
        if tokens.word(first).islower() and not numbered and not compound:
            keep = keep and entity is not None
    else:
        keep = numbered and (
            entity is not None
            or tail_entity
            or bool(own)
            or any(
                HEAD_SPECIAL.search(w) or w in ("Ministerial", "Ordinary", "Leaders", "Regular")
                for w in before
            )
            or (tail and tokens.capital(last))
        )
        keep = (
            keep
            or compound
            or bool(own)
            or (
                entity is not None
                and word
                in (
                    "Summit",
                    "Forum",
                    "Dialogue",
                    "Conference",
                    "Ministerial",
                    "Consultations",
                    "Roundtable",
                    "Summits",
                )
            )
        )
        keep = keep or (
            entity is not None
            and any(w in ("Ministerial", "Leaders", "Ministers", "Strategic", "Foreign") for w in before)
        )
        keep = keep or (
            tail
            and word in ("Summit", "Conference", "Forum", "Roundtable", "Congress")
            and tokens.words[number + 1] in ("on", "for")
            and tokens.capital(last)
            and tokens.capital(number + 2 + (tokens.word(number + 2) == "the"))
        )
        keep = keep or (
            tail
            and tail_entity
            and word not in ("Talks", "Visit")
            and (bool(before) or tokens.words[last] != "")
            and _big_tail(draft, number, last)
        )
    if not keep:
        return
    if any(w in ("Press", "press", "phone", "telephone") for w in before):
        return
    if any(w in DOCUMENT_HEADS for w in own) and not numbered and not compound:
        return
    covering = board.first(begin, finish, O)
    if (
        covering
        and covering.start <= begin
        and finish <= covering.end
        and covering.rule != "body"
        and not numbered
    ):
        return
    add_meeting(draft, begin, finish, Level.NAME, "named")


def _big_tail(draft: Draft, number: int, last: int) -> bool:
    """Tell whether "Meeting of X" goes on with a body or with capitalised office holders."""
    words = draft.tokens.words[number + 1 : last + 1]
    return words[0] in ("of", "between") and any(
        w in BODIES or w in ("Ministers", "Heads", "Leaders", "States", "Parties") for w in words
    )


def _compound(draft: Draft, begin: int, end: int) -> bool:
    """Tell whether two parties joined by a hyphen or dash stand before the head: Russia-ASEAN."""
    hits = list(draft.board.over(begin, end, C, O, L))
    hits.sort(key=lambda hit: hit.start)
    for left, right in itertools.pairwise(hits):
        if draft.text[left.end : right.start] in ("-", "–", " - ", " – ", "—", "/", "-the "):
            return True
    return any(
        (draft.text[hit.start - 1 : hit.start] in "-–" and hit.start > begin)
        or draft.text[hit.end : hit.end + 1] in ("-", "–", "+")
        for hit in hits
    )


def _left(draft: Draft, number: int, *, small: bool) -> int:  # noqa: C901 (one branch a kind of word)
    """Return the first word of the phrase before a head."""
    tokens, board = draft.tokens, draft.board
    first = place = number
    while place > 0 and number - place < 14 and "\n" not in tokens.gap(place) and len(tokens.gap(place)) < 2:
        before = tokens.words[place - 1]
        hit = board.ending(tokens.ends[place - 1], C, O, L)
        if hit and hit.level.value not in ("FLAG", "TAG") and tokens.gap(place) in (" ", "", "-"):
            covered = tokens.at.get(hit.start)
            if covered is None:
                # a part of one hyphenated word: take the whole word
                place -= 1
                first = place
                continue
            if (
                hit.type is L
                and hit.rule == "vocabulary"
                and board.first(tokens.starts[place], tokens.ends[place], C) is None
                and small
            ):
                break
            if hit.type is O and _event_name(draft, hit):
                place = first = covered
                continue
            place = first = covered
            continue
        if (before in ("-", "–") and tokens.gap(place) == "") or (
            before in ("-", "–")
            and board.ending(tokens.ends[place - 2], C, O, L)
            and board.first(tokens.starts[place], tokens.ends[place], C, O, L)
        ):
            place -= 1
            continue
        if before == "'" and tokens.word(place - 2) in (
            "Ministers",
            "Leaders",
            "ministers",
            "leaders",
            "Parties",
            "Presidents",
            "Chiefs",
            "Speakers",
            "Partners",
            "Officials",
            "Advisers",
            "States",
        ):
            place -= 2
            first = place
            continue
        if before == "and" and (
            tokens.word(place - 2)
            in (
                "Foreign",
                "Economic",
                "Political",
                "Defence",
                "Defense",
                "Security",
                "Trade",
                "Diplomatic",
                "Energy",
                "Government",
                "State",
                "foreign",
                "Finance",
                "Peace",
                "Science",
                "Reform",
            )
            or (
                tokens.capital(place - 2)
                and tokens.capital(place)
                and small is False
                and tokens.words[place]
                in (
                    "Defence",
                    "Defense",
                    "Security",
                    "Economic",
                    "Technology",
                    "Trade",
                    "Cooperation",
                    "Investment",
                    "Innovation",
                    "Development",
                    "Strategic",
                    "Industrial",
                    "Space",
                )
            )
        ):
            place -= 2
            first = place
            continue
        if (
            before == "on"
            and not small
            and tokens.capital(place - 2)
            and tokens.words[place - 2] in MEETING_HEADS
        ):
            break
        if before == "of" and ordinal(tokens.word(place - 2)) is not None:
            break
        if ordinal(before) is not None:
            place -= 1
            first = place
            if tokens.word(place - 1) in ("the", "The"):
                break
            continue
        if small and before in (
            "ministerial",
            "annual",
            "plenary",
            "special",
            "ministers'",
            "leaders'",
            "foreign",
            "ministers",
            "strategic",
            "high-level",
            "trilateral",
            "bilateral",
            "joint",
            "intergovernmental",
            "ordinary",
            "extraordinary",
            "regular",
            "security",
            "economic",
            "political",
            "summit",
            "informal",
        ):
            place -= 1
            if (
                ordinal(tokens.word(place - 1)) is not None
                or (board.ending(tokens.ends[place - 1], C, O) and tokens.joined(place))
                or (first == place + 1 and first != number)
            ):
                first = place
            continue
        if HEAD_SPECIAL.search(before):
            place -= 1
            first = place
            continue
        if (
            not (before[0].isupper() or (before.isdigit() and len(before) == 4 and place == number))
            or before in _STOP
        ):
            break
        if before in TITLE_HEADS - {"General"} or board.first(
            tokens.starts[place - 1], tokens.ends[place - 1], P, T, D
        ):
            break
        place -= 1
        first = place
    while first < number and (
        tokens.words[first].casefold() in ("the", "a", "and", "-")
        or (
            tokens.words[first].islower()
            and ordinal(tokens.words[first]) is None
            and "-" not in tokens.words[first]
        )
    ):
        if board.at(tokens.starts[first], C, O, L):
            break
        first += 1
    return first


def _event_name(draft: Draft, hit: Hit) -> bool:
    return bool(_FORUM.search(draft.text[hit.start : hit.end]))


def _right(draft: Draft, number: int) -> int:  # noqa: C901 (one branch a kind of word)
    """Return the last word of "of the X of Y", "between X and Y", "on Z" after a head."""
    tokens, board = draft.tokens, draft.board
    word = tokens.word(number + 1)
    if (
        word.isdigit()
        and len(word) == 4
        and tokens.joined(number + 1)
        and tokens.words[number] in ("Summit", "Forum", "Conference", "Dialogue")
    ):
        return number + 1
    if word not in ("of", "on", "between", "for"):
        return number
    following = number + 2 + (tokens.word(number + 2) == "the")
    if following >= len(tokens.words):
        return number
    if word == "between":
        last = number
        hit = board.at(tokens.starts[following], C, O)
        if hit:
            place = tokens.after(hit.end)
            second = place + 1 + (tokens.word(place + 1) == "the")
            other = (
                board.at(tokens.starts[second], C, O)
                if tokens.word(place) == "and" and second < len(tokens.words)
                else None
            )
            if other and other.level is not Level.ADJECTIVE and hit.level is not Level.ADJECTIVE:
                last = tokens.after(other.end) - 1
        return last
    if board.at(tokens.starts[following], P, T):
        return number
    last, place, steps = number, number + 1, 0
    while place < len(tokens.words) and steps < 22:
        steps += 1
        word, gap = tokens.words[place], tokens.gap(place)
        if "\n" in gap or len(gap) > 1:
            break
        hit = board.at(tokens.starts[place], C, O)
        region = board.at(tokens.starts[place], L)
        if hit or region:
            chosen = hit or region
            assert chosen is not None  # noqa: S101 (one of the two)
            if region and not hit and tokens.words[place - 1] in ("in", "at"):
                break
            if chosen.level.value in ("FLAG", "TAG"):
                break
            if (hit and tokens.words[place - 1] in ("to",)) or (tokens.words[place - 1] == "with"):
                break
            place = tokens.after(chosen.end)
            last = place - 1
            if tokens.word(place) == "'s":
                place += 1
            continue
        if board.at(tokens.starts[place], T, D, P):
            break
        if word == "'":
            last = place
            place += 1
            continue
        if (
            word == "in"
            and tokens.words[number] in ("Summit", "Conference")
            and tokens.words[number + 1] == "on"
            and board.at(tokens.starts[min(place + 1, len(tokens.words) - 1)], C)
        ):
            place += 1
            continue
        if word in ("of", "the", "and", "on", "for", "&"):
            if word == "on" and (
                (tokens.words[number].islower() and last > number)
                or not (
                    (
                        tokens.capital(place + 1)
                        and not board.at(tokens.starts[min(place + 1, len(tokens.words) - 1)], T)
                    )
                    or place == number + 1
                )
            ):
                break
            if word == "on" and place > number + 1 and not tokens.capital(place + 1):
                break
            if (
                word == "and"
                and (
                    tokens.word(place + 1) == "the"
                    or not tokens.capital(place + 1)
                    or ordinal(tokens.word(place + 1)) is not None
                    or tokens.word(place + 1) in TITLE_HEADS
                    or any(w in MEETING_HEADS for w in tokens.words[place + 1 : place + 4])
                )
                and tokens.word(place + 1) != "Government"
            ):
                break
            if word == "for" and not tokens.capital(place + 1 + (tokens.word(place + 1) == "the")):
                break
            place += 1
            continue
        if (
            word[0].isupper()
            and (word not in _STOP or word in ("Heads", "Leaders", "Ministers"))
            and not (word in TITLE_HEADS and word not in ("Ministers", "Representatives"))
        ):
            last = place
            place += 1
            continue
        break
    if tokens.words[last] == "'":
        last -= 1
    return last


def _forums(draft: Draft) -> None:
    """Make meetings of forums' names where they are the event (guideline, decision 2)."""
    tokens = draft.tokens
    for hit in draft.board.all(O):
        if (
            not _event_name(draft, hit)
            or draft.board.first(hit.start, hit.end, M, D)
            or not hit.rule.startswith(("vocabulary", "acronym"))
        ):
            continue
        if hit.level is not Level.NAME or not draft.text[hit.start : hit.end].endswith(
            ("Summit", "Dialogue", "Conference")
        ):
            continue
        number = tokens.at.get(hit.start)
        if number is None:
            continue
        before = draft.text[max(0, hit.start - 48) : hit.start]
        if ordinal(tokens.word(number - 1)) is not None and tokens.joined(number):
            add_meeting(draft, tokens.starts[number - 1], hit.end, Level.NAME, "forum")
        elif (
            _EVENT_BEFORE.search(before)
            and not before.endswith(("for the ", "to the ", "for ", "to "))
            and not re.match(
                r" (?:\(|and the |format|framework|mechanism|members?|states|countries|participants)",
                draft.text[hit.end : hit.end + 16],
            )
        ):
            add_meeting(draft, hit.start, hit.end, Level.NAME, "forum")


def _series(draft: Draft) -> None:
    """Add the known series of meetings that nothing has covered: "Munich Security Conference"."""
    for start, end in draft.shapes.series_spans(draft.text):
        if not draft.board.first(start, end, M, O, D):
            add_meeting(draft, start, end, Level.NAME, "series")


def add_meeting(draft: Draft, start: int, end: int, level: Level, rule: str) -> None:
    """Put a named meeting on the board; the same name or the same series and number is the same meeting."""
    name = draft.text[start:end]
    words = name.split()
    number = next((value for word in words if (value := ordinal(word)) is not None), None)
    inside = sorted(draft.board.over(start, end, O, C), key=lambda hit: (hit.start - hit.end, hit.start))
    body = next((hit for hit in inside if hit.type is O), None)
    head = next((w for w in reversed(words) if w.casefold().rstrip("s") in _CLASSED), words[-1])
    sort = (
        "ministerial" if re.search(r"[Mm]inister", name) else draft.shapes.classes.get(head, head.casefold())
    )
    rest = " ".join(word for word in words if ordinal(word) is None)
    # "Russia-ASEAN ministerial meeting" is no meeting of ASEAN's own series.
    series = slug(body.id.partition(":")[2]) if body and not re.search(r"\w[-–]\w", words[0]) else slug(rest)
    id_ = _named_id(draft, name if number is None else f"{series} {sort} {number}", start)
    if draft.board.add(Hit(start, end, M, id_, level, rule)):
        short = ACRONYM.match(draft.text, end)
        if short and not draft.board.first(short.start(1), short.end(1), O, C):
            draft.board.add(Hit(short.start(1), short.end(1), M, id_, Level.NAME, "acronym"))
        known = draft.entities.get(id_)
        if known is None or known.name in name:
            # "Russia-ASEAN ministerial" was found before its whole name, "Russia-ASEAN ministerial meeting".
            draft.entities[id_] = Entity(id=id_, type=M, name=name, kind=sort, series=series, ordinal=number)


_CLASSED = frozenset(
    "summit session meeting dialogue forum conference talk consultation ministerial roundtable".split()
)


def _named_id(draft: Draft, name: str, start: int) -> str:
    wanted = name.casefold()
    known = draft.meeting_names.get(wanted)
    if known is None:
        known = draft.meeting_names[wanted] = local(draft.post, "meeting", start)
    return known


# ── described ───────────────────────────────────────────────────────────────────────────────────────────────

_CUE_VERB = re.compile(
    r"(?:\b(?:to|will|would|should|must|may|can|could|not|also|they|we|I|you|who|and|please) (?:also |then |soon |officially )?)$",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:next|upcoming|forthcoming|previous|last|second|third|fourth|future)\b", re.I)
_TO_PLACE = re.compile(r" (?:to|in) (?:the )?")
_GENERIC_HEADS = frozenset(
    "discussions negotiations dialogue forum call talks consultations meetings visits summits sessions".split()
)


def _described(draft: Draft) -> None:
    """Find "the meeting", "talks", "working visit to X": the meeting last told of its kind, or one of its own."""
    told: list[tuple[int, str]] = sorted((hit.start, hit.id) for hit in draft.board.all(M))
    starts = [start for start, _ in told]
    recent: list[tuple[int, str]] = []
    for match in draft.shapes.described.finditer(draft.text):
        if draft.board.first(match.start("head"), match.end("head"), M, D, O):
            continue
        head, det = match["head"].casefold(), (match["det"] or "").casefold()
        before = draft.text[max(0, match.start() - 20) : match.start()]
        if not _an_event(draft, match, head, det, before):
            continue
        definite = det in ("the", "this", "that")
        another = _ANOTHER.search(match["mods"])
        owner = match["mods"].rfind("'s ")
        begin = (
            match.start()
            if definite
            else (match.start("mods") if match["mods"].strip() else match.start("head"))
        )
        if owner >= 0:
            begin = match.start("mods") + owner + 3
        end = match.end()
        if head == "visit":
            end = _goal(draft, end)
        sort = draft.shapes.classes.get(match["head"], draft.shapes.classes.get(head, "meeting"))
        place = bisect_left(starts, match.start())
        earlier = sorted([*told[max(0, place - 12) : place], *recent[-12:]])
        fits = [id_ for _, id_ in earlier if _fits(draft.entity(id_), sort)]
        same = [id_ for id_ in fits if draft.entity(id_).kind == sort]
        if definite and fits and not another:
            id_ = (same or fits)[-1]
        else:
            id_ = local(draft.post, "meeting", match.start())
            draft.entities[id_] = Entity(id=id_, type=M, name=draft.text[begin:end], kind=sort)
        if draft.board.add(Hit(begin, end, M, id_, Level.NOMINAL, "described")):
            recent.append((begin, id_))


def _fits(meeting: Entity, sort: str) -> bool:
    if sort == "meeting":
        return meeting.kind not in ("visit", "call", "forum")
    return (
        meeting.kind == sort
        or sort in meeting.name.casefold()
        or (sort == "talks" and meeting.kind == "meeting")
    )


def _an_event(draft: Draft, match: re.Match[str], head: str, det: str, before: str) -> bool:
    """Tell whether a head describes an event here, and not an activity or a verb."""
    if (
        head in ("visit", "meet", "call", "talks")
        and not det
        and _CUE_VERB.search(before)
        and head != "talks"
    ):
        return False
    after = draft.text[match.end() : match.end() + 24]
    if head in ("call", "calls") and (
        (not det and not before.endswith("'s ") and "'s " not in match["mods"])
        or re.match(r" (?:for|on|upon)\b", after)
    ):
        return False
    if (
        head
        in (
            "dialogue",
            "forum",
            "discussions",
            "negotiations",
            "session",
            "reception",
            "ceremony",
            "briefing",
            "sitting",
        )
        and det not in ("the", "this")
        and not (head == "session" and re.match(r" of the [A-Z]", after))
    ):
        return False
    if head in ("dialogue", "forum", "discussions", "negotiations") and not draft.board.first(
        0, match.start(), M
    ):
        return False
    if det in ("our", "its", "their") and head in ("dialogue", "discussions", "negotiations", "forum"):
        return False
    if det == "our" and head not in ("meeting", "talks", "summit", "visit"):
        return False
    if head == "talks" and re.search(
        r"\b(?:launch|start|resume|begin|resumption of|peace|return to|further|future|new) $", before
    ):
        return False
    if (
        head in ("visit", "visits")
        and not det
        and not match["mods"].strip()
        and re.search(r"(?:[A-Za-z]|, )$", before.strip()[-1:] or "")
        and re.search(
            r"\b(?:" + "who|ministers?|officials?|delegations?|citizens|leaders?|he|she" + r") $",
            before,
            re.I,
        )
    ):
        return False
    return not (head == "meetings" and not det and not match["mods"].strip())


def _goal(draft: Draft, end: int) -> int:
    """Return where "to STATE" after a visit ends."""
    match = _TO_PLACE.match(draft.text, end)
    if not match or " in " in match.group():
        return end
    hit = draft.board.at(match.end(), C, L)
    return hit.end if hit else end


__all__ = ["add_meeting", "find_meetings"]
