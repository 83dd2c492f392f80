"""``daybreak levers``: what would help a plan most."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked, day_of
from daybreak.cli.lever_progress import LeverProgress
from daybreak.cli.options import (
    Board,
    Color,
    Iterations,
    Json,
    Paper,
    Quiet,
    ScheduleOrBoard,
    Width,
)
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.report_command import moment_of_papers
from daybreak.cli.speech import out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.reports.lever_lines import lever_lines

if TYPE_CHECKING:
    from daybreak.office.asked import Asked
    from daybreak.office.levers import Levers
    from daybreak.office.paper_source import Source


def levers(
    shoot: Annotated[
        str,
        typer.Argument(
            metavar="SHOOT",
            help="A .daybreak document, or a production, a JSON file.",
        ),
    ],
    schedule: ScheduleOrBoard = "",
    board: Board = None,
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            metavar="DATE",
            help="The first date that may be planned; else the day of --as-of. What "
            "was shot before stays.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="KIND",
            help="Only this kind of fact, such as away or holiday; may be repeated.",
            show_default=False,
        ),
    ] = None,
    top: Annotated[
        int,
        typer.Option(min=1, max=1000, metavar="N", help="How many levers to measure."),
    ] = 10,
    tried: Annotated[
        int,
        typer.Option(
            min=1,
            max=10000,
            metavar="N",
            help="How many to try at all, most at stake first.",
        ),
    ] = 40,
    seconds: Annotated[
        float,
        typer.Option(
            min=0.1, max=86400, metavar="SECONDS", help="Time for each replan."
        ),
    ] = 10.0,
    iterations: Iterations = None,
    seed: Annotated[
        int, typer.Option(min=0, metavar="N", help="Where the seeds begin.")
    ] = 1,
    seeds: Annotated[
        int,
        typer.Option(
            min=1, max=50, metavar="N", help="Replans of each lever measured."
        ),
    ] = 3,
    workers: Annotated[
        int,
        typer.Option(min=1, max=64, metavar="N", help="Replans side by side."),
    ] = 2,
    bound: Annotated[
        bool | None,
        typer.Option(
            "--bound/--no-bound",
            help="Prove how much a lever can save at most; done where --iterations "
            "is not given.",
            show_default=False,
        ),
    ] = None,
    keep: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Where finished replans are kept, to go on with: a file; else the "
            "document; - for none.",
            show_default=False,
        ),
    ] = None,
    output: Paper = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    quiet: Quiet = False,
    color: Color = None,
    width: Width = None,
    json: Json = False,
) -> None:
    """Tell what would help a plan most, if one fact were a little different.

    Each fact that the plan comes near to - an absence, a window, a holiday, the length
    of a day - is relaxed by a stated amount and the rest planned anew, with several
    seeds, against the same without the change. Ctrl-C ends with what was measured.

    For example:
      daybreak levers shoot.daybreak --board blue
      daybreak levers production.json schedule.json --seconds 5 -o levers.pdf
      daybreak levers shoot.daybreak --only away --only holiday --top 5
      daybreak levers shoot.daybreak --as-of 2027-06-14
    """
    from daybreak.office import levers as office  # slow import: rules  # noqa: PLC0415

    _refuse_early(output, json)
    known = asked(as_of, at_least, entered_by)
    source = _open(shoot, schedule, board, known)
    if not quiet:
        say_all(source.remarks)
    progress = LeverProgress(source.shown.production.currency, quiet=quiet)
    with NotedInterrupt() as interrupt:
        how = office.How(
            seconds=seconds,
            iterations=iterations,
            seed=seed,
            seeds=seeds,
            workers=workers,
            top=top,
            tried=tried,
            kinds=tuple(only or ()),
            prove=bound,
            today=_today(today, known),
            kept=_kept(keep, shoot),
            progress=progress,
            stop=interrupt.asks,
        )
        try:
            found = office.levers(source, how)
        finally:
            progress.end()
    if output is not None:
        _write(found, output)
    if json:
        out_json(_data(found, how.today, interrupted=interrupt.seen))
        return
    paint(lever_lines(found.table, width=width_of_output(width)), color=color)
    if quiet:
        return
    if interrupt.seen:
        say("Stopped by Ctrl-C: this is what was measured by then.")
    say("Every plan was checked by every rule.")
    if output is not None:
        say(f"Written: {output}")


def _refuse_early(output: str | None, json: bool) -> None:
    """Refuse what could not be written, before the time is spent."""
    if output is None:
        return
    from daybreak.office import planning, reporting  # slow import  # noqa: PLC0415

    if output == "-":
        raise UsageError(
            "A paper of levers goes into a file.\n"
            "Maybe leave -o out: the terminal shows them."
        )
    form = reporting.format_of(output, None)
    if form in ("ics", "uss"):
        raise UsageError(
            f"{output}: levers are neither a calendar nor a schedule file.\n"
            "Maybe end it with .pdf, .html or .svg."
        )
    planning.refuse_unwritable(output)


def _open(shoot: str, schedule: str, board: str | None, known: Asked) -> Source:
    from daybreak.office import paper_source  # slow import: rules  # noqa: PLC0415

    made = moment_of_papers()
    if not schedule:
        return paper_source.from_document(shoot, board, known, made=made)
    if board is not None:
        raise UsageError(
            f"--board {board}: the schedule {schedule} is named, too.\n"
            "Maybe leave one of them out."
        )
    return paper_source.from_files(shoot, schedule, known, made=made)


def _today(text: str | None, known: Asked) -> date | None:
    return known.as_of if text is None else day_of("--today", text)


def _kept(keep: str | None, shoot: str) -> str:
    """Give where replans are kept; empty for nowhere."""
    from daybreak.office.asked import is_document  # slow import  # noqa: PLC0415

    if keep is None:
        return shoot if is_document(shoot) else ""
    return "" if keep == "-" else keep


def _write(found: Levers, output: str) -> None:
    from daybreak.model.files import write_bytes  # slow import  # noqa: PLC0415
    from daybreak.office import reporting  # slow import: rules  # noqa: PLC0415
    from daybreak.reports.formats.look import Look  # slow import  # noqa: PLC0415

    order = reporting.Order(paper=found.paper(), shown=found.source.shown, look=Look())
    write_bytes(reporting.content(order, reporting.format_of(output, None)), output)


def _data(found: Levers, today: date | None, *, interrupted: bool) -> dict[str, Any]:
    table = found.table
    return {
        "ok": True,
        "currency": table.currency,
        "board": table.board,
        "today": today,
        "cost": table.cost,
        "searched_on": table.settled,
        "boneyard": table.boneyard,
        "spread": table.spread,
        "bound": table.bound,
        "seeds": table.seeds,
        "work": table.work,
        "levers": [
            {**asdict(one), "interval": _interval(one.low, one.high)}
            for one in table.rows
        ],
        "screened": [asdict(one) for one in table.screened],
        "cannot_help": list(table.idle),
        "far": table.far,
        "untried": list(table.untried),
        "interrupted": interrupted,
        "rests_on": list(found.source.remarks),
    }


def _interval(low: int | None, high: int | None) -> list[int] | None:
    return None if low is None or high is None else [low, high]
