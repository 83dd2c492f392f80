"""Arguments that the commands on documents share."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from daybreak.model.errors import UsageError

DocumentFile = Annotated[
    str, typer.Argument(metavar="SHOOT", help="The document, a .daybreak file.")
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who enters it; else the name you are logged in with.",
        show_default=False,
    ),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="What it is for.")]
Replace = Annotated[
    bool,
    typer.Option("--replace", help="Replace a board of that name; its history stays."),
]


def person(by: str | None) -> str:
    """Give who enters something.

    Raises
    ------
    UsageError
        When nobody is named and the system knows no name.
    """
    if by is not None and by.strip():
        return by.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("Nobody is named.\nMaybe say who enters it: --by NAME.") from (
            None
        )


def moment() -> datetime:
    """Give the time of now, UTC, in whole seconds, as entries keep it."""
    return datetime.now(UTC).replace(microsecond=0)
