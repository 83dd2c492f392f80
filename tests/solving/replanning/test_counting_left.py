"""RELIABILITY B1 and B11: the engine counts a shoot under way as the rule book does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from daybreak.checking import check, count_costs
from daybreak.model.standing import changed_strips, places_of
from daybreak.solving.engines.arrays import PAST_COST, PAST_DATE, PAST_OPEN
from daybreak.solving.replanning.judging import blocking, with_what_was_shot
from daybreak.solving.replanning.left import set_change_cost
from tests.solving.kernels import Steps, mismatches
from tests.solving.replanning.shoots import Shoot, random_shoots

SHOOTS = 60
CHANGE_COST = 777


def disagreements(shoot: Shoot, *, boards: int = 6, moves: int = 15) -> list[str]:
    """Give where the engine's count and the rule book's differ, on several boards."""
    steps = Steps(shoot.problem, seed=1)
    found = []
    for _ in range(boards):
        for _ in range(moves):
            steps.move()
        cost, breaks, boneyard = steps.counted_now()["totals"].tolist()
        plan = steps.schedule_now()
        whole = with_what_was_shot(shoot.problem, plan)
        changed = len(changed_strips(shoot.keep.earlier, places_of(plan)))
        total = count_costs(shoot.so_far.production, whole).lines["total"]
        if cost != total + CHANGE_COST * changed:
            found.append("cost")
        if boneyard != len(plan.boneyard):
            found.append("boneyard")
        if (breaks > 0) != bool(blocking(shoot.problem, plan)):
            found.append("breaks")
    if mismatches(steps.counted_now(), steps.counted_anew()):
        found.append("anew")
    return found


def test_what_was_shot_counts_as_the_rule_book_counts_it() -> None:
    """RELIABILITY B1, B11: total + change cost x strips changed, on 360 boards."""
    met: Counter[str] = Counter()
    for shoot in random_shoots():
        set_change_cost(shoot.problem, CHANGE_COST, len(shoot.keep.earlier))
        assert disagreements(shoot) == [], f"seed {shoot.seed}"
        met["shoots"] += 1
        met["rests of whole days"] += bool(shoot.so_far.rest_of)
        met["homes"] += bool((shoot.problem.scenes.home >= 0).any())
        met["units shot"] += bool((shoot.problem.units.past[:, PAST_DATE] >= 0).all())
        met["open dates"] += bool(shoot.problem.units.past[:, PAST_OPEN].any())
        if met["shoots"] == SHOOTS:
            break
    assert min(met.values()) >= 3, met
    assert len(met) == 5


def test_broken_rules_of_the_past_are_facts() -> None:
    """What was shot against the rules costs its money and binds no plan."""
    met = 0
    for shoot in random_shoots():
        plan = Steps(shoot.problem, seed=1).schedule_now()
        whole = with_what_was_shot(shoot.problem, plan)
        broken = check(shoot.so_far.production, whole)
        past = [one for one in broken if one.level == "blocks"]
        assert blocking(shoot.problem, plan) == []
        assert all(one.where.date and one.where.date < shoot.today for one in past)
        met += bool(past)
        if met >= 30:
            return


def forget_the_last_day(shoot: Shoot) -> None:
    """Leave out that a unit has shot before."""
    shoot.problem.units.past[:, PAST_DATE] = -1


def forget_what_was_paid(shoot: Shoot) -> None:
    """Leave out what the days shot have cost."""
    shoot.problem.units.past[0, PAST_COST] = 0


def forget_who_worked(shoot: Shoot) -> None:
    """Leave out that people have worked before."""
    assert shoot.problem.past is not None
    shoot.problem.past.work.person_days[:] = 0
    shoot.problem.past.work.deal_days[:] = 0


@pytest.mark.twin
@pytest.mark.parametrize(
    "fault", [forget_the_last_day, forget_what_was_paid, forget_who_worked]
)
def test_a_past_that_is_half_forgotten_is_caught(
    fault: Callable[[Shoot], None],
) -> None:
    """RELIABILITY B11: the broken twins of the comparison."""
    for at, shoot in enumerate(random_shoots()):
        set_change_cost(shoot.problem, CHANGE_COST, len(shoot.keep.earlier))
        fault(shoot)
        if disagreements(shoot, boards=3):
            return
        assert at < 60
