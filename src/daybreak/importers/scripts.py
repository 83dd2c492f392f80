"""One door for every format: bytes or a path in, a `Screenplay` out."""

from __future__ import annotations

from pathlib import Path

from daybreak.importers.fdx import parse_fdx
from daybreak.importers.fountain import parse_fountain
from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.reading import (
    check_size,
    decode,
    looks_like_xml,
    read_bytes,
    refuse_other_kinds,
    refuse_plain_text,
)
from daybreak.importers.remarks import Remarks
from daybreak.importers.screenplay import Screenplay


def read_script(path: Path | str, *, limits: Limits = LIMITS) -> Screenplay:
    """Read a script in this process; `sandbox.read_in_child` is the guarded door.

    Parameters
    ----------
    path
        A Fountain or FDX file; the text decides, not the ending.
    limits
        How much is read at most.

    Raises
    ------
    ImportProblem
        When anything keeps the file from being read; nothing was taken in then.
    """
    path = Path(path)
    remarks = Remarks(path.name)
    most = max(limits.text_bytes, limits.xml_bytes)
    return parse_script(
        read_bytes(path, most=most, remarks=remarks), path.name, limits=limits
    )


def parse_script(data: bytes, file: str, *, limits: Limits = LIMITS) -> Screenplay:
    """Read a script from its bytes.

    Parameters
    ----------
    data
        The bytes of a Fountain or FDX file.
    file
        Its name, for messages.
    limits
        How much is read at most.

    Raises
    ------
    ImportProblem
        As `read_script`.
    """
    remarks = Remarks(file)
    check_size(data, most=max(limits.text_bytes, limits.xml_bytes), remarks=remarks)
    refuse_other_kinds(data, remarks)
    if looks_like_xml(data) or file.lower().endswith(".fdx"):
        check_size(data, most=limits.xml_bytes, remarks=remarks)
        refuse_plain_text(data, remarks)
        return parse_fdx(data, file, remarks=remarks, limits=limits)
    check_size(data, most=limits.text_bytes, remarks=remarks)
    text = decode(data, remarks)
    return parse_fountain(text, file, remarks=remarks, limits=limits)
