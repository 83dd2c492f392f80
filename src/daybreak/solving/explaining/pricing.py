"""What a way out costs: a whole plan with it against the plan without.

First the plan as it stands takes the scenes in: everything else stays where it may,
and each day that the last scene could take is tried. Where there is time, both plans
are then searched on, with the same seed and the same seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.errors import DaybreakError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.explanation import WayOut
from daybreak.solving.explaining.family import Family
from daybreak.solving.explaining.growing import finished, laid_around, wished_slots
from daybreak.solving.explaining.laying import Position, Table
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.explaining.placing import place_all
from daybreak.solving.explaining.plan import Plan, plan_of
from daybreak.solving.explaining.puzzle import puzzle_of, set_bits
from daybreak.solving.explaining.scale import Way

MOST_SLOTS_TRIED = 12
STEPS = 600
SEARCH_LEAST_SECONDS = 4.0  # a search needs some to begin
SIDE_BY_SIDE = 2
MOST_SEARCHED = 5
Solve = Callable[[Production, Schedule, Deadline], Schedule]


def priced(
    production: Production,
    plan: Plan,
    family: Family,
    ways: Sequence[Way],
    deadline: Deadline,
    *,
    solve: Solve,
) -> tuple[WayOut, ...]:
    """Give ways out of a conflict with what each costs, cheapest first.

    Parameters
    ----------
    plan
        A valid plan of the production as it is, to compare with.
    family
        The conflict.
    solve
        Searches on from a schedule: ``solve(production, start, deadline)``.
    """
    scenes = family.core.scenes
    takes_in = deadline.share(0.5)
    found = [
        None
        if takes_in.is_over()
        else taken_in(way.apply(production), plan.schedule, family, takes_in)
        for way in ways
    ]
    outs = [
        _out(production, way, one, plan, scenes)
        for way, one in zip(ways, found, strict=True)
    ]
    outs = sorted(outs, key=_rank)
    return tuple(
        sorted(
            _searched_on(production, plan, scenes, outs, ways, deadline, solve),
            key=_rank,
        )
    )


def _rank(out: WayOut) -> tuple[bool, int, int]:
    return (not out.verified, out.boneyard or 0, out.cost or 0)


def _out(
    production: Production,
    way: Way,
    schedule: Schedule | None,
    plan: Plan,
    scenes: Sequence[str],
) -> WayOut:
    """Give a way out; priced where a plan of the changed production places all."""
    plain = WayOut(text=way.text, change=way.change)
    changed = way.apply(production)
    if schedule is None or not _is_way(changed, schedule, scenes, plan):
        return plain
    made = plan_of(changed, schedule)
    return WayOut(
        text=way.text,
        change=way.change,
        cost=made.total - plan.total,
        boneyard=len(schedule.boneyard),
        verified=True,
        schedule=made.schedule,
    )


def _is_way(
    changed: Production, schedule: Schedule, scenes: Sequence[str], plan: Plan
) -> bool:
    """Tell whether a plan is valid, and leaves out fewer, and none of the scenes."""
    if len(schedule.boneyard) >= len(plan.schedule.boneyard):
        return False
    left = set(schedule.boneyard) & set(scenes)
    return not left and is_valid(check(changed, schedule))


def taken_in(
    production: Production,
    board: Schedule,
    family: Family,
    deadline: Deadline,
) -> Schedule | None:
    """Give the best board found that places the scenes of a conflict.

    All others stand as they were where that can be; scenes that share the conflict's
    fate are taken in as far as they fit. None where no board was found.
    """
    table = Table(puzzle_of(production), tell_twins_apart=True)
    place = {scene.id: at for at, scene in enumerate(production.scenes)}
    wished = wished_slots(table.puzzle, board)
    core = [place[one] for one in family.core.scenes]
    more = [place[one] for one in family.likewise if place[one] not in wished]
    boards: list[Schedule] = []
    for aside in ([one for one in core if one not in wished], core):
        if aside and not boards:
            stays = {one: at for one, at in wished.items() if one not in aside}
            boards = _with_one_more(table, stays, aside, more, deadline)
    if not boards:
        boards = _laid_anew(table, family, wished, deadline)
    return min(
        boards,
        key=lambda one: (
            len(one.boneyard),
            count_costs(production, one).lines["total"],
        ),
        default=None,
    )


def _laid_anew(
    table: Table, family: Family, wished: dict[int, int], deadline: Deadline
) -> list[Schedule]:
    """Give a board with the scenes of a conflict first, all others around them."""
    part = only(table.puzzle.production, set(family.core.scenes))
    answer = place_all(puzzle_of(part), steps=STEPS, is_over=deadline.is_over)
    if answer.schedule is None:
        return []
    there = wished_slots(table.puzzle, answer.schedule)
    position = laid_around(table, list(there), {**wished, **there}, deadline)
    return _finished(table, [] if position is None else [position])


def _with_one_more(
    table: Table,
    stays: dict[int, int],
    aside: Sequence[int],
    more: Sequence[int],
    deadline: Deadline,
) -> list[Schedule]:
    """Give boards with the last of some scenes on each day that it may have.

    Parameters
    ----------
    stays
        The slots of the scenes that stay.
    more
        Scenes to take in afterwards, as far as they fit.
    """
    position: Position | None = table.empty([*aside, *more])
    for scene in sorted(stays, key=lambda one: stays[one]):
        if position is not None and not deadline.is_over():
            position = table.laid(position, scene, stays[scene], lenient=True)
    late = deadline.is_over()
    if late or position is None or not all(one in position.left for one in aside):
        return []
    free = position.left
    *others, last = sorted(aside, key=lambda one: (-free[one].bit_count(), one))
    for scene in others[::-1]:
        position = _on_one_of(table, position, scene)
        if position is None or last not in position.left:
            return []
    slots = set_bits(position.left[last])
    step = max(1, -(-len(slots) // MOST_SLOTS_TRIED))
    positions = []
    for slot in slots[::step]:
        over = deadline.is_over()
        there = None if over else table.laid(position, last, slot, lenient=True)
        if there is not None:
            positions.append(_with_more(table, there, more))
    return _finished(table, positions)


def _with_more(table: Table, position: Position, more: Sequence[int]) -> Position:
    for scene in more:
        position = _on_one_of(table, position, scene) or position
    return position


def _on_one_of(table: Table, position: Position, scene: int) -> Position | None:
    """Give the board with a scene on the first slot that it may have."""
    slots = set_bits(position.left.get(scene, 0))
    laid = (table.laid(position, scene, slot, lenient=True) for slot in slots)
    return next((one for one in laid if one is not None), None)


def _finished(table: Table, positions: Sequence[Position]) -> list[Schedule]:
    found = (finished(table, position) for position in positions)
    return [one for one in found if one is not None]


# --- searching on ------------------------------------------------------------------


def _searched_on(
    production: Production,
    plan: Plan,
    scenes: Sequence[str],
    outs: Sequence[WayOut],
    ways: Sequence[Way],
    deadline: Deadline,
    solve: Solve,
) -> list[WayOut]:
    """Search on from the plan and from the cheapest ways; price these anew."""
    by_change = {way.change.path + way.text: way for way in ways}
    chosen = list(outs[:MOST_SEARCHED])
    rounds = -(-(1 + len(chosen)) // SIDE_BY_SIDE)
    while chosen and deadline.left / rounds < SEARCH_LEAST_SECONDS:
        chosen.pop()
        rounds = -(-(1 + len(chosen)) // SIDE_BY_SIDE)
    if not chosen:
        return list(outs)
    changes = [by_change[out.change.path + out.text] for out in chosen]
    jobs = [(production, plan.schedule)]
    jobs += [
        (way.apply(production), out.schedule or plan.schedule)
        for way, out in zip(changes, chosen, strict=True)
    ]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        seconds = deadline.left / rounds
        answers = list(
            pool.map(lambda job: _solved(solve, job, deadline, seconds), jobs)
        )
    base, *rest = answers
    better = plan if base is None else plan_of(production, base)
    if len(better.schedule.boneyard) < len(plan.schedule.boneyard):
        better = plan  # a plan that leaves out less is no measure for these prices
    new = [
        out
        if schedule is None
        else _dearer_or(out, _out(production, way, schedule, better, scenes))
        for way, out, schedule in zip(changes, chosen, rest, strict=True)
    ]
    return [*new, *outs[len(chosen) :]]


def _dearer_or(out: WayOut, new: WayOut) -> WayOut:
    """Keep what was priced before where the search found no plan at all."""
    return new if new.verified else out


def _solved(
    solve: Solve,
    job: tuple[Production, Schedule],
    deadline: Deadline,
    seconds: float,
) -> Schedule | None:
    try:
        return solve(*job, Deadline(seconds, deadline.is_over))
    except DaybreakError:
        return None  # one search less; what was found before stays
