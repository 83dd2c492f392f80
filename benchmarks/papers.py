"""How long every paper of a shoot takes, and how much memory all of them.

Run ``python benchmarks/papers.py [SCENES ...]``: it prints a Markdown table. The shoot
and its board are laid together by rule - a day of one base after another, nights on
Fridays, moves over weekends - so that the board is valid without a search. Memory is
that of the command and its workers together, looked at twenty times a second (Linux).
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple

from daybreak.model.files import production_from_json, schedule_from_json, write
from daybreak.office.asked import Asked
from daybreak.office.paper_source import Source, from_files
from daybreak.office.reporting import Writer, jobs_of, write_all
from daybreak.reports.formats.look import Look
from daybreak.reports.papers.shown import Wanted

Json = dict[str, Any]
SIZES = (400, 2000)
NEVER = float("inf")


class Limits(NamedTuple):
    """Seconds of one paper in all its formats, of each once; megabytes of all."""

    one: float = NEVER
    each_once: float = NEVER
    megabytes: float = NEVER


LIMITS = {400: Limits(one=2), 2000: Limits(each_once=20, megabytes=700)}
START = date(2027, 3, 1)
SCENES_A_DAY = 6
LENGTHS = (5, 7, 4, 8, 6, 3)
"""Eighths of the scenes of a day, one after the other."""
CATEGORIES = ("props", "vehicles", "stunts", "animals", "wardrobe", "special effects")
MADE = datetime(2027, 2, 1, 9, tzinfo=UTC)


def main() -> int:
    if sys.argv[1:2] in (["--each"], ["--all"]):
        measured = each if sys.argv[1] == "--each" else whole
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measured(opened(int(sys.argv[2]), folder), folder)))
        return 0
    sizes = [int(one) for one in sys.argv[1:]] or SIZES
    found = {
        size: _in_a_process("--each", size) | _in_a_process("--all", size)
        for size in sizes
    }
    return 0 if report(found) else 1


def _in_a_process(what: str, size: int) -> Json:
    words = [sys.executable, __file__, what, str(size)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    made: Json = json.loads(done.stdout)
    return made


def report(found: dict[int, Json]) -> bool:
    """Print the table; tell whether every limit was kept."""
    sizes = list(found)
    kinds = list(dict.fromkeys(kind for one in found.values() for kind in one["kinds"]))
    heads = [f"{size:,} scenes: papers | one, slowest | processor" for size in sizes]
    print(f"| paper | {' | '.join(heads)} |")
    print("| --- |" + " --- |" * 3 * len(sizes))
    for kind in kinds:
        cells = [_cells(*found[size]["kinds"].get(kind, [[], []])) for size in sizes]
        print(f"| `{kind}` | {' | '.join(cells)} |")
    for name in ("each once", "all, as `report all` makes them", "memory of that"):
        print(f"| {name} | {' | '.join(_sum(name, found[one]) for one in sizes)} |")
    print(
        f"\n{os.cpu_count()} cores {platform.machine()}, Python "
        f"{platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )
    return all(_is_kept(found[size], LIMITS.get(size, Limits())) for size in sizes)


def _cells(walls: list[float], worked: list[float]) -> str:
    slowest = max(range(len(walls)), key=lambda place: walls[place])
    return f"{len(walls)} | {walls[slowest]:.2f} s | {worked[slowest]:.2f} s"


def _sum(name: str, one: Json) -> str:
    if name == "each once":
        walls = [max(walls) for walls, _ in one["kinds"].values()]
        worked = [max(worked) for _, worked in one["kinds"].values()]
        return f"{len(walls)} | {sum(walls):.1f} s | {sum(worked):.1f} s"
    if name.startswith("all"):
        papers = sum(len(walls) for walls, _ in one["kinds"].values())
        return f"{papers} | {one['all']:.1f} s | {one['worked']:.1f} s"
    return f" | {one['megabytes']} MB | "


def _is_kept(one: Json, limits: Limits) -> bool:
    slowest = max(max(walls) for walls, _ in one["kinds"].values())
    once = sum(max(walls) for walls, _ in one["kinds"].values())
    return (
        slowest <= limits.one
        and once <= limits.each_once
        and one["megabytes"] <= limits.megabytes
    )


def opened(scenes: int, folder: str) -> Source:
    """Write a shoot down and open it as a command does, checked and counted."""
    production, schedule = made(scenes)
    paths = Path(folder) / "production.json", Path(folder) / "schedule.json"
    write(production_from_json(json.dumps(production)), paths[0])
    write(schedule_from_json(json.dumps(schedule)), paths[1])
    source = from_files(*paths, Asked(), made=MADE)
    if not source.valid:
        raise SystemExit(f"the board is not valid: {source.shown.violations[:3]}")
    return source


def each(source: Source, folder: str) -> Json:
    """Give the seconds, and those of the processor, of each paper by its kind."""
    writer = Writer(source=source, folder=str(Path(folder, "each")), look=Look())
    kinds: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for job in jobs_of(source, Wanted()):
        began, worked = time.perf_counter(), time.process_time()
        writer(job)
        kinds[job.kind][0].append(time.perf_counter() - began)
        kinds[job.kind][1].append(time.process_time() - worked)
    return {"kinds": kinds}


def whole(source: Source, folder: str) -> Json:
    """Give the seconds of all papers at once, and the megabytes they took at most."""
    most = [0]
    done = Event()
    watch = Thread(target=_watch, args=(most, done))
    watch.start()
    began, worked = time.perf_counter(), _worked()
    files = list(write_all(source, Wanted(), str(Path(folder, "all")), look=Look()))
    seconds, worked = time.perf_counter() - began, _worked() - worked
    done.set()
    watch.join()
    return {
        "all": seconds,
        "worked": worked,
        "files": len(files),
        "megabytes": most[0] >> 20,
    }


def _worked() -> float:
    """Give the processor's seconds of this process, and of all that it began."""
    ticks = 0
    for pid in _family(os.getpid()):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(map(int, fields[11:15]))  # own and of children that have ended
    return ticks / os.sysconf("SC_CLK_TCK")


