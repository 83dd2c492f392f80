"""Scenarios in a browser: what would be different, planned side by side, followed."""

from __future__ import annotations

from tests.e2e.conftest import Sit

MINUTE = 60


def test_what_would_be_is_planned_beside_what_is_while_the_page_comes_and_goes(
    sit: Sit,
) -> None:
    desk = sit()
    page = desk.page
    page.goto(page.url.split("#")[0] + "#/scenarios")
    made = page.locator("form.card.new")
    made.get_by_label("Name").fill("ben-away")
    made.get_by_label("Who or what").select_option("ben")
    made.get_by_label("From").fill("2027-03-01")
    made.get_by_label("To").fill("2027-03-02")
    made.get_by_role("button", name="Add this").click()
    assert "not available" in made.locator(".what-ifs").inner_text()
    made.get_by_role("button", name="Keep the scenario").click()
    desk.until(page.locator("h3", has_text="ben-away").count, "the scenario is kept")
    page.get_by_label("Search for each").select_option("5")
    page.get_by_role("button", name="Plan side by side").click()
    stop = page.get_by_role("button", name="Stop, show what there is")
    desk.until(stop.count, "it can be stopped")
    page.reload()
    rows = page.locator(".plans tbody tr")
    desk.until(rows.count, "the plans", 3 * MINUTE)
    said = rows.all_inner_texts()
    assert len(said) == 2
    assert said[0].startswith("as it is")
    assert said[1].startswith("ben-away")
