"""Board papers of drawn productions: every strip stands once, every sum is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.kinds import KINDS
from daybreak.reports.papers.paper import Group, Paper, Table
from tests.reports.made_up import harbor
from tests.reports.papers.shown import by_key, records, shown_of, table_of, text_of
from tests.strategies import random_production, random_schedule

Case = tuple[Production, Schedule]
SEEDS = st.integers(1, 100_000)
BY_DAY = {
    "stripboard": "stripboard",
    "one-liner": "one_liner",
    "shooting-schedule": "shooting_schedule",
}
"""The table of each paper that has a line for each strip on each day."""
BOARD_PAPERS = (*BY_DAY, "breakdown-sheets", "elements", "locations", "scenes")


def case_of(seed: int, *, broken: int = 0) -> Case:
    production = random_production(seed, scenes=14)
    return production, random_schedule(production, seed, broken=broken)


def stood(schedule: Schedule) -> Counter[tuple[object, ...]]:
    """Count where each strip stands, from the schedule alone."""
    on_days = [
        (strip, day.unit, day.date) for day in schedule.days for strip in day.strips
    ]
    return Counter([*on_days, *((strip, None, None) for strip in schedule.boneyard)])


def listed(table: Table, production: Production) -> Counter[tuple[object, ...]]:
    """Count where a table says that strips stand."""
    units = {one.name: one.id for one in production.units}
    assert len(units) == len(production.units)
    return Counter(
        (one["scene_id"], units.get(str(one["unit"])), one["date"])
        for one in records(table)
    )


def named_apart(case: Case) -> Case:
    """Give a case whose units have names of their own."""
    production, schedule = case
    units = tuple(replace(one, name=f"Unit {one.id}") for one in production.units)
    return replace(production, units=units), schedule


@settings(max_examples=60)
@given(seed=SEEDS)
def test_every_strip_stands_exactly_where_the_schedule_has_it(seed: int) -> None:
    """RELIABILITY E11."""
    production, schedule = named_apart(case_of(seed))
    shown = shown_of((production, schedule))
    for kind, name in BY_DAY.items():
        table = table_of(KINDS[kind].make(shown), name)
        assert listed(table, production) == stood(schedule)


@pytest.mark.twin
def test_a_table_that_loses_or_doubles_a_strip_is_caught() -> None:
    production, schedule = harbor()
    paper = KINDS["one-liner"].make(shown_of((production, schedule)))
    table = table_of(paper, "one_liner")
    for groups in (table.groups[1:], (*table.groups, table.groups[0])):
        assert listed(replace(table, groups=groups), production) != stood(schedule)


@settings(max_examples=60)
@given(seed=SEEDS)
def test_totals_are_the_sums_of_scenes_and_leave_the_boneyard_out(seed: int) -> None:
    """RELIABILITY E11."""
    production, schedule = case_of(seed)
    eighths = {one.id: one.eighths for one in production.scenes}
    shot = {strip for day in schedule.days for strip in day.strips}
    wanted = sum(eighths[one] for one in shot)
    paper = KINDS["one-liner"].make(shown_of((production, schedule)))
    assert totals(table_of(paper, "one_liner"), "pages") == [
        wanted,
        *(
            [sum(eighths[one] for one in schedule.boneyard)]
            if schedule.boneyard
            else []
        ),
    ]
    days = table_of(paper, "days")
    assert sum(int(str(one["pages"])) for one in records(days)) == wanted
    assert totals(days, "pages") == [wanted]
    by_number = table_of(
        KINDS["scenes"].make(shown_of((production, schedule))), "by_scene_number"
    )
    assert totals(by_number, "pages")[0] == wanted


def totals(table: Table, key: str) -> list[object]:
    """Give what the totals of a table say in a column."""
    return [by_key(table, row)[key] for row in table.totals]


@settings(max_examples=40)
@given(seed=SEEDS)
def test_fees_of_elements_and_locations_are_those_of_the_cost_table(seed: int) -> None:
    """RELIABILITY E11."""
    case = case_of(seed)
    costs = count_costs(*case)
    for kind, line in (("elements", "elements"), ("locations", "locations")):
        table = table_of(KINDS[kind].make(shown_of(case)), line)
        fees = [int(str(one["cost"] or 0)) for one in records(table)]
        assert sum(fees) == costs.lines[line]
        if fees:
            assert totals(table, "cost") == [costs.lines[line]]


@settings(max_examples=40)
@given(seed=SEEDS)
def test_parts_of_a_shoot_make_the_whole(seed: int) -> None:
    """Pictures, units and dates each cut the board into parts without overlap."""
    production, schedule = named_apart(case_of(seed))
    case = replace(production), schedule
    whole = on_days(table_of(KINDS["one-liner"].make(shown_of(case)), "one_liner"))
    dates = sorted({day.date for day in schedule.days})
    for parts in (
        [shown_of(case, picture=one.id) for one in production.pictures],
        [shown_of(case, unit=one.id) for one in production.units],
        [shown_of(case, day=one) for one in dates],
    ):
        papers = [KINDS["one-liner"].make(one) for one in parts]
        found: Counter[tuple[object, ...]] = Counter()
        for paper in papers:
            found += on_days(table_of(paper, "one_liner"))
        assert found == whole


def on_days(table: Table) -> Counter[tuple[object, ...]]:
    """Count the strips on days with number, date and pages."""
    keys = ("scene_id", "unit", "day", "date", "pages", "minutes")
    return Counter(
        tuple(one[key] for key in keys) for one in records(table) if one["date"]
    )


@settings(max_examples=60)
@given(seed=SEEDS)
def test_no_schedule_is_too_broken_for_its_papers(seed: int) -> None:
    """Rules that break are shown: no strip is hidden, no paper fails."""
    production, schedule = case_of(seed, broken=40)
    shown = shown_of((production, schedule))
    for kind in BOARD_PAPERS:
        paper = KINDS[kind].make(shown)
        assert_sound(paper)
        assert text_of(paper)
    for kind, name in BY_DAY.items():
        table = table_of(KINDS[kind].make(shown), name)
        scenes = Counter(str(one["scene_id"]) for one in records(table))
        placed = Counter(strip for day in schedule.days for strip in day.strips)
        placed.update(schedule.boneyard)
        placed.update({one.id: 1 for one in production.scenes if not placed[one.id]})
        assert scenes == placed


def assert_sound(paper: Paper) -> None:
    """Every row has a cell for each column, every column a key of its own."""
    for table in paper.tables:
        keys = [column.key for column in table.columns]
        assert len(set(keys)) == len(keys)
        for row in rows_of(table):
            assert len(row) == len(keys)


def rows_of(table: Table) -> Iterator[tuple[object, ...]]:
    """Yield the cells of all rows of a table, its totals too."""
    groups = (*table.groups, Group(rows=table.totals))
    for group in groups:
        for row in group.rows:
            if hasattr(row, "cells"):
                yield row.cells
