"""Sunlight for the second checker: the sun's height, minute by minute.

The low-precision formulas of the Astronomical Almanac ("Computing planetary
positions", good to 0.01 degrees until 2050), not those that the package uses.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from math import asin, atan2, cos, degrees, radians, sin
from typing import Any
from zoneinfo import ZoneInfo

HORIZON = -0.833
J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)


def sun_minutes(town: dict[str, Any], day: date, call: int, wrap: int) -> int:
    """Give the minutes between call and wrap with the sun above the horizon.

    Parameters
    ----------
    town
        A base with ``lat``, ``lon`` and ``timezone``.
    call, wrap
        Minutes after the midnight of ``day``, by the town's clock.
    """
    place = (float(town["lat"]), float(town["lon"]), str(town["timezone"]))
    return _counted(*place, day, call, wrap)


@cache
def _counted(lat: float, lon: float, zone: str, day: date, call: int, wrap: int) -> int:
    moment, end = _instant(zone, day, call), _instant(zone, day, wrap)
    count = 0
    while moment < end:
        count += height(moment + timedelta(seconds=30), lat, lon) > HORIZON
        moment += timedelta(minutes=1)
    return count


def _instant(zone: str, day: date, minutes: int) -> datetime:
    """Give the moment at which the town's clock shows so many minutes."""
    later = day + timedelta(days=minutes // 1440)
    minutes %= 1440
    local = datetime(later.year, later.month, later.day, minutes // 60, minutes % 60)
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def height(moment: datetime, lat: float, lon: float) -> float:
    """Give the height of the sun's center above the horizon in degrees."""
    days = (moment - J2000) / timedelta(days=1)
    mean_longitude = radians((280.460 + 0.9856474 * days) % 360)
    anomaly = radians((357.528 + 0.9856003 * days) % 360)
    longitude = mean_longitude + radians(
        1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly)
    )
    tilt = radians(23.439 - 0.0000004 * days)
    ascension = atan2(cos(tilt) * sin(longitude), cos(longitude))
    declination = asin(sin(tilt) * sin(longitude))
    sidereal = radians((280.46062 + 360.98564737 * days + lon) % 360)
    hour_angle = sidereal - ascension
    return degrees(
        asin(
            sin(radians(lat)) * sin(declination)
            + cos(radians(lat)) * cos(declination) * cos(hour_angle)
        )
    )
