"""Levers of windows: one opens a week sooner, or closes a week later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Literal

from daybreak.model.calendar import later
from daybreak.model.fields import DateRange
from daybreak.model.production import Scene
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import changed, place_of, scene_told
from daybreak.solving.levers.lever import Lever, LeverKind
from daybreak.solving.levers.view import WEEK_DAYS, View

Group = Literal["people", "locations", "elements"]
KINDS: dict[Group, LeverKind] = {
    "people": "person-window",
    "locations": "location-window",
    "elements": "element-window",
}
Near = tuple[Lever, bool]


def window_levers(
    view: View,
    group: Group,
    thing: Any,
    *,
    used: Sequence[date],
    stake: Callable[[View, str], int],
) -> Iterator[Near]:
    """Yield two levers for each window of a person, a location or an element."""
    path = f"{group}[{place_of(getattr(view.production, group), thing.id)}].windows"
    for at, one in enumerate(thing.windows):
        for new, gained, when in _wider(one):
            windows = tuple(
                new if place == at else other
                for place, other in enumerate(thing.windows)
            )
            side = 0 if new.first < one.first else 1
            was, becomes = (one.first, new.first) if not side else (one.last, new.last)
            lever = Lever(
                kind=KINDS[group],
                text=f"{thing.name} {when}",
                change=Change(
                    path=f"{path}[{at}][{side}]", was=str(was), becomes=str(becomes)
                ),
                apply=changed(group, thing.id, windows=windows),
                stake=stake(view, thing.id),
            )
            yield lever, _is_near(view, gained, used)


def scene_window_levers(view: View) -> Iterator[Near]:
    """Yield two levers for the window of each scene that is left."""
    for scene in view.production.scenes:
        if scene.window is None or scene.id not in view.left:
            continue
        used = [day.date for day in view.board.of_scene.get(scene.id, ())]
        for new, gained, when in _wider(scene.window):
            yield _scene_lever(view, scene, new, when), _is_near(view, gained, used)


def _scene_lever(view: View, scene: Scene, new: DateRange, when: str) -> Lever:
    assert scene.window is not None
    was = [str(scene.window.first), str(scene.window.last)]
    return Lever(
        kind="scene-window",
        text=f"{scene_told(view.production, scene)} may be shot {when}",
        change=Change(
            path=f"scenes[{place_of(view.production.scenes, scene.id)}].window",
            was=was,
            becomes=[str(new.first), str(new.last)],
        ),
        apply=changed("scenes", scene.id, window=new),
        stake=view.line("late", "idle_days"),
    )


def _wider(window: DateRange) -> Iterator[tuple[DateRange, DateRange, str]]:
    """Yield a window a week wider, the dates it gains, and that in words."""
    first = date.fromordinal(max(1, window.first.toordinal() - WEEK_DAYS))
    last = later(window.last, WEEK_DAYS)
    if first < window.first:
        gained = DateRange(first, window.first)
        yield (DateRange(first, window.last), gained, f"a week sooner, from {first}")
    if last > window.last:
        gained = DateRange(window.last, last)
        yield (DateRange(window.first, last), gained, f"a week longer, until {last}")


def _is_near(view: View, gained: DateRange, used: Sequence[date]) -> bool:
    return view.is_near(gained.first, gained.last, used)
