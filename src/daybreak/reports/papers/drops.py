"""Who is dropped and picked up when, and what the place of a drop changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daybreak.checking import hold_gaps
from daybreak.reports.papers.cast_days import CastDays
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Group,
    Row,
    Table,
    Text,
    Value,
)
from daybreak.reports.person_days import Drop, PersonDays
from daybreak.reports.phrases import count_of, show_money
from daybreak.reports.stripboard import cast_name


def drop_blocks(grid: CastDays, people: Sequence[PersonDays]) -> Iterator[Block]:
    """Give a table of all drops, and where they stand."""
    rows = [_row(grid, one, drop) for one in people for drop in one.drops]
    several = len(grid.letters) > 1 and grid.shown.wanted.picture is None
    if rows:
        yield Table(
            name="drops",
            title="Dropped and picked up",
            columns=(
                *narrow_lead(),
                Column(
                    key="pictures",
                    label="For",
                    form="code",
                    width=0.8,
                    where="everywhere" if several else "computed",
                ),
                Column(key="dropped", label="Dropped", form="date", width=1.7),
                Column(key="picked_up", label="Picked up", form="date", width=1.7),
                Column(
                    key="days",
                    label="Days not held",
                    form="number",
                    width=1.4,
                    align="right",
                ),
            ),
            groups=(Group(rows=tuple(rows)),),
        )
    yield from _choice(grid)


def _row(grid: CastDays, one: PersonDays, drop: Drop) -> Row:
    of = grid.letters if drop.pictures is None else drop.pictures
    values: tuple[Value, ...] = (
        grid.numbers[one.person.id],
        cast_name(one.person),
        "".join(sorted(grid.letters[picture] for picture in of)),
        drop.first,
        drop.picked_up,
        len(drop.unpaid),
    )
    return Row(cells=tuple(map(Cell, values)))


def _choice(grid: CastDays) -> Iterator[Block]:
    """Say where drops stand; placed first also what it costs against best."""
    shown = grid.shown
    gaps = hold_gaps(shown.production, shown.schedule)
    if not any(one.dropped() or one.dropped("first") for one in gaps):
        return
    days = sum(len(one.held("first")) - len(one.held()) for one in gaps)
    if shown.wanted.drops == "best":
        said = "Each drop stands in the gap that saves most, as it is paid."
        if days:
            said += (
                f" In the first gap long enough, {count_of(days, 'more day')} "
                "would be held."
            )
    else:
        more = sum(one.cost("first") - one.cost() for one in gaps)
        money = show_money(more, shown.production.currency)
        said = (
            "Each drop stands in the first gap that is long enough. "
            f"That holds {count_of(days, 'more day')} and costs {money} more than "
            "drops where they save most, over the whole production; "
            "the costs of this plan are counted with those."
        )
    yield Text(paragraphs=(said,), style="soft")


def narrow_lead() -> tuple[Column, ...]:
    """Give the columns of number and name before a few others."""
    return (
        Column(key="number", label="No.", form="number", width=0.6, align="right"),
        Column(key="name", label="Cast", width=4),
    )
