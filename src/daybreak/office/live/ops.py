"""Edits as they come from a page: read from JSON, each fault said where it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, cast, get_args

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.leaves import shown
from daybreak.model.production import ShiftName
from daybreak.store.entry import STATUSES, Source, Status

ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
STRIPS_MOST = 5000
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Strips go to a day, behind a strip of it, or to its top where there is none."""

    board: str
    strips: tuple[str, ...]
    unit: str
    date: date
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Park:
    """Strips go to the boneyard."""

    board: str
    strips: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetShift:
    """A day is worked in another shift."""

    board: str
    unit: str
    date: date
    shift: ShiftName


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDay:
    """A whole day changes places with what stands on another date."""

    board: str
    unit: str
    to: date
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LockStrips:
    """Strips are to stay where they stand, or no more."""

    board: str
    strips: tuple[str, ...]
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LockDay:
    """A day is to stay as it is, or no more."""

    board: str
    unit: str
    date: date
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBanner:
    """A banner is set, or removed where it has no value."""

    board: str
    key: str
    value: Data | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFact:
    """A fact of the production is set, or removed; perhaps somebody said so."""

    path: str
    value: Any = None
    removes: bool = False
    said_on: str | None = None
    not_before: date | None = None
    source: Source | None = None
    status: Status = "confirmed"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A scene is split: so many eighths stay, a new scene takes the others."""

    board: str
    scene: str
    eighths: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """A board is taken from a proposal: all of it, or the days of some dates."""

    board: str
    schedule: Data
    dates: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The person's last wish is taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redo:
    """The person's last undo is taken back."""


