"""A paper that has some of everything, and what can be read of its PDF."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from pypdf import PdfReader

from daybreak.reports.formats.look import Look
from daybreak.reports.formats.pdf import to_pdf
from daybreak.reports.papers.paper import (
    MISSING,
    Bar,
    Cell,
    Column,
    Fact,
    Facts,
    Group,
    Legend,
    Paper,
    Picture,
    Row,
    Section,
    Swatch,
    Table,
    Text,
)
from daybreak.reports.papers.stamp import Stamp

STAMP = Stamp(
    production="The Harbor Light",
    board="first",
    digest="0f3a99c1",
    made=datetime(2027, 2, 1, 9, 30, tzinfo=UTC),
    color="blue",
    revised=date(2027, 2, 1),
    entry=412,
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" '
    'height="20"><rect width="40" height="20" fill="#B1CAFC"/></svg>'
)
COLUMNS = (
    Column(key="scene", label="Sc", form="id"),
    Column(key="set", label="Set", width=3),
    Column(key="pages", label="Pages", form="eighths"),
    Column(key="nora", label="NORA", form="code", turned=True),
    Column(key="cost", label="Cost", form="money"),
    Column(key="eighths", label="Eighths", form="number", where="computed"),
)


def row(scene: str, words: str, *, style: str = "int-day", notes: str = "") -> Row:
    """Give a strip."""
    return Row(
        cells=(
            Cell(scene, "int-night-bold"),
            Cell(words),
            Cell(11),
            Cell("SW", "start"),
            Cell(1200),
            Cell(11),
        ),
        style=style,
        notes=(notes,) if notes else (),
    )


def days(count: int, strips: int, words: str = "HOUSE - KITCHEN") -> tuple[Group, ...]:
    """Give so many days of so many strips, each ended by its day break."""
    return tuple(
        Group(
            rows=(
                *(row(f"{day}-{one}", words) for one in range(strips)),
                Bar(left=f"END OF DAY {day}", right="1 3/8 pgs", style="day-break"),
            )
        )
        for day in range(1, count + 1)
    )


def board(groups: tuple[Group, ...]) -> Table:
    """Give a table of days."""
    total = Row(cells=(Cell(), Cell("In all"), Cell(22), Cell(), Cell(2400), Cell(22)))
    return Table(
        name="board", title="Board", columns=COLUMNS, groups=groups, totals=(total,)
    )


def paper(*blocks: object, words: str = "Plain", **more: object) -> Paper:
    """Give a paper of these blocks, or one that has a block of each sort."""
    all_sorts = (
        Facts(
            name="facts",
            title=words,
            facts=(
                Fact(label=words, value=words),
                Fact(label="Hospital", value=MISSING),
            ),
        ),
        board(
            (
                Group(
                    rows=(
                        Bar(left=words, right=words, style="week-bar"),
                        row("1", words, notes=words),
                    )
                ),
            )
        ),
        Text(paragraphs=(words,), title=words, style="soft"),
        Legend(swatches=(Swatch(style="hold", label=words, code="H"),)),
        Picture(svg=SVG, says=words, width=40, height=20),
    )
    made = Paper(
        kind="sample",
        title=words,
        subtitle=words,
        currency="USD",
        stamp=replace(STAMP, production=words, board=words),
        sections=(Section(title=words, blocks=blocks or all_sorts),),  # type: ignore[arg-type]
    )
    return replace(made, **more)  # type: ignore[arg-type]


@cache
def pdf(one: Paper, look: Look | None = None) -> bytes:
    """Give a paper as PDF, made once."""
    return to_pdf(one, look or Look())


def reader(one: Paper, look: Look | None = None) -> PdfReader:
    """Give a paper's PDF to read."""
    return PdfReader(io.BytesIO(pdf(one, look)))


def texts(one: Paper, look: Look | None = None) -> list[str]:
    """Give the text of each page, blanks and line breaks as one blank each."""
    return [" ".join(page.extract_text().split()) for page in reader(one, look).pages]
