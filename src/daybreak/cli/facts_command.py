"""``daybreak facts`` and ``daybreak changes``: what was said, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from daybreak.cli.document_options import DocumentFile
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked, day_of
from daybreak.cli.options import Color, Json, Width
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.speech import out_json, say
from daybreak.reports.fact_lines import (
    change_lines,
    fact_lines,
    said_lines,
    show_value,
)
from daybreak.reports.lines import line
from daybreak.reports.phrases import count_of, show_range

if TYPE_CHECKING:
    from daybreak.office.asked import Asked

About = Annotated[
    str,
    typer.Argument(
        metavar="PATH",
        help="One fact, or a thing, or a kind such as picture; else all reports.",
    ),
]
FromDay = Annotated[
    str, typer.Option("--from", metavar="DATE", help="The earlier day.")
]
ToDay = Annotated[str, typer.Option("--to", metavar="DATE", help="The later day.")]


def facts(
    shoot: DocumentFile,
    path: About = "",
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    color: Color = None,
    width: Width = None,
    json: Json = False,
) -> None:
    """Show what is known: the history of one fact, or what stands of many.

    Disputes are marked, with all that was said on each side.

    For example:
      daybreak facts shoot.daybreak picture/m7/release
      daybreak facts shoot.daybreak picture/m7 --as-of 2020-07-07
      daybreak facts shoot.daybreak --at-least rumored
    """
    from daybreak.office.facts import is_list  # slow import  # noqa: PLC0415

    wanted = asked(as_of, at_least, entered_by)
    wide = width_of_output(width)
    if is_list(path):
        _list(shoot, path, wanted, wide, color, json=json)
    else:
        _history(shoot, path, wanted, wide, color, json=json)


def _list(
    shoot: str, path: str, wanted: Asked, wide: int, color: bool | None, *, json: bool
) -> None:
    from daybreak.office import fact_papers  # slow import  # noqa: PLC0415
    from daybreak.office.facts import fact_list  # slow import  # noqa: PLC0415

    found = fact_list(shoot, path, wanted)
    if json:
        made = [fact_papers.fact_as_json(one) for one in found]
        out_json({"ok": True, "path": path, "facts": made})
    elif found:
        paint(fact_lines(fact_papers.fact_rows(found), width=wide), color=color)
    else:
        say("Nothing was reported yet; name a kind such as picture for all there is.")


def _history(
    shoot: str, path: str, wanted: Asked, wide: int, color: bool | None, *, json: bool
) -> None:
    from daybreak.office import fact_papers  # slow import  # noqa: PLC0415
    from daybreak.office.facts import fact_history  # slow import  # noqa: PLC0415

    found = fact_history(shoot, path, wanted)
    if json:
        out_json({"ok": True, **fact_papers.history_as_json(found)})
        return
    standing = found.standing
    lines = [line(f"{found.path}: nothing is known")]
    if standing is not None:
        now = show_value(standing.claim.value, removes=standing.claim.removes)
        lines = [line(f"{found.path}: {now}, {standing.status}", "title")]
    if found.told:
        lines += said_lines(fact_papers.said_rows(found), width=wide)
    lines += [line(text) for text in fact_papers.dispute_words(found)]
    lines += [
        line(f"{one.path}: {one.day} - {one.follows}", "soft") for one in found.derived
    ]
    paint(lines, color=color)


def changes(
    shoot: DocumentFile,
    from_: FromDay,
    to: ToDay,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    color: Color = None,
    width: Width = None,
    json: Json = False,
) -> None:
    """Show what changed between two days: facts, how sure they are, disputes.

    Names that a reported cast list no longer has are changes, too, though nobody
    said a word.

    For example:
      daybreak changes shoot.daybreak --from 2020-07-07 --to 2021-02-25
      daybreak changes shoot.daybreak --from 2020-07 --to 2020-10 --at-least rumored
    """
    from daybreak.office import fact_papers  # slow import  # noqa: PLC0415
    from daybreak.office.facts import fact_changes  # slow import  # noqa: PLC0415

    first, last = day_of("--from", from_), day_of("--to", to)
    found, entries = fact_changes(shoot, first, last, asked(None, at_least, entered_by))
    if json:
        made = [fact_papers.change_as_json(one) for one in found]
        data = {"from": first.isoformat(), "to": last.isoformat(), "changes": made}
        out_json({"ok": True, **data})
        return
    if found:
        rows = fact_papers.change_rows(found, entries)
        paint(change_lines(rows, width=width_of_output(width)), color=color)
    say(f"{count_of(len(found), 'change')}, {show_range(first, last)}")
