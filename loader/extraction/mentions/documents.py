"""Documents by shape: whole titles around a word such as Statement, Treaty or Plan; and descriptions of them."""

from __future__ import annotations

import re
from bisect import bisect_left

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, L, M, O, P, T, local
from loader.extraction.mentions.words import (
    BODIES,
    COMMON,
    DOCUMENT_GENERIC,
    DOCUMENT_HEADS,
    DOCUMENT_NEEDS_TAIL,
    HONORIFICS,
    MEETING_HEADS,
    MONTHS_DAYS,
    REGION,
    TITLE_HEADS,
    VERBS,
    ordinal,
)  # fmt: skip
from loader.model import Entity, Level
from loader.resolution.names import slug

_HEADS = frozenset(DOCUMENT_HEADS)
_STOP = (
    COMMON
    - {
        "New",
        "Joint",
        "Global",
        "Leaders",
        "Ministers",
        "Western",
        "Southern",
        "Northern",
        "Eastern",
        "North",
        "South",
        "East",
        "West",
    }
    | MONTHS_DAYS
    | VERBS - {"Action"}
)
_OPENERS = frozenset(
    "on of for establishing between concerning against relating regarding to in towards toward governing among with prohibiting".split()
)
_NUMBERED = re.compile(
    r"(?:(?:UN |U\.N\. |United Nations )?(?:Security Council|General Assembly|UNSC|UNGA|UNSCR|Human Rights Council|UN) )?(?:[Rr]esolutions?|Decision|Decree|Order|UNSCR)(?: No\.?)? ?"
    r"(?P<number>\d{1,4}(?:/\d{1,3}(?:/\d{1,3})?)?)(?: \((?:\d{4}|[IVX]+)\))?"
)
_DRAFT = re.compile(
    r"(?<![\w-])(?:draft |framework |free trade |intergovernmental |bilateral |trilateral |interim |peace |cooperation |joint |action |work |working ){1,3}"
    r"(?:agreement|treaty|convention|resolution|memorandum|protocol|declaration|plans?|programme|roadmap|statement) (?:on|for) "
)
_PLAIN = re.compile(
    r"(?<![\w-])(?:agreements?|memorandum of understanding|treaty|convention|memorandum|protocol) on (?=[a-zA-Z])"
)
_QUOTED = re.compile(r"[“\"«](?P<title>[A-ZÀ-Þ][^“”\"«»\n]{3,120})[”\"»]")
_DESCRIBED = re.compile(
    r"(?<![\w-])(?P<det>the|a|an|this|that|their|its) (?:(?:new|draft|joint|final|bilateral|outcome|political|medium-term|concluding) ){0,2}"
    r"(?P<head>document|declaration|agreement|treaty|statement|communiqu[ée]|memorandum|resolution|protocol|charter|convention|joint statement)(?![\w-])",
    re.I,
)


def find_documents(draft: Draft) -> None:
    """Put titles of documents, then descriptions of documents, on the board."""
    for match in _NUMBERED.finditer(draft.text):
        if match.start() in draft.tokens.at or draft.text[match.start() - 1 : match.start()] in " (":
            _add(draft, match.start(), match.end(), "numbered", "resolution")
    tokens = draft.tokens
    number = 0
    while number < len(tokens.words):
        word = tokens.words[number]
        if word in _HEADS and not draft.board.first(tokens.starts[number], tokens.ends[number], D):
            end = _title(draft, number)
            number = max(number, end)
        number += 1
    _small(draft)
    _quoted(draft)
    _described(draft)


def _add(draft: Draft, start: int, end: int, rule: str, kind: str) -> str | None:
    name = draft.text[start:end]
    id_ = f"document:{slug(name)}"
    inner = [
        hit
        for hit in draft.board.over(start, end, D)
        if start <= hit.start and hit.end <= end and hit.level is Level.NAME
    ]
    known = next((one for type_, one, _ in draft.lexicon.by_form.get(name, ()) if type_ is D), None)
    if not slug(name) or draft.board.first(start, end, P):
        return None
    if not draft.board.add(Hit(start, end, D, known or id_, Level.NAME, rule)):
        return None
    draft.nested.extend(hit for hit in inner if hit.end - hit.start < end - start)
    if not known:
        draft.entities.setdefault(id_, Entity(id=id_, type=D, name=name, kind=kind))
    return known or id_


