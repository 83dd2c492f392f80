"""``daybreak replan``: a shoot under way to a schedule of the rest."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.doorkeeper import BROKEN, FINE
from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked
from daybreak.cli.options import (
    Iterations,
    Json,
    Output,
    ProductionFile,
    Quiet,
    Seconds,
    Seed,
)
from daybreak.cli.progress import ProgressLine
from daybreak.cli.speech import out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.model.files import read_schedule, read_shot, write
from daybreak.model.writing import write_part
from daybreak.reports.cells import left, right, width_of
from daybreak.reports.phrases import count_of, show_date, show_money

if TYPE_CHECKING:
    from daybreak.office.replanning import WayOn, Ways

BREAKS_SHOWN = 5

From = Annotated[
    str,
    typer.Option(
        "--from", metavar="SCHEDULE", help="The schedule that was shot by so far."
    ),
]
Today = Annotated[
    str,
    typer.Option(
        metavar="DATE", help="The first date that may be planned, as 2027-06-14."
    ),
]
ShotFile = Annotated[
    str | None,
    typer.Option(
        "--shot",
        metavar="FILE",
        help="What was shot before today; else all days were shot as planned.",
        show_default=False,
    ),
]
ChangeCost = Annotated[
    int | None,
    typer.Option(
        min=0,
        metavar="N",
        help="What it is worth to leave a strip on its date and unit; left out: as "
        "few strips move as can be.",
        show_default=False,
    ),
]
Alternatives = Annotated[
    int,
    typer.Option(
        min=1,
        max=50,
        metavar="N",
        help="Ways to give at most, from fewest changes to cheapest.",
    ),
]
ProductionOut = Annotated[
    str | None,
    typer.Option(
        "--production-out",
        metavar="FILE",
        help="Where to write the production with the rests of unfinished scenes.",
        show_default=False,
    ),
]


def replan(
    production: ProductionFile,
    from_: From,
    today: Today,
    shot: ShotFile = None,
    change_cost: ChangeCost = None,
    alternatives: Alternatives = 1,
    output: Output = "-",
    production_out: ProductionOut = None,
    seconds: Seconds = 20.0,
    seed: Seed = 1,
    iterations: Iterations = None,
    quiet: Quiet = False,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    json: Json = False,
) -> None:
    """Plan the rest of a shoot under way anew, moving little.

    What was shot before today stays as it was shot and its costs count. With several
    alternatives the first is written to the file of --output, the others beside it,
    with -2, -3 ... in their names. Exit code 1 where the days shot break a rule.

    For example:
      daybreak replan shoot.json --from plan.json --today 2027-06-14 -o new.json
      daybreak replan shoot.json --from plan.json --today 2027-06-14 --alternatives 5
    """
    from daybreak.office import (  # slow import: engines  # noqa: PLC0415
        opening,
        planning,
        replanning,
    )

    day = _date(today)
    _refuse_two_pipes(production, from_, shot)
    names = [_beside(output, at) for at in range(alternatives)]
    for name in [*names, *([production_out] if production_out else [])]:
        planning.refuse_unwritable(name)
    known = opening.read_production(production, asked(as_of, at_least, entered_by))
    made, earlier = known.production, read_schedule(from_)
    if not quiet:
        say_all(known.rests_on)
    was_shot = read_shot(shot) if shot is not None else None
    has_rests = replanning.splits_scenes(made, earlier, day, was_shot)
    if has_rests and production_out is None and not (json and output == "-"):
        raise UsageError(
            "Some scenes were not finished: the production gets a scene for the rest "
            "of each.\nMaybe name a file for it with --production-out."
        )
    line = ProgressLine(made.currency, quiet=quiet)
    with NotedInterrupt() as interrupt:
        try:
            found = replanning.replan(
                made,
                earlier,
                today=day,
                shot=was_shot,
                change_cost=change_cost,
                alternatives=alternatives,
                seconds=seconds,
                iterations=iterations,
                seed=seed,
                progress=line,
                stop=interrupt.asks,
            )
        finally:
            line.end()
    if production_out is not None:
        write(found.production, production_out)
    if not (json and output == "-"):
        shown = found.ways[:1] if output == "-" else found.ways
        for way, name in zip(shown, names, strict=False):
            write(way.opened.schedule, name)
    if json:
        out_json(_data(found, names, interrupted=interrupt.seen))
    if not quiet:
        _tell(found, interrupted=interrupt.seen)
        _tell_next(production_out or production, from_, names[: len(found.ways)])
    is_broken = any(way.past_breaks for way in found.ways)
    raise typer.Exit(BROKEN if is_broken else FINE)


def _date(text: str) -> date:
    try:
        if len(text) == len("2027-06-14"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UsageError(f"{text[:40]!r} is no date.\nMaybe write it as 2027-06-14.")


def _refuse_two_pipes(*names: str | None) -> None:
    if sum(name == "-" for name in names) > 1:
        raise UsageError(
            "Several documents are to come from standard input.\n"
            "Maybe name files for all but one."
        )


def _beside(output: str, at: int) -> str:
    """Give the file of an alternative: the first as asked, ``-2`` behind the next."""
    if output == "-" or at == 0:
        return output
    stem, ending = os.path.splitext(output)
    return f"{stem}-{at + 1}{ending}"


# --- what is said --------------------------------------------------------------------


def _tell(found: Ways, *, interrupted: bool) -> None:
    if interrupted:
        say("Stopped by Ctrl-C: this is the best so far.")
    first = found.ways[0]
    days = first.opened.schedule.days
    shot = {strip for day in days if day.date < found.today for strip in day.strips}
    say(
        f"{found.production.title}: {count_of(len(shot), 'scene')} shot before "
        f"{show_date(found.today)}, "
        f"{len(found.production.scenes) - len(shot):,} to plan"
    )
    for rest, whole in found.replanned.rest_of.items():
        say(f"Scene {whole} was not finished: {rest} is the rest of it.")
    for text in _table(found):
        say(text)
    for way in found.ways[:1]:
        _tell_boneyard(way)
    _tell_past(first)
    for note in found.replanned.notes:
        say(note)
    say(
        f"{found.replanned.iterations:,} moves in {found.replanned.seconds:.1f} s, "
        f"seed {found.replanned.seed}"
    )


def _table(found: Ways) -> list[str]:
    """Give a line for each way on: what moves for it, what it costs."""
    rows = [("", "strips moved", "days changed", "people", "cost", "")]
    for at, way in enumerate(found.ways, start=1):
        one = way.alternative
        rows.append(
            (
                str(at),
                f"{len(one.changed):,}",
                f"{len(one.days):,}",
                f"{len(one.people):,}",
                show_money(one.cost, found.production.currency),
                _remark(way),
            )
        )
    wide = [max(width_of(row[at]) for row in rows) for at in range(5)]
    return [
        "  ".join(
            [*(right(row[at], wide[at]) for at in range(5)), left(row[5], 40)]
        ).rstrip()
        for row in rows
    ]


def _remark(way: WayOn) -> str:
    one = way.alternative
    if one.schedule.boneyard:
        return f"{count_of(len(one.schedule.boneyard), 'strip')} in the boneyard"
    if not one.changed:
        return "nothing moves"
    return "proven: fewer cannot move" if one.is_fewest else ""


def _tell_boneyard(way: WayOn) -> None:
    scenes = {scene.id: scene for scene in way.opened.production.scenes}
    for one in way.opened.schedule.boneyard:
        scene, reason = scenes[one], way.opened.reasons.get(one, "")
        say(f"  - {scene.number} {scene.heading}: {reason}")


def _tell_past(way: WayOn) -> None:
    """Say which rules were broken before today, which no plan can mend."""
    broken = way.past_breaks
    if not broken:
        return
    say(f"Before today {count_of(len(broken), 'rule')} were broken:")
    for one in broken[:BREAKS_SHOWN]:
        say(f"  - {one.said} ({one.rule})")
    if len(broken) > BREAKS_SHOWN:
        say(f"  and {len(broken) - BREAKS_SHOWN} more")


def _tell_next(production: str, earlier: str, names: list[str]) -> None:
    if names[0] == "-" or "-" in (production, earlier):
        return
    say(
        f"Written to {', '.join(names)}. "
        f"Next: daybreak compare {production} {earlier} {names[0]}"
    )


def _data(found: Ways, names: list[str], *, interrupted: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "ok": True,
        "valid": all(way.opened.valid for way in found.ways),
        "today": found.today.isoformat(),
        "rests": [
            {"scene": rest, "part_of": whole}
            for rest, whole in found.replanned.rest_of.items()
        ],
        "alternatives": [
            _way_data(way, name) for way, name in zip(found.ways, names, strict=False)
        ],
        "broken_before_today": [
            {"rule": one.rule, "said": one.said} for one in found.ways[0].past_breaks
        ],
        "interrupted": interrupted,
        "seed": found.replanned.seed,
        "iterations": found.replanned.iterations,
        "seconds": round(float(found.replanned.seconds), 3),
        "version": found.replanned.version,
        "notes": list(found.replanned.notes),
    }
    if names[0] == "-":
        data["production"] = write_part(found.production)
    return data


def _way_data(way: WayOn, name: str) -> dict[str, Any]:
    one, opened = way.alternative, way.opened
    data: dict[str, Any] = {
        "output": name,
        "status": opened.schedule.status,
        "cost": dict(opened.costs.lines),
        "changed": list(one.changed),
        "days": [{"unit": day.unit, "date": day.date.isoformat()} for day in one.days],
        "people": list(one.people),
        "is_fewest": one.is_fewest,
        "boneyard": [
            {"scene": strip, "reason": opened.reasons.get(strip, "")}
            for strip in opened.schedule.boneyard
        ],
    }
    if name == "-":
        data["schedule"] = write_part(opened.schedule)
    return data
