"""The best schedule of a very small production, by trying all of them.

It shares nothing with the engines: it lays strips on dates in every way and lets the
rule book judge. Days are judged alone first, since what one day breaks by itself no
other day can mend - but for `travel`, where an earlier day may stand in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, pairwise, permutations, product

from daybreak.checking import check, count_costs
from daybreak.model.calendar import eligible_dates
from daybreak.model.production import Production, Scene, ShiftName
from daybreak.model.schedule import Day, Schedule

SHIFTS: tuple[ShiftName, ...] = ("day", "split", "night")
Slot = tuple[str, date]
Laid = dict[Slot, tuple[str, ...]]


class TooLargeError(Exception):
    """More schedules than are worth trying."""


@dataclass
class Tryout:
    """All schedules of one production; ``most`` limits how many are judged."""

    production: Production
    most: int
    judged: int = 0
    kept_days: dict[tuple[Slot, tuple[str, ...]], list[Day]] = field(
        default_factory=dict
    )
    slots: dict[str, list[date]] = field(default_factory=dict)

    def best(self) -> tuple[int, int]:
        """Give the least boneyard and the least cost with it."""
        production = self.production
        self.slots = {
            unit.id: list(eligible_dates(production, unit)) for unit in production.units
        }
        scenes = production.scenes
        for left_out in range(len(scenes) + 1):
            costs = [
                cost
                for chosen in combinations(scenes, len(scenes) - left_out)
                for cost in self._costs(chosen)
            ]
            if costs:
                return left_out, min(costs)
        raise AssertionError("an empty board is always valid")

    def _costs(self, chosen: tuple[Scene, ...]) -> Iterator[int]:
        """Yield the cost of each valid schedule of exactly these scenes."""
        standing = {scene.id for scene in chosen}
        boneyard = tuple(
            scene.id for scene in self.production.scenes if scene.id not in standing
        )
        for laid in self._lay(chosen, {}):
            options = [self._days(slot, strips) for slot, strips in laid.items()]
            for days in product(*options):
                schedule = Schedule(days=days, boneyard=boneyard)
                self.judged += 1
                if self.judged > self.most:
                    raise TooLargeError
                if not _breaks(self.production, schedule):
                    yield count_costs(self.production, schedule).lines["total"]

    def _lay(self, left: tuple[Scene, ...], laid: Laid) -> Iterator[Laid]:
        if not left:
            yield laid
            return
        scene, *rest = left
        for unit in self.production.units_of(scene):
            dates = self.slots[unit]
            for at in range(len(dates) - (scene.days or 1) + 1):
                here = [(unit, day) for day in dates[at : at + (scene.days or 1)]]
                more = {slot: (*laid.get(slot, ()), scene.id) for slot in here}
                if all(self._days(slot, strips) for slot, strips in more.items()):
                    yield from self._lay(tuple(rest), {**laid, **more})

    def _days(self, slot: Slot, strips: tuple[str, ...]) -> list[Day]:
        """Give the days worth trying: for each shift the order with fewest moves."""
        key = (slot, strips)
        if key not in self.kept_days:
            self.kept_days[key] = [
                day for shift in SHIFTS if (day := self._day(slot, strips, shift))
            ]
        return self.kept_days[key]

    def _day(self, slot: Slot, strips: tuple[str, ...], shift: ShiftName) -> Day | None:
        if len(strips) > 4:
            raise TooLargeError
        good = [
            day
            for order in permutations(strips)
            if not self._breaks_alone(
                day := Day(unit=slot[0], date=slot[1], shift=shift, strips=order)
            )
        ]
        return min(good, key=self._moves, default=None)

    def _breaks_alone(self, day: Day) -> bool:
        alone = Schedule(days=(day,), boneyard=())
        return any(
            one.level == "blocks" and one.rule not in ("once", "travel")
            for one in check(self.production, alone)
        )

    def _moves(self, day: Day) -> int:
        at = {scene.id: scene.location for scene in self.production.scenes}
        return sum(at[one] != at[other] for one, other in pairwise(day.strips))


def _breaks(production: Production, schedule: Schedule) -> bool:
    return any(one.level == "blocks" for one in check(production, schedule))
