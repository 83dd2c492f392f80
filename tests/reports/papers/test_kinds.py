"""The list of papers: what makes a difference to each, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from daybreak.reports.papers.kinds import KINDS, Kind, Part
from daybreak.reports.papers.paper import Paper
from daybreak.reports.papers.shown import Shown, Wanted
from tests.reports.papers.people_cases import two_gaps
from tests.reports.papers.shown import shown_of
from tests.reports.papers.two_pictures import two_pictures

ASKED: dict[Part, Any] = {
    "picture": "tide",
    "unit": "splash",
    "person": "ines",
    "category": "props",
    "day": date(2027, 3, 8),
}
PARTED = [(kind, part) for kind in KINDS.values() for part in get_args(Part)]


def said(kind: Kind, shown: Shown, wanted: Wanted) -> Paper:
    """Give what a paper says, but for the line that tells what was asked."""
    return replace(kind.make(replace(shown, wanted=wanted)), subtitle="")


@pytest.mark.parametrize(
    ("kind", "part"), PARTED, ids=lambda one: one if isinstance(one, str) else one.name
)
def test_exactly_what_is_listed_makes_a_difference(kind: Kind, part: Part) -> None:
    case, somebody, asked = two_pictures(), "gull", ASKED.get(part)
    if part == "drops":
        case, somebody, asked = two_gaps(), "nora", "first"
    usual = Wanted(person=somebody if kind.every == "person" else None)
    wish: dict[str, Any] = {part: asked}
    narrowed = replace(usual, **wish)
    shown = shown_of(case)
    differs = said(kind, shown, usual) != said(kind, shown, narrowed)
    assert differs == (part in kind.narrowed_by)


def test_what_does_not_fit_is_left_out_of_a_wish() -> None:
    wish = Wanted(picture="tide", category="props", day=ASKED["day"], drops="first")
    assert KINDS["costs"].fitting(wish) == Wanted()
    assert KINDS["element-days"].fitting(wish) == Wanted(
        picture="tide", category="props"
    )
    assert KINDS["day-out-of-days"].fitting(wish) == Wanted(
        picture="tide", drops="first"
    )
