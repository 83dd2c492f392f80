"""Calendars: right by every clock, found again by their UIDs, nothing private."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.formats.ics import to_ics
from tests.reports.formats.made_papers import shown, stamp
from tests.reports.made_up import crossing, harbor
from tests.strategies import as_production, as_schedule, cases

Json = dict[str, Any]
FOLDED_MOST = 75


def shoot(
    *days: tuple[str, str],
    zones: tuple[str, ...] = ("America/New_York",),
    shifts: Json | None = None,
) -> tuple[Production, Schedule]:
    """Give a person at work on given days, each at the next base of a time zone."""
    bases = [
        {"id": f"b{at}", "name": f"Town {at}", "timezone": zone}
        for at, zone in enumerate(zones)
    ]
    dates = [day for day, _ in days]
    unit: Json = {"id": "main", "name": "Main unit", "start": min(dates)}
    unit |= {"end": max(dates), "day_cost": 1}
    unit["workweek"] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    if shifts:
        unit["shifts"] = shifts
    scene = {"picture": "m", "heading": "INT. A - DAY", "place": "int", "eighths": 3}
    production = {
        "format": "daybreak/production",
        "version": 1,
        "title": "Clocks",
        "currency": "USD",
        "pictures": [{"id": "m", "title": "Clocks"}],
        "units": [unit],
        "bases": bases,
        "locations": [
            {"id": f"l{at}", "name": f"Hall {at}", "base": f"b{at}"}
            for at in range(len(zones))
        ],
        "people": [{"id": "nora", "name": "Ada Quill", "deals": []}],
        "scenes": [
            scene
            | {"id": f"s{at}", "number": f"{at + 1}", "time": "any"}
            | {"location": f"l{at % len(zones)}", "cast": ["nora"]}
            for at in range(len(days))
        ],
    }
    schedule = {
        "format": "daybreak/schedule",
        "version": 1,
        "days": [
            {"unit": "main", "date": day, "shift": shift, "strips": [f"s{at}"]}
            for at, (day, shift) in enumerate(days)
        ],
    }
    return as_production(production), as_schedule(schedule)


def entries(data: bytes, category: str | None = None) -> list[Any]:
    """Read the entries of a calendar, those of one category."""
    calendar = Calendar.from_ical(data)
    return [
        one
        for one in calendar.walk("VEVENT")
        if category in (None, str(one["categories"].cats[0]))
    ]


def one_entry(pair: tuple[Production, Schedule], **wanted: Any) -> Any:
    (found,) = entries(to_ics(shown(*pair, **wanted)), "Shooting day")
    return found


def hours_long(entry: Any) -> float:
    """Give how long an entry lasts in real hours."""
    start, end = entry.start.astimezone(UTC), entry.end.astimezone(UTC)
    return (end - start).total_seconds() / 3600


# --- clocks ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "day", "shift", "start", "hours"),
    [
        # S19: New York loses an hour on 14 March 2027 and gains one on 7 November.
        ("America/New_York", "2027-03-14", "day", "2027-03-14T11:00", 12),
        ("America/New_York", "2027-11-07", "day", "2027-11-07T12:00", 12),
        # S24: nights over these mornings are 11 and 13 real hours long.
        ("America/New_York", "2027-03-13", "night", "2027-03-13T23:00", 11),
        ("America/New_York", "2027-11-06", "night", "2027-11-06T22:00", 13),
        ("America/New_York", "2027-06-01", "night", "2027-06-01T22:00", 12),
        # S20: London on 28 March and 31 October.
        ("Europe/London", "2027-03-27", "night", "2027-03-27T18:00", 11),
        ("Europe/London", "2027-10-30", "night", "2027-10-30T17:00", 13),
        # S22, S23: a leap day; the last night of a year with 53 weeks.
        ("Europe/Oslo", "2028-02-29", "day", "2028-02-29T06:00", 12),
        ("Europe/Oslo", "2026-12-31", "night", "2026-12-31T17:00", 12),
        # A zone without summer time, and one of half an hour.
        ("Asia/Tokyo", "2027-03-01", "day", "2027-02-28T22:00", 12),
        ("Asia/Kolkata", "2027-03-01", "split", "2027-03-01T06:30", 12),
    ],
)
def test_call_and_wrap_are_those_of_the_clocks_there(
    zone: str, day: str, shift: str, start: str, hours: float
) -> None:
    """E6 with S19 to S24: local times, the night as long as it really is."""
    found = one_entry(shoot((day, shift), zones=(zone,)))
    assert found["dtstart"].params["TZID"] == zone
    assert found.start.astimezone(UTC) == datetime.fromisoformat(f"{start}+00:00")
    assert hours_long(found) == hours


def test_a_calendar_crosses_the_date_line() -> None:
    """S25: Auckland, and Los Angeles on the day after, which begins 44 hours later."""
    zones = ("Pacific/Auckland", "America/Los_Angeles")
    pair = shoot(("2027-06-01", "day"), ("2027-06-02", "day"), zones=zones)
    first, second = entries(to_ics(shown(*pair)), "Shooting day")
    assert second.start.astimezone(UTC) - first.start.astimezone(UTC) == timedelta(
        hours=24 + 19
    )


def test_a_unit_crosses_zones_of_europe_on_the_day_of_the_change() -> None:
    """S20: each day by the clock of its own base."""
    pair = shoot(
        ("2027-10-31", "day"),
        ("2027-11-01", "day"),
        zones=("Europe/London", "Europe/Paris"),
    )
    found = entries(to_ics(shown(*pair)), "Shooting day")
    assert [one.start.astimezone(UTC).hour for one in found] == [7, 6]


@pytest.mark.parametrize(
    ("day", "shift", "said"),
    [
        ("2027-03-14", ["02:30", "14:00"], "The clocks skip 02:30 on this night"),
        ("2027-03-13", ["18:00", "02:30"], "The clocks skip 02:30 on this night"),
    ],
)
def test_a_time_that_does_not_exist_is_refused(
    day: str, shift: list[str], said: str
) -> None:
    """E6, S21: no time is made up; the entry takes the day and says why."""
    found = one_entry(shoot((day, "day"), shifts={"day": shift}))
    assert (found.start, found.end) == (
        date.fromisoformat(day),
        date.fromisoformat(day) + timedelta(days=1),
    )
    assert said in found["description"]


def test_of_a_time_that_comes_twice_the_first_is_meant() -> None:
    """S21: 01:30 on the morning when New York sets its clocks back."""
    found = one_entry(shoot(("2027-11-07", "day"), shifts={"day": ["01:30", "13:00"]}))
    assert found.start.astimezone(UTC) == datetime(2027, 11, 7, 5, 30, tzinfo=UTC)


def test_without_a_time_zone_a_day_takes_all_of_its_date() -> None:
    found = entries(to_ics(shown(*harbor())), "Shooting day")[1]
    assert (found.start, found.end) == (date(2027, 3, 2), date(2027, 3, 3))
    assert "Call 18:00, wrap 06:00 the next morning" in found["description"]
    assert "time zone is not known" in found["description"]


def test_the_last_date_of_all_has_no_end() -> None:
    """S28."""
    pair = shoot(("9999-12-31", "night"), zones=("Asia/Tokyo",))
    found = one_entry(pair)
    assert "DTEND" not in found or found.end.year == 9999


@pytest.mark.parametrize("pair", [harbor(), crossing()])
def test_every_zone_is_defined_where_it_is_used(
    pair: tuple[Production, Schedule],
) -> None:
    """E6: no TZID without its VTIMEZONE."""
    zones = ["Europe/Oslo", "America/New_York"]
    production = replace(
        pair[0],
        bases=tuple(
            replace(base, timezone=zone)
            for base, zone in zip(pair[0].bases, zones, strict=False)
        ),
    )
    calendar = Calendar.from_ical(to_ics(shown(production, pair[1])))
    used = {
        one["dtstart"].params["TZID"]
        for one in calendar.walk("VEVENT")
        if "TZID" in one["dtstart"].params
    }
    assert used
    assert {one.tz_name for one in calendar.timezones} == used


def moments(first: datetime, days: int) -> list[datetime]:
    """Give every half hour of some days, UTC."""
    return [first + timedelta(minutes=30 * step) for step in range(48 * days)]


def offset_defined(calendar: str, moment: datetime) -> timedelta:
    """Give by how much clocks are ahead of UTC, as a definition tells them alone.

    Of all its changes the last one before the moment holds; each change is at the
    time that was shown before it (RFC 5545, 3.6.5).
    """
    told = []
    for part in Calendar.from_ical(calendar).timezones[0].subcomponents:
        dates = [part["dtstart"].dt]
        if "rdate" in part:
            dates += [one.dt for one in part["rdate"].dts]
        before, after = part["tzoffsetfrom"].td, part["tzoffsetto"].td
        told += [(one - before, after) for one in dates]
    plain = moment.replace(tzinfo=None)
    return max(one for one in told if one[0] <= plain)[1]


@pytest.mark.parametrize(
    ("zone", "changes"),
    [
        ("America/New_York", (datetime(2027, 3, 13), datetime(2027, 11, 6))),
        ("Europe/London", (datetime(2027, 3, 27), datetime(2027, 10, 30))),
        ("Pacific/Auckland", (datetime(2027, 4, 3), datetime(2027, 9, 25))),
        ("Asia/Tokyo", (datetime(2027, 3, 13),)),
        ("Australia/Lord_Howe", (datetime(2027, 4, 2), datetime(2027, 10, 1))),
    ],
)
def test_zones_are_defined_to_the_half_hour(
    zone: str, changes: tuple[datetime, ...]
) -> None:
    """E6, S19, S20: a program that reads the definition alone reads it right."""
    pair = shoot(("2027-01-02", "day"), ("2027-12-30", "day"), zones=(zone,))
    calendar = to_ics(shown(*pair)).decode()
    around = [
        moment for day in changes for moment in moments(day.replace(tzinfo=UTC), 3)
    ]
    wrong = [
        moment
        for moment in around
        if offset_defined(calendar, moment)
        != moment.astimezone(ZoneInfo(zone)).utcoffset()
    ]
    assert wrong == []


@pytest.mark.twin
def test_a_change_at_the_time_shown_after_it_is_caught() -> None:
    pair = shoot(("2027-01-02", "day"), ("2027-12-30", "day"))
    right = to_ics(shown(*pair)).decode()
    wrong = right.replace("20270314T020000", "20270314T030000")
    moment = datetime(2027, 3, 14, 7, 30, tzinfo=UTC)
    assert offset_defined(right, moment) == timedelta(hours=-4)
    assert offset_defined(wrong, moment) == timedelta(hours=-5)


@pytest.mark.twin
def test_a_calendar_that_defines_no_zone_is_caught() -> None:
    data = to_ics(shown(*shoot(("2027-06-01", "day"))))
    before, _, rest = data.partition(b"BEGIN:VTIMEZONE")
    calendar = Calendar.from_ical(before + rest.partition(b"END:VTIMEZONE\r\n")[2])
    assert calendar.get_missing_tzids() == {"America/New_York"}


# --- form -----------------------------------------------------------------------------


def test_lines_are_folded_and_end_with_cr_lf() -> None:
    """E6: at most 75 octets a line."""
    production, schedule = harbor()
    long = replace(production, title="Ø" * 200 + "\r\nBEGIN:VEVENT\r\n=1+1")
    data = to_ics(shown(long, schedule))
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= FOLDED_MOST
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.count(b"BEGIN:VEVENT\r\n") == len(entries(data)) == 5


def test_texts_are_read_back_as_they_were() -> None:
    """E6: line breaks, commas and colons cannot end an entry."""
    production, schedule = harbor()
    odd = 'Quay; "North", \\n:END:VEVENT 🎬'
    production = replace(
        production,
        locations=tuple(replace(one, name=odd) for one in production.locations),
    )
    found = entries(to_ics(shown(production, schedule)), "Shooting day")
    assert found[1]["summary"] == f"Day 2: {odd}"
    assert found[1]["location"] == f"{odd}, Port"


def test_the_same_schedule_gives_the_same_bytes() -> None:
    code = (
        "import hashlib\n"
        "from tests.reports.formats.test_ics import *\n"
        "pair = shoot(('2027-06-01', 'day'), ('2027-06-02', 'day'), ('2027-06-03',"
        "'day'), zones=('Europe/Oslo', 'Asia/Tokyo', 'America/New_York'))\n"
        "print(hashlib.sha256(to_ics(shown(*pair))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": "."},
            cwd=Path(__file__).parents[3],
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(found) == 1


def test_an_entry_keeps_its_uid_and_its_sequence_grows() -> None:
    """E6: a day that moves is the same day, told anew."""
    before = shoot(("2027-06-01", "day"), ("2027-06-02", "day"))
    after = shoot(("2027-06-01", "day"), ("2027-06-09", "night"))
    first, later = (
        entries(to_ics(replace(shown(*pair), stamp=stamp(entry=entry))), "Shooting day")
        for pair, entry in ((before, 7), (after, 12))
    )
    assert [one["uid"] for one in first] == [one["uid"] for one in later]
    assert len({one["uid"] for one in first}) == 2
    assert [int(one["sequence"]) for one in first + later] == [7, 7, 12, 12]


def test_without_a_document_the_sequence_is_nothing() -> None:
    pair = shown(*harbor())
    data = to_ics(replace(pair, stamp=stamp(entry=None)))
    assert {int(one["sequence"]) for one in entries(data)} == {0}


def test_calendars_of_different_wishes_share_no_uid() -> None:
    production, schedule = crossing()
    wishes: list[Json] = [{}, {"unit": "main"}, {"picture": "one"}, {"person": "star"}]
    uids = [
        one["uid"]
        for wish in wishes
        for one in entries(to_ics(shown(production, schedule, **wish)))
    ]
    assert len(uids) == len(set(uids)) >= 15


def test_every_entry_bears_the_stamp_and_a_warning() -> None:
    """E10."""
    made = shown(*harbor())
    for one in entries(to_ics(made, warning="breaks 2 rules")):
        assert one["description"].endswith(
            f"This schedule breaks 2 rules.\n{made.stamp.said}"
        )


# --- what stands in it ----------------------------------------------------------------


def titles(data: bytes) -> list[str]:
    return [str(one["summary"]) for one in entries(data)]


def test_a_unit_has_its_days_moves_and_dates_off() -> None:
    assert titles(to_ics(shown(*crossing(), unit="main"))) == [
        "Main unit, day 1: Stage 4",
        "Hiatus: Regatta",
        "Company move: Oslo to Bergen",
        "Main unit, day 2: Fjord",
        "Main unit, day 3: Fjord",
    ]


def test_a_picture_has_its_own_scenes_and_its_wrap() -> None:
    assert titles(to_ics(shown(*crossing(), picture="two"))) == [
        "Second unit, day 1: Rail yard",
        "Wrap of Crossing II",
        "Hiatus: Regatta",
    ]


def test_a_person_has_work_holds_and_events() -> None:
    found = entries(to_ics(shown(*harbor(), person="nora")))
    assert [(str(one["summary"]), one.start, one.end) for one in found] == [
        ("Fitting", date(2027, 2, 25), date(2027, 2, 26)),
        ("Work: Old house", date(2027, 3, 1), date(2027, 3, 2)),
        ("Dropped until Thu 18 Mar 2027", date(2027, 3, 2), date(2027, 3, 18)),
        ("Travel", date(2027, 3, 17), date(2027, 3, 18)),
        ("Work: Old house", date(2027, 3, 18), date(2027, 3, 19)),
    ]


def test_a_calendar_of_all_the_cast_says_whose_each_entry_is() -> None:
    found = titles(to_ics(shown(*harbor()), cast=True))
    assert found[:2] == [
        "NORA (Ada Quill): Fitting",
        "BEN (Ivo Marsh): Work: Old house, North quay",
    ]
    assert all(one.startswith(("NORA", "BEN", "PIM")) for one in found)


# --- privacy --------------------------------------------------------------------------

SECRETS = ("SECRET-NOTE", "SECRET-REASON", "SECRET-SYNOPSIS", "987654", "Ivo Marsh")


def secretive() -> tuple[Production, Schedule]:
    """Give the harbor with notes, reasons and a rate that are nobody's business."""
    production, schedule = harbor()
    people = []
    for one in production.people:
        deals = tuple(replace(deal, rate=987654) for deal in one.deals)
        events = tuple(replace(event, note="SECRET-NOTE") for event in one.events)
        away = tuple(replace(gone, reason="SECRET-REASON") for gone in one.unavailable)
        extra = {"phone": "SECRET-NOTE"}
        people.append(
            replace(one, deals=deals, events=events, unavailable=away, extra=extra)
        )
    scenes = tuple(
        replace(one, notes="SECRET-NOTE", synopsis="SECRET-SYNOPSIS")
        for one in production.scenes
    )
    return replace(production, people=tuple(people), scenes=scenes), schedule


