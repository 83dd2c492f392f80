"""Where scenes stand: by scene, in shooting order, and how days are said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from daybreak.reports.board_rows import DayBreak
from daybreak.reports.papers.shoot_days import Shoot, Shot
from daybreak.reports.phrases import show_range

NUMBER = re.compile(r"(\D*)(\d+)(.*)", re.DOTALL)
DIGITS_READ = 18
"""Longer runs of digits are no scene number; they sort as words."""


def by_scene(shoot: Shoot) -> dict[str, tuple[Shot, ...]]:
    """Give by scene id where it stands: its days in order, or the boneyard."""
    found: dict[str, list[Shot]] = defaultdict(list)
    for shot in (*shoot.shots, *shoot.boneyard):
        found[shot.strip.scene].append(shot)
    return {scene: tuple(shots) for scene, shots in found.items()}


def days_of(shots: Iterable[Shot]) -> tuple[DayBreak, ...]:
    """Give the different days that strips stand on, in order."""
    edges = {(shot.edge.date, shot.edge.unit): shot.edge for shot in shots if shot.edge}
    return tuple(edges[key] for key in sorted(edges))


def show_days(days: Sequence[DayBreak]) -> str:
    """Give the numbers of days: ``4``, ``2, 3``."""
    return ", ".join(f"{day.number}" for day in days)


def show_dates(dates: Iterable[date]) -> str:
    """Give dates as runs without a gap: ``Mon 1 - Wed 3 Mar 2027; Fri 5 Mar 2027``."""
    runs: list[list[date]] = []
    for day in sorted(set(dates)):
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "; ".join(show_range(run[0], run[-1]) for run in runs)


def number_order(number: str) -> tuple[int, int, str, str]:
    """Give the place of a scene number in a script: A12 before 12, 12A after.

    Examples
    --------
    >>> sorted(["12A", "2", "12", "A12", "OMIT"], key=number_order)
    ['2', 'A12', '12', '12A', 'OMIT']
    """
    found = NUMBER.fullmatch(number)
    if found is None or len(found[2]) > DIGITS_READ:
        return 10**DIGITS_READ, 0, number, ""
    return int(found[2]), 0 if found[1] else 1, found[1], found[3]


def scene_numbers(shots: Iterable[Shot], *, lettered: bool) -> str:
    """Give the numbers of scenes in the order of the script: ``4, 12A``.

    ``lettered`` puts the letter of its picture before each: ``A 4, B 12A``.
    """
    strips = {shot.strip.scene: shot.strip for shot in shots}
    ordered = sorted(
        strips.values(), key=lambda one: (one.picture, number_order(one.number))
    )
    return ", ".join(
        f"{one.picture} {one.number}" if lettered else one.number for one in ordered
    )
