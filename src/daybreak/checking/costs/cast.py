"""What people cost: work and holds, deal by deal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daybreak.checking.board import Board
from daybreak.checking.costs.gaps import DealGaps, Gap, covers, deal_gaps, pictures_of
from daybreak.checking.costs.items import CostItem
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
        for day, pictures in pictures_of(worked).items():
            for place, deal in enumerate(person.deals):
                if covers(deal, pictures):
                    paid.setdefault(place, []).append(day)
                    break
        for place, dates in sorted(paid.items()):
            yield from _work(person, person.deals[place], dates)


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


def cast_hold(board: Board) -> Iterator[CostItem]:
    """Pay ``rate`` x ``hold`` for held dates of each daily deal, less its drops.

    Held: a production date of the person, strictly between the first and the last
    date worked for the deal, available, without any work. Of the gaps with more
    than ``drop_after_days`` calendar dates the ``drops`` dearest go unpaid. Rounded
    half up once for each deal. SPEC 4, ``cast_hold``.
    """
    for one in deal_gaps(board):
        dropped, held = one.dropped(), one.held()
        if held or dropped:
            yield CostItem(
                line="cast_hold",
                amount=one.cost(),
                said=_hold_said(one, len(held), dropped),
                dates=held,
                person=one.person.id,
                picture=_one_picture(one.deal),
            )


def _hold_said(one: DealGaps, held: int, dropped: Sequence[Gap]) -> str:
    deal = one.deal
    of_rate = f"{deal.rate:,}"
    if deal.hold != 1:
        of_rate = f"{share(deal.hold)} of {of_rate}"
    said = (
        f"{sentence(one.person.name)}: {counted(held, 'held day')} x {of_rate}, "
        f"in the span {span(one.dates[0], one.dates[-1])}"
    )
    for gap in dropped:
        said += (
            f"; dropped from {gap.after} to {gap.until} "
            f"({counted(len(gap.held), 'day')} not held)"
        )
    return said
