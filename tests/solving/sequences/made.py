"""Small sequences and the productions that they are, made by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from random import Random

from daybreak.importers.published import Published
from daybreak.importers.published_productions import production_of
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.boards import schedule_from_board
from daybreak.solving.problem import problem_of
from daybreak.solving.sequences.search import Budget, SequenceSearch
from daybreak.solving.sequences.sequence import Sequence
from daybreak.solving.sequences.serving import board_of_order

START = date(2027, 3, 1)


class Heard:
    """Keeps what a search tells."""

    def __init__(self) -> None:
        self.costs: list[int] = []
        self.bounds: list[int] = []

    def order(self, cost: int, order: list[int]) -> None:
        """Keep a cost."""
        self.costs.append(cost)

    def bound(self, bound: int) -> None:
        """Keep a bound."""
        self.bounds.append(bound)

    def alive(self, iterations: int) -> None:
        """Let go by."""


def published(seed: int, scenes: int, *, places: int = 1) -> Published:
    """Give a problem by chance: people, rates, days, locations and orders."""
    dice = Random(seed)
    people = dice.randint(0, 6)
    density = dice.choice((0.2, 0.4, 0.6))
    order = dice.sample(range(scenes), scenes)
    pairs = {
        (order[one], order[other])
        for one, other in (sorted(dice.choices(range(scenes), k=2)) for _ in range(2))
        if one < other and places > 1 and dice.random() < 0.7
    }
    return Published(
        name=f"Made {seed}",
        days=tuple(dice.randint(1, 3) for _ in range(scenes)),
        rates=tuple(dice.randint(0, 9) for _ in range(people)),
        casts=tuple(
            tuple(one for one in range(people) if dice.random() < density)
            for _ in range(scenes)
        ),
        locations=tuple(dice.randrange(places) for _ in range(scenes)),
        location_costs=tuple(dice.randint(0, 12) for _ in range(places)),
        orders=tuple(sorted(pairs)),
    )


def sequence_of(made: Published) -> Sequence:
    """Give the sequence of a problem, without a production in between."""
    more = len(made.location_costs) > 1
    return Sequence(
        days=made.days,
        casts=made.casts,
        rates=made.rates,
        bases=tuple(one + 1 for one in made.locations)
        if more
        else (0,) * len(made.days),
        base_costs=(0, *made.location_costs) if more else (0,),
        orders=made.orders,
    )


def least(sequence: Sequence) -> int:
    """Give the least cost of all orders, by trying each."""
    return min(
        sequence.order_cost(order)
        for order in permutations(range(len(sequence.days)))
        if sequence.keeps_orders(order)
    )


def searched(
    sequence: Sequence, *, seed: int = 1, iterations: int = 20_000
) -> tuple[SequenceSearch, Heard]:
    """Search a sequence to its end; give the search and what it told."""
    search = SequenceSearch(sequence, seed=seed)
    heard = Heard()
    search.run(
        Budget(seconds=0.0, iterations=iterations), stop=lambda: False, tell=heard
    )
    return search, heard


def schedule_of(
    production: Production, sequence: Sequence, order: list[int]
) -> Schedule:
    """Give the schedule that shoots an order."""
    board = board_of_order(sequence, order)
    return schedule_from_board(problem_of(production), board)


def production(seed: int, scenes: int, *, places: int = 1) -> Production:
    """Give the production of a problem made by chance, with a few free days more."""
    made = production_of(published(seed, scenes, places=places), start=START)
    unit = replace(made.units[0], end=date(2028, 3, 1), idle_day_cost=3, day_cost=7)
    return replace(made, units=(unit,))
