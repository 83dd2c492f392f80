"""Two pictures together, one after the other, each on its own: known answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from daybreak.checking import check, costed, count_costs
from daybreak.model.errors import UsageError
from daybreak.model.production import Pin, Production
from daybreak.model.schedule import Schedule
from daybreak.office import ways
from daybreak.office.opening import open_documents
from daybreak.office.scenarios import Case
from daybreak.office.side_by_side import CasePlan, How, shared
from daybreak.reports.scenario_lines import clash_words
from daybreak.reports.scenario_rows import picture_ends
from tests.checking.productions import (
    MON,
    TUE,
    WED,
    board,
    on,
    person,
    scene,
    shoot,
)
from tests.checking.productions import unit as made_unit
from tests.solving.brute import Tryout

FEW = How(iterations=2000, workers=1)
BRUTE_MOST = 200_000


def two_pictures(**parts: Any) -> Production:
    """Give two pictures that share a house, a star by the day and one paid once.

    A day holds two of the four scenes. The unit costs 100 a day, the house 50, Ana 10;
    Ben is paid 1000 once for both pictures. Each day from Tuesday on is a day late.
    """
    house = {"id": "house", "name": "House", "base": "london", "day_fee": 50}
    stage = {"id": "stage", "name": "Stage", "base": "london"}
    films = [
        {"id": one, "title": one.upper(), "release": MON, "late_cost_per_day": 1}
        for one in ("a", "b")
    ]
    half = {"minutes": 300}
    given = {
        "pictures": films,
        "units": [made_unit(day_cost=100, end=WED, move_minutes=0)],
        "locations": [house, stage],
        "people": [
            person("ana", {"kind": "daily", "rate": 10}),
            person("ben", {"kind": "flat", "rate": 1000, "pictures": ["a", "b"]}),
        ],
        "scenes": [
            scene("a1", picture="a", cast=["ana", "ben"], **half),
            scene("a2", picture="a", cast=["ana"], location="stage", **half),
            scene("b1", picture="b", cast=["ana", "ben"], **half),
            scene("b2", picture="b", cast=["ana"], location="stage", **half),
        ],
    }
    return shoot(**{**given, **parts})


def planned(production: Production, how: How = FEW) -> ways.WaysPlanned:
    return ways.plan_ways(Case(name="as-it-is", production=production), how)


@pytest.fixture(scope="module")
def found() -> ways.WaysPlanned:
    """Give every way of the two pictures, planned once."""
    return planned(two_pictures())


def plan_of(production: Production, schedule: Schedule, name: str = "") -> CasePlan:
    """Give a made schedule as a plan."""
    opened = open_documents(production, costed(production, schedule))
    return CasePlan(
        case=Case(name=name, production=production), opened=opened, bound=None
    )


def plans_alone(production: Production) -> tuple[CasePlan, CasePlan]:
    """Give plans of both pictures on their own, each on Monday."""
    return (
        plan_of(ways.alone(production, "a"), board(on(MON, "a1 a2"))),
        plan_of(ways.alone(production, "b"), board(on(MON, "b1 b2"))),
    )


def totals(found: ways.WaysPlanned) -> dict[str, int]:
    return {row.name: row.total for row in found.table().rows}


def test_each_way_costs_what_counting_by_hand_gives(found: ways.WaysPlanned) -> None:
    """Together: both houses on one day. Apart: Ben is paid by both pictures."""
    days, ana, ben = 2 * 100, 2 * 10, 1000
    assert totals(found) == {
        "cross-boarded": days + 50 + ana + ben + 1 + 1,
        "a-then-b": days + 2 * 50 + ana + ben + 0 + 1,
        "b-then-a": days + 2 * 50 + ana + ben + 1 + 0,
        "each-alone": days + 2 * 50 + ana + 2 * ben + 0 + 0,
    }


def test_each_way_costs_what_trying_all_boards_gives(found: ways.WaysPlanned) -> None:
    made = two_pictures()
    best = {
        "cross-boarded": [made],
        "a-then-b": [ways.one_after_other(made, ("a", "b"))],
        "b-then-a": [ways.one_after_other(made, ("b", "a"))],
        "each-alone": [ways.alone(made, "a"), ways.alone(made, "b")],
    }
    assert totals(found) == {
        name: sum(Tryout(one, BRUTE_MOST).best()[1] for one in productions)
        for name, productions in best.items()
    }


def test_clashes_of_pictures_on_their_own_are_those_of_who_they_share(
    found: ways.WaysPlanned,
) -> None:
    told = {(one.rule, one.where.person, str(one.where.date)) for one in found.clashes}
    assert told == {("cast", "ana", MON), ("cast", "ben", MON)}
    assert next(clash_words(found.clashes)).startswith("2 clashes between the pictures")


def test_pictures_that_share_nobody_clash_nowhere() -> None:
    made = two_pictures()
    scenes = tuple(
        replace(one, cast=("ana",) if one.picture == "a" else ("ben",))
        for one in made.scenes
    )
    made = replace(made, scenes=scenes)
    assert ways.clashes_of(made, plans_alone(made)) == ()
    assert [*clash_words(())] == ["nobody and nothing would be in two places at once."]


def test_thing_of_which_there_is_one_clashes_too() -> None:
    crane = [{"id": "crane", "name": "Crane", "category": "camera"}]
    made = two_pictures(elements=crane)
    scenes = tuple(replace(one, cast=(), elements=("crane",)) for one in made.scenes)
    made = replace(made, scenes=scenes)
    clashes = ways.clashes_of(made, plans_alone(made))
    assert {(one.rule, one.where.element) for one in clashes} == {("element", "crane")}


def test_hiatuses_and_pins_hold_for_crews_of_ones_own() -> None:
    """A unit on hiatus is so in each picture; a pinned scene stands on its pin."""
    made = two_pictures(hiatuses=[{"from": TUE, "to": TUE, "units": ["main"]}])
    scenes = tuple(
        replace(one, cast=(), pin=Pin(unit="main", date=date.fromisoformat(MON)))
        for one in made.scenes
    )
    made = replace(made, scenes=scenes)
    assert ways.clashes_of(made, plans_alone(made)) == ()
    late = plan_of(ways.alone(made, "b"), board(on(TUE, "b1 b2")))
    broken = {one.rule for one in ways.clashes_of(made, (plans_alone(made)[0], late))}
    assert broken == {"eligible", "pin"}


def test_every_line_adds_up_and_is_counted_by_the_rule_book(
    found: ways.WaysPlanned,
) -> None:
    for plan in (*found.joint, *found.alone):
        made, schedule = plan.opened.production, plan.opened.schedule
        assert check(made, schedule) == ()
        assert count_costs(made, schedule).lines == schedule.cost
    row = found.table().rows[-1]
    assert row.costs == {
        line: sum(
            count_costs(o.opened.production, o.opened.schedule).lines[line]
            for o in found.alone
        )
        for line in row.costs
    }


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_later_picture_begins_after_the_wrap_of_the_one_before(
    order: tuple[str, str], found: ways.WaysPlanned
) -> None:
    plan = next(one for one in found.joint if one.case.name == "-then-".join(order))
    days = {
        picture: [d.date for d in plan.opened.schedule.days if picture in d.strips[0]]
        for picture in order
    }
    assert max(days[order[0]]) < min(days[order[1]])


@pytest.mark.twin
def test_orders_of_the_same_day_would_be_caught() -> None:
    """Broken: a day of both pictures passes where no day has to lie between."""
    made = two_pictures()
    mixed = board(on(MON, "a1 a2"), on(TUE, "b1 b2"))
    same_day = board(on(MON, "a1 b1"), on(TUE, "a2 b2"))
    right = ways.one_after_other(made, ("a", "b"))
    wrong = replace(right, orders=tuple(replace(o, min_days=0) for o in right.orders))
    assert {one.rule for one in check(right, mixed)} == set()
    assert {one.rule for one in check(right, same_day)} == {"order"}
    one_day = board(on(MON, "a1 b1"), boneyard="a2 b2")
    assert {one.rule for one in check(wrong, one_day)} == set()
    assert {one.rule for one in check(right, one_day)} == {"order"}


def test_better_plan_of_another_way_is_taken_over_where_it_holds() -> None:
    made = two_pictures()
    apart = ways.one_after_other(made, ("a", "b"))
    dear = board(on(MON, "a1"), on(TUE, "b1"), on(WED, "a2 b2"))
    cheap = board(on(MON, "a1 a2"), on(TUE, "b1 b2"))
    together, then = shared(
        [plan_of(made, dear, "both"), plan_of(apart, cheap, "then")]
    )
    assert (together.taken_from, then.taken_from) == ("then", "")
    assert together.opened.schedule.days == cheap.days
    assert together.opened.production == made
    assert together.opened.costs.total == count_costs(made, cheap).total


def test_plans_made_apart_are_taken_over_together_where_they_meet_nowhere() -> None:
    """The second picture begins when the first is done: one crew can do both."""
    made = two_pictures()
    none = board(boneyard="a1 a2 b1 b2")
    first = plan_of(ways.alone(made, "a"), board(on(MON, "a1 a2")))
    second = plan_of(ways.alone(made, "b"), board(on(TUE, "b1 b2")))
    lent = ways.laid_together(made, (first, second))
    (plan,) = shared([plan_of(made, none)], lent)
    assert (plan.taken_from, plan.opened.violations) == ("each-alone", ())
    assert plan.opened.costs.total == 200 + 2 * 50 + 20 + 1000 + 1
    same_day = ways.laid_together(made, plans_alone(made))
    (plan,) = shared([plan_of(made, none)], same_day)
    assert plan.taken_from == ""


def test_plan_that_breaks_a_rule_elsewhere_is_not_taken_over() -> None:
    made = two_pictures()
    apart = ways.one_after_other(made, ("a", "b"))
    mixed = board(on(MON, "a1 b1"), on(TUE, "a2 b2"))
    none = board(boneyard="a1 a2 b1 b2")
    _, then = shared([plan_of(made, mixed, "both"), plan_of(apart, none, "then")])
    assert (then.taken_from, then.opened.schedule.days) == ("", ())


def test_fewer_strips_left_out_come_before_a_lower_cost() -> None:
    made = two_pictures()
    all_there = board(on(MON, "a1 a2"), on(TUE, "b1 b2"))
    none = board(boneyard="a1 a2 b1 b2")
    one, _ = shared([plan_of(made, none, "none"), plan_of(made, all_there, "all")])
    assert one.taken_from == "all"


def test_order_that_the_script_forbids_is_told() -> None:
    made = two_pictures(orders=[{"before": "a1", "after": "b1"}])
    case = Case(name="as-it-is", production=made)
    given, impossible = ways.joint_cases(case, ("a", "b"))
    assert [name for name, _ in impossible] == ["b-then-a"]
    assert "no order can hold" in impossible[0][1]
    assert [one.name for one in given] == ["cross-boarded", "a-then-b"]


def test_orders_of_three_are_all_and_of_more_as_listed() -> None:
    assert len(ways.orders_of(("a", "b", "c"))) == 6
    assert ways.orders_of(("d", "c", "b", "a")) == (("d", "c", "b", "a"),)


def test_one_picture_alone_is_refused() -> None:
    with pytest.raises(UsageError, match="has 1 picture with scenes"):
        planned(shoot())


def test_what_was_stopped_is_told_and_the_rest_is_shown() -> None:
    found = planned(two_pictures(), replace(FEW, stop=lambda: True))
    assert [one.case.name for one in found.joint] == ["cross-boarded"]
    assert found.table().unplanned == ("a-then-b", "b-then-a", "each-alone")


def test_boards_of_plans_alone_leave_the_other_pictures_out(
    found: ways.WaysPlanned,
) -> None:
    made = two_pictures()
    boards = dict(found.boards())
    assert tuple(boards) == ways.board_names(made)
    assert boards["alone-a"].boneyard == ("b1", "b2")
    for one in boards.values():
        assert check(made, one) == ()
        assert count_costs(made, one).lines == one.cost


def test_wrap_delivery_and_lateness_are_those_of_the_rules() -> None:
    made = two_pictures()
    late = [
        {**f, "post_days": 3}
        for f in ({"id": "a", "title": "A", "release": MON}, {"id": "b", "title": "B"})
    ]
    made = two_pictures(pictures=late)
    ends = picture_ends(made, board(on(TUE, "a1 a2"), boneyard="b1 b2"))
    told = [(e.picture, str(e.wrap), str(e.delivery), e.days_late) for e in ends]
    assert told == [("a", TUE, "2027-06-11", 4), ("b", "None", "None", None)]
