"""What is different between two schedules: rows, and how they look."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.checking import count_costs
from daybreak.model.errors import DocumentError
from daybreak.model.production import Production
from daybreak.model.schedule import Day, Schedule
from daybreak.office.comparing import compare, remarks_on
from daybreak.reports.cells import width_of
from daybreak.reports.comparison import Comparison
from daybreak.reports.comparison_lines import comparison_lines
from daybreak.reports.lines import to_text
from tests.conftest import Compare
from tests.reports.made_up import crossing, harbor
from tests.strategies import random_production, random_schedule


def changed_harbor() -> tuple[Production, Schedule, Schedule]:
    """Give the harbor with a night turned and strips moved, taken in and left out."""
    production, before = harbor()
    first, second, _ = before.in_order()
    days = (
        replace(first, strips=("s1", "s6")),
        replace(second, shift="split"),
        _day(date(2027, 3, 5), "s2"),
        _day(date(2027, 3, 18), "s5"),
    )
    return production, before, replace(before, days=days, boneyard=("s4",))


def _day(day: date, *strips: str) -> Day:
    return Day(unit="main", date=day, shift="day", strips=strips)


def text_of(found: Comparison, width: int) -> str:
    return to_text(comparison_lines(found, width=width))


@pytest.mark.parametrize("width", [80, 120])
def test_comparison_looks_as_agreed(width: int, golden: Compare) -> None:
    golden(f"compare-harbor-{width}.txt", text_of(compare(*changed_harbor()), width))


def test_every_sort_of_change_is_told() -> None:
    found = compare(*changed_harbor())
    assert [(one.scene, one.sort) for one in found.strips] == [
        ("s2", "moved"),
        ("s4", "left out"),
        ("s6", "taken in"),
        ("s3a", "shift"),
    ]
    assert [(one.date, one.is_added) for one in found.days] == [
        (date(2027, 3, 5), True)
    ]
    people = {one.person: (one.gained, one.lost) for one in found.people}
    monday, friday = date(2027, 3, 1), date(2027, 3, 5)
    assert people == {"ben": ((friday,), ()), "kid": ((friday,), (monday,))}


def test_a_schedule_and_itself_have_nothing_different() -> None:
    production, schedule = crossing()
    found = compare(production, schedule, schedule)
    assert found.is_same
    assert (found.strips, found.people, found.days) == ((), (), ())
    assert {one.difference for one in found.costs} == {0}
    assert "Every strip stands where it stood." in text_of(found, 100)


@settings(max_examples=40)
@given(seed=st.integers(1, 500), other=st.integers(1, 500))
def test_going_back_undoes_every_change(seed: int, other: int) -> None:
    production = random_production(seed, scenes=12)
    one = random_schedule(production, seed, broken=0)
    two = random_schedule(production, other, broken=0)
    there, back = compare(production, one, two), compare(production, two, one)
    assert {one.scene for one in there.strips} == {one.scene for one in back.strips}
    assert [one.difference for one in there.costs] == [
        -one.difference for one in back.costs
    ]
    assert {(one.person, one.gained, one.lost) for one in there.people} == {
        (one.person, one.lost, one.gained) for one in back.people
    }
    total = count_costs(production, two).total - count_costs(production, one).total
    assert there.costs[-1].difference == total
    for width in (72, 100):
        lines = comparison_lines(there, width=width)
        assert max(width_of(line.text) for line in lines) <= width


def test_rests_of_scenes_are_new_and_gone() -> None:
    production, schedule = harbor()
    whole = next(one for one in production.scenes if one.id == "s1")
    rest = replace(whole, id="s1-rest", number="1 rest", part_of="s1")
    split = replace(production, scenes=(*production.scenes, rest))
    after = replace(schedule, boneyard=(*schedule.boneyard, "s1-rest"))
    assert [one.sort for one in compare(split, schedule, after).strips] == ["added"]
    assert [one.sort for one in compare(split, after, schedule).strips] == ["gone"]
    assert remarks_on(split, schedule, after) == (
        "The first schedule was made for another version of the production: it is "
        "counted against the one given.",
        "The second schedule was made for another version of the production: it is "
        "counted against the one given.",
    )
    assert remarks_on(production, schedule, replace(after, production=None)) == ()


def test_an_unknown_scene_is_refused() -> None:
    production, schedule = harbor()
    other = replace(schedule, boneyard=("s99",))
    with pytest.raises(DocumentError, match="s99"):
        compare(production, schedule, other)


def test_rows_are_plain_values() -> None:
    found = asdict(compare(*changed_harbor()))
    assert set(found) == {
        *("title", "currency", "strips", "people", "days", "costs", "wraps")
    }
