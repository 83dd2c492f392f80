"""Where each strip of a schedule stands, and which stand elsewhere in another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from daybreak.model.schedule import Schedule


class Place(NamedTuple):
    """A unit's date."""

    unit: str
    date: date


def places_of(schedule: Schedule) -> dict[str, Place]:
    """Give unit and first date of every strip that stands on a day, by scene id."""
    places: dict[str, Place] = {}
    for day in schedule.in_order():
        for strip in day.strips:
            places.setdefault(strip, Place(day.unit, day.date))
    return places


def changed_strips(
    before: Mapping[str, Place], after: Mapping[str, Place]
) -> tuple[str, ...]:
    """Give the strips of ``before`` whose date or unit is another in ``after``.

    A strip that stands on no day any more has changed, too; one that stood on none
    before has not.

    Notes
    -----
    SPEC 4, what ``change_cost`` is paid for.
    """
    return tuple(strip for strip, place in before.items() if after.get(strip) != place)
