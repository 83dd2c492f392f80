"""A pure sequence: what has to be put into one order, and what the order costs."""

from __future__ import annotations

from collections.abc import Sequence as Many
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """Scenes that one unit shoots one after the other.

    Parameters
    ----------
    days
        Whole days of each scene.
    casts
        Who is in each scene: numbers of ``rates``, in order.
    rates
        What a held day of each person - or of a location with a hold fee - costs.
    bases
        The base of each scene: numbers of ``base_costs``; 0 where none matters.
    base_costs
        What a move to each base costs; base 0 is where no scene is, and free.
    start
        The base where the unit stands at first.
    orders
        Pairs of scenes, the first to be shot before the second.
    fixed_cost
        What every order costs: work, days, fees.
    """

    days: tuple[int, ...]
    casts: tuple[tuple[int, ...], ...]
    rates: tuple[int, ...]
    bases: tuple[int, ...]
    base_costs: tuple[int, ...]
    start: int = 0
    orders: tuple[tuple[int, int], ...] = ()
    fixed_cost: int = 0

    def order_cost(self, order: Many[int]) -> int:
        """Give the cost of an order of all scenes: holds and moves, less what is fixed.

        Counted plainly, scene by scene; SPEC 4, ``cast_hold`` and ``company_moves``.
        """
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for place, scene in enumerate(order):
            for person in self.casts[scene]:
                first.setdefault(person, place)
                last[person] = place
        total = 0
        base = self.start
        for place, scene in enumerate(order):
            held = sum(
                self.rates[person]
                for person in first
                if first[person] < place < last[person]
                and person not in self.casts[scene]
            )
            total += held * self.days[scene]
            if self.bases[scene] != base:
                base = self.bases[scene]
                total += self.base_costs[base]
        return total

    def keeps_orders(self, order: Many[int]) -> bool:
        """Tell whether an order has every scene once and keeps the pairs' turn."""
        if sorted(order) != list(range(len(self.days))):
            return False
        place = {scene: at for at, scene in enumerate(order)}
        return all(place[before] < place[after] for before, after in self.orders)
