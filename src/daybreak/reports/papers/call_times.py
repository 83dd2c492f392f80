"""When each scene of a day begins, as far as a plan can know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daybreak.model.production import Production
from daybreak.reports.papers.shoot_days import ShootDay, Shot


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A strip with the time at which it begins.

    Parameters
    ----------
    start, end
        Minutes since midnight: the call and all minutes of work and moves so far.
    moved
        Minutes of the move to its location before it, 0 for none.
    """

    shot: Shot
    start: int
    end: int
    moved: int


def timed(production: Production, day: ShootDay) -> tuple[Timed, ...]:
    """Give the strips of a day with their times, from the crew call on.

    Meals and the first lighting are in nobody's minutes: times are the earliest.
    """
    move = next(
        unit.move_minutes for unit in production.units if unit.id == day.edge.unit
    )
    clock = day.edge.call
    made: list[Timed] = []
    for shot in day.shots:
        changed = made and made[-1].shot.scene.location != shot.scene.location
        moved = move if changed else 0
        clock += moved
        end = clock + shot.minutes
        made.append(Timed(shot=shot, start=clock, end=end, moved=moved))
        clock = end
    return tuple(made)


def first_start(times: Iterable[Timed], person: str) -> int | None:
    """Give when the first scene of a person begins; None where there is none."""
    return next((one.start for one in times if person in one.shot.scene.cast), None)


def last_end(times: Iterable[Timed], person: str) -> int | None:
    """Give when the last scene of a person ends; None where there is none."""
    ends = [one.end for one in times if person in one.shot.scene.cast]
    return ends[-1] if ends else None
