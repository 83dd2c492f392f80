"""Boards: named drafts of a schedule, each kept with its whole history."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.files import schedule_from_json, to_json
from daybreak.model.production import Production
from daybreak.model.schedule import Day, Schedule
from daybreak.store.board_edits import EditedBoard, check_edit, split_name
from daybreak.store.entry import Entry
from daybreak.store.own_paths import BOARD, checked_name, key_of, under
from daybreak.store.undoing import counting


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A board as it stands.

    Parameters
    ----------
    name
        Unique in its document.
    data
        The schedule as JSON; `schedule` reads it.
    entry
        The entry that set it, or edited it last.
    """

    name: str
    data: Mapping[str, Any]
    entry: Entry

    @property
    def schedule(self) -> Schedule:
        """The board's schedule, read anew and checked."""
        return schedule_of(self.data, self.name)


def boards(entries: Sequence[Entry]) -> dict[str, Board]:
    """Give the boards that stand, by name, in the order in which they came."""
    return {
        name: Board(name=name, data=board.data, entry=entry)
        for name, (board, entry) in standing(entries).items()
    }


def standing(entries: Sequence[Entry]) -> dict[str, tuple[EditedBoard, Entry]]:
    """Give the boards ready to be edited further, each with its last entry."""
    found: dict[str, tuple[EditedBoard, Entry]] = {}
    for one in under(counting(entries), BOARD):
        name, rest = split_name(key_of(one.path))
        if rest:
            if name in found:  # else the board was taken off the list meanwhile
                found[name][0].apply(rest, one)
                found[name] = (found[name][0], one)
        elif one.action == "remove":
            found.pop(name, None)
        else:
            found[name] = (EditedBoard(one.value), one)
    return found


def history(entries: Sequence[Entry], name: str) -> tuple[Entry, ...]:
    """Give every entry of a board by rising number, those taken back among them."""
    whole = f"{BOARD}/{name}"
    return tuple(
        one for one in entries if one.path == whole or one.path.startswith(f"{whole}/")
    )


def board_named(entries: Sequence[Entry], name: str) -> Board:
    """Give a board.

    Raises
    ------
    UsageError
        When no board has that name; it says which there are.
    """
    found = boards(entries)
    if name not in found:
        there = ", ".join(found) or "none yet"
        raise UsageError(f'There is no board "{name}".\nMaybe one of these: {there}.')
    return found[name]


def saved(
    entries: Sequence[Entry],
    name: str,
    schedule: Schedule,
    *,
    by: str,
    at: datetime,
    note: str = "",
    replaces: bool = False,
) -> Entry:
    """Give the entry that saves a schedule as a board.

    Parameters
    ----------
    replaces
        Whether a board of that name may be there already; its history stays.

    Raises
    ------
    UsageError
        When the name cannot be, or there is such a board already.
    """
    checked_name(name, "board")
    if not replaces and name in boards(entries):
        raise UsageError(
            f'There is a board "{name}" already; nothing was changed.\n'
            "Maybe choose another name, or replace it with --replace."
        )
    return Entry(
        path=f"{BOARD}/{name}",
        value=json.loads(to_json(schedule)),
        note=note,
        entered_by=by,
        entered_at=at,
    )


def edited(
    entries: Sequence[Entry],
    name: str,
    edits: Mapping[str, Any],
    *,
    by: str,
    at: datetime,
    note: str = "",
    batch: str = "",
) -> tuple[Entry, ...]:
    """Give the entries that edit a board in one wish.

    Parameters
    ----------
    edits
        By what follows the board's name in the path (``day/main/2027-03-02``), the new
        value, None to remove: see `daybreak.store.board_edits`.

    Raises
    ------
    UsageError
        When there is no such board, or an edit is none.
    """
    board_named(entries, name)
    return edits_of(name, edits, by=by, at=at, note=note, batch=batch)


def edits_of(
    name: str,
    edits: Mapping[str, Any],
    *,
    by: str,
    at: datetime,
    note: str = "",
    batch: str = "",
) -> tuple[Entry, ...]:
    """Give the entries that edit a board that is there, as `edited` does."""
    for path, value in edits.items():
        check_edit(path.split("/"), value, removes=value is None)
    return tuple(
        Entry(
            path=f"{BOARD}/{name}/{path}",
            action="remove" if value is None else "set",
            value=value,
            note=note,
            entered_by=by,
            entered_at=at,
            batch=batch,
        )
        for path, value in edits.items()
    )


def looked_at(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the JSON of a schedule that comes from outside, every default written out.

    Raises
    ------
    DocumentError
        When it is none.
    """
    made: Mapping[str, Any] = json.loads(to_json(schedule_of(data, "sent here")))
    return made


def removed(
    entries: Sequence[Entry], name: str, *, by: str, at: datetime, note: str = ""
) -> Entry:
    """Give the entry that takes a board off the list; its history stays.

    Raises
    ------
    UsageError
        When there is no such board.
    """
    board_named(entries, name)
    path = f"{BOARD}/{name}"
    return Entry(path=path, action="remove", note=note, entered_by=by, entered_at=at)


def schedule_of(data: Mapping[str, Any], name: str) -> Schedule:
    """Give the schedule of JSON that a document keeps.

    Raises
    ------
    DocumentError
        When it is none.
    """
    return schedule_from_json(json.dumps(data), source=f"board {name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A schedule as it can be read against a production of another day.

    Parameters
    ----------
    schedule
        With the strips that the production still has.
    gone
        Scene ids that it had and the production no longer has.
    """

    schedule: Schedule
    gone: tuple[str, ...]


def fitted(schedule: Schedule, production: Production) -> Fitted:
    """Give a schedule without the scenes that a production no longer has.

    Strips of a unit that is no more go to the boneyard.
    """
    scenes = {one.id for one in production.scenes}
    units = {one.id for one in production.units}
    days: list[Day] = []
    homeless: list[str] = []
    for day in schedule.days:
        strips = tuple(one for one in day.strips if one in scenes)
        if day.unit not in units:
            homeless += strips
        elif strips:
            days.append(replace(day, strips=strips))
    kept = tuple(one for one in schedule.boneyard if one in scenes)
    had = {one for day in schedule.days for one in day.strips} | {*schedule.boneyard}
    left = replace(schedule, days=tuple(days), boneyard=(*kept, *homeless))
    return Fitted(schedule=left, gone=tuple(sorted(had - scenes)))
