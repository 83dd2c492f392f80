"""``daybreak import`` of tables: options, what was read from which column, casts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from daybreak.cli.document_options import moment, person
from daybreak.cli.speech import out_json, say
from daybreak.model.errors import UsageError
from daybreak.model.writing import write_part
from daybreak.reports.phrases import count_of, with_dates

if TYPE_CHECKING:
    from daybreak.importers.outcome import Imported
    from daybreak.importers.tables_cast import CastTaken
    from daybreak.importers.tables_columns import ColumnRead
    from daybreak.office.importing_tables import TableWish

CHANGES_SHOWN = 40
DOCUMENT = ".daybreak"

MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="HEADING=FIELD",
        help="Of a table: what a column holds; - leaves it out. May be repeated.",
        show_default=False,
    ),
]
SheetName = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        metavar="NAME",
        help="Of a workbook: which sheet; else the first with known headings.",
        show_default=False,
    ),
]
Dates = Annotated[
    Literal["dmy", "mdy"] | None,
    typer.Option(
        "--dates",
        help="Of a table: whether 6/3/2027 begins with the day or the month.",
        show_default=False,
    ),
]
Into = Annotated[
    str | None,
    typer.Option(
        "--into",
        metavar="PRODUCTION",
        help="Take a cast list (dates away, rates, names) into this production or "
        ".daybreak document.",
        show_default=False,
    ),
]
NewPeople = Annotated[
    bool,
    typer.Option(
        "--new-people", help="With --into: take in people it does not have yet."
    ),
]
SaidOn = Annotated[
    str | None,
    typer.Option(
        "--said-on",
        metavar="DATE",
        help="With --into a document: the day the list is from; else today.",
        show_default=False,
    ),
]


def table_wish(
    paths: list[str],
    mapping: list[str] | None,
    sheet: str | None,
    dates: Literal["dmy", "mdy"] | None,
) -> TableWish:
    """Give the table that is wished for.

    Raises
    ------
    UsageError
        When there are several.
    """
    from daybreak.office.importing_tables import (  # slow import  # noqa: PLC0415
        TableWish,
    )

    if len(paths) > 1:
        raise UsageError(
            f"{len(paths)} tables are no one list.\nMaybe import them one by one."
        )
    return TableWish(
        path=paths[0], mapping=tuple(mapping or ()), sheet=sheet, dates=dates
    )


def is_table(paths: list[str]) -> bool:
    """Tell whether a table is among the files."""
    from daybreak.office.importing_tables import (  # slow import  # noqa: PLC0415
        is_table_file,
    )

    return any(map(is_table_file, paths))


def refuse_table_options(*settings: object) -> None:
    """Refuse what means nothing for a script.

    Raises
    ------
    UsageError
        When somebody asks for it.
    """
    if any(settings):
        raise UsageError(
            "--map, --sheet, --dates, --new-people and --said-on are for tables (.csv, "
            ".xlsx).\nMaybe leave them out."
        )


def columns_of(imported: Imported) -> tuple[str, tuple[ColumnRead, ...]] | None:
    """Give the sheet and the columns of a table; None of anything else."""
    columns = getattr(imported, "columns", ())
    return (getattr(imported, "sheet", ""), columns) if columns else None


def columns_data(sheet: str, columns: tuple[ColumnRead, ...]) -> dict[str, Any]:
    """Give what was read from which column, as JSON."""
    return {
        "sheet": sheet,
        "columns": [
            {"column": one.letters, "heading": one.heading, "field": one.field}
            for one in columns
        ],
    }


def tell_columns(sheet: str, columns: tuple[ColumnRead, ...]) -> None:
    """Say what was read from which column."""
    of = f' of sheet "{sheet}"' if sheet else ""
    say()
    say(f"What I read from which column{of}")
    for one in columns:
        say(f"  - {one}")


# --- cast lists --------------------------------------------------------------------


def take_cast(
    wish: TableWish,
    into: str,
    *,
    output: str,
    new_people: bool,
    said_on: str | None,
    by: str | None,
    quiet: bool,
    json: bool,
) -> None:
    """Take a cast list into a production or a document."""
    if into.lower().endswith(DOCUMENT):
        _into_document(wish, into, output, new_people, said_on, by, quiet, json)
    elif said_on or by:
        raise UsageError(
            "--said-on and --by are for a .daybreak document.\nMaybe leave them out."
        )
    else:
        _into_production(wish, into, output, new_people, quiet, json)


def _into_document(
    wish: TableWish,
    into: str,
    output: str,
    new_people: bool,
    said_on: str | None,
    by: str | None,
    quiet: bool,
    json: bool,
) -> None:
    from daybreak.office.importing_tables import (  # slow import  # noqa: PLC0415
        enter_cast_file,
    )

    if output != "-":
        raise UsageError(
            "A document takes the list in itself.\nMaybe leave out --output."
        )
    taken, entries = enter_cast_file(
        wish,
        into,
        by=person(by),
        at=moment(),
        said_on=said_on,
        new_people=new_people,
    )
    if json:
        numbers = [one.seq for one in entries]
        out_json(_cast_data(taken) | {"output": into, "entries": numbers})
    if not quiet:
        _tell_cast(taken)
        if entries:
            say()
            first, last = entries[0].seq, entries[-1].seq
            say(f"Entered into {into}: {first} to {last}. Back: daybreak undo {into}")


def _into_production(
    wish: TableWish, into: str, output: str, new_people: bool, quiet: bool, json: bool
) -> None:
    from daybreak.model.files import write  # slow import: hashing  # noqa: PLC0415
    from daybreak.office.importing_tables import (  # slow import  # noqa: PLC0415
        take_cast_file,
    )

    taken = take_cast_file(wish, into, new_people=new_people)
    data = _cast_data(taken) | {"output": output}
    if not (json and output == "-"):
        write(taken.production, output)
    else:
        data["production"] = write_part(taken.production)
    if json:
        out_json(data)
    if not quiet:
        _tell_cast(taken)
        if output != "-":
            say()
            say(f"Written to {output}. Next: daybreak plan {output} -o schedule.json")


def _cast_data(taken: CastTaken) -> dict[str, Any]:
    return {
        "ok": True,
        "people": taken.people,
        "changes": [one.said for one in taken.changes],
        "questions": [asdict(one) for one in taken.questions],
        "warnings": [asdict(one) for one in taken.warnings],
        **columns_data(taken.sheet, taken.columns),
    }


def _tell_cast(taken: CastTaken) -> None:
    say(
        f"{count_of(taken.people, 'person', 'people')} in the list, "
        f"{count_of(len(taken.changes), 'change')}"
    )
    tell_columns(taken.sheet, taken.columns)
    changes = [one.said for one in taken.changes]
    for head, items in (
        ("Changes", changes),
        ("Questions", [str(one) for one in taken.questions]),
        ("Warnings", [str(one) for one in taken.warnings]),
    ):
        if items:
            say()
            say(f"{head} ({len(items)})")
            for one in items[:CHANGES_SHOWN]:
                say(f"  - {with_dates(one)}")
            if len(items) > CHANGES_SHOWN:
                say(f"  and {len(items) - CHANGES_SHOWN} more; --json lists all")
