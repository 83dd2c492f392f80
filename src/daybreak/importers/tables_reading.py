"""One door for tables: a path in, a `Book` out; what the bytes are decides."""

from __future__ import annotations

from pathlib import Path

from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.reading import check_size, read_bytes
from daybreak.importers.remarks import Remarks
from daybreak.importers.sandbox import ask_child
from daybreak.importers.tables import Book, book_from_json
from daybreak.importers.tables_csv import parse_csv
from daybreak.importers.tables_xlsx import parse_xlsx
from daybreak.importers.tables_zip import refuse_locked

ENDINGS = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".ods")
"""How the name of a file ends that is taken for a table."""
_MODULE = "daybreak.importers.tables_child"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF text"),
    (b"<", "XML or a web page"),
    (b"{", "JSON"),
)


def read_table_in_child(path: Path | str, *, limits: Limits = LIMITS) -> Book:
    """Read a table in a process of its own, within limits.

    Raises
    ------
    ImportProblem
        When the file cannot be read, or the process does not come back with it.
    """
    return ask_child(path, book_from_json, limits=limits, module=_MODULE)


def read_table(path: Path | str, *, limits: Limits = LIMITS) -> Book:
    """Read a table in this process; `read_table_in_child` is the guarded door.

    Raises
    ------
    ImportProblem
        When anything keeps the file from being read; nothing was taken in then.
    """
    path = Path(path)
    remarks = Remarks(path.name)
    most = max(limits.text_bytes, limits.book_bytes)
    return parse_table(
        read_bytes(path, most=most, remarks=remarks), path.name, limits=limits
    )


def parse_table(data: bytes, file: str, *, limits: Limits = LIMITS) -> Book:
    """Read a table from its bytes.

    Parameters
    ----------
    data
        The bytes of an XLSX, CSV or TSV file.
    file
        Its name, for messages.
    limits
        How much is read at most.

    Raises
    ------
    ImportProblem
        As `read_table`.
    """
    remarks = Remarks(file)
    check_size(data, most=max(limits.text_bytes, limits.book_bytes), remarks=remarks)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        check_size(data, most=limits.book_bytes, remarks=remarks)
        return parse_xlsx(data, file, remarks=remarks, limits=limits)
    _refuse_other_kinds(data, remarks)
    check_size(data, most=limits.text_bytes, remarks=remarks)
    return parse_csv(data, file, remarks=remarks, limits=limits)


def _refuse_other_kinds(data: bytes, remarks: Remarks) -> None:
    if data.startswith(_OLD_OFFICE):
        if _LOCKED in data:
            refuse_locked(remarks)
        _refuse(remarks, "a workbook of the old kind (.xls)")
    head = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, what in _OTHERS:
        if head.startswith(magic):
            _refuse(remarks, what)


def _refuse(remarks: Remarks, what: str) -> None:
    remarks.refuse(
        "TAB-E01", 1, f"this is {what}, no table", "save it as .xlsx or .csv"
    )
