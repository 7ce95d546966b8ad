"""Locks on files, which the system drops when the process that holds them dies."""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import portalocker
from portalocker import LockFlags

POLL_SECONDS = 0.05
_locks: weakref.WeakSet[Lock] = weakref.WeakSet()


class Lock:
    """A shared or exclusive lock on one file; not inherited by children of the process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None
        _locks.add(self)

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._file is not None

    def acquire(self, *, shared: bool = False) -> bool:
        """Try to take the lock at once; return whether it is held now.

        Raises:
            OSError: the file cannot be opened for writing.
        """
        if self._file is not None:
            return True
        file = self.path.open("a")
        try:
            portalocker.lock(
                file, (LockFlags.SHARED if shared else LockFlags.EXCLUSIVE) | LockFlags.NON_BLOCKING
            )
        except portalocker.LockException:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let go of the lock, if it is held."""
        if self._file is not None:
            portalocker.unlock(self._file)
            self._file.close()
            self._file = None

    def forget(self) -> None:
        """Close the file without unlocking it: in a forked child the lock stays the parent's."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _forget_all() -> None:
    for lock in list(_locks):
        lock.forget()


# A forked worker that outlives its parent must not keep the parent's locks.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)


def is_free(path: Path) -> bool:
    """Return whether nobody holds a lock on the file."""
    lock = Lock(path)
    try:
        return lock.acquire()
    finally:
        lock.release()


@contextmanager
def exclusive(path: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold an exclusive lock; while another process holds it, wait and call `waiting` from time to time."""
    lock = Lock(path)
    while not lock.acquire():
        if waiting is not None:
            waiting()
        time.sleep(POLL_SECONDS)
    try:
        yield
    finally:
        lock.release()
