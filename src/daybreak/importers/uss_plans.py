"""Stripboards of a schedule file on their way to schedules of a production."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from daybreak.importers.uss_boards import is_boneyard
from daybreak.importers.uss_document import (
    UssBoard,
    UssBreakdown,
    UssDocument,
    UssStripboard,
)
from daybreak.importers.uss_scenes import DraftedScene
from daybreak.model.schedule_standard import read_continued

FIRST_BOARD = "stripboard"
MINUTES_MOST = 24 * 60
"""A list that takes longer is no day but an order of everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """One list of a board.

    Parameters
    ----------
    at
        Which date of work of the calendar it is, from 0 on.
    strips
        The breakdown ids of its scenes.
    banners
        Pairs of a banner and how many of the strips stand before it.
    continued
        The number of a scene that began on a day before and goes on.
    """

    at: int
    strips: tuple[str, ...]
    banners: tuple[tuple[UssBreakdown, int], ...] = ()
    continued: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A stripboard with days.

    Parameters
    ----------
    units
        The names of its boards with their days; the first one is the main unit's.
    boneyard
        Breakdown ids of scenes that stand on no day, in the order of the file.
    """

    name: str
    source: UssStripboard
    units: Mapping[str, tuple[PlannedDay, ...]] = field(hash=False)
    boneyard: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """How many dates of work it needs."""
        return max(day.at + 1 for days in self.units.values() for day in days)


@dataclass(frozen=True, slots=True, kw_only=True)
class LongestDay:
    """The longest day of some plans."""

    minutes: int
    plan: str
    number: int
    strips: int


def plans_of(
    document: UssDocument, scenes: Sequence[DraftedScene], eighth_minutes: int
) -> tuple[Plan, ...]:
    """Give the stripboards that have days; a mere order of all scenes is none."""
    minutes = {one.sheet.id: minutes_of(one.sheet, eighth_minutes) for one in scenes}
    sheets = {one.id: one for one in document.breakdowns}
    found: list[Plan] = []
    taken: set[str] = set()
    for stripboard in document.stripboards:
        boards = [one for one in stripboard.boards if not is_boneyard(one)]
        units = {
            name: days
            for board, name in zip(boards, _unit_names(boards), strict=True)
            if (days := tuple(_days(board, sheets))) or not any(board.days)
        }
        if _is_mere_order(units, minutes):
            continue
        stands = {
            strip for days in units.values() for day in days for strip in day.strips
        }
        name = _free(stripboard.name, taken)
        found.append(
            Plan(
                name=name,
                source=stripboard,
                units=units,
                boneyard=tuple(
                    one.sheet.id for one in scenes if one.sheet.id not in stands
                ),
            )
        )
    return tuple(found)


def minutes_of(sheet: UssBreakdown, eighth_minutes: int) -> int:
    """Give the minutes of a scene: those of the file, else by its length."""
    if sheet.minutes is not None:
        return sheet.minutes
    return (sheet.eighths or 0) * eighth_minutes


def _unit_names(boards: Sequence[UssBoard]) -> list[str]:
    """Name the boards; the main unit's is called `FIRST_BOARD` here."""
    first = next(
        (at for at, one in enumerate(boards) if one.name.casefold() == FIRST_BOARD), 0
    )
    taken = {FIRST_BOARD}
    return [
        FIRST_BOARD if at == first else _free(one.name, taken)
        for at, one in enumerate(boards)
    ]


def _free(name: str, taken: set[str]) -> str:
    made, count = name, 2
    while made.casefold() in taken:
        made, count = f"{name} ({count})", count + 1
    taken.add(made.casefold())
    return made


def _is_mere_order(
    units: Mapping[str, tuple[PlannedDay, ...]], minutes: Mapping[str, int]
) -> bool:
    """Tell whether there is no day, or one list that is longer than any day."""
    days = [day for some in units.values() for day in some]
    if len(days) > 1:
        return False
    whole = sum(minutes[strip] for day in days for strip in day.strips)
    return not days or whole > MINUTES_MOST


def _days(board: UssBoard, sheets: Mapping[str, UssBreakdown]) -> Iterator[PlannedDay]:
    if not board.has_days:
        return
    for at, day in enumerate(board.days):
        made = _day(at, [sheets[strip] for strip in day])
        if made.strips or made.banners or made.continued:
            yield made


def _day(at: int, sheets: Sequence[UssBreakdown]) -> PlannedDay:
    strips: list[str] = []
    banners: list[tuple[UssBreakdown, int]] = []
    continued: str | None = None
    for sheet in sheets:
        if sheet.kind == "scene":
            strips.append(sheet.id)
        elif (told := read_continued(sheet.text)) is not None:
            continued = told[0]
        else:
            banners.append((sheet, len(strips)))
    return PlannedDay(
        at=at, strips=tuple(strips), banners=tuple(banners), continued=continued
    )


def whole_days_of(document: UssDocument) -> dict[str, int]:
    """Give, by scene number, the days of scenes that banners continue."""
    told = (
        read_continued(one.text) for one in document.breakdowns if one.kind == "banner"
    )
    return {number: days for number, _, days in filter(None, told) if days > 1}


def longest_day(
    plans: Iterable[Plan],
    scenes: Mapping[str, DraftedScene],
    *,
    eighth_minutes: int,
    move_minutes: int,
    but: frozenset[str],
) -> LongestDay | None:
    """Give the longest day of all plans, moves between locations counted.

    Parameters
    ----------
    scenes
        By breakdown id.
    but
        Numbers of scenes that fill whole days; they say nothing of a day's length.
    """
    found: list[LongestDay] = []
    for plan in plans:
        for day in (day for days in plan.units.values() for day in days):
            strips = [scenes[strip] for strip in day.strips]
            if not strips or any(one.draft.number in but for one in strips):
                continue
            places = [one.draft.location for one in strips]
            moves = sum(a != b for a, b in pairwise(places))
            work = sum(minutes_of(one.sheet, eighth_minutes) for one in strips)
            found.append(
                LongestDay(
                    minutes=work + moves * move_minutes,
                    plan=plan.name,
                    number=day.at + 1,
                    strips=len(strips),
                )
            )
    return max(found, key=lambda day: day.minutes, default=None)


def banners_of(
    plan: Plan,
    *,
    unit_ids: Mapping[str, str],
    dates: Sequence[date],
    scene_ids: Mapping[str, str],
) -> dict[str, Any]:
    """Give the banners of a plan as a schedule keeps them, by key."""
    kept: dict[str, Any] = {}
    for name, days in plan.units.items():
        for day in days:
            for sheet, after in day.banners:
                if not sheet.text.strip():
                    continue
                banner: dict[str, Any] = {
                    "unit": unit_ids[name],
                    "date": dates[day.at].isoformat(),
                    "kind": "note",
                    "text": " ".join(sheet.text.split())[:500],
                }
                if after:
                    banner["after"] = scene_ids[day.strips[after - 1]]
                if sheet.minutes:
                    banner["minutes"] = min(sheet.minutes, MINUTES_MOST)
                kept[sheet.id] = banner
    return kept
