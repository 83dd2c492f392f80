"""What the commands say: data to standard output, talk to standard error."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable
from typing import Any

from daybreak.model.errors import StoreError
from daybreak.reports.cells import clean

SAME_WIDTH = {
    "…": ".",
    "·": "-",
    "–": "-",
    "—": "-",
    "→": ">",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "€": "E",
    "£": "L",
}
"""What stands for a sign that a stream cannot carry; all one cell wide."""


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(SAME_WIDTH.get(char, "?") for char in lost), error.end


def tame_streams() -> None:
    """Make both streams carry any text, whatever the locale."""
    codecs.register_error("daybreak", _stand_in)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="daybreak")


def out(text: str) -> None:
    """Write data to standard output.

    Raises
    ------
    StoreError
        When the file or the disk behind it takes no more.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(
            f"standard output: {reason} - make room, or write it elsewhere"
        ) from None


def out_json(data: dict[str, Any]) -> None:
    """Write one JSON object to standard output, in letters that it can carry."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=str)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(data, ensure_ascii=True, indent=2, default=str)
    out(text + "\n")


def say(text: str = "") -> None:
    """Say a line to whoever runs the command."""
    sys.stderr.write(clean(text) + "\n")
    sys.stderr.flush()


def say_all(lines: Iterable[str]) -> None:
    """Say some lines."""
    for text in lines:
        say(text)
