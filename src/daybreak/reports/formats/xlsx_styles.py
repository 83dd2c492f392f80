"""How a workbook looks: cell formats by style and form, widths, names of sheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from daybreak.reports.formats.inks import Ink, inks
from daybreak.reports.formats.look import Look
from daybreak.reports.papers.paper import Form
from daybreak.reports.phrases import SIGNS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
HAIR = {"border": 4, "border_color": "#B8BCC4"}
PATTERNS = {"lines": 14, "dots": 18}
"""The numbers that workbooks have for thin lines and for few dots."""
PATTERN_COLOR = "#9A9A9A"
HEADING = {"bold": True, "bg_color": "#E6E8EC", "bottom": 1, "text_wrap": True}
SHEET_NAME_MOST = 31
ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
RESERVED = ("history",)


class CellLook(NamedTuple):
    """Everything that tells one cell format from another; a tuple is found quickly."""

    style: str = ""
    form: Form = "text"
    align: str = "left"
    part: str = "cell"


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook, *, currency: str, look: Look) -> None:
        self._workbook = workbook
        self._currency = currency
        self._inks = inks(look)
        self._made: dict[CellLook, Format] = {}

    def of(self, look: CellLook) -> Format:
        """Give the format of a look."""
        if look not in self._made:
            self._made[look] = self._workbook.add_format(self._properties(look))
        return self._made[look]

    def _properties(self, look: CellLook) -> dict[str, object]:
        ink = self._inks.get(look.style, Ink())
        made: dict[str, object] = {**FONT, **_colored(ink), "align": look.align}
        if look.part in ("heading", "turned"):
            made |= HEADING
        if look.part == "turned":
            made |= {"rotation": 90, "valign": "bottom", "align": "center"}
            made["text_wrap"] = False
        if look.part == "total":
            made |= {"bold": True, "top": 1}
        if look.part == "cell":
            made |= HAIR | {"text_wrap": look.form == "text"}
        if look.part == "words":
            made["text_wrap"] = True
        if look.align == "right":
            made["indent"] = 1
        if look.part == "title":
            made |= {"bold": True, "font_size": 14}
        if number := self._number_format(look.form):
            made["num_format"] = number
        return made

    def _number_format(self, form: Form) -> str:
        sign = SIGNS.get(self._currency, f"{self._currency} ")
        lead = '"' + sign.replace('"', "") + '"'
        return {
            "money": f"{lead}#,##0;-{lead}#,##0",
            "number": "#,##0",
            "minutes": '#,##0" min"',
            "date": "ddd d mmm yyyy",
            "clock": "hh:mm",
        }.get(form, "")


def _colored(ink: Ink) -> dict[str, object]:
    made: dict[str, object] = {"bold": ink.bold, "font_color": ink.text}
    if ink.pattern:
        made |= {"pattern": PATTERNS[ink.pattern], "fg_color": PATTERN_COLOR}
    if ink.ground:
        made["bg_color"] = ink.ground
    return made


def sheet_name(wanted: str, taken: set[str]) -> str:
    r"""Give a legal name that no other sheet has, and note it as taken.

    At most 31 signs, none of ``[]:*?/\``, no apostrophe at an end.
    """
    plain = ILLEGAL.sub("-", wanted.replace("_", "-")).strip().strip("'") or "Sheet"
    plain = plain[:1].upper() + plain[1:]
    name, number = _cut(plain, SHEET_NAME_MOST), 2
    while name.casefold() in taken or name.casefold() in RESERVED:
        tail = f" {number}"
        name, number = _cut(plain, SHEET_NAME_MOST - len(tail)) + tail, number + 1
    taken.add(name.casefold())
    return name


def _cut(name: str, most: int) -> str:
    """Give a name cut to so many units of UTF-16, as Excel counts, at a whole sign."""
    while len(name.encode("utf-16-le")) // 2 > most:
        name = name[:-1]
    return name.rstrip().rstrip("'")
