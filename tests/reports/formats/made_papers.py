"""Papers made for tests of the formats, and what workbooks and CSV give back."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import openpyxl

from daybreak.checking import check, count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.papers.paper import (
    Bar,
    Cell,
    Column,
    Group,
    Paper,
    Row,
    Section,
    Table,
    Value,
)
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.stamp import Stamp, digest_of

MADE = datetime(2027, 2, 1, 12, 30, tzinfo=UTC)
FORMULAS = (
    "=1+1",
    "=cmd|'/C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "{=1}",
    "＝1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "http://x",
    "mailto:a@b.c",
    '=HYPERLINK("http://x","y")',
    '=DDE("cmd";"/C calc";"x")',
    "'=1",
    "''=1",
    "'Tis",
    "_x0041_",
    "<r>x</r>",
    "<r><t>a & b</t></r>",
    "  two  blanks ",
    'a "quoted", text; and\r\nlines',
    "1E5",
    "4/8",
    "é 🎬 Привет",
    "#REF!",
    "internal:Sheet1!A1",
)


def stamp(**more: Any) -> Stamp:
    """Give a stamp of a frozen revision."""
    given: dict[str, Any] = {
        "production": "The Harbor Light",
        "board": "main",
        "digest": "0f3a99c1",
        "made": MADE,
        "entry": 412,
        "color": "blue",
        "revised": date(2027, 2, 1),
    }
    return Stamp(**(given | more))


def shown(production: Production, schedule: Schedule, **wanted: Any) -> Shown:
    """Give a schedule to be shown, checked and counted."""
    return Shown(
        production=production,
        schedule=schedule,
        costs=count_costs(production, schedule),
        violations=check(production, schedule),
        stamp=stamp(
            production=production.title, digest=digest_of(production, schedule)
        ),
        wanted=Wanted(**wanted),
    )


def table(*rows: Row | Bar, name: str = "lines", **more: Any) -> Table:
    """Give a table with a column of every form."""
    return Table(
        name=name,
        columns=(
            Column(key="scene", label="Scene", form="id"),
            Column(key="set", label="Set", width=3.0),
            Column(key="pages", label="Pages", form="eighths"),
            Column(key="cost", label="Cost", form="money"),
            Column(key="date", label="Date", form="date"),
            Column(key="call", label="Call", form="clock"),
            Column(key="minutes", label="Est. time", form="minutes"),
            Column(key="glance", label="At a glance", where="read"),
            Column(key="scene_id", label="Id", form="id", where="computed"),
        ),
        groups=(Group(rows=rows),),
        **more,
    )


def row(*values: Value, style: str = "", notes: tuple[str, ...] = ()) -> Row:
    """Give a row of values."""
    return Row(cells=tuple(map(Cell, values)), style=style, notes=notes)


def full_row(text: str = "KITCHEN", **more: Any) -> Row:
    """Give a row with a value in each column of `table`."""
    values = ("2A", text, 11, -1200, date(2027, 3, 1), 30 * 60, 495, "seen", "s2a")
    return row(*values, **more)


def paper(*blocks: Any, **more: Any) -> Paper:
    """Give a paper of blocks."""
    given: dict[str, Any] = {"kind": "one-liner", "title": "One-liner"}
    given |= {"stamp": stamp(), "currency": "USD"}
    return Paper(**(given | more), sections=(Section(blocks=blocks),))


# --- what was written, read back ------------------------------------------------------


def workbook(data: bytes) -> Any:
    """Read a workbook."""
    return openpyxl.load_workbook(io.BytesIO(data))


def values(sheet: Any) -> list[list[Any]]:
    """Give the values of a sheet, texts as Excel shows them.

    Excel's own escape for a CR is left to us by the reader.
    """
    return [
        [one.replace("_x000D_", "\r") if isinstance(one, str) else one for one in line]
        for line in sheet.iter_rows(values_only=True)
    ]


def parts(data: bytes) -> dict[str, str]:
    """Give the XML inside a workbook, by the names of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return {name: files.read(name).decode() for name in files.namelist()}


def lines(data: bytes) -> list[list[str]]:
    """Read a CSV file."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
