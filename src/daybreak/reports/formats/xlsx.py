"""A paper as a workbook: a sheet for each table, colored as the board is.

Texts are written as texts, never as formulas or links. Dates, money and minutes are
real dates and numbers; a length stands as people write it and once more as a number
of eighths; totals are values. The same paper gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date
from typing import TYPE_CHECKING, Any

from daybreak.reports.cells import clip, wrap
from daybreak.reports.formats.grids import Field, fields_of, grids_of, shown_in
from daybreak.reports.formats.look import Look, Size
from daybreak.reports.formats.signs import held
from daybreak.reports.formats.values import align_of
from daybreak.reports.formats.xlsx_sizes import (
    LINE_POINTS,
    LINES_MOST,
    heading_points,
    last_printed,
    lines_of,
    width_of_column,
)
from daybreak.reports.formats.xlsx_styles import (
    CellLook,
    Looks,
    sheet_name,
)
from daybreak.reports.papers.paper import (
    Bar,
    Block,
    Facts,
    Form,
    Legend,
    Paper,
    Picture,
    Row,
    Table,
    Text,
    Value,
)
from daybreak.reports.papers.stamp import Stamp
from daybreak.reports.phrases import show_time

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TEXT_MOST = 32_767
CUT = " [cut: a cell holds no more]"
WHOLE_MOST = 2**53
FIRST_DATE = date(1900, 3, 1)
"""Before it spreadsheets disagree by a day: they have a 29 February 1900."""
DAY_MINUTES = 24 * 60
HEAD_ROWS = 3
ABOUT = "About"
"""The sheet of what is no table, where a table has the name of the paper."""
SIZES: dict[Size, int] = {"a4": 9, "letter": 1, "a3": 8, "tabloid": 3}
"""The numbers that workbooks have for sheets of paper."""
HEAD_MOST = 80
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_xlsx(paper: Paper, look: Look | None = None) -> bytes:
    """Give a paper as the bytes of a workbook.

    Tables of one name and columns share a sheet. What is no table - facts, texts,
    legends - stands on a sheet of its own, the last one.
    """
    import xlsxwriter  # slow import  # noqa: PLC0415

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as workbook:
        _stamp_properties(workbook, paper)
        _Writer(workbook, paper, look or Look()).write()
    return file.getvalue()


def _stamp_properties(workbook: Workbook, paper: Paper) -> None:
    workbook.set_properties(
        {
            "title": held(paper.title),
            "subject": held(paper.stamp.production),
            "keywords": paper.stamp.mark,
            "comments": held(paper.stamp.said),
            "author": "Daybreak",
            "created": paper.stamp.made.astimezone(UTC).replace(tzinfo=None),
        }
    )


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, workbook: Workbook, paper: Paper, look: Look) -> None:
        self.workbook = workbook
        self.paper = paper
        self.size = SIZES[look.size_of(paper)]
        self.looks = Looks(workbook, currency=paper.currency, look=look)
        self.taken: set[str] = set()

    def write(self) -> None:
        blocks = [one for section in self.paper.sections for one in section.blocks]
        others = [one for one in blocks if not isinstance(one, Table)]
        grids = grids_of(self.paper)
        for tables in grids:
            self._grid(tables)
        if others or not grids:
            self._words(others)

    # --- sheets of tables -----------------------------------------------------------

    def _grid(self, tables: tuple[Table, ...]) -> None:
        sheet = self._sheet(tables[0].name, tables[0].title)
        fields = fields_of(*tables)
        widths = [width_of_column(one, tables, self.paper.currency) for one in fields]
        for place, field in enumerate(fields):
            part = "turned" if field.column.turned else "heading"
            look = CellLook(part=part, align=align_of(field.column))
            text = field.column.label or field.column.key
            _text(sheet, 2, place, text, self.looks.of(look))
            sheet.set_column(place, place, widths[place])
        sheet.set_row(HEAD_ROWS - 1, heading_points(fields, widths))
        row = HEAD_ROWS
        for number, table in enumerate(tables):
            if number and table.title:
                row = self._bar(
                    sheet, row, Bar(left=table.title, style="title"), fields
                )
            row = self._rows(sheet, row, table, fields, widths)
        pinned = sum(
            1 for one in fields if one.place is not None and one.place < _pinned(tables)
        )
        sheet.freeze_panes(HEAD_ROWS, pinned)
        sheet.repeat_rows(HEAD_ROWS - 1)
        if fields:
            sheet.print_area(0, 0, max(row, HEAD_ROWS) - 1, last_printed(fields))
            area = _named(0, 0, max(row, HEAD_ROWS), len(fields) - 1)
            sheet.ignore_errors({"number_stored_as_text": area})

    def _rows(
        self,
        sheet: Worksheet,
        row: int,
        table: Table,
        fields: tuple[Field, ...],
        widths: list[float],
    ) -> int:
        lines = [one for group in table.groups for one in group.rows]
        for line in lines:
            if isinstance(line, Bar):
                row = self._bar(sheet, row, line, fields)
            else:
                high = lines_of(line, fields, widths)
                if high > 1:
                    sheet.set_row(row, high * LINE_POINTS)
                row = self._row(sheet, row, line, fields, part="cell")
        if not lines:
            look = CellLook(style="soft", part="bar")
            _text(sheet, row, 0, table.empty, self.looks.of(look))
            row += 1
        for line in table.totals:
            row = self._row(sheet, row, line, fields, part="total")
        return row

    def _bar(
        self, sheet: Worksheet, row: int, bar: Bar, fields: tuple[Field, ...]
    ) -> int:
        """Fill a line over all columns; its texts stand at both ends of the print."""
        last = last_printed(fields)
        plain = self.looks.of(CellLook(style=bar.style, part="bar"))
        ended = self.looks.of(CellLook(style=bar.style, part="bar", align="right"))
        one_cell = last == 0
        left = "  ".join(filter(None, (bar.left, bar.right))) if one_cell else bar.left
        for place in range(max(1, len(fields))):
            sheet.write_blank(row, place, None, plain)
        _text(sheet, row, 0, left, plain)
        if bar.right and not one_cell:
            _text(sheet, row, last, bar.right, ended)
        return row + 1

    def _row(
        self,
        sheet: Worksheet,
        row: int,
        line: Row,
        fields: tuple[Field, ...],
        *,
        part: str,
    ) -> int:
        for place, field in enumerate(fields):
            shown = shown_in(field, line)
            form: Form = "text" if field.is_text else field.column.form
            if isinstance(shown.value, date) and form != "date":
                form = "date"
            look = CellLook(shown.style, form, align_of(field.column), part)
            _value(sheet, row, place, shown.value, form, self.looks.of(look))
        return row + 1

    # --- the sheet of words ---------------------------------------------------------

    def _words(self, blocks: Sequence[Block]) -> None:
        names = {_plain(tables[0].name) for tables in grids_of(self.paper)}
        title = self.paper.title
        sheet = self._sheet(ABOUT if _plain(title) in names else title, "")
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 80)
        row = HEAD_ROWS
        bold = self.looks.of(CellLook(style="title", part="bar"))
        for block in blocks:
            for label, text, style in _words_of(block):
                look = CellLook(style=style) if style else CellLook(part="note")
                own = bold if not text else self.looks.of(look)
                _text(sheet, row, 0, label, own)
                if text:
                    _text(sheet, row, 1, text, self.looks.of(CellLook(part="words")))
                    pieces = [len(wrap(one.split(), 84)) for one in text.splitlines()]
                    if sum(pieces) > 1:
                        sheet.set_row(row, min(sum(pieces), LINES_MOST) * LINE_POINTS)
                row += 1
            row += 1

    # --- every sheet ----------------------------------------------------------------

    def _sheet(self, name: str, title: str) -> Worksheet:
        """Begin a sheet: its name, what it is, its stamp, how it prints."""
        sheet = self.workbook.add_worksheet(sheet_name(name, self.taken))
        stamp, paper = self.paper.stamp, self.paper
        parts = (stamp.production, paper.title, paper.subtitle, title)
        shown = " - ".join(dict.fromkeys(one for one in parts if one))
        said = f"{stamp.said} · {paper.warning}" if paper.warning else stamp.said
        _text(sheet, 0, 0, shown, self.looks.of(CellLook(part="title")))
        soft = "conflict" if paper.warning else "soft"
        _text(sheet, 1, 0, said, self.looks.of(CellLook(style=soft, part="bar")))
        sheet.set_default_row(LINE_POINTS)
        sheet.set_row(0, 20)
        sheet.set_landscape()
        sheet.set_paper(self.size)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        sheet.set_header(f"&L{_printed(shown)}&R{_printed(stamp.revision)}")
        sheet.set_footer(f"&L{_printed(_brief(stamp))}&RPage &P of &N")
        sheet.hide_gridlines(2)
        return sheet


def _plain(name: str) -> str:
    """Give a name without what people overlook in the names of sheets."""
    return "".join(one for one in name.casefold() if one.isalnum())


def _words_of(block: Block) -> list[tuple[str, str, str]]:
    """Give the lines of a block that is no table: label, text, style of the label."""
    lines: list[tuple[str, str, str]] = []
    title = block.title if isinstance(block, Facts | Text) else ""
    if title:
        lines.append((title, "", ""))
    if isinstance(block, Facts):
        lines += [(one.label, one.value or "-", "") for one in block.facts]
    elif isinstance(block, Text):
        lines += [("", one, "") for one in block.paragraphs]
    elif isinstance(block, Legend):
        lines += [(one.code, one.label, one.style) for one in block.swatches]
    elif isinstance(block, Picture):
        lines.append(("Picture", block.says, ""))
    return lines


def _pinned(tables: tuple[Table, ...]) -> int:
    return max(one.pinned for one in tables)


def _named(top: int, left: int, bottom: int, right: int) -> str:
    from xlsxwriter.utility import xl_range  # slow import  # noqa: PLC0415

    return str(xl_range(top, left, bottom, right))


# --- cells --------------------------------------------------------------------------


def _value(
    sheet: Worksheet, row: int, place: int, value: Value, form: Form, how: Format
) -> None:
    """Write a value as what it is: text, date or number."""
    if value is None or value == "":
        sheet.write_blank(row, place, None, how)
    elif isinstance(value, str):
        _text(sheet, row, place, value, how)
    elif isinstance(value, date):
        if value < FIRST_DATE:
            _text(sheet, row, place, value.isoformat(), how)
        else:
            sheet.write_datetime(row, place, value, how)
    elif abs(value) > WHOLE_MOST:
        _text(sheet, row, place, str(value), how)
    elif form == "clock":
        sheet.write_number(row, place, value / DAY_MINUTES, how)
    else:
        sheet.write_number(row, place, value, how)


def _text(sheet: Worksheet, row: int, place: int, text: str, how: Format) -> None:
    """Write a text as it is; one that is too long for a cell says that it was cut."""
    text = held(text)
    if len(text) > TEXT_MOST:
        text = text[: TEXT_MOST - len(CUT)] + CUT
    if text.startswith("<r>") and text.endswith("</r>"):
        # The writer takes such a text for markup of its own, as it stands.
        parts: list[Any] = [text[0], how, text[1:], how]
        sheet.write_rich_string(row, place, *parts)
    else:
        sheet.write_string(row, place, text, how)


def _brief(stamp: Stamp) -> str:
    """Give the stamp for a footer, which holds only so much: the marks come first."""
    made = f"{stamp.made:%Y-%m-%d} {show_time(_minutes(stamp))} {stamp.made:%Z}"
    return f"{stamp.mark} · {made.strip()} · {stamp.board} · {stamp.production}"


def _minutes(stamp: Stamp) -> int:
    return stamp.made.hour * 60 + stamp.made.minute


def _printed(text: str) -> str:
    """Give text for a header or footer, where ``&`` begins an order."""
    return clip(held(text), HEAD_MOST).replace("&", "&&")
