"""The board: dragged, cut and pasted, filtered, by mouse, keyboard and finger."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Sit
from tests.office.live.sessions import days_of
from tests.web.sites import Site

DAY_1, DAY_2, DAY_3 = "main/2027-03-01", "main/2027-03-02", "main/2027-03-18"


def test_a_drop_is_told_before_and_saved_after(sit: Sit, shoot: Site) -> None:
    desk = sit()
    desk.settled()
    desk.lift("s2")
    desk.over(desk.strip("s5"), 0.2)
    ghost = desk.page.locator(".ghost")
    desk.until(lambda: "cost" in ghost.inner_text(), "what the drop would cost")
    told = ghost.inner_text()
    assert "1 strip · 6/8 pgs" in told
    assert "hold days" in told
    assert desk.page.locator(".insertion").count() == 1
    desk.drop()
    assert desk.page.locator(".ghost, .insertion").count() == 0
    desk.settled()
    assert desk.days()[DAY_3] == ["s2", "s5"]
    assert days_of(shoot.shoot)[DAY_3] == ("s2", "s5")
    desk.press("Control+z")
    desk.until(lambda: desk.days()[DAY_1] == ["s1", "s4", "s2"], "undone")
    desk.settled()
    assert days_of(shoot.shoot)[DAY_1] == ("s1", "s4", "s2")
    desk.press("Control+Shift+z")
    desk.until(lambda: desk.days()[DAY_3] == ["s2", "s5"], "done again")


def test_escape_ends_a_drag_and_nothing_moves(sit: Sit, shoot: Site) -> None:
    desk = sit()
    before = shoot.shoot.head
    desk.lift("s2")
    desk.over(desk.strip("s5"))
    desk.press("Escape")
    desk.drop()
    assert desk.page.locator(".ghost, .insertion").count() == 0
    desk.page.wait_for_timeout(200)
    assert shoot.shoot.head == before


def test_several_strips_go_together_to_a_date_without_a_day(
    sit: Sit, shoot: Site
) -> None:
    desk = sit()
    desk.strip("s1").click()
    desk.strip("s4").click(modifiers=["Control"])
    desk.lift("s1")
    free = desk.page.locator("[data-free][data-list='main/2027-03-05']")
    free.scroll_into_view_if_needed()
    assert free.is_visible()
    desk.over(free, 0.5)
    assert "2 strips" in desk.page.locator(".ghost").inner_text()
    desk.drop()
    desk.settled()
    assert days_of(shoot.shoot)["main/2027-03-05"] == ("s1", "s4")
    assert not desk.page.locator("[data-free]").first.is_visible()


def test_the_keyboard_does_all_that_the_pointer_does(sit: Sit, shoot: Site) -> None:
    desk = sit()
    desk.settled()
    desk.press(*["F6"] * 5)  # head, views, tools, search, board
    desk.until(lambda: desk.focused() == "s1", "F6 comes to the board")
    desk.press("Alt+ArrowDown")
    desk.until(lambda: desk.days()[DAY_1] == ["s4", "s1", "s2"], "moved down")
    desk.settled()
    assert desk.focused() == "s1"
    desk.press("ArrowDown", "Alt+ArrowDown")
    desk.until(lambda: desk.days()[DAY_2] == ["s2", "s3a"], "over the day break")
    desk.settled()
    assert desk.focused() == "s2"
    desk.press("Alt+PageUp")
    desk.until(lambda: desk.days()[DAY_1] == ["s4", "s1", "s2"], "a day back")
    desk.settled()
    desk.press("Control+x", "ArrowDown", "Control+v")
    desk.until(lambda: desk.days()[DAY_2] == ["s3a", "s2"], "cut and pasted")
    desk.settled()
    desk.press("b")
    desk.until(lambda: "s2" in desk.days()["boneyard"], "in the boneyard")
    desk.settled()
    assert desk.focused() == "s2"
    desk.press("m")
    desk.page.get_by_role("combobox", name="Date").select_option("2027-03-09")
    desk.page.get_by_role("button", name="Move", exact=True).focus()
    desk.press("Enter")
    desk.until(lambda: desk.days().get("main/2027-03-09") == ["s2"], "moved to a day")
    desk.settled()
    assert days_of(shoot.shoot)["main/2027-03-09"] == ("s2",)


def test_keys_lock_split_break_days_and_set_banners(sit: Sit, shoot: Site) -> None:
    desk = sit()
    desk.strip("s4").click()
    desk.press("l")
    desk.until(lambda: desk.page.locator("[data-strip='s4'] .lock").count(), "locked")
    desk.settled()
    desk.press("Alt+ArrowDown")
    notice = desk.page.get_by_role("alert")
    desk.until(lambda: notice.count(), "a locked strip stays, and it is said")
    assert "locked" in notice.inner_text()
    desk.press("Escape", "l")
    desk.settled()
    desk.press("ArrowUp", "d")
    desk.until(lambda: desk.days()[DAY_1] == ["s1"], "the day ends behind the strip")
    desk.settled()
    desk.press("n")
    desk.page.get_by_label("Text").fill("Travel to the quay")
    desk.page.get_by_role("button", name="Save").click()
    desk.until(
        lambda: desk.page.locator(".banner", has_text="Travel to the quay").count()
    )
    desk.settled()
    desk.strip("s1").click()
    desk.press("s")
    desk.page.get_by_role("button", name="Split", exact=True).click()
    desk.until(lambda: len(desk.days()[DAY_1]) == 2, "two strips of one")
    desk.settled()
    assert len(shoot.shoot.production().scenes) == 7


def test_space_shift_and_control_a_select(sit: Sit) -> None:
    desk = sit()
    chosen = desk.page.locator("[aria-selected='true']")
    desk.strip("s1").click()
    desk.press("Shift+ArrowDown", "Shift+ArrowDown")
    assert chosen.count() == 3
    desk.press("Space")
    assert chosen.count() == 2
    desk.press("Escape")
    assert chosen.count() == 0
    desk.press("Control+a")
    assert chosen.count() == 3
    desk.press("?")
    assert desk.page.get_by_role("dialog").is_visible()
    desk.press("Escape")
    desk.press("/")
    assert desk.page.evaluate("document.activeElement.id") == "search"


def test_filters_find_strips_and_leave_the_others_out(sit: Sit) -> None:
    desk = sit()
    desk.page.get_by_label("Filter by").select_option('["person","kid"]')
    desk.until(lambda: desk.page.locator(".strip.dim").count() == 4, "two of six")
    assert "2 of 6" in desk.page.locator(".found").inner_text()
    desk.page.get_by_role("button", name="Only these").click()
    assert not desk.strip("s1").is_visible()
    assert desk.strip("s5").is_visible()
    desk.page.get_by_role("button", name="remove it").click()
    assert desk.strip("s1").is_visible()
    desk.page.get_by_label("Filter by").select_option('["unshot",""]')
    desk.until(lambda: desk.page.locator(".strip.dim").count() == 5, "the boneyard")
    desk.page.get_by_role("button", name="remove it").click()
    desk.page.get_by_role("searchbox").fill("letter")
    desk.press("Enter")
    desk.until(lambda: desk.focused() == "s1", "the next strip that was found")


def test_a_finger_drags_after_a_long_press(sit: Sit, shoot: Site) -> None:
    size = {"width": 1280, "height": 800}
    desk = sit(viewport=size, has_touch=True, is_mobile=False)
    desk.settled()
    touch = desk.context.new_cdp_session(desk.page)
    start = desk.strip("s4").bounding_box()
    end = desk.strip("s3a").bounding_box()
    assert start
    assert end
    x, y = start["x"] + 300, start["y"] + 10

    def send(kind: str, *points: tuple[float, float]) -> None:
        told = [{"x": one, "y": other} for one, other in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    send("touchStart", (x, y))
    desk.until(lambda: desk.page.locator(".ghost").count(), "lifted by a long press")
    target = desk.strip("s3a").bounding_box()
    assert target
    for step in range(1, 11):
        send("touchMove", (x, y + (target["y"] + target["height"] - 4 - y) * step / 10))
        desk.page.wait_for_timeout(20)
    send("touchEnd")
    desk.until(lambda: desk.days()[DAY_2] == ["s3a", "s4"], "dropped by the finger")
    desk.settled()
    assert days_of(shoot.shoot)[DAY_2] == ("s3a", "s4")


def test_a_new_board_gets_its_days_by_pages_and_is_compared_with_no_other(
    sit: Sit,
) -> None:
    desk = sit()
    desk.settled()
    page = desk.page
    page.evaluate("location.hash = '#/boards'")
    page.get_by_label("New board").fill("by-pages")
    page.locator("label", has_text="Days").locator("select").last.select_option("pages")
    page.locator("label", has_text="Pages a day").locator("input").fill("1")
    page.get_by_role("button", name="Make it").click()
    page.get_by_text("script, days full at 1 pg").wait_for()
    assert page.locator(".totals em").count() == 0


def test_a_conflict_leads_to_the_fact_behind_it(sit: Sit) -> None:
    desk = sit()
    desk.strip("s2").click()
    desk.press("m")
    desk.page.get_by_role("combobox", name="Date").select_option("2027-03-03")
    desk.page.get_by_role("button", name="Move", exact=True).click()
    desk.until(lambda: desk.page.locator(".bad").count(), "the cell of who is away")
    desk.page.locator(".bad").first.click()
    said = desk.page.locator(".violations")
    assert "Ivo Marsh" in said.inner_text() or "BEN" in said.inner_text()
    desk.page.get_by_role("link", name="The fact behind it").first.click()
    desk.until(lambda: "#/facts/person/ben" in desk.page.url, "the fact")


@pytest.mark.parametrize("width", [1280, 1640])
def test_nothing_lies_beside_the_page(sit: Sit, width: int) -> None:
    desk = sit(viewport={"width": width, "height": 900})
    wide = desk.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
