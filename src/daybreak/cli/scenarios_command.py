"""``daybreak scenarios``: what-ifs of a document, kept and planned side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.document_options import By, DocumentFile, moment, person
from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy
from daybreak.cli.known_options import asked as known_asked
from daybreak.cli.options import Color, Iterations, Json, Quiet, Seconds, Seed, Width
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.progress import ProgressLine
from daybreak.cli.speech import out_json, say, say_all
from daybreak.cli.tables import history_table
from daybreak.model.errors import UsageError
from daybreak.office.asked import Asked
from daybreak.reports.lines import line
from daybreak.reports.phrases import count_of
from daybreak.reports.scenario_lines import scenario_lines

if TYPE_CHECKING:
    from daybreak.model.schedule import Schedule
    from daybreak.office.scenarios import Case
    from daybreak.office.side_by_side import How
    from daybreak.reports.scenario_rows import ScenarioTable
    from daybreak.solving import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What was asked of the scenarios."""

    shoot: str
    names: tuple[str, ...]
    removals: tuple[str, ...]
    note: str
    replaces: bool
    by: str | None
    start: str
    keep: bool
    known: Asked
    seconds: float
    iterations: int | None
    seed: int
    workers: int | None
    bound: bool | None
    quiet: bool
    color: bool | None
    width: int | None
    json: bool


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
        _Wish(
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


def _add(wish: _Wish) -> None:
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


def _remove(wish: _Wish) -> None:
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415

    name = _the_one(wish, "remove")
    entry = office.remove(
        wish.shoot, name, by=person(wish.by), at=moment(), note=wish.note
    )
    _done(wish, f"Scenario {name} is off the list; undo brings it back.", entry.seq)


def _history(wish: _Wish) -> None:
    from daybreak.office import boards as desk  # slow import  # noqa: PLC0415
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415

    found = office.history(wish.shoot, _the_one(wish, "history"))
    if wish.json:
        out_json({"ok": True, "entries": [desk.entry_data(one) for one in found]})
    else:
        history_table(found)


def _list(wish: _Wish) -> None:
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


def _the_one(wish: _Wish, action: str) -> str:
    if len(wish.names) != 1:
        raise UsageError(
            f"scenarios {action} takes one name.\n"
            f"Maybe write: daybreak scenarios {wish.shoot} {action} NAME."
        )
    return wish.names[0]


def _done(wish: _Wish, words: str, seq: int) -> None:
    if wish.json:
        out_json({"ok": True, "entry": seq})
    else:
        say(words)


# --- planned side by side ---------------------------------------------------------


def _plan(wish: _Wish) -> None:
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415

    # slow import: engines
    from daybreak.office import side_by_side as plans  # noqa: PLC0415

    given = office.cases(wish.shoot, wish.names, wish.known, start=wish.start)
    names = [one.name for one in given]

    def planned(how: How) -> tuple[ScenarioTable, list[tuple[str, Schedule]]]:
        made = plans.plan_all(given, how)
        boards = [(one.case.name, one.opened.schedule) for one in made]
        return plans.table(made, given), boards

    _side_by_side(wish, given[0], names, planned)


def _ways(wish: _Wish) -> None:
    from daybreak.office import scenarios as office  # slow import  # noqa: PLC0415
    from daybreak.office import ways  # slow import: engines  # noqa: PLC0415

    if len(wish.names) > 1:
        raise UsageError(
            "ways takes one scenario at most.\n"
            f"Maybe write: daybreak scenarios {wish.shoot} ways {wish.names[0]}."
        )
    # without a name only the document as it is: scenarios that cannot be on the day
    # asked about are of no concern
    case = office.one_case(
        wish.shoot, wish.names[0] if wish.names else "", wish.known, start=wish.start
    )
    names = ways.board_names(case.production)

    def planned(how: How) -> tuple[ScenarioTable, list[tuple[str, Schedule]]]:
        found = ways.plan_ways(case, how)
        return found.table(), list(found.boards())

    _side_by_side(wish, case, names, planned)


_Planner = Callable[["How"], "tuple[ScenarioTable, list[tuple[str, Schedule]]]"]


def _side_by_side(
    wish: _Wish, first: Case, names: tuple[str, ...] | list[str], planner: _Planner
) -> None:
    """Plan, show, and keep where asked; Ctrl-C ends with what there is by then."""
    # slow import: engines
    from daybreak.office import side_by_side as plans  # noqa: PLC0415

    if wish.keep:
        plans.refuse_taken(wish.shoot, names, replaces=wish.replaces)
    if not wish.quiet:
        say_all(first.rests_on)
    live = ProgressLine(first.production.currency, quiet=wish.quiet)

    def told(name: str, progress: Progress) -> None:
        live.turn_to(name)
        live(progress)

    with NotedInterrupt() as interrupt:
        how = plans.How(
            seconds=wish.seconds,
            iterations=wish.iterations,
            seed=wish.seed,
            workers=wish.workers,
            prove=wish.bound,
            progress=told,
            stop=interrupt.asks,
        )
        try:
            table, boards = planner(how)
        finally:
            live.end()
    kept: tuple[str, ...] = ()
    if wish.keep:
        at, by = moment(), person(wish.by)
        plans.keep(wish.shoot, boards, by=by, at=at, replaces=wish.replaces)
        kept = tuple(name for name, _ in boards)
    if wish.json:
        out_json(_data(table, interrupted=interrupt.seen, kept=kept, first=first))
        return
    paint(
        scenario_lines(table, width=width_of_output(wish.width)),
        color=wish.color,
    )
    if wish.quiet:
        return
    if interrupt.seen:
        say("Stopped by Ctrl-C: these are the best so far.")
    say("Every plan was checked by every rule.")
    if kept:
        say(f"Kept as boards: {', '.join(kept)}.")


def _data(
    table: ScenarioTable, *, interrupted: bool, kept: tuple[str, ...], first: Case
) -> dict[str, Any]:
    return {
        "ok": True,
        "currency": table.currency,
        "rows": [
            {
                "name": one.name,
                "note": one.note,
                "what_ifs": list(one.what_ifs),
                "cost": one.costs,
                "difference": one.difference,
                "bound": one.bound,
                "gap": one.gap,
                "days": one.days,
                "boneyard": one.boneyard,
                "pictures": [
                    {**asdict(end), "days_late": end.days_late} for end in one.pictures
                ],
                "taken_from": one.taken_from,
                "clashes": list(one.clashes),
                "notes": list(one.notes),
            }
            for one in table.rows
        ],
        "unplanned": list(table.unplanned),
        "impossible": [{"name": a, "why": b} for a, b in table.impossible],
        "kept": list(kept),
        "interrupted": interrupted,
        "rests_on": list(first.rests_on),
    }


_ACTIONS: dict[str, Callable[[_Wish], None]] = {
    "plan": _plan,
    "list": _list,
    "add": _add,
    "remove": _remove,
    "history": _history,
    "ways": _ways,
}
