"""Scripts as they were imported: their bytes, by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from daybreak.model.errors import UsageError
from daybreak.store.entry import Entry
from daybreak.store.own_paths import SCRIPT, checked_name, key_of, under
from daybreak.store.undoing import counting


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script that a document keeps.

    Parameters
    ----------
    name
        Unique in its document.
    file
        The name of the file it came from.
    sha256
        What its bytes are known by.
    size
        How many bytes they are.
    entry
        The entry that kept it.
    picture
        The id of the picture whose draft it is; empty where nobody said.
    color
        The color of the draft; empty for the first.
    """

    name: str
    file: str
    sha256: str
    size: int
    entry: Entry
    picture: str = ""
    color: str = ""


def scripts(entries: Sequence[Entry]) -> dict[str, Script]:
    """Give the scripts of a document, by name."""
    found: dict[str, Script] = {}
    for one in under(counting(entries), SCRIPT):
        name, value = key_of(one.path), one.value
        if one.action == "remove":
            found.pop(name, None)
            continue
        found[name] = Script(
            name=name,
            file=value["file"],
            sha256=value["sha256"],
            size=value["bytes"],
            entry=one,
            picture=value.get("picture", ""),
            color=value.get("color", ""),
        )
    return found


def kept(
    name: str,
    file: str,
    content: bytes,
    *,
    by: str,
    at: datetime,
    batch: str = "",
    picture: str = "",
    color: str = "",
) -> Entry:
    """Give the entry that keeps a script; its bytes go along with it.

    Parameters
    ----------
    picture, color
        Whose draft it is, and its color, where that is known.

    Raises
    ------
    UsageError
        When the name cannot be.
    """
    return Entry(
        path=f"{SCRIPT}/{checked_name(name, 'script')}",
        value={
            "file": file,
            "sha256": sha256(content).hexdigest(),
            "bytes": len(content),
            **({"picture": picture} if picture else {}),
            **({"color": color} if color else {}),
        },
        entered_by=by,
        entered_at=at,
        batch=batch,
    )


def script_named(entries: Sequence[Entry], name: str) -> Script:
    """Give a script.

    Raises
    ------
    UsageError
        When no script has that name; it says which there are.
    """
    found = scripts(entries)
    if name not in found:
        there = ", ".join(found) or "none yet"
        raise UsageError(f'There is no script "{name}".\nMaybe one of these: {there}.')
    return found[name]
