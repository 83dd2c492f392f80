"""Search in this process, and what every schedule has to stand up to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from daybreak.checking import check, count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.writing import write_part
from daybreak.solving.boards import Board, board_of_schedule, schedule_from_board
from daybreak.solving.problem import Problem, problem_of
from daybreak.solving.search import SearchRun
from tests.second_checker import second_check, second_costs
from tests.strategies import random_production


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search in this process found, by its own count."""

    problem: Problem
    board: Board
    schedule: Schedule
    boneyard: int
    cost: int
    iterations: int


def search(
    production: Production,
    *,
    seed: int = 1,
    iterations: int = 2000,
    start: Schedule | None = None,
) -> Found:
    """Search without a process of its own and without the rule book."""
    problem = problem_of(production)
    begin = None if start is None else board_of_schedule(problem, start)
    run = SearchRun(problem, seed=seed, start=begin)
    run.run(seconds=1.0, iterations=iterations, stop=lambda: False, tell=lambda _: None)
    board = run.board()
    boneyard, cost, steps = run.standing()
    return Found(
        problem=problem,
        board=board,
        schedule=schedule_from_board(problem, board),
        boneyard=boneyard,
        cost=cost,
        iterations=steps,
    )


def busy_production() -> Production:
    """Give 24 scenes of two units on a dozen days, some of them fitting nowhere."""
    return random_production(262, scenes=24)


def as_document(part: Any) -> dict[str, Any]:
    """Give the JSON object of a production or a schedule."""
    document = json.loads(json.dumps(write_part(part)))
    assert isinstance(document, dict)
    return document


def blocking(production: Production, schedule: Schedule) -> list[str]:
    """Give what a schedule breaks that blocks, as the rule book says it."""
    return [one.said for one in check(production, schedule) if one.level == "blocks"]


def blocking_for_the_second(production: Production, schedule: Schedule) -> set[str]:
    """Give the blocking rules that a schedule breaks, as the second checker reads."""
    found = second_check(as_document(production), as_document(schedule))
    return {rule for rule, *_ in found if production.level(rule) == "blocks"}  # type: ignore[arg-type]


def assert_sound(production: Production, schedule: Schedule, cost: int) -> None:
    """Demand a valid schedule of this cost, by both checkers, with every scene."""
    assert blocking(production, schedule) == []
    assert blocking_for_the_second(production, schedule) == set()
    assert count_costs(production, schedule).lines["total"] == cost
    counted = second_costs(as_document(production), as_document(schedule))
    assert counted["total"] == cost
    standing = {strip for day in schedule.days for strip in day.strips}
    everything = {scene.id for scene in production.scenes}
    assert standing | set(schedule.boneyard) == everything
    assert standing.isdisjoint(schedule.boneyard)
