"""Levers of people: absences, windows, deals, limits of work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from daybreak.checking.count import hold_gaps
from daybreak.model.calendar import later
from daybreak.model.production import Deal, Person, Unavailability
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import (
    changed,
    days_told,
    hours_told,
    place_of,
    span_told,
)
from daybreak.solving.fixed import first_prepared
from daybreak.solving.levers.lever import Lever
from daybreak.solving.levers.view import WEEK_DAYS, View
from daybreak.solving.levers.windows import window_levers

LONGEST_MINUTES = 16 * 60
PREP_LESS_DAYS = 5  # a week of weekdays
Near = tuple[Lever, bool]
"""A lever, and whether the plan comes near to its fact."""


def people_levers(view: View) -> Iterator[Near]:
    """Yield the levers of everybody who has scenes left."""
    wanted = {
        person
        for scene in view.production.scenes
        if scene.id in view.left
        for person in scene.cast
    }
    for person in view.production.people:
        if person.id in wanted:
            yield from _absences(view, person)
            yield from window_levers(
                view, "people", person, used=_worked(view, person), stake=_stake
            )
            yield from _limits(view, person)
    yield from _deals(view)


def _worked(view: View, person: Person) -> list[date]:
    return list(view.board.of_person.get(person.id, ()))


def _stake(view: View, person_id: str) -> int:
    return view.money(person=person_id) + view.line("late", "idle_days")


def _path(view: View, person: Person, field: str) -> str:
    return f"people[{place_of(view.production.people, person.id)}].{field}"


# --- absences --------------------------------------------------------------------


def _absences(view: View, person: Person) -> Iterator[Near]:
    """Free a short absence whole, of a long one its first or its last week."""
    used = _worked(view, person)
    for at, away in enumerate(person.unavailable):
        for first, last in _freed(away.first, away.last):
            lever = _free(view, person, at, first, last)
            yield lever, view.is_near(first, last, used)


def _freed(first: date, last: date) -> Iterator[tuple[date, date]]:
    week = timedelta(days=WEEK_DAYS - 1)
    if last - first <= week:
        yield first, last
        return
    yield first, first + week
    yield last - week, last


def _free(view: View, person: Person, at: int, first: date, last: date) -> Lever:
    away = person.unavailable[at]
    kept: list[Unavailability] = []
    if away.first < first:
        kept.append(replace(away, last=first - timedelta(days=1)))
    if last < away.last:
        kept.append(replace(away, first=last + timedelta(days=1)))
    others = [one for place, one in enumerate(person.unavailable) if place != at]
    why = f" ({away.reason})" if away.reason else ""
    lead = f"{person.name} away a week less{why}: free" if kept else ""
    return Lever(
        kind="away",
        text=f"{lead or f'{person.name} free'} {span_told(first, last)}"
        + ("" if kept else why),
        change=Change(
            path=_path(view, person, f"unavailable[{at}]"),
            was={"from": str(away.first), "to": str(away.last)},
            becomes=[{"from": str(one.first), "to": str(one.last)} for one in kept]
            or None,
        ),
        apply=changed("people", person.id, unavailable=(*kept, *others)),
        stake=_stake(view, person.id),
    )


# --- limits ----------------------------------------------------------------------


def _limits(view: View, person: Person) -> Iterator[Near]:
    worked = view.board.of_person.get(person.id, {})
    if person.prep_days and not any(not view.is_open(day) for day in worked):
        ready = first_prepared(view.production, person)
        becomes = max(0, person.prep_days - PREP_LESS_DAYS)
        near = not worked or min(worked) <= later(ready, WEEK_DAYS)
        text = f"{person.name} ready after {days_told(becomes)} of preparation"
        yield _limit(view, person, "prep", "prep_days", text, becomes), near
    row = person.max_consecutive_days
    if row is not None:
        text = f"{person.name} works {days_told(row + 1)} in a row"
        yield (
            _limit(view, person, "in-a-row", "max_consecutive_days", text, row + 1),
            len(worked) >= row,
        )
    minutes = person.day_minutes
    if minutes is not None and minutes < LONGEST_MINUTES:
        text = f"{person.name} works an hour more a day: {hours_told(minutes + 60)}"
        yield (
            _limit(view, person, "minor", "day_minutes", text, minutes + 60),
            bool(worked),
        )


def _limit(
    view: View, person: Person, kind: str, field: str, text: str, becomes: int
) -> Lever:
    change = Change(
        path=_path(view, person, field), was=getattr(person, field), becomes=becomes
    )
    return Lever(
        kind=kind,  # type: ignore[arg-type] # one of three names, each above
        text=text,
        change=change,
        apply=changed("people", person.id, **{field: becomes}),
        stake=_stake(view, person.id),
    )


# --- deals -----------------------------------------------------------------------


def _deals(view: View) -> Iterator[Near]:
    """Of each deal under which holds are paid: one drop more, held days at half."""
    for one in hold_gaps(view.production, view.schedule):
        held, deal, person = one.held(), one.deal, one.person
        if not held:
            continue
        place = person.deals.index(deal)
        more = replace(deal, drops=deal.drops + 1)
        dropped = one.dropped()
        droppable = any(
            gap.held and gap.calendar_days > deal.drop_after_days and gap not in dropped
            for gap in one.gaps
        )
        name = _told(view, person, deal)
        text = f"{name}: one drop more ({more.drops} in all)"
        yield _deal(view, person, place, more, text, "drops", one.cost()), droppable
        half = replace(deal, hold=deal.hold / 2)
        share = f"{float(half.hold) * 100:g} %"
        text = f"{name}: held days paid at {share} of the rate"
        yield _deal(view, person, place, half, text, "hold", one.cost()), True


def _told(view: View, person: Person, deal: Deal) -> str:
    """Give a person, with the pictures of the deal where there are several deals."""
    if len(person.deals) == 1 or deal.pictures is None:
        return person.name
    titles = {one.id: one.title for one in view.production.pictures}
    return f"{person.name} in {' and '.join(titles[one] for one in deal.pictures)}"


def _deal(
    view: View,
    person: Person,
    place: int,
    new: Deal,
    text: str,
    field: str,
    stake: int,
) -> Lever:
    deals = (*person.deals[:place], new, *person.deals[place + 1 :])
    return Lever(
        kind="drop" if field == "drops" else "hold",
        text=text,
        change=Change(
            path=_path(view, person, f"deals[{place}].{field}"),
            was=_plain(person.deals[place], field),
            becomes=_plain(new, field),
        ),
        apply=changed("people", person.id, deals=deals),
        stake=stake,
    )


def _plain(deal: Deal, field: str) -> int | float:
    return deal.drops if field == "drops" else float(deal.hold)
