"""Extractions of all posts → which of their entities are one, each merge with its reason.

``Resolver`` takes them one by one, ``resolve`` all at once; ``judgements.read`` reads an analyst's decisions, which
win over the rules of ``people``, ``organisations``, ``documents`` and ``meetings``.
"""

from __future__ import annotations

from loader.resolution import judgements
from loader.resolution.resolution import Evidence, Proposal, Resolution
from loader.resolution.resolver import Resolver, resolve

__all__ = ["Evidence", "Proposal", "Resolution", "Resolver", "judgements", "resolve"]
