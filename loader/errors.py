"""The loader's one root of errors; each message is a sentence for the user."""

from __future__ import annotations


class LoaderError(Exception):
    """A user's input cannot be used; the text names file, place and remedy."""
