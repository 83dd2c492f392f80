"""One board for each rule and each cost line of the docs: what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from daybreak.checking import check, count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from tests.checking.productions import (
    FRI,
    LONDON,
    MON,
    MON2,
    THU,
    TUE,
    WED,
    board,
    on,
    one_star,
    person,
    rest_left,
    scene,
    shoot,
    two_towns,
    two_units_one_star,
    unit,
)

Case = tuple[Production, Schedule]
AWAY = [{"from": TUE, "to": WED, "reason": "a play in Madrid"}]
HOUSE = {"id": "house", "name": "House", "base": "london"}
YARD = {"id": "yard", "name": "Yard", "base": "london"}
CRANE = {"id": "crane", "name": "Crane", "category": "camera"}
FILM = {"id": "film", "title": "The Film"}


def _plain(day: str, strips: str = "s1", **parts: object) -> Case:
    production = shoot(**parts)
    return production, rest_left(production, on(day, strips))


def _daylight() -> Case:
    return _plain(
        "2027-12-21",
        units=[unit(end="2027-12-31")],
        bases=[{"id": "london", "name": "London", **LONDON}],
        scenes=[scene("s1", place="ext", minutes=540)],
    )


def _element() -> Case:
    scenes = [
        scene("s1", elements=["crane"]),
        scene("s2", elements=["crane"], units=["second"]),
    ]
    production = shoot(units=[unit(), unit("second")], elements=[CRANE], scenes=scenes)
    return production, board(on(MON, "s1"), on(MON, "s2", unit="second"))


def _consecutive() -> Case:
    production = one_star(max_consecutive_days=2)
    return production, board(on(MON, "s1"), on(TUE, "s2"), on(WED, "s3"))


def _turnaround() -> Case:
    production = shoot(people=[], scenes=[scene("s1"), scene("s2")])
    return production, board(on(MON, "s1", shift="night"), on(TUE, "s2"))


def _order() -> Case:
    production = shoot(orders=[{"before": "s1", "after": "s2", "min_days": 2}])
    return production, rest_left(production, on(MON, "s1"), on(TUE, "s2"))


def _travel() -> Case:
    return two_towns(), board(on(MON, "s1"), on(WED, "s2"), boneyard="s3")


def _cast() -> Case:
    schedule = board(on(MON, "s1"), on(MON, "s2", unit="second"), boneyard="s3")
    return two_units_one_star(), schedule


PAST_RELEASE = {**FILM, "release": "2027-06-18", "post_days": 10}

RULE_EXAMPLES: dict[str, Callable[[], Case]] = {
    "once": lambda: (
        one_star(),
        board(on(MON, "s1"), on(TUE, "s1"), boneyard="s2 s3"),
    ),
    "eligible": lambda: _plain("2027-06-12"),
    "unit": lambda: (
        shoot(units=[unit(), unit("second")]),
        board(on(MON, "s1", unit="second"), boneyard="s2 s3"),
    ),
    "capacity": lambda: _plain(
        MON,
        "s1 s2",
        locations=[HOUSE, YARD],
        scenes=[
            scene("s1", minutes=300),
            scene("s2", minutes=270, location="yard"),
        ],
    ),
    "base": lambda: (two_towns(), board(on(MON, "s1 s2"), boneyard="s3")),
    "travel": _travel,
    "shift": lambda: _plain(MON, scenes=[scene("s1", place="ext", time="night")]),
    "daylight": _daylight,
    "turnaround": _turnaround,
    "cast": _cast,
    "prep": lambda: _plain(MON2, people=[person(prep_days=6)]),
    "consecutive": _consecutive,
    "minor": lambda: _plain(MON, "s1 s2 s3", people=[person(day_minutes=330)]),
    "location": lambda: _plain(
        WED, locations=[{**HOUSE, "windows": [[MON, TUE], [THU, FRI]]}]
    ),
    "element": _element,
    "window": lambda: _plain(THU, scenes=[scene("s1", window=[MON, WED])]),
    "pin": lambda: _plain(WED, scenes=[scene("s1", pin={"unit": "main", "date": TUE})]),
    "order": _order,
    "release": lambda: _plain(WED, pictures=[{**PAST_RELEASE, "release_hard": True}]),
}


def _star_paid(**deal: object) -> Case:
    paid = {"kind": "daily", "rate": 12_000, **deal}
    production = shoot(people=[person("ana", paid)])
    days = [on(MON, "s1"), on("2027-06-21", "s2"), on("2027-06-24", "s3")]
    return production, board(*days)


def _costs(**main: object) -> Case:
    production = shoot(units=[unit(**main)])
    return production, rest_left(
        production, on(MON, "s1"), on(THU, "s2", shift="night")
    )


def _moves_inside() -> Case:
    scenes = [scene("s1"), scene("s2", location="yard"), scene("s3")]
    return _plain(
        MON,
        "s1 s2 s3",
        units=[unit(move_cost=1_500)],
        locations=[HOUSE, YARD],
        scenes=scenes,
    )


LINE_EXAMPLES: dict[str, Callable[[], Case]] = {
    "unit_days": lambda: _costs(day_cost=45_000, night_premium=0.15),
    "idle_days": lambda: _costs(idle_day_cost=20_000),
    "cast_work": _star_paid,
    "cast_hold": lambda: _star_paid(hold=0.5, drops=1),
    "locations": lambda: (
        shoot(locations=[{**HOUSE, "day_fee": 2_500, "hold_fee": 400}]),
        board(on(MON, "s1"), on(THU, "s2 s3")),
    ),
    "elements": lambda: _plain(
        MON,
        elements=[{**CRANE, "day_fee": 900}],
        scenes=[scene("s1", elements=["crane"])],
    ),
    "day_moves": _moves_inside,
    "company_moves": lambda: (
        two_towns(),
        board(on(MON, "s1"), on(THU, "s2"), boneyard="s3"),
    ),
    "late": lambda: _plain(WED, pictures=[{**PAST_RELEASE, "late_cost_per_day": 400}]),
}


def rule_examples() -> dict[str, list[str]]:
    """Give what each rule says of its board; only that rule breaks."""
    found: dict[str, list[str]] = {}
    for rule, case in RULE_EXAMPLES.items():
        for violation in check(*case()):
            assert violation.rule == rule
            found.setdefault(rule, []).append(violation.said)
    return found


def line_examples() -> dict[str, list[str]]:
    """Give what each cost line says of its board, with the amount."""
    found: dict[str, list[str]] = {}
    for line, case in LINE_EXAMPLES.items():
        for item in count_costs(*case()).items:
            if item.line == line:
                found.setdefault(line, []).append(f"{item.said} = {item.amount:,}")
    return found
