"""The gaps of a deal: which are held and paid, which are dropped."""

from __future__ import annotations

from datetime import date

from daybreak.checking import DealGaps, count_costs, hold_gaps
from tests.reports.papers.people_cases import two_gaps


def nora() -> DealGaps:
    return next(one for one in hold_gaps(*two_gaps()) if one.person.id == "nora")


def test_best_drops_the_gap_with_the_most_held_dates() -> None:
    gaps = nora()
    assert [len(gap.held) for gap in gaps.gaps] == [8, 14]
    assert [gap.after for gap in gaps.dropped()] == [date(2027, 3, 15)]
    assert gaps.cost() == 8 * 900


def test_first_drops_the_first_gap_that_is_long_enough() -> None:
    gaps = nora()
    assert [gap.after for gap in gaps.dropped("first")] == [date(2027, 3, 1)]
    assert gaps.cost("first") == 14 * 900


def test_holds_of_all_deals_are_the_cost_line() -> None:
    case = two_gaps()
    total = sum(one.cost() for one in hold_gaps(*case))
    assert total == count_costs(*case).lines["cast_hold"]
