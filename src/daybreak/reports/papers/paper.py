"""A paper as data: sections of tables, facts, text and pictures, and its stamp.

Nothing here knows a format. Values keep their kind (a length stays eighths, money
stays whole currency, a date a date), and styles are the names of
`daybreak.reports.colors`, so that each format shows them in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daybreak.reports.papers.stamp import Stamp

Value = str | int | date | None
"""What a cell holds; None stands for nothing there."""
Form = Literal[
    "text",
    "id",
    "code",
    "number",
    "money",
    "eighths",
    "date",
    "minutes",
    "clock",
]
"""How the values of a column are meant.

``id`` and ``code`` are short texts (a scene number, ``SW``); ``eighths`` a length in
whole eighths of a page; ``minutes`` a length of work; ``clock`` minutes since
midnight; ``money`` whole currency of the production.
"""
Where = Literal["everywhere", "read", "computed"]
"""Where a column stands: on paper and screen (``read``), in tables that programs
read, CSV and XLSX (``computed``), or everywhere."""
MISSING = "to be told"
"""What stands on a paper for a fact that nobody has given: nothing is invented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    key
        Its name for programs, a slug that stays: ``scene``, ``script_day``.
    label
        Its heading for people.
    width
        Its share of the width, against the other columns; text is wrapped in it.
    turned
        Whether the heading stands upright, for many narrow columns.
    """

    key: str
    label: str
    form: Form = "text"
    width: float = 1.0
    align: Literal["left", "right", "center"] = "left"
    where: Where = "everywhere"
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in its style; the style is empty where the row has one."""

    value: Value = None
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table: a cell for each column.

    Parameters
    ----------
    notes
        Lines under the row, over the whole width: what did not fit a column.
    """

    cells: tuple[Cell, ...]
    style: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A line over the whole width of a table: a day break, a week, a banner.

    It tells readers where they are. What it says stands in columns too, so tables
    for programs leave it out.
    """

    left: str
    right: str = ""
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines of a table that stay on one page where they fit, such as a day."""

    rows: tuple[Row | Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; its heading is repeated on each page.

    Parameters
    ----------
    name
        Its name for programs, and of its sheet in a workbook.
    title
        What stands above it; nothing where empty.
    pinned
        How many columns stay in sight when the others are moved.
    empty
        What is said in place of a table without rows.
    where
        Where the whole table stands: weeks side by side for a page (``read``), one
        long line for programs (``computed``), or everywhere.
    boxed
        Whether its columns are alike in width, with lines between them and none
        between the rows of a group: the weeks of a calendar.
    """

    name: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    title: str = ""
    totals: tuple[Row, ...] = ()
    pinned: int = 0
    empty: str = "Nothing here."
    where: Where = "everywhere"
    boxed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and what is known; a value of `MISSING` is marked, never invented."""

    label: str
    value: str

    @property
    def is_missing(self) -> bool:
        """Whether nobody has given it."""
        return self.value == MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels with values, side by side in so many columns."""

    name: str
    facts: tuple[Fact, ...]
    title: str = ""
    columns: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Paragraphs, each shown as it is."""

    paragraphs: tuple[str, ...]
    title: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing as SVG, and what it shows in a sentence.

    Parameters
    ----------
    svg
        A whole SVG document without scripts, links or outside references.
    width, height
        Its size in points at the scale it was drawn for.
    """

    svg: str
    says: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """One entry of a legend: what a style or a code means."""

    style: str
    label: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What styles and codes mean."""

    swatches: tuple[Swatch, ...]


Block = Table | Facts | Text | Picture | Legend


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a paper, with a heading of its own where it has a title.

    Parameters
    ----------
    new_page
        Whether it begins a page.
    together
        Whether it stays on one page where it fits.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    new_page: bool = False
    together: bool = False

    @property
    def read(self) -> tuple[Block, ...]:
        """Its blocks for people: all but tables that are for programs alone."""
        return tuple(
            block
            for block in self.blocks
            if not isinstance(block, Table) or block.where != "computed"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper.

    Parameters
    ----------
    kind
        Which paper it is, by the name that ``daybreak report`` knows.
    title
        What it is called: ``One-liner``.
    subtitle
        What part of the shoot it shows, where it is not all of it.
    currency
        ISO 4217, for its money.
    sheet
        ``small``: A4 or Letter; ``large``: A3 or Tabloid.
    warning
        What every page has to say in red, such as ``breaks 2 rules``; the makers of
        papers leave it empty, who opened the schedule fills it.
    """

    kind: str
    title: str
    stamp: Stamp
    sections: tuple[Section, ...]
    currency: str
    subtitle: str = ""
    sheet: Literal["small", "large"] = "small"
    landscape: bool = False
    warning: str = ""

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, in order."""
        return tuple(
            block
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Table)
        )

    @property
    def computed(self) -> tuple[Table, ...]:
        """Its tables for programs: all but those that stand on pages alone."""
        return tuple(table for table in self.tables if table.where != "read")
