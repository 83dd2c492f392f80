"""The whole way: a new production, import, optimize, drag, replan, freeze, download."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser

from daybreak.office.documents import new
from tests.e2e.people import Desk
from tests.web.sites import site

BEGUN = datetime(2027, 1, 4, 9, tzinfo=UTC)
MINUTE = 60.0


def test_the_whole_way(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "mine.daybreak"
    new(path, by="anna", at=BEGUN, title="Ten Minutes Dark", currency="USD")
    script = tmp_path / "ten-minutes-dark.fountain"
    example = files("daybreak.examples") / "ten-minutes-dark.fountain"
    script.write_bytes(example.read_bytes())
    with site(tmp_path, path=path) as shoot:
        desk = Desk(browser, shoot.origin, accept_downloads=True)
        code = shoot.doors.new_code("anna", "edit")
        desk.page.goto(f"{shoot.origin}/enter?code={code}")
        _import(desk, script)
        _optimize(desk)
        _drag_and_undo(desk)
        _replan(desk)
        _freeze(desk)
        paper = _download(desk)
        desk.close()
    assert paper.startswith(b"%PDF")
    desk.watch.refuse_faults()


def _button(desk: Desk, name: str) -> None:
    desk.page.get_by_role("button", name=name, exact=True).click()


def _import(desk: Desk, script: Path) -> None:
    desk.page.get_by_role("link", name="Import", exact=True).click()
    desk.page.locator("input[type=file]").set_input_files(str(script))
    taken = desk.page.get_by_role("button", name="Take it in")
    desk.until(taken.count, "a preview of the script", 3 * MINUTE)
    assert "30 scenes" in desk.page.locator(".import-found").inner_text()
    taken.click()
    desk.until(lambda: desk.page.locator(".strip").count() == 30, "strips", MINUTE)
    assert list(desk.days()) == ["boneyard"]


def _optimize(desk: Desk) -> None:
    _button(desk, "Optimize …")
    _button(desk, "Optimize")
    figures = desk.page.get_by_role("dialog").locator(".figures")
    desk.until(figures.count, "a first plan", 3 * MINUTE)
    stop = desk.page.get_by_role("button", name="Stop, use the best so far")
    desk.page.wait_for_timeout(1500)
    if stop.count():
        stop.click()
    take = desk.page.get_by_role("button", name="Take it", exact=True)
    desk.until(take.count, "a proposal", MINUTE)
    take.click()
    desk.until(lambda: len(desk.days()) > 3, "days", MINUTE)
    desk.settled()
    desk.page.wait_for_timeout(100)


def _drag_and_undo(desk: Desk) -> None:
    if desk.page.get_by_role("dialog").count():
        desk.press("Escape")
    before = desk.days()
    days = [key for key in before if key != "boneyard"]
    strip, target = before[days[0]][0], before[days[1]][0]
    desk.lift(strip)
    desk.over(desk.strip(target), 0.2)
    desk.drop()
    desk.until(lambda: strip in desk.days()[days[1]], "dropped")
    desk.settled()
    desk.press("Control+z")
    desk.until(lambda: desk.days() == before, "undone")
    desk.settled()


def _replan(desk: Desk) -> None:
    _button(desk, "Something happened …")
    desk.page.get_by_role("button", name="Somebody is away").click()
    dialog = desk.page.get_by_role("dialog")
    dates = [key.partition("/")[2] for key in desk.days() if key != "boneyard"]
    dialog.locator("form.details select").first.select_option(index=1)
    dialog.get_by_label("From", exact=True).fill(dates[-2])
    dialog.get_by_label("To", exact=True).fill(dates[-1])
    dialog.get_by_label("From this date on").fill(dates[1])
    dialog.get_by_role("button", name="Find ways to go on").click()
    take = dialog.get_by_role("button", name="Take it", exact=True)
    stop = dialog.get_by_role("button", name="Stop, use the best so far")

    def there() -> bool:
        if stop.count() and dialog.locator(".figures").count():
            stop.click()
        return take.count() > 0 and take.is_enabled()

    desk.until(there, "ways to go on", 3 * MINUTE)
    assert dialog.locator(".ways-table tbody tr").count() >= 1
    take.click()
    desk.until(lambda: not dialog.count(), "taken", MINUTE)
    desk.settled()


def _freeze(desk: Desk) -> None:
    _button(desk, "Freeze …")
    dialog = desk.page.get_by_role("dialog")
    desk.until(lambda: "White" in dialog.inner_text(), "the next color")
    dialog.get_by_role("button", name="Freeze", exact=True).click()
    anyway = dialog.get_by_role("button", name="Freeze it anyway")
    desk.until(lambda: not dialog.count() or anyway.count(), "frozen or asked", MINUTE)
    if anyway.count():
        anyway.click()
    desk.until(lambda: not dialog.count(), "frozen", MINUTE)


def _download(desk: Desk) -> bytes:
    desk.page.get_by_role("link", name="Its one-liner").click()
    with desk.page.expect_download(timeout=60_000) as told:
        desk.page.locator(".downloads a", has_text="PDF").click()
    assert "white - one-liner" in told.value.suggested_filename
    return Path(told.value.path()).read_bytes()
