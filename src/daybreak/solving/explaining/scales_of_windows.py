"""How far a window opens, or an absence ends: scales of changes to when one is free."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from daybreak.model.calendar import every_date
from daybreak.model.fields import DateRange
from daybreak.model.production import Production
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import (
    Bind,
    Without,
    changed,
    days_told,
    scene_told,
)
from daybreak.solving.explaining.scale import Scale, Way, moved

MOST_DATES = 40  # dates of an absence that are tried one by one


def windows_of(group: str, verb: str) -> Callable[..., Iterator[Scale]]:
    """Give a maker: a person, a location or an element is free longer."""

    def make(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
        thing: Any = next(one for one in getattr(part, group) if one.id == bind.key[0])
        yield from window_scales(
            thing.windows,
            bind.path,
            lambda when, size: (
                f"{verb.format(thing.name)} {when}, {days_told(size)} more"
            ),
            lambda new: changed(group, thing.id, windows=new),
            _most(part),
        )

    return make


def window_of_scene(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Let a scene be shot earlier, or later."""
    scene = next(one for one in part.scenes if one.id == bind.key[0])
    if scene.window is None:
        return
    name = scene_told(whole, scene)
    for scale in window_scales(
        (scene.window,),
        bind.path,
        lambda when, size: f"let {name} be shot {when}, {days_told(size)} more",
        lambda new: changed("scenes", scene.id, window=new[0]),
        _most(part),
    ):
        yield Scale(scale.most, _without_list_index(scale.make, bind.path))


def _without_list_index(make: Callable[[int], Way], path: str) -> Callable[[int], Way]:
    """Give the path of a window that is the only one, no list of them."""

    def plain(size: int) -> Way:
        way = make(size)
        path_there = way.change.path.replace(f"{path}[0]", path, 1)
        return replace(way, change=replace(way.change, path=path_there))

    return plain


def window_scales(
    windows: tuple[DateRange, ...],
    path: str,
    text: Callable[[str, int], str],
    apply: Callable[[tuple[DateRange, ...]], Without],
    most: int,
) -> Iterator[Scale]:
    """Give two scales for each window: it opens earlier, or closes later."""
    for at, one in enumerate(windows):

        def earlier(size: int, at: int = at, one: DateRange = one) -> Way:
            first = moved(one.first, -size)
            new = _with(windows, at, DateRange(first, one.last))
            return Way(
                text=text(f"from {first} on", size),
                change=Change(
                    path=f"{path}[{at}][0]", was=str(one.first), becomes=str(first)
                ),
                apply=apply(new),
            )

        def longer(size: int, at: int = at, one: DateRange = one) -> Way:
            last = moved(one.last, size)
            new = _with(windows, at, DateRange(one.first, last))
            return Way(
                text=text(f"until {last}", size),
                change=Change(
                    path=f"{path}[{at}][1]", was=str(one.last), becomes=str(last)
                ),
                apply=apply(new),
            )

        yield Scale(most, earlier)
        yield Scale(most, longer)


def _with(
    windows: tuple[DateRange, ...], at: int, new: DateRange
) -> tuple[DateRange, ...]:
    return tuple(new if place == at else one for place, one in enumerate(windows))


def _most(part: Production) -> int:
    """Give the most calendar days by which a date is moved."""
    first = min(unit.start for unit in part.units)
    last = max(unit.end for unit in part.units)
    return min((last - first).days + 1, 2000)


def absence(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Release one date, some of the first or the last dates, or all of an absence."""
    person = next(one for one in part.people if one.id == bind.key[0])
    away = next(one for one in person.unavailable if one == _away_of(whole, bind))
    dates = list(every_date(away.first, away.last))
    name = person.name

    def released(first: date, last: date) -> Way:
        left = []
        if away.first < first:
            left.append(replace(away, last=first - timedelta(days=1)))
        if last < away.last:
            left.append(replace(away, first=last + timedelta(days=1)))
        told = f"on {first}" if first == last else f"{first} to {last}"
        others = [each for each in person.unavailable if each != away]
        becomes = [{"from": str(one.first), "to": str(one.last)} for one in left]
        return Way(
            text=f"get {name} free {told}",
            change=Change(
                path=bind.path,
                was={"from": str(away.first), "to": str(away.last)},
                becomes=becomes or None,
            ),
            apply=changed("people", person.id, unavailable=(*left, *others)),
        )

    if len(dates) <= MOST_DATES:
        yield Scale(
            len(dates), lambda size: released(dates[size - 1], dates[size - 1]), False
        )
    if len(dates) > 1:
        yield Scale(len(dates), lambda size: released(dates[0], dates[size - 1]))
        yield Scale(len(dates), lambda size: released(dates[-size], dates[-1]))


def _away_of(whole: Production, bind: Bind) -> Any:
    person = next(one for one in whole.people if one.id == bind.key[0])
    return person.unavailable[bind.key[1]]
