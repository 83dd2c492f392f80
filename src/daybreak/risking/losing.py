"""The day of a run that costs most, and what the shoot looked like that evening.

A run repairs itself by the rules of a set. To see what a real replan would win back,
the board is taken as it stands on the evening of the worst day: what was shot, what was
lost, what is known to be closed, and the plan of the days to come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from daybreak.model.crews import Hiatus
from daybreak.model.fields import DateRange
from daybreak.model.people import Unavailability
from daybreak.model.production import Production
from daybreak.model.schedule import Day, Schedule
from daybreak.risking.board import Board, Span
from daybreak.risking.outcome import Outcome
from daybreak.risking.running import Bet, prepared
from daybreak.risking.shooting import Run, Task, simulate

LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstDay:
    """The evening of the day on which a run lost most.

    Parameters
    ----------
    on
        That date.
    cause
        What happened, as `Outcome.lost` names it.
    production
        As it is known that evening: with what is closed from the next day on.
    schedule
        What was shot by then, and the days that were planned next; the rest lies in
        the boneyard.
    """

    run: int
    on: date
    cause: str
    production: Production
    schedule: Schedule


def worst_day(bet: Bet, run: int) -> WorstDay | None:
    """Give the day on which a run's wraps moved most; None where none ever did."""
    watched = _Watched(prepared(bet), run)
    watched.outcome()
    return watched.worst


def gone_on(bet: Bet, day: WorstDay, schedule: Schedule) -> Outcome:
    """Give what becomes of a run with another plan from the day after its worst.

    It meets the same luck: what is thrown for a date and a thing is the same.
    """
    repair = replace(bet.model.repair, extra_days=0)  # they are in the production
    following = replace(
        bet,
        production=day.production,
        schedule=schedule,
        model=replace(bet.model, repair=repair),
        today=date.fromordinal(day.on.toordinal() + 1),
    )
    return simulate(prepared(following), day.run)


class _Watched(Run):
    """A run that remembers its worst day."""

    def __init__(self, task: Task, run: int) -> None:
        super().__init__(task, run)
        self.worst: WorstDay | None = None
        self._most = 0

    def day(self, on: int) -> None:
        """Shoot a date, and look at what it did to the wraps."""
        before, tally = self.board.copy(), dict(self.tally.by_kind)
        super().day(on)
        wraps = before.wraps()
        moved = sum(
            last - wraps.get(picture, last)
            for picture, last in self.board.wraps().items()
        )
        if moved > self._most:
            self._most = moved
            lost = {
                kind: days - tally.get(kind, 0.0)
                for kind, days in self.tally.by_kind.items()
            }
            cause = max(lost, key=lambda kind: lost[kind], default="")
            self.worst = self._evening(on, before, cause)

    def _evening(self, on: int, before: Board, cause: str) -> WorstDay:
        shot = _days(self.board, upto=on)
        stands = {strip for day in shot for strip in day.strips}
        planned = [
            replace(day, strips=left)
            for day in _days(before, after=on)
            if (left := tuple(one for one in day.strips if one not in stands))
        ]
        stands |= {strip for day in planned for strip in day.strips}
        rest = tuple(one for one in self.board.ground.strips if one not in stands)
        return WorstDay(
            run=self.run,
            on=date.fromordinal(on),
            cause=cause,
            production=_known(self.board, on),
            schedule=Schedule(days=(*shot, *planned), boneyard=rest),
        )


def _days(
    board: Board, *, after: int = 0, upto: int = date.max.toordinal()
) -> list[Day]:
    return [
        Day(
            unit=unit,
            date=date.fromordinal(on),
            shift=days[on].shift,
            strips=tuple(days[on].strips),
        )
        for unit, days in board.days.items()
        for on in sorted(days)
        if after < on <= upto and days[on].strips
    ]


# --- what is known to be closed -------------------------------------------------------


def _known(board: Board, on: int) -> Production:
    """Give the production with what is known on an evening to be closed after it."""
    made = board.ground.production
    closed = {
        key: [_range(first, last, on) for first, last in spans if last > on]
        for key, spans in board.closed.items()
    }

    def of(kind: str, thing: str) -> Sequence[DateRange]:
        return closed.get((kind, thing), ())

    return replace(
        made,
        hiatuses=(*made.hiatuses, *_hiatuses(made, closed)),
        people=tuple(
            replace(
                one, unavailable=(*one.unavailable, *map(_away, of("person", one.id)))
            )
            if of("person", one.id)
            else one
            for one in made.people
        ),
        locations=tuple(
            replace(one, windows=_without(one.windows, of("location", one.id), made))
            if of("location", one.id)
            else one
            for one in made.locations
        ),
        elements=tuple(
            replace(one, windows=_without(one.windows, of("element", one.id), made))
            if of("element", one.id)
            else one
            for one in made.elements
        ),
    )


def _range(first: int, last: int, on: int) -> DateRange:
    return DateRange(
        first=date.fromordinal(max(first, on + 1)), last=date.fromordinal(last)
    )


def _away(dates: DateRange) -> Unavailability:
    return Unavailability(first=dates.first, last=dates.last)


def _hiatuses(
    production: Production, closed: dict[tuple[str, str], list[DateRange]]
) -> Iterator[Hiatus]:
    for unit in production.units:
        for one in closed.get(("unit", unit.id), ()):
            yield Hiatus(first=one.first, last=one.last, units=(unit.id,))


def _without(
    windows: Sequence[DateRange], closed: Sequence[DateRange], production: Production
) -> tuple[DateRange, ...]:
    """Give windows without some dates; without any window it is open throughout."""
    first = min(one.start for one in production.units).toordinal()
    last = max(one.end for one in production.units).toordinal()
    spans: list[Span] = [
        (one.first.toordinal(), one.last.toordinal()) for one in windows
    ] or [(first, last)]
    for one in closed:
        begins, ends = one.first.toordinal(), one.last.toordinal()
        spans = [
            part
            for a, b in spans
            for part in ((a, min(b, begins - 1)), (max(a, ends + 1), b))
            if part[0] <= part[1]
        ]
    # open once before all, where nothing is left: without a window it is always open
    left = spans or [(1, 1)]
    return tuple(
        DateRange(first=date.fromordinal(a), last=date.fromordinal(b)) for a, b in left
    )
