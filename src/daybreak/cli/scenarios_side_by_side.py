"""Scenarios side by side: what was asked of the command, planned and shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from daybreak.cli.document_options import moment, person
from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.progress import ProgressLine
from daybreak.cli.speech import out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.office.asked import Asked
from daybreak.reports.scenario_lines import scenario_lines

if TYPE_CHECKING:
    from daybreak.model.schedule import Schedule
    from daybreak.office.scenarios import Case
    from daybreak.office.side_by_side import How
    from daybreak.reports.scenario_rows import ScenarioRow, ScenarioTable
    from daybreak.solving import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked of the scenarios."""

    shoot: str
    names: tuple[str, ...]
    removals: tuple[str, ...]
    note: str
    replaces: bool
    by: str | None
    start: str
    keep: bool
    known: Asked
    seconds: float
    iterations: int | None
    seed: int
    workers: int | None
    bound: bool | None
    quiet: bool
    color: bool | None
    width: int | None
    json: bool


def plan_scenarios(wish: Wish) -> None:
    """Plan the document as it is and its scenarios."""
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415

    # slow import: engines
    from daybreak.office import side_by_side as plans  # noqa: PLC0415

    cases = office.cases(wish.shoot, wish.names, wish.known, start=wish.start)
    names = [one.name for one in cases.given]

    def planned(how: How) -> tuple[ScenarioTable, list[tuple[str, Schedule]]]:
        made = plans.plan_all(cases.given, how)
        boards = [(one.case.name, one.opened.schedule) for one in made]
        return plans.table(made, cases), boards

    _side_by_side(wish, cases.given[0], names, planned)


def plan_ways(wish: Wish) -> None:
    """Plan the pictures together, one after the other, each on its own."""
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415
    from daybreak.office import ways  # slow import: engines  # noqa: PLC0415

    if len(wish.names) > 1:
        raise UsageError(
            "ways takes one scenario at most.\n"
            f"Maybe write: daybreak scenarios {wish.shoot} ways {wish.names[0]}."
        )
    # without a name only the document as it is: scenarios that cannot be on the day
    # asked about are of no concern
    case = office.one_case(
        wish.shoot, wish.names[0] if wish.names else "", wish.known, start=wish.start
    )
    names = ways.board_names(case.production)

    def planned(how: How) -> tuple[ScenarioTable, list[tuple[str, Schedule]]]:
        found = ways.plan_ways(case, how)
        return found.table(), list(found.boards())

    _side_by_side(wish, case, names, planned)


_Planner = Callable[["How"], "tuple[ScenarioTable, list[tuple[str, Schedule]]]"]


def _side_by_side(
    wish: Wish, first: Case, names: Sequence[str], planner: _Planner
) -> None:
    """Plan, show, and keep where asked; Ctrl-C ends with what there is by then."""
    # slow import: engines
    from daybreak.office import side_by_side as plans  # noqa: PLC0415

    if wish.keep:
        plans.refuse_taken(wish.shoot, names, replaces=wish.replaces)
    if not wish.quiet:
        say_all(first.rests_on)
    live = ProgressLine(first.production.currency, quiet=wish.quiet)

    def told(name: str, progress: Progress) -> None:
        live.turn_to(name)
        live(progress)

    with NotedInterrupt() as interrupt:
        how = plans.How(
            seconds=wish.seconds,
            iterations=wish.iterations,
            seed=wish.seed,
            workers=wish.workers,
            prove=wish.bound,
            progress=told,
            stop=interrupt.asks,
        )
        try:
            table, boards = planner(how)
        finally:
            live.end()
    kept: tuple[str, ...] = ()
    if wish.keep:
        at, by = moment(), person(wish.by)
        plans.keep(wish.shoot, boards, by=by, at=at, replaces=wish.replaces)
        kept = tuple(name for name, _ in boards)
    if wish.json:
        out_json(_data(table, interrupted=interrupt.seen, kept=kept, first=first))
        return
    paint(
        scenario_lines(table, width=width_of_output(wish.width)),
        color=wish.color,
    )
    if wish.quiet:
        return
    if interrupt.seen:
        say("Stopped by Ctrl-C: these are the best so far.")
    say("Every plan was checked by every rule.")
    if kept:
        say(f"Kept as boards: {', '.join(kept)}.")


def _data(
    table: ScenarioTable, *, interrupted: bool, kept: tuple[str, ...], first: Case
) -> dict[str, Any]:
    return {
        "ok": True,
        "currency": table.currency,
        "rows": [_row(one) for one in table.rows],
        "unplanned": list(table.unplanned),
        "impossible": [{"name": a, "why": b} for a, b in table.impossible],
        "kept": list(kept),
        "interrupted": interrupted,
        "rests_on": list(first.rests_on),
    }


def _row(row: ScenarioRow) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": row.name,
        "note": row.note,
        "what_ifs": list(row.what_ifs),
        "cost": row.costs,
        "difference": row.difference,
        "bound": row.bound,
        "gap": row.gap,
        "days": row.days,
        "boneyard": row.boneyard,
        "pictures": [
            {**asdict(end), "days_late": end.days_late} for end in row.pictures
        ],
        "taken_from": row.taken_from,
        "notes": list(row.notes),
    }
    if row.parts:
        data["parts"] = [_row(one) for one in row.parts]
    if row.clashes is not None:
        data["clashes"] = [
            {
                "rule": one.rule,
                "said": one.said,
                "date": one.where.date,
                "person": one.where.person,
                "element": one.where.element,
            }
            for one in row.clashes
        ]
    return data
