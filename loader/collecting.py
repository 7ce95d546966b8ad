"""The collector of cycles at rest while much is built that stays, and blind to it afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest while the vocabularies are built, and leave them out of its rounds for good.

    It would look at all that has been built over and over: half of the time of building, and an eighth of the time
    of every extraction after it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
