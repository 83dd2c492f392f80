"""What people cost: work and holds, deal by deal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from daybreak.checking.board import Board, Worked
from daybreak.checking.costs.items import CostItem, part_of
from daybreak.checking.facts import Facts, between
from daybreak.checking.words import counted, sentence, share, span
from daybreak.model.production import Deal, Person

DAYS_A_WEEK = 7


def cast_work(board: Board) -> Iterator[CostItem]:
    """Pay each deal for the dates worked for its pictures.

    A date worked for several deals is paid under the first one listed. ``daily``:
    the rate for each date. ``weekly``: the rate for each week begun from the first
    to the last. ``flat``: the rate once. SPEC 4, ``cast_work``.
    """
    for person_id, worked in board.of_person.items():
        person = board.facts.people[person_id]
        paid: dict[int, list[date]] = {}
        for day, pictures in _pictures(worked).items():
            for place, deal in enumerate(person.deals):
                if _covers(deal, pictures):
                    paid.setdefault(place, []).append(day)
                    break
        for place, dates in sorted(paid.items()):
            yield from _work(person, person.deals[place], dates)


def _pictures(worked: Worked) -> dict[date, set[str]]:
    """Give the pictures that a person works for, by date."""
    return {
        day: {strip.scene.picture for strip in strips} for day, strips in worked.items()
    }


def _covers(deal: Deal, pictures: set[str]) -> bool:
    return deal.pictures is None or not pictures.isdisjoint(deal.pictures)


def _work(person: Person, deal: Deal, dates: list[date]) -> Iterator[CostItem]:
    if deal.kind == "daily":
        times, how = len(dates), counted(len(dates), "day")
    elif deal.kind == "weekly":
        calendar_days = (dates[-1] - dates[0]).days + 1
        times = -(-calendar_days // DAYS_A_WEEK)
        how = f"{counted(times, 'week')} begun, {span(dates[0], dates[-1])},"
    elif deal.kind == "flat":
        times, how = 1, "flat deal"
    else:
        return
    yield CostItem(
        line="cast_work",
        amount=deal.rate * times,
        said=f"{sentence(person.name)}: {how} x {deal.rate:,}",
        dates=tuple(dates),
        person=person.id,
        picture=_one_picture(deal),
    )


def _one_picture(deal: Deal) -> str | None:
    return deal.pictures[0] if deal.pictures and len(deal.pictures) == 1 else None


@dataclass(frozen=True, slots=True)
class Gap:
    """The dates between two successive dates worked for a deal.

    ``held`` are those of them on which the person is held.
    """

    after: date
    until: date
    held: tuple[date, ...]

    @property
    def calendar_days(self) -> int:
        """Dates strictly between, worked for others or not."""
        return (self.until - self.after).days - 1


def cast_hold(board: Board) -> Iterator[CostItem]:
    """Pay ``rate`` x ``hold`` for held dates of each daily deal, less its drops.

    Held: a production date of the person, strictly between the first and the last
    date worked for the deal, available, without any work. Of the gaps with more
    than ``drop_after_days`` calendar dates the ``drops`` dearest go unpaid. Rounded
    half up once for each deal. SPEC 4, ``cast_hold``.
    """
    for person_id, worked in board.of_person.items():
        person = board.facts.people[person_id]
        if any(deal.kind == "daily" for deal in person.deals):
            pictures = _pictures(worked)
            for deal in person.deals:
                if deal.kind == "daily":
                    dates = [on for on, of in pictures.items() if _covers(deal, of)]
                    yield from _hold(board.facts, person, deal, dates, worked)


def _hold(
    facts: Facts, person: Person, deal: Deal, dates: list[date], worked: Worked
) -> Iterator[CostItem]:
    gaps = [gap for gap in _gaps(facts, person, dates, worked) if gap.held]
    dropped = _dropped(deal, gaps)
    held = [day for gap in gaps if gap not in dropped for day in gap.held]
    if held or dropped:
        yield CostItem(
            line="cast_hold",
            amount=part_of(deal.rate * len(held), deal.hold),
            said=_hold_said(person, deal, dates, len(held), dropped),
            dates=tuple(held),
            person=person.id,
            picture=_one_picture(deal),
        )


def _gaps(
    facts: Facts, person: Person, dates: list[date], worked: Worked
) -> Iterator[Gap]:
    production_dates = facts.calendar.people[person.id]
    for after, until in pairwise(dates):
        if (until - after).days > 1:
            held = tuple(
                day
                for day in between(production_dates, after, until)
                if day not in worked and facts.is_available(person, day)
            )
            yield Gap(after, until, held)


def _dropped(deal: Deal, gaps: list[Gap]) -> list[Gap]:
    """Give the dearest gaps that may be dropped, the earlier of two alike."""
    long = [gap for gap in gaps if gap.calendar_days > deal.drop_after_days]
    dearest = sorted(long, key=lambda gap: -len(gap.held))
    return sorted(dearest[: deal.drops], key=lambda gap: gap.after)


def _hold_said(
    person: Person, deal: Deal, dates: list[date], held: int, dropped: list[Gap]
) -> str:
    of_rate = f"{deal.rate:,}"
    if deal.hold != 1:
        of_rate = f"{share(deal.hold)} of {of_rate}"
    said = (
        f"{sentence(person.name)}: {counted(held, 'held day')} x {of_rate}, "
        f"in the span {span(dates[0], dates[-1])}"
    )
    for gap in dropped:
        said += (
            f"; dropped from {gap.after} to {gap.until} "
            f"({counted(len(gap.held), 'day')} not held)"
        )
    return said