Action = (
    Move
    | Park
    | SetShift
    | MoveDay
    | LockStrips
    | LockDay
    | SetBanner
    | SetFact
    | Split
    | Take
    | Undo
    | Redo
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Op:
    """One wish of one person.

    Parameters
    ----------
    id
        Given by who sends it, never twice: sent again, it has no second effect.
    base
        The number of the last entry that the sender knew.
    """

    id: str
    base: int
    action: Action


def read_op(data: Any) -> Op:
    """Read a wish.

    Raises
    ------
    DocumentError
        When it is none: which key, what is wrong, what to give.
    """
    reader = Reader(data)
    made = Op(
        id=reader.matching("id", ID, "8 to 64 letters, digits, - _"),
        base=reader.whole("base", 0),
        action=reader.action(),
    )
    reader.refuse_others()
    return made


class Reader:
    """Takes keys out of an object of a page, one by one.

    Parameters
    ----------
    data
        The JSON that came.

    Raises
    ------
    DocumentError
        Here and by each of its methods: which key, what is wrong, what to give.
    """

    def __init__(self, data: Any) -> None:
        if not isinstance(data, Mapping):
            raise _wrong("", f"{shown(data)} is no object", "send a JSON object")
        self._data = data
        self._used: set[str] = set()

    def action(self) -> Action:
        """Give the edit that it asks for."""
        kind = self.text("type")
        make = _ACTIONS.get(kind)
        if make is None:
            todo = f"use one of {', '.join(_ACTIONS)}"
            raise _wrong("type", f"{shown(kind)} is no edit", todo)
        return make(self)

    def get(self, key: str, usual: Any = None) -> Any:
        """Give whatever stands there."""
        self._used.add(key)
        return self._data.get(key, usual)

    def text(self, key: str, *, most: int = 2000) -> str:
        """Give a text that is not empty."""
        value = self.get(key)
        if not isinstance(value, str) or not 0 < len(value) <= most:
            raise _wrong(key, f"{shown(value)} is no text", f"give a text as {key}")
        return value

    def text_or_none(self, key: str) -> str | None:
        """Give a text, or None where there is none."""
        return None if self.get(key) is None else self.text(key)

    def matching(self, key: str, pattern: re.Pattern[str], todo: str) -> str:
        """Give a text of a pattern."""
        value = self.text(key)
        if not pattern.fullmatch(value):
            raise _wrong(key, f"{shown(value)} cannot be", f"use {todo}")
        return value

    def whole(self, key: str, least: int) -> int:
        """Give a whole number, ``least`` or more."""
        value = self.get(key)
        if type(value) is not int or value < least:
            todo = f"give a whole number from {least} on"
            raise _wrong(key, f"{shown(value)} is no such number", todo)
        return value

    def truth(self, key: str) -> bool:
        """Give true or false."""
        value = self.get(key)
        if type(value) is not bool:
            raise _wrong(key, f"{shown(value)} is not true or false", "give either")
        return value

    def date(self, key: str) -> date:
        """Give a date."""
        value = self.text(key)
        try:
            return date.fromisoformat(value)
        except ValueError:
            todo = "write it as 2027-03-16"
            raise _wrong(key, f"{shown(value)} is no date", todo) from None

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of ids, each once."""
        value = self.get(key)
        is_list = isinstance(value, list) and 0 < len(value) <= STRIPS_MOST
        if not is_list or not all(isinstance(one, str) and one for one in value):
            raise _wrong(key, f"{shown(value)} is no list of ids", "list ids of scenes")
        if len(set(value)) < len(value):
            raise _wrong(key, "an id stands twice", "list each scene once")
        return tuple(value)

    def word(self, key: str, words: tuple[str, ...], usual: str | None = None) -> str:
        """Give one of some words."""
        value = self.get(key, usual)
        if value not in words:
            todo = f"use one of {', '.join(words)}"
            raise _wrong(key, f"{shown(value)} is none of them", todo)
        return cast(str, value)

    def object_or_none(self, key: str) -> Data | None:
        """Give an object, or None where there is none."""
        value = self.get(key)
        if value is not None and not isinstance(value, Mapping):
            raise _wrong(key, f"{shown(value)} is no object", "give an object, or null")
        return value

    def refuse_others(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._data:
            if key not in self._used and key != "type":
                raise _wrong(str(key), "is unknown here", "leave it out")


def _wrong(key: str, what: str, todo: str) -> DocumentError:
    return DocumentError([Fault(path=key, what=what, todo=todo)])


def read_source(reader: Reader) -> Source | None:
    """Give who said it; None where nobody is named."""
    given = reader.object_or_none("source")
    if not given:
        return None
    names = ("outlet", "speaker", "address", "quotation")
    for key, value in given.items():
        if key not in names or not isinstance(value, str):
            todo = f"give texts for {', '.join(names)}"
            raise _wrong(f"source.{key}", "cannot be", todo)
    return Source(**{name: str(given.get(name, "")) for name in names})


def _fact(reader: Reader) -> SetFact:
    not_before = reader.get("not_before")
    return SetFact(
        path=reader.text("path"),
        value=reader.get("value"),
        said_on=reader.text_or_none("said_on"),
        not_before=None if not_before is None else reader.date("not_before"),
        source=read_source(reader),
        status=cast(Status, reader.word("status", STATUSES, "confirmed")),
        note=str(reader.get("note", "")),
    )


def _removal(reader: Reader) -> SetFact:
    note = str(reader.get("note", ""))
    return SetFact(path=reader.text("path"), removes=True, note=note)


def _move(reader: Reader) -> Move:
    return Move(
        board=reader.text("board"),
        strips=reader.texts("strips"),
        unit=reader.text("unit"),
        date=reader.date("date"),
        after=reader.text_or_none("after"),
    )


def _take(reader: Reader) -> Take:
    schedule = reader.object_or_none("schedule")
    if schedule is None:
        raise _wrong("schedule", "is missing", "give a schedule")
    dates = None if reader.get("dates") is None else reader.texts("dates")
    return Take(board=reader.text("board"), schedule=schedule, dates=dates)


_SHIFTS: tuple[str, ...] = get_args(ShiftName)
_ACTIONS: dict[str, Callable[[Reader], Action]] = {
    "move": _move,
    "park": lambda one: Park(board=one.text("board"), strips=one.texts("strips")),
    "shift": lambda one: SetShift(
        board=one.text("board"),
        unit=one.text("unit"),
        date=one.date("date"),
        shift=cast(Literal["day", "split", "night"], one.word("shift", _SHIFTS)),
    ),
    "move-day": lambda one: MoveDay(
        board=one.text("board"),
        unit=one.text("unit"),
        date=one.date("date"),
        to=one.date("to"),
    ),
    "lock": lambda one: LockStrips(
        board=one.text("board"), strips=one.texts("strips"), locked=one.truth("locked")
    ),
    "lock-day": lambda one: LockDay(
        board=one.text("board"),
        unit=one.text("unit"),
        date=one.date("date"),
        locked=one.truth("locked"),
    ),
    "banner": lambda one: SetBanner(
        board=one.text("board"),
        key=one.text("key"),
        value=one.object_or_none("value"),
    ),
    "set": _fact,
    "remove": _removal,
    "split": lambda one: Split(
        board=one.text("board"),
        scene=one.text("scene"),
        eighths=one.whole("eighths", 1),
    ),
    "take": _take,
    "undo": lambda _: Undo(),
    "redo": lambda _: Redo(),
}
