"""Pieces of patterns over masked sentences (see loader/extraction/masks.py)."""

from __future__ import annotations

P, C, O, M, D, L, T = (rf"⟨{letter}\d+⟩" for letter in "PCOMDLT")
SEPARATOR = r"(?:, and |, | and |, as well as | as well as |, along with | together with )"
STATE = rf"(?:the )?(?:{C}|{O})(?: \(#?{O}\))?"
STATES = rf"{STATE}(?:{SEPARATOR}{STATE}){{0,40}}"
AUX = rf"(?:,? (?:will|also|has|have|had|is to|are to|today|then|jointly|yesterday|was|were|personally|separately|on {T}|{T}|in {L}|,)){{0,4}}"
