"""The board of a one-liner: its shooting days as a schedule of its production."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from daybreak.importers.outcome import ImportedBoard
from daybreak.importers.shoot import Settings
from daybreak.importers.tables_breaks import DayTold
from daybreak.importers.tables_columns import Columns
from daybreak.importers.tables_production import MadeOfStrips, work_of
from daybreak.importers.tables_remarks import CellReader, CellRemarks
from daybreak.importers.tables_strips import Strip
from daybreak.importers.uss_shifts import shifts_for
from daybreak.model.fields import WEEKDAYS, Weekday
from daybreak.model.schedule import Day, Schedule

DAY_MOST = 24 * 60
_ROUNDED_TO = 30
_DAYS_MOST = 3_000


@dataclass(frozen=True, slots=True)
class LongestDay:
    """The longest day of a board: minutes of work, moves among them, and scenes."""

    minutes: int
    strips: int
    told: DayTold

    @property
    def rounded(self) -> int:
        """Its minutes, up to the next half hour."""
        return min(DAY_MOST, -(-self.minutes // _ROUNDED_TO) * _ROUNDED_TO)


def longest_day(strips: Sequence[Strip], settings: Settings) -> LongestDay | None:
    """Give the longest day that a board has, None where it has no day.

    Scenes over several days say nothing of the length of one.
    """
    groups: dict[tuple[str, DayTold], list[Strip]] = {}
    for strip in strips:
        if strip.day is not None and not strip.days:
            groups.setdefault((strip.unit, strip.day), []).append(strip)
    return max(
        (_length(told, day, settings) for (_, told), day in groups.items()),
        key=lambda one: one.minutes,
        default=None,
    )


def _length(told: DayTold, day: Sequence[Strip], settings: Settings) -> LongestDay:
    places = [strip.location or strip.set.partition(" - ")[0] for strip in day]
    moves = sum(one != other for one, other in pairwise(places))
    work = sum(work_of(strip, settings) for strip in day)
    minutes = work + moves * settings.tier.move_minutes.value
    return LongestDay(minutes, len(day), told)


def weekdays_of(strips: Iterable[Strip]) -> set[Weekday]:
    """Give the weekdays of the dates that strips stand on."""
    return {
        WEEKDAYS[strip.day.date.weekday()]
        for strip in strips
        if strip.day is not None and strip.day.date is not None
    }


def check_days(columns: Columns, strips: Sequence[Strip], remarks: CellRemarks) -> None:
    """Note a day whose number stands beside two dates."""
    dates: dict[tuple[str, int], date] = {}
    lines = {line.number: line for line in columns.sheet.lines}
    for strip in strips:
        told = strip.day
        if told is None or told.number is None or told.date is None:
            continue
        first = dates.setdefault((strip.unit, told.number), told.date)
        if first != told.date and "date" in columns.by_field:
            cells = CellReader(lines[strip.line], columns.by_field, remarks)
            cells.error(
                "date",
                f"{{value}} is another date of day {told.number} than {first}",
                "give each shooting day one date",
                code="TAB-E18",
            )


def board_of(
    made: MadeOfStrips,
    strips: Sequence[Strip],
    *,
    name: str,
    is_holiday: Callable[[date], bool],
) -> ImportedBoard | None:
    """Give the board of a one-liner, None where no scene stands on a day.

    Days that have a number alone are counted along the working dates of the units.

    Parameters
    ----------
    made
        The production of the strips.
    strips
        The same strips.
    name
        What to call the board.
    is_holiday
        Tells which dates are no working dates.
    """
    if not any(strip.day for strip in strips):
        return None
    dates = _dates_of(made, strips, is_holiday)
    days = tuple(_days(made, strips, dates))
    stands = {scene for day in days for scene in day.strips}
    scenes = made.production.scenes
    boneyard = tuple(one.id for one in scenes if one.id not in stands)
    return ImportedBoard(name=name, schedule=Schedule(days=days, boneyard=boneyard))


def _dates_of(
    made: MadeOfStrips, strips: Sequence[Strip], is_holiday: Callable[[date], bool]
) -> list[date | None]:
    """Give the date of each strip."""
    told = {
        (strip.unit, strip.day.number): strip.day.date
        for strip in strips
        if strip.day is not None and strip.day.number and strip.day.date
    }
    unit = made.production.units[0]
    most = max((strip.day.number or 0 for strip in strips if strip.day), default=0)
    counted = _working_dates(
        unit.start, min(most, _DAYS_MOST), unit.workweek, is_holiday
    )

    def date_of(strip: Strip) -> date | None:
        if strip.day is None:
            return None
        if strip.day.date is not None:
            return strip.day.date
        number = strip.day.number or 1
        known = told.get((strip.unit, number))
        return known or counted[min(max(number, 1), len(counted)) - 1]

    return [date_of(strip) for strip in strips]


def _working_dates(
    start: date,
    count: int,
    workweek: Sequence[Weekday],
    is_holiday: Callable[[date], bool],
) -> list[date]:
    found: list[date] = []
    day = start
    while len(found) < max(1, count):
        if WEEKDAYS[day.weekday()] in workweek and not is_holiday(day):
            found.append(day)
        day += timedelta(days=1)
    return found


def _days(
    made: MadeOfStrips, strips: Sequence[Strip], dates: Sequence[date | None]
) -> Iterator[Day]:
    units = {unit.name: unit.id for unit in made.production.units}
    first = made.production.units[0].id
    boards: dict[str, dict[date, list[int]]] = {}
    for at, (strip, day) in enumerate(zip(strips, dates, strict=True)):
        if day is not None:
            unit = units.get(strip.unit, first)
            boards.setdefault(unit, {}).setdefault(day, []).append(at)
    for unit, board in boards.items():
        yield from _unit_days(made, strips, unit, board)


def _unit_days(
    made: MadeOfStrips,
    strips: Sequence[Strip],
    unit_id: str,
    board: dict[date, list[int]],
) -> Iterator[Day]:
    scenes = {scene.id: scene for scene in made.production.scenes}
    unit = next(one for one in made.production.units if one.id == unit_id)
    order = sorted(board)
    needed = shifts_for(
        unit,
        [(day, [scenes[made.scene_of[at]] for at in board[day]]) for day in order],
    )
    for day, otherwise in zip(order, needed, strict=True):
        told = next((strips[at].shift for at in board[day] if strips[at].shift), None)
        yield Day(
            unit=unit_id,
            date=day,
            shift=told or otherwise,
            strips=tuple(dict.fromkeys(made.scene_of[at] for at in board[day])),
        )
