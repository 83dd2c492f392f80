"""Comments in the browser: one person says something, another sees and settles it."""

from __future__ import annotations

from tests.e2e.conftest import Sit
from tests.web.sites import Site


def test_what_one_says_another_sees_on_the_strip_and_settles(
    sit: Sit, shoot: Site
) -> None:
    """D18: whoever comments changes nothing of the plan."""
    anna, ben = sit("anna"), sit("ben", role="comment")
    ben.settled()
    standing = anna.days()
    ben.page.evaluate("location.hash = '#/scene/s1'")
    ben.page.get_by_label("Comment", exact=True).fill("Is the pier free?")
    ben.page.get_by_role("button", name="Comment", exact=True).click()
    ben.page.get_by_text("Is the pier free?").wait_for()
    mark = anna.strip("s1").locator(".commented-mark")
    mark.wait_for()
    mark.click()
    anna.page.get_by_text("ben, ").wait_for()
    anna.page.get_by_role("button", name="Settle").click()
    ben.page.get_by_text("settled by anna").wait_for()
    anna.page.evaluate("location.hash = '#/board/first'")
    anna.until(lambda: not anna.strip("s1").locator(".commented-mark").count(), "gone")
    assert anna.days() == standing
    assert [one.path.split("/")[0] for one in shoot.shoot.entries()[-2:]] == [
        "comment",
        "comment",
    ]


def test_readers_are_led_to_no_comments(sit: Sit) -> None:
    """D18: no link, and a page that says why."""
    rob = sit("rob", role="read")
    rob.settled()
    assert rob.page.locator(".comments-link").count() == 0
    rob.page.evaluate("location.hash = '#/comments'")
    rob.page.get_by_text("Comments are for those who may comment or edit").wait_for()
