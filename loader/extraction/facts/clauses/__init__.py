"""The clauses of a sentence in short: which verb, who does it, to whom or what, with whom."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.vocabulary import Status
from loader.extraction.facts.clauses.arguments import PREPOSITIONS, find_arguments
from loader.extraction.facts.clauses.model import Argument, Clause
from loader.extraction.facts.clauses.moods import find_status
from loader.extraction.facts.clauses.subjects import (
    UNNAMED,
    held_thing,
    in_aside,
    object_follows,
    relative_object,
    whose,
)
from loader.extraction.facts.pieces import Piece, Short
from loader.extraction.facts.subjects import find_subject
from loader.extraction.facts.verbs import AUX, BE, NOUNS_TOO, verbs

__all__ = ["Argument", "Clause", "clauses"]


def clauses(short: Short) -> list[Clause]:
    """Return the clauses of a sentence in order; they are read once."""
    if not short.read:
        short.read.append(list(_clauses(short)))
    found: list[Clause] = short.read[0]
    return found


def _clauses(short: Short) -> Iterator[Clause]:
    previous: Clause | None = None
    found: list[Clause] = []
    for sense, match in verbs(short.text):
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
        and form
        in (
            "held",
            "hosted",
            "convened",
            "chaired",
            "organised",
            "organized",
            "scheduled",
            "slated",
            "planned",
        )
        and not object_follows(pieces, last + 1)
    ):
        behind = held_thing(pieces, left) or behind
    if behind is not None and behind.kind in "MD" and (
        (bare and (behind.kind == "M" or pieces[left - 1].kind in "MD" or follows == "by") and follows not in ("⟨",) and not object_follows(pieces, last + 1))
        or words[-2:] == ["to", "be"]
    ):  # fmt: skip
        # "the ⟨M⟩ held in ...", "the ⟨M⟩, chaired by ⟨A⟩", "the ⟨M⟩ to be held in ..."
        subject: Piece | None = behind
        passive = True
    elif "to" in words and words[0] == "to" and previous:
        # "will travel to ⟨L⟩ to attend": the same who travels; "invited ⟨A⟩ to attend": the one invited
        invited = previous.direct("A") if previous.sense == "invite" and not previous.passive else None
        other = left and pieces[left - 1].kind == "w" and pieces[left - 1].text in UNNAMED
        subject = None if other else whose(pieces, left) or invited or previous.subject
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
    arguments, final = find_arguments(
        short, last + 1, pieces[last].text if pieces[last].text in PREPOSITIONS else ""
    )
    if not passive and subject is not None and (thing := relative_object(pieces, subject, left)) is not None:
        arguments.insert(0, Argument("", thing))
    first = (
        subject.start
        if subject and subject.start <= pieces[verb].start and not (previous and subject is previous.subject)
        else pieces[left].start
    )
    status = find_status(
        short, left, words, short.one.text[pieces[verb].start : pieces[last].end + 12], previous
    )
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
        aside=in_aside(pieces, left, previous),
    )  # fmt: skip


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
