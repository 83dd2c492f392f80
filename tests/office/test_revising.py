"""A new draft taken into files and documents, with their boards."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from daybreak.checking import check, count_costs
from daybreak.importers.breakdown import import_scripts
from daybreak.importers.revisions.revise import NewDraft, revise
from daybreak.importers.scripts import parse_script
from daybreak.model.errors import ImportProblem, UsageError
from daybreak.model.files import production_hash, write
from daybreak.model.production import Production, Scene
from daybreak.model.schedule import Day, Schedule
from daybreak.office import boards, documents
from daybreak.office.examples import example_script
from daybreak.office.opening import read_production
from daybreak.office.revising import DraftWish, revise_production
from daybreak.office.revising_documents import revise_document
from daybreak.store.entry import Entry
from daybreak.store.files import open_document
from tests.reference import reference_file

START = date(2027, 3, 1)
TODAY = date(2027, 2, 1)
AT = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)
HEADING = re.compile(r"(?m)^(?=(?:INT|EXT|INT\./EXT)\.? )")


def pieces(text: str) -> list[str]:
    """Give the title page and each scene of a Fountain text."""
    return HEADING.split(text)


def blue_text() -> str:
    """Give the example with a scene longer, one omitted, one added, one moved."""
    title, *scenes = pieces(example_script())
    by = {re.search(r"#(\w+)#", one)[1]: one for one in scenes}  # type: ignore[index]
    speech = "\n\nWARDEN\nNobody lands tonight.\n\n" + "It rains. " * 60
    by["4"] = by["4"].rstrip() + speech
    by["9"] = ".OMITTED #9#"
    by["30A"] = "EXT. HARBOR MARKET - DAY #30A#\n\nStalls, and nobody who buys."
    moved = by.pop("20")
    order = [*by]
    order.insert(order.index("24") + 1, "20")
    by["20"] = moved
    return title + "".join(by[one].rstrip() + "\n\n" for one in order)


def board_of(production: Production) -> Schedule:
    """Lay the scenes on days in their order, three a day."""
    unit = production.units[0]
    days, at = [], START
    names = [one.id for one in production.scenes]
    while names:
        if at.weekday() < 5:
            strips, names = tuple(names[:3]), names[3:]
            days.append(Day(unit=unit.id, date=at, shift="day", strips=strips))
        at = date.fromordinal(at.toordinal() + 1)
    return Schedule(days=tuple(days))


class Files:
    """A production of the example, a board of it, and two drafts."""

    def __init__(self, folder: Path) -> None:
        self.white, self.blue = folder / "white.fountain", folder / "blue.fountain"
        self.white.write_text(example_script(), encoding="utf-8")
        self.blue.write_text(blue_text(), encoding="utf-8")
        script = parse_script(self.white.read_bytes(), "white.fountain")
        self.production = import_scripts([script], start=START).production
        self.board = board_of(self.production)
        self.json, self.schedule = folder / "p.json", folder / "s.json"
        write(self.production, self.json)
        write(self.board, self.schedule)
        self.shoot = folder / "shoot.daybreak"

    def wish(self, **values: object) -> DraftWish:
        first = DraftWish(draft=self.blue, day=TODAY)
        return replace(first, **values)  # type: ignore[arg-type]

    def document(self, scripts: bool = True) -> Path:
        documents.new(
            self.shoot,
            by="anna",
            at=AT,
            production=self.json,
            scripts=[self.white] if scripts else [],
        )
        boards.save(self.shoot, "first", self.board, by="anna", at=AT)
        return self.shoot


@pytest.fixture
def given(tmp_path: Path) -> Files:
    return Files(tmp_path)


def test_the_board_keeps_everything_else_in_place(given: Files) -> None:
    found = revise_production(
        given.json, given.wish(earlier=given.white), schedule=given.schedule
    )
    (after,) = found.boards
    made = after.opened.schedule
    assert [(one.scene, one.what) for one in found.revised.changed] == [
        ("s4", ("changed",)),
        ("s9", ("omitted",)),
        ("s20", ("moved",)),
        ("s30a", ("added",)),
    ]
    assert made.days == tuple(
        replace(day, strips=tuple(one for one in day.strips if one != "s9"))
        for day in given.board.days
    )
    assert (made.boneyard, made.penalty) == (("s30a",), 1)
    assert (after.left, after.waiting) == (("s9",), ("s30a",))
    production = found.revised.production
    assert made.production == production_hash(production)
    assert dict(made.cost) == dict(count_costs(production, made).lines)
    assert after.opened.violations == check(production, made)
    assert after.opened.reasons == {"s30a": "new in the blue draft, not planned yet"}


def test_a_day_with_nothing_left_is_gone_and_told(given: Files) -> None:
    alone = given.board.days[0]
    days = (
        replace(alone, strips=("s9",)),
        *(
            replace(day, strips=tuple(one for one in day.strips if one != "s9"))
            for day in given.board.days[1:]
        ),
    )
    write(replace(given.board, days=days, boneyard=alone.strips), given.schedule)
    found = revise_production(given.json, given.wish(), schedule=given.schedule)
    (after,) = found.boards
    assert after.days_gone == (("main", START),)
    assert after.opened.schedule.boneyard == (*alone.strips, "s30a")


def test_a_day_that_is_over_its_minutes_now_is_told(given: Files) -> None:
    day = next(one for one in given.board.days if "s4" in one.strips)
    strips = [one for one in given.production.scenes if one.id in day.strips]
    eighths = sum(one.eighths for one in strips)
    unit = replace(given.production.units[0], move_minutes=0)
    full = replace(unit, day_minutes=eighths * unit.minutes_per_eighth)
    write(replace(given.production, units=(full,)), given.json)
    found = revise_production(given.json, given.wish(), schedule=given.schedule)
    (after,) = found.boards
    assert [(one.rule, one.where.date) for one in after.new_violations] == [
        ("capacity", day.date)
    ]
    assert {*after.opened.violations} > {*after.new_violations}
    assert (found.valid, after.opened.schedule.status) == (False, None)


def test_what_was_shot_stays_on_its_days(given: Files) -> None:
    wish = given.wish(today=date(2027, 3, 4), earlier=given.white)
    found = revise_production(given.json, wish, schedule=given.schedule)
    (after,) = found.boards
    assert after.opened.schedule.days == given.board.days
    assert [(one.scene, one.shot_on) for one in found.revised.changed] == [
        ("s4", "2027-03-02"),
        ("s9", "2027-03-03"),
        ("s20", ""),
        ("s30a", ""),
    ]


def test_one_undo_takes_a_whole_draft_back(given: Files) -> None:
    shoot = given.document()
    was = production_hash(read_production(shoot).production)
    board = boards.schedule_of(shoot, "first")
    found = revise_document(shoot, given.wish(), by="ben", at=AT)
    now = read_production(shoot).production
    assert production_hash(now) == production_hash(found.revised.production) != was
    kept = boards.schedule_of(shoot, "first")
    assert kept == found.boards[0].opened.schedule
    assert kept.production == production_hash(now)
    assert [one.name for one in boards.desk(shoot).scripts] == [
        "white.fountain",
        "blue.fountain",
    ]
    assert documents.script(shoot, "blue.fountain") == given.blue.read_bytes()
    documents.undo(shoot, by="ben", at=AT)
    assert production_hash(read_production(shoot).production) == was
    assert boards.schedule_of(shoot, "first") == board
    assert len(boards.desk(shoot).scripts) == 1
    documents.redo(shoot, by="ben", at=AT)
    assert production_hash(read_production(shoot).production) == production_hash(now)
    assert documents.verify(shoot).is_sound


def test_a_document_tells_what_a_file_tells(given: Files) -> None:
    files = revise_production(given.json, given.wish(earlier=given.white))
    found = revise_document(given.document(), given.wish(), by="ben", at=AT)
    assert found.revised.scenes == files.revised.scenes
    assert found.revised.questions == files.revised.questions


def test_entries_name_the_draft_and_its_color(given: Files) -> None:
    found = revise_document(given.document(), given.wish(), by="ben", at=AT)
    facts = [one for one in found.entries if one.path.startswith("scene/")]
    assert {one.source.outlet for one in facts if one.source} == {"blue.fountain"}
    assert {(one.note, one.entered_by) for one in facts} == {("blue draft", "ben")}
    assert len({one.batch for one in found.entries}) == 1
    paths = {one.path for one in facts}
    assert {one for one in paths if one.startswith("scene/s4/")} == {
        "scene/s4/cast",
        "scene/s4/eighths",
        "scene/s4/extra/revision",
    }
    script = next(one for one in found.entries if one.path.startswith("script/"))
    assert (script.value["picture"], script.value["color"]) == ("m1", "blue")


def test_drafts_follow_each_other_in_color(given: Files) -> None:
    shoot = given.document()
    colors = []
    for draft in (given.blue, given.white, given.blue):
        wish = given.wish(draft=draft)
        colors.append(revise_document(shoot, wish, by="ben", at=AT).revised.color)
    assert colors == ["blue", "pink", "yellow"]
    names = [one.name for one in boards.desk(shoot).scripts]
    assert names == [
        *("white.fountain", "blue.fountain"),
        *("white-pink.fountain", "blue-yellow.fountain"),
    ]
    made = read_production(shoot).production
    assert made.pictures[0].extra["script"] == {
        "file": "blue.fountain",
        "color": "yellow",
        "date": "2027-02-01",
    }


def test_a_preview_writes_nothing(given: Files) -> None:
    shoot = given.document()
    was = shoot.read_bytes()
    found = revise_document(shoot, given.wish(), by="ben", at=AT, preview=True)
    assert len(found.revised.changed) == 4
    assert shoot.read_bytes() == was


def test_without_a_kept_draft_a_document_says_so(given: Files) -> None:
    found = revise_document(given.document(False), given.wish(), by="ben", at=AT)
    assert found.remarks == (
        "No earlier draft is kept: compared by headings, cast and numbers alone. The "
        "new one is kept from now on.",
    )
    assert found.revised.ids("omitted") == ("s9",)


def test_a_bad_draft_changes_nothing(given: Files) -> None:
    shoot = given.document()
    given.blue.write_bytes(b"%PDF-1.7 no script at all")
    was = shoot.read_bytes()
    with pytest.raises(ImportProblem, match="SCR-E05"):
        revise_document(shoot, given.wish(), by="ben", at=AT)
    assert shoot.read_bytes() == was


def test_a_word_that_stands_from_a_later_day_on_stops_the_draft(given: Files) -> None:
    """What a draft says must be what stands afterwards, or nothing is entered."""
    shoot = given.document()
    later = datetime(2027, 5, 1, tzinfo=UTC)
    with open_document(shoot, by="anna") as document:
        entry = Entry(path="extra/note", value=1, entered_by="anna", entered_at=later)
        document.append([entry])
        gone = replace(entry, path="scene/s4/eighths", value=7)
        document.append([gone])
    was = shoot.read_bytes()
    with pytest.raises(UsageError, match="scene/s4: something that was said for later"):
        revise_document(shoot, given.wish(), by="ben", at=AT)
    assert shoot.read_bytes() == was


def test_what_was_shot_in_a_document_is_what_its_board_has(given: Files) -> None:
    shoot = given.document()
    wish = given.wish(today=date(2027, 3, 4))
    with pytest.raises(UsageError, match='no board "second"'):
        revise_document(shoot, wish, by="ben", at=AT, board="second")
    found = revise_document(shoot, wish, by="ben", at=AT)
    assert boards.schedule_of(shoot, "first").days == given.board.days
    kept = scene_of(read_production(shoot).production, "s9")
    assert kept.extra["omitted"] == "blue"
    assert found.revised.ids("omitted") == ("s9",)
    boards.save(shoot, "second", given.board, by="anna", at=AT)
    with pytest.raises(UsageError, match="with --board: first, second"):
        revise_document(shoot, wish, by="ben", at=AT)


def test_a_draft_of_one_picture_leaves_the_other_alone(given: Files) -> None:
    other = "Title: The Ferry\n\nINT. HARBOR OFFICE - DAY #1#\n\nRUTH\nNo.\n"
    scripts = [
        parse_script(other.encode(), "ferry.fountain"),
        parse_script(given.white.read_bytes(), "white.fountain"),
    ]
    both = import_scripts(scripts, start=START).production
    write(both, given.json)
    found = revise_production(given.json, given.wish(earlier=given.white))
    assert found.revised.picture == "m2"  # by its title
    after = found.revised.production
    assert (after.pictures[0], after.scenes[0]) == (both.pictures[0], both.scenes[0])
    assert found.revised.ids("added") == ("m2-30a",)
    third = given.blue.with_name("third.fountain")
    third.write_text(other.replace("The Ferry", "The Dunes"), encoding="utf-8")
    with pytest.raises(UsageError, match="Maybe name it with --picture: m1"):
        revise_production(given.json, given.wish(draft=third))


def test_a_locations_map_serves_new_scenes(given: Files) -> None:
    names = given.blue.with_name("map.txt")
    names.write_text("HARBOR MARKET = FERRY LANDING\n", encoding="utf-8")
    found = revise_production(given.json, given.wish(locations=names))
    assert found.revised.locations == ()
    new = scene_of(found.revised.production, "s30a")
    assert (new.location, new.set) == ("ferry-landing", "HARBOR MARKET")


def test_a_scene_that_waits_for_a_casting_is_not_compared(given: Files) -> None:
    shoot = given.document()
    with open_document(shoot, by="anna") as document:
        path = "scene/s7/extra/only_if"
        value = ["casting/m1/warden"]
        document.append(
            [Entry(path=path, value=value, entered_by="anna", entered_at=AT)]
        )
    found = revise_document(shoot, given.wish(), by="ben", at=AT)
    assert found.remarks == ("Not compared, for they wait for a casting: s7.",)
    assert found.revised.ids("added") == ("s7-2", "s30a")  # no id is given twice


def test_locks_of_strips_that_left_are_gone(given: Files) -> None:
    locked = {"locked": {"strips": ["s1", "s9"], "days": []}}
    write(replace(given.board, extra=locked), given.schedule)
    found = revise_production(given.json, given.wish(), schedule=given.schedule)
    extra = found.boards[0].opened.schedule.extra
    assert extra["locked"] == {"strips": ["s1"], "days": []}


def scene_of(production: Production, name: str) -> Scene:
    return next(one for one in production.scenes if one.id == name)


SCRIPTS = (
    ("gpl3", "BeeDetective.fountain"),
    ("gpl3", "Arranged_Love_Story.fountain"),
    ("fountain", "Barrier15-e01.fountain"),
)


@pytest.mark.parametrize("place", SCRIPTS, ids=lambda place: place[1])
@pytest.mark.parametrize("with_text", [True, False], ids=["text", "no text"])
def test_a_real_script_with_edits(place: tuple[str, str], with_text: bool) -> None:
    """C11 on scripts that people wrote."""
    path = reference_file("scripts", *place)
    if path is None:
        return
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    title, *scenes = pieces(text)
    assert len(scenes) >= 15
    del scenes[9]
    scenes[4] = scenes[4].rstrip() + "\n\nZELDA\n" + "I was never here. " * 80 + "\n\n"
    scenes.insert(12, "EXT. MARSH OF REEDS - DAWN\n\nReeds, and a heron.\n\n")
    edited = title + "".join(scenes)
    old, new = (parse_script(one.encode(), "a.fountain") for one in (text, edited))
    production = import_scripts([old], start=START).production
    draft = NewDraft(script=new, color="blue", earlier=old if with_text else None)
    found = revise(production, draft, picture="m1")
    assert len(found.ids("omitted")) == len(found.ids("added")) == 1
    gone = found.ids("omitted")[0]
    names = [one.id for one in production.scenes]
    kept = [one.id for one in found.production.scenes if one.id in names]
    assert kept == [one for one in names if one != gone]
    longer = next(one for one in found.scenes if one.fields)
    assert longer.what == ("changed",)
    assert "ZELDA" in longer.fields[0].gained
