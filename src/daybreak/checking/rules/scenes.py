"""Rules of one scene or two: once, unit, window, pin, order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daybreak.checking.board import Board, BoardDay
from daybreak.checking.facts import Facts
from daybreak.checking.rules.found import Found
from daybreak.checking.violations import Where
from daybreak.checking.words import counted, listed, scene_name, sentence, span
from daybreak.model.production import Order, Scene


def once(board: Board) -> Iterator[Found]:
    """Every scene stands on exactly one day, or is in the boneyard.

    A scene of ``days`` = k stands on k successive eligible dates of one unit, each
    of them alone. SPEC 3, rule ``once``.
    """
    for scene in board.facts.production.scenes:
        days = board.of_scene.get(scene.id, [])
        left = board.boneyard[scene.id]
        if left or not days:
            yield from _beside_the_board(board.facts, scene, days, left)
        elif scene.days is None:
            yield from _on_several_days(board.facts, scene, days)
        else:
            yield from _not_in_a_row(board.facts, scene, scene.days, days)
            yield from _not_alone(board.facts, scene, days)


def _beside_the_board(
    facts: Facts, scene: Scene, days: list[BoardDay], left: int
) -> Iterator[Found]:
    name = sentence(scene_name(facts, scene))
    limit = "one day or the boneyard"
    if not days and not left:
        said = f"{name} stands on no day and is not in the boneyard either"
        yield Found(Where(scene=scene.id), said, limit)
    if left > 1:
        said = f"{name} is in the boneyard {left} times; once is enough"
        yield Found(Where(scene=scene.id), said, limit)
    if days and left:
        said = f"{name} stands on {_dates(days)} and is in the boneyard too"
        yield Found(_where(scene, days[0]), said, limit)


def _on_several_days(
    facts: Facts, scene: Scene, days: list[BoardDay]
) -> Iterator[Found]:
    if len(days) > 1:
        name = sentence(scene_name(facts, scene))
        said = f"{name} stands on {_dates(days)}; it is shot once"
        yield Found(_where(scene, days[1]), said, 1)


def _not_in_a_row(
    facts: Facts, scene: Scene, wanted: int, days: list[BoardDay]
) -> Iterator[Found]:
    name = sentence(scene_name(facts, scene))
    needs = f"needs {counted(wanted, 'day')}"
    where = _where(scene, days[0])
    units = list(dict.fromkeys(day.unit.name for day in days))
    if len(days) != wanted:
        said = f"{name} stands on {counted(len(days), 'day')} and {needs}"
        yield Found(where, said, wanted)
    elif len(units) > 1:
        said = f"{name} {needs} of one unit and has {listed(units)}"
        yield Found(where, said, "one unit")
    elif not _is_a_row(facts, days):
        said = f"{name} {needs} in a row, and {_dates(days)} is no row of shooting days"
        yield Found(where, said, "successive eligible dates")


def _is_a_row(facts: Facts, days: list[BoardDay]) -> bool:
    """Tell whether dates are successive eligible dates of their unit."""
    dates = [day.date for day in days]
    eligible = facts.calendar.eligible[days[0].unit.id]
    if not facts.is_eligible(days[0].unit, dates[0]):
        return False
    start = eligible.index(dates[0])
    return list(eligible[start : start + len(dates)]) == dates


def _not_alone(facts: Facts, scene: Scene, days: list[BoardDay]) -> Iterator[Found]:
    for day in days:
        if len(day.scenes) > 1:
            others = [scene_name(facts, one) for one in day.scenes if one is not scene]
            name = sentence(scene_name(facts, scene))
            beside = listed(others) or "itself"
            said = f"{name} fills whole days, and shares {day.date} with {beside}"
            yield Found(_where(scene, day), said, "alone on each of its days")


def unit(board: Board) -> Iterator[Found]:
    """Let a scene be shot by one of its units. SPEC 3, rule ``unit``."""
    facts = board.facts
    for day in board.days:
        for scene in day.scenes:
            allowed = facts.production.units_of(scene)
            if day.unit.id not in allowed:
                names = listed([facts.units[one].name for one in allowed])
                said = (
                    f"{sentence(scene_name(facts, scene))} is shot by {day.unit.name} "
                    f"on {day.date}; it belongs to {names}"
                )
                yield Found(_where(scene, day), said, names)


def window(board: Board) -> Iterator[Found]:
    """Keep a scene's dates in its ``window``. SPEC 3, rule ``window``."""
    for scene in board.facts.production.scenes:
        if scene.window is None:
            continue
        for day in _asked(board, scene.id):
            if day.date not in scene.window:
                limit = span(scene.window.first, scene.window.last)
                name = sentence(scene_name(board.facts, scene))
                said = f"{name} stands on {day.date}; its window is {limit}"
                yield Found(_where(scene, day), said, limit)


def pin(board: Board) -> Iterator[Found]:
    """Keep a pinned scene on its pin, its first day. SPEC 3, rule ``pin``."""
    for scene in board.facts.production.scenes:
        days = _asked(board, scene.id)
        if scene.pin is None or not days:
            continue
        stands, wanted = (days[0].unit.id, days[0].date), scene.pin
        if stands != (wanted.unit, wanted.date):
            limit = f"{board.facts.units[wanted.unit].name} on {wanted.date}"
            said = (
                f"{sentence(scene_name(board.facts, scene))} stands with "
                f"{days[0].unit.name} on {days[0].date}; it is pinned to {limit}"
            )
            yield Found(_where(scene, days[0]), said, limit)


def order(board: Board) -> Iterator[Found]:
    """Keep what is to be shot before something else before it.

    The first date of ``after`` >= the last date of ``before`` + ``min_days``; on
    the same date, in one unit, ``before`` stands first. SPEC 3, rule ``order``.
    """
    for asked in board.facts.production.orders:
        before, after = _asked(board, asked.before), _asked(board, asked.after)
        if not before or not after:
            continue
        lies = (after[0].date - before[-1].date).days
        too_soon = lies < asked.min_days
        if too_soon or _stands_behind(asked, before[-1], after[0]):
            yield _out_of_order(board.facts, asked, before[-1].date, after[0])


def _stands_behind(asked: Order, before: BoardDay, after: BoardDay) -> bool:
    """Tell whether ``after`` stands before ``before`` on a day of both."""
    if before is not after:
        return False
    strips = [scene.id for scene in before.scenes]
    return strips.index(asked.after) < strips.index(asked.before)


def _out_of_order(facts: Facts, asked: Order, last: date, day: BoardDay) -> Found:
    before, after = facts.scenes[asked.before], facts.scenes[asked.after]
    apart = f"at least {counted(asked.min_days, 'day')} " if asked.min_days else ""
    limit = f"{apart}after it"
    said = (
        f"{sentence(scene_name(facts, after))} stands on {day.date}; it has to come "
        f"{apart}after {scene_name(facts, before)} on {last}"
    )
    if last == day.date and not asked.min_days:
        said = (
            f"{sentence(scene_name(facts, after))} stands before "
            f"{scene_name(facts, before)} on {day.date}; it has to come after it"
        )
    return Found(_where(after, day), said, limit)


def _asked(board: Board, scene: str) -> list[BoardDay]:
    """Give a scene's days; none where it is in the boneyard, which asks nothing."""
    return [] if board.boneyard[scene] else board.of_scene.get(scene, [])


def _dates(days: list[BoardDay]) -> str:
    return listed([str(day.date) for day in days])


def _where(scene: Scene, day: BoardDay) -> Where:
    return Where(scene=scene.id, unit=day.unit.id, date=day.date)
