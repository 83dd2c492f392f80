"""What is asked beside a simulation: other assumptions, the worst runs replanned."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from daybreak.model.files import write
from daybreak.office.asked import Asked
from daybreak.office.risk import Risk, replanned, risk, swung
from daybreak.office.risk_replans import replans, worst_runs
from daybreak.office.risk_runs import How
from daybreak.office.risk_writing import as_json
from daybreak.risking import risk_model_text
from tests.cli.running import run_json
from tests.risking.shoots import MONDAY, exterior, production, rain, scene, schedule

AT = datetime(2027, 5, 1, tzinfo=UTC)
SHOOT = production(exterior("a"), exterior("b"), scene("c"))
PLAN = schedule((MONDAY, ["a"]), ("2027-06-08", ["b"]), ("2027-06-09", ["c"]))
HOW = How(runs=20, workers=1)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Give a production, its plan, and a model in which it rains every other day."""
    paths = (tmp_path / "p.json", tmp_path / "s.json", tmp_path / "risk.json")
    write(SHOOT, paths[0])
    write(PLAN, paths[1])
    paths[2].write_text(risk_model_text(rain(0.5)))
    return paths


@pytest.fixture
def rainy(files: tuple[Path, Path, Path]) -> Risk:
    """Give a shoot in the rain."""
    shoot, plan, model = files
    return risk(shoot, str(plan), None, Asked(), HOW, model=model, today=None, made=AT)


def test_the_worst_runs_are_those_that_wrap_latest(rainy: Risk) -> None:
    found = worst_runs(rainy.bet, rainy.outcomes)
    wraps = [one.wraps["p"] for one in found]
    assert wraps == sorted(wraps, reverse=True)
    last = max(PLAN.days, key=lambda day: day.date).date.toordinal()
    in_time = {one.run for one in rainy.outcomes if one.wraps["p"] <= last}
    assert {one.run for one in found} == {one.run for one in rainy.outcomes} - in_time


def test_the_same_seeds_replan_to_the_same(rainy: Risk) -> None:
    """Moves are counted, not seconds; each says what was lost and what came back."""
    told: list[tuple[int, int]] = []
    made = replans(
        rainy.bet,
        rainy.outcomes,
        count=1,
        iterations=300,
        tell=lambda done, of: told.append((done, of)),
    )
    assert made == replans(rainy.bet, rainy.outcomes, count=1, iterations=300)
    worst = worst_runs(rainy.bet, rainy.outcomes)[:1]
    assert [one.run for one in made.rows] == [one.run for one in worst]
    for row, outcome in zip(made.rows, worst, strict=True):
        (picture,) = row.pictures
        assert row.failed == ""
        assert row.cause == "weather, exteriors"
        assert picture.repaired is not None
        assert picture.repaired.toordinal() == outcome.wraps["p"]
        assert (
            picture.won
            == (picture.lost or 0)
            - ((picture.replanned or picture.planned) - picture.planned).days
        )
    assert told == [(1, 1)]


def test_where_nothing_is_late_nothing_is_replanned(rainy: Risk) -> None:
    calm = [one for one in rainy.outcomes if one not in worst_runs(rainy.bet, [one])]
    assert replans(rainy.bet, calm, count=5).rows == ()


def test_only_what_is_assumed_swings(rainy: Risk) -> None:
    """It only rains here; without rain every run is in time for the plan's wrap."""
    shoot = replace(SHOOT, pictures=(replace(SHOOT.pictures[0], release=None),))
    (row,) = swung(replace(rainy, bet=replace(rainy.bet, production=shoot)), HOW).swings
    assert (row.title, row.what, row.runs) == ("Picture", "wrapped as planned", 20)
    (swing,) = row.swings
    assert swing.name == "weather that stops exteriors"
    assert (swing.without, swing.twice) == (1.0, 0.0)
    assert swing.less[0] > 0 > swing.more[1] or row.share in (0.0, 1.0)


def test_a_stop_leaves_out_what_was_not_done(rainy: Risk) -> None:
    stopped = replace(HOW, stop=lambda: True)
    assert swung(rainy, stopped).swings[0].swings == ()
    assert replanned(rainy, 3, stopped).replans is not None
    assert as_json(replanned(rainy, 3, stopped))["replans"]["rows"] == []


def test_the_command_tells_both(files: tuple[Path, Path, Path]) -> None:
    shoot, plan, model = files
    few = ("--runs", "12", "--workers", "1", "--replan", "1", "--sensitivity")
    told = run_json("risk", shoot, plan, "--model", model, *few)
    assert [one["name"] for one in told["swings"][0]["swings"]] == (
        ["weather that stops exteriors"]
    )
    (row,) = told["replans"]["rows"]
    assert {"lost", "won"} <= row["pictures"][0].keys()
