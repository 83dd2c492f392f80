"""What the parts of a production say of each other: ids, spans, moves, orders.

Each function looks for one sort of fault and yields it with its JSON path. They run
on productions that may hold harmless values in place of wrong ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from daybreak.model.errors import Fault
from daybreak.model.leaves import shown
from daybreak.model.orders import cycles
from daybreak.model.told import are_day_lengths_doubtful, doubtful_lists, untold
from daybreak.model.writing import show_clock

if TYPE_CHECKING:
    from daybreak.model.production import Production, Scene, Unit

LISTS = ("pictures", "units", "bases", "locations", "people", "elements", "scenes")
ONE_OF = {
    "pictures": "picture",
    "units": "unit",
    "bases": "base",
    "locations": "location",
    "people": "person",
    "elements": "element",
    "scenes": "scene",
}


def faults_between_parts(
    production: Production, told: Sequence[Fault] = ()
) -> list[Fault]:
    """Give every fault that no single field shows, in document order of lists.

    Parameters
    ----------
    production
        It may hold harmless values in place of wrong ones.
    told
        The faults of its fields. What lies inside them, or only follows from
        them, is not told again.
    """
    checks: list[Callable[[Production], Iterator[Fault]]] = [
        _repeated_ids,
        _no_unit,
        partial(_unknown_ids, doubtful=doubtful_lists(told)),
        _backward_spans,
        _units,
        _bases,
        _moves,
        _deals,
        _scenes_too_long,
        _remainders,
        _orders,
    ]
    if are_day_lengths_doubtful(told):
        checks.remove(_scenes_too_long)
    return untold(told, [fault for check in checks for fault in check(production)])


def _ids(production: Production, name: str) -> set[str]:
    return {thing.id for thing in getattr(production, name)}


def _repeated_ids(production: Production) -> Iterator[Fault]:
    for name in LISTS:
        first: dict[str, int] = {}
        for place, thing in enumerate(getattr(production, name)):
            if thing.id in first:
                earlier = f"{name}[{first[thing.id]}]"
                yield Fault(
                    path=f"{name}[{place}].id",
                    what=f'"{thing.id}" is used twice, first at {earlier}',
                    todo=f"give each {ONE_OF[name]} an id of its own",
                )
            first.setdefault(thing.id, place)


def _no_unit(production: Production) -> Iterator[Fault]:
    if not production.units:
        yield Fault(
            path="units",
            what="there is no unit to shoot with",
            todo="add at least one unit",
        )


def _unknown_ids(production: Production, doubtful: set[str]) -> Iterator[Fault]:
    known = {name: _ids(production, name) for name in LISTS}
    for path, name, wanted in _references(production):
        if wanted is None or name in doubtful or wanted in known[name]:
            continue
        yield Fault(
            path=path,
            what=f'unknown {ONE_OF[name]} "{wanted}"',
            todo=f"add it to {name} or use the id of one that is there",
        )
    for path, wanted_list in _reference_lists(production):
        yield from _repeats(path, wanted_list)


def _references(production: Production) -> Iterator[tuple[str, str, str | None]]:
    """Yield (path, list it points into, id) for every id that points elsewhere."""
    for i, unit in enumerate(production.units):
        yield f"units[{i}].base", "bases", unit.base
    for i, hiatus in enumerate(production.hiatuses):
        yield from _each(f"hiatuses[{i}].units", "units", hiatus.units)
    for i, move in enumerate(production.moves):
        yield f"moves[{i}].from", "bases", move.origin
        yield f"moves[{i}].to", "bases", move.target
    for i, location in enumerate(production.locations):
        yield f"locations[{i}].base", "bases", location.base
    for i, person in enumerate(production.people):
        for k, deal in enumerate(person.deals):
            path = f"people[{i}].deals[{k}].pictures"
            yield from _each(path, "pictures", deal.pictures)
    for i, scene in enumerate(production.scenes):
        yield from _scene_references(f"scenes[{i}]", scene)
    for i, order in enumerate(production.orders):
        yield f"orders[{i}].before", "scenes", order.before
        yield f"orders[{i}].after", "scenes", order.after


def _scene_references(path: str, scene: Scene) -> Iterator[tuple[str, str, str | None]]:
    yield f"{path}.picture", "pictures", scene.picture
    yield f"{path}.location", "locations", scene.location
    yield from _each(f"{path}.cast", "people", scene.cast)
    yield from _each(f"{path}.elements", "elements", scene.elements)
    yield from _each(f"{path}.units", "units", scene.units)
    yield f"{path}.part_of", "scenes", scene.part_of
    if scene.pin is not None:
        yield f"{path}.pin.unit", "units", scene.pin.unit


def _each(
    path: str, name: str, ids: Sequence[str] | None
) -> Iterator[tuple[str, str, str | None]]:
    for place, one in enumerate(ids or ()):
        yield f"{path}[{place}]", name, one


def _reference_lists(production: Production) -> Iterator[tuple[str, Sequence[str]]]:
    for i, hiatus in enumerate(production.hiatuses):
        yield f"hiatuses[{i}].units", hiatus.units or ()
    for i, unit in enumerate(production.units):
        yield f"units[{i}].workweek", unit.workweek
    for i, person in enumerate(production.people):
        for k, deal in enumerate(person.deals):
            yield f"people[{i}].deals[{k}].pictures", deal.pictures or ()
    for i, scene in enumerate(production.scenes):
        yield f"scenes[{i}].cast", scene.cast
        yield f"scenes[{i}].elements", scene.elements
        yield f"scenes[{i}].units", scene.units or ()


def _repeats(path: str, ids: Sequence[str]) -> Iterator[Fault]:
    seen = set()
    for place, one in enumerate(ids):
        if one in seen:
            yield Fault(
                path=f"{path}[{place}]",
                what=f'"{one}" stands twice in the list',
                todo="take one of the two out",
            )
        seen.add(one)


def _backward_spans(production: Production) -> Iterator[Fault]:
    for path, first, last in _spans(production):
        if last < first:
            yield Fault(
                path=path,
                what=f"{last} is before its start {first}",
                todo="give an end on or after the start",
            )


def _spans(production: Production) -> Iterator[tuple[str, date, date]]:
    """Yield (path of the end, first date, last date) of every range of dates."""
    for i, unit in enumerate(production.units):
        yield f"units[{i}].end", unit.start, unit.end
    for i, hiatus in enumerate(production.hiatuses):
        yield f"hiatuses[{i}].to", hiatus.first, hiatus.last
    for i, location in enumerate(production.locations):
        yield from _window_spans(f"locations[{i}].windows", location.windows)
    for i, person in enumerate(production.people):
        yield from _window_spans(f"people[{i}].windows", person.windows)
        for name in ("unavailable", "events"):
            for k, away in enumerate(getattr(person, name)):
                yield f"people[{i}].{name}[{k}].to", away.first, away.last
    for i, element in enumerate(production.elements):
        yield from _window_spans(f"elements[{i}].windows", element.windows)
    for i, scene in enumerate(production.scenes):
        if scene.window is not None:
            yield f"scenes[{i}].window[1]", scene.window.first, scene.window.last


def _window_spans(
    path: str, windows: Iterable[Any]
) -> Iterator[tuple[str, date, date]]:
    for place, window in enumerate(windows):
        yield f"{path}[{place}][1]", window.first, window.last


def _units(production: Production) -> Iterator[Fault]:
    for i, unit in enumerate(production.units):
        if not unit.workweek:
            yield Fault(
                path=f"units[{i}].workweek",
                what="no weekday is worked",
                todo='name the days, such as ["mon", "tue", "wed", "thu", "fri"]',
            )
        if not unit.shifts:
            yield Fault(
                path=f"units[{i}].shifts",
                what="no shift is worked",
                todo="leave the field out for the usual day, split and night",
            )
        yield from _shift_faults(f"units[{i}].shifts", unit)


def _shift_faults(path: str, unit: Unit) -> Iterator[Fault]:
    for name, shift in unit.shifts.items():
        if shift.end - shift.call > 24 * 60:
            yield Fault(
                path=f"{path}.{name}",
                what=f"wraps at {show_clock(shift.wrap)}, more than 24 hours "
                f"after its call at {show_clock(shift.call)}",
                todo="give a wrap within a day of the call",
            )


def _bases(production: Production) -> Iterator[Fault]:
    for i, base in enumerate(production.bases):
        path = f"bases[{i}]"
        if (base.lat is None) != (base.lon is None):
            missing = "lon" if base.lon is None else "lat"
            yield Fault(
                path=f"{path}.{missing}",
                what="is missing beside the other coordinate",
                todo="give both lat and lon, or neither",
            )
        if base.lat is not None and base.lon is not None and not base.timezone:
            yield Fault(
                path=f"{path}.timezone",
                what="is missing beside lat and lon",
                todo="give an IANA name such as Europe/London",
            )
        if base.timezone and not _is_timezone(base.timezone):
            yield Fault(
                path=f"{path}.timezone",
                what=f"unknown time zone {shown(base.timezone)}",
                todo="give an IANA name such as Europe/London",
            )


def _is_timezone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, malformed, a folder
        return False
    return True


def _moves(production: Production) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for i, move in enumerate(production.moves):
        if move.origin == move.target:
            yield Fault(
                path=f"moves[{i}].to",
                what=f'moves from "{move.origin}" to itself',
                todo="name two bases",
            )
        directions = [(move.origin, move.target)]
        if move.both_ways:
            directions.append((move.target, move.origin))
        again = [direction for direction in directions if direction in seen]
        if again:
            yield Fault(
                path=f"moves[{i}]",
                what=f'"{again[0][0]}" to "{again[0][1]}" '
                f"is given already by moves[{seen[again[0]]}]",
                todo='keep one, or set "both_ways": false on each',
            )
        for direction in directions:
            seen.setdefault(direction, i)


def _deals(production: Production) -> Iterator[Fault]:
    every = [picture.id for picture in production.pictures]
    for i, person in enumerate(production.people):
        taken: dict[str, int] = {}
        for k, deal in enumerate(person.deals):
            for picture in deal.pictures if deal.pictures is not None else every:
                if taken.get(picture, k) != k:
                    yield Fault(
                        path=f"people[{i}].deals[{k}].pictures",
                        what=f'picture "{picture}" is in an earlier deal, '
                        f"deals[{taken[picture]}]",
                        todo="let each picture be in at most one deal of a person",
                    )
                taken.setdefault(picture, k)


def _scenes_too_long(production: Production) -> Iterator[Fault]:
    units = {unit.id: unit for unit in production.units}
    for i, scene in enumerate(production.scenes):
        path = f"scenes[{i}]"
        if scene.units is not None and not scene.units:
            yield Fault(
                path=f"{path}.units",
                what="no unit may shoot the scene",
                todo="name a unit, or leave the field out for the first one",
            )
        allowed = scene.units if scene.units is not None else tuple(units)[:1]
        able = [units[unit] for unit in allowed if unit in units]
        if scene.days is None and able:
            yield from _too_long(path, scene, able)


def _too_long(path: str, scene: Scene, able: list[Unit]) -> Iterator[Fault]:
    needs = {
        unit.id: scene.minutes
        if scene.minutes is not None
        else scene.eighths * unit.minutes_per_eighth
        for unit in able
    }
    if all(needs[unit.id] > unit.day_minutes for unit in able):
        longest = max(able, key=lambda unit: unit.day_minutes)
        field = "minutes" if scene.minutes is not None else "eighths"
        yield Fault(
            path=f"{path}.{field}",
            what=f"scene {scene.number} needs {needs[longest.id]} minutes; "
            f"unit {longest.id} has day_minutes {longest.day_minutes}",
            todo='give the scene "days": 2, split it, or raise day_minutes',
        )


def _remainders(production: Production) -> Iterator[Fault]:
    pairs = [
        (scene.part_of, scene.id)
        for scene in production.scenes
        if scene.part_of is not None
    ]
    for cycle in cycles(pairs):
        place = [scene.id for scene in production.scenes].index(cycle[0])
        yield Fault(
            path=f"scenes[{place}].part_of",
            what="scenes are part of each other: " + " < ".join(cycle),
            todo="let a remainder name the scene it came from",
        )


def _orders(production: Production) -> Iterator[Fault]:
    pairs = [(order.before, order.after) for order in production.orders]
    for place, cycle in sorted((pairs.index((c[0], c[1])), c) for c in cycles(pairs)):
        yield Fault(
            path=f"orders[{place}]",
            what="no order can hold: " + " before ".join(cycle),
            todo="take one of these orders out",
        )
