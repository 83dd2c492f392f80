"""The same runs give the same answers, wherever and in whatever order they are done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from daybreak.model.errors import UsageError
from daybreak.risking import Bet, RiskModel, climate, outcomes, prepared, simulate
from daybreak.risking.keeping import keep, kept
from daybreak.risking.running import chunks, run_chunk
from daybreak.risking.shooting import Run
from tests.risking.shoots import MONDAY, bet, exterior, production, rain, runs, schedule
from tests.risking.test_soundness import BAD_LUCK, PLANS


def a_bet(model: RiskModel = BAD_LUCK) -> Bet:
    """Give a bet on one of many plans."""
    shoot, plan = max(PLANS, key=lambda one: len(one[1].days))
    return bet(shoot, plan, model)


def test_runs_do_not_know_of_each_other() -> None:
    task = prepared(a_bet())
    alone = simulate(task, 5)
    for run in (1, 9, 5):
        again = simulate(task, run)
    assert again == alone


def test_two_processes_give_what_one_gives() -> None:
    one = a_bet()
    both = outcomes(one, range(1, 13), workers=2)
    assert sorted(both, key=lambda each: each.run) == runs(one, 12)


def test_a_worker_gives_what_this_process_gives() -> None:
    assert run_chunk(a_bet(), (3, 4)) == runs(a_bet(), 4)[2:]


def test_a_stop_keeps_what_is_done() -> None:
    seen: list[int] = []
    found = outcomes(a_bet(), range(1, 100), stop=lambda: len(seen) >= 3)
    for one in found:
        seen.append(one.run)
    assert seen == [1, 2, 3]


def test_chunks_leave_no_run_out() -> None:
    parts = chunks(range(1, 54), 2)
    assert [run for part in parts for run in part] == list(range(1, 54))
    assert max(map(len, parts)) <= 10


def test_another_plan_meets_the_same_weather() -> None:
    shoot = production(exterior("a"), exterior("b"))
    early = schedule((MONDAY, ["a"]), ("2027-06-08", ["b"]))
    late = schedule(("2027-06-08", ["b"]), ("2027-06-10", ["a"]))
    model = rain(0.5)
    for run in range(20):
        days = range(738_000, 738_040)
        tasks = [prepared(bet(shoot, plan, model)) for plan in (early, late)]
        one, other = (
            [Run(task, run)._rains("town", on) for on in days] for task in tasks
        )
        assert one == other


def test_another_seed_is_another_world() -> None:
    one = a_bet()
    assert runs(one, 6) != runs(replace(one, seed=2), 6)


# --- kept ---------------------------------------------------------------------------


def test_kept_runs_come_back_as_they_were(tmp_path: Path) -> None:
    path, found = tmp_path / "shoot.runs", runs(a_bet(), 4)
    keep(path, "key", found[:2])
    keep(path, "key", found[2:])
    keep(path, "other", found[:1])
    assert list(kept(path, "key").values()) == found


def test_a_line_that_was_cut_off_costs_one_run_only(tmp_path: Path) -> None:
    path, found = tmp_path / "shoot.runs", runs(a_bet(), 3)
    keep(path, "key", found[:2])
    path.write_bytes(path.read_bytes()[:-20])
    keep(path, "key", found[2:])
    assert sorted(kept(path, "key")) == [1, 3]


def test_nothing_is_kept_where_there_is_no_file(tmp_path: Path) -> None:
    assert kept(tmp_path / "none", "key") == {}


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--keep FILE"):
        keep(tmp_path, "key", [])


def test_whatever_changes_a_bet_changes_its_key() -> None:
    one = a_bet()
    other_day = one.today.replace(year=one.today.year + 1)
    keys = {
        one.key(),
        replace(one, seed=2).key(),
        replace(one, today=other_day).key(),
        replace(one, model=RiskModel()).key(),
        replace(one, schedule=replace(one.schedule, days=one.schedule.days[1:])).key(),
    }
    assert len(keys) == 5
    assert replace(one).key() == one.key()


def test_another_climate_is_another_bet(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of runs in other weather is not taken for runs in this one."""
    town = {"id": "town", "name": "Town", "lat": 51.5, "lon": -0.1}
    town["timezone"] = "Europe/London"
    shoot = production(exterior("a"), bases=[town])
    one = bet(shoot, schedule((MONDAY, ["a"])), RiskModel())
    before = one.key()
    wetter = tuple(replace(each, wet_days=(25.0,) * 12) for each in climate.CLIMATES)
    monkeypatch.setattr(climate, "CLIMATES", wetter)
    assert one.key() != before
