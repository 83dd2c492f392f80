"""Text for a page: what would steer the setting of it is shown as lost."""

from __future__ import annotations

import re

UNHELD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e"
    "\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Controls, halves of pairs, and signs that turn the direction of what follows."""
LOST = "\ufffd"


def plain(text: str) -> str:
    r"""Give text as a page can show it: line breaks stay, what no page holds is U+FFFD.

    Joiners stay, which scripts and emoji need.

    Examples
    --------
    >>> plain("Bar\x0b at\tnoon") == "Bar\ufffd at noon"
    True
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return UNHELD.sub(LOST, text)