def _title(draft: Draft, number: int, *, depth: int = 0) -> int:
    """Add the title around a head; return the number of its last word."""
    tokens, text = draft.tokens, draft.text
    head = number
    if tokens.word(number + 1) == "of" and tokens.word(number + 2) in (
        "Understanding",
        "Intent",
        "Action",
        "Conduct",
        "Cooperation",
    ):
        head = number + 2
    elif tokens.word(number + 1) in _HEADS and tokens.joined(number + 1):
        return number
    first = _left(draft, number)
    last = _right(draft, head)
    before = tokens.words[first:number]
    kind = " ".join(tokens.words[number : head + 1]).casefold()
    if draft.board.first(tokens.starts[number], tokens.ends[number], O):
        return number
    if (
        tokens.words[number] in DOCUMENT_NEEDS_TAIL
        and last == head
        and (not before or all(w in DOCUMENT_GENERIC or w[0].isdigit() for w in before))
        and head == number
    ):
        return number
    specific = (
        last > head
        or any(w not in DOCUMENT_GENERIC and not ordinal(w) for w in before)
        or before[-1:] == ["Leaders"]
        or (len(before) > 1 and before[-1] == "'")
    )
    if (first == number and last == head) or not specific:
        if before and tokens.words[number] in (
            "Statement",
            "Declaration",
            "Communiqué",
            "Communique",
            "Agreement",
        ):
            draft.board.add(
                Hit(
                    tokens.starts[first],
                    tokens.ends[number],
                    D,
                    _nominal(draft, tokens.starts[first], kind),
                    Level.NOMINAL,
                    "document",
                )
            )
        return number
    for inner in range(head + 2, last + 1 if depth < 3 else 0):
        # the last title inside: "… accession to the Treaty of …" names a document of its own
        if (
            tokens.words[inner]
            in (
                "Treaty",
                "Agreement",
                "Convention",
                "Charter",
                "Protocol",
                "Declaration",
                "Statement",
                "Memorandum",
            )
            and inner < last
            and tokens.word(inner + 1) in ("of", "on", "between", "for")
        ):
            if not draft.board.first(tokens.starts[inner], tokens.ends[inner], D):
                _title(draft, inner, depth=depth + 1)
            break
    start, end = tokens.starts[first], tokens.ends[last]
    _add(draft, start, end, "title", kind)
    brackets = re.compile(r" \(#?([A-Z][A-Za-z+-]{1,11})\)").match(text, end)
    if brackets and not draft.board.first(brackets.start(1), brackets.end(1), O, C):
        hit = draft.board.at(start, D)
        if hit:
            draft.board.add(Hit(brackets.start(1), brackets.end(1), D, hit.id, Level.NAME, "acronym"))
    return last


