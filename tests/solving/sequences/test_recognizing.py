"""Which productions are a sequence, and that the sequence says what they cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.fields import DateRange
from daybreak.model.production import (
    Deal,
    Hiatus,
    Move,
    Order,
    Pin,
    Production,
    Shift,
    Unavailability,
)
from daybreak.model.schedule import Schedule
from daybreak.solving.sequences.recognizing import recognized
from daybreak.solving.tiny import tiny_production
from tests.solving.sequences.made import production, schedule_of

FIRST = DateRange(first=date(2027, 3, 1), last=date(2027, 4, 1))
OUT = DateRange(first=date(2030, 3, 1), last=date(2030, 4, 1))


def total(made: Production, schedule: Schedule) -> int:
    assert is_valid(check(made, schedule))
    return count_costs(made, schedule).lines["total"]


def any_order(made: Production, seed: int) -> list[int]:
    """Give an order by chance that keeps the production's orders."""
    sequence = recognized(made)
    assert sequence is not None
    dice = Random(seed)
    while True:
        order = dice.sample(range(len(made.scenes)), len(made.scenes))
        if sequence.keeps_orders(order):
            return order


def test_the_rule_book_counts_what_the_sequence_says() -> None:
    """RELIABILITY B1: published objective and rule book agree on any order."""
    for seed in range(60):
        made = production(seed, 2 + seed % 9, places=1 + seed % 3)
        if seed % 2:
            made = dressed(made, seed)
        sequence = recognized(made)
        assert sequence is not None
        order = any_order(made, seed)
        said = sequence.order_cost(order) + sequence.fixed_cost
        assert total(made, schedule_of(made, sequence, order)) == said, seed


def dressed(made: Production, seed: int) -> Production:
    """Give a production with all that may be: fees, flat deals, days of rest."""
    dice = Random(seed)
    unit = replace(
        made.units[0],
        workweek=("mon", "tue", "thu", "fri", "sat"),
        base=dice.choice([made.units[0].base, made.bases[0].id]),
    )
    people = [
        replace(one, deals=(Deal(kind="flat", rate=50),)) if at % 3 == 2 else one
        for at, one in enumerate(made.people)
    ]
    return replace(
        made,
        units=(unit,),
        people=tuple(people),
        holidays=(date(2027, 3, 5),),
        hiatuses=(Hiatus(first=date(2027, 3, 11), last=date(2027, 3, 16)),),
        locations=tuple(
            replace(place, day_fee=dice.randint(0, 5), hold_fee=dice.randint(0, 5))
            for place in made.locations
        ),
    )


def unit_with(**changes: Any) -> Callable[[Production], Production]:
    return lambda made: replace(made, units=(replace(made.units[0], **changes),))


def scene_with(**changes: Any) -> Callable[[Production], Production]:
    return lambda made: replace(
        made, scenes=(replace(made.scenes[0], **changes), *made.scenes[1:])
    )


def person_with(**changes: Any) -> Callable[[Production], Production]:
    return lambda made: replace(
        made, people=(replace(made.people[0], **changes), *made.people[1:])
    )


def place_with(**changes: Any) -> Callable[[Production], Production]:
    return lambda made: replace(
        made, locations=tuple(replace(one, **changes) for one in made.locations)
    )


def picture_with(**changes: Any) -> Callable[[Production], Production]:
    return lambda made: replace(made, pictures=(replace(made.pictures[0], **changes),))


def one_move_with(**changes: Any) -> Callable[[Production], Production]:
    return lambda made: replace(
        made, moves=(replace(made.moves[0], **changes), *made.moves[1:])
    )


def daily(**changes: Any) -> tuple[Deal, ...]:
    return (Deal(kind="daily", rate=10, **changes),)


