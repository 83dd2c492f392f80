"""The cheapest way through the calendar: when a unit shoots, at which base, who waits.

A dynamic program over dates. Its state is how many days were shot at each base and
where the unit stands; between two dates everyone pays who at least is in the middle of
their work there (`order_cuts`).
"""

from __future__ import annotations

from daybreak.solving.engines.arrays import Ints
from daybreak.solving.engines.compiled import compiled, part

FAR = 1 << 60
IDLE, FIRST = -2, -1


@part
def _charge(cell: int, day: int, mark_of: Ints, costs: Ints) -> int:
    """Give what those in the middle of their work cost after a date."""
    cost = costs[cell, mark_of[day]]
    return FAR if cost < 0 else cost


@part
def _arrive(
    day: int,
    cell: int,
    place: int,
    other: int,
    step: Ints,
    dates: Ints,
    mark_of: Ints,
    travel: Ints,
    idle: int,
    costs: Ints,
    best: Ints,
) -> int:
    """Give the cheapest cost to shoot at ``place`` after shooting at ``other``."""
    before = cell - step[place]
    if other == place:
        return best[day - 1, before, other] if day else FAR
    latest = dates[day] - travel[other, place, 0] - 1
    at = day - 1
    extra = travel[other, place, 1]
    while at >= 0 and dates[at] > latest:
        extra += idle + _charge(before, at, mark_of, costs)
        at -= 1
    if at < 0 or extra >= FAR:
        return FAR
    return best[at, before, other] + extra


@compiled
def cheapest_path(
    dates: Ints,
    mark_of: Ints,
    step: Ints,
    days: Ints,
    whole: Ints,
    travel: Ints,
    starts: Ints,
    begin: Ints,
    late: Ints,
    idle: int,
    costs: Ints,
    best: Ints,
    came: Ints,
    answer: Ints,
) -> None:
    """Fill the tables and the ``answer``: cost, last date, last base.

    Parameters
    ----------
    dates
        (dates) eligible dates as day numbers.
    mark_of
        (dates) the mark of each, a column of ``costs``.
    step, days, whole
        (bases) how far apart cells are that differ by a day; (cells, bases) days shot;
        (bases) days in all.
    travel
        (bases, bases, 2) dates between, cost; a cost of FAR or more where none is.
    starts
        (bases) what it costs to come to the first base.
    begin, late
        (dates) what it costs to begin and to end on a date; FAR where that cannot be.
    idle
        Cost of an eligible date without work.
    costs
        (cells, marks) from `order_cuts.least_between`.
    best, came
        (dates, cells, bases) cost, and base before; IDLE, FIRST.
    """
    bases, cells = len(whole), len(days)
    answer[0] = FAR
    for day in range(len(dates)):
        for cell in range(cells):
            left, shot = 0, 0
            for place in range(bases):
                shot += days[cell, place]
                left += whole[place] - days[cell, place]
            for place in range(bases):
                best[day, cell, place] = FAR
            if shot == 0 or shot > day + 1 or left > len(dates) - 1 - day:
                continue
            charge = 0 if left == 0 else _charge(cell, day, mark_of, costs)
            if charge >= FAR:
                continue
            for place in range(bases):
                least, how = FAR, IDLE
                if day and left:
                    least = best[day - 1, cell, place] + idle
                if days[cell, place]:
                    if shot == 1:
                        if starts[place] + begin[day] < least:
                            least, how = starts[place] + begin[day], FIRST
                    else:
                        for other in range(bases):
                            found = _arrive(
                                day,
                                cell,
                                place,
                                other,
                                step,
                                dates,
                                mark_of,
                                travel,
                                idle,
                                costs,
                                best,
                            )
                            if found < least:
                                least, how = found, other
                if least >= FAR:
                    continue
                best[day, cell, place] = least + charge
                came[day, cell, place] = how
                if left == 0 and least + late[day] < answer[0]:
                    answer[0] = least + late[day]
                    answer[1] = day
                    answer[2] = place
