"""The day pattern worth most at given prices, and a proof of how much it can be worth.

A pattern is what one unit shoots on one day: strips of one base in one shift. Each
strip in it earns its price; each person and element in it costs once however many
strips need it, each location costs its fee, each location after the first one a move
in money and minutes.

That is a knapsack with set-ups that strips share. The price of a set-up is split into
shares, one for each strip that needs it; then a knapsack over the minutes gives a
value that no pattern exceeds (Lagrangian relaxation, Geoffrion 1974). The shares are
improved by multiplicative weights; what is left is a branch and bound over the strips,
location after location, with the table of the knapsack as its limit: a strip left out
loses its shares of people who are there anyway. All values are whole numbers, so no
rounding can make the proof wrong.
"""

from __future__ import annotations

from typing import Any

from daybreak.solving.engines.arrays import Bytes, Floats, Ints
from daybreak.solving.engines.compiled import compiled, part

# columns of `strips`
MINUTES, SUN, FIRST_NEED, NEXT_NEED = range(4)
# places in `limits`
CAPACITY, SUN_CAPACITY, MOVE_MINUTES, MOVE_COST, CUTOFF, NODES, ROUNDS, FOUND = range(8)
# places in `answer`: best value found, value never exceeded, patterns, nodes, proven
BEST, CEILING, PATTERNS, VISITED, PROVEN = range(5)
LITTLE = -(1 << 60)


@part
def _copy(source: Floats, target: Floats) -> None:
    """Copy weights item by item: a slice would count references."""
    for at in range(len(source)):
        target[at] = source[at]


@part
def _split(
    needs: Ints, weights: Floats, owed: Ints, shares: Ints, total: Floats, spare: Ints
) -> None:
    """Split what each set-up costs into shares of the strips that need it."""
    for thing in range(len(owed)):
        total[thing] = 0.0
        spare[thing] = owed[thing]
    for at in range(len(needs)):
        total[needs[at]] += weights[at]
    for at in range(len(needs)):
        thing = needs[at]
        share = int(owed[thing] * (weights[at] / total[thing]))
        shares[at] = min(share, spare[thing])
        spare[thing] -= shares[at]
    for at in range(len(needs)):
        shares[at] += spare[needs[at]]  # what rounding left over
        spare[needs[at]] = 0


@part
def _tables(
    strips: Ints,
    gains: Ints,
    fees: Ints,
    blocks: Ints,
    limits: Ints,
    closed: Ints,
    inside: Ints,
) -> None:
    """Fill the knapsack's tables from the last strip to the first.

    ``closed[b, a, c]``: most that the locations from b on can earn in c minutes, a = 1
    where one was visited before. ``inside[i + b, c]``: most from strip i of location b
    on, that one being open; a location's last row stands for what comes after it.
    """
    capacity = limits[CAPACITY]
    last = len(blocks) - 1
    for left in range(capacity + 1):
        closed[last, 0, left] = 0
        closed[last, 1, left] = 0
    for block in range(last - 1, -1, -1):
        end = blocks[block + 1]
        for left in range(capacity + 1):
            inside[end + block, left] = closed[block + 1, 1, left]
        for strip in range(end - 1, blocks[block] - 1, -1):
            gain = gains[strip]
            minutes = strips[strip, MINUTES] if gain > 0 else capacity + 1
            row = strip + block
            for left in range(min(minutes, capacity + 1)):
                inside[row, left] = inside[row + 1, left]
            for left in range(minutes, capacity + 1):
                inside[row, left] = max(
                    inside[row + 1, left], gain + inside[row + 1, left - minutes]
                )
        start = blocks[block] + block
        move = limits[MOVE_MINUTES]
        for left in range(capacity + 1):
            first = inside[start, left] - fees[block]
            closed[block, 0, left] = max(closed[block + 1, 0, left], first)
            more = closed[block + 1, 1, left]
            if left >= move:
                opened = inside[start, left - move] - fees[block] - limits[MOVE_COST]
                more = max(more, opened)
            closed[block, 1, left] = more


@part
def _trace(
    strips: Ints,
    gains: Ints,
    fees: Ints,
    blocks: Ints,
    limits: Ints,
    closed: Ints,
    inside: Ints,
    taken: Bytes,
) -> None:
    """Mark the strips that the knapsack's tables take."""
    for strip in range(len(taken)):
        taken[strip] = 0
    left = limits[CAPACITY]
    visited = 0
    for block in range(len(blocks) - 1):
        if closed[block, visited, left] == closed[block + 1, visited, left]:
            continue
        if visited == 1:
            left -= limits[MOVE_MINUTES]
        visited = 1
        for strip in range(blocks[block], blocks[block + 1]):
            row = strip + block
            if inside[row, left] != inside[row + 1, left]:
                taken[strip] = 1
                left -= strips[strip, MINUTES]


