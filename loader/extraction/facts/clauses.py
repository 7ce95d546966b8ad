"""The clauses of a sentence in short: which verb, who does it, to whom or what, with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cypher.vocabulary import Status
from loader.extraction.facts.cues import CLAIMED, spoken
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.facts.subjects import find_subject
from loader.extraction.facts.verbs import ANY, AUX, BE, NOUNS_TOO

_PREPOSITIONS = frozenset(
    "with between by at during of to for in on alongside from among against into following after before over under about regarding within as".split()
)
_BREAKS = frozenset(
    "; which who while but where whose whom when whereas although : — – that if because".split()
)
_MEETING_NOUNS = frozenset(
    "talks meeting meetings discussions consultations conversation negotiations dialogue round call lunch dinner".split()
)
_NOT_NOUNS = frozenset(
    "today yesterday jointly also together again here both online personally virtually".split()
)
_ENDS = frozenset("about regarding concerning over on under".split())


@dataclass(slots=True)
class Argument:
    """An item to the right of a verb with the preposition before it: none for the direct object."""

    preposition: str
    piece: Piece
    noun: str = ""
    """The plain word before the preposition: "the opening of ⟨M⟩"."""


@dataclass(slots=True)
class Clause:
    """A verb with its subject and its arguments."""

    sense: str
    verb: str
    subject: Piece | None
    passive: bool
    arguments: list[Argument] = field(default_factory=list)
    first: int = 0
    last: int = 0
    """Its span in the mask."""
    begin: int = 0
    end: int = 0
    """The span in the mask in which adjuncts belong to it."""
    status: Status | None = None
    """How its own verb says it; None when it only supposes."""
    inside: list[Piece] = field(default_factory=list)
    """The items within the verb's own words: ⟨C⟩ in "headed the ⟨C⟩ delegation at"."""
    by: int = 0
    """Where "by" stands right behind the verb in the mask; 0 when it does not."""
    aside: bool = False
    """Whether it stands in a relative clause."""

    def direct(self, kind: str) -> Piece | None:
        """Return the direct object of a kind, or None."""
        found = next((a for a in self.arguments if not a.preposition), None)
        return found.piece if found and found.piece.kind == kind else None

    def doers(self) -> list[Piece]:
        """Return the actors that "by" introduces, where it belongs to the verb and not to a noun before it.

        Persons further on belong to them too: their titles may be longer than the rules know.
        """
        found = [
            a.piece
            for number, a in enumerate(self.arguments)
            if a.preposition == "by"
            and a.piece.kind == "A"
            and (not a.noun or a.noun in _NOT_NOUNS)
            and (self.by or not number)
        ]
        if self.by and self.passive:
            found += [
                a.piece for a in self.arguments
                if a.piece.people and a.piece.start > self.by and a.piece not in found and a.preposition in ("by", "for", "at", "of", "to", ",", "in")
            ]  # fmt: skip
        return found

    def beside(self, *prepositions: str) -> list[Piece]:
        """Return the actors that these prepositions introduce, where no noun stands before: not "in coordination with"."""
        return [
            a.piece for a in self.arguments
            if a.preposition in prepositions and a.piece.kind == "A" and (not a.noun or a.noun in _NOT_NOUNS | _MEETING_NOUNS)
        ]  # fmt: skip

    def after(self, *prepositions: str, kind: str) -> list[Piece]:
        """Return the items of a kind that these prepositions introduce."""
        return [a.piece for a in self.arguments if a.preposition in prepositions and a.piece.kind == kind]


def clauses(short: Short) -> list[Clause]:
    """Return the clauses of a sentence in order; they are read once."""
    if not short.read:
        short.read.append(list(_clauses(short)))
    found: list[Clause] = short.read[0]
    return found


