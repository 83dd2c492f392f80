"""People on a plan: worked, held, between, away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from daybreak.reports.drawing.plan_frame import Frame, Sign
from daybreak.reports.drawing.plan_look import (
    AWAY,
    AWAY_HATCH,
    FAINT,
    HOLD,
    MARGIN,
    PERSON,
    SOFT,
    WORK,
)
from daybreak.reports.drawing.plan_rows import PersonBar, PlanRows
from daybreak.reports.person_days import PersonDays
from daybreak.reports.phrases import count_of

WEEKEND = 3
"""Days from a Friday to a Monday: a hold is drawn through."""


def draw_person(frame: Frame, person: PersonBar, y: float) -> float:
    """Draw a person and give where the row ends."""
    days, sheet = person.days, frame.sheet
    top, height = y + 2, PERSON - 4
    frame.name(person.name, y + 10, size=8)
    frame.count(f"{len(days.on)} + {len(days.held)}", y + 10)
    for start, end in _unpaid(days):
        middle = y + PERSON / 2
        left, right = frame.span(start, start)[1], frame.axis.x(end)
        sheet.line((left, middle), (right, middle), color=FAINT)
    for first, last in person.away:
        left, right = frame.span(first, last)
        sheet.rect(
            *(left, top), width=right - left, height=height, fill=AWAY_HATCH, line=AWAY
        )
    for first, last in _runs(sorted(days.held), frozenset(days.on), WEEKEND):
        left, right = frame.span(first, last)
        sheet.rect(left, top + 2, width=right - left, height=height - 4, fill=HOLD)
    for first, last in _runs(days.on, frozenset(), 1):
        left, right = frame.span(first, last)
        width = max(1.0, right - left - min(0.6, frame.axis.day_width * 0.15))
        sheet.rect(left, top, width=width, height=height, fill=WORK)
    return y + PERSON


def draw_people_heading(frame: Frame, y: float) -> float:
    """Say what the rows below are, and give where they begin."""
    frame.sheet.text(MARGIN, y + 9, "Cast", size=7.5, color=SOFT)
    frame.sheet.text(frame.right + 6, y + 9, "works + held", size=7, color=SOFT)
    return y + PERSON


def draw_left_out(frame: Frame, count: int, y: float) -> float:
    """Say how many people have no row, and give where that ends."""
    more = count_of(count, "more person", "more people")
    said = f"and {more} with fewer days"
    frame.sheet.text(MARGIN, y + 10, said, size=7, color=SOFT)
    return y + PERSON


def people_signs(rows: PlanRows) -> Iterator[Sign]:
    """Yield what the signs of people mean."""
    if not rows.people:
        return
    yield Sign(said="works", fill=WORK)
    if any(person.days.held for person in rows.people):
        yield Sign(said="held, paid", fill=HOLD)
    if any(person.away for person in rows.people):
        yield Sign(said="not available", fill=AWAY_HATCH, line=AWAY)
    if any(person.days.drops for person in rows.people):
        yield Sign(said="between work, neither held nor dropped", line=FAINT)
        yield Sign(said="no line: dropped, unpaid")


def _unpaid(days: PersonDays) -> Iterator[tuple[date, date]]:
    """Yield the gaps between two days of work in which nobody is dropped."""
    for before, after in pairwise(days.on):
        is_dropped = any(
            drop.first < after and before < drop.picked_up for drop in days.drops
        )
        is_held = any(before < day < after for day in days.held)
        if is_held or not is_dropped:
            yield before, after


def _runs(
    days: Sequence[date], between: frozenset[date], apart: int
) -> Iterator[tuple[date, date]]:
    """Yield first and last of each run of dates, at most so many days apart.

    None of ``between`` lies inside a run.
    """
    inside = {day.toordinal() for day in between}
    run: list[date] = []
    for day in days:
        gap = range(run[-1].toordinal(), day.toordinal()) if run else range(0)
        if len(gap) > apart or not inside.isdisjoint(gap):
            yield run[0], run[-1]
            run = []
        run.append(day)
    if run:
        yield run[0], run[-1]
