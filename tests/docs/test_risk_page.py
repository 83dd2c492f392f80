"""The page on risk tells the model as it is, and its example can be used."""

from __future__ import annotations

import json
import re

from daybreak.model.kinds import plan_of
from daybreak.risking import RiskModel, risk_model_from
from tests.cli.running import run
from tests.docs.pages import DOCS, blocks_of, rows_of, text_of

PAGE = DOCS / "risk.md"
KEPT_APART = {"format", "version", "extra"}


def test_every_part_of_the_model_is_told() -> None:
    section = text_of(PAGE).split("## What is assumed\n")[1].split("\n## ")[0]
    told = {row[0].strip("`") for row in rows_of(section) if row[0].startswith("`")}
    assert told == {one.key for one in plan_of(RiskModel)} - KEPT_APART


def test_usual_figures_are_those_of_the_model() -> None:
    page, model = text_of(PAGE), RiskModel()
    assert f"{model.weather.stopping_share:.0%}".replace("%", " %") in page
    assert f"spread {model.overrun.spread:g}" in page
    assert f"{model.illness.chance_a_day * 100:g} % for each person" in page
    assert f"each {model.location_lost.times_a_year:g} times a year" in page
    assert f"{model.shutdown.times_a_year:g} times a year | nobody" in page


def test_stoppages_of_the_founding_case_can_be_used() -> None:
    model = risk_model_from(json.loads(blocks_of(PAGE, "json")[0]))
    assert len(model.stoppages) == 7


def test_every_option_that_is_told_is_there() -> None:
    told = set(re.findall(r"`(--[a-z-]+)", text_of(PAGE)))
    shown = run("risk", "--help").stdout
    assert {one for one in told if one not in shown} == set()
