"""What the views beside the board are told, over a real server."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from daybreak.model.files import to_json
from daybreak.model.schedule import Schedule
from daybreak.office import documents
from daybreak.office.examples import (
    PRODUCTION,
    SCRIPT,
    example_production,
    example_script,
)
from daybreak.office.live import sheets
from daybreak.office.live.view import schedule_of
from daybreak.office.showing import covers_of
from daybreak.store.boards import saved
from tests.office.live.sessions import BOARD
from tests.store.making import START, opened
from tests.web.sites import Page, Site, site

Json = dict[str, Any]
NUMBERS = count(1)
FIRST = "2027-03-01"


@pytest.fixture
def shoot(tmp_path: Path) -> Iterator[Site]:
    """Serve the harbor's document, new for each test."""
    with site(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the example with its script kept along."""
    folder = tmp_path_factory.mktemp("scripted")
    (folder / SCRIPT).write_text(example_script(), "utf-8")
    names = [one.id for one in example_production().scenes]
    source = folder / PRODUCTION
    source.write_text(to_json(example_production()), "utf-8")
    path = folder / "shoot.daybreak"
    documents.new(
        path, by="anna", at=START, production=source, scripts=[folder / SCRIPT]
    )
    with opened(path) as document:
        empty = Schedule(days=(), boneyard=tuple(names))
        made = saved(document.entries(), BOARD, empty, by="anna", at=START)
        document.append([made])
    with site(folder, path=path) as made_site:
        yield made_site


def enter(page: Page, path: str, value: Any, **more: Any) -> Json:
    """Enter a fact; give the answer."""
    wish = {"id": f"views-test-{next(NUMBERS)}", "base": page.head(), "type": "set"}
    return page.post("/api/ops", {**wish, "path": path, "value": value, **more}).json


# --- script and tagging -----------------------------------------------------------


def test_the_words_of_a_scene_come_from_the_script_that_is_kept(scripted: Site) -> None:
    answer = scripted.page().get("/api/scenes/s1/script").json
    assert answer["file"] == SCRIPT
    first = answer["text"][0]
    assert first == {"kind": "scene_heading", "text": "EXT. FERRY - CAR DECK - DAWN"}
    kinds = {one["kind"] for one in answer["text"]}
    assert {"action", "character", "dialogue"} <= kinds


def test_every_scene_of_the_example_finds_its_own_words(scripted: Site) -> None:
    page, lost = scripted.page(), []
    for scene in example_production().scenes:
        text = page.get(f"/api/scenes/{scene.id}/script").json["text"]
        if not text or text[0]["text"].casefold() != scene.heading.casefold():
            lost.append(scene.id)
    assert lost == []


def test_a_document_without_a_script_says_that_there_is_none(shoot: Site) -> None:
    answer = shoot.page().get("/api/scenes/s1/script").json
    assert answer == {"ok": True, "file": None, "color": "", "text": None}


def test_a_scene_that_is_not_there_is_refused(shoot: Site) -> None:
    answer = shoot.page().get("/api/scenes/s99/script")
    assert answer.status == 422
    assert answer.json["errors"] == ['There is no scene "s99".']


# --- days and calendar ------------------------------------------------------------


def test_days_say_who_works_and_who_may_not_on_which_date(shoot: Site) -> None:
    page = shoot.page()
    days = page.get(f"/api/boards/{BOARD}/days").json
    ben = next(one for one in days["rows"] if one["id"] == "ben")
    at = {day: place for place, day in enumerate(days["dates"])}
    assert [ben["codes"][at[f"2027-03-0{day}"]] for day in (1, 2, 3)] == [
        *("SW", "WF", "x"),
    ]
    assert ben["totals"]["W"] == 2
    assert days["units"][0]["days"][at[FIRST]] == 1
    assert days["holidays"][at["2027-03-04"]] is True


def test_a_conflict_stands_on_its_date_and_says_why(shoot: Site) -> None:
    page = shoot.page()
    moved = page.edit("move", strips=["s3a"], unit="main", date="2027-03-03")
    assert moved.status == 200
    days = page.get(f"/api/boards/{BOARD}/days").json
    ben = next(one for one in days["rows"] if one["id"] == "ben")
    at = days["dates"].index("2027-03-03")
    assert list(ben["conflicts"]) == [str(at)]
    assert "2027-03-03" in ben["conflicts"][str(at)][0]


def test_days_with_exteriors_are_told_with_where_an_interior_stands_ready(
    shoot: Site,
) -> None:
    page = shoot.page("read", "gus")
    now = shoot.shoot.board(BOARD)
    found = covers_of(now.production, schedule_of(now))
    told = page.get(f"/api/boards/{BOARD}/cover-sets").json
    assert told["days"]
    assert told["days"] == {
        f"{unit}/{day}": list(places) for (unit, day), places in found.items()
    }
    assert page.get("/api/boards/none/cover-sets").status == 422


def test_days_of_a_category_show_things(shoot: Site) -> None:
    page = shoot.page()
    days = page.get(f"/api/boards/{BOARD}/days?category=Locations").json
    assert [one["name"] for one in days["rows"]] == ["Old house", "North quay"]
    wrong = page.get(f"/api/boards/{BOARD}/days?category=Nothing")
    assert wrong.status == 422


def test_the_calendar_has_spans_and_the_paths_of_facts(shoot: Site) -> None:
    calendar = shoot.page().get(f"/api/boards/{BOARD}/calendar").json
    nora = next(one for one in calendar["people"] if one["id"] == "nora")
    assert nora["work"] == [[FIRST, FIRST], ["2027-03-18", "2027-03-18"]]
    away = [one for one in calendar["parts"] if one["part"] == "unavailable"]
    assert [(one["owner"], one["value"]["reason"]) for one in away] == [
        ("ben", "a wedding")
    ]
    assert away[0]["path"].startswith("person/ben/unavailable/")
    assert [one["owner"] for one in calendar["holidays"]] == ["2027-03-04"]


def test_a_range_that_is_drawn_is_a_fact_with_its_source(shoot: Site) -> None:
    page = shoot.page()
    value = {"from": "2027-03-01", "to": "2027-03-05", "reason": "a play"}
    source = {"outlet": "Her agent"}
    made = enter(
        page,
        "person/nora/unavailable/1",
        value,
        status="expected",
        said_on="2027-01-02",
        source=source,
    )
    assert made["ok"], made
    parts = page.get(f"/api/boards/{BOARD}/calendar").json["parts"]
    mine = next(one for one in parts if one["path"] == "person/nora/unavailable/1")
    assert (mine["value"], mine["status"], mine["who"]) == (
        value,
        "expected",
        "Her agent",
    )


# --- facts ------------------------------------------------------------------------


def test_two_sources_dispute_until_somebody_decides(shoot: Site) -> None:
    page, path = shoot.page(), "picture/harbor/release"
    for day, told, outlet in (
        ("2027-01-01", "2028-02-04", "One paper"),
        ("2027-01-02", "2028-03-03", "Another"),
    ):
        enter(page, path, told, said_on=day, source={"outlet": outlet})
    history = page.get(f"/api/facts/history?path={path}").json
    assert history["disputed"] is True
    assert history["value"] == "2028-03-03"
    assert len(history["against"]) == 1
    enter(page, path, "2028-02-04", note="settled")
    settled = page.get(f"/api/facts/history?path={path}").json
    assert (settled["disputed"], settled["value"]) == (False, "2028-02-04")


def test_what_was_known_on_a_day_leaves_out_what_came_later(shoot: Site) -> None:
    page, path = shoot.page(), "picture/harbor/release"
    enter(page, path, "2028-02-04", said_on="2026-06-01", source={"outlet": "One"})
    enter(page, path, "2028-05-05", said_on="2026-09-01", source={"outlet": "Two"})
    days = [one["date"] for one in page.get("/api/facts/days").json["days"]]
    assert days[:2] == ["2026-06-01", "2026-09-01"]
    then = page.get(f"/api/facts/history?path={path}&as_of=2026-07-01").json
    assert then["value"] == "2028-02-04"
    changed = page.get("/api/facts/changes?first=2026-06-01&last=2026-09-01").json
    assert [one["path"] for one in changed["changes"]] == [
        *(path, "picture/harbor/delivery"),
    ]


def test_typed_words_are_read_as_the_command_line_reads_them(shoot: Site) -> None:
    page = shoot.page()
    typed = {"path": "unit/main/day_minutes", "text": "660"}
    assert page.post("/api/facts/typed", typed).json["value"] == 660
    wrong = page.post("/api/facts/typed", {"path": "nothing/x", "text": "1"})
    assert wrong.status == 422


def test_a_fact_that_cannot_be_says_where_and_changes_nothing(shoot: Site) -> None:
    page = shoot.page()
    before = page.head()
    answer = enter(page, "person/nora/day_minutes", 5000)
    assert answer["ok"] is False
    assert answer["errors"][0].startswith("person/nora/day_minutes: 5000 is above")
    assert page.head() == before


def test_readers_see_no_deal_among_the_things(shoot: Site) -> None:
    """D18: deals are no rows for readers; editors see one for each person."""
    parts = {
        role: [one["part"] for one in page.get("/api/things").json["things"]]
        for role, page in (("edit", shoot.page()), ("read", shoot.page("read", "bo")))
    }
    assert parts["edit"].count("deal") == 3
    assert parts["read"].count("deal") == 0
    assert parts["read"].count("unavailable") == 1
    hidden = shoot.page("read", "bo").get(
        "/api/facts/history?path=person/nora/deal/1/rate"
    )
    assert hidden.json["facts"] == []


# --- costs and call sheets ----------------------------------------------------------


def test_costs_are_those_of_the_rule_book_and_add_up(shoot: Site) -> None:
    page = shoot.page()
    costs = page.get(f"/api/boards/{BOARD}/costs").json
    counted = page.get(f"/api/boards/{BOARD}").json["meaning"]["costs"]
    assert {one["line"]: one["amount"] for one in costs["rows"]} == {
        key: value for key, value in counted.items() if key != "total"
    }
    assert sum(one["amount"] for one in costs["rows"]) == costs["total"]
    assert costs["bound"] is None


def test_a_missing_fact_of_a_call_sheet_is_marked_and_can_be_told(shoot: Site) -> None:
    page, path = shoot.page(), f"/api/boards/{BOARD}/call-sheet/main/{FIRST}"
    fact = _told_of(page.get(path).json, "Nearest hospital")[0]
    assert fact["missing"] is True
    assert fact["path"] == "location/house/extra/hospital"
    enter(page, fact["path"], "St. Ann's")
    fact = _told_of(page.get(path).json, "Nearest hospital")[0]
    assert (fact["missing"], fact["value"]) == (False, "St. Ann's")


def test_a_call_sheet_leads_to_the_days_around_it(shoot: Site) -> None:
    page = shoot.page()
    sheet = page.get(f"/api/boards/{BOARD}/call-sheet/main/2027-03-02").json
    assert (sheet["before"], sheet["after"]) == (FIRST, "2027-03-18")
    idle = page.get(f"/api/boards/{BOARD}/call-sheet/main/2027-03-09")
    assert idle.status == 422
    assert "Nobody shoots on 2027-03-09" in idle.json["errors"][0]


def _private(page: Page) -> str:
    """Enter what only editors may see; give the address of the call sheet with it."""
    enter(page, "location/house/extra/contact", "CANARY 555")
    enter(page, "scene/s1/notes", "CANARY is late")
    return f"/api/boards/{BOARD}/call-sheet/main/{FIRST}"


def test_readers_get_a_call_sheet_without_contacts_and_notes(shoot: Site) -> None:
    """D18: what is private on a paper is left out; the hospital is not."""
    path = _private(shoot.page())
    assert shoot.page().get(path).body.count(b"CANARY") == 2
    told = shoot.page("read", "bo").get(path)
    assert told.body.count(b"CANARY") == 0
    assert _told_of(told.json, "Nearest hospital")[0]["missing"] is True


@pytest.mark.twin
def test_a_call_sheet_that_leaves_nothing_out_shows_up(
    shoot: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D18's twin for call sheets: where nothing is left out, a note gets out."""
    monkeypatch.setattr(sheets, "_public", list)
    path = _private(shoot.page())
    assert b"CANARY" in shoot.page("read", "bo").get(path).body


def _told_of(sheet: Json, label: str) -> list[Json]:
    return [
        fact
        for section in sheet["paper"]["sections"]
        for block in section["blocks"]
        if block["block"] == "facts"
        for fact in block["facts"]
        if fact["label"] == label
    ]


# --- scenarios --------------------------------------------------------------------


def test_a_scenario_comes_goes_and_changes_no_fact(shoot: Site) -> None:
    page = shoot.page()
    wish = {"name": "later", "set": ["picture/harbor/release=2028-01-01"], "note": "x"}
    made = page.post("/api/scenarios", {**wish, "id": "views-scenario-1"})
    assert made.status == 200, made.json
    again = page.post("/api/scenarios", {**wish, "id": "views-scenario-1"})
    assert again.json["repeat"] is True
    (found,) = page.get("/api/scenarios").json["scenarios"]
    assert found["what_ifs"][0]["path"] == "picture/harbor/release"
    assert "release" not in page.get("/api/shoot").json["shoot"]["pictures"][0]
    gone = page.post("/api/scenarios/later/remove", {"id": "views-scenario-2"})
    assert gone.status == 200
    assert page.get("/api/scenarios").json["scenarios"] == []


def test_a_scenario_that_cannot_be_is_refused(shoot: Site) -> None:
    page = shoot.page()
    wish = {"name": "bad", "set": ["unit/main/day_minutes=many"], "id": "views-bad-1"}
    assert page.post("/api/scenarios", wish).status == 422
    empty = page.post("/api/scenarios", {"name": "none", "id": "views-bad-2"})
    assert "without a what-if" in empty.json["errors"][0]
