"""Ways to shoot several pictures: together, one after the other, each on its own.

Together means cross-boarded: scenes of all pictures on one board, as the production
says. One after the other is the same production with more orders. On its own means a
production for each picture, with crews of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations, product

from daybreak.checking import Violation, check, costed
from daybreak.model.errors import DocumentError, UsageError
from daybreak.model.production import Order, Person, Production, Scene
from daybreak.model.schedule import Schedule
from daybreak.office.opening import open_documents
from daybreak.office.scenarios import Case
from daybreak.office.side_by_side import CasePlan, How, plan_case, row_of, shared
from daybreak.reports.phrases import count_of
from daybreak.reports.scenario_rows import (
    ScenarioRow,
    ScenarioTable,
    row_of_sum,
    with_differences,
)

TOGETHER, ALONE, THEN = "cross-boarded", "each-alone", "-then-"
ORDERED_MOST = 3
"""Up to so many pictures every order is tried; of more, the one they are listed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysPlanned:
    """What came of planning every way.

    Parameters
    ----------
    joint
        The plans of all pictures on one calendar: together, then each order.
    alone
        The plan of each picture on its own; empty where it was stopped before.
    clashes
        What the rule book says of the plans on their own laid side by side, every
        picture with crews of its own: people and things in two places.
    unplanned
        The names of ways that it was stopped before.
    impossible
        The names of ways that no plan can go, each with why.
    """

    joint: tuple[CasePlan, ...]
    alone: tuple[CasePlan, ...]
    clashes: tuple[Violation, ...]
    unplanned: tuple[str, ...]
    impossible: tuple[tuple[str, str], ...]

    def table(self) -> ScenarioTable:
        """Give the rows side by side, held against the pictures together."""
        rows = [row_of(one) for one in self.joint]
        if self.alone:
            rows.append(self._alone_row())
        made = self.joint[0].case.production
        return ScenarioTable(
            title=made.title,
            currency=made.currency,
            rows=with_differences(rows),
            unplanned=self.unplanned,
            impossible=self.impossible,
        )

    def _alone_row(self) -> ScenarioRow:
        row = row_of_sum(ALONE, [row_of(one) for one in self.alone])
        note = "a production for each picture, with crews of its own, costs added up"
        return replace(row, note=note, clashes=self.clashes)

    def boards(self) -> tuple[tuple[str, Schedule], ...]:
        """Give the schedules as boards of the whole production, by name.

        Of a picture on its own, the strips of the others are in the boneyard.
        """
        made = self.joint[0].case.production
        found = [
            (one.case.name, _of_whole(made, one.opened.schedule)) for one in self.joint
        ]
        found += [
            (one.case.name, _of_whole(made, one.opened.schedule)) for one in self.alone
        ]
        return tuple(found)


def board_names(production: Production) -> tuple[str, ...]:
    """Give the names under which `WaysPlanned.boards` keeps plans."""
    shot = pictures_of(production)
    orders = (THEN.join(one) for one in orders_of(shot))
    return (TOGETHER, *orders, *(f"alone-{one}" for one in shot))


def plan_ways(case: Case, how: How) -> WaysPlanned:
    """Plan every way to shoot the pictures of a production.

    Each way has the same work and the same seed; on their own, the pictures share it
    by the number of their scenes.

    Raises
    ------
    UsageError
        When fewer than two pictures have scenes.
    SolverError
        When an engine fails, or gives a schedule that breaks a rule.
    """
    shot = pictures_of(case.production)
    given, impossible = joint_cases(case, shot)
    joint: list[CasePlan] = []
    for one in given:
        if joint and _is_stopped(how):
            break
        joint.append(plan_case(one, how))
    alone = _plan_alone(case, shot, how)
    planned = {one.case.name for one in joint}
    unplanned = [one.name for one in given if one.name not in planned]
    return WaysPlanned(
        joint=shared(joint, laid_together(case.production, alone)),
        alone=alone,
        clashes=clashes_of(case.production, alone),
        unplanned=(*unplanned, *(() if alone else (ALONE,))),
        impossible=impossible,
    )


