"""``daybreak report``: the papers that a production runs on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from daybreak.cli.doorkeeper import BROKEN, FINE
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked
from daybreak.cli.options import (
    Board,
    Color,
    Json,
    ProductionOrDocument,
    ScheduleOrBoard,
    Width,
)
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.speech import out, out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.reports.colors import Preset
from daybreak.reports.phrases import count_of

if TYPE_CHECKING:
    from daybreak.office.paper_source import Source
    from daybreak.office.reporting import Written
    from daybreak.reports.formats.look import Look
    from daybreak.reports.papers.shown import Wanted

Drops = Literal["best", "first"]  # as `reports.papers.shown` has it, slow to import
Size = Literal["a4", "letter", "a3", "tabloid"]  # as `reports.formats.look` has it
ALL = "all"
PIPE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked of the papers."""

    kind: str
    output: str | None
    form: str | None
    look: Look
    color: bool | None
    width: int | None
    json: bool


def report(
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="Which paper, or all; see --list."),
    ] = "",
    production: ProductionOrDocument = "",
    schedule: ScheduleOrBoard = "",
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write, a folder for all; the terminal where left out.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, html, pdf, csv, xlsx, ics, svg or json; else as FILE ends.",
            show_default=False,
        ),
    ] = None,
    board: Board = None,
    picture: Annotated[str, typer.Option(metavar="ID", help="Only this picture.")] = "",
    unit: Annotated[str, typer.Option(metavar="ID", help="Only this unit.")] = "",
    person: Annotated[
        str,
        typer.Option(
            metavar="ID", help="Only this person, by id, name or number on the board."
        ),
    ] = "",
    category: Annotated[
        str, typer.Option(metavar="NAME", help="Only this category of elements.")
    ] = "",
    day: Annotated[
        str, typer.Option(metavar="DATE", help="Only this shooting day.")
    ] = "",
    drops: Annotated[
        Drops,
        typer.Option(
            help="Where a day-out-of-days drops: where it saves most, or first."
        ),
    ] = "best",
    sheet: Annotated[
        Size,
        typer.Option(
            "--paper",
            help="Sheet of a PDF; of a4 and letter the double for wide papers.",
        ),
    ] = "a4",
    night: Annotated[
        Preset,
        typer.Option(
            help="Night colors: classic INT blue, EXT green; singleton the other way."
        ),
    ] = "classic",
    grey: Annotated[
        bool, typer.Option("--grey", help="Strips in greys, for plain printers.")
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List all papers, and what each shows.")
    ] = False,
    color: Color = None,
    width: Width = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    json: Json = False,
) -> None:
    """Make a paper of a schedule, or all of them: to read, print or hand on.

    A schedule that breaks rules is marked so on every page; the exit code is then 1.

    For example:
      daybreak report --list
      daybreak report one-liner production.json schedule.json
      daybreak report one-liner production.json schedule.json -o one-liner.pdf
      daybreak report call-sheet shoot.daybreak --day 2027-03-01 -o call-sheet.pdf
      daybreak report person shoot.daybreak --board blue --person nora -o nora.ics
      daybreak report all production.json schedule.json -o papers
    """
    from daybreak.office.reporting import kind_named  # slow import: rules  # noqa: PLC0415
    from daybreak.office.wishes import (  # slow import: rules  # noqa: PLC0415
        Wish,
        refuse_unused,
        wanted,
    )
    from daybreak.reports.formats.look import Look  # slow import: rules  # noqa: PLC0415

    if listed:
        _list(json)
        return
    _refuse_nothing(kind, production)
    wish = Wish(
        picture=picture,
        unit=unit,
        person=person,
        category=category,
        day=day,
        drops=drops,
    )
    if kind != ALL:  # before anything is read
        refuse_unused(kind_named(kind), wish)
    order = _Asked(
        kind=kind,
        output=output,
        form=form,
        look=Look(size=sheet, night=night, grey=grey),
        color=color,
        width=width,
        json=json,
    )
    source = _open(production, schedule, board, known_as=(as_of, at_least, entered_by))
    say_all(source.remarks)
    narrowed = wanted(source.shown, wish)
    (_all if kind == ALL else _one)(order, source, narrowed)
    if not source.valid:
        say(f"This schedule {source.warning}: daybreak check says which.")
    raise typer.Exit(FINE if source.valid else BROKEN)


