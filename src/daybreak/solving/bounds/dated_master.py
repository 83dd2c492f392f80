"""The master of one unit's dates: patterns, and a way through the calendar.

The way is a flow: the unit is at one base on each date from the first day to the last,
shoots there or idles, and changes the base where a move leads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from daybreak.solving.bounds.dates import FAR, Dates
from daybreak.solving.bounds.days import PARTS
from daybreak.solving.bounds.patterns import Pattern
from daybreak.solving.bounds.ranges import DayRange, Span
from daybreak.solving.engines.arrays import Floats, Ints

SCALE = 1.0 / PARTS
INF = highspy.kHighsInf
WHOLE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Prices of the rows, in parts of the currency.

    Parameters
    ----------
    scenes
        (scenes) what shooting each strip is worth.
    asked
        (dates, bases) what a day there has to earn beyond its cost.
    things
        (things) what another day with a thing is worth beyond its price, or less, for
        a number of days that is asked for.
    """

    scenes: Floats
    asked: Floats
    things: Floats

    def toward(self, other: Prices, share: float) -> Prices:
        """Give prices between these and others."""
        return Prices(
            scenes=self.scenes + share * (other.scenes - self.scenes),
            asked=self.asked + share * (other.asked - self.asked),
            things=self.things + share * (other.things - self.things),
        )


