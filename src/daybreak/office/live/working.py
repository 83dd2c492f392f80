"""The work itself: each function takes a wish to what a page is shown of its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from daybreak.checking import check, is_valid
from daybreak.model.errors import UsageError
from daybreak.model.files import production_hash
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.shot import Shot
from daybreak.office import explaining, planning, replanning
from daybreak.office.live import changing, keeping
from daybreak.office.live import happening as happenings
from daybreak.office.live.asking import Wish
from daybreak.office.live.changing import Places
from daybreak.office.live.keeping import Keep
from daybreak.office.live.ops import SetFact
from daybreak.office.live.proposals import Proposal, proposal, proposal_view
from daybreak.office.live.session import BoardNow, LiveShoot
from daybreak.office.live.tables import table_view
from daybreak.office.live.view import arranged_schedule, standing_view
from daybreak.reports.phrases import with_dates
from daybreak.store.building import build
from daybreak.store.known import Known

if TYPE_CHECKING:
    from daybreak.office.side_by_side import How
    from daybreak.solving import Conflict, Progress, WayOut

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a wish.

    Parameters
    ----------
    told
        What a page is shown.
    proposals
        Boards that can be taken, in the order of ``told``.
    base
        The board from which they were made.
    facts
        What happened, to be entered with the board that is taken.
    has_rests
        Whether the production gets a scene for what is left of an unfinished one.
    shot
        What was shot, where that is another than the board says.
    """

    told: Json
    proposals: tuple[Proposal, ...] = ()
    base: BoardNow | None = None
    facts: tuple[SetFact, ...] = ()
    has_rests: bool = False
    shot: Shot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a worker has at hand.

    Parameters
    ----------
    tell
        Called with how a search stands.
    step
        Called with a few words at each step of what has no figures.
    stop
        True once the work is to end with the best so far.
    """

    shoot: LiveShoot
    tell: Callable[[Progress], None]
    step: Callable[[str], None]
    stop: Callable[[], bool]
    by: str


def worked(wish: Wish, desk: Desk) -> Answer:
    """Do what a wish asks for.

    Raises
    ------
    DaybreakError
        When it cannot be, or an engine failed.
    """
    return _WORK[wish.kind](wish, desk)


# --- plan ---------------------------------------------------------------------------


def _plan(wish: Wish, desk: Desk) -> Answer:
    """Plan a whole board, or a selection of its strips."""
    now = desk.shoot.board(wish.board)
    production = now.production
    before = _schedule(production, now)
    keep = _keep(now, before, wish.strips)
    planned = planning.plan(
        keeping.production_keeping(production, before, keep),
        seconds=wish.seconds,
        start=_start(before, keep),
        progress=desk.tell,
        stop=desk.stop,
    )
    result = planned.result
    made = _own(production, planned.opened.schedule, before, keep)
    one = proposal(
        production,
        before,
        made,
        bound=result.bound if keep.is_empty or not _strayed(planned, keep) else None,
        reasons=dict(result.reasons),
    )
    return Answer(
        told={
            "proposals": [proposal_view(one)],
            "notes": list(result.notes),
            "kept": len(keep.strips) + len(keep.days),
            "is_best": result.status == "optimal",
        },
        proposals=(one,),
        base=now,
    )


def _schedule(production: Production, now: BoardNow) -> Schedule:
    view = standing_view(replace(now, production=production))
    return arranged_schedule(production, view)


def _keep(now: BoardNow, before: Schedule, chosen: Sequence[str]) -> Keep:
    """Give what stays: what is locked, and whatever is not among those chosen."""
    strips = set(now.arranged.locked_strips)
    apart: frozenset[str] = frozenset()
    placed = {one for day in before.days for one in day.strips}
    if chosen:
        unknown = {*chosen} - placed - {*before.boneyard}
        if unknown:
            raise UsageError(
                f"There is no strip {sorted(unknown)[0]} on this board any more.\n"
                "Maybe select anew."
            )
        strips |= placed - {*chosen}
        apart = frozenset(one for one in before.boneyard if one not in chosen)
    return Keep(
        strips=frozenset(strips & placed),
        days=now.arranged.locked_days,
        apart=apart,
    )


def _start(before: Schedule, keep: Keep) -> Schedule:
    """Give the board to begin from, without the strips that the planner is not told."""
    left = tuple(one for one in before.boneyard if one not in keep.apart)
    return Schedule(days=before.days, boneyard=left)


def _strayed(planned: planning.Planned, keep: Keep) -> bool:
    """Tell whether a strip that is to stay could not: then a bound says nothing."""
    return any(one in keep.strips for one in planned.opened.schedule.boneyard)


def _own(
    production: Production, plan: Schedule, before: Schedule, keep: Keep
) -> Schedule:
    """Give a plan as one of the production itself."""
    made = plan if keep.is_empty else keeping.laid_back(plan, before, keep)
    return replace(made, production=production_hash(production))


# --- replan -------------------------------------------------------------------------


def _replan(wish: Wish, desk: Desk) -> Answer:
    """Plan from a day on, with what happened."""
    shoot, today = desk.shoot, wish.today
    assert today is not None
    now = shoot.board(wish.board)
    production, facts = with_happening(shoot, now.production, wish, desk.by)
    before = _schedule(production, now)
    shot = None
    if wish.happening is not None:
        shot = happenings.shot_of(wish.happening, production, before, today)
    keep = _keep_from(now, before, today)
    found = replanning.replan(
        keeping.production_keeping(production, before, keep),
        before,
        today=today,
        shot=shot,
        change_cost=None if wish.alternatives > 1 else 0,
        alternatives=wish.alternatives,
        seconds=wish.seconds,
        progress=desk.tell,
        stop=desk.stop,
    )
    rests = dict(found.replanned.rest_of)
    whole = production
    if rests:
        whole = replanning.with_rests(production, before, today, shot)
    made = tuple(
        proposal(
            whole,
            _with_rests(before, rests),
            _own(whole, way.opened.schedule, before, keep),
            reasons=dict(way.alternative.reasons),
            is_fewest=bool(way.alternative.is_fewest) and keep.is_empty,
            today=today,
        )
        for way in found.ways
    )
    return Answer(
        told={
            "proposals": [proposal_view(one) for one in made],
            "notes": list(found.replanned.notes),
            "kept": len(keep.strips) + len(keep.days),
            "rests": [{"scene": a, "part_of": b} for a, b in rests.items()],
            "facts": [_fact_view(one) for one in facts],
            "broken_before": _broken(now.production, _schedule(now.production, now)),
            "broken_now": _broken(production, before),
            "is_best": False,
        },
        proposals=made,
        base=now,
        facts=facts,
        has_rests=bool(rests),
        shot=shot,
    )


def with_happening(
    shoot: LiveShoot, production: Production, wish: Wish, by: str
) -> tuple[Production, tuple[SetFact, ...]]:
    """Give the production with what happened, and the facts that say so."""
    if wish.happening is None:
        return production, ()
    state = shoot.document.own_state()
    facts = happenings.facts_of(wish.happening, production, Known(state))
    if not facts:
        return production, ()
    happenings.entries_of(facts, state, by=by, at=shoot.now(), head=shoot.head)
    return happenings.production_of(state), tuple(facts)


def _fact_view(one: SetFact) -> Json:
    return {"path": one.path, "value": one.value, "removes": one.removes}


def _broken(production: Production, schedule: Schedule) -> list[str]:
    found = check(production, schedule)
    return [with_dates(one.said) for one in found if one.level == "blocks"]


def _with_rests(before: Schedule, rests: Mapping[str, str]) -> Schedule:
    """Give a board on which rests of scenes lie in the boneyard."""
    return replace(before, boneyard=(*before.boneyard, *rests)) if rests else before


def _keep_from(now: BoardNow, before: Schedule, today: date) -> Keep:
    """Give what is locked from a day on; what was shot before stays anyway."""
    ahead = {one for day in before.days if day.date >= today for one in day.strips}
    return Keep(
        strips=frozenset(now.arranged.locked_strips & ahead),
        days=frozenset(
            (unit, day)
            for unit, day in now.arranged.locked_days
            if date.fromisoformat(day) >= today
        ),
    )


# --- why ----------------------------------------------------------------------------


def _why(wish: Wish, desk: Desk) -> Answer:
    """Tell why strips have no day, each fact with the path where it is entered."""
    now = desk.shoot.board(wish.board)
    production = now.production
    board = _schedule(production, now)
    valid = is_valid(check(production, board))
    found = explaining.why(
        production,
        board if valid else None,
        scenes=wish.strips,
        seconds=wish.seconds,
        progress=desk.step,
        stop=desk.stop,
    )
    places = build(Known(desk.shoot.document.own_state())).places
    numbers = {one.id: one.number for one in production.scenes}
    return Answer(
        told={
            "placed": [numbers[one] for one in found.placed],
            "conflicts": [
                _conflict(one, production, places) for one in found.conflicts
            ],
            "cost": found.cost,
            "made_a_plan": not valid,
        }
    )


def _conflict(conflict: Conflict, production: Production, places: Places) -> Json:
    return {
        "scenes": list(conflict.scenes),
        "likewise": list(conflict.likewise),
        "said": with_dates(conflict.said),
        "proven": conflict.proven,
        "minimal": conflict.minimal,
        "facts": [
            {"text": with_dates(one.text), "path": changing.fact_path(one.path, places)}
            for one in conflict.facts
        ],
        "ways_out": [_way_out(one, production, places) for one in conflict.ways_out],
    }


def _way_out(way: WayOut, production: Production, places: Places) -> Json:
    path, becomes = way.change.path, way.change.becomes
    facts = changing.facts_of_change(path, becomes, production, places)
    return {
        "text": with_dates(way.text),
        "path": changing.fact_path(path, places),
        "facts": [_fact_view(one) for one in facts],
        "cost": way.cost,
        "boneyard": way.boneyard,
        "verified": way.verified,
    }


# --- scenarios ----------------------------------------------------------------------


def _scenarios(wish: Wish, desk: Desk) -> Answer:
    from daybreak.office import (  # slow import: engines  # noqa: PLC0415
        scenarios,
        side_by_side,
    )

    path = desk.shoot.document.path
    cases = scenarios.cases(path, wish.names, start=wish.board)
    made = side_by_side.plan_all(cases.given, _how(wish, desk))
    return Answer(told=table_view(side_by_side.table(made, cases)))


def _ways(wish: Wish, desk: Desk) -> Answer:
    from daybreak.office import (  # slow import: engines  # noqa: PLC0415
        scenarios,
        ways,
    )

    path = desk.shoot.document.path
    case = scenarios.one_case(path, next(iter(wish.names), ""), start=wish.board)
    return Answer(told=table_view(ways.plan_ways(case, _how(wish, desk)).table()))


def _how(wish: Wish, desk: Desk) -> How:
    from daybreak.office import (  # slow import: engines  # noqa: PLC0415
        side_by_side,
    )

    def progress(name: str, stands: Progress) -> None:
        desk.step(name)
        desk.tell(stands)

    return side_by_side.How(seconds=wish.seconds, progress=progress, stop=desk.stop)


_WORK: dict[str, Callable[[Wish, Desk], Answer]] = {
    "plan": _plan,
    "replan": _replan,
    "why": _why,
    "scenarios": _scenarios,
    "ways": _ways,
}