def _watch(most: list[int], done: Event) -> None:
    """Keep the most memory that this process and its children held together."""
    while not done.wait(0.05):
        most[0] = max(most[0], sum(map(_resident, _family(os.getpid()))))


def _family(pid: int) -> list[int]:
    """Give a process and all below it, whichever thread began them."""
    try:
        told = [one.read_text() for one in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return [pid]
    begun = [int(one) for each in told for one in each.split()]
    return [pid, *(other for one in begun for other in _family(one))]


def _resident(pid: int) -> int:
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


# --- a shoot and its board, laid by rule --------------------------------------------


def made(scenes: int) -> tuple[Json, Json]:
    """Give a production of so many scenes and a valid board of it, as JSON."""
    units = ["main", "second"] if scenes > 1000 else ["main"]
    people, places, things = 30 + scenes * 6 // 100, 10 + scenes // 50, scenes // 5
    production: Json = {
        "title": f"Shoot of {scenes} scenes",
        "currency": "USD",
        "pictures": [
            {"id": "one", "title": "The First", "release": "2029-06-01"},
            {"id": "two", "title": "The Second", "release": "2030-06-01"},
        ],
        "units": [_unit(one) for one in units],
        "bases": [_base(place) for place in range(4)],
        "moves": [
            {"from": f"b{one}", "to": f"b{other}", "days": 1, "cost": 20000}
            for one in range(4)
            for other in range(one + 1, 4)
        ],
        "locations": [_location(place) for place in range(places)],
        "people": [_person(place, units) for place in range(people)],
        "elements": [_element(place) for place in range(things)],
        "scenes": [],
    }
    days: list[Json] = []
    dates = {one: _dates() for one in units}
    for first in range(0, scenes, SCENES_A_DAY):
        unit = units[len(days) % len(units)]
        day, week = next(dates[unit])
        block = [
            _scene(number, day, week, unit, production)
            for number in range(first, min(first + SCENES_A_DAY, scenes))
        ]
        production["scenes"] += block
        days.append(
            {
                "unit": unit,
                "date": day.isoformat(),
                "shift": "night" if day.weekday() == 4 else "day",
                "strips": [one["id"] for one in block],
            }
        )
    return production, {"days": days, "boneyard": []} | FORM


FORM = {"format": "daybreak/schedule", "version": 1}


def _dates() -> Iterator[tuple[date, int]]:
    """Yield the weekdays from the start on, and the number of their week."""
    for after in range(5000):
        day = START + timedelta(after)
        if day.weekday() < 5:
            yield day, after // 7


def _unit(name: str) -> Json:
    return {
        "id": name,
        "name": f"{name.title()} unit",
        "start": START.isoformat(),
        "end": (START + timedelta(1500)).isoformat(),
        "workweek": ["mon", "tue", "wed", "thu", "fri"],
        "day_cost": 80000,
        "idle_day_cost": 20000,
        "night_premium": 0.2,
        "day_minutes": 660,
        "move_minutes": 10,
        "move_cost": 500,
    }


def _base(place: int) -> Json:
    return {"id": f"b{place}", "name": f"Base {place + 1}"}


def _location(place: int) -> Json:
    return {
        "id": f"l{place}",
        "name": f"Location {place + 1}",
        "base": f"b{place % 4}",
        "day_fee": 900,
        "hold_fee": 100,
    }


def _person(place: int, units: list[str]) -> Json:
    return {
        "id": f"p{place}",
        "name": f"Performer {place + 1}",
        "number": place + 1,
        "characters": [f"CHARACTER {place + 1}"],
        "deals": [{"kind": "daily", "rate": 700 + 40 * place, "drops": 1}],
        "events": [
            {"kind": "fitting", "from": "2027-02-20", "to": "2027-02-21"},
        ],
    }


def _element(place: int) -> Json:
    return {
        "id": f"e{place}",
        "name": f"Thing {place + 1}",
        "category": CATEGORIES[place % len(CATEGORIES)],
        "count": 2,
        "day_fee": 50 if place % 3 == 0 else 0,
    }


def _scene(number: int, day: date, week: int, unit: str, production: Json) -> Json:
    """Give a scene that suits the day on which it stands."""
    is_night = day.weekday() == 4
    base = week % 4
    places = [one["id"] for one in production["locations"] if one["base"] == f"b{base}"]
    own = production["units"].index(
        next(one for one in production["units"] if one["id"] == unit)
    )
    cast = [
        one["id"]
        for place, one in enumerate(production["people"])
        if place % len(production["units"]) == own
    ]
    things = production["elements"]
    return {
        "id": f"s{number}",
        "picture": "one" if number % 3 else "two",
        "number": str(number + 1),
        "heading": f"INT. SET {number % 90} - DAY",
        "place": ("int", "ext", "int/ext")[number % 3] if number % 2 else "int",
        "time": "night" if is_night else "day",
        "location": places[(number // 3) % len(places)],
        "set": f"SET {number % 90} WITH A ROOM",
        "eighths": LENGTHS[number % len(LENGTHS)],
        "cast": sorted(
            {cast[(number * 7 + one * one) % len(cast)] for one in range(4)}
        ),
        "elements": sorted(
            {things[(number * 5 + one) % len(things)]["id"] for one in range(3)}
        ),
        "units": [unit],
        "synopsis": f"What happens in scene {number + 1} is told in ten words.",
        "script_day": f"D{number // 12 + 1}",
        "extras": 20 if number % 5 == 0 else 0,
        "notes": "Rain towers on stand-by." if number % 9 == 0 else "",
    }


if __name__ == "__main__":
    raise SystemExit(main())
