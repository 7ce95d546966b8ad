"""Groups of records that are one thing; no chain of merges may join what contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from loader.resolution import documents
from loader.resolution.intervals import Interval, meet
from loader.resolution.meetings import meeting_class
from loader.resolution.records import Record

ACROSS_POSTS = 70
"""Below this strength two entities that one post tells apart stay apart."""
ANALYST = 1000


class Contradiction(Exception):
    """Two groups cannot be one; the text says why, empty when nobody needs to look at it."""


@dataclass(slots=True)
class _Group:
    """What the members of a group have in common."""

    members: list[str]
    type: str
    known: str | None
    ordinal: int | None
    series: str
    sort: str
    days: Interval | None
    country: str | None
    posts: set[str]

    def join(self, other: _Group, strength: int) -> _Group:
        """Return both groups as one.

        Raises:
            Contradiction: they cannot be one.
        """
        if self.type != other.type:
            raise Contradiction("they are of different types")
        forced = strength >= ANALYST
        if not forced and self.known and other.known and self.known != other.known:
            raise Contradiction("the vocabularies tell them apart")
        if not forced and strength < ACROSS_POSTS and not self.posts.isdisjoint(other.posts):
            raise Contradiction("")
        for ours, theirs, what in (
            (self.ordinal, other.ordinal, "ordinals"),
            (self.series, other.series, "series"),
            (self.sort, other.sort, "classes"),
            (self.country, other.country, "states"),
        ):
            if not forced and ours not in (None, "") and theirs not in (None, "") and ours != theirs:
                raise Contradiction(f"their {what} differ: {ours}, {theirs}")
        try:
            days = meet(self.days, other.days)
        except ValueError as error:
            if not forced:
                raise Contradiction(str(error)) from None
            days = None
        # The larger list and set grow in place: copying them for each member would cost the square of a group.
        large, small = (self, other) if len(self.members) >= len(other.members) else (other, self)
        large.members.extend(small.members)
        large.posts.update(small.posts)
        return _Group(
            members=large.members,
            type=self.type,
            known=min(filter(None, (self.known, other.known)), default=None),
            ordinal=self.ordinal if self.ordinal is not None else other.ordinal,
            series=self.series or other.series,
            sort=self.sort or other.sort,
            days=days,
            country=self.country or other.country,
            posts=large.posts,
        )


class Clusters:
    """Groups under the smallest id of their members."""

    def __init__(self, record: Callable[[str], Record], apart: Iterable[tuple[str, str]] = ()) -> None:
        """Begin with every record alone.

        Args:
            record: gives the record of an id.
            apart: pairs of ids that an analyst tells apart.
        """
        self._record = record
        self._parent: dict[str, str] = {}
        self._groups: dict[str, _Group] = {}
        self._apart: dict[str, set[str]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def root(self, name: str) -> str:
        """Return the smallest id of the group of an id."""
        parent = self._parent
        top = name
        while (above := parent.get(top, top)) != top:
            top = above
        while (above := parent.get(name, name)) != name:
            parent[name], name = top, above
        return top

    def union(self, left: str, right: str, strength: int) -> bool:
        """Join the groups of two ids; return False when they are one already.

        Raises:
            Contradiction: they cannot be one.
        """
        a, b = sorted((self.root(left), self.root(right)))
        if a == b:
            return False
        ours, theirs = self._group(a), self._group(b)
        if self._told_apart(ours, theirs):
            raise Contradiction("")
        self._groups[a] = ours.join(theirs, strength)
        self._groups.pop(b, None)
        self._parent[b] = a
        return True

    def told_apart(self, left: str, right: str) -> bool:
        """Tell whether an analyst tells the groups of two ids apart."""
        return bool(self._apart) and self._told_apart(
            self._group(self.root(left)), self._group(self.root(right))
        )

    def _told_apart(self, ours: _Group, theirs: _Group) -> bool:
        if not self._apart:
            return False
        other = set(theirs.members)
        return any(self._apart.get(member, set()) & other for member in ours.members if member in self._apart)

    def _group(self, name: str) -> _Group:
        if name in self._groups:
            return self._groups[name]
        record = self._record(name)
        meeting = record.type == "Meeting"
        return _Group(
            members=[name],
            type=record.type,
            known=name if record.known else None,
            ordinal=record.ordinal if meeting else None,
            series=record.series if meeting else "",
            sort=meeting_class(record) if meeting else "",
            days=record.days if meeting else documents.days(record) if record.type == "Document" else None,
            country=None if meeting or record.type == "Document" else record.country,
            posts=set(record.posts),
        )

    def members(self, root: str) -> list[str]:
        """Return the ids of the group under its smallest one."""
        group = self._groups.get(root)
        return [root] if group is None else sorted(group.members)
