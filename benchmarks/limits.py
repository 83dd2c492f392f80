"""How well limits of time and memory are kept, from 100 to 2,000 scenes.

Run ``python benchmarks/limits.py``: it makes a shoot of each size from a seed, plans
it with each limit, and prints a Markdown table: the answer has to come within a tenth
and a second of the limit, with an empty boneyard where there was time (RELIABILITY B4
and B7). 1,000 scenes are four pictures, three units, 150 people and 400 dates.
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import date, timedelta
from typing import Any

from daybreak.checking import check, is_valid
from daybreak.model.files import production_from_json
from daybreak.model.production import Production
from daybreak.solving import solve, warm_up
from planning import PeakMemory, machine

START = date(2027, 1, 4)
DATES_A_SCENE = 0.4
SCENES_A_PICTURE = 250
SCENES_A_PERSON = 20 / 3
LARGEST_WORKER_BYTES = int(1.5 * 2**30)
HEADER = (
    "| scenes | people | dates | limit | answer | kept | boneyard | cost | "
    "peak memory of a worker |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


def main() -> None:
    asked = arguments()
    warm_up()
    print(HEADER)
    for scenes in asked.scenes:
        made = large_shoot(scenes, seed=asked.seed)
        for seconds in asked.seconds:
            print(row(made, seconds, prove=asked.prove), flush=True)
    print(f"\nSeed {asked.seed}, 2 workers, on {machine()}.")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, nargs="+", default=[100, 400, 1000, 2000])
    parser.add_argument("--seconds", type=float, nargs="+", default=[2.0, 10.0, 30.0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prove", action="store_true")
    return parser.parse_args()


def row(made: Production, seconds: float, *, prove: bool) -> str:
    """Plan once and give the line of the table; the plan has to be valid."""
    with PeakMemory() as memory:
        result = solve(made, seconds=seconds, prove=prove)
    assert is_valid(check(made, result.schedule))
    in_time = result.seconds <= seconds * 1.1 + 1
    in_room = memory.most_bytes <= LARGEST_WORKER_BYTES
    dates = (made.units[0].end - made.units[0].start).days + 1
    cells = [
        f"{len(made.scenes):,}",
        str(len(made.people)),
        str(dates),
        f"{seconds:g} s",
        f"{result.seconds:.1f} s",
        "yes" if in_time and in_room else "no",
        str(len(result.schedule.boneyard)),
        f"{result.cost:,}",
        f"{memory.most_bytes / 2**20:.0f} MB",
    ]
    return f"| {' | '.join(cells)} |"


def large_shoot(scenes: int, *, seed: int) -> Production:
    """Give a shoot of this many scenes; the same seed gives the same one."""
    chance = random.Random(seed)
    dates = int(scenes * DATES_A_SCENE)
    pictures = max(1, round(scenes / SCENES_A_PICTURE))
    bases = 2 + pictures
    locations = max(6, scenes // 6)
    people = max(8, int(scenes / SCENES_A_PERSON))
    end = START + timedelta(days=dates - 1)
    document: dict[str, Any] = {
        "format": "daybreak/production",
        "version": 1,
        "title": f"{scenes} scenes",
        "currency": "USD",
        "pictures": [
            {"id": f"p{at}", "title": f"Picture {at}"} for at in range(pictures)
        ],
        "units": [unit(at, end) for at in range(3)],
        "bases": [{"id": f"b{at}", "name": f"Base {at}"} for at in range(bases)],
        "moves": [
            {"from": f"b{a}", "to": f"b{b}", "days": 1, "cost": 150_000 + 20_000 * b}
            for b in range(bases)
            for a in range(b)
        ],
        "locations": [
            {"id": f"l{at}", "name": f"Place {at}", "base": f"b{at % bases}"}
            for at in range(locations)
        ],
        "people": [person(at, dates, chance) for at in range(people)],
        "scenes": [
            scene(at, pictures, locations, people, chance) for at in range(scenes)
        ],
    }
    return production_from_json(json.dumps(document))


def unit(at: int, end: date) -> dict[str, Any]:
    """Give a unit, of which the first costs most."""
    return {
        "id": f"u{at}",
        "name": f"Unit {at}",
        "start": START.isoformat(),
        "end": end.isoformat(),
        "workweek": ["mon", "tue", "wed", "thu", "fri"],
        "day_cost": 300_000 // (at + 1),
        "idle_day_cost": 100_000 // (at + 1),
        "move_cost": 5_000,
    }


def person(at: int, dates: int, chance: random.Random) -> dict[str, Any]:
    """Give a person by the day, the first the dearest; one in three is away once."""
    away = []
    if at % 3 == 0:
        since = START + timedelta(days=chance.randrange(dates))
        until = since + timedelta(days=chance.randrange(3, 12))
        away = [{"from": since.isoformat(), "to": until.isoformat(), "reason": "other"}]
    rate = 90_000 // (1 + at // 4) + 1_000
    deal = {"kind": "daily", "rate": rate, "drops": at % 2}
    return {
        "id": f"a{at}",
        "name": f"Player {at}",
        "deals": [deal],
        "unavailable": away,
    }


def scene(
    at: int, pictures: int, locations: int, people: int, chance: random.Random
) -> dict[str, Any]:
    """Give a scene; few people play in many scenes, and each picture has its own."""
    picture = at % pictures
    cast = {
        int(people * chance.random() ** 2) // pictures * pictures + picture
        for _ in range(chance.randrange(1, 5))
    }
    units = ["u0"] if chance.random() < 0.4 else ["u0", "u1", "u2"]
    return {
        "id": f"s{at}",
        "picture": f"p{picture}",
        "number": str(at + 1),
        "heading": f"SCENE {at + 1}",
        "place": "int" if chance.random() < 0.7 else "ext",
        "time": "night" if chance.random() < 0.2 else "day",
        "location": f"l{int(locations * chance.random())}",
        "eighths": chance.randrange(3, 16),
        "cast": sorted(f"a{one}" for one in cast if one < people),
        "units": units,
    }


if __name__ == "__main__":
    main()
