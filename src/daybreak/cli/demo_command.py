"""``daybreak demo``: the whole way through, on an example that ships along."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.options import (
    Color,
    Colors,
    Iterations,
    Json,
    Quiet,
    Seed,
    Width,
)
from daybreak.cli.painting import has_color, paint, width_of_output
from daybreak.cli.progress import ProgressLine
from daybreak.cli.speech import out_json, say
from daybreak.model.errors import UsageError
from daybreak.model.files import to_json
from daybreak.reports.board_lines import board_lines
from daybreak.reports.colors import Preset
from daybreak.reports.cost_table import cost_table_lines
from daybreak.reports.lines import line
from daybreak.reports.phrases import count_of

if TYPE_CHECKING:
    from daybreak.office.opening import Opened

Which = Annotated[
    Literal["ten-minutes-dark", "mission"],
    typer.Argument(
        metavar="EXAMPLE",
        help="ten-minutes-dark, a short film; mission, two pictures whose plan kept "
        "moving.",
    ),
]
DemoSeconds = Annotated[
    float | None,
    typer.Option(
        "--seconds",
        min=0.1,
        max=86400,
        metavar="SECONDS",
        help="Time to search, in seconds: 5; for mission 45 a date.",
        show_default=False,
    ),
]
Keep = Annotated[
    str | None,
    typer.Option(
        metavar="FOLDER",
        help="Keep the files of the example and its plans in a folder.",
        show_default=False,
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Of mission: stop after this date, such as 2020-07-07.",
        show_default=False,
    ),
]
SECONDS = 5.0


def demo(
    which: Which = "ten-minutes-dark",
    seconds: DemoSeconds = None,
    seed: Seed = 1,
    iterations: Iterations = None,
    until: Until = None,
    keep: Keep = None,
    color: Color = None,
    colors: Colors = "classic",
    width: Width = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Plan an example that ships along and show it.

    mission is two pictures shot by one company from 2020 on: on each of six dates,
    what was known, what was disputed, the plan, and what changed.

    For example:
      daybreak demo
      daybreak demo --keep example
      daybreak demo mission --keep mission
    """
    if which == "mission":
        # slow import: engines
        from daybreak.cli.mission_demo import show_mission  # noqa: PLC0415

        show_mission(
            seconds=seconds,
            seed=seed,
            iterations=iterations,
            until=until,
            keep=keep,
            color=color,
            width=width,
            quiet=quiet,
            json=json,
        )
        return
    if until is not None:
        raise UsageError(
            "--until stops the dates of a replay, and this example has none.\n"
            "Maybe ask for it: daybreak demo mission."
        )
    from daybreak.office import (  # slow import: engines  # noqa: PLC0415
        examples,
        planning,
    )

    made = examples.example_production()
    if not quiet:
        say(
            f"{made.title}: {count_of(len(made.scenes), 'scene')}, "
            f"{count_of(len(made.people), 'character')}, "
            f"{count_of(len(made.locations), 'location')}. Planning it ..."
        )
    progress = ProgressLine(made.currency, quiet=quiet)
    with NotedInterrupt() as interrupt:
        try:
            planned = planning.plan(
                made,
                seconds=seconds or SECONDS,
                iterations=iterations,
                seed=seed,
                progress=progress,
                stop=interrupt.asks,
            )
        finally:
            progress.end()
    _show(planned.opened, color=color, colors=colors, width=width, json=json)
    if keep is not None:
        _keep(keep, planned.opened, quiet=quiet)


def _show(
    opened: Opened,
    *,
    color: bool | None,
    colors: Preset,
    width: int | None,
    json: bool,
) -> None:
    from daybreak.office import showing  # slow import: rules  # noqa: PLC0415

    board, table = showing.board_of(opened), showing.cost_of(opened)
    if json:
        papers = {"board": asdict(board), "cost_table": asdict(table)}
        out_json({"ok": True, "valid": opened.valid, **papers})
    else:
        wide = width_of_output(width)
        lines = [
            *board_lines(board, width=wide, legend=has_color(color)),
            line(),
            *cost_table_lines(table, width=wide),
        ]
        paint(lines, color=color, colors=colors)


def _keep(folder: str, opened: Opened, *, quiet: bool) -> None:
    from daybreak.office.examples import keep_example  # slow import  # noqa: PLC0415

    script, production, schedule = keep_example(folder, to_json(opened.schedule))
    if not quiet:
        say()
        say(f"Kept {script}, {production} and {schedule}. Now try:")
        say(f"  daybreak show {production} {schedule} --dood")
        say(f"  daybreak cost {production} {schedule} --why cast_hold")
        say(f"  daybreak import {script} -o production.json")
