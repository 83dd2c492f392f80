"""The elements by category: which scenes need each, on which days, at what fee."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from daybreak.model.production import Element, Production
from daybreak.reports.papers.board_parts import shown_part
from daybreak.reports.papers.needs import categories_of, label_of
from daybreak.reports.papers.paper import (
    Bar,
    Cell,
    Column,
    Group,
    Paper,
    Row,
    Section,
    Table,
)
from daybreak.reports.papers.shoot_days import Shoot, Shot, eighths_of, shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.standing import (
    days_of,
    scene_numbers,
    show_dates,
    show_windows,
)
from daybreak.reports.papers.told_columns import told_columns
from daybreak.reports.phrases import count_of

COLUMNS = (
    Column(key="category", label="Category", where="computed"),
    Column(key="element", label="Element", width=2.4),
    Column(key="count", label="There are", form="number", width=0.7, align="right"),
    Column(key="scenes", label="Scenes", width=2.4),
    Column(key="pages", label="Pages", form="eighths", width=0.8, align="right"),
    Column(key="days", label="Days", form="number", width=0.6, align="right"),
    Column(key="first", label="First", form="date", width=1.5),
    Column(key="last", label="Last", form="date", width=1.5),
    Column(key="dates", label="Used on", width=3.6),
    Column(key="windows", label="To be had", width=2.4),
    Column(key="fee", label="A day", form="money", width=0.9, align="right"),
    Column(key="cost", label="Fees", form="money", width=1.0, align="right"),
    Column(key="element_id", label="Element id", form="id", where="computed"),
)


def element_list(shown: Shown) -> Paper:
    """Give the elements by category, those of one where it was asked for."""
    shoot = shoot_of(shown)
    groups = tuple(_groups(shown, shoot))
    table = Table(
        name="elements",
        columns=told_columns(COLUMNS, groups),
        groups=groups,
        totals=_totals(shown, groups),
        pinned=2,
        empty="No scene needs an element.",
    )
    return Paper(
        kind="elements",
        title="Elements",
        subtitle=", ".join(filter(None, (shown.wanted.category, shown_part(shown)))),
        stamp=shown.stamp,
        currency=shown.production.currency,
        landscape=True,
        sections=(Section(blocks=(table,)),),
    )


def _is_whole(shown: Shown) -> bool:
    """Tell whether all of the shoot is shown, so that fees are those of the plan."""
    return not shown_part(shown)


def _groups(shown: Shown, shoot: Shoot) -> Iterator[Group]:
    used = _shots_by_element(shoot)
    fees = _fees(shown)
    for category in categories_of(shown.production.elements):
        if shown.wanted.category not in (None, category):
            continue
        things = _of_category(shown.production, category)
        rows = [
            _row(
                one,
                used[one.id],
                fees[one.id] if _is_whole(shown) else None,
                lettered=shoot.has_pictures,
            )
            for one in things
            if used[one.id] or _is_whole(shown)
        ]
        if rows:
            bar = Bar(
                left=label_of(category),
                right=count_of(len(rows), "element"),
                style="banner",
            )
            yield Group(rows=(bar, *rows))


def _of_category(production: Production, category: str) -> list[Element]:
    things = (one for one in production.elements if one.category == category)
    return sorted(things, key=lambda one: (one.name.casefold(), one.id))


def _shots_by_element(shoot: Shoot) -> dict[str, list[Shot]]:
    used: dict[str, list[Shot]] = defaultdict(list)
    for shot in (*shoot.shots, *shoot.boneyard):
        for element in dict.fromkeys(shot.scene.elements):
            used[element].append(shot)
    return used


def _fees(shown: Shown) -> dict[str, int]:
    fees: dict[str, int] = defaultdict(int)
    for item in shown.costs.of_line("elements"):
        fees[item.element or ""] += item.amount
    return fees


def _row(
    element: Element, shots: list[Shot], fees: int | None, *, lettered: bool
) -> Row:
    dates = sorted({day.date for day in days_of(shots)})
    values = (
        element.category,
        element.name,
        element.count,
        scene_numbers(shots, lettered=lettered) or None,
        eighths_of(shot for shot in shots if shot.edge),
        len(dates),
        dates[0] if dates else None,
        dates[-1] if dates else None,
        show_dates(dates) or None,
        show_windows(element.windows) or None,
        element.day_fee or None,
        fees or None,
        element.id,
    )
    return Row(cells=tuple(map(Cell, values)))


def _totals(shown: Shown, groups: Sequence[Group]) -> tuple[Row, ...]:
    """Give the fees of all elements listed, where all of the shoot is shown."""
    if not groups or not _is_whole(shown):
        return ()
    chosen = {
        one.id
        for one in shown.production.elements
        if shown.wanted.category in (None, one.category)
    }
    fees = sum(fee for one, fee in _fees(shown).items() if one in chosen)
    sums: dict[str, str | int] = {
        "element": f"In all: {count_of(len(chosen), 'element')}",
        "cost": fees,
    }
    cells = (Cell(sums.get(one.key)) for one in COLUMNS)
    return (Row(cells=tuple(cells), style="title"),)
