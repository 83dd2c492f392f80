"""Somebody before a page: what they see, drag and type, and what the page did wrong."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request

SECONDS = 10.0
OTHER_NOISE = re.compile(
    r"status of [45]\d\d|ERR_(CONNECTION|INTERNET|EMPTY)|WebSocket connection"
)
"""What a browser notes of answers that a test asks for."""
ORDER = """() => Object.fromEntries(
  [...document.querySelectorAll("[data-list]:not([data-free])")].map((list) => [
    list.dataset.list,
    [...list.querySelectorAll("[data-strip]")].map((row) => row.dataset.strip),
  ]))"""


@dataclass(eq=False)
class Watch:
    """What a page did that no page should.

    Parameters
    ----------
    origin
        The only one that it may ask.
    """

    origin: str
    requests: int = 0
    strange: list[str] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def look_at(self, page: Page) -> None:
        """Begin to watch a page."""
        page.on("request", self._asked)
        page.on("console", self._noted)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._shown)

    def _asked(self, request: Request) -> None:
        self.requests += 1
        if not request.url.startswith((self.origin, "blob:", "data:")):
            self.strange.append(request.url)

    def _noted(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.blocked.append(message.text)
        elif message.type == "error" and not OTHER_NOISE.search(message.text):
            self.errors.append(message.text)

    def _shown(self, dialog: Any) -> None:
        if dialog.type != "beforeunload":
            self.dialogs.append(dialog.message)
        dialog.accept()

    def refuse_faults(self) -> None:
        """Fail where there was any."""
        assert self.requests > 10, "the page hardly asked for anything: was it open?"
        assert not self.strange, f"asked another origin: {self.strange}"
        assert not self.blocked, f"stopped by the policy: {self.blocked}"
        assert not self.dialogs, f"showed a dialog: {self.dialogs}"
        assert not self.errors, f"made errors: {self.errors}"


class Desk:
    """A page and who sits before it."""

    def __init__(self, browser: Browser, origin: str, **context: Any) -> None:
        context.setdefault("viewport", {"width": 1640, "height": 1000})
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.watch = Watch(origin)
        self.watch.look_at(self.page)
        self.origin = origin

    def open(self, address: str) -> None:
        """Open the page and wait for the board."""
        self.page.goto(address)
        self.page.wait_for_selector("[data-break], .boneyard", timeout=20_000)

    def close(self) -> None:
        """Leave the page."""
        self.context.close()

    # --- looking ------------------------------------------------------------------

    def days(self) -> dict[str, list[str]]:
        """Give the strips as the page shows them, by day, and in the boneyard."""
        found: dict[str, list[str]] = self.page.evaluate(ORDER)
        return {key: strips for key, strips in found.items() if strips}

    def strip(self, scene: str) -> Locator:
        """Give a strip."""
        return self.page.locator(f"[data-strip='{scene}']")

    def focused(self) -> str | None:
        """Give the strip that has the focus."""
        found: str | None = self.page.evaluate(
            "document.activeElement?.dataset.strip ?? null"
        )
        return found

    def light(self) -> str:
        """Give what the page says of saving."""
        return self.page.locator(".light").inner_text()

    def until(
        self, what: Callable[[], Any], why: str = "", seconds: float = SECONDS
    ) -> Any:
        """Wait until something is so, and give it."""
        end = time.monotonic() + seconds
        while True:
            found = what()
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"it did not come to this in {seconds:g} s: {why}")
            self.page.wait_for_timeout(20)

    def settled(self) -> None:
        """Wait until all is saved and counted."""
        self.until(
            lambda: (
                self.light() == "Saved"
                and self.page.locator(".totals:not(.waiting)").count()
            ),
            "saved and counted",
        )

    # --- doing --------------------------------------------------------------------

    def lift(self, strip: str) -> tuple[float, float]:
        """Press on a strip and begin to drag it; give where the pointer is."""
        self.strip(strip).scroll_into_view_if_needed()
        box = self.strip(strip).bounding_box()
        assert box is not None
        x, y = box["x"] + 260, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + 6, y + 3, steps=3)
        self.page.wait_for_timeout(60)
        return x + 6, y + 3

    def over(self, target: Locator, part: float = 0.9) -> None:
        """Go over something, as far down as a part of its height."""
        box = target.bounding_box()
        assert box is not None
        x = box["x"] + min(300, box["width"] / 2)
        self.page.mouse.move(x, box["y"] + box["height"] * part, steps=6)
        self.page.wait_for_timeout(60)

    def drop(self) -> None:
        """Let go."""
        self.page.mouse.up()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(30)
