"""The pages about the two documents: their tables and examples hold."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from daybreak.checking import check, count_costs
from daybreak.model.files import (
    production_from_json,
    production_hash,
    schedule_from_json,
)
from daybreak.model.kinds import plan_of
from tests.conftest import Compare
from tests.model.document_tables import PARTS, with_tables
from tests.model.documents import a_shoot, faults_of
from tests.reference import ROOT

PAGES = ("docs/production-document.md", "docs/schedule-document.md")


def page(name: str) -> str:
    return Path(ROOT, name).read_text(encoding="utf-8")


def example(name: str) -> str:
    found = re.findall(r"```json\n(.*?)```", page(name), re.DOTALL)
    assert len(found) == 1
    return str(found[0])


@pytest.mark.parametrize("name", PAGES)
def test_the_tables_are_those_of_the_model(name: str, renewed: Compare) -> None:
    renewed(name, with_tables(page(name)))


def test_every_field_of_every_part_stands_in_a_table() -> None:
    both = page(PAGES[0]) + page(PAGES[1])
    for name, cls in PARTS.items():
        if name == "Shift":
            continue  # written as a pair of times
        _, found, rest = both.partition(f"<!-- fields of {name} -->")
        assert found, name
        table = rest.partition("<!-- end -->")[0]
        rows = [f"| `{plan.key}` |" for plan in plan_of(cls)]
        assert re.findall(r"^\| `\w+` \|", table, re.MULTILINE) == rows


@pytest.mark.twin
def test_a_table_without_a_field_is_caught() -> None:
    text = page(PAGES[0])
    other = re.sub(r"\| `time_locked` .*\n", "", text)
    assert other != text
    assert with_tables(other) == text


def test_the_examples_are_read_and_fit_together() -> None:
    production = production_from_json(example(PAGES[0]))
    schedule = schedule_from_json(example(PAGES[1]))
    assert schedule.production == production_hash(production)
    assert check(production, schedule) == ()
    assert schedule.cost == dict(count_costs(production, schedule).lines)


def test_the_fault_shown_is_the_one_told() -> None:
    document = a_shoot()
    person = document["people"][0]
    document["people"] += [{**person, "id": one} for one in ("cat", "dan")]
    document["people"][3]["deals"] = [{"kind": "daily", "rate": -50}]
    (line,) = faults_of(json.dumps(document))
    assert f"```text\n{line}\n```" in page(PAGES[0])
