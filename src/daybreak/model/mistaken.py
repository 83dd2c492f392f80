"""What a file is where another kind of document was expected: one sentence, no list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from daybreak.model.errors import Fault
from daybreak.model.kinds import plan_of
from daybreak.model.leaves import shown

_NAMES = {
    "daybreak/production": "a production",
    "daybreak/schedule": "a schedule",
    "daybreak/shot": "a list of what was shot",
    "daybreak/document": "a whole document, as export wrote it",
}
_TODO = {
    "daybreak/production": "name a production here; a schedule goes behind it",
    "daybreak/schedule": "name a schedule here; daybreak plan makes one",
    "daybreak/shot": "name a list of what was shot: unit, date and strips of each day",
}
_LOAD = "make a .daybreak file of it first: daybreak load FILE -o shoot.daybreak"
_SQLITE = b"SQLite format 3\x00"
_NEWER = "is of a newer Daybreak; this one reads version"


def mistaken(value: Mapping[str, Any], cls: type) -> Fault | None:
    """Give the one fault of a document that is of another kind, or newer than we are.

    Everything else in it would be a fault that follows from this one.

    Parameters
    ----------
    value
        The JSON object as it was read.
    cls
        What was asked for: `Production`, `Schedule` or `Shot`.
    """
    plain = {plan.key: plan.default() for plan in plan_of(cls) if not plan.required}
    expected, version = plain["format"], plain["version"]
    found = value.get("format", expected)
    if isinstance(found, str) and found in _NAMES and found != expected:
        whole = found == "daybreak/document"
        return Fault(
            path="format",
            what=f"this is {_NAMES[found]}, and not {_NAMES[expected]}",
            todo=_LOAD if whole else _TODO[expected],
        )
    newer = value.get("version", version)
    if isinstance(newer, int) and not isinstance(newer, bool) and newer > version:
        return Fault(
            path="version",
            what=f"{shown(newer)} {_NEWER} {version}",
            todo="update Daybreak, or write it with the older one",
        )
    return None


def binary(data: bytes) -> str | None:
    """Say what to do with a file that is no text at all, where that is known."""
    if data.startswith(_SQLITE):
        return (
            "is a document, and not JSON - as a production its name has to end in "
            ".daybreak; daybreak boards write makes a schedule of a board"
        )
    if data.startswith(b"PK\x03\x04"):
        return "is a workbook or an archive, and not JSON - daybreak import reads .xlsx"
    if data.startswith(b"%PDF"):
        return "is a PDF, and not JSON - daybreak whatis tells which plan it shows"
    return None


def no_json(text: str) -> Fault | None:
    """Give the fault of a text in which JSON does not even begin."""
    begun = text.lstrip("\ufeff \t\r\n")
    if not begun:
        return Fault(path="", what="is empty", todo="look whether it is the right file")
    if begun[0] in "{[":
        return None
    todo = "daybreak import makes a production of a script, a schedule or a table"
    first = begun.splitlines()[0][:20]
    return Fault(path="", what=f"is no JSON: it begins {shown(first)}", todo=todo)
