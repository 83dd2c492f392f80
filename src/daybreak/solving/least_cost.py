"""A proven least cost of a production, without a search for a schedule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from queue import Empty, Queue
from time import monotonic
from typing import Any

from daybreak.model.fields import DateRange
from daybreak.model.files import to_json
from daybreak.model.production import Pin, Production, Scene
from daybreak.model.schedule import Day
from daybreak.solving.workers import Worker, end_worker, start_worker

LISTEN_SECONDS = 0.1
OVERTIME_SECONDS = 5.0


def least_cost(
    production: Production,
    *,
    seconds: float,
    boneyard: int = 0,
    stop: Callable[[], bool] | None = None,
) -> int | None:
    """Give a total that no valid schedule goes below; None where none was proven.

    Parameters
    ----------
    seconds
        How long to try.
    boneyard
        How many strips a schedule may leave out.
    stop
        Asked ten times a second; true ends it with what is proven so far.

    Notes
    -----
    SPEC 4, **Bound**.
    """
    task = {
        "kind": "bound",
        "production": to_json(production),
        "boneyard": boneyard,
        "seconds": seconds,
    }
    heard: Queue[tuple[Worker, Any]] = Queue()
    worker = start_worker(0, task, heard)
    until = monotonic() + seconds + OVERTIME_SECONDS
    try:
        while not worker.ended and monotonic() < until:
            try:
                _, message = heard.get(timeout=LISTEN_SECONDS)
            except Empty:
                if stop is not None and stop():
                    break
                continue
            if message is None:
                worker.ended = True
            else:
                worker.hear(message)
    finally:
        end_worker(worker)
    return worker.bound


def with_the_past_pinned(
    production: Production, shot: tuple[Day, ...], today: date
) -> Production:
    """Give a production of which every schedule has the days that were shot.

    What was shot is pinned to its day, all else waits for ``today``. Every schedule
    with these days that is valid for the production given is valid for this one and
    costs the same: a bound of this one holds for them.
    """
    places = {strip: day for day in reversed(shot) for strip in day.strips}
    last = max(unit.end for unit in production.units)
    scenes = tuple(
        _pinned(scene, places[scene.id])
        if scene.id in places
        else _waiting(scene, today, last)
        for scene in production.scenes
    )
    return replace(production, scenes=scenes)


def _pinned(scene: Scene, day: Day) -> Scene:
    return replace(scene, pin=Pin(unit=day.unit, date=day.date))


def _waiting(scene: Scene, today: date, last: date) -> Scene:
    window = scene.window or DateRange(today, last)
    if window.last < today:
        return scene  # it can stand nowhere any more, and says so itself
    return replace(scene, window=replace(window, first=max(window.first, today)))
