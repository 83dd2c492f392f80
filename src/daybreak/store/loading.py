"""Entries that come from outside are looked at like those that somebody enters."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from daybreak.model.errors import DaybreakError, DocumentError, Fault, UsageError
from daybreak.model.files import schedule_from_json
from daybreak.store.board_edits import check_edit, split_name
from daybreak.store.comments import check_comment
from daybreak.store.entering import checked
from daybreak.store.entry import Entry
from daybreak.store.own_paths import (
    BOARD,
    COLORS,
    COMMENT,
    REVISION,
    SCENARIO,
    SCRIPT,
    checked_name,
    is_fact,
    key_of,
)
from daybreak.store.paths import parse_path
from daybreak.store.scenarios import put_on, read_what_ifs
from daybreak.store.state import State


def checked_all(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give entries from outside as the journal keeps them.

    A whole thing with parts in it becomes an entry for each; numbers follow.

    Raises
    ------
    DocumentError
        With the faults of every entry.
    """
    state, made = State(), list[Entry]()
    numbers: dict[int, int] = {}
    faults: list[Fault] = []
    for entry in entries:
        try:
            pieces = _pieces(entry, state, numbers)
        except DocumentError as error:
            faults += error.faults
            continue
        numbers[entry.seq] = len(made) + 1
        for seq, piece in enumerate(pieces, len(made) + 1):
            numbered = replace(piece, seq=seq)
            made.append(numbered)
            if is_fact(numbered.path):
                state.apply(numbered)
    if faults:
        raise DocumentError(faults)
    return tuple(made)


def refuse_strange(entries: Iterable[Entry]) -> None:
    """Refuse entries that no document can read; else they stay as they are.

    What was exported was looked at when it was entered. It is not held against rules
    that came later: what was once a document stays one.

    Raises
    ------
    DocumentError
        With the faults of every entry.
    """
    faults: list[Fault] = []
    for entry in entries:
        try:
            if is_fact(entry.path):
                parse_path(entry.path)
            else:
                _own(entry)
        except DocumentError as error:
            faults += error.faults
    if faults:
        raise DocumentError(faults)


def _pieces(
    entry: Entry, state: State, numbers: Mapping[int, int]
) -> tuple[Entry, ...]:
    if entry.undoes is not None:
        taken_back = numbers.get(entry.undoes)
        if taken_back is None:
            what = f"takes back entry {entry.undoes}, which does not come before"
            raise _wrong(entry, what, "name an earlier entry")
        return (replace(entry, undoes=taken_back),)
    if is_fact(entry.path):
        return checked(replace(entry, seq=0), state)
    made = _own(entry)
    if made.action == "set" and made.path.startswith(f"{SCENARIO}/"):
        _refuse_impossible(made, state)
    return (made,)


def _refuse_impossible(entry: Entry, state: State) -> None:
    """Refuse a scenario whose what-ifs cannot be set."""
    try:
        put_on(state.copy(), read_what_ifs(entry.value), at_least="rumored")
    except DocumentError as error:
        told = error.faults[0]
        raise _wrong(entry, f"{told.path}: {told.what}", told.todo) from None


def _own(entry: Entry) -> Entry:
    """Give an entry of our own, looked at."""
    root, key = entry.path.split("/", 1)[0], key_of(entry.path)
    name, edit = split_name(key) if root == BOARD else (key, ())
    if root != COLORS:
        try:
            checked_name(name, root)
        except DaybreakError as error:
            what = str(error).splitlines()[0]
            raise _wrong(entry, what, "use letters, digits, - _ .") from None
    if edit:
        return _edit(entry, edit)
    if entry.action == "remove":
        return entry
    try:
        _READERS[root](key, entry.value)
    except DocumentError as error:
        told = error.faults[0]
        what = f"{told.path}: {told.what}" if told.path else told.what
        raise _wrong(entry, what, told.todo) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _wrong(
            entry, f"is no {root} as it is kept", "leave it as it was exported"
        ) from None
    return entry


def _edit(entry: Entry, edit: tuple[str, ...]) -> Entry:
    """Give an edit of a board, looked at."""
    try:
        check_edit(edit, entry.value, removes=entry.action == "remove")
    except UsageError as error:
        what, _, todo = str(error).partition("\n")
        raise _wrong(entry, what, todo or "leave it as it was exported") from None
    return entry


def _board(_: str, value: Any) -> None:
    schedule_from_json(json.dumps(value))


def _revision(key: str, value: Any) -> None:
    _board(key, value["schedule"])
    date.fromisoformat(value["date"])
    if int(key) < 1 or not all(_is_text(value[name]) for name in ("color", "board")):
        raise ValueError
    if not isinstance(value["note"], str):
        raise TypeError


def _script(_: str, value: Any) -> None:
    if len(bytes.fromhex(value["sha256"])) != 32 or not _is_text(value["file"]):
        raise ValueError
    if type(value["bytes"]) is not int:
        raise TypeError


def _colors(_: str, value: Any) -> None:
    if not value or not all(_is_text(one) for one in value):
        raise ValueError


def _scenario(_: str, value: Any) -> None:
    read_what_ifs(value)


def _comment(_: str, value: Any) -> None:
    try:
        check_comment(value)
    except UsageError as error:
        what, _, todo = str(error).partition("\n")
        fault = Fault(path="", what=what, todo=todo or "leave it as it was exported")
        raise DocumentError([fault]) from None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


_READERS: dict[str, Callable[[str, Any], None]] = {
    BOARD: _board,
    REVISION: _revision,
    SCRIPT: _script,
    COLORS: _colors,
    SCENARIO: _scenario,
    COMMENT: _comment,
}


def _wrong(entry: Entry, what: str, todo: str) -> DocumentError:
    return DocumentError([Fault(path=entry.path, what=what, todo=todo)])
