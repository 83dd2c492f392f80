"""The page about importing tells every code, limit and number of the code."""

from __future__ import annotations

from dataclasses import fields

from daybreak.importers.limits import LIMITS
from daybreak.importers.page import STOCK, width
from daybreak.importers.remarks import CODES
from daybreak.importers.slugline import read_heading
from daybreak.importers.tiers import RATES_DATED, TIERS, Figure, Tier
from tests.docs.pages import DOCS, rows_of, text_of

PAGE = text_of(DOCS / "importing.md")
ROWS = rows_of(PAGE)


def test_every_code_is_told_as_the_code_has_it() -> None:
    told = {row[0].strip("`"): row[1] for row in ROWS if row[0].startswith("`")}
    assert told == CODES


def test_every_code_is_used_by_a_reader_and_named_in_a_test() -> None:
    source = DOCS.parent / "src" / "daybreak" / "importers"
    tests = DOCS.parent / "tests" / "importers"
    written = "\n".join(
        path.read_text("utf-8")
        for path in source.glob("*.py")
        if path.name != "remarks.py"
    )
    tested = "\n".join(path.read_text("utf-8") for path in tests.glob("test_*.py"))
    assert [code for code in CODES if f'"{code}"' not in written] == []
    assert [code for code in CODES if code not in tested] == []


def test_every_number_of_the_tiers_is_told() -> None:
    names = [field.name for field in fields(Tier) if field.type in (Figure, "Figure")]
    told = {row[0]: row[1:5] for row in ROWS if row[0] in names}
    assert told == {
        name: tuple(f"{getattr(tier, name).value:,}" for tier in TIERS.values())
        for name in names
    }
    assert RATES_DATED in PAGE


def test_every_limit_is_told() -> None:
    for field in fields(LIMITS):
        value = getattr(LIMITS, field.name)
        shown = f"{value:,}" if isinstance(value, int) else f"{value:g} s"
        if field.name == "memory_bytes":
            shown = f"{value // 2**20} MB"
        assert shown in PAGE, field.name


def test_the_stock_page_is_told() -> None:
    specs = dict(STOCK.specs)
    told = {row[0].split(",")[0]: row for row in ROWS}
    for style in ("Scene Heading", "Action", "Character", "Dialogue", "Transition"):
        _, _, characters, before = told[style][:4]
        assert (int(characters), int(before)) == (
            width(specs[style]),
            specs[style].before,
        )


def test_the_times_of_day_are_read_as_told() -> None:
    times = ("day", "night", "dusk", "dawn")
    told = {row[1].strip("`"): row[0].split(", ") for row in ROWS}
    for time in times:
        for word in told[time]:
            assert read_heading(f"EXT. SEA - {word}").time == time, word
