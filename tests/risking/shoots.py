"""Small shoots whose luck can be worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.risking import Bet, Outcome, RiskModel, outcomes, without_risks
from daybreak.risking.assumptions import Weather
from tests.strategies import as_production, as_schedule

MONDAY = "2027-06-07"
Json = dict[str, Any]


def scene(name: str, **fields: Any) -> Json:
    """Give an interior of 300 minutes by day with Ann in it, changed as asked."""
    usual: Json = {
        "id": name,
        "picture": "p",
        "number": name,
        "heading": f"INT. {name} - DAY",
        "place": "int",
        "time": "day",
        "location": "hall",
        "eighths": 8,
        "minutes": 300,
        "cast": ["ann"],
    }
    return usual | fields


def exterior(name: str, **fields: Any) -> Json:
    """Give an exterior that fills a day's minutes."""
    return scene(name, place="ext", location="field", minutes=600, **fields)


def production(*scenes: Json, **fields: Any) -> Production:
    """Give a shoot of five days a week, one base, one daily player."""
    usual: Json = {
        "format": "daybreak/production",
        "version": 1,
        "title": "Small",
        "currency": "EUR",
        "pictures": [{"id": "p", "title": "Picture", "release": "2027-12-31"}],
        "units": [
            {
                "id": "main",
                "name": "Main unit",
                "start": MONDAY,
                "end": "2027-08-27",
                "workweek": ["mon", "tue", "wed", "thu", "fri"],
                "day_cost": 1000,
                "idle_day_cost": 200,
            }
        ],
        "bases": [{"id": "town", "name": "Town"}],
        "locations": [
            {"id": "hall", "name": "Hall", "base": "town"},
            {"id": "field", "name": "Field", "base": "town"},
        ],
        "people": [
            {"id": "ann", "name": "Ann", "deals": [{"kind": "daily", "rate": 100}]},
            {"id": "bob", "name": "Bob", "deals": [{"kind": "daily", "rate": 50}]},
        ],
        "scenes": list(scenes),
    }
    return as_production(usual | fields)


def schedule(*days: tuple[str, list[str]], **fields: Any) -> Schedule:
    """Give a plan of the main unit by day."""
    listed = [
        {"unit": "main", "date": on, "shift": "day", "strips": strips}
        for on, strips in days
    ]
    usual: Json = {"format": "daybreak/schedule", "version": 1, "days": listed}
    return as_schedule(usual | fields)


def rain(chance: float, **fields: Any) -> RiskModel:
    """Give a model in which nothing but rain goes wrong."""
    calm = without_risks()
    weather = Weather(assumed_wet_share=1.0, stopping_share=chance)
    usual = {
        name: getattr(calm, name)
        for name in (
            *("overrun", "illness", "location_lost", "shutdown"),
            *("facts", "post", "stoppages", "repair"),
        )
    }
    return RiskModel(weather=weather, **(usual | fields))


def bet(shoot: Production, plan: Schedule, model: RiskModel, *, seed: int = 1) -> Bet:
    """Give a bet on a plan from its first day on."""
    first = min(day.date for day in plan.days)
    return Bet(production=shoot, schedule=plan, model=model, seed=seed, today=first)


def runs(one: Bet, count: int) -> list[Outcome]:
    """Give the outcomes of some runs."""
    return list(outcomes(one, range(1, count + 1)))


def wrap(outcome: Outcome) -> str:
    """Give when the picture wraps."""
    return str(date.fromordinal(outcome.wraps["p"]))
