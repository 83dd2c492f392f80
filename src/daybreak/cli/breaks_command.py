"""``daybreak breaks``: day breaks by pages or hours, in a given order of strips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.check_command import violation_data
from daybreak.cli.doorkeeper import BROKEN, FINE
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked, repeated
from daybreak.cli.options import Json, Output, ProductionFile
from daybreak.cli.speech import out_json, say_all
from daybreak.model.eighths import parse_eighths
from daybreak.model.errors import UsageError
from daybreak.reports.phrases import count_of, show_money

if TYPE_CHECKING:
    from daybreak.office.opening import Opened

BoardFile = Annotated[
    str | None,
    typer.Argument(
        metavar="SCHEDULE",
        help="Whose order the strips keep, a JSON file; else that of the script.",
        show_default=False,
    ),
]
Pages = Annotated[
    str | None,
    typer.Option(
        metavar="PAGES",
        help="Most pages a day, such as 4 or 4 3/8.",
        show_default=False,
    ),
]
Hours = Annotated[
    float | None,
    typer.Option(
        min=0.1,
        max=24,
        metavar="HOURS",
        help="Most hours of work a day, moves included.",
        show_default=False,
    ),
]


def breaks(
    production: ProductionFile,
    schedule: BoardFile = None,
    pages: Pages = None,
    hours: Hours = None,
    output: Output = "-",
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    json: Json = False,
) -> None:
    """Set day breaks by pages or hours, and leave the strips in their order.

    Nothing is searched: a day ends where it is full, or where the base changes. What
    the board then breaks is told; daybreak plan finds one that breaks nothing. Exit
    code 1 where a rule that blocks is broken.

    For example:
      daybreak breaks production.json --pages 4 -o schedule.json
      daybreak breaks production.json board.json --hours 10 -o schedule.json
    """
    from daybreak.model.files import read_schedule, write  # slow import  # noqa: PLC0415
    from daybreak.model.writing import write_part  # slow import  # noqa: PLC0415
    from daybreak.office import day_breaks, opening  # slow import  # noqa: PLC0415

    measure = day_breaks.Measure(
        eighths=None if pages is None else _eighths(pages),
        minutes=None if hours is None else round(60 * hours),
    )
    found = opening.read_production(production, asked(as_of, at_least, entered_by))
    board = None if schedule is None else read_schedule(schedule)
    made = day_breaks.break_days(found.production, measure, board=board)
    opened = opening.open_documents(found.production, made)
    if output != "-" or not json:
        write(made, output)
    if json:
        data = _data(opened, output)
        out_json(data | ({"schedule": write_part(made)} if output == "-" else {}))
    else:
        say_all(found.rests_on)
        flags = repeated(as_of, at_least, entered_by)
        say_all(_told(opened, f"{production} {output}{flags}", output))
    raise typer.Exit(FINE if opened.valid else BROKEN)


def _eighths(text: str) -> int:
    try:
        return parse_eighths(text)
    except ValueError as error:
        raise UsageError(f"--pages {text}: is no length.\nMaybe 4 or 4 3/8.") from error


def _data(opened: Opened, output: str) -> dict[str, Any]:
    return {
        "ok": True,
        "valid": opened.valid,
        "output": output,
        "cost": dict(opened.costs.lines),
        "days": len(opened.schedule.days),
        "boneyard": list(opened.schedule.boneyard),
        "violations": [violation_data(one) for one in opened.violations],
    }


def _told(opened: Opened, both: str, output: str) -> Iterator[str]:
    made, found = opened.schedule, len(opened.violations)
    total = show_money(opened.costs.lines["total"], opened.production.currency)
    left = count_of(len(made.boneyard), "strip")
    yield (
        f"{opened.production.title}: {count_of(len(made.days), 'day')}, {total}"
        + (f", {left} in the boneyard" if made.boneyard else "")
    )
    yield count_of(found, "violation") if found else "It breaks no rule."
    if output != "-":
        verb = "check" if found else "show"
        yield f"Written to {output}. Next: daybreak {verb} {both}"
