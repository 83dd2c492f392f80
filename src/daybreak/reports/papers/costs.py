"""The cost report: every cost line, what it is made of, and the proven least."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from daybreak.model.schedule import CostLine
from daybreak.reports.cost_table import (
    LABELS,
    CostTable,
    cost_table,
    percent,
)
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
    Where,
)
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.standing import show_dates
from daybreak.reports.phrases import count_of, show_money, with_dates

if TYPE_CHECKING:
    from daybreak.checking import CostItem

LINES = tuple(one for one in get_args(CostLine) if one != "total")


def costs(shown: Shown) -> Paper:
    """Give what a schedule costs by line, each traced to its items (SPEC 4)."""
    table = cost_table(shown.production, shown.schedule, shown.costs)
    traced = [_traced(shown, name) for name in LINES if shown.costs.of_line(name)]
    first: tuple[Block, ...] = (_summary(shown, table), _by_line(shown, table))
    if table.bound is not None:
        first = (*first, _about_the_bound())
    return Paper(
        kind="costs",
        title="Cost report",
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=(
            Section(blocks=first),
            Section(title="What each line is made of", blocks=tuple(traced)),
        ),
    )


def _summary(shown: Shown, table: CostTable) -> Facts:
    money = shown.production.currency
    days = count_of(len(shown.schedule.days), "day")
    facts = [Fact(label="Total", value=show_money(table.total, money))]
    if table.bound is None or table.gap is None:
        facts.append(Fact(label="Proven least", value="nothing proven"))
    else:
        left = percent(table.gap)
        gap = "none: proven the cheapest" if table.gap == 0 else f"at most {left}"
        facts += [
            Fact(label="Proven least", value=show_money(table.bound, money)),
            Fact(label="Could be saved", value=gap),
        ]
    facts += [
        Fact(label="Shooting days", value=days),
        Fact(label="Boneyard", value=_boneyard(shown)),
    ]
    return Facts(name="summary", facts=tuple(facts), columns=3)


def _boneyard(shown: Shown) -> str:
    left = shown.schedule.boneyard
    return count_of(len(left), "strip") if left else "empty"


def _by_line(shown: Shown, table: CostTable) -> Table:
    counted = {name: len(shown.costs.of_line(name)) for name in LINES}
    rows = tuple(
        Row(
            cells=(
                Cell(row.label),
                Cell(row.line),
                Cell(counted[row.line]),
                Cell(row.amount),
                Cell(percent(row.share)),
            ),
            style="" if row.amount else "soft",
        )
        for row in table.rows
    )
    total = Row(
        cells=(
            Cell("Total"),
            Cell("total"),
            Cell(sum(counted.values())),
            Cell(table.total),
            Cell(percent(1000) if table.total else percent(0)),
        )
    )
    return Table(
        name="by-line",
        title="By cost line",
        columns=(
            Column(key="label", label="Cost line", width=4),
            Column(key="line", label="Name", form="code", where="computed"),
            Column(key="items", label="Items", form="number", width=1.2),
            Column(key="amount", label="Amount", form="money", width=2.4),
            Column(key="share", label="Share", form="code", width=1.6, align="right"),
        ),
        groups=(Group(rows=rows),),
        totals=(total,),
    )


def _about_the_bound() -> Text:
    return Text(
        style="soft",
        paragraphs=(
            "Proven least: no valid schedule with as few strips in the boneyard costs "
            "less. What lies between it and the total may be saved, or may only not "
            "be proven.",
        ),
    )


def _traced(shown: Shown, name: CostLine) -> Table:
    items = sorted(shown.costs.of_line(name), key=lambda one: -one.amount)
    amount = shown.costs.lines[name]
    dated: Where = "everywhere" if name not in UNDATED else "computed"
    counted: Where = "everywhere" if name in PAID_BY_DATE else "computed"
    label = "Dates paid" if name in PAID_BY_DATE else "Dates"
    return Table(
        name=name.replace("_", "-"),
        title=LABELS[name],
        columns=(
            Column(key="said", label="For", width=6),
            Column(key="dates", label="Dates", width=4, where=dated),
            Column(key="days", label=label, form="number", width=1.2, where=counted),
            Column(key="amount", label="Amount", form="money", width=1.8),
            *_ids(),
        ),
        groups=tuple(Group(rows=(row,)) for row in _items(shown, items)),
        totals=(
            Row(
                cells=(
                    Cell("Total"),
                    Cell(),
                    Cell(sum(len(one.dates) for one in items)),
                    Cell(amount),
                    *(Cell() for _ in ITEM_IDS),
                )
            ),
        ),
    )


PAID_BY_DATE = frozenset(
    ("unit_days", "idle_days", "cast_work", "cast_hold", "locations", "elements")
)
"""Lines whose items are paid for each of their dates."""
UNDATED = ("company_moves",)
"""Lines whose items say in words between which dates they fall."""
ITEM_IDS = ("unit", "person", "location", "element", "picture", "scene")


def _ids() -> Iterator[Column]:
    for key in ITEM_IDS:
        yield Column(key=key, label=key.title(), form="id", where="computed")


def _items(shown: Shown, items: list[CostItem]) -> Iterator[Row]:
    pictures = shown.production.pictures
    titles = {one.id: one.title for one in pictures if len(pictures) > 1}
    for one in items:
        title = titles.get(one.picture or "", "")
        picture = f" ({title})" if title and title not in one.said else ""
        yield Row(
            cells=(
                Cell(f"{with_dates(one.said)}{picture}"),
                Cell(show_dates(one.dates)),
                Cell(len(one.dates) or None),
                Cell(one.amount),
                *(Cell(getattr(one, key)) for key in ITEM_IDS),
            )
        )
