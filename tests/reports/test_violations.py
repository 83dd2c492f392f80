from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from daybreak.checking import check
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.lines import to_text
from daybreak.reports.violations import violation_lines
from tests.conftest import Compare
from tests.reports.made_up import harbor
from tests.strategies import cases


def _bad() -> tuple[Production, Schedule]:
    production, schedule = harbor()
    first = replace(schedule.days[0], strips=("s1", "s2", "s3a"))
    return production, replace(schedule, days=(first, *schedule.days[1:]), boneyard=())


def test_list_by_rule_looks_as_agreed(golden: Compare) -> None:
    production, schedule = _bad()
    warned = replace(production, rules={"shift": "warns"})
    lines = violation_lines(warned, check(warned, schedule), width=90)
    golden("violations-harbor-90.txt", to_text(lines))


def test_valid_schedule_is_called_valid() -> None:
    production, schedule = harbor()
    lines = violation_lines(production, check(production, schedule), width=90)
    assert to_text(lines) == "valid: it breaks no rule\n"


@settings(max_examples=40)
@given(cases(broken=30))
def test_every_violation_is_listed_once(case: tuple[Production, Schedule]) -> None:
    found = check(*case)
    lines = violation_lines(case[0], found, width=100)
    assert sum(one.text.startswith("  - ") for one in lines) == len(found)
