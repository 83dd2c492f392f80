"""How many days of a month are wet, at a few places.

A day is wet with 1 mm or more, or what the row's source counts. Rows with a source were
read there. The others were written from memory of published normals and not looked up:
they say so, on every paper that rests on them, and a risk model can set its own. A base
takes the nearest place.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from daybreak.model.production import Base
from daybreak.risking.assumptions import RiskModel

EARTH_KM = 6371.0
YEAR_OF_MONTHS = 2027  # no leap year: only for how long a month is


@dataclass(frozen=True, slots=True)
class Climate:
    """Wet days of January to December at a place, and who says so."""

    place: str
    lat: float
    lon: float
    wet_days: tuple[float, ...]
    source: str


UNREAD = "from memory, not looked up: set wet_days of your own before you rely on it"

CLIMATES: tuple[Climate, ...] = (
    Climate(
        *("London", 51.48, -0.45),
        (11.1, 8.5, 9.3, 9.1, 8.8, 8.2, 7.7, 7.5, 8.1, 10.8, 10.3, 10.2),
        UNREAD,
    ),
    Climate(
        *("Paris", 48.82, 2.34),
        (9.9, 9.1, 9.5, 8.6, 9.2, 8.3, 7.4, 8.1, 7.5, 9.5, 10.4, 11.4),
        UNREAD,
    ),
    Climate(
        *("Berlin", 52.47, 13.40),
        (10.0, 8.0, 9.1, 7.8, 8.9, 7.0, 7.0, 7.0, 7.8, 7.6, 9.6, 11.4),
        UNREAD,
    ),
    Climate(
        *("Prague", 50.08, 14.42),
        (7, 6, 6, 7, 10, 10, 9, 9, 7, 6, 7, 7),
        "World Meteorological Organization, Prague, whole days",
    ),
    Climate(
        *("Bratislava", 48.17, 17.21),
        (6, 6, 5.7, 5.7, 8, 6.6, 6.4, 5.6, 5.6, 6.7, 7.1, 6.8),
        "Slovak Hydrometeorological Institute, Bratislava, 1 mm or more",
    ),
    Climate(
        *("Rome", 41.80, 12.59),
        (7.0, 7.6, 7.6, 9.2, 6.2, 4.3, 2.1, 3.3, 6.2, 8.2, 9.7, 8.0),
        UNREAD,
    ),
    Climate(
        *("Venice", 45.50, 12.33),
        (6, 5, 6, 8, 8, 9, 6, 6, 6, 7, 6, 6),
        "climieviaggi.it, Venezia, whole days",
    ),
    Climate(
        *("Abu Dhabi", 24.43, 54.65),
        (2, 3, 3, 2, 0, 0, 0, 0, 0, 0, 1, 1),
        "landenweb.com, Abu Dhabi, whole days; November and December our estimate",
    ),
    Climate(
        *("Los Angeles", 34.05, -118.24),
        (6.1, 6.3, 5.1, 2.8, 1.9, 0.5, 0.4, 0.1, 0.4, 2.2, 2.8, 5.5),
        UNREAD,
    ),
    Climate(
        *("New York", 40.78, -73.97),
        (10.8, 10.0, 11.1, 11.4, 11.5, 11.2, 10.5, 10.0, 8.8, 9.5, 9.2, 11.4),
        UNREAD,
    ),
    Climate(
        *("Atlanta", 33.64, -84.43),
        (11.1, 10.4, 10.5, 8.9, 9.4, 11.1, 11.8, 10.2, 7.3, 6.8, 8.1, 10.7),
        UNREAD,
    ),
    Climate(
        *("Vancouver", 49.20, -123.18),
        (19.5, 15.4, 17.7, 14.8, 13.2, 11.5, 6.3, 6.7, 8.3, 15.4, 20.4, 19.7),
        UNREAD,
    ),
    Climate(
        *("Sydney", -33.86, 151.21),
        (8.2, 9.0, 10.1, 7.9, 7.9, 9.3, 7.2, 5.6, 5.8, 7.6, 8.7, 7.9),
        UNREAD,
    ),
    Climate(
        *("Wellington", -41.29, 174.78),
        (7, 4, 5, 10, 11, 14, 14, 15, 10, 10, 11, 10),
        "helbling-reisen.ch, Wellington, whole days",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseWeather:
    """What is assumed of a base's weather, and where that is from.

    Parameters
    ----------
    stops
        By month, the chance that a date there stops an exterior.
    said
        Where it is from, in words.
    """

    base: str
    stops: tuple[float, ...]
    said: str


def weather_at(base: Base, model: RiskModel) -> BaseWeather:
    """Give the weather that a model assumes at a base."""
    weather = model.weather
    wet, said = _wet_shares(base, model)
    stops = tuple(min(1.0, share * weather.stopping_share) for share in wet)
    return BaseWeather(base=base.id, stops=stops, said=said)


def _wet_shares(base: Base, model: RiskModel) -> tuple[tuple[float, ...], str]:
    """Give the share of wet days by month, and where it is from."""
    own = model.weather.wet_days.get(base.id)
    if own is not None:
        return _shares(own), "as the risk model says"
    assumed = (model.weather.assumed_wet_share,) * 12
    share = f"{model.weather.assumed_wet_share:.0%} of days wet, assumed"
    if base.lat is None or base.lon is None:
        return assumed, f"{share}: its position is not known"
    near = min(CLIMATES, key=lambda one: _km(base, one))
    away = _km(base, near)
    if away > model.weather.farthest_km:
        return assumed, f"{share}: the nearest climate, {near.place}, is {away:,.0f} km"
    return _shares(near.wet_days), f"{near.place}, {away:,.0f} km away ({near.source})"


def _shares(wet_days: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(
        days / monthrange(YEAR_OF_MONTHS, month)[1]
        for month, days in enumerate(wet_days, 1)
    )


def _km(base: Base, climate: Climate) -> float:
    """Give the distance along the ground, by the haversine formula."""
    assert base.lat is not None
    assert base.lon is not None
    lat, lon = radians(base.lat), radians(base.lon)
    other, far = radians(climate.lat), radians(climate.lon)
    half = sin((other - lat) / 2) ** 2
    half += cos(lat) * cos(other) * sin((far - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
