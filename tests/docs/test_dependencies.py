"""What Daybreak stands on is told whole: reasons, licenses, pinned versions."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from tests.docs.pages import DOCS, rows_of, text_of
from tests.reference import ROOT

PROJECT = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
PINNED = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+")
CONSTRAINTS = text_of(ROOT / "constraints.txt").splitlines()


def same(name: str) -> str:
    """Give a package's name as all tools compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def named(requirement: str) -> str:
    """Give the name that a requirement begins with."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return same(found.group())


RUN = sorted(named(one) for one in PROJECT["dependencies"])
TEST = sorted(named(one) for one in PROJECT["optional-dependencies"]["test"])
PINS = {named(one) for one in CONSTRAINTS if not one.startswith("#")}


def told(heading: str) -> dict[str, tuple[str, ...]]:
    """Give the rows of a section of the page, by package."""
    section = text_of(DOCS / "dependencies.md").split(f"## {heading}\n")[1]
    rows = rows_of(section.split("\n## ")[0])
    return {row[0].strip("`"): row for row in rows if row[0].startswith("`")}


def license_of(name: str) -> str | None:
    """Give the license that an installed package names, None where not installed."""
    try:
        metadata = distribution(name).metadata
    except PackageNotFoundError:
        return None
    named = [key for key in ("License-Expression", "License") if key in metadata]
    return metadata[named[0]].strip() if named else ""


def test_the_page_lists_what_is_needed_to_run_and_to_test() -> None:
    assert sorted(told("To run")) == RUN
    assert sorted(told("To test")) == TEST


@pytest.mark.parametrize("name", RUN + TEST)
def test_licenses_are_those_the_packages_name(name: str) -> None:
    row = {**told("To run"), **told("To test")}[name]
    assert license_of(name) in (row[1], None)


def test_every_package_has_a_reason() -> None:
    rows = {**told("To run"), **told("To test")}
    assert [name for name, row in rows.items() if len(row[-1]) < 10] == []


def test_constraints_are_names_and_versions_alone() -> None:
    odd = [one for one in CONSTRAINTS[1:] if not PINNED.fullmatch(one)]
    assert odd == []
    assert CONSTRAINTS[0].startswith("# ")


def test_constraints_pin_all_that_is_installed_for_run_and_test() -> None:
    wanted = set(RUN + TEST)
    seen: set[str] = set()
    while wanted - seen:
        name = (wanted - seen).pop()
        seen.add(name)
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        wanted |= {named(need) for need in needs if "extra ==" not in need}
    installed = {name for name in wanted if license_of(name) is not None}
    assert installed - PINS == set()
