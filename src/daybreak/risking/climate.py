"""How many days of a month are wet, at a few places.

Each row was read in a published table, and says in which and what it counts. Most
tables made for travelers leave open from how much rain on a day is wet; their rows say
so. A base takes the nearest place; a risk model can set its own.
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
    """Wet days of January to December at a place, and who says so.

    Parameters
    ----------
    wet_days
        By month; whole days where the table gives no fractions.
    source
        Who published the table, and its title.
    counts
        What that table counts as a wet day.
    """

    place: str
    lat: float
    lon: float
    wet_days: tuple[float, ...]
    source: str
    counts: str

    @property
    def said(self) -> str:
        """Give the source and what it counts, in words."""
        return f"{self.source}: {self.counts}"


ONE_MM = "days of 1 mm or more"
OPEN = "rain days, from how much on is not said"

CLIMATES: tuple[Climate, ...] = (
    Climate(
        *("London", 51.48, -0.45),
        (8, 7, 6, 6, 8, 8, 8, 8, 5, 8, 8, 7),
        "La Chaîne Météo, Météo voyage: Londres",
        OPEN,
    ),
    Climate(
        *("Paris", 48.82, 2.34),
        (12, 10, 8, 9, 9, 9, 9, 9, 9, 8, 10, 10),
        "Rolf Meier Reisen, Klimatabellen: Frankreich, Paris",
        OPEN,
    ),
    Climate(
        *("Berlin", 52.47, 13.4),
        (10, 8, 9, 8, 9, 10, 8, 8, 8, 8, 10, 11),
        "Climi e viaggi, Clima: Germania, Berlino",
        OPEN,
    ),
    Climate(
        *("Bergen", 60.39, 5.32),
        (21, 17, 19, 17, 17, 16, 18, 19, 23, 24, 22, 22),
        "Travel365, Bergen: quando andare",
        OPEN,
    ),
    Climate(
        *("Prague", 50.08, 14.42),
        (7, 6, 6, 7, 10, 10, 9, 9, 7, 6, 7, 7),
        "World Meteorological Organization, World Weather: Prague",
        OPEN,
    ),
    Climate(
        *("Bratislava", 48.17, 17.21),
        (6, 6, 5.7, 5.7, 8, 6.6, 6.4, 5.6, 5.6, 6.7, 7.1, 6.8),
        "Slovak Hydrometeorological Institute, Bratislava",
        ONE_MM,
    ),
    Climate(
        *("Rome", 41.8, 12.59),
        (8, 9, 8, 8, 7, 4, 2, 2, 5, 8, 10, 10),
        "Rolf Meier Reisen, Klimatabellen: Italien, Rom",
        OPEN,
    ),
    Climate(
        *("Venice", 45.5, 12.33),
        (6, 5, 6, 8, 8, 9, 6, 6, 6, 7, 6, 6),
        "Climi e viaggi, Clima: Italia, Venezia",
        OPEN,
    ),
    Climate(
        *("Abu Dhabi", 24.43, 54.65),
        (2, 3, 3, 2, 0, 0, 0, 0, 0, 0, 1, 1),
        "Landenweb, Abu Dhabi; November and December our estimate",
        OPEN,
    ),
    Climate(
        *("Los Angeles", 34.05, -118.24),
        (4, 3, 4, 3, 1, 0, 0, 0, 0, 1, 3, 4),
        "Klimatabelle.co, Los Angeles Klimatabelle",
        OPEN,
    ),
    Climate(
        *("New York", 40.78, -73.97),
        (10.4, 9.2, 10.9, 11.5, 11.1, 11.2, 10.4, 9.5, 8.7, 8.9, 9.6, 10.6),
        "wetter.de, Klima: USA, New York",
        ONE_MM,
    ),
    Climate(
        *("Atlanta", 33.64, -84.43),
        (14, 11, 12, 10, 11, 14, 16, 12, 10, 8, 10, 12),
        "aeroporto.net, Meteo Atlanta",
        OPEN,
    ),
    Climate(
        *("Vancouver", 49.2, -123.18),
        (15, 14, 14, 11, 9, 7, 5, 5, 8, 12, 17, 17),
        "Iten-Online, Klimadiagramme: Kanada, Vancouver",
        OPEN,
    ),
    Climate(
        *("Sydney", -33.86, 151.21),
        (10, 10, 12, 11, 11, 9, 6, 8, 7, 8, 10, 9),
        "klima-wetter.de, Klimatabelle Sydney",
        OPEN,
    ),
    Climate(
        *("Wellington", -41.29, 174.78),
        (7, 4, 5, 10, 11, 14, 14, 15, 10, 10, 11, 10),
        "Helbling Reisen, Wellington",
        OPEN,
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
    return _shares(near.wet_days), f"{near.place}, {away:,.0f} km away ({near.said})"


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
