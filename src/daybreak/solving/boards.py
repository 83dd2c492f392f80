"""Boards between the engines' arrays and the schedule's days.

A board in passing is a plain list of days, ``[slot, shift, [scenes in order]]``, in
the numbers of `Problem`: small enough to send through a pipe at every improvement.
"""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import TopologicalSorter
from typing import TypeVar

from daybreak.model.production import Production, TimeOfDay
from daybreak.model.schedule import Day, Schedule
from daybreak.solving.engines.arrays import Ints
from daybreak.solving.problem import SHIFT_NAMES, Problem

Thing = TypeVar("Thing", int, str)
# the times of a day, in the order to shoot them; an interior of any time fills in
HOURS: dict[TimeOfDay, int] = {"dawn": 0, "day": 1, "any": 2, "dusk": 3, "night": 4}
Board = list[tuple[int, int, list[int]]]


def board_from_arrays(problem: Problem, slot_of: Ints, shifts: Ints) -> Board:
    """Give a board from where each strip stands and the shift of each slot."""
    days: dict[int, list[int]] = {}
    for scene, slot in enumerate(slot_of.tolist()):
        if slot < 0:
            continue
        span = problem.production.scenes[scene].days or 1
        for day in range(slot, slot + span):
            days.setdefault(day, []).append(scene)
    return [
        (slot, int(shifts[slot]), in_shooting_order(problem.production, days[slot]))
        for slot in sorted(days)
    ]


def in_shooting_order(production: Production, scenes: Sequence[int]) -> list[int]:
    """Give a day's scenes in the order to shoot them.

    Each location is visited once where the orders let it. Inside a location, and
    among locations, the day goes from dawn to night; then exteriors come first, for
    the weather, then script order (the habit of published assistant directors'
    lists: exteriors first, a location shot out before the next).
    """
    hour = {scene: HOURS[production.scenes[scene].time] for scene in scenes}
    rank = {
        scene: (hour[scene], production.scenes[scene].place == "int", scene)
        for scene in scenes
    }
    ordered = _orders_among(production, scenes)
    by_location: dict[str, list[int]] = {}
    for scene in sorted(scenes, key=lambda one: rank[one]):
        by_location.setdefault(production.scenes[scene].location, []).append(scene)
    home = {scene: production.scenes[scene].location for scene in scenes}
    visits = _sorted_by(
        sorted(
            by_location, key=lambda one: _mean([hour[at] for at in by_location[one]])
        ),
        [(home[a], home[b]) for a, b in ordered if home[a] != home[b]],
    )
    return [
        scene
        for location in visits
        for scene in _sorted_by(by_location[location], ordered)
    ]


def _mean(hours: Sequence[int]) -> float:
    return sum(hours) / len(hours)


def _orders_among(
    production: Production, scenes: Sequence[int]
) -> list[tuple[int, int]]:
    place = {production.scenes[scene].id: scene for scene in scenes}
    return [
        (place[order.before], place[order.after])
        for order in production.orders
        if order.before in place and order.after in place
    ]


def _sorted_by(things: list[Thing], pairs: list[tuple[Thing, Thing]]) -> list[Thing]:
    """Give things in their order, bent as little as the pairs (before, after) ask."""
    place = {thing: at for at, thing in enumerate(things)}
    graph: TopologicalSorter[Thing] = TopologicalSorter({one: [] for one in things})
    for before, after in pairs:
        if before in place and after in place:
            graph.add(after, before)
    graph.prepare()
    given: list[Thing] = []
    ready: list[Thing] = []
    while graph.is_active():
        ready.extend(graph.get_ready())
        ready.sort(key=lambda one: place[one], reverse=True)
        first = ready.pop()
        given.append(first)
        graph.done(first)
    return given


def schedule_from_board(problem: Problem, board: Board) -> Schedule:
    """Give a schedule of a board; strips on no day are in the boneyard."""
    scenes = problem.production.scenes
    days = [
        Day(
            unit=problem.slot_days[slot][0],
            date=problem.slot_days[slot][1],
            shift=SHIFT_NAMES[shift],
            strips=tuple(scenes[scene].id for scene in strips),
        )
        for slot, shift, strips in board
    ]
    days.sort(key=lambda day: (day.date, day.unit))
    standing = {scene for _, _, strips in board for scene in strips}
    boneyard = [scene.id for at, scene in enumerate(scenes) if at not in standing]
    return Schedule(days=tuple(days), boneyard=tuple(boneyard))


def board_of_schedule(problem: Problem, schedule: Schedule) -> Board:
    """Give the board of a schedule; what stands on no slot of its unit is left out."""
    place = {scene.id: at for at, scene in enumerate(problem.production.scenes)}
    slot_at = {day: slot for slot, day in enumerate(problem.slot_days)}
    return [
        (
            slot_at[day.unit, day.date],
            SHIFT_NAMES.index(day.shift),
            [place[strip] for strip in day.strips],
        )
        for day in schedule.in_order()
        if (day.unit, day.date) in slot_at
    ]
