"""How far a scene gives way: its units, shifts, pin, order and cast."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.model.production import Production
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import (
    Bind,
    changed,
    days_told,
    order_changed,
    place_of,
    scene_told,
)
from daybreak.solving.explaining.scale import Scale, Way, single


def units_of_scene(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Let one more unit shoot a scene."""
    scene = next(one for one in part.scenes if one.id == bind.key[0])
    able = part.units_of(scene)
    for unit in part.units:
        if unit.id not in able:
            yield single(
                f"let {unit.name} shoot {scene_told(whole, scene)}",
                bind.path,
                list(able),
                [*able, unit.id],
                changed("scenes", scene.id, units=(*able, unit.id)),
            )


def shifts(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Let a unit work any shift."""
    unit = next(one for one in part.units if one.id == bind.key[0])
    text = f"let {unit.name} work any shift"
    yield single(text, bind.path, list(unit.shifts), "all", bind.without)


def pin(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Take the pin off a scene."""
    scene = next(one for one in part.scenes if one.id == bind.key[0])
    if scene.pin is not None:
        was = {"unit": scene.pin.unit, "date": str(scene.pin.date)}
        text = f"take the pin off {scene_told(whole, scene)}"
        yield single(text, bind.path, was, None, bind.without)


def order(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Let fewer days between two scenes be enough, or turn their order."""
    given = next(one for one in part.orders if (one.before, one.after) == bind.key)
    scenes = {one.id: one for one in part.scenes}
    first, second = (scene_told(whole, scenes[one]) for one in bind.key)
    if given.min_days:

        def fewer(size: int) -> Way:
            days = given.min_days - size
            return Way(
                text=f"let {days_told(days)} be enough from {first} to {second}",
                change=Change(
                    path=f"{bind.path}.min_days", was=given.min_days, becomes=days
                ),
                apply=order_changed(given, days),
            )

        yield Scale(given.min_days, fewer)
    text = f"let {second} be shot before {first}"
    was = {"before": given.before, "after": given.after}
    yield single(text, bind.path, was, None, order_changed(given, None))


def recast(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Play a scene without a person."""
    scene_id, person_id = bind.key
    scene = next(one for one in part.scenes if one.id == scene_id)
    person = next(one for one in part.people if one.id == person_id)
    cast = tuple(one for one in scene.cast if one != person_id)
    path = f"scenes[{place_of(whole.scenes, scene_id)}].cast"
    yield single(
        f"play {scene_told(whole, scene)} without {person.name}, or recast",
        path,
        list(scene.cast),
        list(cast),
        changed("scenes", scene_id, cast=cast),
    )
