"""What readers find in the browser: no way that would end in a refusal."""

from __future__ import annotations

import pytest

from daybreak.office.access import Role
from tests.e2e.conftest import Sit

HIDDEN = {"Deals", "Costs", "Scenarios", "Import"}


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("read", "You may look at this shoot, not change it"),
        ("comment", "You may comment on this shoot, not change it"),
    ],
)
def test_who_does_not_edit_finds_no_tab_that_refuses(
    sit: Sit, role: Role, told: str
) -> None:
    """D18: what a role may not see has no tab, and the board says why."""
    desk = sit("rob", role=role)
    desk.settled()
    desk.page.get_by_text(told).wait_for()
    tabs = set(desk.page.locator("nav.tabs a").all_inner_texts())
    assert not tabs & HIDDEN
    for view in ("days", "calendar", "cast", "facts", "call-sheet", "papers"):
        desk.page.evaluate(f"location.hash = '#/{view}'")
        desk.page.wait_for_selector(f"nav.tabs a[href='#/{view}'][aria-current=page]")
        desk.page.wait_for_load_state("networkidle")  # a refusal is a fault of the page


def test_who_edits_finds_every_tab(sit: Sit) -> None:
    """D18: the twin of the above: the tabs are there for those who may."""
    anna = sit("anna")
    anna.settled()
    assert set(anna.page.locator("nav.tabs a").all_inner_texts()) >= HIDDEN
