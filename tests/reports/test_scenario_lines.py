"""Plans side by side, as rows and as lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from daybreak.checking import Violation, count_costs
from daybreak.checking.violations import Where
from daybreak.model.schedule import CostLine
from daybreak.reports.lines import to_text
from daybreak.reports.scenario_lines import scenario_lines
from daybreak.reports.scenario_rows import (
    PictureEnd,
    ScenarioRow,
    ScenarioTable,
    row_of_plan,
    row_of_sum,
    with_differences,
)
from tests.conftest import Compare
from tests.reports.made_up import harbor


def end(picture: str, wrap: str, delivery: str, release: str | None) -> PictureEnd:
    return PictureEnd(
        picture=picture,
        title={"m7": "Seven: The Long Name of a Picture", "m8": "Eight"}[picture],
        wrap=date.fromisoformat(wrap),
        delivery=date.fromisoformat(delivery),
        release=date.fromisoformat(release) if release else None,
    )


def row(name: str, total: int, **more: object) -> ScenarioRow:
    """Give a row of two pictures."""
    costs: dict[CostLine, int] = {"unit_days": total - 500, "late": 500, "total": total}
    plain = ScenarioRow(
        name=name,
        costs=costs,
        bound=70_000_000,
        days=189,
        boneyard=0,
        pictures=(
            end("m7", "2021-05-07", "2021-11-13", "2021-11-19"),
            end("m8", "2021-11-15", "2022-05-24", None),
        ),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def made() -> ScenarioTable:
    """Give a table with everything that can be told."""
    late = (
        end("m7", "2021-08-07", "2022-02-13", "2021-11-19"),
        PictureEnd(picture="m8", title="Eight", wrap=None, delivery=None, release=None),
    )
    clash = Violation(
        rule="cast",
        where=Where(person="star", date=date(2021, 5, 3)),
        said="The Star works for two units on 2021-05-03",
        limit=1,
        level="blocks",
    )
    alone = replace(
        row_of_sum(
            "each-alone",
            [
                row("alone-m7", 50_000_000, bound=40_000_000),
                row("alone-m8", 40_000_000, bound=36_000_000),
            ],
        ),
        note="a production for each picture",
        clashes=(clash,) * 5,
    )
    rows = (
        row("as-it-is", 85_682_000),
        row(
            "star-free-until-august",
            84_000_000,
            note="the star is free",
            what_ifs=("person/star/unavailable/press is gone",),
        ),
        row("no-norway", 99_123_456, boneyard=12, bound=None, pictures=late),
        row("same", 85_682_000, taken_from="as-it-is", notes=("Worker 1 ended.",)),
        alone,
    )
    return ScenarioTable(
        title="Two pictures",
        currency="USD",
        rows=with_differences(rows),
        unplanned=("last",),
        impossible=(("m8-then-m7", "no order can hold: a before b before a"),),
    )


@pytest.mark.parametrize("width", [80, 140])
def test_plans_stand_side_by_side(width: int, golden: Compare) -> None:
    lines = scenario_lines(made(), width=width)
    assert max(len(one.text) for one in lines) <= width
    golden(f"scenarios-{width}.txt", to_text(lines))


def test_table_without_a_row_says_what_was_not_planned() -> None:
    empty = replace(made(), rows=(), impossible=())
    told = to_text(scenario_lines(empty, width=80)).splitlines()
    assert told[-1] == "Not planned, for it was stopped: last."


def test_row_of_a_plan_is_what_the_rule_book_counts() -> None:
    production, schedule = harbor()
    costs = count_costs(production, schedule)
    found = row_of_plan("as-it-is", production, schedule, costs)
    assert found.costs == costs.lines
    assert (found.total, found.days) == (costs.total, len(schedule.days))
    last = max(day.date for day in schedule.days)
    assert [one.wrap for one in found.pictures] == [last]


def test_sum_of_rows_adds_each_line_and_proves_only_what_each_does() -> None:
    one, other = row("a", 3000), row("b", 4000)
    both = row_of_sum("both", [one, other])
    assert both.costs == {"unit_days": 6000, "late": 1000, "total": 7000}
    assert (both.bound, both.days) == (140_000_000, 378)
    assert row_of_sum("both", [one, replace(other, bound=None)]).bound is None
