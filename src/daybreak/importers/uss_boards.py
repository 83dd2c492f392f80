"""Stripboards of a schedule file: which strips stand on which day of a board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from daybreak.importers.json_tree import JsonObject
from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.uss_document import BreakdownKind, UssBoard, UssStripboard
from daybreak.importers.uss_fields import Fields

BONEYARD = "boneyard"
DAYS_MOST = 5_000
"""Days of one board, with those on which nothing is shot."""
_LISTS = ("breakdownIds", "breakdownArrays", "breakdowns")
Kinds = Mapping[str, BreakdownKind]


def stripboard_of(
    thing: JsonObject, known: Kinds, fields: Fields, remarks: Remarks
) -> UssStripboard:
    """Give a stripboard with its boards.

    Parameters
    ----------
    known
        The kind of each breakdown of the file, by id.
    remarks
        Takes ``USS-W03`` for an unknown id and ``USS-W07`` for one that stands
        twice.

    Raises
    ------
    ImportProblem
        ``USS-E08``.
    """
    name = fields.text(thing, "name").strip() or "Stripboard"
    boards = [
        (fields.text(one, "name").strip() or "stripboard", _list_of(one))
        for one in fields.objects(thing, "boards")
    ]
    check = _Check(name, thing.line, known, remarks)
    for title, items in boards:
        if len(items) > DAYS_MOST and any(isinstance(item, list) for item in items):
            remarks.refuse(
                "USS-E08",
                thing.line,
                f'board "{snippet(title)}" has more than {DAYS_MOST:,} days',
                "take out its empty days",
            )
    return UssStripboard(
        name=name,
        line=thing.line,
        calendar=fields.text(thing, "calendar"),
        boards=tuple(_board(title, items, known, check) for title, items in boards),
    )


def is_boneyard(board: UssBoard) -> bool:
    """Tell whether a board holds what stands on no day."""
    return board.name.casefold() == BONEYARD


def _list_of(thing: JsonObject) -> list[Any]:
    for name in _LISTS:
        value = thing.get(name)
        if isinstance(value, list):
            return value
    return []


def _board(name: str, items: list[Any], known: Kinds, check: _Check) -> UssBoard:
    days, has_days = _days(items, known)
    return UssBoard(
        name=name,
        has_days=has_days,
        days=tuple(tuple(check.known(day)) for day in days),
    )


def _days(items: list[Any], known: Kinds) -> tuple[list[list[Any]], bool]:
    """Cut a board into days: lists in it are days, else its day breaks end them."""
    if any(isinstance(item, list) for item in items):
        days = [item if isinstance(item, list) else [item] for item in items]
        return days, True
    breaks = [at for at, item in enumerate(items) if _is_break(item, known)]
    if not breaks:
        return ([items] if items else []), False
    # A board that begins with a break heads its days; else a break ends each.
    days = [[]]
    for item in items[1:] if breaks[0] == 0 else items:
        if _is_break(item, known):
            days.append([])
        else:
            days[-1].append(item)
    return (days if days[-1] or breaks[0] == 0 else days[:-1]), True


def _is_break(item: Any, known: Kinds) -> bool:
    return isinstance(item, str) and known.get(item) == "day"


class _Check:
    """Lets each known strip stand once on a stripboard."""

    def __init__(self, name: str, line: int, known: Kinds, remarks: Remarks) -> None:
        self._name = name
        self._line = line
        self._known = known
        self._remarks = remarks
        self._seen: set[str] = set()

    def known(self, items: list[Any]) -> Iterable[str]:
        for item in items:
            if not isinstance(item, str) or item not in self._known:
                self._warn("USS-W03", f'"{snippet(str(item))}" is no strip of the file')
            elif item in self._seen:
                self._warn("USS-W07", f'"{snippet(item)}" stands twice; first counts')
            else:
                self._seen.add(item)
                if self._known[item] != "day":
                    yield item

    def _warn(self, code: str, what: str) -> None:
        self._remarks.warn(
            code,
            self._line,
            f'stripboard "{snippet(self._name)}": {what}',
            "check it in the program that wrote the file",
        )
