"""``daybreak check``: whether a schedule breaks a rule."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from daybreak.cli.doorkeeper import BROKEN, FINE
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked
from daybreak.cli.options import Color, Json, ProductionFile, ScheduleFile, Width
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.speech import out_json, say_all
from daybreak.reports.violations import violation_lines

if TYPE_CHECKING:
    from daybreak.checking import Violation


def check(
    production: ProductionFile,
    schedule: ScheduleFile,
    color: Color = None,
    width: Width = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    json: Json = False,
) -> None:
    """Check a schedule against every rule.

    It says what breaks, where, and what the limit is. Exit code 1 where a rule that
    blocks is broken; warnings alone are fine.

    For example:
      daybreak check production.json schedule.json
      daybreak check shoot.daybreak schedule.json --as-of 2020-07-07
    """
    from daybreak.office import opening  # slow import: rules  # noqa: PLC0415

    wanted = asked(as_of, at_least, entered_by)
    opened = opening.open_files(production, schedule, wanted)
    say_all(opened.remarks)
    if json:
        found = [violation_data(one) for one in opened.violations]
        out_json({"ok": True, "valid": opened.valid, "violations": found})
    else:
        wide = width_of_output(width)
        lines = violation_lines(opened.production, opened.violations, width=wide)
        paint(lines, color=color)
    raise typer.Exit(FINE if opened.valid else BROKEN)


def violation_data(one: Violation) -> dict[str, Any]:
    """Give a violation as JSON."""
    where = {key: value for key, value in asdict(one.where).items() if value}
    return {
        "rule": one.rule,
        "level": one.level,
        "where": where,
        "said": one.said,
        "limit": one.limit,
    }
