"""Who at least is between two days of their work, wherever a shoot is cut in two.

Cut a shoot after some date. A person all of whose strips are shot before it, or all
after it, may be free; everyone else is in the middle of their work: they work on or
are held. Days hold only so much, so whoever is to be free has strips that have to fit
on one side. A branch and bound over the people - before, after, in the middle - finds
the cheapest set of people in the middle, and with it proves that none is cheaper.

The idea is that of the cut bounds for linear arrangement problems; for scheduling
talent the sets of people on location are those of Cheng, Diamond and Lin (1993).
"""

from __future__ import annotations

from daybreak.solving.engines.arrays import Bytes, Ints
from daybreak.solving.engines.compiled import compiled, part

WORD = 60  # strips in one word of a set
BEFORE, AFTER, BETWEEN = range(3)
# columns of `frames`: what a step of the search has decided so far
VALUE, CEILING, NEXT, WHO_BEFORE, WHO_AFTER = range(5)


@part
def _possible(
    depth: int, frames: Ints, order: Ints, prices: Ints, conflicts: Ints, barred: Ints
) -> int:
    """Give what is saved at most by those who are not decided yet."""
    total = 0
    before, after = frames[depth, WHO_BEFORE], frames[depth, WHO_AFTER]
    for at in range(depth, len(order)):
        person = order[at]
        if (conflicts[person] & after or (barred[BEFORE] >> person) & 1) and (
            conflicts[person] & before or (barred[AFTER] >> person) & 1
        ):
            continue
        total += prices[person]
    return total


@part
def _place(
    person: int,
    side: int,
    depth: int,
    scenes_from: Ints,
    scenes: Ints,
    base: Ints,
    weights: Ints,
    room: Ints,
    touched: Ints,
    used: Ints,
) -> bool:
    """Put all strips of a person on a side of the next frame; tell whether they fit."""
    for each in range(2):
        for word in range(touched.shape[2]):
            touched[depth + 1, each, word] = touched[depth, each, word]
        for kind in range(used.shape[2]):
            for place in range(used.shape[3]):
                used[depth + 1, each, kind, place] = used[depth, each, kind, place]
    if side == BETWEEN:
        return True
    for at in range(scenes_from[person], scenes_from[person + 1]):
        scene = scenes[at]
        word, bit = scene // WORD, scene % WORD
        if (touched[depth + 1, side, word] >> bit) & 1:
            continue
        touched[depth + 1, side, word] |= 1 << bit
        for kind in range(used.shape[2]):
            used[depth + 1, side, kind, base[scene]] += weights[kind, scene]
            if used[depth + 1, side, kind, base[scene]] > room[side, kind, base[scene]]:
                return False
    return True


@part
def _search(
    order: Ints,
    prices: Ints,
    conflicts: Ints,
    barred: Ints,
    scenes_from: Ints,
    scenes: Ints,
    base: Ints,
    weights: Ints,
    room: Ints,
    frames: Ints,
    touched: Ints,
    used: Ints,
    best: Ints,
    nodes: int,
) -> int:
    """Give the most that can be saved, or more where the nodes run out.

    ``best``: value, who is before, who is after; what it holds at first is a start.
    """
    depth, seen = 0, 0
    frames[0, VALUE] = frames[0, NEXT] = 0
    frames[0, WHO_BEFORE] = frames[0, WHO_AFTER] = 0
    while depth >= 0:
        if frames[depth, NEXT] == 0:
            seen += 1
            if frames[depth, VALUE] > best[0]:
                best[0] = frames[depth, VALUE]
                best[1] = frames[depth, WHO_BEFORE]
                best[2] = frames[depth, WHO_AFTER]
            frames[depth, CEILING] = frames[depth, VALUE] + _possible(
                depth, frames, order, prices, conflicts, barred
            )
            if depth == len(order) or frames[depth, CEILING] <= best[0]:
                depth -= 1
                continue
            if seen > nodes:
                ceiling = frames[depth, CEILING]
                for at in range(depth):
                    if frames[at, NEXT] <= BETWEEN:
                        ceiling = max(ceiling, frames[at, CEILING])
                return max(ceiling, best[0])
        side = frames[depth, NEXT]
        if side > BETWEEN or frames[depth, CEILING] <= best[0]:
            depth -= 1
            continue
        frames[depth, NEXT] = side + 1
        person = order[depth]
        before, after = frames[depth, WHO_BEFORE], frames[depth, WHO_AFTER]
        if side == BEFORE and (conflicts[person] & after or (barred[0] >> person) & 1):
            continue
        if side == AFTER and (conflicts[person] & before or (barred[1] >> person) & 1):
            continue
        if not _place(
            person, side, depth, scenes_from, scenes, base, weights, room, touched, used
        ):
            continue
        gain = prices[person] if side != BETWEEN else 0
        frames[depth + 1, VALUE] = frames[depth, VALUE] + gain
        frames[depth + 1, WHO_BEFORE] = before | ((side == BEFORE) << person)
        frames[depth + 1, WHO_AFTER] = after | ((side == AFTER) << person)
        frames[depth + 1, NEXT] = 0
        depth += 1
    return best[0]


