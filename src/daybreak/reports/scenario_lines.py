"""Plans side by side as lines: one table where it fits, else several below another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from daybreak.reports.cells import clean, clip, left, right, width_of, wrap
from daybreak.reports.cost_table import percent
from daybreak.reports.lines import Line, Span, line
from daybreak.reports.phrases import count_of, show_money, with_dates
from daybreak.reports.scenario_rows import ScenarioRow, ScenarioTable

if TYPE_CHECKING:
    from daybreak.checking import Violation

BETWEEN = 2
NAME_MOST = 30
NONE = "-"
CLASHES_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Columns that stay together: heads, and for each row a cell below each head."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def sizes(self) -> list[int]:
        """The cells that each column takes."""
        columns = zip(self.heads, *self.rows, strict=True)
        return [max(map(width_of, one)) for one in columns]

    @property
    def width(self) -> int:
        """The cells that it takes, with the blanks before each column."""
        return sum(size + BETWEEN for size in self.sizes)


def scenario_lines(table: ScenarioTable, *, width: int) -> list[Line]:
    """Give plans side by side as lines of at most ``width`` cells."""
    made = [line(clip(f"{clean(table.title)}: side by side", width), "title")]
    if table.rows:
        names = [clip(clean(one.name), NAME_MOST) for one in table.rows]
        for groups in _packed(_groups(table), width - _lead(names)):
            made += [line(), *_table(names, groups)]
    told = [*_under(table)]
    if told:
        made.append(line())
    for text in told:
        rows = wrap(clean(text).split(), width - 2)
        made += [
            line(one if at == 0 else f"  {one}", "soft") for at, one in enumerate(rows)
        ]
    return made


def _lead(names: Sequence[str]) -> int:
    return max(map(width_of, [*names, "scenario"]))


def _packed(groups: Sequence[_Group], room: int) -> list[list[_Group]]:
    """Give the groups of each table; a group that is too wide stands alone."""
    tables: list[list[_Group]] = [[]]
    for one in groups:
        taken = sum(group.width for group in tables[-1])
        if tables[-1] and taken + one.width > room:
            tables.append([])
        tables[-1].append(one)
    return tables


def _table(names: Sequence[str], groups: Sequence[_Group]) -> Iterator[Line]:
    lead = _lead(names)
    if any(one.title for one in groups):
        titles = [
            left("", BETWEEN) + left(one.title, one.width - BETWEEN) for one in groups
        ]
        yield line((" " * lead + "".join(titles)).rstrip(), "title")
    heads = [
        " " * BETWEEN + right(head, size)
        for one in groups
        for head, size in zip(one.heads, one.sizes, strict=True)
    ]
    yield line(left("scenario", lead) + "".join(heads), "soft")
    for at, name in enumerate(names):
        cells = [
            " " * BETWEEN + right(cell, size)
            for one in groups
            for cell, size in zip(one.rows[at], one.sizes, strict=True)
        ]
        yield Line((Span(left(name, lead), "title"), Span("".join(cells))))


def _groups(table: ScenarioTable) -> list[_Group]:
    rows, currency = table.rows, table.currency

    def group(
        heads: tuple[str, ...],
        cells: Callable[[ScenarioRow], tuple[str, ...]],
        title: str = "",
    ) -> _Group:
        return _Group(title=title, heads=heads, rows=tuple(map(cells, rows)))

    return [
        group(
            ("cost", "difference"),
            lambda row: (
                show_money(row.total, currency),
                _difference(row, rows[0], currency),
            ),
        ),
        group(
            ("proven least", "gap"),
            lambda row: (
                NONE if row.bound is None else show_money(row.bound, currency),
                NONE if row.gap is None else percent(row.gap),
            ),
        ),
        group(("days", "boneyard"), lambda row: (f"{row.days:,}", f"{row.boneyard:,}")),
        *(
            group(
                ("wrap", "delivery", "late"),
                partial(_end_cells, picture),
                clean(title),
            )
            for picture, title in _pictures(rows).items()
        ),
    ]


def _pictures(rows: Sequence[ScenarioRow]) -> dict[str, str]:
    """Give the titles of all pictures by id."""
    return {one.picture: one.title for row in rows for one in row.pictures}


def _difference(row: ScenarioRow, first: ScenarioRow, currency: str) -> str:
    """Say what a plan costs more; how many more strips it leaves out comes first."""
    if row is first:
        return NONE
    out = row.boneyard - first.boneyard
    if out:
        return f"{abs(out):,} {'more' if out > 0 else 'fewer'} out"
    sign = "+" if row.difference > 0 else ""
    return f"{sign}{show_money(row.difference, currency)}"


def _end_cells(picture: str, row: ScenarioRow) -> tuple[str, str, str]:
    end = next((one for one in row.pictures if one.picture == picture), None)
    if end is None:
        return NONE, NONE, NONE
    late = end.days_late
    told = NONE if late is None else f"{late:,} d" if late > 0 else "no"
    return _day(end.wrap), _day(end.delivery), told


def _day(day: date | None) -> str:
    return NONE if day is None else day.isoformat()


def _under(table: ScenarioTable) -> Iterator[str]:
    """Yield what has to be known of the rows."""
    for row in table.rows:
        told = "; ".join(one for one in (row.note, ", ".join(row.what_ifs)) if one)
        if told:
            yield f"{row.name}: {told}."
        if row.taken_from:
            yield (
                f"{row.name}: the plan of {row.taken_from} holds here, too, and is "
                "better than what the search found."
            )
        yield from _parts(row, table.currency)
        if row.clashes is not None:
            yield from (f"{row.name}: {one}" for one in clash_words(row.clashes))
        yield from (f"{row.name}: {one}" for one in row.notes)
    yield from (f"{name}: cannot be: {why}." for name, why in table.impossible)
    if table.unplanned:
        yield f"Not planned, for it was stopped: {', '.join(table.unplanned)}."


def _parts(row: ScenarioRow, currency: str) -> Iterator[str]:
    if row.parts:
        sums = [f"{one.name} {show_money(one.total, currency)}" for one in row.parts]
        yield f"{row.name}: {' + '.join(sums)} = {show_money(row.total, currency)}."


def clash_words(clashes: Sequence[Violation]) -> Iterator[str]:
    """Yield what is told of clashes: how many by rule, and the first of them."""
    if not clashes:
        yield "nobody and nothing would be in two places at once."
        return
    counts = Counter(one.rule for one in clashes)
    told = ", ".join(f"{rule} {count:,}" for rule, count in counts.items())
    yield (
        f"{count_of(len(clashes), 'clash', 'clashes')} between the pictures, which "
        f"these costs do not respect ({told})."
    )
    for one in clashes[:CLASHES_TOLD]:
        yield f"{one.rule}: {with_dates(one.said)}."
    if len(clashes) > CLASHES_TOLD:
        yield f"and {len(clashes) - CLASHES_TOLD:,} more."
