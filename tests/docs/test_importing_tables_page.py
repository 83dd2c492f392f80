"""The page about tables tells every field, heading and limit of the code."""

from __future__ import annotations

import pytest

from daybreak.importers.limits import LIMITS
from daybreak.importers.tables_fields import (
    AMBIGUOUS,
    CATEGORIES,
    ONE_LINER,
    PEOPLE,
    FieldOf,
    heading_key,
)
from tests.docs.pages import DOCS, rows_of, text_of

PAGE = text_of(DOCS / "importing-tables.md")
ROWS = rows_of(PAGE)
FIELDS = [row for row in ROWS if row[0].startswith("`")]


def test_every_field_is_told_in_its_order() -> None:
    told = [(row[0].strip("`"), row[1]) for row in FIELDS]
    assert told == [(one.name, one.says) for one in (*ONE_LINER, *PEOPLE)]


@pytest.mark.parametrize("fields", [ONE_LINER, PEOPLE])
def test_headings_that_are_told_are_known(fields: tuple[FieldOf, ...]) -> None:
    of = dict(enumerate(FIELDS))
    first = 0 if fields is ONE_LINER else len(ONE_LINER)
    for at, field in enumerate(fields, first):
        for heading in filter(None, of[at][2].split(", ")):
            key = heading_key(heading)
            assert key in field.words or field.name in AMBIGUOUS.get(key, ()), heading


def test_every_category_of_elements_is_told() -> None:
    flat = " ".join(PAGE.split())
    assert ", ".join(dict.fromkeys(CATEGORIES.values())) in flat


def test_every_limit_is_told() -> None:
    for name in (
        "rows", "columns", "book_bytes", "text_bytes", "entries", "entry_bytes",
        "unpacked_bytes", "packed_ratio", "line_bytes", "scenes",
    ):  # fmt: skip
        assert f"{getattr(LIMITS, name):,}" in PAGE, name
