"""Whether the engines' whole numbers are wide enough for a production's money.

Engines count in 64 bits, and a sum beyond that would turn round without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from daybreak.model.errors import UsageError
from daybreak.model.production import Deal, Production

MOST_AMOUNT = 2**61  # half of what 64 bits hold with a sign, since some is doubled
COARSE = 1000


def check_amounts(production: Production, dates: int) -> None:
    """Refuse a production whose costs may add up to more than can be counted.

    Parameters
    ----------
    dates
        Calendar dates of the shoot.

    Raises
    ------
    UsageError
        With the sum and the limit.
    """
    most = sum(int(amount) for amount in _most(production, dates))
    if most > MOST_AMOUNT:
        raise UsageError(
            f"The costs may add up to {most:,}; the planner counts to "
            f"{MOST_AMOUNT:,}.\nMaybe give the amounts in thousands."
        )


def _most(production: Production, dates: int) -> Iterator[Decimal | int]:
    """Yield more than each thing can cost in one schedule."""
    strips = len(production.scenes)
    end = max(unit.end for unit in production.units)
    for unit in production.units:
        dearest = unit.day_cost * (1 + unit.night_premium + unit.sixth_day_premium)
        yield (dearest + unit.idle_day_cost) * dates + unit.move_cost * strips
    farthest = max((move.cost for move in production.moves), default=0)
    yield farthest * dates * len(production.units)
    for person in production.people:
        for deal in person.deals:
            yield deal.rate * (1 + deal.hold) * dates
    for location in production.locations:
        yield (location.day_fee + location.hold_fee) * dates
    for element in production.elements:
        yield element.day_fee * dates * len(production.units)
    for picture in production.pictures:
        if picture.release is not None:
            late = (end - picture.release).days + picture.post_days
            yield picture.late_cost_per_day * max(late, 0)


def hold_fraction(deal: Deal, dates: int) -> tuple[int, int]:
    """Give the hold of a deal as whole numbers, top and bottom.

    Many decimals and much money together are too wide for the engines; then it is a
    near fraction. The rule book counts the schedule with the exact one.
    """
    top, bottom = deal.hold.as_integer_ratio()
    if 2 * deal.rate * top * dates < MOST_AMOUNT:
        return top, bottom
    near = round(deal.hold * COARSE)
    return near, COARSE
