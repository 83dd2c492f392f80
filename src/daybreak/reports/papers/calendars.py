"""Calendars of months: what the cast does, or one of them; where the units shoot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from daybreak.model.calendar import every_date, later
from daybreak.model.errors import UsageError
from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Production, Unit
from daybreak.reports.board_rows import CompanyMove
from daybreak.reports.day_out_of_days import MEANINGS
from daybreak.reports.papers.bars import where_of
from daybreak.reports.papers.date_heads import part_by, refuse_unknown_picture
from daybreak.reports.papers.day_table import days_table
from daybreak.reports.papers.month_sheets import Lines, month_sections
from daybreak.reports.papers.own_days import own_days
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Group,
    Legend,
    Paper,
    Row,
    Section,
    Swatch,
    Table,
    Text,
)
from daybreak.reports.papers.shoot_days import Shoot, ShootDay, shoot_of
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.standing import scene_numbers
from daybreak.reports.person_days import EVENTS, PersonDays, person_days
from daybreak.reports.phrases import show_pages, show_time
from daybreak.reports.stripboard import board_numbers, cast_name

Entries = dict[date, list[Cell]]
STYLES = {"H": "hold"}


def cast_calendar(shown: Shown) -> Paper:
    """Give the months of the cast, by number; of one person where one is wanted.

    Raises
    ------
    UsageError
        When there is no such person, picture or unit.
    """
    refuse_unknown_picture(shown.production, shown.wanted.picture)
    if shown.wanted.person is not None:
        return _own_calendar(shown)
    wanted = Wanted(picture=shown.wanted.picture, unit=shown.wanted.unit)
    shoot = shoot_of(replace(shown, wanted=wanted))
    people = person_days(shown.production, shown.schedule, picture=shown.wanted.picture)
    entries = _of_cast(shown, shoot, people)
    _enter_breaks(entries, shown, _units(shown.production, shown.wanted.unit))
    tail = (_cast_list(shown, people),)
    below = _legends(shown, shoot, people)
    return _paper(shown, "cast-calendar", entries, tail, "picture", "unit", below=below)


def unit_calendar(shown: Shown) -> Paper:
    """Give the months of the units: day, base, locations, scenes, moves, holidays.

    Raises
    ------
    UsageError
        When there is no such unit or picture.
    """
    refuse_unknown_picture(shown.production, shown.wanted.picture)
    units = _units(shown.production, shown.wanted.unit)
    wanted = Wanted(picture=shown.wanted.picture, unit=shown.wanted.unit)
    shoot = shoot_of(replace(shown, wanted=wanted))
    entries: Entries = defaultdict(list)
    for day in shoot.days:
        for move in day.before:
            if isinstance(move, CompanyMove) and move.days:
                unit = f"{move.unit_name}: " if shoot.has_units else ""
                _enter_move(entries, move, day.edge.date, unit)
        entries[day.edge.date] += _unit_lines(day, shoot)
    _enter_breaks(entries, shown, units)
    tail = (replace(days_table(shoot), where="computed"),)
    return _paper(shown, "unit-calendar", entries, tail, "picture", "unit")


def _paper(
    shown: Shown,
    kind: str,
    entries: Entries,
    tail: Sequence[Block],
    *narrowed: str,
    below: Mapping[date, Legend] | None = None,
) -> Paper:
    lines: dict[date, Lines] = {day: tuple(cells) for day, cells in entries.items()}
    months = month_sections(lines, _styles(shown.production, lines), below)
    if not months:
        months = (Section(blocks=(Text(paragraphs=("Nothing is scheduled.",)),)),)
    return Paper(
        kind=kind,
        title=f"{kind.partition('-')[0].capitalize()} calendar",
        subtitle=part_by(shown, *narrowed),
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=(*months, *((Section(blocks=tuple(tail)),) if tail else ())),
        landscape=True,
    )


def _styles(production: Production, entries: Mapping[date, Lines]) -> dict[date, str]:
    """Give the style of each date of the months that are shown."""
    if not entries:
        return {}
    worked = {name for unit in production.units for name in unit.workweek}
    first, last = min(entries).replace(day=1), later(max(entries), 31)
    styles = {
        day: "rest"
        for day in every_date(first, last)
        if WEEKDAYS[day.weekday()] not in worked
    }
    return styles | {
        day: "holiday" for day in production.holidays if first <= day <= last
    }


# --- the cast ----------------------------------------------------------------------


def _of_cast(shown: Shown, shoot: Shoot, people: Iterable[PersonDays]) -> Entries:
    numbers = board_numbers(shown.production)
    entries: Entries = defaultdict(list)
    for day in shoot.days:
        cast = {number for shot in day.shots for number in shot.strip.cast}
        entries[day.edge.date] += [
            Cell(_day_name(day, shoot), "soft"),
            Cell(", ".join(map(str, sorted(cast))) or "no cast", "work"),
        ]
    others: dict[date, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for one in people:
        number = numbers[one.person.id]
        for on in one.held:
            others[on]["H"].add(number)
        for event in one.person.events if one.on else ():
            for on in _near(event.first, event.last, one.on):
                others[on][EVENTS[event.kind]].add(number)
    for on, codes in others.items():
        for code, held in sorted(codes.items()):
            style = STYLES.get(code, "event")
            entries[on].append(Cell(f"{code} {_listed(held)}", style))
    return entries


def _legends(
    shown: Shown, shoot: Shoot, people: Iterable[PersonDays]
) -> dict[date, Legend]:
    """Give by month who is called or held in it, by number, and what codes mean."""
    numbers = board_numbers(shown.production)
    by_month: dict[date, dict[int, str]] = defaultdict(dict)
    codes: dict[date, set[str]] = defaultdict(set)
    shot = {day.edge.date for day in shoot.days}
    for one in people:
        name = cast_name(one.person)
        for day in one.held.union(shot.intersection(one.on)):
            by_month[day.replace(day=1)][numbers[one.person.id]] = name
        for day in one.held:
            codes[day.replace(day=1)].add("H")
        for event in one.person.events if one.on else ():
            for day in _near(event.first, event.last, one.on):
                by_month[day.replace(day=1)][numbers[one.person.id]] = name
                codes[day.replace(day=1)].add(EVENTS[event.kind])
    return {
        month: Legend(
            swatches=(
                *(
                    Swatch(style="", code=str(number), label=name)
                    for number, name in sorted(of.items())
                ),
                *(
                    Swatch(style=STYLES.get(code, "event"), code=code, label=said)
                    for code, said in MEANINGS.items()
                    if code in codes[month]
                ),
            )
        )
        for month, of in by_month.items()
    }


def _day_name(day: ShootDay, shoot: Shoot) -> str:
    """Give ``Day 12``, or ``Main unit day 12`` where there are several units."""
    several = shoot.board.several_units
    return (
        f"{day.edge.unit_name} day {day.edge.number}"
        if several
        else f"Day {day.edge.number}"
    )


def _near(first: date, last: date, on: Sequence[date]) -> Iterable[date]:
    """Give the dates of an event that lie within half a year of the person's work."""
    start = max(first.toordinal(), on[0].toordinal() - 183)
    end = min(last.toordinal(), on[-1].toordinal() + 183)
    return map(date.fromordinal, range(start, end + 1))


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))


