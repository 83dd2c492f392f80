"""What an import of a schedule file took for granted, and what it could not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from daybreak.importers.outcome import (
    Assumption,
    ImportedBoard,
    Question,
    counted,
)
from daybreak.importers.tiers import CURRENCY, Tier
from daybreak.importers.uss_document import UssElement
from daybreak.importers.uss_people import number_of
from daybreak.importers.uss_production import Gathered
from daybreak.model.production import Production
from daybreak.model.schedule_standard import CAST


def uss_assumptions(
    production: Production, read: Gathered, boards: Sequence[ImportedBoard]
) -> tuple[Assumption, ...]:
    """Give everything the production holds that the schedule file does not say."""
    return (
        *_dates(production, read),
        *_length(production, read),
        *_costs(production, read.settings.tier),
        *_cast(production),
        *_places(production, read),
        *_boards(production, read, boards),
    )


def _dates(production: Production, read: Gathered) -> Iterable[Assumption]:
    unit, calendar = production.units[0], read.calendar
    names = ", ".join(one.name for one in production.units)
    off = len(calendar.off) + len(calendar.holidays)
    said = (
        f"start, weekdays and {counted(off, 'date')} off as in calendar "
        f'"{calendar.name}"; the end leaves room'
        if calendar.name
        else "the file has no calendar; the end leaves room"
    )
    yield Assumption(
        what=f"{names}: {unit.start} to {unit.end}, {', '.join(unit.workweek)}",
        source=said,
        where="units[0].start, .end, .workweek, hiatuses, holidays",
    )
    if read.document.later_dates:
        yield Assumption(
            what=f"{counted(read.document.later_dates, 'date')} written as an evening "
            "of UTC were read as the day after: midnight east of Greenwich",
            where="units[0].start, hiatuses, people[].events",
        )


def _length(production: Production, read: Gathered) -> Iterable[Assumption]:
    unit, longest, tier = production.units[0], read.longest, read.settings.tier
    if longest is not None and longest.minutes > read.settings.day_minutes:
        yield Assumption(
            what=f"a day of {unit.day_minutes} minutes, as long as the longest of the "
            f'boards: day {longest.number} of "{longest.plan}", '
            f"{counted(longest.strips, 'strip')} with the moves between them",
            source="the file tells no hours",
            where="units[0].day_minutes, to plan with shorter days",
        )
    yield Assumption(
        what=f"{unit.minutes_per_eighth} minutes an eighth, {read.settings.pages} "
        f"pages in {read.settings.day_minutes} minutes; a duration of the file counts "
        "more",
        source="" if read.settings.pages_per_day else tier.pages_a_day.source,
        where="units[0].minutes_per_eighth, or --pages-per-day",
    )
    yield Assumption(
        what=f"{unit.move_minutes} minutes for a change of location inside a day",
        source=tier.move_minutes.source,
        where="units[0].move_minutes",
    )


def _costs(production: Production, tier: Tier) -> Iterable[Assumption]:
    unit = production.units[0]
    yield Assumption(
        what=f"crew {unit.day_cost:,} {CURRENCY} a day, {unit.idle_day_cost:,} for a "
        "day without shooting",
        source=f"{tier.name}: {tier.crew_day.source}",
        where="units[0].day_cost, .idle_day_cost",
    )
    yield Assumption(
        what=f"every location costs {tier.location_day.value:,} {CURRENCY} a day",
        source=tier.location_day.source,
        where="locations[].day_fee",
    )


def _cast(production: Production) -> Iterable[Assumption]:
    if not production.people:
        return
    tells = Counter(
        (deal.hold > 0, deal.drops, deal.drop_after_days if deal.drops else 0)
        for person in production.people
        for deal in person.deals
    )
    said = "; ".join(
        f"{count} {'paid' if hold else 'unpaid'} on hold, "
        + (f"one drop of {after + 1} dates or more" if drops else "no drop")
        for (hold, drops, after), count in tells.most_common(4)
    )
    rates = {deal.rate for one in production.people for deal in one.deals}
    shown = " and ".join(f"{rate:,}" for rate in sorted(rates, reverse=True))
    yield Assumption(
        what=f"cast {shown} {CURRENCY} a day; {said}",
        source="rates are those of the tier; hold and drop stand in the file",
        where="people[].deals[].rate, .hold, .drops",
    )


def _places(production: Production, read: Gathered) -> Iterable[Assumption]:
    base = production.bases[0]
    sun = "daylight binds there" if base.lat is not None else "without daylight times"
    yield Assumption(
        what=f'one base, "{base.name}", for all locations',
        source=sun,
        where="bases[0] (lat, lon, timezone), locations[].base",
    )
    guessed = len(read.sheets.scenes) - read.sheets.located
    if guessed:
        yield Assumption(
            what=f"{counted(guessed, 'scene')} without a location: the first part of "
            'the set is taken, HOSPITAL of "HOSPITAL - BATHROOM"',
            where="scenes[].location, or a locations map (--locations)",
        )
    if len(production.units) > 1:
        yield Assumption(
            what="a scene is shot by the units that it names or stands with on a board",
            where="scenes[].units",
        )


def _boards(
    production: Production, read: Gathered, boards: Sequence[ImportedBoard]
) -> Iterable[Assumption]:
    for board in boards:
        shifts = Counter(day.shift for day in board.schedule.days)
        told = ", ".join(f"{count} {shift}" for shift, count in shifts.most_common())
        yield Assumption(
            what=f'board "{board.name}": {counted(len(board.schedule.days), "day")} on '
            f"successive dates of work, shifts {told}",
            source="a shift is what the exteriors need, with rest between",
            where="days[].shift of its schedule",
        )
    orders = len(read.document.stripboards) - len(boards)
    if orders:
        yield Assumption(
            what=f"{counted(orders, 'stripboard')} without days left out: a mere order "
            "of scenes"
        )


def uss_questions(read: Gathered) -> tuple[Question, ...]:
    """Give what a person should look at beside the scenes and places."""
    return tuple(_questions(read))


def _questions(read: Gathered) -> Iterable[Question]:
    cast = {one.id for one in read.document.categories if one.ucid == CAST}
    players = [one for one in read.document.elements if one.category in cast]
    numbers = Counter(number_of(one) for one in players if number_of(one) is not None)
    twice = sorted(str(number) for number, count in numbers.items() if count > 1)
    if twice:
        yield Question(
            what=f"cast numbers that stand twice: {', '.join(twice)}",
            todo='give each of people[] a "number" of its own',
        )
    bound = [one for one in read.document.elements if _is_bound(one, cast)]
    if bound:
        names = ", ".join(one.name for one in bound[:8])
        yield Question(
            what=f"{counted(len(bound), 'element')} with days off that is no cast: "
            f"{names}",
            todo='set "windows" of elements[] where their dates bind',
        )


def _is_bound(element: UssElement, cast: set[str]) -> bool:
    is_off = any(event.kind == "dayOff" for event in element.events)
    return element.category not in cast and bool(element.days_off or is_off)