MORE_THAN_A_SEQUENCE: dict[str, Callable[[Production], Production]] = {
    "a strip of less than a day": scene_with(days=None),
    "a window": scene_with(window=FIRST),
    "a pin": scene_with(pin=Pin(unit="main", date=date(2027, 3, 1))),
    "a night scene outdoors": scene_with(place="ext", time="night"),
    "a night scene that is locked": scene_with(time="night", time_locked=True),
    "too few dates": unit_with(end=date(2027, 3, 1)),
    "no day shift": unit_with(shifts={"night": Shift(call=1080, wrap=360)}),
    "a dear sixth day": unit_with(sixth_day_premium=Decimal("0.5")),
    "a long rest": unit_with(turnaround_hours=13),
    "a first base that is free": unit_with(base=None),
    "a date off": person_with(
        unavailable=(Unavailability(first=OUT.first, last=OUT.last),)
    ),
    "dates of a person": person_with(windows=(FIRST,)),
    "days to prepare": person_with(prep_days=1),
    "days in a row": person_with(max_consecutive_days=6),
    "a minor": person_with(day_minutes=300),
    "a weekly deal": person_with(deals=(Deal(kind="weekly", rate=10),)),
    "half a hold": person_with(deals=daily(hold=Decimal("0.5"))),
    "a drop": person_with(deals=daily(drops=1)),
    "dates of a place": place_with(windows=(FIRST,)),
    "a release": picture_with(release=date(2028, 1, 1), late_cost_per_day=1),
    "a hard release": picture_with(release=date(2028, 1, 1), release_hard=True),
    "a move that takes a day": one_move_with(days=1),
    "a move that is dearer from one base": one_move_with(cost=99),
    "a move that is not there": lambda made: replace(made, moves=made.moves[1:]),
    "two days apart": lambda made: replace(
        made, orders=(Order(before="s1", after="s2", min_days=2),)
    ),
    "a rule that warns": lambda made: replace(made, rules={"order": "warns"}),
    "two units": lambda made: replace(
        made, units=(*made.units, replace(made.units[0], id="second"))
    ),
    "no scene": lambda made: replace(made, scenes=(), orders=()),
}


def plain() -> Production:
    """Give three bases, each of them used, and somebody in the first scene."""
    made = production(5, 9, places=3)
    assert {one.location for one in made.scenes} == {
        place.id for place in made.locations
    }
    scenes = (replace(made.scenes[0], cast=(made.people[0].id,)), *made.scenes[1:])
    return replace(made, scenes=scenes, orders=())


@pytest.mark.parametrize("what", MORE_THAN_A_SEQUENCE)
def test_what_is_more_than_a_sequence_is_left_to_the_search(what: str) -> None:
    assert recognized(plain()) is not None
    assert recognized(MORE_THAN_A_SEQUENCE[what](plain())) is None


@pytest.mark.twin
def test_a_production_taken_for_a_sequence_wrongly_is_caught() -> None:
    """Were a dearer move let through, the rule book would count another cost."""
    made = plain()
    sequence = recognized(made)
    assert sequence is not None
    dearer = replace(
        made,
        moves=tuple(
            replace(move, cost=move.cost + 1) if move.origin == "depot" else move
            for move in made.moves
        ),
    )
    order = any_order(made, 1)
    said = sequence.order_cost(order) + sequence.fixed_cost
    schedule = schedule_of(made, sequence, order)
    assert total(made, schedule) == said
    assert total(dearer, schedule) == said + 1


def test_an_ordinary_shoot_is_no_sequence() -> None:
    assert recognized(tiny_production()) is None


def test_moves_both_ways_are_read_both_ways() -> None:
    made = replace(production(3, 6, places=2), orders=())
    there = Move(origin="base-1", target="base-2", days=0, cost=4)
    first = Move(origin="depot", target="base-1", days=0, cost=4, both_ways=False)
    second = replace(first, target="base-2")
    both = replace(made, moves=(there, first, second))
    sequence = recognized(both)
    assert sequence is not None
    assert sequence.base_costs == (0, 4, 4)
    order = any_order(both, 2)
    said = sequence.order_cost(order) + sequence.fixed_cost
    assert total(both, schedule_of(both, sequence, order)) == said
