"""Levers of scenes, pictures and things: pins, orders, releases, counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from daybreak.model.calendar import later
from daybreak.model.production import Order, Picture
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import (
    changed,
    days_told,
    order_changed,
    place_of,
    scene_told,
)
from daybreak.solving.levers.lever import Lever
from daybreak.solving.levers.view import NEAR_DAYS, WEEK_DAYS, View
from daybreak.solving.levers.windows import scene_window_levers, window_levers

Near = tuple[Lever, bool]


def script_levers(view: View) -> Iterator[Near]:
    """Yield the levers of scenes, pictures, locations and elements."""
    yield from scene_window_levers(view)
    yield from _pins(view)
    yield from _orders(view)
    for picture in view.production.pictures:
        yield from _release(view, picture)
    yield from _places(view)
    yield from _things(view)


def _pins(view: View) -> Iterator[Near]:
    for scene in view.production.scenes:
        pin = scene.pin
        if pin is None or scene.id not in view.left:
            continue
        at = place_of(view.production.scenes, scene.id)
        name = scene_told(view.production, scene)
        yield (
            Lever(
                kind="pin",
                text=f"{name} may leave {pin.date}, its pin",
                change=Change(
                    path=f"scenes[{at}].pin",
                    was={"unit": pin.unit, "date": str(pin.date)},
                    becomes=None,
                ),
                apply=changed("scenes", scene.id, pin=None),
                stake=view.money(unit=pin.unit) // 10 + view.line("late"),
            ),
            view.is_open(pin.date),
        )


def _orders(view: View) -> Iterator[Near]:
    scenes = {one.id: one for one in view.production.scenes}
    for at, order in enumerate(view.production.orders):
        if not {order.before, order.after} <= view.left:
            continue
        first = scene_told(view.production, scenes[order.before])
        second = scene_told(view.production, scenes[order.after])
        becomes = order.min_days - WEEK_DAYS if order.min_days > WEEK_DAYS else None
        if becomes is None:
            text = f"{second} may be shot before {first}"
            change = Change(
                path=f"orders[{at}]",
                was={"before": order.before, "after": order.after},
                becomes=None,
            )
        else:
            text = f"{days_told(becomes)} are enough from {first} to {second}"
            path = f"orders[{at}].min_days"
            change = Change(path=path, was=order.min_days, becomes=becomes)
        lever = Lever(
            kind="order",
            text=text,
            change=change,
            apply=order_changed(order, becomes),
            stake=view.line("late", "idle_days", "cast_hold") // 10,
        )
        yield lever, _is_tight(view, order)


def _is_tight(view: View, order: Order) -> bool:
    before = view.board.of_scene.get(order.before)
    after = view.board.of_scene.get(order.after)
    if not before or not after:
        return True
    return (after[0].date - before[-1].date).days <= order.min_days + NEAR_DAYS


def _release(view: View, picture: Picture) -> Iterator[Near]:
    wrap = view.board.wraps.get(picture.id)
    binds = picture.release_hard or picture.late_cost_per_day
    if picture.release is None or wrap is None or not binds:
        return
    new = later(picture.release, WEEK_DAYS)
    at = place_of(view.production.pictures, picture.id)
    delivered = later(wrap, picture.post_days)
    yield (
        Lever(
            kind="release",
            text=f"{picture.title} opens a week later, on {new}",
            change=Change(
                path=f"pictures[{at}].release",
                was=str(picture.release),
                becomes=str(new),
            ),
            apply=changed("pictures", picture.id, release=new),
            stake=view.money(picture=picture.id) + 1,
        ),
        delivered > picture.release - timedelta(days=NEAR_DAYS),
    )


def _places(view: View) -> Iterator[Near]:
    left = {one.location for one in view.production.scenes if one.id in view.left}
    for place in view.production.locations:
        if place.id in left:
            yield from window_levers(
                view,
                "locations",
                place,
                used=list(view.board.of_location.get(place.id, ())),
                stake=lambda view, one: (
                    view.money(location=one)
                    + view.line("late", "idle_days", "cast_hold")
                ),
            )


def _things(view: View) -> Iterator[Near]:
    made = view.production
    units: dict[str, set[str]] = {}
    for scene in made.scenes:
        for one in scene.elements if scene.id in view.left else ():
            units.setdefault(one, set()).update(made.units_of(scene))
    for at, thing in enumerate(made.elements):
        if thing.id not in units:
            continue
        yield from window_levers(
            view,
            "elements",
            thing,
            used=list(view.board.of_element.get(thing.id, ())),
            stake=lambda view, one: (
                view.money(element=one) + view.line("late", "idle_days", "cast_hold")
            ),
        )
        yield (
            Lever(
                kind="count",
                text=f"one more of {thing.name}: {thing.count + 1:,}",
                change=Change(
                    path=f"elements[{at}].count",
                    was=thing.count,
                    becomes=thing.count + 1,
                ),
                apply=changed("elements", thing.id, count=thing.count + 1),
                stake=view.money(element=thing.id) + view.line("late"),
            ),
            len(units[thing.id]) > thing.count,
        )
