"""Offices that return: "the Minister", "the Polish foreign minister", "her Chinese counterpart" → the person meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from loader.extraction.lexicon import Hit
from loader.extraction.mentions.draft import Draft, O, P
from loader.extraction.mentions.offices import Holder, Office, holders, read_offices
from loader.extraction.mentions.role_spans import ALIKE, HEADS, Role, read_role
from loader.model import Entity, Level

_LEADERS = frozenset("president king amir sultan emperor chancellor".split())
_UN = "organisation:un"
_SECRETARY_GENERAL = Office("secretary-general", frozenset(), frozenset())
_NEAR = 700
"""Characters in which a speaker's "the President" follows the name of the one who is meant."""
_MOST = 60
"""Persons of a post that are weighed at most."""
_FEW = 3
"""Persons among whom "her counterpart" can only be one."""


def find_roles(draft: Draft) -> None:
    """Put the roles on the board that one person of the post, and no other, can be meant by."""
    elect = {word for word in draft.tokens.numbers if word.endswith("-elect")}
    numbers = draft.tokens.of(HEADS | elect)
    known = holders(draft) if numbers else {}
    if not known:
        return
    cast = _Cast(draft, known)
    for number in numbers:
        role = read_role(draft, number)
        if role is None:
            continue
        alike = role.head in ALIKE
        id_ = cast.counterpart(role) if alike else cast.holder(role) or cast.unnamed(role)
        if id_ and not _beside(draft, role.start, id_):
            draft.board.add(
                Hit(role.start, role.end, P, id_, Level.NOMINAL, "colleague" if alike else "role")
            )


def _beside(draft: Draft, start: int, id_: str) -> bool:
    """Tell whether a role stands in apposition behind the name: "NAME, the Special Envoy of …"."""
    before = draft.board.ending(start - 2, P) if draft.text.startswith(", ", max(0, start - 2)) else None
    return before is not None and before.id == id_


