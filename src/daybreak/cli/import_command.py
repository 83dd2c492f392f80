"""``daybreak import``: screenplays, or a schedule, to a production."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from daybreak.cli.import_boards import (
    BoardName,
    ScheduleOut,
    SchedulesOut,
    boards_data,
    refuse_boards,
    tell_boards,
    write_boards,
)
from daybreak.cli.options import Json, Output, Quiet
from daybreak.cli.speech import out_json, say
from daybreak.model.errors import UsageError
from daybreak.model.writing import write_part
from daybreak.reports.phrases import count_of, show_pages, with_dates

if TYPE_CHECKING:
    from daybreak.importers.outcome import Imported
    from daybreak.office.importing_schedules import ImportedSchedule

WARNINGS_SHOWN = 20

Scripts = Annotated[
    list[str],
    typer.Argument(
        metavar="SCRIPT",
        help="Fountain or Final Draft files, each a picture, or a .uss schedule; - for "
        "a pipe.",
    ),
]
Tier = Annotated[
    Literal["micro", "low", "mid", "studio"],
    typer.Option(help="Budget tier: crew cost, day rates, pages a day."),
]
Start = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="First shooting date, 2027-03-01; else a Monday eight weeks ahead.",
        show_default=False,
    ),
]
Title = Annotated[
    str | None,
    typer.Option(
        help="Title of the production; else the first script's.", show_default=False
    ),
]
PagesPerDay = Annotated[
    str | None,
    typer.Option(
        metavar="PAGES", help="Pages shot a day; else the tier's.", show_default=False
    ),
]
Units = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        metavar="NAME",
        help="A unit; several where repeated. Else one, Main unit.",
        show_default=False,
    ),
]
BaseOption = Annotated[
    str | None,
    typer.Option(
        metavar="BASE",
        help="London or London,51.5,-0.12,Europe/London (then daylight binds).",
        show_default=False,
    ),
]
Holidays = Annotated[
    list[str] | None,
    typer.Option(
        metavar="DAY",
        help="A date, or a country such as GB or US-CA; may be repeated.",
        show_default=False,
    ),
]
Locations = Annotated[
    str | None,
    typer.Option(
        metavar="MAP",
        help="A file of lines A = B: place A is place B.",
        show_default=False,
    ),
]
Format = Annotated[
    Literal["script", "uss", "talent", "movie-shoot"],
    typer.Option(
        help="What the file is: a script, a schedule (known by .uss), or a published "
        "scheduling problem."
    ),
]


def import_scripts(
    scripts: Scripts,
    output: Output = "-",
    format: Format = "script",
    tier: Tier = "micro",
    start: Start = None,
    title: Title = None,
    pages_per_day: PagesPerDay = None,
    unit: Units = None,
    base: BaseOption = None,
    holidays: Holidays = None,
    locations: Locations = None,
    schedule: ScheduleOut = None,
    schedules: SchedulesOut = None,
    board: BoardName = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Make a production of screenplays, or of a schedule of another program.

    What no script says is assumed; it says what, and where to change it. A schedule
    file of the Universal Schedule Standard brings its boards with it.

    For example:
      daybreak import script.fountain -o production.json
      daybreak import one.fdx two.fdx --tier mid --start 2027-03-01 -o production.json
      daybreak import schedule.uss -o production.json --schedule human.json
    """
    from daybreak.model.files import write  # slow import: hashing  # noqa: PLC0415
    from daybreak.office import (  # slow import: readers  # noqa: PLC0415
        importing,
        importing_schedules,
    )

    found: ImportedSchedule | None = None
    if format == "uss" or (format == "script" and any(map(_is_uss, scripts))):
        _refuse_for_schedules(scripts, unit, output, schedule)
        found = importing_schedules.import_schedule_file(
            scripts[0],
            today=date.today(),
            start=_date(start),
            tier=tier,
            title=title,
            pages_per_day=_pages(pages_per_day),
            base=base,
            holidays=holidays or (),
            locations=locations,
            board=board,
        )
        imported = found.imported
    elif format == "script":
        refuse_boards(schedule, schedules, board)
        imported = importing.import_scripts_files(
            scripts,
            today=date.today(),
            start=_date(start),
            tier=tier,
            title=title,
            pages_per_day=_pages(pages_per_day),
            units=unit or (),
            base=base,
            holidays=holidays or (),
            locations=locations,
        )
    else:
        refuse_boards(schedule, schedules, board)
        _refuse_for_problems(scripts, pages_per_day, unit, base, holidays, locations)
        imported = importing.import_published_file(
            scripts[0], format, today=date.today(), start=_date(start), title=title
        )
    if not (json and output == "-"):
        write(imported.production, output)
    files: dict[str, list[str]] = {}
    if found is not None:
        files = write_boards(found, board=board, schedule=schedule, schedules=schedules)
    if json:
        boards = {"boards": boards_data(found, files)} if found is not None else {}
        out_json(_data(imported, output) | boards)
    if not quiet:
        _tell(imported, output, found, files)


