"""Entries as plain JSON: one form for files, exports, hashes and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.leaves import shown
from daybreak.store.entry import Entry, Source

INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_KEYS = tuple(one.name for one in fields(Entry))
_DEFAULTS = {
    "value": None,
    "said_on": None,
    "not_before": None,
    "source": None,
    "status": "confirmed",
    "settles": False,
    "note": "",
    "batch": "",
    "undoes": None,
}


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """Give an entry as a JSON object, defaults left out, keys in a fixed order."""
    written: dict[str, Any] = {}
    for key in _KEYS:
        value = getattr(entry, key)
        if key in _DEFAULTS and value == _DEFAULTS[key] and key != "value":
            continue
        if key == "value" and entry.action == "remove" and value is None:
            continue
        written[key] = _plain(value)
    return written


def _plain(value: Any) -> Any:
    if isinstance(value, Source):
        parts = {one.name: getattr(value, one.name) for one in fields(Source)}
        return {name: text for name, text in parts.items() if text}
    if isinstance(value, datetime):
        return value.strftime(INSTANT)
    if isinstance(value, date):
        return value.isoformat()
    return value


def entry_from_json(value: Mapping[str, Any]) -> Entry:
    """Give the entry that a JSON object stands for; `entry_as_json` gives it back.

    Raises
    ------
    DocumentError
        When a field is unknown, missing, or none that a journal may hold.
    """
    lead = str(value.get("path", ""))
    unknown = [key for key in value if key not in _KEYS]
    missing = [key for key in ("path", "entered_by", "entered_at") if key not in value]
    faults = [
        Fault(path=lead, what=f"unknown field {shown(key)}", todo="take it out")
        for key in unknown
    ] + [
        Fault(path=lead, what=f'field "{key}" is missing', todo="write it")
        for key in missing
    ]
    if faults:
        raise DocumentError(faults)
    read = dict(value)
    read["entered_at"] = _instant(lead, value["entered_at"])
    if value.get("not_before") is not None:
        read["not_before"] = _day(lead, value["not_before"])
    if value.get("source") is not None:
        read["source"] = _source(lead, value["source"])
    return Entry(**read)


def _instant(path: str, value: Any) -> datetime:
    try:
        if _is_padded(value):  # several times faster, and documents are full of them
            return datetime.fromisoformat(value[:-1]).replace(tzinfo=UTC)
        return datetime.strptime(value, INSTANT).replace(tzinfo=UTC)
    except (TypeError, ValueError):
        what = f"entered at {shown(value)}, which is no time"
        todo = "write it as 2020-07-07T12:00:00Z"
        raise DocumentError([Fault(path=path, what=what, todo=todo)]) from None


def _is_padded(value: Any) -> bool:
    """Tell whether a time may be as we write it: every part with all its digits."""
    return (
        isinstance(value, str)
        and len(value) == len("2020-07-07T12:00:00Z")
        and value[4::3] == "--T::Z"
    )


def _day(path: str, value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        what = f"{shown(value)} is no day of the calendar"
        todo = "write it as 2020-07-07"
        raise DocumentError([Fault(path=path, what=what, todo=todo)]) from None


def _source(path: str, value: Any) -> Source:
    known = [one.name for one in fields(Source)]
    is_good = isinstance(value, Mapping) and all(
        key in known and isinstance(text, str) for key, text in value.items()
    )
    if not is_good:
        what = f"{shown(value)} is no source"
        todo = f"write an object of texts: {', '.join(known)}"
        raise DocumentError([Fault(path=path, what=what, todo=todo)])
    return Source(**value)
