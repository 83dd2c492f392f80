"""``daybreak undo`` and ``daybreak redo``: take back, as new entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from daybreak.cli.document_options import By, DocumentFile, moment, person
from daybreak.cli.options import Json
from daybreak.cli.speech import out_json, say

if TYPE_CHECKING:
    from daybreak.store.entry import Entry

PATHS_SHOWN = 5


def undo(
    shoot: DocumentFile,
    entry: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="NUMBER",
            help="An entry of the edit to undo; else your last one.",
            show_default=False,
        ),
    ] = None,
    by: By = None,
    json: Json = False,
) -> None:
    """Undo your last edit. The journal keeps it, and that you took it back.

    What somebody else changed since is not overwritten: then it says who did.

    For example:
      daybreak undo shoot.daybreak
      daybreak undo shoot.daybreak --by anna --entry 120
    """
    from daybreak.office import documents  # slow import: the store  # noqa: PLC0415

    made = documents.undo(shoot, by=person(by), at=moment(), entry=entry)
    _tell("Undone", made, json=json)


def redo(shoot: DocumentFile, by: By = None, json: Json = False) -> None:
    """Redo what you undid last.

    For example:
      daybreak redo shoot.daybreak
    """
    from daybreak.office import documents  # slow import: the store  # noqa: PLC0415

    made = documents.redo(shoot, by=person(by), at=moment())
    _tell("Redone", made, json=json)


def _tell(verb: str, made: Sequence[Entry], *, json: bool) -> None:
    paths = [one.path for one in made]
    if json:
        out_json({"ok": True, "entries": [one.seq for one in made], "paths": paths})
        return
    more = len(paths) - PATHS_SHOWN
    rest = f" and {more} more" if more > 0 else ""
    say(f"{verb}: {', '.join(paths[:PATHS_SHOWN])}{rest}.")
