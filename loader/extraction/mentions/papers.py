"""Documents that no capitalised title gives: titles in small letters, quoted titles, and descriptions."""

from __future__ import annotations

import re
from bisect import bisect_left

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import C, D, Draft, M, O, P, T, local
from loader.extraction.starts import first_words
from loader.model import Entity, Level
from loader.resolution.names import slug

_QUALIFIERS = (
    "draft ", "framework ", "free trade ", "intergovernmental ", "bilateral ", "trilateral ", "interim ", "peace ", "cooperation ",
    "joint ", "action ", "work ", "working ",
)  # fmt: skip
_DRAFT = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_QUALIFIERS)}){{1,3}}"
    r"(?:agreement|treaty|convention|resolution|memorandum|protocol|declaration|plans?|programme|roadmap|statement) (?:on|for) "
)
_PLAIN = re.compile(
    r"(?<![\w-])(?:agreements?|memorandum of understanding|treaty|convention|memorandum|protocol) on (?=[a-zA-Z])"
)
_DRAFT_FIRST = first_words(_QUALIFIERS)
_PLAIN_FIRST = frozenset("agreement agreements memorandum treaty convention protocol".split())
_SOUGHT = re.compile(
    r"\b(?:reach|reaching|towards?|negotiat\w+|seek\w*|without|achiev\w+|pursu\w+|possib\w+|such|any|no|finding|find|broker\w*) (?:to )?an? $",
    re.I,
)
_MADE = re.compile(
    r"\b(?:sign\w*|initial\w*|ratif\w+|adopt\w*|conclud\w+|approv\w+|accession|acced\w+|parties|party|under|implement\w*|draft\w*)\b[^.;]*$"
)
_QUOTED = re.compile(r"[“\"«](?P<title>[A-ZÀ-Þ][^“”\"«»\n]{3,120})[”\"»]")
_ARTICLES = ("the", "a", "an", "this", "that", "their", "its")
_DESCRIBED = re.compile(
    rf"(?<![\w-])(?P<det>{'|'.join(_ARTICLES)}) (?:(?:new|draft|joint|final|bilateral|outcome|political|medium-term|concluding) ){{0,2}}"
    r"(?P<head>document|declaration|agreement|treaty|statement|communiqu[ée]|memorandum|resolution|protocol|charter|convention|joint statement)(?![\w-])",
    re.I,
)


def add_document(
    draft: Draft, start: int, end: int, rule: str, kind: str, *, same: str | None = None
) -> str | None:
    """Put a title on the board and keep the titles inside it as nested ones; return its id.

    Args:
        draft: the post so far.
        start: where the title begins.
        end: where it ends.
        rule: the rule that found it.
        kind: kind of the document.
        same: id of the document when a shorter title inside is only its short name.
    """
    name = draft.text[start:end]
    id_ = same or f"document:{slug(name)}"
    inner = [
        hit
        for hit in draft.board.over(start, end, D)
        if start <= hit.start
        and hit.end <= end
        and hit.level is Level.NAME
        and rule != "numbered"
        and hit.id != same
    ]
    known = same or next((one for type_, one, _ in draft.lexicon.by_form.get(name, ()) if type_ is D), None)
    if not slug(name) or draft.board.first(start, end, P):
        return None
    if not draft.board.add(Hit(start, end, D, known or id_, Level.NAME, rule)):
        return None
    draft.nested.extend(hit for hit in inner if hit.end - hit.start < end - start)
    if not known:
        draft.entities.setdefault(id_, Entity(id=id_, type=D, name=name, kind=kind))
    return known or id_


def nominal(draft: Draft, start: int, kind: str) -> str:
    """Return the id of a document that is only described."""
    id_ = local(draft.post, "document", start)
    draft.entities.setdefault(id_, Entity(id=id_, type=D, name=kind, kind=kind))
    return id_


def find_small(draft: Draft) -> None:
    """Find titles in small letters that say what the document is about: "draft agreement on the X free trade zone"."""
    for match in draft.starts.matches(_DRAFT, _DRAFT_FIRST):
        _small_tail(draft, match)
    for match in draft.starts.matches(_PLAIN, _PLAIN_FIRST):
        made = _MADE.search(draft.text, max(0, match.start() - 60), match.start())
        if made and not draft.board.first(match.start(), match.end(), D):
            _small_tail(draft, match, named=True)


_TAIL = re.compile(r"(?:the )?[\w'&-]+(?: (?:of|and|the|for|in|on|against|free|[\w'&-]+)){0,9}")
_BREAK = re.compile(
    r" (?:which|that|was|were|is|are|has|have|had|during|at|who|will|would|adopted|signed|issued|following|after|before|as|when|while|with|by|between|to(?! the [A-Z])|in (?:19|20)\d\d(?!-)|on \d|today|and (?:a|the|an) |and [a-z]+ed |reached|concluded|this|it|they|we|could|should|may|can|also|until|from|through)\b"
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
    add_document(draft, match.start(), end, "small title", match.group().split()[-2])


def find_quoted(draft: Draft) -> None:
    """Find quoted titles after their kind, after another quoted title, and where they return."""
    known: dict[str, str] = {}
    last = -1
    for match in _QUOTED.finditer(draft.text):
        start, end = match.span("title")
        end -= draft.text[end - 1] in ",.;"
        title = draft.text[start:end]
        over = draft.board.at(start, D)
        joined = last >= 0 and _JOINT.fullmatch(draft.text, last, match.start()) is not None
        if over is not None and over.end == end:
            known.setdefault(title, over.id)
            last = match.end()
        elif title in known or joined or _KIND.search(draft.text, max(0, match.start() - 40), match.start()):
            id_ = add_document(draft, start, end, "quoted", "document", same=known.get(title))
            if id_:
                known.setdefault(title, id_)
                last = match.end()


_KIND = re.compile(
    r"(?:declaration|statement|documents?|texts?|report|plan|programme|strategy|resolution|entitled|titled|agreement|memorandum|concept|roadmap|"
    r"communiqu[ée]|paper|vision)\s*(?:entitled |titled |, |: )?(?:the )?$",
    re.I,
)
_JOINT = re.compile(r",? (?:and )?(?:the )?")


def find_described(draft: Draft) -> None:
    """Find "the document", "a joint statement": the one last named of the kind, or one of its own."""
    named = [(hit.start, hit.id) for hit in draft.board.all(D)]
    kinds = [
        (start, id_, f"{draft.entity(id_).kind} {draft.entity(id_).name}".casefold()) for start, id_ in named
    ]
    starts = [start for start, _, _ in kinds]
    for match in draft.starts.matches(_DESCRIBED, _ARTICLES):
        if draft.board.first(match.start("head"), match.end(), D, O, M):
            continue
        if _SOUGHT.search(draft.text, max(0, match.start() - 24), match.start("head")):
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
                Hit(begin, match.end(), D, nominal(draft, begin, head), Level.NOMINAL, "described")
            )
