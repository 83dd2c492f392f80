"""Plans, boards, papers and imports over the wire and the network."""

from __future__ import annotations

import io
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from daybreak.office.day_breaks import Measure, break_days
from daybreak.office.documents import new
from daybreak.office.live import incoming, printing
from daybreak.office.live.view import schedule_of
from daybreak.web.paper_routes import attachment
from tests.office.live.sessions import BOARD
from tests.store.making import START
from tests.web.sites import Answer, Page, Site, site

PATIENCE = 60.0
OCTETS = {"Content-Type": "application/octet-stream"}
SCRIPT = b"""Title: The Quay

INT. KITCHEN - DAY

NORA
Where is he?

EXT. QUAY - NIGHT

BEN
Here.
"""


def send(page: Page, path: str, content: bytes) -> Answer:
    return page.ask("POST", path, content, {**OCTETS, "Origin": page.site.origin})


def undone(page: Page) -> Answer:
    wish = {"id": "undo-this-1", "type": "undo", "base": page.head()}
    return page.post("/api/ops", wish)


def done(page: Page, job: str) -> dict[str, Any]:
    last = time.monotonic() + PATIENCE
    while True:
        told = page.get(f"/api/jobs/{job}").json
        if told["job"]["state"] not in ("waiting", "running"):
            return told
        assert time.monotonic() < last, "it took too long"
        time.sleep(0.05)


# --- plans ----------------------------------------------------------------------------


def test_plan_is_started_followed_looked_at_and_taken(tmp_path: Path) -> None:
    with site(tmp_path) as made:
        page = made.page()
        asked = {"kind": "plan", "board": BOARD, "seconds": 1}
        job = page.post("/api/jobs", asked).json["job"]["id"]
        told = done(page, job)
        assert told["job"]["state"] == "done", told["job"]["said"]
        assert told["stale"] == [[]]
        proposal = told["answer"]["proposals"][0]
        assert proposal["cost"] <= proposal["cost_before"]
        shown = page.get(f"/api/jobs/{job}/ways/0").json
        assert shown["meaning"]["costs"]["total"] == proposal["cost"]
        tried = page.post(f"/api/jobs/{job}/try", {"way": 0}).json
        assert tried["cost"] == proposal["cost"] - proposal["cost_before"]
        wish = {"id": "take-me-now-1", "way": 0}
        taken = page.post(f"/api/jobs/{job}/take", wish).json
        again = page.post(f"/api/jobs/{job}/take", wish).json
        assert (again["head"], again["repeat"]) == (taken["head"], True)
        board = page.get(f"/api/boards/{BOARD}").json
        assert board["meaning"]["costs"]["total"] == proposal["cost"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "kind"),
        ({"kind": "magic", "seconds": 1}, "kind"),
        ({"kind": "plan", "seconds": 0, "board": BOARD}, "seconds"),
        ({"kind": "plan", "seconds": 10**9, "board": BOARD}, "more than a day"),
        ({"kind": "plan", "seconds": 5, "board": "none"}, 'no board "none"'),
        ({"kind": "replan", "seconds": 5, "board": BOARD}, "today"),
        ({"kind": "plan", "seconds": 5, "board": BOARD, "x": 1}, "x"),
    ],
)
def test_wish_that_cannot_be_is_refused(
    served: Site, body: dict[str, Any], said: str
) -> None:
    answer = served.page().post("/api/jobs", body)
    assert answer.status == 422
    assert said in answer.json["errors"][0]


# --- boards and revisions -----------------------------------------------------------


def test_board_is_frozen_with_the_next_color_and_compared(tmp_path: Path) -> None:
    with site(tmp_path) as made:
        page = made.page()
        wish = {"id": "freeze-it-01", "board": BOARD, "date": "2027-02-01"}
        frozen = page.post("/api/freeze", {**wish, "note": "sent out"}).json
        assert (frozen["frozen"], frozen["color"]) == (True, "white")
        assert page.post("/api/freeze", wish).json["repeat"]
        page.edit("park", strips=["s2"])
        desk = page.get("/api/desk").json
        assert [one["color"] for one in desk["revisions"]] == ["white"]
        assert desk["next_color"] == "blue"
        found = page.get(f"/api/compare?before=white&after={BOARD}").json
        assert [one["scene"] for one in found["strips"]] == ["s2"]
        assert found["strips"][0]["sort"] == "left out"


