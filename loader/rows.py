"""Resolved facts of all posts → the rows that the graph should hold, each with a digest; on disk, not in memory."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from cypher.vocabulary import Precision, Status
from loader.errors import LoaderError
from loader.extraction.proposed_facts import MARK
from loader.identity import fold_text
from loader.model import DateValue, Entity, EntityType, Extraction, Fact
from loader.predicates import DATES, LABELS, RELATIONSHIPS, TITLED
from loader.resolution import Resolution
from loader.resolution.intervals import interval

FORMS = 12
"""Spellings of an entity that a post's MENTIONS keeps."""
STATUSES = (Status.ASSERTED, Status.REPORTED, Status.PLANNED, Status.DENIED)
"""What a relationship counts as when posts say several things of it: the strongest first."""
FLAG_OFFSET = 0x1F1E6 - ord("A")

_SCHEMA = """
CREATE TABLE said (owner TEXT, id TEXT, data TEXT, PRIMARY KEY (owner, id)) WITHOUT ROWID;
CREATE TABLE tie (key TEXT PRIMARY KEY, type TEXT, source TEXT, target TEXT, qualifier TEXT) WITHOUT ROWID;
CREATE TABLE entity (id TEXT PRIMARY KEY, data TEXT, first INTEGER, last INTEGER) WITHOUT ROWID;
CREATE TABLE post (id TEXT PRIMARY KEY, digest TEXT, data TEXT) WITHOUT ROWID;
"""


