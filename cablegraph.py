"""The command line: the only module that joins the loader and the explorer."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    raise SystemExit(0)
