"""The wire: who may open it, what it takes, whom it cuts, what it tells."""

from __future__ import annotations

import json
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from daybreak.web.guard import Guard
from daybreak.web.hub import WAITING_MOST, Hub, Listener
from tests.office.live.sessions import BOARD
from tests.web.sites import Site, site
from tests.web.wires import code_of_end, heard, wire, wire_refusal

MESSAGES = 10_000


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", None]
)
def test_no_page_of_another_site_opens_the_wire(
    served: Site, origin: str | None
) -> None:
    """D6: 403 at the handshake, also for a program that names no origin."""
    assert wire_refusal(served, served.page(), origin=origin) == 403


def test_nobody_without_a_session_opens_the_wire(served: Site) -> None:
    """D6: 403 at the handshake for strangers; 101 for somebody who is in."""
    assert wire_refusal(served, served.stranger()) == 403
    assert wire_refusal(served, served.page()) == 101


@pytest.mark.twin
def test_a_wire_for_any_origin_is_noticed(
    served: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D6's twin: without the look at origins an evil page gets its wire."""
    monkeypatch.setattr(Guard, "_is_cross_site", lambda *_, **__: False)
    assert wire_refusal(served, served.page(), origin="http://evil.example") == 101


def test_a_message_past_the_limit_ends_the_wire(served: Site) -> None:
    """D6: 1 MB at most; the wire closes with 1009."""
    with wire(served, served.page()) as line:
        line.send("x" * (2**20 + 1))
        assert code_of_end(line) == 1009


def test_whoever_floods_the_wire_is_cut_and_others_are_served(served: Site) -> None:
    """D6: ten thousand messages in a row end with 1008; a page beside is answered."""
    page, seen = served.page(), json.dumps({"type": "seen", "board": BOARD})
    sent = 0
    with wire(served, page) as line:
        with suppress(ConnectionClosed):
            for _ in range(MESSAGES):
                line.send(seen)
                sent += 1
        assert code_of_end(line) == 1008
    assert sent >= 50
    assert page.get("/api/shoot").status == 200


def test_nonsense_on_the_wire_is_passed_over(served: Site) -> None:
    """D6: what is no message of ours changes nothing and ends nothing."""
    page = served.page()
    with wire(served, page) as line:
        for text in ("", "{", "[]", "7", '{"type": "other"}', '{"type": "seen"}'):
            line.send(text)
        line.send(json.dumps({"type": "seen", "board": BOARD, "view": ["x"] * 9}))
        while heard(line, "present")["people"][0].get("board") != BOARD:
            pass
        page.edit("lock", strips=["s2"], locked=True)
        assert heard(line, "edits")["boards"] == {BOARD: {"locked-strip/s2": True}}


def test_everybody_hears_an_edit_and_what_it_comes_to(served: Site) -> None:
    """F3: an edit reaches every open page, and after it what it means."""
    anna, ben = served.page(person="anna"), served.page(person="ben")
    with ExitStack() as stack:
        lines = [stack.enter_context(wire(served, one)) for one in (anna, ben)]
        for line in lines:
            line.send(json.dumps({"type": "seen", "board": BOARD}))
        anna.get(f"/api/boards/{BOARD}")
        done = anna.edit("move", strips=["s4"], unit="main", date="2027-03-05")
        assert done.status == 200
        for line in lines:
            edits = heard(line, "edits")
            assert edits["head"] == done.json["head"]
            meaning = heard(line, "meaning")
            assert meaning["head"] == done.json["head"]
            assert "main/2027-03-05" in meaning["changes"]["days"]["changed"]


def test_a_page_that_takes_nothing_is_cut(served: Site) -> None:
    """F8: what waits for one slow page has an end; the page comes back and asks."""
    hub = Hub(served.shoot)
    slow = Listener(key="slow", person="anna", role="edit")
    hub._listeners.add(slow)
    for number in range(WAITING_MOST + 1):
        hub.tell({"type": "edits", "head": number})
    assert slow not in hub._listeners
    assert slow.waiting.qsize() == 1
    assert slow.waiting.get_nowait() is None


def test_whoever_was_away_hears_what_was_missed(served: Site) -> None:
    """F8: the entries since a number are all there, in order, each once."""
    page = served.page()
    base = page.head()
    for locked in (True, False, True):
        page.edit("lock", strips=["s5"], locked=locked)
    told = page.get(f"/api/entries?since={base}").json
    assert [one["seq"] for one in told["entries"]] == [base + 1, base + 2, base + 3]
    assert told["head"] == base + 3


def test_a_revoked_session_loses_its_wire(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D17: who was sent away hears nothing any more."""
    monkeypatch.setattr("daybreak.web.hub.LOOK_SECONDS", 0.1)
    with site(tmp_path) as made:
        page = made.page("read", "ben")
        with wire(made, page) as line:
            heard(line, "hello")
            made.doors.close(page.secret)
            assert code_of_end(line) == 1008
