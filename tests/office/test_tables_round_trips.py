"""One-liners out and in again: the same scenes on the same days."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from daybreak.checking import count_costs
from daybreak.importers.tables_one_liner import TableImported, import_one_liner
from daybreak.importers.tables_reading import parse_table
from daybreak.model.production import Production, Scene, minutes_on
from daybreak.model.schedule import Schedule
from daybreak.reports.formats.csv import to_csv
from daybreak.reports.formats.xlsx import to_xlsx
from daybreak.reports.papers.one_liner import one_liner
from daybreak.reports.papers.paper import Paper
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.stamp import Stamp, digest_of
from tests.reports.made_up import harbor
from tests.strategies import cases

EXAMPLES = int(os.environ.get("DAYBREAK_TABLE_EXAMPLES", "12"))
MADE = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
MANY = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
FORMATS: dict[str, Callable[[Paper], bytes]] = {"csv": to_csv, "xlsx": to_xlsx}


def paper_of(production: Production, schedule: Schedule) -> Paper:
    stamp = Stamp(
        production=production.title,
        board="plan.json",
        digest=digest_of(production, schedule),
        made=MADE,
    )
    costs = count_costs(production, schedule)
    shown = Shown(production=production, schedule=schedule, costs=costs, stamp=stamp)
    return one_liner(shown)


def back(data: bytes, form: str) -> TableImported:
    """Give what a file says; shooting began years ago, so that no date is outside."""
    book = parse_table(data, f"made.{form}")
    return import_one_liner(book, today=date(2026, 11, 21))


def told_apart(production: Production) -> Production:
    """Give each thing a name or number of its own: a table knows no ids of people.

    A scene of one whole day is one of as many minutes: a row cannot tell the two apart.
    """
    shortest = min(unit.day_minutes for unit in production.units)

    def each(things: Any) -> tuple[Any, ...]:
        return tuple(replace(one, name=f"{one.name} {one.id}") for one in things)

    return replace(
        production,
        pictures=tuple(
            replace(one, title=f"{one.title} {one.id}") for one in production.pictures
        ),
        units=each(production.units),
        locations=each(production.locations),
        scenes=tuple(
            replace(one, days=None, minutes=shortest) if one.days == 1 else one
            for one in production.scenes
        ),
        people=tuple(
            replace(one, number=at) for at, one in enumerate(production.people, 1)
        ),
    )


def scene_said(production: Production, scene: Scene) -> tuple[Any, ...]:
    """Give what a one-liner has columns for."""
    location = next(one for one in production.locations if one.id == scene.location)
    picture = next(one for one in production.pictures if one.id == scene.picture)
    numbers = {one.id: one.number for one in production.people}
    return (
        scene.number,
        scene.place,
        scene.time,
        location.name,
        picture.title,
        scene.eighths,
        scene.days,
        sorted(numbers[who] or 0 for who in scene.cast),
        scene.synopsis or None,
        scene.script_day or None,
        scene.extras or None,
    )


def board_said(production: Production, schedule: Schedule) -> list[tuple[Any, ...]]:
    """Give every day with its scenes in order; minutes as they are worked."""
    scenes = {one.id: one for one in production.scenes}
    units = {one.id: one for one in production.units}
    return [
        (
            day.date,
            units[day.unit].name,
            day.shift,
            [scene_said(production, scenes[one]) for one in day.strips],
            [
                minutes_on(scenes[one], units[day.unit])
                for one in day.strips
                if scenes[one].days is None
            ],
        )
        for day in sorted(
            schedule.days, key=lambda one: (one.date, units[one.unit].name)
        )
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_a_one_liner_that_was_written_comes_back(form: str) -> None:
    """RELIABILITY C2, E9."""
    production, schedule = harbor()
    found = back(FORMATS[form](paper_of(production, schedule)), form)
    (board,) = found.boards
    assert board_said(found.production, board.schedule) == board_said(
        production, schedule
    )
    assert board.schedule.boneyard == schedule.boneyard
    assert [one.set for one in found.production.scenes if one.set] != []


@pytest.mark.parametrize("form", FORMATS)
@MANY
@given(cases(scenes=5, broken=0))
def test_boards_that_were_written_come_back(
    form: str, case: tuple[Production, Schedule]
) -> None:
    """RELIABILITY C2, E9."""
    production, schedule = told_apart(case[0]), case[1]
    assume(schedule.days)
    found = back(FORMATS[form](paper_of(production, schedule)), form)
    (board,) = found.boards
    assert board_said(found.production, board.schedule) == board_said(
        production, schedule
    )
    assert sorted(board.schedule.boneyard) == sorted(schedule.boneyard)


@pytest.mark.twin
def test_a_board_with_two_strips_swapped_is_another() -> None:
    """The twin of E9: a lost order would be seen."""
    production, schedule = harbor()
    first = next(day for day in schedule.in_order() if len(day.strips) > 1)
    swapped = replace(first, strips=first.strips[::-1])
    days = tuple(swapped if day is first else day for day in schedule.days)
    other = replace(schedule, days=days)
    found = back(to_csv(paper_of(production, other)), "csv")
    assert board_said(found.production, found.boards[0].schedule) != board_said(
        production, schedule
    )
