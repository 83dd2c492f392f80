"""The numbers that a total can be: multiples of what all amounts have in common."""

from __future__ import annotations

from math import gcd

from daybreak.solving.bounds.days import PARTS
from daybreak.solving.engines import arrays
from daybreak.solving.problem import Problem

MOST_TOTAL = 1 << 38  # of the currency; its parts are exact in a float, too


def is_countable(problem: Problem) -> bool:
    """Tell whether all costs together stay far below what the bound can count."""
    production = problem.production
    strips = sum(scene.days or 1 for scene in production.scenes)
    days = strips + problem.dates
    units = len(production.units)
    most = int(problem.units.day_cost.max(initial=0)) * days * units
    most += sum(int(one) for one in problem.units.info[:, arrays.MOVE_COST]) * strips
    most += int(problem.units.move[:, :, 1].max(initial=0)) * days * units
    most += sum(int(one) for one in problem.people.deals[:, arrays.RATE]) * days
    for table in (problem.places.fees, problem.places.elements):
        most += sum(int(one) for one in table[:, 0]) * days * units
    for due, cost, *_ in problem.places.pictures.tolist():
        most += cost * (problem.dates + abs(due)) if due < arrays.NEVER else 0
    return most < MOST_TOTAL


def common_amount(problem: Problem) -> int:
    """Give a number that divides the total of every schedule, in the currency.

    Where holds are rounded, it is 1: a rounded amount may be anything.
    """
    common = 0
    for amount in problem.units.day_cost.ravel().tolist():
        common = gcd(common, amount)
    columns = (arrays.MOVE_COST, arrays.IDLE_COST)
    for amount in problem.units.info[:, columns].ravel().tolist():
        common = gcd(common, amount)
    common = gcd(common, *problem.units.move[:, :, 1].ravel().tolist())
    for kind, rate, top, bottom, *_ in problem.people.deals.tolist():
        if kind == arrays.UNPAID:
            continue
        common = gcd(common, rate)
        if kind == arrays.DAILY:
            if rate * top % bottom:
                return 1
            common = gcd(common, rate * top // bottom)
    common = gcd(common, *problem.places.fees.ravel().tolist())
    common = gcd(common, *problem.places.elements[:, 0].tolist())
    common = gcd(common, *problem.places.pictures[:, 1].tolist())
    return max(common, 1)


def total_at_least(parts: int, common: int) -> int:
    """Give the least possible total that is not below a bound in parts."""
    amount = -(-max(parts, 0) // PARTS)
    return -(-amount // common) * common
