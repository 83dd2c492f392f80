"""Every way to go on with a very small shoot, by trying all of them.

It shares nothing with the engines: strips that are left are laid on the dates that
are left in every way, what was shot is put before them, and the rule book judges.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product

from daybreak.checking import check, count_costs
from daybreak.model.calendar import eligible_dates
from daybreak.model.schedule import Day, Schedule
from daybreak.model.standing import changed_strips, places_of
from daybreak.solving.replanning.keep import Keep
from tests.solving.brute import TooLargeError, Tryout

# what a day alone may break and the whole may not, or the other way round
NOT_ALONE = ("once", "travel", "prep", "order")


@dataclass
class Rest(Tryout):
    """All ways to go on with a shoot; ``keep`` says what was shot."""

    keep: Keep | None = None

    def all_figures(self) -> tuple[int, set[tuple[int, int]]]:
        """Give the least boneyard, and (changes, cost) of every board with it."""
        assert self.keep is not None
        shot = {strip for day in self.keep.shot for strip in day.strips}
        left = [one for one in self.production.scenes if one.id not in shot]
        self.slots = {
            unit.id: [
                day
                for day in eligible_dates(self.production, unit)
                if day >= self.keep.today
            ]
            for unit in self.production.units
        }
        for left_out in range(len(left) + 1):
            found = {
                figures
                for chosen in combinations(left, len(left) - left_out)
                for figures in self._figures(chosen, left)
            }
            if found:
                return left_out, found
        raise AssertionError("an empty rest is always valid")

    def _figures(self, chosen, left):  # type: ignore[no-untyped-def]
        assert self.keep is not None
        standing = {scene.id for scene in chosen}
        boneyard = tuple(one.id for one in left if one.id not in standing)
        for laid in self._lay(chosen, {}):
            options = [self._days(slot, strips) for slot, strips in laid.items()]
            for days in product(*options):
                self.judged += 1
                if self.judged > self.most:
                    raise TooLargeError
                whole = Schedule(days=(*self.keep.shot, *days), boneyard=boneyard)
                if self._is_broken(whole):
                    continue
                changed = changed_strips(self.keep.earlier, places_of(whole))
                total = count_costs(self.production, whole).lines["total"]
                yield len(changed), total

    def _is_broken(self, whole: Schedule) -> bool:
        assert self.keep is not None
        today = self.keep.today
        return any(
            one.level == "blocks"
            and (one.where.date is None or one.where.date >= today)
            for one in check(self.production, whole)
        )

    def _breaks_alone(self, day: Day) -> bool:
        alone = Schedule(days=(day,), boneyard=())
        return any(
            one.level == "blocks" and one.rule not in NOT_ALONE
            for one in check(self.production, alone)
        )


def undominated(figures: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the figures that no others beat, fewest changes first."""
    kept: list[tuple[int, int]] = []
    for changed, cost in sorted(figures):
        if not kept or cost < kept[-1][1]:
            kept.append((changed, cost))
    return kept
