"""Rows of a cast list: who, away when, paid what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from daybreak.importers.tables import Line, shown
from daybreak.importers.tables_breaks import break_kind
from daybreak.importers.tables_casting import items_of
from daybreak.importers.tables_columns import Columns
from daybreak.importers.tables_dates import (
    DateOrder,
    read_date,
    read_ranges,
)
from daybreak.importers.tables_remarks import CellReader, CellRemarks
from daybreak.importers.tables_values import (
    amount_in,
    minutes_in,
    read_amount,
    read_share,
    read_whole,
)
from daybreak.model.fields import DateRange
from daybreak.model.people import DealKind

WHO = ("number", "name", "character")
_KINDS: Mapping[str, DealKind] = {
    "daily": "daily", "day": "daily", "d": "daily", "per day": "daily",
    "day player": "daily", "dayplayer": "daily", "tag": "daily", "jour": "daily",
    "weekly": "weekly", "week": "weekly", "w": "weekly", "wk": "weekly",
    "per week": "weekly", "woche": "weekly",
    "flat": "flat", "flat fee": "flat", "buyout": "flat", "fee": "flat",
    "run of picture": "flat", "pauschal": "flat", "forfait": "flat",
    "none": "none", "unpaid": "none", "no": "none", "free": "none",
    "volunteer": "none", "deferred": "none",
}  # fmt: skip
_AMOUNTS: tuple[tuple[str, DealKind], ...] = (
    ("daily_rate", "daily"),
    ("weekly_rate", "weekly"),
    ("flat_fee", "flat"),
)
_DAY_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class Away:
    """Dates on which somebody is not at hand, and why."""

    dates: DateRange
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealTold:
    """What a row says of a deal; None where it says nothing.

    ``picture`` is as the row names it, empty for all pictures.
    """

    picture: str = ""
    kind: DealKind | None = None
    rate: int | None = None
    hold: Decimal | None = None
    drops: int | None = None
    drop_after_days: int | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class PersonTold:
    """What the rows of one person say.

    Parameters
    ----------
    cells
        The first of the rows, to say what is wrong with it.
    number, name, characters
        Who is meant; empty where no cell says it.
    away, windows
        Dates at which the person cannot work, and the only ones at which they can.
    deals
        Deals, each with the row that tells it.
    fields
        Other fields of a person by name: ``day_minutes``, ``prep_days`` ...
    """

    cells: CellReader
    number: int | None
    name: str
    characters: tuple[str, ...]
    away: list[Away] = field(default_factory=list)
    windows: list[DateRange] = field(default_factory=list)
    deals: list[tuple[CellReader, DealTold]] = field(default_factory=list)
    fields: dict[str, int | date] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """The person in words."""
        number = f"number {self.number}" if self.number is not None else ""
        return self.name or (self.characters[0] if self.characters else number)


def read_people(
    columns: Columns, remarks: CellRemarks, order: DateOrder | None
) -> list[PersonTold]:
    """Give the people below the headings.

    A row that names nobody belongs to the person above it.

    Parameters
    ----------
    columns
        The sheet and what its columns hold.
    remarks
        Takes every cell that cannot be read; nobody is refused here.
    order
        Which number of a date with slashes is the day.
    """
    people: list[PersonTold] = []
    for line in columns.body():
        if _is_aside(line):
            continue
        cells = CellReader(line, columns.by_field, remarks)
        if any(cells.text(name) for name in WHO):
            people.append(_person(cells))
        elif not people:
            cells.error(
                _first_of(cells),
                "the row says {value} but names nobody",
                "give it a cast number or a name",
                code="TAB-E19",
            )
            continue
        _take(people[-1], cells, order)
    return people


def _is_aside(line: Line) -> bool:
    """Tell whether a row is a total or the stamp of a paper of our own."""
    first = shown(line.cells[min(line.cells)])
    return break_kind(first) == "total" or "daybreak:" in first


def _first_of(cells: CellReader) -> str:
    first = min(cells.line.cells)
    return next((name for name, at in cells.columns.items() if at == first), "name")


def _person(cells: CellReader) -> PersonTold:
    return PersonTold(
        cells=cells,
        number=read_whole(cells, "number", most=9_999),
        name=cells.text("name"),
        characters=tuple(items_of(cells.value("character"))),
    )


def _take(person: PersonTold, cells: CellReader, order: DateOrder | None) -> None:
    reason = cells.text("reason")
    person.away += [
        Away(dates, reason) for dates in read_ranges(cells, "unavailable", order)
    ]
    person.away += [Away(dates, reason) for dates in _span(cells, "unavailable", order)]
    person.windows += read_ranges(cells, "available", order)
    person.windows += _span(cells, "available", order)
    deal = _deal(cells)
    if deal != DealTold(picture=deal.picture):
        person.deals.append((cells, deal))
    for name, value in _fields(cells, order):
        person.fields[name] = value


def _span(cells: CellReader, name: str, order: DateOrder | None) -> Iterator[DateRange]:
    """Yield the range of two columns; a first date alone is that date."""
    first = read_date(cells, f"{name}_from", order)
    last = read_date(cells, f"{name}_to", order)
    if first is None:
        if last is not None:
            cells.error(
                f"{name}_to",
                "{value} has no first date beside it",
                "fill in the first date, too",
                code="TAB-E18",
            )
        return
    if last is not None and last < first:
        cells.error(
            f"{name}_to",
            f"{{value}} is before the first date, {first}",
            "swap the two",
            code="TAB-E18",
        )
        return
    yield DateRange(first, last or first)


def _deal(cells: CellReader) -> DealTold:
    kind, rate = _rate(cells)
    return DealTold(
        picture=cells.text("picture"),
        kind=kind,
        rate=rate,
        hold=read_share(cells, "hold"),
        drops=read_whole(cells, "drops", most=1_000),
        drop_after_days=read_whole(cells, "drop_after_days", most=10_000),
    )


def _rate(cells: CellReader) -> tuple[DealKind | None, int | None]:
    kind = _kind(cells)
    told = [(name, one) for name, one in _AMOUNTS if cells.text(name)]
    if len(told) > 1 and kind is not None:
        told = [(name, one) for name, one in told if one == kind]
    if len(told) > 1:
        cells.error(
            told[1][0],
            f"{{value}} stands beside a {told[0][0].replace('_', ' ')}",
            "say in a Deal column which one holds, or clear the other",
            code="TAB-E18",
        )
        return None, None
    if told:
        name, found = told[0]
        amount = read_amount(cells, name)
        return (found, amount) if amount else (kind, None)
    text = cells.text("rate")
    amount_text, unit = _split_rate(text)
    if unit is not None:
        amount = amount_in(cells, "rate", amount_text)
        return unit, amount
    return kind, read_amount(cells, "rate")


def _kind(cells: CellReader) -> DealKind | None:
    text = cells.text("deal").lower()
    if text and text not in _KINDS:
        cells.error(
            "deal", "{value} is no kind of deal", "write daily, weekly, flat or none"
        )
    return _KINDS.get(text)


def _split_rate(text: str) -> tuple[str, DealKind | None]:
    """Take ``/day`` or ``per week`` off a rate."""
    for mark in ("/", " per ", " a ", " p/", " "):
        amount, found, unit = text.lower().rpartition(mark)
        if found and unit.strip(". ") in _KINDS and amount.strip():
            return text[: len(amount)].strip(), _KINDS[unit.strip(". ")]
    return text, None


def _fields(
    cells: CellReader, order: DateOrder | None
) -> Iterator[tuple[str, int | date]]:
    minutes = _day_minutes(cells)
    if minutes is not None:
        yield "day_minutes", minutes
    days = read_whole(cells, "max_consecutive_days", least=1, most=1_000)
    if days is not None:
        yield "max_consecutive_days", days
    prep = read_whole(cells, "prep_days", most=1_000)
    if prep is not None:
        yield "prep_days", prep
    start = read_date(cells, "prep_from", order)
    if start is not None:
        yield "prep_from", start


def _day_minutes(cells: CellReader) -> int | None:
    """Give the minutes a day of a minor: from minutes, or from hours."""
    for name in ("minutes", "hours"):
        value = cells.value(name)
        if value is None:
            continue
        minutes = minutes_in(value)
        is_hours = name == "hours" and shown(value).replace(".", "").isdigit()
        if is_hours:
            minutes = minutes_in(f"{shown(value)} h")
        if minutes is None or not 1 <= minutes <= _DAY_MINUTES:
            cells.error(
                name,
                "{value} is no length of a working day",
                "write 300 in minutes, or 5 in hours",
            )
            return None
        return minutes
    return None