@part
def _worth(
    strips: Ints,
    prices: Ints,
    needs: Ints,
    owed: Ints,
    fees: Ints,
    blocks: Ints,
    limits: Ints,
    taken: Bytes,
    count: Ints,
) -> int:
    """Give what a pattern is truly worth; little where it needs too much sun."""
    worth = 0
    sun = 0
    visited = 0
    for thing in range(len(count)):
        count[thing] = 0
    for block in range(len(blocks) - 1):
        is_open = 0
        for strip in range(blocks[block], blocks[block + 1]):
            if taken[strip] == 0:
                continue
            is_open = 1
            worth += prices[strip]
            sun += strips[strip, SUN]
            for at in range(strips[strip, FIRST_NEED], strips[strip, NEXT_NEED]):
                if count[needs[at]] == 0:
                    worth -= owed[needs[at]]
                count[needs[at]] += 1
        if is_open == 1:
            worth -= fees[block] + visited * limits[MOVE_COST]
            visited = 1
    if sun > limits[SUN_CAPACITY]:
        return LITTLE
    return worth


@part
def _keep(taken: Bytes, worth: int, found: Bytes, limits: Ints, answer: Ints) -> None:
    """Note a better pattern; of too many the last ones stay."""
    row = answer[PATTERNS] % limits[FOUND]
    for strip in range(len(taken)):
        found[row, strip] = taken[strip]
    answer[PATTERNS] += 1
    answer[BEST] = worth


@part
def _leave_out(
    strip: int,
    strips: Ints,
    needs: Ints,
    shares: Ints,
    count: Ints,
    skipped: Ints,
    sign: int,
) -> int:
    """Note a strip as left out, or take that back; give what its shares lose."""
    lost = 0
    for at in range(strips[strip, FIRST_NEED], strips[strip, NEXT_NEED]):
        skipped[needs[at]] += sign * shares[at]
        if count[needs[at]] > 0:
            lost += shares[at]
    return lost


@part
def _put_in(strip: int, strips: Ints, needs: Ints, count: Ints, skipped: Ints) -> int:
    """Note a strip as put in; give the shares lost by those that come with it."""
    lost = 0
    for at in range(strips[strip, FIRST_NEED], strips[strip, NEXT_NEED]):
        if count[needs[at]] == 0:
            lost += skipped[needs[at]]
        count[needs[at]] += 1
    return lost


@part
def _gains(
    strips: Ints,
    prices: Ints,
    needs: Ints,
    shares: Ints,
    decided: Ints,
    gains: Ints,
) -> None:
    """Give what each strip earns less its shares; little where it is ruled out."""
    for strip in range(len(strips)):
        gain = prices[strip]
        for at in range(strips[strip, FIRST_NEED], strips[strip, NEXT_NEED]):
            gain = gain - shares[at] if decided[needs[at]] != 0 else LITTLE
            if gain == LITTLE:
                break
        gains[strip] = gain


@part
def _reweigh(
    strips: Ints,
    needs: Ints,
    weights: Floats,
    taken: Bytes,
    total: Floats,
    speed: float,
) -> None:
    """Raise the shares of strips that were taken, lower the others'."""
    for strip in range(len(strips)):
        if taken[strip] == 1:
            for at in range(strips[strip, FIRST_NEED], strips[strip, NEXT_NEED]):
                weights[at] *= 1.0 + speed
    for thing in range(len(total)):
        total[thing] = 0.0
    for at in range(len(needs)):
        total[needs[at]] += weights[at]
    for at in range(len(needs)):
        weights[at] = max(weights[at] / total[needs[at]], 1e-6)


@part
def _most_torn(
    strips: Ints,
    needs: Ints,
    shares: Ints,
    unpaid: Ints,
    decided: Ints,
    taken: Bytes,
    count: Ints,
) -> int:
    """Give the thing whose price the taken strips pay least of, or -1."""
    for thing in range(len(count)):
        count[thing] = 0
    for strip in range(len(strips)):
        if taken[strip] == 1:
            for at in range(strips[strip, FIRST_NEED], strips[strip, NEXT_NEED]):
                if decided[needs[at]] < 0:
                    if count[needs[at]] == 0:
                        count[needs[at]] = unpaid[needs[at]]
                    count[needs[at]] -= shares[at]
    torn = -1
    most = 0
    for thing in range(len(count)):
        if count[thing] > most:
            most = count[thing]
            torn = thing
    return torn