def _is_stopped(how: How) -> bool:
    return how.stop is not None and how.stop()


def joint_cases(
    case: Case, shot: Sequence[str]
) -> tuple[list[Case], tuple[tuple[str, str], ...]]:
    """Give the cases on one calendar, and those that no plan can go."""
    note = "all pictures on one board, as the production says"
    given = [replace(case, name=TOGETHER, note=note, what_ifs=())]
    impossible = []
    for order in orders_of(shot):
        name = THEN.join(order)
        try:
            made = one_after_other(case.production, order)
        except DocumentError as error:
            impossible.append((name, error.faults[0].what))
            continue
        note = "no scene of the next picture before the last one is wrapped"
        given.append(replace(given[0], name=name, note=note, production=made))
    return given, tuple(impossible)


def _plan_alone(case: Case, shot: Sequence[str], how: How) -> tuple[CasePlan, ...]:
    """Plan each picture on its own; nothing where it was stopped before the last."""
    scenes = case.production.scenes
    plans = []
    for picture in shot:
        if _is_stopped(how):
            return ()
        share = sum(one.picture == picture for one in scenes) / len(scenes)
        made = alone(case.production, picture)
        start = None if case.start is None else _only(case.start, made)
        own = Case(name=f"alone-{picture}", production=made, start=start)
        plans.append(plan_case(own, how, share=share))
    return tuple(plans)


def laid_together(
    production: Production, alone: Sequence[CasePlan]
) -> tuple[CasePlan, ...]:
    """Give the plans made apart as one with shared crews, where they were made.

    Mostly it breaks rules. Where one picture is done before the next begins it may
    break none, and be better than what a search for both has found.
    """
    if not alone:
        return ()
    parts = [one.opened.schedule for one in alone]
    merged = Schedule(
        days=tuple(day for one in parts for day in one.days),
        boneyard=tuple(strip for one in parts for strip in one.boneyard),
    )
    case = Case(name=ALONE, production=production)
    opened = open_documents(production, merged)
    return (CasePlan(case=case, opened=opened, bound=None),)


def pictures_of(production: Production) -> tuple[str, ...]:
    """Give the pictures that have scenes.

    Raises
    ------
    UsageError
        When there are fewer than two.
    """
    with_scenes = {scene.picture for scene in production.scenes}
    found = tuple(one.id for one in production.pictures if one.id in with_scenes)
    if len(found) < 2:
        raise UsageError(
            f"{production.title} has {count_of(len(found), 'picture')} with scenes: "
            "there is nothing to shoot one after the other.\n"
            "Maybe plan it with daybreak plan."
        )
    return found


