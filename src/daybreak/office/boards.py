"""Boards and revisions of a document: save, freeze, restore, compare."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from daybreak.checking import Violation, check, is_valid
from daybreak.model.errors import UsageError
from daybreak.model.files import read_schedule
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.comparing import compare, refuse_unknown
from daybreak.office.documents import PathLike, production
from daybreak.reports.comparison import Comparison
from daybreak.store import boards as store
from daybreak.store import revisions
from daybreak.store.boards import Board
from daybreak.store.entry import Entry
from daybreak.store.files import open_document
from daybreak.store.revisions import Revision
from daybreak.store.scripts import Script, scripts


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What lies in a document beside its facts.

    Parameters
    ----------
    boards, revisions, scripts
        Those that stand.
    next_color
        What the next revision will be.
    entries
        How many entries its journal has.
    """

    boards: tuple[Board, ...]
    revisions: tuple[Revision, ...]
    scripts: tuple[Script, ...]
    next_color: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two boards against the production of today.

    Parameters
    ----------
    production
        What both are read against.
    gone
        Scene ids that either has and the production no longer has.
    """

    production: Production
    comparison: Comparison
    names: tuple[str, str]
    gone: tuple[str, ...]


def desk(path: PathLike) -> Desk:
    """Give the boards, revisions and scripts of a document.

    Raises
    ------
    UsageError, DocumentError
        When it cannot be opened or read.
    """
    with open_document(path, write=False) as document:
        entries = document.entries()
    frozen = revisions.revisions(entries)
    return Desk(
        boards=tuple(store.boards(entries).values()),
        revisions=frozen,
        scripts=tuple(scripts(entries).values()),
        next_color=revisions.color_of(len(frozen), revisions.colors(entries)),
        entries=len(entries),
    )


def save(
    path: PathLike,
    name: str,
    schedule: PathLike | Schedule,
    *,
    by: str,
    at: datetime,
    note: str = "",
    replaces: bool = False,
) -> Entry:
    """Save a schedule as a board; one of that name is only replaced where asked.

    Raises
    ------
    UsageError, DocumentError
        When the name is taken, or the schedule names what the production does not have.
    """
    made = schedule if isinstance(schedule, Schedule) else read_schedule(schedule)
    with open_document(path, by=by) as document:
        entries = document.entries()
        refuse_unknown(production(document), made)
        entry = store.saved(
            entries, name, made, by=by, at=at, note=note, replaces=replaces
        )
        return document.append([entry], after=len(entries))[0]


def remove(
    path: PathLike, name: str, *, by: str, at: datetime, note: str = ""
) -> Entry:
    """Take a board off the list; its history stays, and undo brings it back.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    with open_document(path, by=by) as document:
        entries = document.entries()
        entry = store.removed(entries, name, by=by, at=at, note=note)
        return document.append([entry], after=len(entries))[0]


def restore(
    path: PathLike,
    which: str,
    name: str,
    *,
    by: str,
    at: datetime,
    replaces: bool = False,
) -> tuple[Entry, tuple[str, ...]]:
    """Save a board or revision as a board of another name.

    Gives the entry, and the scenes that are gone since and were left out.

    Raises
    ------
    UsageError
        When there is no such board or revision, or the new name is taken.
    """
    with open_document(path, by=by) as document:
        entries = document.entries()
        made = revisions.schedule_named(entries, which)
        fit = store.fitted(made, production(document))
        entry = store.saved(
            entries,
            name,
            fit.schedule,
            by=by,
            at=at,
            note=f"as {which} was",
            replaces=replaces,
        )
        return document.append([entry], after=len(entries))[0], fit.gone


def set_colors(path: PathLike, names: Sequence[str], *, by: str, at: datetime) -> Entry:
    """Set the colors of a document's revisions, in their order.

    Raises
    ------
    UsageError
        When they are no colors.
    """
    with open_document(path, by=by) as document:
        return document.append([revisions.colored(names, by=by, at=at)])[0]


def schedule_of(path: PathLike, name: str) -> Schedule:
    """Give the schedule of a board or revision.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    with open_document(path, write=False) as document:
        return revisions.schedule_named(document.entries(), name)


def history(path: PathLike, name: str) -> tuple[Entry, ...]:
    """Give every entry of a board.

    Raises
    ------
    UsageError
        When there never was one of that name.
    """
    with open_document(path, write=False) as document:
        found = store.history(document.entries(), name)
    if not found:
        raise UsageError(
            f'There never was a board "{name}".\n'
            f"Maybe look with daybreak boards {os.fspath(path)}."
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """What came of freezing a board.

    Parameters
    ----------
    revision
        The new one; None where rules are broken and it was not frozen.
    violations
        Everything the check found.
    """

    production: Production
    revision: Revision | None
    violations: tuple[Violation, ...]


def freeze(
    path: PathLike,
    board: str,
    *,
    day: date,
    by: str,
    at: datetime,
    note: str = "",
    anyway: bool = False,
) -> Frozen:
    """Freeze a board as the next revision, where it breaks no rule that blocks.

    Parameters
    ----------
    day
        The date that the revision bears.
    anyway
        Whether to freeze it with broken rules.

    Raises
    ------
    UsageError, DocumentError
        When there is no such board, or it names what the production no longer has.
    """
    with open_document(path, by=by) as document:
        entries = document.entries()
        made = production(document)
        found = check(made, store.board_named(entries, board).schedule)
        if not is_valid(found) and not anyway:
            return Frozen(production=made, revision=None, violations=found)
        entry = revisions.frozen(entries, board, day=day, by=by, at=at, note=note)
        document.append([entry], after=len(entries))
        last = revisions.revisions(document.entries())[-1]
        return Frozen(production=made, revision=last, violations=found)


def compare_boards(path: PathLike, before: str, after: str) -> Compared:
    """Compare two boards or revisions against the production of today.

    Raises
    ------
    UsageError, DocumentError
        When there is none of that name.
    """
    with open_document(path, write=False) as document, document.steady():
        entries = document.entries()
        made = production(document)
    one, other = (
        store.fitted(revisions.schedule_named(entries, name), made)
        for name in (before, after)
    )
    return Compared(
        production=made,
        comparison=compare(made, one.schedule, other.schedule),
        names=(before, after),
        gone=tuple(sorted({*one.gone, *other.gone})),
    )


def drift(path: PathLike, board: str, since: str | None = None) -> Compared:
    """Give what is different on a board since a freeze, the last where none is named.

    Raises
    ------
    UsageError
        When nothing was frozen yet, or there is none of that name.
    """
    if since is None:
        frozen = desk(path).revisions
        if not frozen:
            raise UsageError(
                "No board was frozen yet.\n"
                f"Maybe freeze one: daybreak freeze {os.fspath(path)} {board}."
            )
        since = frozen[-1].color
    return compare_boards(path, since, board)


def entry_data(entry: Entry) -> dict[str, Any]:
    """Give what an answer tells of an entry: its number, path, person and time."""
    return {
        "seq": entry.seq,
        "path": entry.path,
        "action": entry.action,
        "entered_by": entry.entered_by,
        "entered_at": entry.entered_at,
        "note": entry.note,
    }
