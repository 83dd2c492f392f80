"""``daybreak whatis``: which plan a paper shows, and whether it is current."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from daybreak.cli.options import Json
from daybreak.cli.speech import out, out_json
from daybreak.reports.cells import clean

if TYPE_CHECKING:
    from daybreak.office.whatis import WhatIs
    from daybreak.reports.papers.stamp_reading import StampRead

EXIT_CODES = {"current": 0, "out of date": 1, "unknown": 2}
PaperFile = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="A paper as PDF, XLSX, CSV, ICS, HTML or text, or a schedule.",
        show_default=False,
    ),
]
Against = Annotated[
    str | None,
    typer.Argument(
        metavar="PRODUCTION",
        help="What to compare with: a .daybreak document, or a production.",
        show_default=False,
    ),
]
AgainstSchedule = Annotated[
    str | None,
    typer.Argument(
        metavar="SCHEDULE",
        help="Of a production: the schedule that is current.",
        show_default=False,
    ),
]


def whatis(
    file: PaperFile,
    production: Against = None,
    schedule: AgainstSchedule = None,
    json: Json = False,
) -> None:
    """Tell which plan a paper shows, and whether it is still the current one.

    Exit code 0 where it is current, 1 where it is out of date, 2 where that cannot be
    told. A stamp tells what a paper was made of; nothing vouches for it.

    For example:
      daybreak whatis one-liner.pdf
      daybreak whatis one-liner.pdf shoot.daybreak
      daybreak whatis call-sheet.pdf production.json schedule.json
    """
    from daybreak.office.whatis import (  # slow import: rules  # noqa: PLC0415
        what_is,
    )

    found = what_is(file, production, schedule)
    if json:
        out_json(
            {
                "ok": True,
                "file": found.file,
                "kind": found.kind,
                "status": found.status,
                "stamps": [{"mark": one.mark, **asdict(one)} for one in found.stamps],
                "ages": [asdict(one) for one in found.ages],
                "remarks": list(found.remarks),
            }
        )
    else:
        out("".join(f"{clean(line)}\n" for line in _lines(found)))
    raise typer.Exit(EXIT_CODES[found.status])


def _lines(found: WhatIs) -> list[str]:
    lines = [f"{found.file}: {found.kind}"]
    for number, stamp in enumerate(found.stamps):
        lines += _stamp_lines(stamp)
        lines += [one.said for one in found.ages[number : number + 1]]
    if not found.stamps:
        lines += [one.said for one in found.ages]
    lines += found.remarks
    if found.stamps and not found.ages:
        lines.append("Name a document, or a production and a schedule, to compare.")
    return lines


def _stamp_lines(stamp: StampRead) -> list[str]:
    told = {
        "production": stamp.production,
        "board": stamp.board,
        "revision": stamp.revision,
        "script": stamp.script,
        "entry": "" if stamp.entry is None else str(stamp.entry),
        "content": stamp.digest,
        "made": stamp.made,
    }
    return [f"  {label:<10}  {text}" for label, text in told.items() if text]
