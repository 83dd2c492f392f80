"""What a lever is worth: known answers, luck told from effect, stops."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.levers.finding import find_levers
from daybreak.solving.levers.measuring import Measured, Plans, Step, measure
from daybreak.solving.levers.replanning import Budget, Outcome, outcome_of, replanned
from tests.checking.productions import MON, TUE, WED
from tests.solving.brute import Tryout
from tests.solving.levers.cases import BRUTE_MOST, HELD, exact, one_held_day, outcome

FEW = Budget(iterations=300)


def measured(
    case: tuple[Production, Schedule], *, kinds: Any = (), **how: Any
) -> Measured:
    plans = Plans(
        **{"budget": FEW, "replan": exact, "prove": False, "workers": 1, **how}
    )
    production, plan = case
    levers = find_levers(production, plan, kinds=kinds).levers
    return measure(production, plan, outcome_of(production, plan, plan), levers, plans)


def test_every_lever_saves_what_trying_all_boards_says() -> None:
    """Known answers: the best plan with the fact against the best plan without.

    A week sooner scene 2 is shot on the Friday before: nobody is held on a weekend.
    """
    production, plan = one_held_day()
    _, best = Tryout(production, BRUTE_MOST).best()
    found = measured((production, plan))
    for one in found.values:
        _, cost = Tryout(one.lever.apply(production), BRUTE_MOST).best()
        assert one.saved.values == (best - cost,) * 3, one.lever.text
    saved = {one.lever.kind: one.saved.mean for one in found.values}
    assert saved == {
        "away": HELD,
        "pin": HELD,
        "end": 0,
        "day-length": 0,
        "hold": HELD // 2,
        "sixth-day": 0,
        "start": HELD,
    }


def test_one_absence_costs_exactly_one_held_day_by_the_engine() -> None:
    """The same by real replans: the way that users go."""
    production, plan = one_held_day()
    found = measured((production, plan), kinds=("away",), replan=None, seeds=1)
    (one,) = found.values
    assert one.saved.values == (HELD,)
    assert one.verdict == "likely"
    assert [str(day.date) for day in one.best.schedule.in_order()] == [MON, TUE]
    assert one.wraps["film"].mean == 1


def test_the_past_stays_as_it_was_shot() -> None:
    """From Wednesday on nothing can be saved any more: Tuesday is over."""
    production, plan = one_held_day()
    budget = replace(FEW, today=plan.days[1].date)
    one = replanned(production, plan, budget, seed=1)
    assert [str(day.date) for day in one.schedule.in_order()] == [MON, WED]


def test_the_most_helpful_comes_first() -> None:
    found = measured(one_held_day())
    saved = [one.saved.mean for one in found.values]
    assert saved == [HELD, HELD, HELD, HELD // 2, 0, 0, 0]


def test_what_any_search_gains_is_no_levers_merit() -> None:
    """A bad plan gets cheaper with a lever and without it: the lever saves nothing."""
    production, plan = one_held_day()
    given = outcome(plan, cost=5000)

    def lucky(made: Production, start: Schedule, seed: int) -> Outcome:
        return outcome(start, cost=3000)

    plans = Plans(budget=FEW, replan=lucky, prove=False, workers=1)
    levers = find_levers(production, plan).levers
    found = measure(production, plan, given, levers, plans)
    assert {one.saved.mean for one in found.values} == {0}
    assert {one.verdict for one in found.values} == {"none"}
    assert found.settled.cost == 3000


@pytest.mark.twin
def test_twin_held_against_the_plan_as_it_was_luck_would_look_like_an_effect() -> None:
    """Without the paired replans the same figures would say: saves 2,000."""
    _, plan = one_held_day()
    given, found = outcome(plan, cost=5000), outcome(plan, cost=3000)
    assert given.cost - found.cost == 2000


def test_noise_is_not_called_help() -> None:
    """A search that is 300 off now and then, whatever the lever."""
    production, plan = one_held_day()

    def noisy(made: Production, start: Schedule, seed: int) -> Outcome:
        off = 300 if (seed + len(made.units[0].workweek)) % 2 else 0
        return outcome(start, cost=3000 + off)

    plans = Plans(budget=FEW, replan=noisy, prove=False, workers=1, seeds=4)
    levers = find_levers(production, plan, kinds=("sixth-day",)).levers
    given = outcome_of(production, plan, plan)
    (one,) = measure(production, plan, given, levers, plans).values
    assert one.saved.values == (-300, 300, -300, 300)
    assert one.verdict == "unclear"


def test_screening_has_a_seed_of_its_own() -> None:
    """Those that were lucky once are measured with other dice."""
    production, plan = one_held_day()
    seen: list[tuple[bool, int]] = []

    def noted(made: Production, start: Schedule, seed: int) -> Outcome:
        seen.append((made is production, seed))
        return exact(made, start, seed)

    found = measured((production, plan), replan=noted, top=2, seeds=2)
    assert [seed for is_base, seed in seen if is_base] == [1, 2]
    assert [seed for is_base, seed in seen if not is_base] == [3] * 7 + [1, 2, 1, 2]
    assert {one.saved.mean for one in found.values} == {HELD}
    assert len(found.screened) == 5


def test_a_stop_gives_what_was_measured_by_then() -> None:
    production, plan = one_held_day()
    told: list[Step] = []

    def stop() -> bool:
        return sum(one.value is not None for one in told) >= 2

    found = measured(
        (production, plan),
        budget=replace(FEW, stop=stop),
        tell=told.append,
    )
    assert 2 <= len(found.values) <= 3
    assert all(len(one.saved.values) == 3 for one in found.values)


def test_a_stop_at_once_gives_nothing_and_no_error() -> None:
    found = measured(one_held_day(), budget=replace(FEW, stop=lambda: True))
    assert found.values == ()
    assert found.settled == found.given


def test_a_proof_says_that_a_lever_cannot_help() -> None:
    """The cheapest plan with the lever costs as much: proven, not only not seen."""
    production, plan = one_held_day()
    budget = Budget(seconds=3)
    found = measured(
        (production, plan), kinds=("end",), budget=budget, prove=True, seeds=1
    )
    (one,) = found.values
    assert found.bound == found.settled.cost
    assert (one.at_most, one.verdict) == (0, "none")
