"""The ground: the two documents, their dates, and how they are read and written.

What other rooms use, by what it is:

- the documents: `Production` and its parts (`Picture`, `Unit`, `Shift`, `Hiatus`,
  `Base`, `Move`, `Location`, `Person`, `Deal`, `Unavailability`, `Event`, `Element`,
  `Scene`, `Pin`, `Order`), `Schedule` and its parts (`Day`, `MadeBy`), `DateRange`;
- questions about them: `minutes_on`, `standard_shifts`, `same_board`, `Calendar`,
  `calendar_of`, `eligible_dates`, `every_date`, `later`;
- JSON and files: `read`, `read_schedule`, `write`, `production_from_json`,
  `schedule_from_json`, `to_json`, `canonical_json`, `production_hash`, `schema_of`;
- lengths as people write them: `format_eighths`, `parse_eighths`;
- errors: `DaybreakError` and the tree below it, `Fault`, `Remark`.

Names are looked up when they are used, so that importing one module of this room
does not wait for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from daybreak.model.calendar import (
        Calendar,
        calendar_of,
        eligible_dates,
        every_date,
        later,
    )
    from daybreak.model.eighths import format_eighths, parse_eighths
    from daybreak.model.errors import (
        DaybreakError,
        DocumentError,
        Fault,
        ImportProblem,
        Remark,
        SolverError,
        UsageError,
    )
    from daybreak.model.fields import DateRange
    from daybreak.model.files import (
        canonical_json,
        production_from_json,
        production_hash,
        read,
        read_schedule,
        schedule_from_json,
        to_json,
        write,
    )
    from daybreak.model.json_schema import schema_of
    from daybreak.model.production import (
        Base,
        Deal,
        Element,
        Event,
        Hiatus,
        Location,
        Move,
        Order,
        Person,
        Picture,
        Pin,
        Production,
        Scene,
        Shift,
        Unavailability,
        Unit,
        minutes_on,
        standard_shifts,
    )
    from daybreak.model.schedule import Day, MadeBy, Schedule, same_board

__all__ = [
    "Base",
    "Calendar",
    "DateRange",
    "Day",
    "DaybreakError",
    "Deal",
    "DocumentError",
    "Element",
    "Event",
    "Fault",
    "Hiatus",
    "ImportProblem",
    "Location",
    "MadeBy",
    "Move",
    "Order",
    "Person",
    "Picture",
    "Pin",
    "Production",
    "Remark",
    "Scene",
    "Schedule",
    "Shift",
    "SolverError",
    "Unavailability",
    "Unit",
    "UsageError",
    "calendar_of",
    "canonical_json",
    "eligible_dates",
    "every_date",
    "format_eighths",
    "later",
    "minutes_on",
    "parse_eighths",
    "production_from_json",
    "production_hash",
    "read",
    "read_schedule",
    "same_board",
    "schedule_from_json",
    "schema_of",
    "standard_shifts",
    "to_json",
    "write",
]

_HOMES = {
    "calendar": ("Calendar", "calendar_of", "eligible_dates", "every_date", "later"),
    "eighths": ("format_eighths", "parse_eighths"),
    "errors": (
        *("DaybreakError", "DocumentError", "Fault", "ImportProblem"),
        *("Remark", "SolverError", "UsageError"),
    ),
    "fields": ("DateRange",),
    "files": (
        *("canonical_json", "production_from_json", "production_hash", "read"),
        *("read_schedule", "schedule_from_json", "to_json", "write"),
    ),
    "json_schema": ("schema_of",),
    "production": (
        *("Base", "Deal", "Element", "Event", "Hiatus", "Location", "Move", "Order"),
        *("Person", "Picture", "Pin", "Production", "Scene", "Shift"),
        *("Unavailability", "Unit", "minutes_on", "standard_shifts"),
    ),
    "schedule": ("Day", "MadeBy", "Schedule", "same_board"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Give a public name, imported when it is first used."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Give the public names."""
    return sorted(__all__)
