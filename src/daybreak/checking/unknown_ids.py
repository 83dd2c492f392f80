"""Refuse a schedule that names what its production does not know."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.checking.facts import Facts
from daybreak.model.errors import DocumentError, Fault
from daybreak.model.schedule import Schedule


def refuse_unknown_ids(facts: Facts, schedule: Schedule) -> None:
    """Check that every unit and scene of a schedule is known.

    Raises
    ------
    DocumentError
        With every unknown id, by its JSON path in the schedule.
    """
    faults = [*_unknown_in_days(facts, schedule), *_unknown_in_bone(facts, schedule)]
    if faults:
        raise DocumentError(faults)


def _unknown_in_days(facts: Facts, schedule: Schedule) -> Iterator[Fault]:
    for i, day in enumerate(schedule.days):
        if day.unit not in facts.units:
            yield _fault(f"days[{i}].unit", "unit", day.unit)
        for k, scene in enumerate(day.strips):
            if scene not in facts.scenes:
                yield _fault(f"days[{i}].strips[{k}]", "scene", scene)


def _unknown_in_bone(facts: Facts, schedule: Schedule) -> Iterator[Fault]:
    for k, scene in enumerate(schedule.boneyard):
        if scene not in facts.scenes:
            yield _fault(f"boneyard[{k}]", "scene", scene)


def _fault(path: str, what: str, wanted: str) -> Fault:
    return Fault(
        path=path,
        what=f'unknown {what} "{wanted}"',
        todo=f"use the id of a {what} of the production, "
        "or check that this schedule belongs to it",
    )
