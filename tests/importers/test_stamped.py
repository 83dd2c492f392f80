"""Reading the lines of a paper that bear its stamp, whatever file it comes as."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from daybreak.importers.limits import LIMITS
from daybreak.importers.stamped import (
    LINES_MOST,
    stamped,
    stamped_from_json,
    stamped_in_child,
    stamped_to_json,
)
from daybreak.model.errors import ImportProblem

SAID = "The Harbor · main · Draft · daybreak:0f3a99c1 · 2027-02-01 12:00 UTC"


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", f"Title\n{SAID}\n", "text"),
        ("a.csv", f'scene,set\r\n1,A\r\n"{SAID}",\r\n', "CSV"),
        ("a.html", f"<html><p>Title</p><footer>{SAID}</footer></html>", "HTML"),
        ("a.svg", f"<svg><text>{SAID}</text></svg>", "SVG"),
        ("a.ics", f"BEGIN:VCALENDAR\r\nDESCRIPTION:Work\\n{SAID}\r\n", "ICS"),
        ("a.xml", SAID.join(("<?xml version='1.0'?><a>", "</a>")), "HTML"),
    ],
)
def test_the_line_is_found_whole(
    name: str, content: str, kind: str, tmp_path: Path
) -> None:
    found = stamped_in_child(written(tmp_path, name, content))
    assert found.kind == kind
    assert found.lines[0].removesuffix('",') == SAID


def test_a_folded_line_of_a_calendar_is_found_whole(tmp_path: Path) -> None:
    folded = f"{SAID[:20]}\r\n {SAID[20:40]}\r\n {SAID[40:]}"
    content = f"BEGIN:VCALENDAR\r\nDESCRIPTION:{folded}\r\n"
    assert stamped(written(tmp_path, "a.ics", content)).lines == (SAID,)


def test_what_was_found_goes_through_json_unchanged(tmp_path: Path) -> None:
    found = stamped(written(tmp_path, "a.txt", SAID))
    assert stamped_from_json(stamped_to_json(found)) == found


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 broken", "PAP-E01"),
        (b"%PDF-1.7\n" + b"<<" * 20_000, "PAP-E01"),
        (b"PK\x03\x04 broken", "TAB-E04"),
        (b"", "SCR-E03"),
    ],
)
def test_damaged_files_are_refused(content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match=code):
        stamped_in_child(written(tmp_path, "a.bin", content))


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=100, height=100)
    writer.encrypt("secret", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    path = written(tmp_path, "a.pdf", data.getvalue())
    with pytest.raises(ImportProblem, match="PAP-E01 the PDF is locked"):
        stamped_in_child(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr("xl/sharedStrings.xml", b"<t>" + b" " * 5_000_000)
    path = written(tmp_path, "bomb.xlsx", data.getvalue())
    with pytest.raises(ImportProblem, match="TAB-E05"):
        stamped_in_child(path)


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", SAID)
    with pytest.raises(ImportProblem, match="SCR-E04"):
        stamped(path, limits=replace(LIMITS, book_bytes=10))


def test_lines_are_counted_and_cut(tmp_path: Path) -> None:
    many = "\n".join(f"daybreak:{number:08x}{'x' * 9_000}" for number in range(1_200))
    found = stamped(written(tmp_path, "a.txt", many))
    assert len(found.lines) == LINES_MOST
    assert max(map(len, found.lines)) <= 4_000


@pytest.mark.parametrize("value", [[], [1], "x", {"stamp": 1}, {"stamp": {"mark": 5}}])
def test_any_json_is_read(value: object, tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", json.dumps(value))
    assert stamped_in_child(path).lines == ()


def test_json_nested_too_deeply_is_text(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", '{"a":' * 100_000)
    assert stamped_in_child(path).kind == "text"
