"""Bytes of a file to text: which file may be read, and in which encoding."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from daybreak.importers.remarks import Remarks

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_KINDS = (
    (b"%PDF", "a PDF", "export the script as Fountain or FDX"),
    (b"PK\x03\x04", "a zip archive", "unpack it, or export the script as FDX"),
    (b"{\\rtf", "an RTF text", "export the script as Fountain or FDX"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "export the script as Fountain"),
)
_HTML = (b"<!doctype html", b"<html")
_SAVE_UTF8 = "save the file as UTF-8 and import again"
_REPLACED = "\ufffd"
_BLANKS = b"\t\n\x0b\x0c\r"
BINARY_LEAST = 64
BINARY_PERCENT = 5
"""From how many bytes a file is looked at; control signs in 100 that are too many."""


def read_bytes(path: Path, *, most: int, remarks: Remarks) -> bytes:
    """Give the bytes of a regular file.

    Parameters
    ----------
    path
        The file; a folder, a pipe or a device is refused without being opened for
        reading.
    most
        Largest size, bytes.
    remarks
        Where a refusal is drawn from.

    Raises
    ------
    ImportProblem
        ``SCR-E01`` to ``SCR-E04``.
    """
    handle = -1
    try:
        # Not to hang on a pipe that nobody writes to.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no path"
        remarks.refuse(
            "SCR-E01",
            1,
            f"the file cannot be opened: {reason}",
            "check its name and that you may read it",
        )
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            remarks.refuse(
                "SCR-E02",
                1,
                "this is a folder, a pipe or a device",
                "give the file itself",
            )
        data = _read_all(handle, most + 1)
    finally:
        os.close(handle)
    check_size(data, most=most, remarks=remarks)
    return data


def _read_all(handle: int, most: int) -> bytes:
    parts = []
    while most > 0:
        part = os.read(handle, min(most, 1 << 20))
        if not part:
            break
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def check_size(data: bytes, *, most: int, remarks: Remarks) -> None:
    """Refuse a file that is empty or larger than allowed.

    Raises
    ------
    ImportProblem
        ``SCR-E03``, ``SCR-E04``.
    """
    if not data.strip(b" \t\r\n\x0b\x0c"):
        remarks.refuse(
            "SCR-E03", 1, "the file holds no text", "give a file with something in it"
        )
    if len(data) > most:
        remarks.refuse(
            "SCR-E04",
            1,
            f"the file is larger than {most:,} bytes",
            "split it into several files",
        )


def refuse_other_kinds(data: bytes, remarks: Remarks) -> None:
    """Refuse what is plainly no screenplay text.

    Raises
    ------
    ImportProblem
        ``SCR-E05``.
    """
    if _is_binary(data[:4096]):
        remarks.refuse(
            "SCR-E05",
            1,
            "this is no text, so no screenplay",
            "export the script as Fountain or FDX",
        )
    head = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, what, todo in _KINDS:
        if head.startswith(magic):
            remarks.refuse("SCR-E05", 1, f"this is {what}, no screenplay", todo)
    if head.lower().startswith(_HTML):
        remarks.refuse(
            "SCR-E05",
            1,
            "this is a web page, no screenplay",
            "export the script as Fountain or FDX",
        )


def _is_binary(head: bytes) -> bool:
    """Tell whether bytes hold more control signs than any text, in no Unicode."""
    if _unicode_encoding(head) != ("utf-8", 0) or len(head) < BINARY_LEAST:
        return False
    strange = sum(byte < 0x20 and byte not in _BLANKS for byte in head)
    return 100 * strange > BINARY_PERCENT * len(head)


def looks_like_xml(data: bytes) -> bool:
    """Tell whether the bytes begin as an XML script does, in any encoding."""
    return _head(data).startswith((b"<?xml", b"<FinalDraft", b"<!DOCTYPE", b"<!--"))


def refuse_plain_text(data: bytes, remarks: Remarks) -> None:
    """Refuse an ``.fdx`` that does not begin as XML does.

    Raises
    ------
    ImportProblem
        ``SCR-E05``.
    """
    if not _head(data).startswith(b"<"):
        remarks.refuse(
            "SCR-E05",
            1,
            "the name ends in .fdx but this is no XML",
            "if it is Fountain, let its name end in .fountain",
        )


def _head(data: bytes) -> bytes:
    head = data[:512].replace(b"\x00", b"")
    for bom, _ in _BOMS:
        head = head.removeprefix(bom.replace(b"\x00", b""))
    return head.lstrip()


def decode(data: bytes, remarks: Remarks) -> str:
    """Give the text of a file; nothing is lost without a remark.

    UTF-8 and UTF-16 are recognized, with and without byte order mark; anything else
    is read as Windows-1252 or Mac Roman, whichever makes better words, and said.
    What no text may hold (NUL, half a surrogate, bytes that mean nothing) becomes
    U+FFFD, and its first line is said.

    Parameters
    ----------
    data
        The bytes of the file.
    remarks
        Takes ``SCR-W01`` and ``SCR-W02``.
    """
    encoding, start = _unicode_encoding(data)
    body = data[start:]
    if encoding != "utf-8":
        text = body.decode(encoding, "replace")
    else:
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            text = _not_quite_utf8(body, remarks)
    return _without_unwritables(text, remarks)


def _unicode_encoding(data: bytes) -> tuple[str, int]:
    """Name the Unicode encoding and the length of its mark."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding, len(bom)
    head = data[:4096]
    # Latin text in UTF-16 has every other byte 0; NULs in UTF-8 are strays.
    if len(head) >= 4 and head.count(0) * 5 >= len(head) * 2:
        even = head[0::2].count(0)
        odd = head[1::2].count(0)
        if max(even, odd) >= 9 * min(even, odd):
            return ("utf-16-be" if even > odd else "utf-16-le"), 0
    return "utf-8", 0