def _is_uss(path: str) -> bool:
    from daybreak.office import (  # slow import: readers  # noqa: PLC0415
        importing_schedules,
    )

    return importing_schedules.is_schedule_file(path)


def _refuse_for_schedules(
    paths: list[str], unit: list[str] | None, output: str, schedule: str | None
) -> None:
    """Refuse what means nothing for a schedule file."""
    if len(paths) > 1:
        raise UsageError(
            f"{len(paths)} files are no one schedule.\nMaybe import them one by one."
        )
    if unit:
        raise UsageError(
            "The units of a schedule are its boards.\nMaybe leave out --unit."
        )
    if output == "-" and schedule == "-":
        raise UsageError(
            "Production and board are both to go to standard output.\n"
            "Maybe name a file for one of them: -o production.json."
        )


def _refuse_for_problems(scripts: list[str], *settings: object) -> None:
    """Refuse what means nothing for a published problem."""
    if len(scripts) > 1:
        raise UsageError(
            f"{len(scripts)} published problems are no one production.\n"
            "Maybe import them one by one."
        )
    if any(setting for setting in settings):
        raise UsageError(
            "A published problem has no pages, units, bases, holidays or map.\n"
            "Maybe leave them out, and change the production afterwards."
        )


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f'--start "{text[:40]}" is no date.\nMaybe write it as 2027-03-01.'
        ) from None


def _pages(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        pages = Decimal(text)
    except InvalidOperation:
        pages = Decimal("nan")
    if not pages.is_finite():
        raise UsageError(
            f'--pages-per-day "{text[:40]}" is no number.\nMaybe write 5 or 4.5.'
        )
    return pages


def _data(imported: Imported, output: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "ok": True,
        "output": output,
        "assumed": [asdict(one) for one in imported.assumed],
        "questions": [asdict(one) for one in imported.questions],
        "warnings": [asdict(one) for one in imported.warnings],
    }
    if output == "-":
        data["production"] = write_part(imported.production)
    return data


def _tell(
    imported: Imported,
    output: str,
    found: ImportedSchedule | None,
    files: dict[str, list[str]],
) -> None:
    made = imported.production
    eighths = sum(scene.eighths for scene in made.scenes)
    say(
        f"{made.title}: {count_of(len(made.scenes), 'scene')}, "
        f"{show_pages(eighths)}, {count_of(len(made.people), 'character')}, "
        f"{count_of(len(made.locations), 'location')}"
    )
    _list("What I assumed", imported.assumed)
    _list("Questions", imported.questions)
    _list("Warnings", imported.warnings)
    if found is not None:
        tell_boards(found, files)
    if output != "-":
        say()
        say(f"Written to {output}. Next: daybreak plan {output} -o schedule.json")
        for path in [path for paths in files.values() for path in paths][:1]:
            say(f"Then: daybreak compare {output} {path} schedule.json")


def _list(head: str, items: tuple[object, ...]) -> None:
    if items:
        say()
        say(f"{head} ({len(items)})")
        for one in items[:WARNINGS_SHOWN]:
            say(f"  - {with_dates(str(one))}")
        if len(items) > WARNINGS_SHOWN:
            say(f"  and {len(items) - WARNINGS_SHOWN} more; --json lists all")
