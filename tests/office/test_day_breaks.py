"""Day breaks by pages or hours: full days, in the given order, on successive dates."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.checking import count_costs
from daybreak.model.calendar import eligible_dates
from daybreak.model.errors import UsageError
from daybreak.model.files import read_schedule
from daybreak.model.production import Production, minutes_on
from daybreak.office.day_breaks import Measure, break_days
from daybreak.office.examples import example_production
from tests.cli.running import files, run, run_json
from tests.reports.made_up import crossing, harbor

DARK = example_production()


def moves_in(production: Production, strips: tuple[str, ...]) -> int:
    places = {one.id: one.location for one in production.scenes}
    return sum(places[a] != places[b] for a, b in pairwise(strips))


@given(eighths=st.integers(1, 60))
def test_days_are_full_by_pages_and_keep_the_order(eighths: int) -> None:
    made = break_days(DARK, Measure(eighths=eighths))
    length = {one.id: one.eighths for one in DARK.scenes}
    base = {one.id: one.base for one in DARK.locations}
    bases = {one.id: base[one.location] for one in DARK.scenes}
    strips = [strip for day in made.in_order() for strip in day.strips]
    assert [*strips, *made.boneyard] == [one.id for one in DARK.scenes]
    for day in made.days:
        loads = [length[one] for one in day.strips]
        assert sum(loads) <= eighths or len(loads) == 1
    for day, after in pairwise(made.in_order()):
        more = sum(length[one] for one in (*day.strips, after.strips[0]))
        moved = bases[day.strips[0]] != bases[after.strips[0]]
        assert more > eighths or moved
    assert dict(count_costs(DARK, made).lines) == dict(made.cost)


@given(minutes=st.integers(60, 900))
def test_days_are_full_by_hours_with_their_moves(minutes: int) -> None:
    made = break_days(DARK, Measure(minutes=minutes))
    unit = DARK.units[0]
    work = {one.id: minutes_on(one, unit) for one in DARK.scenes}
    for day in made.days:
        moves = moves_in(DARK, day.strips) * unit.move_minutes
        assert sum(work[one] for one in day.strips) + moves <= minutes or (
            len(day.strips) == 1
        )


def test_a_move_keeps_the_dates_free_that_it_needs() -> None:
    production, schedule = crossing()
    wide = replace(
        production, moves=tuple(replace(m, days=3) for m in production.moves)
    )
    assert wide.moves
    made = break_days(wide, Measure(eighths=800), board=schedule).in_order()
    base = {one.id: one.base for one in wide.locations}
    bases = {one.id: base[one.location] for one in wide.scenes}
    moved = [
        (after.date - day.date).days
        for day, after in pairwise(made)
        if day.unit == after.unit and bases[day.strips[0]] != bases[after.strips[0]]
    ]
    assert moved
    assert min(moved) > 3


def test_a_board_gives_its_order_and_its_boneyard() -> None:
    production, schedule = harbor()
    made = break_days(production, Measure(eighths=8), board=schedule)
    strips = [strip for day in schedule.in_order() for strip in day.strips]
    assert [one for day in made.in_order() for one in day.strips] == strips
    assert set(made.boneyard) == set(schedule.boneyard)


def test_a_strip_of_whole_days_stands_alone_on_successive_dates() -> None:
    long = replace(DARK.scenes[3], days=3)
    scenes = tuple(long if one.id == long.id else one for one in DARK.scenes)
    production = replace(DARK, scenes=scenes)
    made = break_days(production, Measure(eighths=1000)).in_order()
    dates = [day.date for day in made if long.id in day.strips]
    every = eligible_dates(production, production.units[0])
    at = every.index(dates[0])
    assert tuple(dates) == every[at : at + 3]
    assert [d.strips for d in made if long.id in d.strips] == [(long.id,)] * 3


@pytest.mark.parametrize(("eighths", "minutes"), [(None, None), (0, None), (8, 0)])
def test_a_day_without_room_is_refused(
    eighths: int | None, minutes: int | None
) -> None:
    with pytest.raises(UsageError, match="room for something"):
        Measure(eighths=eighths, minutes=minutes)


def test_a_board_by_pages_is_written_and_what_it_breaks_is_told(tmp_path: Path) -> None:
    production, _ = files(tmp_path, harbor())
    new = tmp_path / "new.json"
    done = run("breaks", production, "--pages", "1 4/8", "-o", new)
    found = run_json("check", production, new)
    assert done.exit_code == (0 if found["valid"] else 1)
    said = done.stderr.splitlines()[1]
    count = len(found["violations"])
    assert said.split()[0] == (str(count) if count else "It")
    assert (
        read_schedule(new).cost["total"]
        == run_json("cost", production, new)["cost"]["total"]
    )


def test_pages_that_are_no_length_are_refused(tmp_path: Path) -> None:
    production, _ = files(tmp_path, harbor())
    done = run("breaks", production, "--pages", "four")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (
        2,
        "daybreak: --pages four: is no length.",
    )
