"""What is locked stays: said to the planner as facts, and laid back afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import check, is_valid
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office import planning
from daybreak.office.live.keeping import Keep, laid_back, production_keeping
from daybreak.solving.fixed import allowed_slots
from tests.reports.made_up import harbor

DAY = ("main", "2027-03-02")


def board() -> tuple[Production, Schedule]:
    production, schedule = harbor()
    return production, replace(schedule, cost={}, bound=None, status=None)


def strips_of(schedule: Schedule) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(one.unit, one.date.isoformat()): one.strips for one in schedule.days}


def may_stand(production: Production, scene: str, day: date) -> bool:
    slots = [("main", day)]
    row = [one.id for one in production.scenes].index(scene)
    return bool(allowed_slots(production, slots)[row, 0])


def test_locked_strip_may_stand_nowhere_else() -> None:
    production, schedule = board()
    (unit, day), strips = next(iter(strips_of(schedule).items()))
    made = production_keeping(production, schedule, Keep(strips=frozenset({strips[0]})))
    here = date.fromisoformat(day)
    assert unit == "main"
    assert may_stand(made, strips[0], here)
    assert not may_stand(made, strips[0], here + timedelta(days=1))
    assert may_stand(made, strips[1], here + timedelta(days=1))


@pytest.mark.parametrize("level", ["blocks", "warns", "ignored"])
def test_locked_day_lets_nothing_else_in_whatever_the_rules(level: str) -> None:
    production, schedule = board()
    production = replace(
        production,
        rules={"element": level, "pin": level},  # type: ignore[dict-item]
    )
    (unit, day), strips = next(iter(strips_of(schedule).items()))
    keep = Keep(days=frozenset({(unit, day)}))
    made = production_keeping(production, schedule, keep)
    others = [one.id for one in made.scenes if one.id not in strips]
    here = date.fromisoformat(day)
    assert not any(may_stand(made, one, here) for one in others)
    assert all(may_stand(made, one, here) for one in strips)
    assert may_stand(made, "s2", here) == ("s2" in strips)


@pytest.mark.twin
def test_without_the_gate_others_would_come_in() -> None:
    """The broken twin: pins alone do not keep a day as it is."""
    production, schedule = board()
    (unit, day), strips = next(iter(strips_of(schedule).items()))
    pinned = production_keeping(production, schedule, Keep(strips=frozenset(strips)))
    others = [one.id for one in pinned.scenes if one.id not in strips]
    assert any(may_stand(pinned, one, date.fromisoformat(day)) for one in others)
    assert unit == "main"


def test_plan_leaves_a_locked_day_as_it_was_and_moves_the_rest() -> None:
    production, schedule = board()
    keep = Keep(days=frozenset({("main", "2027-03-01")}))
    made = production_keeping(production, schedule, keep)
    found = planning.plan(made, iterations=3000, seed=1, start=schedule, workers=1)
    laid = laid_back(found.opened.schedule, schedule, keep)
    assert strips_of(laid)["main", "2027-03-01"] == ("s1", "s4", "s2")
    assert is_valid(check(production, laid))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_is_kept_is_laid_back_wherever_a_plan_put_it(data: st.DataObject) -> None:
    production, schedule = board()
    scenes = [one.id for one in production.scenes]
    days = list(strips_of(schedule))
    placed = [one for strips in strips_of(schedule).values() for one in strips]
    keep = Keep(
        strips=frozenset(data.draw(st.sets(st.sampled_from(placed)))),
        days=frozenset(data.draw(st.sets(st.sampled_from(days)))),
    )
    order = data.draw(st.permutations(scenes))
    cut = data.draw(st.integers(0, len(order)))
    target = [replace(one, strips=()) for one in schedule.days]
    for at, one in enumerate(order[:cut]):
        day = target[at % len(target)]
        target[at % len(target)] = replace(day, strips=(*day.strips, one))
    plan = Schedule(
        days=tuple(one for one in target if one.strips), boneyard=tuple(order[cut:])
    )
    laid = laid_back(plan, schedule, keep)
    before, after = strips_of(schedule), strips_of(laid)
    assert all(after.get(key) == before[key] for key in keep.days)
    home = {one: key for key, strips in before.items() for one in strips}
    assert all(one in after.get(home[one], ()) for one in keep.strips)
    every = [*laid.boneyard, *(one for strips in after.values() for one in strips)]
    assert sorted(every) == sorted(scenes)
