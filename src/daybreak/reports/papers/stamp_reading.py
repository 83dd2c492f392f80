"""Stamps read back from the lines of a paper; the other way of `stamp`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from daybreak.reports.papers.stamp import MARK, SCRIPT

SEPARATOR = " · "
MADE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(?: [A-Z]{2,5}| [+-]\d\d(?:\d\d)?)?")
ENTRY = re.compile(r"entry \d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StampRead:
    """What a stamp says; all but the digest may be missing where only a mark stands.

    Parameters
    ----------
    digest
        Eight hexadecimal digits of the content.
    entry
        The number of the document's last entry; None where it came from JSON files.
    production, board, revision, script, made
        As they were written; no script where it never was revised.
    """

    digest: str
    entry: int | None = None
    production: str = ""
    board: str = ""
    revision: str = ""
    script: str = ""
    made: str = ""

    @property
    def mark(self) -> str:
        """The part that programs look for."""
        tail = "" if self.entry is None else f":{self.entry}"
        return f"daybreak:{self.digest}{tail}"

    @property
    def color(self) -> str:
        """The color of the revision; empty for a draft."""
        name = self.revision.partition(",")[0].strip()
        return "" if name in ("", "Draft") else name.lower()


def stamps_in(lines: Iterable[str]) -> tuple[StampRead, ...]:
    """Give the stamps of a file, each once, the fullest reading of each.

    Where a file was pieced together of several papers there are several.
    """
    found: dict[str, StampRead] = {}
    for line in lines:
        for mark in MARK.finditer(line):
            one = _read(line, mark)
            known = found.get(one.mark)
            if known is None or (one.production and not known.production):
                found[one.mark] = one
    return tuple(found.values())


def _read(line: str, mark: re.Match[str]) -> StampRead:
    entry = int(mark[2]) if mark[2] else None
    words = line[: mark.start()].removesuffix(SEPARATOR).split(SEPARATOR)
    if ENTRY.fullmatch(words[-1]):
        words.pop()
    script = words.pop() if words[-1].startswith(SCRIPT) and len(words) > 3 else ""
    made = MADE.match(line[mark.end() :].removeprefix(SEPARATOR))
    if len(words) < 3 or made is None:
        return StampRead(digest=mark[1], entry=entry)
    *production, board, revision = words
    return StampRead(
        digest=mark[1],
        entry=entry,
        production=SEPARATOR.join(production).strip(),
        board=board,
        revision=revision,
        script=script.removeprefix(SCRIPT),
        made=made[0],
    )