@compiled
def least_between(
    cells: Ints,
    marks: Ints,
    days: Ints,
    whole: Ints,
    prices: Ints,
    free: Ints,
    order: Ints,
    conflicts: Ints,
    scenes_from: Ints,
    scenes: Ints,
    base: Ints,
    weights: Ints,
    capacity: Ints,
    forced: Bytes,
    start_used: Ints,
    start_touched: Ints,
    start_barred: Ints,
    frames: Ints,
    touched: Ints,
    used: Ints,
    room: Ints,
    open_prices: Ints,
    kept: Ints,
    costs: Ints,
    nodes: int,
) -> None:
    """Fill ``costs``: least price of those in the middle, for cells and marks.

    Parameters
    ----------
    cells, marks
        (requests) which cut is asked for: days shot at each base, and the mark of the
        date: who is free and what has to be shot before or after.
    days, whole
        (cells, bases) days shot; (bases) days in all.
    prices, free
        (people); (marks) set of those available.
    order
        People, dearest first.
    conflicts
        (people) who shares a strip with whom.
    weights, capacity
        (kinds, scenes) shares of a day that each strip takes; (kinds) a whole day's.
    forced
        (marks) 1 where what has to be shot before and after cannot be told apart.
    start_used, start_touched, start_barred
        (marks, 2, kinds, bases), (marks, 2, words), (marks, 2): strips that have to be
        before or after, what they take, and who can no longer be on that side.
    kept
        (cells, marks, 2) who was before and after in the best answer; read and written.
    costs
        (cells, marks) the answers; -1 where that cut cannot be.
    nodes
        Most steps of one search; where they run out the answer is lower.
    """
    for request in range(len(cells)):
        cell, mark = cells[request], marks[request]
        if forced[mark]:
            costs[cell, mark] = -1
            continue
        fits = True
        for kind in range(len(capacity)):
            for place in range(len(whole)):
                shot = days[cell, place]
                room[BEFORE, kind, place] = capacity[kind] * shot
                room[AFTER, kind, place] = capacity[kind] * (whole[place] - shot)
                for side in range(2):
                    given = start_used[mark, side, kind, place]
                    used[0, side, kind, place] = given
                    if given > room[side, kind, place]:
                        fits = False
        if not fits:
            costs[cell, mark] = -1
            continue
        for side in range(2):
            for word in range(touched.shape[2]):
                touched[0, side, word] = start_touched[mark, side, word]
        total = 0
        for person in range(len(prices)):
            is_free = (free[mark] >> person) & 1
            open_prices[person] = prices[person] if is_free else 0
            total += open_prices[person]
        best = kept[cell, mark]
        value = 0
        for person in range(len(prices)):
            if ((best[1] | best[2]) >> person) & 1:
                value += open_prices[person]
        best[0] = value
        most = _search(
            order,
            open_prices,
            conflicts,
            start_barred[mark],
            scenes_from,
            scenes,
            base,
            weights,
            room,
            frames,
            touched,
            used,
            best,
            nodes,
        )
        costs[cell, mark] = total - most
