"""A one-liner to a production and its board: what was read, assumed and asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from daybreak.importers.assumptions import shoot_assumptions
from daybreak.importers.defaults import FIVE_DAYS, holiday_test
from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.outcome import (
    SCENES_SHOWN,
    Assumption,
    Imported,
    ImportedBoard,
    counted,
)
from daybreak.importers.places import PlaceNames
from daybreak.importers.remarks import Remarks
from daybreak.importers.shoot import Settings, settings_for
from daybreak.importers.tables import Book, shown
from daybreak.importers.tables_board import (
    LongestDay,
    board_of,
    check_days,
    longest_day,
    weekdays_of,
)
from daybreak.importers.tables_columns import ColumnRead, Columns, find_columns
from daybreak.importers.tables_dates import DateOrder, order_of
from daybreak.importers.tables_fields import ONE_LINER
from daybreak.importers.tables_production import make_production, title_of
from daybreak.importers.tables_remarks import CellRemarks
from daybreak.importers.tables_strips import OneLiner, Strip, read_strips
from daybreak.importers.tiers import TierName
from daybreak.model.eighths import format_eighths
from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Base, Production, Unit

NEEDS = ("scene", "heading", "set")
"""Fields of which a one-liner has at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableImported(Imported):
    """What came out of a table.

    Parameters
    ----------
    columns
        What was read from which column.
    sheet
        The name of the sheet; empty for a text.
    """

    columns: tuple[ColumnRead, ...] = ()
    sheet: str = ""


def import_one_liner(
    book: Book,
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    dates: DateOrder | None = None,
    today: date | None = None,
    start: date | None = None,
    tier: TierName = "micro",
    title: str | None = None,
    units: Sequence[str] = (),
    pages_per_day: Decimal | int | None = None,
    holidays: Sequence[date | str] = (),
    base: Base | None = None,
    locations: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
) -> TableImported:
    """Make a production of a one-liner, and a board of its shooting days.

    Parameters
    ----------
    book
        The file.
    mapping
        Fields by heading where the headings do not tell; ``-`` leaves a column out.
    sheet
        The sheet of a workbook; else the first one with headings.
    dates
        Which number of ``6/3/2027`` is the day; else what the sheet itself tells.
    today
        The date of the import, from which the start is assumed where neither the
        table nor ``start`` tells it.
    start, tier, title, units, pages_per_day, holidays, base, locations
        As `daybreak.importers.breakdown.import_scripts` has them.
    limits
        How many scenes are read at most.

    Raises
    ------
    ImportProblem
        With every cell that cannot be read; nothing was taken in.
    UsageError
        When a setting makes no sense.

    Notes
    -----
    SPEC 1 and 2. docs/importing-tables.md tells what becomes of each column.
    """
    remarks = Remarks(book.file)
    columns = find_columns(
        book,
        ONE_LINER,
        needs=NEEDS,
        mapping=mapping or {},
        sheet=sheet,
        remarks=remarks,
    )
    cells = CellRemarks(remarks, columns.sheet.name)
    found = read_strips(columns, cells, dates or date_order(columns))
    check_days(columns, found.strips, cells)
    cells.refuse_errors()
    _refuse_amount(found, columns, remarks, limits)
    strips = [strip for strip in found.strips if not strip.is_omitted]
    settings = settings_for(
        today=today,
        start=start or _first_date(strips),
        tier=tier,
        workweek=[day for day in WEEKDAYS if day in {*FIVE_DAYS, *weekdays_of(strips)}],
        units=units,
        pages_per_day=pages_per_day,
        holidays=holidays,
        base=base,
    )
    making = _Making(columns, found, strips, settings, longest_day(strips, settings))
    return making.imported(
        book, cells, title_of(book.file, title), PlaceNames(locations or {})
    )


def _first_date(strips: Sequence[Strip]) -> date | None:
    dates = [strip.day.date for strip in strips if strip.day and strip.day.date]
    return min(dates, default=None)


def date_order(columns: Columns) -> DateOrder | None:
    """Give the order of day and month that the cells of a sheet tell."""
    return order_of(
        shown(value)
        for line in columns.body()
        for value in line.cells.values()
        if isinstance(value, str) and "/" in value
    )