@part
def _dig(
    strips: Ints,
    needs: Ints,
    shares: Ints,
    unpaid: Ints,
    gains: Ints,
    fees: Ints,
    blocks: Ints,
    limits: Ints,
    closed: Ints,
    inside: Ints,
    count: Ints,
    skipped: Ints,
    depth: Ints,
    taken: Bytes,
    found: Bytes,
    answer: Ints,
    paid: int,
) -> None:
    """Look at single strips, location after location, with the tables as limit.

    Depth d is the gate of a location or one of its strips. Rows of ``depth``: phase,
    minutes left, sun left, value less what shares lost, whether a location was
    visited, choice made, depth before, location.
    """
    for thing in range(len(count)):
        count[thing] = 0
        skipped[thing] = 0
    for strip in range(len(taken)):
        taken[strip] = 0
    deepest = len(strips) + len(blocks) - 1
    now = 0
    depth[0, 0] = 0
    depth[1, 0] = limits[CAPACITY]
    depth[2, 0] = limits[SUN_CAPACITY]
    depth[3, 0] = -paid
    depth[4, 0] = 0
    depth[5, 0] = 0
    depth[6, 0] = -1
    depth[7, 0] = 0
    while now >= 0:
        value = depth[3, now]
        if now == deepest:
            if value > answer[BEST]:
                _keep(taken, value, found, limits, answer)
            now = depth[6, now]
            continue
        block = depth[7, now]
        strip = now - block - 1
        is_gate = strip < blocks[block]
        phase = depth[0, now]
        visited = depth[4, now]
        if depth[5, now] == 1 and not is_gate:
            taken[strip] = 0
            for at in range(strips[strip, FIRST_NEED], strips[strip, NEXT_NEED]):
                count[needs[at]] -= 1
        elif depth[5, now] == 2:
            last = blocks[block + 1] if is_gate else strip + 1
            for one in range(max(strip, blocks[block]), last):
                _leave_out(one, strips, needs, shares, count, skipped, -1)
        depth[5, now] = 0
        if phase == 2:
            now = depth[6, now]
            continue
        answer[VISITED] += 1
        if answer[VISITED] > limits[NODES]:
            return
        room_in = LITTLE
        setup = 0
        if is_gate:
            left = depth[1, now] - visited * limits[MOVE_MINUTES]
            if left >= 0:
                setup = fees[block] + visited * limits[MOVE_COST]
                room_in = inside[now, left] - setup
            room_out = closed[block + 1, visited, depth[1, now]]
        else:
            left = depth[1, now] - strips[strip, MINUTES]
            dark = strips[strip, SUN] > depth[2, now]
            if left >= 0 and not dark and gains[strip] != LITTLE:
                setup = -gains[strip]
                room_in = inside[now, left] - setup
            room_out = inside[now, depth[1, now]]
        takes = (room_in >= room_out) == (phase == 0)
        depth[0, now] = phase + 1
        if value + (room_in if takes else room_out) <= answer[BEST]:
            continue
        after = now + 1
        lost = 0
        depth[5, now] = 1 if takes else 2
        if takes:
            sun = depth[2, now]
            if not is_gate:
                taken[strip] = 1
                sun -= strips[strip, SUN]
                lost = _put_in(strip, strips, needs, count, skipped)
            if value + room_in - lost <= answer[BEST]:
                continue
            depth[1, after] = left
            depth[2, after] = sun
            depth[3, after] = value - setup - lost
            depth[4, after] = 1
        else:
            last = blocks[block + 1] if is_gate else strip + 1
            for one in range(max(strip, blocks[block]), last):
                lost += _leave_out(one, strips, needs, shares, count, skipped, 1)
            if value + room_out - lost <= answer[BEST]:
                continue
            after = last + block + 1
            depth[1, after] = depth[1, now]
            depth[2, after] = depth[2, now]
            depth[3, after] = value - lost
            depth[4, after] = visited
        depth[0, after] = 0
        depth[5, after] = 0
        depth[6, after] = now
        depth[7, after] = block + (1 if after == blocks[block + 1] + block + 1 else 0)
        now = after


