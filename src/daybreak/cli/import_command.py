"""``daybreak import``: screenplays, schedules and tables to a production."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from daybreak.cli.document_options import By
from daybreak.cli.import_boards import (
    BoardName,
    ScheduleOut,
    SchedulesOut,
    boards_data,
    refuse_boards,
    tell_boards,
    write_boards,
)
from daybreak.cli.import_tables import (
    Dates,
    Into,
    MapOption,
    NewPeople,
    SaidOn,
    SheetName,
    columns_data,
    columns_of,
    is_table,
    refuse_table_options,
    table_wish,
    take_cast,
    tell_columns,
)
from daybreak.cli.options import Json, Output, Quiet
from daybreak.cli.speech import out_json, say
from daybreak.model.errors import UsageError
from daybreak.model.writing import write_part
from daybreak.reports.phrases import count_of, show_pages, with_dates

if TYPE_CHECKING:
    from daybreak.importers.outcome import Imported
    from daybreak.office.importing_schedules import ImportedSchedule
    from daybreak.office.importing_tables import TableWish

WARNINGS_SHOWN = 20

Scripts = Annotated[
    list[str],
    typer.Argument(
        metavar="SCRIPT",
        help="Fountain or Final Draft files, each a picture, a .uss schedule, or a "
        "table, .csv or .xlsx; - for a pipe.",
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
    Literal["script", "uss", "table", "talent", "movie-shoot"],
    typer.Option(
        help="What the file is: a script, a schedule (known by .uss), a table (known "
        "by .csv, .xlsx), or a published scheduling problem."
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
    map: MapOption = None,
    sheet: SheetName = None,
    dates: Dates = None,
    into: Into = None,
    new_people: NewPeople = False,
    said_on: SaidOn = None,
    by: By = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Make a production of screenplays, of a schedule or a one-liner; take a cast in.

    What the file does not say is assumed; it says what, and where to change it. A
    schedule file of the Universal Schedule Standard and a one-liner with shooting
    days bring their boards with them. A cast list goes --into what there is.

    For example:
      daybreak import script.fountain -o production.json
      daybreak import one.fdx two.fdx --tier mid --start 2027-03-01 -o production.json
      daybreak import schedule.uss -o production.json --schedule human.json
      daybreak import one-liner.xlsx -o production.json --map "Sc=scene"
      daybreak import cast.csv --into production.json -o new.json
      daybreak import cast.xlsx --into shoot.daybreak --sheet Availability
    """
    if into is not None:
        refuse_boards(schedule, schedules, board)
        take_cast(
            table_wish(scripts, map, sheet, dates),
            into,
            output=output,
            new_people=new_people,
            said_on=said_on,
            by=by,
            quiet=quiet,
            json=json,
        )
        return
    refuse_table_options(new_people, said_on, by)
    asked: dict[str, Any] = {
        "today": date.today(),
        "start": _date(start),
        "tier": tier,
        "title": title,
        "pages_per_day": _pages(pages_per_day),
        "base": base,
        "holidays": holidays or (),
        "locations": locations,
    }
    kind = _kind_of(scripts, format)
    if kind != "table":
        refuse_table_options(map, sheet, dates)
    if kind not in ("table", "uss"):
        refuse_boards(schedule, schedules, board)
    else:
        _refuse_one_output(output, schedule)
    found: ImportedSchedule | None = None
    if kind == "table":
        wish = table_wish(scripts, map, sheet, dates)
        found = _import_table(wish, board, {**asked, "units": unit or ()})
    elif kind == "uss":
        _refuse_for_schedules(scripts, unit)
        found = _import_schedule(scripts[0], {**asked, "board": board})
    elif kind != "script":
        _refuse_for_problems(scripts, pages_per_day, unit, base, holidays, locations)
    imported = found.imported if found else _import_other(scripts, kind, unit, asked)
    _write(imported, found, output, board, schedule, schedules, quiet, json)


def _kind_of(paths: list[str], named: str) -> str:
    """Give what the files are: as named, else as their endings say."""
    if named == "script" and is_table(paths):
        return "table"
    return "uss" if named == "script" and any(map(_is_uss, paths)) else named


def _import_other(
    paths: list[str], kind: str, unit: list[str] | None, asked: dict[str, Any]
) -> Imported:
    """Import scripts, or a published problem."""
    if kind == "script":
        return _import_scripts(paths, {**asked, "units": unit or ()})
    return _import_problem(paths[0], kind, asked)


def _import_table(
    wish: TableWish, board: str | None, asked: dict[str, Any]
) -> ImportedSchedule:
    from daybreak.office import (  # slow import: readers  # noqa: PLC0415
        importing_tables,
    )

    if board is not None:
        raise UsageError("A table holds one board.\nMaybe leave out --board.")
    return importing_tables.import_one_liner_file(wish, **asked)


def _import_schedule(path: str, asked: dict[str, Any]) -> ImportedSchedule:
    from daybreak.office import (  # slow import: readers  # noqa: PLC0415
        importing_schedules,
    )

    return importing_schedules.import_schedule_file(path, **asked)


def _import_scripts(paths: list[str], asked: dict[str, Any]) -> Imported:
    from daybreak.office import importing  # slow import: readers  # noqa: PLC0415

    return importing.import_scripts_files(paths, **asked)


def _import_problem(path: str, kind: Any, asked: dict[str, Any]) -> Imported:
    from daybreak.office import importing  # slow import: readers  # noqa: PLC0415

    settings = {name: asked[name] for name in ("today", "start", "title")}
    return importing.import_published_file(path, kind, **settings)


def _write(
    imported: Imported,
    found: ImportedSchedule | None,
    output: str,
    board: str | None,
    schedule: str | None,
    schedules: str | None,
    quiet: bool,
    json: bool,
) -> None:
    """Write what was imported, and tell of it."""
    from daybreak.model.files import write  # slow import: hashing  # noqa: PLC0415

    if found is not None and schedule is not None:
        found.board(board)  # before anything is written
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


def _refuse_for_schedules(paths: list[str], unit: list[str] | None) -> None:
    """Refuse what means nothing for a schedule file."""
    if len(paths) > 1:
        raise UsageError(
            f"{len(paths)} files are no one schedule.\nMaybe import them one by one."
        )
    if unit:
        raise UsageError(
            "The units of a schedule are its boards.\nMaybe leave out --unit."
        )


def _refuse_one_output(output: str, schedule: str | None) -> None:
    """Refuse to write two documents to one place."""
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
    if columns := columns_of(imported):
        data |= columns_data(*columns)
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
    if columns := columns_of(imported):
        tell_columns(*columns)
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
