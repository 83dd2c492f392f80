from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings

from daybreak.checking import count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import CostLine, Schedule
from daybreak.reports.cost_table import (
    cost_table,
    cost_table_lines,
    show_dates,
    why_lines,
)
from daybreak.reports.lines import to_text
from tests.conftest import Compare
from tests.reports.made_up import crossing, harbor
from tests.strategies import cases


def _text(production: Production, schedule: Schedule, width: int = 100) -> str:
    costs = count_costs(production, schedule)
    table = cost_table(production, schedule, costs)
    return to_text(cost_table_lines(table, width=width))


def test_table_looks_as_agreed(golden: Compare) -> None:
    production, schedule = harbor()
    golden("costs-harbor-100.txt", _text(production, replace(schedule, bound=40640)))


@pytest.mark.parametrize("name", ["cast_hold", "unit_days"])
def test_items_of_a_line_look_as_agreed(name: CostLine, golden: Compare) -> None:
    production, schedule = crossing()
    costs = count_costs(production, schedule)
    golden(
        f"why-{name}-100.txt", to_text(why_lines(production, name, costs, width=100))
    )


def test_gap_is_the_part_of_the_total_above_the_bound_rounded_up() -> None:
    production, schedule = harbor()
    total = schedule.cost["total"]
    costs = count_costs(production, schedule)
    table = cost_table(production, replace(schedule, bound=total - 1), costs)
    assert (table.bound, table.gap) == (total - 1, 1)
    assert cost_table(production, replace(schedule, bound=total), costs).gap == 0
    assert cost_table(production, schedule, costs).gap is None


def test_proven_schedule_is_called_the_cheapest() -> None:
    production, schedule = harbor()
    proven = replace(schedule, bound=schedule.cost["total"])
    assert "proven the cheapest" in _text(production, proven)
    assert "Proven least" not in _text(production, schedule)


def test_dates_are_told_as_ranges() -> None:
    days = [date(2027, 3, day) for day in (1, 2, 3, 5)]
    assert show_dates(days) == "Mon 1 - Wed 3 Mar 2027, Fri 5 Mar 2027"
    assert show_dates([]) == ""


@settings(max_examples=40)
@given(cases())
def test_rows_add_up_and_every_line_is_there(
    case: tuple[Production, Schedule],
) -> None:
    costs = count_costs(*case)
    table = cost_table(*case, costs)
    assert [row.line for row in table.rows] == list(get_args(CostLine))[:-1]
    assert sum(row.amount for row in table.rows) == table.total == costs.total
    if table.total:
        assert abs(sum(row.share for row in table.rows) - 1000) <= len(table.rows)


@settings(max_examples=40)
@given(cases())
def test_every_item_of_every_line_is_listed(case: tuple[Production, Schedule]) -> None:
    production, schedule = case
    costs = count_costs(production, schedule)
    for name in get_args(CostLine):
        lines = why_lines(production, name, costs, width=90)
        amounts = [one for one in lines if one.text.strip() and one.text[:1] == " "]
        assert len(amounts) >= len(costs.of_line(name))
        assert all(len(one.text) <= 90 for one in lines)
