"""Values of cells as people read them, the same in every format."""

from __future__ import annotations

from datetime import date
from typing import Literal

from daybreak.model.eighths import format_eighths
from daybreak.reports.papers.paper import Column, Form, Table, Value
from daybreak.reports.phrases import show_date, show_hours, show_money, show_time

FIGURES: frozenset[Form] = frozenset({"number", "money", "eighths", "minutes"})
"""Forms that stand at the right, so that their digits lie under each other."""


def show(value: Value, form: Form, currency: str) -> str:
    """Give a value in words.

    Examples
    --------
    >>> show(11, "eighths", "USD"), show(1200, "money", "USD"), show(570, "clock", "")
    ('1 3/8', '$1,200', '09:30')
    """
    if value is None:
        return ""
    if isinstance(value, date):
        return show_date(value)
    if not isinstance(value, int):
        return value
    if form == "eighths":
        return format_eighths(value)
    if form == "money":
        return show_money(value, currency)
    if form == "minutes":
        return show_hours(value)
    if form == "clock":
        return show_time(value)
    return f"{value:,}" if form == "number" else str(value)


def align_of(column: Column) -> Literal["left", "right", "center"]:
    """Give where the text of a column stands: figures at the right."""
    if column.align == "left" and column.form in FIGURES:
        return "right"
    return column.align


def read_columns(table: Table) -> list[int]:
    """Give the places of the columns that people read."""
    return [
        place
        for place, column in enumerate(table.columns)
        if column.where != "computed"
    ]