class Rows:
    """Everything that the graph should hold: posts' mentions, entities, relationships.

    Iterating yields rows as plain dictionaries, the parameters of the statements under cypher/load/.
    """

    def __init__(self) -> None:
        # An empty name is a private file that SQLite removes on close.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.executescript(_SCHEMA)
        self._db.execute("BEGIN")
        self._resolution: Resolution | None = None

    def add(self, made: Extraction, resolution: Resolution) -> None:
        """Add what one post says, its ids already canonical.

        Raises:
            LoaderError: a quote is not in its post; nothing of it is loaded.
        """
        self._resolution = resolution
        reported = _reported(made)
        merged: dict[str, Entity] = {}
        for entity in made.entities:
            if entity.type in LABELS:
                merged.setdefault(entity.id, resolution.entity(entity.id) or entity)
        for fact in made.facts:
            self._add_fact(made, fact, merged)
        named = self._add_mentions(made, merged)
        for name in sorted(named | set(merged)):
            self._add_entity(merged[name], reported)

    def _add_fact(self, made: Extraction, fact: Fact, merged: dict[str, Entity]) -> None:
        said = _said(made, fact)
        if fact.predicate in DATES:
            if fact.subject in merged:
                self._say(f"{fact.subject}|{DATES[fact.predicate]}", said)
            return
        if fact.predicate not in RELATIONSHIPS:
            return
        rel, backwards = RELATIONSHIPS[fact.predicate]
        source, target = (fact.object, fact.subject) if backwards else (fact.subject, fact.object)
        if source == target or source not in merged or target not in merged:
            return
        title = fact.qualifier if rel in TITLED else ""
        key = "rel:" + _digest([rel.value, source, target, title.casefold()])
        self._db.execute(
            "INSERT OR IGNORE INTO tie VALUES (?, ?, ?, ?, ?)", [key, rel.value, source, target, title]
        )
        self._say(key, said)

    def _say(self, owner: str, said: dict[str, object]) -> None:
        said["id"] = "evidence:" + _digest([owner, said])
        self._db.execute(
            "INSERT OR IGNORE INTO said VALUES (?, ?, ?)",
            [owner, said["id"], json.dumps(said, ensure_ascii=False)],
        )

    def _add_mentions(self, made: Extraction, merged: dict[str, Entity]) -> set[str]:
        counts: Counter[str] = Counter()
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for mention in made.mentions:
            if mention.type is not EntityType.DATE and mention.id in merged:
                counts[mention.id] += 1
                forms[mention.id].add(made.post.text[mention.start : mention.end])
        mentions = [
            {"entity": name, "count": counts[name], "surface_forms": sorted(forms[name])[:FORMS]}
            for name in sorted(counts)
        ]
        data = {"id": made.post.id, "mentions": mentions}
        digest = _digest([data, made.model_dump_json()])
        self._db.execute(
            "INSERT OR REPLACE INTO post VALUES (?, ?, ?)",
            [made.post.id, digest, json.dumps(data, ensure_ascii=False)],
        )
        return set(counts)

    def _add_entity(self, entity: Entity, reported: tuple[int, int] | None) -> None:
        first, last = reported or (None, None)
        self._db.execute(
            "INSERT INTO entity VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET data = min(data, excluded.data),"
            " first = min(ifnull(first, excluded.first), ifnull(excluded.first, first)),"
            " last = max(ifnull(last, excluded.last), ifnull(excluded.last, last))",
            [entity.id, entity.model_dump_json(), first, last],
        )

    def posts(self) -> Iterator[dict[str, object]]:
        """Yield id, digest and mentions of every post, by id."""
        for _, digest, data in self._db.execute("SELECT * FROM post ORDER BY id"):
            yield {**json.loads(data), "digest": digest}

    def entities(self) -> Iterator[dict[str, object]]:
        """Yield id, labels, properties, keys and evidence of every entity, by id."""
        rows = self._db.execute("SELECT * FROM entity ORDER BY id")
        for name, data, first, last in rows:
            entity = Entity.model_validate_json(data)
            keys = [f"{name}|{what}" for what in sorted(set(DATES.values()))]
            evidence = [said for key in keys for said in self._evidence(key)]
            properties = {
                **_entity_properties(entity),
                **_founded(evidence),
                "first_reported": _day(first),
                "last_reported": _day(last),
            }
            yield _with_digest(
                {
                    "id": name,
                    "labels": list(LABELS[entity.type]),
                    "properties": properties,
                    "keys": keys,
                    "evidence": evidence,
                }
            )

    def relationships(self) -> Iterator[dict[str, object]]:
        """Yield key, type, source, target, properties and evidence of every relationship, by key."""
        for key, kind, source, target, title in self._db.execute("SELECT * FROM tie ORDER BY key"):
            evidence = self._evidence(key)
            properties = {
                "key": key,
                **self._summary(evidence, title),
                **self._when(evidence, source, target),
            }
            yield _with_digest(
                {
                    "key": key, "type": kind, "source": source, "target": target,
                    "properties": properties, "evidence": evidence,
                }
            )  # fmt: skip

    def _evidence(self, owner: str) -> list[dict[str, object]]:
        found = []
        for (data,) in self._db.execute("SELECT data FROM said WHERE owner = ? ORDER BY id", [owner]):
            said = json.loads(data)
            found.append({"id": said["id"], "post": said["post"], "properties": {**said, "key": owner}})
        return found

    def _summary(self, evidence: list[dict[str, object]], title: str) -> dict[str, object]:
        said = [_properties(one) for one in evidence]
        statuses = [status.value for status in STATUSES if any(one["status"] == status.value for one in said)]
        qualifiers = Counter(str(one["qualifier"]) for one in said if one["qualifier"])
        firsts = [str(one["first"]) for one in said if one["first"]]
        lasts = [str(one["last"]) for one in said if one["last"]]
        return {
            "status": statuses[0],
            "statuses": statuses,
            "qualifier": title or min(qualifiers, key=lambda text: (-qualifiers[text], text), default=""),
            "first_reported": min(firsts, default=None),
            "last_reported": max(lasts, default=None),
            "evidence_count": len(said),
            "source_count": len({one["fingerprint"] for one in said}),
        }

    def _when(self, evidence: list[dict[str, object]], source: str, target: str) -> dict[str, object]:
        """Return the happened clock: the fact's own dates, else those of the meeting at one of its ends."""
        own = sorted({str(one["date"]) for one in map(_properties, evidence) if one["date"]})
        for value in own:
            if when := clock(value):
                return when
        for end in (target, source):
            if end.startswith("meeting:"):
                row = self._db.execute("SELECT data FROM entity WHERE id = ?", [end]).fetchone()
                entity = Entity.model_validate_json(row[0]) if row else None
                if entity and entity.date and (when := clock(entity.date.value)):
                    return when
        return dict(_UNDATED)


