"""Ways out of a conflict: the least change of each fact that lets its scenes be shot.

How little is enough is found by asking anew with more and more of a change - one date
of an absence, a window some days longer - never by reckoning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from daybreak.model.calendar import every_date
from daybreak.model.fields import WEEKDAYS, DateRange
from daybreak.model.production import Production
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import (
    Bind,
    Without,
    changed,
    days_told,
    hours_told,
    long_after,
    move_changed,
    order_changed,
    place_of,
    scene_told,
)
from daybreak.solving.explaining.family import Family
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.explaining.shrinking import Core, asked

MOST_DATES = 40  # dates of an absence that are tried one by one
MINUTES_STEP = 15
LONGEST_DAY_MINUTES = 16 * 60  # nobody can be asked for more
STEPS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A change that was seen to let the scenes of a conflict be shot.

    Parameters
    ----------
    apply
        Gives a production with the change.
    """

    text: str
    change: Change
    apply: Without


@dataclass(frozen=True, slots=True)
class Scale:
    """Changes from little to much; ``make`` gives the one of a size, from 1 on.

    Parameters
    ----------
    grows
        Whether a larger one always helps where a smaller one does.
    """

    most: int
    make: Callable[[int], Way]
    grows: bool = True


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


# --- scales ---------------------------------------------------------------------------


def _scales(whole: Production, part: Production, bind: Bind) -> list[Scale]:
    """Give the scales of changes to one fact."""
    make = _MAKERS.get(bind.kind)
    return list(make(whole, part, bind)) if make is not None else []


def _single(text: str, path: str, was: Any, becomes: Any, apply: Without) -> Scale:
    way = Way(
        text=text, change=Change(path=path, was=was, becomes=becomes), apply=apply
    )
    return Scale(1, lambda _: way)


def _window_scales(
    windows: tuple[DateRange, ...],
    path: str,
    text: Callable[[str, int], str],
    apply: Callable[[tuple[DateRange, ...]], Without],
    most: int,
) -> Iterator[Scale]:
    """Give two scales for each window: it opens earlier, or closes later."""
    for at, one in enumerate(windows):

        def earlier(size: int, at: int = at, one: DateRange = one) -> Way:
            first = _moved(one.first, -size)
            new = _with(windows, at, DateRange(first, one.last))
            return Way(
                text=text(f"from {first} on", size),
                change=Change(
                    path=f"{path}[{at}][0]", was=str(one.first), becomes=str(first)
                ),
                apply=apply(new),
            )

        def longer(size: int, at: int = at, one: DateRange = one) -> Way:
            last = _moved(one.last, size)
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


def _moved(day: date, days: int) -> date:
    least, most = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(min(most, max(least, day.toordinal() + days)))


def _most(part: Production) -> int:
    """Give the most calendar days by which a date is moved."""
    first = min(unit.start for unit in part.units)
    last = max(unit.end for unit in part.units)
    return min((last - first).days + 1, 2000)


