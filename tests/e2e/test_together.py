"""Several people at one board, and a server that goes away meanwhile."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from daybreak.store.files import open_document
from tests.e2e.conftest import Sit
from tests.e2e.people import Desk
from tests.e2e.serving import Served
from tests.office.live.sessions import days_of, document_with_board
from tests.web.sites import Site

DAY_1, DAY_2, DAY_3 = "main/2027-03-01", "main/2027-03-02", "main/2027-03-18"


def test_each_sees_what_the_other_does(sit: Sit, shoot: Site) -> None:
    """A6: edits of different strips both stay."""
    anna, ben = sit("anna"), sit("ben")
    anna.settled()
    ben.settled()
    anna.strip("s2").click()
    ben.until(lambda: ben.strip("s2").locator(".tab").count(), "who has it selected")
    assert ben.strip("s2").locator(".tab").inner_text() == "A"
    ben.strip("s5").click()
    anna.press("Alt+PageDown")
    ben.press("b")
    for one in (anna, ben):
        one.until(
            lambda one=one: (
                one.days()[DAY_2] == ["s2", "s3a"] and "s5" in one.days()["boneyard"]
            ),
            "both edits on both pages",
        )
        one.settled()
    assert days_of(shoot.shoot)[DAY_2] == ("s2", "s3a")
    anna.press("Control+z")
    ben.until(lambda: ben.days()[DAY_1] == ["s1", "s4", "s2"], "only Anna's is undone")
    assert "s5" in ben.days()["boneyard"]


@pytest.mark.parametrize(
    ("button", "day"), [("Keep theirs", DAY_2), ("Do mine again", DAY_3)]
)
def test_both_versions_are_shown_where_two_touch_the_same(
    sit: Sit, shoot: Site, button: str, day: str
) -> None:
    anna, ben = sit("anna"), sit("ben")
    anna.settled()
    ben.settled()
    ben.context.set_offline(True)
    ben.strip("s2").click()
    ben.press("Alt+PageDown", "Alt+PageDown")
    ben.until(lambda: "Not saved" in ben.light(), "an honest light")
    anna.strip("s2").click()
    anna.press("Alt+PageDown")
    anna.settled()
    ben.context.set_offline(False)
    dialog = ben.page.get_by_role("dialog", name="Both of you changed the same")
    ben.until(lambda: dialog.count(), "the dialog with both")
    said = dialog.inner_text()
    assert "anna did" in said
    assert "move scene 2 to" in said
    dialog.get_by_role("button", name=button).click()
    ben.until(lambda: ben.light() in ("Saved", "Not taken"), "answered")
    ben.until(lambda: days_of(shoot.shoot)[day].count("s2"), "as was chosen")
    told = {key: list(strips) for key, strips in days_of(shoot.shoot).items()}
    ben.until(lambda: ben.days() == told | {"boneyard": ["s6"]}, "shown as it stands")


def test_what_was_done_while_the_server_was_away_is_saved_once_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    """A13: the light says so within 2 s; nothing is lost, nothing done twice."""
    path = document_with_board(tmp_path)
    with Served(path) as served:
        desk = Desk(browser, served.origin)
        desk.open(served.address)
        desk.settled()
        served.stop()
        gone = time.monotonic()
        desk.until(lambda: "Not saved" in desk.light(), "it says so", 2)
        assert time.monotonic() - gone < 2.5
        desk.strip("s2").click()
        desk.press("Alt+PageDown")
        desk.strip("s5").click()
        desk.press("b")
        desk.until(lambda: "2 edits waiting" in desk.light(), "what waits is told")
        assert desk.days()[DAY_2] == ["s2", "s3a"]
        served.start()
        desk.until(lambda: "started anew" in desk.light(), "what to do is told", 15)
        other = desk.context.new_page()
        other.goto(served.address)
        desk.until(lambda: desk.light() == "Saved", "saved after all", 20)
        desk.settled()
        assert desk.days()[DAY_2] == ["s2", "s3a"]
        assert sorted(desk.days()["boneyard"]) == ["s5", "s6"]
        shown = desk.days()
        desk.close()
    with open_document(path, by="anna") as document:
        edits = [one for one in document.entries() if one.batch.startswith("op ")]
    assert len({one.batch for one in edits}) == 2
    assert shown[DAY_1] == ["s1", "s4"]
