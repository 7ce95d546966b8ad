"""A post → its mentions and entities: vocabularies first, then shapes, then who is meant again."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field

from loader.extraction.dates import find_dates
from loader.extraction.frame import Frame
from loader.extraction.lexicon import FLAG, Hit, Lexicon, flag_code, lexicon
from loader.extraction.shapes import BODIES, CONNECTORS, NAME, NAMED_HEADS, TOKEN, Shapes, ordinal, shapes
from loader.model import DateValue, Entity, EntityType, Level, Mention, Post, UnknownPhrase
from loader.resolution.names import slug
from loader.vocabulary import Vocabulary

P, C, O, M, D, L, T = (
    EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.MEETING, EntityType.DOCUMENT,
    EntityType.PLACE, EntityType.DATE,
)  # fmt: skip
TAG = re.compile(r"#(\w+)")
ACTS = re.compile(
    r" (?:has|have|had|is|was|will|would|supports?|supported|believes?|considers?|hopes?|expects?|calls?|called|condemns?|"
    r"remains?|insists?|says?|said|proposed|welcomes?|welcomed|rejects?|rejected|agreed|stands|and [A-Z]\w+ (?:have|agreed|will|are))\b"
)
AT = re.compile(r"\b(?:in|at|near|to|from|outside|visited|via|through|of|leaving|for)\s*(?:central |downtown )?$", re.I)
WITH = re.compile(r"(?:between|with|by|wish|representative of|capitals of|relations? of)\s*$|between [A-Z]\w+ and $")
ACRONYM = re.compile(r" \(#?([A-Z][A-Za-z+-]{1,11})\)")


@dataclass
class Found:
    """The mentions of a post with the entities that carry them."""

    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    dates: dict[str, DateValue] = field(default_factory=dict)
    unknown: list[UnknownPhrase] = field(default_factory=list)


def local(post: Post, kind: str, number: int) -> str:
    """Return an id that only this post uses."""
    return f"{kind}:{hashlib.sha256(post.id.encode()).hexdigest()[:8]}-{number}"


class Finder:
    """Finds the mentions of one post."""

    def __init__(self, post: Post, frame: Frame, vocabulary: Vocabulary) -> None:
        self.post, self.frame, self.text = post, frame, frame.text
        self.lexicon: Lexicon = lexicon(vocabulary)
        self.shapes: Shapes = shapes(vocabulary)
        self.hits: list[Hit] = []
        self.entities: dict[str, Entity] = {}
        self.dates: dict[str, DateValue] = {}

    def find(self) -> Found:
        """Return everything found, mentions in order."""
        self.tokens = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(self.text)]
        self.at = {start: n for n, (start, _, _) in enumerate(self.tokens)}
        self._dates()
        self._known()
        self._flags_and_tags()
        self._persons()
        self._bodies()
        self._documents()
        self._meetings()
        hits = self._settled()
        self._surnames(hits)
        found = Found(dates=self.dates)
        for hit in sorted(hits, key=lambda one: (one.start, -one.end, one.type.value)):
            outer = any(
                other is not hit and other.start <= hit.start and hit.end <= other.end and other.type in (M, D)
                and (other.end - other.start) > (hit.end - hit.start) for other in hits
            )  # fmt: skip
            found.mentions.append(
                Mention(start=hit.start, end=hit.end, type=hit.type, id=hit.id, level=hit.level, nested=outer, rule=hit.rule)
            )
            if hit.type is not T:
                found.entities.setdefault(hit.id, self.entities.get(hit.id) or self.lexicon.entities[hit.id])
        found.unknown = self._unknown(found.mentions)
        return found

    def _dates(self) -> None:
        for one in find_dates(self.text, self.post.date):
            id_ = f"date:{one.value.value}"
            self.dates[id_] = one.value
            self.hits.append(Hit(one.start, one.end, T, id_, one.level, "date"))

    def _known(self) -> None:
        text = self.text
        for hit in self.lexicon.hits(text):
            before, after = text[max(0, hit.start - 5) : hit.start], text[hit.end : hit.end + 12]
            if before.endswith(("anti-", "Anti-", "pro-")) or after.startswith("-speaking"):
                continue
            if hit.level is Level.ADJECTIVE and re.match(r" (?:and \w+ )?languages?\b", after):
                continue
            if hit.start and text[hit.start - 1] == "#":
                continue
            if hit.type is L and hit.id in self.lexicon.capitals and self._acts(hit):
                self.hits.append(Hit(hit.start, hit.end, C, self.lexicon.capitals[hit.id], Level.METONYM, "capital"))
            else:
                self.hits.append(hit)

    def _acts(self, hit: Hit) -> bool:
        """Tell whether a capital stands for its state here."""
        before, after = self.text[max(0, hit.start - 24) : hit.start], self.text[hit.end : hit.end + 30]
        if WITH.search(before):
            return True
        if AT.search(before) or after.startswith(" hosted") or re.match(r", \w+ \d|\)|,", after):
            return False
        return bool(ACTS.match(after))

    def _flags_and_tags(self) -> None:
        for match in FLAG.finditer(self.text):
            id_ = f"country:{flag_code(match.group())}"
            if id_ in self.lexicon.entities:
                self.hits.append(Hit(match.start(), match.end(), C, id_, Level.FLAG, "flag"))
        for match in TAG.finditer(self.text):
            tag, start = match[1], match.start(1)
            whole = self.lexicon.tags.get(tag.replace("_", "").casefold())
            if whole:
                self._tag(start, match.end(1), whole, Level.NAME)
                continue
            pieces = [(m.start(), m.end()) for m in re.finditer(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+|[a-z]+", tag)]
            place = 0
            while place < len(pieces):
                for last in range(len(pieces), place, -1):
                    form = self.lexicon.tags.get(tag[pieces[place][0] : pieces[last - 1][1]].casefold())
                    if form and len(form) > 1:
                        self._tag(start + pieces[place][0], start + pieces[last - 1][1], form, Level.TAG)
                        place = last - 1
                        break
                place += 1

    def _tag(self, start: int, end: int, form: str, level: Level) -> None:
        for type_, id_, _ in self.lexicon.by_form[form]:
            if type_ in (C, O, M):
                self.hits.append(Hit(start, end, type_, id_, level, "hashtag"))

    def _covered(self, start: int, end: int, *types: EntityType) -> Hit | None:
        return next((h for h in self.hits if h.type in types and h.start < end and start < h.end), None)

    def _persons(self) -> None:
        text = self.text
        for match in self.shapes.title.finditer(text):
            for start, end in self._names_after(match.end(), plural=match.group().endswith("s")):
                self._person(start, end, "title")
        for match in re.finditer(rf"(?:^|\n)\W*({NAME.pattern}):\s", text):
            self._speaker(match.start(1), match.end(1))
        for match in re.finditer(rf"({NAME.pattern}), (?:the |a )?(?:[A-Z]\w+(?:'s)? )?(?=({self.shapes.title.pattern}))", text):
            if " " in match[1] and not self._covered(match.start(1), match.end(1), C, O, L, T):
                self._person(match.start(1), match.end(1), "apposition")

    def _speaker(self, start: int, end: int) -> None:
        title = None
        for match in self.shapes.title.finditer(self.text, start, end):
            title = match
        if title and title.end() < end:
            start = title.end() + 1
        if not self._covered(start, end, C, O, L) and " " in self.text[start:end]:
            self._person(start, end, "speaker")

    def _names_after(self, place: int, *, plural: bool) -> list[tuple[int, int]]:
        """Return the names that follow a title, past its domain and the state or body it belongs to."""
        text, limit = self.text, place + 160
        while place < limit:
            step = re.compile(r"(?:,? (?:of|for|to|at|and|on) (?:the )?|, | - )").match(text, place)
            known = None
            if step:
                known = next((h for h in self.hits if h.type in (C, O) and h.start == step.end()), None)
            if step and known:
                place = max(h.end for h in self.hits if h.type in (C, O) and h.start == step.end())
                continue
            domain = self.shapes.domain.match(text, place)
            if domain and not step:
                place = domain.end()
                continue
            if domain:
                end = self._domain_end(domain.start(), domain.end())
                if end > place:
                    place = end
                    continue
            again = re.compile(r" and ").match(text, place)
            title = self.shapes.title.match(text, again.end() if again else place + 1)
            if title:
                place = title.end()
                continue
            break
        if not text.startswith(" ", place):
            return []
        found: list[tuple[int, int]] = []
        start = place + 1
        while (match := NAME.match(text, start)) and len(found) < (6 if plural else 1):
            end = self._name_end(start, match.end())
            if end is None:
                break
            found.append((start, end))
            step = re.compile(r"(?:, and |, | and )").match(text, end)
            if not step:
                break
            start = step.end()
        return found

    def _domain_end(self, start: int, end: int) -> int:
        """Return where a title's domain ends: before a known person or the last words, which are the name."""
        words = self.text[start:end]
        for match in re.finditer(r"Affairs|Cooperation|Policy|Defen[cs]e|Trade|Finance|Energy|Relations|Development|Security", words):
            last = match.end()
        if "last" in locals():
            return start + last
        return start

    def _name_end(self, start: int, end: int) -> int | None:
        """Cut a name before what is known to be something else; None when nothing is left."""
        for hit in self.hits:
            if hit.type in (C, O, L, T) and start <= hit.start < end and hit.rule != "capital":
                if hit.start == start:
                    known = any(h.type is P and h.start == start for h in self.hits)
                    return max(h.end for h in self.hits if h.type is P and h.start == start) if known else None
                end = hit.start - 1
        words = self.text[start:end].split(" ")
        while words and (words[-1] in self.shapes.stop or self.shapes.title.fullmatch(words[-1])):
            end -= len(words.pop()) + 1
        if not words or words[0] in self.shapes.stop or self.text[start:end] in self.shapes.stop:
            return None
        if self.text[start:end].endswith("'s"):
            end -= 2
        return end

    def _person(self, start: int, end: int, rule: str) -> None:
        name = self.text[start:end]
        if name.endswith("'s"):
            name, end = name[:-2], end - 2
        known = next((h for h in self.hits if h.type is P and h.start < end and start < h.end), None)
        if known or len(name) < 3 or not name[0].isupper() or name in BODIES | NAMED_HEADS:
            return
        id_ = f"person:{slug(name)}"
        if " " not in name:
            full = next((e for e in self.entities.values() if e.type is P and e.name.endswith(f" {name}")), None)
            full = full or next(
                (self.lexicon.entities[h.id] for h in self.hits if h.type is P and h.id in self.lexicon.entities
                 and self.lexicon.entities[h.id].name.endswith(f" {name}")), None,
            )  # fmt: skip
            id_ = full.id if full else id_
        self.hits.append(Hit(start, end, P, id_, Level.NAME, rule))
        if id_ not in self.lexicon.entities and id_ not in self.entities:
            self.entities[id_] = Entity(id=id_, type=P, name=name)

    def _left(self, index: int, most: int = 12) -> int:
        """Return the first token of the capitalised phrase that ends with this token."""
        first = place = index
        while place > 0 and index - place < most:
            start, end, word = self.tokens[place - 1]
            gap = self.text[end : self.tokens[place][0]]
            if gap != " " and not (gap == "" and word in "#"):
                break
            if word[0].isupper() or word[0].isdigit() or word in CONNECTORS:
                place -= 1
                if word not in CONNECTORS and word not in self.shapes.stop:
                    first = place
                elif word in self.shapes.stop:
                    break
            else:
                break
        return first

    def _right(self, index: int, most: int = 14, *, lower: bool = False) -> int:
        """Return the last token of the phrase "of the X and Y" that follows this token."""
        last = place = index
        while place + 1 < len(self.tokens) and place - index < most:
            start, _, word = self.tokens[place + 1]
            if "\n" in self.text[self.tokens[place][1] : start]:
                break
            if word in CONNECTORS or (word == "," and lower):
                place += 1
                continue
            if word[0].isupper() or word[0].isdigit() or (lower and word.isalpha() and word not in ("which", "that", "was", "is")):
                place += 1
                last = place
                continue
            break
        return last

    def _bodies(self) -> None:
        for n, (start, end, word) in enumerate(self.tokens):
            if word not in BODIES or self._covered(start, end, O):
                continue
            first = n
            while first > 0 and n - first < 6:
                s, e, w = self.tokens[first - 1]
                if self.text[e : self.tokens[first][0]] != " " or not w[0].isupper() or w in self.shapes.stop:
                    break
                if self.shapes.title.fullmatch(w):
                    break
                first -= 1
            last = n
            if self.tokens[n + 1 : n + 2] and self.tokens[n + 1][2] in ("of", "for", "on"):
                last = self._right(n, 9)
            begin, finish = self.tokens[first][0], self.tokens[last][1]
            # A state at either end is a mention of its own: "Indonesian Ministry", "Ministry of Defence of Japan".
            for hit in self.hits:
                if hit.type is C and hit.start == begin and hit.end < start:
                    begin = hit.end + 1 if self.text[hit.end] == " " else begin
                if hit.type is C and end < hit.start and hit.end == finish:
                    cut = re.search(r" (?:of|for) (?:the )?$", self.text[end : hit.start])
                    finish = end + cut.start() if cut else finish
            if begin == start and finish == end:
                continue
            self._new(begin, finish, O, "organisation", "body")

    def _new(self, start: int, end: int, type_: EntityType, prefix: str, rule: str, **more: object) -> str:
        name = self.text[start:end]
        id_ = f"{prefix}:{slug(name)}"
        self.hits.append(Hit(start, end, type_, id_, Level.NAME, rule))
        if id_ not in self.entities and id_ not in self.lexicon.entities:
            self.entities[id_] = Entity(id=id_, type=type_, name=name, **more)  # type: ignore[arg-type]
        match = ACRONYM.match(self.text, end)
        if match and type_ is O and not self._covered(match.start(1), match.end(1), O):
            self.hits.append(Hit(match.start(1), match.end(1), O, id_, Level.NAME, "acronym"))
            for again in re.finditer(rf"(?<!\w){re.escape(match[1])}(?!\w)", self.text):
                if not self._covered(again.start(), again.end(), O):
                    self.hits.append(Hit(again.start(), again.end(), O, id_, Level.NAME, "acronym"))
        return id_

    def _documents(self) -> None:
        for match in self.shapes.documents.finditer(self.text):
            if match.start() not in self.at or self._covered(match.start(), match.end(), D):
                continue
            n = self.at[match.start()]
            tail = next((k for k in range(n, min(n + 6, len(self.tokens))) if self.tokens[k][1] >= match.end()), n)
            first = self._left(n, 6)
            last = tail
            following = self.tokens[tail + 1 : tail + 2]
            if following and following[0][2] in ("on", "of", "for", "between", "to", "in") and first <= n:
                last = self._right(tail, 18, lower=following[0][2] == "on")
            start, end = self.tokens[first][0], self.tokens[last][1]
            end = min([end, *(h.start - 1 for h in self.hits if h.type is T and start < h.start < end and h.end == end and self.text[h.start - 4 : h.start] in (" on ", " in "))])
            if first == n and last == tail:
                continue
            sort = match.group().split()[-1].casefold()
            self._new(start, end, D, "document", "document", kind=sort)

    def _meetings(self) -> None:
        number = 0
        for n, (start, end, word) in enumerate(self.tokens):
            lower = word in ("summit", "session", "meeting", "talks", "dialogue", "ministerial")
            if word not in NAMED_HEADS and not lower:
                continue
            first = self._left(n)
            if lower and n and self.tokens[n - 1][2] in ("ministerial", "plenary", "special", "annual"):
                first = self._left(n - 1)
                first = n if first == n - 1 and not ordinal(self.tokens[first][2]) else first
            words = [w for _, _, w in self.tokens[first:n]]
            has_ordinal = any(ordinal(w) for w in words)
            compound = any("-" in w and self._covered(self.tokens[first + k][0], self.tokens[first + k][1], C, O) for k, w in enumerate(words))
            if first == n or (lower and not has_ordinal and not compound):
                continue
            last = n
            if self.tokens[n + 1 : n + 2] and self.tokens[n + 1][2] in ("of", "on", "for"):
                last = self._right(n, 14)
            begin, finish = self.tokens[first][0], self.tokens[last][1]
            if self._covered(begin, finish, M) or (not has_ordinal and self._same(begin, finish)):
                continue
            self._meeting(begin, finish, Level.NAME)
        for match in self.shapes.described.finditer(self.text):
            begin = match.start("mods") if not match["det"] else match.start()
            begin = match.start("head") if not match["det"] and not match["mods"].strip() else begin
            if self._covered(match.start("head"), match.end("head"), M, D, O):
                continue
            number += 1
            self._described(match, begin, number)

    def _same(self, start: int, end: int) -> bool:
        """Tell whether a forum's name fills the span: then it is no event."""
        return any(h.type is O and h.start <= start and end <= h.end for h in self.hits) and not re.match(
            r".{0,3}\b(?:at|during|following|attended|attend|hosted|scheduled)\b", self.text[max(0, start - 14) : start]
        )

    def _meeting(self, start: int, end: int, level: Level) -> None:
        name = self.text[start:end]
        words = name.split()
        number = next((value for word in words if (value := ordinal(word)) is not None), None)
        body = next((h for h in sorted(self.hits, key=lambda h: h.start - h.end) if h.type is O and start <= h.start and h.end <= end), None)
        head = next((w for w in reversed(words) if w.casefold().rstrip("s") in ("summit", "session", "meeting", "dialogue", "forum", "conference", "talk", "consultation")), words[-1])
        sort = "ministerial" if re.search(r"[Mm]inister", name) else self.shapes.classes.get(head, head.casefold())
        rest = " ".join(w for w in words if ordinal(w) is None)
        series = slug(body.id.partition(":")[2] if body else rest)
        id_ = f"meeting:{series}-{slug(sort)}-{number}" if number is not None else local(self.post, "meeting", start)
        known = next((e for e in self.entities.values() if e.type is M and e.name == name), None)
        if known:
            id_ = known.id
        self.hits.append(Hit(start, end, M, id_, level, "meeting"))
        self.entities.setdefault(
            id_, Entity(id=id_, type=M, name=name, kind=sort, series=series if body else "", ordinal=number)
        )

    def _described(self, match: re.Match[str], begin: int, number: int) -> None:
        sort = self.shapes.classes.get(match["head"], self.shapes.classes.get(match["head"].casefold(), "meeting"))
        earlier = [
            self.entities[h.id] for h in sorted(self.hits, key=lambda h: h.start)
            if h.type is M and h.start < match.start() and h.id in self.entities
        ]  # fmt: skip
        definite = (match["det"] or "").casefold() in ("the", "this")
        fits = [e for e in earlier if e.kind == sort or (sort == "meeting") or sort in e.name.casefold()]
        if definite and fits:
            id_ = fits[-1].id
        else:
            id_ = local(self.post, "meeting", match.start())
            self.entities[id_] = Entity(id=id_, type=M, name=self.text[begin : match.end()], kind=sort)
        self.hits.append(Hit(begin, match.end(), M, id_, Level.NOMINAL, "described"))

    def _settled(self) -> list[Hit]:
        """Keep the longest of overlapping mentions of one type; nothing inside organisations' names."""
        by_type: defaultdict[EntityType, list[Hit]] = defaultdict(list)
        for hit in sorted(set(self.hits), key=lambda h: (h.start - h.end, h.start, h.id, h.level.value)):
            kept = by_type[hit.type]
            if not any(other.start < hit.end and hit.start < other.end for other in kept):
                kept.append(hit)
        bodies = by_type[O]
        meetings = [h for h in by_type[M] if h.level is Level.NAME]
        result: list[Hit] = []
        for type_, hits in sorted(by_type.items()):
            for hit in hits:
                inside = any(
                    o is not hit and o.start <= hit.start and hit.end <= o.end and (o.end - o.start) > (hit.end - hit.start)
                    for o in bodies
                ) and type_ is not O  # fmt: skip
                if inside and type_ in (C, L, P, T):
                    continue
                if type_ is P and any(o.start < hit.end and hit.start < o.end for o in (*bodies, *meetings)):
                    continue
                if type_ is L and any(o.start <= hit.start and hit.end <= o.end for o in by_type[C]):
                    continue
                result.append(hit)
        return result

    def _surnames(self, hits: list[Hit]) -> None:
        """Add the later mentions of people by surname alone."""
        entities = {**self.lexicon.entities, **self.entities}
        owners: defaultdict[str, set[str]] = defaultdict(set)
        for hit in hits:
            if hit.type is P and " " in entities[hit.id].name:
                owners[entities[hit.id].name.split(" ")[-1]].add(hit.id)
        for surname, ids in sorted(owners.items()):
            if len(ids) != 1 or len(surname) < 3:
                continue
            for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", self.text):
                if not any(h.start < match.end() and match.start() < h.end for h in hits):
                    hits.append(Hit(match.start(), match.end(), P, next(iter(ids)), Level.NAME, "surname"))

    def _unknown(self, mentions: list[Mention]) -> list[UnknownPhrase]:
        found = []
        for match in re.finditer(NAME.pattern, self.text):
            first = match.group().split(" ")[0]
            starts = match.start() == 0 or self.text[match.start() - 2 : match.start()] in (". ", "? ", "! ") or self.text[match.start() - 1] in "\n"
            if " " not in match.group() and (starts or first in self.shapes.stop):
                continue
            if any(m.start < match.end() and match.start() < m.end for m in mentions):
                continue
            if first not in self.shapes.stop and not self.shapes.title.fullmatch(match.group()):
                found.append(UnknownPhrase(text=match.group(), start=match.start(), end=match.end()))
        return found


def find_mentions(post: Post, frame: Frame, vocabulary: Vocabulary) -> Found:
    """Return the mentions of a post, in order, with their entities."""
    return Finder(post, frame, vocabulary).find()
