"""Budget tiers: every number an import assumes, with where it comes from.

One table. docs/importing.md prints it, a test keeps the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Literal, get_args

TierName = Literal["micro", "low", "mid", "studio"]
TIER_NAMES: tuple[TierName, ...] = get_args(TierName)

CURRENCY = "USD"
DAY_MINUTES = 600
RATES_DATED = "2026-07-01"
"""The SAG-AFTRA day rates below are those effective from this date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that is assumed.

    Parameters
    ----------
    value
        The number.
    source
        Where it comes from, in words a user can check.
    """

    value: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """What a production of one size is assumed to pay and to shoot.

    Parameters
    ----------
    crew_day
        Cost of a unit's shooting day, USD.
    idle_percent
        Percent of it that an idle date costs.
    cast_day
        Day rate of the cast, USD.
    lead_day, leads
        Day rate of the first cast numbers, USD, and how many they are.
    location_day
        Fee for a location and day, USD.
    move_minutes
        Minutes that a change of location inside a day takes.
    pages_a_day
        Pages shot in a day.
    """

    name: TierName
    crew_day: Figure
    idle_percent: Figure
    cast_day: Figure
    lead_day: Figure
    leads: int
    location_day: Figure
    move_minutes: Figure
    pages_a_day: Figure

    def figures(self) -> tuple[tuple[str, Figure], ...]:
        """Give each figure with its name."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple(
            (name, value) for name, value in pairs if isinstance(value, Figure)
        )


_DEMO = "our default for this budget, no published rate"
_IDLE = "our default: crew on retainer and rentals that run on"
_SCALE = f"SAG-AFTRA scale from {RATES_DATED}, derived from published steps"
_FEE = "location fees begin at about 1,000 a day; no fixed standard"
_FEE_LARGE = "mansions, bars, shops 5,000-20,000 a day, as published"
_MOVE_SMALL = "a small team needs 30 minutes, as published"
_MOVE_LARGE = "a feature crew needs an hour at each end, as published"
_PAGES = "features shoot 3-5 pages a day, as published"
_PAGES_SLOW = "action and effects shoot 0.5-3 pages a day, as published"
_PAGES_LOW = "features shoot 3-5 pages a day, low budgets the most of it"
_LEAD = "our guess for a lead: leads negotiate above scale"

TIERS: dict[TierName, Tier] = {
    "micro": Tier(
        name="micro",
        crew_day=Figure(value=5_000, source=_DEMO),
        idle_percent=Figure(value=10, source=_IDLE),
        cast_day=Figure(value=257, source=f"{_SCALE}: Ultra Low (UPA), 20 % of Basic"),
        lead_day=Figure(value=257, source="as the rest of the cast"),
        leads=0,
        location_day=Figure(value=200, source="a warehouse, 2011, as published"),
        move_minutes=Figure(value=30, source=_MOVE_SMALL),
        pages_a_day=Figure(value=5, source=_PAGES_LOW),
    ),
    "low": Tier(
        name="low",
        crew_day=Figure(value=40_000, source=_DEMO),
        idle_percent=Figure(value=25, source=_IDLE),
        cast_day=Figure(value=834, source=f"{_SCALE}: Low Budget (LBA), 65 % of Basic"),
        lead_day=Figure(value=834, source="as the rest of the cast"),
        leads=0,
        location_day=Figure(value=1_000, source=_FEE),
        move_minutes=Figure(value=60, source=_MOVE_LARGE),
        pages_a_day=Figure(value=5, source=_PAGES_LOW),
    ),
    "mid": Tier(
        name="mid",
        crew_day=Figure(value=110_000, source=f"{_DEMO}; about 82,000 is crew alone"),
        idle_percent=Figure(value=30, source=_IDLE),
        cast_day=Figure(value=1_283, source=f"{_SCALE}: Basic"),
        lead_day=Figure(value=5_000, source=_LEAD),
        leads=3,
        location_day=Figure(value=5_000, source=_FEE_LARGE),
        move_minutes=Figure(value=60, source=_MOVE_LARGE),
        pages_a_day=Figure(value=4, source=_PAGES),
    ),
    "studio": Tier(
        name="studio",
        crew_day=Figure(value=500_000, source="about 500,000 a day, reported in 2012"),
        idle_percent=Figure(value=40, source=_IDLE),
        cast_day=Figure(value=1_283, source=f"{_SCALE}: Basic"),
        lead_day=Figure(value=25_000, source=_LEAD),
        leads=3,
        location_day=Figure(value=10_000, source=_FEE_LARGE),
        move_minutes=Figure(value=90, source=f"{_MOVE_LARGE}, and trucks"),
        pages_a_day=Figure(value=2, source=_PAGES_SLOW),
    ),
}


def minutes_per_eighth(day_minutes: int, pages_a_day: Decimal) -> int:
    """Give the whole minutes nearest to what an eighth takes at a pace, at least 1.

    Parameters
    ----------
    day_minutes
        Minutes of work in a day.
    pages_a_day
        Pages shot in it.

    Examples
    --------
    >>> minutes_per_eighth(600, Decimal(5))
    15
    """
    return max(1, int(Decimal(day_minutes) / (8 * pages_a_day) + Decimal("0.5")))
