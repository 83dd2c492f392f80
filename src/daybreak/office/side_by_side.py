"""Plans side by side: each case with the same work and the same seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from daybreak.checking import costed
from daybreak.model.errors import UsageError
from daybreak.model.schedule import Schedule
from daybreak.office import planning
from daybreak.office.documents import PathLike
from daybreak.office.opening import Opened, open_documents
from daybreak.office.scenarios import Case, Cases
from daybreak.reports.scenario_rows import (
    ScenarioRow,
    ScenarioTable,
    row_of_plan,
    with_differences,
)
from daybreak.store import boards as store_boards
from daybreak.store.entry import Entry
from daybreak.store.files import open_document
from daybreak.store.own_paths import BOARD, checked_name

if TYPE_CHECKING:
    from daybreak.solving import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How much work each plan may be; the same for all.

    Parameters
    ----------
    seconds
        Time for each case.
    iterations
        Moves to try in place of a time, so that plans repeat.
    seed
        The same for each case.
    workers
        Processes that search side by side; as usual for None.
    prove
        Whether to prove what the least cost is; else where a time is given.
    progress
        Called with the name of the case and each improvement.
    stop
        Asked often; true ends everything with what there is by then.
    """

    seconds: float = 20.0
    iterations: int | None = None
    seed: int = 1
    workers: int | None = None
    prove: bool | None = None
    progress: Callable[[str, Progress], None] | None = field(
        default=None, compare=False
    )
    stop: Callable[[], bool] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePlan:
    """A case with its plan, which passed the rule book.

    Parameters
    ----------
    bound
        A proven least cost of its plans; None where none was proven.
    taken_from
        The case whose plan it is, where that was found to be better here than what
        its own search gave; else empty.
    """

    case: Case
    opened: Opened
    bound: int | None
    taken_from: str = ""
    notes: tuple[str, ...] = ()


def plan_all(given: Sequence[Case], how: How) -> tuple[CasePlan, ...]:
    """Plan cases one after the other, each with the same seed and the same work.

    A stop ends the search of the case at hand with its best so far; the cases that
    come after are left out.

    Raises
    ------
    SolverError
        When an engine fails, or gives a schedule that breaks a rule.
    """
    return shared(tuple(_planned(given, how)))


def _planned(given: Sequence[Case], how: How) -> Iterator[CasePlan]:
    for one in given:
        if how.stop is not None and how.stop():
            return
        yield plan_case(one, how)


def plan_case(case: Case, how: How, *, share: float = 1.0) -> CasePlan:
    """Plan one case.

    Parameters
    ----------
    share
        Its part of the work.
    """
    told = how.progress
    moves = None if how.iterations is None else max(1, int(how.iterations * share))
    planned = planning.plan(
        case.production,
        seconds=how.seconds * share,
        iterations=moves,
        seed=how.seed,
        start=case.start,
        progress=None if told is None else lambda one: told(case.name, one),
        stop=how.stop,
        prove=how.prove,
        workers=how.workers,
    )
    bound = planned.opened.schedule.bound
    notes = planned.result.notes
    return CasePlan(case=case, opened=planned.opened, bound=bound, notes=notes)


def shared(
    plans: Sequence[CasePlan], lent: Sequence[CasePlan] = ()
) -> tuple[CasePlan, ...]:
    """Give plans of which none is worse than one of the others would be there.

    A search ends before it has seen everything. So each plan is tried in every other
    case, too: where the rule book passes it and it is better there, it is taken over,
    and told. A what-if that only opens a door never costs more by mere chance.

    Parameters
    ----------
    lent
        Plans of other cases to try as well; they need not be valid in their own.
    """
    return tuple(_best_here(one, (*plans, *lent)) for one in plans)


def _best_here(own: CasePlan, plans: Sequence[CasePlan]) -> CasePlan:
    best = own
    for other in plans:
        found = None if other is own else _moved_over(other, own)
        if found is not None and _worth(found) < _worth(best):
            best = found
    return best


def _worth(plan: CasePlan) -> tuple[int, int]:
    return len(plan.opened.schedule.boneyard), plan.opened.costs.total


def _moved_over(other: CasePlan, own: CasePlan) -> CasePlan | None:
    """Give the plan of another case as one of this case; None where it is none."""
    production = own.case.production
    fit = store_boards.fitted(other.opened.schedule, production)
    there = {*fit.schedule.boneyard}
    there |= {strip for day in fit.schedule.days for strip in day.strips}
    new = [one.id for one in production.scenes if one.id not in there]
    laid = replace(
        fit.schedule, boneyard=(*fit.schedule.boneyard, *new), bound=None, extra={}
    )
    opened = open_documents(production, costed(production, laid))
    if not opened.valid:
        return None
    bound, cost = own.bound, opened.costs.total
    # what was proven of plans that leave out more says nothing of this one
    as_many = len(laid.boneyard) == len(own.opened.schedule.boneyard)
    kept = bound if as_many and bound is not None and bound <= cost else None
    is_best = kept == cost and not laid.boneyard
    schedule = replace(
        opened.schedule, bound=kept, status="optimal" if is_best else "feasible"
    )
    return CasePlan(
        case=own.case,
        opened=replace(opened, schedule=schedule),
        bound=kept,
        taken_from=other.taken_from or other.case.name,
        notes=own.notes,
    )


# --- told and kept ----------------------------------------------------------------


def table(plans: Sequence[CasePlan], asked: Cases) -> ScenarioTable:
    """Give the rows of plans side by side; cases without a plan are named."""
    planned, given = {one.case.name for one in plans}, asked.given
    return ScenarioTable(
        title=given[0].production.title,
        currency=given[0].production.currency,
        rows=with_differences([row_of(one) for one in plans]),
        unplanned=tuple(one.name for one in given if one.name not in planned),
        impossible=asked.impossible,
    )


def row_of(plan: CasePlan) -> ScenarioRow:
    """Give the row of a plan."""
    opened = plan.opened
    row = row_of_plan(plan.case.name, opened.production, opened.schedule, opened.costs)
    return replace(
        row,
        note=plan.case.note,
        what_ifs=plan.case.what_ifs,
        taken_from=plan.taken_from,
        notes=plan.notes,
    )


def refuse_taken(path: PathLike, names: Sequence[str], *, replaces: bool) -> None:
    """Refuse to keep plans under names that are taken, before the time is spent.

    Raises
    ------
    UsageError
        When there is a board of such a name already, or one that none can have.
    """
    for one in names:
        checked_name(one, BOARD)
    with open_document(path, write=False) as document:
        taken = [one for one in names if one in store_boards.boards(document.entries())]
    if taken and not replaces:
        raise UsageError(
            f"There is a board {', '.join(taken)} already; nothing was planned.\n"
            "Maybe replace it with --replace, or leave --keep out."
        )


def keep(
    path: PathLike,
    schedules: Sequence[tuple[str, Schedule]],
    *,
    by: str,
    at: datetime,
    replaces: bool = False,
) -> tuple[Entry, ...]:
    """Keep schedules as boards, by name, in one wish that one undo takes back.

    Raises
    ------
    UsageError
        When a name is taken, or the document cannot be written.
    """
    with open_document(path, by=by) as document:
        entries = document.entries()
        batch = f"scenarios {len(entries) + 1}"
        made = [
            replace(
                store_boards.saved(
                    entries,
                    name,
                    schedule,
                    by=by,
                    at=at,
                    note="of daybreak scenarios",
                    replaces=replaces,
                ),
                batch=batch,
            )
            for name, schedule in schedules
        ]
        return document.append(made, after=len(entries))