def _clauses(short: Short) -> Iterator[Clause]:
    previous: Clause | None = None
    found: list[Clause] = []
    for match in ANY.finditer(short.text):
        sense = match.lastgroup or ""
        if match[0][0].isupper() and match.start() and (short.one.sentence.line or match[0] == "Address"):
            # headlines write verbs with capitals, sentences write names so
            continue
        if match[0].lower() in NOUNS_TOO and not _verbal(short, match.start()):
            continue
        clause = _clause(short, match.start(), match.end(), sense, previous)
        found.append(clause)
        previous = clause
    for number, clause in enumerate(found):
        # Adjuncts belong to the clause up to the next verb that has its own subject or follows "and".
        clause.begin = 0 if number == 0 else max(clause.first, found[number - 1].last)
        clause.end = found[number + 1].first if number + 1 < len(found) else short.pieces[-1].end + 1
        yield clause


def _clause(short: Short, start: int, end: int, sense: str, previous: Clause | None) -> Clause:
    pieces = short.pieces
    verb = short.piece(start)
    form = short.text[start:end].split(" ")[0].lower()
    last = short.piece(end - 1)
    left = verb
    words: list[str] = []
    while left > 0 and pieces[left - 1].kind == "w" and AUX.match(pieces[left - 1].text):
        if pieces[left - 1].text in ("and", "which", "who"):
            break
        left -= 1
        words.insert(0, pieces[left].text)
    tail = words[len(words) - words[::-1].index("to") :] if "to" in words else words
    passive = any(word in BE for word in tail) and not form.endswith("ing")
    bare = not words and form.endswith(("ed", "held", "led"))
    behind: Piece | None = pieces[left - 1] if left else None
    if behind is not None and behind.text == "," and left > 1:
        behind = pieces[left - 2]
    follows = pieces[last + 1].text if last + 1 < len(pieces) else ""
    if (
        bare
        and form in ("held", "hosted", "convened", "chaired", "organised", "organized")
        and not _object_follows(pieces, last + 1)
    ):
        behind = _held_thing(pieces, left) or behind
    if behind is not None and behind.kind in "MD" and (
        (bare and (behind.kind == "M" or pieces[left - 1].kind in "MD" or follows == "by") and follows not in ("⟨",) and not _object_follows(pieces, last + 1))
        or words[-2:] == ["to", "be"]
    ):  # fmt: skip
        # "the ⟨M⟩ held in ...", "the ⟨M⟩, chaired by ⟨A⟩", "the ⟨M⟩ to be held in ..."
        subject: Piece | None = behind
        passive = True
    elif "to" in words and words[0] == "to" and previous:
        # "will travel to ⟨L⟩ to attend": the same who travels; "invited ⟨A⟩ to attend": the one invited
        invited = previous.direct("A") if previous.sense == "invite" and not previous.passive else None
        other = left and pieces[left - 1].kind == "w" and pieces[left - 1].text in _UNNAMED
        subject = None if other else _whose(pieces, left) or invited or previous.subject
    else:
        subject = find_subject(
            pieces, left, previous.subject if previous else None, gerund=not words and form.endswith("ing")
        )
    if (
        sense in ("happen", "hold", "host", "gather") and left and pieces[left - 1].text == "which"
        and (subject is None or subject.kind != "M")
    ):  # fmt: skip
        # "the talks between ⟨A⟩ and ⟨A⟩, which opened in ⟨L⟩"
        subject = next((p for p in reversed(pieces[max(0, left - 12) : left]) if p.kind == "M"), subject)
    arguments, final = _arguments(
        short, last + 1, pieces[last].text if pieces[last].text in _PREPOSITIONS else ""
    )
    if not passive and subject is not None and (thing := _relative_object(pieces, subject, left)) is not None:
        arguments.insert(0, Argument("", thing))
    first = (
        subject.start
        if subject and subject.start <= pieces[verb].start and not (previous and subject is previous.subject)
        else pieces[left].start
    )
    status = _status(short, left, words, short.one.text[pieces[verb].start : pieces[last].end + 12], previous)
    place = next((n for n in range(left - 1, 0, -1) if pieces[n] is subject), 0)
    if place and pieces[place - 1].text.lower() == "no" and status is not None:
        status = Status.DENIED
    verb_text = short.text[start:end].split(" ⟨")[0]
    return Clause(
        sense, verb_text, subject, passive, arguments,
        first, arguments[-1].piece.end if arguments else pieces[last].end, first, pieces[final].end,
        status,
        inside=[piece for piece in pieces[verb : last + 1] if piece.mentions],
        by=pieces[last + 1].start if last + 1 < len(pieces) and pieces[last + 1].text == "by" else 0,
        aside=_in_aside(pieces, left, previous),
    )  # fmt: skip


