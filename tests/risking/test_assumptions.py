"""The risk model: written out, read back, refused where it makes no sense."""

from __future__ import annotations

import json
from calendar import monthrange
from dataclasses import replace
from typing import Any

import pytest

from daybreak.model.errors import DocumentError
from daybreak.model.production import Base
from daybreak.risking import RiskModel, risk_model_from, risk_model_text, without_risks
from daybreak.risking.assumptions import Weather
from daybreak.risking.climate import CLIMATES, ONE_MM, OPEN, Climate, weather_at

SOMEWHERE = {"id": "b", "name": "Base", "timezone": "Europe/London"}


@pytest.mark.parametrize("model", [RiskModel(), without_risks()])
def test_a_model_comes_back_as_it_was_written(model: RiskModel) -> None:
    assert risk_model_from(json.loads(risk_model_text(model))) == model


def test_what_is_left_out_is_as_usual() -> None:
    assert risk_model_from({}) == RiskModel()
    assert risk_model_from({"post": {"chance": 0.5}}).post.chance == 0.5


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"wether": {}}, "wether"),
        ({"weather": {"stopping_share": 1.5}}, "weather.stopping_share"),
        ({"weather": {"wet_days": {"rome": [1, 2]}}}, "wet_days.rome"),
        ({"illness": {"chance_a_day": "often"}}, "illness.chance_a_day"),
        ({"post": {"days": {"least": 9, "usual": 5, "most": 7}}}, "post.days"),
        ({"stoppages": [{"from": "2021-02-02", "to": "2021-01-01"}]}, "stoppages"),
        ([], "no object"),
    ],
)
def test_a_model_that_makes_no_sense_is_refused(value: object, told: str) -> None:
    with pytest.raises(DocumentError) as error:
        risk_model_from(value, source="risk.json")
    assert str(error.value).startswith("risk.json: ")
    assert told in str(error.value)


# --- climate ------------------------------------------------------------------------


def unsound(climate: Climate) -> list[str]:
    """Give what is wrong with a row: months, days, or where it was read."""
    publisher, _, title = climate.source.partition(", ")
    months = zip(range(1, 13), climate.wet_days, strict=False)
    return [
        *(["months"] if len(climate.wet_days) != 12 else []),
        *(f"month {m}" for m, d in months if not 0 <= d <= monthrange(2027, m)[1]),
        *(["source"] if not (publisher and title) or "memory" in climate.said else []),
        *(["counts"] if climate.counts not in (ONE_MM, OPEN) else []),
    ]


def test_every_climate_was_read_somewhere_and_says_what_it_counts() -> None:
    assert {one.place: unsound(one) for one in CLIMATES if unsound(one)} == {}


@pytest.mark.twin
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"source": "from memory, not looked up"}, ["source"]),
        ({"source": "somebody"}, ["source"]),
        ({"counts": "rain"}, ["counts"]),
        ({"wet_days": (1.0,) * 11}, ["months"]),
        ({"wet_days": (1.0, 30.0, *(1.0,) * 10)}, ["month 2"]),
    ],
)
def test_a_climate_from_nowhere_is_found(change: Any, told: list[str]) -> None:
    assert unsound(replace(CLIMATES[0], **change)) == told


def test_a_base_takes_the_nearest_climate_and_says_how_far_it_is() -> None:
    base = Base(**SOMEWHERE, lat=51.5, lon=-0.12)
    found = weather_at(base, RiskModel(weather=Weather(stopping_share=0.5)))
    assert found.said.startswith("London, 23 km away (La Chaîne Météo, ")
    assert found.stops[0] == 8 / 31 * 0.5


def test_a_base_far_from_every_climate_has_an_assumed_one_and_says_so() -> None:
    base = Base(**SOMEWHERE, lat=0.0, lon=-30.0)
    found = weather_at(base, RiskModel())
    assert found.stops == (0.3 * 0.3,) * 12
    assert "assumed: the nearest climate, " in found.said


def test_a_base_without_a_position_has_an_assumed_climate() -> None:
    found = weather_at(Base(id="b", name="Base"), RiskModel())
    assert found.said == "30% of days wet, assumed: its position is not known"


def test_wet_days_of_ones_own_count_first() -> None:
    weather = Weather(wet_days={"b": (31.0,) * 12}, stopping_share=0.5)
    base = Base(**SOMEWHERE, lat=51.5, lon=-0.12)
    assert weather_at(base, RiskModel(weather=weather)).stops[0] == 0.5
