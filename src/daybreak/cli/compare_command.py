"""``daybreak compare``: what is different between two schedules."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import Annotated

import typer

from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked
from daybreak.cli.options import Color, Json, ProductionFile, Width
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.speech import out_json, say_all
from daybreak.model.errors import DocumentError, UsageError
from daybreak.model.files import read_schedule
from daybreak.reports.comparison_lines import comparison_lines

Before = Annotated[
    str, typer.Argument(metavar="A", help="The first schedule, a JSON file.")
]
After = Annotated[
    str, typer.Argument(metavar="B", help="The second schedule, a JSON file.")
]


def compare(
    production: ProductionFile,
    before: Before,
    after: After,
    color: Color = None,
    width: Width = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    json: Json = False,
) -> None:
    """Show what moved from one schedule to another, and what that costs.

    Strip by strip, day by day, person by person; then each cost line. Both are
    counted against the production given.

    For example:
      daybreak compare production.json earlier.json new.json
    """
    from daybreak.office import (  # slow import: rules  # noqa: PLC0415
        comparing,
        opening,
    )

    if [production, before, after].count("-") > 1:
        raise UsageError(
            "Several documents are to come from standard input.\n"
            "Maybe name files for all but one."
        )
    known = opening.read_production(production, asked(as_of, at_least, entered_by))
    made = known.production
    say_all(known.rests_on)
    one, other = read_schedule(before), read_schedule(after)
    for schedule, name in ((one, before), (other, after)):
        try:
            comparing.refuse_unknown(made, schedule)
        except DocumentError as error:
            raise DocumentError(error.faults, source=os.fspath(name)) from None
    found = comparing.compare(made, one, other)
    say_all(comparing.remarks_on(made, one, other))
    if json:
        out_json({"ok": True, "same": found.is_same, "comparison": asdict(found)})
        return
    paint(comparison_lines(found, width=width_of_output(width)), color=color)
