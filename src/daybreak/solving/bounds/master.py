"""The master: how much of each pattern to use so that every strip is shot.

A linear program, solved by HiGHS. Its answer only steers: the bound itself is counted
in whole numbers from rounded prices, whatever the solver's arithmetic does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

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
    """

    scenes: Floats
    days: Floats
    things: Floats

    def toward(self, other: Duals, share: float) -> Duals:
        """Give prices between these and others."""
        return Duals(
            scenes=self.scenes + share * (other.scenes - self.scenes),
            days=self.days + share * (other.days - self.days),
            things=self.things + share * (other.things - self.things),
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
    """

    def __init__(
        self,
        placeable: Ints,
        *,
        scenes: int,
        units: int,
        things: int,
        boneyard: int,
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
        self._end = self._first_thing + things
        self._extra = 0
        if boneyard:
            for at in range(len(placeable)):
                self._column(0.0, {at: 1.0, len(placeable): -1.0}, most=1.0)
                self._extra += 1
        for at in range(len(placeable)):
            self._column(FREE, {at: 1.0})
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
        self._column(cost * SCALE, entries)
        self._patterns.append(pattern)

    def set_prices(self, owed: Ints) -> None:
        """Change what days cost: those with a thing that is not used, and patterns."""
        costs = [float(one) * SCALE for one in owed]
        costs += [pattern.cost(owed) * SCALE for pattern in self._patterns]
        places = np.arange(self._first_spare, self._first_spare + len(costs))
        self._highs.changeColsCost(len(costs), places.astype(np.int32), np.array(costs))

    def set_days(self, unit: int, least: int, most: int | None) -> None:
        """Say how many days a unit may use."""
        top = highspy.kHighsInf if most is None else float(most)
        self._highs.changeRowBounds(self._first_day + unit, float(least), top)

    def set_most_extra_cost(self, cost: float) -> None:
        """Say at what price days may be used that must not be."""
        first = self._first_spare - 2 * self._units - self._things
        first -= len(self._placeable)
        for at in range(first, self._first_spare):
            self._highs.changeColCost(at, cost)

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
                things=rows[self._first_thing : self._end].copy(),
            ),
        )

    def in_mix(self) -> list[Pattern]:
        """Give the patterns that the last answer uses."""
        values = np.array(self._highs.getSolution().col_value)[self._extra :]
        return [self._patterns[at] for at in np.flatnonzero(values > 0.0).tolist()]

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
