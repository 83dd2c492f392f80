"""A least cost without a search, and with what was shot pinned to its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.solving import least_cost, with_the_past_pinned
from tests.reports.made_up import harbor

SECONDS = 1.0


def test_a_valid_schedule_never_costs_less() -> None:
    """RELIABILITY B5: a bound lies below every valid schedule's cost."""
    production, schedule = harbor()
    assert is_valid(check(production, schedule))
    left_out = len(schedule.boneyard)
    proven = least_cost(production, seconds=SECONDS, boneyard=left_out)
    assert proven is not None
    assert 0 < proven <= count_costs(production, schedule).total


def test_a_schedule_stays_valid_and_costs_the_same_with_its_past_pinned() -> None:
    production, schedule = harbor()
    days = schedule.in_order()
    for today in sorted({day.date for day in days}):
        shot = tuple(day for day in days if day.date < today)
        pinned = with_the_past_pinned(production, shot, today)
        assert is_valid(check(pinned, schedule))
        assert count_costs(pinned, schedule) == count_costs(production, schedule)


@pytest.mark.twin
def test_another_past_is_none_of_the_pinned_production() -> None:
    production, schedule = harbor()
    days = schedule.in_order()
    pinned = with_the_past_pinned(production, days[:1], days[1].date)
    strip = days[0].strips[0]
    without = replace(days[0], strips=days[0].strips[1:])
    later = replace(days[1], strips=(*days[1].strips, strip))
    other = replace(schedule, days=(without, later, *days[2:]))
    broken = {one.rule for one in check(pinned, other)}
    assert "pin" in broken
    assert "pin" not in {one.rule for one in check(production, other)}


def test_a_window_that_is_over_stays_as_it_is() -> None:
    production, _ = harbor()
    end = max(unit.end for unit in production.units)
    over = date(end.year + 1, 1, 1)
    pinned = with_the_past_pinned(production, (), over)
    kept = [one.window for one in production.scenes if one.window is not None]
    same = zip(production.scenes, pinned.scenes, strict=True)
    assert [two.window for one, two in same if one.window is not None] == kept