def orders_of(pictures: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Give the orders of pictures to try.

    Examples
    --------
    >>> orders_of(("m7", "m8"))
    (('m7', 'm8'), ('m8', 'm7'))
    """
    if len(pictures) > ORDERED_MOST:
        return (tuple(pictures),)
    return tuple(permutations(pictures))


# --- one after the other ----------------------------------------------------------


def one_after_other(production: Production, pictures: Sequence[str]) -> Production:
    """Give a production whose pictures are shot one after the other.

    Every scene of an earlier picture comes before every scene of a later one, at
    least a day. So a picture begins after the day on which the one before it wraps,
    whichever units shoot; strips in the boneyard hold up nothing.

    Raises
    ------
    DocumentError
        When other orders of the production forbid it.

    Notes
    -----
    SPEC 3, ``order``.
    """
    scenes = {
        one: [scene.id for scene in production.scenes if scene.picture == one]
        for one in pictures
    }
    new = tuple(
        Order(before=before, after=after, min_days=1)
        for at, first in enumerate(pictures)
        for later in pictures[at + 1 :]
        for before, after in product(scenes[first], scenes[later])
    )
    return replace(production, orders=(*production.orders, *new))


# --- each on its own --------------------------------------------------------------


def alone(production: Production, picture: str) -> Production:
    """Give a production of one picture of several, with units like those of all.

    Deals, orders and scenes of the others are left out. A deal that covers several
    pictures is made anew for this one.
    """
    scenes = tuple(one for one in production.scenes if one.picture == picture)
    ids = {one.id for one in scenes}
    return replace(
        production,
        pictures=tuple(one for one in production.pictures if one.id == picture),
        people=tuple(_with_own_deals(one, picture) for one in production.people),
        scenes=tuple(_with_own_parts(one, ids) for one in scenes),
        orders=tuple(
            one for one in production.orders if one.before in ids and one.after in ids
        ),
    )


def _with_own_deals(person: Person, picture: str) -> Person:
    deals = tuple(
        replace(one, pictures=None if one.pictures is None else (picture,))
        for one in person.deals
        if one.pictures is None or picture in one.pictures
    )
    return replace(person, deals=deals)


def _with_own_parts(scene: Scene, ids: set[str]) -> Scene:
    is_lost = scene.part_of is not None and scene.part_of not in ids
    return replace(scene, part_of=None) if is_lost else scene


def _only(schedule: Schedule, production: Production) -> Schedule:
    """Give the part of a schedule that a production of fewer scenes has."""
    ids = {one.id for one in production.scenes}
    kept = (
        replace(day, strips=tuple(one for one in day.strips if one in ids))
        for day in schedule.days
    )
    return Schedule(
        days=tuple(day for day in kept if day.strips),
        boneyard=tuple(one for one in schedule.boneyard if one in ids),
    )


def _of_whole(production: Production, schedule: Schedule) -> Schedule:
    """Give a schedule as one of the whole production, costs counted there."""
    there = {*schedule.boneyard, *(one for day in schedule.days for one in day.strips)}
    missing = tuple(one.id for one in production.scenes if one.id not in there)
    whole = replace(
        schedule,
        boneyard=(*schedule.boneyard, *missing),
        bound=None,
        status="feasible",
    )
    return costed(production, whole)


# --- what would clash -------------------------------------------------------------


def clashes_of(
    production: Production, plans: Sequence[CasePlan]
) -> tuple[Violation, ...]:
    """Give the rules that plans made apart break when they are laid side by side.

    Every picture keeps crews of its own. Each plan has passed the rule book alone, so
    whatever blocks here comes of people, things and orders that pictures share.
    """
    if not plans:
        return ()
    shot = [one.opened.production.pictures[0].id for one in plans]
    joint = with_own_crews(production, shot)
    days = tuple(
        replace(day, unit=own_unit(production, day.unit, picture))
        for picture, one in zip(shot, plans, strict=True)
        for day in one.opened.schedule.days
    )
    boneyard = tuple(one for plan in plans for one in plan.opened.schedule.boneyard)
    found = check(joint, Schedule(days=days, boneyard=boneyard))
    return tuple(one for one in found if one.level == "blocks")


def with_own_crews(production: Production, pictures: Sequence[str]) -> Production:
    """Give a production in which every picture has crews of its own."""
    titles = {one.id: one.title for one in production.pictures}
    return replace(
        production,
        units=tuple(
            replace(
                unit,
                id=own_unit(production, unit.id, picture),
                name=f"{unit.name} of {titles[picture]}",
            )
            for picture in pictures
            for unit in production.units
        ),
        hiatuses=tuple(
            replace(
                one,
                units=None
                if one.units is None
                else tuple(
                    own_unit(production, unit, picture)
                    for picture in pictures
                    for unit in one.units
                ),
            )
            for one in production.hiatuses
        ),
        scenes=tuple(_with_own_units(production, one) for one in production.scenes),
    )


def own_unit(production: Production, unit: str, picture: str) -> str:
    """Give the id of the unit that a picture has where each is on its own."""
    units = [one.id for one in production.units]
    pictures = [one.id for one in production.pictures]
    return f"unit-{units.index(unit) + 1}-{pictures.index(picture) + 1}"


def _with_own_units(production: Production, scene: Scene) -> Scene:
    units = tuple(
        own_unit(production, one, scene.picture) for one in production.units_of(scene)
    )
    pin = scene.pin
    if pin is not None:
        pin = replace(pin, unit=own_unit(production, pin.unit, scene.picture))
    return replace(scene, units=units, pin=pin)
