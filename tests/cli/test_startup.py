from __future__ import annotations

import runpy

from tests.reference import ROOT


def test_help_starts_within_its_limit() -> None:
    bench = runpy.run_path(str(ROOT / "benchmarks" / "startup.py"))
    seconds = bench["seconds_of_help"]()
    assert len(seconds) == bench["RUNS"]
    assert min(seconds) <= bench["SECONDS_MOST"]
