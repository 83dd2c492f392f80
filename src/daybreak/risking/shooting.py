"""One run: the shoot day by day, with what befalls it and what is done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from daybreak.checking import check, count_costs
from daybreak.risking.assumptions import RiskModel
from daybreak.risking.board import Board
from daybreak.risking.climate import weather_at
from daybreak.risking.covering import cover
from daybreak.risking.dice import Dice, days_of, factor_of
from daybreak.risking.fitting import day_minutes
from daybreak.risking.ground import Crew, Ground
from daybreak.risking.outcome import Loss, Outcome, Tally
from daybreak.risking.placing import Block, place, shift_all
from daybreak.risking.world import Closed, UncertainFact, closures

AFTERMATH_DAYS = 800
"""Dates after the plan's last one on which something may still happen to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What every run has in common.

    Parameters
    ----------
    today
        The first date that may go otherwise; what is before it was shot.
    scene_of
        By strip, the id of its scene.
    """

    ground: Ground
    model: RiskModel
    seed: int
    today: date
    facts: tuple[UncertainFact, ...]
    scene_of: dict[str, str]
    stops: dict[str, tuple[float, ...]]


def task_of(
    ground: Ground,
    model: RiskModel,
    *,
    seed: int,
    today: date,
    facts: Sequence[UncertainFact],
    scene_of: dict[str, str],
) -> Task:
    """Give what every run has in common, with the weather of each base."""
    stops = {base.id: weather_at(base, model).stops for base in ground.production.bases}
    return Task(
        ground=ground,
        model=model,
        seed=seed,
        today=today,
        facts=tuple(facts),
        scene_of=scene_of,
        stops=stops,
    )


def simulate(task: Task, run: int) -> Outcome:
    """Give what becomes of the shoot in one run.

    The same task and run give the same outcome, wherever it is worked out.
    """
    return Run(task, run).outcome()


class Run:
    """The state of a run under way."""

    def __init__(self, task: Task, run: int) -> None:
        self.task, self.run = task, run
        self.dice = Dice(task.seed, run)
        self.board = Board(task.ground)
        self.board.lay_plan()
        self.tally = Tally(task.scene_of)
        self.extra_cost = 0
        self.coming = self._coming()
        self.causes: dict[tuple[str, str], list[Closed]] = {}

    def _coming(self) -> list[Closed]:
        last = max(
            (dates[-1] for dates in self.board.dates.values() if dates), default=0
        )
        if not last:
            return []
        return closures(
            self.dice,
            self.task.model,
            locations=sorted(
                {one.scene.location for one in self.task.ground.strips.values()}
            ),
            facts=self.task.facts,
            between=(self.task.today, date.fromordinal(last + AFTERMATH_DAYS)),
        )

    # --- from day to day --------------------------------------------------------------

    def outcome(self) -> Outcome:
        """Shoot to the end, then let the rule book count and check."""
        on = self.task.today.toordinal() - 1
        while (following := self._next_date(on)) is not None:
            on = following
            self.day(on)
        return self._counted()

    def day(self, on: int) -> None:
        """Shoot a date: learn what has closed, then every unit for itself."""
        self._learn(on)
        for unit in self.board.ground.crews:
            if on in self.board.days[unit]:
                self._shoot(unit, on)

    def _next_date(self, on: int) -> int | None:
        dates = (next(self.board.after(unit, on), None) for unit in self.board.dates)
        return min((one for one in dates if one is not None), default=None)

    def _learn(self, on: int) -> None:
        """Take note of everything that closed up to a date."""
        while self.coming and self.coming[0].first <= on:
            self._close(self.coming.pop(0), on)

    def _close(self, one: Closed, on: int) -> None:
        span = (one.first, one.last)
        if one.last < on:
            return
        if one.kind != "shoot":
            self.board.close(one.kind, one.thing, span)
            self.causes.setdefault((one.kind, one.thing), []).append(one)
            if one.kind != "unit":
                return
        units = list(self.board.days) if one.kind == "shoot" else [one.thing]
        for unit in units:
            self.board.close("unit", unit, span)
        self._stand_still(units, one, on)

    def _stand_still(self, units: Sequence[str], one: Closed, on: int) -> None:
        """Shift everything out of dates on which nobody shoots."""
        hit = False
        for unit in units:
            for day in [on, *self.board.after(unit, on)]:
                if day > one.last:
                    break
                if day in self.board.days[unit]:
                    hit = True
                    for strip in self.board.days[unit][day].strips:
                        self._note(strip, unit, Loss(one.cause, "", ""))
        if hit:
            patience = self.task.model.repair.patience_days
            shift_all(self.board, today=on, patience=patience)

    # --- one day ----------------------------------------------------------------------

    def _shoot(self, unit: str, on: int) -> None:
        day = self.board.days[unit][on]
        called = list(
            dict.fromkeys(
                name
                for strip in day.strips
                for name in self.board.ground.strips[strip].scene.cast
            )
        )
        surprised = self._fall_ill(called, on)
        lost = self._lost(unit, on)
        surprised |= any(loss.kind == "weather" for loss in lost.values())
        if lost:
            self._repair(unit, on, lost, called, surprised=surprised)
        if on in self.board.days[unit]:
            self._run_over(unit, on)

    def _fall_ill(self, called: Sequence[str], on: int) -> bool:
        illness, ill = self.task.model.illness, False
        for name in called:
            if self.board.is_closed("person", name, on):
                continue
            if self.dice.throw("ill", name, on) < illness.chance_a_day:
                days = max(1, days_of(illness.days, self.dice.throw("days", name, on)))
                one = Closed(
                    first=on,
                    last=on + days - 1,
                    kind="person",
                    thing=name,
                    cause="illness",
                )
                self.board.close("person", name, (on, one.last))
                self.causes.setdefault(("person", name), []).append(one)
                ill = True
        return ill

    def _rains(self, base: str, on: int) -> bool:
        chance = self.task.stops[base][date.fromordinal(on).month - 1]
        return chance > 0 and self.dice.throw("weather", base, on) < chance

    def _lost(self, unit: str, on: int) -> dict[str, Loss]:
        """Give the strips of a day that cannot be shot, and why."""
        board = self.board
        lost: dict[str, Loss] = {}
        strips = board.ground.strips
        rains = self._rains(board.base_on(unit, on), on)
        for name in board.days[unit][on].strips:
            strip = strips[name]
            loss = self._closed(name, on)
            if loss is None and rains and strip.scene.is_exterior:
                loss = Loss("weather", "", strip.base)
            if loss is None and "order" in board.ground.asked:
                loss = next(
                    (lost[other] for other, _ in strip.before if other in lost), None
                )
            if loss is not None:
                lost[name] = loss
        return lost

    def _closed(self, name: str, on: int) -> Loss | None:
        """Give why somebody or something that a strip needs cannot be had."""
        scene = self.board.ground.strips[name].scene
        needs = [
            *(("person", one) for one in scene.cast),
            ("location", scene.location),
            *(("element", one) for one in scene.elements),
        ]
        for kind, thing in needs:
            for one in self.causes.get((kind, thing), ()):
                if one.first <= on <= one.last:
                    who = thing if kind == "person" else ""
                    where = thing if kind == "location" else ""
                    return Loss(one.cause, who, where)
        return None

    def _repair(
        self,
        unit: str,
        on: int,
        lost: dict[str, Loss],
        called: Sequence[str],
        *,
        surprised: bool,
    ) -> None:
        """Shoot a cover set where there is one, and give lost strips new dates."""
        board, model = self.board, self.task.model
        shift, base = board.days[unit][on].shift, board.base_on(unit, on)
        for name, loss in lost.items():
            self._note(name, unit, loss)
            board.lift(name)
        if model.repair.cover:
            rains = any(one.kind == "weather" for one in lost.values())
            covered = cover(
                board, unit, on, base=base, shift=shift, called=called, rains=rains
            )
            for name in covered:
                self.tally.cover(self._share(name, unit))
        if on not in board.days[unit] and surprised:
            self._pay_lost_day(unit)
        block = Block(unit=unit, on=on, shift=shift, strips=tuple(lost))
        place(board, block, today=on, patience=model.repair.patience_days)

    def _pay_lost_day(self, unit: str) -> None:
        """Pay what the day cost beyond the idle day that the rule book counts."""
        crew = self.board.ground.crews[unit].unit
        pay = round(crew.day_cost * self.task.model.repair.lost_day_pay)
        self.extra_cost += max(0, pay - crew.idle_day_cost)

    def _run_over(self, unit: str, on: int) -> None:
        """Let a day take longer than planned; leave its last strips for another."""
        overrun, board = self.task.model.overrun, self.board
        factor = factor_of(overrun, self.dice.throw("overrun", unit, on))
        if factor <= 1:
            return
        crew, day = board.ground.crews[unit], board.days[unit][on]
        left: list[str] = []
        longest = crew.unit.day_minutes + overrun.overtime_minutes
        while (
            len(day.strips) > 1 and self._minutes(crew, day.strips) * factor > longest
        ):
            left.insert(0, day.strips[-1])
            board.lift(day.strips[-1])
        took = min(longest, round(self._minutes(crew, day.strips) * factor))
        self._pay_overtime(crew, took)
        if left:
            for name in left:
                self._note(name, unit, Loss("overrun", "", ""))
            block = Block(unit=unit, on=on, shift=day.shift, strips=tuple(left))
            patience = self.task.model.repair.patience_days
            place(board, block, today=on, patience=patience)

    def _minutes(self, crew: Crew, strips: Sequence[str]) -> int:
        return day_minutes(crew, [self.board.ground.strips[one] for one in strips])

    def _pay_overtime(self, crew: Crew, took: int) -> None:
        over = max(0, took - crew.unit.day_minutes)
        rate = self.task.model.overrun.overtime_rate
        self.extra_cost += round(
            crew.unit.day_cost * rate * over / crew.unit.day_minutes
        )

    # --- what it came to --------------------------------------------------------------

    def _share(self, name: str, unit: str) -> float:
        strip = self.board.ground.strips[name]
        return strip.minutes[unit] / self.board.ground.crews[unit].unit.day_minutes

    def _note(self, name: str, unit: str, loss: Loss) -> None:
        strip = self.board.ground.strips[name]
        where = loss.place or strip.scene.location
        self.tally.note(name, self._share(name, unit), loss, place=where)

    def _counted(self) -> Outcome:
        ground, schedule = self.task.ground, self.board.schedule()
        found = Counter(one.rule for one in check(ground.production, schedule))
        broken: dict[str, int] = {
            rule: count - ground.breaks.get(rule, 0)
            for rule, count in found.items()
            if count > ground.breaks.get(rule, 0) and rule != "release"
        }
        return Outcome(
            run=self.run,
            wraps=dict(sorted(self.board.wraps().items())),
            last=self._last(),
            slips=self._slips(),
            cost=count_costs(ground.production, schedule).total,
            extra_cost=self.extra_cost,
            unfinished=self._unfinished(),
            forced=self.board.forced,
            broken=broken,
            lost=self.tally.by_kind,
            covered=self.tally.covered,
            by_strip=self.tally.by_strip,
            by_person=self.tally.by_person,
            by_place=self.tally.by_place,
        )

    def _last(self) -> dict[str, str]:
        """Give the scene of each picture that stands last, in the order of ids."""
        wraps, strips, found = self.board.wraps(), self.board.ground.strips, {}
        for name, (_, on) in sorted(self.board.at.items()):
            picture = strips[name].scene.picture
            if on == wraps[picture]:
                found[picture] = self.task.scene_of.get(name, name)
        return found

    def _unfinished(self) -> tuple[str, ...]:
        planned, strips = set(self.task.ground.plan.boneyard), self.board.ground.strips
        lost = [one for one in self.board.lost if one not in planned]
        return tuple(sorted({strips[one].scene.picture for one in lost}))

    def _slips(self) -> dict[str, int]:
        """Give by how many days each picture's post-production is late."""
        post, slips = self.task.model.post, {}
        for picture in self.task.ground.production.pictures:
            slip = 0
            if self.dice.throw("post", picture.id) < post.chance:
                slip = days_of(post.days, self.dice.throw("post-days", picture.id))
            slips[picture.id] = slip
        return slips
