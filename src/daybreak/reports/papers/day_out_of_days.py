"""The day-out-of-days of the cast: who works, is held, dropped, travels, by date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daybreak.reports.day_out_of_days import MEANINGS
from daybreak.reports.papers.cast_days import CastDays, style_of
from daybreak.reports.papers.conflicts import conflict_sections
from daybreak.reports.papers.date_grid import grid_tables, sheet_of
from daybreak.reports.papers.date_heads import part_by
from daybreak.reports.papers.drops import drop_blocks, narrow_lead
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Group,
    Legend,
    Paper,
    Row,
    Section,
    Swatch,
    Table,
    Text,
)
from daybreak.reports.papers.shown import Shown
from daybreak.reports.person_days import PersonDays
from daybreak.reports.phrases import count_of
from daybreak.reports.stripboard import cast_name

MORE_MEANINGS = MEANINGS | {
    "PWF": "picked up for one day, finishes",
    "M": "company move",
    "/": "holiday",
}
COUNTED = {
    "held": ("H",),
    "holiday": ("/",),
    "travel": ("T",),
    "moving": ("M",),
    "fitting": ("FT",),
    "rehearsal": ("R",),
    "training": ("TN",),
    "press": ("PR",),
    "other": ("O",),
}


def day_out_of_days_paper(shown: Shown) -> Paper:
    """Give the day-out-of-days of a picture, or of all with a row for each person.

    Raises
    ------
    UsageError
        When the production has no such picture or person.
    """
    cast = CastDays(shown)
    people = [one for one in cast.people if cast.is_needed(one)]
    grid = cast.grid(people)
    main: list[Block] = [_legend(cast, people), *grid_tables(grid)]
    main += [_totals(cast, people), *drop_blocks(cast, people), *_idle(cast)]
    return Paper(
        kind="day-out-of-days",
        title="Day out of days",
        subtitle=part_by(shown, "picture", "person"),
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=(Section(blocks=tuple(main)), *conflict_sections(shown)),
        sheet=sheet_of(grid),
        landscape=True,
    )


# --- totals and codes -------------------------------------------------------


def _totals(grid: CastDays, people: Sequence[PersonDays]) -> Table:
    rows = [_counts(grid, one) for one in people]
    seen = {key for row in rows for key, number in row.items() if number}
    keys = ("worked", "held", "dropped", *list(COUNTED)[1:], "total")
    numbers = tuple(
        Column(
            key=key,
            label=key.capitalize(),
            form="number",
            align="right",
            where="everywhere" if key in seen or key == "worked" else "computed",
        )
        for key in keys
    )
    made = []
    for one, counts in zip(people, rows, strict=True):
        lead = (grid.numbers[one.person.id], cast_name(one.person))
        span = (one.on[-1] - one.on[0]).days + 1 if one.on else None
        ends = (one.on[0], one.on[-1], span) if one.on else (None, None, None)
        values = (*lead, *(counts[key] or None for key in keys), *ends)
        made.append(Row(cells=tuple(map(Cell, values))))
    sums = (sum(counts[key] for counts in rows) or None for key in keys)
    total = (None, f"In all: {count_of(len(made), 'person', 'people')}", *sums)
    return Table(
        name="totals",
        title="Totals in days",
        columns=(*narrow_lead(), *numbers, *_ends()),
        groups=(Group(rows=tuple(made)),),
        totals=(Row(cells=tuple(map(Cell, (*total, None, None, None)))),)
        if made
        else (),
        pinned=2,
        empty="Nobody is scheduled.",
    )


def _ends() -> tuple[Column, ...]:
    return (
        Column(key="start", label="Start", form="date", width=1.7),
        Column(key="finish", label="Finish", form="date", width=1.7),
        Column(key="span", label="Span", form="number", align="right"),
    )


def _counts(grid: CastDays, one: PersonDays) -> dict[str, int]:
    """Give the days of each kind, as they stand in the person's row.

    ``total`` counts the dates with work, hold, a company move or an event, each
    once; ``dropped`` those that nobody pays and that would have been held.
    """
    parts = [_parts(code) for code in grid.codes(one)]
    counts = {
        key: sum(any(one in codes for one in of) for of in parts)
        for key, codes in COUNTED.items()
    }
    counts["worked"] = len(one.on)
    unpaid = {day for drop in one.drops for day in drop.unpaid}
    counts["dropped"] = len(unpaid - one.held)
    idle = ("x", "/", "D")
    counts["total"] = sum(
        any(one not in idle and not one.startswith("(") for one in of) for of in parts
    )
    return counts


def _parts(code: str) -> list[str]:
    """Give the codes that stand together in a cell, without letters."""
    return code.split()[0].split("+") if code else []


def _idle(grid: CastDays) -> Iterator[Block]:
    names = [cast_name(one.person) for one in grid.people if not grid.is_needed(one)]
    if names:
        of = " of this picture" if grid.shown.wanted.picture else ""
        yield Text(paragraphs=(f"On no day{of}: {', '.join(names)}.",), style="soft")


def _legend(grid: CastDays, people: Sequence[PersonDays]) -> Legend:
    used = {part for one in people for code in grid.codes(one) for part in _parts(code)}
    swatches = [
        Swatch(style=style_of(code), code=code, label=said)
        for code, said in MORE_MEANINGS.items()
        if code in used
    ]
    if len(grid.letters) > 1:
        wanted = grid.shown.wanted.picture
        swatches += [
            Swatch(
                style="soft",
                code=f"({letter})" if wanted else letter,
                label=f"works for {one.title}",
            )
            for one in grid.production.pictures
            for letter in (grid.letters[one.id],)
            if one.id != wanted
        ]
    return Legend(swatches=tuple(swatches))
