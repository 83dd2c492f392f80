"""Arguments and options that several commands share, said once."""

from __future__ import annotations

from typing import Annotated

import typer

from daybreak.reports.colors import Preset

ProductionFile = Annotated[
    str,
    typer.Argument(
        metavar="PRODUCTION",
        help="The production, a JSON file, or a .daybreak document; - for a pipe.",
    ),
]
ScheduleFile = Annotated[
    str,
    typer.Argument(metavar="SCHEDULE", help="The schedule, a JSON file; - for a pipe."),
]
ProductionOrDocument = Annotated[
    str,
    typer.Argument(
        metavar="PRODUCTION",
        help="The production, a JSON file, or a .daybreak document.",
    ),
]
ScheduleOrBoard = Annotated[
    str,
    typer.Argument(
        metavar="SCHEDULE",
        help="The schedule, a JSON file; of a document a board, where left out.",
    ),
]
Board = Annotated[
    str | None,
    typer.Option(
        "--board",
        metavar="NAME",
        help="Which board or revision of a document; else the one saved last, with "
        "--as-of the newest made for what was known.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Write one JSON object instead.")]
Color = Annotated[
    bool | None,
    typer.Option(
        "--color/--no-color",
        help="Colors on or off; on where a terminal shows them and NO_COLOR is unset.",
        show_default=False,
    ),
]
Colors = Annotated[
    Preset,
    typer.Option(
        help="Night colors: classic INT blue, EXT green; singleton the other way."
    ),
]
Width = Annotated[
    int | None,
    typer.Option(
        min=72,
        max=1000,
        metavar="CELLS",
        help="Columns to draw for; else the terminal's, 120 in a pipe.",
        show_default=False,
    ),
]
Seconds = Annotated[
    float,
    typer.Option(
        min=0.1, max=86400, metavar="SECONDS", help="Time to search, in seconds."
    ),
]
Seed = Annotated[
    int,
    typer.Option(min=0, metavar="N", help="Same seed and --iterations: same schedule."),
]
Iterations = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="N",
        help="Moves to try, instead of --seconds; the result can be repeated.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Output = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write; - for a pipe."
    ),
]
Paper = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the paper: .pdf, .html, .svg, .txt, .xlsx, .csv or .json.",
        show_default=False,
    ),
]
