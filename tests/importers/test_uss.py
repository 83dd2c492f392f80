"""Schedule files of other programs: what is read, whatever shape it has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from daybreak.checking import check, count_costs
from daybreak.importers.outcome import Imported, ImportedBoard
from daybreak.importers.uss import import_uss
from daybreak.importers.uss_child import read_uss_in_child
from daybreak.importers.uss_json import uss_from_json, uss_to_json
from daybreak.importers.uss_reading import looks_like_uss, parse_uss, read_uss
from daybreak.model.errors import UsageError
from tests.importers.made_uss import Json, board, data_of, element, event, made, scene
from tests.reference import reference_file

TODAY = date(2026, 11, 21)


def imported(root: Json, **settings: object) -> Imported:
    document = parse_uss(data_of(root), "pier.uss")
    return import_uss(document, today=TODAY, **settings)  # type: ignore[arg-type]


def codes(root: Json) -> list[str]:
    return [one.code for one in imported(root).warnings]


def days_of(one: ImportedBoard) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (day.unit, day.date.isoformat(), day.shift, day.strips)
        for day in one.schedule.days
    ]


# --- what is read -------------------------------------------------------------------


def test_a_schedule_file_becomes_a_production() -> None:
    done = imported(made())
    production = done.production
    assert done.warnings == ()
    assert production.title == "The Pier"
    assert [
        (one.id, one.number, one.eighths, one.place, one.time, one.set, one.location)
        for one in production.scenes
    ] == [
        ("s1", "1", 4, "int", "day", "HOUSE - KITCHEN", "house"),
        ("s2", "2", 11, "ext", "night", "PIER", "pier"),
        ("s2a", "2A", 1, "ext", "day", "PIER", "pier"),
    ]
    assert [one.heading for one in production.scenes] == [
        "INT. HOUSE - KITCHEN - DAY",
        "EXT. PIER - NIGHT",
        "EXT. PIER - DAY",
    ]
    assert [(one.name, one.number) for one in production.people] == [
        ("ANNA", 1),
        ("BOB", 2),
    ]
    assert production.scenes[1].cast == ("anna", "bob")
    assert production.scenes[1].elements == ("boat",)
    assert [(one.name, one.category) for one in production.elements] == [
        ("Boat", "Props")
    ]


def test_a_board_becomes_a_schedule_on_the_dates_of_its_calendar() -> None:
    """A night exterior gets a night shift; the weekend lies between."""
    done = imported(made())
    (one,) = done.boards
    assert days_of(one) == [
        ("main", "2027-06-11", "day", ("s1",)),
        ("main", "2027-06-14", "split", ("s2",)),
    ]
    assert one.schedule.boneyard == ("s2a",)
    assert one.schedule.extra == {
        "board": "Board",
        "banners": {
            "note": {
                "unit": "main",
                "date": "2027-06-14",
                "kind": "note",
                "text": "Move to the pier",
            }
        },
    }
    assert check(done.production, one.schedule) == ()


def test_hold_and_drop_become_the_deal() -> None:
    root = made()
    root["elements"][6] |= {"isDrop": True, "dropDayCount": 10}
    anna, bob = imported(root).production.people
    assert [(one.hold, one.drops, one.drop_after_days) for one in anna.deals] == [
        (1, 1, 9)
    ]
    assert [(one.hold, one.drops) for one in bob.deals] == [(0, 0)]


def test_events_and_weekdays_off_of_the_cast_are_read() -> None:
    root = made()
    root["elements"][6] |= {
        "events": [
            event("event", "2027-06-10", "travel"),
            event("event", "2027-06-11", "doodTravel"),
            event("event", "2027-06-09", "photo"),
            event("dayOff", "2027-06-16", "wedding"),
            event("dayOff", "2027-06-17", "wedding"),
        ]
    }
    root["elements"][7] |= {"daysOff": [1]}
    anna, bob = imported(root).production.people
    assert [(one.first.day, one.last.day, one.reason) for one in anna.unavailable] == [
        (16, 17, "wedding")
    ]
    assert [(one.kind, one.first.day, one.note) for one in anna.events] == [
        ("other", 9, "photo"),
        ("travel", 10, ""),
        ("travel", 11, ""),
    ]
    assert {one.first.weekday() for one in bob.unavailable} == {0}
    assert bob.unavailable[0].first == date(2027, 6, 14)


def test_dates_off_are_holidays_and_hiatuses() -> None:
    root = made()
    root["calendars"][0]["events"] += [
        event("dayOff", "2027-06-14", "holiday"),
        event("event", "2027-06-15", "holiday"),
        event("dayOff", "2027-06-16", "dayOff"),
        event("dayOff", "2027-06-17", "turnaround"),
        event("event", "2027-06-18", "travel"),
    ]
    done = imported(root)
    assert [day.day for day in done.production.holidays] == [14, 15]
    assert [
        (one.first.day, one.last.day, one.reason) for one in done.production.hiatuses
    ] == [(16, 16, ""), (17, 17, "turnaround")]
    assert days_of(done.boards[0])[1][1] == "2027-06-18"
    assert done.production.extra["uss"]["events"] == [["2027-06-18", "travel"]]


def test_midnight_east_of_greenwich_is_the_day_after() -> None:
    """22:00 UTC is midnight in Berlin; 08:00 UTC is midnight in Los Angeles."""
    root = made()
    root["calendars"][0]["events"] = [event("start", "2027-06-10", hour="22")]
    done = imported(root)
    assert done.production.units[0].start == date(2027, 6, 11)
    assert any("east of Greenwich" in one.what for one in done.assumed)


def test_a_location_of_the_file_counts_more_than_the_set() -> None:
    root = made()
    root["categories"].append({"id": "c6", "name": "Location", "ucid": 6})
    root["elements"].append(element("studio", 6, "Stage 4"))
    root["breakdowns"][0]["elements"].append("studio")
    scene_one = imported(root).production.scenes[0]
    assert (scene_one.location, scene_one.set) == ("stage-4", "HOUSE - KITCHEN")


def test_other_boards_are_units() -> None:
    root = made()
    root["stripboards"][0]["boards"] = [
        board("stripboard", [["b1"], ["note"]]),
        board("Second unit", [[], ["b2"]]),
        board("boneyard", ["b3"]),
    ]
    done = imported(root)
    assert [(one.id, one.name) for one in done.production.units] == [
        ("main", "Main unit"),
        ("second", "Second unit"),
    ]
    assert [one.units for one in done.production.scenes] == [None, ("second",), None]
    assert [day[:2] for day in days_of(done.boards[0])] == [
        ("main", "2027-06-11"),
        ("second", "2027-06-14"),
    ]


def test_a_day_is_as_long_as_the_longest_of_the_boards() -> None:
    root = made()
    root["breakdowns"][1]["duration"] = 700 * 60_000
    done = imported(root)
    assert done.production.units[0].day_minutes == 700
    assert check(done.production, done.boards[0].schedule) == ()
    assert any("a day of 700 minutes" in one.what for one in done.assumed)


def test_a_mere_order_of_all_scenes_is_no_board() -> None:
    root = made()
    for one in root["breakdowns"][:3]:
        one["pages"] = 20
    root["stripboards"][0]["boards"][0]["breakdownIds"] = [["b1", "b2", "b3"]]
    done = imported(root)
    assert done.boards == ()
    assert any("a mere order" in one.what for one in done.assumed)


def test_the_board_that_is_named_gives_the_calendar() -> None:
    root = made()
    later = {"id": "later", "name": "Later", "daysOff": [0, 5, 6]}
    later["events"] = [event("start", "2027-07-05")]
    root["calendars"].append(later)
    second = {**root["stripboards"][0], "name": "Push", "calendar": "later"}
    root["stripboards"].append(second)
    done = imported(root, board="push")
    assert done.production.units[0].workweek == ("mon", "tue", "wed", "thu")
    assert [one.name for one in done.boards] == ["Board", "Push"]
    assert days_of(done.boards[1])[0][1] == "2027-07-05"
    with pytest.raises(UsageError, match='It has: "Board", "Push"'):
        imported(root, board="pull")


# --- shapes seen in the wild --------------------------------------------------------


def test_the_older_shape_is_read_the_same() -> None:
    """Other names for fields, elements listed in categories, other dates."""
    root = made()
    for one in root["breakdowns"]:
        one["type"] = "strip" if one["type"] == "scene" else "banner"
        one["time"] = None
        if "bannerText" in one:
            one["description"] = one.pop("bannerText")
    for one in root["categories"]:
        one["elements"] = [
            each["id"] for each in root["elements"] if each["category"] == one["id"]
        ]
    for one in root["elements"]:
        del one["category"]
        if "isHold" in one:
            one["doodHoldAllow"] = one.pop("isHold")
    for one in root["stripboards"][0]["boards"]:
        one["breakdownArrays"] = one.pop("breakdownIds")
    root["calendars"][0]["events"][0]["date"] = "2027-06-11T07:00:00.000+0000"
    root["version"] = root.pop("ussVersion")
    new, old = imported(made()), imported(root)
    assert (old.production, old.boards) == (new.production, new.boards)
    assert old.warnings == ()


@pytest.mark.parametrize(
    "items",
    [
        ["b1", "end", "note", "b2", "end"],
        ["b1", "end", "note", "b2"],
        ["end", "b1", "end", "note", "b2"],
    ],
)
def test_day_breaks_between_strips_are_days(items: list[str]) -> None:
    root = made()
    root["breakdowns"].append({"id": "end", "type": "day"})
    # each break is a strip of its own
    names = [f"end{at}" if one == "end" else one for at, one in enumerate(items)]
    root["breakdowns"] = root["breakdowns"][:4] + [
        {"id": name, "type": "day"} for name in names if name.startswith("end")
    ]
    root["stripboards"][0]["boards"][0]["breakdownIds"] = names
    assert imported(root).boards == imported(made()).boards


def test_a_file_without_boards_and_calendars_is_a_breakdown() -> None:
    root = made()
    del root["stripboards"], root["calendars"]
    done = imported(root)
    assert done.boards == ()
    assert done.production.units[0].start == date(2027, 1, 18)
    assert len(done.production.scenes) == 3


def test_own_numbers_of_scene_categories_are_known_by_name() -> None:
    root = made()
    root["categories"][0]["ucid"] = 50
    assert imported(root).production.scenes == imported(made()).production.scenes


def test_what_is_not_there_is_a_question() -> None:
    root = made()
    root["breakdowns"][2] = scene("b3", "", 0)
    done = imported(root)
    third = done.production.scenes[2]
    assert (third.number, third.place, third.time) == ("2A", "int", "night")
    asked = " ".join(one.what for one in done.questions)
    for part in ("no number", "no INT. or EXT.", "no time of day", "no length"):
        assert part in asked


# --- remarks ------------------------------------------------------------------------


def test_an_unknown_version_is_read_with_a_warning() -> None:
    assert codes(made() | {"ussVersion": "2.1.0"}) == ["USS-W08"]


def test_odd_fields_are_remarked_and_read_as_empty() -> None:
    root = made()
    root["breakdowns"][0] |= {"pages": "long", "description": ["?"]}
    root["breakdowns"][1]["type"] = "gag"
    root["elements"][6]["isHold"] = "yes"
    root["elements"][7]["daysOff"] = [9]
    assert set(codes(root)) == {"USS-W02"}
    assert len(codes(root)) == 5


def test_lengths_are_rounded_up_to_eighths() -> None:
    root = made()
    root["breakdowns"][0]["pages"] = 0.3
    root["breakdowns"][1]["pages"] = "1 3/8"
    assert codes(root) == ["USS-W04"]
    assert [one.eighths for one in imported(root).production.scenes] == [3, 11, 1]


def test_unknown_ids_are_left_out() -> None:
    root = made()
    root["breakdowns"][0]["elements"].append("gone")
    root["elements"].append(element("lost", 77, "Lost"))
    root["stripboards"][0]["boards"][0]["breakdownIds"][0].append("nowhere")
    assert codes(root) == ["USS-W03"] * 3


def test_dates_that_are_none_are_left_out() -> None:
    root = made()
    root["calendars"][0]["events"].append({"type": "dayOff", "date": "soon"})
    root["calendars"][0]["events"].append({"type": "dayOff", "date": "0001-01-01"})
    assert codes(root) == ["USS-W05", "USS-W05"]


def test_what_stands_twice_counts_once() -> None:
    root = made()
    root["elements"].append(element("anna", 100, "ANNA AGAIN"))
    root["stripboards"][0]["boards"][0]["breakdownIds"].append(["b1"])
    assert codes(root) == ["USS-W06", "USS-W07"]
    assert len(imported(root).boards[0].schedule.days) == 2


def test_a_remark_tells_the_line() -> None:
    root = made()
    root["breakdowns"][1]["pages"] = 0.3
    (remark,) = imported(root).warnings
    lines = data_of(root).decode().splitlines()
    near = lines[remark.line - 1 : remark.line + 4]
    assert any('"b2"' in one for one in near)
    assert str(remark).startswith(f"pier.uss:{remark.line}: USS-W04 0.3 pages")


# --- doors --------------------------------------------------------------------------


def test_a_child_reads_what_we_read(tmp_path: Path) -> None:
    path = tmp_path / "pier.uss"
    path.write_bytes(data_of(made()))
    document = read_uss(path)
    assert read_uss_in_child(path) == document
    assert uss_from_json(uss_to_json(document)) == document


def test_a_schedule_is_told_from_a_script() -> None:
    data = data_of(made())
    assert looks_like_uss(data, "pier.json")
    assert looks_like_uss(b"\xef\xbb\xbf" + data, "pier")
    assert looks_like_uss(data.decode().encode("utf-16"), "pier")
    assert not looks_like_uss(b"INT. HOUSE - DAY", "pier.fountain")
    assert not looks_like_uss(b"{INT. HOUSE}", "pier.fountain")


# --- real files ---------------------------------------------------------------------


def test_a_real_schedule_is_read_whole_with_its_board() -> None:
    """RELIABILITY C9: 147 scenes, 94 6/8 pages, 40 cast, a board of 31 days."""
    path = reference_file("scripts", "uss", "friendship-pod-affair.uss")
    if path is None:
        return
    done = import_uss(read_uss(path), today=TODAY)
    production = done.production
    assert done.warnings == ()
    assert len(production.scenes) == 147
    assert sum(one.eighths for one in production.scenes) == 94 * 8 + 6
    assert len(production.people) == 40
    assert [one.number for one in production.people] == list(range(1, 41))
    (one,) = done.boards
    assert (one.name, len(one.schedule.days), one.schedule.boneyard) == (
        "First Pass",
        31,
        (),
    )
    assert one.schedule.in_order()[0].date == date(2025, 4, 7)
    # five dates off in May push the last day by a week
    assert one.schedule.in_order()[-1].date == date(2025, 5, 26)
    broken = check(production, one.schedule)
    assert [(each.rule, each.where.scene) for each in broken] == [("shift", "s1")]
    assert count_costs(production, one.schedule).lines["total"] == 235_877


def test_the_small_sample_is_read_with_its_weekdays_off() -> None:
    path = reference_file("scripts", "uss", "small_sample_schedule.uss")
    if path is None:
        return
    done = import_uss(read_uss(path), today=TODAY)
    george, clarence = done.production.people
    assert (george.name, george.number, clarence.name) == ("GEORGE", 1, "CLARENCE")
    assert {one.first.weekday() for one in george.unavailable} == {0, 4}
    assert [one.kind for one in george.events] == ["travel", "rehearsal"]
    assert done.production.scenes[0].minutes == 95
    broken = check(done.production, done.boards[0].schedule)
    assert [each.rule for each in broken] == ["cast"]
