"""Orders of scenes, changed move by move: simulated annealing.

A move gives a stretch of the order another order: a block put elsewhere, turned round,
or two scenes swapped. People begun before the stretch and people needed after it stay
what they were, so its cost is counted in the stretch alone: each person's first day
and last day in it, and the bases that are entered.
"""

from __future__ import annotations

from math import exp

from daybreak.solving.engines.arrays import Ints
from daybreak.solving.engines.chance import below, fraction
from daybreak.solving.engines.compiled import part
from daybreak.solving.sequences.kernels.bits import threaded, weight_of

COST, BEST = range(2)
BLOCK_MOVES, SWAPS = 0.75, 0.87  # the rest turns a stretch round
NEAR_MOVES = 0.6
STEPS_A_DEGREE = 256


@part
def _words_weight(scene: int, row: int, cast: Ints, hidden: Ints, rates: Ints) -> int:
    """Give what the people of a scene weigh who are not in a row of ``hidden``."""
    total = 0
    for word in range(cast.shape[1]):
        members = cast[scene, word] & ~hidden[row, word]
        if members != 0:
            total += weight_of(members, rates[word])
    return total


@part
def stretch_cost(
    first: int,
    last: int,
    base: int,
    order: Ints,
    before: Ints,
    after: Ints,
    start: int,
    cast: Ints,
    days: Ints,
    rates: Ints,
    base_of: Ints,
    base_costs: Ints,
) -> int:
    """Give the cost of a stretch of an order: last days less first days, and visits.

    Parameters
    ----------
    base
        Where the unit stands before it.
    before, after
        People seen before each place, and from each place on: written for the places
        inside the stretch.
    start
        Days before the stretch.
    """
    total = 0
    day = start
    for place in range(first, last + 1):
        scene = order[place]
        total -= day * _words_weight(scene, place, cast, before, rates)
        for word in range(cast.shape[1]):
            before[place + 1, word] = before[place, word] | cast[scene, word]
        day += days[scene]
        if base_of[scene] != base:
            base = base_of[scene]
            total += base_costs[base]
    if last + 1 < order.shape[0] and base_of[order[last + 1]] != base:
        total += base_costs[base_of[order[last + 1]]]
    for back in range(last - first + 1):
        place = last - back
        scene = order[place]
        total += day * _words_weight(scene, place + 1, cast, after, rates)
        for word in range(cast.shape[1]):
            after[place, word] = after[place + 1, word] | cast[scene, word]
        day -= days[scene]
    return total


@part
def _keeps_orders(
    first: int,
    last: int,
    order: Ints,
    place_of: Ints,
    earlier_from: Ints,
    earlier: Ints,
) -> bool:
    """Tell whether every scene of a stretch stands behind those that go before it."""
    for place in range(first, last + 1):
        place_of[order[place]] = place
    for place in range(first, last + 1):
        scene = order[place]
        for at in range(earlier_from[scene], earlier_from[scene + 1]):
            if place_of[earlier[at]] > place:
                return False
    return True


@part
def _rearrange(first: int, last: int, order: Ints, fresh: Ints, chance: Ints) -> None:
    """Write another order of a stretch into ``fresh``."""
    size = last - first + 1
    kind = fraction(chance)
    if kind < BLOCK_MOVES:
        block = 1
        if size > 2 and kind < BLOCK_MOVES / 2:
            block = 1 + below(chance, size - 1)
        for at in range(size):
            fresh[first + at] = order[first + (at + block) % size]
        if fraction(chance) < 0.5:  # the other way round: the last ones go first
            for at in range(size):
                fresh[first + at] = order[first + (at + size - block) % size]
    elif kind < SWAPS:
        for at in range(size):
            fresh[first + at] = order[first + at]
        fresh[first] = order[last]
        fresh[last] = order[first]
    else:
        for at in range(size):
            fresh[first + at] = order[last - at]


@threaded
def walk(
    steps: int,
    hot: float,
    cold: float,
    standing: Ints,
    base: int,
    order: Ints,
    fresh: Ints,
    best: Ints,
    before: Ints,
    after: Ints,
    old_before: Ints,
    old_after: Ints,
    starts: Ints,
    place_of: Ints,
    cast: Ints,
    days: Ints,
    rates: Ints,
    base_of: Ints,
    base_costs: Ints,
    earlier_from: Ints,
    earlier: Ints,
    chance: Ints,
) -> None:
    """Make moves while it cools; keep the best order seen.

    Parameters
    ----------
    hot, cold
        Temperature at the beginning and the end, money.
    standing
        Cost of the order and of the best one; written.
    base
        Where the unit stands at first.
    order, fresh, best
        The order, room for another, the best one, each (scenes).
    before, after, old_before, old_after
        People seen before and from each place on, (scenes + 1, words), twice.
    starts
        Days before each place, (scenes + 1).
    place_of
        Where each scene stands.
    cast, days, rates, base_of, base_costs
        (scenes, words), (scenes), (words, bytes, 256), (scenes), (bases).
    earlier_from, earlier
        Which scenes stand before each: lists behind one another.
    """
    count = order.shape[0]
    heat = hot
    for step in range(steps):
        if step % STEPS_A_DEGREE == 0:
            heat = hot * (cold / hot) ** (step / steps)
        first = below(chance, count)
        last = below(chance, count)
        if fraction(chance) < NEAR_MOVES:
            reach = 2 + below(chance, 14)
            last = min(first + below(chance, reach) + 1, count - 1)
        if first == last:
            continue
        if first > last:
            first, last = last, first
        _rearrange(first, last, order, fresh, chance)
        if earlier.shape[0] > 0 and not _keeps_orders(
            first, last, fresh, place_of, earlier_from, earlier
        ):
            for place in range(first, last + 1):
                place_of[order[place]] = place
            continue
        stood = base if first == 0 else base_of[order[first - 1]]
        for word in range(cast.shape[1]):
            old_before[first, word] = before[first, word]
            old_after[last + 1, word] = after[last + 1, word]
        if last + 1 < count:
            fresh[last + 1] = order[last + 1]
        old = stretch_cost(
            first,
            last,
            stood,
            order,
            before,
            after,
            starts[first],
            cast,
            days,
            rates,
            base_of,
            base_costs,
        )
        new = stretch_cost(
            first,
            last,
            stood,
            fresh,
            old_before,
            old_after,
            starts[first],
            cast,
            days,
            rates,
            base_of,
            base_costs,
        )
        more = new - old
        if more > 0 and fraction(chance) >= exp(-more / heat):
            if earlier.shape[0] > 0:
                for place in range(first, last + 1):
                    place_of[order[place]] = place
            continue
        standing[COST] += more
        for place in range(first, last + 1):
            order[place] = fresh[place]
            place_of[order[place]] = place
            starts[place + 1] = starts[place] + days[order[place]]
            for word in range(cast.shape[1]):
                before[place + 1, word] = old_before[place + 1, word]
                after[place, word] = old_after[place, word]
        if standing[COST] < standing[BEST]:
            standing[BEST] = standing[COST]
            for place in range(count):
                best[place] = order[place]
