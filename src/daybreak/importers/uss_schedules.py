"""Boards of a schedule file as schedules of the production that was made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from daybreak.importers.outcome import ImportedBoard
from daybreak.importers.uss_calendars import ShootCalendar
from daybreak.importers.uss_plans import Plan, banners_of
from daybreak.importers.uss_shifts import shifts_for
from daybreak.model.production import Production, Scene, Unit
from daybreak.model.schedule import Day, Schedule

NAME_KEY, BANNERS_KEY = "board", "banners"
"""Keys of a schedule's ``extra``: the board's name, and its banners."""


def boards_of(
    production: Production,
    plans: Sequence[Plan],
    *,
    calendars: Sequence[ShootCalendar],
    unit_ids: Mapping[str, str],
    scenes: Mapping[str, Scene],
) -> tuple[ImportedBoard, ...]:
    """Give each plan as a schedule: its lists on the dates of its calendar.

    Parameters
    ----------
    calendars
        Of the plans, in their order.
    unit_ids
        By the name of a board.
    scenes
        By breakdown id.
    """
    units = {unit.id: unit for unit in production.units}
    made = []
    for plan, calendar in zip(plans, calendars, strict=False):
        dates = calendar.dates(plan.length)
        days = tuple(
            day
            for name in plan.units
            for day in _days(plan, name, units[unit_ids[name]], dates, scenes)
        )
        kept = banners_of(
            plan,
            unit_ids=unit_ids,
            dates=dates,
            scene_ids={key: scene.id for key, scene in scenes.items()},
        )
        schedule = Schedule(
            days=tuple(sorted(days, key=lambda day: (day.date, day.unit))),
            boneyard=tuple(scenes[one].id for one in plan.boneyard),
            extra={NAME_KEY: plan.name} | ({BANNERS_KEY: kept} if kept else {}),
        )
        made.append(ImportedBoard(name=plan.name, schedule=schedule))
    return tuple(made)


def _days(
    plan: Plan,
    name: str,
    unit: Unit,
    dates: Sequence[date],
    scenes: Mapping[str, Scene],
) -> tuple[Day, ...]:
    by_number = {scene.number: scene for scene in scenes.values()}
    found: list[tuple[date, list[Scene]]] = []
    for day in plan.units[name]:
        strips = [scenes[one] for one in day.strips]
        if day.continued in by_number:
            strips.append(by_number[day.continued])
        if strips:
            found.append((dates[day.at], strips))
    shifts = shifts_for(unit, found)
    return tuple(
        Day(
            unit=unit.id,
            date=day,
            shift=shift,
            strips=tuple(dict.fromkeys(scene.id for scene in strips)),
        )
        for (day, strips), shift in zip(found, shifts, strict=True)
    )
