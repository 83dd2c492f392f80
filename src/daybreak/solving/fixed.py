"""What forbids a strip a day whatever else stands on the board.

Units, windows, pins, availability, and the days of preparation, which end on a date
that no plan can move.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from daybreak.model.calendar import every_date
from daybreak.model.fields import DateRange
from daybreak.model.production import (
    Person,
    Production,
    RuleName,
    Scene,
    Unavailability,
)
from daybreak.solving.engines.arrays import Bytes

SlotDays = Sequence[tuple[str, date]]


def allowed_slots(production: Production, slot_days: SlotDays) -> Bytes:
    """Give a table (scenes, slots): 1 where no fixed fact forbids the strip.

    For a scene of ``days`` the slot is its first day; all its days are looked at.
    """
    dates = np.array([day.toordinal() for _, day in slot_days], dtype=np.int64)
    units = np.array([unit for unit, _ in slot_days])
    free = {person.id: _free(production, person, dates) for person in production.people}
    opened = _opened(production, dates)
    table = np.zeros((len(production.scenes), len(slot_days)), dtype=np.uint8)
    for at, scene in enumerate(production.scenes):
        good = np.isin(units, production.units_of(scene))
        for one in scene.cast:
            good &= free[one]
        for key in (("locations", scene.location), *_elements(scene)):
            good &= opened.get(key, True)
        if scene.window is not None and _binds(production, "window"):
            good &= _inside((scene.window,), dates)
        good = _whole(good, units, scene.days or 1)
        table[at] = _fits_day(production, scene, units, good) & _pinned(
            production, scene, slot_days
        )
    return table


def _binds(production: Production, rule: RuleName) -> bool:
    return production.level(rule) == "blocks"


def _elements(scene: Scene) -> list[tuple[str, str]]:
    return [("elements", one) for one in scene.elements]


def _inside(
    windows: Sequence[DateRange | Unavailability], dates: np.ndarray
) -> np.ndarray:
    inside = np.zeros(len(dates), dtype=bool)
    for window in windows:
        first, last = window.first.toordinal(), window.last.toordinal()
        inside |= (dates >= first) & (dates <= last)
    return inside


def _opened(
    production: Production, dates: np.ndarray
) -> dict[tuple[str, str], np.ndarray]:
    """Give the dates inside the windows of each location and element that has any."""
    opened = {}
    if _binds(production, "location"):
        for location in production.locations:
            if location.windows:
                key = ("locations", location.id)
                opened[key] = _inside(location.windows, dates)
    if _binds(production, "element"):
        for element in production.elements:
            if element.windows:
                opened["elements", element.id] = _inside(element.windows, dates)
    return opened


def _free(production: Production, person: Person, dates: np.ndarray) -> np.ndarray:
    """Give the dates on which a person may work: available, and prepared."""
    free = np.ones(len(dates), dtype=bool)
    if _binds(production, "cast"):
        if person.windows:
            free &= _inside(person.windows, dates)
        free &= ~_inside(person.unavailable, dates)
    if person.prep_days and _binds(production, "prep"):
        free &= dates >= first_prepared(production, person).toordinal()
    return free


def first_prepared(production: Production, person: Person) -> date:
    """Give the first date with a person's days of preparation before it (SPEC 3)."""
    start = person.prep_from or min(unit.start for unit in production.units)
    end = max(unit.end for unit in production.units)
    left = person.prep_days
    holidays = set(production.holidays)
    for day in every_date(start, end):
        if left == 0:
            return day
        if day.weekday() < 5 and day not in holidays and person.is_available(day):
            left -= 1
    return date.max if left or end == date.max else end + timedelta(days=1)


def _whole(good: np.ndarray, units: np.ndarray, days: int) -> np.ndarray:
    """Keep the slots from which ``days`` successive ones of a unit are good."""
    if days == 1:
        return good
    whole = good.copy()
    for step in range(1, days):
        later = np.zeros(len(good), dtype=bool)
        later[:-step] = good[step:] & (units[step:] == units[:-step])
        whole &= later
    return whole


def _fits_day(
    production: Production, scene: Scene, units: np.ndarray, good: np.ndarray
) -> np.ndarray:
    """Take out units whose whole day is too short for the scene."""
    if scene.days is not None or not _binds(production, "capacity"):
        return good
    for unit in production.units:
        minutes = scene.minutes
        if minutes is None:
            minutes = scene.eighths * unit.minutes_per_eighth
        if minutes > unit.day_minutes:
            good = good & (units != unit.id)
    return good


def _pinned(production: Production, scene: Scene, slot_days: SlotDays) -> np.ndarray:
    if scene.pin is None or not _binds(production, "pin"):
        return np.ones(len(slot_days), dtype=bool)
    pin = (scene.pin.unit, scene.pin.date)
    return np.array([day == pin for day in slot_days], dtype=bool)
