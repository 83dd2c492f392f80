"""A day that the weather can take, and the interiors that can stand in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from daybreak.model.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSet:
    """Interiors at one location that can stand in on a day.

    Parameters
    ----------
    scenes
        Their ids, in shooting order.
    minutes
        How much work they are.
    call
        The people who are not called that day and would have to be.
    """

    location: str
    scenes: tuple[str, ...]
    minutes: int
    call: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposedDay:
    """A day with an exterior, and what can be shot in its place.

    Parameters
    ----------
    lost
        The exteriors that the weather takes.
    kept
        The interiors that stand there already.
    minutes
        How much work is lost.
    covers
        The readiest first; empty where none is ready, and one is asked for.
    """

    unit: str
    date: date
    lost: tuple[str, ...]
    kept: tuple[str, ...]
    minutes: int
    covers: tuple[CoverSet, ...]


def with_cover(schedule: Schedule, day: ExposedDay, cover: CoverSet) -> Schedule:
    """Give a schedule in which a cover set is shot in place of the exteriors.

    The exteriors go to the boneyard, to be planned anew; a day that the interiors left
    empty is gone. Its cost is not counted.
    """
    taken = {*day.lost, *cover.scenes}
    days = []
    for one in schedule.days:
        strips = tuple(strip for strip in one.strips if strip not in taken)
        if (one.unit, one.date) == (day.unit, day.date):
            strips = (*strips, *cover.scenes)
        if strips:
            is_same = strips == one.strips
            days.append(one if is_same else replace(one, strips=strips))
    left = tuple(one for one in schedule.boneyard if one not in cover.scenes)
    return Schedule(days=tuple(days), boneyard=(*left, *day.lost))