def _cast_list(shown: Shown, people: Iterable[PersonDays]) -> Table:
    numbers = board_numbers(shown.production)
    rows: list[tuple[date, int, str, str]] = sorted(
        (day, numbers[one.person.id], cast_name(one.person), one.work_code(day) or "H")
        for one in people
        for day in {*one.on, *one.held}
    )
    return Table(
        name="dates",
        columns=(
            Column(key="date", label="Date", form="date"),
            Column(key="number", label="No.", form="number", align="right"),
            Column(key="name", label="Cast"),
            Column(key="code", label="Code", form="code"),
        ),
        groups=tuple(
            Group(rows=(Row(cells=tuple(Cell(value) for value in row)),))
            for row in rows
        ),
        where="computed",
    )


def _own_calendar(shown: Shown) -> Paper:
    own = own_days(shown)
    entries: Entries = defaultdict(list)
    for day in own.worked:
        entries[day.date] += [
            Cell(day.code, "work" if day.code == "W" else "start"),
            Cell(day.hours),
            Cell(", ".join(day.places)),
            Cell(f"Sc {', '.join(day.scenes)}", "soft"),
        ]
    for one in own.days.held:
        entries[one].append(Cell("H held", "hold"))
    for drop in own.days.drops:
        entries[drop.first].append(Cell("D released", "drop"))
    for one, what in own.events:
        entries[one].append(Cell(what, "event"))
    _enter_breaks(entries, shown, shown.production.units)
    return _paper(shown, "cast-calendar", entries, (), "picture", "person")


# --- the units ---------------------------------------------------------------------


def _units(production: Production, wanted: str | None) -> tuple[Unit, ...]:
    units = tuple(one for one in production.units if wanted in (None, one.id))
    if not units:
        known = ", ".join(one.id for one in production.units)
        raise UsageError(f"There is no unit {wanted!r}.\nMaybe one of: {known}")
    return units


def _unit_lines(day: ShootDay, shoot: Shoot) -> Iterator[Cell]:
    edge = day.edge
    shift = "" if edge.shift == "day" else f", {edge.shift}"
    night = "int-night" if edge.shift == "night" else "ext-day"
    yield Cell(f"{_day_name(day, shoot)}{shift}", night)
    places = tuple(dict.fromkeys(shot.strip.location for shot in day.shots))
    yield Cell(where_of(edge.base if shoot.board.several_bases else "", places))
    hours = f"{show_time(edge.call)}-{show_time(edge.wrap)}"
    yield Cell(f"{hours}, {show_pages(edge.eighths)}", "soft")
    numbers = scene_numbers(day.shots, lettered=shoot.has_pictures, ordered=False)
    yield Cell(f"Sc {numbers}", "soft")


def _enter_move(entries: Entries, move: CompanyMove, arrival: date, unit: str) -> None:
    for before in range(move.days, 0, -1):
        day = arrival - timedelta(days=before)
        entries[day].append(Cell(f"{unit}Move to {move.target}", "banner"))


def _enter_breaks(entries: Entries, shown: Shown, units: Sequence[Unit]) -> None:
    """Note holidays and hiatuses between the days of shooting.

    A month in which nothing else stands gets no sheet of its own for them.
    """
    days = [day.date for day in shown.schedule.in_order()]
    if not days:
        return
    first, last = days[0], days[-1]
    months = {(day.year, day.month) for day in entries}
    for day in shown.production.holidays:
        if first <= day <= last and (day.year, day.month) in months:
            entries[day].append(Cell("Holiday", "holiday"))
    for hiatus in shown.production.hiatuses:
        of = [one for one in units if hiatus.units is None or one.id in hiatus.units]
        start, end = max(first, hiatus.first), min(last, hiatus.last)
        if of and start <= end:
            names = ", ".join(one.name for one in of) if len(of) < len(units) else ""
            said = ": ".join(filter(None, (names, hiatus.reason or "Hiatus")))
            for day in every_date(start, end):
                if (day.year, day.month) in months:
                    entries[day].append(Cell(said, "holiday"))