class DatedMaster:
    """The linear program of one branch.

    Parameters
    ----------
    dates, class_of
        The dates; (dates, bases) number of the class, -1 where nothing is shot.
    placeable, scenes, things
        The scenes that have to be shot; how many scenes and things there are.
    boneyard
        How many strips may be left out.
    days, span, uses
        What the branch asks: days, first and last date, days with things.
    least_owed
        (things) what a day with each costs on the cheapest date, in parts.
    far
        What breaking a row costs, in the currency.
    """

    def __init__(
        self,
        dates: Dates,
        class_of: Ints,
        *,
        placeable: Ints,
        scenes: int,
        things: int,
        boneyard: int,
        days: DayRange,
        span: Span,
        uses: Mapping[int, tuple[int, int | None]],
        least_owed: Ints,
        far: float,
    ) -> None:
        self._dates, self._class_of = dates, class_of
        self._placeable, self._scenes, self._things = placeable, scenes, things
        self._row = np.full(scenes, -1, dtype=np.int64)
        self._row[placeable] = np.arange(len(placeable))
        self._uses, self._least_owed = sorted(uses), least_owed
        self._use_row = {
            thing: len(placeable) + 2 + at for at, thing in enumerate(self._uses)
        }
        self.patterns: list[Pattern] = []
        self.classes: list[int] = []
        make: Any = highspy.Highs  # its methods have no types
        self._highs = make()
        for option, value in (("output_flag", False), ("threads", 1)):
            self._highs.setOptionValue(option, value)
        lower = [1.0] * len(placeable) + [-float(boneyard), float(days.least)]
        upper = [INF] * len(placeable) + [0.0, float(days.most)]
        for thing in self._uses:
            least, most = uses[thing]
            lower.append(float(least))
            upper.append(INF if most is None else float(most))
        self._first_class = len(lower)
        self._rows(lower, upper)
        self._count = 0
        self._lay_dates(span, nothing=boneyard > 0)
        self._spare(far, boneyard)
        self._begin = self._count

    def _rows(self, lower: list[float], upper: list[float]) -> None:
        empty = np.array([], dtype=np.int32)
        starts = np.zeros(len(lower), dtype=np.int32)
        self._highs.addRows(
            len(lower), np.array(lower), np.array(upper), 0, starts, empty, np.array([])
        )

    def _column(self, cost: float, entries: dict[int, float], most: float = INF) -> int:
        rows = np.array(list(entries), dtype=np.int32)
        values = np.array(list(entries.values()))
        self._highs.addCol(cost, 0.0, most, len(rows), rows, values)
        self._count += 1
        return self._count - 1

    def _spare(self, far: float, boneyard: int) -> None:
        """Let every row be broken at a price, so that there always is an answer."""
        strips = len(self._placeable)
        for at in range(strips):
            self._column(far, {at: 1.0})
            if boneyard:
                self._column(0.0, {at: 1.0, strips: -1.0}, most=1.0)
        for sign in (1.0, -1.0):
            self._column(far, {strips + 1: sign})
        for thing, row in self._use_row.items():
            self._column(float(self._least_owed[thing]) * SCALE, {row: 1.0})
            self._column(far, {row: -1.0})
        for number in range(int(self._class_of.max(initial=-1)) + 1):
            self._column(far, {self._first_class + number: 1.0})

    def _lay_dates(self, span: Span, *, nothing: bool) -> None:
        """Lay out the ways through the calendar."""
        dates, low, top = self._dates, span.first[0], span.last[1]
        bases = len(dates.bases)
        classes = int(self._class_of.max(initial=-1)) + 1
        self._rows([0.0] * classes, [0.0] * classes)
        row = self._first_class + classes
        flow = {
            (at, base): row + (at - low) * bases + base
            for at in range(low, top + 2)
            for base in range(bases)
        }
        self._rows([0.0] * len(flow), [0.0] * len(flow))
        one = row + len(flow)
        self._rows([0.0 if nothing else 1.0], [1.0])
        begins: dict[int, int] = {}
        ends: dict[int, int] = {}
        shots: dict[int, tuple[int, int]] = {}
        idle = dates.idle * SCALE
        for at in range(low, top + 1):
            for base in range(bases):
                here, after = flow[at, base], flow[at + 1, base]
                self._column(idle, {here: -1.0, after: 1.0}, most=1.0)
                number = int(self._class_of[at, base])
                if number < 0:
                    continue
                shot = {self._first_class + number: -1.0}
                column = self._column(0.0, {**shot, here: -1.0, after: 1.0}, most=1.0)
                shots[column] = (at, number)
                if at <= span.first[1] and dates.starts[base] < FAR:
                    cost = float(dates.starts[base]) * SCALE
                    entries = {**shot, one: 1.0, after: 1.0}
                    column = self._column(cost, entries, most=1.0)
                    begins[column], shots[column] = at, (at, number)
                if at >= span.last[0] and dates.late[at] < FAR:
                    cost = float(dates.late[at]) * SCALE
                    entries = {**shot, here: -1.0}
                    column = self._column(cost, entries, most=1.0)
                    ends[column], shots[column] = at, (at, number)
                both = max(span.first[0], span.last[0]) <= at
                both = both and at <= min(span.first[1], span.last[1])
                if both and dates.starts[base] < FAR and dates.late[at] < FAR:
                    cost = float(dates.starts[base] + dates.late[at]) * SCALE
                    column = self._column(cost, {**shot, one: 1.0}, most=1.0)
                    begins[column] = ends[column] = at
                    shots[column] = (at, number)
                for other in range(bases):
                    left = -1 if other == base else dates.leaves(other, base, at)
                    if left < low:
                        continue
                    cost = float(dates.moves[other, base]) * SCALE
                    cost += (at - left - 1) * idle
                    self._column(cost, {flow[left + 1, other]: -1.0, here: 1.0}, 1.0)
        self._begins, self._ends, self._shots = begins, ends, shots

    def add(self, patterns: list[Pattern], classes: Ints, costs: Ints) -> None:
        """Take in patterns on classes of dates, at costs in parts."""
        starts: list[int] = []
        rows: list[int] = []
        day = len(self._placeable) + 1
        for pattern, number in zip(patterns, classes.tolist(), strict=True):
            starts.append(len(rows))
            rows += self._row[list(pattern.scenes)].tolist()
            rows += [day, self._first_class + number]
            rows += [
                self._use_row[one] for one in pattern.needs if one in self._use_row
            ]
        count = len(patterns)
        self._highs.addCols(
            count,
            costs * SCALE,
            np.zeros(count),
            np.full(count, INF),
            len(rows),
            np.array(starts, dtype=np.int32),
            np.array(rows, dtype=np.int32),
            np.ones(len(rows)),
        )
        self.patterns += patterns
        self.classes += classes.tolist()

    def solve(self) -> tuple[float, Prices]:
        """Give the cost of the best mix of patterns, in parts, and its prices."""
        self._highs.run()
        found = self._highs.getSolution()
        rows = np.array(found.row_dual) * PARTS
        self._values = np.array(found.col_value)
        scenes = np.zeros(self._scenes)
        strips = len(self._placeable)
        scenes[self._placeable] = np.maximum(rows[:strips], 0.0)
        things = np.zeros(self._things)
        for thing, row in self._use_row.items():
            things[thing] = rows[row]
        asked = np.full(self._class_of.shape, 0.0)
        known = self._class_of >= 0
        asked[known] = rows[self._first_class + self._class_of[known]]
        asked[known] += rows[strips + 1]
        cost = float(self._highs.getInfo().objective_function_value) * PARTS
        return cost, Prices(scenes=scenes, asked=-asked, things=things)

    def mix(self) -> tuple[Ints, Floats]:
        """Give the places of the patterns that the last answer uses, and how much."""
        values = self._values[self._begin :]
        used = np.flatnonzero(values > 1e-9)
        return used, values[used]

    def shot_on(self) -> list[tuple[int, int]]:
        """Give date and class of each day of the last answer; [] where it is torn."""
        found = []
        for column, where in self._shots.items():
            value = self._values[column]
            if value > WHOLE:
                if value < 1.0 - WHOLE:
                    return []
                found.append(where)
        return sorted(found)

    def spans(self) -> tuple[Floats, Floats]:
        """Give how much of the first day is on each date, and of the last one."""
        shares = []
        for ends in (self._begins, self._ends):
            share = np.zeros(len(self._dates.ordinals))
            for column, at in ends.items():
                share[at] += self._values[column]
            shares.append(share)
        return shares[0], shares[1]
