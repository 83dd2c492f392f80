"""Power cuts: a disk that records, and images of what a cut may leave of it.

Writes that were not yet synced are dropped (45 of 100), torn at 512 bytes (15) or
kept. Deleting and truncating count as durable at once or when synced; the names in a
folder are not modeled; a sector of 512 bytes is never torn.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

LOST, TORN, SECTOR = 0.45, 0.6, 512


@dataclass
class Recorder:
    """A file system under SQLite that writes down what it is asked to do."""

    name: str
    log: list[tuple[Any, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._system = _system(self.name, self.log)

    def connect(self, path: Path) -> apsw.Connection:
        """Give a connection that is recorded."""
        return apsw.Connection(str(path), vfs=self.name)

    def acknowledge(self, seq: int) -> None:
        """Write down that an entry was shown as saved."""
        self.log.append(("saved", seq))

    def image(self, moment: int, chance: random.Random) -> Image:
        """Give what the disk may hold when the power goes after ``moment`` steps."""
        durable: dict[str, bytearray] = {}
        pending: dict[str, list[tuple[Any, ...]]] = {}
        saved = 0
        for step in self.log[:moment]:
            what, subject = step[0], step[1]
            if what == "saved":
                saved = subject
            elif what == "sync":
                for one in pending.pop(subject, []):
                    _apply(durable[subject], one)
            elif what == "delete":
                durable.pop(subject, None)
                pending.pop(subject, None)
            else:
                pending.setdefault(subject, []).append(step)
                durable.setdefault(subject, bytearray())
        for subject, steps in pending.items():
            for step in steps:
                _perhaps(durable[subject], step, chance)
        return Image(files=durable, saved=saved)


@dataclass
class Image:
    """Files as a cut left them, and the last entry that was shown as saved."""

    files: dict[str, bytearray]
    saved: int

    def write(self, folder: Path) -> None:
        """Put the files into a folder, and nothing else."""
        for old in folder.iterdir():
            old.unlink()
        for name, content in self.files.items():
            (folder / Path(name).name).write_bytes(content)


def _apply(content: bytearray, step: tuple[Any, ...]) -> None:
    if step[0] == "truncate":
        del content[step[2] :]
        return
    _, _, offset, data = step
    end = offset + len(data)
    content.extend(b"\0" * max(0, end - len(content)))
    content[offset:end] = data


def _perhaps(content: bytearray, step: tuple[Any, ...], chance: random.Random) -> None:
    """Apply a step that was not synced, a part of it, or nothing."""
    luck = chance.random()
    if luck < LOST:
        return
    if step[0] == "write" and luck < TORN:
        whole = chance.randrange(len(step[3]) + 1) // SECTOR * SECTOR
        step = (*step[:3], step[3][:whole])
    _apply(content, step)


def _system(name: str, log: list[tuple[Any, ...]]) -> apsw.VFS:
    class File(apsw.VFSFile):  # type: ignore[misc]
        def __init__(self, _: str, filename: Any, flags: list[int]) -> None:
            super().__init__("", filename, flags)
            is_uri = isinstance(filename, apsw.URIFilename)
            self.path = filename.filename() if is_uri else filename

        def xWrite(self, data: bytes, offset: int) -> None:
            log.append(("write", self.path, offset, bytes(data)))
            super().xWrite(data, offset)

        def xTruncate(self, size: int) -> None:
            log.append(("truncate", self.path, size))
            super().xTruncate(size)

        def xSync(self, flags: int) -> None:
            log.append(("sync", self.path))
            super().xSync(flags)

    class System(apsw.VFS):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(name, "")

        def xOpen(self, filename: Any, flags: list[int]) -> apsw.VFSFile:
            return File(name, filename, flags)

        def xDelete(self, filename: str, sync: bool) -> None:
            log.append(("delete", filename))
            super().xDelete(filename, sync)

    return System()
