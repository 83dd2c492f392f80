"""The founding case: every fact with its source, and its shoot replanned six times."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from daybreak.checking import check, count_costs
from daybreak.examples.mission import making
from daybreak.model.calendar import calendar_of
from daybreak.model.files import read_schedule
from daybreak.model.production import Production
from daybreak.office import boards, documents, facts, mission
from daybreak.office.asked import Asked
from daybreak.store.building import Built
from daybreak.store.entry import FOUNDING, Entry
from daybreak.store.files import open_document
from daybreak.store.history import history
from daybreak.store.state import State
from tests.reference import reference_file

AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
NUMBERS = range(1, 31)
SAID = {
    "A": "2020-02-03",
    "B": "2020-07-07",
    "C": "2020-10-02",
    "D": "2021-02-25",
    "E": "2021-03-01",
}
FEW = mission.How(iterations=30_000)  # fewer leave strips out, which takes longer
# The whole replay has six dates: set DAYBREAK_DATES=6.
MANY = int(os.environ.get("DAYBREAK_DATES", "3"))
DATES = mission.DATES if MANY > 3 else tuple(mission.DATES[at] for at in (0, 3, 4))


@pytest.fixture(scope="module")
def shoot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the founding case as a document; no test writes to it."""
    return mission.begin(tmp_path_factory.mktemp("mission"), at=AT)


@pytest.fixture(scope="module")
def entries(shoot: Path) -> tuple[Entry, ...]:
    """Give its journal."""
    with open_document(shoot, write=False) as document:
        return tuple(document.entries())


@pytest.fixture(scope="module")
def state(shoot: Path) -> State:
    """Give all that was claimed in it."""
    with open_document(shoot, write=False) as document:
        return document.state()


def built(shoot: Path, day: date, at_least: str = "expected") -> Built:
    """Give what is planned on, on a day."""
    asked = Asked(as_of=day, at_least=at_least)  # type: ignore[arg-type]
    return facts.built_as_asked(shoot, asked)[0]


