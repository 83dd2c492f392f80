"""Looking a workbook over before it is opened: what is packed in it, and how.

Every byte is unpacked once and counted, whatever the archive says of itself; only
then the library that reads workbooks sees it.
"""

from __future__ import annotations

import io
import stat
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from daybreak.importers.limits import Limits
from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.tables_size import refuse_size

_CHUNK = 1 << 18
_ANY_RATIO = 1_000_000
"""Unpacked bytes up to which a file may be packed as tightly as it likes."""
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_AS_XLSX = "open it in a spreadsheet program and save it anew as .xlsx"
_SMALLER = "save only the sheet that is needed, or save it as .csv"
_DOCTYPE = b"<!DOCTYPE"
_ROWS = (b"<row ", b"<row>")
_WINDOW = 32
"""Bytes of a piece that are looked at again with the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What was found in a workbook.

    Parameters
    ----------
    names
        The files in it.
    formulas
        The sheets that have formulas.
    """

    names: frozenset[str]
    formulas: frozenset[str]

    @property
    def has_links(self) -> bool:
        """Whether it is linked to other workbooks."""
        return any("/externallinks/" in name.lower() for name in self.names)


def look_over(data: bytes, *, remarks: Remarks, limits: Limits) -> Packed:
    """Give what is packed in a workbook, each byte of it counted.

    Parameters
    ----------
    data
        The bytes of the file.
    remarks
        Where refusals are drawn from.
    limits
        How much may be in it.

    Raises
    ------
    ImportProblem
        ``TAB-E01`` to ``TAB-E07``.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_list(entries, len(data), remarks, limits)
            formulas = _unpack_all(archive, entries, remarks, limits)
    except (BadZipFile, LargeZipFile, zlib.error, NotImplementedError, EOFError):
        _refuse_archive(remarks, "it cannot be unpacked")
    return Packed(
        names=frozenset(entry.filename for entry in entries), formulas=formulas
    )


def _refuse_archive(remarks: Remarks, why: str) -> NoReturn:
    remarks.refuse("TAB-E04", 1, f"this is no sound workbook: {why}", _AS_XLSX)


def _refuse_large(remarks: Remarks, what: str) -> NoReturn:
    remarks.refuse("TAB-E05", 1, what, _SMALLER)


def _check_list(
    entries: Sequence[ZipInfo], size: int, remarks: Remarks, limits: Limits
) -> None:
    if len(entries) > limits.entries:
        _refuse_large(remarks, f"more than {limits.entries:,} files are packed in it")
    seen: set[str] = set()
    for entry in entries:
        _check_name(entry, seen, remarks)
        seen.add(entry.filename.lower())
    _check_places(entries, size, remarks)
    _check_kind({entry.filename for entry in entries}, remarks)


def _check_name(entry: ZipInfo, seen: set[str], remarks: Remarks) -> None:
    name = entry.orig_filename
    told = snippet(name)
    if entry.flag_bits & _ENCRYPTED:
        refuse_locked(remarks)
    if name.lower() in seen:
        _refuse_archive(remarks, f'"{told}" is packed in it twice')
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name[:1] in ("/", "\\") or ":" in name or "\0" in name:
        _refuse_archive(remarks, f'"{told}" leads out of it')
    if stat.S_ISLNK(entry.external_attr >> 16):
        _refuse_archive(remarks, f'"{told}" is a link')


def _check_places(entries: Sequence[ZipInfo], size: int, remarks: Remarks) -> None:
    """Refuse files that lie over one another, or outside of the archive."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            _refuse_archive(remarks, f'"{snippet(entry.filename)}" overlaps another')
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
        if end > size:
            _refuse_archive(remarks, f'"{snippet(entry.filename)}" is cut off')


