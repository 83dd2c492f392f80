"""What holds for every board: one seeded fault is found, names and dates move along."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from typing import Any, get_args
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import check, count_costs, is_valid
from daybreak.checking.rules import RULES
from daybreak.model.production import RuleName
from daybreak.model.schedule import CostLine
from tests.checking.boards import (
    BREAKERS,
    Breaker,
    Case,
    broken_by,
    made,
    valid_boards,
    wild_boards,
)


@given(valid_boards())
def test_the_valid_boards_are_valid(case: Case) -> None:
    assert check(*made(case)) == ()


@pytest.mark.parametrize(("rule", "breaker"), BREAKERS)
@given(case=valid_boards(), place=st.integers(0, 7))
def test_break_one_rule_and_exactly_that_rule_is_named(
    rule: str, breaker: Breaker, case: Case, place: int
) -> None:
    """RELIABILITY B1: at least one seeded violation for each rule, all caught."""
    found = check(*made(broken_by(breaker, case, place)))
    assert {violation.rule for violation in found} == {rule}
    assert not is_valid(found)


def test_there_is_a_seeded_violation_for_every_rule() -> None:
    """RELIABILITY B1."""
    assert {rule for rule, _ in BREAKERS} == set(get_args(RuleName))


@pytest.mark.twin
@pytest.mark.parametrize(("rule", "breaker"), BREAKERS)
@settings(max_examples=5)
@given(case=valid_boards(), place=st.integers(0, 7))
def test_a_rule_book_that_forgets_a_rule_misses_its_seeded_violation(
    rule: RuleName, breaker: Breaker, case: Case, place: int
) -> None:
    """RELIABILITY B1: no other rule would have caught it."""
    production, schedule = made(broken_by(breaker, case, place))
    with patch.dict(RULES, {rule: lambda board: iter(())}):
        assert check(production, schedule) == ()


@given(wild_boards())
def test_items_of_each_line_add_up_to_the_line(case: Case) -> None:
    costs = count_costs(*made(case))
    sums: Counter[str] = Counter({line: 0 for line in get_args(CostLine)})
    for item in costs.items:
        sums[item.line] += item.amount
        sums["total"] += item.amount
    assert dict(sums) == costs.lines


@given(wild_boards())
def test_new_ids_change_nothing_but_ids(case: Case) -> None:
    """RELIABILITY B10: rename ids."""
    names = new_names(case[0])
    renamed = (rename(case[0], names), rename(case[1], names))
    assert count_costs(*made(renamed)).lines == count_costs(*made(case)).lines
    assert told(renamed, {}) == told(case, names)


def new_names(production: Any) -> dict[str, str]:
    """Give a new id for each id, in another alphabetical order."""
    lists = ("pictures", "units", "bases", "locations", "people", "elements", "scenes")
    ids = [one["id"] for name in lists for one in production[name]]
    return {one: f"x{len(ids) - place:03d}" for place, one in enumerate(ids)}


def rename(document: Any, names: dict[str, str]) -> Any:
    if isinstance(document, dict):
        return {key: rename(value, names) for key, value in document.items()}
    if isinstance(document, list):
        return [rename(value, names) for value in document]
    return names.get(document, document) if isinstance(document, str) else document


def told(case: Case, names: dict[str, str]) -> Counter[Any]:
    """Count what is said, with the ids of each place by their new names."""
    found: Counter[Any] = Counter()
    for one in check(*made(case)):
        where = one.where
        ids = (where.unit, where.scene, where.person, where.location, where.element)
        there = tuple(names.get(each, each) if each else None for each in ids)
        found[one.rule, one.said, there, where.date] += 1
    return found


@given(case=wild_boards(), weeks=st.integers(-50, 50))
def test_a_shoot_some_weeks_later_breaks_and_costs_the_same(
    case: Case, weeks: int
) -> None:
    """RELIABILITY B10: shift all dates by whole weeks."""
    moved = (later(case[0], 7 * weeks), later(case[1], 7 * weeks))
    assert count_costs(*made(moved)).lines == count_costs(*made(case)).lines
    here = [(one.rule, one.where.date) for one in check(*made(case))]
    there = [(one.rule, one.where.date) for one in check(*made(moved))]
    by = timedelta(days=7 * weeks)
    assert there == [(rule, day + by if day else None) for rule, day in here]


def later(document: Any, days: int) -> Any:
    if isinstance(document, dict):
        return {key: later(value, days) for key, value in document.items()}
    if isinstance(document, list):
        return [later(value, days) for value in document]
    try:
        return str(date.fromisoformat(document) + timedelta(days=days))
    except (TypeError, ValueError):
        return document


@given(case=wild_boards(), data=st.data())
def test_the_order_of_days_in_the_file_does_not_matter(
    case: Case, data: st.DataObject
) -> None:
    production, schedule = case
    days = list({(day["unit"], day["date"]): day for day in schedule["days"]}.values())
    one = (production, {**schedule, "days": days})
    mixed = data.draw(st.permutations(days))
    other = (production, {**schedule, "days": list(mixed)})
    assert check(*made(other)) == check(*made(one))
    assert count_costs(*made(other)).lines == count_costs(*made(one)).lines


@given(case=wild_boards(), data=st.data())
def test_more_people_of_no_scene_change_nothing(
    case: Case, data: st.DataObject
) -> None:
    """RELIABILITY B10: duplicate unrelated cast."""
    production, schedule = case
    away = [{"from": "2027-01-01", "to": "2027-12-31"}]
    deals = [{"kind": "flat", "rate": 1_000}]
    idle = {"id": "zoe", "name": "Zoe", "deals": deals, "unavailable": away}
    larger = json.loads(json.dumps(production))
    larger["people"].append(idle)
    assert check(*made((larger, schedule))) == check(*made(case))
    grown = count_costs(*made((larger, schedule)))
    assert grown == count_costs(*made(case))
