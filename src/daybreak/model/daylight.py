"""How long the sun stands in the sky between call and wrap.

SPEC section 3, rule ``daylight``. Imported by those who check and solve, never by
the command line itself, so that its help does not wait for astral.

The positions of the sun come from astral; the times of rise and set are found here
as crossings between solar midnight and solar noon. So a sun that sets after
midnight UTC, that crosses the date line, or that does not set at all needs no case
of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import cos, radians, sin
from zoneinfo import ZoneInfo

from astral.julian import julianday_to_juliancentury
from astral.sun import eq_of_time, sun_declination

from daybreak.model.production import Base, Shift

MINUTES_A_DAY = 24 * 60
UP_FROM_DEGREES = -0.833  # upper limb on the horizon, with usual refraction
JULIAN_DAY_OF_ORDINAL_0 = 1_721_424.5
LAST_MINUTE = (date.max.toordinal() - 2) * MINUTES_A_DAY
BISECTIONS = 16  # 12 hours / 2**16 is under a second
LOWEST_SINE = sin(radians(UP_FROM_DEGREES))


def sun_minutes(base: Base, day: date, shift: Shift) -> float:
    """Minutes between call and wrap during which the sun is up at a base.

    Up means that its center stands above -0.833 degrees. Real minutes are counted:
    where the clocks change between call and wrap, the shift is that much shorter or
    longer. A time that the clocks skip counts by the clock before the change, a
    time that comes twice is the first one.

    Parameters
    ----------
    base
        A base with ``lat``, ``lon`` and ``timezone``.
    day
        The date of the call, by the clock of the base.
    shift
        Call and wrap; the wrap may be on the next morning.

    Raises
    ------
    ValueError
        When the base has no coordinates.

    Notes
    -----
    SPEC 3, rule ``daylight``; the tolerance of two minutes is the rule's affair.

    Examples
    --------
    >>> quito = Base(
    ...     id="q", name="Quito", lat=-0.2, lon=-78.5, timezone="America/Guayaquil"
    ... )
    >>> round(sun_minutes(quito, date(2027, 3, 21), Shift(call=0, wrap=1440)) / 60)
    12
    """
    if base.lat is None or base.lon is None or not base.timezone:
        raise ValueError(f"base {base.id} has no lat, lon and timezone")
    return _minutes_up(
        base.lat, base.lon, base.timezone, day.toordinal(), shift.call, shift.end
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sun:
    """When the sun rises and sets on a date, minutes since its local midnight.

    Both are None where it does neither: it stays up, or it stays down. A sunset of
    the next morning is over 1440.
    """

    rise: int | None
    sets: int | None
    stays_up: bool = False


def sun_on(base: Base, day: date) -> Sun | None:
    """Give when the sun rises and sets at a base, as its clocks show it.

    The sun whose noon falls on the date; None where the base has no coordinates.
    To the minute, for papers: rule ``daylight`` counts by `sun_minutes`.

    Examples
    --------
    >>> quito = Base(
    ...     id="q", name="Quito", lat=-0.2, lon=-78.5, timezone="America/Guayaquil"
    ... )
    >>> sun_on(quito, date(2027, 3, 21))
    Sun(rise=378, sets=1104, stays_up=False)
    """
    if base.lat is None or base.lon is None or not base.timezone:
        return None
    midnight = _in_utc(base.timezone, day.toordinal(), 0)
    noon = round((midnight + 720 - _solar_noon(base.lon, 0)) / MINUTES_A_DAY)
    rise, sunset = _span_up(base.lat, base.lon, noon)
    if sunset - rise < 1 or sunset - rise > MINUTES_A_DAY - 2:
        return Sun(rise=None, sets=None, stays_up=sunset - rise > 1)
    return Sun(
        rise=_by_the_clock(base.timezone, day, rise),
        sets=_by_the_clock(base.timezone, day, sunset),
    )


def _by_the_clock(timezone: str, day: date, time: float) -> int:
    """Minutes from the midnight of a date that a local clock shows at a time."""
    within = min(max(time, 2 * MINUTES_A_DAY), LAST_MINUTE)
    utc = datetime.min + timedelta(minutes=within - MINUTES_A_DAY)
    local = utc.replace(tzinfo=UTC).astimezone(ZoneInfo(timezone))
    offset = (local.utcoffset() or timedelta()).total_seconds() / 60
    return round(time + offset) - day.toordinal() * MINUTES_A_DAY


@lru_cache(maxsize=2**16)
def _minutes_up(
    lat: float, lon: float, timezone: str, ordinal: int, call: int, wrap: int
) -> float:
    """Overlap of the shift with the spans of sun of the dates around it."""
    start = _in_utc(timezone, ordinal, call)
    end = _in_utc(timezone, ordinal, wrap)
    total = 0.0
    for noon in range(ordinal - 2, ordinal + 4):
        rise, sunset = _span_up(lat, lon, noon)
        total += max(0.0, min(end, sunset) - max(start, rise))
    return total


def _in_utc(timezone: str, ordinal: int, minutes: int) -> float:
    """Minutes from the midnight (UTC) of ordinal 0 to a time of a local clock."""
    clock = min(max(ordinal, 2), date.max.toordinal() - 2) * MINUTES_A_DAY + minutes
    local = datetime.min + timedelta(minutes=clock - MINUTES_A_DAY)
    offset = ZoneInfo(timezone).utcoffset(local) or timedelta()
    return ordinal * MINUTES_A_DAY + minutes - offset.total_seconds() / 60


@lru_cache(maxsize=2**16)
def _span_up(lat: float, lon: float, ordinal: int) -> tuple[float, float]:
    """From when to when the sun is up about the solar noon of one UTC date.

    In minutes since the midnight (UTC) of ordinal 0. The spans of successive dates
    touch where the sun does not set; a span is empty where it does not rise.
    """
    before, noon, after = (_solar_noon(lon, ordinal + step) for step in (-1, 0, 1))
    rise = _crossing(lat, lon, dark=(before + noon) / 2, bright=noon)
    sunset = _crossing(lat, lon, dark=(noon + after) / 2, bright=noon)
    return rise, sunset


def _solar_noon(lon: float, ordinal: int) -> float:
    """When the sun stands highest on a UTC date (or just beside it)."""
    equation = _sun_at_midnight(ordinal)[1]
    return ordinal * MINUTES_A_DAY + 720 - 4 * lon - equation


def _crossing(lat: float, lon: float, *, dark: float, bright: float) -> float:
    """When the sun crosses the horizon between solar midnight and solar noon."""
    if _is_up(lat, lon, dark):
        return dark
    if not _is_up(lat, lon, bright):
        return bright
    for _ in range(BISECTIONS):
        middle = (dark + bright) / 2
        if _is_up(lat, lon, middle):
            bright = middle
        else:
            dark = middle
    return bright


def _is_up(lat: float, lon: float, time: float) -> bool:
    """Tell whether the sun's center stands above -0.833 degrees at a time."""
    ordinal, minutes = divmod(time, MINUTES_A_DAY)
    here, there = _sun_at_midnight(int(ordinal)), _sun_at_midnight(int(ordinal) + 1)
    part = minutes / MINUTES_A_DAY
    declination = here[0] + (there[0] - here[0]) * part
    equation = here[1] + (there[1] - here[1]) * part
    hour_angle = radians((minutes + equation) / 4 + lon - 180)
    across = cos(radians(lat)) * cos(declination) * cos(hour_angle)
    return sin(radians(lat)) * sin(declination) + across > LOWEST_SINE


@lru_cache(maxsize=2**14)
def _sun_at_midnight(ordinal: int) -> tuple[float, float]:
    """Declination (radians) and equation of time (minutes) at 00:00 UTC.

    Both change so slowly that a straight line between two midnights is true to a
    thousandth of a degree.
    """
    century = julianday_to_juliancentury(ordinal + JULIAN_DAY_OF_ORDINAL_0)
    return radians(sun_declination(century)), eq_of_time(century)
