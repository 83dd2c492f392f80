"""Why not: the facts that are named, that they are the fewest, and the ways out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.writing import write_part
from daybreak.solving import Conflict, Explanation, explain
from daybreak.solving.deadline import Deadline
from daybreak.solving.explaining.facts import Bind, binds_of
from daybreak.solving.explaining.parts_of import only
from daybreak.solving.explaining.shrinking import Core, asked, core_of, without
from tests.checking.productions import (
    FRI,
    MON,
    TUE,
    board,
    on,
    person,
    rest_left,
    scene,
    shoot,
    unit,
)
from tests.second_checker import second_check
from tests.solving.brute import Tryout
from tests.solving.explaining.impossible import Impossible, bystanders, forty

FORTY = forty()
QUICK_SECONDS = 3.0  # too few to search on, so that no other process begins
SHOWN = 38


def explained(production: Production, schedule: Schedule | None = None) -> Explanation:
    """Explain against a board with nothing on it, without any search."""
    given = schedule or rest_left(production)
    return explain(production, schedule=given, seconds=QUICK_SECONDS)


def the_core(one: Impossible) -> Core:
    """Give the least set behind a conflict, from all scenes of the shoot."""
    ids = [scene.id for scene in one.production.scenes]
    return core_of(one.production, ids, Deadline())


# --- B8: forty shoots -----------------------------------------------------------------


@pytest.mark.parametrize("one", FORTY, ids=lambda one: one.name)
def test_forty_impossible_shoots_are_explained(one: Impossible) -> None:
    """RELIABILITY B8: proven, told by names and dates, no ids, with a way out."""
    found = explained(one.production)
    (conflict,) = [each for each in found.conflicts if each.proven]
    assert found.conflicts == (conflict,)
    assert len({*conflict.scenes, *conflict.likewise}) == one.scenes
    for word in one.words:
        assert word in conflict.said
    assert not re.search(r"\b(s[0-9]|main|ana|ben|house|pier|film)\b", conflict.said)
    assert conflict.ways_out
    assert conflict.ways_out[0].verified


def test_named_sets_alone_are_impossible_and_hardly_any_holds_too_much() -> None:
    """RELIABILITY B8: each set tried alone, and less each of its members.

    That the rest can be shot is told by two checkers that look at a schedule of it;
    that the set cannot is told by trying all schedules, on dates near the shoot.
    """
    minimal = 0
    for one in FORTY:
        core = the_core(one)
        every = binds_of(one.production, core.part)
        alone = without(core.part, every, core.binds)
        assert asked(alone, Deadline()).verdict == "no", one.name
        if len(core.scenes) <= 2:
            left, _ = Tryout(clipped(alone, one.production), most=10**6).best()
            assert left > 0, one.name
        minimal += core.minimal and all(can_be_shot(less) for less in lesser(core))
    assert minimal >= SHOWN


def lesser(core: Core) -> list[Production]:
    """Give the productions of a set with one member less."""
    every = binds_of(core.part, core.part)
    alone = without(core.part, every, core.binds)
    fewer_facts = [
        without(core.part, every, [each for each in core.binds if each is not bind])
        for bind in core.binds
    ]
    return fewer_facts + [only(alone, {*core.scenes} - {one}) for one in core.scenes]


def can_be_shot(production: Production) -> bool:
    """Tell whether a schedule is found that both checkers pass."""
    schedule = asked(production, Deadline()).schedule
    if schedule is None:
        return False
    assert schedule.boneyard == ()
    assert is_valid(check(production, schedule))
    documents = [
        json.loads(json.dumps(write_part(one))) for one in (production, schedule)
    ]
    return not second_check(*documents)


def clipped(production: Production, like: Production) -> Production:
    """Give the production on its own dates and two more at each end, to try all."""
    more = timedelta(days=2)
    units = tuple(
        replace(
            one,
            start=max(one.start, was.start - more),
            end=min(one.end, was.end + more),
        )
        for one, was in zip(production.units, like.units, strict=True)
    )
    return replace(production, units=units)


@pytest.mark.twin
def test_a_set_with_a_fact_too_many_is_caught() -> None:
    """The broken twin: one more fact, and the rest cannot be shot without it."""
    one = FORTY[0]
    core = the_core(one)
    every = binds_of(one.production, core.part)
    spare: list[Bind] = [
        bind for bind in every if all(bind.text != each.text for each in core.binds)
    ]
    padded = replace(core, binds=(*core.binds, spare[0]))
    assert not all(can_be_shot(less) for less in lesser(padded))


# --- ways out ----------------------------------------------------------------------


def pinned_twice() -> Production:
    """Two scenes of six hours are pinned to Monday."""
    pin = {"unit": "main", "date": MON}
    long = [scene(f"s{i}", minutes=360, pin=pin) for i in (1, 2)]
    return shoot(units=[unit(end=FRI, day_cost=100)], scenes=[*long, *bystanders()])


def test_prices_are_the_change_of_the_total() -> None:
    made = pinned_twice()
    plan = board(on(MON, "s2 s8 s9"), boneyard="s1")
    found = explained(made, plan)
    assert found.cost == 100
    (conflict,) = found.conflicts
    assert {way.text: way.cost for way in conflict.ways_out} == {
        "let a day of Main unit hold 12 hours of work": 100,
        "take the pin off scene 1": 100,
        "take the pin off scene 2": 100,
    }


def test_plans_behind_prices_pass_the_rule_book_after_the_change() -> None:
    made = shoot(
        units=[unit(end=FRI, day_cost=100)],
        people=[
            person(windows=[[MON, TUE]], unavailable=[{"from": TUE, "to": TUE}]),
            person("ben", windows=[[TUE, FRI]]),
        ],
        scenes=[scene("s1", cast=["ana", "ben"]), *bystanders()],
    )
    plan = board(on(MON, "s8 s9"), boneyard="s1")
    (conflict,) = explained(made, plan).conflicts
    texts = [way.text for way in conflict.ways_out if way.verified]
    assert f"get Ana Ruiz free on {TUE}" in texts
    assert f"get Ben Okafor free from {MON} on, 1 day more" in texts
    for way in conflict.ways_out:
        assert way.schedule is not None
        assert way.schedule.boneyard == ()
        assert not is_valid(check(made, way.schedule))
        assert way.cost == way.schedule.cost["total"] - 100


def test_the_least_change_is_enough_and_a_day_less_is_not() -> None:
    windows = [["2027-06-14", "2027-06-15"]]
    house = {"id": "house", "name": "House", "base": "london", "windows": windows}
    made = shoot(
        units=[unit(end=FRI, day_cost=100)], locations=[house], scenes=[scene("s1")]
    )
    (conflict,) = explained(made).conflicts
    texts = [way.text for way in conflict.ways_out]
    assert f"keep House open from {FRI} on, 3 days more" in texts
    assert "let Main unit shoot until 2027-06-14, 3 days later" in texts


# --- where nothing is proven, or nothing is wrong ----------------------------------


def test_scenes_that_fit_are_told_to_fit() -> None:
    made = shoot(units=[unit(end=FRI)], scenes=bystanders())
    found = explained(made)
    assert found.conflicts == ()
    assert found.placed == ("s8", "s9")
    assert found.schedule is not None
    assert found.schedule.boneyard == ()
    assert is_valid(check(made, found.schedule))


def test_nothing_is_called_proven_where_foundations_may_be_broken() -> None:
    made = replace(pinned_twice(), rules={"once": "warns"})
    (conflict,) = explained(made, board(on(MON, "s2 s8 s9"), boneyard="s1")).conflicts
    assert not conflict.proven
    assert "it is not proven that it has to be" in conflict.said


def test_what_only_warns_stands_in_nobodys_way() -> None:
    made = replace(pinned_twice(), rules={"pin": "warns"})
    assert explained(made).conflicts == ()


def test_scenes_with_the_same_fate_are_told_together() -> None:
    away = [{"from": MON, "to": FRI, "reason": "ill"}]
    made = shoot(
        units=[unit(end=FRI)],
        people=[person(unavailable=away)],
        scenes=[*(scene(f"s{i}", cast=["ana"]) for i in (1, 2, 3)), *bystanders()],
    )
    (conflict,) = explained(made).conflicts
    assert (conflict.scenes, conflict.likewise) == (("s1",), ("s2", "s3"))
    assert conflict.said.endswith("Likewise scene 2 and scene 3.")


def test_two_conflicts_are_told_apart() -> None:
    pin = {"unit": "main", "date": "2027-06-12"}
    made = shoot(
        units=[unit(end=FRI)],
        people=[person(unavailable=[{"from": MON, "to": FRI}])],
        scenes=[scene("s1", cast=["ana"]), scene("s2", pin=pin), *bystanders()],
    )
    conflicts = explained(made).conflicts
    assert [conflict.scenes for conflict in conflicts] == [("s1",), ("s2",)]


def test_stopping_gives_what_was_found() -> None:
    made = pinned_twice()
    found = explain(made, schedule=rest_left(made), seconds=5, stop=lambda: True)
    assert all(isinstance(one, Conflict) for one in found.conflicts)
    assert not any(one.proven and not one.facts for one in found.conflicts)


def test_a_schedule_that_breaks_a_rule_is_refused() -> None:
    made = pinned_twice()
    with pytest.raises(UsageError, match="breaks a rule"):
        explain(made, schedule=board(on(TUE, "s1"), boneyard="s2 s8 s9"))


def test_a_scene_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="no scene s77"):
        explain(pinned_twice(), scenes=["s77"])


def test_prices_compare_with_costs_counted_by_the_rule_book() -> None:
    made = pinned_twice()
    plan = board(on(MON, "s2 s8"), on(TUE, "s9"), boneyard="s1")
    assert explained(made, plan).cost == count_costs(made, plan).lines["total"]
