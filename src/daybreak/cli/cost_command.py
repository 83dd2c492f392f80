"""``daybreak cost``: what a schedule costs, and why."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked
from daybreak.cli.options import Color, Json, ProductionFile, ScheduleFile, Width
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.speech import out_json, say_all
from daybreak.model.schedule import CostLine
from daybreak.reports.cost_table import cost_table_lines, why_lines

if TYPE_CHECKING:
    from daybreak.office.opening import Opened

Why = Annotated[
    CostLine | None,
    typer.Option(help="What one line is made of: who, dates, sum.", show_default=False),
]


def cost(
    production: ProductionFile,
    schedule: ScheduleFile,
    why: Why = None,
    color: Color = None,
    width: Width = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    json: Json = False,
) -> None:
    """Count what a schedule costs, each number traceable.

    For example:
      daybreak cost production.json schedule.json
      daybreak cost production.json schedule.json --why cast_hold
    """
    from daybreak.office import (  # slow import: rules  # noqa: PLC0415
        opening,
        showing,
    )

    wanted = asked(as_of, at_least, entered_by)
    opened = opening.open_files(production, schedule, wanted)
    say_all(opened.remarks)
    if json:
        out_json(_data(opened, why))
        return
    wide = width_of_output(width)
    if why is None:
        paint(cost_table_lines(showing.cost_of(opened), width=wide), color=color)
    else:
        lines = why_lines(opened.production, why, opened.costs, width=wide)
        paint(lines, color=color)


def _data(opened: Opened, why: CostLine | None) -> dict[str, Any]:
    data: dict[str, Any] = {
        "ok": True,
        "valid": opened.valid,
        "currency": opened.production.currency,
        "cost": dict(opened.costs.lines),
        "bound": opened.schedule.bound,
    }
    if why is not None:
        items = [asdict(one) for one in opened.costs.of_line(why)]
        data["why"] = {"line": why, "items": items}
    return data
