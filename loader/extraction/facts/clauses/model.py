"""What a clause is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from cypher.vocabulary import Status
from loader.extraction.facts.pieces import Piece

_MEETING_NOUNS = frozenset(
    "talks meeting meetings discussions consultations conversation negotiations dialogue round call lunch dinner".split()
)

_NOT_NOUNS = frozenset(
    "today yesterday jointly also together again here both online personally virtually".split()
)


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
