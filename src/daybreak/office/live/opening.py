"""Open a document for several people at once, and say to others where it is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from daybreak.model.errors import UsageError
from daybreak.office.live.session import LiveShoot
from daybreak.store.files import SUFFIX, open_document

MADE_FROM = (".json", ".fountain", ".fdx", ".uss", ".csv", ".xlsx")
"""Files that a document can be made of, and that are named by mistake."""


def open_shoot(
    path: str | os.PathLike[str], *, by: str, clock: Callable[[], datetime]
) -> LiveShoot:
    """Give a session on a document that nobody else has open to write.

    Parameters
    ----------
    by
        Who opens it.
    clock
        Gives UTC in whole seconds.

    Raises
    ------
    UsageError
        When it is no document, or somebody else writes to it.
    DocumentError
        When it is damaged.
    """
    _refuse_others(Path(path))
    document = open_document(path, by=by)
    if document.is_read_only:
        held = document.held_by
        document.close()
        raise UsageError(
            f"{os.fspath(path)}: {held} - close it there, or wait a moment"
        )
    try:
        return LiveShoot(document, clock=clock)
    except BaseException:
        document.close()
        raise


def say_where(shoot: LiveShoot, address: str) -> None:
    """Let those whom the document refuses know at which address it is open."""
    shoot.document.say_where(f"in the browser at {address}")


def _refuse_others(path: Path) -> None:
    """Refuse a production or a script, with the command that makes a document."""
    if path.suffix not in MADE_FROM or not path.is_file():
        return
    made = path.with_suffix(SUFFIX)
    todo = f"make one: daybreak load {path} -o {made}"
    if path.suffix != ".json":
        production = path.with_suffix(".json")
        todo = (
            f"import it first: daybreak import {path} -o {production}, then "
            f"daybreak load {production} -o {made}"
        )
    raise UsageError(f"{path}: is no document - {todo}")
