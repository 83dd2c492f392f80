"""Units of a schedule file: its boards beside the first one, and who shoots what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from daybreak.importers.names import Ids
from daybreak.importers.shoot import UNIT_NAMES
from daybreak.importers.uss_plans import FIRST_BOARD, Plan
from daybreak.importers.uss_scenes import DraftedScene

_MAIN = UNIT_NAMES[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNames:
    """The units and the scenes they may shoot.

    Parameters
    ----------
    names, ids
        By name of their board, the first one's first.
    of_scene
        By breakdown id, ids of units; of scenes that the first unit alone shoots
        there is nothing.
    """

    names: Mapping[str, str] = field(hash=False)
    ids: Mapping[str, str] = field(hash=False)
    of_scene: Mapping[str, tuple[str, ...]] = field(hash=False)


def unit_names(plans: Sequence[Plan], scenes: Sequence[DraftedScene]) -> UnitNames:
    """Give the units of the boards of all plans.

    A scene is shot by the units that its elements of category *Unit* name, where
    these are boards; else by those on whose boards it stands. Where one *Unit*
    alone is no board's name, it is that of the first board.
    """
    boards = list(
        dict.fromkeys([FIRST_BOARD, *(name for plan in plans for name in plan.units)])
    )
    others = {name.casefold() for name in boards[1:]}
    said = dict.fromkeys(name for one in scenes for name in one.unit_names)
    left = [name for name in said if name.casefold() not in others]
    main = left[0] if others and len(left) == 1 else _MAIN
    names = {name: main if name == FIRST_BOARD else name for name in boards}
    made = Ids()
    ids = {
        board: made.make(name.removesuffix(" unit"), otherwise="unit")
        for board, name in names.items()
    }
    by_name = {name.casefold(): ids[board] for board, name in names.items()}
    stands = _stands(plans, ids)
    order = list(ids.values())
    of_scene = {}
    for one in scenes if others else ():
        told = [by_name.get(name.casefold(), "") for name in one.unit_names]
        found = set(filter(None, told)) | stands.get(one.sheet.id, set())
        units = tuple(unit for unit in order if unit in found)
        if units and units != (order[0],):
            of_scene[one.sheet.id] = units
    return UnitNames(names=names, ids=ids, of_scene=of_scene)


def _stands(plans: Sequence[Plan], ids: Mapping[str, str]) -> dict[str, set[str]]:
    """Give the units on whose boards each strip stands."""
    found: dict[str, set[str]] = {}
    for plan in plans:
        for board, days in plan.units.items():
            for strip in (strip for day in days for strip in day.strips):
                found.setdefault(strip, set()).add(ids[board])
    return found
