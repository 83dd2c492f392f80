"""Revisions: boards frozen for good, each with the next color of paper.

White goes out first, then blue, pink and so on; after the last color a second round
begins, ``2nd white``. The colors are those of the trade; a document may have its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.schedule import Schedule
from daybreak.store.boards import board_named, boards, schedule_of
from daybreak.store.entry import Entry
from daybreak.store.own_paths import COLORS, REVISION, key_of, under
from daybreak.store.undoing import counting

STANDARD_COLORS = (
    *("white", "blue", "pink", "yellow", "green"),
    *("goldenrod", "buff", "salmon", "cherry"),
)
COLORS_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A frozen board.

    Parameters
    ----------
    number
        From 1; never given twice.
    color
        ``pink``, ``2nd white``.
    board
        The board that was frozen.
    date
        The date that it bears.
    note
        What it is for.
    data
        The schedule as JSON.
    entry
        The entry that froze it.
    """

    number: int
    color: str
    board: str
    date: date
    note: str
    data: Mapping[str, Any]
    entry: Entry

    @property
    def schedule(self) -> Schedule:
        """The frozen schedule."""
        return schedule_of(self.data, self.color)


def revisions(entries: Sequence[Entry]) -> tuple[Revision, ...]:
    """Give the revisions by rising number."""
    return tuple(_revision(one) for one in under(counting(entries), REVISION))


def colors(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Give the colors of a document in their order."""
    found: Sequence[str] = STANDARD_COLORS
    for one in under(counting(entries), COLORS):
        found = STANDARD_COLORS if one.action == "remove" else one.value
    return tuple(found)


def color_of(number: int, names: Sequence[str]) -> str:
    """Give the color of the revision that follows ``number`` others.

    Examples
    --------
    >>> color_of(1, ("white", "blue")), color_of(2, ("white", "blue"))
    ('blue', '2nd white')
    """
    turn, place = divmod(number, len(names))
    return names[place] if turn == 0 else f"{_ordinal(turn + 1)} {names[place]}"


def colored(names: Sequence[str], *, by: str, at: datetime) -> Entry:
    """Give the entry that sets the colors of a document.

    Raises
    ------
    UsageError
        When there is none, one stands twice, or one is no word.
    """
    given = [one.strip() for one in names]
    if not 0 < len(given) <= COLORS_MOST or not all(one.isalpha() for one in given):
        raise UsageError(
            "The colors are words, such as white,blue,pink; "
            f"at least 1 and at most {COLORS_MOST}."
        )
    if len(set(given)) < len(given):
        raise UsageError("A color stands twice.\nMaybe leave one of them out.")
    return Entry(path=COLORS, value=given, entered_by=by, entered_at=at)


def frozen(
    entries: Sequence[Entry],
    board: str,
    *,
    day: date,
    by: str,
    at: datetime,
    note: str = "",
) -> Entry:
    """Give the entry that freezes a board with the next color.

    Raises
    ------
    UsageError
        When there is no such board.
    """
    data = board_named(entries, board).data
    color = color_of(len(revisions(entries)), colors(entries))
    number = 1 + max(
        (int(key_of(one.path)) for one in under(entries, REVISION)), default=0
    )
    value = {
        "color": color,
        "board": board,
        "date": day.isoformat(),
        "note": note,
        "schedule": data,
    }
    return Entry(
        path=f"{REVISION}/{number}",
        value=value,
        note=note,
        entered_by=by,
        entered_at=at,
    )


def named(entries: Sequence[Entry], name: str) -> Revision | None:
    """Give the revision of a color or number, None where there is none.

    Where a color came up twice by a change of the list, the later one.
    """
    for one in reversed(revisions(entries)):
        if name.strip().lower() in (one.color.lower(), str(one.number)):
            return one
    return None


def schedule_named(entries: Sequence[Entry], name: str) -> Schedule:
    """Give the schedule of a board, or else of a revision, by name.

    Raises
    ------
    UsageError
        When there is neither; it says which there are.
    """
    found = boards(entries).get(name) or named(entries, name)
    if found is not None:
        return found.schedule
    there = [*boards(entries), *(one.color for one in revisions(entries))]
    raise UsageError(
        f'There is no board or revision "{name}".\n'
        f"Maybe one of these: {', '.join(there) or 'none yet'}."
    )


def _revision(entry: Entry) -> Revision:
    value = entry.value
    return Revision(
        number=int(key_of(entry.path)),
        color=value["color"],
        board=value["board"],
        date=date.fromisoformat(value["date"]),
        note=value["note"],
        data=value["schedule"],
        entry=entry,
    )


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
