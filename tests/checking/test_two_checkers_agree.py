"""RELIABILITY B1: two checkers, written apart, find the same faults and costs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from daybreak.checking import check, count_costs
from daybreak.model.production import RuleName
from daybreak.model.schedule import CostLine
from tests import second_checker
from tests.reference import reference_file
from tests.second_checker import borderline_daylight, second_check, second_costs
from tests.strategies import (
    as_production,
    as_schedule,
    case_documents,
    random_production_document,
    random_schedule_document,
)

INSTANCES = 300
UNDATED = ("once", "consecutive")  # each checker names another date of the same fault
Found = set[tuple[str, str | None, str | None]]


def by_the_package(production: Any, schedule: Any) -> Found:
    """Give (rule, date, person) of all that the package finds."""
    broken = check(as_production(production), as_schedule(schedule))
    return {
        _placed(one.rule, one.where.date and one.where.date.isoformat(), one.where)
        for one in broken
    }


def _placed(rule: str, day: str | None, where: Any) -> Any:
    return rule, None if rule in UNDATED else day, where.person


def by_the_second(production: Any, schedule: Any) -> Found:
    """Give (rule, date, person) of all that the second checker finds."""
    ignored = {
        rule
        for rule, level in production.get("rules", {}).items()
        if level == "ignored"
    }
    return {
        (rule, None if rule in UNDATED else day, person)
        for rule, _, day, _, person in second_check(production, schedule)
        if rule not in ignored
    }


def compare(production: Any, schedule: Any) -> tuple[Found, dict[str, int]]:
    """Compare both checkers on one case; give what they both found."""
    first, second = (
        by_the_package(production, schedule),
        by_the_second(production, schedule),
    )
    if borderline_daylight(production, schedule):
        first, second = (
            {one for one in found if one[0] != "daylight"} for found in (first, second)
        )
    assert first == second
    costs = second_costs(production, schedule)
    counted = count_costs(as_production(production), as_schedule(schedule)).lines
    assert dict(counted) == costs
    return first, costs


def compare_many(seeds: range, broken: int) -> tuple[Counter[str], Counter[str], int]:
    """Compare on many instances; count the rules and lines that were met."""
    rules: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    clean = 0
    for seed in seeds:
        production = random_production_document(seed)
        schedule = random_schedule_document(production, seed, broken=broken)
        found, costs = compare(production, schedule)
        rules.update({rule for rule, _, _ in found})
        lines.update({line for line, amount in costs.items() if amount})
        clean += not found
    return rules, lines, clean


@given(case_documents())
@settings(max_examples=60)
def test_they_agree_on_drawn_schedules(case: tuple[Any, Any]) -> None:
    """RELIABILITY B1."""
    compare(*case)


def test_they_agree_on_300_instances_that_break_every_rule() -> None:
    """RELIABILITY B1: the floor is that each rule breaks and each line costs."""
    rules, lines, clean = compare_many(range(INSTANCES), broken=8)
    assert set(rules) == set(get_args(RuleName))
    assert set(lines) == set(get_args(CostLine))
    assert clean >= 20


def test_they_agree_on_badly_broken_schedules() -> None:
    """RELIABILITY B1: several entries a date, strips twice, days left empty."""
    rules, _, _ = compare_many(range(1000, 1100), broken=30)
    assert rules["once"] >= 40
    assert rules["eligible"] >= 40


@pytest.mark.twin
@pytest.mark.parametrize("rule", get_args(RuleName))
def test_a_checker_that_forgets_a_rule_is_caught(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RELIABILITY B1: the broken twin of the comparison."""

    def forgets(facts: Any) -> Any:
        return iter(())

    forgets.__name__ = rule
    monkeypatch.setattr(second_checker, rule, forgets)
    with pytest.raises(AssertionError):
        compare_many(range(INSTANCES), broken=8)


@pytest.mark.twin
@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("deal_hold", lambda facts, person, place: 0),
        ("deal_work", lambda facts, person, place: 1),
        ("unit_days", lambda facts: 1),
        ("late", lambda facts: 0),
    ],
)
def test_a_checker_that_counts_a_line_wrong_is_caught(
    line: str, wrong: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """RELIABILITY B1: cost equal to the unit."""
    monkeypatch.setattr(f"tests.second_costs.{line}", wrong)
    with pytest.raises(AssertionError):
        compare_many(range(INSTANCES), broken=8)


@pytest.mark.parametrize("name", ["short-1", "indie-2", "feature-1", "double-1"])
def test_they_agree_on_random_boards_of_the_reference_productions(name: str) -> None:
    """RELIABILITY B1, at the size of real shoots."""
    path = reference_file("bench", "shoot", f"{name}.json")
    if path is None:
        return
    production = json.loads(path.read_text(encoding="utf-8"))
    board = random_schedule_document(production, 1, broken=1)
    found, costs = compare(production, board)
    assert len(found) > 5
    assert costs["total"] > 10_000
