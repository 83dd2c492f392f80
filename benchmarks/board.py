"""How fast the board is in a browser: opened, dragged, dropped.

Run ``python benchmarks/board.py [STRIPS ...]``: it prints a Markdown table and ends
with 1 where a limit was passed. It needs Chromium and Playwright. Each board has 25
people, six strips a day; Chromium runs without a window and without a graphics card,
which is the slowest way to draw.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

from daybreak.office.boards import save
from daybreak.office.documents import load

Json = dict[str, Any]
SIZES = (400, 1000)
PEOPLE = 25
STRIPS_A_DAY = 6
START = date(2027, 3, 1)
MADE = datetime(2027, 1, 4, 9, tzinfo=UTC)
FRAME = 1000 / 60
DROPS = 12
OPENINGS = 3
STEPS = 60
PACE = 16
"""Milliseconds between the moves of the pointer."""


class Limits(NamedTuple):
    """Milliseconds: the first board, a frame of a drag, a drop to its new cost."""

    opened: float = float("inf")
    frame: float = 17.0
    painted: float = float("inf")


LIMITS = {400: Limits(opened=1500, painted=100), 1000: Limits()}

ADDRESS = re.compile(r"http://[^\s\"]+/enter[^\s\"]+")
WATCH = """() => {
  window.frames_ = []; let last = performance.now(); window.watch_ = true;
  const tick = (now) => {
    window.frames_.push(now - last); last = now;
    if (window.watch_) requestAnimationFrame(tick);
  };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(tick); });
}"""
DROPPED = """() => {
  window.painted_ = null;
  window.addEventListener("pointerup", () => {
    const start = performance.now();
    const cost = document.querySelector(".totals").textContent;
    const look = () => {
      const totals = document.querySelector(".totals");
      if (totals.classList.contains("waiting") || totals.textContent === cost)
        requestAnimationFrame(look);
      else window.painted_ = performance.now() - start;
    };
    requestAnimationFrame(look);
  }, { once: true, capture: true });
}"""
OPENED = """() => performance.getEntriesByName("board-shown")[0]?.startTime ?? null"""
SHOWN = """
new MutationObserver((_, all) => {
  if (!document.querySelector(".day-break[data-break]")) return;
  all.disconnect();
  const shown = () => performance.mark("board-shown");
  requestAnimationFrame(() => requestAnimationFrame(shown));
}).observe(document, { childList: true, subtree: true });
"""


def main() -> int:
    sizes = [int(one) for one in sys.argv[1:]] or SIZES
    found = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found[size] = measured(document(size, Path(folder)))
    return 0 if report(found) else 1


def measured(path: Path) -> Json:
    """Give the milliseconds of a board: openings, frames of drags, drops."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        found: Json = {"opened": [], "frames": [], "painted": []}
        for number in range(OPENINGS):
            with served(path) as address:
                page = browser.new_page(viewport={"width": 1640, "height": 1000})
                page.add_init_script(SHOWN)
                page.goto(address)
                waited(page, OPENED)
                found["opened"].append(page.evaluate(OPENED))
                if number == OPENINGS - 1:
                    for drop in range(DROPS):
                        drag(page, drop, found)
                    found["nodes"] = page.evaluate(
                        "document.querySelectorAll('*').length"
                    )
                page.close()
        browser.close()
    return found


def waited(page: Page, script: str) -> None:
    """Wait until a script gives something; the page's policy forbids its own way."""
    for _ in range(400):
        if page.evaluate(script) is not None:
            return
        page.wait_for_timeout(25)
    raise TimeoutError(script)


def drag(page: Page, number: int, found: Json) -> None:
    """Drag a strip over some days and drop it; note frames, and when its cost shows."""
    row = page.locator(".strip").nth(number % 4)
    box = row.bounding_box()
    assert box is not None
    x, y = box["x"] + 320, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 8, y + 8)
    page.wait_for_timeout(150)
    page.evaluate(WATCH)
    for step in range(1, STEPS + 1):
        page.mouse.move(x + 8, y + 8 + step * (9 + number % 4))
        page.wait_for_timeout(PACE)
    found["frames"] += page.evaluate("(window.watch_ = false, window.frames_)")[2:]
    page.wait_for_timeout(300)
    page.evaluate(DROPPED)
    page.mouse.up()
    waited(page, "window.painted_")
    found["painted"].append(page.evaluate("window.painted_"))
    page.wait_for_timeout(200)
    page.evaluate("document.querySelector('.scroller').scrollTop = 0")


