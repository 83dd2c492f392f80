"""A browser for all tests, and pages that notice what no page should do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.people import Desk
from tests.web.sites import Site, site

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium without a window."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium is installed here: apt-get install chromium")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield made
        made.close()


@pytest.fixture
def shoot(tmp_path: Path) -> Iterator[Site]:
    """Give the harbor's document with its board, served."""
    with site(tmp_path) as made:
        yield made


Sit = Callable[..., Desk]


@pytest.fixture
def sit(browser: Browser, shoot: Site) -> Iterator[Sit]:
    """Give ``sit(person="anna", **context)``: somebody opens the page.

    At the end no page may have asked another origin for anything, have been stopped by
    its policy, have shown a dialog of the browser or have made an error (D7, D17).
    """
    desks: list[Desk] = []

    def at(person: str = "anna", role: str = "edit", **context: object) -> Desk:
        code = shoot.doors.new_code(person, role)  # type: ignore[arg-type]
        desk = Desk(browser, shoot.origin, **context)
        desks.append(desk)
        desk.open(f"{shoot.origin}/enter?code={code}")
        return desk

    yield at
    for desk in desks:
        desk.close()
    for desk in desks:
        desk.watch.refuse_faults()
