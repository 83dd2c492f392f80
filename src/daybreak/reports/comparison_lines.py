"""What is different between two schedules, as lines of a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daybreak.reports.cells import left, right, width_of, wrap
from daybreak.reports.comparison import (
    Comparison,
    CostChange,
    DayChange,
    PersonChange,
    Stand,
    StripChange,
    WrapChange,
)
from daybreak.reports.cost_table import show_dates
from daybreak.reports.lines import Line, line
from daybreak.reports.phrases import count_of, show_date, show_money

NUMBER_CELLS = 8
NOWHERE = "boneyard"


def comparison_lines(found: Comparison, *, width: int) -> list[Line]:
    """Give a comparison as lines of at most ``width`` cells."""
    made = [line(f"{found.title}: what is different", "title"), line()]
    made += [line(text) for text in wrap(_summary(found).split(), width)]
    made += _part("Strips", _strips(found.strips, width))
    made += _part("Days", _days(found.days, width))
    made += _part("People", _people(found.people, width))
    made += _part("Wrap", _wraps(found.wraps, width))
    return [*made, line(), line("Cost", "title"), *_costs(found, width)]


def drift_lines(found: Comparison, *, since: str, width: int) -> list[Line]:
    """Give what a board drifted from a revision, person by person."""
    made = [line(f"{found.title}: drift since {since}", "title"), line()]
    made += [line(text) for text in wrap(_summary(found).split(), width)]
    made += _part("People", _people(found.people, width))
    return [*made, *_part("Wrap", _wraps(found.wraps, width))]


def _summary(found: Comparison) -> str:
    if found.is_same:
        return "Every strip stands where it stood."
    added = sum(day.is_added for day in found.days)
    total = found.costs[-1].difference
    than = "costs the same"
    if total:
        more = "more" if total > 0 else "less"
        than = f"costs {show_money(abs(total), found.currency)} {more}"
    return (
        f"{count_of(len(found.strips), 'strip')} "
        f"{'stands' if len(found.strips) == 1 else 'stand'} elsewhere, "
        f"{count_of(added, 'day')} added and {len(found.days) - added:,} taken away, "
        f"other dates for {_people_count(len(found.people))}; it {than}."
    )


def _people_count(number: int) -> str:
    return "1 person" if number == 1 else f"{number:,} people"


def _part(head: str, rows: Iterator[Line]) -> list[Line]:
    """Give a part with its head; nothing where it has no rows."""
    found = list(rows)
    return [line(), line(head, "title"), *found] if found else []


# --- strips and days ---------------------------------------------------------------


def _strips(changes: Sequence[StripChange], width: int) -> Iterator[Line]:
    cells = [(_stood(one), _stands(one)) for one in changes]
    wide = max((width_of(one) for one, _ in cells), default=0)
    wide_after = max((width_of(one) for _, one in cells), default=0)
    for change, (before, after) in zip(changes, cells, strict=True):
        lead = (
            f"{left(change.number, NUMBER_CELLS)}  {left(before, wide)}  ->  "
            f"{left(after, wide_after)}"
        )
        room = width - width_of(lead) - 2
        heading = f"  {left(change.heading, room)}" if room >= 12 else ""
        yield line(left(lead + heading, width))


def _stood(change: StripChange) -> str:
    return "new" if change.sort == "added" else _told(change.before, change)


def _stands(change: StripChange) -> str:
    return "gone" if change.sort == "gone" else _told(change.after, change)


def _told(stand: Stand | None, change: StripChange) -> str:
    """Give a place as ``Tue 16 Mar 2027``, with what else of it is different."""
    if stand is None:
        return NOWHERE
    before, after = change.before, change.after
    told = show_date(stand.date)
    if before is None or after is None or before.unit != after.unit:
        told += f" {stand.unit_name}"
    if before is not None and after is not None and before.shift != after.shift:
        told += f" {stand.shift}"
    return told


def _days(changes: Sequence[DayChange], width: int) -> Iterator[Line]:
    for is_added, sign in ((True, "+"), (False, "-")):
        units = dict.fromkeys(one.unit for one in changes if one.is_added == is_added)
        for unit in units:
            of_unit = [
                one for one in changes if one.unit == unit and one.is_added == is_added
            ]
            dates = show_dates([one.date for one in of_unit])
            yield from _hanging(f"{sign} {of_unit[0].unit_name}: ", dates, width)


def _hanging(lead: str, dates: str, width: int) -> Iterator[Line]:
    """Yield a lead with dates behind it, and the rest of them below."""
    indent = min(width_of(lead), width // 3)
    rows = wrap(dates.split(", "), width - max(indent, width_of(lead)), between=", ")
    for place, row in enumerate(rows):
        yield line((lead if place == 0 else " " * width_of(lead)) + row)


# --- people ------------------------------------------------------------------------


def _people(changes: Sequence[PersonChange], width: int) -> Iterator[Line]:
    for change in changes:
        yield line(left(change.name, width).rstrip())
        if change.gained:
            yield from _hanging("  + ", show_dates(change.gained), width)
        if change.lost:
            yield from _hanging("  - ", show_dates(change.lost), width)
        for text in _spans(change):
            yield line(f"    {text}", "soft")


def _spans(change: PersonChange) -> Iterator[str]:
    for what, (before, after) in (("first", change.first), ("last", change.last)):
        if before != after:
            yield f"{what} day {_date(before)} -> {_date(after)}"
    if change.held[0] != change.held[1]:
        yield f"held {change.held[0]:,} -> {count_of(change.held[1], 'day')}"


def _date(day: date | None) -> str:
    return "none" if day is None else show_date(day)


# --- pictures and costs ------------------------------------------------------------


def _wraps(changes: Sequence[WrapChange], width: int) -> Iterator[Line]:
    for one in changes:
        told = _date(one.after)
        if one.before != one.after:
            told = f"{_date(one.before)} -> {told}"
        elif one.after is not None:
            told += ", as before"
        title = left(one.title, min(max(width - width_of(told) - 2, 8), 40))
        yield line(f"{title}  {told}")


def _costs(found: Comparison, width: int) -> Iterator[Line]:
    rows = [_cost_cells(one, found.currency) for one in found.costs]
    wide = [max(width_of(row[at]) for row in rows) for at in range(4)]
    for change, row in zip(found.costs, rows, strict=True):
        cells = "  ".join(right(row[at], wide[at]) for at in (1, 2, 3))
        text = left(f"{left(row[0], wide[0])}  {cells}", width).rstrip()
        if change.line == "total":
            yield line("-" * min(sum(wide) + 6, width), "soft")
            yield line(text, "title")
        else:
            yield line(text)


def _cost_cells(change: CostChange, currency: str) -> tuple[str, str, str, str]:
    difference = "same"
    if change.difference:
        sign = "+" if change.difference > 0 else ""
        difference = sign + show_money(change.difference, currency)
    return (
        change.label,
        show_money(change.before, currency),
        show_money(change.after, currency),
        difference,
    )