def _check_kind(names: set[str], remarks: Remarks) -> None:
    low = {name.lower() for name in names}
    if any(name.endswith("vbaproject.bin") for name in low):
        remarks.refuse(
            "TAB-E03", 1, "the workbook holds macros", "save it as .xlsx without macros"
        )
    if any("macrosheets/" in name for name in low):
        remarks.refuse(
            "TAB-E03",
            1,
            "the workbook holds sheets of macros",
            "save it as .xlsx without macros",
        )
    if "xl/workbook.xml" not in low:
        is_ods = "content.xml" in low
        what = "an OpenDocument file" if is_ods else "a zip archive but no workbook"
        remarks.refuse("TAB-E01", 1, f"this is {what}", "save it as .xlsx or .csv")


def refuse_locked(remarks: Remarks) -> NoReturn:
    """Refuse a workbook that a password locks.

    Raises
    ------
    ImportProblem
        ``TAB-E02``.
    """
    remarks.refuse(
        "TAB-E02",
        1,
        "the workbook is locked by a password",
        "open it, take the password off and save it anew",
    )


def _unpack_all(
    archive: ZipFile, entries: Sequence[ZipInfo], remarks: Remarks, limits: Limits
) -> frozenset[str]:
    counter = _Counter(remarks, limits)
    for entry in entries:
        counter.unpack(archive, entry)
    return frozenset(counter.formulas)


class _Counter:
    """Unpacks file after file, piece by piece, and counts."""

    def __init__(self, remarks: Remarks, limits: Limits) -> None:
        self._remarks = remarks
        self._limits = limits
        self._total = 0
        self.formulas: set[str] = set()

    def unpack(self, archive: ZipFile, entry: ZipInfo) -> None:
        """Count one file; refuse it where it is too large or not what it says."""
        count = rows = 0
        tail = b""
        is_xml = entry.filename.lower().endswith((".xml", ".rels"))
        with archive.open(entry) as file:
            while piece := file.read(_CHUNK):
                count += len(piece)
                self._check_size(entry, count)
                if is_xml:
                    rows += self._look_in(entry, tail + piece, len(tail))
                    self._check_rows(entry, rows)
                    tail = piece[-_WINDOW:]
        if count != entry.file_size:
            told = snippet(entry.filename)
            _refuse_archive(self._remarks, f'the size given for "{told}" is wrong')
        self._total += count

    def _check_size(self, entry: ZipInfo, count: int) -> None:
        limits, told = self._limits, snippet(entry.filename)
        if count > limits.entry_bytes:
            what = f'"{told}" in it is larger than {limits.entry_bytes:,} bytes'
            _refuse_large(self._remarks, what)
        if self._total + count > limits.unpacked_bytes:
            what = f"all of it is larger than {limits.unpacked_bytes:,} bytes, unpacked"
            _refuse_large(self._remarks, what)
        most = limits.packed_ratio * max(1, entry.compress_size)
        if count > max(_ANY_RATIO, most):
            what = f'"{told}" unpacks to more than {limits.packed_ratio} times its size'
            _refuse_large(self._remarks, what)

    def _look_in(self, entry: ZipInfo, window: bytes, again: int) -> int:
        """Look for what no workbook needs; give the rows that begin in a piece."""
        plain = window.replace(b"\0", b"")
        if _DOCTYPE in plain.upper():
            told = snippet(entry.filename)
            _refuse_inside(self._remarks, f'"{told}" declares a document type')
        if b"<f>" in plain or b"<f " in plain:
            self.formulas.add(entry.filename)
        before = plain[:again]
        return sum(plain.count(mark) - before.count(mark) for mark in _ROWS)

    def _check_rows(self, entry: ZipInfo, rows: int) -> None:
        if rows > self._limits.rows and "worksheets/" in entry.filename:
            refuse_size(self._remarks, self._limits, line=self._limits.rows + 1)


def _refuse_inside(remarks: Remarks, why: str) -> NoReturn:
    remarks.refuse("TAB-E07", 1, f"the workbook cannot be read: {why}", _AS_XLSX)
