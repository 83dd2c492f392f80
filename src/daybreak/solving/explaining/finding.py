"""Find the conflicts behind scenes in the boneyard, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.facts import binds_of
from daybreak.solving.explaining.family import Family
from daybreak.solving.explaining.growing import crowd_of, grown
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.explaining.plan import Plan, plan_of
from daybreak.solving.explaining.puzzle import puzzle_of
from daybreak.solving.explaining.shrinking import Core, asked, core_of, without

MOST_CROWDS = 12
CORE_SHARE = 0.7
Tell = Callable[[str], None]


def standing_on(schedule: Schedule) -> set[str]:
    """Give the ids of the scenes that stand on a day."""
    return {strip for day in schedule.days for strip in day.strips}


class Finding:
    """The search for conflicts; what it found stands in its fields.

    Parameters
    ----------
    plan
        A valid plan; a better one takes its place where one is met.
    scenes
        Ids of the scenes asked about.
    """

    def __init__(
        self,
        production: Production,
        plan: Plan,
        scenes: Sequence[str],
        deadline: Deadline,
        tell: Tell,
    ) -> None:
        standing = standing_on(plan.schedule)
        self.production = production
        self.plan = plan
        self.placed = [one for one in scenes if one in standing]
        self.asked = [one for one in scenes if one not in standing]
        self.families: list[Family] = []
        self.unknown: list[str] = []
        self._deadline = deadline
        self._tell = tell

    def find(self) -> None:
        """Find conflicts, until each scene asked about is told of or time is over."""
        if not self.asked:
            return
        self._tell("looking for facts that conflict")
        self._find_single()
        for _ in range(MOST_CROWDS):
            crowd = () if self._deadline.is_over() else crowd_of(self._rest())
            if not crowd:
                break
            self._keep(crowd, last=[one for one in self.asked if one in crowd])
        self._find_others()
        told = {one for each in self.families for one in each.all_scenes}
        self.unknown = [one for one in self.unknown if one not in told]
        self.families = [
            one for one in self.families if set(one.all_scenes) & set(self.asked)
        ]

    def place(self, standing: Collection[str]) -> None:
        """Take note of scenes that a plan made meanwhile places."""
        found = [one for one in self.unknown if one in standing]
        self.unknown = [one for one in self.unknown if one not in standing]
        self.placed += found

    def _find_single(self) -> None:
        """Find the scenes that have no day by themselves: they need no search."""
        start = puzzle_of(self.production).start
        none = {
            scene.id
            for scene, bits in zip(self.production.scenes, start, strict=True)
            if not bits
        }
        for scene in self.asked:
            if scene in none and not (self._is_told(scene) or self._deadline.is_over()):
                self._keep([scene], last=[scene])

    def _find_others(self) -> None:
        left = [one for one in self.asked if not self._is_told(one)]
        while left:
            scene = left.pop(0)
            if self._is_told(scene):
                continue
            if scene not in self._boneyard():
                self.placed.append(scene)
                continue
            if self._deadline.is_over():
                self.unknown.append(scene)
                continue
            share = self._deadline.share(1 / (1 + len(left)))
            rest = self._rest(keep=scene)
            result = grown(rest, [scene], share, board=self.plan.schedule)
            if result.schedule is not None:
                self._better(result.schedule)
                self.placed.append(scene)
            elif result.scenes:
                self._keep(result.scenes, last=[scene])
                if not self._is_told(scene):
                    left.insert(0, scene)
            else:
                self.unknown.append(scene)

    def _keep(self, scenes: Sequence[str], *, last: Sequence[str]) -> None:
        """Keep the least of some scenes that conflict, and scenes just like it."""
        share = self._deadline.share(CORE_SHARE)
        core = core_of(self.production, scenes, share, last=last)
        family = Family(core=core)
        self.families.append(family)
        if len(core.scenes) == 1:
            family.likewise = [
                one
                for one in self.asked
                if not self._is_told(one) and self._is_like(core, one)
            ]

    def _is_like(self, core: Core, scene: str) -> bool:
        """Tell whether the facts of a conflict leave another scene no day either."""
        part = only(self.production, {scene})
        every = binds_of(self.production, part)
        facts = {(bind.kind, bind.key) for bind in core.binds}
        kept = [bind for bind in every if (bind.kind, bind.key) in facts]
        if len(kept) < len(facts):
            return False
        return asked(without(part, every, kept), self._deadline).verdict == "no"

    def _better(self, schedule: Schedule) -> None:
        """Take a board on which more scenes stand as the plan, where it is one."""
        standing = standing_on(schedule)
        left = [one.id for one in self.production.scenes if one.id not in standing]
        if len(left) < len(self.plan.schedule.boneyard):
            board = replace(schedule, boneyard=tuple(left))
            self.plan = plan_of(self.production, board)

    def _is_told(self, scene: str) -> bool:
        return any(scene in one.all_scenes for one in self.families)

    def _boneyard(self) -> set[str]:
        return set(self.plan.schedule.boneyard)

    def _rest(self, keep: str = "") -> Production:
        """Give the production without scenes that the conflicts found leave out."""
        left_out: set[str] = set()
        for family in self.families:
            left_out.update(family.likewise)
            scenes = family.core.scenes
            if left_out & set(scenes):
                continue
            able = [one for one in scenes if one != keep]
            gone = [one for one in able if one in self._boneyard()] or able[-1:]
            left_out.update(gone)
        ids = {scene.id for scene in self.production.scenes} - left_out
        return only(self.production, ids)
