"""``daybreak show``: the stripboard, and the day-out-of-days."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from daybreak.cli.doorkeeper import BROKEN, FINE
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked
from daybreak.cli.options import (
    Color,
    Colors,
    Json,
    ProductionFile,
    ScheduleFile,
    Width,
)
from daybreak.cli.painting import has_color, paint, width_of_output
from daybreak.cli.speech import out_json, say, say_all
from daybreak.reports.board_lines import board_lines
from daybreak.reports.day_out_of_days_lines import day_out_of_days_lines

Dood = Annotated[
    bool, typer.Option("--dood", help="Show the day-out-of-days instead of the board.")
]


def show(
    production: ProductionFile,
    schedule: ScheduleFile,
    dood: Dood = False,
    color: Color = None,
    colors: Colors = "classic",
    width: Width = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    json: Json = False,
) -> None:
    """Show the stripboard of a schedule, or its day-out-of-days.

    Exit code 1 where the schedule breaks a rule; the board marks where.

    For example:
      daybreak show production.json schedule.json
      daybreak show production.json schedule.json --dood --width 160
      daybreak show production.json schedule.json --color | less -R
    """
    from daybreak.office import (  # slow import: rules  # noqa: PLC0415
        opening,
        showing,
    )

    wanted = asked(as_of, at_least, entered_by)
    opened = opening.open_files(production, schedule, wanted)
    say_all(opened.remarks)
    wide = width_of_output(width)
    if dood:
        days = showing.day_out_of_days_of(opened)
        paper: Any = days
        lines = day_out_of_days_lines(days, width=wide)
    else:
        board = showing.board_of(opened)
        paper = board
        lines = board_lines(board, width=wide, legend=has_color(color))
    if json:
        key = "day_out_of_days" if dood else "board"
        out_json({"ok": True, "valid": opened.valid, key: asdict(paper)})
    else:
        paint(lines, color=color, colors=colors)
    if not opened.valid:
        say("This schedule breaks rules: daybreak check says which.")
    raise typer.Exit(FINE if opened.valid else BROKEN)