def _left(draft: Draft, number: int) -> int:
    """Return the first word of the capitalised phrase before a head."""
    tokens, board = draft.tokens, draft.board
    first = place = number
    while place > 0 and number - place < 9 and tokens.joined(place):
        before = tokens.words[place - 1]
        hit = board.ending(tokens.ends[place - 1], C, O, L)
        if hit and hit.level.value == "FLAG":
            break
        if hit and tokens.at.get(hit.start) is not None and before not in TITLE_HEADS:
            place = first = tokens.at[hit.start]
            if place and tokens.gap(place) in ("-", " - ", "–") and tokens.words[place - 1][0].isupper():
                continue
            continue
        if before == "'" and tokens.word(place - 2) in (
            "Leaders",
            "Ministers",
            "Partners",
            "Presidents",
            "Chairs",
        ):
            place -= 2
            first = place
            continue
        if before == "'s":
            owner = tokens.word(place - 2)
            if owner in ("Chair", "Chairman", "Leaders", "Chairperson"):
                place -= 2
                first = place
                continue
            break
        if (
            before == "of"
            and tokens.capital(place - 2)
            and tokens.joined(place - 1)
            and tokens.words[place - 2] not in TITLE_HEADS | BODIES | MEETING_HEADS | _HEADS
            and not draft.board.first(tokens.starts[place - 2], tokens.ends[place - 2], P, C, O, T)
            and tokens.words[place - 2] not in _STOP
            and place == number - 1
        ):
            place -= 2
            first = place
            continue
        if not (
            before[0].isupper()
            or (
                before[0].isdigit()
                and (ordinal(before) or (len(before) == 4 and place == number and before.isdigit()))
            )
        ):
            break
        if (
            before in _STOP
            or (before in TITLE_HEADS and before not in ("General",))
            or board.first(tokens.starts[place - 1], tokens.ends[place - 1], P)
        ):
            break
        if board.first(tokens.starts[place - 1], tokens.ends[place - 1], T) and not (
            before.isdigit() and len(before) == 4
        ):
            break
        place -= 1
        first = place
    return first


def _right(draft: Draft, head: int) -> int:  # noqa: C901 (one branch a kind of word)
    """Return the last word of the title that follows a head."""
    tokens, board, text = draft.tokens, draft.board, draft.text
    word = tokens.word(head + 1)
    if (
        tokens.word(head + 1).isdigit()
        and len(tokens.word(head + 1)) == 4
        and tokens.joined(head + 1)
        and tokens.words[head]
        in (
            "Masterplan",
            "Agenda",
            "Vision",
            "Strategy",
            "Plan",
            "Roadmap",
            "Declaration",
            "Framework",
            "Programme",
        )
    ):
        return head + 1
    if word == "until" and tokens.word(head + 2).isdigit():
        return head + 2
    if word not in _OPENERS or not tokens.joined(head + 1):
        return head
    following = head + 2 + (tokens.word(head + 2) == "the")
    if (
        word in ("to", "in", "with", "between", "among")
        and tokens.words[head]
        in ("Statement", "Communiqué", "Declaration", "Report", "Letter", "Note", "Initiative")
        and word != "between"
    ):
        return head
    if (
        word == "for" and board.first(tokens.starts[head + 2], tokens.ends[head + 2], T)
        if head + 2 < len(tokens.words)
        else False
    ):
        return _date_end(draft, head + 2)
    if (
        word in ("of",) and board.at(tokens.starts[following], M, P, T)
        if following < len(tokens.words)
        else False
    ):
        return head
    if (
        word == "of"
        and ordinal(tokens.word(following))
        and tokens.words[head] in ("Communiqué", "Statement", "Declaration")
    ):
        return head
    lower = (
        word in ("on", "against", "concerning", "regarding", "relating")
        and following < len(tokens.words)
        and tokens.words[head + 2].islower()
        and tokens.words[following][0].islower()
    )
    if (
        not lower
        and not tokens.capital(following)
        and not tokens.word(following)[:1].isdigit()
        and tokens.word(following) not in ("establishing",)
    ):
        return head
    last, place, steps = head, head + 1, 0
    limit = 30
    while place < len(tokens.words) and steps < limit:
        steps += 1
        word, gap = tokens.words[place], tokens.gap(place)
        if "\n" in gap or (gap not in (" ", "", "-") and place > head):
            break
        hit = board.at(tokens.starts[place], C, O, L, D)
        if hit and hit.level.value in ("FLAG", "TAG"):
            break
        if hit:
            previous = (
                tokens.words[place - 1] if tokens.words[place - 1] != "the" else tokens.words[place - 2]
            )
            if previous in ("in", "at") and hit.type is L and not REGION.search(text[hit.start : hit.end]):
                break
            if previous in ("with", "by") and place - head > 3:
                break
            if (
                previous == "to"
                and hit.type in (C, L)
                and not any(
                    w in ("accession", "Accession") for w in tokens.words[max(head, place - 4) : place]
                )
                and place > head + 2
            ):
                break
            last = tokens.after(hit.end) - 1
            place = last + 1
            continue
        date = board.at(tokens.starts[place], T)
        if date:
            previous = tokens.words[place - 1]
            if previous in ("for", "until", "by", "of") or (
                previous == "in" and "-" in text[date.start : date.end]
            ):
                last = tokens.after(date.end) - 1
                place = last + 1
                continue
            break
        if word in HONORIFICS:
            break
        if word == "'s" or word == "'":
            place += 1
            continue
        if word == ",":
            if lower or not (tokens.capital(place + 1) and _list_follows(draft, place)):
                break
            place += 1
            continue
        if word == "and":
            if _ends_at_and(draft, place, lower=lower):
                break
            place += 1
            continue
        if word in (
            "of",
            "the",
            "on",
            "for",
            "in",
            "to",
            "with",
            "against",
            "between",
            "from",
            "through",
            "towards",
            "by",
            "establishing",
            "its",
            "their",
            "a",
            "into",
            "within",
            "under",
        ):
            if word in ("at", "by", "from", "under", "within") and not tokens.capital(place + 1):
                break
            if (
                word in ("with", "by", "from", "under")
                and not lower
                and board.at(tokens.starts[min(place + 1, len(tokens.words) - 1)], P, O, C)
                and place - head > 2
            ):
                break
            place += 1
            continue
        if word[0].isupper() or word[0].isdigit():
            if (
                (word in TITLE_HEADS and tokens.words[place - 1] not in ("the", "of"))
                or board.at(tokens.starts[place], P)
                or (False)
            ):
                break
            last = place
            place += 1
            continue
        if (
            lower
            and word.isalpha()
            and word
            not in (
                "which",
                "that",
                "was",
                "were",
                "is",
                "are",
                "has",
                "have",
                "had",
                "during",
                "at",
                "who",
                "will",
                "would",
                "adopted",
                "signed",
                "issued",
                "following",
                "after",
                "before",
                "as",
                "when",
                "while",
                "today",
                "between",
                "concluded",
                "reached",
                "said",
            )
        ):
            last = place
            place += 1
            continue
        if (
            word
            in (
                "establishing",
                "prohibiting",
                "accession",
                "relations",
                "cooperation",
                "combating",
                "countering",
                "strengthening",
                "safety",
                "security",
            )
            and not lower
            and place == head + 1
        ):
            place += 1
            continue
        if word == "accession":
            last = place
            place += 1
            continue
        break
    return last