def test_board_that_breaks_a_rule_is_frozen_only_anyway(tmp_path: Path) -> None:
    with site(tmp_path) as made:
        page = made.page()
        page.edit("move", strips=["s1"], unit="main", date="2027-03-03")  # Ben is away
        wish = {"id": "freeze-it-01", "board": BOARD, "date": "2027-02-01"}
        refused = page.post("/api/freeze", wish).json
        assert not refused["frozen"]
        assert any("Ivo Marsh" in said for said in refused["broken"])
        assert page.get("/api/desk").json["revisions"] == []
        assert page.post("/api/freeze", {**wish, "anyway": True}).json["frozen"]


def test_board_gets_its_days_broken_by_pages_or_hours(tmp_path: Path) -> None:
    with site(tmp_path) as made:
        page = made.page()
        now = made.shoot.board(BOARD)
        for more, full in (
            ({"pages": "1 3/8"}, Measure(eighths=11)),
            ({"pages": "2", "like": BOARD}, Measure(eighths=16)),
            ({"hours": 2.5, "like": BOARD}, Measure(minutes=150)),
        ):
            name = f"full-{full.eighths}-{full.minutes}"
            asked = {"id": f"broken-anew-{name}", "name": name, **more}
            assert page.post("/api/desk", asked).json["ok"]
            order = schedule_of(now) if "like" in more else None
            wanted = break_days(now.production, full, board=order)
            assert schedule_of(made.shoot.board(name)).days == wanted.days
        for more in ({"pages": "some"}, {"pages": "0"}, {"hours": -1}, {"hours": []}):
            asked = {"id": "broken-anew-no", "name": "no", **more}
            assert page.post("/api/desk", asked).status == 422


def test_boards_are_made_copied_renamed_and_removed(tmp_path: Path) -> None:
    with site(tmp_path) as made:
        page = made.page()
        assert page.post("/api/desk", {"id": "new-board-1", "name": "blank"}).json["ok"]
        blank = page.get("/api/boards/blank").json["standing"]
        assert (blank["days"], len(blank["boneyard"])) == ({}, 6)
        copy = {"id": "new-board-2", "name": "b", "like": BOARD}
        assert page.post("/api/desk", copy).json["ok"]
        days = [page.get(f"/api/boards/{one}").json["standing"]["days"] for one in "b"]
        assert days == [page.get(f"/api/boards/{BOARD}").json["standing"]["days"]]
        page.post("/api/desk/b/rename", {"id": "new-board-3", "to": "plan-b"})
        page.post("/api/desk/blank/remove", {"id": "new-board-4"})
        names = [one["name"] for one in page.get("/api/desk").json["boards"]]
        assert names == [BOARD, "plan-b"]
        assert undone(page).json["ok"]
        assert "blank" in page.get("/api/shoot").json["boards"]
        taken = page.post("/api/desk", {"id": "new-board-5", "name": BOARD})
        assert taken.status == 422
        assert "already" in taken.json["errors"][0]
        bad = page.post("/api/desk", {"id": "new-board-6", "name": "../up"})
        assert bad.status == 422


# --- papers ---------------------------------------------------------------------------


def test_papers_are_downloads_with_a_fixed_type_and_a_plain_name(served: Site) -> None:
    """RELIABILITY D16: attachment, type of ours, RFC 6266 name; HTML and SVG too."""
    page = served.page()
    kinds = page.get("/api/papers").json["kinds"]
    assert len(kinds) >= 15
    looked = 0
    for kind in kinds:
        more = "&person=nora" if kind["kind"] == "person" else ""
        for form in kind["formats"]:
            path = f"/api/papers/{kind['kind']}?board={BOARD}&format={form}{more}"
            answer = page.get(path)
            assert answer.status == 200, (path, answer.body[:200])
            assert answer.headers["content-type"] == printing.TYPES[form]
            name = answer.headers["content-disposition"]
            assert name.startswith('attachment; filename="The Harbor Light')
            assert answer.headers["x-content-type-options"] == "nosniff"
            looked += 1
    assert looked >= 40
    book = page.get(f"/api/papers/stripboard?board={BOARD}&format=xlsx").body
    assert zipfile.is_zipfile(io.BytesIO(book))


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("a/../b.pdf", "a-..-b.pdf"),
        ('x"; filename="evil.html', "x-- filename--evil.html"),
        ("line\r\nX-Bad: 1.pdf", "line  X-Bad- 1.pdf"),
        ("Größe.pdf", "Gr--e.pdf"),
    ],
)
def test_name_of_a_download_cannot_leave_its_header(name: str, header: str) -> None:
    """RELIABILITY D16."""
    made = attachment(name)
    assert f'filename="{header}"' in made
    assert "\n" not in made
    assert made.isascii()


