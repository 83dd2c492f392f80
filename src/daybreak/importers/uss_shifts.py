"""Shifts for the days of a board that tells none: what its scenes need, with rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from daybreak.checking.rules.days import SHIFTS_FOR
from daybreak.model.production import Scene, ShiftName, Unit

_BROKEN = 1000
"""What a broken rule weighs against a shift that is merely less usual."""
_LESS_USUAL: Mapping[ShiftName, int] = {"day": 0, "split": 1, "night": 2}


def shifts_for(
    unit: Unit, days: Sequence[tuple[date, Sequence[Scene]]]
) -> tuple[ShiftName, ...]:
    """Give the shift of each day so that the fewest rules break.

    Counted are scenes whose light the shift does not have (rule ``shift``) and rests
    between two days that are too short (rule ``turnaround``); day work is preferred.

    Parameters
    ----------
    days
        In order of their dates.

    Notes
    -----
    SPEC 3. A shortest path over three shifts a day.
    """
    if not days:
        return ()
    names: tuple[ShiftName, ...] = tuple(unit.shifts)
    best = {name: (_misfit(name, days[0][1]), [name]) for name in names}
    for (before, _), (day, scenes) in pairwise(days):
        apart = (day - before).days * 24 * 60
        best = {
            name: _cheapest(name, _misfit(name, scenes), best, unit, apart)
            for name in names
        }
    return tuple(min(best.values(), key=lambda way: way[0])[1])


def _cheapest(
    name: ShiftName,
    misfit: int,
    best: Mapping[ShiftName, tuple[int, list[ShiftName]]],
    unit: Unit,
    apart: int,
) -> tuple[int, list[ShiftName]]:
    """Give the cheapest way to a shift on a day ``apart`` minutes after the last."""

    def price(earlier: ShiftName) -> int:
        rest = apart + unit.shifts[name].call - unit.shifts[earlier].end
        return best[earlier][0] + _BROKEN * (rest < 60 * unit.turnaround_hours)

    chosen = min(best, key=price)
    return price(chosen) + misfit, [*best[chosen][1], name]


def _misfit(name: ShiftName, scenes: Sequence[Scene]) -> int:
    wrong = sum(
        name not in SHIFTS_FOR[scene.time]
        for scene in scenes
        if scene.is_exterior or scene.time_locked
    )
    return _BROKEN * wrong + _LESS_USUAL[name]
