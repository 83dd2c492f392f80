"""Entries of a document's journal: what was set or removed, who said it, and when.

Two times that are never mixed: when it was said (`Entry.said_on`, or
`Entry.not_before` of a source without a date) and when it was entered
(`Entry.entered_at`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal, Protocol, get_args

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.leaves import shown
from daybreak.store.said import known_from

Action = Literal["set", "remove"]
Status = Literal["confirmed", "expected", "rumored", "denied", "withdrawn"]
AtLeast = Literal["confirmed", "expected", "rumored"]
STATUSES: tuple[Status, ...] = get_args(Status)
FOUNDING = "loaded"
"""The batch with which a document begins; what it says holds always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who said it, and where it can be read.

    Parameters
    ----------
    outlet
        The paper, the site, the program.
    speaker
        The person who is quoted or named.
    address
        A web address or the name of a file.
    quotation
        A few words of it.
    """

    outlet: str = ""
    speaker: str = ""
    address: str = ""
    quotation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal: it sets or removes one thing, or one field of one.

    Parameters
    ----------
    seq
        Its number in the journal, from 1; 0 while it is in none.
    path
        What it is about, ``picture/m7/release``; the grammar is in `paths`.
    action
        Whether it sets the value or removes what is there.
    value
        The JSON value; None where it removes.
    said_on
        When it was said: ``2020-07-07``, ``2020-07`` or ``2020``. A month or a year
        counts as known from its last day.
    not_before
        For a source without a date: the first day on which it can have been said.
    source
        Who said it; None for a decision of the company itself.
    status
        How sure it is; ``denied`` and ``withdrawn`` end an earlier claim.
    settles
        Whether whoever says it decides it: a person takes sides in a dispute, or a
        studio announces a new date. An entry without a source always does.
    note
        Anything to say about it.
    entered_by, entered_at
        Who entered it, and when: UTC, whole seconds.
    batch
        A label that groups entries of one wish: an import, one bulk edit.
    undoes
        The number of the entry that this one takes back. Nothing else of it counts;
        ``path``, ``action`` and ``value`` repeat what is taken back, for readers.

    Raises
    ------
    DocumentError
        When it is made with a status, a date or a time that cannot be, or with a
        source of no date. Path and value are checked by `entering`.
    """

    seq: int = 0
    path: str
    action: Action = "set"
    value: Any = None
    said_on: str | None = None
    not_before: date | None = None
    source: Source | None = None
    status: Status = "confirmed"
    settles: bool = False
    note: str = ""
    entered_by: str
    entered_at: datetime
    batch: str = ""
    undoes: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no journal may hold."""
        faults = list(_faults(self))
        if faults:
            raise DocumentError(faults)

    @property
    def known_from(self) -> date:
        """The first day on which it counts as known; `date.min` for always."""
        return known_from(self)

    @property
    def is_report(self) -> bool:
        """Whether somebody outside said it; else the company decided it."""
        return self.source is not None


class Journal(Protocol):
    """Entries in the order in which they were entered."""

    def entries(self) -> Iterable[Entry]:
        """Give the entries by rising ``seq``."""
        ...


def _faults(entry: Entry) -> Iterable[Fault]:
    if entry.action not in get_args(Action):
        yield _fault(entry, f"action {shown(entry.action)} is unknown", "set or remove")
    if entry.status not in STATUSES:
        todo = f"use one of {', '.join(STATUSES)}"
        yield _fault(entry, f"status {shown(entry.status)} is unknown", todo)
    if entry.entered_at.tzinfo is not UTC or entry.entered_at.microsecond:
        yield _fault(
            entry,
            f"entered at {entry.entered_at.isoformat()}, which is no whole second UTC",
            "give the time in UTC, without a fraction of a second",
        )
    if not entry.entered_by.strip():
        yield _fault(entry, "nobody entered it", "say who enters it, with --by NAME")
    yield from _date_faults(entry)


def _date_faults(entry: Entry) -> Iterable[Fault]:
    if entry.said_on is not None and entry.not_before is not None:
        yield _fault(
            entry,
            f"said on {entry.said_on} and not before {entry.not_before}",
            "keep the day it was said; --not-before is for sources without a date",
        )
    undated = entry.said_on is None and entry.not_before is None
    if entry.source is not None and undated and entry.undoes is None:
        yield _fault(
            entry,
            "a source without a date",
            "give the day, month or year with --said-on, or for an undated source "
            "the first day it can be from with --not-before",
        )
    try:
        known_from(entry)
    except DocumentError as error:
        yield from (_fault(entry, one.what, one.todo) for one in error.faults)


def _fault(entry: Entry, what: str, todo: str) -> Fault:
    return Fault(path=entry.path, what=what, todo=todo)
