"""What a schedule file of the Universal Schedule Standard holds, and what it cannot."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.paper import (
    Cell,
    Column,
    Fact,
    Facts,
    Group,
    Paper,
    Row,
    Section,
    Table,
    Text,
)
from daybreak.reports.papers.shown import Shown
from daybreak.reports.phrases import show_pages


def schedule_file(shown: Shown) -> Paper:
    """Give what is written into a USS file, and what of this production stays out."""
    return Paper(
        kind="uss",
        title="Schedule file",
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=(
            Section(blocks=(_held(shown.production, shown.schedule), _left_out(shown))),
            Section(
                blocks=(
                    Text(
                        paragraphs=(
                            "Whoever opens the file elsewhere sees scenes, cast, "
                            "elements, days and dates. Keep the production and its "
                            "schedule, too: what is listed above stands nowhere else.",
                        )
                    ),
                )
            ),
        ),
    )


def _held(production: Production, schedule: Schedule) -> Facts:
    placed = {strip for day in schedule.days for strip in day.strips}
    eighths = sum(one.eighths for one in production.scenes)
    told = (
        ("Scenes", f"{len(production.scenes)}, {show_pages(eighths)}"),
        ("Strips on days", f"{len(placed)} on {len(schedule.days)} days"),
        ("In the boneyard", f"{len(production.scenes) - len(placed)}"),
        ("Cast", f"{len(production.people)}"),
        ("Elements", f"{len(production.elements)}"),
        ("Units", f"{len(production.units)}"),
    )
    facts = tuple(Fact(label=label, value=value) for label, value in told)
    return Facts(name="held", title="What the file holds", facts=facts, columns=3)


def _left_out(shown: Shown) -> Table:
    rows = tuple(
        Row(cells=(Cell(what), Cell(count)))
        for what, count in _lost(shown.production, shown.schedule)
        if count
    )
    return Table(
        name="left-out",
        title="What the standard has no field for",
        columns=(
            Column(key="what", label="Not in the file", width=6),
            Column(key="count", label="How many", form="number", align="right"),
        ),
        groups=(Group(rows=rows),),
        empty="Nothing: the file holds all of it.",
    )


def _lost(production: Production, schedule: Schedule) -> Iterator[tuple[str, int]]:
    """Yield what the standard cannot hold, and how often it occurs."""
    scenes, people = production.scenes, production.people
    yield "Shifts: call and wrap of a day", len(schedule.days)
    yield "Rates of the cast", sum(any(one.rate for one in p.deals) for p in people)
    yield "Costs of units", sum(one.day_cost > 0 for one in production.units)
    yield (
        "Fees of locations and elements",
        sum(one.day_fee > 0 for one in production.locations)
        + sum(one.day_fee > 0 for one in production.elements),
    )
    yield (
        "Windows of locations and elements",
        sum(bool(one.windows) for one in production.locations)
        + sum(bool(one.windows) for one in production.elements),
    )
    yield "Towns beside the first, and moves between them", len(production.bases) - 1
    yield "Orders between scenes", len(production.orders)
    yield "Windows of scenes", sum(one.window is not None for one in scenes)
    yield "Pins of scenes", sum(one.pin is not None for one in scenes)
    yield "Numbers of background people", sum(bool(one.extras) for one in scenes)
    yield (
        "Limits of minors and of days in a row, and preparation",
        sum(
            bool(one.day_minutes or one.max_consecutive_days or one.prep_days)
            for one in people
        ),
    )
    yield (
        "Names of performers",
        sum(_is_hidden(one.name, one.characters) for one in people),
    )
    yield (
        "Releases of pictures",
        sum(one.release is not None for one in production.pictures),
    )


def _is_hidden(name: str, characters: tuple[str, ...]) -> bool:
    """Tell whether the file shows characters in place of somebody's name."""
    return bool(characters) and name not in characters