def test_pages_are_pictures(served: Site) -> None:
    told = served.page().get(f"/api/papers/one-liner/pages?board={BOARD}").json
    assert told["count"] == len(told["pages"]) >= 1
    assert told["pages"][0].startswith("data:image/png;base64,iVBOR")


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "one-liner?board=none",
        f"one-liner?board={BOARD}&format=exe",
        f"one-liner?board={BOARD}&size=a9",
        f"one-liner?board={BOARD}&day=2031-01-01",
    ],
)
def test_paper_that_cannot_be_is_refused(served: Site, path: str) -> None:
    answer = served.page().get(f"/api/papers/{path}")
    assert answer.status == 422
    assert answer.json["errors"]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Give an event without which no paper and no reading comes to its end."""
    free = threading.Event()
    paper, reading = printing.Press._order, incoming._made

    def slow_paper(*given: Any, **more: Any) -> Any:
        free.wait(PATIENCE)
        return paper(*given, **more)

    def slow_reading(*given: Any, **more: Any) -> Any:
        free.wait(PATIENCE)
        return reading(*given, **more)

    monkeypatch.setattr(printing.Press, "_order", slow_paper)
    monkeypatch.setattr(incoming, "_made", slow_reading)
    yield free
    free.set()


def at_once(held: threading.Event, ask: Any, many: int) -> list[int]:
    """Give the answers to so many questions, of which the first few have to wait."""
    found: list[int] = []
    asking = [
        threading.Thread(target=lambda: found.append(ask().status)) for _ in range(many)
    ]
    for one in asking:
        one.start()
    last = time.monotonic() + PATIENCE
    while not found and time.monotonic() < last:
        time.sleep(0.01)
    time.sleep(0.2)
    refused = list(found)
    held.set()
    for one in asking:
        one.join()
    assert refused == [429] * len(refused)
    return found


def test_four_papers_are_made_at_once_and_no_more(
    served: Site, held: threading.Event
) -> None:
    """RELIABILITY D12: the fifth is refused at once, the four come."""
    path = f"/api/papers/scenes?board={BOARD}&format=text"
    found = at_once(held, lambda: served.page().get(path), 5)
    assert sorted(found) == [200] * 4 + [429]


def test_two_files_are_read_at_once_and_no_more(
    served: Site, held: threading.Event
) -> None:
    """RELIABILITY D12: the third is refused at once, the two come."""
    path = "/api/import?name=quay.fountain"
    found = at_once(held, lambda: send(served.page(), path, SCRIPT), 3)
    assert sorted(found) == [200] * 2 + [429]


# --- imports --------------------------------------------------------------------------


def test_script_makes_the_first_production_of_an_empty_document(tmp_path: Path) -> None:
    path = tmp_path / "new.daybreak"
    new(path, by="anna", at=START, title="Nothing yet")
    with site(tmp_path, path=path) as made:
        page = made.page()
        shoot = page.get("/api/shoot").json
        assert (shoot["shoot"], shoot["boards"]) == (None, [])
        found = send(page, "/api/import?name=quay.fountain", SCRIPT).json
        assert (found["what"], found["count"], found["title"]) == (
            "first",
            2,
            "The Quay",
        )
        assert page.get("/api/shoot").json["head"] == shoot["head"]
        wish = {"id": "import-it-1"}
        assert page.post(f"/api/import/{found['key']}", wish).json["ok"]
        assert page.post(f"/api/import/{found['key']}", wish).json["repeat"]
        after = page.get("/api/shoot").json
        assert [one["number"] for one in after["shoot"]["scenes"]] == ["1", "2"]
        assert after["boards"] == ["first"]
        assert page.get("/api/desk").json["scripts"][0]["file"] == "quay.fountain"
        # the next draft is compared with the one that was kept
        changed = SCRIPT.replace(b"Where is he?", b"Where is she?")
        draft = send(page, "/api/import?name=quay-2.fountain", changed).json
        assert (draft["what"], draft["unchanged"]) == ("draft", 1)
        assert [one["number"] for one in draft["scenes"]] == ["1"]


def test_first_import_is_undone_and_done_again(tmp_path: Path) -> None:
    path = tmp_path / "new.daybreak"
    new(path, by="anna", at=START, title="Nothing yet")
    with site(tmp_path, path=path) as made:
        page = made.page()
        found = send(page, "/api/import?name=quay.fountain", SCRIPT).json
        taken = page.post(f"/api/import/{found['key']}", {"id": "import-it-1"})
        assert taken.json["ok"], taken.body
        answer = undone(page)
        assert answer.json["ok"], answer.body
        after = page.get("/api/shoot").json
        assert (after["shoot"], after["boards"]) == (None, [])
        again = page.post(
            "/api/ops", {"id": "redo-it-1", "base": page.head(), "type": "redo"}
        )
        assert again.json["ok"], again.body
        assert page.get("/api/shoot").json["boards"] == ["first"]


def test_cast_list_goes_into_the_people(tmp_path: Path) -> None:
    with site(tmp_path) as made:
        page = made.page()
        table = b"Character,Actor,Rate per day\nNORA,Ada Quill,950\n"
        found = send(page, "/api/import?name=cast.csv", table)
        assert found.status == 200, found.body
        assert found.json["what"] == "cast"
        page.post(f"/api/import/{found.json['key']}", {"id": "import-it-2"})
        nora = next(one for one in made.shoot.production().people if one.id == "nora")
        assert nora.deals[0].rate == 950
        assert undone(page).json["ok"]


TRAVERSALS = [
    "../../canary",
    "..%2f..%2fcanary",
    "..%5c..%5ccanary",
    "%2fetc%2fpasswd",
    "C:%5ccanary",
    "%5c%5chost%5cshare%5ccanary",
    "....%2f%2fcanary",
    "%00canary",
    ".canary",
    "canary%0d%0aX:1",
]


@pytest.mark.parametrize("name", TRAVERSALS)
def test_name_of_a_file_is_no_path(served: Site, tmp_path: Path, name: str) -> None:
    """RELIABILITY D9: only the last part of a name counts; nothing is written there."""
    answer = send(served.page(), f"/api/import?name={name}.fountain", SCRIPT)
    assert answer.status in (200, 422)
    if answer.status == 200:
        file = answer.json["file"]
        assert not set(file) & set('/\\\0\r\n"')
        assert not file.startswith(".")
    assert not list(served.path.parent.rglob("*canary*"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.fdx", b"<FinalDraft><Content>"),
        ("broken.uss", b'{"not": "a schedule"}'),
        ("broken.xlsx", b"PK\x03\x04 nothing"),
        ("empty.fountain", b""),
        ("", SCRIPT),
    ],
)
def test_file_that_cannot_be_read_changes_nothing(
    served: Site, name: str, content: bytes
) -> None:
    page = served.page()
    head = page.head()
    answer = send(page, f"/api/import?name={name}", content)
    assert answer.status == 422
    assert answer.json["errors"]
    assert page.head() == head


def test_production_of_a_second_schedule_file_is_refused(served: Site) -> None:
    page = served.page()
    schedule = page.get(f"/api/papers/uss?board={BOARD}&format=uss").body
    answer = send(page, "/api/import?name=other.uss", schedule)
    assert answer.status == 422
    assert "has a production already" in answer.json["errors"][0]


def test_schedule_file_makes_a_production_with_its_boards(
    served: Site, tmp_path: Path
) -> None:
    schedule = served.page().get(f"/api/papers/uss?board={BOARD}&format=uss").body
    path = tmp_path / "new.daybreak"
    new(path, by="anna", at=START, title="Nothing yet")
    with site(tmp_path, path=path) as made:
        page = made.page()
        found = send(page, "/api/import?name=harbor.uss", schedule).json
        assert (found["what"], found["count"]) == ("first", 6)
        page.post(f"/api/import/{found['key']}", {"id": "import-it-3"})
        board = page.get("/api/shoot").json["boards"][0]
        days = page.get(f"/api/boards/{board}").json["standing"]["days"]
        assert [len(one["strips"]) for one in days.values()] == [3, 1, 1]
