"""What a schedule costs: a table by line, and what each line is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

from daybreak.model.production import Production
from daybreak.model.schedule import CostLine, Schedule
from daybreak.reports.cells import clean, left, right, width_of, wrap
from daybreak.reports.lines import Line, Span, line
from daybreak.reports.phrases import count_of, show_money, show_range, with_dates

if TYPE_CHECKING:
    from daybreak.checking import CostItem, Costs

LABELS: dict[CostLine, str] = {
    "unit_days": "Crew, shooting days",
    "idle_days": "Crew, idle days",
    "cast_work": "Cast, days worked",
    "cast_hold": "Cast, days held",
    "locations": "Locations",
    "elements": "Elements",
    "day_moves": "Moves inside a day",
    "company_moves": "Company moves",
    "late": "Late delivery",
    "total": "Total",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRow:
    """One cost line; ``share`` is its part of the total in tenths of a percent."""

    line: CostLine
    label: str
    amount: int
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CostTable:
    """All cost lines of a schedule.

    ``bound`` is a proven least total, ``gap`` what the total lies above it in tenths
    of a percent of the total, rounded up; both None where nothing is proven.
    """

    title: str
    currency: str
    rows: tuple[CostRow, ...]
    total: int
    bound: int | None
    gap: int | None


def cost_table(production: Production, schedule: Schedule, costs: Costs) -> CostTable:
    """Give the table of what a schedule costs (SPEC 4)."""
    total = costs.lines["total"]
    bound = schedule.bound
    return CostTable(
        title=production.title,
        currency=production.currency,
        rows=tuple(
            CostRow(
                line=name,
                label=LABELS[name],
                amount=costs.lines[name],
                share=_tenths(costs.lines[name], total),
            )
            for name in get_args(CostLine)
            if name != "total"
        ),
        total=total,
        bound=bound,
        gap=gap_of(total, bound),
    )


def gap_of(total: int, bound: int | None) -> int | None:
    """Give what a total lies above a proven least, in tenths of a percent of it.

    Rounded up, so that 0 means that nothing can be saved.
    """
    if bound is None:
        return None
    return -(-1000 * (total - bound) // total) if total else 0


def _tenths(part: int, whole: int) -> int:
    return (2000 * part + whole) // (2 * whole) if whole else 0


def cost_table_lines(table: CostTable, *, width: int) -> list[Line]:
    """Give the table as lines of at most ``width`` cells."""
    money = [show_money(row.amount, table.currency) for row in table.rows]
    total = show_money(table.total, table.currency)
    wide = max(map(width_of, [*money, total]))
    made = [line(f"{table.title}: what it costs", "title"), line()]
    for row, amount in zip(table.rows, money, strict=True):
        cells = f"{left(row.label, 20)} {left(row.line, 14)} {right(amount, wide)}"
        room = max(0, min(40, width - width_of(cells) - 10))
        share = right(percent(row.share), 8)
        made.append(
            Line((Span(f"{cells}{share}  "), Span(_bar(row.share, room), "soft")))
        )
    made.append(line("-" * (36 + wide + 8), "soft"))
    made.append(line(f"{left('Total', 35)} {right(total, wide)}", "title"))
    return [*made, *_bound_lines(table, wide)]


def _bound_lines(table: CostTable, wide: int) -> list[Line]:
    if table.bound is None or table.gap is None:
        return []
    bound = right(show_money(table.bound, table.currency), wide)
    said = (
        "proven the cheapest"
        if table.gap == 0
        else f"at most {percent(table.gap)} could be saved"
    )
    return [line(f"{left('Proven least', 35)} {bound}  {said}", "soft")]


def percent(tenths: int) -> str:
    """Give tenths of a percent: ``12.5 %``."""
    return f"{tenths // 10}.{tenths % 10} %"


def _bar(tenths: int, room: int) -> str:
    return "#" * ((tenths * room + 500) // 1000)


# --- why ---------------------------------------------------------------------------


def why_lines(
    production: Production, name: CostLine, costs: Costs, *, width: int
) -> list[Line]:
    """Give what a cost line is made of: who or what, dates, sum, how counted."""
    items = sorted(costs.of_line(name), key=lambda item: -item.amount)
    amount = show_money(costs.lines[name], production.currency)
    made = [
        line(f"{LABELS[name]} ({name}): {amount}", "title"),
        line(f"{count_of(len(items), 'item')}", "soft"),
        line(),
    ]
    for item in items:
        made += _item_lines(production, item, width)
    return made


def _item_lines(production: Production, item: CostItem, width: int) -> list[Line]:
    lead = f"{right(show_money(item.amount, production.currency), 14)}  "
    said = with_dates(clean(item.said))
    dates = show_dates(item.dates)
    rows = wrap(said.split(), width - width_of(lead))
    made = [
        line((lead if place == 0 else " " * 16) + one) for place, one in enumerate(rows)
    ]
    if dates:
        under = wrap(dates.split(", "), width - 16, between=", ")
        made += [line(" " * 16 + one, "soft") for one in under]
    return made


def show_dates(dates: Sequence[date]) -> str:
    """Give dates as ranges: ``Mon 1 - Wed 3 Mar 2027, Fri 5 Mar 2027``."""
    runs: list[list[date]] = []
    for day in sorted(dates):
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return ", ".join(show_range(first, last) for first, last in runs)
