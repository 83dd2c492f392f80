"""Ways out of a conflict: the least change of each fact that lets its scenes be shot.

How little is enough is found by asking anew with more and more of a change - one date
of an absence, a window some days longer - never by reckoning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from daybreak.model.production import Production
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.facts import (
    Bind,
    days_told,
    hours_told,
)
from daybreak.solving.explaining.family import Family
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.explaining.scale import Scale, Way, amount
from daybreak.solving.explaining.scales_of_calendars import (
    hiatus,
    holiday,
    move,
    release,
    unit_dates,
    workweek,
)
from daybreak.solving.explaining.scales_of_scenes import (
    order,
    pin,
    recast,
    shifts,
    units_of_scene,
)
from daybreak.solving.explaining.scales_of_windows import (
    absence,
    window_of_scene,
    windows_of,
)
from daybreak.solving.explaining.shrinking import Core, asked

MINUTES_STEP = 15
LONGEST_DAY_MINUTES = 16 * 60  # nobody can be asked for more
STEPS = 600


def ways_out(whole: Production, family: Family, deadline: Deadline) -> list[Way]:
    """Give for each fact of a conflict the least changes that resolve it.

    Scenes to which the same happens have to have a day after it too, each by itself.
    """
    core = family.core
    parts = [core.part, *(only(whole, {one}) for one in family.likewise)]
    found: dict[str, Way] = {}
    recasts: Iterable[Bind] = () if family.likewise else _recasts(core)
    for bind in (*core.binds[::-1], *recasts):
        for scale in _scales(whole, core.part, bind):
            if deadline.is_over():
                return list(found.values())
            way = _least_way(parts, scale, deadline)
            if way is not None:
                found.setdefault(f"{way.change.path} {way.change.becomes}", way)
    return list(found.values())


def _least_way(
    parts: Sequence[Production], scale: Scale, deadline: Deadline
) -> Way | None:
    """Give the smallest change of a scale after which all scenes can be placed."""

    def helps(size: int) -> bool:
        apply = scale.make(size).apply
        return all(
            asked(apply(part), deadline, steps=STEPS).verdict == "yes" for part in parts
        )

    if not scale.grows:
        sizes = range(1, scale.most + 1)
        size = next((one for one in sizes if helps(one)), None)
        return None if size is None else scale.make(size)
    low, high = 0, 1
    while not helps(high):
        if high >= scale.most or deadline.is_over():
            return None
        low, high = high, min(2 * high, scale.most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if helps(middle) else (middle, high)
    return scale.make(high)


def _recasts(core: Core) -> Iterator[Bind]:
    """Give, for people whose dates stand in the way, a fact to recast each scene."""
    people = {one.id: one for one in core.part.people}
    about = dict.fromkeys(
        bind.key[0]
        for bind in core.binds
        if bind.kind in ("person", "away", "prep", "consecutive", "minor")
    )
    for person in about:
        for scene in core.part.scenes:
            if person in scene.cast:
                yield Bind(
                    kind="cast",
                    key=(scene.id, person),
                    text=f"{people[person].name} plays in {scene.number}",
                    path="",
                    without=lambda one: one,
                )


def _scales(whole: Production, part: Production, bind: Bind) -> list[Scale]:
    """Give the scales of changes to one fact."""
    make = _MAKERS.get(bind.kind)
    return list(make(whole, part, bind)) if make is not None else []


_MAKERS: dict[str, Callable[..., Iterator[Scale]]] = {
    "place": windows_of("locations", "keep {} open"),
    "person": windows_of("people", "get {} free"),
    "thing": windows_of("elements", "keep {}"),
    "window": window_of_scene,
    "away": absence,
    "start": unit_dates,
    "end": unit_dates,
    "workweek": workweek,
    "day_minutes": amount(
        "units",
        "day_minutes",
        "let a day of {} hold {} of work",
        step=MINUTES_STEP,
        most=LONGEST_DAY_MINUTES,
        told=hours_told,
    ),
    "turnaround": amount("units", "turnaround_hours", "let {} rest {} hours", step=-1),
    "move_minutes": amount(
        "units",
        "move_minutes",
        "let a change of location take {} {}",
        step=-MINUTES_STEP,
        told=hours_told,
    ),
    "prep": amount(
        "people", "prep_days", "let {} be ready after {}", step=-1, told=days_told
    ),
    "consecutive": amount(
        "people",
        "max_consecutive_days",
        "let {} work {} in a row",
        step=1,
        most=10_000,
        told=days_told,
    ),
    "minor": amount(
        "people",
        "day_minutes",
        "let {} work {} a day",
        step=MINUTES_STEP,
        told=hours_told,
    ),
    "count": amount("elements", "count", "have more of {}: {}", step=1, most=1000),
    "units": units_of_scene,
    "shifts": shifts,
    "pin": pin,
    "order": order,
    "holiday": holiday,
    "hiatus": hiatus,
    "move": move,
    "release": release,
    "cast": recast,
}
