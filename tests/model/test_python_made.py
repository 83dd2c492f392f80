"""Parts made in Python: they check themselves as documents are checked."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from daybreak.model.errors import DocumentError
from daybreak.model.fields import DateRange
from daybreak.model.files import production_from_json, to_json
from daybreak.model.production import (
    Base,
    Deal,
    Person,
    Picture,
    Production,
    Scene,
    Shift,
    Unit,
)
from daybreak.model.schedule import Day, MadeBy, Schedule
from tests.model.documents import a_shoot
from tests.strategies import as_production, random_production

A_WEEK = ("mon", "tue", "wed", "thu", "fri")


def a_unit(**changes: Any) -> Unit:
    usual: dict[str, Any] = {
        "id": "main",
        "name": "Main",
        "start": date(2027, 6, 7),
        "end": date(2027, 6, 18),
        "workweek": A_WEEK,
        "day_cost": 9000,
    }
    return Unit(**{**usual, **changes})


def told(make: Callable[[], Any]) -> list[str]:
    """Give the faults that making something raises."""
    with pytest.raises(DocumentError) as caught:
        make()
    return [f"{fault.path}: {fault.what}" for fault in caught.value.faults]


def test_a_part_tells_all_its_faults_at_once() -> None:
    assert told(lambda: a_unit(name="", day_cost=-1, workweek=("funday",))) == [
        "name: is empty",
        'workweek[0]: "funday" is unknown',
        "day_cost: -1 is below 0",
    ]


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (lambda: a_unit(start=datetime(2027, 6, 7, 7)), ["start:"]),
        (lambda: a_unit(start="2027-06-31"), ["start:"]),
        (lambda: a_unit(day_cost=True), ["day_cost:"]),
        (lambda: a_unit(day_cost=None), ["day_cost:"]),
        (lambda: a_unit(day_minutes=None), ["day_minutes:"]),
        (lambda: a_unit(day_cost=Decimal("NaN")), ["day_cost:"]),
        (lambda: a_unit(day_cost=Decimal("sNaN")), ["day_cost:"]),
        (lambda: a_unit(day_cost=float("inf")), ["day_cost:"]),
        (lambda: a_unit(day_cost=10**5000), ["day_cost:"]),
        (lambda: a_unit(day_cost=-(10**5000)), ["day_cost:"]),
        (lambda: a_unit(night_premium=Decimal("sNaN")), ["night_premium:"]),
        (lambda: a_unit(night_premium=Decimal("1E+999999")), ["night_premium:"]),
        (lambda: a_unit(night_premium="0.15"), ["night_premium:"]),
        (lambda: a_unit(shifts={"day": (7, 19)}), ["shifts.day[0]:", "shifts.day[1]:"]),
        (lambda: a_unit(shifts={7: Shift(call=1, wrap=2)}), ["shifts.7:"]),
        (lambda: a_unit(workweek="mon"), ["workweek:"]),
        (lambda: a_unit(workweek={"mon"}), ["workweek:"]),
        (lambda: a_unit(extra={1: 2}), ["extra.1:"]),
        (lambda: a_unit(extra={"a": {1, 2}}), ["extra.a:"]),
        (lambda: a_unit(extra={"a": date(2027, 1, 1)}), ["extra.a:"]),
        (lambda: a_unit(extra=None), ["extra:"]),
        (lambda: Shift(call=-5, wrap=5000), ["call:", "wrap:"]),
        (lambda: Shift(call=True, wrap=420), ["call:"]),
        (lambda: Base(id="a", name="A", lat=Decimal("sNaN"), lon=0.0), ["lat:"]),
        (lambda: Base(id="a", name="A\ud800"), ["name:"]),
        (lambda: Picture(id="a", title="A", post_days=None), ["post_days:"]),
        (lambda: Picture(id="a", title="A", release_hard=1), ["release_hard:"]),
        (lambda: Picture(id=None, title="A"), ["id:"]),
        (lambda: Deal(kind=Decimal("sNaN"), rate=1), ["kind:"]),
        (lambda: Deal(kind=["daily"], rate=1), ["kind:"]),
        (lambda: Person(id="p", name="P", deals=(1, 2)), ["deals[0]:", "deals[1]:"]),
        (
            lambda: Person(id="p", name="P", deals=(), windows=(DateRange(1, 2),)),
            ["windows[0][0]:", "windows[0][1]:"],
        ),
        (lambda: Day(unit="main", date=1, shift="day", strips=("s 1",)), None),
        (lambda: Schedule(days=None), ["days:"]),
        (lambda: Schedule(days=(), cost={"total": 1.5}), ["cost.total:"]),
        (lambda: MadeBy(version="1", seconds=-1), ["seconds:"]),
    ],
)
def test_a_wrong_value_is_refused_by_its_path(
    make: Callable[[], Any], faults: list[str] | None
) -> None:
    wanted = ["date:", "strips[0]:"] if faults is None else faults
    assert [line.split(" ")[0] for line in told(make)] == wanted


def test_values_are_kept_as_the_model_keeps_them() -> None:
    unit = a_unit(
        day_cost=9000.0,
        night_premium=0.15,
        workweek=list(A_WEEK),
        shifts={"day": Shift(call=420, wrap=1440)},
        extra={"a": (1.0, Decimal("2.50"))},
    )
    assert type(unit.day_cost) is int
    assert unit.night_premium == Decimal("0.15")
    assert unit.workweek == A_WEEK
    assert unit.shifts["day"].end == 1440
    assert unit.extra == {"a": [1, 2.5]}


def test_a_production_tells_field_faults_and_those_between_its_parts() -> None:
    production = as_production(a_shoot())
    unit = a_unit(id="other")
    scene = replace(production.scenes[0], cast=("zoe",), units=("other",))
    faults = told(
        lambda: replace(production, title="", units=(unit,), scenes=(scene,), orders=())
    )
    assert faults == [
        "title: is empty",
        'scenes[0].cast[0]: unknown person "zoe"',
    ]


def test_replace_checks_again() -> None:
    production = as_production(a_shoot())
    assert told(lambda: replace(production, people=())) == [
        f'scenes[{place}].cast[0]: unknown person "ann"' for place in range(3)
    ]
    assert told(lambda: replace(production.scenes[0], eighths=-1)) == [
        "eighths: -1 is below 0"
    ]


def test_parts_cannot_be_changed() -> None:
    unit = a_unit()
    with pytest.raises(FrozenInstanceError):
        unit.day_cost = 1  # type: ignore[misc]
    with pytest.raises(TypeError):
        Shift(420, 1140)  # type: ignore[misc]


def test_parts_take_no_unknown_field() -> None:
    with pytest.raises(TypeError, match="weather"):
        a_unit(weather="fine")


def test_documents_survive_copies_and_pickles() -> None:
    """Child processes hand productions over."""
    for seed in range(20):
        made = random_production(seed)
        assert pickle.loads(pickle.dumps(made)) == made
        assert copy.deepcopy(made) == made
        assert replace(made) == made


def test_a_production_built_in_python_equals_the_one_read() -> None:
    for seed in range(20):
        read = random_production(seed)
        built = Production(
            **{one.name: getattr(read, one.name) for one in fields(Production)}
        )
        assert built == read
        assert production_from_json(to_json(built)) == read


def test_productions_are_hashable() -> None:
    assert len({random_production(seed) for seed in (1, 1, 2)}) == 2


def test_a_scene_longer_than_a_day_is_told_in_python_too() -> None:
    production = as_production(a_shoot())
    long = replace(production.scenes[0], minutes=601)
    assert told(lambda: replace(production, scenes=(long, *production.scenes[1:]))) == [
        "scenes[0].minutes: scene 1 needs 601 minutes; unit main has day_minutes 600"
    ]
    assert isinstance(long, Scene)
