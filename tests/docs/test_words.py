"""Every rule, cost line, field and error is told, where a reader looks for it."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

import daybreak
from daybreak.model import production, schedule
from daybreak.model.errors import DaybreakError
from daybreak.model.kinds import plan_of
from tests.docs.pages import DOCS, every_page, rows_of, text_of
from tests.reference import ROOT

SPEC = text_of(DOCS / "spec.md")
NAME = re.compile(r"`([a-z_]+)`")
KEPT_APART = {"extra", "format", "version"}
TOLD_ELSEWHERE = {"id"}


def section(title: str) -> str:
    """Give a section of the spec, from its heading to the next."""
    after = SPEC.split(f"{title}\n", 1)[1]
    return re.split(r"^#+ ", after, maxsplit=1, flags=re.MULTILINE)[0]


def first_cells(text: str) -> list[str]:
    """Give the names in the first cells of a table, in order."""
    return [name for row in rows_of(text) for name in NAME.findall(row[0])]


def fields_told(title: str, thing: str | None = None) -> set[str]:
    """Give the fields a table tells of, of one thing where it tells of several."""
    rows = rows_of(section(title))
    if thing is None:
        return {name for row in rows for name in NAME.findall(row[0])}
    told, about = set(), ""
    for row in rows:
        about = row[0] or about
        if about == thing:
            told |= set(NAME.findall(row[1]))
    return told


def test_the_rules_of_section_3_are_the_rules_there_are() -> None:
    assert first_cells(section("## 3. The rules")) == list(
        get_args(production.RuleName)
    )


def test_the_lines_of_section_4_are_the_cost_lines_there_are() -> None:
    lines = [line for line in get_args(schedule.CostLine) if line != "total"]
    assert first_cells(section("## 4. The costs")) == lines


@pytest.mark.parametrize(
    ("part", "title", "thing"),
    [
        (production.Production, "### The document", None),
        (production.Picture, "### A picture", None),
        (production.Unit, "### A unit", None),
        (production.Hiatus, "### A hiatus, a base, a move, a location", "hiatus"),
        (production.Base, "### A hiatus, a base, a move, a location", "base"),
        (production.Move, "### A hiatus, a base, a move, a location", "move"),
        (production.Location, "### A hiatus, a base, a move, a location", "location"),
        (production.Person, "### A person and a deal", "person"),
        (production.Deal, "### A person and a deal", "deal"),
        (production.Element, "### An element, a scene, an order", "element"),
        (production.Scene, "### An element, a scene, an order", "scene"),
        (production.Order, "### An element, a scene, an order", "order"),
        (schedule.Schedule, "## 2. The schedule", None),
    ],
)
def test_every_field_is_told(part: Any, title: str, thing: str | None) -> None:
    fields = {plan.key for plan in plan_of(part)}
    assert fields_told(title, thing) - KEPT_APART == fields - KEPT_APART


@pytest.mark.parametrize(
    "part",
    [
        production.Unavailability,
        production.Event,
        production.Pin,
        schedule.Day,
        schedule.MadeBy,
    ],
)
def test_fields_of_small_parts_are_named(part: Any) -> None:
    named = set(NAME.findall(SPEC))
    keys = {plan.key for plan in plan_of(part)} - KEPT_APART - TOLD_ELSEWHERE
    assert keys - named == set()


@pytest.mark.parametrize(
    "choices",
    [
        production.ShiftName,
        production.TimeOfDay,
        production.DealKind,
        production.EventKind,
        production.Level,
        schedule.Status,
    ],
)
def test_every_choice_is_named(choices: Any) -> None:
    assert set(get_args(choices)) - set(NAME.findall(SPEC)) == set()


def test_defaults_of_numbers_are_those_of_the_model() -> None:
    told = {
        row[0].strip("`"): row[1]
        for title in ("### A picture", "### A unit")
        for row in rows_of(section(title))
        if row[1].isdigit()
    }
    plans = [*plan_of(production.Picture), *plan_of(production.Unit)]
    numbers = {
        plan.key: f"{plan.default()}"
        for plan in plans
        if not plan.required and f"{plan.default()}".isdigit()
    }
    assert told == numbers


def test_public_names_of_python_are_told() -> None:
    page = text_of(DOCS / "python.md").split("## Names")[1]
    told = [name for row in rows_of(page) for name in re.findall(r"`(\w+)`", row[0])]
    assert sorted(told) == sorted(daybreak.__all__)


def test_every_error_is_told() -> None:
    errors = {DaybreakError.__name__}
    errors |= {one.__name__ for one in DaybreakError.__subclasses__()}
    told = set(re.findall(r"`(\w+)`", text_of(DOCS / "python.md")))
    assert errors - told == set()


def test_every_code_of_a_remark_is_told() -> None:
    code = re.compile(r"\b[A-Z]{3}-[EW]\d\d\b")
    given = {
        found
        for path in (ROOT / "src").rglob("*.py")
        for found in code.findall(text_of(path))
    }
    told = {found for page in every_page() for found in code.findall(text_of(page))}
    assert given - told == set()