def report(found: dict[int, Json]) -> bool:
    """Print the table; tell whether every limit was kept."""
    print(
        "| strips | elements | first board | frame, p95 | worst "
        "| drop to cost, median | worst |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    kept = True
    for size, one in found.items():
        frames = sorted(one["frames"])
        p95 = frames[int(len(frames) * 0.95)]
        opened, painted = min(one["opened"]), statistics.median(one["painted"])
        print(
            f"| {size:,} | {one['nodes']:,} | {opened / 1000:.2f} s | {p95:.1f} ms | "
            f"{frames[-1]:.0f} ms | {painted:.0f} ms | {max(one['painted']):.0f} ms |"
        )
        limits = LIMITS.get(size, Limits())
        kept &= opened <= limits.opened and p95 <= limits.frame
        kept &= painted <= limits.painted
    load_now = os.getloadavg()[0]
    print(
        f"\n{os.cpu_count()} cores {platform.machine()}, Python "
        f"{platform.python_version()}, load {load_now:.1f}; "
        f"{len(frames)} frames a board"
    )
    return kept


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Serve a document; give the address that opens the page."""
    command = Path(sys.executable).parent / "daybreak"
    words = [str(command), "serve", str(path), "--no-browser", "--json"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield next(
                one[0] for line in process.stdout if (one := ADDRESS.search(line))
            )
        finally:
            process.terminate()


# --- a shoot of so many strips, and its board ---------------------------------------


def document(strips: int, folder: Path) -> Path:
    """Make a document with a board of so many strips."""
    production, schedule = made(strips)
    (folder / "p.json").write_text(json.dumps(production))
    (folder / "s.json").write_text(json.dumps(schedule))
    path = folder / "big.daybreak"
    load(folder / "p.json", path, by="bench", at=MADE)
    save(path, "first", folder / "s.json", by="bench", at=MADE)
    return path


def made(strips: int) -> tuple[Json, Json]:
    """Give a production of so many scenes, and a board that breaks no rule."""
    weekdays = [START + timedelta(one) for one in range(2000)]
    weekdays = [one for one in weekdays if one.weekday() < 5]
    days: list[Json] = []
    scenes: list[Json] = []
    for first in range(0, strips, STRIPS_A_DAY):
        at = first // STRIPS_A_DAY
        block = [
            _scene(one, at) for one in range(first, min(first + STRIPS_A_DAY, strips))
        ]
        scenes += block
        ids = [one["id"] for one in block]
        day = weekdays[at].isoformat()
        days.append({"unit": "main", "date": day, "shift": "day", "strips": ids})
    production = {
        "title": f"Board of {strips} strips",
        "currency": "USD",
        "pictures": [{"id": "one", "title": "One"}],
        "bases": [
            {
                "id": "b",
                "name": "Town",
                "lat": 52.2,
                "lon": 21.0,
                "timezone": "Europe/Warsaw",
            }
        ],
        "units": [
            {
                "id": "main",
                "name": "Main unit",
                "start": START.isoformat(),
                "end": (START + timedelta(2000)).isoformat(),
                "workweek": ["mon", "tue", "wed", "thu", "fri"],
                "day_cost": 80000,
                "idle_day_cost": 20000,
                "day_minutes": 660,
            }
        ],
        "locations": [
            {
                "id": f"l{one}",
                "name": f"Location {one + 1}",
                "base": "b",
                "day_fee": 900,
            }
            for one in range(12)
        ],
        "people": [
            {
                "id": f"p{one}",
                "name": f"Performer {one + 1}",
                "number": one + 1,
                "characters": [f"CHARACTER {one + 1}"],
                "deals": [{"kind": "daily", "rate": 900 + 50 * one}],
            }
            for one in range(PEOPLE)
        ],
        "scenes": scenes,
    }
    form = {"format": "daybreak/schedule", "version": 1}
    return production, {"days": days, "boneyard": []} | form


def _scene(number: int, day: int) -> Json:
    cast = sorted({(day * 3 + one * one + number % 3) % PEOPLE for one in range(5)})
    return {
        "id": f"s{number}",
        "picture": "one",
        "number": str(number + 1),
        "heading": f"INT. SET {number % 90} - DAY",
        "place": "int" if number % 3 else "ext",
        "time": "day",
        "location": f"l{day % 12}",
        "set": f"SET {number % 90} WITH A ROOM",
        "eighths": (5, 7, 4, 8, 6, 3)[number % 6],
        "cast": [f"p{one}" for one in cast],
        "synopsis": f"What happens in scene {number + 1} is told in ten words.",
        "script_day": f"D{number // 12 + 1}",
    }


if __name__ == "__main__":
    raise SystemExit(main())
