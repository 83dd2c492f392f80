"""Bars of the board papers: day and week edges, dates without shooting, moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from daybreak.model.calendar import every_date
from daybreak.model.daylight import Sun
from daybreak.reports.board_lines import FREE
from daybreak.reports.board_rows import CompanyMove, DayBreak, FreeDates, WeekBar
from daybreak.reports.papers.paper import Bar
from daybreak.reports.papers.shoot_days import Between, Shoot, ShootDay
from daybreak.reports.papers.standing import show_dates
from daybreak.reports.phrases import (
    count_of,
    show_date,
    show_hours,
    show_money,
    show_pages,
    show_range,
    show_time,
)

FOLD_FROM = 3
"""So many successive lines of dates without shooting become one."""


def bars_before(
    rows: Iterable[Between], shoot: Shoot, *, priced: bool
) -> Iterator[Bar]:
    """Give the bars of what lies before a day; ``priced`` says what it costs.

    Weekends, holidays and idle dates in turn are one line, a hiatus has its own. What
    lies inside a company move is told by its line.
    """
    currency = shoot.production.currency if priced else ""
    told = list(rows)
    free = [row for row in told if isinstance(row, FreeDates)]
    moves = [row for row in told if isinstance(row, CompanyMove)]
    idle = 0
    while free and _is_inside(free[-1], moves):
        idle += free.pop().cost
    for is_foldable, run in groupby(free, key=lambda row: row.what != "hiatus"):
        successive = list(run)
        if is_foldable and len(successive) >= FOLD_FROM:
            yield _folded(successive, currency)
        else:
            yield from (_free(row, currency) for row in successive)
    for place, move in enumerate(moves):
        yield _company_move(move, shoot, currency, 0 if place else idle)


def _is_inside(row: FreeDates, moves: Sequence[CompanyMove]) -> bool:
    """Tell whether dates lie inside a company move and are nothing else."""
    return row.what in ("rest", "travel") and any(
        one.first and one.last and one.first <= row.first and row.last <= one.last
        for one in moves
    )


def _folded(rows: Sequence[FreeDates], currency: str) -> Bar:
    """Give one line for dates without shooting, with the holidays among them."""
    first, last = rows[0].first, rows[-1].last
    parts = [count_of((last - first).days + 1, "day")]
    holidays = [
        day
        for row in rows
        if row.what == "holiday"
        for day in every_date(row.first, row.last)
    ]
    if holidays:
        count = count_of(len(holidays), "holiday")
        parts.append(f"{count}: {show_dates(holidays)}")
    cost = sum(row.cost for row in rows)
    if cost and currency:
        parts.append(f"idle {show_money(cost, currency)}")
    return Bar(
        left=f"{FREE['idle']}  {show_range(first, last)}",
        right=" · ".join(parts),
        style="rest",
    )


def _free(row: FreeDates, currency: str) -> Bar:
    reason = f": {row.reason}" if row.reason else ""
    end = count_of((row.last - row.first).days + 1, "day")
    if row.cost and currency:
        end += f" · idle {show_money(row.cost, currency)}"
    return Bar(
        left=f"{FREE[row.what]}{reason}  {show_range(row.first, row.last)}",
        right=end,
        style="holiday" if row.what in ("holiday", "hiatus") else "rest",
    )


def _company_move(row: CompanyMove, shoot: Shoot, currency: str, idle: int) -> Bar:
    parts = [count_of(row.days, "day")] if row.days else []
    if currency:
        parts.append(show_money(row.cost, currency))
    if currency and idle:
        parts.append(f"idle {show_money(idle, currency)}")
    unit = unit_in_bars(row, shoot)
    dates = f"  {show_range(row.first, row.last)}" if row.first and row.last else ""
    return Bar(
        left=f"COMPANY MOVE{unit}  {row.origin} to {row.target}{dates}",
        right=" · ".join(parts),
        style="banner",
    )


def day_bars(day: ShootDay, shoot: Shoot, *, priced: bool) -> Iterator[Bar]:
    """Give the edge below a day, and a bar for what is broken on it."""
    edge = day.edge
    start = (
        f"END OF{unit_in_bars(edge, shoot)} DAY {edge.number}  "
        f"{show_date(edge.date)}  {show_pages(edge.eighths)}"
    )
    parts = _work(day, shoot)
    if priced and not shoot.is_part:
        cost = show_money(edge.cost, shoot.production.currency)
        parts.append(f"Day cost {cost}")
    yield Bar(left=start, right=" · ".join(parts), style="day-break")
    yield from conflict_bars(edge)


def conflict_bars(edge: DayBreak) -> Iterator[Bar]:
    """Give a bar that names the rules broken on a day; none where all is well."""
    if edge.broken:
        yield Bar(left=f"BREAKS: {', '.join(edge.broken)}", style="conflict")


def _work(day: ShootDay, shoot: Shoot) -> list[str]:
    edge = day.edge
    parts = [hours_of(edge), cast_of(edge)]
    if edge.extras:
        parts.append(f"{edge.extras} extras")
    if edge.moves:
        parts.append(count_of(edge.moves, "move"))
    if shoot.board.several_bases and edge.base:
        parts.append(edge.base)
    if day.sun:
        parts.append(show_sun(day.sun))
    parts.append(show_shift(edge))
    return parts


def week_bar(bar: WeekBar, shoot: Shoot, *, priced: bool) -> Bar:
    """Give the edge below a week."""
    parts = [count_of(bar.days, "day"), show_pages(bar.eighths)]
    if priced and not shoot.is_part:
        parts.append(show_money(bar.cost, shoot.production.currency))
    return Bar(
        left=f"END OF WEEK {bar.number}  {show_range(bar.first, bar.last)}",
        right=" · ".join(parts),
        style="week-bar",
    )


def boneyard_bar(shoot: Shoot) -> Bar:
    """Give the bar above the strips that stand on no day."""
    eighths = sum(shot.eighths for shot in shoot.boneyard)
    count = count_of(len(shoot.boneyard), "strip")
    return Bar(
        left="BONEYARD: STANDS ON NO DAY",
        right=f"{count} · {show_pages(eighths)}",
        style="boneyard",
    )


def unit_in_bars(row: DayBreak | CompanyMove, shoot: Shoot) -> str:
    """Give the unit's name in capitals after a blank, where there are several."""
    return f" {row.unit_name.upper()}" if shoot.board.several_units else ""


