"""How far a calendar gives way: units, holidays, breaks, moves and release dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from daybreak.model.fields import WEEKDAYS
from daybreak.model.production import Production
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import (
    Bind,
    Without,
    changed,
    days_told,
    long_after,
    move_changed,
    place_of,
)
from daybreak.solving.explaining.scale import Scale, Way, moved, single


def unit_dates(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Let a unit begin earlier, or shoot longer."""
    unit = next(one for one in part.units if one.id == bind.key[0])

    def make(size: int) -> Way:
        if bind.kind == "start":
            day = moved(unit.start, -size)
            text, was = f"let {unit.name} begin on {day}", unit.start
            new = {"start": day}
        else:
            day = moved(unit.end, size)
            text, was = f"let {unit.name} shoot until {day}", unit.end
            new = {"end": day}
        which = "earlier" if bind.kind == "start" else "later"
        return Way(
            text=f"{text}, {days_told(size)} {which}",
            change=Change(path=bind.path, was=str(was), becomes=str(day)),
            apply=changed("units", unit.id, **new),
        )

    yield Scale(long_after(part), make)


def workweek(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Let a unit work on one more day of the week."""
    unit = next(one for one in part.units if one.id == bind.key[0])
    for day in WEEKDAYS:
        if day not in unit.workweek:
            week = tuple(one for one in WEEKDAYS if one in unit.workweek or one == day)
            yield single(
                f"let {unit.name} work on {day} too",
                bind.path,
                list(unit.workweek),
                list(week),
                changed("units", unit.id, workweek=week),
            )


def holiday(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Work on a holiday."""
    (day,) = bind.key
    text = f"work on {day}, a holiday"
    yield single(text, bind.path, str(day), None, bind.without)


def hiatus(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Begin a break later, end it earlier or, of one date, work on it."""
    off = whole.hiatuses[bind.key[0]]
    most = (off.last - off.first).days

    def shortened(first: date, last: date) -> Without:
        new = replace(off, first=first, last=last)
        return lambda one: replace(
            one,
            hiatuses=tuple(new if other == off else other for other in one.hiatuses),
        )

    def later_begin(size: int) -> Way:
        first = moved(off.first, size)
        return Way(
            text=f"let the break of {off.first} begin on {first}",
            change=Change(
                path=f"{bind.path}.from", was=str(off.first), becomes=str(first)
            ),
            apply=shortened(first, off.last),
        )

    def earlier_end(size: int) -> Way:
        last = moved(off.last, -size)
        return Way(
            text=f"let the break until {off.last} end on {last}",
            change=Change(path=f"{bind.path}.to", was=str(off.last), becomes=str(last)),
            apply=shortened(off.first, last),
        )

    if most:
        yield Scale(most, later_begin)
        yield Scale(most, earlier_end)
    else:
        text = f"shoot on {off.first}, without the break"
        was = {"from": str(off.first), "to": str(off.last)}
        yield single(text, bind.path, was, None, bind.without)


def move(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Move in fewer dates, or plan a move where none was given."""
    names = {base.id: base.name for base in part.bases}
    if bind.path == "moves":
        one, other = bind.key
        text = f"plan a move from {names[one]} to {names[other]}"
        new = {"from": one, "to": other, "days": 0, "cost": 0}
        yield single(text, "moves", None, new, bind.without)
        return
    given = whole.moves[bind.key[0]]

    def quicker(size: int) -> Way:
        days = given.days - size
        way = f"{names[given.origin]} to {names[given.target]}"
        return Way(
            text=f"travel from {way} in {days_told(days)}",
            change=Change(path=bind.path, was=given.days, becomes=days),
            apply=move_changed(given, days),
        )

    yield Scale(given.days, quicker)


def release(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
    """Open a picture later."""
    picture = next(one for one in part.pictures if one.id == bind.key[0])
    if picture.release is None:
        return
    opens: date = picture.release

    def later_release(size: int) -> Way:
        day = moved(opens, size)
        path = f"pictures[{place_of(whole.pictures, picture.id)}].release"
        return Way(
            text=f"open {picture.title} on {day}, {days_told(size)} later",
            change=Change(path=path, was=str(opens), becomes=str(day)),
            apply=changed("pictures", picture.id, release=day),
        )

    yield Scale(long_after(part), later_release)
