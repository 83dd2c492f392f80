"""The boards and revisions of an open document: freeze, restore, copy, compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from daybreak.checking import Violation, check, is_valid
from daybreak.model.schedule import Schedule
from daybreak.office.comparing import compare
from daybreak.office.day_breaks import Measure, break_days
from daybreak.office.live.proposals import plain_rows
from daybreak.office.live.session import Applied, LiveShoot
from daybreak.office.live.view import schedule_of
from daybreak.store import boards, revisions
from daybreak.store.entry import Entry
from daybreak.store.scripts import scripts

Json = dict[str, Any]


def desk_view(shoot: LiveShoot) -> Json:
    """Give what lies in a document beside its facts: boards, revisions, scripts."""
    entries = shoot.entries()
    frozen = revisions.revisions(entries)
    return {
        "boards": [_board(one) for one in boards.boards(entries).values()],
        "revisions": [
            {
                "number": one.number,
                "color": one.color,
                "board": one.board,
                "date": one.date.isoformat(),
                "note": one.note,
                "by": one.entry.entered_by,
                "days": len(one.data["days"]),
            }
            for one in frozen
        ],
        "next_color": revisions.color_of(len(frozen), revisions.colors(entries)),
        "scripts": [
            {"name": one.name, "file": one.file, "by": one.entry.entered_by}
            for one in scripts(entries).values()
        ],
    }


def _board(one: boards.Board) -> Json:
    data: Mapping[str, Any] = one.data
    return {
        "name": one.name,
        "days": len(data["days"]),
        "boneyard": len(data.get("boneyard", ())),
        "by": one.entry.entered_by,
        "at": one.entry.entered_at.isoformat(),
        "note": one.entry.note,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """What came of freezing; not ``applied`` where rules are broken."""

    color: str
    violations: tuple[Violation, ...]
    applied: Applied | None


def freeze(
    shoot: LiveShoot,
    board: str,
    *,
    day: date,
    note: str,
    anyway: bool,
    op: str,
    by: str,
) -> Frozen:
    """Freeze a board as the next color, where it breaks no rule that blocks.

    Parameters
    ----------
    day
        The date that the revision bears.
    anyway
        Whether to freeze it with broken rules.

    Raises
    ------
    UsageError
        When there is no such board.
    """
    now = shoot.board(board)
    found = check(now.production, schedule_of(now))
    entries = shoot.entries()
    frozen = revisions.revisions(entries)
    color = revisions.color_of(len(frozen), revisions.colors(entries))
    if not is_valid(found) and not anyway:
        return Frozen(color=color, violations=found, applied=None)

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        at = shoot.now()
        return [revisions.frozen(entries, board, day=day, by=by, at=at, note=note)]

    applied = shoot.do(op, make, by=by)
    return Frozen(
        color=applied.entries[0].value["color"], violations=found, applied=applied
    )


def new_board(
    shoot: LiveShoot,
    name: str,
    *,
    like: str | None,
    op: str,
    by: str,
    full: Measure | None = None,
) -> Applied:
    """Make a board: a copy of a board or revision, or all strips in the boneyard.

    Parameters
    ----------
    full
        When a day is full: the strips are laid on successive dates, in the order of
        the board that is copied, else of the script (see `break_days`).

    Raises
    ------
    UsageError
        When the name cannot be or is taken, or there is none to copy.
    """

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        production = shoot.production()
        if like is None:
            strips = tuple(one.id for one in production.scenes)
            made, note = Schedule(days=(), boneyard=strips), "empty"
        else:
            was = revisions.schedule_named(entries, like)
            made, note = boards.fitted(was, production).schedule, f"as {like} was"
        if full is not None:
            board = None if like is None else made
            made = break_days(production, full, board=board)
            note = f"{'script' if like is None else like}, days full at {full}"
        at = shoot.now()
        return [boards.saved(entries, name, made, by=by, at=at, note=note)]

    return shoot.do(op, make, by=by)


def rename(shoot: LiveShoot, name: str, to: str, *, op: str, by: str) -> Applied:
    """Give a board another name; one undo takes it back.

    Raises
    ------
    UsageError
        When there is no such board, or the new name cannot be or is taken.
    """

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        made, at = boards.board_named(entries, name).schedule, shoot.now()
        note = f"was {name}"
        return [
            boards.saved(entries, to, made, by=by, at=at, note=note),
            boards.removed(entries, name, by=by, at=at, note=f"is {to} now"),
        ]

    return shoot.do(op, make, by=by, keys=frozenset({f"board/{name}"}))


def remove(shoot: LiveShoot, name: str, *, op: str, by: str) -> Applied:
    """Take a board off the list; undo brings it back.

    Raises
    ------
    UsageError
        When there is no such board.
    """

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        return [boards.removed(entries, name, by=by, at=shoot.now())]

    return shoot.do(op, make, by=by, keys=frozenset({f"board/{name}"}))


def compare_view(shoot: LiveShoot, before: str, after: str) -> Json:
    """Give what is different between two boards or revisions, as of today.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    entries, production = shoot.entries(), shoot.production()
    one, other = (
        boards.fitted(revisions.schedule_named(entries, name), production)
        for name in (before, after)
    )
    found = compare(production, one.schedule, other.schedule)
    return {
        "before": before,
        "after": after,
        "gone": sorted({*one.gone, *other.gone}),
        **plain_rows(found),
    }