class _Cast:
    """The persons of a post with their offices, in the order in which the post names them."""

    def __init__(self, draft: Draft, known: dict[str, Holder]) -> None:
        """Order the persons; what fits a role is looked up once for all roles in the same words."""
        self._draft, self._known = draft, known
        self._order = sorted(known.values(), key=lambda holder: holder.starts[0])
        self._persons = sorted((start, holder.id) for holder in self._order for start in holder.starts)
        self._states = {
            holder.id: holder.states | {body for _, body in draft.lexicon.positions.get(holder.id, ())}
            for holder in self._order
        }
        self._sentences = [sentence.start for sentence in draft.frame.sentences]
        self._fitting: dict[object, tuple[list[Holder], bool]] = {}
        self._familiar: dict[object, list[Holder]] = {}
        self._un = any(hit.id.startswith(_UN) for hit in draft.board.all(O)) and not any(
            _SECRETARY_GENERAL in holder.offices for holder in self._order
        )

    def holder(self, role: Role) -> str | None:
        """Return the one person whose office the post names so; of several without a state the one named first."""
        if not role.states and not role.offices:
            return None
        fitting, stated = self._fits(role)
        if not stated:
            fitting = [holder for holder in fitting[:_MOST] if not self._in_sentence(holder, role.start)]
        before = fitting[: bisect_left(fitting, role.start, key=lambda holder: holder.starts[0])]
        if role.states:
            single = before if stated else fitting
            return (
                before[0].id
                if before and len(single) == 1
                else None
                if fitting
                else self._by_vocabulary(role)
            )
        if not before:
            return None if fitting else self._by_vocabulary(role)
        # the one whom the whole post is about may be known in the office by the vocabulary alone
        first = self._order[0]
        if first.starts[0] < before[0].starts[0] and first in self._knows(role):
            return first.id
        if self._voice(role.start) is None:
            return before[0].id
        return next((holder.id for holder in before[:_MOST] if self._near(holder, role.start)), None)

    def counterpart(self, role: Role) -> str | None:
        """Return the only other one of that state, or of the same office, as the one beside whom "counterpart" stands."""
        place = bisect_left(self._persons, (role.start, ""))
        subject = self._persons[place - 1][1] if place else None
        if role.owner in ("my", "My"):
            voice = self._voice(role.start)
            speaker = self._draft.board.at(voice[0], P) if voice and voice[0] >= 0 else None
            subject = speaker.id if speaker and speaker.id in self._known else None
        own = {(office.head, office.ranks) for office in self._known[subject].offices} if subject else set()
        cast = self._order[:_MOST]
        alike = [holder for holder in cast if {(one.head, one.ranks) for one in holder.offices} & own]
        if role.states:
            there = [holder for holder in cast if role.states <= self._states[holder.id]]
            found = [holder for holder in there if holder in alike] or there
        elif subject is None or len(self._order) > _FEW:
            return None
        else:
            found = [
                holder for holder in alike or cast if holder.id != subject and (alike or holder.counterpart)
            ]
        return found[0].id if len(found) == 1 else None

    def unnamed(self, role: Role) -> str | None:
        """Return the id of the Secretary-General of the United Nations in a post that does not name him."""
        if not self._un or role.offices != (_SECRETARY_GENERAL,) or not role.states <= {_UN}:
            return None
        id_ = "person:role:secretary-general-un"
        name = "Secretary-General of the United Nations"
        self._draft.entities.setdefault(id_, Entity(id=id_, type=P, name=name))
        return id_

    def _fits(self, role: Role) -> tuple[list[Holder], bool]:
        """Return who may be meant, and whether by the state that the role names; else those of no state."""
        key = role.head.casefold(), role.offices, role.states
        if key not in self._fitting:
            fitting = [holder for holder in self._order if _in_office(holder, role)]
            own = [holder for holder in fitting if role.states <= self._states[holder.id]]
            free = [holder for holder in fitting if not self._states[holder.id] and not holder.counterpart]
            self._fitting[key] = (own or free, bool(own) or not role.states)
        return self._fitting[key]

    def _knows(self, role: Role) -> list[Holder]:
        """Return whom the vocabulary knows in an office."""
        key = role.offices, role.states
        if key not in self._familiar:
            self._familiar[key] = [
                holder for holder in self._order
                if len(role.offices) == 1 and any(
                    role.states <= {body} and any(role.offices[0].means(one) for one in read_offices(title.split(" ")))
                    for title, body in self._draft.lexicon.positions.get(holder.id, ())
                )
            ]  # fmt: skip
        return self._familiar[key]

    def _by_vocabulary(self, role: Role) -> str | None:
        found = [holder.id for holder in self._knows(role)[:2] if holder.starts[0] < role.start]
        return found[0] if len(found) == 1 else None

    def _in_sentence(self, holder: Holder, place: int) -> bool:
        """Tell whether a person is named before a place of the same sentence."""
        number = bisect_right(self._sentences, place) - 1
        begin = self._sentences[number] if number >= 0 else 0
        return bisect_left(holder.starts, begin) < bisect_left(holder.starts, place)

    def _near(self, holder: Holder, place: int) -> bool:
        return bisect_left(holder.starts, place - _NEAR) < bisect_left(holder.starts, place)

    def _voice(self, place: int) -> tuple[int, int] | None:
        """Return the span of the name of who speaks at a place."""
        number = bisect_right(self._sentences, place) - 1
        return self._draft.frame.sentences[number].speaker if number >= 0 else None


def _in_office(holder: Holder, role: Role) -> bool:
    """Tell whether a person holds the office that a role names."""
    if role.head in ("leader", "Leader"):
        return any(
            (office.head in _LEADERS and not office.ranks) or office.ranks == {"prime"}
            for office in holder.offices
        )
    if not role.offices:
        return False
    if role.offices[0].head == "envoy" and role.states:
        return any(office.head in ("envoy", "ambassador", "representative") for office in holder.offices)
    return all(any(one.means(office) for office in holder.offices) for one in role.offices) or bool(
        role.states and holder.counterpart
    )
