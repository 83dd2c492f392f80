"""``daybreak set`` and ``daybreak remove``: put a fact into a document's journal."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.document_options import By, DocumentFile, moment, person
from daybreak.cli.known_options import ALIASES
from daybreak.cli.options import Json
from daybreak.cli.speech import out_json, say
from daybreak.model.errors import UsageError

if TYPE_CHECKING:
    from daybreak.office.facts import Entered

PathArgument = Annotated[
    str,
    typer.Argument(
        metavar="PATH", help="What it is about, such as picture/m7/release."
    ),
]
Values = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="VALUE",
        help="A value; for a whole thing its fields, such as from=2021-06 to=2021-08.",
        show_default=False,
    ),
]
SaidOn = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="When it was said: a day, a month or a year.",
        show_default=False,
    ),
]
NotBefore = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="For a source without a date: the first day it can be from.",
        show_default=False,
    ),
]
Outlet = Annotated[str, typer.Option(metavar="NAME", help="Where it was published.")]
Speaker = Annotated[str, typer.Option(metavar="NAME", help="Who is quoted or named.")]
Address = Annotated[
    str, typer.Option(metavar="TEXT", help="A web address or the name of a file.")
]
Quote = Annotated[str, typer.Option(metavar="TEXT", help="A few words of it.")]
Status = Annotated[
    str,
    typer.Option(
        metavar="STATUS",
        help="How sure: confirmed, expected, rumored, denied or withdrawn.",
    ),
]
Settles = Annotated[
    bool,
    typer.Option(
        "--settles",
        help="Whoever says it decides it: no dispute with what was said before.",
    ),
]
Note = Annotated[
    str, typer.Option(metavar="TEXT", help="Anything to say about it, such as why.")
]


def set_fact(
    shoot: DocumentFile,
    path: PathArgument,
    values: Values = None,
    said_on: SaidOn = None,
    not_before: NotBefore = None,
    outlet: Outlet = "",
    speaker: Speaker = "",
    address: Address = "",
    quote: Quote = "",
    status: Status = "confirmed",
    settles: Settles = False,
    note: Note = "",
    by: By = None,
    json: Json = False,
) -> None:
    """Enter what was said or decided: one field of one thing, or a whole thing.

    Without --outlet and --speaker it is a decision of your own. A report needs
    --said-on, or --not-before where it bears no date. Nothing is overwritten: daybreak
    facts shows all that was said.

    For example:
      daybreak set shoot.daybreak unit/main/day_minutes 660
      daybreak set shoot.daybreak picture/m7/release 2021-11-19 --said-on 2020-07-07
          --outlet "The Paper"
      daybreak set shoot.daybreak person/star/unavailable/press from=2021-06 to=2021-08
      daybreak set shoot.daybreak casting/m7/villain hoult --status denied --said-on
          2021-02 --speaker "The director"
    """
    _enter(
        shoot,
        path,
        values or [],
        action="set",
        said_on=said_on,
        not_before=not_before,
        source=(outlet, speaker, address, quote),
        status=ALIASES.get(status, status),
        settles=settles,
        note=note,
        by=by,
        json=json,
    )


def remove_fact(
    shoot: DocumentFile,
    path: PathArgument,
    said_on: SaidOn = None,
    not_before: NotBefore = None,
    outlet: Outlet = "",
    speaker: Speaker = "",
    address: Address = "",
    quote: Quote = "",
    note: Note = "",
    by: By = None,
    json: Json = False,
) -> None:
    """Enter that something is no more: a field, a thing, a range of dates.

    What was said of it before stays in the journal, and in every plan of an earlier
    day.

    For example:
      daybreak remove shoot.daybreak person/star/unavailable/press
      daybreak remove shoot.daybreak picture/m8/release --said-on 2021-04-09
          --outlet "The Paper"
    """
    _enter(
        shoot,
        path,
        [],
        action="remove",
        said_on=said_on,
        not_before=not_before,
        source=(outlet, speaker, address, quote),
        status="confirmed",
        settles=False,
        note=note,
        by=by,
        json=json,
    )


def _enter(
    shoot: str,
    path: str,
    values: list[str],
    *,
    action: Any,
    said_on: str | None,
    not_before: str | None,
    source: tuple[str, str, str, str],
    status: Any,
    settles: bool,
    note: str,
    by: str | None,
    json: bool,
) -> None:
    from daybreak.office import facts  # slow import: the store  # noqa: PLC0415

    _refuse_flags(values)
    wish = facts.wish(
        path,
        values,
        action=action,
        said_on=said_on,
        not_before=_day(not_before),
        source=source,
        status=status,
        settles=settles,
        note=note,
        by=person(by),
        at=moment(),
    )
    names_fields = bool(values) and not values[0].lstrip().startswith("{")
    entered = facts.enter(shoot, wish, by_field=names_fields)
    if json:
        out_json(_data(entered))
    else:
        _tell(shoot, entered)


def _refuse_flags(values: list[str]) -> None:
    """Refuse an unknown flag; a value may begin with a minus, such as ``-0.12``."""
    strange = [one for one in values if one.startswith("-") and one[1:2].isalpha()]
    strange += [one for one in values if one.startswith("--")]
    if strange:
        near = get_close_matches(strange[0].partition("=")[0], _FLAGS, n=1)
        raise UsageError(
            f"No such option: {strange[0]}\n"
            + (f"Maybe {near[0]}." if near else "Maybe look: daybreak set --help.")
        )


_FLAGS = (
    *("--said-on", "--not-before", "--outlet", "--speaker", "--address", "--quote"),
    *("--status", "--settles", "--note", "--by", "--json", "--help"),
)


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"--not-before {text}: is no day of the calendar.\n"
            "Maybe write it as 2020-02-03."
        ) from None


def _tell(shoot: str, entered: Entered) -> None:
    from daybreak.office import fact_papers  # slow import  # noqa: PLC0415

    for text in fact_papers.entered_words(entered):
        say(text)
    if entered.after.standing is not None and entered.after.standing.against:
        say(
            "Decide where you know better: "
            f'daybreak set {shoot} {entered.after.path} VALUE --note "why"'
        )


def _data(entered: Entered) -> dict[str, Any]:
    from daybreak.office import fact_papers  # slow import  # noqa: PLC0415

    return {
        "ok": True,
        "entries": [one.seq for one in entered.entries],
        "fact": fact_papers.history_as_json(entered.after),
    }
