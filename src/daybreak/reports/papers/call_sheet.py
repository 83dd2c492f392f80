"""The call sheet of a day: when and where, scenes, people, needs, the next two days.

What the plan does not know (weather, hospital, parking, pick-ups) is marked as to be
told. A location may tell its own under ``extra``: ``address``, ``parking``,
``hospital``, ``contact``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from daybreak.checking.cover_sets import CoverSet, cover_sets
from daybreak.model.errors import UsageError
from daybreak.model.production import Location
from daybreak.reports.papers.bars import bars_before, show_shift, unit_in_bars
from daybreak.reports.papers.call_times import Timed, timed
from daybreak.reports.papers.called_people import cast_table, extras_table
from daybreak.reports.papers.needs import Needs, label_of
from daybreak.reports.papers.paper import (
    MISSING,
    Bar,
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
from daybreak.reports.papers.shoot_days import Shoot, ShootDay, shoot_of
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.strip_fields import (
    Field,
    cast_field,
    extras_field,
    head_fields,
    minutes_field,
    pages_field,
    story_fields,
    strip_row,
)
from daybreak.reports.person_days import PersonDays, person_days
from daybreak.reports.phrases import (
    count_of,
    show_date,
    show_hours,
    show_pages,
    show_time,
    with_dates,
)

ADVANCE_DAYS = 2
NO_COVER = "Asked for: none is ready."
PLACE_FACTS = (
    ("Address", "address"),
    ("Parking", "parking"),
    ("Nearest hospital", "hospital"),
    ("Contact", "contact"),
)
BOX_MOST = 60
"""Letters that a box at the head of a sheet holds."""
LABEL_MOST = 400
"""Characters of a fact that a production tells under ``extra``; more is cut."""


def call_sheet(shown: Shown) -> Paper:
    """Give the call sheet of a date, one for each unit; of every day where none is.

    Raises
    ------
    UsageError
        When nobody shoots on the date.
    """
    wanted = shown.wanted
    shoot = shoot_of(replace(shown, wanted=Wanted(unit=wanted.unit)))
    sheets = _Sheets(shown, shoot)
    days = [day for day in shoot.days if wanted.day in (None, day.edge.date)]
    if wanted.day is not None and not days:
        raise UsageError(_nobody(shoot, wanted.day))
    return Paper(
        kind="call-sheet",
        title="Call sheet",
        subtitle=show_date(wanted.day) if wanted.day else "",
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=tuple(map(sheets.section, days)) or (_empty(),),
    )


def _nobody(shoot: Shoot, day: date) -> str:
    dates = sorted(
        {one.edge.date for one in shoot.days},
        key=lambda one: (abs((one - day).days), one),
    )
    near = ", ".join(one.isoformat() for one in sorted(dates[:3]))
    return f"Nobody shoots on {day}.\nMaybe one of the nearest days: {near or 'none'}"


def _empty() -> Section:
    return Section(blocks=(Text(paragraphs=("Nothing is scheduled.",)),))


class _Sheets:
    """Makes the sheet of each day."""

    def __init__(self, shown: Shown, shoot: Shoot) -> None:
        self.shown = shown
        self.shoot = shoot
        self.production = shown.production
        self.needs = Needs(shown.production)
        self.locations = {one.id: one for one in shown.production.locations}
        people = person_days(shown.production, shown.schedule)
        self.people: Sequence[PersonDays] = people
        self.fields = _fields(shoot)
        self.advance_fields = _advance_fields(shoot)
        self.of_unit: dict[str, list[ShootDay]] = {}
        for day in shoot.days:
            self.of_unit.setdefault(day.edge.unit, []).append(day)

    def section(self, day: ShootDay) -> Section:
        edge = day.edge
        of = len(self.of_unit[edge.unit])
        return Section(
            title=f"{edge.unit_name}: day {edge.number} of {of}, "
            f"{show_date(edge.date)}",
            blocks=tuple(self.blocks(day)),
            new_page=True,
        )

    def blocks(self, day: ShootDay) -> Iterator[Block]:
        times = timed(self.production, day)
        yield Facts(name="calls", facts=self.calls(day), columns=4)
        yield from self.conflicts(day)
        yield self.scenes(day, times)
        yield from self.covers(day)
        yield cast_table(self.production, self.people, day, times)
        yield from extras_table(day, times)
        yield from self.needed(day)
        yield from self.places(day)
        yield from self.notes(day)
        yield from self.advance(day)

    # --- when and where -----------------------------------------------------------

    def calls(self, day: ShootDay) -> tuple[Fact, ...]:
        edge, sun = day.edge, day.sun
        rise = sun.rise if sun else None
        sets = sun.sets if sun else None
        places = dict.fromkeys(shot.strip.location for shot in day.shots)
        return (
            Fact(label="Crew call", value=show_time(edge.call)),
            Fact(label="Shooting call", value=MISSING),
            Fact(label="Lunch", value=MISSING),
            Fact(label="Wrap, planned", value=show_time(edge.wrap)),
            Fact(label="Sunrise", value=_time(rise)),
            Fact(label="Sunset", value=_time(sets)),
            Fact(label="Weather", value=MISSING),
            Fact(label="Hospital", value=self.hospital(day)),
            Fact(label="Base", value=edge.base or MISSING),
            Fact(label="Location", value=_where(tuple(places))),
            Fact(label="Schedule", value=self.shown.stamp.revision),
            Fact(label="Script", value=self.script(day)),
        )

    def script(self, day: ShootDay) -> str:
        pictures = {shot.scene.picture for shot in day.shots}
        return dated_scripts(self.production, pictures) or MISSING

    def hospital(self, day: ShootDay) -> str:
        told = [_extra(one, "hospital") for one in self.locations_of(day)]
        return "; ".join(dict.fromkeys(one for one in told if one)) or MISSING

    def locations_of(self, day: ShootDay) -> list[Location]:
        ids = dict.fromkeys(shot.scene.location for shot in day.shots)
        return [self.locations[one] for one in ids]

    def places(self, day: ShootDay) -> Iterator[Facts | Table]:
        """Yield what is known of the location; of several a table, a line for each."""
        found = self.locations_of(day)
        if len(found) > 1:
            yield _places_table(found)
            return
        for one in found:
            facts = (
                Fact(label=label, value=_extra(one, key) or MISSING)
                for label, key in PLACE_FACTS
            )
            yield Facts(name="location", title=one.name, facts=tuple(facts), columns=4)

    def conflicts(self, day: ShootDay) -> Iterator[Text]:
        said = tuple(
            f"{one.rule}: {with_dates(one.said)}"
            for one in self.shown.violations
            if one.where.date == day.edge.date
            and one.where.unit in (None, day.edge.unit)
        )
        if said:
            title = f"Breaks {count_of(len(said), 'rule')}"
            yield Text(title=title, paragraphs=said, style="conflict")

    # --- what is shot -------------------------------------------------------------

    def scenes(self, day: ShootDay, times: Sequence[Timed]) -> Table:
        fields = self.fields
        start = Column(key="from", label="From", form="clock", width=0.8, align="right")
        rows: list[Row | Bar] = []
        for one in times:
            if one.moved:
                rows.append(self.move(one))
            row = strip_row(one.shot, fields, colored="chips")
            rows.append(replace(row, cells=(*row.cells, Cell(one.start))))
        edge = day.edge
        total = f"{count_of(len(day.shots), 'scene')}, {show_pages(edge.eighths)}"
        return Table(
            name="scenes",
            title=f"Scenes: {total}, {show_hours(edge.minutes)} of work",
            columns=(*(field.column for field in fields), start),
            groups=(Group(rows=tuple(rows)),),
            empty="No scene stands on this day.",
        )

    def move(self, one: Timed) -> Bar:
        name = self.locations[one.shot.scene.location].name
        return Bar(left=f"MOVE to {name}", right=show_hours(one.moved), style="banner")

    def covers(self, day: ShootDay) -> Iterator[Text]:
        """Yield what is shot when the weather takes the exteriors of the one day."""
        if self.shown.wanted.day is None:
            return
        made, edge = self.production, day.edge
        found = cover_sets(made, self.shown.schedule, unit=edge.unit, day=edge.date)
        for one in found:
            said = [self.cover(cover) for cover in one.covers]
            yield Text(title="Cover set", paragraphs=tuple(said or [NO_COVER]))

    def cover(self, cover: CoverSet) -> str:
        strips = (one.strip for one in (*self.shoot.shots, *self.shoot.boneyard))
        numbers = {
            one.scene: f"{one.picture} {one.number}"
            if self.shoot.has_pictures
            else one.number
            for one in strips
        }
        names = {one.id: one.name for one in self.production.people}
        scenes = ", ".join(numbers[one] for one in cover.scenes)
        place = self.locations[cover.location].name
        said = f"{place}: {scenes} ({show_hours(cover.minutes)} of work)"
        called = ", ".join(names[one] for one in cover.call)
        return f"{said}; call {called}, too" if called else said

    def needed(self, day: ShootDay) -> Iterator[Table]:
        found: dict[tuple[str, str], dict[str, None]] = {}
        for shot in day.shots:
            for need in self.needs.things_of(shot.scene):
                for item in need.items:
                    numbers = found.setdefault((need.category, item), {})
                    numbers[shot.strip.number] = None
        if found:
            labels = map(label_of, self.needs.categories)
            order = {label: at for at, label in enumerate(labels)}
            ranked = sorted(found.items(), key=lambda one: order[one[0][0]])
            rows = (
                Row(cells=tuple(map(Cell, (*key, ", ".join(numbers)))))
                for key, numbers in ranked
            )
            yield Table(
                name="needs",
                title="Needed",
                columns=(
                    Column(key="category", label="Category", width=1.5),
                    Column(key="element", label="What", width=4),
                    Column(key="scenes", label="Scenes", width=1.5),
                ),
                groups=(Group(rows=tuple(rows)),),
            )

    def notes(self, day: ShootDay) -> Iterator[Text]:
        said = tuple(
            f"Scene {shot.strip.number}: {shot.scene.notes}"
            for shot in day.shots
            if shot.scene.notes
        )
        if said:
            yield Text(title="Notes", paragraphs=said)

    # --- the days after -------------------------------------------------------------

    def advance(self, day: ShootDay) -> Iterator[Block]:
        days = self.of_unit[day.edge.unit]
        at = days.index(day) + 1
        following = days[at : at + ADVANCE_DAYS]
        yield Table(
            name="advance",
            title="Advance schedule",
            columns=tuple(field.column for field in self.advance_fields),
            groups=tuple(map(self.advance_day, following)),
            empty="This is the last day of the unit.",
        )

    def advance_day(self, day: ShootDay) -> Group:
        edge = day.edge
        before = bars_before(day.before, self.shoot, priced=False)
        base = edge.base if self.shoot.board.several_bases else ""
        parts = [show_shift(edge), base]
        lead = f"{unit_in_bars(edge, self.shoot)} DAY {edge.number}".strip()
        head = Bar(
            left=f"{lead}  {show_date(edge.date)}  {show_pages(edge.eighths)}",
            right=" · ".join(filter(None, parts)),
            style="day-break",
        )
        fields = self.advance_fields
        rows = (strip_row(shot, fields, colored="chips") for shot in day.shots)
        return Group(rows=(*before, head, *rows))


def _fields(shoot: Shoot) -> list[Field]:
    return [
        *head_fields(shoot),
        *story_fields(shoot),
        pages_field(),
        cast_field(),
        extras_field(shoot),
        minutes_field(),
    ]


def _advance_fields(shoot: Shoot) -> list[Field]:
    story = {field.column.key: field for field in story_fields(shoot)}
    return [
        *head_fields(shoot),
        story["set"],
        story["location"],
        pages_field(),
        cast_field(),
    ]


def _where(places: Sequence[str]) -> str:
    """Give the locations of a day, their number where they fill the box."""
    said = ", ".join(places)
    if len(said) > BOX_MOST and len(places) > 1:
        return f"{count_of(len(places), 'location')}, below"
    return said or MISSING


def _places_table(found: Sequence[Location]) -> Table:
    def cell(told: str) -> Cell:
        return Cell(told) if told else Cell(MISSING, "away")

    rows = (
        Row(cells=(Cell(one.name), *(cell(_extra(one, key)) for _, key in PLACE_FACTS)))
        for one in found
    )
    return Table(
        name="locations",
        title="Locations",
        columns=(
            Column(key="location", label="Location", width=2),
            *(Column(key=key, label=label, width=2) for label, key in PLACE_FACTS),
        ),
        groups=(Group(rows=tuple(rows)),),
    )


def _time(minutes: int | None) -> str:
    return MISSING if minutes is None else show_time(minutes)


def _extra(one: Location, key: str) -> str:
    """Give what a location tells of itself, as text; empty where it does not."""
    told = one.extra.get(key)
    return told[:LABEL_MOST] if isinstance(told, str) else ""