def leaked(text: str) -> list[str]:
    return [one for one in SECRETS if one in text]


def unfolded(data: bytes) -> str:
    return data.replace(b"\r\n ", b"").decode()


@pytest.mark.parametrize("wish", [{"person": "nora"}, {}, {"unit": "main"}])
def test_nothing_private_stands_in_a_calendar(wish: Json) -> None:
    """E14: no rate, note, reason, synopsis, nobody else."""
    assert leaked(unfolded(to_ics(shown(*secretive(), **wish)))) == []


def test_a_person_sees_no_date_of_others() -> None:
    """E14: on 2 March only Ben works."""
    found = entries(to_ics(shown(*harbor(), person="kid")), "Work")
    assert [one.start for one in found] == [date(2027, 3, 1), date(2027, 3, 18)]
    assert [line for one in found for line in one["description"].split("\n")[1:2]] == [
        "Scene 2: 6/8 page",
        "Scene 5: 1 page",
    ]


@pytest.mark.twin
def test_a_leak_is_caught() -> None:
    both = unfolded(to_ics(shown(*secretive()), cast=True))
    assert leaked(both) == ["Ivo Marsh"]


# --- any schedule ---------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(cases())
def test_days_of_calendars_are_the_days_of_the_board(
    case: tuple[Production, Schedule],
) -> None:
    """E11: as many entries as days; each person's work on each date of theirs."""
    production, schedule = case
    made = shown(production, schedule)
    found = entries(to_ics(made), "Shooting day")
    assert sorted(_day(one) for one in found) == sorted(
        day.date for day in schedule.days
    )
    cast = {one.id: one.cast for one in production.scenes}
    for person in production.people:
        own = to_ics(shown(production, schedule, person=person.id))
        assert sorted(_day(one) for one in entries(own, "Work")) == sorted(
            day.date
            for day in schedule.days
            if any(person.id in cast[strip] for strip in day.strips)
        )


def _day(entry: Any) -> date:
    return entry.start.date() if isinstance(entry.start, datetime) else entry.start