def _date_end(draft: Draft, number: int) -> int:
    hit = draft.board.at(draft.tokens.starts[number], T)
    return draft.tokens.after(hit.end) - 1 if hit else number


def _list_follows(draft: Draft, comma: int) -> bool:
    """Tell whether "and X" closes a list that a comma inside a title opens."""
    tokens = draft.tokens
    for place in range(comma + 1, min(comma + 8, len(tokens.words))):
        word = tokens.words[place]
        if word in ("and", "&"):
            return (
                tokens.capital(place + 1)
                and tokens.words[place + 1] not in _HEADS
                and not draft.board.at(tokens.starts[place + 1], C, P)
            )
        if not (word[0].isupper() or word in (",", "of")):
            return False
        if word in TITLE_HEADS or draft.board.at(tokens.starts[place], C, T, P):
            return False
    return False


def _ends_at_and(draft: Draft, place: int, *, lower: bool) -> bool:
    """Tell whether "and" leaves the title."""
    tokens = draft.tokens
    following = place + 1
    word = tokens.word(following)
    if word in ("the", "a", "an", "its", "their"):
        ahead = tokens.words[following + 1 : following + 5]
        return bool(
            any(w in _HEADS or w in ("agreement", "declaration", "statement") for w in ahead)
            or not tokens.capital(following + 1)
        )
    if any(w in _HEADS for w in tokens.words[following : following + 3]) and not lower:
        return True
    if not tokens.capital(following):
        if not lower:
            return True
        return word.endswith(("ed", "held")) or word in (
            "agreed",
            "will",
            "are",
            "is",
            "was",
            "other",
            "also",
            "decided",
            "a",
        )
    return False


