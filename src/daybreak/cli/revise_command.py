"""``daybreak revise``: a new draft of a script into a production or a document."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from daybreak.cli.document_options import By, moment, person
from daybreak.cli.doorkeeper import BROKEN, FINE
from daybreak.cli.options import Json
from daybreak.cli.revision_lines import board_lines_after, revision_lines
from daybreak.cli.speech import out, out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.model.writing import write_part
from daybreak.reports.phrases import count_of, with_dates

if TYPE_CHECKING:
    from daybreak.office.revised_boards import BoardAfter
    from daybreak.office.revising import Redrafted

LISTED_MOST = 20
SUFFIX = ".daybreak"

Production = Annotated[
    str,
    typer.Argument(
        metavar="PRODUCTION", help="The production, a JSON file or .daybreak document."
    ),
]
Draft = Annotated[
    str,
    typer.Argument(metavar="DRAFT", help="The new draft, a Fountain or FDX file."),
]
Out = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write the production; - for a pipe. Not for a document.",
        show_default=False,
    ),
]
ScheduleIn = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="A schedule to fit to the draft.", show_default=False
    ),
]
ScheduleOut = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="Where to write the fitted schedule.", show_default=False
    ),
]
Earlier = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="The draft before: texts are compared, and what was entered by hand is "
        "told from what it said. A document keeps it.",
        show_default=False,
    ),
]
PictureOption = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Whose script it is, by id.", show_default=False),
]
ColorOption = Annotated[
    str | None,
    typer.Option(
        metavar="COLOR", help="Color of the draft; else the next.", show_default=False
    ),
]
TierOption = Annotated[
    Literal["micro", "low", "mid", "studio"] | None,
    typer.Option(
        help="Budget tier of new people and places; else the import's.",
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
Today = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="What the schedule has before this date was shot, and stays as it was.",
        show_default=False,
    ),
]
BoardOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Of a document: the board you shoot by, for --today.",
        show_default=False,
    ),
]
Preview = Annotated[
    bool, typer.Option("--preview", help="Only tell what would change.")
]


def revise(
    production: Production,
    draft: Draft,
    output: Out = None,
    schedule: ScheduleIn = None,
    schedule_out: ScheduleOut = None,
    earlier: Earlier = None,
    picture: PictureOption = None,
    color: ColorOption = None,
    tier: TierOption = None,
    locations: Locations = None,
    today: Today = None,
    board: BoardOption = None,
    by: By = None,
    preview: Preview = False,
    json: Json = False,
) -> None:
    """Take a new draft of a script into a production; the board stays in place.

    Scenes are found again by number, heading, cast and text. It tells what changed,
    scene by scene; what people entered stays. Omitted scenes are kept beside, new ones
    wait in the boneyard. Exit code 1 where a schedule now breaks a rule.

    For example:
      daybreak revise production.json blue.fountain --earlier white.fountain -o new.json
      daybreak revise p.json blue.fdx -o q.json --schedule s.json --schedule-out t.json
      daybreak revise shoot.daybreak blue.fountain --preview
    """
    from daybreak.office import (  # slow import: readers  # noqa: PLC0415
        revising,
        revising_documents,
    )

    wish = revising.DraftWish(
        draft=draft,
        day=date.today(),
        earlier=earlier,
        picture=picture,
        color=color,
        tier=tier,
        locations=locations,
        today=_date(today),
    )
    if production.endswith(SUFFIX):
        _refuse(
            "A document keeps its production and its boards itself",
            ("-o", output),
            ("--schedule", schedule),
            ("--schedule-out", schedule_out),
        )
        found = revising_documents.revise_document(
            production, wish, by=person(by), at=moment(), board=board, preview=preview
        )
    else:
        _refuse("Boards with names are those of a document", ("--board", board))
        _check_files(output, schedule, schedule_out, preview)
        found = revising.revise_production(production, wish, schedule=schedule)
        if not preview:
            _write(found, output, schedule_out)
    if json:
        out_json(_data(found, preview))
    else:
        _tell(found, say if output == "-" else _out_line)
        _tell_next(found, production, output, schedule_out, preview)
    raise typer.Exit(FINE if found.valid else BROKEN)


def _date(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f'--today "{text}" is no date.\nMaybe write it as 2027-03-16.'
        ) from None


def _refuse(why: str, *given: tuple[str, object]) -> None:
    names = [name for name, value in given if value is not None]
    if names:
        raise UsageError(f"{why}.\nMaybe leave {' and '.join(names)} out.")


def _check_files(
    output: str | None, schedule: str | None, schedule_out: str | None, preview: bool
) -> None:
    if output is None and not preview:
        raise UsageError(
            "The new production has to go somewhere.\n"
            "Maybe name a file with -o, or only look with --preview."
        )
    if (schedule is None) != (schedule_out is None) and not preview:
        raise UsageError(
            "A schedule is read from one file and written to another.\n"
            "Maybe give both --schedule and --schedule-out."
        )
    if output == "-" == schedule_out:
        raise UsageError(
            "Two documents are to go to standard output.\nMaybe name a file for one."
        )


def _write(found: Redrafted, output: str | None, schedule_out: str | None) -> None:
    from daybreak.model.files import write  # slow import: hashing  # noqa: PLC0415

    if output is not None:
        write(found.revised.production, output)
    if schedule_out is not None:
        write(found.boards[0].opened.schedule, schedule_out)


def _data(found: Redrafted, preview: bool) -> dict[str, Any]:
    revised = found.revised
    return {
        "ok": True,
        "valid": found.valid,
        "preview": preview,
        "picture": revised.picture,
        "file": revised.file,
        "color": revised.color,
        "scenes": [asdict(one) for one in revised.scenes],
        "people": list(revised.people),
        "locations": list(revised.locations),
        "elements": list(revised.elements),
        "questions": [asdict(one) for one in revised.questions],
        "warnings": [asdict(one) for one in revised.warnings],
        "remarks": list(found.remarks),
        "boards": [_board_data(one) for one in found.boards],
        "entries": len(found.entries),
    }


def _board_data(one: BoardAfter) -> dict[str, Any]:
    return {
        "name": one.name,
        "valid": one.opened.valid,
        "cost_before": one.cost_before,
        "cost": one.opened.costs.total,
        "left": list(one.left),
        "waiting": list(one.waiting),
        "days_gone": [{"unit": unit, "date": day} for unit, day in one.days_gone],
        "violations": [asdict(found) for found in one.new_violations],
        "schedule": write_part(one.opened.schedule),
    }


def _out_line(text: str) -> None:
    out(f"{text}\n")


def _tell(found: Redrafted, write: Any) -> None:
    say_all(found.remarks)
    production = found.revised.production
    title = next(
        one.title for one in production.pictures if one.id == found.revised.picture
    )
    for text in revision_lines(found.revised, title=title):
        write(text)
    for head, items in (
        ("Questions", found.revised.questions),
        ("Warnings", found.revised.warnings),
    ):
        if items:
            write("")
            write(f"{head} ({len(items)})")
            for one in items[:LISTED_MOST]:
                write(f"  - {with_dates(str(one))}")
            if len(items) > LISTED_MOST:
                write(f"  and {len(items) - LISTED_MOST} more; --json lists all")
    for board in found.boards:
        write("")
        for text in board_lines_after(board, production, found.before):
            write(text)


def _tell_next(
    found: Redrafted,
    production: str,
    output: str | None,
    schedule_out: str | None,
    preview: bool,
) -> None:
    if output == "-":
        return
    say()
    if preview:
        say("Nothing was written: this is a preview.")
    elif output is None:
        count = count_of(len(found.entries), "entry", "entries")
        say(f"Written to {production}: {count}; daybreak undo takes all of it back.")
        say(f"Next: daybreak boards {production} shows the boards to replan.")
    else:
        say(f"Written to {output}" + (f" and {schedule_out}" if schedule_out else ""))
        if schedule_out is None:
            say(f"Next: daybreak plan {output} -o schedule.json")
        else:
            say(
                f"Next: daybreak replan {output} --from {schedule_out} --today DATE "
                "-o new-schedule.json"
            )
