"""Where scenes stand: by scene, in shooting order, and how days are said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from daybreak.model.fields import DateRange
from daybreak.reports.board_rows import DayBreak
from daybreak.reports.papers.shoot_days import Shoot, Shot
from daybreak.reports.phrases import MONTHS, show_range

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
    """Give dates in few words, month by month; a year stands at its last month.

    Examples
    --------
    >>> show_dates([date(2027, 3, 1), date(2027, 3, 2)])
    'Mon 1 - Tue 2 Mar 2027'
    >>> days = [(2027, 3, 1), (2027, 3, 4), (2027, 3, 5), (2027, 4, 9), (2028, 1, 3)]
    >>> show_dates(date(*day) for day in days)
    '1, 4-5 Mar; 9 Apr 2027; 3 Jan 2028'
    """
    ordered = sorted(set(dates))
    if len(runs_of(ordered)) == 1:
        return show_range(ordered[0], ordered[-1])
    said = []
    for year, of_year in groupby(ordered, key=lambda day: day.year):
        months = [
            f"{', '.join(map(_run, runs_of(list(days))))} {MONTHS[month - 1]}"
            for month, days in groupby(of_year, key=lambda day: day.month)
        ]
        said.append(f"{'; '.join(months)} {year}")
    return "; ".join(said)


def show_windows(windows: Iterable[DateRange]) -> str:
    """Give ranges of dates in order: ``Mon 1 - Fri 5 Mar 2027; Mon 3 May 2027``."""
    ordered = sorted((one.first, one.last) for one in windows)
    return "; ".join(show_range(first, last) for first, last in ordered)


def runs_of(dates: Sequence[date]) -> list[tuple[date, date]]:
    """Give first and last date of each run without a gap."""
    runs: list[tuple[date, date]] = []
    for day in dates:
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _run(run: tuple[date, date]) -> str:
    first, last = run
    return f"{first.day}" if first == last else f"{first.day}-{last.day}"


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


def scene_numbers(
    shots: Iterable[Shot], *, lettered: bool, ordered: bool = True
) -> str:
    """Give the numbers of scenes in the order of the script: ``4, 12A``.

    ``lettered`` parts them by the letters of their pictures: ``A 4, 7; B 12A``. Where
    not ``ordered`` they stay as they are shot.
    """
    strips = list({shot.strip.scene: shot.strip for shot in shots}.values())
    if ordered:
        strips.sort(key=lambda one: (one.picture, number_order(one.number)))
    parts = []
    for letter, of_picture in groupby(strips, key=lambda one: one.picture):
        numbers = ", ".join(one.number for one in of_picture)
        parts.append(f"{letter} {numbers}" if lettered else numbers)
    return ("; " if lettered else ", ").join(parts)
