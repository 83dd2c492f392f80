"""How a shoot is meant to be: settings of an import, and the units they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from daybreak.importers.defaults import (
    FIVE_DAYS,
    first_monday,
    holiday_test,
    last_date,
)
from daybreak.importers.names import Ids
from daybreak.importers.tiers import (
    DAY_MINUTES,
    TIERS,
    Tier,
    TierName,
    minutes_per_eighth,
)
from daybreak.model.errors import UsageError
from daybreak.model.fields import Weekday
from daybreak.model.production import Base, Unit

UNIT_NAMES = ("Main unit",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the shoot is meant to be, as far as the caller says.

    Parameters
    ----------
    start
        First date of shooting.
    tier
        Budget tier, the source of every cost.
    workweek
        Weekdays on which the units work.
    units
        Names of the units; any of them may shoot any scene.
    day_minutes
        Minutes of work in a day.
    pages_per_day
        Pages shot in a day; None takes those of the tier.
    holidays
        Dates and countries on which nobody shoots.
    base
        Where everything lies; None is a base "Home" without daylight.
    """

    start: date
    tier: Tier
    workweek: tuple[Weekday, ...] = FIVE_DAYS
    units: tuple[str, ...] = UNIT_NAMES
    day_minutes: int = DAY_MINUTES
    pages_per_day: Decimal | None = None
    holidays: tuple[date | str, ...] = ()
    base: Base | None = None

    @property
    def pages(self) -> Decimal:
        """Pages shot in a day."""
        return self.pages_per_day or Decimal(self.tier.pages_a_day.value)

    @property
    def eighth_minutes(self) -> int:
        """Minutes that an eighth takes."""
        return minutes_per_eighth(self.day_minutes, self.pages)


def settings_for(
    *,
    today: date | None = None,
    start: date | None = None,
    tier: TierName = "micro",
    workweek: Sequence[Weekday] = FIVE_DAYS,
    units: Sequence[str] = UNIT_NAMES,
    day_minutes: int = DAY_MINUTES,
    pages_per_day: Decimal | int | None = None,
    holidays: Sequence[date | str] = (),
    base: Base | None = None,
) -> Settings:
    """Give the settings that a caller means, the defaults filled in.

    Parameters
    ----------
    today
        The date of the import; without ``start``, shooting begins on the first Monday
        at least eight weeks after it.
    start, tier, workweek, units, day_minutes, pages_per_day, holidays, base
        As in `Settings`.

    Raises
    ------
    UsageError
        When neither ``today`` nor ``start`` is given, or a setting makes no sense.
    """
    return Settings(
        start=_start(start, today),
        tier=_tier(tier),
        workweek=tuple(workweek),
        units=tuple(units) or UNIT_NAMES,
        day_minutes=day_minutes,
        pages_per_day=_pages(pages_per_day),
        holidays=tuple(holidays),
        base=base,
    )


def _start(start: date | None, today: date | None) -> date:
    if start is not None:
        return start
    if today is None:
        raise UsageError("No date is given.\nMaybe say when shooting begins: start.")
    return first_monday(today)


def _tier(name: str) -> Tier:
    for tier in TIERS.values():
        if tier.name == name:
            return tier
    raise UsageError(f'"{name}" is no budget tier.\nMaybe one of {", ".join(TIERS)}.')


def _pages(pages: Decimal | int | None) -> Decimal | None:
    if pages is None:
        return None
    if not 0 < pages <= 100:
        raise UsageError(f"{pages} pages a day cannot be.\nMaybe 3 to 6.")
    return Decimal(pages)


def whole_days(eighths: int, settings: Settings) -> int | None:
    """Give the whole days of a scene that is longer than one, None for the others.

    What passes a day by no more than an eighth of it is squeezed in.
    """
    return days_filled(eighths * settings.eighth_minutes, settings.day_minutes)


def days_filled(minutes: int, day_minutes: int) -> int | None:
    """Give the whole days that minutes of work fill, as `whole_days` counts them."""
    if minutes <= day_minutes or day_minutes <= 0:
        return None
    return max(1, -(-(8 * minutes - day_minutes) // (8 * day_minutes)))


def units_for(settings: Settings, lengths: Sequence[int]) -> tuple[Unit, ...]:
    """Make the units, with room for scenes of the lengths given in eighths."""
    tier = settings.tier
    minutes = sum(
        (whole_days(eighths, settings) or 0) * settings.day_minutes
        or eighths * settings.eighth_minutes
        for eighths in lengths
    )
    days = ceil(minutes / max(1, settings.day_minutes) / len(settings.units))
    end = last_date(
        settings.start,
        days=days,
        workweek=settings.workweek,
        is_holiday=holiday_test(settings.holidays),
    )
    ids = Ids()
    return tuple(
        Unit(
            id=ids.make(name.removesuffix(" unit"), otherwise="unit"),
            name=name,
            start=settings.start,
            end=end,
            workweek=settings.workweek,
            day_minutes=settings.day_minutes,
            minutes_per_eighth=settings.eighth_minutes,
            day_cost=tier.crew_day.value,
            idle_day_cost=tier.crew_day.value * tier.idle_percent.value // 100,
            move_minutes=tier.move_minutes.value,
        )
        for name in settings.units
    )
