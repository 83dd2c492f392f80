"""The master: how much of each pattern to use so that every strip is shot.

A linear program, solved by HiGHS. Its answer only steers: the bound itself is counted
in whole numbers from rounded prices, whatever the solver's arithmetic does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from daybreak.solving.bounds.dates import Dates
from daybreak.solving.bounds.days import PARTS
from daybreak.solving.bounds.patterns import Pattern
from daybreak.solving.engines.arrays import Floats, Ints

SCALE = 1.0 / PARTS
FREE = 1e9
TINY = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Duals:
    """Prices of the rows, in parts of the currency.

    Parameters
    ----------
    scenes
        (scenes) what shooting each strip is worth.
    days
        (units) what a day of each unit costs beyond its price, or less.
    things
        (things) what another day with a person, element or location is worth beyond
        its price, or less than it, for a number of days that is asked for.
    classes
        (classes) what a day on such a date is worth.
    """

    scenes: Floats
    days: Floats
    things: Floats
    classes: Floats

    def toward(self, other: Duals, share: float) -> Duals:
        """Give prices between these and others."""
        return Duals(
            scenes=self.scenes + share * (other.scenes - self.scenes),
            days=self.days + share * (other.days - self.days),
            things=self.things + share * (other.things - self.things),
            classes=self.classes + share * (other.classes - self.classes),
        )


class Master:
    """The linear program over the patterns found so far.

    Parameters
    ----------
    placeable
        The scenes that have to be shot.
    scenes, units
        How many there are.
    things
        How many people and elements.
    boneyard
        How many strips may be left out.
    dates
        The dates of the one unit, where they matter.
    """

    def __init__(
        self,
        placeable: Ints,
        *,
        scenes: int,
        units: int,
        things: int,
        boneyard: int,
        dates: Dates | None = None,
    ) -> None:
        self._row = {int(scene): at for at, scene in enumerate(placeable)}
        self._placeable = placeable
        self._scenes, self._units, self._things = scenes, units, things
        self._patterns: list[Pattern] = []
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", 1)):
            self._highs.setOptionValue(option, value)
        self._first_day = len(placeable) + 1
        self._first_thing = self._first_day + units
        none = np.array([], dtype=np.int32)
        empty = np.array([])
        for _ in placeable:
            self._highs.addRow(1.0, highspy.kHighsInf, 0, none, empty)
        self._highs.addRow(-float(boneyard), 0.0, 0, none, empty)
        for _ in range(units):
            self._highs.addRow(0.0, highspy.kHighsInf, 0, none, empty)
        for _ in range(things):
            self._highs.addRow(0.0, highspy.kHighsInf, 0, none, empty)
        self._first_class = self._first_thing + things
        self._classes = 0 if dates is None else dates.classes
        self._dates = 0 if dates is None else len(dates.class_of)
        for _ in range(self._classes):
            self._highs.addRow(0.0, 0.0, 0, none, empty)
        self._extra = 0
        if dates is not None:
            self._lay_dates(dates)
        if boneyard:
            for at in range(len(placeable)):
                self._column(0.0, {at: 1.0, len(placeable): -1.0}, most=1.0)
                self._extra += 1
        for unit in range(units):
            for sign in (1.0, -1.0):
                self._column(FREE, {self._first_day + unit: sign})
                self._extra += 1
        for thing in range(things):
            self._column(FREE, {self._first_thing + thing: -1.0})
            self._extra += 1
        self._first_spare = self._extra
        for thing in range(things):
            self._column(FREE, {self._first_thing + thing: 1.0})
            self._extra += 1

    def _lay_dates(self, dates: Dates) -> None:
        """Lay out which dates are shot on: a run of dates with idle ones between."""
        count = len(dates.class_of)
        shot, active, first, last = (
            np.arange(count, dtype=np.int32) + turn * count for turn in range(4)
        )
        idle = dates.idle * SCALE
        late = np.minimum(dates.late * SCALE, FREE)
        costs = [np.full(count, -idle), np.full(count, idle), np.zeros(count), late]
        for column, cost in enumerate(np.concatenate(costs)):
            entries = {}
            if column < count:
                entries[self._first_class + int(dates.class_of[column])] = -1.0
            self._column(float(cost), entries, most=1.0)
        self._extra += 4 * count
        for at in range(count):
            columns, signs = [active[at], first[at]], [1.0, -1.0]
            if at:
                columns += [active[at - 1], last[at - 1]]
                signs += [-1.0, 1.0]
            self._row_of(0.0, 0.0, columns, signs)
            for inner, outer in ((shot, active), (first, shot), (last, shot)):
                columns, signs = [inner[at], outer[at]], [1.0, -1.0]
                self._row_of(-highspy.kHighsInf, 0.0, columns, signs)
        self._row_of(0.0, 0.0, [active[-1], last[-1]], [1.0, -1.0])
        self._row_of(0.0, 1.0, list(first), [1.0] * count)

    def _row_of(
        self, least: float, most: float, columns: list[Any], values: list[float]
    ) -> None:
        where = np.array(columns, dtype=np.int32)
        self._highs.addRow(least, most, len(where), where, np.array(values))

    def _column(
        self, cost: float, entries: dict[int, float], most: float = highspy.kHighsInf
    ) -> None:
        rows = np.array(list(entries), dtype=np.int32)
        values = np.array(list(entries.values()))
        self._highs.addCol(cost, 0.0, most, len(rows), rows, values)

    def add(self, pattern: Pattern, cost: int) -> None:
        """Take in a pattern that costs so much, in parts."""
        entries = {self._row[one]: 1.0 for one in pattern.scenes}
        entries[self._first_day + pattern.unit] = float(pattern.days)
        for need in pattern.needs:
            entries[self._first_thing + need] = float(pattern.days)
        if pattern.date_class >= 0:
            entries[self._first_class + pattern.date_class] = 1.0
        self._column(cost * SCALE, entries)
        self._patterns.append(pattern)

    def set_prices(self, owed: Ints, cost_of: Callable[[Pattern], int]) -> None:
        """Change what days cost: those with a thing that is not used, and patterns."""
        costs = [float(one) * SCALE for one in owed]
        costs += [cost_of(pattern) * SCALE for pattern in self._patterns]
        places = np.arange(self._first_spare, self._first_spare + len(costs))
        self._highs.changeColsCost(len(costs), places.astype(np.int32), np.array(costs))

    def set_days(self, unit: int, least: int, most: int | None) -> None:
        """Say how many days a unit may use."""
        top = highspy.kHighsInf if most is None else float(most)
        self._highs.changeRowBounds(self._first_day + unit, float(least), top)

    def set_most_extra_cost(self, cost: float) -> None:
        """Say at what price days may be used that must not be."""
        first = self._first_spare - 2 * self._units - self._things
        for at in range(first, self._first_spare):
            self._highs.changeColCost(at, cost)

    def set_span(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Say between which dates the first day is, and the last one."""
        for turn, span in ((2, first), (3, last)):
            for at in range(self._dates):
                top = 1.0 if span[0] <= at <= span[1] else 0.0
                self._highs.changeColBounds(turn * self._dates + at, 0.0, top)

    def spans(self) -> tuple[Floats, Floats]:
        """Give how much of the first day is on each date, and of the last one."""
        count = self._dates
        values = np.array(self._highs.getSolution().col_value)
        return values[2 * count : 3 * count], values[3 * count : 4 * count]

    def set_use(self, thing: int, least: int, most: int | None) -> None:
        """Say on how many days a person, an element or a location is used."""
        top = highspy.kHighsInf if most is None else float(most)
        self._highs.changeRowBounds(self._first_thing + thing, float(least), top)

    def solve(self) -> tuple[float, Duals]:
        """Give the cost of the best mix of patterns, in parts, and its prices."""
        self._highs.run()
        found = self._highs.getSolution()
        rows = np.array(found.row_dual) * PARTS
        scenes = np.zeros(self._scenes)
        scenes[self._placeable] = np.maximum(rows[: self._first_day - 1], 0.0)
        return (
            float(self._highs.getInfo().objective_function_value) * PARTS,
            Duals(
                scenes=scenes,
                days=rows[self._first_day : self._first_thing].copy(),
                things=rows[self._first_thing : self._first_class].copy(),
                classes=rows[self._first_class :][: self._classes].copy(),
            ),
        )

    def whole_mix(self) -> list[Pattern]:
        """Give the patterns of the last answer where each is used whole, else none."""
        values = np.array(self._highs.getSolution().col_value)[self._extra :]
        used = np.flatnonzero(values > TINY)
        if len(used) == 0 or (values[used] < 1.0 - TINY).any():
            return []
        return [self._patterns[at] for at in used.tolist()]

    def in_mix(self) -> list[Pattern]:
        """Give the patterns that the last answer uses."""
        values = np.array(self._highs.getSolution().col_value)[self._extra :]
        return [self._patterns[at] for at in np.flatnonzero(values > 0.0).tolist()]

    def worked(self, people: int) -> Floats:
        """Give (people, classes): how much of each date's days the mix has them on."""
        values = np.array(self._highs.getSolution().col_value)[self._extra :]
        table = np.zeros((people, self._classes))
        for at in np.flatnonzero(values > 0.0).tolist():
            pattern = self._patterns[at]
            for need in pattern.needs:
                if need < people:
                    table[need, pattern.date_class] += values[at]
        return table

    def use(self) -> Floats:
        """Give how many days each unit, then each person and element is used."""
        values = np.array(self._highs.getSolution().col_value)[self._extra :]
        used = np.zeros(self._units + self._things)
        for pattern, value in zip(self._patterns, values.tolist(), strict=True):
            if value > 0.0:
                used[pattern.unit] += value * pattern.days
                for need in pattern.needs:
                    used[self._units + need] += value * pattern.days
        return used