def _small(draft: Draft) -> None:
    """Find titles in small letters that say what the document is about: "draft agreement on the X free trade zone"."""
    for match in _DRAFT.finditer(draft.text):
        _small_tail(draft, match)
    for match in _PLAIN.finditer(draft.text):
        if not draft.board.first(match.start(), match.end(), D):
            _small_tail(draft, match, named=True)


_TAIL = re.compile(r"(?:the )?[\w'&-]+(?: (?:of|and|the|for|in|on|against|free|[\w'&-]+)){0,9}")
_BREAK = re.compile(
    r" (?:which|that|was|were|is|are|has|have|had|during|at|who|will|would|adopted|signed|issued|following|after|before|as|when|while|with|by|between|to|in (?:19|20)\d\d(?!-)|on \d|today|and (?:a|the|an) |and [a-z]+ed |reached|concluded|this|it|they|we|could|should|may|can|also|until|from|through)\b"
)


def _small_tail(draft: Draft, match: re.Match[str], *, named: bool = False) -> None:
    tail = _TAIL.match(draft.text, match.end())
    if not tail:
        return
    end = tail.end()
    cut = _BREAK.search(draft.text, match.end(), min(end + 12, len(draft.text)))
    if cut:
        end = min(end, cut.start())
    piece = draft.text[match.end() : end]
    entity = draft.board.first(match.end(), end, C, O)
    if (
        len(piece.split()) < 2
        or (named and not (entity and piece.split()[0] == "the"))
        or ("plan" in match.group() and not draft.board.first(match.end(), end, T))
    ):
        return
    if (
        entity is None
        and not draft.board.first(match.end(), end, T)
        and not match.group().startswith("draft ")
    ):
        return
    _add(draft, match.start(), end, "small title", match.group().split()[-2])


def _quoted(draft: Draft) -> None:
    """Find quoted titles after or before a document's kind."""
    for match in _QUOTED.finditer(draft.text):
        before = draft.text[max(0, match.start() - 40) : match.start()].casefold()
        if re.search(
            r"(?:declaration|statement|document|report|plan|programme|strategy|resolution|entitled|titled|agreement|memorandum|concept|roadmap|communiqu[ée]|paper|vision)\s*(?:entitled |titled |, )?$",
            before,
        ):
            _add(draft, match.start("title"), match.end("title"), "quoted", "document")


def _nominal(draft: Draft, start: int, kind: str) -> str:
    id_ = local(draft.post, "document", start)
    draft.entities.setdefault(id_, Entity(id=id_, type=D, name=kind, kind=kind))
    return id_


def _described(draft: Draft) -> None:
    """Find "the document", "a joint statement": the one last named of the kind, or one of its own."""
    named = [(hit.start, hit.id) for hit in draft.board.all(D)]
    kinds = [
        (start, id_, f"{draft.entity(id_).kind} {draft.entity(id_).name}".casefold()) for start, id_ in named
    ]
    starts = [start for start, _, _ in kinds]
    for match in _DESCRIBED.finditer(draft.text):
        if draft.board.first(match.start("head"), match.end(), D, O, M):
            continue
        head, det = match["head"].casefold(), match["det"].casefold()
        begin = match.start() if det in ("the", "this", "that") else match.start() + len(match["det"]) + 1
        place = bisect_left(starts, match.start())
        earlier = [
            id_
            for _, id_, words in kinds[max(0, place - 40) : place]
            if (head == "document" or head in words)
        ]
        if det in ("the", "this", "that") and earlier:
            draft.board.add(Hit(begin, match.end(), D, earlier[-1], Level.NOMINAL, "described"))
        elif det in ("the", "this", "that", "a", "an"):
            draft.board.add(
                Hit(begin, match.end(), D, _nominal(draft, begin, head), Level.NOMINAL, "described")
            )


__all__ = ["find_documents"]
