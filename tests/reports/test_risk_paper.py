"""The risk paper and its picture: every assumption on the page, readable alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from daybreak.reports.drawing.risk_beside import draw_swings
from daybreak.reports.drawing.risk_picture import WIDTH, draw_risk
from daybreak.reports.formats.text import text_lines
from daybreak.reports.lines import to_text
from daybreak.reports.papers.paper import Picture
from daybreak.reports.papers.risk import answer_of, risk_paper
from daybreak.reports.papers.risk_beside import won_back
from daybreak.reports.papers.stamp import Stamp
from daybreak.reports.risk_rows import (
    AmountRow,
    CauseRow,
    ChanceRow,
    DateRow,
    DaysRow,
    PictureRiskRow,
    ReplanRow,
    ReplansRow,
    ReplanWrapRow,
    RiskRows,
    SwingRow,
    SwingsRow,
    percent_of,
)
from tests.conftest import Compare

STAMP = Stamp(
    production="Ferry",
    board="first",
    digest="0f3a99c1",
    made=datetime(2027, 5, 1, 9, tzinfo=UTC),
)
LIKELY = ChanceRow(share=0.74, low=0.7, high=0.78)
SURE = ChanceRow(share=1.0, low=0.99, high=1.0)


def day(text: str) -> DateRow:
    """Give a date that is as sure as can be."""
    found = date.fromisoformat(text)
    return DateRow(value=found, low=found, high=found)


WRAPS = (day("2027-06-11"), day("2027-06-14"), day("2027-06-25"))
FERRY = PictureRiskRow(
    title="The Ferry",
    plan_wrap=date(2027, 6, 11),
    plan_delivery=date(2027, 10, 9),
    release=date(2027, 10, 15),
    last_wrap=date(2027, 6, 17),
    wraps=ChanceRow(share=0.4, low=0.36, high=0.44),
    delivers=ChanceRow(share=0.4, low=0.36, high=0.44),
    opens=LIKELY,
    wrap=WRAPS,
    delivery=(
        day("2027-10-09"),
        day("2027-10-12"),
        DateRow(value=None, low=None, high=None),
    ),
    days=(DaysRow(days=1, wraps=LIKELY, opens=SURE),),
    needs=((0.5, 1), (0.95, None)),
    waits=(("scene 4, EXT. PIER - DAY", 0.6),),
    seen=(date(2027, 6, 11),) * 40
    + (date(2027, 6, 14),) * 34
    + (date(2027, 6, 25),) * 25,
    unfinished=1,
)
ROWS = RiskRows(
    title="Ferry",
    currency="EUR",
    asked=500,
    done=100,
    seed=1,
    today=date(2027, 6, 7),
    pictures=(FERRY,),
    plan_cost=23_350,
    cost=tuple(
        AmountRow(value=one, low=one - 50, high=one + 50)
        for one in (24_000, 25_000, 31_000)
    ),
    extra_cost=420,
    covered=0.3,
    kinds=(CauseRow(name="weather, exteriors", days=1.25, low=0, high=3, runs=LIKELY),),
    strips=(),
    people=(),
    places=(),
    assumptions=(("Weather", "30 % of wet days stop every exterior"),),
    notes=("Not simulated, though not certain: nora's window (rumored).",),
    findings=("In 2 % of runs the board breaks a rule: location in 2 runs.",),
)
HANDS = tuple(
    DaysRow(days=days, wraps=LIKELY, opens=ChanceRow(share=share, low=share, high=1.0))
    for days, share in ((0, 0.74), (7, 0.9), (30, 0.99))
)
SWINGS = SwingsRow(
    title="The Ferry",
    what="ready for its release",
    share=0.74,
    runs=100,
    swings=(
        SwingRow(
            name="illness", without=0.9, twice=0.5, less=(0.08, 0.23), more=(-0.3, -0.1)
        ),
        SwingRow(
            name="a shutdown of all",
            without=0.75,
            twice=0.74,
            less=(-0.01, 0.03),
            more=(-0.02, 0.02),
        ),
    ),
)


def replan_row(
    run: int, repaired: str, replanned: str | None, failed: str = ""
) -> ReplanRow:
    """Give a bad run, planned anew."""
    wraps = ReplanWrapRow(
        title="The Ferry",
        planned=date(2027, 6, 11),
        repaired=date.fromisoformat(repaired),
        replanned=date.fromisoformat(replanned) if replanned else None,
    )
    on = date(2027, 6, 9)
    return ReplanRow(
        run=run, on=on, cause="somebody ill", pictures=(wraps,), failed=failed
    )


REPLANS = ReplansRow(
    work="20,000 moves",
    rows=(
        replan_row(3, "2027-07-01", "2027-06-16"),
        replan_row(8, "2027-06-21", "2027-06-22"),
        replan_row(9, "2027-06-20", None, failed="What was shot breaks a rule."),
    ),
)
WHOLE = replace(
    ROWS,
    pictures=(replace(FERRY, days=HANDS),),
    swings=(SWINGS,),
    replans=REPLANS,
)


def test_paper_stays_as_it_is(golden: Compare) -> None:
    golden("paper-risk.txt", to_text(text_lines(risk_paper(ROWS, STAMP), width=120)))


def test_paper_with_all_that_can_be_asked_stays_as_it_is(golden: Compare) -> None:
    made = to_text(text_lines(risk_paper(WHOLE, STAMP), width=120))
    golden("paper-risk-whole.txt", made)


def test_what_replans_win_back_is_counted_of_what_was_lost() -> None:
    assert won_back(REPLANS) == (
        "Replanned where they lost most, the worst 2 runs win back 14 of 30 days by "
        "which they wrap late (47 %); 1 run could not be replanned."
    )
    assert won_back(replace(REPLANS, rows=())).startswith("No run wraps later")


def test_days_in_hand_are_drawn_as_a_curve() -> None:
    svg = draw_risk(WHOLE, stamp="", says="").svg
    assert "How many days in hand buy which chance" in svg
    assert "without any: 74 %; with 30: 99 %" in svg
    assert "buy which chance" not in draw_risk(ROWS, stamp="", says="").svg


def test_bars_reach_from_the_chance_as_assumed_to_the_one_without() -> None:
    svg = draw_swings((SWINGS,), says="").svg
    assert "50 % to 90 %" in svg
    bars = re.findall(r'<rect x="([.\d]+)" y="[.\d]+" width="([.\d]+)"', svg)[1:]
    (better, more), (worse, less) = ([float(one) for one in bar] for bar in bars[:2])
    assert better == pytest.approx(worse + less, abs=0.1)
    assert more / less == pytest.approx(0.16 / 0.24, abs=0.01)


def test_a_chance_that_nothing_moves_is_said_in_a_line() -> None:
    still = tuple(replace(one, without=0.74, twice=0.74) for one in SWINGS.swings)
    svg = draw_swings((replace(SWINGS, swings=still),), says="").svg
    assert "74 %, whatever of it is doubled or taken away" in svg
    assert "illness" not in svg


def test_it_answers_the_producer_first() -> None:
    assert answer_of(FERRY) == (
        "The Ferry is ready for its release on Fri 15 Oct 2027 in 74 % (70-78 %) of "
        "runs. It wraps by Mon 14 Jun 2027 in half of them, by Fri 25 Jun 2027 in nine "
        "of ten; planned is Fri 11 Jun 2027."
    )
    without = replace(FERRY, release=None, opens=None, last_wrap=None)
    assert answer_of(without).startswith(
        "The Ferry has no release; it wraps as planned"
    )


def test_a_chance_is_never_rounded_to_certainty() -> None:
    shares = (0.0, 0.001, 0.5, 0.999, 1.0)
    assert [percent_of(one) for one in shares] == (
        ["0 %", "< 1 %", "50 %", "> 99 %", "100 %"]
    )


def test_the_picture_tells_chances_dates_and_causes_in_words() -> None:
    svg = draw_risk(ROWS, stamp=STAMP.said, says="told").svg
    told = (
        "Ready for its release on Fri 15 Oct 2027: 74 % (70-78 %)",
        "planned wrap 11 Jun 2027",
        "last wrap for the release 17 Jun 2027",
        "not finished in 1 run",
        "weather, exteriors",
        "1.2 days; in 74 % of runs",
    )
    assert [one for one in told if one not in svg] == []


def test_bars_behind_the_release_are_hatched_and_no_other() -> None:
    svg = draw_risk(ROWS, stamp="", says="").svg
    assert svg.count('fill="url(#late)"') == 1  # one of three days is too late


def test_nothing_in_the_picture_leaves_the_page() -> None:
    for one in (
        FERRY,
        replace(FERRY, days=HANDS),
        replace(FERRY, last_wrap=date(2029, 1, 1)),
        replace(FERRY, last_wrap=date(2026, 1, 1)),
    ):
        drawn = draw_risk(replace(ROWS, pictures=(one,)), stamp="", says="")
        for x, y in re.findall(
            r'<(?:text|rect) x="([-.\d]+)" y="([-.\d]+)"', drawn.svg
        ):
            assert 0 <= float(x) <= WIDTH
            assert 0 <= float(y) <= drawn.height


def test_a_picture_that_is_never_finished_and_no_causes_are_told() -> None:
    never = DateRow(value=None, low=None, high=None)
    lost = replace(FERRY, seen=(), wrap=(never,) * 3, unfinished=100)
    svg = draw_risk(replace(ROWS, pictures=(lost,), kinds=()), stamp="", says="").svg
    assert "Not finished in any run." in svg
    assert "Nothing: no risk is assumed." in svg


def test_the_picture_says_in_words_what_it_shows() -> None:
    blocks = risk_paper(ROWS, STAMP).sections[0].blocks
    (picture,) = (one for one in blocks if isinstance(one, Picture))
    assert picture.says == answer_of(FERRY)
