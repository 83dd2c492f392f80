"""``daybreak plan``: a production to a valid, costed schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.doorkeeper import BROKEN, FINE
from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked, repeated
from daybreak.cli.options import (
    Iterations,
    Json,
    Output,
    ProductionFile,
    Quiet,
    Seconds,
    Seed,
)
from daybreak.cli.progress import ProgressLine
from daybreak.cli.speech import out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.model.files import read_schedule, write
from daybreak.model.writing import write_part
from daybreak.reports.cost_table import gap_of, percent
from daybreak.reports.phrases import count_of, show_money, show_range

if TYPE_CHECKING:
    from daybreak.office.planning import Planned

BONEYARD_SHOWN = 20

From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SCHEDULE",
        help="A schedule to begin from; the result is never worse.",
        show_default=False,
    ),
]

Bound = Annotated[
    bool | None,
    typer.Option(
        "--bound/--no-bound",
        help="Prove beside the search how little any schedule could cost; done "
        "where --iterations is not given.",
        show_default=False,
    ),
]


def plan(
    production: ProductionFile,
    output: Output = "-",
    seconds: Seconds = 20.0,
    seed: Seed = 1,
    iterations: Iterations = None,
    from_: From = None,
    bound: Bound = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Find a valid schedule of least cost in the time given.

    Strips that fit nowhere go to the boneyard, each with its reason. Ctrl-C ends the
    search early with the best so far. A document is planned on what is known, or was
    known on a day; what is only expected, rumored or disputed is said.

    For example:
      daybreak plan production.json -o schedule.json --seconds 60
      daybreak plan production.json -o schedule.json --iterations 200000 --seed 7
      daybreak plan shoot.daybreak --as-of 2020-07-07 -o schedule.json
      daybreak import script.fountain | daybreak plan - -o schedule.json
    """
    from daybreak.office import (  # slow import: engines  # noqa: PLC0415
        opening,
        planning,
    )

    if production == "-" and from_ == "-":
        raise UsageError(
            "Both documents are to come from standard input.\n"
            "Maybe name a file for one of them."
        )
    planning.refuse_unwritable(output)
    known = opening.read_production(production, asked(as_of, at_least, entered_by))
    made = known.production
    if not quiet:
        say_all(known.rests_on)
    line = ProgressLine(made.currency, quiet=quiet)
    with NotedInterrupt() as interrupt:
        try:
            planned = planning.plan(
                made,
                seconds=seconds,
                iterations=iterations,
                seed=seed,
                start=read_schedule(from_) if from_ is not None else None,
                progress=line,
                stop=interrupt.asks,
                prove=bound,
            )
        finally:
            line.end()
    if not (json and output == "-"):
        write(planned.opened.schedule, output)
    if json:
        data = _data(planned, output, interrupted=interrupt.seen)
        out_json(data | {"rests_on": list(known.rests_on)})
    if not quiet:
        _tell(planned, interrupted=interrupt.seen)
        flags = repeated(as_of, at_least, entered_by)
        _tell_next(planned, production, output, flags)
    raise typer.Exit(BROKEN if planned.result.status == "infeasible" else FINE)


def _tell(planned: Planned, *, interrupted: bool) -> None:
    opened, result = planned.opened, planned.result
    schedule = opened.schedule
    days = schedule.in_order()
    if interrupted:
        say("Stopped by Ctrl-C: this is the best so far.")
    standing = len({strip for day in days for strip in day.strips})
    dates = f", {show_range(days[0].date, days[-1].date)}" if days else ""
    say(
        f"{opened.production.title}: {standing} of "
        f"{count_of(len(opened.production.scenes), 'scene')} on "
        f"{count_of(len(days), 'day')}{dates}"
    )
    money = show_money(opened.costs.lines["total"], opened.production.currency)
    say(f"Cost {money}, valid: every rule was checked")
    _tell_bound(planned)
    say(f"{result.iterations:,} moves in {result.seconds:.1f} s, seed {result.seed}")
    for note in result.notes:
        say(note)
    _tell_boneyard(planned)


def _tell_bound(planned: Planned) -> None:
    """Say what is proven of the cost; nothing where nothing is."""
    schedule, currency = planned.opened.schedule, planned.opened.production.currency
    if schedule.bound is None:
        return
    least = show_money(schedule.bound, currency)
    gap = gap_of(planned.opened.costs.lines["total"], schedule.bound)
    if schedule.status == "optimal":
        say("Proven the cheapest: no valid schedule costs less.")
    else:
        left_out = " that leaves as many out" if schedule.boneyard else ""
        say(
            f"Proven: no valid schedule{left_out} costs less than {least}, so at most "
            f"{percent(gap or 0)} could be saved"
        )


def _tell_boneyard(planned: Planned) -> None:
    boneyard = planned.opened.schedule.boneyard
    if not boneyard:
        say("The boneyard is empty.")
        return
    scenes = {scene.id: scene for scene in planned.opened.production.scenes}
    say(f"{count_of(len(boneyard), 'strip')} in the boneyard:")
    for one in boneyard[:BONEYARD_SHOWN]:
        scene, reason = scenes[one], planned.opened.reasons.get(one, "")
        say(f"  - {scene.number} {scene.heading}: {reason}")
    if len(boneyard) > BONEYARD_SHOWN:
        say(f"  and {len(boneyard) - BONEYARD_SHOWN} more")


def _tell_next(planned: Planned, production: str, output: str, flags: str) -> None:
    both = f"{production} {output}{flags}"
    if output != "-" and production != "-":
        if planned.opened.schedule.boneyard:
            say(f"What would let them be shot: daybreak why {both}")
        say(f"Written to {output}. Next: daybreak show {both}")


def _data(planned: Planned, output: str, *, interrupted: bool) -> dict[str, Any]:
    result, opened = planned.result, planned.opened
    schedule = opened.schedule
    data: dict[str, Any] = {
        "ok": True,
        "valid": opened.valid,
        "output": output,
        "status": result.status,
        "cost": dict(opened.costs.lines),
        "bound": schedule.bound,
        "gap": gap_of(opened.costs.lines["total"], schedule.bound),
        "days": len(schedule.days),
        "boneyard": [
            {"scene": one, "reason": opened.reasons.get(one, "")}
            for one in schedule.boneyard
        ],
        "interrupted": interrupted,
        "seed": result.seed,
        "iterations": result.iterations,
        "seconds": round(float(result.seconds), 3),
        "version": result.version,
        "notes": list(result.notes),
    }
    if output == "-":
        data["schedule"] = write_part(schedule)
    return data
