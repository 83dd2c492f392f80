"""Import schedules of other programs: a production, and their boards checked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from daybreak.checking import Violation, check, costed, is_valid
from daybreak.importers.defaults import parse_base
from daybreak.importers.names import Ids
from daybreak.importers.outcome import Imported
from daybreak.importers.places import read_locations_map
from daybreak.importers.tiers import TierName
from daybreak.importers.uss import import_uss
from daybreak.importers.uss_child import read_uss_in_child
from daybreak.importers.uss_reading import looks_like_uss
from daybreak.model.errors import UsageError
from daybreak.model.files import read_text, write
from daybreak.model.schedule import Schedule, Status
from daybreak.office.importing import spooled

_HEAD = 512
"""Bytes that are enough to tell a schedule from a script."""
PathLike = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBoard:
    """A board that came with a schedule file, checked and costed.

    Parameters
    ----------
    violations
        What it breaks of the production that was made; they are shown, not mended.
    """

    name: str
    schedule: Schedule
    violations: tuple[Violation, ...]

    @property
    def valid(self) -> bool:
        """Whether it breaks no rule that blocks."""
        return is_valid(self.violations)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedSchedule:
    """What came out of the import of a schedule file."""

    imported: Imported
    boards: tuple[CheckedBoard, ...]

    def board(self, name: str | None) -> CheckedBoard:
        """Give a board by its name; the only one, or the first, for None.

        Raises
        ------
        UsageError
            When there is no such board, or none at all.
        """
        for one in self.boards:
            if name is None or one.name.casefold() == name.casefold():
                return one
        raise UsageError(
            "The file has no board with days.\n"
            "Maybe leave out --schedule, and let Daybreak plan."
        )


def is_schedule_file(path: PathLike) -> bool:
    """Tell whether a file holds a schedule rather than a script."""
    name = os.fspath(path)
    if name == "-" or not Path(path).is_file():
        return name.lower().endswith(".uss")
    try:
        with open(path, "rb") as file:
            return looks_like_uss(file.read(_HEAD), Path(path).name)
    except OSError:
        return False


def import_schedule_file(
    path: PathLike,
    *,
    today: date,
    start: date | None = None,
    tier: TierName = "micro",
    title: str | None = None,
    pages_per_day: Decimal | None = None,
    base: str | None = None,
    holidays: Sequence[str] = (),
    locations: PathLike | None = None,
    board: str | None = None,
) -> ImportedSchedule:
    """Make a production and checked boards of a file of the schedule standard.

    The file is read in a process of its own, within limits.

    Parameters
    ----------
    path
        A USS file; ``-`` is standard input.
    board
        The stripboard whose calendar is the production's; else the first with days.
    today, start, tier, title, pages_per_day, base, holidays, locations
        As `daybreak.importers.uss.import_uss` and
        `daybreak.office.importing.import_scripts_files` have them.

    Raises
    ------
    ImportProblem
        When the file cannot be read; nothing was taken in.
    DocumentError, UsageError
        When a setting makes no sense, or there is no such board.
    """
    names = None
    if locations is not None:
        names = read_locations_map(read_text(locations), os.path.basename(locations))
    if os.fspath(path) == "-":
        with tempfile.TemporaryDirectory() as folder:
            document = read_uss_in_child(spooled(folder))
    else:
        document = read_uss_in_child(path if isinstance(path, str) else Path(path))
    imported = import_uss(
        document,
        today=today,
        start=start,
        tier=tier,
        title=title,
        pages_per_day=pages_per_day,
        holidays=holidays,
        base=parse_base(base) if base is not None else None,
        locations=names,
        board=board,
    )
    return with_checked_boards(imported)


def with_checked_boards(imported: Imported) -> ImportedSchedule:
    """Give what was imported with its boards, each checked and costed."""
    return ImportedSchedule(
        imported=imported,
        boards=tuple(
            _checked(imported, one.name, one.schedule) for one in imported.boards
        ),
    )


def _checked(imported: Imported, name: str, schedule: Schedule) -> CheckedBoard:
    """Check a board and count its costs."""
    violations = check(imported.production, schedule)
    counted = costed(imported.production, schedule)
    status: Status | None = "feasible" if is_valid(violations) else None
    return CheckedBoard(
        name=name, schedule=replace(counted, status=status), violations=violations
    )


def write_boards(boards: Sequence[CheckedBoard], folder: PathLike) -> tuple[str, ...]:
    """Write each board to a file of its own in a folder; give the files.

    Raises
    ------
    UsageError
        When the folder cannot be made, or a file not be written.
    """
    home = Path(folder)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{home}: {reason} - no board was written") from None
    ids = Ids()
    paths = []
    for one in boards:
        path = os.fspath(home / f"{ids.make(one.name, otherwise='board')}.json")
        write(one.schedule, path)
        paths.append(path)
    return tuple(paths)
