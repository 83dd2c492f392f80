"""Sets of scenes shot so far, layer by layer: which can still beat a limit.

A state is a set of scenes that stand first, whatever their order: the people who are
on location follow from it, and so does what the rest can cost (de la Banda, Stuckey
and Chu 2011). `weigh` drops the states whose rest cannot stay below the limit;
`grow` adds one scene to those that are left.

The bound follows the order in which people complete their work. Let j1, j2, ... be
that order and slot k the time between the completions of the (k-1)-st and the k-th. A
scene is needed by slot k where jk is the first of them in it. Everyone on location
and not in the scene, and not complete before slot k, is held for it. It may be shot
in an earlier slot e, which delays everyone on location who completes in slots e to
k - 1. People who have not begun are held for it where they began before slot e, at
the latest with the first scene that one of j1 ... needs, are not in it and complete in
slot e or later. So each scene costs at least the smallest of these sums over e, and
the bound is the sum over scenes, the smallest over all orders; a depth-first search
over orders tells whether that stays below the limit. Who is left with no scene less
than another completes first.
"""

from __future__ import annotations

from daybreak.solving.engines.arrays import Bytes, Ints
from daybreak.solving.engines.compiled import part
from daybreak.solving.sequences.kernels.bits import (
    ONE,
    first_bit,
    threaded,
    weight_of,
)

# columns of a row of work, one row for each completion on the way
DONE, SHOT, COST, CHILDREN, NEXT, DELAY, BEGUN = range(7)
CHILD = 8
CHILD_COST = CHILD + 64
COLUMNS = CHILD_COST + 64
FULL = -1


@part
def _price_scenes(
    depth: int,
    scenes: int,
    held: int,
    waiting: int,
    prices: Ints,
    work: Ints,
    cast: Ints,
    days: Ints,
    rates: Ints,
) -> None:
    """Write what each scene costs at least, were it needed next.

    Parameters
    ----------
    scenes
        Those that nobody needed so far.
    held
        People on location who are not complete.
    waiting
        People begun since, not complete.
    """
    while scenes != 0:
        scene = first_bit(scenes)
        scenes ^= ONE << scene
        absent = ~cast[scene]
        least = weight_of(waiting & absent, rates)
        delay = 0
        slot = depth
        while slot > 0 and least > 0:
            delay += work[slot, DELAY]
            if delay >= least:
                break
            begun = work[slot - 1, BEGUN] & ~work[slot - 1, DONE]
            earlier = delay + weight_of(begun & absent, rates)
            least = min(least, earlier)
            slot -= 1
        prices[scene] = days[scene] * (weight_of(held & absent, rates) + least)


@part
def _is_later(person: int, left: int, new: int, shot: int, needs: Ints) -> bool:
    """Tell whether somebody else surely completes no later, and is looked at."""
    while left != 0:
        other = first_bit(left)
        left ^= ONE << other
        if other != person:
            missing = needs[other] & ~shot
            if missing & ~new == 0 and (missing != new or other < person):
                return True
    return False


@part
def _reaches(
    here: int,
    ahead: int,
    room: int,
    most: int,
    needs: Ints,
    prices: Ints,
    work: Ints,
    cast: Ints,
    days: Ints,
    rates: Ints,
) -> int:
    """Give the steps it took to find an order below ``room``; less than 0: none is.

    Parameters
    ----------
    here, ahead
        People on location, and people who have yet to begin.
    room
        The cost to stay below.
    most
        Steps after which it counts as found.
    needs
        The scenes left of each person.
    prices, work
        Room to work in.
    """
    steps = 0
    depth = 0
    for column in range(CHILD):
        work[0, column] = 0
    work[0, CHILDREN] = -1
    while depth >= 0:
        if work[depth, CHILDREN] < 0:
            steps += 1
            shot = work[depth, SHOT]
            left = (here | ahead) & ~work[depth, DONE]
            look = left
            while look != 0:
                person = first_bit(look)
                look ^= ONE << person
                if needs[person] & ~shot == 0:
                    left ^= ONE << person
                    work[depth, DONE] |= ONE << person
                    if here >> person & 1:
                        work[depth, DELAY] += weight_of(ONE << person, rates)
            if left & here == 0 or steps > most:
                return steps
            union = left ^ left
            look = left
            while look != 0:
                person = first_bit(look)
                look ^= ONE << person
                union |= needs[person]
            _price_scenes(
                depth,
                union & ~shot,
                left & here,
                work[depth, BEGUN] & ~work[depth, DONE],
                prices,
                work,
                cast,
                days,
                rates,
            )
            count = 0
            look = left
            while look != 0:
                person = first_bit(look)
                look ^= ONE << person
                new = needs[person] & ~shot
                cost = work[depth, COST]
                add = new
                while add != 0 and cost < room:
                    scene = first_bit(add)
                    add ^= ONE << scene
                    cost += prices[scene]
                if cost < room and not _is_later(person, left, new, shot, needs):
                    place = count
                    while place > 0 and work[depth, CHILD_COST + place - 1] > cost:
                        before = place - 1
                        work[depth, CHILD_COST + place] = work[
                            depth, CHILD_COST + before
                        ]
                        work[depth, CHILD + place] = work[depth, CHILD + before]
                        place = before
                    work[depth, CHILD_COST + place] = cost
                    work[depth, CHILD + place] = person
                    count += 1
            work[depth, CHILDREN] = count
            work[depth, NEXT] = 0
        if work[depth, NEXT] >= work[depth, CHILDREN]:
            depth -= 1
            continue
        at = work[depth, NEXT]
        work[depth, NEXT] += 1
        person = work[depth, CHILD + at]
        shot = work[depth, SHOT]
        new = needs[person] & ~shot
        work[depth + 1, SHOT] = shot | new
        work[depth + 1, COST] = work[depth, CHILD_COST + at]
        work[depth + 1, DONE] = work[depth, DONE] | (ONE << person)
        work[depth + 1, DELAY] = weight_of((ONE << person) & here, rates)
        begun = work[depth, BEGUN]
        while new != 0:
            scene = first_bit(new)
            new ^= ONE << scene
            begun |= cast[scene] & ahead
        work[depth + 1, BEGUN] = begun
        work[depth + 1, CHILDREN] = -1
        depth += 1
    return -steps


