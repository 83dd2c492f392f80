"""A table of levers with one of each verdict, as rows."""

from __future__ import annotations

from typing import Any

from daybreak.reports.lever_rows import LeverRow, LeverTable, Screened, Sooner


def row(name: str, *each: int, **fields: Any) -> LeverRow:
    mean = round(sum(each) / len(each))
    plain: dict[str, Any] = {
        "kind": "away",
        "path": "people[0].unavailable[0]",
        "was": None,
        "becomes": None,
        "low": mean - 4_000,
        "high": mean + 4_000,
        "days": 0.0,
        "strips": 0.0,
        "sooner": (),
        "at_most": None,
        "verdict": "helps",
    }
    return LeverRow(name=name, saved=mean, each=each, **{**plain, **fields})


def levers() -> LeverTable:
    """Give the levers of the harbor: sure, likely, luck, dearer and proven idle."""
    return LeverTable(
        title="The Harbor Light",
        board="first board",
        currency="USD",
        cost=412_000,
        settled=405_500,
        boneyard=1,
        spread=2_400,
        bound=377_000,
        seeds=3,
        work="10 seconds",
        rows=(
            row(
                "Nora away a week less (a play): free 2027-03-08 to 2027-03-14",
                61_000,
                63_000,
                62_000,
                days=1.0,
                strips=1.0,
                sooner=(Sooner(picture="film", title="The Harbor Light", days=6.0),),
            ),
            row(
                "work on 2027-03-12, a holiday",
                21_000,
                14_000,
                1_000,
                low=-13_000,
                high=37_000,
                verdict="likely",
                kind="holiday",
            ),
            row(
                "Main unit works sat too",
                9_000,
                -5_000,
                2_000,
                low=-16_000,
                high=20_000,
                days=-0.7,
                verdict="unclear",
                at_most=25_000,
            ),
            row(
                "a day of Main unit an hour longer: 11 hours of work",
                0,
                0,
                0,
                low=0,
                high=0,
                verdict="none",
                at_most=0,
            ),
            row(
                "Pier 7 a week longer, until 2027-04-16",
                -9_000,
                -6_000,
                -3_000,
                verdict="none",
            ),
        ),
        screened=(
            Screened(name="one more of Crane: 2", path="elements[0].count", saved=-200),
        ),
        far=7,
        idle=("Main unit rests 10 hours between two days",),
        untried=("Second unit works sat too",),
    )
