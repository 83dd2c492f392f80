"""``daybreak scenarios``: what-ifs of a document, kept and planned side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

import typer

from daybreak.cli.document_options import By, DocumentFile, moment, person
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy
from daybreak.cli.known_options import asked as known_asked
from daybreak.cli.options import Color, Iterations, Json, Quiet, Seconds, Seed, Width
from daybreak.cli.painting import paint
from daybreak.cli.scenarios_side_by_side import Wish, plan_scenarios, plan_ways
from daybreak.cli.speech import out_json, say
from daybreak.cli.tables import history_table
from daybreak.model.errors import UsageError
from daybreak.reports.lines import line
from daybreak.reports.phrases import count_of


def scenarios(
    shoot: DocumentFile,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAMES]",
            help="Scenarios to plan, all where left out; or one of the words shown "
            "below and what it takes.",
        ),
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="add: what would be gone; may be repeated.",
            show_default=False,
        ),
    ] = None,
    note: Annotated[
        str, typer.Option(metavar="TEXT", help="add, remove: what it is for.")
    ] = "",
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="Replace a scenario, or with --keep boards, of that name.",
        ),
    ] = False,
    by: By = None,
    from_: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="BOARD",
            help="A board or revision to begin each plan from.",
            show_default=False,
        ),
    ] = "",
    keep: Annotated[
        bool,
        typer.Option("--keep", help="Keep each plan as a board of the row's name."),
    ] = False,
    seconds: Seconds = 20.0,
    iterations: Iterations = None,
    seed: Seed = 1,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=64,
            metavar="N",
            help="Processes that search side by side; else 2.",
            show_default=False,
        ),
    ] = None,
    bound: Annotated[
        bool | None,
        typer.Option(
            "--bound/--no-bound",
            help="Prove how little any plan could cost; done where --iterations is "
            "not given.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    quiet: Quiet = False,
    color: Color = None,
    width: Width = None,
    json: Json = False,
) -> None:
    """Plan a document as it is and as it would be, side by side.

    A scenario is a name, a note and what-ifs: facts that would be set or removed. It
    changes nothing of the document. Each plan has the same time and the same seed;
    Ctrl-C ends with the plans so far. With ways, the pictures of a shoot are planned
    together, one after the other, and each on its own.

    For example:
      daybreak scenarios shoot.daybreak add early picture/m7/release=2021-07-23
      daybreak scenarios shoot.daybreak add free --remove person/star/unavailable/press
      daybreak scenarios shoot.daybreak add away
          "person/star/unavailable/play=from=2021-06 to=2021-08" --note "a play"
      daybreak scenarios shoot.daybreak list
      daybreak scenarios shoot.daybreak --seconds 60
      daybreak scenarios shoot.daybreak early free --as-of 2020-07-07
      daybreak scenarios shoot.daybreak ways --keep
      daybreak scenarios shoot.daybreak ways early
      daybreak scenarios shoot.daybreak history early
      daybreak scenarios shoot.daybreak remove early
    """
    given = list(words or ())
    action = given.pop(0) if given and given[0] in _ACTIONS else "plan"
    if remove and action != "add":
        raise UsageError(
            "--remove belongs to add: what would be gone in a scenario.\n"
            f"Maybe write: daybreak scenarios {shoot} add NAME --remove PATH."
        )
    _ACTIONS[action](
        Wish(
            shoot=shoot,
            names=tuple(given),
            removals=tuple(remove or ()),
            note=note,
            replaces=replace,
            by=by,
            start=from_,
            keep=keep,
            known=known_asked(as_of, at_least, entered_by),
            seconds=seconds,
            iterations=iterations,
            seed=seed,
            workers=workers,
            bound=bound,
            quiet=quiet,
            color=color,
            width=width,
            json=json,
        )
    )


# --- kept in the journal ----------------------------------------------------------


def _add(wish: Wish) -> None:
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415

    if not wish.names:
        raise UsageError(
            "add takes the name of a scenario and its what-ifs.\n"
            f"Maybe write: daybreak scenarios {wish.shoot} add NAME PATH=VALUE."
        )
    name, *what_ifs = wish.names
    entry = office.add(
        wish.shoot,
        name,
        what_ifs,
        wish.removals,
        by=person(wish.by),
        at=moment(),
        note=wish.note,
        replaces=wish.replaces,
    )
    told = count_of(len(entry.value), "what-if")
    _done(wish, f"Scenario {name} is kept, with {told}.", entry.seq)


def _remove(wish: Wish) -> None:
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415

    name = _the_one(wish, "remove")
    entry = office.remove(
        wish.shoot, name, by=person(wish.by), at=moment(), note=wish.note
    )
    _done(wish, f"Scenario {name} is off the list; undo brings it back.", entry.seq)


def _history(wish: Wish) -> None:
    from daybreak.office import boards as desk  # slow import  # noqa: PLC0415
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415

    found = office.history(wish.shoot, _the_one(wish, "history"))
    if wish.json:
        out_json({"ok": True, "entries": [desk.entry_data(one) for one in found]})
    else:
        history_table(found)


def _list(wish: Wish) -> None:
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415

    found = office.listed(wish.shoot)
    if wish.json:
        told = [
            {
                "name": one.name,
                "note": one.note,
                "what_ifs": [asdict(what_if) for what_if in one.what_ifs],
                "entry": one.entry.seq,
                "by": one.entry.entered_by,
            }
            for one in found
        ]
        out_json({"ok": True, "scenarios": told})
        return
    lines = []
    for one in found:
        note = f": {one.note}" if one.note else ""
        lines.append(line(f"{one.name}{note}", "title"))
        lines += [line(f"  {office.what_if_words(w)}") for w in one.what_ifs]
    paint(lines, color=wish.color)
    say(f"{count_of(len(found), 'scenario')}.")


def _the_one(wish: Wish, action: str) -> str:
    if len(wish.names) != 1:
        raise UsageError(
            f"scenarios {action} takes one name.\n"
            f"Maybe write: daybreak scenarios {wish.shoot} {action} NAME."
        )
    return wish.names[0]


def _done(wish: Wish, words: str, seq: int) -> None:
    if wish.json:
        out_json({"ok": True, "entry": seq})
    else:
        say(words)


_ACTIONS: dict[str, Callable[[Wish], None]] = {
    "plan": plan_scenarios,
    "list": _list,
    "add": _add,
    "remove": _remove,
    "history": _history,
    "ways": plan_ways,
}
