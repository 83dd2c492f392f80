"""``daybreak import`` of a schedule file: its boards, written and told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.check_command import violation_data
from daybreak.cli.speech import say
from daybreak.model.errors import UsageError
from daybreak.reports.phrases import count_of, show_money, with_dates

if TYPE_CHECKING:
    from daybreak.model.production import Production
    from daybreak.office.importing_schedules import CheckedBoard, ImportedSchedule

VIOLATIONS_SHOWN = 5

ScheduleOut = Annotated[
    str | None,
    typer.Option(
        "--schedule",
        metavar="FILE",
        help="Of a schedule file: where to write its board.",
        show_default=False,
    ),
]
SchedulesOut = Annotated[
    str | None,
    typer.Option(
        "--schedules",
        metavar="FOLDER",
        help="Of a schedule file: where to write all its boards.",
        show_default=False,
    ),
]
BoardName = Annotated[
    str | None,
    typer.Option(
        "--board",
        metavar="NAME",
        help="Of a schedule file: which board; else the first with days.",
        show_default=False,
    ),
]


def refuse_boards(*settings: object) -> None:
    """Refuse to ask a script for its boards.

    Raises
    ------
    UsageError
        When somebody does.
    """
    if any(setting is not None for setting in settings):
        raise UsageError(
            "--schedule, --schedules and --board are for schedule files (.uss); a "
            "script has no board.\n"
            "Maybe leave them out, and run daybreak plan afterwards."
        )


def write_boards(
    found: ImportedSchedule,
    *,
    board: str | None,
    schedule: str | None,
    schedules: str | None,
) -> dict[str, list[str]]:
    """Write the boards that were asked for; give the files by the board's name."""
    from daybreak.model.files import write  # slow import: hashing  # noqa: PLC0415
    from daybreak.office import (  # slow import: readers  # noqa: PLC0415
        importing_schedules,
    )

    files: dict[str, list[str]] = {one.name: [] for one in found.boards}
    if schedule is not None:
        chosen = found.board(board)
        write(chosen.schedule, schedule)
        files[chosen.name].append(schedule)
    if schedules is not None:
        paths = importing_schedules.write_boards(found.boards, schedules)
        for one, path in zip(found.boards, paths, strict=True):
            files[one.name].append(path)
    return files


def boards_data(
    found: ImportedSchedule, files: dict[str, list[str]]
) -> list[dict[str, Any]]:
    """Give the boards as JSON."""
    return [
        {
            "name": one.name,
            "output": files[one.name],
            "days": len(one.schedule.days),
            "boneyard": len(one.schedule.boneyard),
            "cost": dict(one.schedule.cost),
            "valid": one.valid,
            "violations": [violation_data(each) for each in one.violations],
        }
        for one in found.boards
    ]


def tell_boards(found: ImportedSchedule, files: dict[str, list[str]]) -> None:
    """Say what each board is, what it costs, what it breaks and where it was put."""
    production = found.imported.production
    if not found.boards:
        return
    say()
    say(f"Boards ({len(found.boards)})")
    for one in found.boards:
        _tell(production, one, files[one.name])
    if not any(files.values()):
        say("  write them with --schedule FILE or --schedules FOLDER")


def _tell(production: Production, one: CheckedBoard, files: list[str]) -> None:
    left = len(one.schedule.boneyard)
    lies = f", {count_of(left, 'strip')} in the boneyard" if left else ""
    total = show_money(one.schedule.cost["total"], production.currency)
    rules = Counter(each.rule for each in one.violations)
    told = ", ".join(f"{rule} {count}" for rule, count in rules.items())
    broken = f"; breaks {told}" if rules else "; breaks no rule"
    where = f" -> {', '.join(files)}" if files else ""
    days = count_of(len(one.schedule.days), "day")
    say(f"  - {one.name}: {days}{lies}, {total}{broken}{where}")
    for each in one.violations[:VIOLATIONS_SHOWN]:
        say(f"      {with_dates(each.said)}")
    if len(one.violations) > VIOLATIONS_SHOWN:
        say(f"      and {len(one.violations) - VIOLATIONS_SHOWN} more: daybreak check")
