"""The board that benchmarks/checking.py times is the one that was asked for."""

from __future__ import annotations

import runpy

from daybreak.checking import check
from daybreak.model.production import RuleName
from tests.reference import ROOT


def test_the_large_board_is_as_large_as_it_says() -> None:
    bench = runpy.run_path(str(ROOT / "benchmarks" / "checking.py"))
    production = bench["a_production"]()
    assert len(production.scenes) == 400
    assert len(production.people) == 60
    assert len(bench["a_schedule"](production).days) == 200


def test_the_large_board_gives_the_rules_something_to_look_at() -> None:
    bench = runpy.run_path(str(ROOT / "benchmarks" / "checking.py"))
    production = bench["a_production"]()
    found = check(production, bench["a_schedule"](production))
    broken: set[RuleName] = {violation.rule for violation in found}
    assert len(broken) >= 5
