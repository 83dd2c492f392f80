"""Workbooks for tests: sound ones, and ones that no program would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/'
    'sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    'sharedStrings+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/'
    'officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_BOOK_RELS = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/'
    'worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
    f'Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
_STRINGS = f'<sst xmlns="{MAIN}"><si><t>Scene</t></si></sst>'


def book(rows: Rows, *, sheet: str = "Sheet1", **others: Rows) -> bytes:
    """Give a workbook as a spreadsheet program writes it; more sheets by name."""
    made = Workbook()
    first = made.active
    assert first is not None
    first.title = sheet
    for row in rows:
        first.append(list(row))
    for name, more in others.items():
        other = made.create_sheet(name)
        for row in more:
            other.append(list(row))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def parts(cells: str = "", *, around: str = "") -> dict[str, bytes]:
    """Give the files of a small workbook, its rows and what stands beside as XML."""
    sheet = (
        f'<worksheet xmlns="{MAIN}">{around}<sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Scene</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Pages</t></is></c></row>'
        f"{cells}</sheetData></worksheet>"
    )
    return {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _RELS.encode(),
        "xl/workbook.xml": _BOOK.encode(),
        "xl/_rels/workbook.xml.rels": _BOOK_RELS.encode(),
        "xl/sharedStrings.xml": _STRINGS.encode(),
        "xl/worksheets/sheet1.xml": sheet.encode(),
    }


def packed(files: Mapping[str, bytes], *, more: Sequence[Any] = ()) -> bytes:
    """Pack files; ``more`` are pairs of a name or `ZipInfo` and bytes, added after."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*files.items(), *more):
            archive.writestr(name, data)
    return file.getvalue()
