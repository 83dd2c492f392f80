"""Files that are not to be lost: what is there is not replaced by another kind."""

from __future__ import annotations

from pathlib import Path

from daybreak.model.errors import UsageError

_NAMES = {
    "production": "a production",
    "schedule": "a schedule",
    "shot": "a list of what was shot",
    "document": "a whole document as JSON",
    "database": "a document",
}
_DATABASE = b"SQLite format 3\x00"
_LEAD = b'"daybreak/'
HEAD = 4096
"""Bytes in which a file says what it is: its format is written first."""


def refuse_to_lose(target: Path, data: bytes, name: str) -> None:
    """Refuse to replace a production, a schedule or a document by something else.

    Whoever gives the name of an input to ``-o`` by mistake would lose it.

    Parameters
    ----------
    data
        What is to be written.
    name
        How the file is called in the message.

    Raises
    ------
    UsageError
        Naming what is there.
    """
    if not target.is_file():
        return
    with target.open("rb") as file:
        there = _kind_of(file.read(HEAD))
    if there and there != _kind_of(data[:HEAD]):
        raise UsageError(
            f"{name}: is {_NAMES[there]}, which would be lost - name another file"
        )


def _kind_of(head: bytes) -> str:
    """Give the word of a file's format; empty where it is none of ours."""
    if head.startswith(_DATABASE):
        return "database"
    begins = head.find(_LEAD)
    is_json = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    if begins < 0 or not is_json:
        return ""
    word = head[begins + len(_LEAD) :].partition(b'"')[0].decode("ascii", "replace")
    return word if word in _NAMES else ""
