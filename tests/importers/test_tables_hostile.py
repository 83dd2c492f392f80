"""Tables meant to break a reader: each is read whole or refused in one exact line."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.tables import Book, Broken
from daybreak.importers.tables_reading import (
    parse_table,
    read_table,
    read_table_in_child,
)
from daybreak.model.errors import ImportProblem, Remark
from tests.importers.workbooks import MAIN, book, packed, parts

FORM = r"^[^:\n]+:(\d+(:\d+)?|[^:]+![A-Z]+\d+): [A-Z]{2,4}-[EW]\d{2} .+ — .+$"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SMALL = replace(LIMITS, rows=20, columns=8, entries=12, line_bytes=50)


def refusal(data: bytes, file: str = "cast.xlsx", limits: Limits = LIMITS) -> Remark:
    with pytest.raises(ImportProblem, match=FORM) as caught:
        parse_table(data, file, limits=limits)
    return caught.value.remark


def cells_of(read: Book) -> list[dict[int, object]]:
    return [dict(line.cells) for line in read.sheets[0].lines]


def with_sheet(xml: bytes) -> bytes:
    return packed({**parts(), "xl/worksheets/sheet1.xml": xml})


def overlapping() -> bytes:
    """Let the second file of an archive begin inside the first."""
    data = bytearray(packed(parts()))
    start = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", start + 4)
    struct.pack_into("<I", data, second + 42, 5)
    return bytes(data)


def wrong_size() -> bytes:
    """Let the list of an archive say that its first file is larger than it is."""
    data = bytearray(packed(parts()))
    start = data.index(b"PK\x01\x02")
    size = struct.unpack_from("<I", data, start + 24)[0]
    struct.pack_into("<I", data, start + 24, size + 7)
    return bytes(data)


def locked() -> bytes:
    data = bytearray(packed(parts()))
    start = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, start + 8, 1)
    return bytes(data)


def link() -> bytes:
    info = zipfile.ZipInfo("xl/media/image1.png")
    info.external_attr = 0o120777 << 16
    return packed(parts(), more=[(info, b"/etc/passwd")])


def twice() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        again = parts("<row/>")["xl/worksheets/sheet1.xml"]
        return packed(parts(), more=[("xl/worksheets/sheet1.xml", again)])


def inside_itself() -> bytes:
    return packed({"inner.xlsx": packed(parts())})


REFUSED: dict[str, tuple[bytes, str]] = {
    "H14 a thousand to one": (
        packed(parts(), more=[("xl/media/a.xml", b" " * 8_000_000)]),
        "TAB-E05",
    ),
    "H15 zip in zip": (inside_itself(), "TAB-E01"),
    "H16 overlapping entries": (overlapping(), "TAB-E04"),
    "H17 wrong declared size": (wrong_size(), "TAB-E04"),
    "H18 ten thousand entries": (
        packed(parts(), more=[(f"xl/media/{at}.bin", b"") for at in range(10_000)]),
        "TAB-E05",
    ),
    "H19 leads out": (packed(parts(), more=[("../../evil", b"x")]), "TAB-E04"),
    "H19 absolute": (packed(parts(), more=[("/etc/evil", b"x")]), "TAB-E04"),
    "H19 a drive": (packed(parts(), more=[("C:\\evil", b"x")]), "TAB-E04"),
    "H19 a link": (link(), "TAB-E04"),
    "H20 an encrypted entry": (locked(), "TAB-E02"),
    "H20 an encrypted workbook": (
        OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "TAB-E02",
    ),
    "H21 the same name twice": (twice(), "TAB-E04"),
    "H24 whitespace": (
        with_sheet(b'<worksheet xmlns="x">' + b" " * 5_000_000 + b"</worksheet>"),
        "TAB-E05",
    ),
    "H25 six hundred thousand rows": (
        packed(parts("".join(f'<row r="{at}"/>' for at in range(2, 600_000)))),
        "TAB-E06",
    ),
    "H26 a shared string out of range": (
        packed(parts('<row r="2"><c r="A2" t="s"><v>99</v></c></row>')),
        "TAB-E07",
    ),
    "H26 a bomb of shared strings": (
        packed(
            {
                **parts(),
                "xl/sharedStrings.xml": b"<sst>" + b"<si><t>a</t></si>" * 400_000,
            }
        ),
        "TAB-E05",
    ),
    "H27 macros": (packed(parts(), more=[("xl/vbaProject.bin", b"x")]), "TAB-E03"),
    "H27 sheets of macros": (
        packed(parts(), more=[("xl/macrosheets/sheet1.xml", b"<x/>")]),
        "TAB-E03",
    ),
    "H28 no number": (
        packed(parts('<row r="2"><c r="A2"><v>NaN</v></c></row>')),
        "TAB-E07",
    ),
    "H29 an old workbook": (OLE + b"\0" * 600, "TAB-E01"),
    "H29 an OpenDocument file": (
        packed({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}),
        "TAB-E01",
    ),
    "a document type": (
        with_sheet(b'<!DOCTYPE w [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'),
        "TAB-E07",
    ),
    "a document type in UTF-16": (
        with_sheet("\ufeff<!DOCTYPE w><worksheet/>".encode("utf-16-le")),
        "TAB-E07",
    ),
    "cut off": (packed(parts())[:-40], "TAB-E04"),
    "no XML": (with_sheet(b"<worksheet><row>"), "TAB-E07"),
    "a PDF": (b"%PDF-1.7 ...", "TAB-E01"),
    "a web page": (b"<html><table/></html>", "TAB-E01"),
    "JSON": (b'{"format": "daybreak/production"}', "TAB-E01"),
    "H36 empty": (b"", "SCR-E03"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_workbooks_are_refused_with_their_code(name: str) -> None:
    """RELIABILITY C3, H14 to H29."""
    data, code = REFUSED[name]
    assert refusal(data).code == code


@pytest.mark.twin
def test_the_library_alone_would_unpack_a_bomb() -> None:
    """The twin of H14 and H21: without the look over, both files are taken in."""
    for name in ("H14 a thousand to one", "H21 the same name twice"):
        taken = load_workbook(io.BytesIO(REFUSED[name][0]), read_only=True)
        assert taken.sheetnames == ["Sheet1"]
        assert refusal(REFUSED[name][0]).code in ("TAB-E04", "TAB-E05")


def test_merged_ranges_are_not_filled() -> None:
    """RELIABILITY C3, H22."""
    xml = parts('<row r="2"><c r="A2"><v>1</v></c></row>')["xl/worksheets/sheet1.xml"]
    merged = xml.replace(
        b"</worksheet>",
        b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        b"</worksheet>",
    )
    assert cells_of(parse_table(with_sheet(merged), "a.xlsx")) == [
        {1: "Scene", 2: "Pages"},
        {1: 1},
    ]


def test_the_size_that_a_sheet_claims_is_not_believed() -> None:
    """RELIABILITY C3, H23."""
    xml = packed(parts(around='<dimension ref="A1:XFD1048576"/>'))
    assert cells_of(parse_table(xml, "a.xlsx")) == [{1: "Scene", 2: "Pages"}]
    far = packed(parts('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    assert refusal(far).code == "TAB-E06"


def test_formulas_are_never_run_and_told_where_they_have_no_value() -> None:
    """RELIABILITY C3, H27."""
    rows = parts(
        '<row r="2"><c r="A2" t="str"><f>1+1</f><v>12</v></c>'
        "<c r=\"B2\"><f>cmd|'/C calc'!A0</f></c></row>"
    )
    read = parse_table(packed(rows), "cast.xlsx")
    assert cells_of(read)[1] == {1: "12"}
    assert [str(one).split(" the formula")[0] for one in read.remarks] == [
        "cast.xlsx:Sheet1!B2: TAB-W01"
    ]


def test_links_to_other_workbooks_are_told_and_not_followed() -> None:
    """RELIABILITY C3, H27."""
    linked = packed(parts(), more=[("xl/externalLinks/externalLink1.xml", b"<x/>")])
    assert [one.code for one in parse_table(linked, "a.xlsx").remarks] == ["TAB-W02"]


def test_dates_that_cannot_be_are_errors_of_the_cell() -> None:
    """RELIABILITY C3, H28: a serial of a billion, and both calendars of Excel."""
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>'
    ).encode()
    cells = (
        '<row r="2"><c r="A2" s="1"><v>1000000000</v></c>'
        '<c r="B2" s="1"><v>46450</v></c></row>'
    )
    files = parts(cells)
    files["xl/styles.xml"] = styles
    files["xl/_rels/workbook.xml.rels"] = files["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/styles" Target="styles.xml"/>'
        b"</Relationships>",
    )
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxml'
        b'formats-officedocument.spreadsheetml.styles+xml"/></Types>',
    )
    read = cells_of(parse_table(packed(files), "a.xlsx"))[1]
    assert read[1] == Broken("#VALUE!")
    assert str(read[2]) == "2027-03-04"
    files["xl/workbook.xml"] = files["xl/workbook.xml"].replace(
        b"<sheets>", b'<workbookPr date1904="1"/><sheets>'
    )
    assert str(cells_of(parse_table(packed(files), "a.xlsx"))[1][2]) == "2031-03-05"


HOSTILE_TEXTS: dict[str, tuple[bytes, str, int]] = {
    "H30 a row of ten megabytes": (b"Scene,Set\n1," + b"x" * 9_900_000, "TAB-E08", 2),
    "H30 a hundred thousand columns": (b"Scene" + b",x" * 100_000, "TAB-E06", 1),
    "H30 a quote that is never closed": (
        b'Scene,Set\n1,"HOUSE\n2,PIER\n',
        "TAB-E09",
        2,
    ),
    "text after a quote": (b'Scene,Set\n1,"A" B\n', "TAB-E09", 2),
    "a hundred thousand rows and one": (
        b"Scene,Set\n" + b"1,A\n" * 100_000,
        "TAB-E06",
        100_001,
    ),
}


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_hostile_texts_are_refused_with_code_and_line(name: str) -> None:
    """RELIABILITY C3, H30."""
    data, code, line = HOSTILE_TEXTS[name]
    remark = refusal(data, "list.csv")
    assert (remark.code, remark.line) == (code, line)


def test_strays_of_a_text_are_told_and_kept_apart() -> None:
    """RELIABILITY C3, H30: NUL and mixed separators."""
    read = parse_table(b"Scene;Set\n1;PI\0ER\n2,QUAY;x\n", "list.csv")
    assert cells_of(read)[1:] == [{1: "1", 2: "PI\ufffdER"}, {1: "2,QUAY", 2: "x"}]
    assert [(one.code, one.line) for one in read.remarks] == [("SCR-W02", 2)]


def test_at_a_limit_it_passes_and_one_more_is_refused() -> None:
    """RELIABILITY C4."""
    rows = [["Scene", "Set"], *[[1, "A"]] * 19]
    wide = [["Scene", "Set", "x", "x", "x", "x", "x", "x"]]
    long = [["Scene", "x" * 50]]
    for good, bad, code in (
        (rows, [*rows, [1, "A"]], "TAB-E06"),
        (wide, [[*wide[0], "x"]], "TAB-E06"),
        (long, [["Scene", "x" * 51]], "TAB-E08"),
    ):
        assert len(parse_table(book(good), "a.xlsx", limits=SMALL).sheets[0].lines) > 0
        assert refusal(book(bad), limits=SMALL).code == code
    files = parts()
    room = [(f"xl/media/{at}.bin", b"") for at in range(12 - len(files))]
    assert parse_table(packed(files, more=room), "a.xlsx", limits=SMALL).sheets
    more = [*room, ("xl/media/more.bin", b"")]
    assert refusal(packed(files, more=more), limits=SMALL).code == "TAB-E05"


def test_sizes_count_what_is_unpacked() -> None:
    """RELIABILITY C4."""
    noise = bytes((at * 7919) % 251 for at in range(3_000))
    data = packed(parts(), more=[("xl/media/a.bin", noise)])
    whole = sum(map(len, parts().values())) + len(noise)
    for name, least in (("entry_bytes", 3_000), ("unpacked_bytes", whole)):
        at, under = (
            replace(LIMITS, **{name: least}),
            replace(LIMITS, **{name: least - 1}),
        )
        assert parse_table(data, "a.xlsx", limits=at).sheets
        assert refusal(data, limits=under).code == "TAB-E05"
    size = replace(LIMITS, book_bytes=len(data) - 1)
    assert refusal(data, limits=size).code == "SCR-E04"


def test_a_child_reads_what_we_read(tmp_path: Path) -> None:
    """RELIABILITY C4."""
    path = tmp_path / "cast.xlsx"
    path.write_bytes(book([["Scene", "Pages"], ["12A", 1.375], [13, "=1+1"]]))
    assert read_table_in_child(path) == read_table(path)
    path.write_bytes(REFUSED["H27 macros"][0])
    with pytest.raises(ImportProblem, match="TAB-E03"):
        read_table_in_child(path)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings_are_told_apart(encoding: str) -> None:
    """RELIABILITY C8."""
    text = "Scene;Décor\r\n1;CAFÉ D’ÉTÉ\r\n"
    read = parse_table(text.encode(encoding), "liste.csv")
    assert cells_of(read)[1] == {1: "1", 2: "CAFÉ D’ÉTÉ"}
    assert bool(read.remarks) is (encoding == "cp1252")


@pytest.mark.parametrize(
    "name", ["../../x.csv", "C:\\x.csv", "CON.csv", "a\u202eb.csv", "x" * 300]
)
def test_names_of_files_are_shown_safely(name: str) -> None:
    """RELIABILITY C10."""
    remark = refusal(b'Scene,Set\n1,"A', name)
    assert "/" not in remark.file
    assert "\\" not in remark.file
    assert remark.file.isprintable()
    assert len(remark.file) <= 120
