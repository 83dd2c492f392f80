"""How far ahead a plan has to look.

A unit may be open for decades. After the last date on which anything changes - a
window, an absence, a pin, a holiday - its dates are alike but for the weekday and the
sun, so a year and some room for every strip is enough of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daybreak.model.errors import UsageError
from daybreak.model.production import Production

MOST_SLOTS = 20_000  # dates of all units that an engine can lay out
YEAR_DATES = 366
SlotDays = tuple[tuple[str, date], ...]


def slot_days_of(
    production: Production, eligible: dict[str, tuple[date, ...]]
) -> SlotDays:
    """Give unit id and date of every eligible date that a plan may need.

    Parameters
    ----------
    eligible
        Eligible dates by unit id, in order.

    Raises
    ------
    UsageError
        When there are more than an engine can lay out.
    """
    last = last_change(production)
    room = room_after(production)
    slots: list[tuple[str, date]] = []
    for unit in production.units:
        days = eligible[unit.id]
        changing = sum(day <= last for day in days)
        slots += [(unit.id, day) for day in days[: changing + room]]
    if len(slots) > MOST_SLOTS:
        raise UsageError(
            f"The units may shoot on {len(slots):,} dates; the planner can lay out "
            f"{MOST_SLOTS:,}.\nMaybe end the units earlier."
        )
    return tuple(slots)


def last_change(production: Production) -> date:
    """Give the last date on which something of a production changes.

    What begins or ends with the last unit, or after it, changes nothing.
    """
    end = max(unit.end for unit in production.units)
    start = max(unit.start for unit in production.units)
    return max((day for day in _changes(production) if day < end), default=start)


def _changes(production: Production) -> Iterator[date]:
    """Yield every date that a production names and a strip may depend on."""
    for unit in production.units:
        yield unit.start
        yield unit.end
    yield from production.holidays
    windows = [window for thing in production.locations for window in thing.windows]
    windows += [window for thing in production.elements for window in thing.windows]
    windows += [window for person in production.people for window in person.windows]
    windows += [scene.window for scene in production.scenes if scene.window is not None]
    for span in windows:
        yield from (span.first, span.last)
    for hiatus in production.hiatuses:
        yield from (hiatus.first, hiatus.last)
    for person in production.people:
        for absence in person.unavailable:
            yield from (absence.first, absence.last)
        if person.prep_from is not None:
            yield person.prep_from
    for scene in production.scenes:
        if scene.pin is not None:
            yield scene.pin.date


def room_after(production: Production) -> int:
    """Give how many eligible dates after the last change leave room for everything.

    A day for each strip with a rest and the longest move behind each, what orders
    and preparation keep apart, and a year for the sun.
    """
    strips = sum(scene.days or 1 for scene in production.scenes)
    rest = 1 + max(unit.turnaround_hours for unit in production.units) // 24
    move = max((move.days for move in production.moves), default=0)
    apart = sum(order.min_days for order in production.orders)
    prep = 2 * max((person.prep_days for person in production.people), default=0)
    return strips * (1 + rest + move) + apart + prep + YEAR_DATES
