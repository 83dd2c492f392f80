"""Sun minutes against the elevation of the sun, looked at minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from astral import Observer
from astral.sun import elevation

from daybreak.model.daylight import Sun, sun_minutes, sun_on
from daybreak.model.production import Base, Shift, standard_shifts

DAY = Shift(call=7 * 60, wrap=19 * 60)
NIGHT = Shift(call=18 * 60, wrap=6 * 60)
ALL_DAY = Shift(call=0, wrap=24 * 60)
TOLERANCE = 2.0


def a_base(lat: float, lon: float, timezone: str) -> Base:
    return Base(id="b", name="Somewhere", lat=lat, lon=lon, timezone=timezone)


def looked_at(base: Base, day: date, shift: Shift) -> int:
    """Count the minutes between call and wrap at which the sun is up."""
    assert base.lat is not None
    assert base.lon is not None
    zone = ZoneInfo(base.timezone or "UTC")
    midnight = datetime(day.year, day.month, day.day)
    at = (midnight + timedelta(minutes=shift.call)).replace(tzinfo=zone)
    end = (midnight + timedelta(minutes=shift.end)).replace(tzinfo=zone)
    observer = Observer(base.lat, base.lon, 0.0)
    moment, last, up = at.astimezone(UTC), end.astimezone(UTC), 0
    while moment < last:
        half = moment + timedelta(seconds=30)
        up += elevation(observer, half, with_refraction=False) > -0.833
        moment += timedelta(minutes=1)
    return up


PLACES = [
    (-60.0, -45.0, "America/Argentina/Ushuaia"),
    (-36.8, 174.8, "Pacific/Auckland"),
    (0.0, 0.0, "UTC"),
    (1.9, -157.4, "Pacific/Kiritimati"),  # 14 hours ahead, far in the west
    (21.3, -157.9, "Pacific/Honolulu"),  # the sun sets on the next UTC date
    (34.1, -118.2, "America/Los_Angeles"),
    (51.5, -0.1, "Europe/London"),
    (62.4, 6.1, "Europe/Oslo"),
    (65.7, -24.1, "Atlantic/Reykjavik"),  # the sun sets after midnight in June
    (67.0, 179.9, "Asia/Anadyr"),
    (70.0, 20.0, "Europe/Oslo"),  # polar day and polar night
]
DATES = [
    date(2027, 1, 5),
    date(2027, 3, 20),
    date(2027, 6, 21),
    date(2027, 9, 23),
    date(2028, 2, 29),
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("day", DATES)
def test_sun_minutes_are_what_a_look_every_minute_counts(
    place: tuple[float, float, str], day: date
) -> None:
    base = a_base(*place)
    for shift in standard_shifts().values():
        counted = looked_at(base, day, shift)
        assert sun_minutes(base, day, shift) == pytest.approx(counted, abs=TOLERANCE)


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ((34.1, -118.2, "America/Los_Angeles"), date(2027, 3, 14)),
        ((34.1, -118.2, "America/Los_Angeles"), date(2027, 11, 7)),
        ((51.5, -0.1, "Europe/London"), date(2027, 3, 28)),
        ((51.5, -0.1, "Europe/London"), date(2027, 10, 31)),
        ((-31.5, 159.1, "Australia/Lord_Howe"), date(2027, 4, 4)),  # half an hour
    ],
)
def test_clock_changes_count_in_real_minutes(
    place: tuple[float, float, str], day: date
) -> None:
    """RELIABILITY S19, S20, S24: days of 23 and 25 hours."""
    base = a_base(*place)
    for start in (day, day - timedelta(days=1)):
        for shift in (DAY, NIGHT, ALL_DAY):
            counted = looked_at(base, start, shift)
            assert sun_minutes(base, start, shift) == pytest.approx(
                counted, abs=TOLERANCE
            )


def test_polar_day_that_loses_an_hour_has_23_hours_of_sun() -> None:
    """RELIABILITY S19: what the clock skips was never shot in."""
    base = a_base(-89.5, 166.0, "Pacific/Auckland")  # its spring begins polar day
    assert sun_minutes(base, date(2027, 9, 26), ALL_DAY) == pytest.approx(1380)
    assert sun_minutes(base, date(2027, 9, 27), ALL_DAY) == pytest.approx(1440)


def test_polar_day_and_polar_night() -> None:
    base = a_base(70.0, 20.0, "Europe/Oslo")
    assert sun_minutes(base, date(2027, 6, 21), DAY) == pytest.approx(720)
    assert sun_minutes(base, date(2027, 6, 21), NIGHT) == pytest.approx(720)
    assert sun_minutes(base, date(2027, 12, 21), DAY) == 0.0


@pytest.mark.parametrize("lat", [90.0, 89.95, -90.0])
def test_at_the_pole_half_the_year_is_day(lat: float) -> None:
    base = a_base(lat, 0.0, "UTC")
    june = sun_minutes(base, date(2027, 6, 21), ALL_DAY)
    december = sun_minutes(base, date(2027, 12, 21), ALL_DAY)
    assert sorted([june, december]) == pytest.approx([0.0, 1440.0])


def test_times_that_the_clock_skips_or_repeats_are_counted_once() -> None:
    """RELIABILITY S21: 02:30 that does not exist, 01:30 that comes twice."""
    base = a_base(70.0, -118.2, "America/Los_Angeles")
    skipped = Shift(call=150, wrap=600)  # 02:30 by the old clock is 03:30 by the new
    repeated = Shift(call=90, wrap=600)  # the first 01:30: an hour more till 10:00
    spring = looked_at(base, date(2027, 3, 14), skipped)
    autumn = looked_at(base, date(2027, 11, 7), repeated)
    assert sun_minutes(base, date(2027, 3, 14), skipped) == pytest.approx(spring, abs=2)
    assert sun_minutes(base, date(2027, 11, 7), repeated) == pytest.approx(
        autumn, abs=2
    )


def test_first_and_last_dates_of_the_calendar_have_sun() -> None:
    """RELIABILITY S28: year 9999."""
    base = a_base(0.0, 0.0, "UTC")
    for day in (date.min, date.max):
        assert sun_minutes(base, day, ALL_DAY) == pytest.approx(727, abs=3)


def test_base_without_coordinates_is_refused() -> None:
    with pytest.raises(ValueError, match="base b has no lat, lon and timezone"):
        sun_minutes(Base(id="b", name="Town"), date(2027, 6, 1), DAY)


def test_a_long_shoot_on_five_bases_has_sun_between_none_and_all() -> None:
    bases = [a_base(10.0 * i + 0.25, 30.0 * i, "Europe/Rome") for i in range(5)]
    first = date(2027, 1, 1)
    for base in bases:
        for step in range(480):
            for shift in standard_shifts().values():
                found = sun_minutes(base, first + timedelta(days=step), shift)
                assert 0 <= found <= shift.end - shift.call


@pytest.mark.parametrize(
    ("base", "day"),
    [
        (a_base(51.5, -0.12, "Europe/London"), date(2027, 3, 28)),
        (a_base(-36.85, 174.76, "Pacific/Auckland"), date(2027, 12, 21)),
        (a_base(1.9, -157.4, "Pacific/Kiritimati"), date(2027, 6, 21)),
        (a_base(65.68, -18.1, "Atlantic/Reykjavik"), date(2027, 6, 21)),
    ],
)
def test_the_sun_crosses_the_horizon_when_the_clock_shows_its_rise_and_set(
    base: Base, day: date
) -> None:
    sun = sun_on(base, day)
    assert sun is not None
    for minute, comes_up in ((sun.rise, True), (sun.sets, False)):
        assert minute is not None
        early, late = (is_up(base, day, minute + step) for step in (-2, 2))
        assert (early, late) == (not comes_up, comes_up)


def is_up(base: Base, day: date, minute: int) -> bool:
    """Tell by astral whether the sun is up at a minute of a local clock."""
    local = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
    at = local.replace(tzinfo=ZoneInfo(base.timezone or "UTC")).astimezone(UTC)
    observer = Observer(base.lat or 0, base.lon or 0, 0.0)
    return bool(elevation(observer, at, with_refraction=False) > -0.833)


def test_papers_say_where_the_sun_neither_rises_nor_sets() -> None:
    tromso = a_base(69.65, 18.96, "Europe/Oslo")
    assert sun_on(tromso, date(2027, 6, 21)) == Sun(rise=None, sets=None, stays_up=True)
    assert sun_on(tromso, date(2027, 12, 21)) == Sun(rise=None, sets=None)
    assert sun_on(Base(id="b", name="Nowhere"), date(2027, 6, 21)) is None


@pytest.mark.parametrize("day", [date.min, date.max])
def test_first_and_last_dates_of_the_calendar_have_a_sunrise(day: date) -> None:
    sun = sun_on(a_base(-0.2, -78.5, "America/Guayaquil"), day)
    assert sun is not None
    assert sun.rise is not None
    assert 5 * 60 < sun.rise < 7 * 60