def by_number(entries: tuple[Entry, ...]) -> dict[int, list[Entry]]:
    """Give the entries of each numbered fact."""
    found: dict[int, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.batch.startswith("fact "):
            found[int(one.batch.removeprefix("fact "))].append(one)
    return found


def article_of(entry: Entry) -> str:
    """Give the letter of the article that an entry is from."""
    assert entry.source is not None
    found = re.search(r"Article ([A-E])$", entry.source.outlet)
    assert found is not None
    return found[1]


# --- the document --------------------------------------------------------------------


def test_the_file_is_what_its_makers_give() -> None:
    assert mission.mission_text() == making.mission()


def test_the_document_comes_back_from_its_export(shoot: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    documents.export(shoot, first)
    documents.load(first, tmp_path / "again.daybreak", by="me", at=AT)
    documents.export(tmp_path / "again.daybreak", second)
    assert second.read_bytes() == first.read_bytes()
    assert documents.verify(tmp_path / "again.daybreak").faults == ()


def test_every_fact_has_entries_and_a_number(entries: tuple[Entry, ...]) -> None:
    assert sorted(by_number(entries)) == list(NUMBERS)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_fact_can_be_asked_for_and_names_its_source(
    state: State, entries: tuple[Entry, ...], number: int
) -> None:
    journal = {one.seq: one for one in entries}
    for one in by_number(entries)[number]:
        told = history(one.path, state, journal, at_least="rumored").told
        (found,) = [two.entry for two in told if two.entry.seq == one.seq]
        assert found.source is not None
        letter = article_of(found)
        when = found.said_on or str(found.not_before)
        assert when == SAID[letter] or (number, when) == (22, "2020-01")


def test_facts_are_those_that_were_reported_by_those_who_did(
    entries: tuple[Entry, ...],
) -> None:
    page = reference_file("mission", "FACTS.md")
    if page is None:
        return
    rows = re.findall(
        r"^\| (\d+) \| [^|]* \| ([^|]*) \|", page.read_text("utf-8"), re.MULTILINE
    )
    told = {int(row): set(re.findall(r"\b([A-E])\b", who)) for row, who in rows}
    found = {
        number: {article_of(one) for one in made}
        for number, made in by_number(entries).items()
    }
    assert found == told


def test_nothing_invented_has_a_source(entries: tuple[Entry, ...]) -> None:
    invented = [one for one in entries if one.batch in (FOUNDING, "invented")]
    assert len(invented) > 240
    assert [one.path for one in invented if one.source is not None] == []
    rest = [one for one in entries if one not in invented]
    assert [one.path for one in rest if one.source is None] == []


def test_everybody_of_a_tier_gets_the_same_invented_rate(shoot: Path) -> None:
    rates = defaultdict(set)
    for person in built(shoot, mission.DATES[-1]).production.people:
        for deal in person.deals:
            assert str(deal.extra["note"]).startswith("invented")
            rates[deal.extra["tier"]].add((deal.kind, deal.rate, deal.hold))
    assert {tier: len(one) for tier, one in rates.items()} == {
        "star": 1,
        "lead": 1,
        "support": 1,
        "player": 1,
    }


def test_each_picture_has_about_120_scenes_on_shared_sets(shoot: Path) -> None:
    scenes = built(shoot, mission.DATES[-1], "rumored").production.scenes
    counts = {one: sum(s.picture == one for s in scenes) for one in ("m7", "m8")}
    places = {one: {s.location for s in scenes if s.picture == one} for one in counts}
    assert counts == {"m7": 120, "m8": 116}
    assert {"stage-a", "stage-b", "backlot"} < places["m7"] & places["m8"]


# --- what was known ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "first", "second", "against"),
    [
        ("2020-02-23", "2021-07", "2022-08", ()),
        ("2020-03-15", "2021-07", "2022-08", ()),
        ("2020-07-07", "2021-11-19", "2022-11-04", ()),
        ("2020-10-02", "2021-07-23", "2022-08-05", ("2021-11-19", "2022-11-04")),
        ("2021-02-25", "2021-11-19", "2022-11-04", ()),
        ("2021-03-31", "2021-11-19", "2022-11-04", ()),
        ("2021-04-30", "2022-05-27", "2023-07-07", ()),
    ],
)
def test_releases_move_are_disputed_and_settle(
    shoot: Path, day: str, first: str, second: str, against: tuple[str, ...]
) -> None:
    asked = Asked(as_of=date.fromisoformat(day))
    found = [
        facts.fact_history(shoot, f"picture/{one}/release", asked).standing
        for one in ("m7", "m8")
    ]
    assert [one and one.claim.value for one in found] == [first, second]
    sides = [one.against[0][0].value for one in found if one and one.against]
    assert tuple(sides) == against


def test_the_fourth_article_settles_the_dispute(shoot: Path) -> None:
    told = facts.fact_history(
        shoot, "picture/m7/release", Asked(as_of=date(2021, 2, 25))
    )
    (settling,) = [one.entry for one in told.told if one.settles]
    assert article_of(settling) == "D"
    derived = {one.path: one.day for one in told.derived}
    assert derived["picture/m7/streaming"] == date(2022, 1, 3)


def test_a_name_that_is_gone_from_a_list_is_a_change(shoot: Path) -> None:
    found, _ = facts.fact_changes(shoot, date(2020, 7, 7), date(2021, 2, 25), Asked())
    (cast,) = [one for one in found if one.path == "cast/m7"]
    assert "Nicholas Hoult" in cast.lost
    assert "Esai Morales" in cast.gained


def test_rumors_are_not_planned_on_unless_asked(shoot: Path) -> None:
    day = date(2020, 10, 1)
    sure, rumored = built(shoot, day), built(shoot, day, "rumored")
    extra = {one.id for one in rumored.production.scenes} - {
        one.id for one in sure.production.scenes
    }
    assert extra == set(sure.left_out) - set(rumored.left_out)
    players = {one for s in rumored.production.scenes for one in s.cast}
    assert {"cavill", "baldwin", "bassett"} <= players
    sure_players = {one for s in sure.production.scenes for one in s.cast}
    gone = {"cavill", "baldwin", "bassett", "hoult", "renner", "patton", "maggie-q"}
    assert sure_players & gone == set()


def test_a_role_is_confirmed_and_its_scenes_are_there(shoot: Path) -> None:
    before, after = (built(shoot, mission.DATES[at]) for at in (3, 4))
    new = {one.id for one in after.production.scenes} - {
        one.id for one in before.production.scenes
    }
    cast = {one.id: one.cast for one in after.production.scenes}
    assert len(new) == 4
    assert {("bassett" in cast[one]) for one in new} == {True}


def test_the_second_picture_waits_for_the_promotion(shoot: Path) -> None:
    starts = [
        min(one.first for one in element.windows)
        for day in mission.DATES
        for element in built(shoot, day).production.elements
        if element.id == "m8-gear"
    ]
    assert starts == [
        date(2020, 12, 7),
        date(2020, 12, 7),
        date(2021, 4, 12),
        date(2021, 4, 12),
        date(2021, 4, 12),
        date(2021, 9, 1),
    ]
    (star,) = [
        one
        for one in built(shoot, mission.DATES[-1]).production.people
        if one.id == "cruise"
    ]
    away = [(one.first, one.last) for one in star.unavailable]
    assert away == [(date(2021, 6, 1), date(2021, 8, 31))]


# --- the replay ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def replayed(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, list[mission.MissionDay]]:
    """Give a short replay, kept in a document and files of its own."""
    path = mission.begin(tmp_path_factory.mktemp("replay"), at=AT)
    days = []
    for one in mission.replay(path, FEW, dates=DATES):
        days.append(one)
        mission.keep(path, one, at=AT)
    return path, days


def test_every_date_has_a_plan_that_breaks_no_rule(
    replayed: tuple[Path, list[mission.MissionDay]],
) -> None:
    """RELIABILITY B1: the rule book passes every plan of the replay."""
    path, days = replayed
    assert tuple(one.day for one in days) == DATES
    for one in days:
        production = built(path, one.day).production
        schedule = read_schedule(path.parent / f"plan-{one.day}.json")
        assert schedule == one.opened.schedule
        found = [two for two in check(production, schedule) if two.level == "blocks"]
        ahead = [
            two for two in found if not two.where.date or two.where.date >= one.day
        ]
        assert ahead == []  # what was shot is a fact, whatever it broke
        assert count_costs(production, schedule).lines == schedule.cost
        told = set(one.opened.reasons)
        assert [strip for strip in schedule.boneyard if strip not in told] == []


def test_the_first_plan_goes_out_as_white_so_that_blue_is_next(
    replayed: tuple[Path, list[mission.MissionDay]],
) -> None:
    path, days = replayed
    desk = boards.desk(path)
    told = [(one.color, one.board, one.date) for one in desk.revisions]
    assert told == [("white", f"plan-{DATES[0]}", DATES[0])]
    assert desk.next_color == "blue"
    assert desk.revisions[0].schedule == days[0].opened.schedule


def test_what_was_shot_stays_as_it_was_shot(
    replayed: tuple[Path, list[mission.MissionDay]],
) -> None:
    path, days = replayed
    for before, after in pairwise(days):
        eligible = calendar_of(built(path, after.day).production).eligible
        was_shot = [
            (one.unit, one.date, one.strips)
            for one in before.opened.schedule.in_order()
            if one.date < after.day and one.date in eligible[one.unit]
        ]
        told = [
            (one.unit, one.date, one.strips)
            for one in after.opened.schedule.in_order()
            if one.date < after.day
        ]
        assert told == was_shot
    assert days[-1].shot > days[0].shot


def test_each_plan_is_a_board_of_the_document(
    replayed: tuple[Path, list[mission.MissionDay]],
) -> None:
    path, days = replayed
    found = [(one.name, one.schedule) for one in boards.desk(path).boards]
    assert found == [(f"plan-{one.day}", one.opened.schedule) for one in days]


def test_the_dispute_decides_whether_the_first_picture_is_late(
    replayed: tuple[Path, list[mission.MissionDay]],
) -> None:
    _, days = replayed
    by_day = {one.day: one for one in days}
    dispute, settling = (by_day[mission.DATES[at]] for at in (3, 4))
    disputed, settled = dispute.pictures[0], settling.pictures[0]
    assert (disputed.is_disputed, settled.is_disputed) == (True, False)
    assert disputed.settled_by == ""
    assert settled.settled_by == "Article D, 2021-02-25"
    assert disputed.days_late > settled.days_late
    assert [len(days[0].disputes), len(dispute.disputes)] == [0, 2]


@pytest.mark.twin
def test_a_day_in_a_shutdown_was_not_shot(
    replayed: tuple[Path, list[mission.MissionDay]],
) -> None:
    path, days = replayed
    first, day = days[0].opened.schedule, mission.DATES[2]

    def shot_on(production: Production) -> list[date]:
        return [one.date for one in mission.what_was_shot(production, first, day).shot]

    blind = built(path, mission.DATES[0]).production  # knows of no shutdown yet
    assert max(shot_on(built(path, day).production)) < date(2020, 2, 24)
    assert max(shot_on(blind)) > date(2020, 2, 24)