def to_rows(extractions: Iterable[Extraction], resolution: Resolution) -> Rows:
    """Return the rows of all posts.

    Args:
        extractions: of every post, ids canonical.
        resolution: who is who.

    Raises:
        LoaderError: a quote is not in its post.
    """
    rows = Rows()
    for made in extractions:
        rows.add(made, resolution)
    return rows


def _said(made: Extraction, fact: Fact) -> dict[str, object]:
    text, span = made.post.text, fact.evidence
    if not 0 <= span.start < span.end <= len(text):
        raise LoaderError(
            f"{made.post.id}: the evidence of {fact.subject} {fact.predicate} {fact.object} is not in the post "
            f"(characters {span.start} to {span.end} of {len(text)}); run the extraction again."
        )
    reported = _reported(made)
    return {
        "post": made.post.id,
        "start": span.start,
        "end": span.end,
        "quote": text[span.start : span.end],
        "sentence": _sentence(text, span.start, span.end),
        "status": fact.status.value,
        "qualifier": fact.qualifier,
        "speaker": fact.speaker,
        "rule": fact.rule,
        "method": "rules and statistical names" if fact.rule.endswith(MARK) else "rules",
        "made_with": made.vocabulary_hash,
        "date": fact.date.value if fact.date else None,
        "first": _day(reported[0]) if reported else None,
        "last": _day(reported[1]) if reported else None,
        "fingerprint": _digest(fold_text(text)),
    }


def _sentence(text: str, start: int, end: int) -> str:
    """Return the line of the post around a quote; the page shows the whole post besides."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text[first : last if last >= 0 else len(text)]


def _properties(one: dict[str, object]) -> dict[str, object]:
    properties = one["properties"]
    assert isinstance(properties, dict)  # noqa: S101 (made above)
    return properties


def _entity_properties(entity: Entity) -> dict[str, object]:
    state = entity.id.removeprefix("country:") if entity.type is EntityType.COUNTRY else entity.country
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": sorted(set(entity.aliases) - {entity.name}),
        "acronym": entity.acronym or None,
        "class": entity.kind or None,
        "series": entity.series or None,
        "ordinal": entity.ordinal,
        "status": entity.status or None,
        "country": state,
        "flag": _flag(state) if entity.type is EntityType.COUNTRY else None,
        **(clock(entity.date.value) if entity.date else None or _UNDATED),
    }


def _founded(evidence: list[dict[str, object]]) -> dict[str, object]:
    days = sorted(
        str(_properties(one)["date"]) for one in evidence
        if str(_properties(one)["key"]).endswith("|founded_on") and _properties(one)["date"]
    )  # fmt: skip
    return {"founded_on": days[0] if days else None}


def _flag(state: str | None) -> str | None:
    """Return the regional indicators of an ISO 3166 alpha-2 code."""
    if not state or len(state) != 2 or not state.isascii() or not state.isalpha():
        return None
    return "".join(chr(ord(letter) + FLAG_OFFSET) for letter in state.upper())


_UNDATED: dict[str, object] = {"valid_from": None, "valid_to": None, "precision": None, "edtf": None}


def clock(value: str) -> dict[str, object]:
    """Return the happened clock of an EDTF value: half open, whole days; empty when it has no year."""
    days = interval(value)
    if days is None:
        return {}
    parts = value.split("/")
    precision = Precision.INTERVAL if len(parts) > 1 else _PRECISIONS[value.count("-")]
    return {
        "valid_from": _day(days[0]),
        "valid_to": _day(days[1] + 1),
        "precision": precision.value,
        "edtf": value,
    }


_PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY)


def _reported(made: Extraction) -> tuple[int, int] | None:
    """Return the first and last day on which the post may have been published, as ordinals."""
    when: DateValue | None = made.post.date
    return interval(when.value) if when else None


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else date.fromordinal(min(ordinal, date.max.toordinal())).isoformat()


def _with_digest(row: dict[str, object]) -> dict[str, object]:
    digest = _digest(row)
    properties = row["properties"]
    assert isinstance(properties, dict)  # noqa: S101 (made above)
    properties["digest"] = digest
    return {**row, "digest": digest}


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def grouped(rows: Iterable[dict[str, object]], size: int) -> Iterator[list[dict[str, object]]]:
    """Yield rows in lists of at most so many."""
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[0] // size):
        yield [row for _, row in group]