@compiled
def best_patterns(
    strips: Ints,
    prices: Ints,
    needs: Ints,
    owed: Ints,
    fees: Ints,
    blocks: Ints,
    limits: Ints,
    weights: Floats,
    found: Bytes,
    answer: Ints,
    room: Any,
    kept_weights: Floats,
) -> None:
    """Write the patterns worth most, and a value that none exceeds, into ``answer``.

    Parameters
    ----------
    strips
        (n, 4) minutes, minutes of sun, first and next of its needs.
    prices
        (n) what each strip earns.
    needs, owed
        What each strip needs, one behind the other; (things) what each costs once.
    fees, blocks
        (locations) what each costs; (locations + 1) its first strip.
    limits
        Capacity, sun, move minutes, move cost, the value that a pattern has to
        exceed, most nodes, most rounds of shares, patterns kept.
    weights
        (needs) how shares are split; improved in place for the next call.
    found
        (patterns kept, n) one where a pattern takes a strip.
    room
        Working room: closed, inside, gains, shares, count, skipped, depth (8, n +
        locations + 1), taken, total, decided, unpaid (things each), tree (3, things +
        1).

    Notes
    -----
    ``answer[CEILING]`` is never below the worth of any pattern that exceeds the
    cutoff, whether the search ended or was cut short. Branches say of a person or an
    element whether the day has it; with all of them decided the table is exact but
    for the sun, and `_dig` looks at single strips.
    """
    closed, inside, gains, shares, count, skipped, depth, taken, total = room[:9]
    decided, unpaid, tree = room[9:]
    answer[BEST] = limits[CUTOFF]
    answer[PATTERNS] = 0
    answer[VISITED] = 0
    answer[PROVEN] = 1
    paid = 0
    for thing in range(len(owed)):
        decided[thing] = -1
        unpaid[thing] = owed[thing]
    level = 0
    entering = True
    # rows of tree: the thing branched on, how far, the value that no leaf exceeds
    while level >= 0:
        if entering:
            answer[VISITED] += 1
            ceiling = 1 << 60
            if level > 0:
                ceiling = tree[2, level - 1]
            torn = -1
            rounds = limits[ROUNDS] if level == 0 else 5
            for step in range(rounds):
                _split(needs, weights, unpaid, shares, total, skipped)
                _gains(strips, prices, needs, shares, decided, gains)
                _tables(strips, gains, fees, blocks, limits, closed, inside)
                top = closed[0, 0, limits[CAPACITY]] - paid
                ceiling = min(ceiling, top)
                if ceiling <= answer[BEST]:
                    break
                _trace(strips, gains, fees, blocks, limits, closed, inside, taken)
                worth = _worth(
                    strips, prices, needs, owed, fees, blocks, limits, taken, count
                )
                if worth > answer[BEST]:
                    _keep(taken, worth, found, limits, answer)
                    if ceiling <= worth:
                        break
                torn = _most_torn(strips, needs, shares, unpaid, decided, taken, count)
                if torn < 0 or step == rounds - 1:
                    break
                speed = 1.0 / (1.0 + 0.3 * step)
                _reweigh(strips, needs, weights, taken, total, speed)
            if level == 0:
                _copy(weights, kept_weights)
            entering = False
            tree[1, level] = 3
            tree[2, level] = ceiling
            if ceiling > answer[BEST]:
                if torn < 0:
                    _dig(
                        strips,
                        needs,
                        shares,
                        unpaid,
                        gains,
                        fees,
                        blocks,
                        limits,
                        closed,
                        inside,
                        count,
                        skipped,
                        depth,
                        taken,
                        found,
                        answer,
                        paid,
                    )
                else:
                    tree[0, level] = torn
                    tree[1, level] = 0
            if answer[VISITED] > limits[NODES]:
                break
        thing = tree[0, level]
        if tree[1, level] == 0:
            decided[thing] = 1
            paid += owed[thing]
            unpaid[thing] = 0
            tree[1, level] = 1
            level += 1
            entering = True
        elif tree[1, level] == 1:
            paid -= owed[thing]
            unpaid[thing] = 0
            decided[thing] = 0
            tree[1, level] = 2
            if tree[2, level] > answer[BEST]:
                level += 1
                entering = True
        else:
            if tree[1, level] == 2:
                decided[thing] = -1
                unpaid[thing] = owed[thing]
            level -= 1
    _copy(kept_weights, weights)
    answer[CEILING] = answer[BEST]
    if answer[VISITED] > limits[NODES]:
        answer[PROVEN] = 0
        for each in range(level + 1):
            if tree[1, each] < 2 or each == level:
                answer[CEILING] = max(answer[CEILING], tree[2, each])