@threaded
def weigh(
    begin: int,
    end: int,
    limit: int,
    most: int,
    sets: Ints,
    costs: Ints,
    stands: Bytes,
    alive: Bytes,
    everything: int,
    scenes_of: Ints,
    cast: Ints,
    days: Ints,
    rates: Ints,
    at_base: Ints,
    base_costs: Ints,
    needs: Ints,
    prices: Ints,
    work: Ints,
) -> int:
    """Mark which states of a stretch may end below a limit; give the steps it took.

    Parameters
    ----------
    begin, end
        The stretch of states.
    limit
        Cost to stay below.
    most
        Steps for one state, after which it stays.
    sets, costs, stands
        The states: scenes shot, their cost so far, the base of the last one.
    alive
        Written: 1 where a state may stay below the limit.
    everything
        The set of all scenes.
    scenes_of, cast
        Scenes of each person; people of each scene.
    days, rates
        Days of each scene; the table of `weight_table` for people.
    at_base, base_costs
        Scenes of each base; what a visit costs.
    needs, prices, work
        Room to work in: (people), (scenes), (people + 2, `COLUMNS`).
    """
    steps = 0
    for state in range(begin, end):
        shot = sets[state]
        left = everything & ~shot
        here = ONE - ONE
        ahead = ONE - ONE
        for person in range(scenes_of.shape[0]):
            needs[person] = scenes_of[person] & left
            if needs[person] != 0:
                if scenes_of[person] & shot != 0:
                    here |= ONE << person
                else:
                    ahead |= ONE << person
        room = limit - costs[state]
        for base in range(at_base.shape[0]):
            if base != stands[state] and at_base[base] & left != 0:
                room -= base_costs[base]
        if room <= 0:
            alive[state] = 0
            continue
        took = _reaches(here, ahead, room, most, needs, prices, work, cast, days, rates)
        alive[state] = 1 if took > 0 else 0
        steps += abs(took)
    return steps


@part
def _add(
    shot: int,
    cost: int,
    base: int,
    count: int,
    table: Ints,
    signs: Ints,
    sets: Ints,
    costs: Ints,
    stands: Bytes,
) -> int:
    """Put a state into the next layer, or better one that is there; give the count."""
    mask = table.shape[0] - 1
    place = (weight_of(shot, signs) ^ (base << 7)) & mask
    while table[place] != 0:
        known = table[place] - 1
        if sets[known] == shot and stands[known] == base:
            costs[known] = min(costs[known], cost)
            return count
        place = (place + 1) & mask
    table[place] = count + 1
    sets[count] = shot
    costs[count] = cost
    stands[count] = base
    return count + 1


@threaded
def grow(
    begin: int,
    end: int,
    limit: int,
    count: int,
    sets: Ints,
    costs: Ints,
    stands: Bytes,
    alive: Bytes,
    table: Ints,
    next_sets: Ints,
    next_costs: Ints,
    next_stands: Bytes,
    everything: int,
    scenes_of: Ints,
    cast: Ints,
    days: Ints,
    rates: Ints,
    base_of: Ints,
    base_costs: Ints,
    earlier: Ints,
    signs: Ints,
) -> int:
    """Add every next scene to the living states of a stretch; give the new count.

    Where a scene needs exactly the people on location, at the base where the unit
    stands, it costs nothing more and goes first. `FULL` where there is no room left.

    Parameters
    ----------
    count
        States in the next layer so far.
    table
        Where to find them: a power of two, 0 or one more than the state's number.
    earlier
        The scenes that have to stand before each.
    signs
        Random numbers for scenes, as `weight_table` has them.
    """
    room = min(next_sets.shape[0], table.shape[0] // 2)
    for state in range(begin, end):
        if alive[state] == 0:
            continue
        if count + days.shape[0] > room:
            return FULL
        shot = sets[state]
        left = everything & ~shot
        here = ONE - ONE
        for person in range(scenes_of.shape[0]):
            if scenes_of[person] & left != 0 and scenes_of[person] & shot != 0:
                here |= ONE << person
        look = left
        while look != 0:
            scene = first_bit(look)
            look ^= ONE << scene
            free = cast[scene] == here and base_of[scene] == stands[state]
            if free and earlier[scene] & left == 0:
                left = ONE << scene
                look = ONE - ONE
        while left != 0:
            scene = first_bit(left)
            left ^= ONE << scene
            if earlier[scene] & everything & ~shot != 0:
                continue
            cost = costs[state] + days[scene] * weight_of(here & ~cast[scene], rates)
            if base_of[scene] != stands[state]:
                cost += base_costs[base_of[scene]]
            if cost < limit:
                count = _add(
                    shot | (ONE << scene),
                    cost,
                    base_of[scene],
                    count,
                    table,
                    signs,
                    next_sets,
                    next_costs,
                    next_stands,
                )
    return count
