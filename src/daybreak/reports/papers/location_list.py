"""The locations by base: sets, scenes, dates, windows and fees, and all moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from daybreak.model.calendar import Calendar, calendar_of
from daybreak.model.production import Location
from daybreak.reports.board_rows import CompanyMove
from daybreak.reports.papers.board_parts import board_paper, shown_part
from daybreak.reports.papers.paper import (
    Bar,
    Cell,
    Column,
    Group,
    Paper,
    Row,
    Section,
    Table,
    Where,
)
from daybreak.reports.papers.shoot_days import Shoot, Shot, eighths_of, shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.standing import (
    days_of,
    scene_numbers,
    show_dates,
    show_windows,
)
from daybreak.reports.papers.told_columns import told_columns
from daybreak.reports.phrases import count_of

COLUMNS = (
    Column(key="base", label="Base", where="computed"),
    Column(key="location", label="Location", width=2.2),
    Column(key="sets", label="Sets", width=2.6),
    Column(key="scenes", label="Scenes", width=2.0),
    Column(key="pages", label="Pages", form="eighths", width=0.8, align="right"),
    Column(key="days", label="Days", form="number", width=0.6, align="right"),
    Column(key="first", label="First", form="date", width=1.4, where="computed"),
    Column(key="last", label="Last", form="date", width=1.4, where="computed"),
    Column(key="dates", label="Used on", width=3.0),
    Column(key="held", label="Held", form="number", width=0.6, align="right"),
    Column(key="held_dates", label="Held on", width=2.4, where="computed"),
    Column(key="windows", label="Open", width=2.2),
    Column(key="day_fee", label="A day", form="money", width=0.9, align="right"),
    Column(key="hold_fee", label="Held day", form="money", width=0.9, align="right"),
    Column(key="cost", label="Fees", form="money", width=1.0, align="right"),
    Column(key="location_id", label="Location id", form="id", where="computed"),
)
MOVE_COLUMNS = (
    Column(key="move", label="Move", form="code", width=1.0),
    Column(key="from", label="From", width=2.4),
    Column(key="to", label="To", width=2.4),
    Column(key="days", label="Days", form="number", width=0.6, align="right"),
    Column(key="cost", label="Cost", form="money", width=1.0, align="right"),
)


def location_list(shown: Shown) -> Paper:
    """Give the locations by base, then every company move and move inside a day."""
    shoot = shoot_of(shown)
    groups = tuple(_Places(shown, shoot).groups())
    places = Table(
        name="locations",
        columns=told_columns(COLUMNS, groups),
        groups=groups,
        totals=(_total(shown, shoot),) if not shown_part(shown) else (),
        pinned=2,
        empty="Nothing is shot anywhere.",
    )
    rows = tuple(_moves(shown, shoot))
    made = tuple(Group(rows=(row,)) for row in rows)
    columns = _move_columns(shoot)
    moves = Table(
        name="moves",
        columns=told_columns(columns, made),
        groups=made,
        totals=(_moves_total(columns, rows),) if rows else (),
        empty="Nobody moves.",
    )
    sections = (
        Section(blocks=(places,)),
        Section(title="Moves", blocks=(moves,)),
    )
    return board_paper(shown, sections, kind="locations", title="Locations")


class _Places:
    """Makes the rows of locations, base by base."""

    def __init__(self, shown: Shown, shoot: Shoot) -> None:
        self.production = shown.production
        self.calendar = calendar_of(shown.production)
        self.is_whole = not shown_part(shown)
        self.lettered = shoot.has_pictures
        self.shots: dict[str, list[Shot]] = defaultdict(list)
        for shot in (*shoot.shots, *shoot.boneyard):
            self.shots[shot.scene.location].append(shot)
        self.fees: dict[str, int] = defaultdict(int)
        for item in shown.costs.of_line("locations"):
            self.fees[item.location or ""] += item.amount

    def groups(self) -> Iterator[Group]:
        for base in self.production.bases:
            rows = [
                self.row(base.name, one)
                for one in self.production.locations
                if one.base == base.id and (self.is_whole or self.shots[one.id])
            ]
            if rows:
                count = count_of(len(rows), "location")
                bar = Bar(left=base.name, right=count, style="banner")
                yield Group(rows=(bar, *rows))

    def row(self, base: str, place: Location) -> Row:
        shots = self.shots[place.id]
        dates = sorted({day.date for day in days_of(shots)})
        held = _held(place, dates, self.calendar) if self.is_whole else ()
        values = (
            base,
            place.name,
            "; ".join(dict.fromkeys(shot.strip.set for shot in shots)) or None,
            scene_numbers(shots, lettered=self.lettered) or None,
            eighths_of(shot for shot in shots if shot.edge),
            len(dates),
            dates[0] if dates else None,
            dates[-1] if dates else None,
            show_dates(dates) or None,
            len(held) or None,
            show_dates(held) or None,
            show_windows(place.windows) or None,
            place.day_fee or None,
            place.hold_fee or None,
            (self.fees[place.id] or None) if self.is_whole else None,
            place.id,
        )
        return Row(cells=tuple(map(Cell, values)))


def _held(
    place: Location, used: Sequence[date], calendar: Calendar
) -> tuple[date, ...]:
    """Give the dates between two uses that are paid to hold it (SPEC 4)."""
    if not used or not place.hold_fee:
        return ()
    inside = (one for one in calendar.locations[place.id] if used[0] < one < used[-1])
    return tuple(one for one in inside if one not in used)


def _moves_total(columns: Sequence[Column], rows: Sequence[Row]) -> Row:
    cost = [one.key for one in columns].index("cost")
    amounts = [row.cells[cost].value for row in rows]
    sums: dict[str, str | int] = {
        "from": f"In all: {count_of(len(rows), 'move')}",
        "cost": sum(one for one in amounts if isinstance(one, int)),
    }
    return Row(cells=tuple(Cell(sums.get(one.key)) for one in columns), style="title")


def _total(shown: Shown, shoot: Shoot) -> Row:
    count = count_of(len(shown.production.locations), "location")
    sums: dict[str, str | int] = {
        "location": f"In all: {count}",
        "pages": eighths_of(shoot.shots),
        "cost": shown.costs.lines["locations"],
    }
    return Row(cells=tuple(Cell(sums.get(one.key)) for one in COLUMNS), style="title")


def _move_columns(shoot: Shoot) -> tuple[Column, ...]:
    """Give the columns; the unit is for programs alone where there is one."""
    units: Where = "everywhere" if shoot.has_units else "computed"
    return (
        Column(key="date", label="Date", form="date", width=1.5),
        Column(key="arrives", label="Shoots on", form="date", width=1.5),
        Column(key="unit", label="Unit", width=1.4, where=units),
        *MOVE_COLUMNS,
    )


def _moves(shown: Shown, shoot: Shoot) -> Iterator[Row]:
    """Yield company moves before their day, then the moves inside it."""
    costs = {one.id: one.move_cost for one in shown.production.units}
    for day in shoot.days:
        edge = day.edge
        for row in day.before:
            if isinstance(row, CompanyMove):
                yield _move(
                    *(row.first or edge.date, edge.date, row.unit_name, "company"),
                    *(row.origin, row.target, row.days or None, row.cost or None),
                )
        for one, other in pairwise(day.shots):
            if one.scene.location != other.scene.location:
                origin, target = one.strip.location, other.strip.location
                cost = costs[edge.unit] or None
                yield _move(
                    *(edge.date, None, edge.unit_name, "in the day"),
                    *(origin, target, None, cost),
                )


def _move(*values: str | int | date | None) -> Row:
    return Row(cells=tuple(map(Cell, values)))
