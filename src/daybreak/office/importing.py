"""Import screenplays: files in, a whole production out."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.defaults import first_monday, parse_base
from daybreak.importers.limits import LIMITS
from daybreak.importers.outcome import Assumption, Imported
from daybreak.importers.places import read_locations_map
from daybreak.importers.published import Format, read_published
from daybreak.importers.published_productions import production_of
from daybreak.importers.sandbox import read_in_child
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.tiers import TierName
from daybreak.model.errors import UsageError
from daybreak.model.files import read_text

PIPED = "standard-input"
"""The name of a script from a pipe, in messages."""


def import_scripts_files(
    scripts: Sequence[str | os.PathLike[str]],
    *,
    today: date,
    start: date | None = None,
    tier: TierName = "micro",
    title: str | None = None,
    pages_per_day: Decimal | None = None,
    units: Sequence[str] = (),
    base: str | None = None,
    holidays: Sequence[str] = (),
    locations: str | os.PathLike[str] | None = None,
) -> Imported:
    """Make a production of the scripts in files, each a picture of its own.

    Every script is read in a process of its own, within limits.

    Parameters
    ----------
    scripts
        Fountain or FDX files; ``-`` is standard input.
    today
        The date of the import, from which the start is assumed.
    base
        ``London`` or ``London,51.5,-0.12,Europe/London``.
    locations
        A file that says which names of places are one.
    start, tier, title, pages_per_day, units, holidays
        As `daybreak.importers.breakdown.import_scripts` has them.

    Raises
    ------
    ImportProblem
        When a file cannot be read; nothing was taken in.
    DocumentError, UsageError
        When a setting makes no sense.
    """
    if sum(os.fspath(script) == "-" for script in scripts) > 1:
        raise UsageError(
            "Two scripts are to come from standard input.\nMaybe name a file for one."
        )
    names = None
    if locations is not None:
        names = read_locations_map(read_text(locations), os.path.basename(locations))
    return import_scripts(
        [_read(script) for script in scripts],
        today=today,
        start=start,
        tier=tier,
        title=title,
        pages_per_day=pages_per_day,
        units=tuple(units) or ("Main unit",),
        base=parse_base(base) if base is not None else None,
        holidays=holidays,
        locations=names,
    )


def import_published_file(
    path: str | os.PathLike[str],
    kind: Format,
    *,
    today: date,
    start: date | None = None,
    title: str | None = None,
) -> Imported:
    """Make a production of a published scheduling problem (SPEC 6).

    Parameters
    ----------
    path
        A file of the format; ``-`` is standard input.
    kind
        ``talent`` or ``movie-shoot``.
    today
        The date of the import, from which the start is assumed.
    start, title
        The first date and the title, where they are to be others.

    Raises
    ------
    ImportProblem
        When the file cannot be read; nothing was taken in.
    """
    if os.fspath(path) == "-":
        with tempfile.TemporaryDirectory() as folder:
            published = read_published(spooled(folder), kind)
    else:
        published = read_published(Path(path), kind)
    made = production_of(published, start=start or first_monday(today), title=title)
    assumed = Assumption(
        what=f"the unit works every day from {made.units[0].start} on",
        source="the problem knows no dates",
        where="units[0].start",
    )
    return Imported(production=made, assumed=(assumed,), questions=(), warnings=())


def spooled(folder: str) -> Path:
    """Write what comes through standard input to a file in a folder; give it."""
    spooled = Path(folder) / PIPED
    most = max(LIMITS.text_bytes, LIMITS.xml_bytes) + 1  # one more is refused
    spooled.write_bytes(sys.stdin.buffer.read(most))
    return spooled


def _read(script: str | os.PathLike[str]) -> Screenplay:
    if os.fspath(script) != "-":
        return read_in_child(Path(script))
    with tempfile.TemporaryDirectory() as folder:
        return read_in_child(spooled(folder))
