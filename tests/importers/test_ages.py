"""Ages that the action gives: whoever may be a minor is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.fountain import parse_fountain


def asked(action: str) -> list[str]:
    """Give what is asked about minors of a scene with TIMMY and ANN LEE."""
    text = f"INT. A - DAY\n\n{action}\n\nTIMMY\nHi.\n\nANN LEE\nHi.\n"
    made = import_scripts([parse_fountain(text, "a.fountain")], today=date(2027, 1, 4))
    return [one.what for one in made.questions if "minors" in one.what]


@pytest.mark.parametrize(
    ("action", "who"),
    [
        ("TIMMY (8) runs.", "TIMMY (8)"),
        ("Enter Timmy, 12, with a bulb.", "TIMMY (12)"),
        ("The door opens. ANN LEE (aged 9) and TIMMY (40).", "ANN LEE (9)"),
        ("Ann Lee (17), then TIMMY (8 years old).", "ANN LEE (17), TIMMY (8)"),
    ],
)
def test_a_character_with_an_age_below_18_is_asked_about(action: str, who: str) -> None:
    assert asked(action) == [f"{who} may be minors, whose hours are not limited yet"]


@pytest.mark.parametrize(
    "action",
    [
        "TIMMY (38) runs.",
        "Timmy. Somebody (8) runs.",
        "TIMMY has 8, no 9, ropes.",
        "LEE (8) is not here.",
        "Chapter 12, (3).",
    ],
)
def test_other_numbers_are_no_ages(action: str) -> None:
    assert asked(action) == []
