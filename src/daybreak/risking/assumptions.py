"""What is assumed of a shoot's luck: the risk model, one JSON document.

Every number of a simulation stands here, so that it can be shown, questioned and
changed. Each part says what it means; a chance of 0 switches a risk off.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from daybreak.model.errors import DocumentError, Fault
from daybreak.model.fields import (
    DayCount,
    Extra,
    Id,
    Line,
    Real,
    Whole,
    keyed,
    table,
)
from daybreak.model.parts import field_faults, part
from daybreak.model.reading import read_part
from daybreak.model.writing import write_part

MONTHS = 12
Chance = Annotated[float, Real(0, 1, "give a chance from 0 to 1, such as 0.02")]
Rate = Annotated[float, Real(0, 100, "give how often a year, such as 0.05")]
Factor = Annotated[float, Real(0, 10, "give a factor such as 1.0")]
WetDays = Annotated[float, Real(0, 31, "give wet days of the month, 0 to 31")]


@part
class Spell:
    """How many days something lasts: a triangular distribution, rounded.

    Parameters
    ----------
    least, usual, most
        The fewest days, the likeliest number, and the most.
    """

    least: DayCount
    usual: DayCount
    most: DayCount

    def __post_init__(self) -> None:
        """Check every field, then their order."""
        faults = field_faults(self)
        if not faults and not self.least <= self.usual <= self.most:
            todo = "let least, usual and most rise"
            faults = [Fault(path="least", what="the days do not rise", todo=todo)]
        if faults:
            raise DocumentError(faults)


@part
class Weather:
    """Days on which exteriors cannot be shot.

    Parameters
    ----------
    stopping_share
        The share of wet days (1 mm or more) that stop an exterior.
    assumed_wet_share
        The share of wet days at a base of which no climate is known.
    farthest_km
        How far the place of a known climate may lie from a base.
    wet_days
        By base, wet days of January to December, where you know better.
    """

    stopping_share: Chance = 0.3
    assumed_wet_share: Chance = 0.3
    farthest_km: DayCount = 1500
    wet_days: Mapping[Id, tuple[WetDays, ...]] = table(default_factory=dict)

    def __post_init__(self) -> None:
        """Check every field, then that each base has twelve months."""
        faults = field_faults(self)
        faults += [
            Fault(
                path=f"wet_days.{base}",
                what=f"{len(days)} months",
                todo="give twelve, January to December",
            )
            for base, days in self.wet_days.items()
            if len(days) != MONTHS
        ]
        if faults:
            raise DocumentError(faults)


@part
class Overrun:
    """How much longer a day's work takes than its minutes say: lognormal.

    Parameters
    ----------
    median
        The factor that half of the days stay below.
    spread
        Standard deviation of the factor's logarithm; 0 for none.
    overtime_minutes
        How long a day may run over before its last strips are left for another.
    overtime_rate
        What a minute of it costs, against a minute of ``day_cost``.
    """

    median: Factor = 1.0
    spread: Factor = 0.12
    overtime_minutes: DayCount = 120
    overtime_rate: Factor = 1.5


@part
class Illness:
    """Somebody of the cast falls ill.

    Parameters
    ----------
    chance_a_day
        For each person and date of work.
    days
        How many calendar days, that one included.
    """

    chance_a_day: Chance = 0.002
    days: Spell = Spell(least=1, usual=3, most=10)


@part
class Closure:
    """Something closes for a while: a location, or the whole shoot.

    Parameters
    ----------
    times_a_year
        How often a year it begins, on average.
    days
        How many calendar days it lasts.
    """

    times_a_year: Rate
    days: Spell


@part
class UncertainFacts:
    """Facts that were only expected or rumored, and turn out otherwise.

    Parameters
    ----------
    expected_holds, rumored_holds, disputed_holds
        The chance that such a fact turns out as it was said.
    days
        How many days later it comes, where it does not.
    """

    expected_holds: Chance = 0.8
    rumored_holds: Chance = 0.4
    disputed_holds: Chance = 0.6
    days: Spell = Spell(least=7, usual=30, most=90)


@part
class PostProduction:
    """Delivery comes later than wrap and ``post_days`` say.

    Parameters
    ----------
    chance
        For each picture.
    days
        How many days later.
    """

    chance: Chance = 0.1
    days: Spell = Spell(least=3, usual=10, most=30)


@part
class Stoppage:
    """Dates on which the whole shoot stands still in every run.

    Parameters
    ----------
    first, last
        The first and the last of them; nobody knows before the first one.
    reason
        Why.
    """

    first: date = keyed("from")
    last: date = keyed("to")
    reason: Line = ""


@part
class Repair:
    """What a production does about a lost day.

    Parameters
    ----------
    cover
        Whether interiors are shot instead where that is possible.
    extra_days
        How many dates after its ``end`` a unit may still be had.
    lost_day_pay
        The share of ``day_cost`` that is paid for a day on which nothing was shot
        though everybody was called.
    patience_days
        How many dates a whole day may wait to stay together before its strips are
        placed one by one.
    """

    cover: bool = True
    extra_days: Annotated[int, Whole(0, 3650, "give whole days, 0 to 3650")] = 365
    lost_day_pay: Chance = 1.0
    patience_days: DayCount = 20


@part
class RiskModel:
    """Everything assumed: see each part."""

    format: Literal["daybreak/risk"] = "daybreak/risk"
    version: Literal[1] = 1
    weather: Weather = Weather()
    overrun: Overrun = Overrun()
    illness: Illness = Illness()
    location_lost: Closure = Closure(
        times_a_year=0.1, days=Spell(least=2, usual=5, most=21)
    )
    shutdown: Closure = Closure(
        times_a_year=0.03, days=Spell(least=7, usual=21, most=90)
    )
    facts: UncertainFacts = UncertainFacts()
    post: PostProduction = PostProduction()
    stoppages: tuple[Stoppage, ...] = ()
    repair: Repair = Repair()
    extra: Extra = table(default_factory=dict)


def without_risks() -> RiskModel:
    """Give a model in which nothing ever goes wrong."""
    never = Spell(least=0, usual=0, most=0)
    return RiskModel(
        weather=Weather(stopping_share=0),
        overrun=Overrun(spread=0),
        illness=Illness(chance_a_day=0),
        location_lost=Closure(times_a_year=0, days=never),
        shutdown=Closure(times_a_year=0, days=never),
        facts=UncertainFacts(expected_holds=1, rumored_holds=1, disputed_holds=1),
        post=PostProduction(chance=0),
    )


def risk_model_from(value: Any, *, source: str = "") -> RiskModel:
    """Read a risk model from a JSON value; what is left out is as usual.

    Raises
    ------
    DocumentError
        With every fault.
    """
    faults: list[Fault] = []
    made: RiskModel = read_part(RiskModel, value, "", faults)
    if faults:
        raise DocumentError(faults, source=source)
    try:
        _refuse_odd(made)
    except DocumentError as error:
        raise DocumentError(error.faults, source=source) from None
    return made


def _refuse_odd(model: RiskModel) -> None:
    """Refuse what single fields cannot see: days that do not rise, missing months."""
    spells = (
        ("illness", model.illness.days),
        ("location_lost", model.location_lost.days),
        ("shutdown", model.shutdown.days),
        ("facts", model.facts.days),
        ("post", model.post.days),
    )
    faults = [
        Fault(path=f"{name}.days", what="the days do not rise", todo="let them rise")
        for name, one in spells
        if not one.least <= one.usual <= one.most
    ]
    faults += [
        Fault(path="stoppages", what=f"{one.first} to {one.last}", todo="end after it")
        for one in model.stoppages
        if one.last < one.first
    ]
    if faults:
        raise DocumentError(faults)
    Weather(wet_days=model.weather.wet_days)  # raises where months are missing


def risk_model_text(model: RiskModel) -> str:
    """Give a risk model as JSON text with every default written out."""
    written = write_part(model, full=True)
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"
