"""The gaps between a person's dates of work: held and paid, or dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from daybreak.checking.board import Board, Worked
from daybreak.checking.costs.items import part_of
from daybreak.checking.facts import Facts, between
from daybreak.model.production import Deal, Person

DropChoice = Literal["best", "first"]
"""Which gaps are dropped: the dearest, as costs are counted, or the first ones that
are long enough, as schedules drawn by hand have it."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DealGaps:
    """A daily deal of a person with the gaps between its dates of work.

    Parameters
    ----------
    dates
        The dates worked for its pictures, in order.
    gaps
        Every gap of at least one date, whether anybody is held in it or not.
    """

    person: Person
    deal: Deal
    dates: tuple[date, ...]
    gaps: tuple[Gap, ...]

    def dropped(self, choice: DropChoice = "best") -> tuple[Gap, ...]:
        """Give the gaps that go unpaid, in order; of two alike the earlier one.

        A gap has to be longer than ``drop_after_days``, and there are as many as
        the deal's ``drops``. The first ones are taken even where nobody is held.
        """
        long = [
            gap for gap in self.gaps if gap.calendar_days > self.deal.drop_after_days
        ]
        if choice == "best":
            held = (gap for gap in long if gap.held)
            long = sorted(held, key=lambda gap: -len(gap.held))
        return tuple(sorted(long[: self.deal.drops], key=lambda gap: gap.after))

    def held(self, choice: DropChoice = "best") -> tuple[date, ...]:
        """Give the held dates that are paid, in order."""
        dropped = self.dropped(choice)
        return tuple(day for gap in self.gaps if gap not in dropped for day in gap.held)

    def cost(self, choice: DropChoice = "best") -> int:
        """Give what its held dates cost, whole currency, rounded half up once."""
        return part_of(self.deal.rate * len(self.held(choice)), self.deal.hold)


def deal_gaps(board: Board) -> Iterator[DealGaps]:
    """Yield each daily deal of everybody who works, person by person.

    Held: a production date of the person, strictly between the first and the last
    date worked for the deal, available, without any work. SPEC 4, ``cast_hold``.
    """
    for person_id, worked in board.of_person.items():
        person = board.facts.people[person_id]
        if any(deal.kind == "daily" for deal in person.deals):
            pictures = pictures_of(worked)
            for deal in person.deals:
                if deal.kind == "daily":
                    dates = [on for on, of in pictures.items() if covers(deal, of)]
                    yield DealGaps(
                        person=person,
                        deal=deal,
                        dates=tuple(dates),
                        gaps=tuple(_gaps(board.facts, person, dates, worked)),
                    )


def pictures_of(worked: Worked) -> dict[date, set[str]]:
    """Give the pictures that a person works for, by date."""
    return {
        day: {strip.scene.picture for strip in strips} for day, strips in worked.items()
    }


def covers(deal: Deal, pictures: set[str]) -> bool:
    """Tell whether a deal is for any of some pictures."""
    return deal.pictures is None or not pictures.isdisjoint(deal.pictures)


def _gaps(
    facts: Facts, person: Person, dates: Sequence[date], worked: Worked
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
