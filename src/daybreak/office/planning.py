"""Plan a production: solve, and let nothing out that the rule book refuses."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from daybreak.model.errors import SolverError, UsageError
from daybreak.model.files import read, read_schedule
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.opening import REASONS, Opened, Path, open_documents

if TYPE_CHECKING:
    from daybreak.solving import Progress, Result

FAULTS_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A schedule that passed the rule book, and the engine's result behind it."""

    opened: Opened
    result: Result


def plan_file(production: Path, *, start: Path | None = None, **how: Any) -> Planned:
    """Plan the production in a file; `plan` says how.

    Parameters
    ----------
    start
        A schedule to begin from, where there is one.
    """
    made = read(production)
    return plan(made, start=read_schedule(start) if start else None, **how)


def plan(
    production: Production,
    *,
    seconds: float = 20.0,
    iterations: int | None = None,
    seed: int = 1,
    start: Schedule | None = None,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    prove: bool | None = None,
    workers: int | None = None,
) -> Planned:
    """Give a valid, costed schedule of a production.

    Parameters
    ----------
    seconds
        Time to search; ``iterations``, where given, counts moves instead.
    seed
        The same seed and iterations give the same schedule.
    start
        A schedule to begin from.
    progress
        Called with each improvement.
    stop
        Asked often; true ends the search with the best so far.
    prove
        Whether to prove a lower bound beside the search; else where time is given.
    workers
        Processes that search side by side; as many as usual where left out.

    Raises
    ------
    SolverError
        When the engine fails, or gives a schedule that breaks a rule.
    """
    from daybreak.solving import solve  # slow import: numba  # noqa: PLC0415
    from daybreak.solving.solve import WORKERS  # slow import  # noqa: PLC0415

    result = solve(
        production,
        seconds=seconds,
        iterations=iterations,
        seed=seed,
        start=start,
        progress=progress,
        stop=stop,
        prove=prove,
        workers=workers or WORKERS,
    )
    schedule = with_reasons(result.schedule, dict(result.reasons))
    return Planned(opened=passed(production, schedule), result=result)


def refuse_unwritable(path: Path) -> None:
    """Refuse a file that cannot be written, before the time for a search is spent.

    Raises
    ------
    UsageError
        When its folder is not there or closed, or it is a folder itself.
    """
    name = os.fspath(path)
    if name == "-":
        return
    folder = os.path.dirname(name) or "."
    if not os.path.isdir(folder):
        reason = f"there is no folder {folder}"
    elif os.path.isdir(name):
        reason = "it is a folder"
    elif not os.access(folder, os.W_OK):
        reason = f"the folder {folder} is closed to you"
    else:
        return
    raise UsageError(f"{name} cannot be written: {reason}.\nMaybe name another file.")


def passed(production: Production, schedule: Schedule) -> Opened:
    """Give a schedule only where the rule book finds it valid and its costs right.

    Raises
    ------
    SolverError
        Saying what it breaks, or which cost is wrong.
    """
    opened = open_documents(production, schedule)
    if not opened.valid:
        blocking = [one for one in opened.violations if one.level == "blocks"]
        told = "; ".join(one.said for one in blocking[:FAULTS_TOLD])
        raise SolverError(
            f"The engine gave a schedule that breaks {len(blocking)} rules, which is "
            f"a fault of Daybreak; nothing was written. It said: {told}"
        )
    counted = opened.costs.lines
    if dict(schedule.cost) != dict(counted):
        raise SolverError(
            f"The engine says the schedule costs {schedule.cost.get('total')}, the "
            f"rule book counts {counted['total']}, which is a fault of Daybreak; "
            "nothing was written."
        )
    return opened


def with_reasons(schedule: Schedule, reasons: dict[str, str]) -> Schedule:
    """Give a schedule that carries why its boneyard strips stand there."""
    kept = {one: reasons[one] for one in schedule.boneyard if one in reasons}
    rest = {key: value for key, value in schedule.extra.items() if key != REASONS}
    return replace(schedule, extra={**rest, REASONS: kept} if kept else rest)


def warm_up() -> None:
    """Compile what planning needs, so that the next plan begins at once."""
    # slow import: numba
    from daybreak.solving import warm_up as compile_kernels  # noqa: PLC0415

    compile_kernels(sequences=True)
