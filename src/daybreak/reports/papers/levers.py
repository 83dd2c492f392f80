"""What would help most, as a paper: the picture, the ranked table, what it rests on."""

from __future__ import annotations

from daybreak.reports.drawing.tornado import draw_tornado
from daybreak.reports.lever_lines import (
    about,
    answer,
    capital,
    interval,
    name_of,
    signed,
)
from daybreak.reports.lever_rows import LeverRow, LeverTable
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Group,
    Paper,
    Picture,
    Row,
    Section,
    Table,
    Text,
)
from daybreak.reports.papers.stamp import Stamp
from daybreak.reports.phrases import with_dates


def levers_paper(table: LeverTable, stamp: Stamp) -> Paper:
    """Give the levers of a plan: what each would save, how sure, and on what terms."""
    sections = [Section(blocks=(*_picture(table, stamp), _answer(table)))]
    sections.append(Section(title="Every lever measured", blocks=(_ranked(table),)))
    if table.screened:
        sections.append(Section(title="Tried once only", blocks=(_screened(table),)))
    sections.append(
        Section(
            title="What these figures rest on",
            blocks=(Text(paragraphs=tuple(about(table))),),
        )
    )
    return Paper(
        kind="levers",
        title="What would help most",
        stamp=stamp,
        currency=table.currency,
        sections=tuple(sections),
        landscape=True,
    )


def _picture(table: LeverTable, stamp: Stamp) -> tuple[Block, ...]:
    if not table.rows:
        return ()
    says = " ".join(answer(table))
    drawn = draw_tornado(table, stamp=stamp.said, says=says)
    return (Picture(svg=drawn.svg, says=says, width=drawn.width, height=drawn.height),)


def _answer(table: LeverTable) -> Text:
    return Text(paragraphs=tuple(answer(table)))


def _ranked(table: LeverTable) -> Table:
    return Table(
        name="levers",
        columns=(
            Column(key="rank", label="", form="number", width=0.5, align="right"),
            Column(key="lever", label="If", width=7),
            Column(key="saved", label="Saves", form="money", width=2, align="right"),
            Column(key="interval", label="95 % sure of", width=3.4, align="right"),
            Column(key="days", label="Days", width=1, align="right"),
            Column(key="strips", label="Strips", width=1, align="right"),
            Column(
                key="at_most",
                label="Proven: at most",
                form="money",
                width=2,
                align="right",
            ),
            Column(key="verdict", label="How sure", width=2.4),
            Column(key="kind", label="Kind", form="code", where="computed"),
            Column(key="path", label="Place", form="id", where="computed"),
        ),
        groups=tuple(
            Group(rows=(_row(at, row, table.currency),))
            for at, row in enumerate(table.rows, start=1)
        ),
        empty="Nothing was measured.",
    )


def _row(at: int, row: LeverRow, currency: str) -> Row:
    values = (
        at,
        name_of(row),
        row.saved,
        interval(row, currency),
        signed(row.days),
        signed(row.strips),
        row.at_most,
        row.words,
        row.kind,
        row.path,
    )
    is_known = row.verdict in ("helps", "likely")
    return Row(cells=tuple(map(Cell, values)), style="" if is_known else "soft")


def _screened(table: LeverTable) -> Table:
    return Table(
        name="screened",
        columns=(
            Column(key="lever", label="If", width=7),
            Column(
                key="saved",
                label="One replan saved",
                form="money",
                width=2,
                align="right",
            ),
            Column(key="path", label="Place", form="id", where="computed"),
        ),
        groups=(
            Group(
                rows=tuple(
                    Row(
                        cells=(
                            Cell(capital(with_dates(one.name))),
                            Cell(one.saved),
                            Cell(one.path),
                        ),
                        style="soft",
                    )
                    for one in table.screened
                )
            ),
        ),
    )
