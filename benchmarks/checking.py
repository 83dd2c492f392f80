"""How long one check and one count of costs take on a large board.

Run ``python benchmarks/checking.py [RUNS]``: it prints one row of a Markdown table.
The board has 400 strips, 60 people, 200 shooting dates, 2 units and 3 bases, and
something for every rule to look at. Each run checks a schedule never seen before,
as after a drag of a strip; the production is known from the run before.
"""

from __future__ import annotations

import json
import platform
import random
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from daybreak.checking import check, count_costs
from daybreak.model.calendar import eligible_dates
from daybreak.model.files import production_from_json
from daybreak.model.production import Production, ShiftName
from daybreak.model.schedule import Day, Schedule

STRIPS, PEOPLE, DATES = 400, 60, 200
SHIFTS: tuple[ShiftName, ...] = ("day", "split", "night")
RUNS = 50
HEADER = (
    "| board | check | count_costs | together | machine |\n"
    "| --- | --- | --- | --- | --- |"
)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    production = a_production()
    schedule = a_schedule(production)
    checks, counts = [], []
    check(production, schedule)
    for _ in range(runs):
        fresh = replace(schedule)
        start = time.perf_counter()
        check(production, fresh)
        middle = time.perf_counter()
        count_costs(production, fresh)
        checks.append(middle - start)
        counts.append(time.perf_counter() - middle)
    together = [one + other for one, other in zip(checks, counts, strict=True)]
    shown = [f"{1000 * median(times):.1f} ms" for times in (checks, counts, together)]
    found = len(check(production, schedule))
    print(HEADER)
    print(
        f"| {STRIPS} strips, {PEOPLE} people, {DATES} dates, {found} violations | "
        f"{' | '.join(shown)} | {machine()} |"
    )


def a_production(seed: int = 1) -> Production:
    """Make the large production; the same seed makes the same one."""
    dice = random.Random(seed)
    bases = [
        {"id": "b1", "name": "London", **_at(51.5, -0.1, "Europe/London")},
        {"id": "b2", "name": "Rome", **_at(41.9, 12.5, "Europe/Rome")},
        {"id": "b3", "name": "Tromso", **_at(69.6, 19.0, "Europe/Oslo")},
    ]
    document = {
        "title": "A large shoot",
        "currency": "USD",
        "pictures": [_picture(1), _picture(2)],
        "units": [_unit("main", "Main unit"), _unit("second", "Second unit")],
        "holidays": ["2027-12-25", "2028-01-01"],
        "hiatuses": [{"from": "2027-08-02", "to": "2027-08-06"}],
        "bases": bases,
        "moves": [
            {"from": f"b{one}", "to": f"b{other}", "days": 1, "cost": 40_000}
            for one, other in ((1, 2), (1, 3), (2, 3))
        ],
        "locations": [_location(i) for i in range(1, 31)],
        "people": [_person(i, dice) for i in range(1, PEOPLE + 1)],
        "elements": [
            {"id": f"e{i}", "name": f"Element {i}", "category": "props", "day_fee": 300}
            for i in range(1, 9)
        ],
        "scenes": [_scene(i, dice) for i in range(1, STRIPS + 1)],
        "orders": [
            {"before": f"s{i}", "after": f"s{i + 200}", "min_days": 1}
            for i in range(1, 200, 10)
        ],
    }
    return production_from_json(json.dumps(document))


def _at(lat: float, lon: float, timezone: str) -> dict[str, Any]:
    return {"lat": lat, "lon": lon, "timezone": timezone}


def _picture(i: int) -> dict[str, Any]:
    return {
        "id": f"m{i}",
        "title": f"Picture {i}",
        "release": "2028-06-30",
        "post_days": 150,
        "late_cost_per_day": 10_000,
        "release_hard": i == 1,
    }


def _unit(unit: str, name: str) -> dict[str, Any]:
    return {
        "id": unit,
        "name": name,
        "start": "2027-06-07",
        "end": "2028-06-30",
        "workweek": ["mon", "tue", "wed", "thu", "fri", "sat"],
        "day_cost": 90_000,
        "idle_day_cost": 30_000,
        "night_premium": 0.15,
        "sixth_day_premium": 0.5,
        "move_cost": 2_000,
        "base": "b1",
    }


def _location(i: int) -> dict[str, Any]:
    return {
        "id": f"l{i}",
        "name": f"Location {i}",
        "base": f"b{(i - 1) // 10 + 1}",
        "day_fee": 1_500,
        "hold_fee": 200,
        "windows": [["2027-06-07", "2028-06-30"]] if i % 3 else [],
    }


def _person(i: int, dice: random.Random) -> dict[str, Any]:
    start = date(2027, 9, 1).toordinal() + dice.randrange(200)
    away = {
        "from": date.fromordinal(start).isoformat(),
        "to": date.fromordinal(start + 5).isoformat(),
        "reason": "another engagement",
    }
    deal = {"kind": "daily", "rate": 1_000 + 100 * i, "hold": 0.5, "drops": 1}
    weekly = {"kind": "weekly", "rate": 9_000, "pictures": ["m2"]}
    return {
        "id": f"p{i}",
        "name": f"Performer {i}",
        "deals": [{**deal, "pictures": ["m1"]}, weekly] if i % 5 == 0 else [deal],
        "unavailable": [away] if i % 2 else [],
        "windows": [["2027-06-07", "2028-06-30"]] if i % 4 == 0 else [],
        "prep_days": i % 6,
        "max_consecutive_days": 6,
        **({"day_minutes": 420} if i % 7 == 0 else {}),
    }


def _scene(i: int, dice: random.Random) -> dict[str, Any]:
    leads = {f"p{dice.randrange(1, 9)}" for _ in range(3)}
    others = {f"p{dice.randrange(9, PEOPLE + 1)}" for _ in range(2)}
    block = (i - 1) * 30 // STRIPS + 1
    return {
        "id": f"s{i}",
        "picture": f"m{i % 2 + 1}",
        "number": str(i),
        "heading": f"EXT. LOCATION {block}",
        "place": ("int", "ext", "int/ext")[i % 3],
        "time": ("day", "day", "night", "dusk", "any")[i % 5],
        "location": f"l{block}",
        "eighths": dice.randrange(1, 18),
        "cast": sorted(leads | others),
        "elements": [f"e{i % 8 + 1}"] if i % 3 == 0 else [],
        "units": ["main", "second"],
        **({"window": ["2027-06-07", "2028-06-30"]} if i % 9 == 0 else {}),
    }


def a_schedule(production: Production) -> Schedule:
    """Lay the strips out in order, two a day, over the two units' dates."""
    ids = [scene.id for scene in production.scenes]
    dates = eligible_dates(production, production.units[0])
    days = []
    for i in range(DATES):
        strips = tuple(ids[2 * i : 2 * i + 2])
        unit = "second" if i % 8 == 7 else "main"
        shift: ShiftName = SHIFTS[i // 5 % 3]
        days.append(Day(unit=unit, date=dates[i], shift=shift, strips=strips))
    return Schedule(days=tuple(days))


def machine() -> str:
    """Name the processor and the Python it runs on."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        lines = cpus.read_text(encoding="utf-8").splitlines()
        named = [line.split(":", 1)[1] for line in lines if "model name" in line]
        model = named[0].strip() if named else model
    return f"{model}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
