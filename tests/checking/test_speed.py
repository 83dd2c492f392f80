"""A check at every drag of a strip: fast enough for the hand that drags it."""

from __future__ import annotations

import runpy
import time
from dataclasses import replace

from daybreak.checking import check, count_costs
from daybreak.model.production import RuleName
from tests.reference import ROOT


def test_a_large_board_is_checked_and_counted_in_fifty_milliseconds() -> None:
    bench = runpy.run_path(str(ROOT / "benchmarks" / "checking.py"))
    production = bench["a_production"]()
    schedule = bench["a_schedule"](production)
    assert len(production.scenes) == 400
    assert len(production.people) == 60
    assert len(schedule.days) == 200
    check(production, schedule)
    spent = []
    for _ in range(7):
        fresh = replace(schedule)  # never seen: nothing of it is kept
        start = time.process_time()
        check(production, fresh)
        count_costs(production, fresh)
        spent.append(time.process_time() - start)
    assert min(spent) <= 0.050


def test_the_large_board_gives_the_rules_something_to_look_at() -> None:
    bench = runpy.run_path(str(ROOT / "benchmarks" / "checking.py"))
    production = bench["a_production"]()
    found = check(production, bench["a_schedule"](production))
    broken: set[RuleName] = {violation.rule for violation in found}
    assert len(broken) >= 5
