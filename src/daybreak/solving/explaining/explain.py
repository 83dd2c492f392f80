"""Explain: why scenes cannot be shot, and what would let them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import monotonic

from daybreak.checking import check, is_valid
from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.explanation import (
    Conflict,
    Explanation,
    Fact,
    WayOut,
)
from daybreak.solving.explaining.family import Family
from daybreak.solving.explaining.finding import Finding, standing_on
from daybreak.solving.explaining.growing import filled
from daybreak.solving.explaining.parts_of import near_only, only
from daybreak.solving.explaining.plan import Plan, plan_of
from daybreak.solving.explaining.pricing import priced
from daybreak.solving.explaining.ways import ways_out
from daybreak.solving.explaining.words import likewise_said, said_of
from daybreak.solving.problem import problem_of
from daybreak.solving.reasons import reasons_for
from daybreak.solving.solve import solve, warm_up

PLAN_SHARE = 0.5
FIND_SHARE = 0.5
WAYS_SHARE = 0.4
SEED = 1
ENDING_SECONDS = 0.5  # to check and count what a search found
LEAST_PATIENCE_SECONDS = 0.3
Tell = Callable[[str], None]


def explain(
    production: Production,
    *,
    scenes: Sequence[str] | None = None,
    schedule: Schedule | None = None,
    seconds: float = 10.0,
    progress: Tell | None = None,
    stop: Callable[[], bool] | None = None,
) -> Explanation:
    """Give why scenes cannot be shot: least sets of facts, and ways out with prices.

    Parameters
    ----------
    scenes
        Ids of the scenes to explain; those in the boneyard, where left out.
    schedule
        A valid plan: its boneyard is explained and prices are compared with it. Where
        left out, a short search makes one.
    seconds
        Time for everything; compiling kernels does not count.
    progress
        Called with a few words at each step.
    stop
        Asked often; true ends it with what was found.

    Raises
    ------
    UsageError
        When a scene is unknown, the schedule breaks a rule, or the time makes no
        sense.

    Notes
    -----
    A conflict is called proven only where a search through all schedules of its
    scenes came to its end, or a count shows that there is none; see SPEC 3 for what
    binds.
    """
    called = monotonic()
    _refuse(production, scenes, schedule, seconds)
    whole, production = production, near_only(production, schedule)
    tell = progress or (lambda _: None)
    if schedule is None:
        warm_up()
    was_asked = scenes is not None or schedule is not None
    deadline = Deadline(seconds, stop)
    begin = schedule
    if begin is None:
        nothing = Schedule(days=(), boneyard=tuple(one.id for one in production.scenes))
        begin = filled(production, nothing, deadline.share(FIND_SHARE))
    plan = plan_of(production, begin)
    asked = scenes if scenes is not None else plan.schedule.boneyard
    finding = Finding(production, plan, asked, deadline.share(FIND_SHARE), tell)
    finding.find()
    plan = finding.plan
    if schedule is None and plan.schedule.boneyard:
        tell("making a plan to compare with")
        plan = _planned(production, plan, deadline)
    finding.place(standing_on(plan.schedule))
    families = [one for one in finding.families if one.core.proven]
    # what is not proven is told last, in what is left of the time
    pricing = deadline.share(0.9)
    conflicts = _priced(production, plan, families, pricing, tell)
    conflicts += _unproven(production, plan, finding.unknown, deadline)
    if production is not whole:
        plan = plan_of(whole, plan.schedule)
    return Explanation(
        conflicts=tuple(conflicts),
        placed=tuple(finding.placed) if was_asked else (),
        schedule=plan.schedule,
        cost=plan.total,
        seconds=monotonic() - called,
    )


def _planned(production: Production, plan: Plan, deadline: Deadline) -> Plan:
    """Give a plan that a short search made of one, never worse."""
    share = deadline.share(PLAN_SHARE)
    found = solve(
        production,
        seconds=max(LEAST_PATIENCE_SECONDS, share.left),
        seed=SEED,
        start=plan.schedule,
        stop=share.is_over,
    )
    return plan_of(production, found.schedule)


def _refuse(
    production: Production,
    scenes: Sequence[str] | None,
    schedule: Schedule | None,
    seconds: float,
) -> None:
    known = {scene.id for scene in production.scenes}
    for one in scenes or ():
        if one not in known:
            raise UsageError(
                f"There is no scene {one}.\nMaybe give its id, or its number."
            )
    if not 0 < seconds <= 10**7:
        raise UsageError(f"{seconds} seconds is no time to search.\nMaybe give 10.")
    if schedule is None:
        return
    broken = check(production, schedule)
    if not is_valid(broken):
        first = next(one for one in broken if one.level == "blocks")
        raise UsageError(
            f"The schedule breaks a rule: {first.said}.\n"
            "Maybe mend it first, or leave it out: then a plan is made."
        )


def _priced(
    production: Production,
    plan: Plan,
    families: Sequence[Family],
    deadline: Deadline,
    tell: Tell,
) -> list[Conflict]:
    """Give proven conflicts with their ways out."""
    tell("looking for ways out")
    finding = deadline.share(WAYS_SHARE)
    ways = [
        ways_out(production, one, finding.share(1 / (len(families) - at)))
        for at, one in enumerate(families)
    ]
    tell("pricing the ways out")
    conflicts = []
    for at, (one, able) in enumerate(zip(families, ways, strict=True)):
        share = deadline.share(1 / (len(families) - at))
        outs = priced(production, plan, one, able, share, solve=_searched)
        conflicts.append(_conflict(production, one, outs))
    return conflicts


def _conflict(
    production: Production, family: Family, outs: tuple[WayOut, ...]
) -> Conflict:
    core = family.core
    return Conflict(
        scenes=core.scenes,
        likewise=tuple(family.likewise),
        facts=tuple(Fact(text=bind.text, path=bind.path) for bind in core.binds),
        proven=True,
        minimal=core.minimal,
        said=said_of(core.part, core.binds) + likewise_said(production, family),
        ways_out=outs,
    )


def _unproven(
    production: Production, plan: Plan, scenes: Sequence[str], deadline: Deadline
) -> list[Conflict]:
    """Say what stood against scenes that nothing is proven of."""
    if not scenes:
        return []
    patience = Deadline(max(LEAST_PATIENCE_SECONDS, deadline.left))
    board = replace(plan.schedule, boneyard=tuple(scenes))
    part = only(production, set(scenes) | standing_on(plan.schedule))
    reasons = reasons_for(problem_of(part), board, patience)
    names = {one.id: one for one in production.scenes}
    return [
        Conflict(
            scenes=(one,),
            facts=(),
            proven=False,
            minimal=False,
            said=f"Scene {names[one].number} ({names[one].heading}) was left out by "
            "the best plan; it is not proven that it has to be. "
            f"{reasons.get(one, '')}".strip(),
        )
        for one in scenes
    ]


def _searched(production: Production, start: Schedule, deadline: Deadline) -> Schedule:
    found = solve(
        production,
        seconds=max(0.5, deadline.left - ENDING_SECONDS),
        seed=SEED,
        start=start,
        workers=1,
        stop=deadline.is_over,
    )
    return found.schedule