def _refuse_amount(
    found: OneLiner, columns: Columns, remarks: Remarks, limits: Limits
) -> None:
    if len(found.strips) > limits.scenes:
        remarks.refuse(
            "SCR-E07",
            found.strips[limits.scenes].line,
            f"the table has more than {limits.scenes:,} scenes",
            "split it into several files",
            column=1 if columns.sheet.name else None,
            sheet=columns.sheet.name,
        )
    if not found.strips:
        remarks.refuse(
            "TAB-E11",
            columns.line.number,
            "no scene stands below the headings",
            'check the columns, and say what they hold with --map "Heading=field"',
        )


class _Making:
    """Makes the production and tells what was taken for granted."""

    def __init__(
        self,
        columns: Columns,
        found: OneLiner,
        strips: Sequence[Strip],
        settings: Settings,
        longest: LongestDay | None,
    ) -> None:
        self._columns = columns
        self._found = found
        self._strips = strips
        self._longest = longest
        self._is_longer = longest is not None and longest.rounded > settings.day_minutes
        self._settings = self._with_room(settings) if self._is_longer else settings

    def _with_room(self, settings: Settings) -> Settings:
        """Give days as long as the longest of the board, at the same pace."""
        day = self._longest.rounded if self._longest else settings.day_minutes
        pages = Decimal(day) / (8 * settings.eighth_minutes)
        return replace(settings, day_minutes=day, pages_per_day=pages)

    def imported(
        self, book: Book, cells: CellRemarks, title: str, places: PlaceNames
    ) -> TableImported:
        """Give the outcome."""
        is_holiday = holiday_test(self._settings.holidays)
        made = make_production(
            self._strips,
            settings=self._settings,
            title=title,
            places=places,
            file=book.file,
        )
        board = board_of(made, self._strips, name=title, is_holiday=is_holiday)
        last = (
            max((day.date for day in board.schedule.days), default=None)
            if board
            else None
        )
        production = replace(
            made.production,
            units=tuple(_until(unit, last) for unit in made.production.units),
        )
        return TableImported(
            production=production,
            assumed=tuple(self._assumed(production, board)),
            questions=(*self._found.questions, *made.questions),
            warnings=(*book.remarks, *cells.done()),
            boards=(board,) if board else (),
            columns=self._columns.all,
            sheet=self._columns.sheet.name,
        )

    def _assumed(
        self, production: Production, board: ImportedBoard | None
    ) -> Iterator[Assumption]:
        yield from shoot_assumptions(production, self._settings)
        total = format_eighths(sum(one.eighths for one in production.scenes))
        yield Assumption(what=f"{total} pages in all, as the table has them")
        if board is not None:
            yield from self._assumed_days(board)
        yield from self._passed_over()
        if any(one.name == f"Cast {one.number}" for one in production.people):
            yield Assumption(
                what="the cast has numbers alone and is called Cast 1, Cast 2 ...",
                source="import a cast list into the production to name them",
                where="people[].name",
            )

    def _assumed_days(self, board: ImportedBoard) -> Iterator[Assumption]:
        days = board.schedule.days
        yield Assumption(
            what=f"the shooting days are a board: {counted(len(days), 'day')}, "
            f"{counted(len(board.schedule.boneyard), 'scene')} in the boneyard",
            source="its shifts are those that the scenes need, where no column tells",
        )
        if not any(strip.day and strip.day.date for strip in self._strips):
            yield Assumption(
                what="days have numbers alone and stand on the working dates from "
                f"{self._settings.start} on",
                where="--start",
            )
        if self._found.filled:
            yield Assumption(
                what="a day that stands beside one scene holds for the scenes below it"
            )
        if self._is_longer and self._longest is not None:
            yield Assumption(
                what=f"a day of {self._settings.day_minutes} minutes",
                source=f"the longest day of the board takes {self._longest.minutes}, "
                "moves among them",
                where="units[].day_minutes",
            )

    def _passed_over(self) -> Iterator[Assumption]:
        omitted = [strip.number for strip in self._found.strips if strip.is_omitted]
        for what, which in (
            ("omitted scenes left out", omitted),
            ("rows that tell days are no scenes", self._found.breaks),
            ("rows of totals were passed over", self._found.totals),
        ):
            if which:
                listed = ", ".join(map(str, which[:SCENES_SHOWN]))
                rest = len(which) - SCENES_SHOWN
                more = f" and {rest} more" if rest > 0 else ""
                yield Assumption(what=f"{what}: {listed}{more}")


def _until(unit: Unit, last: date | None) -> Unit:
    return unit if last is None or last <= unit.end else replace(unit, end=last)
