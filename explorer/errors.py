"""Errors of the page; every message is one sentence for the person at the keyboard."""

from __future__ import annotations


class ExplorerError(Exception):
    """Something that the user can put right."""


class PortBusy(ExplorerError):
    """Another program listens on the address."""


class LinkUnknown(ExplorerError):
    """A short link that this installation did not make, or whose view cannot be read."""