def _in_aside(pieces: list[Piece], left: int, previous: Clause | None) -> bool:
    """Tell whether a verb stands in a clause that "who", "which" or "where" opens."""
    for piece in reversed(pieces[max(0, left - 8) : left]):
        if piece.text in ("who", "which", "where", "whose"):
            return True
        if piece.text in (";", ".", ":") or (previous is not None and piece.start < previous.last):
            return False
    return False


def _verbal(short: Short, place: int) -> bool:
    """Tell whether a form that is a noun as often is a verb here: behind an actor, an auxiliary, "who" or "and"."""
    number = short.piece(place)
    if not number:
        return False
    before = short.pieces[number - 1]
    return (
        before.kind in "AGM"
        or before.text in ("who", "which", "and", ",", "to")
        or AUX.match(before.text) is not None
    )


def _relative_object(pieces: list[Piece], subject: Piece, left: int) -> Piece | None:
    """Return what a relative clause is said of: ⟨D⟩ in "the ⟨D⟩, which ⟨A⟩ adopted"."""
    place = next((n for n in range(left - 1, 0, -1) if pieces[n] is subject), 0)
    place -= 1 + (place > 0 and pieces[place - 1].text.lower() == "the")
    if place < 1 or pieces[place].text not in ("that", "which"):
        return None
    place -= 1 + (pieces[place - 1].text == ",")
    return pieces[place] if place >= 0 and pieces[place].kind in "DMA" and not pieces[place].people else None


_SUPPOSING = re.compile(
    r"(?:^| )(?:if|unless|whether|should|could|can|may|might|must|would have|calls? (?:for|on)|urged?|urges|asked|called on|encouraged?|opportunity|need|needs|"
    r"request\w*|order|possibility|possible|able|want\w*|like)(?: |$)"
)
_LEAVING = re.compile(
    r"(?:depart(?:s|ed|ing)?(?: for)?|leaves?(?: for)?|left for|travels?|visiting|travelling|traveling|heads?|goes|go|coming)$",
    re.I,
)
"""Journeys whose purpose is still to come."""
_UNNAMED = frozenset(
    "counterpart counterparts colleague colleagues minister ministers leaders partners sides delegation".split()
)
"""Words for people whom no name says, before an infinitive that tells what they shall do."""
_WILLS = frozenset("intention readiness plan plans proposal decision offer willingness desire wish".split())
_GLAD = re.compile(r"(?:^| )(?:would like|wish|pleasure|honou?r|happy|glad|delighted|pleased|privilege)$")
"""What a speaker says who does it by saying so: "I would like to welcome"."""
_PURPOSES = re.compile(
    r"(?:^| )(?:plans?|intentions?|proposals?|initiatives?|offers?|readiness|preparations?|propos\w+|invitation|invit\w+|look\w* forward|forward)(?: |$)"
)


def _status(short: Short, left: int, words: list[str], verb: str, previous: Clause | None) -> Status | None:
    """Return how a verb says what it says: by its auxiliaries, by what it is an infinitive or a gerund of."""
    pieces = short.pieces
    if short.one.sentence.question:
        return Status.REPORTED
    own = " ".join([*words, verb])
    before = [piece.text for piece in pieces[max(0, left - 4) : left]]
    status = spoken(own)
    if status is not Status.ASSERTED:
        return status
    infinitive = words[:1] == ["to"]
    gerund = not words and verb.split(" ")[0].endswith("ing")
    if infinitive or gerund:
        led = " ".join(before)
        if _PURPOSES.search(led):
            return Status.PLANNED
        if _GLAD.search(led):
            return Status.ASSERTED
        if _SUPPOSING.search(led):
            return None
        if (
            infinitive
            and previous is None
            and left
            and pieces[left - 1].kind == "A"
            and not short.one.sentence.line
        ):
            # a headline: "⟨A⟩ to attend ⟨M⟩"
            return Status.PLANNED
        if infinitive and previous is not None:
            leaving = previous.sense == "travel" and _LEAVING.match(previous.verb)
            return Status.PLANNED if leaving and previous.status is Status.ASSERTED else previous.status
        if gerund and re.search(r"(?:without|not|deni\w+)$", led):
            return Status.DENIED
    start = max((n for n in range(left) if pieces[n].text in (";", ",", ".", "–", "—")), default=-1) + 1
    opening = " ".join(piece.text for piece in pieces[start:left])
    if re.match(r"(?:If|if|unless|Unless|whether)\b", opening):
        return None
    return Status.REPORTED if CLAIMED.search(" ".join(piece.text for piece in pieces[:left])) else status


