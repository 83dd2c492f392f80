"""Replan: from a shoot under way to schedules that the rule book has passed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from time import monotonic, time
from typing import Any

from daybreak._version import __version__
from daybreak.checking import check, costed, count_costs
from daybreak.model.errors import SolverError, UsageError
from daybreak.model.files import to_json
from daybreak.model.production import Production
from daybreak.model.schedule import MadeBy, Schedule
from daybreak.model.shot import Shot
from daybreak.model.standing import changed_strips, places_of
from daybreak.solving.boards import Board, schedule_from_board
from daybreak.solving.engines.cache import is_ready
from daybreak.solving.problem import Problem
from daybreak.solving.reasons import Deadline, completed, reasons_for
from daybreak.solving.replanning.alternatives import (
    Alternative,
    Replanned,
    other_days,
    people_with_other_dates,
)
from daybreak.solving.replanning.earlier import Earlier, as_before, earlier_of
from daybreak.solving.replanning.front import Front, Point, spread
from daybreak.solving.replanning.judging import blocking
from daybreak.solving.replanning.keep import Keep
from daybreak.solving.replanning.left import problem_left, set_change_cost
from daybreak.solving.replanning.splitting import UnderWay, under_way
from daybreak.solving.result import Progress
from daybreak.solving.running import Run
from daybreak.solving.solve import (
    WORKERS,
    check_limits,
    made_by_of,
    notes_of,
    patience_of,
    prepare,
    why_nothing,
)

MOST_ALTERNATIVES = 50
Tell = Callable[[Progress], None]


def replan(
    production: Production,
    earlier: Schedule,
    *,
    today: date,
    shot: Shot | None = None,
    change_cost: int | None = None,
    alternatives: int = 1,
    seconds: float = 20.0,
    iterations: int | None = None,
    seed: int = 1,
    progress: Tell | None = None,
    stop: Callable[[], bool] | None = None,
    workers: int = WORKERS,
) -> Replanned:
    """Give ways to go on with a shoot: what was shot stays, the rest may move.

    Parameters
    ----------
    production
        As it is known today.
    earlier
        The schedule that was shot by so far.
    today
        The first date that may be planned.
    shot
        What was shot before today; None where the earlier schedule's days were shot
        as planned.
    change_cost
        What it is worth to keep a strip on its date and unit, in whole currency; None
        for as few changes as can be, whatever they cost.
    alternatives
        How many ways to give at the most, from fewest changes to cheapest.
    seconds
        Time from the call to the answer; compiling kernels does not count.
    iterations
        Moves for each worker to try, in place of a time.
    seed, progress, stop, workers
        As `daybreak.solve` takes them.

    Returns
    -------
    Replanned
        Schedules, checked and costed by `daybreak.checking`.

    Raises
    ------
    SolverError
        When no worker gave any board, or a board breaks a rule.
    UsageError
        When a limit makes no sense, or what was shot cannot be.
    DocumentError
        When ``earlier`` names a unit that the production does not have.

    Notes
    -----
    SPEC 5, and the end of section 4. A schedule's ``status`` is ``infeasible`` where
    the days shot break a rule that blocks.
    """
    check_limits(seconds, iterations, workers)
    _check_wishes(change_cost, alternatives)
    if not is_ready() and prepare(progress, stop):
        stop = _at_once
    called = monotonic()
    so_far = under_way(production, earlier, today, shot)
    before = earlier_of(production, so_far, earlier, today)
    keep = Keep(today=today, shot=so_far.shot, earlier=before.places)
    problem = problem_left(so_far.production, keep)
    set_change_cost(problem, change_cost or 0, len(before.places))
    task = {
        "kind": "replan",
        "production": to_json(so_far.production),
        "keep": keep.to_data(),
        "change_cost": change_cost,
        "alternatives": alternatives,
        "seconds": seconds,
        "iterations": iterations,
        "called": time(),
    }
    run = _run(task, seed, workers, progress, stop, called, len(so_far.shot))
    patience = patience_of(seconds, iterations, was_stopped=run.was_stopped)
    judge = _Judge(
        problem=problem,
        so_far=so_far,
        earlier=earlier,
        before=before,
        made=made_by_of(seed, iterations, workers, monotonic() - called),
        deadline=Deadline(patience),
    )
    points = _wanted(run, judge, change_cost, alternatives)
    return Replanned(
        production=so_far.production,
        alternatives=tuple(judge.alternative(point) for point in points),
        rest_of=so_far.rest_of,
        seconds=monotonic() - called,
        seed=seed,
        iterations=sum(worker.iterations for worker in run.team),
        version=__version__,
        notes=(*before.notes, *notes_of(run)),
    )


def _check_wishes(change_cost: int | None, alternatives: int) -> None:
    if change_cost is not None and change_cost < 0:
        raise UsageError(f"A change cannot cost {change_cost}.\nMaybe give 0, or more.")
    if not 1 <= alternatives <= MOST_ALTERNATIVES:
        raise UsageError(
            f"{alternatives} alternatives cannot be given; 1 to {MOST_ALTERNATIVES} "
            "can.\nMaybe ask for 5."
        )


def _at_once() -> bool:
    return True


def _run(
    task: dict[str, Any],
    seed: int,
    workers: int,
    progress: Tell | None,
    stop: Callable[[], bool] | None,
    called: float,
    shot_days: int,
) -> Run:
    """Let the workers search until they are done or stopped."""
    run = Run(
        [
            {**task, "seed": seed * 64 + number, "number": number}
            for number in range(workers)
        ],
        bound_task=None,
        progress=None if progress is None else lambda one: progress(told(one)),
        stop=stop,
        called=called,
    )

    def told(one: Progress) -> Progress:
        """Count the days of the cheapest board; the engine tells of a whole front."""
        *_, cheapest = run.best.board[-1]
        return replace(one, days=shot_days + len(cheapest))

    run.until_done()
    return run


def _wanted(
    run: Run, judge: _Judge, change_cost: int | None, alternatives: int
) -> list[Point[Schedule]]:
    """Give the schedules asked for, of all boards that the workers have found.

    The earlier schedule is among them where it still stands and nothing beats it.
    """
    boards: Front[Board | None] = Front()
    standing = judge.standing()
    if standing is not None:
        boards.add(standing)
    for worker in run.team:
        for boneyard, changed, cost, board in worker.board or ():
            boards.add(Point(boneyard, changed, cost, board))
    if not boards.points:
        if not run.was_stopped:
            raise SolverError(why_nothing(run.team))
        boards.add(Point(0, 0, 0, []))
    if alternatives == 1 and change_cost is not None:
        chosen = [boards.least(change_cost)]
    else:
        chosen = spread(_from(standing, boards.points), alternatives)
    found = [judge.point(judge.schedule(one.thing)) for one in chosen]
    if min(one.boneyard for one in found) < found[0].boneyard:
        return Front(found).points  # a strip was put up that the engine had left out
    first, *others = found
    # days left as they were may cost less than the engine made of them
    cheaper = [one for one in Front(others).points if one.cost < first.cost]
    return [first, *(one for one in cheaper if one.changed > first.changed)]


def _from(
    standing: Point[Board | None] | None, points: list[Point[Board | None]]
) -> list[Point[Board | None]]:
    """Give the points behind the schedule so far, where no plan moves fewer strips.

    It comes first even where a day of it could be shot in a cheaper order: nobody has
    to hear of anything.
    """
    least = points[0]
    if standing is None or standing.boneyard > least.boneyard:
        return points
    if standing.changed > least.changed:
        return points
    return [standing, *(one for one in points if one.changed > standing.changed)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    """Makes schedules of boards, and lets through what the rule book passes."""

    problem: Problem
    so_far: UnderWay
    earlier: Schedule
    before: Earlier
    made: MadeBy
    deadline: Deadline

    def schedule(self, board: Board | None) -> Schedule:
        """Give the whole schedule of a board, days left alone as they were.

        None stands for the schedule so far, as it would go on.

        Raises
        ------
        SolverError
            When it breaks a rule from today on.
        """
        if board is None:
            return self.before.schedule
        found = schedule_from_board(self.problem, board)
        broken = blocking(self.problem, found)
        if broken:
            told = "; ".join(one.said for one in broken[:3])
            raise SolverError(
                f"The engine's schedule breaks {len(broken)} rules ({told}).\n"
                "This is a fault of Daybreak: nothing was taken from it."
            )
        found = completed(self.problem, found, self.deadline)
        return as_before(self.problem, found, self.before.schedule)

    def point(self, schedule: Schedule) -> Point[Schedule]:
        """Give a schedule with its figures, counted by the rule book."""
        total = count_costs(self.so_far.production, schedule).lines["total"]
        changed = changed_strips(self.before.places, places_of(schedule))
        return Point(len(schedule.boneyard), len(changed), total, schedule)

    def standing(self) -> Point[Board | None] | None:
        """Give the figures of the schedule so far; None where it cannot stand."""
        if not self.before.is_standing:
            return None
        point = self.point(self.before.schedule)
        return Point(point.boneyard, point.changed, point.cost, None)

    def alternative(self, point: Point[Schedule]) -> Alternative:
        """Give all that there is to say of a schedule."""
        production, today = self.so_far.production, self.before.today
        extra = {**self.made.extra, "today": today.isoformat()}
        schedule = replace(
            point.thing,
            made_by=replace(self.made, extra=extra),
            status=self._status(point.thing),
            bound=None,
        )
        schedule = costed(production, schedule)
        left = replace(
            schedule, days=tuple(day for day in schedule.days if day.date >= today)
        )
        return Alternative(
            schedule=schedule,
            cost=point.cost,
            changed=changed_strips(self.before.places, places_of(schedule)),
            people=people_with_other_dates(production, self.earlier, schedule, today),
            days=other_days(self.earlier, schedule, self.so_far.rest_of, today),
            is_fewest=not point.boneyard and point.changed <= self._least_changes(),
            reasons=reasons_for(self.problem, left, self.deadline),
        )

    def _status(self, schedule: Schedule) -> Any:
        """Say that it cannot be valid where days shot break a rule (SPEC 4)."""
        broken = check(self.so_far.production, schedule)
        is_broken = any(one.level == "blocks" for one in broken)
        return "infeasible" if is_broken else "feasible"

    def _least_changes(self) -> int:
        """Count the strips that no plan can leave where they were."""
        place = {
            scene.id: at for at, scene in enumerate(self.problem.production.scenes)
        }
        home = self.problem.scenes.home
        return sum(home[place[strip]] < 0 for strip in self.before.places)
