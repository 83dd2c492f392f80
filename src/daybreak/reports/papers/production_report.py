"""The daily production report of a day: what was planned, and room for what was.

A call sheet tells what is to happen, this paper what happened. The plan fills in what
it knows; a line or an empty cell is for the assistant director to fill by hand. Where a
scene was half shot, its rest (SPEC 1, ``part_of``) tells what is left of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from daybreak.model.errors import UsageError
from daybreak.reports.papers.call_times import Timed, first_start, last_end, timed
from daybreak.reports.papers.called_people import NUMBER, status
from daybreak.reports.papers.paper import (
    Block,
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
from daybreak.reports.papers.script_colors import dated_scripts
from daybreak.reports.papers.shoot_days import (
    Shoot,
    ShootDay,
    Shot,
    eighths_of,
    shoot_of,
)
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.strip_fields import (
    head_fields,
    pages_field,
    story_fields,
    strip_row,
)
from daybreak.reports.person_days import PersonDays, person_days
from daybreak.reports.phrases import show_date, show_pages, show_time
from daybreak.reports.stripboard import board_numbers

LINE = "\u00a0"
"""What stands where something is filled in by hand: the ruled line of a fact alone."""
ACTUAL = ("First shot", "Meal", "Last shot", "Wrap")
WRITTEN = (
    "Scenes not finished, why",
    "Delays, lost time",
    "Injuries, damage",
    "Safety meeting, by whom",
    "Special equipment",
    "Notes",
)
SIGNED = ("1st assistant director", "Production manager")


def production_report(shown: Shown) -> Paper:
    """Give the report of a date, one for each unit; of every day where none is.

    Raises
    ------
    UsageError
        When nobody shoots on the date.
    """
    wanted = shown.wanted
    shoot = shoot_of(replace(shown, wanted=Wanted(unit=wanted.unit)))
    days = [day for day in shoot.days if wanted.day in (None, day.edge.date)]
    if wanted.day is not None and not days:
        raise UsageError(
            f"Nobody shoots on {wanted.day}.\nMaybe look at the one-liner for the days."
        )
    reports = _Reports(shown, shoot)
    nothing = Section(blocks=(Text(paragraphs=("Nothing is scheduled.",)),))
    return Paper(
        kind="production-report",
        title="Daily production report",
        subtitle=show_date(wanted.day) if wanted.day else "",
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=tuple(map(reports.section, days)) or (nothing,),
    )


class _Reports:
    """Makes the report of each day."""

    def __init__(self, shown: Shown, shoot: Shoot) -> None:
        self.shown = shown
        self.shoot = shoot
        self.production = shown.production
        self.people: Sequence[PersonDays] = person_days(
            shown.production, shown.schedule
        )
        self.numbers = board_numbers(shown.production)
        self.rests = {
            one.part_of: one for one in shown.production.scenes if one.part_of
        }

    def section(self, day: ShootDay) -> Section:
        edge = day.edge
        of = sum(one.edge.unit == edge.unit for one in self.shoot.days)
        return Section(
            title=f"{edge.unit_name}: day {edge.number} of {of}, "
            f"{show_date(edge.date)}",
            blocks=tuple(self.blocks(day)),
            new_page=True,
        )

    def blocks(self, day: ShootDay) -> Iterator[Block]:
        times = timed(self.production, day)
        yield self.day(day)
        yield _progress(self.shoot, day)
        yield self.scenes(day)
        yield self.cast(day, times)
        yield from _background(day)
        yield _filled("written", WRITTEN, title="What happened", columns=1)
        yield _filled("signed", SIGNED, title="Signed", columns=2)

    def day(self, day: ShootDay) -> Facts:
        edge = day.edge
        places = dict.fromkeys(shot.strip.location for shot in day.shots)
        pictures = {shot.scene.picture for shot in day.shots}
        planned = (
            Fact(label="Call, plan", value=show_time(edge.call)),
            Fact(label="Wrap, plan", value=show_time(edge.wrap)),
            Fact(label="Location", value=", ".join(places) or LINE),
            Fact(label="Weather", value=LINE),
        )
        script = dated_scripts(self.production, pictures)
        return Facts(
            name="day",
            facts=(
                *planned,
                *(Fact(label=one, value=LINE) for one in ACTUAL),
                Fact(label="Schedule", value=self.shown.stamp.revision),
                Fact(label="Script", value=script or LINE),
            ),
            columns=4,
        )

    # --- what was shot ----------------------------------------------------------------

    def scenes(self, day: ShootDay) -> Table:
        fields = [
            *head_fields(self.shoot),
            *(one for one in story_fields(self.shoot) if one.column.key == "set"),
            pages_field(),
        ]
        filled = (
            Column(key="left", label="Left over", width=2),
            Column(key="shot", label="Shot", width=1.2),
            Column(key="setups", label="Setups", width=0.9),
            Column(key="screen_time", label="Screen time", width=1),
        )
        rows = []
        for shot in day.shots:
            row = strip_row(shot, fields, colored="chips")
            more = (Cell(self.left_of(shot)), Cell(), Cell(), Cell())
            rows.append(replace(row, cells=(*row.cells, *more), notes=()))
        return Table(
            name="scenes",
            title="Scenes of the day",
            columns=(*(field.column for field in fields), *filled),
            groups=(Group(rows=tuple(rows)),),
            empty="No scene stands on this day.",
        )

    def left_of(self, shot: Shot) -> str | None:
        """Say what was left of a scene that was split; nothing of another."""
        rest = self.rests.get(shot.scene.id)
        if rest is None:
            return None
        where = "boneyard"
        for one in self.shoot.shots:
            if one.scene.id == rest.id and one.edge is not None:
                where = show_date(one.edge.date)
                break
        return f"{show_pages(rest.eighths)} as {rest.number}, {where}"

    # --- who was there ----------------------------------------------------------------

    def cast(self, day: ShootDay, times: Sequence[Timed]) -> Table:
        on = day.edge.date
        there = [one for one in self.people if status(one, on)]
        there.sort(key=lambda one: self.numbers[one.person.id])
        starts = {one.person.id: first_start(times, one.person.id) for one in there}
        working = [one for one in there if starts[one.person.id] is not None]
        others = [one for one in there if one not in working and not one.work_code(on)]
        rows = [
            Row(
                cells=(
                    Cell(self.numbers[one.person.id]),
                    Cell(one.person.name),
                    Cell(status(one, on)),
                    Cell(starts[one.person.id]),
                    Cell(last_end(times, one.person.id)),
                    *(Cell() for _ in CAST_FILLED),
                ),
                style="" if one in working else "soft",
            )
            for one in (*working, *others)
        ]
        return Table(
            name="cast",
            title="Cast",
            columns=(NUMBER, *CAST_PLANNED, *CAST_FILLED),
            groups=(Group(rows=tuple(rows)),),
            empty="Nobody of the cast was called.",
        )


CAST_PLANNED = (
    Column(key="name", label="Name", width=2.4),
    Column(key="status", label="Status", form="code", width=0.8),
    Column(key="on_set", label="On set, planned", form="clock", width=1, align="right"),
    Column(key="done", label="Done, planned", form="clock", width=1, align="right"),
)
CAST_FILLED = tuple(
    Column(key=key, label=label, width=1)
    for key, label in (
        ("arrived", "Arrived"),
        ("makeup", "Make-up"),
        ("first_on_set", "On set"),
        ("meal", "Meal"),
        ("dismissed", "Dismissed"),
        ("left", "Left"),
    )
)


def _progress(shoot: Shoot, day: ShootDay) -> Table:
    """Give scenes and pages before the day, on it, to date and after, by the plan."""
    on = day.edge.date
    before = [one for one in shoot.shots if _date(one) < on]
    today = [one for one in shoot.shots if _date(one) == on]
    after = [one for one in shoot.shots if _date(one) > on]
    lines: tuple[tuple[str, Sequence[Shot]], ...] = (
        ("In the script", (*shoot.shots, *shoot.boneyard)),
        ("Before today", before),
        ("Today, planned", today),
        ("To date, planned", (*before, *today)),
        ("After today", after),
        ("On no day yet", shoot.boneyard),
    )
    rows = [
        Row(cells=(Cell(label), Cell(_scenes(shots)), Cell(eighths_of(shots)), Cell()))
        for label, shots in lines
        if shots or label != "On no day yet"
    ]
    return Table(
        name="progress",
        title="Progress",
        columns=(
            Column(key="what", label="", width=2),
            Column(key="scenes", label="Scenes", form="number", align="right"),
            Column(key="pages", label="Pages", form="eighths", align="right"),
            Column(key="actual", label="As shot", width=2),
        ),
        groups=(Group(rows=tuple(rows)),),
    )


def _date(shot: Shot) -> date:
    return shot.edge.date if shot.edge is not None else date.max


def _scenes(shots: Iterable[Shot]) -> int:
    return len({one.scene.id for one in shots})


def _background(day: ShootDay) -> Iterator[Table]:
    rows = [
        Row(cells=(Cell(one.strip.number), Cell(one.scene.extras), Cell(), Cell()))
        for one in day.shots
        if one.scene.extras
    ]
    if rows:
        yield Table(
            name="background",
            title="Background",
            columns=(
                Column(key="scene", label="Sc", form="id", width=0.7, align="right"),
                Column(key="planned", label="Planned", form="number", align="right"),
                Column(key="came", label="Came"),
                Column(key="times", label="Times, adjustments", width=5),
            ),
            groups=(Group(rows=tuple(rows)),),
        )


def _filled(name: str, labels: Sequence[str], *, title: str, columns: int) -> Facts:
    """Give lines to fill by hand."""
    facts = tuple(Fact(label=one, value=LINE) for one in labels)
    return Facts(name=name, title=title, facts=facts, columns=columns)