def _not_quite_utf8(data: bytes, remarks: Remarks) -> str:
    try:  # halves of surrogates written one by one, as some programs do
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    text = data.decode("utf-8", "replace")
    right = sum(char > "\x7f" for char in text) - text.count(_REPLACED)
    if right > text.count(_REPLACED):
        return text
    encoding, name = _guess_legacy(data)
    remarks.warn(
        "SCR-W01", line, f"the text is not UTF-8 and was read as {name}", _SAVE_UTF8
    )
    return data.decode(encoding, "replace")


def _guess_legacy(data: bytes) -> tuple[str, str]:
    sample = data[:200_000]
    windows = _plausibility(sample.decode("cp1252", "replace"))
    mac = _plausibility(sample.decode("mac_roman", "replace"))
    if mac > windows:
        return "mac_roman", "Mac Roman"
    return "cp1252", "Windows-1252"


def _plausibility(text: str) -> int:
    """Count the characters beyond ASCII that make sense where they stand."""
    score = 0
    before = " "
    for char in text:
        if char > "\x7f":
            if char in "’‘“”–—…«»":
                score += 1
            elif char.islower():
                score += 1 if before.isalpha() or before.isspace() else -1
            elif char.isupper():
                score += -2 if before.islower() else 1
            else:
                score -= 2
        before = char
    return score


def _without_unwritables(text: str, remarks: Remarks) -> str:
    """Replace NUL and lone surrogates by U+FFFD and say where the first is."""
    clean = text.replace("\x00", _REPLACED)
    if any("\ud800" <= char <= "\udfff" for char in clean):
        clean = "".join(
            _REPLACED if "\ud800" <= char <= "\udfff" else char for char in clean
        )
    first = clean.find(_REPLACED)
    if first >= 0:
        line = len(split_lines(clean[: first + 1]))
        count = clean.count(_REPLACED)
        remarks.warn(
            "SCR-W02",
            line,
            f"{count} unreadable character{'s' if count > 1 else ''} stand as U+FFFD, "
            "the first one here",
            "write them anew",
        )
    return clean


def split_lines(text: str) -> list[str]:
    """Give the lines of a text; LF, CR LF and CR alone end one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