def _things_windows(group: str, verb: str) -> Callable[..., Iterator[Scale]]:
    def make(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
        thing: Any = next(one for one in getattr(part, group) if one.id == bind.key[0])
        yield from _window_scales(
            thing.windows,
            bind.path,
            lambda when, size: (
                f"{verb.format(thing.name)} {when}, {days_told(size)} more"
            ),
            lambda new: changed(group, thing.id, windows=new),
            _most(part),
        )

    return make


def _scene_window(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    scene = next(one for one in part.scenes if one.id == bind.key[0])
    if scene.window is None:
        return
    name = scene_told(whole, scene)
    for scale in _window_scales(
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


def _away(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
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


def _unit_dates(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    unit = next(one for one in part.units if one.id == bind.key[0])

    def make(size: int) -> Way:
        if bind.kind == "start":
            day = _moved(unit.start, -size)
            text, was = f"let {unit.name} begin on {day}", unit.start
            new = {"start": day}
        else:
            day = _moved(unit.end, size)
            text, was = f"let {unit.name} shoot until {day}", unit.end
            new = {"end": day}
        which = "earlier" if bind.kind == "start" else "later"
        return Way(
            text=f"{text}, {days_told(size)} {which}",
            change=Change(path=bind.path, was=str(was), becomes=str(day)),
            apply=changed("units", unit.id, **new),
        )

    yield Scale(long_after(part), make)


def _workweek(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    unit = next(one for one in part.units if one.id == bind.key[0])
    for day in WEEKDAYS:
        if day not in unit.workweek:
            week = tuple(one for one in WEEKDAYS if one in unit.workweek or one == day)
            yield _single(
                f"let {unit.name} work on {day} too",
                bind.path,
                list(unit.workweek),
                list(week),
                changed("units", unit.id, workweek=week),
            )


def _amount(
    group: str,
    field: str,
    text: str,
    *,
    step: int,
    least: int = 0,
    most: int = 1440,
    told: Callable[[int], str] = str,
) -> Callable[..., Iterator[Scale]]:
    """Give a maker of a scale that raises, or with a step below 0 lowers, a number."""

    def make(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
        thing: Any = next(one for one in getattr(part, group) if one.id == bind.key[0])
        was = getattr(thing, field)

        def way(size: int) -> Way:
            becomes = min(most, max(least, was + step * size))
            return Way(
                text=text.format(thing.name, told(becomes)),
                change=Change(path=bind.path, was=was, becomes=becomes),
                apply=changed(group, thing.id, **{field: becomes}),
            )

        room = (most - was) if step > 0 else (was - least)
        if room > 0:
            yield Scale(-(-room // abs(step)), way)

    return make


def _units_of_scene(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    scene = next(one for one in part.scenes if one.id == bind.key[0])
    able = part.units_of(scene)
    for unit in part.units:
        if unit.id not in able:
            yield _single(
                f"let {unit.name} shoot {scene_told(whole, scene)}",
                bind.path,
                list(able),
                [*able, unit.id],
                changed("scenes", scene.id, units=(*able, unit.id)),
            )


def _shifts(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    unit = next(one for one in part.units if one.id == bind.key[0])
    text = f"let {unit.name} work any shift"
    yield _single(text, bind.path, list(unit.shifts), "all", bind.without)


def _pin(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    scene = next(one for one in part.scenes if one.id == bind.key[0])
    if scene.pin is not None:
        was = {"unit": scene.pin.unit, "date": str(scene.pin.date)}
        text = f"take the pin off {scene_told(whole, scene)}"
        yield _single(text, bind.path, was, None, bind.without)


def _order(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    order = next(one for one in part.orders if (one.before, one.after) == bind.key)
    scenes = {one.id: one for one in part.scenes}
    first, second = (scene_told(whole, scenes[one]) for one in bind.key)
    if order.min_days:

        def fewer(size: int) -> Way:
            days = order.min_days - size
            return Way(
                text=f"let {days_told(days)} be enough from {first} to {second}",
                change=Change(
                    path=f"{bind.path}.min_days", was=order.min_days, becomes=days
                ),
                apply=order_changed(order, days),
            )

        yield Scale(order.min_days, fewer)
    text = f"let {second} be shot before {first}"
    was = {"before": order.before, "after": order.after}
    yield _single(text, bind.path, was, None, order_changed(order, None))


def _holiday(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    (day,) = bind.key
    text = f"work on {day}, a holiday"
    yield _single(text, bind.path, str(day), None, bind.without)


def _hiatus(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    hiatus = whole.hiatuses[bind.key[0]]
    most = (hiatus.last - hiatus.first).days

    def shortened(first: date, last: date) -> Without:
        new = replace(hiatus, first=first, last=last)
        return lambda one: replace(
            one,
            hiatuses=tuple(new if other == hiatus else other for other in one.hiatuses),
        )

    def later_begin(size: int) -> Way:
        first = _moved(hiatus.first, size)
        return Way(
            text=f"let the break of {hiatus.first} begin on {first}",
            change=Change(
                path=f"{bind.path}.from", was=str(hiatus.first), becomes=str(first)
            ),
            apply=shortened(first, hiatus.last),
        )

    def earlier_end(size: int) -> Way:
        last = _moved(hiatus.last, -size)
        return Way(
            text=f"let the break until {hiatus.last} end on {last}",
            change=Change(
                path=f"{bind.path}.to", was=str(hiatus.last), becomes=str(last)
            ),
            apply=shortened(hiatus.first, last),
        )

    if most:
        yield Scale(most, later_begin)
        yield Scale(most, earlier_end)
    else:
        text = f"shoot on {hiatus.first}, without the break"
        was = {"from": str(hiatus.first), "to": str(hiatus.last)}
        yield _single(text, bind.path, was, None, bind.without)


def _move(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    names = {base.id: base.name for base in part.bases}
    if bind.path == "moves":
        one, other = bind.key
        text = f"plan a move from {names[one]} to {names[other]}"
        new = {"from": one, "to": other, "days": 0, "cost": 0}
        yield _single(text, "moves", None, new, bind.without)
        return
    move = whole.moves[bind.key[0]]

    def quicker(size: int) -> Way:
        days = move.days - size
        way = f"{names[move.origin]} to {names[move.target]}"
        return Way(
            text=f"travel from {way} in {days_told(days)}",
            change=Change(path=bind.path, was=move.days, becomes=days),
            apply=move_changed(move, days),
        )

    yield Scale(move.days, quicker)


def _release(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    picture = next(one for one in part.pictures if one.id == bind.key[0])
    if picture.release is None:
        return
    opens: date = picture.release

    def later_release(size: int) -> Way:
        day = _moved(opens, size)
        path = f"pictures[{place_of(whole.pictures, picture.id)}].release"
        return Way(
            text=f"open {picture.title} on {day}, {days_told(size)} later",
            change=Change(path=path, was=str(opens), becomes=str(day)),
            apply=changed("pictures", picture.id, release=day),
        )

    yield Scale(long_after(part), later_release)


def _recast(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    scene_id, person_id = bind.key
    scene = next(one for one in part.scenes if one.id == scene_id)
    person = next(one for one in part.people if one.id == person_id)
    cast = tuple(one for one in scene.cast if one != person_id)
    path = f"scenes[{place_of(whole.scenes, scene_id)}].cast"
    yield _single(
        f"play {scene_told(whole, scene)} without {person.name}, or recast",
        path,
        list(scene.cast),
        list(cast),
        changed("scenes", scene_id, cast=cast),
    )


_MAKERS: dict[str, Callable[..., Iterator[Scale]]] = {
    "place": _things_windows("locations", "keep {} open"),
    "person": _things_windows("people", "get {} free"),
    "thing": _things_windows("elements", "keep {}"),
    "window": _scene_window,
    "away": _away,
    "start": _unit_dates,
    "end": _unit_dates,
    "workweek": _workweek,
    "day_minutes": _amount(
        "units",
        "day_minutes",
        "let a day of {} hold {} of work",
        step=MINUTES_STEP,
        most=LONGEST_DAY_MINUTES,
        told=hours_told,
    ),
    "turnaround": _amount("units", "turnaround_hours", "let {} rest {} hours", step=-1),
    "move_minutes": _amount(
        "units",
        "move_minutes",
        "let a change of location take {} {}",
        step=-MINUTES_STEP,
        told=hours_told,
    ),
    "prep": _amount(
        "people", "prep_days", "let {} be ready after {}", step=-1, told=days_told
    ),
    "consecutive": _amount(
        "people",
        "max_consecutive_days",
        "let {} work {} in a row",
        step=1,
        most=10_000,
        told=days_told,
    ),
    "minor": _amount(
        "people",
        "day_minutes",
        "let {} work {} a day",
        step=MINUTES_STEP,
        told=hours_told,
    ),
    "count": _amount("elements", "count", "have more of {}: {}", step=1, most=1000),
    "units": _units_of_scene,
    "shifts": _shifts,
    "pin": _pin,
    "order": _order,
    "holiday": _holiday,
    "hiatus": _hiatus,
    "move": _move,
    "release": _release,
    "cast": _recast,
}
