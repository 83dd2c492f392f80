"""Entries as lines of JSON: what the journal keeps, hashes and exports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from daybreak.model.errors import DocumentError, Fault, UsageError
from daybreak.model.leaves import shown
from daybreak.store.entry import Entry
from daybreak.store.entry_json import entry_from_json

_TEXTS = ("path", "action", "status", "note", "entered_by", "batch", "said_on")


def line_of(data: Mapping[str, Any]) -> str:
    """Give a JSON object as its one line: sorted keys, no spaces.

    Raises
    ------
    UsageError
        When it holds what JSON or UTF-8 cannot carry.
    """
    try:
        line = json.dumps(
            data,
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
            allow_nan=False,
        )
        line.encode("utf-8")
    except (TypeError, ValueError) as error:
        raise UsageError(
            f"{data.get('path', 'an entry')}: a value that no JSON text can carry "
            f"({error}) - give texts, numbers, lists and objects"
        ) from None
    return line


def entry_from(data: Any, *, where: str = "") -> Entry:
    """Read an entry from a JSON value that may be anything.

    Parameters
    ----------
    where
        Where it stands in a file, for faults: ``entries[3]``.

    Raises
    ------
    DocumentError
        With what is wrong of it.
    """
    if not isinstance(data, Mapping):
        what = f"{shown(data)} is no object"
        raise DocumentError([Fault(path=where, what=what, todo="write {...} here")])
    faults = list(_wrong_types(data))
    if not faults:
        try:
            return entry_from_json(data)
        except DocumentError as error:
            faults = list(error.faults)
    lead = f"{where}: " if where else ""
    raise DocumentError(
        [Fault(path=lead + one.path, what=one.what, todo=one.todo) for one in faults]
    )


def _wrong_types(data: Mapping[str, Any]) -> Iterator[Fault]:
    for key in _TEXTS:
        value = data.get(key, "")
        if not isinstance(value, str) and not (value is None and key == "said_on"):
            yield Fault(path=key, what=f"{shown(value)} is no text", todo="give one")
    for key in ("seq", "undoes"):
        value = data.get(key)
        if key in data and value is not None and (type(value) is not int or value < 0):
            what = f"{shown(value)} is no number of an entry"
            yield Fault(path=key, what=what, todo="give a whole number from 1")
    if type(data.get("settles", False)) is not bool:
        what = f"{shown(data['settles'])} is neither true nor false"
        yield Fault(path="settles", what=what, todo="write true or false")
