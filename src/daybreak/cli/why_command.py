"""``daybreak why``: the facts that leave scenes no day, and the ways out."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.known_options import AsOf, AtLeast, EnteredBy, asked
from daybreak.cli.options import Json, ProductionFile, Quiet
from daybreak.cli.speech import out, out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.model.files import read_schedule
from daybreak.model.production import Production
from daybreak.reports.cells import clean
from daybreak.reports.phrases import count_of, show_money, with_dates

if TYPE_CHECKING:
    from daybreak.solving import Conflict, Explanation, WayOut

WAYS_SHOWN = 8

ScheduleGiven = Annotated[
    str | None,
    typer.Argument(
        metavar="SCHEDULE",
        help="A valid schedule, a JSON file; else one is made first.",
        show_default=False,
    ),
]
SceneGiven = Annotated[
    list[str] | None,
    typer.Option(
        "--scene",
        metavar="NUMBER",
        help="A scene, by number or id; may be repeated. Else the whole boneyard.",
        show_default=False,
    ),
]
WhySeconds = Annotated[
    float,
    typer.Option(
        min=0.1, max=86400, metavar="SECONDS", help="Time for all of it, in seconds."
    ),
]


def why(
    production: ProductionFile,
    schedule: ScheduleGiven = None,
    scene: SceneGiven = None,
    seconds: WhySeconds = 10.0,
    quiet: Quiet = False,
    as_of: AsOf = None,
    at_least: AtLeast = "expected",
    entered_by: EnteredBy = None,
    json: Json = False,
) -> None:
    """Tell why scenes cannot be shot, and what the ways out cost.

    It names the fewest facts that conflict, each seen to matter, and the least change
    of each that would help, with the cost of a whole plan after it.

    For example:
      daybreak why production.json schedule.json
      daybreak why production.json --scene 41 --seconds 30
    """
    from daybreak.office import (  # slow import: rules  # noqa: PLC0415
        explaining,
        opening,
    )

    if production == "-" and schedule == "-":
        raise UsageError(
            "Both documents are to come from standard input.\n"
            "Maybe name a file for one of them."
        )
    known = opening.read_production(production, asked(as_of, at_least, entered_by))
    made = known.production
    if not quiet:
        say_all(known.rests_on)
    with NotedInterrupt() as interrupt:
        found = explaining.why(
            made,
            read_schedule(schedule) if schedule is not None else None,
            scenes=scene or (),
            seconds=seconds,
            progress=None if quiet else _tell_step,
            stop=interrupt.asks,
        )
    if json:
        out_json(_data(found))
    else:
        out("".join(f"{clean(line)}\n" for line in _lines(made, found)))


def _tell_step(step: str) -> None:
    say(f"... {step}")


def _lines(production: Production, found: Explanation) -> list[str]:
    lines = []
    numbers = {scene.id: scene.number for scene in production.scenes}
    if not found.conflicts and not found.placed:
        lines.append("Every scene stands on a day: nothing is in the way.")
    for scene in found.placed:
        lines.append(f"Scene {numbers[scene]} can be shot: a valid plan places it.")
    for conflict in found.conflicts:
        lines += ["", *_conflict_lines(conflict, production.currency)]
    return lines if not lines or lines[0] else lines[1:]


def _conflict_lines(conflict: Conflict, currency: str) -> list[str]:
    lines = [with_dates(conflict.said)]
    if not conflict.proven:
        return lines
    if conflict.minimal:
        lines.append("Proven; without any one of these facts it could be done.")
    else:
        lines.append("Proven; some of these facts may not be needed.")
    if conflict.ways_out:
        lines.append("Ways out, as the rest of the production stands:")
    shown = conflict.ways_out[:WAYS_SHOWN]
    lines += [f"  {_price(way, currency):>14}  {_way(way)}" for way in shown]
    more = len(conflict.ways_out) - len(shown)
    if more:
        lines.append(f"  and {more} more")
    return lines


def _price(way: WayOut, currency: str) -> str:
    if way.cost is None:
        return "no price yet"
    lead = "+" if way.cost >= 0 else ""
    return f"{lead}{show_money(way.cost, currency)}"


def _way(way: WayOut) -> str:
    left = ""
    if way.boneyard:
        left = f" ({count_of(way.boneyard, 'strip')} still left out)"
    return f"{with_dates(way.text)}{left}"


def _data(found: Explanation) -> dict[str, Any]:
    return {
        "ok": True,
        "placed": list(found.placed),
        "conflicts": [_conflict_data(one) for one in found.conflicts],
        "cost": found.cost,
        "seconds": round(found.seconds, 3),
    }


def _conflict_data(conflict: Conflict) -> dict[str, Any]:
    return {
        "scenes": list(conflict.scenes),
        "likewise": list(conflict.likewise),
        "said": conflict.said,
        "proven": conflict.proven,
        "minimal": conflict.minimal,
        "facts": [asdict(one) for one in conflict.facts],
        "ways_out": [
            {
                "text": way.text,
                "change": asdict(way.change),
                "cost": way.cost,
                "boneyard": way.boneyard,
                "verified": way.verified,
            }
            for way in conflict.ways_out
        ],
    }
