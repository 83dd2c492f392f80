"""Reading a table takes time in proportion to it, whatever stands in it."""

from __future__ import annotations

import gc
import time
from datetime import date

import pytest

from daybreak.importers.limits import Limits
from daybreak.importers.tables_cast import take_cast
from daybreak.importers.tables_one_liner import import_one_liner
from daybreak.importers.tables_reading import parse_table
from daybreak.model.errors import ImportProblem
from tests.importers.test_tables_cast import production

WIDE = Limits(rows=10**9, columns=10**9, line_bytes=10**9, scenes=10**9)
UNITS = [
    "1;A\n", '"";', "'=;", "x", ";;\n", "1;A;1/8;1,2,3\n", "Day 1\n", '""""',
    "END OF DAY\n1;A\n", "1;A;;1-40\n", ";2027-03-01 - \n", "Scene;Set;Pages\n",
    "\r", "'",
]  # fmt: skip
SIZE = 8_000
RATIO_MOST = 3.5
"""Twice the text takes at most 2.5 times as long; the rest is room for noise."""
FLOOR_SECONDS = 0.05
"""Below this a clock says nothing."""
START = date(2027, 3, 1)
BEFORE = production()


def seconds(unit: str, size: int) -> float:
    """Give the processor time of a reading, as a one-liner and as a cast list."""
    body = unit * (size // len(unit))
    gc.collect()
    gc.disable()  # a collection in the midst of one reading is not the reader's work
    started = time.process_time()
    try:
        for heads in ("Scene;Set;Pages;Cast", "No;Unavailable;Rate;Name"):
            try:
                book = parse_table(f"{heads}\n{body}".encode(), "a.csv", limits=WIDE)
                if heads.startswith("Scene"):
                    import_one_liner(book, start=START, limits=WIDE)
                else:
                    take_cast(book, BEFORE)
            except ImportProblem:
                continue
    finally:
        gc.enable()
    return time.process_time() - started


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_table_takes_about_twice_the_time(unit: str) -> None:
    """RELIABILITY C5."""

    def is_linear() -> bool:
        once, twice = seconds(unit, SIZE), seconds(unit, 2 * SIZE)
        return twice <= max(RATIO_MOST * once, FLOOR_SECONDS)

    # squared work fails every time; a busy machine not four times over
    assert any(is_linear() for _ in range(4))
