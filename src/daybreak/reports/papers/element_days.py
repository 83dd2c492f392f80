"""On which dates things are used: elements by category, sets, locations, extras.

``W`` used, with ``S`` on the first date and ``F`` on the last; ``H`` a location that
is paid between two uses; ``x`` a date on which it is not ours.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from daybreak.model.errors import UsageError
from daybreak.model.fields import DateRange
from daybreak.model.production import Production, Scene
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.cast_days import style_of
from daybreak.reports.papers.date_grid import (
    Grid,
    GridGroup,
    GridRow,
    grid_tables,
    sheet_of,
)
from daybreak.reports.papers.date_heads import (
    DateColumns,
    calendar_of_columns,
    head_rows,
    part_by,
    refuse_unknown_picture,
)
from daybreak.reports.papers.needs import categories_of, label_of
from daybreak.reports.papers.paper import (
    Bar,
    Cell,
    Column,
    Group,
    Legend,
    Paper,
    Row,
    Section,
    Swatch,
    Table,
    Value,
)
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.told_columns import told_columns
from daybreak.reports.stripboard import set_of_scene

SETS, LOCATIONS, EXTRAS = "Sets", "Locations", "Extras"
MEANINGS = {
    "SW": "first use",
    "W": "used",
    "H": "held, paid",
    "WF": "last use",
    "SWF": "one day only",
    "x": "not ours",
    "/": "holiday",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingDays:
    """A thing and the dates on which it is used.

    Parameters
    ----------
    on
        Its dates, in order.
    counts
        By date in how many scenes; for extras how many people.
    held
        Dates between two uses that are paid.
    windows
        Where given, the only dates on which it is ours.
    """

    category: str
    name: str
    on: tuple[date, ...]
    counts: dict[date, int]
    held: frozenset[date] = frozenset()
    windows: tuple[DateRange, ...] = ()

    def code(self, day: date) -> str:
        """Give what stands on a date."""
        if day in self.counts:
            start = "S" if day == self.on[0] else ""
            return f"{start}W{'F' if day == self.on[-1] else ''}"
        if day in self.held:
            return "H"
        if self.windows and not any(day in window for window in self.windows):
            return "x"
        return ""


def element_days(shown: Shown) -> Paper:
    """Give the dates of the things of a category, or of all categories.

    Raises
    ------
    UsageError
        When there is no such category or picture.
    """
    refuse_unknown_picture(shown.production, shown.wanted.picture)
    things = thing_days(shown)
    calendar = calendar_of_columns(shown.production, shown.schedule)
    grid = _grid(shown, things, calendar)
    used = {
        one.code(day)
        for one in things
        for day in calendar.dates
        if day in one.counts or day not in calendar.off
    }
    legend = Legend(
        swatches=tuple(
            Swatch(style=style_of(code), code=code, label=said)
            for code, said in MEANINGS.items()
            if code in used
        )
    )
    part = ", ".join(filter(None, (shown.wanted.category, part_by(shown, "picture"))))
    return Paper(
        kind="element-days",
        title="Days of elements",
        subtitle=part,
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=(Section(blocks=(legend, *grid_tables(grid), _totals(things))),),
        sheet=sheet_of(grid),
        landscape=True,
    )


def element_categories(production: Production) -> tuple[str, ...]:
    """Give the categories that may be asked for, in the order of the paper."""
    extras = any(scene.extras for scene in production.scenes)
    elements = categories_of(production.elements)
    return (*((EXTRAS,) if extras else ()), *elements, SETS, LOCATIONS)


def thing_days(shown: Shown) -> list[ThingDays]:
    """Give the things of the category that is wanted, or of all, with their dates.

    Raises
    ------
    UsageError
        When there is no such category.
    """
    things = list(_things(shown))
    category = shown.wanted.category
    if category is None:
        return things
    known = element_categories(shown.production)
    if category.casefold() not in (one.casefold() for one in known):
        raise UsageError(
            f"There is no category {category!r}.\nMaybe one of: {', '.join(known)}"
        )
    return [one for one in things if one.category.casefold() == category.casefold()]


# --- what is used when -------------------------------------------------------------


def _things(shown: Shown) -> Iterator[ThingDays]:
    production = shown.production
    standing = list(_standing(production, shown.schedule, shown.wanted.picture))
    yield from _extras(standing)
    yield from _elements(production, standing)
    sets: dict[str, Counter[date]] = defaultdict(Counter)
    places: dict[str, Counter[date]] = defaultdict(Counter)
    names = {one.id: one.name for one in production.locations}
    for day, scene in standing:
        sets[set_of_scene(scene, names[scene.location])][day] += 1
        places[scene.location][day] += 1
    for name, dates in sorted(sets.items()):
        yield _thing(SETS, name, dates)
    held = _held_locations(shown)
    for location in production.locations:
        if places[location.id]:
            yield _thing(
                LOCATIONS,
                location.name,
                places[location.id],
                held=held[location.id],
                windows=location.windows,
            )


def _standing(
    production: Production, schedule: Schedule, picture: str | None
) -> Iterator[tuple[date, Scene]]:
    scenes = {scene.id: scene for scene in production.scenes}
    for day in schedule.in_order():
        for strip in day.strips:
            if picture in (None, scenes[strip].picture):
                yield day.date, scenes[strip]


def _extras(standing: Iterable[tuple[date, Scene]]) -> Iterator[ThingDays]:
    most: Counter[date] = Counter()
    for day, scene in standing:
        if scene.extras:
            most[day] = max(most[day], scene.extras)
    if most:
        yield _thing(EXTRAS, "Background people", most)


def _elements(
    production: Production, standing: Sequence[tuple[date, Scene]]
) -> Iterator[ThingDays]:
    uses: dict[str, Counter[date]] = defaultdict(Counter)
    for day, scene in standing:
        for element in scene.elements:
            uses[element][day] += 1
    for category in categories_of(production.elements):
        for one in production.elements:
            if one.category == category and uses[one.id]:
                name = label_of(category)
                yield _thing(name, one.name, uses[one.id], windows=one.windows)


def _held_locations(shown: Shown) -> dict[str, set[date]]:
    """Give the dates on which a location is paid without being used, by id."""
    held: dict[str, set[date]] = defaultdict(set)
    for item in shown.costs.of_line("locations"):
        held[item.location or ""].update(item.dates)
    for day, scene in _standing(shown.production, shown.schedule, None):
        held[scene.location].discard(day)
    return held


def _thing(
    category: str,
    name: str,
    dates: Counter[date],
    *,
    held: Iterable[date] = (),
    windows: tuple[DateRange, ...] = (),
) -> ThingDays:
    on = tuple(sorted(dates))
    inside = (day for day in held if on[0] < day < on[-1] and day not in dates)
    return ThingDays(
        category=category,
        name=name,
        on=on,
        counts=dict(dates),
        held=frozenset(inside),
        windows=windows,
    )


# --- tables ------------------------------------------------------------------------


def _grid(shown: Shown, things: Sequence[ThingDays], calendar: DateColumns) -> Grid:
    by_category: dict[str, list[GridRow]] = defaultdict(list)
    for one in things:
        cells = tuple(_cell(one, day, calendar) for day in calendar.dates)
        by_category[one.category].append(GridRow(lead=(Cell(one.name),), days=cells))
    heads = head_rows(shown.production, shown.schedule, calendar)
    return Grid(
        name="element_days",
        dates=calendar.dates,
        lead=(Column(key="name", label="Element", width=18.0),),
        heads=tuple(
            GridRow(lead=row.lead[1:], days=row.days, style=row.style) for row in heads
        ),
        groups=tuple(
            GridGroup(name=name, rows=tuple(rows)) for name, rows in by_category.items()
        ),
        empty="Nothing is used.",
        categorized=True,
    )


def _cell(one: ThingDays, day: date, calendar: DateColumns) -> Cell:
    off = day in calendar.off
    code = one.code(day)
    if not code or (off and code == "x"):
        return Cell(None, "rest" if off else "")
    if one.category == EXTRAS:
        return Cell(str(one.counts[day]), style_of(code))
    return Cell(code, style_of(code))


def _totals(things: Sequence[ThingDays]) -> Table:
    numbers = (("used", "Used"), ("held", "Held"), ("span", "Span"))
    by_category: dict[str, list[Row | Bar]] = {}
    for one in things:
        head: list[Row | Bar] = [Bar(left=one.category, style="banner")]
        rows = by_category.setdefault(one.category, head)
        span = (one.on[-1] - one.on[0]).days + 1
        days: tuple[Value, ...] = (len(one.on), len(one.held) or None, span)
        values = (one.category, one.name, *days, one.on[0], one.on[-1])
        rows.append(Row(cells=tuple(map(Cell, values))))
    columns = (
        Column(key="category", label="Category", width=1.6, where="computed"),
        Column(key="name", label="Element", width=3.5),
        *(
            Column(key=key, label=label, form="number", width=0.8, align="right")
            for key, label in numbers
        ),
        Column(key="first", label="First", form="date", width=1.7),
        Column(key="last", label="Last", form="date", width=1.7),
    )
    groups = tuple(Group(rows=tuple(rows)) for rows in by_category.values())
    return Table(
        name="totals",
        title="Totals in days",
        columns=told_columns(columns, groups),
        groups=groups,
        empty="Nothing is used.",
    )