def _whose(pieces: list[Piece], left: int) -> Piece | None:
    """Return whose intention an infinitive tells: "⟨C⟩'s readiness to host"."""
    if left > 2 and pieces[left - 2].text == "'s" and pieces[left - 1].text in _WILLS:
        return pieces[left - 3]
    if (
        left > 2
        and pieces[left - 1].kind == "A"
        and any(p.text.lower().startswith("invit") for p in pieces[max(0, left - 6) : left - 1])
    ):
        # "the invitation to ⟨A⟩ to attend"
        return pieces[left - 1]
    return None


def _held_thing(pieces: list[Piece], left: int) -> Piece | None:
    """Return ⟨M⟩ in "⟨M⟩ on Cyprus held in Geneva", "⟨M⟩ of ⟨A⟩, chaired by"."""
    for piece in reversed(pieces[max(0, left - 7) : left]):
        if piece.kind == "M":
            return piece
        if piece.text not in (",", "on", "of", "for", "the", "with", "between", "and") and piece.kind not in "AcL" and not (
            piece.kind == "w" and piece.text[0].isupper()
        ):  # fmt: skip
            return None
    return None


def _object_follows(pieces: list[Piece], place: int) -> bool:
    """Tell whether a verb has an object right behind it, so that what stands before it is its subject."""
    while (
        place < len(pieces)
        and pieces[place].kind == "w"
        and pieces[place].text in ("a", "an", "the", "its", "their", "two")
    ):
        place += 1
    return place < len(pieces) and pieces[place].kind in "AMDc"


def _arguments(short: Short, begin: int, led: str = "") -> tuple[list[Argument], int]:  # noqa: C901 (one branch a kind of piece)
    """Return the items after a verb with their prepositions, and where they end."""
    pieces = short.pieces
    found: list[Argument] = []
    preposition, noun, gap, place = led, "", 0, begin
    final = max(0, begin - 1)
    while place < len(pieces):
        piece = pieces[place]
        if piece.text in _BREAKS:
            break
        if piece.kind == "w":
            if place > begin and _verb_at(short, place):
                break
            if piece.text in _PREPOSITIONS:
                if (
                    piece.text in _ENDS
                    and found
                    and not (
                        place + 1 < len(pieces)
                        and pieces[place + 1].text in ("the",)
                        and _margins(pieces, place + 1)
                    )
                    and not (place + 1 < len(pieces) and pieces[place + 1].kind == "M")
                ):
                    break
                preposition = piece.text
                noun = pieces[place - 1].text if place > begin and pieces[place - 1].kind == "w" else ""
                gap = 0
            else:
                gap += 1
                if gap > 7:
                    break
        elif piece.kind == "p":
            if piece.text == ",":
                gap += 1
            elif piece.text in ".?!":
                break
        elif piece.kind in "AMDLG":
            if place + 1 < len(pieces) and pieces[place + 1].text == "'s":
                # a possessor, not an argument: "Brazil's proposal"; but the object behind it counts
                place += 2
                continue
            found.append(Argument(preposition, piece, noun))
            preposition, noun, gap = (preposition if preposition else ","), "", 0
        final = place
        place += 1
    return found, final


def _verb_at(short: Short, place: int) -> bool:
    return ANY.match(short.text, short.offsets[place]) is not None


def _margins(pieces: list[Piece], place: int) -> bool:
    return place + 1 < len(pieces) and pieces[place + 1].text in (
        "margins",
        "sidelines",
        "occasion",
        "side",
        "fringes",
        "eve",
    )
