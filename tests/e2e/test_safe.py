"""Texts that want to be programs stay texts; nothing reaches another origin; axe."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.e2e.conftest import Sit
from tests.e2e.people import Desk
from tests.office.live.sessions import BOARD, send
from tests.reference import ROOT
from tests.web.sites import Site

PAYLOADS = [
    "<script>window.__x=1</script>",
    '"><img src=x onerror=window.__x=1>',
    "<svg/onload=window.__x=1>",
    "javascript:window.__x=1",
    "{{7*7}} ${7*7} <%=7*7%>",
    "' onmouseover=window.__x=1 x='",
    "</textarea><script>window.__x=1</script>",
    "</title><script>window.__x=1</script>",
    '<iframe srcdoc="<script>parent.__x=1</script>">',
    "<math><mtext><img src=x onerror=window.__x=1>",
    '<a href="jav&#x09;ascript:window.__x=1">go</a>',
    "data:text/html,<script>window.__x=1</script>",
    "` onload=window.__x=1 `",
    "<!--><img src=x onerror=window.__x=1>-->",
    "]]><script>window.__x=1</script>",
    "line\u2028separator\u2029here",
    "__proto__",
    "<style>@import '//evil.example/x.css'</style>",
    "<base href=//evil.example/>",
    "<form action=//evil.example/><button>go</button></form>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "\u202etxt.exe",
    "a" * 100_000,
    "caf\u00e9 \ufffd \ufffe",
]
"""RELIABILITY X1 to X24."""
SHORT = [PAYLOADS[one] for one in (0, 1, 2, 8, 17, 20)]
CHOSEN = PAYLOADS if os.environ.get("DAYBREAK_NIGHTLY") else [" ".join(SHORT)]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def views(desk: Desk) -> list[str]:
    """Give the names of all views that have a tab."""
    hrefs = desk.page.locator("nav.tabs a").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    assert len(hrefs) >= 10
    return [str(one).removeprefix("#/") for one in hrefs]


def go(desk: Desk, view: str) -> None:
    """Open a view and wait until it is there."""
    desk.page.evaluate("(view) => { location.hash = `#/${view}`; }", view)
    desk.page.wait_for_timeout(350)


@pytest.mark.parametrize("payload", CHOSEN, ids=lambda one: one[:18])
def test_a_text_stays_a_text_in_every_view(sit: Sit, shoot: Site, payload: str) -> None:
    """D7, D8, D17: in every field that takes text, on every view."""
    text = payload[:1800]
    entered = 0
    for path in (
        "title",
        "picture/harbor/title",
        "unit/main/name",
        "base/port/name",
        "location/house/name",
        "person/nora/name",
        "scene/s1/heading",
        "scene/s1/set",
        "scene/s1/synopsis",
        "scene/s1/notes",
        "scene/s1/script_day",
    ):
        send(shoot.shoot, "set", path=path, value=text, note=text)
        entered += 1
    send(
        shoot.shoot,
        "set",
        path="person/nora/unavailable/2027-03-22",
        value={"from": "2027-03-22", "to": "2027-03-23", "reason": text},
    )
    banner = {"unit": "main", "date": "2027-03-01", "kind": "note"}
    banner["text"] = text[:500]  # more is no banner
    send(shoot.shoot, "banner", board=BOARD, key="b1", value=banner)
    said = {"id": "payload-comment", "about": "scene/s1", "text": text}
    assert shoot.page().post("/api/comments", said).status == 200
    assert entered == 11
    desk = sit()
    seen = desk.page.locator("[data-strip='s1'] .set").text_content() or ""
    assert seen.strip().startswith(text.strip()[:200])
    for view in [*views(desk), "comments", "scene/s1"]:
        go(desk, view)
        assert desk.page.evaluate("window.__x ?? null") is None
    go(desk, f"board/{BOARD}")
    desk.strip("s1").hover()
    desk.page.get_by_role("searchbox").fill(text[:60])
    desk.page.get_by_role("searchbox").fill("")
    desk.strip("s2").click()
    desk.press("m")
    desk.page.get_by_role("combobox", name="Date").select_option("2027-03-22")
    desk.page.get_by_role("button", name="Move", exact=True).click()
    desk.settled()
    assert desk.page.evaluate("window.__x ?? null") is None
    assert desk.page.evaluate("({}).polluted ?? null") is None


@pytest.mark.twin
def test_a_page_that_made_elements_of_texts_would_be_caught(sit: Sit) -> None:
    """D8: one ``innerHTML`` and the watch has something to say."""
    desk = sit()
    desk.page.evaluate(
        "(text) => { document.querySelector('h1').innerHTML = text; }", PAYLOADS[1]
    )
    desk.until(lambda: desk.watch.blocked, "the policy stops its handler")
    with pytest.raises(AssertionError, match="policy"):
        desk.watch.refuse_faults()
    desk.watch.blocked.clear()
    desk.watch.errors.clear()


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core here: npm ci in web/")
@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1640), ("dark", 1280)], ids=["light", "dark"]
)
def test_every_view_can_be_used_by_everybody(
    sit: Sit, shoot: Site, scheme: str, width: int
) -> None:
    """WCAG 2.2 A and AA by axe: no violation on any view, nor in the dialogs."""
    desk = sit(viewport={"width": width, "height": 900}, color_scheme=scheme)
    desk.settled()
    script = AXE.read_text(encoding="utf-8")
    found: list[str] = []
    seen = 0
    for view in [f"board/{BOARD}", *views(desk)[1:], "facts/person/ben", "scene/s1"]:
        go(desk, view)
        found += [f"{view}: {one}" for one in _axe(desk, script)]
        seen += 1
    go(desk, f"board/{BOARD}")
    desk.strip("s1").click()
    for key in ("?", "m", "s", "n", "Shift+Enter"):
        desk.press(key)
        desk.page.wait_for_timeout(100)
        found += [f"dialog of {key}: {one}" for one in _axe(desk, script)]
        desk.press("Escape")
        desk.page.wait_for_timeout(50)
        desk.strip("s1").click()
    assert seen >= 12
    assert not found, "\n".join(found)


def _axe(desk: Desk, script: str) -> list[str]:
    desk.page.evaluate(script + "; null")
    result = desk.page.evaluate(
        "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags },"
        " resultTypes: ['violations'] })",
        TAGS,
    )
    return [
        f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:160]}"
        f" {one['nodes'][0].get('failureSummary', '')[:200]}"
        for one in result["violations"]
    ]


def test_nothing_of_a_session_stands_in_the_page(sit: Sit) -> None:
    """D3: the launch code is gone from the address and the history."""
    desk = sit()
    assert "code=" not in desk.page.url
    assert "code=" not in desk.page.content()
    assert desk.page.evaluate("document.cookie") == ""


def test_the_page_prints_its_rows(sit: Sit, tmp_path: Path) -> None:
    desk = sit()
    desk.page.emulate_media(media="print")
    assert not desk.page.locator(".toolbar").first.is_visible()
    assert desk.strip("s6").is_visible()
    made = desk.page.pdf(path=str(tmp_path / "board.pdf"), landscape=True)
    assert made.startswith(b"%PDF")
