"""The titles before a person: "Minister of Foreign Affairs of ⟨C⟩ ⟨P⟩"."""

from __future__ import annotations

from loader.extraction.facts.pieces.model import BODY, Piece, is_a
from loader.extraction.facts.pieces.words import DETERMINERS, RANKS, head_word, title_word
from loader.extraction.mentions.words import COMMON, DOMAIN, HONORIFICS, TITLE_WORDS, VERBS


def titles_before(out: list[Piece]) -> int:  # noqa: C901 (a walk with one step a kind of word)
    """Return from where on the pieces before a person are the person's titles."""
    place, first, heads, honours = len(out), len(out), 0, False
    while place > 0 and len(out) - place < 26:
        piece = out[place - 1]
        after = out[place] if place < len(out) else None
        if title_word(piece):
            place -= 1
            crown = place > 0 and out[place - 1].text == "Crown"
            first, heads = place, heads + (head_word(piece) and (crown or piece.text not in HONORIFICS))
            honours = honours or piece.text in HONORIFICS
            continue
        if (
            piece.kind == "w"
            and piece.text[0].isupper()
            and after is not None
            and heads
            and title_word(after)
        ):
            # "Science and Technology Minister": words of a portfolio
            if piece.text in COMMON or piece.text in VERBS:
                if piece.text in DETERMINERS:
                    first = place - 1
                break
            place -= 1
            first = place
            continue
        if piece.kind == "c" or (is_a(piece, *BODY) and piece.kind in "Ac") or piece.kind == "L":
            # a state or body belongs to the title when a title word stands beside it, or "of" before it
            before = out[place - 2] if place > 1 else None
            near = after is not None and (
                title_word(after) or after.text in ("'s", ",", "and", "to") or after.kind == "c"
                or (after.kind == "w" and after.text[0].isupper() and place < first + 3)
            )  # fmt: skip
            led = before is not None and (
                before.text in ("of", "for", "to", "from")
                or (before.text == "the" and place > 2 and out[place - 3].text in ("of", "for", "to", "from"))
            )
            if led or (near and heads and piece.kind != "L"):
                place -= 1
                first = place if not led else first
                if led:
                    # only when a title comes before "of"
                    back = _past_state(out, place - 1 - (out[place - 1].text == "the"))
                    if back > 0 and (title_word(out[back - 1]) or out[back - 1].text in ("'s",)):
                        place = back
                        first = place
                        continue
                    if back > 0 and out[back - 1].kind == "w" and out[back - 1].text[0].isupper():
                        if office := _office_before(out, back):
                            # "Minister of Foreign Affairs, Emigration and ⟨c⟩ Expatriates of ⟨C⟩"
                            first, heads = office - 1, heads + 1
                            break
                        place = back
                        first = place
                        continue
                    if not (near and heads):
                        break
                continue
            break
        if piece.text in ("of", "for", "and", "&", "'s", "to", ",", "the", "with", "on", "in") and place > 1:
            before = out[place - 2]
            if piece.text in (",", "to", "with", "on", "in") and not (heads or piece.text == ","):
                break
            if piece.text == "'s" and heads and before.mentions:
                place -= 1
                continue
            if (
                piece.text == ","
                and heads
                and all(p.text in RANKS for p in out[place:])
                and (office := _office_before(out, place - 1))
            ):
                # "the Permanent Representative of ⟨C⟩, Ambassador ⟨P⟩"
                first = office - 1
                break
            if piece.text == "," and not heads:
                # "the Minister of Foreign Affairs of ⟨C⟩, ⟨P⟩"
                led = (
                    before.kind == "w"
                    and before.text[0].isupper()
                    and before.text not in COMMON
                    and not title_word(before)
                )
                if ((before.kind in "cAL" and not before.people) or led) and _office_before(out, place - 1):
                    first = _office_before(out, place - 1) - 1
                    heads += 1
                    break
                if title_word(before):
                    place -= 1
                    continue
                break
            if title_word(before) and piece.text != "the" and (piece.text not in (",",) or heads):
                if (
                    piece.text == "and"
                    and not heads
                    and not (before.text in DOMAIN or before.text in TITLE_WORDS)
                ):
                    break
                place -= 1
                continue
            if piece.text == "the" and (
                before.text in ("of", "for", "to")
                and place > 2
                and (title_word(out[place - 3]) or out[place - 3].text[0].isupper())
            ):
                place -= 1
                continue
            if (
                piece.text in ("and", "&")
                and heads
                and before.kind == "w"
                and before.text[0].isupper()
                and after is not None
                and after.text in DOMAIN
            ):
                place -= 1
                continue
            if (
                piece.text in ("and",)
                and heads
                and before.kind in "cA"
                and not before.people
                and _plural_title(out, place)
            ):
                place -= 1
                continue
        if piece.text in DETERMINERS and (heads or first < len(out)):
            first = place - 1
        break
    while first < len(out) and out[first].text in (
        "and",
        ",",
        "of",
        "for",
        "&",
        "to",
        "'s",
        "with",
        "in",
        "on",
    ):
        first += 1
    return first if heads or honours else len(out)


def _past_state(out: list[Piece], place: int) -> int:
    """Return where "of ⟨C⟩" begins before the "to" of "Ambassador of ⟨C⟩ to ⟨C⟩", after whose "of" a title stands."""
    if (
        out[place].text not in ("to", "for")
        or place < 2
        or not is_a(out[place - 1], *BODY)
        or out[place - 1].people
    ):
        return place
    of = place - 2 - (out[place - 2].text == "the")
    return of if of > 0 and out[of].text == "of" else place


def _office_before(out: list[Piece], stop: int) -> int:
    """Return one more than where "the Minister of X of ⟨C⟩ to ⟨C⟩" begins that ends here; 0 when there is none."""
    place, head = stop, 0
    while place > 0 and stop - place < 22:
        piece = out[place - 1]
        if piece.people or not (
            piece.mentions or title_word(piece) or piece.text in ("of", "for", "the", "and", "&", "'s", "to", ",")
            or (piece.kind == "w" and piece.text[0].isupper())
        ):  # fmt: skip
            break
        place -= 1
        if head_word(piece) or (head and title_word(piece)):
            head = place + 1
    if head and head > 1 and out[head - 2].text in DETERMINERS:
        head -= 1
    return head


def _plural_title(out: list[Piece], place: int) -> bool:
    return any(p.kind == "w" and p.text.endswith("s") and title_word(p) for p in out[place:])
