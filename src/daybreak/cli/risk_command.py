"""``daybreak risk``: what could go wrong with a plan, and how likely."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked, day_of
from daybreak.cli.options import (
    Board,
    Color,
    Json,
    Paper,
    ProductionOrDocument,
    Quiet,
    ScheduleOrBoard,
    Seed,
    Width,
)
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.report_command import moment_of_papers
from daybreak.cli.speech import out, out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.reports.phrases import count_of

if TYPE_CHECKING:
    from daybreak.office.risk import Risk

NO_FILE = "-"
WIPE = "\r\x1b[2K"
BAR = 30


def risk(
    production: ProductionOrDocument = "",
    schedule: ScheduleOrBoard = "",
    board: Board = None,
    runs: Annotated[
        int,
        typer.Option(min=1, max=1_000_000, metavar="N", help="How often to shoot it."),
    ] = 500,
    seed: Seed = 1,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="What is assumed, a JSON file; else the production's own.",
            show_default=False,
        ),
    ] = None,
    show_model: Annotated[
        bool, typer.Option("--show-model", help="Write what would be assumed; no run.")
    ] = False,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The first date that may go otherwise; else --as-of, else the first.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=64,
            metavar="N",
            help="Processes side by side; else one for each core.",
            show_default=False,
        ),
    ] = None,
    replan: Annotated[
        int,
        typer.Option(
            min=0,
            max=1000,
            metavar="N",
            help="Plan the N worst runs anew where they lost most: what is won back?",
            show_default=False,
        ),
    ] = 0,
    sensitivity: Annotated[
        bool,
        typer.Option(
            "--sensitivity",
            help="Simulate again without each assumption and with twice as much of it.",
        ),
    ] = False,
    on: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Run on a Dask cluster, tcp://HOST:PORT, instead."
        ),
    ] = "",
    keep: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Where finished runs are kept: a file; else the document; - for none.",
            show_default=False,
        ),
    ] = None,
    forget: Annotated[
        bool,
        typer.Option(
            "--forget", help="Throw away what a document keeps of runs; no run."
        ),
    ] = False,
    output: Paper = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    quiet: Quiet = False,
    color: Color = None,
    width: Width = None,
    json: Json = False,
) -> None:
    """Shoot a plan again and again under stated bad luck, and say how likely it holds.

    Each run meets weather, illness, work that takes longer, lost locations and
    shutdowns as the risk model says, and is repaired as a production would. Ctrl-C
    ends with the runs so far; they are kept, and the next call goes on.

    For example:
      daybreak risk production.json schedule.json
      daybreak risk shoot.daybreak --board blue -o risk.pdf
      daybreak risk shoot.daybreak --as-of 2020-02-23 --runs 2000
      daybreak risk shoot.daybreak --sensitivity --replan 10 -o risk.pdf
      daybreak risk --show-model > risk.json
      daybreak risk production.json schedule.json --model risk.json
    """
    from daybreak.office import risk as office  # slow import: rules  # noqa: PLC0415
    from daybreak.office import risk_runs  # slow import: rules  # noqa: PLC0415

    known = asked(as_of, at_least, entered_by)
    if show_model:
        _show_model(model, production, known)
        return
    if not production:
        raise UsageError(
            "A risk needs a production and a plan of it.\n"
            "Maybe write: daybreak risk production.json schedule.json."
        )
    if forget:
        _forget(production, quiet=quiet)
        return
    bar = _Bar(quiet=quiet)
    with NotedInterrupt() as interrupt:
        try:
            how = risk_runs.How(
                runs=runs,
                seed=seed,
                workers=workers,
                on=on,
                keep=_keep(keep, production),
                progress=bar,
                stop=interrupt.asks,
            )
            found = office.risk(
                production,
                schedule,
                board,
                known,
                how,
                model=model,
                today=None if today is None else day_of("--today", today),
                made=moment_of_papers(),
            )
            if sensitivity:
                found = office.swung(found, how, tell=bar.name)
            if replan:
                bar.name("replans", "replan")
                found = office.replanned(found, replan, how, tell=bar)
        finally:
            bar.end()
    if not quiet:
        say_all(filter(None, [office.told_again(found), *found.said]))
        if found.summary.runs < runs:
            done = count_of(found.summary.runs, "run")
            say(f"Ended early, with {done} of {runs:,}.")
    _tell(found, output, color=color, width=width, json=json)


def _show_model(model: str | None, production: str, known: Any) -> None:
    from daybreak.office import opening  # slow import: rules  # noqa: PLC0415
    from daybreak.office.risk import model_in  # slow import: rules  # noqa: PLC0415
    from daybreak.risking import (  # slow import: rules  # noqa: PLC0415
        risk_model_text,
    )

    own = opening.read_production(production, known).production if production else None
    out(risk_model_text(model_in(model, own)))


def _forget(production: str, *, quiet: bool) -> None:
    from daybreak.office.finished_runs import (  # slow import: rules  # noqa: PLC0415
        forget,
    )

    count = forget(production)
    if not quiet:
        say(f"Thrown away: {count_of(count, 'finished run')}.")


def _keep(keep: str | None, production: str) -> Path | None:
    from daybreak.office.risk import usual_keep  # slow import: rules  # noqa: PLC0415

    if keep is None:
        return usual_keep(production)
    return None if keep == NO_FILE else Path(keep)


def _tell(
    found: Risk,
    output: str | None,
    *,
    color: bool | None,
    width: int | None,
    json: bool,
) -> None:
    from daybreak.office import risk_writing  # slow import: rules  # noqa: PLC0415
    from daybreak.reports.formats.text import (  # slow import: rules  # noqa: PLC0415
        text_lines,
    )

    if output is not None:
        risk_writing.write_paper(found, output)
        if output != NO_FILE:
            say(f"Written: {output}")
    if json:
        out_json(risk_writing.as_json(found))
    elif output is None:
        paint(text_lines(found.paper(), width=width_of_output(width)), color=color)


class _Bar:
    """How many runs are done: a live bar on a terminal, else a line now and then."""

    def __init__(self, *, quiet: bool) -> None:
        dumb = os.environ.get("TERM") == "dumb"
        self._quiet = quiet
        self._live = sys.stderr.isatty() and not dumb and not quiet
        self._began = monotonic()
        self._shown_at = self._began
        self._what, self._noun = "", "run"

    def name(self, what: str, noun: str = "run") -> None:
        """Say what is counted from now on."""
        self.end()
        self._what, self._noun = what, noun
        self._began = self._shown_at = monotonic()
        if not self._quiet and not self._live:
            say(f"{what} ...")

    def __call__(self, done: int, runs: int) -> None:
        """Take note of how many are done."""
        now = monotonic()
        if self._quiet or now - self._shown_at < (0.1 if self._live else 5):
            return
        self._shown_at = now
        full = BAR * done // runs
        bar = "#" * full + "." * (BAR - full)
        took = f"{now - self._began:.0f} s"
        text = f"[{bar}] {done:,} of {count_of(runs, self._noun)}, {took}"
        text += f", {self._what}" if self._what else ""
        if self._live:
            sys.stderr.write(WIPE + text)
            sys.stderr.flush()
        else:
            say(text)

    def end(self) -> None:
        """Take the live bar away."""
        if self._live:
            sys.stderr.write(WIPE)
            sys.stderr.flush()