def hours_of(edge: DayBreak) -> str:
    """Give the work of a day beside what fits: ``6h15 of 10h00``."""
    return f"{show_hours(edge.minutes)} of {show_hours(edge.day_minutes)}"


def cast_of(edge: DayBreak) -> str:
    """Give how many of the cast a day calls: ``7 cast``."""
    return f"{edge.cast or 'no'} cast"


def where_of(base: str, locations: Sequence[str]) -> str:
    """Give where a day is: its base and locations, nothing said twice.

    A base is left out where each location names it: ``London, backlot``.

    Examples
    --------
    >>> where_of("Norway", ("Norway, cliff", "Norway, fjord"))
    'Norway, cliff, Norway, fjord'
    >>> where_of("Town", ("Pier", "Saltworks"))
    'Town: Pier, Saltworks'
    """
    said = ", ".join(locations)
    if base and not all(_names(one, base) for one in locations):
        return f"{base}: {said}"
    return said or base


def _names(location: str, base: str) -> bool:
    place = location.partition(",")[0].strip().casefold()
    words = base.casefold().replace(",", " ").split()
    return place == base.casefold() or place in words


def show_shift(edge: DayBreak) -> str:
    """Give call and wrap of a day: ``Night call 18:00, wrap 06:00``."""
    kind = "Call" if edge.shift == "day" else f"{edge.shift.title()} call"
    return f"{kind} {show_time(edge.call)}, wrap {show_time(edge.wrap)}"


def show_sun(sun: Sun) -> str:
    """Give sunrise and sunset: ``Sun 06:02-17:48``."""
    if sun.rise is None or sun.sets is None:
        return "Sun up all day" if sun.stays_up else "No sunrise"
    return f"Sun {show_time(sun.rise)}-{show_time(sun.sets)}"
