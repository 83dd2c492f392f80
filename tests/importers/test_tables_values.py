"""What cells say: lengths, minutes, amounts, shares, dates and ranges of dates."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from daybreak.importers.remarks import Remarks
from daybreak.importers.tables import Broken, Line, Value
from daybreak.importers.tables_casting import CastName, read_cast
from daybreak.importers.tables_dates import (
    AmbiguousDate,
    find_date,
    order_of,
    parse_date,
    parse_ranges,
)
from daybreak.importers.tables_remarks import CellReader, CellRemarks
from daybreak.importers.tables_values import (
    read_amount,
    read_minutes,
    read_pages,
    read_share,
    read_whole,
)
from daybreak.model.errors import ImportProblem


def cell(value: Value, field: str) -> CellReader:
    line = Line(number=14, cells={3: value})
    return CellReader(line, {field: 3}, CellRemarks(Remarks("cast.xlsx"), "Sheet1"))


def code_of(cells: CellReader) -> str:
    with pytest.raises(ImportProblem) as caught:
        cells.remarks.refuse_errors()
    assert str(caught.value).startswith("cast.xlsx:Sheet1!C14: TAB-E")
    return caught.value.remark.code


@pytest.mark.parametrize(
    ("written", "eighths"),
    [
        ("1 3/8", 11), ("11/8", 11), ("1.375", 11), ("3/8", 3), ("0 4/8", 4),
        (2, 16), (Decimal("1.375"), 11), (Decimal("0.125"), 1), ("1,5", 12),
        ("2", 16), ("1-3/8", 11),
        ("1 - 3/8", 11), ("1⅜", 11), ("½", 4), ("1 3/8 pgs", 11), ("3 / 8", 3),
        ("1/4", 2), (0, 0), (" 1  3/8 ", 11),
    ],
)  # fmt: skip
def test_lengths_are_read_as_people_write_them(written: Value, eighths: int) -> None:
    assert read_pages(cell(written, "pages")) == eighths


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (date(2027, 3, 8), "TAB-E14"), (time(1, 30), "TAB-E14"), ("1.3", "TAB-E13"),
        ("x", "TAB-E13"), ("-1", "TAB-E13"), ("1/3", "TAB-E13"), ("9/0", "TAB-E13"),
        ("1e9", "TAB-E13"), ("9" * 30, "TAB-E13"), (Broken("#REF!"), "TAB-E15"),
        (99_999, "TAB-E13"),
    ],
)  # fmt: skip
def test_no_length_is_an_error_of_its_cell(written: Value, code: str) -> None:
    cells = cell(written, "pages")
    assert read_pages(cells) is None
    assert code_of(cells) == code


def test_a_date_for_a_length_tells_what_happened_and_what_to_do() -> None:
    cells = cell(date(2027, 3, 8), "pages")
    read_pages(cells)
    with pytest.raises(ImportProblem) as caught:
        cells.remarks.refuse_errors()
    assert str(caught.value) == (
        "cast.xlsx:Sheet1!C14: TAB-E14 the cell holds the date 2027-03-08, which a "
        "spreadsheet makes of 8/3 or 3/8 — format the column as text and type it "
        "again, such as 3/8"
    )


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        (90, 90), ("90", 90), ("1:30", 90), ("1h30", 90), ("1 h 30 min", 90),
        ("1.5 h", 90), ("1,5 hrs", 90), ("90 min", 90), ("2h", 120), (time(1, 30), 90),
        ("0:45", 45), ("2 hours", 120),
    ],
)  # fmt: skip
def test_minutes_are_read_as_people_write_them(written: Value, minutes: int) -> None:
    assert read_minutes(cell(written, "minutes")) == minutes


@pytest.mark.parametrize("written", ["soon", "1:xx", -5, date(2027, 1, 1), "1.333 h"])
def test_no_minutes_are_an_error(written: Value) -> None:
    cells = cell(written, "minutes")
    assert read_minutes(cells) is None
    assert code_of(cells) == "TAB-E13"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        (1500, 1500), ("1500", 1500), ("$1,500.00", 1500), ("1.500,00 €", 1500),
        ("1 500", 1500), ("1'500", 1500), ("USD 1,500", 1500), ("1,500", 1500),
        ("1.500", 1500), ("1,234,567", 1234567), (Decimal("1500.0"), 1500), ("0", 0),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(written: Value, amount: int) -> None:
    assert read_amount(cell(written, "rate"), "rate") == amount


@pytest.mark.parametrize(
    "written", ["12.50", "lots", "-5", date(2027, 1, 1), "1.2.3,4"]
)
def test_no_whole_amount_is_an_error(written: Value) -> None:
    cells = cell(written, "rate")
    assert read_amount(cells, "rate") is None
    assert code_of(cells) == "TAB-E13"


@pytest.mark.parametrize(
    ("written", "share"),
    [("50%", "0.5"), ("50 %", "0.5"), ("0,5", "0.5"), ("1/2", "0.5"), ("half", "0.5"),
     ("yes", "1"), ("full", "1"), ("no", "0"), (Decimal("0.25"), "0.25"), (1, "1")],
)  # fmt: skip
def test_shares_are_read_as_people_write_them(written: Value, share: str) -> None:
    assert read_share(cell(written, "hold"), "hold") == Decimal(share)


def test_no_share_and_no_whole_number_are_errors() -> None:
    for written in ("150 %", "some", date(2027, 1, 1)):
        cells = cell(written, "hold")
        assert read_share(cells, "hold") is None
        assert code_of(cells) == "TAB-E13"
    for odd, code in (
        ("a", "TAB-E13"),
        ("1.5", "TAB-E13"),
        (date(2027, 1, 2), "TAB-E14"),
    ):
        cells = cell(odd, "drops")
        assert read_whole(cells, "drops") is None
        assert code_of(cells) == code


@pytest.mark.parametrize(
    "written",
    [
        "2027-06-03", "3 June 2027", "June 3, 2027", "Jun 3 2027", "3-Jun-2027",
        "3rd of June 2027", "03.06.2027", "3.6.27", "Thu, June 3, 2027", "2027/06/03",
        "3. Juni 2027", "3 juin 2027", "3 de junio de 2027", "2027 June 3",
    ],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(written: str) -> None:
    assert parse_date(written, None) == date(2027, 6, 3)


def test_which_number_is_the_day_is_told_by_the_sheet_or_asked() -> None:
    assert order_of(["6/3/2027", "6/17/2027"]) == "mdy"
    assert order_of(["6/3/2027; 17/6/2027"]) == "dmy"
    assert order_of(["17/6/2027", "6/17/2027"]) is None
    assert parse_date("6/3/2027", "mdy") == date(2027, 6, 3)
    assert parse_date("6/3/2027", "dmy") == date(2027, 3, 6)
    assert parse_date("17/6/2027", None) == date(2027, 6, 17)
    assert parse_date("6/6/2027", None) == date(2027, 6, 6)
    with pytest.raises(AmbiguousDate):
        parse_date("6/3/2027", None)


@pytest.mark.parametrize(
    "written",
    ["3 June", "6/3", "2027-02-30", "soon", "", "2027", "1/2/3/4", "31.6.2027"],
)
def test_what_is_no_whole_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the caller's
        parse_date(written, None)


@pytest.mark.parametrize(
    "written",
    [
        "2027-06-03 to 2027-06-05", "2027-06-03 - 2027-06-05", "2027-06-03–2027-06-05",
        "3-5 June 2027", "June 3-5, 2027", "3 June - 5 June 2027",
        "June 3 to June 5, 2027",
        "3.6.2027 bis 5.6.2027",
        "from 3 June 2027 until 5 June 2027", "3 to 5 June 2027",
        "2027-06-03..2027-06-05",
    ],
)  # fmt: skip
def test_ranges_are_read_as_people_write_them(written: str) -> None:
    (found,) = parse_ranges(written, None)
    assert (found.first, found.last) == (date(2027, 6, 3), date(2027, 6, 5))


def test_several_ranges_stand_in_one_cell() -> None:
    text = "3-5 June 2027; 2027-07-01\n2027-08-01, 2027-08-03"
    assert [(one.first.day, one.last.day) for one in parse_ranges(text, None)] == [
        (3, 5), (1, 1), (1, 1), (3, 3),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="before"):
        parse_ranges("2027-06-05 to 2027-06-03", None)


def test_a_date_is_found_in_a_line() -> None:
    line = "End of Day # 3 -- Thursday, June 3, 2027 -- Total pages: 4 2/8"
    assert find_date(line, None) == date(2027, 6, 3)
    assert find_date("End of Day 3", None) is None


@pytest.mark.parametrize(
    ("written", "cast"),
    [
        ("1, 4-6", [1, 4, 5, 6]), ("1 2 5", [1, 2, 5]), (3, [3]), ("1;2\n3", [1, 2, 3]),
        ("#1, #2", [1, 2]), ("1. ANNA; 2) BOB", [(1, "ANNA"), (2, "BOB")]),
        ("ANNA, OLD MAN", [(None, "ANNA"), (None, "OLD MAN")]), ("1, 1", [1]),
        ("4 - CLERK", [(4, "CLERK")]), ("1-9999", [(None, "1-9999")]),
    ],
)  # fmt: skip
def test_casts_are_numbers_or_names(written: Value, cast: list[object]) -> None:
    wanted = [one if isinstance(one, tuple) else (one, "") for one in cast]
    assert read_cast(cell(written, "cast")) == tuple(CastName(*one) for one in wanted)


@pytest.mark.parametrize("written", [date(2027, 1, 3), Decimal("1.2")])
def test_a_cast_that_became_a_date_or_number_is_an_error(written: Value) -> None:
    cells = cell(written, "cast")
    assert read_cast(cells) == ()
    assert code_of(cells) == "TAB-E14"
