"""Arguments that ask a document for what was known on a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated, get_args

import typer

from daybreak.model.errors import UsageError
from daybreak.office.asked import Asked
from daybreak.office.asked import AtLeast as Level
from daybreak.store.said import span_or_none

ALIASES = {"rumoured": "rumored"}

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Only what was said by this day; a month or year: by its last day.",
        show_default=False,
    ),
]
EnteredBy = Annotated[
    str | None,
    typer.Option(
        "--entered-by",
        metavar="DATE",
        help="Only what was entered by this day.",
        show_default=False,
    ),
]
AtLeast = Annotated[
    str,
    typer.Option(
        "--at-least",
        metavar="STATUS",
        help="How sure: confirmed, expected or rumored.",
    ),
]


def asked(as_of: str | None, at_least: str, entered_by: str | None) -> Asked:
    """Give what was asked for.

    Raises
    ------
    UsageError
        When a date or a status is none.
    """
    wanted = ALIASES.get(at_least, at_least)
    found = [one for one in get_args(Level) if one == wanted]
    if not found:
        raise UsageError(
            f"--at-least {at_least}: is no such status.\n"
            f"Maybe use one of {', '.join(get_args(Level))}."
        )
    return Asked(
        as_of=None if as_of is None else day_of("--as-of", as_of),
        entered_by=None if entered_by is None else day_of("--entered-by", entered_by),
        at_least=found[0],
    )


def repeated(as_of: str | None, at_least: str, entered_by: str | None) -> str:
    """Give the flags as they would have to be typed again, a blank before each."""
    told = {
        "--as-of": as_of,
        "--at-least": None if at_least == "expected" else at_least,
        "--entered-by": entered_by,
    }
    return "".join(f" {flag} {text}" for flag, text in told.items() if text)


def day_of(flag: str, text: str) -> date:
    """Give the day that a flag names, the last one of a month or a year.

    Raises
    ------
    UsageError
        When it is no date.
    """
    found = span_or_none(text)
    if found is None:
        raise UsageError(
            f"{flag} {text}: is no day, month or year.\n"
            "Maybe write 2020-07-07, 2020-07 or 2020."
        )
    return found.last