def _refuse_nothing(kind: str, production: str) -> None:
    if not kind or not production:
        raise UsageError(
            "A paper needs its kind and a production.\n"
            "Maybe look at daybreak report --list, then write: daybreak report "
            "one-liner production.json schedule.json."
        )


def _open(
    production: str,
    schedule: str,
    board: str | None,
    *,
    known_as: tuple[str | None, str, str | None],
) -> Source:
    from daybreak.office import paper_source  # slow import: rules  # noqa: PLC0415

    known = asked(*known_as)
    made = moment_of_papers()
    if not schedule:
        return paper_source.from_document(production, board, known, made=made)
    if board is not None:
        raise UsageError(
            f"--board {board}: the schedule {schedule} is named, too.\n"
            "Maybe leave one of them out."
        )
    return paper_source.from_files(production, schedule, known, made=made)


def moment_of_papers() -> datetime:
    """Give when papers are made: now, or what SOURCE_DATE_EPOCH says.

    Raises
    ------
    UsageError
        When that variable holds no seconds.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if not told:
        return datetime.now().astimezone().replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(told), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH={told[:40]}: is no time.\n"
            "Maybe set it to whole seconds since 1970, or unset it."
        ) from None


# --- what can be done ---------------------------------------------------------------


def _list(json: bool) -> None:
    from daybreak.reports.papers.kinds import KINDS  # slow import: rules  # noqa: PLC0415

    if json:
        kinds = [
            {
                "kind": one.name,
                "shows": one.shows,
                "formats": list(one.formats),
                "every": one.every,
            }
            for one in KINDS.values()
        ]
        out_json({"ok": True, "kinds": kinds})
        return
    wide = max(map(len, KINDS))
    for one in KINDS.values():
        out(f"{one.name:<{wide}}  {one.shows}\n")


def _one(asked: _Asked, source: Source, wanted: Wanted) -> None:
    from daybreak.office import reporting  # slow import: rules  # noqa: PLC0415
    from daybreak.reports.formats.json import (  # slow import: rules  # noqa: PLC0415
        paper_data,
    )
    from daybreak.reports.formats.text import (  # slow import: rules  # noqa: PLC0415
        text_lines,
    )

    kind = reporting.kind_named(asked.kind)
    if asked.output is None and asked.form is None:
        paper = reporting.paper_of(source, kind, wanted)
        if asked.json:
            out_json({"ok": True, "valid": source.valid, "paper": paper_data(paper)})
        else:
            lines = text_lines(paper, width=width_of_output(asked.width))
            paint(lines, color=asked.color, colors=asked.look.night)
        return
    path = asked.output or PIPE
    form = reporting.format_of(path, asked.form)
    written = reporting.write_paper(
        source, kind, wanted, path, form=form, look=asked.look
    )
    if path != PIPE:
        _told(asked, source, [written])


def _all(asked: _Asked, source: Source, wanted: Wanted) -> None:
    from daybreak.office import reporting  # slow import: rules  # noqa: PLC0415

    if asked.output is None or asked.output == PIPE:
        raise UsageError("All papers go into a folder.\nMaybe say which: -o papers.")
    if asked.form is not None:
        raise UsageError(
            f"--format {asked.form}: all papers have formats of their own.\n"
            "Maybe leave it out, or make one paper."
        )
    written = reporting.write_all(source, wanted, asked.output, look=asked.look)
    _told(asked, source, list(written))


def _told(asked: _Asked, source: Source, written: list[Written]) -> None:
    """Say what was written."""
    say_all(remark for one in written for remark in one.remarks)
    if asked.json:
        files = [
            {"kind": one.kind, "format": one.form, "path": one.path} for one in written
        ]
        out_json({"ok": True, "valid": source.valid, "papers": files})
    elif len(written) == 1:
        say(f"Written: {written[0].path}")
    else:
        say(f"{count_of(len(written), 'paper')} written to {asked.output}.")
