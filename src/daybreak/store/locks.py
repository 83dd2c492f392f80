"""One writer a document: a lock of the operating system that names who holds it.

The lock lies on a file beside the document, ``.NAME.lock``. The system frees it the
moment its holder ends, however it ends; what the file says is only for reading.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has another lock
    fcntl = None  # type: ignore[assignment]

WAIT = 0.6
"""Seconds to wait for a command that is just writing; then it is read only."""
_PAUSE = 0.02
_SAID_MOST = 200


class Lock:
    """A lock that is held until it is released or the process ends."""

    def __init__(self, handle: int, path: Path, holder: str) -> None:
        self._handle = handle
        self._path = path
        self._holder = holder
        self._write(holder)

    def say_where(self, words: str) -> None:
        """Add to who holds it where it is open, for others to read."""
        self._write(f"{self._holder}, {words}")

    def _write(self, text: str) -> None:
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, text.encode("utf-8")[:_SAID_MOST], 0)

    def release(self) -> None:
        """Give the lock free; what lay beside the document goes."""
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(self._handle)


def lock_beside(document: Path) -> Path:
    """Give the file on which the lock of a document lies."""
    return document.with_name(f".{document.name}.lock")


def take(document: Path, *, holder: str, wait: float = WAIT) -> Lock | str:
    """Take the lock of a document, or give the words of who holds it.

    Parameters
    ----------
    holder
        Who takes it, for others to read.
    wait
        Seconds to wait for it.

    Raises
    ------
    OSError
        When no file can be made beside the document.
    """
    path, last = lock_beside(document), time.monotonic() + wait
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        if _locked(handle):
            if _is_still_there(handle, path):
                return Lock(handle, path, holder)
            os.close(handle)  # its holder took the file away: lock a new one
            continue
        said = os.read(handle, _SAID_MOST).decode("utf-8", "replace").strip()
        os.close(handle)
        if time.monotonic() >= last:
            return said or "another program"
        time.sleep(_PAUSE)


def _locked(handle: int) -> bool:
    if fcntl is None:  # pragma: no cover - only SQLite's own locks are left
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still_there(handle: int, path: Path) -> bool:
    try:
        there = path.stat()
    except OSError:
        return False
    return (there.st_dev, there.st_ino) == _identity(os.fstat(handle))


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
