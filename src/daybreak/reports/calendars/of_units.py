"""The calendar of units, or of a picture: days, moves, hiatuses, holidays, wraps.

Nobody of the cast is named in it, and no money: it may be handed to anyone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from daybreak.model.calendar import later
from daybreak.model.eighths import format_eighths
from daybreak.model.production import Base, Production, Unit
from daybreak.reports.board_rows import CompanyMove
from daybreak.reports.calendars.appointment import Appointment, hours_of, runs
from daybreak.reports.moving_dates import moving_dates
from daybreak.reports.papers.shoot_days import (
    ShootDay,
    Shot,
    eighths_of,
    shoot_of,
)
from daybreak.reports.papers.shown import Shown
from daybreak.reports.phrases import count_of


def unit_appointments(shown: Shown) -> tuple[Appointment, ...]:
    """Give the calendar of the unit or picture wanted, of all units for none."""
    return tuple(
        sorted(
            (*_days(shown), *_free(shown), *_milestones(shown)),
            key=lambda one: (one.first, one.key),
        )
    )


# --- days and moves -----------------------------------------------------------------


def _days(shown: Shown) -> Iterator[Appointment]:
    production = shown.production
    units = {one.id: one for one in production.units}
    moving = moving_dates(production, shown.schedule.in_order())
    before: dict[str, date] = defaultdict(lambda: date.min)
    for day in shoot_of(shown).days:
        unit = units[day.edge.unit]
        yield _day(production, unit, day)
        between = {
            one for one in moving[unit.id] if before[unit.id] < one < day.edge.date
        }
        for move in day.before:
            if isinstance(move, CompanyMove) and move.unit == unit.id and between:
                yield _move(move, day.edge.number, between)
        before[unit.id] = day.edge.date


def _day(production: Production, unit: Unit, day: ShootDay) -> Appointment:
    edge = day.edge
    hours = hours_of(unit.shifts.get(edge.shift), base_of(production, day.shots))
    places = places_of(day.shots)
    lead = f"{unit.name}, day" if len(production.units) > 1 else "Day"
    told = [hours.said] if hours else []
    told.append(f"{count_of(len(day.shots), 'scene')}, {pages(day.shots)}")
    told += [_scene(production, shot) for shot in day.shots]
    if edge.base:
        told.append(f"Base: {edge.base}")
    return Appointment(
        key=f"day/{unit.id}/{edge.number}",
        title=f"{lead} {edge.number}: {places}" if places else f"{lead} {edge.number}",
        first=edge.date,
        last=edge.date,
        hours=hours,
        lines=tuple(told),
        place=", ".join(filter(None, (places, edge.base))),
        category="Shooting day",
    )


def _scene(production: Production, shot: Shot) -> str:
    strip = shot.strip
    picture = f" ({shot.picture})" if len(production.pictures) > 1 else ""
    return (
        f"{strip.number}{picture} {strip.place.upper()} {strip.set} - "
        f"{strip.time.upper()}, {format_eighths(shot.eighths)}"
    )


def base_of(production: Production, shots: tuple[Shot, ...]) -> Base | None:
    """Give the base on which strips are shot; None where it is none, or several."""
    of = {one.id: one.base for one in production.locations}
    ids = {of[shot.scene.location] for shot in shots}
    found = [one for one in production.bases if one.id in ids]
    return found[0] if len(found) == 1 else None


def places_of(shots: tuple[Shot, ...]) -> str:
    """Give the locations of strips in their order."""
    return ", ".join(dict.fromkeys(shot.strip.location for shot in shots))


def pages(shots: tuple[Shot, ...]) -> str:
    """Give the length of strips together in words."""
    eighths = eighths_of(shots)
    return f"{format_eighths(eighths)} {'page' if eighths <= 8 else 'pages'}"


def _move(move: CompanyMove, number: int, between: set[date]) -> Appointment:
    return Appointment(
        key=f"move/{move.unit}/{number}",
        title=f"Company move: {move.origin} to {move.target}",
        first=min(between),
        last=max(between),
        lines=(move.unit_name,),
        category="Company move",
    )


# --- dates without shooting ---------------------------------------------------------


def _free(shown: Shown) -> Iterator[Appointment]:
    production = shown.production
    units = [one for one in production.units if shown.wanted.unit in (None, one.id)]
    ids = {one.id for one in units}
    for number, hiatus in enumerate(production.hiatuses, start=1):
        if hiatus.units is None or not ids.isdisjoint(hiatus.units):
            yield Appointment(
                key=f"hiatus/{number}",
                title=f"Hiatus: {hiatus.reason}" if hiatus.reason else "Hiatus",
                first=hiatus.first,
                last=hiatus.last,
                category="Hiatus",
                is_busy=False,
            )
    free = {
        day
        for day in production.holidays
        if any(unit.start <= day <= unit.end for unit in units)
    }
    for first, last in runs(free):
        yield Appointment(
            key=f"holiday/{first.isoformat()}",
            title="Holiday",
            first=first,
            last=last,
            category="Holiday",
            is_busy=False,
        )


# --- what becomes of pictures -------------------------------------------------------


def _milestones(shown: Shown) -> Iterator[Appointment]:
    """Yield wrap, delivery and release of each picture that is not asked for a unit."""
    wanted, production = shown.wanted, shown.production
    if wanted.unit is not None:
        return
    of = {one.id: one.picture for one in production.scenes}
    shot = [
        (of[strip], day.date) for day in shown.schedule.days for strip in day.strips
    ]
    for picture in production.pictures:
        if wanted.picture not in (None, picture.id):
            continue
        wrap = max((day for one, day in shot if one == picture.id), default=None)
        dates = {
            "wrap": wrap,
            "delivery": later(wrap, picture.post_days) if wrap else None,
            "release": picture.release,
        }
        if not picture.post_days:
            del dates["delivery"]
        for what, day in dates.items():
            if day is not None:
                yield Appointment(
                    key=f"{what}/{picture.id}",
                    title=f"{what.title()} of {picture.title}",
                    first=day,
                    last=day,
                    category=what.title(),
                    is_busy=False,
                )
