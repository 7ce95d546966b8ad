"""What was missed and what was wrong: the sentence, what was expected, what was got."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from benchmarks.scoring import Key, Reading, Record, Score, Span, overlaps

NOTHING = "nothing"
_END = re.compile(r"\n|(?<=[.!?])\s+(?=[^\W\d_a-z]|\W)")


def errors(score: Score) -> Iterator[str]:
    """Yield every error as a short paragraph, post by post: date, mentions, facts."""
    for reading in score.readings:
        yield from _dates(reading)
        yield from _mentions(reading)
        yield from _facts(reading)


def _error(reading: Reading, what: str, sentence: str, expected: str, got: str) -> str:
    return (
        f"post {reading.number}, {what}\n  sentence  {sentence}\n  expected  {expected}\n  got       {got}\n"
    )


def _dates(reading: Reading) -> Iterator[str]:
    if not reading.dated:
        want, got = reading.gold["date"], reading.system.get("date") or {}
        title = reading.gold["text"].partition("\n")[0]
        yield _error(reading, "date", title, want["value"], got.get("value") or NOTHING)


def _mentions(reading: Reading) -> Iterator[str]:
    """Yield the errors of mentions by place; one that was found under another type is one error, not two."""
    text = reading.gold["text"]
    wrong = list(reading.wrong)
    found: list[tuple[Span, str, str, str]] = []
    for kind, mine, theirs in reading.pairs:
        if mine != theirs:
            found.append((mine, "other border", _quote(text, kind, mine), _quote(text, kind, theirs)))
    for kind, span in reading.missed:
        # Equal borders under another type before overlapping ones.
        near = [one for one in wrong if overlaps(one[1], span)]
        other = min(near, key=lambda one: (one[1] != span, one[1], one[0]), default=None)
        if other is None:
            found.append((span, "missed", _quote(text, kind, span), NOTHING))
        else:
            wrong.remove(other)
            found.append((span, "other type", _quote(text, kind, span), _quote(text, *other)))
    found += [(span, "wrong", NOTHING, _quote(text, kind, span)) for kind, span in wrong]
    for span, what, expected, got in sorted(found):
        yield _error(reading, f"mention, {what}", _sentence(text, span), expected, got)


def _facts(reading: Reading) -> Iterator[str]:
    """Yield the errors of facts by place of their evidence."""
    names = _names(reading)
    found: list[tuple[int, str, str, str, str]] = []
    for key in reading.wanted.keys() | reading.said.keys():
        want, got = reading.wanted.get(key), reading.said.get(key)
        if want and got and want["status"] == got["status"]:
            continue
        what = "missed" if got is None else "wrong" if want is None else "status"
        # Beside what was missed stands what was said in its place, and the other way round.
        expected = _told(key, want, names) if want else _instead(key, reading.wanted, reading.said, names)
        said = _told(key, got, names) if got else _instead(key, reading.said, reading.wanted, names)
        quote = (want or got or {})["evidence"]
        span = quote["start"], quote["end"]
        sentence = _flat(reading.gold["text"][slice(*span)])
        found.append((span[0], f"fact, {what}", sentence, expected, said))
    for _, *rest in sorted(found):
        yield _error(reading, *rest)


def _instead(
    key: Key, here: Mapping[Key, Record], there: Mapping[Key, Record], names: Mapping[str, str]
) -> str:
    """Return the facts that differ from one in its subject or object alone, and that only this side has."""
    near = sorted(
        other
        for other in here.keys() - there.keys()
        if other[1] == key[1] and (other[0] == key[0] or other[2] == key[2])
    )
    return f"{NOTHING}; but " + "; ".join(_told(one, here[one], names) for one in near) if near else NOTHING


def _told(key: Key, fact: Record, names: Mapping[str, str]) -> str:
    subject, predicate, object_ = key
    return f"{names.get(subject, subject)} · {predicate} · {names.get(object_, object_)} ({fact['status']})"


def _names(reading: Reading) -> dict[str, str]:
    """Return each id, of the gold or only of the system, with the name that says most."""
    names: dict[str, str] = {}
    for post in (reading.system, reading.gold):
        best: dict[str, tuple[bool, int, str]] = {}
        for mention in post["mentions"]:
            text = _flat(post["text"][mention["start"] : mention["end"]])
            worth = mention["level"] == "NAM", len(text), text
            best[mention["id"]] = max(best.get(mention["id"], worth), worth)
        names |= {id_: f"{text} [{id_}]" for id_, (_, _, text) in best.items()}
    return names


def _quote(text: str, kind: str, span: Span) -> str:
    return f"{kind} “{_flat(text[slice(*span)])}” at {span[0]}"


def _sentence(text: str, span: Span) -> str:
    """Return the sentences that a span stands in."""
    start = max((end.end() for end in _END.finditer(text) if end.end() <= span[0]), default=0)
    stop = min((end.start() for end in _END.finditer(text) if end.start() >= span[1]), default=len(text))
    return _flat(text[start:stop])


def _flat(text: str) -> str:
    return " ".join(text.split())
